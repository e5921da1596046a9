// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/urlpattern.h"

#include "core/url/urlchars.h"

#include <QHashFunctions>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace crawlscope {
namespace {

    using Text = std::string_view;
    using urlchars::is;

    bool isDigit(char c)
    {
        return is(c, urlchars::Digit);
    }

    bool isLetter(char c)
    {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    bool allDigits(Text text)
    {
        return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
    }

    bool allHex(Text text)
    {
        return std::all_of(text.begin(), text.end(), [](char c) { return urlchars::hexValue(c) >= 0; });
    }

    bool hasDigitAndLetter(Text text)
    {
        return std::any_of(text.begin(), text.end(), isDigit) && std::any_of(text.begin(), text.end(), isLetter);
    }

    /// Value of a few digits; -1 for everything else.
    int smallNumber(Text text)
    {
        if (text.empty() || text.size() > 4 || !allDigits(text))
            return -1;
        int value = 0;
        for (const char c : text)
            value = value * 10 + (c - '0');
        return value;
    }

    bool isYear(Text text)
    {
        return text.size() == 4 && smallNumber(text) >= 1000;
    }

    bool isMonth(Text text)
    {
        const int value = text.size() <= 2 ? smallNumber(text) : -1;
        return value >= 1 && value <= 12;
    }

    bool isDay(Text text)
    {
        const int value = text.size() <= 2 ? smallNumber(text) : -1;
        return value >= 1 && value <= 31;
    }

    /// "2024-05", "2024-05-01", "2024_5_1", "20240501", also with a time behind it ("T…").
    bool isDate(Text text)
    {
        if (const std::size_t time = text.find('T'); time != Text::npos && time >= 8)
            text = text.substr(0, time);
        if (text.size() == 8 && allDigits(text))
            return isYear(text.substr(0, 4)) && isMonth(text.substr(4, 2)) && isDay(text.substr(6));
        if (text.size() < 6 || text.size() > 10 || !isYear(text.substr(0, 4)) || (text[4] != '-' && text[4] != '_'))
            return false;
        const Text rest = text.substr(5);
        const std::size_t second = rest.find(text[4]);
        return isMonth(rest.substr(0, second)) && (second == Text::npos || isDay(rest.substr(second + 1)));
    }

    bool isUuid(Text text)
    {
        if (text.size() != 36)
            return false;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? text[i] != '-' : urlchars::hexValue(text[i]) < 0)
                return false;
        }
        return true;
    }

    /// With digits replaced; nothing else.
    void appendWord(Text word, std::string *out)
    {
        for (std::size_t i = 0; i < word.size(); ++i) {
            if (!isDigit(word[i])) {
                *out += word[i];
                continue;
            }
            while (i + 1 < word.size() && isDigit(word[i + 1]))
                ++i;
            *out += "{n}";
        }
    }

    /// Name of the kind of a segment; empty: a word.
    Text kindOf(Text segment)
    {
        constexpr std::size_t hexLength = 8;
        constexpr std::size_t idLength = 16;
        constexpr std::size_t longText = 64;
        constexpr std::ptrdiff_t slugMarks = 3;
        if (allDigits(segment))
            return isDate(segment) ? "{date}" : "{n}";
        if (isDate(segment))
            return "{date}";
        if (isUuid(segment))
            return "{uuid}";
        const bool mixed = hasDigitAndLetter(segment);
        if (mixed && segment.size() >= hexLength && allHex(segment))
            return "{hex}";
        const bool plain =
            std::all_of(segment.begin(), segment.end(), [](char c) { return isDigit(c) || isLetter(c); });
        if (mixed && plain && segment.size() >= idLength)
            return "{id}";
        if (std::count(segment.begin(), segment.end(), '%') > slugMarks || segment.size() > longText)
            return "{text}";
        const auto marks = std::count_if(segment.begin(), segment.end(), [](char c) { return c == '-' || c == '_'; });
        return marks >= slugMarks ? Text("{slug}") : Text();
    }

    enum class SegmentKind : quint8 { Word, Date, Variable };

    SegmentKind appendSegment(Text segment, std::string *out)
    {
        Text stem = segment;
        Text ending;
        if (const std::size_t dot = segment.rfind('.'); dot != Text::npos && dot > 0) {
            constexpr std::size_t longestEnding = 5;
            const Text behind = segment.substr(dot + 1);
            if (!behind.empty() && behind.size() <= longestEnding && isLetter(behind.front())) {
                stem = segment.substr(0, dot);
                ending = segment.substr(dot);
            }
        }
        const Text kind = kindOf(stem);
        if (kind.empty())
            appendWord(stem, out);
        else
            *out += kind;
        appendWord(ending, out);
        if (kind == "{date}")
            return SegmentKind::Date;
        return kind.empty() ? SegmentKind::Word : SegmentKind::Variable;
    }

    std::string lower(Text text)
    {
        std::string out(text);
        for (char &c : out) {
            if (c >= 'A' && c <= 'Z')
                c = static_cast<char>(c - 'A' + 'a');
        }
        return out;
    }

    /// Whether `key` with `value` names a session. Some of these names have other meanings, too ("sid" is a story here,
    /// a section there): with them the value must look like a token.
    bool isSession(Text key, Text value)
    {
        static constexpr std::array<Text, 8> kSure {"phpsessid", "jsessionid", "oscsid",  "zenid",
                                                    "cftoken",   "cfid",       "xcartid", "__session"};
        static constexpr std::array<Text, 8> kPerhaps {"sid",  "session", "sessionid",  "session_id",
                                                       "sess", "sessid",  "session-id", "s_id"};
        constexpr std::size_t tokenLength = 8;
        const std::string name = lower(key);
        if (std::find(kSure.begin(), kSure.end(), name) != kSure.end() || name.starts_with("aspsessionid"))
            return true;
        return value.size() >= tokenLength && (hasDigitAndLetter(value) || value.size() >= 2 * tokenLength)
            && std::find(kPerhaps.begin(), kPerhaps.end(), name) != kPerhaps.end();
    }

    bool isDateKey(Text key, Text value)
    {
        static constexpr std::array<Text, 8> kKeys {"year", "month", "day", "week", "date", "yr", "mon", "yearmonth"};
        constexpr std::size_t longestNumber = 8;
        if (isDate(value))
            return true;
        return value.size() <= longestNumber && allDigits(value)
            && std::find(kKeys.begin(), kKeys.end(), lower(key)) != kKeys.end();
    }

    /// "(S(abc))", the session of ASP.NET without cookies.
    bool isSessionSegment(Text segment)
    {
        return segment.size() > 4 && segment.starts_with("(S(") && segment.ends_with("))");
    }

    struct Parts
    {
        Text origin;
        Text path; ///< with its slash
        Text query;
    };

    Parts partsOf(Text url)
    {
        const std::size_t slashes = url.find("//");
        const std::size_t slash = url.find('/', slashes == Text::npos ? 0 : slashes + 2);
        Parts parts;
        parts.origin = url.substr(0, slash);
        if (slash == Text::npos)
            return parts;
        const std::size_t query = url.find('?', slash);
        parts.path = url.substr(slash, query == Text::npos ? query : query - slash);
        parts.query = query == Text::npos ? Text() : url.substr(query + 1);
        return parts;
    }

    std::vector<Text> split(Text text, char separator)
    {
        std::vector<Text> list;
        for (;;) {
            const std::size_t at = text.find(separator);
            list.push_back(text.substr(0, at));
            if (at == Text::npos)
                return list;
            text.remove_prefix(at + 1);
        }
    }

    /// What comes three times in a row (numbers: five times, as the tiles of maps are); empty: nothing.
    std::span<const Text> repetition(std::span<const Text> segments)
    {
        constexpr std::size_t longestGroup = 8;
        for (std::size_t group = 1; group <= longestGroup && group * 3 <= segments.size(); ++group) {
            std::size_t same = 0; // segments that equal the one a group before them, in a row
            for (std::size_t i = group; i < segments.size(); ++i) {
                same = segments[i] == segments[i - group] && !segments[i].empty() ? same + 1 : 0;
                if (same < 2 * group)
                    continue;
                const std::span<const Text> found = segments.subspan(i + 1 - 3 * group, group);
                if (same >= 4 * group || !std::all_of(found.begin(), found.end(), allDigits))
                    return found;
            }
        }
        return {};
    }

    /// A word that stands at four places; empty: none does.
    std::span<const Text> recurrence(std::span<const Text> segments)
    {
        constexpr std::size_t most = 3;
        for (std::size_t i = most; i < segments.size(); ++i) {
            const std::span<const Text> before = segments.first(i);
            if (!segments[i].empty() && !allDigits(segments[i])
                && static_cast<std::size_t>(std::count(before.begin(), before.end(), segments[i])) >= most)
                return segments.subspan(i, 1);
        }
        return {};
    }

    /// Builds the pattern from left to right.
    class Builder
    {
    public:
        Builder(Text url, int maxSegments)
            : m_parts(partsOf(url))
            , m_maxSegments(static_cast<std::size_t>(std::clamp(maxSegments, 1, UrlPattern::kMostSegments)))
        {
            m_out.text = m_parts.origin;
            m_session = m_parts.origin;
        }

        UrlPattern build()
        {
            if (addPath())
                addQuery();
            if (m_out.text.size() > UrlPattern::kMaxBytes)
                m_out.text.resize(UrlPattern::kMaxBytes);
            if (m_out.lastSegment.size() > UrlPattern::kMaxBytes)
                m_out.lastSegment.resize(UrlPattern::kMaxBytes);
            if (m_out.hasSession)
                m_out.withoutSession = qHashBits(m_session.data(), m_session.size());
            return std::move(m_out);
        }

    private:
        /// The fault's pattern: what is at fault, so that all of its kind share it.
        bool failed(UrlPattern::Fault fault, std::span<const Text> segments)
        {
            m_out.fault = fault;
            if (fault == UrlPattern::Fault::RepeatingPath)
                m_out.text += "/\u2026";
            for (const Text segment : segments) {
                m_out.text += '/';
                appendSegment(segment, &m_out.text);
            }
            m_out.text += "/\u2026";
            return false;
        }

        bool addPath()
        {
            const Text path = m_parts.path.empty() ? m_parts.path : m_parts.path.substr(1);
            const auto slashes = static_cast<std::size_t>(std::count(path.begin(), path.end(), '/'));
            if (slashes >= m_maxSegments) {
                const std::size_t first = path.find('/');
                const std::size_t second = path.find('/', first + 1);
                return failed(UrlPattern::Fault::DeepPath, split(path.substr(0, second), '/'));
            }
            const std::vector<Text> segments = split(path, '/');
            if (const auto group = repetition(segments); !group.empty())
                return failed(UrlPattern::Fault::RepeatingPath, group);
            if (const auto word = recurrence(segments); !word.empty())
                return failed(UrlPattern::Fault::RepeatingPath, word);
            for (std::size_t i = 0; i < segments.size(); ++i)
                i += addSegment(segments, i);
            addLast(segments);
            return true;
        }

        /// Returns how many segments more than one it took.
        std::size_t addSegment(const std::vector<Text> &segments, std::size_t i)
        {
            Text segment = segments[i];
            m_out.text += '/';
            m_session += '/';
            if (isSessionSegment(segment)) {
                m_out.hasSession = true;
                m_out.text += "{session}";
                return 0;
            }
            std::string parameters;
            if (const std::size_t semicolon = segment.find(';'); semicolon != Text::npos) {
                parameters = parameterNames(segment.substr(semicolon + 1), segment.substr(0, semicolon));
                segment = segment.substr(0, semicolon);
            } else {
                m_session += segment;
            }
            std::size_t more = 0;
            if (isYear(segment) && i + 1 < segments.size() && isMonth(segments[i + 1])) {
                more = i + 2 < segments.size() && isDay(segments[i + 2]) ? 2 : 1;
                for (std::size_t k = i + 1; k <= i + more; ++k)
                    m_session.append("/").append(segments[k]);
                m_out.text += "{date}";
                m_out.hasDate = true;
            } else {
                const SegmentKind kind = appendSegment(segment, &m_out.text);
                m_out.hasDate = kind == SegmentKind::Date || (kind == SegmentKind::Word && m_out.hasDate);
            }
            m_out.text += parameters;
            return more;
        }

        /// Names of the parameters of a segment (";jsessionid=…"), for the pattern.
        std::string parameterNames(Text parameters, Text segment)
        {
            std::string names;
            m_session += segment;
            for (const Text parameter : split(parameters, ';')) {
                const std::size_t equals = parameter.find('=');
                const Text key = parameter.substr(0, equals);
                if (isSession(key, equals == Text::npos ? Text() : parameter.substr(equals + 1)))
                    m_out.hasSession = true;
                else
                    m_session.append(";").append(parameter);
                names += ';';
                if (names.size() < UrlPattern::kMaxBytes)
                    appendWord(key, &names);
            }
            return names;
        }

        void addLast(const std::vector<Text> &segments)
        {
            constexpr std::ptrdiff_t least = 3;
            const auto isFilled = [](Text segment) { return !segment.empty(); };
            if (std::count_if(segments.begin(), segments.end(), isFilled) < least)
                return;
            m_out.lastSegment = m_parts.origin;
            m_out.lastSegment += "/\u2026/";
            appendSegment(*std::find_if(segments.rbegin(), segments.rend(), isFilled), &m_out.lastSegment);
        }

        void addQuery()
        {
            if (m_parts.query.empty())
                return;
            std::vector<Text> pairs = split(m_parts.query, '&');
            std::vector<std::string> keys;
            char mark = '?';
            for (const Text pair : pairs) {
                const std::size_t equals = pair.find('=');
                const Text key = pair.substr(0, equals);
                const Text value = equals == Text::npos ? Text() : pair.substr(equals + 1);
                std::string name;
                appendWord(key.substr(0, kKeyBytes), &name);
                keys.push_back(std::move(name));
                m_out.hasDate = m_out.hasDate || isDateKey(key, value);
                if (isSession(key, value)) {
                    m_out.hasSession = true;
                    continue;
                }
                m_session += mark;
                m_session += pair;
                mark = '&';
            }
            std::sort(keys.begin(), keys.end());
            keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
            std::string text;
            for (std::size_t i = 0; i < keys.size() && text.size() < UrlPattern::kMaxBytes; ++i)
                text.append(i == 0 ? "?" : "&").append(keys[i]);
            m_out.text += text;
            if (!m_out.lastSegment.empty())
                m_out.lastSegment += text;
            std::sort(pairs.begin(), pairs.end());
            for (std::size_t i = 2; i < pairs.size(); ++i) {
                if (pairs[i] == pairs[i - 2] && pairs[i].find('=') != Text::npos)
                    m_out.fault = UrlPattern::Fault::RepeatingQuery;
            }
        }

        static constexpr std::size_t kKeyBytes = 64;

        Parts m_parts;
        std::size_t m_maxSegments;
        UrlPattern m_out;
        std::string m_session; ///< the URL without session ids
    };

} // namespace

UrlPattern UrlPattern::of(QByteArrayView url, int maxSegments)
{
    return Builder(Text(url.data(), static_cast<std::size_t>(url.size())), maxSegments).build();
}

} // namespace crawlscope
