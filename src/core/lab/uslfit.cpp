// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/uslfit.h"

#include "core/lab/fitparts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace crawlscope {
namespace {

    // n / X(n) = a + b (n - 1) + c n (n - 1) is linear, with lambda = 1 / a, sigma = b / a, kappa = c / a.
    using Coefficients = std::array<double, 3>;
    using Matrix = std::array<std::array<double, 3>, 3>;
    constexpr int kIterations = 60;
    constexpr int kCurvePoints = 65;

    Coefficients termsOf(double n)
    {
        return {1, n - 1, n * (n - 1)};
    }

    double denominator(const Coefficients &coefficients, double n)
    {
        const Coefficients terms = termsOf(n);
        return coefficients[0] * terms[0] + coefficients[1] * terms[1] + coefficients[2] * terms[2];
    }

    /// The unknowns that are not free stay 0. Nothing when the equations have no single solution.
    std::optional<Coefficients> solve(Matrix matrix, Coefficients right, const std::array<bool, 3> &freeOnes)
    {
        Coefficients result {};
        std::array<std::size_t, 3> index {};
        std::size_t size = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            if (freeOnes[i])
                index[size++] = i;
        }
        // Symmetric and positive: no pivoting needed.
        for (std::size_t column = 0; column < size; ++column) {
            const std::size_t c = index[column];
            if (!(matrix[c][c] > 0))
                return std::nullopt;
            for (std::size_t row = column + 1; row < size; ++row) {
                const std::size_t r = index[row];
                const double factor = matrix[r][c] / matrix[c][c];
                for (std::size_t k = column; k < size; ++k)
                    matrix[r][index[k]] -= factor * matrix[c][index[k]];
                right[r] -= factor * right[c];
            }
        }
        for (std::size_t row = size; row-- > 0;) {
            const std::size_t r = index[row];
            double value = right[r];
            for (std::size_t k = row + 1; k < size; ++k)
                value -= matrix[r][index[k]] * result[index[k]];
            result[r] = value / matrix[r][r];
        }
        return std::isfinite(result[0] + result[1] + result[2]) ? std::optional(result) : std::nullopt;
    }

    /// Sum of squares of ln X - ln X(n); infinity where the curve is not positive.
    double squares(const std::vector<LoadPoint> &points, const Coefficients &coefficients)
    {
        double sum = 0;
        for (const LoadPoint &point : points) {
            const double below = denominator(coefficients, point.concurrency);
            if (!(below > 0))
                return std::numeric_limits<double>::infinity();
            const double residual = std::log(point.ratePerS / point.concurrency * below);
            sum += point.weight * residual * residual;
        }
        return sum;
    }

    struct Equations
    {
        Matrix matrix {};
        Coefficients right {};
        void add(const Coefficients &row, double value, double weight)
        {
            for (std::size_t i = 0; i < 3; ++i) {
                for (std::size_t k = 0; k < 3; ++k)
                    matrix[i][k] += weight * row[i] * row[k];
                right[i] += weight * row[i] * value;
            }
        }
    };

    /// Linear least squares on n / X, relative: close to the end, and needs no start.
    Coefficients startOf(const std::vector<LoadPoint> &points, const std::array<bool, 3> &freeOnes)
    {
        Equations equations;
        Coefficients flat {};
        double weights = 0;
        for (const LoadPoint &point : points) {
            const double time = point.concurrency / point.ratePerS;
            equations.add(termsOf(point.concurrency), time, point.weight / (time * time));
            flat[0] += point.weight * time;
            weights += point.weight;
        }
        flat[0] /= weights;
        const std::optional<Coefficients> linear = solve(equations.matrix, equations.right, freeOnes);
        return linear && std::isfinite(squares(points, *linear)) ? *linear : flat;
    }

    /// Levenberg and Marquardt, with the free coefficients alone.
    Coefficients descend(const std::vector<LoadPoint> &points, const std::array<bool, 3> &freeOnes)
    {
        Coefficients at = startOf(points, freeOnes);
        double best = squares(points, at);
        double damping = 1e-3;
        for (int i = 0; i < kIterations && damping < 1e12; ++i) {
            Equations equations;
            for (const LoadPoint &point : points) {
                const double below = denominator(at, point.concurrency);
                Coefficients row = termsOf(point.concurrency);
                for (double &term : row)
                    term /= below;
                equations.add(row, -std::log(point.ratePerS / point.concurrency * below), point.weight);
            }
            for (std::size_t k = 0; k < 3; ++k)
                equations.matrix[k][k] *= 1 + damping;
            const std::optional<Coefficients> step = solve(equations.matrix, equations.right, freeOnes);
            if (!step)
                break;
            Coefficients next = at;
            for (std::size_t k = 0; k < 3; ++k)
                next[k] += (*step)[k];
            const double reached = squares(points, next);
            if (!(reached < best)) {
                damping *= 10;
                continue;
            }
            const bool settled = best - reached < 1e-12 * best;
            at = next;
            best = reached;
            damping /= 10;
            if (settled)
                break;
        }
        return at;
    }

    std::vector<double> logRates(const std::vector<LoadPoint> &points, const UslParameters &usl)
    {
        std::vector<double> rates;
        for (const LoadPoint &point : points)
            rates.push_back(std::log(usl.ratePerS(point.concurrency)));
        return rates;
    }

    struct Spread
    {
        double deviation = 0;
        UslFit::Interval interval;
    };

    Spread spreadOf(std::vector<double> values)
    {
        Spread spread;
        if (values.size() < 2)
            return spread;
        double mean = 0;
        for (const double value : values)
            mean += value / static_cast<double>(values.size());
        for (const double value : values)
            spread.deviation += (value - mean) * (value - mean) / static_cast<double>(values.size() - 1);
        spread.deviation = std::sqrt(spread.deviation);
        std::sort(values.begin(), values.end());
        spread.interval = {fitparts::quantile(values, 0.025), fitparts::quantile(values, 0.975)};
        return spread;
    }

    template<typename Of>
    Spread spreadOf(const std::vector<UslParameters> &replicates, Of of)
    {
        std::vector<double> values;
        for (const UslParameters &replicate : replicates)
            values.push_back(of(replicate));
        return spreadOf(std::move(values));
    }

    void fillErrors(const std::vector<UslParameters> &replicates, UslFit *fit)
    {
        const Spread lambda = spreadOf(replicates, [](const UslParameters &usl) { return usl.lambda; });
        const Spread sigma = spreadOf(replicates, [](const UslParameters &usl) { return usl.sigma; });
        const Spread kappa = spreadOf(replicates, [](const UslParameters &usl) { return usl.kappa; });
        fit->standardError = {lambda.deviation, sigma.deviation, kappa.deviation};
        fit->lambda = lambda.interval;
        fit->sigma = sigma.interval;
        fit->kappa = kappa.interval;
    }

    void fillCurve(const std::vector<UslParameters> &replicates, double from, double to, UslFit *fit)
    {
        for (int i = 0; i < kCurvePoints; ++i) {
            const double n = from * std::pow(to / from, static_cast<double>(i) / (kCurvePoints - 1));
            UslFit::CurvePoint point {n, fit->best.ratePerS(n), 0, 0};
            point.low = point.high = point.ratePerS;
            if (replicates.size() > 1) {
                const Spread spread = spreadOf(replicates, [n](const UslParameters &usl) { return usl.ratePerS(n); });
                point.low = std::min(point.ratePerS, spread.interval.low);
                point.high = std::max(point.ratePerS, spread.interval.high);
            }
            fit->curve.push_back(point);
        }
    }

    void fillQuality(const std::vector<LoadPoint> &points, const std::vector<double> &predicted, UslFit *fit)
    {
        const auto count = static_cast<double>(points.size());
        double weights = 0;
        double mean = 0;
        for (const LoadPoint &point : points) {
            weights += point.weight;
            mean += point.weight * std::log(point.ratePerS);
        }
        mean /= weights;
        double all = 0;
        double rest = 0;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const double value = std::log(points[i].ratePerS);
            all += points[i].weight * (value - mean) * (value - mean);
            rest += points[i].weight * (value - predicted[i]) * (value - predicted[i]);
        }
        fit->rSquared = all > 0 ? std::max(0.0, 1 - rest / all) : 0;
        const double degrees = count - fitparts::levelCount(points);
        const double pure = fitparts::pureError(points);
        if (degrees > 0 && pure > 0)
            fit->misfit = std::sqrt(rest / std::max(1.0, count - 3) / (pure / degrees));
    }

} // namespace

double UslParameters::ratePerS(double concurrency) const
{
    return lambda * concurrency / (1 + sigma * (concurrency - 1) + kappa * concurrency * (concurrency - 1));
}

double UslParameters::peak() const
{
    if (sigma >= 1)
        return 1; // it falls from the first on
    return kappa > 0 ? std::max(1.0, std::sqrt((1 - sigma) / kappa)) : std::numeric_limits<double>::infinity();
}

UslParameters solveUsl(const std::vector<LoadPoint> &points)
{
    const std::vector<LoadPoint> good = fitparts::usable(points);
    if (fitparts::levelCount(good) < 3)
        return {};
    static constexpr std::array<std::array<bool, 3>, 4> kCases {
        {{true, true, true}, {true, true, false}, {true, false, true}, {true, false, false}}};
    Coefficients best {};
    double least = std::numeric_limits<double>::infinity();
    for (const std::array<bool, 3> &freeOnes : kCases) {
        const Coefficients found = descend(good, freeOnes);
        if (!(found[0] > 0) || found[1] < 0 || found[2] < 0)
            continue;
        const double reached = squares(good, found);
        if (reached < least) {
            least = reached;
            best = found;
        }
    }
    if (!(best[0] > 0))
        return {};
    return {1 / best[0], best[1] / best[0], best[2] / best[0]};
}

UslFit fitUsl(const std::vector<LoadPoint> &points, const FitOptions &options)
{
    UslFit fit;
    const std::vector<LoadPoint> good = fitparts::usable(points);
    fit.best = solveUsl(good);
    if (fit.best.lambda <= 0)
        return fit;
    const std::vector<double> predicted = logRates(good, fit.best);
    fillQuality(good, predicted, &fit);
    const fitparts::ResidualBootstrap bootstrap(good, predicted, 3);
    SeededRandom random(options.seed);
    std::vector<UslParameters> replicates;
    std::vector<LoadPoint> drawn;
    for (int i = 0; i < options.replicates && good.size() > 3; ++i) {
        if (options.cancelled != nullptr && *options.cancelled)
            return {};
        bootstrap.draw(&random, &drawn);
        if (const UslParameters replicate = solveUsl(drawn); replicate.lambda > 0)
            replicates.push_back(replicate);
    }
    fillErrors(replicates, &fit);
    fillCurve(replicates, good.front().concurrency, good.back().concurrency, &fit);
    fit.valid = true;
    return fit;
}

} // namespace crawlscope
