// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/configlimits.h"
#include "core/crawl/crawlconfig.h"

#include <algorithm>

namespace crawlscope {

using namespace configlimits;

namespace {

    bool takeNumber(const QString &text, double max, std::optional<double> *out)
    {
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        if (!isNumber || !(number >= 0 && number <= max))
            return false;
        *out = number;
        return true;
    }

    bool takeValue(const QString &key, const QString &value, HostOverride *out)
    {
        if (key == QLatin1StringView("rate"))
            return takeNumber(value, kMaxRatePerS, &out->ratePerS);
        if (key == QLatin1StringView("interval"))
            return takeNumber(value, kMaxIntervalS, &out->intervalS);
        if (key != QLatin1StringView("per-host"))
            return false;
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        if (!isNumber || number < 1 || number > CrawlLimits::kMaxInFlight)
            return false;
        out->perHost = number;
        return true;
    }

    /// A '*' stands alone or for the labels before the rest.
    bool isPattern(const QString &text)
    {
        const QString rest = text.startsWith(QLatin1StringView("*.")) ? text.sliced(2) : text;
        const bool plain = std::none_of(rest.begin(), rest.end(), [](QChar c) {
            return c.isSpace() || c == u'*' || c == u'/' || c == u'@' || c == u'=' || c == u',';
        });
        return text == QLatin1StringView("*") || (!rest.isEmpty() && plain);
    }

} // namespace

bool HostOverride::parse(const QString &text, HostOverride *out)
{
    const qsizetype colon = text.lastIndexOf(u':', text.indexOf(u'='));
    if (colon < 1)
        return false;
    HostOverride host;
    const QString pattern = text.first(colon).trimmed();
    if (!isPattern(pattern))
        return false;
    host.pattern = pattern.toLower().toUtf8();
    const QStringList parts = text.sliced(colon + 1).split(u',');
    for (const QString &part : parts) {
        const qsizetype equals = part.indexOf(u'=');
        if (equals < 0 || !takeValue(part.first(equals).trimmed(), part.sliced(equals + 1).trimmed(), &host))
            return false;
    }
    *out = host;
    return true;
}

QString HostOverride::toString() const
{
    QStringList parts;
    if (perHost)
        parts += QStringLiteral("per-host=%1").arg(*perHost);
    if (ratePerS)
        parts += QStringLiteral("rate=%1").arg(*ratePerS);
    if (intervalS)
        parts += QStringLiteral("interval=%1").arg(*intervalS);
    return QString::fromUtf8(pattern) + u':' + parts.join(u',');
}

QByteArrayView hostGroupingName(HostGrouping grouping)
{
    switch (grouping) {
    case HostGrouping::Host:
        return "host";
    case HostGrouping::Domain:
        return "domain";
    case HostGrouping::Address:
        return "address";
    }
    return {};
}

bool parseHostGrouping(QByteArrayView name, HostGrouping *out)
{
    for (const HostGrouping grouping : {HostGrouping::Host, HostGrouping::Domain, HostGrouping::Address}) {
        if (name == hostGroupingName(grouping)) {
            *out = grouping;
            return true;
        }
    }
    return false;
}

QByteArrayView robotsModeName(RobotsMode mode)
{
    switch (mode) {
    case RobotsMode::Obey:
        return "obey";
    case RobotsMode::Report:
        return "report";
    case RobotsMode::Ignore:
        return "ignore";
    }
    return {};
}

bool parseRobotsMode(QByteArrayView name, RobotsMode *out)
{
    for (const RobotsMode mode : {RobotsMode::Obey, RobotsMode::Report, RobotsMode::Ignore}) {
        if (name == robotsModeName(mode)) {
            *out = mode;
            return true;
        }
    }
    return false;
}

} // namespace crawlscope
