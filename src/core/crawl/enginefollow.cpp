// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Links of pages become URLs of the run.
#include "core/crawl/crawlengine.h"

#include <utility>

namespace crawlscope {

namespace {

    PageRecord recordOf(const PageFacts &facts)
    {
        PageRecord page;
        page.description = facts.description;
        page.canonical = facts.canonical;
        page.robots = robotsDirectiveNames(facts.robots);
        page.h1 = facts.h1;
        page.h2 = facts.h2;
        page.language = facts.language;
        page.sniffedType = facts.sniffedType;
        page.sha256 = facts.sha256;
        page.refreshUrl = facts.refreshUrl;
        page.giveUps = giveUpNames(facts.giveUps);
        page.contentHash = facts.contentHash;
        page.simhash = facts.simhash;
        page.refreshSeconds = facts.refreshSeconds;
        page.canonicalCount = facts.canonicalCount;
        page.h1Count = facts.h1Count;
        page.h2Count = facts.h2Count;
        page.words = facts.wordCount;
        page.textBytes = facts.textBytes;
        page.linksInternal = facts.linksInternal;
        page.linksExternal = facts.linksExternal;
        page.images = facts.images;
        page.imagesWithoutAlt = facts.imagesWithoutAlt;
        page.mixedContent = facts.mixedContentCount;
        page.insecureForms = facts.insecureForms;
        page.html = facts.html;
        page.typeMismatch = facts.typeMismatch;
        page.linksCut = facts.linksCut;
        for (std::size_t rule = 0; rule < facts.extractions.size(); ++rule) {
            if (!facts.extractions[rule].isEmpty())
                page.extractions.emplace_back(static_cast<quint32>(rule), facts.extractions[rule]);
        }
        return page;
    }

    bool succeeded(const ResultRow &row)
    {
        return row.error == ErrorId::None && row.status >= 200 && row.status < 300;
    }
} // namespace

/// What the analysis has to know to read the page, and whether its links are wanted.
void CrawlEngine::askForFacts(const Exchange &exchange, const FetchResult &result, AnalysisTask *task)
{
    if ((!m_links && !m_config.page.wanted()) || exchange.row.error != ErrorId::None)
        return;
    task->wantFacts = true;
    task->wantSha256 = m_config.page.sha256;
    task->rules = m_rules;
    task->url = exchange.url;
    task->wantLinks = m_links && succeeded(exchange.row)
        && m_links->follows(exchange.entry, exchange.url, exchange.row.redirects > 0);
    if (m_links && m_links->takeAreaGrew() && m_sitemaps)
        m_sitemaps->areaGrew(); // before the row ends, and with it maybe the run
    task->contentLanguage = headerValue(result.headers, "content-language");
    for (const auto &[name, value] : result.headers) {
        if (name.compare("x-robots-tag", Qt::CaseInsensitive) == 0)
            task->robotsTags += value + '\n';
        else if (name.compare("link", Qt::CaseInsensitive) == 0)
            task->linkHeader += (task->linkHeader.isEmpty() ? "" : ", ") + value;
    }
}

/// The links of the page become requests, as far as they are wanted. Before its row ends: the run would end with it.
void CrawlEngine::followLinks(const Exchange &exchange, const PageReport &report, LinkDesk::Links *links)
{
    if (!m_links || !report.facts || !succeeded(exchange.row))
        return;
    *links = m_links->read({exchange.entry, exchange.url, exchange.row.redirects > 0, *report.facts});
    takeFound(links->fresh, {listedUrl(exchange.entry), exchange.url, exchange.row.remoteIp, {}});
    tellOfTraps();
}

/// New entries become requests, if their hosts have not been given up. `from`: where they were found.
void CrawlEngine::takeFound(const std::vector<quint32> &fresh, const AddressGuard::Hop &from)
{
    const FoundUrls &found = *m_urls->found();
    std::vector<FoundUrl> urls;
    const auto nowMs = static_cast<quint32>((m_clock() - m_startMicros) / 1000);
    for (const quint32 entry : fresh) {
        const AddressGuard::Ruling ruling =
            m_guard.judge({from.listed, from.from, from.remoteIp, m_urls->requestUrl(entry)});
        FoundNote note {};
        note.atMs = nowMs & 0x3fffffffU;
        note.refused = ruling.allowed ? 0U : 1U;
        note.denyPrivate = ruling.denyPrivate ? 1U : 0U;
        m_foundNotes.push_back(note);
        const FoundUrls::Item item = found.at(entry - m_urls->inputSize());
        if (m_recorder) {
            FoundUrl url;
            url.entry = entry;
            url.url = m_urls->url(entry).toByteArray();
            url.parent = item.parent;
            url.depth = static_cast<quint16>(std::min(item.depth, 0xffffU));
            url.source = item.source;
            urls.push_back(std::move(url));
        }
        const QByteArray key = queueKey(m_urls->url(entry).toByteArray());
        if (const auto host = m_frontier.findHost(key); host && m_desk.gaveUp(*host))
            ++m_putBack;
        else
            addFresh(entry, key);
    }
    if (m_recorder && !urls.empty())
        m_recorder->found(urls);
}

qint64 CrawlEngine::readyMicros(quint32 entry) const
{
    if (entry < m_feedEnd)
        return m_startMicros;
    return m_startMicros + qint64 {m_foundNotes[entry - m_feedEnd].atMs} * 1000;
}

QByteArrayView CrawlEngine::listedUrl(quint32 entry) const
{
    return m_urls->isFound(entry) ? QByteArrayView() : m_urls->url(entry);
}

/// Whether a URL may be asked for, seen from the page that it was found on.
AddressGuard::Ruling CrawlEngine::rulingOf(quint32 entry)
{
    if (!m_urls->isFound(entry))
        return {};
    if (entry >= m_feedEnd) {
        const FoundNote &note = m_foundNotes[entry - m_feedEnd];
        return {note.refused == 0, note.denyPrivate != 0, {}};
    }
    // Found by an earlier run of the session: what address its page came from is not known any more.
    const quint32 parent = m_urls->found()->at(entry - m_urls->inputSize()).parent;
    const QByteArrayView from = parent < m_urls->size() ? m_urls->requestUrl(parent) : QByteArrayView();
    return m_guard.judge(
        {parent < m_urls->size() ? listedUrl(parent) : QByteArrayView(), from, {}, m_urls->requestUrl(entry)});
}

/// True: the grant is spent; a page of the web names an address that is not of the web.
bool CrawlEngine::refuseAddress(Frontier::Grant grant, Exchange &exchange)
{
    if (!m_urls->isFound(grant.entry) || exchange.row.redirects > 0 || rulingOf(grant.entry).allowed)
        return false;
    m_frontier.releaseUnused(grant.host);
    exchange.row.error = ErrorId::AddressDenied;
    exchange.row.method = exchange.method;
    if (exchange.row.attempts == 1)
        exchange.row.attempts = 0; // nothing was sent
    endRow(grant.entry);
    return true;
}

/// True: the grant is spent. While the URL waited, others of its pattern turned out to be a trap.
bool CrawlEngine::refuseTrap(Frontier::Grant grant, Exchange &exchange)
{
    if (!m_links || exchange.row.redirects > 0 || exchange.row.attempts > 1 || !m_links->isTrapped(grant.entry))
        return false;
    m_frontier.releaseUnused(grant.host);
    exchange.row.anomalies |= static_cast<quint32>(Anomaly::Trap);
    exchange.row.method = exchange.method;
    exchange.row.attempts = 0; // nothing was sent
    endRow(grant.entry);
    return true;
}

/// After its row: they belong to it.
void CrawlEngine::recordPage(quint32 entry, const PageReport &report, const LinkDesk::Links &links)
{
    if (!m_recorder || !report.facts)
        return;
    const PageFacts &facts = *report.facts;
    if (!links.links.empty()) {
        std::vector<LinkRecord> records;
        records.reserve(links.links.size());
        QByteArrayList shownUrls; // live as long as the call
        for (const LinkDesk::Link &link : links.links) {
            const PageLink &from = facts.links[link.index];
            LinkRecord record;
            record.target = link.target == LinkDesk::Link::kNone ? LinkRecord::kNoTarget : link.target;
            if (record.target == LinkRecord::kNoTarget) {
                shownUrls.append(shown(from.url));
                record.targetUrl = shownUrls.constLast();
            }
            record.anchor = from.anchor;
            record.kind = static_cast<quint8>(from.kind);
            record.rel = from.rel;
            records.push_back(record);
        }
        m_recorder->links(entry, records);
    }
    PageRecord page = recordOf(facts);
    page.canonical = shown(page.canonical);
    page.refreshUrl = shown(page.refreshUrl);
    m_recorder->page(entry, std::move(page));
}

void CrawlEngine::tellOfTraps()
{
    for (const TrapNotice &trap : m_links->takeNotices())
        event(EventId::TrapFound, EventLevel::Notice, static_cast<qint64>(trap.kind), static_cast<qint64>(trap.count),
              shown(trap.pattern));
    if (m_links->takeLimitReached())
        event(EventId::UrlLimitReached, EventLevel::Notice, static_cast<qint64>(m_config.follow.scope.maxUrls));
}

} // namespace crawlscope
