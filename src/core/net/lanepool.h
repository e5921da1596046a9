// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkProxy>

#include <memory>
#include <vector>

namespace crawlscope {

/// The network managers of a run and who may use which.
///
/// A stock QNetworkAccessManager queues beyond six connections a host, and one broken answer fails all that is queued
/// for the host. So a lane is one manager, and a (lane, host:port) carries at most one request: nothing ever queues
/// inside Qt, as many connections open as requests are in flight, and a broken answer is one broken answer.
/// Hosts start at different lanes, so that the managers' threads share the work. Thread: the engine's.
class LanePool
{
public:
    static constexpr int kSpread = 4; ///< lanes over which hosts are spread, where one request a host is enough

    explicit LanePool(const QNetworkProxy &proxy);
    ~LanePool();
    LanePool(const LanePool &) = delete;
    LanePool &operator=(const LanePool &) = delete;

    /// A lane without a request to `hostKey`; the one used last first, its connection is the warmest.
    [[nodiscard]] int acquire(const QByteArray &hostKey);
    void release(int lane, const QByteArray &hostKey);
    [[nodiscard]] QNetworkAccessManager *manager(int lane) const
    {
        return m_managers[static_cast<std::size_t>(lane)].get();
    }
    [[nodiscard]] int laneCount() const { return static_cast<int>(m_managers.size()); }

private:
    struct Host
    {
        int first = 0; ///< lane of the first request; the k-th parallel one takes lane first + k
        int lanes = 0; ///< lanes ever used for this host
        int busy = 0;
        std::vector<int> free; ///< stack
    };
    void growTo(int lanes);

    QNetworkProxy m_proxy;
    std::vector<std::unique_ptr<QNetworkAccessManager>> m_managers;
    QHash<QByteArray, Host> m_hosts;
};

} // namespace crawlscope
