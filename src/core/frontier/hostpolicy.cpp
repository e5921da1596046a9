// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/hostpolicy.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace crawlscope {

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
            return takeNumber(value, HostPolicy::kMostPerS, &out->ratePerS);
        if (key == QLatin1StringView("interval"))
            return takeNumber(value, HostPolicy::kLongestIntervalS, &out->intervalS);
        if (key != QLatin1StringView("per-host"))
            return false;
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        if (!isNumber || number < 1 || number > HostPolicy::kMostAtOnce)
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
        parts += QStringLiteral("rate=") + QString::number(*ratePerS, 'g', QLocale::FloatingPointShortest);
    if (intervalS)
        parts += QStringLiteral("interval=") + QString::number(*intervalS, 'g', QLocale::FloatingPointShortest);
    return QString::fromUtf8(pattern) + u':' + parts.join(u',');
}

namespace {

    qint64 micros(double seconds)
    {
        return seconds > 0 ? std::llround(std::min(seconds, HostPolicy::kLongestIntervalS) * 1e6) : 0;
    }

    qint64 microsOfRate(double perS)
    {
        constexpr double longest = 1e15; // 30 years; no overflow however small the rate
        return perS > 0 ? std::llround(std::min(longest, 1e6 / std::min(perS, HostPolicy::kMostPerS))) : 0;
    }

} // namespace

HostPolicy::HostPolicy(int perHost, double ratePerS, double intervalS, std::vector<HostOverride> overrides)
    : m_all {.perHost = std::clamp(perHost, 1, kMostAtOnce),
             .intervalMicros = micros(intervalS),
             .rateMicros = microsOfRate(ratePerS)}
    , m_overrides(std::move(overrides))
{
    for (std::size_t i = 0; i < m_overrides.size(); ++i) {
        QByteArray pattern = m_overrides[i].pattern.toLower();
        const bool isWild = pattern.startsWith("*.");
        auto &index = isWild ? m_bySuffix : m_byName;
        if (isWild)
            pattern.remove(0, 2);
        if (!index.contains(pattern))
            index.insert(pattern, i);
    }
}

const HostOverride *HostPolicy::match(QByteArrayView key) const
{
    std::size_t best = m_overrides.size();
    const auto look = [&best](const QHash<QByteArray, std::size_t> &index, QByteArrayView pattern) {
        const auto found = index.constFind(QByteArray::fromRawData(pattern.data(), pattern.size())); // no copy
        if (found != index.constEnd())
            best = std::min(best, *found);
    };
    const QByteArray lower = key.toByteArray().toLower();
    const QByteArrayView whole = lower;
    const qsizetype colon = whole.endsWith(']') ? -1 : whole.lastIndexOf(':');
    const qsizetype end = colon < 0 ? whole.size() : colon;
    look(m_byName, "*");
    look(m_byName, whole);
    look(m_byName, whole.first(end));
    for (qsizetype at = 0; at < end && !m_bySuffix.isEmpty();) { // the name, then without its first label, and so on
        look(m_bySuffix, whole.sliced(at));
        look(m_bySuffix, whole.sliced(at, end - at));
        const qsizetype dot = whole.indexOf('.', at);
        at = dot < 0 ? end : dot + 1;
    }
    return best < m_overrides.size() ? &m_overrides[best] : nullptr;
}

HostLimits HostPolicy::of(QByteArrayView key) const
{
    HostLimits limits = m_all;
    if (m_overrides.empty())
        return limits;
    const HostOverride *host = match(key);
    if (host == nullptr)
        return limits;
    if (host->perHost)
        limits.perHost = std::clamp(*host->perHost, 1, kMostAtOnce);
    if (host->intervalS)
        limits.intervalMicros = micros(*host->intervalS);
    if (host->ratePerS)
        limits.rateMicros = microsOfRate(*host->ratePerS);
    return limits;
}

} // namespace crawlscope
