// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/format.h"

#include "core/store/resultrow.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace crawlscope::gui::format {

using namespace Qt::Literals::StringLiterals;

namespace {

    struct Tr
    {
        Q_DECLARE_TR_FUNCTIONS(Format)
    };

    constexpr QChar kDash(0x2013);

    QString decimal(double value, int places)
    {
        return QLocale().toString(value, 'f', places);
    }

    /// Shown as "\uXXXX": what moves the cursor, turns the direction of text or cannot be seen. Joiners (U+200C,
    /// U+200D) stay, scripts and emoji need them.
    bool isHidden(char32_t c)
    {
        return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0xad || c == 0x61c || c == 0x180e
            || (c >= 0x200b && c <= 0x200f && c != 0x200c && c != 0x200d) || (c >= 0x2028 && c <= 0x202e)
            || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb)
            || (c >= 0xe0000 && c <= 0xe007f);
    }

    QString escaped(char32_t c)
    {
        const bool wide = c > 0xffff;
        return (wide ? u"\\U"_s : u"\\u"_s)
            + QString::number(static_cast<quint32>(c), 16).rightJustified(wide ? 8 : 4, u'0');
    }

    QString clean(const QString &text, bool keepLines)
    {
        QString out;
        out.reserve(text.size());
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar unit = text[i];
            char32_t c = unit.unicode();
            if (unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
                c = QChar::surrogateToUcs4(unit, text[++i]);
            if (keepLines && c == U'\r') {
                if (i + 1 >= text.size() || text[i + 1] != u'\n')
                    out += u'\n';
            } else if (keepLines && (c == U'\n' || c == U'\t')) {
                out += unit;
            } else if (isHidden(c)) {
                out += escaped(c);
            } else if (QChar::isSurrogate(c)) {
                out += QChar(QChar::ReplacementCharacter);
            } else {
                out += QChar::fromUcs4(c);
            }
        }
        return out;
    }

} // namespace

QString number(quint64 value)
{
    return QLocale().toString(value);
}

int pluralCount(quint64 count)
{
    return static_cast<int>(std::min<quint64>(count, static_cast<quint64>(std::numeric_limits<int>::max())));
}

QString durationMicros(qint64 micros)
{
    if (micros < 0)
        return QString(kDash);
    const double ms = static_cast<double>(micros) / 1000.0;
    if (micros == 0)
        return Tr::tr("%1 ms").arg(number(0));
    if (ms < 0.095)
        return Tr::tr("%1 ms").arg(decimal(ms, micros < 10 ? 3 : 2));
    if (ms < 9.95)
        return Tr::tr("%1 ms").arg(decimal(ms, 1));
    if (ms < 999.5)
        return Tr::tr("%1 ms").arg(decimal(ms, 0));
    const double s = ms / 1000.0;
    if (s < 9.995)
        return Tr::tr("%1 s").arg(decimal(s, 2));
    if (s < 59.95)
        return Tr::tr("%1 s").arg(decimal(s, 1));
    const auto whole = static_cast<quint64>(std::llround(s));
    if (whole < 3600)
        return Tr::tr("%1 min %2 s").arg(number(whole / 60), number(whole % 60));
    const quint64 minutes = (whole + 30) / 60;
    return Tr::tr("%1 h %2 min").arg(number(minutes / 60), number(minutes % 60));
}

QString span(qint64 ms)
{
    if (ms < 0)
        return kDash;
    if (ms < 60'000)
        return Tr::tr("%1 s").arg(QLocale().toString(static_cast<double>(ms) / 1000.0, 'g', 5));
    const auto seconds = static_cast<quint64>((ms + 500) / 1000);
    const auto pair = [](const QString &both, const QString &first, quint64 most, quint64 rest) {
        return rest == 0 ? first.arg(number(most)) : both.arg(number(most), number(rest));
    };
    if (seconds < 3600)
        return pair(Tr::tr("%1 min %2 s"), Tr::tr("%1 min"), seconds / 60, seconds % 60);
    const quint64 minutes = (seconds + 30) / 60;
    if (minutes < 48ULL * 60)
        return pair(Tr::tr("%1 h %2 min"), Tr::tr("%1 h"), minutes / 60, minutes % 60);
    const quint64 hours = (minutes + 30) / 60;
    return pair(Tr::tr("%1 d %2 h"), Tr::tr("%1 d"), hours / 24, hours % 24);
}

QString countdown(qint64 ms)
{
    return span(ms < 0 ? -1 : std::max<qint64>((ms + 999) / 1000, 1) * 1000);
}

QString exactMillis(qint64 micros)
{
    if (micros < 0)
        return QString(kDash);
    return Tr::tr("%1 ms").arg(decimal(static_cast<double>(micros) / 1000.0, 3));
}

QString phase(quint32 micros)
{
    return durationMicros(micros == PhaseTimes::kNotApplicable ? -1 : static_cast<qint64>(micros));
}

QString bytes(qint64 bytes)
{
    if (bytes < 0)
        return QString(kDash);
    if (bytes < 1000)
        return Tr::tr("%1 B").arg(number(static_cast<quint64>(bytes)));
    double value = static_cast<double>(bytes) / 1000.0;
    int unit = 0;
    while (value >= 999.5 && unit < 4) {
        value /= 1000.0;
        ++unit;
    }
    const QString figure = decimal(value, value < 99.95 ? 1 : 0);
    switch (unit) {
    case 0:
        return Tr::tr("%1 kB").arg(figure);
    case 1:
        return Tr::tr("%1 MB").arg(figure);
    case 2:
        return Tr::tr("%1 GB").arg(figure);
    case 3:
        return Tr::tr("%1 TB").arg(figure);
    default:
        return Tr::tr("%1 PB").arg(figure);
    }
}

QString rate(double perSecond)
{
    if (!(perSecond > 0))
        return Tr::tr("%1/s").arg(number(0));
    if (perSecond < 9.95)
        return Tr::tr("%1/s").arg(decimal(perSecond, perSecond < 0.095 ? 2 : 1));
    return Tr::tr("%1/s").arg(decimal(perSecond, 0));
}

QString allowedRate(double perSecond)
{
    const bool whole = perSecond >= 1 && perSecond < 1e9 && std::round(perSecond) == perSecond;
    return whole ? Tr::tr("%1/s").arg(number(static_cast<quint64>(perSecond))) : rate(perSecond);
}

QString remaining(double seconds)
{
    if (!(seconds >= 0))
        return {};
    if (seconds < 90)
        return Tr::tr("about %1 s left").arg(decimal(std::ceil(seconds), 0));
    const double minutes = std::round(seconds / 60.0);
    if (minutes < 60)
        return Tr::tr("about %1 min left").arg(decimal(minutes, 0));
    if (minutes < 48 * 60) {
        const double hours = std::floor(minutes / 60.0);
        return Tr::tr("about %1 h %2 min left").arg(decimal(hours, 0), decimal(minutes - hours * 60, 0));
    }
    return Tr::tr("about %1 days left").arg(decimal(std::round(minutes / 1440.0), 0));
}

QString atLeast(double seconds)
{
    constexpr double most = 1e9; // some 30 years
    const double bounded = std::clamp(std::isnan(seconds) ? 0.0 : seconds, 0.0, most);
    const double step = bounded < 90 ? 1 : 60;
    return span(std::llround(std::ceil(bounded / step) * step) * 1000);
}

QString percent(double share)
{
    double value = std::clamp(std::isnan(share) ? 0.0 : share, 0.0, 1.0) * 100.0;
    // "0%" and "100%" mean exactly that: what is nearly none or nearly all keeps a decimal.
    if (value > 0 && value < 0.1)
        value = 0.1;
    else if (value < 100 && value > 99.9)
        value = 99.9;
    const bool whole = value == 0.0 || value == 100.0 || (value >= 10 && value < 99.5);
    return Tr::tr("%1%").arg(decimal(value, whole ? 0 : 1));
}

QString localTime(qint64 msSinceEpoch)
{
    if (msSinceEpoch <= 0)
        return QString(kDash);
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(msSinceEpoch);
    const QLocale locale;
    return locale.toString(time.date(), QLocale::ShortFormat) + u' ' + time.time().toString(u"HH:mm:ss.zzz"_s);
}

QString untrusted(QByteArrayView utf8)
{
    return clean(QString::fromUtf8(utf8), false);
}

QString untrustedLines(const QString &text)
{
    return clean(text, true);
}

} // namespace crawlscope::gui::format
