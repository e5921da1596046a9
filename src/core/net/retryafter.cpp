// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/retryafter.h"

#include "core/net/fetchtypes.h"
#include "core/util/asciicase.h"

#include <QDate>

#include <algorithm>
#include <array>
#include <limits>

namespace crawlscope {

namespace {

    constexpr qsizetype kMaxValueBytes = 4096; ///< of a header; what is longer is not read
    constexpr qint64 kMaxNumber = std::numeric_limits<qint64>::max() / 16;

    bool isDigit(char c)
    {
        return c >= '0' && c <= '9';
    }

    QByteArrayView trimmed(QByteArrayView text)
    {
        const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
        while (!text.isEmpty() && isBlank(text.front()))
            text = text.sliced(1);
        while (!text.isEmpty() && isBlank(text.back()))
            text.chop(1);
        return text;
    }

    bool take(QByteArrayView *text, QByteArrayView part)
    {
        if (!text->startsWith(part))
            return false;
        *text = text->sliced(part.size());
        return true;
    }

    /// 1*DIGIT, at most kMaxNumber.
    std::optional<qint64> number(QByteArrayView text)
    {
        if (text.isEmpty() || !std::all_of(text.begin(), text.end(), isDigit))
            return std::nullopt;
        qint64 value = 0;
        for (const char c : text)
            value = std::min(value * 10 + (c - '0'), kMaxNumber);
        return value;
    }

    /// The same, a minus is 0; a fraction is there to be passed over and makes one more.
    std::optional<qint64> lenientNumber(QByteArrayView text)
    {
        const bool negative = take(&text, "-");
        const qsizetype point = text.indexOf('.');
        const auto whole = number(point < 0 ? text : text.first(point));
        const auto fraction = point < 0 ? std::optional<qint64>(0) : number(text.sliced(point + 1));
        if (!whole || !fraction)
            return std::nullopt;
        return negative ? 0 : *whole + (*fraction > 0 ? 1 : 0);
    }

    qint64 bounded(qint64 ms)
    {
        return std::clamp<qint64>(ms, 0, kLongestWaitMs);
    }

    qint64 secondsToMs(qint64 seconds)
    {
        return std::min(seconds, kLongestWaitMs / 1000) * 1000;
    }

    /// `to` - `from`, bounded; both may be anything.
    qint64 waitUntil(qint64 to, qint64 from)
    {
        if (to <= from)
            return 0;
        return from < to - kLongestWaitMs ? kLongestWaitMs : bounded(to - from);
    }

    struct DateParts
    {
        int year = 0;
        int month = 0;
        int day = 0;
        int hour = 0;
        int minute = 0;
        int second = 0;
    };

    /// Exactly `digits` digits off the front.
    bool takeNumber(QByteArrayView *text, qsizetype digits, int *out)
    {
        if (text->size() < digits)
            return false;
        const auto value = number(text->first(digits));
        if (!value)
            return false;
        *out = static_cast<int>(*value);
        *text = text->sliced(digits);
        return true;
    }

    bool takeMonth(QByteArrayView *text, int *out)
    {
        static constexpr std::array<QByteArrayView, 12> names {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
        const auto *const found =
            std::find_if(names.begin(), names.end(), [text](QByteArrayView name) { return take(text, name); });
        *out = static_cast<int>(found - names.begin()) + 1;
        return found != names.end();
    }

    bool takeTime(QByteArrayView *text, DateParts *parts)
    {
        return takeNumber(text, 2, &parts->hour) && take(text, ":") && takeNumber(text, 2, &parts->minute)
            && take(text, ":") && takeNumber(text, 2, &parts->second);
    }

    /// "06 Nov 1994 08:49:37 GMT"
    bool takeFixdate(QByteArrayView text, DateParts *parts)
    {
        return takeNumber(&text, 2, &parts->day) && take(&text, " ") && takeMonth(&text, &parts->month)
            && take(&text, " ") && takeNumber(&text, 4, &parts->year) && take(&text, " ") && takeTime(&text, parts)
            && text == " GMT";
    }

    /// "06-Nov-94 08:49:37 GMT"
    bool takeRfc850(QByteArrayView text, DateParts *parts)
    {
        return takeNumber(&text, 2, &parts->day) && take(&text, "-") && takeMonth(&text, &parts->month)
            && take(&text, "-") && takeNumber(&text, 2, &parts->year) && take(&text, " ") && takeTime(&text, parts)
            && text == " GMT";
    }

    /// "Nov  6 08:49:37 1994"
    bool takeAsctime(QByteArrayView text, DateParts *parts)
    {
        if (!takeMonth(&text, &parts->month) || !take(&text, " "))
            return false;
        const bool day = take(&text, " ") ? takeNumber(&text, 1, &parts->day) : takeNumber(&text, 2, &parts->day);
        return day && take(&text, " ") && takeTime(&text, parts) && take(&text, " ")
            && takeNumber(&text, 4, &parts->year) && text.isEmpty();
    }

    std::optional<qint64> toMs(const DateParts &parts)
    {
        const QDate date(parts.year, parts.month, parts.day);
        if (!date.isValid() || parts.hour > 23 || parts.minute > 59 || parts.second > 60) // 60: a leap second
            return std::nullopt;
        const qint64 days = QDate(1970, 1, 1).daysTo(date);
        return ((days * 24 + parts.hour) * 60 + parts.minute) * 60'000 + parts.second * 1000LL;
    }

    /// A year of two digits that would lie more than 50 years ahead is in the past (RFC 9110 section 5.6.7).
    std::optional<qint64> rfc850Ms(DateParts parts, qint64 nowMs)
    {
        constexpr qint64 maxMs = 253'402'300'799'000; // the end of 9999
        const qint64 days = std::clamp<qint64>(nowMs, 0, maxMs) / 86'400'000;
        const QDate now = QDate(1970, 1, 1).addDays(days);
        parts.year += now.year() / 100 * 100 + 100;
        while (parts.year - now.year() > 50)
            parts.year -= 100;
        return toMs(parts);
    }

    bool takeDayName(QByteArrayView *text, bool *full)
    {
        static constexpr std::array<QByteArrayView, 7> names {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                              "Friday", "Saturday", "Sunday"};
        *full = std::any_of(names.begin(), names.end(), [text](QByteArrayView name) { return take(text, name); });
        return *full || std::any_of(names.begin(), names.end(), [text](QByteArrayView name) {
            return take(text, name.first(3));
        });
    }

    /// Reads ";name=value" or ",name=value" and the like; a quoted string in place of a value or name is passed over.
    class Fields
    {
    public:
        explicit Fields(QByteArrayView text)
            : m_rest(text)
        {
        }
        struct Field
        {
            QByteArrayView name;
            QByteArrayView value;
            char before = '\0'; ///< the separator in front of it
        };
        std::optional<Field> next()
        {
            if (m_rest.isEmpty())
                return std::nullopt;
            Field field;
            field.before = m_separator;
            qsizetype equals = -1;
            qsizetype at = 0;
            bool quoted = false;
            for (; at < m_rest.size(); ++at) {
                const char c = m_rest[at];
                if (quoted && c == '\\')
                    ++at;
                else if (c == '"')
                    quoted = !quoted;
                else if (!quoted && (c == ';' || c == ','))
                    break;
                else if (!quoted && c == '=' && equals < 0)
                    equals = at;
            }
            at = std::min(at, m_rest.size());
            const QByteArrayView text = m_rest.first(at);
            field.name = trimmed(equals < 0 ? text : text.first(equals));
            field.value = equals < 0 ? QByteArrayView() : trimmed(text.sliced(equals + 1));
            m_separator = at < m_rest.size() ? m_rest[at] : '\0';
            m_rest = m_rest.sliced(std::min(at + 1, m_rest.size()));
            return field;
        }

    private:
        QByteArrayView m_rest;
        char m_separator = ',';
    };

    /// Which of two quotas binds: less is left, or as much for longer.
    bool bindsMore(const RateHint &a, const RateHint &b)
    {
        const qint64 most = std::numeric_limits<qint64>::max();
        const qint64 leftA = a.remaining.value_or(most);
        const qint64 leftB = b.remaining.value_or(most);
        return leftA != leftB ? leftA < leftB : a.resetMs.value_or(-1) > b.resetMs.value_or(-1);
    }

    /// A List of Items with the parameters r and t, or a Dictionary with remaining and reset (RFC 8941).
    RateHint structuredHint(const HeaderList &headers)
    {
        RateHint best;
        for (const auto &[name, value] : headers) {
            if (!isSameName(name, "RateLimit") || value.size() > kMaxValueBytes)
                continue;
            Fields fields(value);
            RateHint quota;
            while (const auto field = fields.next()) {
                const bool param = field->before == ';';
                if (!param && !isSameName(field->name, "remaining") && !isSameName(field->name, "reset")
                    && !isSameName(field->name, "limit"))
                    quota = {}; // another quota begins
                const auto figure = number(field->value);
                if (param ? field->name == "r" : isSameName(field->name, "remaining"))
                    quota.remaining = figure;
                else if (figure && (param ? field->name == "t" : isSameName(field->name, "reset")))
                    quota.resetMs = secondsToMs(*figure);
                if (bindsMore(quota, best))
                    best = quota;
            }
        }
        return best;
    }

    /// Seconds from now, or a time since the epoch where it is too large for that.
    std::optional<qint64> resetMs(const QByteArray &value, qint64 nowMs)
    {
        const auto reset = lenientNumber(trimmed(value));
        if (!reset)
            return std::nullopt;
        if (*reset > 1'000'000'000'000)
            return waitUntil(*reset, nowMs);
        if (*reset > 1'000'000'000)
            return waitUntil(*reset * 1000, nowMs);
        return secondsToMs(*reset);
    }

    /// The names that plainHint() looks for: every answer is asked for them, few have any.
    struct PlainNames
    {
        const char *remaining;
        const char *reset;
    };
    constexpr std::array<PlainNames, 3> kPlainNames {{{"RateLimit-Remaining", "RateLimit-Reset"},
                                                      {"X-RateLimit-Remaining", "X-RateLimit-Reset"},
                                                      {"X-Rate-Limit-Remaining", "X-Rate-Limit-Reset"}}};

    RateHint plainHint(const HeaderList &headers, const PlainNames &names, qint64 nowMs)
    {
        const QByteArray remaining = headerValue(headers, names.remaining);
        const QByteArray reset = headerValue(headers, names.reset);
        RateHint hint;
        if (remaining.size() <= kMaxValueBytes)
            hint.remaining = lenientNumber(trimmed(remaining));
        if (reset.size() <= kMaxValueBytes)
            hint.resetMs = resetMs(reset, nowMs);
        return hint;
    }

} // namespace

std::optional<qint64> httpDateMs(QByteArrayView text, qint64 nowMs)
{
    bool full = false;
    if (!takeDayName(&text, &full))
        return std::nullopt;
    DateParts parts;
    if (full)
        return take(&text, ", ") && takeRfc850(text, &parts) ? rfc850Ms(parts, nowMs) : std::nullopt;
    if (take(&text, ", "))
        return takeFixdate(text, &parts) ? toMs(parts) : std::nullopt;
    return take(&text, " ") && takeAsctime(text, &parts) ? toMs(parts) : std::nullopt;
}

std::optional<qint64> retryAfterMs(const QByteArray &headerValue, qint64 nowMsSinceEpoch)
{
    if (headerValue.size() > kMaxValueBytes)
        return std::nullopt;
    QByteArrayView text = trimmed(headerValue);
    if (const auto seconds = number(text))
        return secondsToMs(*seconds);
    if (take(&text, "-"))
        return number(text) ? std::optional<qint64>(0) : std::nullopt;
    const auto date = httpDateMs(text, nowMsSinceEpoch);
    return date ? std::optional(waitUntil(*date, nowMsSinceEpoch)) : std::nullopt;
}

RateHint rateHint(const HeaderList &headers, qint64 nowMs)
{
    RateHint hint = structuredHint(headers);
    for (const PlainNames &names : kPlainNames) {
        if (hint == RateHint())
            hint = plainHint(headers, names, nowMs);
    }
    return hint;
}

} // namespace crawlscope
