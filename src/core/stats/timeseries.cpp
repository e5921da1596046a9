// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/timeseries.h"

#include <algorithm>
#include <cmath>

namespace crawlscope {

void TimeSeries::append(const TimePoint &point)
{
    Point next;
    static_cast<TimePoint &>(next) = point;
    if (!m_points.empty()) {
        next.atMs = std::max(next.atMs, m_points.back().atMs);
        if (m_step > 1 && slotOf(next) == slotOf(m_points.back())) {
            merge(&m_points.back(), next);
            return;
        }
    }
    m_points.push_back(next);
    while (m_points.size() >= kCapacity)
        halve();
}

void TimeSeries::clear()
{
    m_points.clear();
    m_step = 1;
    ++m_generation;
}

std::size_t TimeSeries::nearest(qint64 atMs) const
{
    const auto after = std::lower_bound(m_points.begin(), m_points.end(), atMs,
                                        [](const Point &point, qint64 at) { return point.atMs < at; });
    const auto index = static_cast<std::size_t>(after - m_points.begin());
    if (index == m_points.size())
        return index - 1;
    if (index > 0 && atMs - m_points[index - 1].atMs < m_points[index].atMs - atMs)
        return index - 1;
    return index;
}

qint64 TimeSeries::slotOf(const Point &point) const
{
    // A point stands for the second that ends with it, so the one at exactly 2 s belongs to the slot before.
    return std::max<qint64>(0, point.atMs - 1) / (qint64 {1'000} * m_step);
}

void TimeSeries::merge(Point *into, const Point &next)
{
    const double a = into->seconds;
    const double b = next.seconds;
    const double ended = static_cast<double>(into->ended) + next.ended;
    if (ended > 0) {
        into->p50Micros = static_cast<quint32>(std::lround(
            (static_cast<double>(into->p50Micros) * into->ended + static_cast<double>(next.p50Micros) * next.ended)
            / ended));
    }
    into->p95Micros = std::max(into->p95Micros, next.p95Micros);
    into->p99Micros = std::max(into->p99Micros, next.p99Micros);
    into->ratePerS = (into->ratePerS * a + next.ratePerS * b) / (a + b);
    into->inFlight = static_cast<int>(std::lround((into->inFlight * a + next.inFlight * b) / (a + b)));
    into->inFlightLimit = next.inFlightLimit;
    into->ended += next.ended;
    into->failures += next.failures;
    into->wireBytes += next.wireBytes;
    for (std::size_t i = 0; i < into->statusClasses.size(); ++i)
        into->statusClasses[i] += next.statusClasses[i];
    into->seconds += next.seconds;
    into->atMs = next.atMs;
}

void TimeSeries::halve()
{
    m_step *= 2;
    std::size_t kept = 0;
    for (std::size_t i = 1; i < m_points.size(); ++i) {
        if (slotOf(m_points[i]) == slotOf(m_points[kept]))
            merge(&m_points[kept], m_points[i]);
        else
            m_points[++kept] = m_points[i];
    }
    m_points.resize(std::min(m_points.size(), kept + 1));
    ++m_generation;
}

} // namespace crawlscope
