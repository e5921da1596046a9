// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/uslfit.h"

#include <vector>

namespace crawlscope {

/// Which curve the knee was read from.
enum class KneeModel : quint8 {
    Line, ///< the rate rose with the level to the end
    Plateau, ///< a line, then level
    Decline, ///< a line, then falling
    Usl, ///< a smooth bend
};
/// "line", "plateau", "decline", "usl".
[[nodiscard]] const char *kneeModelName(KneeModel model);

/// Where more in flight stops paying.
struct Knee
{
    bool valid = false; ///< false: fewer than two different levels, and all below is empty
    bool reached = false; ///< false: the rate still rose at the highest level, which `concurrency` then is
    double concurrency = 0;
    double low = 0; ///< of a 95 % interval; at least 1
    double high = 0; ///< infinity where the measurements set no bound
    double ratePerS = 0; ///< of the model beyond the knee, at its highest
    KneeModel model = KneeModel::Line;
};

/// The knee is the saturation point of asymptotic bounds analysis (Denning, Buzen: The Operational Analysis of Queueing
/// Network Models, ACM Computing Surveys 1978; Lazowska et al.: Quantitative System Performance, 1984, chapter 5): the
/// number in flight at which the line of an idle server, n times the rate of one, meets the highest rate. For c workers
/// and a queue that is c. The peak of the USL, sqrt((1 - sigma) / kappa), is not: on such a curve it lies far beyond.
///
/// The two lines are fitted to the logarithms of the rates, beside the USL; more parameters have to earn their place by
/// Akaike's criterion for small samples (AICc, Burnham and Anderson, 2002). On a USL curve the line of slope lambda
/// meets the curve's highest rate within the levels measured. The interval is the percentile interval of a bootstrap of
/// residuals (see fitUsl()) under the model chosen, widened by Student's quantile. Pure.
[[nodiscard]] Knee findKnee(const std::vector<LoadPoint> &points, const FitOptions &options = {});

/// What concurrency buys: the highest mean rate of a level by that of the lowest level, with a 95 % interval
/// (bootstrap).
struct Speedup
{
    bool valid = false;
    double factor = 0;
    double low = 0;
    double high = 0;
    double concurrency = 0; ///< the level of the highest rate
};
/// Means are geometric. Pure.
[[nodiscard]] Speedup findSpeedup(const std::vector<LoadPoint> &points, const FitOptions &options = {});

} // namespace crawlscope
