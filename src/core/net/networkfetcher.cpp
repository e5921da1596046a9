// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/networkfetcher.h"

#include "core/net/attempt.h"

#include <QSslCertificate>
#include <QThread>

#include <vector>

namespace crawlscope {

NetworkFetcher::NetworkFetcher(const Options &options, MonotonicClock clock, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_clock(std::move(clock))
    , m_ssl(QSslConfiguration::defaultConfiguration())
    , m_lanes(options.proxy)
{
    if (m_options.insecure)
        m_ssl.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (!m_options.extraCaPem.isEmpty())
        m_ssl.addCaCertificates(QSslCertificate::fromData(m_options.extraCaPem, QSsl::Pem));
}

NetworkFetcher::~NetworkFetcher()
{
    setHandler([](FetchResult &&) {});
    abortAll(ErrorId::Cancelled);
}

void NetworkFetcher::start(FetchRequest request)
{
    Q_ASSERT(QThread::currentThread() == thread());
    const quint64 id = request.id;
    const int lane = m_lanes.acquire(request.hostKey);
    const bool idempotent = request.body.isEmpty() && (request.method == "GET" || request.method == "HEAD");
    const LanePool::Seat seat = m_lanes.seat(lane, request.url.startsWith("https:"), idempotent);
    auto attempt = std::make_unique<Attempt>(std::move(request), lane, *this);
    Attempt *started = attempt.get();
    m_attempts.emplace(id, std::move(attempt));
    started->begin(seat, m_ssl);
}

void NetworkFetcher::abortAll(ErrorId why)
{
    std::vector<Attempt *> running;
    running.reserve(m_attempts.size());
    for (const auto &[id, attempt] : m_attempts)
        running.push_back(attempt.get());
    for (Attempt *attempt : running)
        attempt->cut(why, {});
}

void NetworkFetcher::checkDeadlines(qint64 nowMicros)
{
    std::vector<Attempt *> late;
    for (const auto &[id, attempt] : m_attempts) {
        if (attempt->passedDeadline(nowMicros) != ErrorId::None)
            late.push_back(attempt.get());
    }
    for (Attempt *attempt : late)
        attempt->cut(attempt->passedDeadline(nowMicros), {});
}

std::vector<FlightState> NetworkFetcher::flights() const
{
    std::vector<FlightState> all;
    all.reserve(m_attempts.size());
    for (const auto &[id, attempt] : m_attempts)
        all.push_back(attempt->flight());
    return all;
}

void NetworkFetcher::finish(Attempt *attempt)
{
    FetchResult result = attempt->takeResult();
    m_lanes.release(attempt->lane(), attempt->request().hostKey);
    // Its own slots are still on the stack: deleted from the event loop.
    m_attempts.extract(attempt->request().id).mapped().release()->deleteLater();
    deliver(std::move(result));
}

} // namespace crawlscope
