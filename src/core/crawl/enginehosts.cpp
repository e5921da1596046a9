// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Hosts: what the engine learns of them and what the front end is told.
#include "core/crawl/crawlengine.h"
#include "core/net/publicsuffix.h"
#include "core/net/retryafter.h"
#include "core/url/urlnormalizer.h"
#include "core/util/platform.h"

#include <QDateTime>

#include <algorithm>

namespace crawlscope {

namespace {
    constexpr qint64 kHostsMicros = 500'000;
    constexpr std::size_t kHostsAtOnce = 20'000;
    constexpr qint64 kEtaMicros = 1'000'000;
} // namespace

/// The queue that a URL belongs to. By address: the host's own until the address is known, see noteAddress().
QByteArray CrawlEngine::queueKey(const QByteArray &url) const
{
    if (m_config.grouping != HostGrouping::Domain)
        return UrlNormalizer::hostKey(url);
    return PublicSuffix::site(UrlNormalizer::host(url));
}

/// A URL whose host may not have been seen yet.
void CrawlEngine::addFresh(quint32 entry, const QByteArray &key)
{
    const bool unknown = m_config.grouping == HostGrouping::Address && !m_frontier.findHost(key);
    m_frontier.add(entry, key);
    const Frontier::HostId host = m_frontier.hostOf(key);
    m_desk.touch(host);
    if (unknown) // one request tells whom it shares an address with
        m_frontier.setCap(host, 1, WaitReason::HostLimit);
}

void CrawlEngine::noteAttempt(const Exchange &exchange, const FetchResult &result)
{
    HostDesk::Attempt attempt;
    attempt.host = exchange.host;
    attempt.startMicros = exchange.startMicros;
    attempt.inFlightAtStart = exchange.inFlightAtStart;
    noteAnswer(attempt, result);
    noteAddress(exchange.url, result);
}

void CrawlEngine::noteAnswer(HostDesk::Attempt attempt, const FetchResult &result)
{
    attempt.error = result.error;
    attempt.status = result.status;
    if (result.error == ErrorId::None) {
        const qint64 wall = QDateTime::currentMSecsSinceEpoch();
        if (const QByteArray value = headerValue(result.headers, "retry-after"); !value.isEmpty()) {
            if (const auto ms = retryAfterMs(value, wall))
                attempt.retryAfterMicros = *ms * 1000;
        }
        const RateHint hint = rateHint(result.headers, wall);
        if (hint.remaining == 0 && hint.resetMs)
            attempt.quotaMicros = *hint.resetMs * 1000;
    }
    m_desk.ended(attempt, m_clock());
}

void CrawlEngine::noteAddress(const QByteArray &url, const FetchResult &result)
{
    if (m_config.grouping != HostGrouping::Address || result.remoteIp.isEmpty())
        return;
    const QByteArray key = UrlNormalizer::hostKey(url);
    const Frontier::HostId host = m_frontier.hostOf(key);
    if (m_frontier.hostKey(host) == key && key != result.remoteIp) {
        m_frontier.setCap(host, 0); // see addFresh()
        m_frontier.merge(key, result.remoteIp);
    }
}

/// An event for each pattern that is new, changed or gone.
void CrawlEngine::noteHostLimits(const CrawlLimits &before, const CrawlLimits &after)
{
    constexpr int mostEvents = 100;
    int events = 0;
    const HostPolicy policy(after.perHost, after.hostRatePerS, after.hostIntervalS, after.hosts);
    const auto note = [&](const CrawlLimits &from, const CrawlLimits &to) {
        for (const HostOverride &host : from.hosts) {
            const auto same = [&host](const HostOverride &other) { return other.pattern == host.pattern; };
            const auto found = std::find_if(to.hosts.begin(), to.hosts.end(), same);
            const bool told = &from == &before ? found != to.hosts.end() : found != to.hosts.end() && *found == host;
            if (told || ++events > mostEvents)
                continue;
            const HostLimits now = policy.of(host.pattern.startsWith("*.") ? host.pattern.mid(2) : host.pattern);
            event(EventId::HostLimitsChanged, EventLevel::Notice, now.perHost,
                  std::max(now.intervalMicros, now.rateMicros) / 1000, host.pattern);
        }
    };
    note(after, before);
    note(before, after); // gone
}

/// What belongs to hosts whose breaker gave up stays left; likewise everything when that of the run did.
void CrawlEngine::leaveGivenUp()
{
    for (const Frontier::HostId host : m_desk.takeGivenUp()) {
        const std::vector<quint32> entries = m_frontier.takeAll(host);
        const auto urls =
            std::count_if(entries.begin(), entries.end(), [](quint32 entry) { return !SitemapDesk::isTask(entry); });
        event(EventId::BreakerGaveUp, EventLevel::Error, 0, urls, m_frontier.hostKey(host));
        for (const quint32 entry : entries)
            leaveEntry(entry);
    }
    if (m_desk.runGaveUp() && !std::exchange(m_runGaveUp, true)) {
        event(EventId::BreakerGaveUp, EventLevel::Error, 0, static_cast<qint64>(counts().left));
        QMetaObject::invokeMethod(this, &CrawlEngine::stop, Qt::QueuedConnection); // the caller is amid its work
    }
}

/// A URL out of the frontier: what was measured of it becomes its row, otherwise it is left.
void CrawlEngine::leaveEntry(quint32 entry)
{
    if (SitemapDesk::isTask(entry)) {
        m_sitemaps->drop(entry);
        return;
    }
    const auto found = m_exchanges.find(entry);
    if (found == m_exchanges.end())
        ++m_putBack;
    else if (found->second->failures.empty())
        takeBack(entry);
    else {
        found->second->endWithFailure();
        endRow(entry);
    }
}

void CrawlEngine::setHostsWanted(bool wanted)
{
    m_hostsWanted = wanted;
    m_hostsAll = true;
    m_lastHosts = 0;
    if (wanted)
        publishHosts();
}

void CrawlEngine::pauseHost(const QByteArray &key)
{
    if (const auto host = m_frontier.findHost(key))
        m_desk.pause(*host);
}

void CrawlEngine::resumeHost(const QByteArray &key)
{
    if (const auto host = m_frontier.findHost(key))
        m_desk.resume(*host, m_clock());
    pump();
}

void CrawlEngine::publishHosts()
{
    const qint64 now = m_clock();
    const bool ended = m_state == State::Finished || m_state == State::Stopped;
    if (!m_hostsWanted || (!ended && m_lastHosts != 0 && now - m_lastHosts < kHostsMicros))
        return;
    m_lastHosts = now;
    m_outbox->addHosts(m_desk.takeUpdate(std::exchange(m_hostsAll, false) || ended, kHostsAtOnce, now));
}

void CrawlEngine::fillEta(StatsSnapshot *snapshot)
{
    const qint64 now = m_clock();
    if (m_state == State::Finished) {
        m_eta = {};
        m_eta.seconds = 0;
    } else if (m_state != State::Running) {
        m_eta = {};
    } else if (now - m_lastEta >= kEtaMicros || m_lastEta == 0) {
        m_lastEta = now;
        m_eta = m_desk.eta({.inFlight = m_config.limits.inFlight,
                            .ratePerS = m_secondPassRate > 0 ? m_secondPassRate : m_config.limits.ratePerS,
                            .measuredPerS = snapshot->ratePerS,
                            .nowMicros = now});
        // What is not in the frontier yet belongs to hosts that are not known yet: at the pace so far.
        if (m_unfed > 0 && m_eta.seconds >= 0 && snapshot->averageRatePerS > 0)
            m_eta.seconds += static_cast<double>(m_unfed) / snapshot->averageRatePerS;
    }
    snapshot->eta = m_eta;
    snapshot->etaS = m_eta.seconds;
}

void CrawlEngine::noteResources(StatsSnapshot *snapshot)
{
    if (m_lastEta == m_clock() || m_descriptors < 0) // once a second, with the time left
        m_descriptors = platform::openDescriptors();
    snapshot->openDescriptors = m_descriptors;
    snapshot->descriptorLimit = static_cast<int>(std::min<qint64>(platform::descriptorLimit(), 0x7fffffff));
    snapshot->residentBytes = platform::currentRssBytes();
    snapshot->bufferedBytes = m_fetcher->bufferedBytes();
    snapshot->hosts = static_cast<quint32>(m_frontier.hostCount());
    if (m_recorder)
        snapshot->storageQueued = m_recorder->queued();
}

} // namespace crawlscope
