// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/frontier.h"

#include <algorithm>
#include <cmath>

namespace crawlscope {

namespace {

    /// A loop that comes late may catch up this much of a rate, never more: the rate holds over any second.
    constexpr qint64 kCatchUpMicros = 100'000;

    qint64 msUntil(qint64 atMicros, qint64 nowMicros)
    {
        return std::max<qint64>(0, (atMicros - nowMicros + 999) / 1000);
    }

} // namespace

int Frontier::HostQueue::allowed() const
{
    int most = limits.perHost;
    if (adaptive > 0)
        most = std::min(most, adaptive);
    if (cap > 0)
        most = std::min(most, cap);
    return most;
}

qint64 Frontier::HostQueue::notBefore() const
{
    qint64 at = until;
    if (limits.rateMicros > 0)
        at = std::max(at, nextByRate);
    if (lastStart >= 0 && interval() > 0)
        at = std::max(at, lastStart + interval());
    return at;
}

void Frontier::setLimits(int inFlight, const HostPolicy &policy, double ratePerS)
{
    m_limit = std::max(1, inFlight);
    if (ratePerS != m_ratePerS) {
        m_ratePerS = std::max(0.0, ratePerS);
        m_nextGrant = 0; // the pace of the old rate must not delay the first request of the new one
    }
    if (policy == m_policy)
        return;
    m_policy = policy;
    for (HostId id = 0; id < m_hosts.size(); ++id) {
        HostQueue &host = m_hosts[id];
        const HostLimits limits = m_policy.of(host.key);
        if (limits.rateMicros != host.limits.rateMicros)
            host.nextByRate = 0;
        host.limits = limits;
        update(id);
    }
}

Frontier::HostId Frontier::hostOf(const QByteArray &key)
{
    const auto known = m_idOfKey.constFind(key);
    if (known != m_idOfKey.constEnd())
        return *known;
    const auto id = static_cast<HostId>(m_hosts.size());
    HostQueue &host = m_hosts.emplace_back();
    host.key = key;
    host.limits = m_policy.of(key);
    m_idOfKey.insert(key, id);
    return id;
}

std::optional<Frontier::HostId> Frontier::findHost(const QByteArray &key) const
{
    const auto known = m_idOfKey.constFind(key);
    return known == m_idOfKey.constEnd() ? std::nullopt : std::optional(*known);
}

/// Puts the host where it belongs after any change: among the ready ones, asleep, or nowhere.
void Frontier::update(HostId id)
{
    HostQueue &host = m_hosts[id];
    const bool may = host.waiting() > 0 && !host.paused && !host.robots && host.inFlight < host.allowed();
    const qint64 at = may ? host.notBefore() : 0;
    if (may && at <= m_now) {
        m_ready.put(id, host.inFlight);
        return;
    }
    m_ready.take(id);
    if (may && host.sleepsUntil != at) {
        host.sleepsUntil = at;
        m_asleep.push({.at = at, .host = id});
    }
}

void Frontier::wake(qint64 nowMicros)
{
    m_now = std::max(m_now, nowMicros);
    while (!m_delayed.empty() && m_delayed.top().at <= m_now) {
        const Delayed due = m_delayed.top();
        m_delayed.pop();
        --m_hosts[due.host].delayed;
        add(due.entry, m_hosts[due.host].key); // the key: its queue may have been merged into another
    }
    while (!m_asleep.empty() && m_asleep.top().at <= m_now) {
        const Asleep due = m_asleep.top();
        m_asleep.pop();
        if (m_hosts[due.host].sleepsUntil != due.at)
            continue;
        m_hosts[due.host].sleepsUntil = -1;
        update(due.host);
    }
}

void Frontier::add(quint32 entry, const QByteArray &hostKey)
{
    const HostId id = hostOf(hostKey);
    m_hosts[id].entries.push_back(entry);
    ++m_pending;
    update(id);
}

void Frontier::addFirst(quint32 entry, const QByteArray &hostKey)
{
    const HostId id = hostOf(hostKey);
    m_hosts[id].first.push_back(entry);
    ++m_pending;
    update(id);
}

void Frontier::addDelayed(quint32 entry, const QByteArray &hostKey, qint64 notBeforeMicros)
{
    const HostId id = hostOf(hostKey);
    ++m_hosts[id].delayed;
    m_delayed.push({.at = notBeforeMicros, .entry = entry, .host = id});
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

void Frontier::started(HostQueue &host, qint64 nowMicros)
{
    ++host.inFlight;
    ++m_inFlight;
    --m_pending;
    m_before = {.lastStart = host.lastStart, .nextByRate = host.nextByRate, .nextGrant = m_nextGrant};
    host.lastStart = nowMicros;
    if (host.limits.rateMicros > 0)
        host.nextByRate = std::max(host.nextByRate, nowMicros - kCatchUpMicros) + host.limits.rateMicros;
    if (m_ratePerS > 0) {
        const auto interval = static_cast<qint64>(std::llround(1e6 / m_ratePerS));
        m_nextGrant = std::max(m_nextGrant, nowMicros - kCatchUpMicros) + interval;
    }
}

std::optional<Frontier::Grant> Frontier::next(qint64 nowMicros)
{
    wake(nowMicros);
    if (m_inFlight >= m_limit || m_ready.empty())
        return std::nullopt;
    if (m_ratePerS > 0 && nowMicros < m_nextGrant)
        return std::nullopt;
    const HostId id = m_ready.front();
    HostQueue &host = m_hosts[id];
    const quint32 entry = takeFrom(host);
    started(host, nowMicros);
    update(id);
    return Grant {.entry = entry, .host = id};
}

void Frontier::release(HostId id)
{
    HostQueue &host = m_hosts[id];
    Q_ASSERT(host.inFlight > 0 && m_inFlight > 0);
    --host.inFlight;
    --m_inFlight;
    update(id);
}

void Frontier::releaseUnused(HostId id)
{
    m_hosts[id].lastStart = m_before.lastStart;
    m_hosts[id].nextByRate = m_before.nextByRate;
    m_nextGrant = m_before.nextGrant;
    release(id);
}

std::vector<quint32> Frontier::takeAll(HostId id)
{
    std::vector<quint32> entries;
    HostQueue &host = m_hosts[id];
    entries.reserve(host.waiting() + host.delayed);
    while (host.waiting() > 0) {
        entries.push_back(takeFrom(host));
        --m_pending;
    }
    Earliest<Delayed> rest;
    for (; !m_delayed.empty(); m_delayed.pop()) {
        const Delayed &delayed = m_delayed.top();
        if (hostOf(m_hosts[delayed.host].key) == id) {
            entries.push_back(delayed.entry);
            --m_hosts[delayed.host].delayed;
        } else {
            rest.push(delayed);
        }
    }
    m_delayed = std::move(rest);
    update(id);
    return entries;
}

std::vector<quint32> Frontier::takeDelayed()
{
    std::vector<quint32> entries;
    entries.reserve(m_delayed.size());
    for (; !m_delayed.empty(); m_delayed.pop())
        entries.push_back(m_delayed.top().entry);
    for (HostQueue &host : m_hosts)
        host.delayed = 0;
    return entries;
}

void Frontier::clearPending()
{
    for (HostId id = 0; id < m_hosts.size(); ++id) {
        HostQueue &host = m_hosts[id];
        host.first.clear();
        std::vector<quint32>().swap(host.entries);
        host.head = 0;
        host.delayed = 0;
        m_ready.take(id);
    }
    m_delayed = {};
    m_pending = 0;
}

void Frontier::block(HostId id, WaitReason reason, qint64 untilMicros)
{
    HostQueue &host = m_hosts[id];
    if (untilMicros <= host.until)
        return;
    host.until = untilMicros;
    host.why = reason;
    update(id);
}

void Frontier::unblock(HostId id)
{
    m_hosts[id].until = 0;
    update(id);
}

void Frontier::setPaused(HostId id, bool paused)
{
    m_hosts[id].paused = paused;
    update(id);
}

void Frontier::setRobotsPending(HostId id, bool pending)
{
    m_hosts[id].robots = pending;
    update(id);
}

void Frontier::setCrawlDelay(HostId id, qint64 micros)
{
    m_hosts[id].crawlDelay = micros;
    update(id);
}

void Frontier::setAdaptive(HostId id, int limit)
{
    m_hosts[id].adaptive = limit;
    update(id);
}

void Frontier::setCap(HostId id, int most, WaitReason reason)
{
    m_hosts[id].cap = most;
    m_hosts[id].whyCap = reason;
    update(id);
}

void Frontier::merge(const QByteArray &key, const QByteArray &group)
{
    const HostId from = hostOf(key);
    const HostId to = hostOf(group);
    m_idOfKey[key] = to;
    if (from == to)
        return;
    HostQueue &old = m_hosts[from];
    HostQueue &host = m_hosts[to];
    host.first.insert(host.first.end(), old.first.begin(), old.first.end());
    host.entries.insert(host.entries.end(), old.entries.begin() + static_cast<std::ptrdiff_t>(old.head),
                        old.entries.end());
    old.first.clear();
    std::vector<quint32>().swap(old.entries);
    old.head = 0;
    // What one of them asked for holds for the group.
    host.crawlDelay = std::max(host.crawlDelay, old.crawlDelay);
    host.lastStart = std::max(host.lastStart, old.lastStart);
    host.paused = host.paused || old.paused;
    if (old.until > host.until) {
        host.until = old.until;
        host.why = old.why;
    }
    update(from);
    update(to);
}

std::optional<qint64> Frontier::nextWakeMicros() const
{
    std::optional<qint64> at;
    const auto consider = [&at](qint64 micros) { at = at ? std::min(*at, micros) : micros; };
    if (!m_asleep.empty())
        consider(m_asleep.top().at);
    if (!m_delayed.empty())
        consider(m_delayed.top().at);
    if (m_ratePerS > 0 && !m_ready.empty())
        consider(m_nextGrant);
    return at;
}

WaitState Frontier::waitOf(const HostQueue &host, qint64 nowMicros)
{
    WaitState wait {.reason = WaitReason::None, .host = host.key, .a = -1, .b = static_cast<qint64>(host.waiting())};
    const auto timed = [&](WaitReason reason, qint64 at) {
        wait.reason = reason;
        wait.a = msUntil(at, nowMicros);
    };
    if (host.waiting() == 0)
        return {.reason = WaitReason::None, .host = {}};
    if (host.paused) {
        wait.reason = WaitReason::HostPaused;
    } else if (host.robots) {
        wait.reason = WaitReason::HostRobots;
    } else if (host.until > nowMicros) {
        timed(host.why, host.until);
    } else if (host.inFlight >= host.allowed()) {
        wait.a = host.allowed();
        wait.reason = WaitReason::HostLimit;
        if (host.cap == wait.a && host.whyCap == WaitReason::HostBreaker)
            wait = {.reason = WaitReason::HostBreaker, .host = host.key, .a = -1, .b = wait.b};
        else if (host.adaptive == wait.a && host.adaptive < host.limits.perHost)
            wait.reason = WaitReason::AdaptiveLimit;
    } else if (host.notBefore() > nowMicros) {
        const bool ofRobots = host.crawlDelay > host.limits.intervalMicros && host.crawlDelay > host.limits.rateMicros;
        timed(ofRobots ? WaitReason::HostCrawlDelay : WaitReason::HostInterval, host.notBefore());
    } else {
        return {.reason = WaitReason::None, .host = {}};
    }
    return wait;
}

WaitState Frontier::waitState(qint64 nowMicros) const
{
    if (m_pending == 0) {
        if (m_delayed.empty())
            return {.reason = WaitReason::None, .host = {}};
        return {.reason = WaitReason::RetryDelay,
                .host = {},
                .a = msUntil(m_delayed.top().at, nowMicros),
                .b = static_cast<qint64>(m_delayed.size())};
    }
    if (m_inFlight >= m_limit)
        return {.reason = WaitReason::InFlightLimit, .host = {}, .a = m_limit};
    if (m_ready.empty()) {
        // The host with most URLs waiting speaks for the others.
        const auto most = std::max_element(m_hosts.begin(), m_hosts.end(), [](const HostQueue &x, const HostQueue &y) {
            return x.waiting() < y.waiting();
        });
        return waitOf(*most, nowMicros);
    }
    if (m_ratePerS > 0 && nowMicros < m_nextGrant)
        return {.reason = WaitReason::RateLimit, .host = {}, .a = std::llround(std::ceil(m_ratePerS))};
    return {.reason = WaitReason::None, .host = {}};
}

Frontier::HostView Frontier::view(HostId id, qint64 nowMicros) const
{
    const HostQueue &host = m_hosts[id];
    HostView view;
    view.queued = host.waiting() + host.delayed;
    view.inFlight = host.inFlight;
    view.limit = host.allowed();
    view.intervalMicros = std::max(host.interval(), host.limits.rateMicros);
    view.paused = host.paused;
    view.wait = waitOf(host, nowMicros);
    return view;
}

} // namespace crawlscope
