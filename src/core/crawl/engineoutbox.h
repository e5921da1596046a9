// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/waterfall.h"
#include "core/stats/hostsnapshot.h"
#include "core/store/resultrow.h"
#include "core/store/runrecorder.h"
#include "core/util/mailbox.h"

#include <QDateTime>

#include <iterator>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace crawlscope {

/// Where the engine leaves what the front end takes once a tick. Thread: any (the parts are guarded).
class EngineOutbox
{
public:
    /// Rows not yet taken beyond which the engine stops dispatching: a front end that stands still must not fill the
    /// memory.
    static constexpr std::size_t kMaxRows = 100'000;

    Mailbox<ResultRow> rows;
    Mailbox<TimePoint> points;
    Mailbox<RunEvent> events;

    /// What the recorder has on the disk.
    void deliver(RecordedBatch &&batch)
    {
        if (!batch.stored && !batch.rows.empty()) {
            RunEvent event;
            event.atMs = batch.events.empty() ? 0 : batch.events.back().atMs;
            event.wallMs = QDateTime::currentMSecsSinceEpoch();
            event.level = EventLevel::Error;
            event.id = EventId::RowsNotStored;
            event.a = static_cast<qint64>(batch.rows.size());
            batch.events.push_back(std::move(event));
        }
        rows.pushAll(batch.rows);
        points.pushAll(batch.points);
        std::erase_if(batch.events, [](const RunEvent &event) { // shown when they happened, see CrawlEngine::event()
            return event.id == EventId::StorageFailed || event.id == EventId::StorageWorks;
        });
        events.pushAll(batch.events);
        if (batch.snapshot)
            setSnapshot(std::move(*batch.snapshot));
    }
    /// Replaces the snapshot: only the newest counts.
    void setSnapshot(StatsSnapshot snapshot)
    {
        const std::scoped_lock lock(m_mutex);
        m_snapshot = std::move(snapshot);
    }
    [[nodiscard]] std::optional<StatsSnapshot> takeSnapshot()
    {
        const std::scoped_lock lock(m_mutex);
        std::optional<StatsSnapshot> out;
        out.swap(m_snapshot);
        return out;
    }
    /// Likewise.
    void setWaterfall(std::shared_ptr<const WaterfallSnapshot> waterfall)
    {
        const std::scoped_lock lock(m_mutex);
        m_waterfall.swap(waterfall); // the old one dies outside the lock
    }
    /// Adds what changed to what has not been taken yet.
    void addHosts(HostsUpdate &&update)
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_hosts || update.all) {
            m_hosts = std::move(update);
            return;
        }
        m_hosts->changed.insert(m_hosts->changed.end(), std::make_move_iterator(update.changed.begin()),
                                std::make_move_iterator(update.changed.end()));
    }
    [[nodiscard]] std::optional<HostsUpdate> takeHosts()
    {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_hosts, std::nullopt);
    }
    [[nodiscard]] std::shared_ptr<const WaterfallSnapshot> takeWaterfall()
    {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_waterfall, nullptr);
    }

private:
    std::mutex m_mutex; // protects all below
    std::optional<StatsSnapshot> m_snapshot;
    std::shared_ptr<const WaterfallSnapshot> m_waterfall;
    std::optional<HostsUpdate> m_hosts;
};

} // namespace crawlscope
