// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawlengine.h"

#include "core/crawl/redirects.h"
#include "core/url/urlnormalizer.h"
#include "core/util/logging.h"

#include <QJsonDocument>
#include <QThread>

#include <algorithm>
#include <utility>

namespace crawlscope {

namespace {
    constexpr std::size_t kFeedFirst = 20'000;
    constexpr std::size_t kFeedPerTick = 5'000;
    constexpr qint64 kPublishMicros = 100'000;
    constexpr qint64 kSuspectLagMicros = 50'000;
    constexpr int kUnsentAtOnce = 2000; ///< URLs that robots.txt denies: others wait to be measured
    constexpr int kAnalysisBacklog = 64; ///< pages that may wait for the pool, plus four a thread
    constexpr qint64 kMaxBufferedBytes = 128LL * 1024 * 1024;
} // namespace

CrawlEngine::CrawlEngine(Parts parts, QObject *parent)
    : QObject(parent)
    , m_urls(parts.start.urls)
    , m_config(parts.start.config)
    , m_fetcher(std::move(parts.fetcher))
    , m_analysis(std::move(parts.analysis))
    , m_recorder(parts.start.recorder)
    , m_outbox(std::move(parts.outbox))
    , m_clock(std::move(parts.clock))
    , m_descriptorBudget(parts.descriptorBudget)
    , m_desk(m_frontier,
             [this](EventId id, EventLevel level, qint64 a, qint64 b, const QByteArray &host) {
                 event(id, level, a, b, host);
             })
    , m_robots(m_config.userAgent.isEmpty() ? CrawlConfig::defaultUserAgent() : m_config.userAgent)
    , m_guard(m_urls, {m_config.allowPrivate, m_config.proxy.type() != QNetworkProxy::NoProxy})
    , m_feedEnd(m_urls->size())
    , m_unfed(m_urls->counts().unique + (m_urls->size() - m_urls->inputSize()))
    , m_redactor(parts.start.config.redactQueryKeys)
    , m_previewBytes(parts.start.previewBytes)
    , m_fullPreviewsBytes(parts.start.fullPreviewsBytes)
    , m_allPreviewsBytes(parts.start.allPreviewsBytes)
{
    restore(parts.start);
    if (m_config.follow.enabled && m_urls->found())
        m_links = std::make_unique<LinkDesk>(m_config.follow, m_urls, m_redactor);
    if (m_links && !m_earlier.retry)
        m_sitemaps = std::make_unique<SitemapDesk>(m_config.follow);
    m_rules = m_config.page.compile().rules;
    m_lane = parts.start.lane;
    m_config.limits = m_config.limits.clamped();
    m_usualHeaders = makeRequest(Exchange(), m_config, {}, {}).headers;
    m_fetcher->setHandler([this](FetchResult &&result) { onFetched(std::move(result)); });
    m_fetcher->setSettledHandler([this] { onSettled(); });
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kTickMs);
    m_timer.setParent(this);
    connect(&m_timer, &QTimer::timeout, this, &CrawlEngine::tick);
    applyLimits();
}

CrawlEngine::~CrawlEngine()
{
    m_fetcher->setHandler([](FetchResult &&) {});
    m_fetcher->setSettledHandler({});
    m_timer.setParent(nullptr);
}

void CrawlEngine::setState(State state)
{
    if (state == m_state)
        return;
    const bool runs = state == State::Running || state == State::Pausing || state == State::Stopping;
    const qint64 now = m_clock();
    if (runs && m_activeSince < 0) {
        m_activeSince = now;
    } else if (!runs && m_activeSince >= 0) {
        m_activeMicros += now - m_activeSince;
        m_activeSince = -1;
    }
    m_state = state;
    if (state == State::Finished || state == State::Stopped) {
        m_stats.closeSecond(m_frontier.inFlight(), m_config.limits.inFlight, sinceStart());
        if (state == State::Finished)
            event(EventId::RunFinished, EventLevel::Info, static_cast<qint64>(m_done), static_cast<qint64>(m_failed));
        else
            event(EventId::RunStopped, EventLevel::Notice, static_cast<qint64>(counts().left));
    }
    publish();
    if (state != State::Finished && state != State::Stopped) {
        Q_EMIT stateChanged(state);
    } else if (m_recorder) { // its last rows come first; tick() sees when
        m_recorded = std::make_shared<std::atomic<bool>>(false);
        m_recorder->finish(state == State::Finished ? SessionState::Finished : SessionState::Stopped,
                           [recorded = m_recorded] { recorded->store(true); });
    } else {
        announceEnd();
    }
}

void CrawlEngine::announceEnd()
{
    m_timer.stop();
    m_recorder.reset(); // whoever made it can close the file
    Q_EMIT stateChanged(m_state);
}

void CrawlEngine::start()
{
    Q_ASSERT(m_state == State::Idle && QThread::currentThread() == thread());
    m_startMicros = m_clock();
    if (m_earlier.retry)
        event(EventId::RetryStarted, EventLevel::Info, static_cast<qint64>(m_earlier.retried.size()), m_lane);
    else if (m_earlier.table)
        event(EventId::RunContinued, EventLevel::Info, static_cast<qint64>(m_done + m_failed),
              std::count(m_earlier.sentAgain.begin(), m_earlier.sentAgain.end(), true));
    else
        event(EventId::RunStarted, EventLevel::Info, static_cast<qint64>(m_urls->counts().unique),
              static_cast<qint64>(m_urls->counts().duplicate), networkBackendName(m_config.backend));
    if (m_descriptorBudget > 0 && m_config.limits.inFlight > m_descriptorBudget)
        event(EventId::DescriptorsLow, EventLevel::Warning, m_descriptorBudget, m_config.limits.inFlight);
    setState(State::Running);
    feed(kFeedFirst);
    moveSitemaps();
    m_timer.start();
    pump();
    settle();
}

void CrawlEngine::pause()
{
    if (m_state != State::Running)
        return;
    event(EventId::RunPaused, EventLevel::Notice);
    setState(State::Pausing);
    settle();
}

void CrawlEngine::resume()
{
    if (m_state != State::Pausing && m_state != State::Paused)
        return;
    event(EventId::RunResumed, EventLevel::Notice);
    setState(State::Running);
    pump();
    settle();
}

void CrawlEngine::stop()
{
    if (m_state != State::Running && m_state != State::Pausing && m_state != State::Paused)
        return;
    event(EventId::RunStopping, EventLevel::Notice, m_frontier.inFlight());
    setState(State::Stopping);
    endWaiting(); // first: with the last of what is in flight the run is over
    m_fetcher->abortAll(ErrorId::Cancelled);
    settle();
}

void CrawlEngine::noteLimitChange(EventId id, qint64 before, qint64 after)
{
    if (before != after)
        event(id, EventLevel::Info, before, after);
}

void CrawlEngine::setLimits(const CrawlLimits &limits)
{
    const CrawlLimits before = m_config.limits;
    m_config.limits = limits.clamped();
    applyLimits();
    const CrawlLimits &after = m_config.limits;
    noteLimitChange(EventId::InFlightChanged, before.inFlight, after.inFlight);
    noteLimitChange(EventId::PerHostChanged, before.perHost, after.perHost);
    // Rates below 1/s would round to nothing: events carry thousandths.
    noteLimitChange(EventId::RateChanged, qRound64(before.ratePerS * 1000), qRound64(after.ratePerS * 1000));
    noteLimitChange(EventId::AnalysisThreadsChanged, before.analysisThreads, after.analysisThreads);
    noteHostLimits(before, after);
    if (m_recorder && before != after)
        m_recorder->config(QJsonDocument(m_config.sessionJson()).toJson(QJsonDocument::Compact));
    pump();
}

void CrawlEngine::applyLimits()
{
    const CrawlLimits &limits = m_config.limits;
    int inFlight = m_descriptorBudget > 0 ? std::min(limits.inFlight, m_descriptorBudget) : limits.inFlight;
    int perHost = limits.perHost;
    double rate = limits.ratePerS;
    if (m_secondPassRate > 0) { // a quarter of everything
        inFlight = std::max(1, inFlight / 4);
        perHost = std::max(1, perHost / 4);
        rate = rate > 0 ? std::min(rate / 4, m_secondPassRate) : m_secondPassRate;
    }
    m_frontier.setLimits(inFlight, HostPolicy(perHost, limits.hostRatePerS, limits.hostIntervalS, limits.hosts), rate);
    m_desk.configure({.breaker = m_config.breaker,
                      .adaptive = limits.adaptive,
                      .perHost = perHost,
                      .maxRetryAfterMicros = m_config.maxRetryAfterMs * qint64 {1000}});
    m_analysis->setThreads(limits.analysisThreads);
}

void CrawlEngine::tick()
{
    if (m_recorded) { // nothing is left but to wait for the disk
        if (m_recorded->load())
            announceEnd();
        return;
    }
    const qint64 now = m_clock();
    noteStorage();
    noteLag(now);
    if (m_state == State::Running) {
        feed(kFeedPerTick);
        moveSitemaps();
    }
    m_fetcher->checkDeadlines(now);
    takeReports();
    pump();
    settle();
    m_stats.sample(m_frontier.inFlight(), m_config.limits.inFlight, sinceStart());
    if (now - m_lastPublish >= kPublishMicros)
        publish();
}

/// Whether the loop was late while a request that ends now was under way: its times cannot be trusted.
bool CrawlEngine::wasLate(qint64 startMicros) const
{
    const qint64 sinceTick = m_lastTick >= 0 ? m_clock() - m_lastTick : 0; // what ended meanwhile comes before the tick
    return startMicros < m_laggedUntil || sinceTick > qint64 {kTickMs} * 1000 + kSuspectLagMicros;
}

void CrawlEngine::noteLag(qint64 nowMicros)
{
    if (m_lastTick >= 0) {
        const qint64 lag = nowMicros - m_lastTick - qint64 {kTickMs} * 1000;
        m_worstLag = std::max(m_worstLag, lag);
        m_lags.add(static_cast<quint64>(std::max<qint64>(lag, 0)));
        if (lag > kSuspectLagMicros)
            m_laggedUntil = nowMicros; // what was under way then was measured late
    }
    m_lastTick = nowMicros;
}

void CrawlEngine::feed(std::size_t most)
{
    for (std::size_t fed = 0; fed < most && m_fed < m_feedEnd; ++m_fed) {
        if (!m_urls->isUnique(m_fed))
            continue;
        askForSitemaps(static_cast<quint32>(m_fed));
        if (EarlierRun::at(m_earlier.leftOut, m_fed)) {
            fed += m_sitemaps ? 1U : 0U; // cost a look
            continue;
        }
        if (Redactor::isRedacted(m_urls->requestUrl(m_fed))) {
            leaveOut(static_cast<quint32>(m_fed));
            continue;
        }
        --m_unfed;
        ++fed;
        const QByteArray key = queueKey(m_urls->url(m_fed).toByteArray());
        if (const auto host = m_frontier.findHost(key); host && m_desk.gaveUp(*host))
            ++m_putBack;
        else
            addFresh(static_cast<quint32>(m_fed), key);
    }
    if (m_withheld > 0 && m_fed == m_feedEnd)
        event(EventId::SecretsMissing, EventLevel::Warning, static_cast<qint64>(std::exchange(m_withheld, 0)));
}

WaitState CrawlEngine::blockedBy() const
{
    switch (m_state) {
    case State::Running:
        break;
    case State::Idle:
        return {.reason = WaitReason::NotStarted, .host = {}};
    case State::Paused:
        return {.reason = WaitReason::Paused, .host = {}};
    case State::Pausing:
    case State::Stopping:
        return {.reason = WaitReason::Draining, .host = {}, .a = m_frontier.inFlight()};
    case State::Finished:
    case State::Stopped:
        return {.reason = WaitReason::Finished, .host = {}};
    }
    const int queued = m_analysis->queued();
    if (queued > kAnalysisBacklog + 4 * m_analysis->threads() || m_fetcher->bufferedBytes() > kMaxBufferedBytes)
        return {.reason = WaitReason::AnalysisBehind, .host = {}, .a = queued};
    if (m_recorder) {
        if (const SessionFault fault = m_recorder->fault())
            return {.reason = WaitReason::StorageFailed, .host = {}, .a = static_cast<qint64>(fault.error)};
        if (m_recorder->backlogged())
            return {.reason = WaitReason::StorageBehind, .host = {}};
    }
    if (m_outbox->rows.size() > EngineOutbox::kMaxRows)
        return {.reason = WaitReason::ConsumerBehind, .host = {}};
    if (const qint64 now = m_clock(); !m_desk.runMayStart(now)) {
        const qint64 next = m_desk.runNextTryMicros();
        return {.reason = WaitReason::RunBreaker,
                .host = {},
                .a = next > now && next != Breaker::kNever ? (next - now + 999) / 1000 : -1,
                .b = static_cast<qint64>(m_frontier.pending())};
    }
    return {.reason = WaitReason::None, .host = {}};
}

void CrawlEngine::pump()
{
    if (m_pumping) // a result delivered from within starting another one
        return;
    m_pumping = true;
    for (int unsent = 0; unsent < kUnsentAtOnce && blockedBy().reason == WaitReason::None;) {
        const auto grant = m_frontier.next(m_clock());
        if (!grant)
            break;
        unsent += begin(*grant) ? 0 : 1;
    }
    m_pumping = false;
}

Exchange &CrawlEngine::exchangeOf(Frontier::Grant grant)
{
    std::unique_ptr<Exchange> &slot = m_exchanges[grant.entry];
    if (!slot) {
        slot = std::make_unique<Exchange>();
        slot->entry = grant.entry;
        slot->url = m_urls->requestUrl(grant.entry).toByteArray();
        slot->method = m_config.method;
        slot->home = grant.host;
        slot->readyMicros = readyMicros(grant.entry);
        slot->row.entry = grant.entry;
        slot->row.times.queued = 0;
        slot->denyPrivate = rulingOf(grant.entry).denyPrivate;
        prepareRow(&slot->row);
    }
    return *slot;
}

/// False: robots.txt comes first, or it is denied.
bool CrawlEngine::begin(Frontier::Grant grant)
{
    if (SitemapDesk::isTask(grant.entry) && m_sitemaps)
        return beginSitemap(grant);
    Exchange &exchange = exchangeOf(grant);
    if (refuseTrap(grant, exchange) || refuseAddress(grant, exchange) || heedRobots(grant, exchange))
        return false;
    send(exchange, grant);
    return true;
}

void CrawlEngine::send(Exchange &exchange, Frontier::Grant grant)
{
    const qint64 now = m_clock();
    if (m_recorder && exchange.startMicros == 0)
        m_recorder->started(grant.entry);
    if (exchange.again)
        exchange.startAgain();
    exchange.stage = Exchange::Stage::Fetching;
    exchange.startMicros = now;
    exchange.host = grant.host;
    exchange.hostKey = UrlNormalizer::hostKey(exchange.url);
    exchange.inFlightAtStart = m_frontier.inFlightOf(grant.host);
    exchange.row.times.queued += static_cast<quint32>(std::clamp<qint64>(now - exchange.readyMicros, 0, 0x7fffffff));
    m_desk.started(grant.host, now);
    const QByteArray cookie = m_config.cookies ? m_cookies.headerFor(exchange.url) : QByteArray();
    const QByteArray userInfo = exchange.credentials ? m_urls->userInfo(grant.entry) : QByteArray();
    FetchRequest request = makeRequest(exchange, m_config, userInfo, cookie, m_usualHeaders);
    request.id = (quint64 {++m_serial} << 32U) | grant.entry;
    if (m_recorder)
        exchange.requestHeaders = request.headers;
    m_fetcher->start(std::move(request));
}

void CrawlEngine::onFetched(FetchResult &&result)
{
    if (m_robotsFetches.contains(result.id)) {
        onRobotsFetched(std::move(result));
        return;
    }
    const auto entry = static_cast<quint32>(result.id & 0xffffffffU);
    if (SitemapDesk::isTask(entry)) {
        onSitemapFetched(std::move(result));
        return;
    }
    const auto found = m_exchanges.find(entry);
    Q_ASSERT(found != m_exchanges.end() && found->second->stage == Exchange::Stage::Fetching);
    Exchange &exchange = *found->second;
    m_frontier.release(exchange.host);
    WaterfallItem item = endedItem(exchange, result); // before the exchange moves on to its next hop
    if (result.error == ErrorId::Cancelled && m_state == State::Stopping) {
        m_waterfall.add(std::move(item));
        m_desk.cancelled(exchange.host, exchange.startMicros, m_clock());
        leaveEntry(entry);
        return;
    }
    noteAttempt(exchange, result);
    m_stats.addRequest(result.connection);
    exchange.absorb(result, m_recorder ? &m_redactor : nullptr);
    if (wasLate(exchange.startMicros))
        exchange.row.anomalies |= static_cast<quint32>(Anomaly::LoopLag);
    if (m_config.cookies) {
        for (const auto &header : std::as_const(result.headers)) {
            if (header.first.compare("set-cookie", Qt::CaseInsensitive) == 0)
                m_cookies.store(header.second, exchange.url);
        }
    }
    const bool followed = followRedirect(exchange, result);
    noteEnded(std::move(item), exchange, followed);
    if (!followed && !retryLater(exchange, result))
        analyse(exchange, std::move(result));
}

void CrawlEngine::onSettled()
{
    m_analysis->submitAll(std::exchange(m_tasks, {}));
    leaveGivenUp();
    pump();
    settle();
}

bool CrawlEngine::followRedirect(Exchange &exchange, const FetchResult &result)
{
    if (result.error != ErrorId::None || !Redirects::isRedirect(result.status) || m_config.maxRedirects == 0)
        return false;
    Redirects::Target target =
        Redirects::follow(exchange.url, exchange.method, result.status, headerValue(result.headers, "location"));
    ErrorId error = target.error;
    exchange.visited.insert(exchange.method + ' ' + exchange.url);
    if (error == ErrorId::None && exchange.visited.contains(target.method + ' ' + target.url))
        error = ErrorId::RedirectLoop;
    else if (error == ErrorId::None && exchange.row.redirects >= m_config.maxRedirects)
        error = ErrorId::RedirectLimit;
    const QByteArray key = error == ErrorId::None ? queueKey(target.url) : QByteArray();
    if (const auto host = m_frontier.findHost(key); error == ErrorId::None && host && m_desk.gaveUp(*host))
        error = ErrorId::HostPaused;
    if (error == ErrorId::None) {
        AddressGuard::Ruling ruling =
            m_guard.judge({listedUrl(exchange.entry), exchange.url, result.remoteIp, target.url});
        exchange.denyPrivate = ruling.denyPrivate;
        if (!ruling.allowed) {
            error = ErrorId::AddressDenied;
            target.errorDetail = std::move(ruling.detail);
        }
    }
    if (error != ErrorId::None) {
        exchange.row.error = error;
        exchange.row.errorDetail = target.errorDetail;
        return false;
    }
    if (target.leavesHttps) {
        exchange.row.anomalies |= static_cast<quint32>(Anomaly::HttpsToHttp);
        event(EventId::RedirectLeftHttps, EventLevel::Notice, 0, 0, shown(exchange.url));
    }
    exchange.credentials = exchange.credentials && target.sameOrigin;
    exchange.sendBody = exchange.sendBody && target.keepBody;
    exchange.method = target.method;
    exchange.url = target.url;
    exchange.row.finalUrl = target.url == m_urls->requestUrl(exchange.entry) ? QByteArray() : shown(target.url);
    ++exchange.row.redirects;
    exchange.readyMicros = m_clock();
    exchange.stage = Exchange::Stage::Waiting;
    m_frontier.addFirst(exchange.entry, key);
    return true;
}

} // namespace crawlscope
