// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/pagerecord.h"
#include "core/store/rowdetails.h"
#include "core/store/sessiontypes.h"

#include <functional>
#include <memory>
#include <vector>

namespace crawlscope {

/// What a run leaves between two commits; handed on to the front end once it is on the disk.
struct RecordedBatch
{
    std::vector<ResultRow> rows;
    std::vector<TimePoint> points;
    std::vector<RunEvent> events;
    std::shared_ptr<StatsSnapshot> snapshot; ///< the newest that counts nothing beyond `rows`; null: none
    bool stored = true; ///< false: could not be written and never will be (see RunRecorder::finish())
};

/// Takes down what happens in a run, in the order in which it happens, and hands it on when it is safe.
///
/// A row reaches the front end only through here, after its commit: what was ever shown is on the disk.
/// Thread: all calls from the engine's, except fault() and backlogged(): any. The sink is called in the recorder's.
class RunRecorder
{
public:
    using Sink = std::function<void(RecordedBatch &&)>;

    RunRecorder() = default;
    virtual ~RunRecorder() = default;
    RunRecorder(const RunRecorder &) = delete;
    RunRecorder &operator=(const RunRecorder &) = delete;

    /// Before the first record.
    virtual void setSink(Sink sink) = 0;

    /// A request for this entry was sent. Until ended() or takenBack() it counts as in flight: if the process dies, a
    /// resumed run sends it again and says so.
    virtual void started(quint32 entry) = 0;
    /// The URL has its final row. Replaces an earlier row of the same entry; its attempts and hops stay. The only hop
    /// of a row without redirects is of the URL of the entry.
    virtual void ended(ResultRow &&row, RowDetails &&details) = 0;
    /// URLs that are not of the input, in the order of their entries, which go on after those of the input. Before
    /// anything else is said of them.
    virtual void found(const std::vector<FoundUrl> &urls) { Q_UNUSED(urls) }
    /// Entries that a sitemap lists.
    virtual void inSitemap(const std::vector<quint32> &entries) { Q_UNUSED(entries) }
    /// Facts of the page whose row the last ended() of this entry was. Cheapest directly after it.
    virtual void page(quint32 entry, PageRecord &&facts)
    {
        Q_UNUSED(entry)
        Q_UNUSED(facts)
    }
    /// Links of the page of this entry, in their order; they replace those of an earlier attempt. Targets by entry must
    /// have been named in found(), unless they are of the input.
    virtual void links(quint32 entry, const std::vector<LinkRecord> &links)
    {
        Q_UNUSED(entry)
        Q_UNUSED(links)
    }
    /// Cancelled by stop(): left, and to be sent again by a resumed run.
    virtual void takenBack(quint32 entry) = 0;
    virtual void point(const TimePoint &point) = 0;
    virtual void event(const RunEvent &event) = 0;
    virtual void snapshot(StatsSnapshot &&snapshot) = 0;
    /// The limits changed during the run: the stored configuration follows.
    virtual void config(const QByteArray &json) = 0;

    /// The run has ended: commits what is queued, notes the state, then calls `done` in the recorder's thread. Where
    /// the disk does not take it in the end, the rows are handed on all the same with `stored` false.
    virtual void finish(SessionState state, std::function<void()> done) = 0;

    /// More is queued than should be: the engine grants no further slots while true.
    [[nodiscard]] virtual bool backlogged() const = 0;
    /// Rows that are not on the disk yet. Thread: any.
    [[nodiscard]] virtual qint64 queued() const { return 0; }
    /// Why nothing can be written now; None while all is well. Writing is tried again by itself once a second, and
    /// nothing queued is lost meanwhile. The engine pauses while there is a fault and goes on when it is gone.
    [[nodiscard]] virtual SessionFault fault() const = 0;
};

} // namespace crawlscope
