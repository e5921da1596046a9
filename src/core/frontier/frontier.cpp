// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/frontier.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace crawlscope {

namespace {

    /// A loop that comes late may catch up this much of a rate, never more: the rate holds over any second.
    constexpr qint64 kCatchUpMicros = 100'000;
    constexpr double kLongestPaceMicros = 1e15; // of the smallest rates, lest the times overflow

    qint64 msUntil(qint64 atMicros, qint64 nowMicros)
    {
        return std::max<qint64>(0, (atMicros - nowMicros + 999) / 1000);
    }

    /// The time of the next start after one at `nowMicros` that was due at `dueMicros`; 0: the first one of a pace,
    /// which has nothing to catch up.
    qint64 paced(qint64 dueMicros, qint64 nowMicros, qint64 interval)
    {
        return interval + (dueMicros == 0 ? nowMicros : std::max(dueMicros, nowMicros - kCatchUpMicros));
    }

    /// Of two limits that may be none (0).
    int lower(int x, int y)
    {
        return x > 0 && y > 0 ? std::min(x, y) : std::max(x, y);
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
        return queueOf(*known);
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
    return known == m_idOfKey.constEnd() ? std::nullopt : std::optional(queueOf(*known));
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
        const HostId id = queueOf(due.host);
        --m_hosts[id].delayed;
        queue(due.entry, id);
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

void Frontier::queue(quint32 entry, HostId id)
{
    m_hosts[id].entries.push_back(entry);
    ++m_pending;
    update(id);
}

void Frontier::add(quint32 entry, const QByteArray &hostKey)
{
    queue(entry, hostOf(hostKey));
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
        host.nextByRate = paced(host.nextByRate, nowMicros, host.limits.rateMicros);
    if (m_ratePerS > 0)
        m_nextGrant = paced(m_nextGrant, nowMicros, std::llround(std::min(kLongestPaceMicros, 1e6 / m_ratePerS)));
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
    id = queueOf(id); // it may have been merged since
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
    id = queueOf(id);
    HostQueue &host = m_hosts[id];
    entries.reserve(host.waiting() + host.delayed);
    while (host.waiting() > 0) {
        entries.push_back(takeFrom(host));
        --m_pending;
    }
    Earliest<Delayed> rest;
    for (; !m_delayed.empty(); m_delayed.pop()) {
        const Delayed &delayed = m_delayed.top();
        if (queueOf(delayed.host) == id) {
            entries.push_back(delayed.entry);
            --host.delayed;
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
        host.sleepsUntil = -1;
        m_ready.take(id);
    }
    m_delayed = {};
    m_asleep = {};
    m_pending = 0;
}

void Frontier::block(HostId id, WaitReason reason, qint64 untilMicros)
{
    id = queueOf(id);
    HostQueue &host = m_hosts[id];
    if (untilMicros <= host.until)
        return;
    host.until = untilMicros;
    host.why = reason;
    update(id);
}

void Frontier::unblock(HostId id)
{
    id = queueOf(id);
    m_hosts[id].until = 0;
    update(id);
}

void Frontier::setPaused(HostId id, bool paused)
{
    id = queueOf(id);
    m_hosts[id].paused = paused;
    update(id);
}

void Frontier::setRobotsPending(HostId id, bool pending)
{
    id = queueOf(id);
    m_hosts[id].robots = pending;
    update(id);
}

void Frontier::setCrawlDelay(HostId id, qint64 micros)
{
    id = queueOf(id);
    m_hosts[id].crawlDelay = micros;
    update(id);
}

void Frontier::setAdaptive(HostId id, int limit)
{
    id = queueOf(id);
    m_hosts[id].adaptive = limit;
    update(id);
}

void Frontier::setCap(HostId id, int most, WaitReason reason)
{
    id = queueOf(id);
    m_hosts[id].cap = most;
    m_hosts[id].whyCap = reason;
    update(id);
}

/// The stricter of all that stands against either.
void Frontier::takeOver(HostQueue *host, HostQueue *old)
{
    host->first.insert(host->first.end(), old->first.begin(), old->first.end());
    host->entries.insert(host->entries.end(), old->entries.begin() + static_cast<std::ptrdiff_t>(old->head),
                         old->entries.end());
    host->delayed += std::exchange(old->delayed, 0);
    host->inFlight += std::exchange(old->inFlight, 0);
    std::vector<quint32>().swap(old->first);
    std::vector<quint32>().swap(old->entries);
    old->head = 0;
    if (old->until > host->until) {
        host->until = old->until;
        host->why = old->why;
    }
    host->paused = host->paused || old->paused;
    host->robots = host->robots || old->robots;
    host->adaptive = lower(host->adaptive, old->adaptive);
    host->cap = lower(host->cap, old->cap);
    host->crawlDelay = std::max(host->crawlDelay, old->crawlDelay);
    host->lastStart = std::max(host->lastStart, old->lastStart);
    if (old->lastStart >= 0) // at the pace of the group
        host->nextByRate = std::max(host->nextByRate, old->lastStart + host->limits.rateMicros);
}

void Frontier::merge(const QByteArray &key, const QByteArray &group)
{
    const HostId from = hostOf(key);
    const HostId to = hostOf(group);
    if (from == to)
        return;
    takeOver(&m_hosts[to], &m_hosts[from]);
    m_hosts[from].into = to;
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
    const HostQueue &host = m_hosts[queueOf(id)];
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
