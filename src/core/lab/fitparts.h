// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/seededrandom.h"
#include "core/lab/uslfit.h"

#include <vector>

/// What the fits of this folder share. Pure.
namespace crawlscope::fitparts {

/// The points that can be used, by concurrency.
[[nodiscard]] std::vector<LoadPoint> usable(const std::vector<LoadPoint> &points);
/// How many different levels; `points` as of usable().
[[nodiscard]] int levelCount(const std::vector<LoadPoint> &points);
/// Linear between the values; `sorted` is not empty, 0 <= share <= 1.
[[nodiscard]] double quantile(const std::vector<double> &sorted, double share);
/// Weighted scatter (sum of squares) of the rates' logarithms around the mean of their level.
[[nodiscard]] double pureError(const std::vector<LoadPoint> &points);

/// How much wider a 95 % interval is, since the scatter itself is only known from so many degrees of freedom: Student's
/// quantile by the normal one (Cornish and Fisher's expansion). At least 1; infinity for none.
[[nodiscard]] double studentWidening(double degrees);

/// Measurements as they could have been: rates of the model, each with a residual of another measurement.
class ResidualBootstrap
{
public:
    /// `predicted`: logarithms of the model's rates at `points`; `parameters`: how many it has.
    ResidualBootstrap(std::vector<LoadPoint> points, std::vector<double> predicted, int parameters);
    void draw(SeededRandom *random, std::vector<LoadPoint> *out) const;

private:
    std::vector<LoadPoint> m_points;
    std::vector<double> m_predicted;
    std::vector<double> m_residuals; ///< times the root of their weight
};

} // namespace crawlscope::fitparts
