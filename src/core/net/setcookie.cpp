// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/setcookie.h"

#include "core/url/urlhost.h"
#include "core/util/asciicase.h"

#include <QDate>

#include <algorithm>
#include <array>
#include <limits>

namespace crawlscope {

namespace {

    bool isDigit(char c)
    {
        return c >= '0' && c <= '9';
    }

    /// Without blanks at the ends, as section 5.2 means them.
    QByteArrayView trimmed(QByteArrayView text)
    {
        while (!text.isEmpty() && (text.front() == ' ' || text.front() == '\t'))
            text = text.sliced(1);
        while (!text.isEmpty() && (text.back() == ' ' || text.back() == '\t'))
            text.chop(1);
        return text;
    }

    /// Takes what stands before `mark` off the front of `rest`; all of it where there is none.
    QByteArrayView takeUntil(QByteArrayView *rest, char mark)
    {
        const qsizetype at = rest->indexOf(mark);
        const QByteArrayView part = at < 0 ? *rest : rest->first(at);
        *rest = at < 0 ? QByteArrayView() : rest->sliced(at + 1);
        return part;
    }

    bool hasControls(QByteArrayView line)
    {
        return std::any_of(line.begin(), line.end(), [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return (byte < 0x20 && c != '\t') || byte == 0x7f;
        });
    }

    /// 1*DIGIT with an optional minus in front; what is too large for a number is the largest.
    std::optional<qint64> parseMaxAge(QByteArrayView text)
    {
        const bool negative = text.startsWith('-');
        const QByteArrayView digits = negative ? text.sliced(1) : text;
        if (digits.isEmpty() || !std::all_of(digits.begin(), digits.end(), isDigit))
            return std::nullopt;
        if (negative)
            return 0;
        qint64 value = 0;
        for (const char c : digits)
            value = std::min<qint64>(value * 10 + (c - '0'), std::numeric_limits<qint32>::max());
        return value;
    }

    void takeDomain(QByteArrayView text, SetCookie *cookie)
    {
        if (text.startsWith('.'))
            text = text.sliced(1);
        cookie->domain = text.toByteArray().toLower();
        cookie->domainValid = true;
        if (text.isEmpty() || std::all_of(text.begin(), text.end(), [](char c) { return (c & '\x80') == 0; }))
            return; // what is no host name matches no host
        const urlhost::Host host = urlhost::normalize(text);
        cookie->domain = host.name;
        cookie->domainValid = host.reason == LineReason::None && !host.name.isEmpty();
    }

    void takeAttribute(QByteArrayView name, QByteArrayView value, SetCookie *cookie)
    {
        if (value.size() > SetCookie::kMaxAttributeBytes)
            return;
        if (isSameName(name, "expires")) {
            if (const auto date = SetCookie::parseDate(value))
                cookie->expires = date;
        } else if (isSameName(name, "max-age")) {
            if (const auto age = parseMaxAge(value))
                cookie->maxAge = age;
        } else if (isSameName(name, "domain")) {
            takeDomain(value, cookie);
        } else if (isSameName(name, "path")) {
            cookie->path = value.startsWith('/') ? value.toByteArray() : QByteArray();
        } else if (isSameName(name, "secure")) {
            cookie->secure = true;
        }
    }

    /// Takes between `least` and `most` digits off the front; -1 where there are fewer. Further digits stay.
    int takeNumber(QByteArrayView *text, qsizetype least, qsizetype most)
    {
        qsizetype length = 0;
        int value = 0;
        while (length < text->size() && length < most && isDigit((*text)[length])) {
            value = value * 10 + ((*text)[length] - '0');
            ++length;
        }
        if (length < least)
            return -1;
        *text = text->sliced(length);
        return value;
    }

    struct DateParts
    {
        int hour = -1;
        int minute = -1;
        int second = -1;
        int day = -1;
        int month = -1;
        int year = -1;
    };

    bool endsNumber(QByteArrayView rest)
    {
        return rest.isEmpty() || !isDigit(rest.front());
    }

    bool takeTime(QByteArrayView token, DateParts *parts)
    {
        const int hour = takeNumber(&token, 1, 2);
        if (hour < 0 || !token.startsWith(':'))
            return false;
        token = token.sliced(1);
        const int minute = takeNumber(&token, 1, 2);
        if (minute < 0 || !token.startsWith(':'))
            return false;
        token = token.sliced(1);
        const int second = takeNumber(&token, 1, 2);
        if (second < 0 || !endsNumber(token))
            return false;
        parts->hour = hour;
        parts->minute = minute;
        parts->second = second;
        return true;
    }

    bool takeDay(QByteArrayView token, DateParts *parts)
    {
        const int day = takeNumber(&token, 1, 2);
        if (day < 0 || !endsNumber(token))
            return false;
        parts->day = day;
        return true;
    }

    bool takeMonth(QByteArrayView token, DateParts *parts)
    {
        static constexpr std::array<QByteArrayView, 12> names {"jan", "feb", "mar", "apr", "may", "jun",
                                                               "jul", "aug", "sep", "oct", "nov", "dec"};
        if (token.size() < 3)
            return false;
        const auto *found = std::find_if(names.begin(), names.end(),
                                         [token](QByteArrayView name) { return isSameName(token.first(3), name); });
        if (found == names.end())
            return false;
        parts->month = static_cast<int>(found - names.begin()) + 1;
        return true;
    }

    bool takeYear(QByteArrayView token, DateParts *parts)
    {
        const int year = takeNumber(&token, 2, 4);
        if (year < 0 || !endsNumber(token))
            return false;
        parts->year = year >= 70 && year <= 99 ? year + 1900 : year <= 69 ? year + 2000 : year;
        return true;
    }

    void takeToken(QByteArrayView token, DateParts *parts)
    {
        if (parts->hour < 0 && takeTime(token, parts))
            return;
        if (parts->day < 0 && takeDay(token, parts))
            return;
        if (parts->month < 0 && takeMonth(token, parts))
            return;
        if (parts->year < 0)
            takeYear(token, parts);
    }

    bool isDelimiter(char c)
    {
        const auto byte = static_cast<unsigned char>(c);
        return byte == 0x09 || (byte >= 0x20 && byte <= 0x2f) || (byte >= 0x3b && byte <= 0x40)
            || (byte >= 0x5b && byte <= 0x60) || (byte >= 0x7b && byte <= 0x7e);
    }

} // namespace

std::optional<SetCookie> SetCookie::parse(QByteArrayView line)
{
    if (hasControls(line))
        return std::nullopt;
    QByteArrayView rest = line;
    QByteArrayView value = takeUntil(&rest, ';');
    const bool hasName = value.contains('=');
    const QByteArrayView name = trimmed(takeUntil(&value, '='));
    value = trimmed(value);
    if (!hasName || name.isEmpty() || name.size() + value.size() > kMaxPairBytes)
        return std::nullopt;
    SetCookie cookie;
    cookie.name = name.toByteArray();
    cookie.value = value.toByteArray();
    while (!rest.isEmpty()) {
        QByteArrayView attribute = takeUntil(&rest, ';');
        const QByteArrayView key = trimmed(takeUntil(&attribute, '='));
        takeAttribute(key, trimmed(attribute), &cookie);
    }
    return cookie;
}

std::optional<qint64> SetCookie::parseDate(QByteArrayView text)
{
    DateParts parts;
    while (!text.isEmpty()) {
        const auto *const end = std::find_if(text.begin(), text.end(), isDelimiter);
        const qsizetype length = end - text.begin();
        if (length > 0)
            takeToken(text.first(length), &parts);
        text = text.sliced(std::min(length + 1, text.size()));
    }
    const QDate date(parts.year, parts.month, parts.day);
    if (parts.hour < 0 || parts.hour > 23 || parts.minute > 59 || parts.second > 59 || parts.year < 1601
        || parts.month < 0 || parts.day < 1 || !date.isValid())
        return std::nullopt;
    const qint64 days = QDate(1970, 1, 1).daysTo(date);
    return days * 86'400 + qint64 {parts.hour} * 3600 + qint64 {parts.minute} * 60 + parts.second;
}

} // namespace crawlscope
