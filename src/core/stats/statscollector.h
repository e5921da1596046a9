// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/statssnapshot.h"
#include "core/store/resultrow.h"
#include "core/util/ringbuffer.h"

#include <map>
#include <vector>

namespace crawlscope {

/// Adds up what ended: totals, the last two seconds, one TimePoint a second. Time is an argument (µs since the start of
/// the run). Not thread-safe; lives in the engine's thread.
class StatsCollector
{
public:
    StatsCollector();

    /// Goes on where an earlier run of the session ended. Before anything else.
    void beginAt(qint64 nowMicros);
    /// A URL that ended in an earlier run: counts in the totals, in no second. `requests`: its exchanges.
    void restore(const ResultRow &row, int requests);
    void addEnded(const ResultRow &row, qint64 nowMicros);
    void addRequest(ConnectionUse use); ///< one exchange, redirect hops included
    /// To be called often (every engine tick): accumulates the mean of the requests in flight and closes the second.
    void sample(int inFlight, int inFlightLimit, qint64 nowMicros);
    /// Seconds that ended since the last call.
    [[nodiscard]] std::vector<TimePoint> takePoints();
    /// Closes the second under way, at the end of a run.
    void closeSecond(int inFlight, int inFlightLimit, qint64 nowMicros);
    /// Fills everything but counts, analysis, lag, limit and wait. `activeMicros`: running time, pauses left out.
    void fill(StatsSnapshot *snapshot, qint64 nowMicros, qint64 activeMicros) const;

private:
    void addTotals(const ResultRow &row);

    struct Slice ///< a tenth of a second
    {
        qint64 index = 0;
        quint32 ended = 0;
    };
    static constexpr qint64 kSliceMicros = 100'000;
    static constexpr std::size_t kSlices = 20;
    static constexpr qint64 kSecondMicros = 1'000'000;

    std::shared_ptr<LatencyHistogram> m_latency;
    std::map<int, quint64> m_statusCodes;
    std::array<quint64, 6> m_classes {};
    std::array<quint64, kErrorIdCount> m_errors {};
    quint64 m_ended = 0;
    quint64 m_wireBytes = 0;
    quint64 m_bodyBytes = 0;
    quint64 m_newConnections = 0;
    quint64 m_reusedConnections = 0;
    quint64 m_requests = 0;
    RingBuffer<Slice> m_recent;
    Slice m_slice;

    TimePoint m_second;
    LatencyHistogram m_secondLatency;
    qint64 m_secondStart = 0;
    qint64 m_inFlightSum = 0;
    qint64 m_samples = 0;
    std::vector<TimePoint> m_points;
};

} // namespace crawlscope
