// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curl/curlfetcher.h"

#include "core/net/curl/curlaccessmanager.h"

#include <QDateTime>
#include <QThread>
#include <QUrl>

#include <algorithm>
#include <vector>

namespace crawlscope {

namespace {

    std::shared_ptr<const CurlSession> sessionOf(const FetchOptions &options)
    {
        auto session = std::make_shared<CurlSession>();
        const QNetworkProxy &proxy = options.proxy;
        if (proxy.type() != QNetworkProxy::NoProxy && proxy.type() != QNetworkProxy::DefaultProxy) {
            QUrl url;
            url.setScheme(proxy.type() == QNetworkProxy::Socks5Proxy ? QStringLiteral("socks5h")
                              : options.proxyTls                     ? QStringLiteral("https")
                                                                     : QStringLiteral("http"));
            url.setHost(proxy.hostName());
            url.setPort(proxy.port());
            session->proxyUrl = url.toEncoded();
            session->proxyUser = proxy.user().toUtf8();
            session->proxyPassword = proxy.password().toUtf8();
        }
        session->verify = !options.insecure;
        session->http2 = options.http2;
        session->extraCaPem = options.extraCaPem;
        session->resolve = options.resolve;
        return session;
    }

    qint64 momentOf(const std::atomic<qint64> &moment)
    {
        return moment.load(std::memory_order_relaxed);
    }

    bool over(qint64 since, int limitMs, qint64 now)
    {
        return limitMs > 0 && since > 0 && now - since >= qint64 {limitMs} * 1000;
    }

    quint32 span(qint64 from, qint64 to)
    {
        if (from <= 0 || to < from)
            return PhaseTimes::kNotApplicable;
        return static_cast<quint32>(std::min<qint64>(to - from, PhaseTimes::kNotApplicable - 1));
    }

} // namespace

CurlFetcher::CurlFetcher(const FetchOptions &options, MonotonicClock clock, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_session(sessionOf(options))
    , m_manager(std::make_unique<CurlAccessManager>())
{
    connect(m_manager.get(), &QNetworkAccessManager::finished, this, &CurlFetcher::onFinished);
    connect(m_manager.get(), &CurlAccessManager::eventsHandled, this, [this] { release(); });
}

CurlFetcher::~CurlFetcher()
{
    setHandler([](FetchResult &&) {});
    abortAll(ErrorId::Cancelled);
}

void CurlFetcher::start(FetchRequest request)
{
    Q_ASSERT(QThread::currentThread() == thread());
    CurlSpec spec;
    spec.session = m_session;
    spec.url = std::move(request.url);
    spec.method = std::move(request.method);
    spec.headers = std::move(request.headers);
    spec.hasBody = !request.body.isEmpty();
    spec.body = std::move(request.body);
    spec.collect = true;
    spec.denyPrivate = request.denyPrivate;
    spec.maxBodyBytes = request.maxBodyBytes;
    spec.keepBytes = request.keepBytes;
    spec.redirectBodyBytes = request.redirectBodyBytes;
    Flight flight;
    flight.connectMs = request.connectMs;
    flight.firstByteMs = request.firstByteMs;
    flight.idleMs = request.idleMs;
    flight.totalMs = request.totalMs;
    flight.reply = m_manager->transfer(std::move(spec), request.id);
    m_flights.emplace(request.id, flight);
}

void CurlFetcher::onFinished(QNetworkReply *finished)
{
    auto *reply = qobject_cast<CurlReply *>(finished);
    const quint64 id = reply->transfer().tag;
    if (m_flights.erase(id) == 0)
        return; // aborted, and delivered by abortAll()
    CurlOutcome outcome = reply->takeOutcome();
    reply->deleteLater();
    outcome.id = id;
    hold(); // until eventsHandled()
    deliver(std::move(outcome));
}

void CurlFetcher::abortAll(ErrorId why)
{
    std::unordered_map<quint64, Flight> flights;
    flights.swap(m_flights);
    for (const auto &[id, flight] : flights) {
        FetchResult result;
        result.id = id;
        result.error = why;
        const qint64 started = momentOf(flight.reply->transfer().startMicros);
        const qint64 now = m_clock();
        result.times.total = span(started, now);
        result.startedAtMs = QDateTime::currentMSecsSinceEpoch() - (started > 0 ? (now - started) / 1000 : 0);
        flight.reply->abort();
        flight.reply->deleteLater();
        deliver(std::move(result));
    }
}

ErrorId CurlFetcher::passedDeadline(const Flight &flight, qint64 now)
{
    const CurlTransfer &transfer = flight.reply->transfer();
    const qint64 started = momentOf(transfer.startMicros);
    const bool late = over(started, flight.totalMs, now);
    const qint64 ready = momentOf(transfer.readyMicros);
    if (ready == 0) {
        if (!late && !over(started, flight.connectMs, now))
            return ErrorId::None;
        if (late)
            return ErrorId::TotalTimeout;
        if (momentOf(transfer.tlsMicros) != 0)
            return ErrorId::TlsTimeout;
        return momentOf(transfer.resolvedMicros) != 0 ? ErrorId::ConnectTimeout : ErrorId::DnsTimeout;
    }
    if (late)
        return ErrorId::TotalTimeout;
    if (momentOf(transfer.headersMicros) == 0)
        return over(ready, flight.firstByteMs, now) ? ErrorId::FirstByteTimeout : ErrorId::None;
    return over(momentOf(transfer.progressMicros), flight.idleMs, now) ? ErrorId::IdleTimeout : ErrorId::None;
}

void CurlFetcher::checkDeadlines(qint64 nowMicros)
{
    for (auto &[id, flight] : m_flights) {
        if (flight.cut)
            continue;
        const ErrorId why = passedDeadline(flight, nowMicros);
        if (why == ErrorId::None)
            continue;
        flight.cut = true;
        flight.reply->cut(why); // the result comes with what had arrived until then
    }
}

qint64 CurlFetcher::bufferedBytes() const
{
    return m_manager->bufferedBytes();
}

std::vector<FlightState> CurlFetcher::flights() const
{
    std::vector<FlightState> all;
    all.reserve(m_flights.size());
    for (const auto &[id, flight] : m_flights) {
        const CurlTransfer &transfer = flight.reply->transfer();
        FlightState state {.id = id, .startMicros = momentOf(transfer.startMicros), .stage = {}, .times = {}};
        const qint64 resolved = momentOf(transfer.resolvedMicros);
        const qint64 ready = momentOf(transfer.readyMicros);
        const qint64 headers = momentOf(transfer.headersMicros);
        state.times.dns = span(state.startMicros, resolved);
        state.times.connect = span(resolved, ready);
        state.times.tls = span(momentOf(transfer.tlsMicros), ready);
        state.times.wait = span(ready, headers);
        if (headers > 0)
            state.stage = FlightState::Stage::Receiving;
        else if (ready > 0)
            state.stage = FlightState::Stage::Waiting;
        all.push_back(state);
    }
    return all;
}

} // namespace crawlscope
