// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Attempts after the first, and the slow second pass.
#include "core/crawl/crawlengine.h"
#include "core/net/botchallenge.h"
#include "core/net/retryafter.h"
#include "core/url/urlnormalizer.h"

#include <QDateTime>

#include <algorithm>
#include <set>

namespace crawlscope {

/// True: the URL will be tried again, its failure is kept.
bool CrawlEngine::retryLater(Exchange &exchange, const FetchResult &result)
{
    const ResultRow &row = exchange.row;
    const bool failed = row.error != ErrorId::None || !m_config.okStatus.contains(row.status);
    if (!failed || (m_state != State::Running && m_state != State::Pausing)
        || !botChallenge(result.status, result.headers, {}).isEmpty() || m_desk.gaveUp(exchange.host)
        || m_desk.gaveUp(exchange.home))
        return false;
    const RetryPolicy policy {.retries = exchange.inSecondPass ? 0 : m_config.retries,
                              .unsafeMethods = m_config.retryUnsafe,
                              .maxRetryAfterMicros = m_config.maxRetryAfterMs * qint64 {1000}};
    std::optional<qint64> retryAfter;
    if (const auto ms = retryAfterMs(headerValue(result.headers, "retry-after"), QDateTime::currentMSecsSinceEpoch()))
        retryAfter = *ms * 1000;
    const int attempt = static_cast<int>(exchange.failures.size()) + 1;
    const auto delay = policy.next(attempt, m_config.method, row.error, row.status, retryAfter, exchange.entry);
    if (delay) {
        prepareAgain(exchange);
        exchange.readyMicros = m_clock() + *delay;
        m_frontier.addDelayed(exchange.entry, queueKey(exchange.url), exchange.readyMicros);
        return true;
    }
    const bool idempotent = m_config.retryUnsafe || RetryPolicy::isIdempotent(m_config.method);
    if (!m_config.secondPass || exchange.inSecondPass || !idempotent || !RetryPolicy::secondPass(row.error, row.status))
        return false;
    prepareAgain(exchange);
    exchange.stage = Exchange::Stage::SecondPass;
    exchange.inSecondPass = true;
    m_secondPass.push_back(exchange.entry);
    return true;
}

/// Back to the start of its way; what was measured stays in the details and, should nothing follow, in the row.
void CrawlEngine::prepareAgain(Exchange &exchange)
{
    exchange.keepFailure();
    exchange.stage = Exchange::Stage::Waiting;
    exchange.url = m_urls->requestUrl(exchange.entry).toByteArray();
    exchange.method = m_config.method;
    exchange.sendBody = true;
    exchange.credentials = true;
    exchange.denyPrivate = rulingOf(exchange.entry).denyPrivate;
    exchange.again = true;
    exchange.visited.clear();
}

void CrawlEngine::beginSecondPass()
{
    const std::vector<quint32> entries = std::exchange(m_secondPass, {});
    event(EventId::SecondPassStarted, EventLevel::Notice, static_cast<qint64>(entries.size()));
    StatsSnapshot soFar;
    m_stats.fill(&soFar, sinceStart(), activeMicros());
    m_secondPassRate = std::max(0.25, soFar.averageRatePerS / 4);
    applyLimits();
    for (const quint32 entry : entries) {
        Exchange &exchange = *m_exchanges.at(entry);
        exchange.stage = Exchange::Stage::Waiting;
        exchange.readyMicros = m_clock();
        const QByteArray key = queueKey(exchange.url);
        if (m_desk.gaveUp(m_frontier.hostOf(key)))
            leaveEntry(entry);
        else
            m_frontier.add(entry, key);
    }
    pump();
    settle(); // where none was left
}

/// The run is being stopped: URLs that wait for another attempt end with what the last one brought.
void CrawlEngine::endWaiting()
{
    std::vector<quint32> entries = m_frontier.takeDelayed();
    entries.insert(entries.end(), m_secondPass.begin(), m_secondPass.end());
    m_secondPass.clear();
    for (const quint32 entry : entries)
        leaveEntry(entry);
    // Those whose time had come wait in the queues of their hosts, among others that were not begun.
    std::set<Frontier::HostId> hosts;
    for (const auto &[entry, exchange] : m_exchanges) {
        if (exchange->stage == Exchange::Stage::Waiting && exchange->startMicros > 0)
            hosts.insert(m_frontier.hostOf(queueKey(exchange->url)));
    }
    for (const Frontier::HostId host : hosts) {
        const QByteArray key = m_frontier.hostKey(host);
        for (const quint32 entry : m_frontier.takeAll(host)) {
            if (const auto found = m_exchanges.find(entry);
                found != m_exchanges.end() && found->second->startMicros > 0)
                leaveEntry(entry);
            else
                m_frontier.add(entry, key);
        }
    }
}

} // namespace crawlscope
