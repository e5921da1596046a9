// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/timeseries.h"

#include <QString>

#include <vector>

namespace crawlscope::gui {

/// What the charts over time show: the seconds of a run and the moments at which somebody steered it. A value.
class RunHistory
{
public:
    static constexpr std::size_t kMaxMarks = 500;

    void append(const TimePoint &point) { m_series.append(point); }
    /// Takes events that belong in a chart (limits changed, paused, …), leaves the rest. A slider that is being dragged
    /// makes many events; those of one kind within 1.5 s become one mark from the first to the last value. Of what
    /// hosts do by themselves (adaptive limits, breakers) at most one of a kind a second is kept.
    void append(const RunEvent &event);
    void clear();
    [[nodiscard]] const TimeSeries &series() const { return m_series; }
    [[nodiscard]] const std::vector<RunEvent> &marks() const { return m_marks; }
    [[nodiscard]] static bool isOfHost(const RunEvent &event); ///< what one host did by itself
    /// Few words for a mark, e.g. "in flight 20 → 50".
    [[nodiscard]] static QString markText(const RunEvent &mark);

private:
    [[nodiscard]] bool hasRecent(const RunEvent &event) const;

    TimeSeries m_series;
    std::vector<RunEvent> m_marks;
};

} // namespace crawlscope::gui
