// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/detailsource.h"
#include "core/store/runrecorder.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>

namespace crawlscope::test {

/// Keeps everything in memory and hands it on at once; faults and pressure by command. Thread: as its bases say.
class MemoryRecorder : public RunRecorder, public DetailSource
{
public:
    void setSink(Sink sink) override { m_sink = std::move(sink); }
    void started(quint32 entry) override { m_inFlight.insert(entry); }
    void ended(ResultRow &&row, RowDetails &&details) override
    {
        m_inFlight.erase(row.entry);
        {
            const std::scoped_lock lock(m_mutex);
            m_details[{row.entry, row.attempts}] = std::move(details);
            m_attempts[row.entry].push_back({.number = row.attempts,
                                             .status = row.status,
                                             .error = row.error,
                                             .startedAtMs = row.startedAtMs,
                                             .totalMicros = row.times.total});
        }
        m_batch.rows.push_back(std::move(row));
        handOn();
    }
    void takenBack(quint32 entry) override { m_takenBack.insert(entry); }
    void point(const TimePoint &point) override
    {
        m_batch.points.push_back(point);
        handOn();
    }
    void event(const RunEvent &event) override
    {
        m_batch.events.push_back(event);
        handOn();
    }
    void snapshot(StatsSnapshot &&snapshot) override
    {
        m_batch.snapshot = std::make_shared<StatsSnapshot>(std::move(snapshot));
        handOn();
    }
    void config(const QByteArray &json) override { m_config = json; }
    void finish(SessionState state, std::function<void()> done) override
    {
        m_state = state;
        m_batch.stored = !fault();
        m_holding = false;
        handOn();
        if (done)
            done();
    }
    [[nodiscard]] bool backlogged() const override { return m_backlogged; }
    [[nodiscard]] SessionFault fault() const override { return {m_fault, {}}; }

    [[nodiscard]] std::optional<RowDetails> details(quint32 entry, int attempt = 0) const override
    {
        const std::scoped_lock lock(m_mutex);
        if (attempt == 0 && m_attempts.contains(entry))
            attempt = m_attempts.at(entry).back().number;
        const auto found = m_details.find({entry, attempt});
        return found == m_details.end() ? std::nullopt : std::optional(found->second);
    }
    [[nodiscard]] std::vector<AttemptSummary> attempts(quint32 entry) const override
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_attempts.find(entry);
        return found == m_attempts.end() ? std::vector<AttemptSummary>() : found->second;
    }
    void keep(quint32 entry, RowDetails details) ///< as if it had ended
    {
        const std::scoped_lock lock(m_mutex);
        m_details[{entry, 1}] = std::move(details);
        m_attempts[entry].push_back({.number = 1});
    }

    // The test's side. From the engine's thread, or while no run is under way.
    void setFault(SessionError error)
    {
        m_fault = error;
        if (!fault())
            handOn();
    }
    void setBacklogged(bool backlogged) { m_backlogged = backlogged; }
    void hold() { m_holding = true; } ///< keeps everything until finish()
    [[nodiscard]] const std::set<quint32> &inFlight() const { return m_inFlight; }
    [[nodiscard]] const std::set<quint32> &takenBack() const { return m_takenBack; }
    [[nodiscard]] SessionState state() const { return m_state; }
    [[nodiscard]] const QByteArray &configJson() const { return m_config; }

private:
    void handOn()
    {
        if (m_sink && !m_holding && (!fault() || !m_batch.stored))
            m_sink(std::exchange(m_batch, {}));
    }

    Sink m_sink;
    RecordedBatch m_batch;
    std::set<quint32> m_inFlight;
    std::set<quint32> m_takenBack;
    QByteArray m_config;
    SessionState m_state = SessionState::Open;
    SessionError m_fault = SessionError::None;
    bool m_backlogged = false;
    bool m_holding = false;
    mutable std::mutex m_mutex; // protects what follows
    std::map<std::pair<quint32, int>, RowDetails> m_details;
    std::map<quint32, std::vector<AttemptSummary>> m_attempts;
};

} // namespace crawlscope::test
