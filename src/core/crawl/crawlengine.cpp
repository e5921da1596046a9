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
    , m_guard(m_urls, {m_config.allowPrivate, m_config.proxy.type() != QNetworkProxy::NoProxy})
    , m_unfed(m_urls->counts().unique)
    , m_redactor(parts.start.config.redactQueryKeys)
    , m_previewBytes(parts.start.previewBytes)
    , m_fullPreviewsBytes(parts.start.fullPreviewsBytes)
    , m_allPreviewsBytes(parts.start.allPreviewsBytes)
{
    restore(parts.start);
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
    if (m_recorder && before != after)
        m_recorder->config(QJsonDocument(m_config.sessionJson()).toJson(QJsonDocument::Compact));
    pump();
}

void CrawlEngine::applyLimits()
{
    const CrawlLimits &limits = m_config.limits;
    const int inFlight = m_descriptorBudget > 0 ? std::min(limits.inFlight, m_descriptorBudget) : limits.inFlight;
    m_frontier.setLimits(inFlight, limits.perHost, limits.ratePerS);
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
    if (m_lastTick >= 0)
        m_worstLag = std::max(m_worstLag, now - m_lastTick - qint64 {kTickMs} * 1000);
    m_lastTick = now;
    if (m_state == State::Running)
        feed(kFeedPerTick);
    m_fetcher->checkDeadlines(now);
    takeReports();
    pump();
    settle();
    m_stats.sample(m_frontier.inFlight(), m_config.limits.inFlight, sinceStart());
    if (now - m_lastPublish >= kPublishMicros)
        publish();
}

void CrawlEngine::feed(std::size_t most)
{
    for (std::size_t fed = 0; fed < most && m_fed < m_urls->size(); ++m_fed) {
        if (!m_urls->isUnique(m_fed) || EarlierRun::at(m_earlier.leftOut, m_fed))
            continue;
        if (Redactor::isRedacted(m_urls->requestUrl(m_fed))) {
            leaveOut(static_cast<quint32>(m_fed));
            continue;
        }
        m_frontier.add(static_cast<quint32>(m_fed), UrlNormalizer::hostKey(m_urls->url(m_fed)));
        --m_unfed;
        ++fed;
    }
    if (m_withheld > 0 && m_fed == m_urls->size())
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
    return {.reason = WaitReason::None, .host = {}};
}

void CrawlEngine::pump()
{
    if (m_pumping) // a result delivered from within starting another one
        return;
    m_pumping = true;
    while (blockedBy().reason == WaitReason::None) {
        const auto grant = m_frontier.next(m_clock());
        if (!grant)
            break;
        begin(*grant);
    }
    m_pumping = false;
}

void CrawlEngine::begin(Frontier::Grant grant)
{
    const qint64 now = m_clock();
    std::unique_ptr<Exchange> &slot = m_exchanges[grant.entry];
    if (!slot) {
        slot = std::make_unique<Exchange>();
        slot->entry = grant.entry;
        slot->url = m_urls->requestUrl(grant.entry).toByteArray();
        slot->method = m_config.method;
        slot->readyMicros = m_startMicros;
        slot->row.entry = grant.entry;
        slot->row.times.queued = 0;
        prepareRow(&slot->row);
        if (m_recorder)
            m_recorder->started(grant.entry);
    }
    Exchange &exchange = *slot;
    exchange.stage = Exchange::Stage::Fetching;
    exchange.startMicros = now;
    exchange.host = grant.host;
    exchange.hostKey = m_frontier.hostKey(grant.host);
    exchange.row.times.queued += static_cast<quint32>(std::clamp<qint64>(now - exchange.readyMicros, 0, 0x7fffffff));
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
    const auto entry = static_cast<quint32>(result.id & 0xffffffffU);
    const auto found = m_exchanges.find(entry);
    Q_ASSERT(found != m_exchanges.end() && found->second->stage == Exchange::Stage::Fetching);
    Exchange &exchange = *found->second;
    m_frontier.release(exchange.host);
    WaterfallItem item = endedItem(exchange, result); // before the exchange moves on to its next hop
    if (result.error == ErrorId::Cancelled && m_state == State::Stopping) {
        m_waterfall.add(std::move(item));
        takeBack(entry);
        return;
    }
    m_stats.addRequest(result.connection);
    exchange.absorb(result, m_recorder ? &m_redactor : nullptr);
    if (m_config.cookies) {
        for (const auto &header : std::as_const(result.headers)) {
            if (header.first.compare("set-cookie", Qt::CaseInsensitive) == 0)
                m_cookies.store(header.second, exchange.url);
        }
    }
    const bool followed = followRedirect(exchange, result);
    noteEnded(std::move(item), exchange, followed);
    if (!followed)
        analyse(exchange, std::move(result));
}

void CrawlEngine::onSettled()
{
    m_analysis->submitAll(std::exchange(m_tasks, {}));
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
    if (error == ErrorId::None) {
        AddressGuard::Ruling ruling =
            m_guard.judge({m_urls->url(exchange.entry), exchange.url, result.remoteIp, target.url});
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
    m_frontier.addFirst(exchange.entry, UrlNormalizer::hostKey(target.url));
    return true;
}

void CrawlEngine::analyse(Exchange &exchange, FetchResult &&result)
{
    if (result.body.isEmpty() || exchange.row.error == ErrorId::RedirectLoop) {
        endRow(exchange.entry);
        return;
    }
    exchange.stage = Exchange::Stage::Analysing;
    ++m_analysing;
    AnalysisTask task;
    task.id = result.id;
    task.contentType = headerValue(result.headers, "content-type");
    task.contentEncoding = headerValue(result.headers, "content-encoding");
    task.body = std::move(result.body);
    task.bodyComplete = result.bodyComplete;
    task.wireBytes = result.wireBytes;
    task.maxBodyBytes = m_config.maxBodyBytes;
    task.previewBytes = previewBytes(exchange.row);
    m_tasks.push_back(std::move(task)); // onSettled() hands them over together
}

qint64 CrawlEngine::previewBytes(const ResultRow &row) const
{
    if (!m_recorder)
        return 0;
    if (row.error != ErrorId::None || !m_config.okStatus.contains(row.status))
        return RowDetails::kPreviewBytes;
    if (m_previewsKept < m_fullPreviewsBytes)
        return m_previewBytes;
    return m_previewsKept < m_allPreviewsBytes ? std::min(m_previewBytes, RunStart::kShortPreview) : 0;
}

void CrawlEngine::takeReports()
{
    for (PageReport &report : m_analysis->takeFinished()) {
        const auto entry = static_cast<quint32>(report.id & 0xffffffffU);
        const auto found = m_exchanges.find(entry);
        Q_ASSERT(found != m_exchanges.end() && found->second->stage == Exchange::Stage::Analysing);
        Exchange &exchange = *found->second;
        --m_analysing;
        ResultRow &row = exchange.row;
        row.anomalies |= report.anomalies;
        row.bodyBytes = report.bodyBytes;
        row.title = std::move(report.title);
        if (row.error == ErrorId::None && report.error != ErrorId::None) {
            row.error = report.error;
            row.errorDetail = report.errorDetail;
            row.truncated = row.truncated || report.truncated;
        }
        m_previewsKept += report.preview.size();
        exchange.details.bodyPreview = std::move(report.preview);
        exchange.details.previewCut = report.previewCut;
        exchange.details.charset = report.charset;
        exchange.details.jsonErrorOffset = report.jsonErrorOffset;
        exchange.details.analysisMicros = report.cpuMicros;
        endRow(entry);
    }
    pump(); // the pool has room again
    settle();
}

} // namespace crawlscope
