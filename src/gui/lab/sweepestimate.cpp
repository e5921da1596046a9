// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lab/sweepestimate.h"

#include <algorithm>
#include <iterator>

namespace crawlscope::gui {

namespace {
    constexpr double kTelling = 0.1; ///< of the URLs of a run, before its pace says anything
} // namespace

void SweepEstimate::start(const SweepPlan &plan)
{
    m_steps = plan.steps();
    m_runs.clear();
}

void SweepEstimate::runEnded(int level, double seconds)
{
    Runs &runs = m_runs[level];
    runs.seconds += seconds;
    ++runs.count;
}

double SweepEstimate::ofLevel(const std::map<int, Runs> &runs, int level)
{
    if (runs.empty())
        return -1;
    auto known = runs.lower_bound(level);
    if (known == runs.end())
        --known; // the highest: more in flight takes no longer
    const double mean = known->second.seconds / known->second.count;
    return level < known->first ? mean * known->first / level : mean;
}

double SweepEstimate::secondsLeft(const SweepProgress &progress, double seconds, int cutLevel) const
{
    std::map<int, Runs> runs = m_runs;
    const double share =
        progress.urls == 0 ? 0 : static_cast<double>(progress.done) / static_cast<double>(progress.urls);
    if (share >= kTelling && !runs.contains(progress.level))
        runs[progress.level] = {seconds / share, 1};
    if (runs.empty())
        return -1;
    double left = 0;
    for (auto step = static_cast<std::size_t>(std::max(progress.step, 0)); step < m_steps.size(); ++step) {
        const int level = m_steps[step].level;
        if (cutLevel > 0 && level >= cutLevel)
            continue;
        const double whole = ofLevel(runs, level);
        left += static_cast<int>(step) == progress.step ? std::max(0.0, whole - seconds) : whole;
    }
    return left;
}

} // namespace crawlscope::gui
