// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/statscollector.h"

#include "core/store/resultrow.h"

#include <algorithm>

namespace crawlscope {

StatsCollector::StatsCollector()
    : m_latency(std::make_shared<LatencyHistogram>())
    , m_recent(kSlices)
{
}

void StatsCollector::beginAt(qint64 nowMicros)
{
    m_secondStart = nowMicros;
    m_slice.index = nowMicros / kSliceMicros;
}

void StatsCollector::restore(const ResultRow &row, int requests)
{
    addTotals(row);
    m_requests += static_cast<quint64>(requests);
    m_newConnections += row.connection == ConnectionUse::New ? 1 : 0;
    m_reusedConnections += row.connection == ConnectionUse::Reused ? 1 : 0;
}

void StatsCollector::addTotals(const ResultRow &row)
{
    ++m_ended;
    ++m_classes.at(static_cast<std::size_t>(statusClassOf(row.status)));
    if (row.status != 0)
        ++m_statusCodes[row.status];
    if (row.error != ErrorId::None)
        ++m_errors.at(static_cast<std::size_t>(row.error));
    m_wireBytes += static_cast<quint64>(row.wireBytes);
    m_bodyBytes += static_cast<quint64>(row.bodyBytes);
    if (row.status != 0 && row.times.total != PhaseTimes::kNotApplicable)
        m_latency->add(row.times.total);
}

void StatsCollector::addEnded(const ResultRow &row, qint64 nowMicros)
{
    const qint64 slice = nowMicros / kSliceMicros;
    if (slice != m_slice.index) {
        m_recent.push(m_slice);
        m_slice = {.index = slice, .ended = 0};
    }
    ++m_slice.ended;
    addTotals(row);
    ++m_second.ended;
    ++m_second.statusClasses.at(static_cast<std::size_t>(statusClassOf(row.status)));
    if (row.state == RowState::Failed)
        ++m_second.failures;
    m_second.wireBytes += row.wireBytes;
    if (row.status != 0 && row.times.total != PhaseTimes::kNotApplicable)
        m_secondLatency.add(row.times.total);
}

void StatsCollector::addRequest(ConnectionUse use)
{
    ++m_requests;
    if (use == ConnectionUse::New)
        ++m_newConnections;
    else if (use == ConnectionUse::Reused)
        ++m_reusedConnections;
}

void StatsCollector::sample(int inFlight, int inFlightLimit, qint64 nowMicros)
{
    // A loop that was late closes the seconds it missed one by one, so that the time axis has no holes.
    while (nowMicros - m_secondStart >= kSecondMicros)
        closeSecond(inFlight, inFlightLimit, m_secondStart + kSecondMicros);
    m_inFlightSum += inFlight;
    ++m_samples;
}

void StatsCollector::closeSecond(int inFlight, int inFlightLimit, qint64 nowMicros)
{
    const qint64 length = nowMicros - m_secondStart;
    if (length <= 0)
        return;
    m_second.atMs = nowMicros / 1000;
    // The last second of a run may be a few milliseconds: one URL in them is no rate of hundreds.
    m_second.ratePerS = m_second.ended * 1e6 / static_cast<double>(std::max(length, kSecondMicros / 2));
    m_second.inFlight = m_samples == 0 ? inFlight : static_cast<int>((m_inFlightSum + m_samples / 2) / m_samples);
    m_second.inFlightLimit = inFlightLimit;
    m_second.p50Micros = static_cast<quint32>(m_secondLatency.percentile(0.50));
    m_second.p95Micros = static_cast<quint32>(m_secondLatency.percentile(0.95));
    m_second.p99Micros = static_cast<quint32>(m_secondLatency.percentile(0.99));
    m_points.push_back(m_second);
    m_second = {};
    m_secondLatency.clear();
    m_secondStart = nowMicros;
    m_inFlightSum = 0;
    m_samples = 0;
}

std::vector<TimePoint> StatsCollector::takePoints()
{
    std::vector<TimePoint> out;
    out.swap(m_points);
    return out;
}

void StatsCollector::fill(StatsSnapshot *snapshot, qint64 nowMicros, qint64 activeMicros) const
{
    const qint64 slice = nowMicros / kSliceMicros;
    const qint64 oldest = slice - static_cast<qint64>(kSlices);
    quint64 recent = m_slice.index > oldest ? m_slice.ended : 0;
    for (std::size_t i = 0; i < m_recent.size(); ++i) {
        if (m_recent.at(i).index > oldest)
            recent += m_recent.at(i).ended;
    }
    const double window =
        static_cast<double>(std::clamp<qint64>(nowMicros, kSliceMicros, kSlices * kSliceMicros)) / 1e6;
    snapshot->ratePerS = static_cast<double>(recent) / window;
    snapshot->elapsedMs = activeMicros / 1000;
    snapshot->averageRatePerS =
        activeMicros > 0 ? static_cast<double>(m_ended) * 1e6 / static_cast<double>(activeMicros) : 0;
    snapshot->statusClasses = m_classes;
    snapshot->errors = m_errors;
    for (const auto &[status, count] : m_statusCodes)
        snapshot->statusCodes.append({status, count});
    snapshot->wireBytes = m_wireBytes;
    snapshot->bodyBytes = m_bodyBytes;
    snapshot->newConnections = m_newConnections;
    snapshot->reusedConnections = m_reusedConnections;
    snapshot->requests = m_requests;
    snapshot->latency = std::make_shared<LatencyHistogram>(*m_latency); // 4 kB; the front end keeps it
}

} // namespace crawlscope
