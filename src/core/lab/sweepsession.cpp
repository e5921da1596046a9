// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Plans and results of sweeps as sessions keep them. A file may come from anywhere: what is read is checked.
#include "core/lab/sweepresult.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <cmath>
#include <limits>

namespace crawlscope {
namespace {

    using namespace Qt::Literals::StringLiterals;

    constexpr qsizetype kMostRuns = qsizetype {SweepPlan::kMostLevels} * SweepPlan::kMostRepeats;
    constexpr qsizetype kMostCurvePoints = 10'000;
    constexpr double kMostExact = 9'007'199'254'740'992.0; // 2^53: whole numbers that a JSON number holds

    constexpr std::array kSamples {std::pair(SweepPlan::Sample::Random, "random"_L1),
                                   std::pair(SweepPlan::Sample::First, "first"_L1),
                                   std::pair(SweepPlan::Sample::All, "all"_L1)};
    constexpr std::array kModels {KneeModel::Line, KneeModel::Plateau, KneeModel::Decline, KneeModel::Usl};

    /// Takes fields of an object; after the first that is missing or out of its range, ok() is false.
    class Fields
    {
    public:
        explicit Fields(const QJsonValue &value)
            : m_json(value.toObject())
            , m_ok(value.isObject())
        {
        }

        double number(QLatin1StringView key, double least = 0, double most = std::numeric_limits<double>::max())
        {
            const QJsonValue value = m_json[key];
            const double number = value.toDouble(std::numeric_limits<double>::quiet_NaN());
            m_ok = m_ok && number >= least && number <= most;
            return m_ok ? number : 0;
        }
        /// Null stands for infinity.
        double bound(QLatin1StringView key)
        {
            return m_json[key].isNull() ? std::numeric_limits<double>::infinity() : number(key);
        }
        qint64 whole(QLatin1StringView key, qint64 least, qint64 most)
        {
            const double value = number(key, static_cast<double>(least), static_cast<double>(most));
            m_ok = m_ok && value == std::floor(value);
            return m_ok ? static_cast<qint64>(value) : least;
        }
        quint64 count(QLatin1StringView key)
        {
            return static_cast<quint64>(whole(key, 0, static_cast<qint64>(kMostExact)));
        }
        bool truth(QLatin1StringView key)
        {
            m_ok = m_ok && m_json[key].isBool();
            return m_json[key].toBool();
        }
        QJsonArray array(QLatin1StringView key, qsizetype most)
        {
            const QJsonValue value = m_json[key];
            m_ok = m_ok && value.isArray() && value.toArray().size() <= most;
            return m_ok ? value.toArray() : QJsonArray();
        }
        [[nodiscard]] QJsonValue value(QLatin1StringView key) const { return m_json[key]; }
        void require(bool condition) { m_ok = m_ok && condition; }
        [[nodiscard]] bool ok() const { return m_ok; }

    private:
        QJsonObject m_json;
        bool m_ok;
    };

    QJsonValue boundJson(double value)
    {
        return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
    }

    QJsonObject latencyJson(const LatencyHistogram &latency)
    {
        const LatencyHistogram::Content content = latency.content();
        QJsonArray buckets; // number and count by turns
        for (const auto &[index, count] : content.buckets) {
            buckets.append(index);
            buckets.append(static_cast<qint64>(count));
        }
        return {{u"sum_us"_s, static_cast<qint64>(content.sum)},
                {u"min_us"_s, static_cast<qint64>(content.min)},
                {u"max_us"_s, static_cast<qint64>(content.max)},
                {u"buckets"_s, buckets}};
    }

    std::optional<LatencyHistogram> latencyOf(const QJsonValue &json)
    {
        Fields fields(json);
        LatencyHistogram::Content content;
        content.sum = fields.count("sum_us"_L1);
        content.min = fields.count("min_us"_L1);
        content.max = fields.count("max_us"_L1);
        const QJsonArray buckets = fields.array("buckets"_L1, qsizetype {2} * LatencyHistogram::kBuckets);
        if (!fields.ok() || buckets.size() % 2 != 0)
            return std::nullopt;
        for (qsizetype i = 0; i < buckets.size(); i += 2) {
            const double count = buckets[i + 1].toDouble();
            if (!(count >= 1 && count <= std::numeric_limits<quint32>::max()))
                return std::nullopt;
            content.buckets.emplace_back(buckets[i].toInt(-1), static_cast<quint32>(count));
        }
        return LatencyHistogram::of(content);
    }

    QJsonValue kneeJson(const Knee &knee)
    {
        if (!knee.valid)
            return QJsonValue::Null;
        return QJsonObject {
            {u"concurrency"_s, knee.concurrency}, {u"low"_s, knee.low},
            {u"high"_s, boundJson(knee.high)},    {u"reached"_s, knee.reached},
            {u"rate_per_s"_s, knee.ratePerS},     {u"model"_s, QString::fromLatin1(kneeModelName(knee.model))}};
    }

    bool readKnee(const QJsonValue &json, Knee *out)
    {
        if (json.isNull())
            return true;
        Fields fields(json);
        out->valid = true;
        out->concurrency = fields.number("concurrency"_L1, 1);
        out->low = fields.number("low"_L1);
        out->high = fields.bound("high"_L1);
        out->reached = fields.truth("reached"_L1);
        out->ratePerS = fields.number("rate_per_s"_L1);
        const QByteArray name = fields.value("model"_L1).toString().toLatin1();
        const auto *const model = std::find_if(kModels.begin(), kModels.end(),
                                               [&name](KneeModel each) { return name == kneeModelName(each); });
        fields.require(model != kModels.end());
        if (fields.ok())
            out->model = *model;
        return fields.ok();
    }

    QJsonValue speedupJson(const Speedup &speedup)
    {
        if (!speedup.valid)
            return QJsonValue::Null;
        return QJsonObject {{u"factor"_s, speedup.factor},
                            {u"low"_s, speedup.low},
                            {u"high"_s, boundJson(speedup.high)},
                            {u"concurrency"_s, speedup.concurrency}};
    }

    bool readSpeedup(const QJsonValue &json, Speedup *out)
    {
        if (json.isNull())
            return true;
        Fields fields(json);
        *out = {true, fields.number("factor"_L1), fields.number("low"_L1), fields.bound("high"_L1),
                fields.number("concurrency"_L1, 1)};
        return fields.ok();
    }

    QJsonObject parameterJson(double best, double error, const UslFit::Interval &interval)
    {
        return {{u"value"_s, best},
                {u"error"_s, boundJson(error)},
                {u"low"_s, interval.low},
                {u"high"_s, boundJson(interval.high)}};
    }

    bool readParameter(const QJsonValue &json, double *best, double *error, UslFit::Interval *interval)
    {
        Fields fields(json);
        *best = fields.number("value"_L1);
        *error = fields.bound("error"_L1);
        *interval = {fields.number("low"_L1), fields.bound("high"_L1)};
        return fields.ok();
    }

    QJsonValue uslJson(const UslFit &fit)
    {
        if (!fit.valid)
            return QJsonValue::Null;
        QJsonArray curve;
        for (const UslFit::CurvePoint &point : fit.curve)
            curve.append(QJsonArray {point.concurrency, point.ratePerS, point.low, point.high});
        return QJsonObject {{u"lambda"_s, parameterJson(fit.best.lambda, fit.standardError.lambda, fit.lambda)},
                            {u"sigma"_s, parameterJson(fit.best.sigma, fit.standardError.sigma, fit.sigma)},
                            {u"kappa"_s, parameterJson(fit.best.kappa, fit.standardError.kappa, fit.kappa)},
                            {u"r_squared"_s, boundJson(fit.rSquared)},
                            {u"misfit"_s, boundJson(fit.misfit)},
                            {u"curve"_s, curve}};
    }

    bool readUsl(const QJsonValue &json, UslFit *out)
    {
        if (json.isNull())
            return true;
        Fields fields(json);
        out->valid = true;
        fields.require(
            readParameter(fields.value("lambda"_L1), &out->best.lambda, &out->standardError.lambda, &out->lambda)
            && readParameter(fields.value("sigma"_L1), &out->best.sigma, &out->standardError.sigma, &out->sigma)
            && readParameter(fields.value("kappa"_L1), &out->best.kappa, &out->standardError.kappa, &out->kappa));
        out->rSquared = fields.number("r_squared"_L1, std::numeric_limits<double>::lowest(), 1);
        out->misfit = fields.bound("misfit"_L1);
        const QJsonArray curve = fields.array("curve"_L1, kMostCurvePoints);
        for (const auto &value : curve) {
            const QJsonArray point = value.toArray();
            std::array<double, 4> numbers {};
            for (std::size_t i = 0; i < numbers.size(); ++i)
                numbers.at(i) = point[static_cast<qsizetype>(i)].toDouble(-1);
            const double last = out->curve.empty() ? 0 : out->curve.back().concurrency;
            fields.require(std::all_of(numbers.begin(), numbers.end(), [](double number) { return number >= 0; })
                           && numbers[0] >= std::max(1.0, last));
            out->curve.push_back({numbers[0], numbers[1], numbers[2], numbers[3]});
        }
        return fields.ok();
    }

} // namespace

QJsonObject SweepPlan::toJson() const
{
    QJsonArray levelNumbers;
    for (const int level : levels)
        levelNumbers.append(level);
    const auto *const name =
        std::find_if(kSamples.begin(), kSamples.end(), [this](const auto &pair) { return pair.first == sample; });
    return {{u"sample"_s, name->second},
            {u"sample_size"_s, static_cast<qint64>(sampleSize)},
            {u"seed"_s, QString::number(seed)}, // 64 bits are more than a JSON number holds
            {u"levels"_s, levelNumbers},
            {u"repeats"_s, repeats},
            {u"warm_up"_s, static_cast<qint64>(warmUp)},
            {u"max_failure_share"_s, maxFailureShare},
            {u"max_p95_ms"_s, maxP95Ms}};
}

std::optional<SweepPlan> SweepPlan::fromJson(const QJsonObject &json)
{
    Fields fields(json);
    constexpr qint64 kMost = std::numeric_limits<quint32>::max();
    SweepPlan plan;
    const QString sampleName = fields.value("sample"_L1).toString();
    const auto *const found =
        std::find_if(kSamples.begin(), kSamples.end(), [&](const auto &pair) { return pair.second == sampleName; });
    bool isNumber = false;
    plan.seed = fields.value("seed"_L1).toString().toULongLong(&isNumber);
    fields.require(isNumber && found != kSamples.end());
    plan.sampleSize = static_cast<quint32>(fields.whole("sample_size"_L1, 0, kMost));
    plan.repeats = static_cast<int>(fields.whole("repeats"_L1, 1, kMostRepeats));
    plan.warmUp = static_cast<quint32>(fields.whole("warm_up"_L1, 0, kMost));
    plan.maxFailureShare = fields.number("max_failure_share"_L1, 0, 1);
    plan.maxP95Ms = fields.number("max_p95_ms"_L1);
    plan.levels.clear();
    for (const auto &level : fields.array("levels"_L1, kMostLevels))
        plan.levels.push_back(level.toInt());
    if (!fields.ok())
        return std::nullopt;
    plan.sample = found->first;
    return plan.validate().isEmpty() ? std::optional(plan) : std::nullopt;
}

QJsonObject SweepRun::sessionJson() const
{
    return {{u"concurrency"_s, level},
            {u"repeat"_s, repeat},
            {u"urls"_s, static_cast<qint64>(counted)},
            {u"rate_per_s"_s, ratePerS},
            {u"steady"_s, steady},
            {u"latency"_s, latencyJson(latency)},
            {u"failure_share"_s, failureShare},
            {u"wait_share"_s, waitShare},
            {u"in_flight"_s, mostInFlight},
            {u"cut"_s, cut}};
}

std::optional<SweepRun> SweepRun::fromSessionJson(const QJsonObject &json)
{
    Fields fields(json);
    SweepRun run;
    run.level = static_cast<int>(fields.whole("concurrency"_L1, 1, CrawlLimits::kMaxInFlight));
    run.repeat = static_cast<int>(fields.whole("repeat"_L1, 0, SweepPlan::kMostRepeats - 1));
    run.counted = fields.count("urls"_L1);
    run.ratePerS = fields.number("rate_per_s"_L1);
    run.steady = fields.truth("steady"_L1);
    run.failureShare = fields.number("failure_share"_L1, 0, 1);
    run.waitShare = fields.number("wait_share"_L1, 0, 1);
    run.mostInFlight = static_cast<int>(fields.whole("in_flight"_L1, 0, std::numeric_limits<int>::max()));
    run.cut = fields.truth("cut"_L1);
    const std::optional<LatencyHistogram> latency = latencyOf(fields.value("latency"_L1));
    if (!fields.ok() || !latency)
        return std::nullopt;
    run.latency = *latency;
    return run;
}

QJsonObject SweepResult::sessionJson() const
{
    QJsonArray all;
    for (const SweepRun &run : runs)
        all.append(run.sessionJson());
    return {{u"runs"_s, all},
            {u"usl"_s, uslJson(usl)},
            {u"knee"_s, kneeJson(knee)},
            {u"speedup"_s, speedupJson(speedup)},
            {u"urls_per_run"_s, static_cast<qint64>(urls)},
            {u"complete"_s, complete}};
}

std::optional<SweepResult> SweepResult::fromSessionJson(const QJsonObject &json)
{
    Fields fields(json);
    SweepResult result;
    for (const auto &value : fields.array("runs"_L1, kMostRuns)) {
        const std::optional<SweepRun> run = SweepRun::fromSessionJson(value.toObject());
        if (!run)
            return std::nullopt;
        result.runs.push_back(*run);
    }
    result.urls = fields.count("urls_per_run"_L1);
    result.complete = fields.truth("complete"_L1);
    fields.require(readUsl(fields.value("usl"_L1), &result.usl) && readKnee(fields.value("knee"_L1), &result.knee)
                   && readSpeedup(fields.value("speedup"_L1), &result.speedup));
    if (!fields.ok())
        return std::nullopt;
    result.levels = sweepLevels(result.runs);
    return result;
}

StoredSweep storedSweep(qint64 startedMs, const SweepPlan &plan, const SweepResult &result)
{
    return {0, startedMs, QJsonDocument(plan.toJson()).toJson(QJsonDocument::Compact),
            QJsonDocument(result.sessionJson()).toJson(QJsonDocument::Compact)};
}

std::optional<SweepPlan> sweepPlanOf(const StoredSweep &stored)
{
    return SweepPlan::fromJson(QJsonDocument::fromJson(stored.plan).object());
}

std::optional<SweepResult> sweepResultOf(const StoredSweep &stored)
{
    return SweepResult::fromSessionJson(QJsonDocument::fromJson(stored.result).object());
}

} // namespace crawlscope
