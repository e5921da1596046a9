// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/frontier.h"

#include <algorithm>
#include <cmath>

namespace crawlscope {

void Frontier::setLimits(int inFlight, int perHost, double ratePerS)
{
    const bool moreForHosts = perHost > m_perHost;
    m_limit = std::max(1, inFlight);
    m_perHost = std::max(1, perHost);
    if (ratePerS != m_ratePerS) {
        m_ratePerS = std::max(0.0, ratePerS);
        m_nextGrant = 0; // the pace of the old rate must not delay the first request of the new one
    }
    if (!moreForHosts)
        return;
    for (HostId id = 0; id < m_hosts.size(); ++id)
        makeReady(id);
}

Frontier::HostId Frontier::hostOf(const QByteArray &key)
{
    const auto known = m_idOfKey.constFind(key);
    if (known != m_idOfKey.constEnd())
        return *known;
    const auto id = static_cast<HostId>(m_hosts.size());
    m_hosts.push_back(HostQueue {.key = key, .first = {}, .entries = {}});
    m_idOfKey.insert(key, id);
    return id;
}

void Frontier::makeReady(HostId id)
{
    HostQueue &host = m_hosts[id];
    if (host.ready || host.waiting() == 0 || host.inFlight >= m_perHost)
        return;
    host.ready = true;
    m_ready.push_back(id);
}

void Frontier::add(quint32 entry, const QByteArray &hostKey)
{
    const HostId id = hostOf(hostKey);
    m_hosts[id].entries.push_back(entry);
    ++m_pending;
    makeReady(id);
}

void Frontier::addFirst(quint32 entry, const QByteArray &hostKey)
{
    const HostId id = hostOf(hostKey);
    m_hosts[id].first.push_back(entry);
    ++m_pending;
    makeReady(id);
}

quint32 Frontier::takeFrom(HostQueue &host)
{
    if (!host.first.empty()) {
        const quint32 entry = host.first.back();
        host.first.pop_back();
        return entry;
    }
    const quint32 entry = host.entries[host.head++];
    if (host.head == host.entries.size()) {
        std::vector<quint32>().swap(host.entries); // a drained host gives its memory back
        host.head = 0;
    }
    return entry;
}

std::optional<Frontier::Grant> Frontier::next(qint64 nowMicros)
{
    if (m_inFlight >= m_limit || m_ready.empty())
        return std::nullopt;
    if (m_ratePerS > 0 && nowMicros < m_nextGrant)
        return std::nullopt;
    while (!m_ready.empty()) {
        const HostId id = m_ready.front();
        m_ready.pop_front();
        HostQueue &host = m_hosts[id];
        host.ready = false;
        if (host.waiting() == 0 || host.inFlight >= m_perHost) // the limit fell since it stood in line
            continue;
        const quint32 entry = takeFrom(host);
        ++host.inFlight;
        ++m_inFlight;
        --m_pending;
        makeReady(id);
        if (m_ratePerS > 0) {
            const auto interval = static_cast<qint64>(std::llround(1e6 / m_ratePerS));
            // A loop that comes late may catch up a tenth of a second, never more: the rate holds over any second.
            m_nextGrant = std::max(m_nextGrant, nowMicros - 100'000) + interval;
        }
        return Grant {.entry = entry, .host = id};
    }
    return std::nullopt;
}

void Frontier::release(HostId id)
{
    HostQueue &host = m_hosts[id];
    Q_ASSERT(host.inFlight > 0 && m_inFlight > 0);
    --host.inFlight;
    --m_inFlight;
    makeReady(id);
}

void Frontier::clearPending()
{
    for (HostQueue &host : m_hosts) {
        host.first.clear();
        std::vector<quint32>().swap(host.entries);
        host.head = 0;
        host.ready = false;
    }
    m_ready.clear();
    m_pending = 0;
}

WaitState Frontier::waitState(qint64 nowMicros) const
{
    if (m_pending == 0)
        return {.reason = WaitReason::None, .host = {}};
    if (m_inFlight >= m_limit)
        return {.reason = WaitReason::InFlightLimit, .host = {}, .a = m_limit};
    if (m_ready.empty()) {
        // The host with most URLs waiting speaks for the others.
        const auto most = std::max_element(m_hosts.begin(), m_hosts.end(), [](const HostQueue &x, const HostQueue &y) {
            return x.waiting() < y.waiting();
        });
        return {.reason = WaitReason::HostLimit,
                .host = most->key,
                .a = m_perHost,
                .b = static_cast<qint64>(most->waiting())};
    }
    if (m_ratePerS > 0 && nowMicros < m_nextGrant)
        return {.reason = WaitReason::RateLimit, .host = {}, .a = std::llround(std::ceil(m_ratePerS))};
    return {.reason = WaitReason::None, .host = {}};
}

} // namespace crawlscope
