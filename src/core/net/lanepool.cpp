// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/lanepool.h"

#include <QNetworkCookieJar>

namespace crawlscope {

LanePool::LanePool(const QNetworkProxy &proxy)
    : m_proxy(proxy)
{
}

LanePool::~LanePool() = default;

void LanePool::growTo(int lanes)
{
    while (laneCount() < lanes) {
        auto manager = std::make_unique<QNetworkAccessManager>();
        manager->setProxy(m_proxy);
        manager->setAutoDeleteReplies(false);
        manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        m_managers.push_back(std::move(manager));
    }
}

int LanePool::acquire(const QByteArray &hostKey)
{
    auto it = m_hosts.find(hostKey);
    if (it == m_hosts.end()) {
        Host fresh;
        fresh.first = static_cast<int>(qHash(hostKey) % static_cast<size_t>(kSpread));
        it = m_hosts.insert(hostKey, fresh);
    }
    Host &host = *it;
    ++host.busy;
    if (!host.free.empty()) {
        const int lane = host.free.back();
        host.free.pop_back();
        return lane;
    }
    const int lane = host.first + host.lanes++;
    growTo(lane + 1);
    return lane;
}

void LanePool::release(int lane, const QByteArray &hostKey)
{
    const auto it = m_hosts.find(hostKey);
    Q_ASSERT(it != m_hosts.end() && it->busy > 0);
    it->free.push_back(lane);
    // A host with nothing in flight starts over: a million hosts must not cost a million entries.
    if (--it->busy == 0 && m_hosts.size() > 4096)
        m_hosts.erase(it);
}

} // namespace crawlscope
