// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/knee.h"

#include "core/lab/fitparts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace crawlscope {
namespace {

    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    constexpr double kLeastScatter = 1e-3; ///< relative; what is measured is no truer
    constexpr double kEarnsBend = 4; ///< AICc by which a plateau has to beat the line
    constexpr double kEarnsShape = 6; ///< and by which another shape has to beat that
    constexpr double kStillRises = 0.25; ///< d ln X / d ln n of a USL curve that has not levelled off

    /// ln X = rise + ln n up to the break, then top + slope * (ln n - ln of the break), slope <= 0.
    struct Bend
    {
        double rise = 0;
        double top = kInfinity; ///< infinity: no break
        double slope = 0;
        double squares = kInfinity;
        [[nodiscard]] double logKnee() const { return top - rise; }
        [[nodiscard]] double at(double logN) const
        {
            return logN <= logKnee() ? rise + logN : top + slope * (logN - logKnee());
        }
    };

    struct Level
    {
        double logN = 0;
        double mean = 0; ///< of ln X
        double weight = 0;
    };

    std::vector<Level> levelsOf(const std::vector<LoadPoint> &points)
    {
        std::vector<Level> levels;
        for (const LoadPoint &point : points) {
            const double logN = std::log(point.concurrency);
            if (levels.empty() || levels.back().logN != logN)
                levels.push_back({logN, 0, 0});
            levels.back().mean += point.weight * std::log(point.ratePerS);
            levels.back().weight += point.weight;
        }
        for (Level &level : levels)
            level.mean /= level.weight;
        return levels;
    }

    double squaresOf(const std::vector<Level> &levels, const Bend &bend)
    {
        double sum = 0;
        for (const Level &level : levels)
            sum += level.weight * std::pow(level.mean - bend.at(level.logN), 2);
        return sum; // of the level means: the scatter around them is the same for each model
    }

    void keepBetter(const std::vector<Level> &levels, Bend bend, Bend *best)
    {
        bend.squares = squaresOf(levels, bend);
        if (bend.squares < best->squares)
            *best = bend;
    }

    double meanRise(const std::vector<Level> &levels, std::size_t count)
    {
        double sum = 0;
        double weights = 0;
        for (std::size_t i = 0; i < count; ++i) {
            sum += levels[i].weight * (levels[i].mean - levels[i].logN);
            weights += levels[i].weight;
        }
        return sum / weights;
    }

    Bend fitLine(const std::vector<Level> &levels)
    {
        Bend bend;
        bend.rise = meanRise(levels, levels.size());
        bend.squares = squaresOf(levels, bend);
        return bend;
    }

    /// Regression of the levels from `first` on: value at ln n = 0, and slope.
    std::pair<double, double> regress(const std::vector<Level> &levels, std::size_t first, bool withSlope)
    {
        double weights = 0;
        double x = 0;
        double y = 0;
        for (std::size_t i = first; i < levels.size(); ++i) {
            weights += levels[i].weight;
            x += levels[i].weight * levels[i].logN;
            y += levels[i].weight * levels[i].mean;
        }
        x /= weights;
        y /= weights;
        double xx = 0;
        double xy = 0;
        for (std::size_t i = first; i < levels.size(); ++i) {
            xx += levels[i].weight * std::pow(levels[i].logN - x, 2);
            xy += levels[i].weight * (levels[i].logN - x) * (levels[i].mean - y);
        }
        const double slope = withSlope && xx > 0 ? std::min(0.0, xy / xx) : 0.0;
        return {y - slope * x, slope};
    }

    /// The break between each two levels, and on each level, is tried.
    Bend fitBend(const std::vector<Level> &levels, bool withSlope)
    {
        Bend best = fitLine(levels);
        for (std::size_t rising = 1; rising < levels.size(); ++rising) {
            const auto [start, slope] = regress(levels, rising, withSlope);
            Bend bend;
            bend.rise = meanRise(levels, rising);
            const double logKnee = (start - bend.rise) / (1 - slope);
            bend.top = bend.rise + logKnee;
            bend.slope = slope;
            keepBetter(levels, bend, &best);
            // Exactly there: both sides share the height, which is the mean of what each level says of it.
            const double corner = levels[rising].logN;
            double sum = 0;
            double weights = 0;
            for (const Level &level : levels) {
                const double over = level.logN - corner;
                sum += level.weight * (level.mean - (over < 0 ? over : slope * over));
                weights += level.weight;
            }
            bend.top = sum / weights;
            bend.rise = bend.top - corner;
            keepBetter(levels, bend, &best);
        }
        return best;
    }

    /// Akaike's criterion for small samples; the variance is a parameter, too.
    double akaike(double squares, double count, int parameters)
    {
        const double k = parameters + 1;
        if (count - k - 1 <= 0)
            return kInfinity;
        const double least = count * kLeastScatter * kLeastScatter;
        return count * std::log(std::max(squares, least) / count) + 2 * k + 2 * k * (k + 1) / (count - k - 1);
    }

    double highestRate(const UslParameters &usl, double from, double to)
    {
        return usl.ratePerS(std::clamp(usl.peak(), from, to));
    }

    struct Choice
    {
        KneeModel model = KneeModel::Line;
        Bend bend;
        UslParameters usl;
        int parameters = 1;
    };

    Choice choose(const std::vector<LoadPoint> &points, const std::vector<Level> &levels)
    {
        const auto count = static_cast<double>(points.size());
        const double pure = fitparts::pureError(points);
        Choice choice {KneeModel::Line, fitLine(levels), {}, 1};
        double reached = akaike(choice.bend.squares + pure, count, 1);
        const Bend plateau = fitBend(levels, false);
        // Three measurements are too few for the criterion, and enough to see a plateau.
        const bool few = !std::isfinite(akaike(0, count, 2));
        const double ofPlateau = akaike(plateau.squares + pure, count, 2);
        if (few ? std::isfinite(plateau.top) : ofPlateau < reached - kEarnsBend) {
            choice = {KneeModel::Plateau, plateau, {}, 2};
            reached = ofPlateau;
        }
        const double before = reached;
        if (const Bend decline = fitBend(levels, true); decline.slope < 0) {
            const double ofDecline = akaike(decline.squares + pure, count, 3);
            if (ofDecline < before - kEarnsShape) {
                choice = {KneeModel::Decline, decline, {}, 3};
                reached = ofDecline;
            }
        }
        if (const UslParameters usl = solveUsl(points); usl.lambda > 0) {
            Bend none;
            double squares = 0;
            for (const LoadPoint &point : points)
                squares += point.weight * std::pow(std::log(point.ratePerS / usl.ratePerS(point.concurrency)), 2);
            const double ofUsl = akaike(squares, count, 3);
            if (ofUsl < before - kEarnsShape && ofUsl < reached)
                choice = {KneeModel::Usl, none, usl, 3};
        }
        return choice;
    }

    /// Infinity: none within the levels.
    double kneeOf(const Choice &choice, double lowest, double highest)
    {
        if (choice.model == KneeModel::Usl)
            return highestRate(choice.usl, lowest, highest) / choice.usl.lambda;
        const double knee = std::exp(choice.bend.logKnee());
        return knee > highest ? kInfinity : knee;
    }

    Choice again(const Choice &choice, const std::vector<LoadPoint> &points)
    {
        Choice result = choice;
        if (choice.model == KneeModel::Usl)
            result.usl = solveUsl(points);
        else // what looked like a line may have a break
            result.bend = fitBend(levelsOf(points), choice.model == KneeModel::Decline);
        return result;
    }

    double logRate(const Choice &choice, double n)
    {
        return choice.model == KneeModel::Usl ? std::log(choice.usl.ratePerS(n)) : choice.bend.at(std::log(n));
    }

    bool levelledOff(const Choice &choice, double highest)
    {
        if (choice.model != KneeModel::Usl)
            return choice.model != KneeModel::Line;
        constexpr double kStep = 1e-3;
        return (logRate(choice, highest) - logRate(choice, highest * (1 - kStep))) / kStep < kStillRises;
    }

    /// False: cancelled.
    bool fillInterval(const std::vector<LoadPoint> &points, const Choice &choice, const FitOptions &options, Knee *knee)
    {
        knee->low = 1;
        knee->high = kInfinity;
        if (options.replicates < 2 || static_cast<int>(points.size()) < choice.parameters + 2)
            return true; // nothing tells the scatter
        std::vector<double> predicted;
        predicted.reserve(points.size());
        for (const LoadPoint &point : points)
            predicted.push_back(logRate(choice, point.concurrency));
        const fitparts::ResidualBootstrap bootstrap(points, std::move(predicted), choice.parameters);
        SeededRandom random(options.seed);
        std::vector<double> knees;
        std::vector<LoadPoint> drawn;
        for (int i = 0; i < options.replicates; ++i) {
            if (options.cancelled != nullptr && *options.cancelled)
                return false;
            bootstrap.draw(&random, &drawn);
            const Choice replicate = again(choice, drawn);
            if (choice.model != KneeModel::Usl || replicate.usl.lambda > 0)
                knees.push_back(kneeOf(replicate, points.front().concurrency, points.back().concurrency));
        }
        if (knees.empty())
            return true;
        std::sort(knees.begin(), knees.end());
        // The percentiles take the scatter for known; with few measurements it is not.
        const double widen = fitparts::studentWidening(static_cast<double>(points.size()) - choice.parameters - 1);
        const auto bound = [&](double share) {
            return knee->concurrency * std::pow(fitparts::quantile(knees, share) / knee->concurrency, widen);
        };
        knee->low = std::min(knee->concurrency, bound(0.025));
        knee->high = knee->reached ? std::max(knee->concurrency, bound(0.975)) : kInfinity;
        // Below the lowest level nothing was measured: level from there on only says that the knee is no higher.
        if (knee->concurrency <= points.front().concurrency * 1.05)
            knee->low = 1;
        knee->low = std::max(1.0, knee->low);
        return true;
    }

} // namespace

const char *kneeModelName(KneeModel model)
{
    switch (model) {
    case KneeModel::Line:
        return "line";
    case KneeModel::Plateau:
        return "plateau";
    case KneeModel::Decline:
        return "decline";
    case KneeModel::Usl:
        return "usl";
    }
    return "line";
}

Knee findKnee(const std::vector<LoadPoint> &points, const FitOptions &options)
{
    Knee knee;
    const std::vector<LoadPoint> good = fitparts::usable(points);
    if (fitparts::levelCount(good) < 2)
        return knee;
    const Choice choice = choose(good, levelsOf(good));
    const double lowest = good.front().concurrency;
    const double highest = good.back().concurrency;
    const double found = kneeOf(choice, lowest, highest);
    knee.model = choice.model;
    knee.reached = levelledOff(choice, highest) && std::isfinite(found);
    knee.concurrency = knee.reached ? std::max(1.0, found) : highest;
    if (choice.model == KneeModel::Usl)
        knee.ratePerS = highestRate(choice.usl, lowest, highest);
    else
        knee.ratePerS = std::exp(knee.reached ? choice.bend.top : choice.bend.at(std::log(highest)));
    if (!fillInterval(good, choice, options, &knee))
        return {};
    knee.valid = true;
    return knee;
}

Speedup findSpeedup(const std::vector<LoadPoint> &points, const FitOptions &options)
{
    Speedup speedup;
    const std::vector<LoadPoint> good = fitparts::usable(points);
    const std::vector<Level> levels = levelsOf(good);
    if (levels.size() < 2)
        return speedup;
    const auto best =
        std::max_element(levels.begin(), levels.end(), [](const Level &a, const Level &b) { return a.mean < b.mean; });
    speedup.factor = std::exp(best->mean - levels.front().mean);
    speedup.concurrency = std::exp(best->logN);
    speedup.low = speedup.high = speedup.factor;
    speedup.valid = true;
    std::vector<double> predicted;
    predicted.reserve(good.size());
    const auto bestIndex = static_cast<std::size_t>(best - levels.begin());
    for (const LoadPoint &point : good) {
        const auto level = std::find_if(levels.begin(), levels.end(), [&point](const Level &candidate) {
            return candidate.logN == std::log(point.concurrency);
        });
        predicted.push_back(level->mean);
    }
    if (options.replicates < 2 || good.size() <= levels.size())
        return speedup;
    const fitparts::ResidualBootstrap bootstrap(good, std::move(predicted), static_cast<int>(levels.size()));
    SeededRandom random(options.seed);
    std::vector<double> factors;
    std::vector<LoadPoint> drawn;
    for (int i = 0; i < options.replicates; ++i) {
        if (options.cancelled != nullptr && *options.cancelled)
            return {};
        bootstrap.draw(&random, &drawn);
        const std::vector<Level> replicate = levelsOf(drawn);
        factors.push_back(std::exp(replicate[bestIndex].mean - replicate.front().mean));
    }
    std::sort(factors.begin(), factors.end());
    const double widen = fitparts::studentWidening(static_cast<double>(good.size() - levels.size()));
    const auto bound = [&](double share) {
        return speedup.factor * std::pow(fitparts::quantile(factors, share) / speedup.factor, widen);
    };
    speedup.low = std::min(speedup.factor, bound(0.025));
    speedup.high = std::max(speedup.factor, bound(0.975));
    return speedup;
}

} // namespace crawlscope
