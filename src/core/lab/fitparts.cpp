// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/fitparts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace crawlscope::fitparts {

std::vector<LoadPoint> usable(const std::vector<LoadPoint> &points)
{
    std::vector<LoadPoint> good;
    for (const LoadPoint &point : points) {
        if (std::isfinite(point.concurrency) && std::isfinite(point.ratePerS) && std::isfinite(point.weight)
            && point.concurrency >= 1 && point.ratePerS > 0 && point.weight > 0)
            good.push_back(point);
    }
    std::stable_sort(good.begin(), good.end(),
                     [](const LoadPoint &a, const LoadPoint &b) { return a.concurrency < b.concurrency; });
    return good;
}

int levelCount(const std::vector<LoadPoint> &points)
{
    int count = 0;
    double last = 0;
    for (const LoadPoint &point : points) {
        count += point.concurrency > last ? 1 : 0;
        last = point.concurrency;
    }
    return count;
}

double quantile(const std::vector<double> &sorted, double share)
{
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    if (below + 1 >= sorted.size() || sorted[below] == sorted[below + 1]) // infinity minus itself is no number
        return sorted[std::min(below, sorted.size() - 1)];
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[below + 1] - sorted[below]);
}

double pureError(const std::vector<LoadPoint> &points)
{
    double sum = 0;
    for (std::size_t from = 0; from < points.size();) {
        std::size_t to = from;
        double weights = 0;
        double mean = 0;
        for (; to < points.size() && points[to].concurrency == points[from].concurrency; ++to) {
            weights += points[to].weight;
            mean += points[to].weight * std::log(points[to].ratePerS);
        }
        mean /= weights;
        for (; from < to; ++from)
            sum += points[from].weight * std::pow(std::log(points[from].ratePerS) - mean, 2);
    }
    return sum;
}

double studentWidening(double degrees)
{
    if (degrees < 1)
        return std::numeric_limits<double>::infinity();
    constexpr double z = 1.959963985; // 97.5 % of a normal distribution
    constexpr double z2 = z * z;
    const double first = (z2 + 1) / 4;
    const double second = (5 * z2 * z2 + 16 * z2 + 3) / 96;
    const double third = (3 * z2 * z2 * z2 + 19 * z2 * z2 + 17 * z2 - 15) / 384;
    return 1 + (first + (second + third / degrees) / degrees) / degrees;
}

ResidualBootstrap::ResidualBootstrap(std::vector<LoadPoint> points, std::vector<double> predicted, int parameters)
    : m_points(std::move(points))
    , m_predicted(std::move(predicted))
{
    const auto count = static_cast<double>(m_points.size());
    // Residuals are smaller than errors, since the model follows the points.
    const double widen = std::sqrt(count / std::max(1.0, count - parameters));
    double mean = 0;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        m_residuals.push_back(widen * std::sqrt(m_points[i].weight)
                              * (std::log(m_points[i].ratePerS) - m_predicted[i]));
        mean += m_residuals.back() / count;
    }
    for (double &residual : m_residuals)
        residual -= mean;
}

void ResidualBootstrap::draw(SeededRandom *random, std::vector<LoadPoint> *out) const
{
    *out = m_points;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const double residual = m_residuals[random->below(m_residuals.size())] / std::sqrt(m_points[i].weight);
        (*out)[i].ratePerS = std::exp(m_predicted[i] + residual);
    }
}

} // namespace crawlscope::fitparts
