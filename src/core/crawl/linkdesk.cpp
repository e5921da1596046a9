// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/linkdesk.h"

#include "core/net/publicsuffix.h"

#include <QHashFunctions>

#include <utility>

namespace crawlscope {

LinkDesk::LinkDesk(const FollowConfig &config, std::shared_ptr<const UrlList> list, Redactor redactor)
    : m_config(config)
    , m_list(std::move(list))
    , m_redactor(std::move(redactor))
    , m_scope(UrlScope::make(config.scope, [](QByteArrayView host) { return PublicSuffix::site(host); }).value())
    , m_patterns(config.traps)
    , m_index(m_list->size())
{
    for (std::size_t entry = 0; entry < m_list->size(); ++entry) {
        if (!m_list->isUnique(entry))
            continue;
        const QByteArrayView url = m_list->requestUrl(entry);
        (void)m_index.findOrInsert(hashOf(url), static_cast<quint32>(entry), [](quint32) { return false; });
        ++m_known;
        if (!m_list->isFound(entry))
            m_scope.addSeed(url);
        else
            (void)m_patterns.admit(url); // of an earlier run of the session
    }
}

quint64 LinkDesk::hashOf(QByteArrayView url)
{
    constexpr quint64 golden =
        0x9e3779b97f4a7c15U; // Fibonacci hashing (Knuth, TAOCP 3, 6.4): the index takes high bits
    return static_cast<quint64>(qHash(url)) * golden;
}

quint32 LinkDesk::depthOf(quint32 entry) const
{
    return m_list->isFound(entry) ? m_list->found()->at(entry - m_list->inputSize()).depth : 0;
}

bool LinkDesk::isResource(LinkKind kind)
{
    switch (kind) {
    case LinkKind::Image:
    case LinkKind::Script:
    case LinkKind::Style:
    case LinkKind::Media:
    case LinkKind::Object:
    case LinkKind::Feed:
    case LinkKind::Other:
        return true;
    default:
        return false;
    }
}

bool LinkDesk::isWay(LinkKind kind)
{
    return kind != LinkKind::Canonical && kind != LinkKind::Alternate;
}

/// A page that sends the browser on is a redirect.
FoundSource LinkDesk::sourceOf(LinkKind kind)
{
    return kind == LinkKind::Canonical  ? FoundSource::Canonical
        : kind == LinkKind::MetaRefresh ? FoundSource::Redirect
                                        : FoundSource::Link;
}

/// Forms are never sent.
bool LinkDesk::wanted(LinkKind kind) const
{
    return kind != LinkKind::Form && (m_config.resources || !isResource(kind));
}

bool LinkDesk::follows(quint32 entry, const QByteArray &url, bool redirected)
{
    if (!m_list->isFound(entry)) {
        if (redirected && !m_scope.isInside(url)) { // example.org that is www.example.org
            m_scope.addSeed(url);
            m_areaGrew = true;
        }
        return m_config.scope.maxDepth > 0;
    }
    return m_list->found()->at(entry - m_list->inputSize()).follow && m_scope.isInside(url);
}

LinkDesk::Links LinkDesk::read(const Page &page)
{
    Links out;
    const PathPatterns::Id pattern = page.redirected ? 0 : m_patterns.find(page.url);
    if (pattern != 0)
        m_patterns.noteContent(pattern, page.facts.contentHash);
    out.links.reserve(page.facts.links.size());
    for (std::size_t i = 0; i < page.facts.links.size(); ++i) {
        const PageLink &link = page.facts.links[i];
        const quint32 entry = wanted(link.kind) ? target(page, link, pattern, &out) : Link::kNone;
        if (entry == Link::kNone)
            ++out.outside;
        else if (entry != page.entry && isWay(link.kind))
            m_list->entryMarks()->set(entry, EntryMarks::Linked);
        out.links.push_back({entry, i});
    }
    return out;
}

quint32 LinkDesk::target(const Page &page, const PageLink &link, PathPatterns::Id pattern, Links *out)
{
    const quint64 hash = hashOf(link.url);
    const auto same = [this, &link](quint32 entry) { return m_list->requestUrl(entry) == link.url; };
    if (const qint64 known = m_index.find(hash, same); known >= 0)
        return static_cast<quint32>(known);
    UrlScope::Candidate candidate;
    candidate.url = link.url;
    const quint32 depth = depthOf(page.entry) + 1;
    candidate.depth = static_cast<int>(depth);
    candidate.nofollow = link.nofollow() || page.facts.has(RobotsDirective::NoFollow);
    const UrlScope::Verdict verdict = m_scope.judge(candidate, m_known);
    if (verdict.action == ScopeAction::Skip) {
        m_limitReached = m_limitReached || verdict.reason == ScopeReason::LimitReached;
        return Link::kNone;
    }
    FoundUrls::Item item;
    item.url = link.url;
    item.parent = page.entry;
    item.depth = depth;
    item.source = sourceOf(link.kind);
    item.follow = verdict.action == ScopeAction::Follow && !isResource(link.kind);
    const quint32 entry = admit(item, hash, pattern);
    if (entry != Link::kNone)
        out->fresh.push_back(entry);
    return entry;
}

LinkDesk::Listed LinkDesk::listed(const QByteArray &url)
{
    const quint64 hash = hashOf(url);
    const auto same = [this, &url](quint32 entry) { return m_list->requestUrl(entry) == url; };
    if (const qint64 known = m_index.find(hash, same); known >= 0)
        return markListed({static_cast<quint32>(known), false, false});
    if (!m_scope.isInside(url))
        return {Link::kNone, false, true};
    UrlScope::Candidate candidate;
    candidate.url = url;
    const UrlScope::Verdict verdict = m_scope.judge(candidate, m_known);
    if (verdict.action == ScopeAction::Skip) {
        m_limitReached = m_limitReached || verdict.reason == ScopeReason::LimitReached;
        return {};
    }
    FoundUrls::Item item;
    item.url = url;
    item.source = FoundSource::Sitemap;
    item.follow = verdict.action == ScopeAction::Follow;
    const quint32 entry = admit(item, hash, 0);
    return entry == Link::kNone ? Listed() : markListed({entry, true, false});
}

LinkDesk::Listed LinkDesk::markListed(Listed listed)
{
    m_list->entryMarks()->set(listed.entry, EntryMarks::InSitemap);
    return listed;
}

quint32 LinkDesk::admit(FoundUrls::Item item, quint64 hash, PathPatterns::Id pattern)
{
    if (m_patterns.admit(item.url, pattern).trap != TrapKind::None)
        return Link::kNone;
    const QByteArray url = m_redactor.hasKeys() ? item.url.toByteArray() : QByteArray();
    const QByteArray shown = m_redactor.hasKeys() ? m_redactor(url) : QByteArray();
    if (shown != url)
        item.shown = shown;
    const auto entry = static_cast<quint32>(m_list->size());
    if (!m_list->found()->append(item))
        return Link::kNone;
    (void)m_index.findOrInsert(hash, entry, [](quint32) { return false; });
    ++m_known;
    return entry;
}

bool LinkDesk::isTrapped(quint32 entry) const
{
    return m_patterns.anyStopped() && m_list->isFound(entry)
        && m_patterns.isStopped(m_patterns.find(m_list->requestUrl(entry)));
}

bool LinkDesk::takeLimitReached()
{
    return m_limitReached && !std::exchange(m_limitTold, true);
}

} // namespace crawlscope
