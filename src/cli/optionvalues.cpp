// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/optionvalues.h"

#include <QRegularExpression>

#include <cmath>

namespace crawlscope::cli {

std::optional<qint64> values::wholeNumber(const QString &text, qint64 min, qint64 max)
{
    static const QRegularExpression pattern(QStringLiteral("\\A[0-9]{1,15}\\z"));
    if (!pattern.match(text).hasMatch())
        return std::nullopt;
    const qint64 number = text.toLongLong();
    return number < min || number > max ? std::nullopt : std::optional(number);
}

std::optional<double> values::decimalNumber(const QString &text, double max)
{
    static const QRegularExpression pattern(QStringLiteral("\\A[0-9]{1,12}(\\.[0-9]{1,6})?\\z"));
    if (!pattern.match(text).hasMatch())
        return std::nullopt;
    const double number = text.toDouble();
    return number > max ? std::nullopt : std::optional(number);
}

std::optional<int> values::seconds(const QString &text)
{
    const std::optional<double> number = decimalNumber(text, 24 * 60 * 60);
    return number ? std::optional(static_cast<int>(std::lround(*number * 1000))) : std::nullopt;
}

std::optional<qint64> values::bytes(const QString &text)
{
    constexpr qint64 kMax = qint64 {1} << 40;
    static const QString kSuffixes = QStringLiteral("kmg");
    if (text.isEmpty())
        return std::nullopt;
    const qsizetype suffix = kSuffixes.indexOf(text.back().toLower());
    const int shift = static_cast<int>(suffix + 1) * 10;
    const std::optional<qint64> number = wholeNumber(suffix < 0 ? text : text.chopped(1), 0, kMax >> shift);
    return number ? std::optional(*number << shift) : std::nullopt;
}

std::optional<double> values::rate(const QString &text)
{
    return decimalNumber(text.endsWith(QLatin1StringView("/s")) ? text.chopped(2) : text, 1'000'000);
}

std::optional<bool> values::onOff(const QString &text)
{
    if (text == QLatin1StringView("on"))
        return true;
    return text == QLatin1StringView("off") ? std::optional(false) : std::nullopt;
}

} // namespace crawlscope::cli
