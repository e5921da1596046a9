// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/gate.h"

#include "core/frontier/hostpolicy.h"
#include "core/stats/latencyhistogram.h"
#include "core/url/urlnormalizer.h"

#include <QHash>
#include <QXmlStreamWriter>

#include <algorithm>
#include <cmath>

namespace crawlscope {
namespace {

    using namespace Qt::Literals::StringLiterals;

    constexpr std::array<GateMetric, kGateMetricCount> kMetrics {GateMetric::P95Ms, GateMetric::FailureShare,
                                                                 GateMetric::RatePerS};

    constexpr std::size_t kAskEvery = 4096; ///< rows between two looks at the flag

    std::size_t indexOf(GateMetric metric)
    {
        return static_cast<std::size_t>(metric);
    }

    bool isPattern(const QString &text)
    {
        HostOverride parsed;
        return HostOverride::parse(text + u":per-host=1"_s, &parsed);
    }

    /// The thresholds of one object; keys that are none go to `problems`.
    std::array<std::optional<double>, kGateMetricCount> thresholdsOf(const QJsonObject &object, const QString &where,
                                                                     QStringList *problems)
    {
        std::array<std::optional<double>, kGateMetricCount> out;
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            const auto metric = std::find_if(kMetrics.begin(), kMetrics.end(), [&entry](GateMetric candidate) {
                return entry.key() == QLatin1StringView(gateMetricName(candidate));
            });
            if (metric == kMetrics.end() && entry.key() == "hosts"_L1 && where == "gate"_L1)
                continue;
            const double value = entry.value().toDouble(-1);
            const bool share = metric != kMetrics.end() && *metric == GateMetric::FailureShare;
            if (metric == kMetrics.end() || !(value >= 0) || (share && value > 1))
                problems->append(where + u'.' + entry.key());
            else
                out[indexOf(*metric)] = value;
        }
        return out;
    }

    QJsonObject jsonOf(const Gate::Rule &rule)
    {
        QJsonObject out;
        for (const GateMetric metric : kMetrics) {
            if (const std::optional<double> threshold = rule.thresholds[indexOf(metric)])
                out.insert(QLatin1StringView(gateMetricName(metric)), *threshold);
        }
        return out;
    }

    bool any(const Gate::Rule &rule)
    {
        return std::any_of(rule.thresholds.begin(), rule.thresholds.end(),
                           [](const std::optional<double> &threshold) { return threshold.has_value(); });
    }

    /// What is known of the hosts of a rule.
    struct Tally
    {
        LatencyHistogram latency;
        quint64 ended = 0;
        quint64 failed = 0;

        void add(const ResultRecord &record)
        {
            ++ended;
            failed += record.state == RowState::Failed ? 1U : 0U;
            if (record.status > 0 && record.times.total != PhaseTimes::kNotApplicable)
                latency.add(record.times.total);
        }
        [[nodiscard]] std::optional<double> measured(GateMetric metric, double elapsedS) const
        {
            switch (metric) {
            case GateMetric::P95Ms:
                if (latency.count() > 0)
                    return static_cast<double>(latency.percentile(0.95)) / 1000;
                break;
            case GateMetric::FailureShare:
                if (ended > 0)
                    return static_cast<double>(failed) / static_cast<double>(ended);
                break;
            case GateMetric::RatePerS:
                if (ended > 0 && elapsedS > 0)
                    return static_cast<double>(ended) / elapsedS;
                break;
            }
            return std::nullopt;
        }
    };

    /// Which rules a host falls under, asked once a host.
    class RulesOfHosts
    {
    public:
        explicit RulesOfHosts(const Gate &gate)
        {
            for (const Gate::Rule &rule : gate.rules()) {
                HostOverride host;
                host.pattern = rule.host;
                host.perHost = 1;
                m_policies.emplace_back(rule.host.isEmpty() ? HostPolicy(1, 0, 0) : HostPolicy(2, 0, 0, {host}));
            }
        }
        const std::vector<std::size_t> &of(const QByteArray &key)
        {
            const auto known = m_rules.constFind(key);
            if (known != m_rules.constEnd())
                return *known;
            std::vector<std::size_t> rules;
            for (std::size_t i = 0; i < m_policies.size(); ++i) {
                if (m_policies[i].of(key).perHost == 1)
                    rules.push_back(i);
            }
            return *m_rules.insert(key, rules);
        }

    private:
        std::vector<HostPolicy> m_policies;
        QHash<QByteArray, std::vector<std::size_t>> m_rules;
    };

    QString number(double value)
    {
        return QString::number(std::round(value * 10'000) / 10'000, 'g', 10);
    }

    QString scopeOf(const GateReport::Check &check)
    {
        return check.host.isEmpty() ? u"run"_s : QString::fromUtf8(check.host);
    }

    QString ruleText(const GateReport::Check &check)
    {
        return QLatin1StringView(gateMetricName(check.metric))
            + (check.metric == GateMetric::RatePerS ? u" >= "_s : u" <= "_s) + number(check.threshold);
    }

    QString measuredText(const GateReport::Check &check)
    {
        return check.measured ? number(*check.measured) : u"nothing to measure"_s;
    }

} // namespace

const char *gateMetricName(GateMetric metric)
{
    static constexpr std::array<const char *, kGateMetricCount> kNames {"p95_ms", "failure_share", "rate_per_s"};
    return kNames[indexOf(metric)];
}

Gate Gate::parse(const QJsonObject &object, QStringList *problems)
{
    QStringList unheard;
    if (problems == nullptr)
        problems = &unheard;
    Gate gate;
    Rule run;
    run.thresholds = thresholdsOf(object, u"gate"_s, problems);
    if (any(run))
        gate.m_rules.push_back(std::move(run));
    const QJsonValue hosts = object[u"hosts"_s];
    if (!hosts.isUndefined() && (!hosts.isObject() || hosts.toObject().size() > kMostHosts)) {
        problems->append(u"gate.hosts"_s);
        return gate;
    }
    const QJsonObject all = hosts.toObject();
    for (auto host = all.begin(); host != all.end(); ++host) {
        const QString where = u"gate.hosts."_s + host.key();
        if (!isPattern(host.key()) || !host.value().isObject()) {
            problems->append(where);
            continue;
        }
        Rule rule;
        rule.host = host.key().toUtf8();
        rule.thresholds = thresholdsOf(host.value().toObject(), where, problems);
        if (any(rule))
            gate.m_rules.push_back(std::move(rule));
    }
    return gate;
}

QJsonObject Gate::toJson() const
{
    QJsonObject out;
    QJsonObject hosts;
    for (const Rule &rule : m_rules) {
        if (rule.host.isEmpty())
            out = jsonOf(rule);
        else
            hosts.insert(QString::fromUtf8(rule.host), jsonOf(rule));
    }
    if (!hosts.isEmpty())
        out.insert(u"hosts"_s, hosts);
    return out;
}

bool Gate::judgesFailures() const
{
    return !m_rules.empty() && m_rules.front().host.isEmpty()
        && m_rules.front().thresholds[indexOf(GateMetric::FailureShare)].has_value();
}

bool GateReport::passed() const
{
    return std::all_of(checks.begin(), checks.end(), [](const Check &check) { return check.passed; });
}

QByteArray GateReport::toJunit() const
{
    QByteArray out;
    QXmlStreamWriter xml(&out);
    const auto failures = std::count_if(checks.begin(), checks.end(), [](const Check &check) { return !check.passed; });
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuites"_s);
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, u"crawlscope gate"_s);
    xml.writeAttribute(u"tests"_s, QString::number(checks.size()));
    xml.writeAttribute(u"failures"_s, QString::number(failures));
    xml.writeAttribute(u"errors"_s, u"0"_s);
    xml.writeAttribute(u"time"_s, QString::number(elapsedS, 'f', 3));
    for (const Check &check : checks) {
        xml.writeStartElement(u"testcase"_s);
        xml.writeAttribute(u"classname"_s, u"crawlscope.gate."_s + scopeOf(check));
        xml.writeAttribute(u"name"_s, ruleText(check));
        if (!check.passed) {
            xml.writeStartElement(u"failure"_s);
            xml.writeAttribute(
                u"message"_s,
                u"%1: wanted %2, measured %3"_s.arg(scopeOf(check), ruleText(check), measuredText(check)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
    xml.writeEndDocument();
    return out;
}

QByteArray GateReport::toMarkdown() const
{
    QString out = passed() ? u"**Gate passed**\n\n"_s : u"**Gate failed**\n\n"_s;
    out += u"| | for | threshold | measured |\n|---|---|---|---|\n"_s;
    for (const Check &check : checks) {
        const QString scope = check.host.isEmpty() ? u"the run"_s : u'`' + QString::fromUtf8(check.host) + u'`';
        out += u"| %1 | %2 | `%3` | %4 |\n"_s.arg(check.passed ? u"pass"_s : u"**fail**"_s, scope, ruleText(check),
                                                  measuredText(check));
    }
    return out.toUtf8();
}

GateReport evaluateGate(const Gate &gate, const UrlList &urls, const ResultTable &table, qint64 elapsedMs,
                        const std::atomic<bool> *cancelled)
{
    GateReport report;
    report.elapsedS = static_cast<double>(elapsedMs) / 1000;
    std::vector<Tally> tallies(gate.rules().size());
    RulesOfHosts rules(gate);
    const std::size_t rows = table.rowCount();
    for (std::size_t row = 0; row < rows; ++row) {
        if (row % kAskEvery == 0 && cancelled != nullptr && *cancelled)
            return report;
        const ResultRecord &record = table.record(row);
        if (!table.isCurrent(row) || (record.state != RowState::Done && record.state != RowState::Failed))
            continue;
        for (const std::size_t rule : rules.of(UrlNormalizer::hostKey(urls.url(record.entry))))
            tallies[rule].add(record);
    }
    for (std::size_t i = 0; i < tallies.size(); ++i) {
        const Gate::Rule &rule = gate.rules()[i];
        for (const GateMetric metric : kMetrics) {
            const std::optional<double> threshold = rule.thresholds[indexOf(metric)];
            if (!threshold)
                continue;
            GateReport::Check check {rule.host, metric, *threshold, tallies[i].measured(metric, report.elapsedS),
                                     false};
            if (check.measured)
                check.passed =
                    metric == GateMetric::RatePerS ? *check.measured >= *threshold : *check.measured <= *threshold;
            report.checks.push_back(std::move(check));
        }
    }
    return report;
}

} // namespace crawlscope
