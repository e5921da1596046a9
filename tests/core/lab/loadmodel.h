// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/seededrandom.h"
#include "core/lab/uslfit.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace loadmodel {

using namespace crawlscope;

inline const std::vector<double> &usualLevels()
{
    static const std::vector<double> levels {1, 2, 5, 10, 20, 50, 100, 200};
    return levels;
}

/// Rates of `rateOf` at the usual levels, each with log-normal noise of that relative size.
template<typename RateOf>
std::vector<LoadPoint> measure(RateOf rateOf, int repeats, double noise, quint64 seed)
{
    SeededRandom random(seed);
    std::vector<LoadPoint> points;
    for (int repeat = 0; repeat < repeats; ++repeat) {
        for (const double level : usualLevels())
            points.push_back({level, rateOf(level) * std::exp(noise * random.normal()), 1});
    }
    return points;
}

/// A server of so many workers, 20 ms a request, with a queue in front.
inline std::vector<LoadPoint> workers(double count, int repeats, double noise, quint64 seed)
{
    return measure([count](double n) { return std::min(n, count) / 0.02; }, repeats, noise, seed);
}

inline std::vector<LoadPoint> usl(const UslParameters &law, int repeats, double noise, quint64 seed)
{
    return measure([&law](double n) { return law.ratePerS(n); }, repeats, noise, seed);
}

} // namespace loadmodel
