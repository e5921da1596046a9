// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/sweepresult.h"

#include <algorithm>
#include <vector>

namespace crawlscope::test {

/// Runs at a server of so many workers and a queue, where a URL takes 20 ms; repeats differ by some percent.
inline std::vector<SweepRun> sweepRuns(const std::vector<int> &levels, int workers, int repeats)
{
    std::vector<SweepRun> runs;
    for (int repeat = 0; repeat < repeats; ++repeat) {
        for (const int level : levels) {
            SweepRun run;
            run.level = level;
            run.repeat = repeat;
            run.counted = 380;
            run.ratePerS = std::min(level, workers) * 50.0 * (1 + 0.01 * ((repeat * 7 + level) % 5 - 2));
            run.steady = true;
            const auto micros = static_cast<quint64>(20'000.0 * std::max(1.0, static_cast<double>(level) / workers));
            for (quint64 i = 0; i < run.counted; ++i)
                run.latency.add(micros + micros * i / 400);
            run.failureShare = level > workers ? 0.05 : 0;
            run.waitShare = 0.9;
            run.mostInFlight = level;
            runs.push_back(run);
        }
    }
    return runs;
}

inline SweepResult sweepResult(std::vector<SweepRun> runs)
{
    SweepResult result = evaluateSweep(std::move(runs), {1, 100, nullptr});
    result.urls = 400;
    result.complete = true;
    return result;
}

/// Sixteen workers.
inline SweepResult sweepSample()
{
    return sweepResult(sweepRuns({1, 2, 5, 10, 20, 50, 100}, 16, 3));
}

} // namespace crawlscope::test
