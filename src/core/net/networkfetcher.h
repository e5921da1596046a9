// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/fetchbackend.h"
#include "core/net/ippolicy.h"
#include "core/net/lanepool.h"
#include "core/util/clock.h"

#include <QObject>
#include <QSslConfiguration>

#include <memory>
#include <unordered_map>
#include <utility>

class QNetworkReply;

namespace crawlscope {

class Attempt;

/// Makes exchanges through stock network managers (LanePool). Owns the managers and the attempts in flight.
///
/// Rules, each for a measured trap: own deadlines that start with start() (Qt's transfer time-out runs while queued and
/// cannot be told from an abort); a read buffer on every reply and a cap on the body (otherwise an endless body fills
/// the memory); own Accept-Encoding, decoding is the analysis' work; redirects, cookies and authentication are the
/// engine's; error strings are never used, they contain the URL with its password.
/// Thread: the engine's.
class NetworkFetcher : public QObject, public FetchBackend
{
    Q_OBJECT
public:
    using Options = FetchOptions;
    static constexpr qint64 kReadBufferBytes = 64LL * 1024;
    /// Above this much held for all requests in flight, further bodies are counted but no longer kept.
    static constexpr qint64 kBufferBudget = 256LL * 1024 * 1024;

    explicit NetworkFetcher(const Options &options, MonotonicClock clock = steadyMicros, QObject *parent = nullptr);
    ~NetworkFetcher() override;
    /// What FetchRequest::denyPrivate goes by, in place of IpPolicy::isPublic().
    void setAddressPolicy(AddressPolicy isPublic) { m_isPublic = std::move(isPublic); }

    void start(FetchRequest request) override;
    void abortAll(ErrorId why) override;
    void checkDeadlines(qint64 nowMicros) override;
    [[nodiscard]] int active() const override { return static_cast<int>(m_attempts.size()); }
    [[nodiscard]] qint64 bufferedBytes() const override { return m_buffered; }
    [[nodiscard]] std::vector<FlightState> flights() const override;
    [[nodiscard]] int laneCount() const { return m_lanes.laneCount(); }

private:
    friend class Attempt;
    void finish(Attempt *attempt);

    Options m_options;
    MonotonicClock m_clock;
    QSslConfiguration m_ssl;
    LanePool m_lanes;
    AddressPolicy m_isPublic = IpPolicy::standard();
    std::unordered_map<quint64, std::unique_ptr<Attempt>> m_attempts;
    qint64 m_buffered = 0;
};

} // namespace crawlscope
