// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/robotsrules.h"

#include "core/url/urlchars.h"
#include "core/url/urlnormalizer.h"

#include <algorithm>
#include <span>

namespace crawlscope {

namespace {

    // Patterns and paths are compared octet by octet after RFC 9309 section 2.2.2: escapes of unreserved octets are
    // undone, what is no ASCII (or may not stand in a URL) counts as escaped, "%2F" is not "/". Two octets fit when
    // they are the same and are written in the same way; those written in either way have both bits: "*" and "$" of a
    // path, which a pattern can only spell as "%2A" and "%24" (section 2.2.3), and reserved octets where they
    // delimit nothing, so that "?u=http://a" is "?u=http%3A%2F%2Fa" (figure 4).
    constexpr quint16 kLiteral = 0x100;
    constexpr quint16 kEscaped = 0x200;
    constexpr quint16 kAny = 0x400; ///< of a pattern: "*"

    struct Octet
    {
        quint8 value = 0;
        bool escaped = false;
        qsizetype length = 1; ///< in the text
    };

    Octet octetAt(QByteArrayView text, qsizetype at)
    {
        const char c = text[at];
        const int byte = urlchars::escapedByte(text.data() + at, text.data() + text.size());
        if (byte >= 0)
            return {static_cast<quint8>(byte), !urlchars::is(static_cast<char>(byte), urlchars::Unreserved), 3};
        return {static_cast<quint8>(c), c != '?' && !urlchars::is(c, urlchars::Kept), 1};
    }

    /// Reserved, but no delimiter there.
    bool isIdle(char c, bool inQuery)
    {
        return c == ':' || c == '@' || c == '[' || c == ']' || (inQuery && (c == '/' || c == '?'));
    }

    std::vector<quint16> pathTokens(QByteArrayView path)
    {
        std::vector<quint16> tokens;
        tokens.reserve(static_cast<std::size_t>(path.size()) + 1);
        if (!path.startsWith('/'))
            tokens.push_back(kLiteral | '/');
        bool inQuery = false;
        for (qsizetype at = 0; at < path.size() && path[at] != '#';) {
            const Octet octet = octetAt(path, at);
            const char c = static_cast<char>(octet.value);
            const bool either = c == '*' || c == '$' || isIdle(c, inQuery);
            const unsigned bits = either ? kLiteral | kEscaped : octet.escaped ? kEscaped : kLiteral;
            tokens.push_back(static_cast<quint16>(bits | octet.value));
            inQuery = inQuery || (c == '?' && !octet.escaped);
            at += octet.length;
        }
        return tokens;
    }

    bool fits(quint16 pattern, quint16 path)
    {
        return ((pattern ^ path) & 0xffU) == 0 && (pattern & path & (kLiteral | kEscaped)) != 0;
    }

    using Tokens = std::span<const quint16>;

    bool startsWith(Tokens path, Tokens run, qint64 *steps)
    {
        std::size_t i = 0;
        while (i < run.size() && i < path.size() && fits(run[i], path[i]))
            ++i;
        *steps += static_cast<qint64>(i) + 1;
        return i == run.size();
    }

    /// Whether the pattern matches. Each part between two "*" is taken where it is found first, which leaves the most
    /// for those after it, so that nothing is ever tried again.
    bool matches(Tokens pattern, bool toEnd, Tokens path, qint64 *steps)
    {
        std::size_t i = 0;
        while (i < pattern.size() && pattern[i] != kAny) {
            ++*steps;
            if (i >= path.size() || !fits(pattern[i], path[i]))
                return false;
            ++i;
        }
        if (i == pattern.size())
            return !toEnd || i == path.size();
        path = path.subspan(i);
        while (i < pattern.size()) {
            const auto from = pattern.begin() + static_cast<std::ptrdiff_t>(i) + 1;
            const auto end = std::find(from, pattern.end(), kAny);
            const Tokens run(from, end);
            *steps += static_cast<qint64>(run.size());
            i += run.size() + 1;
            if (run.size() > path.size())
                return false;
            if (i == pattern.size() && toEnd)
                return startsWith(path.last(run.size()), run, steps);
            std::size_t at = 0;
            while (!startsWith(path.subspan(at), run, steps)) {
                ++at;
                if (path.size() - at < run.size() || *steps > RobotsRules::kMaxSteps)
                    return false;
            }
            path = path.subspan(at + run.size());
        }
        return true;
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

    bool isLineEnd(char c)
    {
        return c == '\r' || c == '\n';
    }

    /// The identifier of section 2.2 that the text begins with.
    QByteArrayView tokenOf(QByteArrayView text)
    {
        const auto *const end = std::find_if_not(text.begin(), text.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
        });
        return text.first(end - text.begin());
    }

    bool isSame(QByteArrayView a, QByteArrayView b)
    {
        return a.compare(b, Qt::CaseInsensitive) == 0;
    }

    /// A number >= 0 of digits and at most one point; no sign, no exponent, no unit.
    std::optional<double> seconds(QByteArrayView text)
    {
        constexpr qsizetype most = 32;
        const bool plain =
            std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
        if (text.isEmpty() || text.size() > most || !plain)
            return std::nullopt;
        bool ok = false;
        const double value = text.toByteArray().toDouble(&ok);
        return ok ? std::optional(value) : std::nullopt;
    }

} // namespace

/// Reads the lines; keeps the groups for the product token and for "*" apart, since the former may come last.
class RobotsRules::Parser
{
public:
    explicit Parser(QByteArrayView productToken)
        : m_token(tokenOf(productToken))
    {
    }

    void takeLine(QByteArrayView line)
    {
        const qsizetype comment = line.indexOf('#');
        if (comment >= 0)
            line = line.first(comment);
        const qsizetype colon = line.indexOf(':');
        if (colon < 0)
            return;
        const QByteArrayView key = trimmed(line.first(colon));
        const QByteArrayView value = trimmed(line.sliced(colon + 1));
        if (isSame(key, "user-agent"))
            takeAgent(value);
        else if (isSame(key, "allow"))
            takeRule(value, true);
        else if (isSame(key, "disallow"))
            takeRule(value, false);
        else if (isSame(key, "crawl-delay"))
            takeDelay(value);
        else if (isSame(key, "sitemap"))
            takeSitemap(value);
    }

    RobotsRules result()
    {
        RobotsRules rules = std::move(m_foundOwn ? m_own : m_all);
        rules.m_sitemaps = std::move(m_sitemaps);
        std::sort(rules.m_rules.begin(), rules.m_rules.end(), [](const Rule &a, const Rule &b) {
            return a.octets != b.octets ? a.octets > b.octets : a.allow && !b.allow;
        });
        rules.m_rules.shrink_to_fit();
        rules.m_tokens.shrink_to_fit();
        return rules;
    }

private:
    void takeAgent(QByteArrayView value)
    {
        if (m_inRules) { // section 2.1: a user-agent line after rules begins another group
            m_inOwn = false;
            m_inAll = false;
            m_inRules = false;
        }
        const QByteArrayView token = tokenOf(value);
        if (value.startsWith('*') && (value.size() == 1 || value[1] == ' ' || value[1] == '\t'))
            m_inAll = true;
        else if (!token.isEmpty() && isSame(token, m_token))
            m_inOwn = true;
        m_foundOwn = m_foundOwn || m_inOwn;
    }

    void takeRule(QByteArrayView pattern, bool allow)
    {
        m_inRules = true;
        // Matching starts with the first octet of the path, which is a slash: others never match. Empty ones say
        // nothing.
        if (!pattern.startsWith('/') && !pattern.startsWith('*'))
            return;
        if (m_inOwn)
            addRule(pattern, allow, &m_own);
        if (m_inAll && !m_foundOwn)
            addRule(pattern, allow, &m_all);
    }

    static void addRule(QByteArrayView pattern, bool allow, RobotsRules *rules)
    {
        Rule rule;
        rule.at = static_cast<quint32>(rules->m_tokens.size());
        rule.allow = allow;
        rule.toEnd = pattern.endsWith('$');
        rule.octets = rule.toEnd ? 1 : 0;
        if (rule.toEnd)
            pattern.chop(1);
        std::vector<Token> &tokens = rules->m_tokens;
        bool inQuery = false;
        for (qsizetype at = 0; at < pattern.size();) {
            const Octet octet = octetAt(pattern, at);
            const char c = static_cast<char>(octet.value);
            const bool wildcard = pattern[at] == '*';
            if (!wildcard)
                tokens.push_back(static_cast<Token>((octet.escaped ? kEscaped : kLiteral) | octet.value));
            else if (tokens.size() == rule.at || tokens.back() != kAny)
                tokens.push_back(kAny);
            rule.octets += octet.escaped || (inQuery && isIdle(c, true)) ? 3U : 1U;
            inQuery = inQuery || (c == '?' && !octet.escaped);
            at += octet.length;
        }
        if (tokens.size() > rule.at && tokens.back() == kAny) { // "*" at the end, "*$" as well: whatever follows
            tokens.pop_back();
            rule.toEnd = false;
        }
        rule.length = static_cast<quint32>(tokens.size()) - rule.at;
        rules->m_rules.push_back(rule);
    }

    void takeDelay(QByteArrayView value)
    {
        const auto delay = seconds(value);
        for (RobotsRules *rules : {m_inOwn ? &m_own : nullptr, m_inAll ? &m_all : nullptr}) {
            if (rules != nullptr && delay)
                rules->m_crawlDelayS = std::max(rules->m_crawlDelayS.value_or(0), *delay);
        }
    }

    void takeSitemap(QByteArrayView value)
    {
        if (m_sitemaps.size() >= kMaxSitemaps || value.indexOf("://") < 0)
            return;
        NormalizedUrl url = UrlNormalizer::normalize(value);
        if (url.verdict == LineVerdict::Accepted)
            m_sitemaps.append(std::move(url.url));
    }

    QByteArrayView m_token;
    RobotsRules m_own;
    RobotsRules m_all;
    QByteArrayList m_sitemaps;
    bool m_inOwn = false;
    bool m_inAll = false;
    bool m_inRules = false;
    bool m_foundOwn = false;
};

RobotsRules RobotsRules::parse(QByteArrayView body, QByteArrayView productToken, bool cut)
{
    const bool tooLong = body.size() > kMaxBytes;
    const bool lineCut = tooLong ? !isLineEnd(body[kMaxBytes]) : cut;
    body = body.first(std::min(body.size(), kMaxBytes));
    while (lineCut && !body.isEmpty() && !isLineEnd(body.back()))
        body.chop(1);
    constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");
    if (body.startsWith(byteOrderMark))
        body = body.sliced(byteOrderMark.size());
    Parser parser(productToken);
    while (!body.isEmpty()) {
        const auto *const end = std::find_if(body.begin(), body.end(), isLineEnd);
        const qsizetype length = end - body.begin();
        parser.takeLine(body.first(length));
        body = body.sliced(std::min(length + 1, body.size()));
    }
    RobotsRules rules = parser.result();
    rules.m_truncated = cut || tooLong;
    return rules;
}

bool RobotsRules::allows(QByteArrayView pathAndQuery, qint64 *steps) const
{
    if (m_rules.empty() || pathAndQuery == "/robots.txt")
        return true;
    const std::vector<Token> path = pathTokens(pathAndQuery);
    const Tokens all(m_tokens);
    qint64 cost = 0;
    const auto found = std::find_if(m_rules.begin(), m_rules.end(), [&](const Rule &rule) {
        return matches(all.subspan(rule.at, rule.length), rule.toEnd, path, &cost) || cost > kMaxSteps;
    });
    if (steps != nullptr)
        *steps += cost;
    return cost <= kMaxSteps && (found == m_rules.end() || found->allow);
}

} // namespace crawlscope
