// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demosite/demostate.h"

#include <algorithm>

namespace crawlscope::demosite {

void ServerState::addScript(const QByteArray &path, const Script &script)
{
    const std::scoped_lock lock(m_mutex);
    m_scripts.insert(path, script);
}

std::optional<Script> ServerState::script(const QByteArray &target, QByteArrayView path) const
{
    const std::scoped_lock lock(m_mutex);
    if (m_scripts.isEmpty())
        return std::nullopt;
    auto found = m_scripts.constFind(target);
    if (found == m_scripts.constEnd() && path.size() != target.size())
        found = m_scripts.constFind(path.toByteArray());
    if (found == m_scripts.constEnd())
        return std::nullopt;
    return *found;
}

void ServerState::setGreeting(const Script &script)
{
    const std::scoped_lock lock(m_mutex);
    m_greeting = script;
}

Script ServerState::greeting() const
{
    const std::scoped_lock lock(m_mutex);
    return m_greeting;
}

void ServerState::setTls(const QSslConfiguration &configuration)
{
    const std::scoped_lock lock(m_mutex);
    m_tls = configuration;
}

std::optional<QSslConfiguration> ServerState::tls() const
{
    const std::scoped_lock lock(m_mutex);
    return m_tls;
}

void ServerState::connectionOpened()
{
    const std::scoped_lock lock(m_mutex);
    ++m_counters.connections;
    ++m_counters.openConnections;
    m_counters.maxOpenConnections = std::max(m_counters.maxOpenConnections, m_counters.openConnections);
}

void ServerState::connectionClosed()
{
    const std::scoped_lock lock(m_mutex);
    --m_counters.openConnections;
}

void ServerState::requestStarted(const QByteArray &target)
{
    const std::scoped_lock lock(m_mutex);
    ++m_counters.requests;
    ++m_activeRequests;
    m_counters.maxActiveRequests = std::max(m_counters.maxActiveRequests, m_activeRequests);
    if (const auto found = m_targets.find(target); found != m_targets.end())
        ++*found;
    else if (m_targets.size() < kMaxTargets)
        m_targets.insert(target, 1);
}

void ServerState::requestEnded()
{
    const std::scoped_lock lock(m_mutex);
    --m_activeRequests;
}

ServerCounters ServerState::counters() const
{
    const std::scoped_lock lock(m_mutex);
    return m_counters;
}

quint64 ServerState::requestCount(const QByteArray &target) const
{
    const std::scoped_lock lock(m_mutex);
    return m_targets.value(target);
}

} // namespace crawlscope::demosite
