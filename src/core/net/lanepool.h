// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QString>

#include <array>
#include <memory>
#include <vector>

namespace crawlscope {

/// The network managers of a run and who may use which.
///
/// A stock QNetworkAccessManager queues beyond six connections a host, and one broken answer fails all that is queued
/// for the host. So a lane has connections of its own, and a (lane, host:port) carries at most one request: nothing
/// ever queues inside Qt, as many connections open as requests are in flight, and a broken answer is one broken answer.
///
/// Behind TLS or a proxy a lane is one manager. Plain http needs only kSpread of them: the peer's verify name, without
/// meaning there, is part of the key under which a manager keeps its connections, so that a name per lane keeps the
/// lanes apart. Fewer managers are fewer threads.
/// Qt reads the headers of a plain direct connection one byte a system call and does not stop before they end: that is
/// two thirds of what a request costs, and a server that sends headers faster than that and for ever holds the thread
/// of its manager, with all other hosts on it, beyond any abort. Where a proxy is set Qt buffers and keeps listening.
/// GET and HEAD therefore go through "the application's proxy", which is none. Not the other methods: over a buffered
/// connection Qt sends four times also where the server closes without a word.
/// Thread: the engine's.
class LanePool
{
public:
    static constexpr int kSpread = 4; ///< lanes over which hosts are spread, where one request a host is enough

    /// Where a request goes out.
    struct Seat
    {
        QNetworkAccessManager *manager = nullptr;
        QString connectionName; ///< for QNetworkRequest::setPeerVerifyName(); empty: none
        bool buffered = false; ///< over a buffered connection
    };

    explicit LanePool(const QNetworkProxy &proxy);
    ~LanePool();
    LanePool(const LanePool &) = delete;
    LanePool &operator=(const LanePool &) = delete;

    /// A lane without a request to `hostKey`; the one used last first, its connection is the warmest.
    [[nodiscard]] int acquire(const QByteArray &hostKey);
    void release(int lane, const QByteArray &hostKey);
    /// `idempotent`: may be sent again (RFC 9110 section 9.2.2).
    [[nodiscard]] Seat seat(int lane, bool tls, bool idempotent);
    [[nodiscard]] int laneCount() const { return m_lanes; }
    [[nodiscard]] int managerCount() const;

private:
    using Manager = std::unique_ptr<QNetworkAccessManager>;
    using Spread = std::array<Manager, kSpread>;
    struct Host
    {
        int first = 0; ///< lane of the first request; the k-th parallel one takes lane first + k
        int lanes = 0; ///< lanes ever used for this host
        int busy = 0;
        std::vector<int> free; ///< stack
    };
    [[nodiscard]] Manager makeManager(bool buffered) const;

    QNetworkProxy m_proxy;
    int m_lanes = 0;
    Spread m_plain;
    Spread m_buffered;
    std::vector<Manager> m_single; ///< by lane
    std::vector<QString> m_names; ///< by lane
    QHash<QByteArray, Host> m_hosts;
};

} // namespace crawlscope
