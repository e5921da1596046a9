// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lab/gatedraft.h"

#include "core/frontier/hostpolicy.h"
#include "gui/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    struct Tr
    {
        Q_DECLARE_TR_FUNCTIONS(Gate)
    };

    constexpr double kMost = 1e9;
    constexpr double kAll = 100; ///< percent

    double unitOf(GateMetric metric)
    {
        return metric == GateMetric::FailureShare ? 0.01 : 1;
    }

    /// In the notation of the locale, or of programs.
    std::optional<double> numberOf(const QString &text)
    {
        bool ok = false;
        double number = QLocale().toDouble(text.trimmed(), &ok);
        if (!ok)
            number = QLocale::c().toDouble(text.trimmed(), &ok);
        return ok && std::isfinite(number) ? std::optional(number) : std::nullopt;
    }

    /// As short as it can be, without what computing left at its end.
    QString shortNumber(double value)
    {
        QLocale locale;
        locale.setNumberOptions(QLocale::OmitGroupSeparator);
        return locale.toString(QString::number(value, 'g', 12).toDouble(), 'f', QLocale::FloatingPointShortest);
    }

} // namespace

GateDraft GateDraft::of(const Gate::Rule &rule)
{
    GateDraft draft;
    draft.host = QString::fromUtf8(rule.host);
    for (std::size_t i = 0; i < kGateMetricCount; ++i) {
        if (rule.thresholds.at(i))
            draft.texts.at(i) = shortNumber(*rule.thresholds.at(i) / unitOf(static_cast<GateMetric>(i)));
    }
    return draft;
}

QString GateDraft::problem(GateMetric metric, const QString &text)
{
    if (text.trimmed().isEmpty())
        return {};
    const std::optional<double> number = numberOf(text);
    if (!number || *number < 0)
        return Tr::tr("Type a number of 0 or more, or nothing.");
    if (metric == GateMetric::FailureShare && *number > kAll)
        return Tr::tr("Type 100% at most.");
    return *number > kMost ? Tr::tr("Type a smaller number.") : QString();
}

std::optional<double> GateDraft::value(GateMetric metric, const QString &text)
{
    if (text.trimmed().isEmpty() || !problem(metric, text).isEmpty())
        return std::nullopt;
    // 0.3 % is 0.003, and not what the division makes of it.
    return QString::number(*numberOf(text) * unitOf(metric), 'g', 12).toDouble();
}

QString GateDraft::pattern() const
{
    QString typed = host.trimmed().toLower();
    const bool ascii = std::all_of(typed.begin(), typed.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (ascii)
        return typed;
    const bool wild = typed.startsWith("*."_L1);
    const QString name = wild ? typed.sliced(2) : typed;
    const qsizetype colon = name.lastIndexOf(u':');
    const QByteArray ace = QUrl::toAce(colon < 0 ? name : name.first(colon));
    if (ace.isEmpty())
        return typed;
    return (wild ? u"*."_s : QString()) + QString::fromLatin1(ace) + (colon < 0 ? QString() : name.sliced(colon));
}

QString GateDraft::hostProblem() const
{
    HostOverride parsed;
    if (HostOverride::parse(pattern() + u":per-host=1"_s, &parsed))
        return {};
    return Tr::tr("Type a host name, or *.example.org for all whose names end so.");
}

bool GateDraft::empty() const
{
    return std::all_of(texts.begin(), texts.end(), [](const QString &text) { return text.trimmed().isEmpty(); });
}

QJsonObject GateDraft::json() const
{
    QJsonObject out;
    for (std::size_t i = 0; i < kGateMetricCount; ++i) {
        const auto metric = static_cast<GateMetric>(i);
        if (const std::optional<double> threshold = value(metric, texts.at(i)))
            out.insert(QLatin1StringView(gateMetricName(metric)), *threshold);
    }
    return out;
}

QString gatetexts::metric(GateMetric metric)
{
    switch (metric) {
    case GateMetric::P95Ms:
        return Tr::tr("p95 of times");
    case GateMetric::FailureShare:
        return Tr::tr("Failed URLs");
    case GateMetric::RatePerS:
        return Tr::tr("URLs a second");
    }
    return {};
}

QString gatetexts::limit(GateMetric metric)
{
    switch (metric) {
    case GateMetric::P95Ms:
        return Tr::tr("p95 at most (ms)");
    case GateMetric::FailureShare:
        return Tr::tr("Failed at most (%)");
    case GateMetric::RatePerS:
        return Tr::tr("URLs/s at least");
    }
    return {};
}

QString gatetexts::shortLimit(GateMetric metric)
{
    switch (metric) {
    case GateMetric::P95Ms:
        return Tr::tr("p95 ≤ ms");
    case GateMetric::FailureShare:
        return Tr::tr("Failed ≤ %");
    case GateMetric::RatePerS:
        return Tr::tr("URLs/s ≥");
    }
    return {};
}

QString gatetexts::figure(GateMetric metric, double value, int decimals)
{
    const double places = std::pow(10.0, decimals);
    const auto number = [value, places](double unit) {
        return shortNumber(std::round(value / unit * places) / places);
    };
    switch (metric) {
    case GateMetric::P95Ms:
        return Tr::tr("%1 ms").arg(number(1));
    case GateMetric::FailureShare:
        return Tr::tr("%1%").arg(number(0.01));
    case GateMetric::RatePerS:
        return Tr::tr("%1/s").arg(number(1));
    }
    return {};
}

QString gatetexts::threshold(GateMetric metric, double value)
{
    return metric == GateMetric::RatePerS ? Tr::tr("at least %1").arg(figure(metric, value))
                                          : Tr::tr("at most %1").arg(figure(metric, value));
}

QString gatetexts::outcome(const GateReport &report)
{
    if (report.checks.empty())
        return {};
    const auto missed = std::count_if(report.checks.begin(), report.checks.end(),
                                      [](const GateReport::Check &check) { return !check.passed; });
    const int all = format::pluralCount(report.checks.size());
    if (missed == 0)
        return Tr::tr("All of %Ln threshold(s) kept", nullptr, all);
    return Tr::tr("%1 of %Ln threshold(s) missed", nullptr, all).arg(format::number(static_cast<quint64>(missed)));
}

} // namespace crawlscope::gui
