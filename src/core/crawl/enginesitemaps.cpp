// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Sitemaps: fetched in slots of the frontier as URLs are, read by the analysis, their URLs taken over slice by slice.
#include "core/crawl/crawlengine.h"
#include "core/crawl/redirects.h"
#include "core/frontier/retrypolicy.h"
#include "core/net/retryafter.h"
#include "core/url/redactor.h"
#include "core/url/urlnormalizer.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace crawlscope {

namespace {

    constexpr int kListedAtOnce = 1000; ///< URLs of sitemaps in one turn of the loop
    constexpr qint64 kListedMicros = 4000; ///< and no longer than this
    constexpr int kMostSitemapMs = 300'000; ///< where the user set no limit

    int bounded(int ms)
    {
        return ms == 0 ? kMostSitemapMs : std::min(ms, kMostSitemapMs);
    }

} // namespace

void CrawlEngine::askForSitemaps(quint32 entry)
{
    if (!m_sitemaps || m_urls->isFound(entry) || Redactor::isRedacted(m_urls->requestUrl(entry)))
        return;
    if (const auto id = m_sitemaps->ask(m_urls->requestUrl(entry)))
        queueSitemap(*id);
}

/// In front of the URLs of its host: the sooner it is known what there is, the better.
void CrawlEngine::queueSitemap(SitemapDesk::Id id)
{
    const QByteArray key = queueKey(m_sitemaps->at(id).url);
    const auto known = m_frontier.findHost(key);
    if (known && m_desk.gaveUp(*known)) {
        m_sitemaps->drop(id);
        return;
    }
    m_sitemaps->setState(id, SitemapDesk::State::Queued);
    m_frontier.addFirst(id, key);
    const Frontier::HostId host = m_frontier.hostOf(key);
    m_desk.touch(host);
    if (!known && m_config.grouping == HostGrouping::Address) // see addFresh()
        m_frontier.setCap(host, 1, WaitReason::HostLimit);
}

/// False: nothing was sent.
bool CrawlEngine::beginSitemap(Frontier::Grant grant)
{
    SitemapDesk::Task &task = m_sitemaps->at(grant.entry);
    if (!task.asked) {
        if (m_config.robots != RobotsMode::Ignore && awaitRobots(grant, task))
            return false;
        const QByteArray origin = UrlNormalizer::origin(task.url);
        const RobotsRules *rules = m_config.robots == RobotsMode::Ignore ? nullptr : m_robots.rules(origin);
        if (!m_sitemaps->asked(grant.entry, rules != nullptr ? rules->sitemaps() : QByteArrayList())) {
            m_frontier.releaseUnused(grant.host);
            return false;
        }
    }
    if (!m_sitemaps->mayStart(task, m_fetcher->bufferedBytes())) {
        m_frontier.releaseUnused(grant.host);
        m_sitemaps->park(grant.entry);
        return false;
    }
    sendSitemap(grant, task);
    return true;
}

/// True: the rules come first, or the origin denies everything since its robots.txt cannot be had.
bool CrawlEngine::awaitRobots(Frontier::Grant grant, const SitemapDesk::Task &task)
{
    const QByteArray origin = UrlNormalizer::origin(task.url);
    const bool fetch = m_robots.needsFetch(origin, m_clock());
    const RobotsCache::Reason reason = m_robots.verdict(origin, "/").reason;
    if (fetch || reason == RobotsCache::Reason::Unknown) {
        m_frontier.addFirst(grant.entry, queueKey(task.url));
        if (fetch)
            fetchRobots(grant.host, origin, task.url, task.denyPrivate);
        else
            m_frontier.releaseUnused(grant.host);
        m_frontier.setRobotsPending(grant.host, true);
        return true;
    }
    if (reason != RobotsCache::Reason::DeniedUnreachable || m_config.robots != RobotsMode::Obey)
        return false;
    m_frontier.releaseUnused(grant.host);
    m_sitemaps->drop(grant.entry);
    return true;
}

void CrawlEngine::sendSitemap(Frontier::Grant grant, SitemapDesk::Task &task)
{
    m_sitemaps->setState(grant.entry, SitemapDesk::State::Fetching);
    ++task.attempts;
    task.host = grant.host;
    task.startMicros = m_clock();
    task.inFlightAtStart = m_frontier.inFlightOf(grant.host);
    m_desk.started(grant.host, task.startMicros);
    Exchange exchange;
    exchange.url = task.url;
    exchange.hostKey = UrlNormalizer::hostKey(task.url);
    exchange.method = "GET";
    exchange.sendBody = false;
    exchange.credentials = task.credentials;
    exchange.denyPrivate = task.denyPrivate;
    const QByteArray cookie = m_config.cookies ? m_cookies.headerFor(task.url) : QByteArray();
    FetchRequest request = makeRequest(exchange, m_config, {}, cookie, {});
    request.id = (quint64 {++m_serial} << 32U) | grant.entry;
    request.connectMs = bounded(m_config.timeouts.connectMs);
    request.firstByteMs = bounded(m_config.timeouts.firstByteMs);
    request.idleMs = bounded(m_config.timeouts.idleMs);
    request.totalMs = bounded(m_config.timeouts.totalMs);
    request.maxBodyBytes = SitemapReader::kMaxBytes + 1; // whatever pages may have
    request.keepBytes = request.maxBodyBytes;
    request.redirectBodyBytes = 0;
    m_fetcher->start(std::move(request));
}

void CrawlEngine::onSitemapFetched(FetchResult &&result)
{
    const auto id = static_cast<SitemapDesk::Id>(result.id & 0xffffffffU);
    SitemapDesk::Task &task = m_sitemaps->at(id);
    m_frontier.release(task.host);
    if (result.error == ErrorId::Cancelled && m_state == State::Stopping) {
        m_desk.cancelled(task.host, task.startMicros, m_clock());
        m_sitemaps->drop(id);
        return;
    }
    HostDesk::Attempt attempt;
    attempt.host = task.host;
    attempt.startMicros = task.startMicros;
    attempt.inFlightAtStart = task.inFlightAtStart;
    noteAnswer(attempt, result);
    noteAddress(task.url, result);
    m_stats.addRequest(result.connection);
    task.remoteIp = result.remoteIp;
    task.status = result.status;
    task.error = result.error;
    const SitemapDesk::Next next = SitemapDesk::judge(task, result);
    switch (next) {
    case SitemapDesk::Next::Read:
        readSitemap(id, std::move(result));
        return;
    case SitemapDesk::Next::Redirect:
        if (redirectSitemap(id, result))
            return;
        break;
    case SitemapDesk::Next::Again:
        task.alone = true;
        m_sitemaps->park(id);
        return;
    case SitemapDesk::Next::Failed:
        if (trySitemapLater(id, result))
            return;
        break;
    case SitemapDesk::Next::Missing:
        break;
    }
    if (next != SitemapDesk::Next::Missing)
        sitemapFaulty(task, SitemapFault::None);
    m_sitemaps->drop(id);
}

/// False: it leads nowhere.
bool CrawlEngine::redirectSitemap(SitemapDesk::Id id, const FetchResult &result)
{
    SitemapDesk::Task &task = m_sitemaps->at(id);
    const Redirects::Target target =
        Redirects::follow(task.url, "GET", result.status, headerValue(result.headers, "location"));
    task.error = target.error;
    if (target.error != ErrorId::None)
        return false;
    const bool given = task.origin == SitemapDesk::Origin::Usual || task.origin == SitemapDesk::Origin::User;
    const AddressGuard::Ruling ruling =
        m_guard.judge({given ? task.step.url : QByteArray(), task.url, result.remoteIp, target.url});
    if (!ruling.allowed) {
        task.error = ErrorId::AddressDenied;
        return false;
    }
    task.denyPrivate = ruling.denyPrivate;
    task.credentials = task.credentials && target.sameOrigin;
    task.url = target.url;
    ++task.redirects;
    queueSitemap(id);
    return true;
}

/// As often as pages are tried.
bool CrawlEngine::trySitemapLater(SitemapDesk::Id id, const FetchResult &result)
{
    const SitemapDesk::Task &task = m_sitemaps->at(id);
    const RetryPolicy policy {.retries = m_config.retries,
                              .unsafeMethods = false,
                              .maxRetryAfterMicros = m_config.maxRetryAfterMs * qint64 {1000}};
    std::optional<qint64> retryAfter;
    if (const auto ms = retryAfterMs(headerValue(result.headers, "retry-after"), QDateTime::currentMSecsSinceEpoch()))
        retryAfter = *ms * 1000;
    const auto delay = policy.next(task.attempts - task.redirects, "GET", result.error, result.status, retryAfter, id);
    if (delay)
        m_sitemaps->park(id, m_clock() + *delay);
    return delay.has_value();
}

void CrawlEngine::readSitemap(SitemapDesk::Id id, FetchResult &&result)
{
    m_sitemaps->setState(id, SitemapDesk::State::Reading);
    AnalysisTask task;
    task.id = result.id;
    task.sitemap = true;
    task.contentType = headerValue(result.headers, "content-type");
    task.contentEncoding = headerValue(result.headers, "content-encoding");
    task.bodyComplete = result.bodyComplete && result.error == ErrorId::None;
    task.wireBytes = result.wireBytes;
    task.body = std::move(result.body);
    m_tasks.push_back(std::move(task)); // onSettled() hands it over
}

void CrawlEngine::takeSitemap(const PageReport &report)
{
    const auto id = static_cast<SitemapDesk::Id>(report.id & 0xffffffffU);
    if (!m_sitemaps->has(id))
        return;
    SitemapDesk::Task &task = m_sitemaps->at(id);
    const SitemapFile &file = *report.sitemap;
    if (task.error == ErrorId::None)
        task.error = report.error;
    SitemapFault fault = file.fault;
    if (fault == SitemapFault::None && file.tooManyUrls)
        fault = SitemapFault::TooManyUrls;
    const auto listed = static_cast<qint64>(file.entries.size());
    if (fault == SitemapFault::None || listed > 0)
        event(EventId::SitemapRead, EventLevel::Info, listed, file.kind == SitemapKind::Index ? 1 : 0,
              shown(task.step.url));
    if (fault != SitemapFault::None || task.error != ErrorId::None)
        sitemapFaulty(task, fault);
    m_sitemaps->read(id, report.sitemap);
    moveSitemaps();
}

/// What was only tried is worth no warning.
void CrawlEngine::sitemapFaulty(const SitemapDesk::Task &task, SitemapFault fault)
{
    const EventLevel level = task.origin == SitemapDesk::Origin::Usual ? EventLevel::Notice : EventLevel::Warning;
    const bool success = task.status >= 200 && task.status < 300;
    event(EventId::SitemapFaulty, level, success ? 0 : task.status, static_cast<qint64>(fault), shown(task.step.url),
          fault == SitemapFault::None || fault == SitemapFault::Truncated ? task.error : ErrorId::None);
}

/// A slice of what sitemaps list becomes entries, as links of pages do.
void CrawlEngine::takeListed()
{
    const qint64 until = m_clock() + kListedMicros;
    std::vector<quint32> listed;
    std::vector<quint32> fresh;
    SitemapDesk::Listed of; // where those of `fresh` are from
    const auto flush = [&] {
        if (!fresh.empty())
            takeFound(std::exchange(fresh, {}), {{}, of.from, of.fromIp, {}});
    };
    for (int steps = kListedAtOnce; steps > 0;) {
        std::optional<SitemapDesk::Listed> next = m_sitemaps->takeListed(&steps);
        if (!next)
            break;
        const LinkDesk::Listed known = m_links->listed(next->url);
        if (known.outside) {
            (void)m_sitemaps->keep(std::move(*next));
        } else if (known.entry != LinkDesk::Link::kNone) {
            if (next->from != of.from)
                flush();
            of = std::move(*next);
            listed.push_back(known.entry);
            if (known.fresh)
                fresh.push_back(known.entry);
        }
        if (m_clock() > until)
            break;
    }
    flush();
    if (m_recorder && !listed.empty())
        m_recorder->inSitemap(listed); // after found()
    tellOfTraps();
}

/// What can go on does: URLs are taken over, sitemaps that were named or had to wait go to the frontier.
void CrawlEngine::moveSitemaps()
{
    if (!m_sitemaps || m_state != State::Running)
        return;
    const bool held = m_recorder && (m_recorder->backlogged() || m_recorder->fault());
    if (m_sitemaps->hasListed() && !held)
        takeListed();
    for (const SitemapDesk::Id id : m_sitemaps->admit()) {
        SitemapDesk::Task &task = m_sitemaps->at(id);
        AddressGuard::Ruling ruling;
        if (!task.step.from.isEmpty())
            ruling = m_guard.judge({{}, task.step.from, task.step.fromIp, task.url});
        task.denyPrivate = ruling.denyPrivate;
        if (ruling.allowed) {
            queueSitemap(id);
        } else {
            task.error = ErrorId::AddressDenied;
            sitemapFaulty(task, SitemapFault::None);
            m_sitemaps->drop(id);
        }
    }
    for (const SitemapDesk::Id id : m_sitemaps->wake(m_clock(), m_fetcher->bufferedBytes())) {
        if (m_sitemaps->has(id))
            queueSitemap(id);
    }
    if (const quint64 leftOut = sitemapsDone() ? m_sitemaps->takeLeftOut() : 0)
        event(EventId::SitemapsLeftOut, EventLevel::Warning, static_cast<qint64>(leftOut));
}

} // namespace crawlscope
