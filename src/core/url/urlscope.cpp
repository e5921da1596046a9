// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/urlscope.h"

#include "core/url/urlnormalizer.h"

#include <algorithm>
#include <array>

namespace crawlscope {
namespace {

    struct AreaName
    {
        ScopeArea area;
        QByteArrayView name;
    };
    constexpr std::array kAreaNames {
        AreaName {ScopeArea::SameHost, "host"},
        AreaName {ScopeArea::SameSite, "site"},
        AreaName {ScopeArea::SameFolder, "folder"},
        AreaName {ScopeArea::Anywhere, "any"},
    };

    std::string_view viewOf(QByteArrayView text)
    {
        return {text.data(), static_cast<std::size_t>(text.size())};
    }

    bool isWeb(QByteArrayView url)
    {
        return url.startsWith("http://") || url.startsWith("https://");
    }

    /// "host" or "host:port" of a normalised URL, which has no default port.
    QByteArrayView authorityOf(QByteArrayView url)
    {
        const qsizetype begin = url.startsWith("https:") ? 8 : 7;
        const QByteArrayView rest = url.sliced(begin);
        const qsizetype end = rest.indexOf('/');
        return end < 0 ? rest : rest.first(end);
    }

    /// Path without query, from its slash on.
    QByteArrayView pathOf(QByteArrayView url)
    {
        const QByteArrayView authority = authorityOf(url);
        const QByteArrayView rest = url.sliced(authority.end() - url.begin());
        const qsizetype query = rest.indexOf('?');
        return query < 0 ? rest : rest.first(query);
    }

    bool beginsWith(std::string_view text, std::string_view start)
    {
        return text.substr(0, start.size()) == start;
    }

    /// Of the expressions of one list; they are appended to `out`.
    ScopeError compile(const QStringList &list, ScopeError::List which, std::vector<QRegularExpression> *out)
    {
        using Kind = ScopeError::Kind;
        if (list.size() > ScopeRules::kMostExpressions)
            return {Kind::TooMany, which, ScopeRules::kMostExpressions, -1, {}};
        // PCRE2 takes the smallest where an expression sets a limit of its own.
        const QString limit = QString::number(UrlScope::kMatchLimit);
        const QString prefix =
            QLatin1String("(*LIMIT_MATCH=") + limit + QLatin1String(")(*LIMIT_DEPTH=") + limit + QLatin1Char(')');
        for (qsizetype i = 0; i < list.size(); ++i) {
            const QString &text = list[i];
            if (text.isEmpty())
                return {Kind::Empty, which, i, -1, {}};
            if (text.size() > ScopeRules::kLongestExpression)
                return {Kind::TooLong, which, i, -1, {}};
            QRegularExpression expression(prefix + text);
            if (!expression.isValid()) {
                const qsizetype offset = std::max<qsizetype>(expression.patternErrorOffset() - prefix.size(), 0);
                return {Kind::Invalid, which, i, std::min(offset, text.size()), expression.errorString()};
            }
            expression.optimize();
            out->push_back(std::move(expression));
        }
        return {};
    }

} // namespace

QByteArrayView scopeReasonName(ScopeReason reason)
{
    switch (reason) {
    case ScopeReason::None:
        return "none";
    case ScopeReason::Scheme:
        return "scheme";
    case ScopeReason::Nofollow:
        return "nofollow";
    case ScopeReason::TooDeep:
        return "too_deep";
    case ScopeReason::LastDepth:
        return "last_depth";
    case ScopeReason::OutsideScope:
        return "outside_scope";
    case ScopeReason::NotIncluded:
        return "not_included";
    case ScopeReason::Excluded:
        return "excluded";
    case ScopeReason::Trap:
        return "trap";
    case ScopeReason::ExpressionLimit:
        return "expression_limit";
    case ScopeReason::LimitReached:
        return "limit_reached";
    }
    return "none";
}

QByteArrayView scopeAreaName(ScopeArea area)
{
    return kAreaNames.at(static_cast<std::size_t>(area)).name;
}

std::optional<ScopeArea> scopeAreaFromName(QByteArrayView name)
{
    const auto *const found = std::find_if(kAreaNames.begin(), kAreaNames.end(),
                                           [name](const AreaName &entry) { return entry.name == name; });
    return found == kAreaNames.end() ? std::nullopt : std::optional(found->area);
}

UrlScope::UrlScope(ScopeRules rules, SiteOf siteOf)
    : m_rules(std::move(rules))
    , m_siteOf(std::move(siteOf))
{
}

std::optional<UrlScope> UrlScope::make(const ScopeRules &rules, SiteOf siteOf, ScopeError *error)
{
    using List = ScopeError::List;
    UrlScope scope(rules, std::move(siteOf));
    ScopeError fault;
    if (rules.maxDepth < 0 || rules.maxDepth > ScopeRules::kMostDepth)
        fault.kind = ScopeError::Kind::DepthOutOfRange;
    if (fault.kind == ScopeError::Kind::None)
        fault = compile(rules.check.include, List::Include, &scope.m_check.include);
    if (fault.kind == ScopeError::Kind::None)
        fault = compile(rules.check.exclude, List::Exclude, &scope.m_check.exclude);
    if (fault.kind == ScopeError::Kind::None)
        fault = compile(rules.follow.include, List::FollowInclude, &scope.m_follow.include);
    if (fault.kind == ScopeError::Kind::None)
        fault = compile(rules.follow.exclude, List::FollowExclude, &scope.m_follow.exclude);
    const bool good = fault.kind == ScopeError::Kind::None;
    if (error != nullptr)
        *error = std::move(fault);
    return good ? std::optional(std::move(scope)) : std::nullopt;
}

void UrlScope::addSeed(QByteArrayView url)
{
    if (!isWeb(url))
        return;
    const std::string_view authority = viewOf(authorityOf(url));
    switch (m_rules.area) {
    case ScopeArea::Anywhere:
        break;
    case ScopeArea::SameSite:
        if (const QByteArrayView host = UrlNormalizer::host(url); m_siteOf && !isSameSite(host))
            m_sites.emplace(m_siteOf(host).toStdString());
        [[fallthrough]]; // the hosts are asked first
    case ScopeArea::SameHost:
        if (!m_hosts.contains(authority))
            m_hosts.emplace(authority);
        break;
    case ScopeArea::SameFolder: {
        std::string_view folder = viewOf(pathOf(url));
        folder = folder.substr(0, folder.rfind('/') + 1);
        auto found = m_folders.find(authority);
        if (found == m_folders.end())
            found = m_folders.emplace(std::string(authority), Folders {}).first;
        Folders &folders = found->second;
        auto next = folders.upper_bound(folder);
        if (next != folders.begin() && beginsWith(folder, *std::prev(next)))
            return;
        next = folders.emplace_hint(next, folder);
        ++next;
        while (next != folders.end() && beginsWith(*next, folder))
            next = folders.erase(next);
        break;
    }
    }
}

bool UrlScope::isSameSite(QByteArrayView host) const
{
    // A host of the site ends with ".site", so few others reach the list of public suffixes.
    std::string_view tail = viewOf(host);
    for (;;) {
        if (m_sites.contains(tail))
            return m_siteOf && viewOf(m_siteOf(host)) == tail;
        const std::size_t dot = tail.find('.');
        if (dot == std::string_view::npos)
            return false;
        tail.remove_prefix(dot + 1);
    }
}

bool UrlScope::isInside(QByteArrayView url) const
{
    if (!isWeb(url))
        return false;
    switch (m_rules.area) {
    case ScopeArea::Anywhere:
        return true;
    case ScopeArea::SameHost:
        return m_hosts.contains(viewOf(authorityOf(url)));
    case ScopeArea::SameSite:
        return m_hosts.contains(viewOf(authorityOf(url))) || isSameSite(UrlNormalizer::host(url));
    case ScopeArea::SameFolder:
        break;
    }
    const auto found = m_folders.find(viewOf(authorityOf(url)));
    if (found == m_folders.end())
        return false;
    // What stands between a folder and a path in it begins with that folder, too: only the last one before can be it.
    const std::string_view path = viewOf(pathOf(url));
    const auto next = found->second.upper_bound(path);
    return next != found->second.begin() && beginsWith(path, *std::prev(next));
}

UrlScope::Answer UrlScope::matchesOne(const std::vector<QRegularExpression> &list, const QString &url)
{
    bool gaveUp = false;
    for (const QRegularExpression &expression : list) {
        const QRegularExpressionMatch match = expression.match(url);
        if (match.hasMatch())
            return Answer::Yes;
        gaveUp = gaveUp || !match.isValid();
    }
    return gaveUp ? Answer::GaveUp : Answer::No;
}

ScopeReason UrlScope::judgeBy(const Compiled &rules, const QString &url, bool askInclude)
{
    const Answer excluded = matchesOne(rules.exclude, url);
    if (excluded != Answer::No)
        return excluded == Answer::Yes ? ScopeReason::Excluded : ScopeReason::ExpressionLimit;
    if (!askInclude || rules.include.empty())
        return ScopeReason::None;
    const Answer included = matchesOne(rules.include, url);
    if (included == Answer::Yes)
        return ScopeReason::None;
    return included == Answer::No ? ScopeReason::NotIncluded : ScopeReason::ExpressionLimit;
}

UrlScope::Verdict UrlScope::judgeSeed() const
{
    if (m_rules.maxDepth == 0)
        return {ScopeAction::Check, ScopeReason::LastDepth};
    return {ScopeAction::Follow, ScopeReason::None};
}

UrlScope::Verdict UrlScope::judge(const Candidate &candidate, quint64 known) const
{
    const auto skip = [](ScopeReason reason) { return Verdict {ScopeAction::Skip, reason}; };
    if (!isWeb(candidate.url))
        return skip(ScopeReason::Scheme);
    const bool isNofollow = candidate.nofollow && m_rules.nofollow != NofollowRule::Ignore;
    if (isNofollow && m_rules.nofollow == NofollowRule::Skip)
        return skip(ScopeReason::Nofollow);
    if (candidate.depth > m_rules.maxDepth)
        return skip(ScopeReason::TooDeep);
    const bool inside = isInside(candidate.url);
    if (!inside && !m_rules.checkOutside)
        return skip(ScopeReason::OutsideScope);
    if (candidate.trap)
        return skip(ScopeReason::Trap);
    const bool needText = !m_check.isEmpty() || !m_follow.isEmpty();
    const QString text = needText ? QString::fromLatin1(candidate.url) : QString();
    if (const ScopeReason reason = judgeBy(m_check, text, inside); reason != ScopeReason::None)
        return skip(reason);
    if (m_rules.maxUrls != 0 && known >= m_rules.maxUrls)
        return skip(ScopeReason::LimitReached);

    const auto check = [](ScopeReason reason) { return Verdict {ScopeAction::Check, reason}; };
    if (!inside)
        return check(ScopeReason::OutsideScope);
    if (isNofollow)
        return check(ScopeReason::Nofollow);
    if (candidate.depth == m_rules.maxDepth)
        return check(ScopeReason::LastDepth);
    if (const ScopeReason reason = judgeBy(m_follow, text, true); reason != ScopeReason::None)
        return check(reason);
    return {ScopeAction::Follow, ScopeReason::None};
}

} // namespace crawlscope
