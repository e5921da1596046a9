// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <vector>

namespace crawlscope {

/// One measurement: so many requests in flight gave so many URLs a second.
struct LoadPoint
{
    double concurrency = 1; ///< >= 1
    double ratePerS = 0; ///< > 0; others are left out of every fit
    double weight = 1; ///< > 0; what counts double is as good as two measurements
};

/// Universal Scalability Law: X(n) = lambda n / (1 + sigma (n - 1) + kappa n (n - 1)) (Gunther: Guerrilla Capacity
/// Planning, 2007, chapter 4 and 6).
struct UslParameters
{
    double lambda = 0; ///< URLs a second with one in flight
    double sigma = 0; ///< contention: share of the work that waits in one line; >= 0
    double kappa = 0; ///< cost of getting in each other's way, which makes it slower again; >= 0
    [[nodiscard]] double ratePerS(double concurrency) const;
    /// Where the curve is highest, sqrt((1 - sigma) / kappa); infinity where it only ever rises.
    [[nodiscard]] double peak() const;
};

struct UslFit
{
    struct Interval
    {
        double low = 0;
        double high = 0;
    };
    struct CurvePoint
    {
        double concurrency = 0;
        double ratePerS = 0;
        double low = 0; ///< of the law's value, not of single measurements
        double high = 0;
    };
    bool valid = false; ///< false: fewer than three different levels, and all below is empty
    UslParameters best;
    UslParameters standardError; ///< by bootstrap
    Interval lambda; ///< 95 %, likewise
    Interval sigma;
    Interval kappa;
    double rSquared = 0; ///< of the rates' logarithms
    /// Size of the residuals by that of the scatter between repeats; about 1 where the law holds. 0: no repeats.
    /// Above 2 the curve says less about the server than the points do.
    double misfit = 0;
    std::vector<CurvePoint> curve; ///< for drawing: evenly on a logarithmic axis, lowest to highest level
};

struct FitOptions
{
    quint64 seed = 1; ///< the same seed, the same intervals
    int replicates = 400; ///< of the bootstrap; 0: no intervals
    const std::atomic<bool> *cancelled = nullptr; ///< asked at every replicate; then the result is not valid
};

/// Least squares on the logarithms of the rates, for the scatter of a rate grows with it; sigma and kappa are bounded
/// below by 0 (all four cases of which bound holds are solved, by Levenberg and Marquardt's method, and the best
/// counts). Errors by resampling residuals (Efron, Tibshirani: An Introduction to the Bootstrap, 1993, chapter 9),
/// widened by sqrt(N / (N - p)). About 0.3 ms a replicate. Pure.
[[nodiscard]] UslFit fitUsl(const std::vector<LoadPoint> &points, const FitOptions &options = {});
/// The law alone, without errors. `lambda` 0: not enough points.
[[nodiscard]] UslParameters solveUsl(const std::vector<LoadPoint> &points);

} // namespace crawlscope
