// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace crawlscope {

/// What a robots.txt (RFC 9309) says to one crawler. A value; made by parse(), nothing in the text is an error.
///
/// Where Google's parser is more lenient than the RFC (a missing colon, misspelt keys, "index.html" for "/", halves of
/// a byte order mark, lines cut at 16 KiB) this one follows the RFC. More lenient than the RFC are both of them with
/// the name in a user-agent line: what follows the token ("crawlscope/1.0", "crawlscope beta") is passed over.
class RobotsRules
{
public:
    static constexpr qsizetype kMaxBytes = 500LL * 1024; ///< no more is parsed (RFC 9309 section 2.5)
    static constexpr qsizetype kMaxSitemaps = 1000;
    /// Comparisons of an octet that one question may cost (some 30 ms); beyond, the answer is no. A file of that kind
    /// is made to be costly: 10,000 rules with wildcards and a URL of 1 KiB stay below.
    static constexpr qint64 kMaxSteps = 32LL * 1024 * 1024;

    /// No rules: everything is allowed.
    RobotsRules() = default;
    /// Rules of all groups for `productToken` (letters, "-" and "_", what follows is passed over; no case), else of
    /// all groups for "*" (section 2.2.1). `cut`: the end of the body is missing. A line cut by that or by kMaxBytes is
    /// dropped.
    [[nodiscard]] static RobotsRules parse(QByteArrayView body, QByteArrayView productToken, bool cut = false);

    /// Whether it may be fetched. `pathAndQuery` as in the URL, a fragment does not count. The rule with the most
    /// octets wins, of two as long the one that allows (section 2.2.2). `steps`: grows by what it cost, see kMaxSteps.
    [[nodiscard]] bool allows(QByteArrayView pathAndQuery, qint64 *steps = nullptr) const;

    /// Crawl-delay (no standard) of the same groups, in seconds, >= 0; of several the longest.
    [[nodiscard]] std::optional<double> crawlDelayS() const { return m_crawlDelayS; }
    /// Sitemap lines of the whole file: normalised http(s) URLs, at most kMaxSitemaps.
    [[nodiscard]] const QByteArrayList &sitemaps() const { return m_sitemaps; }
    /// The text was cut, or longer than kMaxBytes.
    [[nodiscard]] bool truncated() const { return m_truncated; }
    [[nodiscard]] std::size_t ruleCount() const { return m_rules.size(); }

private:
    class Parser;
    /// An octet and how it is written, or a wildcard, see robotsrules.cpp.
    using Token = quint16;
    struct Rule
    {
        quint32 at = 0; ///< its tokens in m_tokens
        quint32 length = 0;
        quint32 octets = 0; ///< of the pattern, percent-encoded
        bool allow = false;
        bool toEnd = false; ///< ended by "$"
    };

    std::vector<Rule> m_rules; ///< the one that wins first
    std::vector<Token> m_tokens;
    QByteArrayList m_sitemaps;
    std::optional<double> m_crawlDelayS;
    bool m_truncated = false;
};

} // namespace crawlscope
