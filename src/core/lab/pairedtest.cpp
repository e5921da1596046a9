// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/pairedtest.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace crawlscope::pairedtest {
namespace {

    constexpr std::size_t kLeastPairs = 10; // below, the normal approximation is none

    /// Gamma(shape, 1) for shape >= 1 (Marsaglia, Tsang: A Simple Method for Generating Gamma Variables, 2000).
    double gamma(double shape, SeededRandom *random)
    {
        const double d = shape - 1.0 / 3;
        const double c = 1 / std::sqrt(9 * d);
        for (;;) {
            const double x = random->normal();
            const double v = std::pow(1 + c * x, 3);
            if (v > 0 && std::log(1 - random->uniform()) < x * x / 2 + d - d * v + d * std::log(v))
                return d * v;
        }
    }

} // namespace

double signedRank(std::vector<float> *differences)
{
    std::vector<float> &values = *differences;
    values.erase(std::remove(values.begin(), values.end(), 0.0F), values.end());
    if (values.size() < kLeastPairs)
        return 1;
    std::sort(values.begin(), values.end(), [](float a, float b) { return std::abs(a) < std::abs(b); });
    double positive = 0;
    double ties = 0;
    for (std::size_t from = 0; from < values.size();) {
        std::size_t to = from;
        std::size_t above = 0;
        for (; to < values.size() && std::abs(values[to]) == std::abs(values[from]); ++to)
            above += values[to] > 0 ? 1U : 0U;
        const auto count = static_cast<double>(to - from);
        positive += static_cast<double>(above) * (static_cast<double>(from + to) + 1) / 2;
        ties += count * count * count - count;
        from = to;
    }
    const auto n = static_cast<double>(values.size());
    const double mean = n * (n + 1) / 4;
    const double variance = n * (n + 1) * (2 * n + 1) / 24 - ties / 48;
    if (variance <= 0)
        return 1;
    const double z = std::max(0.0, std::abs(positive - mean) - 0.5) / std::sqrt(variance);
    return std::erfc(z / std::sqrt(2.0));
}

double signTest(quint64 above, quint64 below)
{
    const auto n = static_cast<double>(above + below);
    const auto more = static_cast<double>(std::max(above, below));
    constexpr double kExact = 1000;
    if (n > kExact)
        return std::erfc(std::max(0.0, more - n / 2 - 0.5) / std::sqrt(n / 4) / std::sqrt(2.0));
    double sum = 0;
    double logTerm = -n * std::log(2.0); // of all above, then of one less each
    for (quint64 k = above + below; k >= std::max(above, below) && k > 0; --k) {
        sum += std::exp(logTerm);
        logTerm += std::log(static_cast<double>(k) / (n - static_cast<double>(k) + 1));
    }
    if (above + below == 0)
        return 1;
    return std::min(1.0, 2 * sum);
}

std::vector<bool> holm(const std::vector<double> &pValues, double alpha)
{
    std::vector<std::size_t> order(pValues.size());
    std::iota(order.begin(), order.end(), std::size_t {0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return pValues[a] < pValues[b]; });
    std::vector<bool> falls(pValues.size(), false);
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (pValues[order[i]] > alpha / static_cast<double>(order.size() - i))
            break;
        falls[order[i]] = true;
    }
    return falls;
}

double median(std::vector<float> *values)
{
    const auto middle = values->begin() + static_cast<std::ptrdiff_t>(values->size() / 2);
    std::nth_element(values->begin(), middle, values->end());
    if (values->size() % 2 == 1)
        return *middle;
    return std::midpoint(static_cast<double>(*std::max_element(values->begin(), middle)), static_cast<double>(*middle));
}

double bootstrapMedian(const std::vector<float> &sorted, SeededRandom *random)
{
    const auto n = static_cast<double>(sorted.size());
    const double shape = (n + 1) / 2;
    const double below = gamma(shape, random);
    const double share = below / (below + gamma(shape, random));
    return sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(share * n))];
}

} // namespace crawlscope::pairedtest
