// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

namespace crawlscope {

/// What is done with a URL that was found on a page.
enum class ScopeAction : quint8 {
    Skip, ///< no request
    Check, ///< requested; the links of its page are not followed
    Follow, ///< requested, and the links of its page are judged in their turn
};

/// Why; with Follow it is None.
enum class ScopeReason : quint8 {
    None,
    Scheme, ///< neither http nor https
    Nofollow, ///< the link, or its page, says nofollow
    TooDeep, ///< further from the list than maxDepth
    LastDepth, ///< Check: its links would be too deep
    OutsideScope, ///< another host, site or folder than those of the list
    NotIncluded, ///< no include expression matches
    Excluded, ///< an exclude expression matches
    Trap, ///< the caller's trap guard said so
    ExpressionLimit, ///< an expression gave up on this URL: counted as "no"
    LimitReached, ///< maxUrls are known
};
/// Stable name for exports and events, e.g. "outside_scope"; "none" for None.
[[nodiscard]] QByteArrayView scopeReasonName(ScopeReason reason);

/// How far from the list links are followed.
enum class ScopeArea : quint8 {
    SameHost, ///< host and port of a URL of the list, http or https (both standard ports are the same host)
    SameSite, ///< registrable domain of one, any port
    SameFolder, ///< SameHost, and the path begins with the folder of one ("/docs/" of "/docs/index.html", as wget -np)
    Anywhere,
};
/// "host", "site", "folder", "any".
[[nodiscard]] QByteArrayView scopeAreaName(ScopeArea area);
[[nodiscard]] std::optional<ScopeArea> scopeAreaFromName(QByteArrayView name);

enum class NofollowRule : quint8 {
    Ignore, ///< as any other link
    Check, ///< requested, not followed
    Skip,
};

/// Regular expressions (PCRE2, found anywhere in the normalised URL unless anchored; case counts unless "(?i)").
/// A URL passes when `include` is empty or one of it matches, and none of `exclude` does.
struct ScopeExpressions
{
    QStringList include;
    QStringList exclude;
    bool operator==(const ScopeExpressions &) const = default;
};

/// The user's choice. A value.
struct ScopeRules
{
    static constexpr int kMostExpressions = 50; ///< in each of the four lists
    static constexpr int kLongestExpression = 4096; ///< UTF-16 units
    static constexpr int kMostDepth = 100'000;

    int maxDepth = 0; ///< links from the list to the page; 0: only the list. 0 … kMostDepth
    quint64 maxUrls = 0; ///< URLs known, the list included; 0: no limit
    ScopeArea area = ScopeArea::SameHost;
    NofollowRule nofollow = NofollowRule::Skip;
    bool checkOutside = true; ///< links that leave the area are requested once, never followed
    ScopeExpressions check; ///< what may be requested; `include` says nothing about links that leave the area
    ScopeExpressions follow; ///< what of that may be followed
    bool operator==(const ScopeRules &) const = default;
};

/// Why ScopeRules are none.
struct ScopeError
{
    enum class Kind : quint8 { None, TooMany, TooLong, Empty, Invalid, DepthOutOfRange };
    enum class List : quint8 { Include, Exclude, FollowInclude, FollowExclude };
    Kind kind = Kind::None;
    List list = List::Include;
    qsizetype index = -1; ///< of the expression in its list
    qsizetype offset = -1; ///< Invalid: of the fault in the expression, UTF-16 units
    QString detail; ///< Invalid: PCRE2's own words
};

/// Decides which of the URLs found are requested and which are followed.
///
/// A value; judge() is pure. Costs well below 1 µs a URL without expressions (SameSite asks `siteOf` only for hosts
/// that are not in the list themselves but end like its domains). An expression costs at most kMatchLimit steps a URL.
/// Thread: any, changes (addSeed) one at a time.
class UrlScope
{
public:
    /// PCRE2's match limit, and its limit of depth: some milliseconds of the worst expression.
    static constexpr int kMatchLimit = 100'000;
    /// Registrable domain of a host (ACE, lower case), the host itself where it has none.
    using SiteOf = std::function<QByteArray(QByteArrayView host)>;

    /// None where the rules cannot be kept: then `error` says why. `siteOf` is needed for SameSite only.
    [[nodiscard]] static std::optional<UrlScope> make(const ScopeRules &rules, SiteOf siteOf = {},
                                                      ScopeError *error = nullptr);

    /// A URL of the list (normalised), or where a redirect of one led: its host, site or folder is inside from now on.
    /// Memory: one entry a host, site or folder; folders within others take none.
    void addSeed(QByteArrayView url);

    struct Candidate
    {
        QByteArrayView url; ///< normalised
        int depth = 1; ///< links from the list to it
        bool nofollow = false; ///< of the link or of the page it stands on
        bool trap = false; ///< see PathPatterns
    };
    struct Verdict
    {
        ScopeAction action = ScopeAction::Skip;
        ScopeReason reason = ScopeReason::None;
        bool operator==(const Verdict &) const = default;
    };
    /// `known`: URLs that the crawl has, the list's included; this one is not among them.
    [[nodiscard]] Verdict judge(const Candidate &candidate, quint64 known) const;

    /// A URL of the list: always requested.
    [[nodiscard]] Verdict judgeSeed() const;
    /// Whether the URL lies in the area that the seeds span.
    [[nodiscard]] bool isInside(QByteArrayView url) const;
    [[nodiscard]] const ScopeRules &rules() const { return m_rules; }

private:
    struct TextHash
    {
        using is_transparent = void;
        [[nodiscard]] std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view> {}(text);
        }
    };
    using Names = std::unordered_set<std::string, TextHash, std::equal_to<>>;
    using Folders = std::set<std::string, std::less<>>; ///< none begins with another
    enum class Answer : quint8 { No, Yes, GaveUp };

    UrlScope(ScopeRules rules, SiteOf siteOf);
    [[nodiscard]] bool isSameSite(QByteArrayView host) const;
    [[nodiscard]] static Answer matchesOne(const std::vector<QRegularExpression> &list, const QString &url);
    struct Compiled
    {
        std::vector<QRegularExpression> include;
        std::vector<QRegularExpression> exclude;
        [[nodiscard]] bool isEmpty() const { return include.empty() && exclude.empty(); }
    };
    [[nodiscard]] static ScopeReason judgeBy(const Compiled &rules, const QString &url, bool askInclude);

    ScopeRules m_rules;
    SiteOf m_siteOf;
    Compiled m_check;
    Compiled m_follow;
    Names m_hosts; ///< "host" or "host:port" as in the URL
    Names m_sites;
    std::map<std::string, Folders, std::less<>> m_folders; ///< by host
};

} // namespace crawlscope
