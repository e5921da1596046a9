// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/sweeprunner.h"

#include <map>
#include <vector>

namespace crawlscope::gui {

/// Time left of a sweep, from how long its runs took. A level that was not run yet is taken to need the time of its
/// neighbour, more so where it is lower: half as many in flight take twice as long. Time is an argument. A value.
class SweepEstimate
{
public:
    void start(const SweepPlan &plan);
    /// A run of `level` took so long.
    void runEnded(int level, double seconds);
    /// Where the sweep stands. `seconds`: since the run under way began. `cutLevel`: this level and higher ones are
    /// left out; 0: none. < 0: not known yet.
    [[nodiscard]] double secondsLeft(const SweepProgress &progress, double seconds, int cutLevel) const;

private:
    struct Runs
    {
        double seconds = 0;
        int count = 0;
    };
    /// < 0: nothing is known.
    [[nodiscard]] static double ofLevel(const std::map<int, Runs> &runs, int level);

    std::vector<SweepPlan::Step> m_steps;
    std::map<int, Runs> m_runs;
};

} // namespace crawlscope::gui
