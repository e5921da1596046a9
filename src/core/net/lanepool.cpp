// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/lanepool.h"

#include <QNetworkProxyFactory>

#include <algorithm>

namespace crawlscope {

namespace {

    /// "As the application does", which is: directly. Says so with a proxy type that is not NoProxy, see LanePool.
    class BufferedDirect : public QNetworkProxyFactory
    {
    public:
        QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
        {
            Q_UNUSED(query)
            QNetworkProxy direct(QNetworkProxy::DefaultProxy);
            direct.setCapabilities(QNetworkProxy::TunnelingCapability);
            return {direct};
        }
    };

} // namespace

LanePool::LanePool(const QNetworkProxy &proxy)
    : m_proxy(proxy)
{
}

LanePool::~LanePool() = default;

LanePool::Manager LanePool::makeManager(bool buffered) const
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    if (buffered)
        manager->setProxyFactory(new BufferedDirect); // the manager's from here on
    else
        manager->setProxy(m_proxy);
    manager->setAutoDeleteReplies(false);
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    return manager;
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
    m_lanes = std::max(m_lanes, lane + 1);
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

LanePool::Seat LanePool::seat(int lane, bool tls, bool idempotent)
{
    const auto index = static_cast<std::size_t>(lane);
    if (tls || m_proxy.type() != QNetworkProxy::NoProxy) {
        if (m_single.size() <= index)
            m_single.resize(index + 1);
        if (!m_single[index])
            m_single[index] = makeManager(false);
        return {m_single[index].get(), {}, false};
    }
    while (m_names.size() <= index)
        m_names.push_back(QStringLiteral("lane%1").arg(m_names.size()));
    Manager &manager = (idempotent ? m_buffered : m_plain)[index % kSpread];
    if (!manager)
        manager = makeManager(idempotent);
    return {manager.get(), m_names[index], idempotent};
}

int LanePool::managerCount() const
{
    const auto made = [](const auto &managers) {
        return std::count_if(managers.begin(), managers.end(), [](const Manager &m) { return m != nullptr; });
    };
    return static_cast<int>(made(m_plain) + made(m_buffered) + made(m_single));
}

} // namespace crawlscope
