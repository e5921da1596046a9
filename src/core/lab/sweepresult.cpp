// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/sweepresult.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <map>

namespace crawlscope {
namespace {

    using namespace Qt::Literals::StringLiterals;

    constexpr std::size_t kLeastSteady = 20; ///< URLs that make a rate
    constexpr qint64 kClockStep = 1000; ///< µs: moments of starting are whole ms

    int mostAtOnce(const std::vector<SweepRow> &rows)
    {
        std::vector<std::pair<qint64, int>> steps;
        for (const SweepRow &row : rows) {
            steps.emplace_back(row.startMicros, 1);
            steps.emplace_back(std::max(row.startMicros + 1, row.endMicros - kClockStep), -1);
        }
        std::sort(steps.begin(), steps.end()); // at the same moment, what ends comes first
        int now = 0;
        int most = 0;
        for (const auto &[moment, step] : steps) {
            now += step;
            most = std::max(most, now);
        }
        return most;
    }

    /// Ends a second: the slope of the line through number and moment of each. 0: all ended at one moment.
    double slope(const std::vector<SweepRow> &rows, std::size_t from, std::size_t to)
    {
        const auto count = static_cast<double>(to - from);
        double meanAt = 0;
        for (std::size_t i = from; i < to; ++i)
            meanAt += static_cast<double>(rows[i].endMicros - rows[from].endMicros) / count;
        const double meanNumber = (count - 1) / 2;
        double together = 0;
        double alone = 0;
        for (std::size_t i = from; i < to; ++i) {
            const double at = static_cast<double>(rows[i].endMicros - rows[from].endMicros) - meanAt;
            together += at * (static_cast<double>(i - from) - meanNumber);
            alone += at * at;
        }
        return alone > 0 ? together / alone * 1e6 : 0;
    }

    double ms(quint64 micros)
    {
        return static_cast<double>(micros) / 1000;
    }

    double rounded(double value)
    {
        return std::round(value * 1000) / 1000;
    }

    QJsonValue bound(double value)
    {
        return std::isfinite(value) ? QJsonValue(rounded(value)) : QJsonValue(QJsonValue::Null);
    }

    QJsonObject latencyJson(const LatencyHistogram &latency)
    {
        const auto share = [&latency](double wanted) {
            return latency.count() == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(ms(latency.percentile(wanted)));
        };
        return {{u"p50_ms"_s, share(0.50)}, {u"p95_ms"_s, share(0.95)}, {u"p99_ms"_s, share(0.99)}};
    }

    QJsonObject runJson(const SweepRun &run)
    {
        QJsonObject out = latencyJson(run.latency);
        out.insert(u"repeat"_s, run.repeat + 1);
        out.insert(u"rate_per_s"_s, rounded(run.ratePerS));
        out.insert(u"failure_share"_s, rounded(run.failureShare));
        out.insert(u"wait_share"_s, rounded(run.waitShare));
        out.insert(u"in_flight"_s, run.mostInFlight);
        out.insert(u"urls"_s, static_cast<qint64>(run.counted));
        out.insert(u"steady"_s, run.steady);
        out.insert(u"cut"_s, run.cut);
        return out;
    }

    QJsonObject levelJson(const SweepResult::Level &level, const std::vector<SweepRun> &runs)
    {
        QJsonObject out = latencyJson(level.latency);
        out.insert(u"concurrency"_s, level.level);
        out.insert(u"rate_per_s"_s, level.runs > 0 ? QJsonValue(rounded(level.ratePerS)) : QJsonValue());
        out.insert(u"rate_low_per_s"_s, level.runs > 0 ? QJsonValue(rounded(level.rateLow)) : QJsonValue());
        out.insert(u"rate_high_per_s"_s, level.runs > 0 ? QJsonValue(rounded(level.rateHigh)) : QJsonValue());
        out.insert(u"failure_share"_s, rounded(level.failureShare));
        out.insert(u"wait_share"_s, rounded(level.waitShare));
        out.insert(u"in_flight"_s, level.mostInFlight);
        out.insert(u"cut"_s, level.cut);
        QJsonArray all;
        for (const SweepRun &run : runs) {
            if (run.level == level.level)
                all.append(runJson(run));
        }
        out.insert(u"runs"_s, all);
        return out;
    }

    QJsonValue kneeJson(const Knee &knee)
    {
        if (!knee.valid)
            return QJsonValue::Null;
        return QJsonObject {{u"concurrency"_s, rounded(knee.concurrency)},
                            {u"low"_s, bound(knee.low)},
                            {u"high"_s, bound(knee.high)},
                            {u"reached"_s, knee.reached},
                            {u"confidence"_s, 0.95},
                            {u"rate_per_s"_s, rounded(knee.ratePerS)},
                            {u"model"_s, QString::fromLatin1(kneeModelName(knee.model))}};
    }

    QJsonValue uslJson(const UslFit &fit)
    {
        if (!fit.valid)
            return QJsonValue::Null;
        const auto parameter = [](double best, const UslFit::Interval &interval) {
            return QJsonObject {{u"value"_s, best}, {u"low"_s, interval.low}, {u"high"_s, interval.high}};
        };
        QJsonArray curve;
        for (const UslFit::CurvePoint &point : fit.curve)
            curve.append(QJsonArray {rounded(point.concurrency), rounded(point.ratePerS), rounded(point.low),
                                     rounded(point.high)});
        return QJsonObject {{u"lambda"_s, parameter(fit.best.lambda, fit.lambda)},
                            {u"sigma"_s, parameter(fit.best.sigma, fit.sigma)},
                            {u"kappa"_s, parameter(fit.best.kappa, fit.kappa)},
                            {u"r_squared"_s, rounded(fit.rSquared)},
                            {u"misfit"_s, rounded(fit.misfit)},
                            {u"curve"_s, curve}};
    }

    void addRun(const SweepRun &run, SweepResult::Level *level)
    {
        level->level = run.level;
        level->mostInFlight = std::max(level->mostInFlight, run.mostInFlight);
        level->cut = level->cut || run.cut;
        level->latency.merge(run.latency);
        if (run.cut || run.ratePerS <= 0)
            return;
        level->rateLow = level->runs == 0 ? run.ratePerS : std::min(level->rateLow, run.ratePerS);
        level->rateHigh = std::max(level->rateHigh, run.ratePerS);
        level->ratePerS += std::log(run.ratePerS); // a mean of logarithms in the end
        ++level->runs;
    }

} // namespace

SweepRow sweepRow(const ResultRow &row)
{
    SweepRow out;
    out.startMicros = row.startedAtMs * 1000;
    out.endMicros = out.startMicros + (row.times.total == PhaseTimes::kNotApplicable ? 0 : row.times.total);
    out.waitMicros = row.times.wait == PhaseTimes::kNotApplicable ? 0 : row.times.wait;
    out.failed = row.state == RowState::Failed;
    out.answered = row.status > 0;
    return out;
}

SweepRun measureRun(int level, int repeat, std::vector<SweepRow> rows, quint32 warmUp)
{
    SweepRun run;
    run.level = level;
    run.repeat = repeat;
    run.mostInFlight = mostAtOnce(rows);
    if (rows.size() <= warmUp)
        return run;
    std::sort(rows.begin(), rows.end(), [](const SweepRow &a, const SweepRow &b) { return a.endMicros < b.endMicros; });
    const auto byStart = [](const SweepRow &a, const SweepRow &b) { return a.startMicros < b.startMicros; };
    const qint64 firstStart = std::min_element(rows.begin(), rows.end(), byStart)->startMicros;
    const qint64 from = warmUp > 0 ? rows[warmUp - 1].endMicros : firstStart;
    const qint64 lastStart = std::max_element(rows.begin(), rows.end(), byStart)->startMicros;
    quint64 failed = 0;
    std::size_t steady = 0;
    double wait = 0;
    double total = 0;
    for (std::size_t i = warmUp; i < rows.size(); ++i) {
        const SweepRow &row = rows[i];
        steady += row.endMicros <= lastStart ? 1U : 0U;
        failed += row.failed ? 1U : 0U;
        wait += row.waitMicros;
        total += static_cast<double>(row.total());
        if (row.answered)
            run.latency.add(static_cast<quint64>(row.total()));
    }
    run.counted = rows.size() - warmUp;
    run.failureShare = static_cast<double>(failed) / static_cast<double>(run.counted);
    run.waitShare = total > 0 ? std::min(1.0, wait / total) : 0;
    // The end of the window counts for little: answers of slots that run in step come in bursts.
    run.steady = steady >= kLeastSteady && lastStart - from >= (rows.back().endMicros - from) / 2;
    run.ratePerS = slope(rows, warmUp, run.steady ? warmUp + steady : rows.size());
    if (run.ratePerS <= 0 && rows.back().endMicros > firstStart)
        run.ratePerS = static_cast<double>(rows.size()) * 1e6 / static_cast<double>(rows.back().endMicros - firstStart);
    return run;
}

std::vector<SweepResult::Level> sweepLevels(const std::vector<SweepRun> &runs)
{
    std::map<int, SweepResult::Level> levels;
    std::map<int, std::pair<double, double>> shares; // sums over what was counted
    std::map<int, double> counted;
    for (const SweepRun &run : runs) {
        addRun(run, &levels[run.level]);
        const auto weight = static_cast<double>(run.counted);
        counted[run.level] += weight;
        shares[run.level].first += run.failureShare * weight;
        shares[run.level].second += run.waitShare * weight;
    }
    std::vector<SweepResult::Level> out;
    for (auto &[number, level] : levels) {
        if (level.runs > 0)
            level.ratePerS = std::exp(level.ratePerS / level.runs);
        if (counted[number] > 0) {
            level.failureShare = shares[number].first / counted[number];
            level.waitShare = shares[number].second / counted[number];
        }
        out.push_back(level);
    }
    return out;
}

SweepResult evaluateSweep(std::vector<SweepRun> runs, const FitOptions &options)
{
    SweepResult result;
    std::vector<LoadPoint> points;
    for (const SweepRun &run : runs) {
        // Where the sample has fewer URLs than the level, fewer were in flight.
        if (!run.cut && run.ratePerS > 0)
            points.push_back({static_cast<double>(std::clamp(run.mostInFlight, 1, run.level)), run.ratePerS, 1});
    }
    result.levels = sweepLevels(runs);
    result.usl = fitUsl(points, options);
    result.knee = findKnee(points, options);
    result.speedup = findSpeedup(points, options);
    result.runs = std::move(runs);
    return result;
}

QJsonObject SweepResult::toJson() const
{
    QJsonArray all;
    for (const Level &level : levels)
        all.append(levelJson(level, runs));
    QJsonValue factor;
    QJsonValue interval;
    if (speedup.valid) {
        factor = rounded(speedup.factor);
        interval = QJsonObject {{u"low"_s, rounded(speedup.low)},
                                {u"high"_s, rounded(speedup.high)},
                                {u"at_concurrency"_s, rounded(speedup.concurrency)}};
    }
    return {{u"levels"_s, all},       {u"knee"_s, kneeJson(knee)},
            {u"speedup"_s, factor},   {u"speedup_interval"_s, interval},
            {u"usl"_s, uslJson(usl)}, {u"urls_per_run"_s, static_cast<qint64>(urls)},
            {u"complete"_s, complete}};
}

QByteArray SweepResult::toCsv() const
{
    QByteArray out = "concurrency,repeat,rate_per_s,p50_ms,p95_ms,p99_ms,failure_share,wait_share,in_flight,urls,"
                     "steady,cut\r\n";
    for (const SweepRun &run : runs) {
        const auto number = [](double value) { return QByteArray::number(value, 'f', 3); };
        const auto share = [&](double wanted) {
            return run.latency.count() == 0 ? QByteArray() : number(ms(run.latency.percentile(wanted)));
        };
        out += QByteArray::number(run.level) + ',' + QByteArray::number(run.repeat + 1) + ',' + number(run.ratePerS)
            + ',' + share(0.5) + ',' + share(0.95) + ',' + share(0.99) + ',' + number(run.failureShare) + ','
            + number(run.waitShare) + ',' + QByteArray::number(run.mostInFlight) + ',' + QByteArray::number(run.counted)
            + ',' + (run.steady ? "1" : "0") + ',' + (run.cut ? "1" : "0") + "\r\n";
    }
    return out;
}

} // namespace crawlscope
