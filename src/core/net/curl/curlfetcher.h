// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/fetchbackend.h"
#include "core/util/clock.h"

#include <QObject>

#include <memory>
#include <unordered_map>

class QNetworkReply;

namespace crawlscope {

class CurlAccessManager;
class CurlReply;
struct CurlSession;
struct CurlSpec;

/// Makes exchanges through a CurlAccessManager. Deadlines are checked here, so that both back ends have the same ones;
/// caps on headers and body hold in the transport's thread, so that nothing beyond them is ever in memory.
/// Thread: the engine's.
class CurlFetcher : public QObject, public FetchBackend
{
    Q_OBJECT
public:
    explicit CurlFetcher(const FetchOptions &options, MonotonicClock clock = steadyMicros, QObject *parent = nullptr);
    ~CurlFetcher() override;

    void start(FetchRequest request) override;
    void abortAll(ErrorId why) override;
    void checkDeadlines(qint64 nowMicros) override;
    [[nodiscard]] int active() const override { return static_cast<int>(m_flights.size()); }
    [[nodiscard]] qint64 bufferedBytes() const override;
    [[nodiscard]] std::vector<FlightState> flights() const override;

private:
    struct Flight
    {
        CurlReply *reply = nullptr;
        int connectMs = 0;
        int firstByteMs = 0;
        int idleMs = 0;
        int totalMs = 0;
        bool cut = false;
    };
    void onFinished(QNetworkReply *reply);
    [[nodiscard]] static ErrorId passedDeadline(const Flight &flight, qint64 now);

    MonotonicClock m_clock;
    std::shared_ptr<const CurlSession> m_session;
    std::unique_ptr<CurlAccessManager> m_manager;
    std::unordered_map<quint64, Flight> m_flights; ///< by request id
};

} // namespace crawlscope
