// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// robots.txt (RFC 9309): fetched in the first slot that a host is granted, before its first URL.
#include "core/crawl/crawlengine.h"
#include "core/crawl/redirects.h"
#include "core/url/urlnormalizer.h"

#include <algorithm>

namespace crawlscope {

namespace {

    constexpr quint32 kRobotsEntry = 0xffffffff; ///< no list is that long
    constexpr int kMaxRobotsRedirects = 5; ///< RFC 9309 section 2.3.1.2
    constexpr int kMostRobotsMs = 30'000;

    QByteArrayView pathAndQuery(QByteArrayView url)
    {
        const qsizetype slash = url.indexOf('/', url.indexOf("//") + 2);
        return slash < 0 ? QByteArrayView("/") : url.sliced(slash);
    }

    int bounded(int ms)
    {
        return ms == 0 ? kMostRobotsMs : std::min(ms, kMostRobotsMs);
    }

} // namespace

/// True: the grant is spent, on fetching the rules or on a URL that they deny.
bool CrawlEngine::heedRobots(Frontier::Grant grant, Exchange &exchange)
{
    if (m_config.robots == RobotsMode::Ignore)
        return false;
    const QByteArray origin = UrlNormalizer::origin(exchange.url);
    const bool fetch = m_robots.needsFetch(origin, m_clock());
    const RobotsCache::Verdict verdict = m_robots.verdict(origin, pathAndQuery(exchange.url));
    if (fetch || verdict.reason == RobotsCache::Reason::Unknown) {
        exchange.stage = Exchange::Stage::Waiting;
        m_frontier.addFirst(grant.entry, queueKey(exchange.url));
        if (fetch) // the slot goes to robots.txt
            fetchRobots(grant.host, origin, exchange.url, exchange.denyPrivate);
        else
            m_frontier.releaseUnused(grant.host);
        m_frontier.setRobotsPending(grant.host, true);
        return true;
    }
    if (verdict.allowed)
        return false;
    if (m_config.robots == RobotsMode::Report) {
        if (verdict.reason == RobotsCache::Reason::DeniedByRules)
            exchange.row.anomalies |= static_cast<quint32>(Anomaly::RobotsDisallowed);
        return false;
    }
    m_frontier.releaseUnused(grant.host);
    exchange.row.error = ErrorId::RobotsDenied;
    exchange.row.errorDetail = verdict.reason == RobotsCache::Reason::DeniedByRules ? "rules" : "unreachable";
    exchange.row.method = exchange.method;
    if (exchange.row.redirects == 0 && exchange.row.attempts == 1)
        exchange.row.attempts = 0; // nothing was sent
    endRow(grant.entry);
    return true;
}

void CrawlEngine::fetchRobots(Frontier::HostId host, const QByteArray &origin, const QByteArray &url, bool denyPrivate)
{
    m_robots.fetching(origin);
    const quint64 id = (quint64 {++m_serial} << 32U) | kRobotsEntry;
    RobotsFetch &fetch = m_robotsFetches[id];
    fetch.host = host;
    fetch.origin = origin;
    fetch.denyPrivate = denyPrivate;
    fetch.url = UrlNormalizer::resolve(url, "/robots.txt").url; // without the port that goes without saying
    sendRobots(id, fetch);
}

void CrawlEngine::sendRobots(quint64 id, RobotsFetch &fetch)
{
    fetch.startMicros = m_clock();
    FetchRequest request;
    request.id = id;
    request.url = fetch.url;
    request.hostKey = UrlNormalizer::hostKey(fetch.url);
    const QByteArray agent = m_config.userAgent.isEmpty() ? CrawlConfig::defaultUserAgent() : m_config.userAgent;
    request.headers = {{"User-Agent", agent}, {"Accept", "text/plain,*/*;q=0.8"}, {"Accept-Encoding", "identity"}};
    request.connectMs = bounded(m_config.timeouts.connectMs);
    request.firstByteMs = bounded(m_config.timeouts.firstByteMs);
    request.idleMs = bounded(m_config.timeouts.idleMs);
    request.totalMs = bounded(m_config.timeouts.totalMs);
    request.maxBodyBytes = RobotsRules::kMaxBytes + 1;
    request.keepBytes = RobotsRules::kMaxBytes + 1;
    request.redirectBodyBytes = 0;
    request.denyPrivate = fetch.denyPrivate;
    m_fetcher->start(std::move(request));
}

bool CrawlEngine::followRobots(RobotsFetch &fetch, const FetchResult &result)
{
    if (result.error != ErrorId::None || !Redirects::isRedirect(result.status)
        || fetch.redirects >= kMaxRobotsRedirects)
        return false;
    const Redirects::Target target =
        Redirects::follow(fetch.url, "GET", result.status, headerValue(result.headers, "location"));
    if (target.error != ErrorId::None)
        return false;
    const AddressGuard::Ruling ruling = m_guard.judge({fetch.origin, fetch.url, result.remoteIp, target.url});
    if (!ruling.allowed)
        return false;
    fetch.denyPrivate = ruling.denyPrivate;
    fetch.url = target.url;
    ++fetch.redirects;
    return true;
}

void CrawlEngine::onRobotsFetched(FetchResult &&result)
{
    auto node = m_robotsFetches.extract(result.id);
    RobotsFetch &fetch = node.mapped();
    m_stats.addRequest(result.connection);
    if (m_state != State::Stopping && followRobots(fetch, result)) {
        const quint64 id = (quint64 {++m_serial} << 32U) | kRobotsEntry;
        sendRobots(id, m_robotsFetches[id] = std::move(fetch));
        return;
    }
    if (m_sitemaps)
        m_sitemaps->noteRobots(fetch.origin, result.remoteIp);
    RobotsAnswer answer;
    answer.status = result.status;
    answer.error = result.error;
    if (answer.error == ErrorId::None && Redirects::isRedirect(result.status))
        answer.error = ErrorId::RedirectLimit;
    if (answer.error == ErrorId::AddressDenied) { // the URL itself tells why it cannot be had
        answer.error = ErrorId::None;
        answer.status = 404;
    }
    answer.bodyTruncated = !result.bodyComplete;
    answer.body = std::move(result.body);
    m_robots.answered(fetch.origin, answer, m_clock());
    m_frontier.release(fetch.host);
    m_frontier.setRobotsPending(fetch.host, false);
    const Frontier::HostId host = m_frontier.hostOf(queueKey(fetch.origin + '/')); // another one if merged meanwhile
    m_frontier.setRobotsPending(host, false);
    const bool denied = m_robots.verdict(fetch.origin, "/").reason == RobotsCache::Reason::DeniedUnreachable;
    const bool refused = answer.status >= 400 && answer.status < 500 && answer.status != 404 && answer.status != 410;
    if ((denied || refused) && m_config.robots == RobotsMode::Obey)
        event(EventId::RobotsUnusable, denied ? EventLevel::Warning : EventLevel::Notice, answer.status, denied ? 1 : 0,
              m_frontier.hostKey(fetch.host), answer.error);
    if (m_config.robots == RobotsMode::Obey) {
        if (const auto delay = m_robots.crawlDelayS(fetch.origin))
            m_frontier.setCrawlDelay(host, static_cast<qint64>(*delay * 1e6));
    }
    m_desk.touch(fetch.host);
    m_desk.touch(host);
}

} // namespace crawlscope
