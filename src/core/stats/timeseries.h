// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/statssnapshot.h"

#include <vector>

namespace crawlscope {

/// The seconds of a run in bounded memory: when kCapacity points are kept, neighbours are merged and from then on a
/// point stands for twice the time. 24 hours end as 2,700 points of 32 s. A value type; not thread-safe.
class TimeSeries
{
public:
    static constexpr std::size_t kCapacity = 4'000;

    /// Sums (`ended`, `statusClasses`, `failures`, `wireBytes`) are over all of `seconds`; divide for a figure per
    /// second. Rate and in flight are means, the limit is the newest, p50 the mean weighted by `ended`; p95 and p99 are
    /// the highest of the merged seconds, since a peak must not fade with age.
    struct Point : TimePoint
    {
        quint32 seconds = 1; ///< merged points, at least 1; `atMs` is the time of the newest
        [[nodiscard]] double perSecond(double sum) const { return sum / static_cast<double>(seconds); }
    };

    /// Precondition: time does not go back; an earlier point counts as being at the time of the newest.
    void append(const TimePoint &point);
    void clear();
    [[nodiscard]] bool isEmpty() const { return m_points.empty(); }
    [[nodiscard]] std::size_t size() const { return m_points.size(); }
    [[nodiscard]] const std::vector<Point> &points() const { return m_points; }
    [[nodiscard]] int stepSeconds() const { return m_step; } ///< resolution: 1, 2, 4, …
    /// Changes when older points change (merged or cleared), not when one is added.
    [[nodiscard]] quint64 generation() const { return m_generation; }
    /// Index of the point nearest to a time. Precondition: not empty.
    [[nodiscard]] std::size_t nearest(qint64 atMs) const;

    /// Makes one point of two neighbours, as described at Point.
    static void merge(Point *into, const Point &next);

private:
    [[nodiscard]] qint64 slotOf(const Point &point) const;
    void halve();

    std::vector<Point> m_points;
    int m_step = 1;
    quint64 m_generation = 0;
};

} // namespace crawlscope
