// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/frontier/hostpolicy.h"
#include "core/frontier/readyhosts.h"
#include "core/stats/statssnapshot.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <queue>

#include <limits>
#include <optional>
#include <vector>

namespace crawlscope {

/// Which URL may go next: one queue per host (or group of hosts), granted in turn so that no host starves the others,
/// under a global limit and rate and, per host, a limit, an interval, a rate and whatever else makes it wait. A host
/// that must wait holds no slot. Pure: time is an argument (µs, monotonic), nothing is fetched here.
///
/// Invariants: inFlight() <= limit at the moment of each grant; a host never has more granted than it is allowed at the
/// moment of the grant, and none before the time it waits for; a URL added is granted exactly once, a delayed one not
/// before its time. Not thread-safe; lives in the engine's thread.
class Frontier
{
public:
    using HostId = ReadyHosts::HostId;
    struct Grant
    {
        quint32 entry = 0;
        HostId host = 0;
    };
    /// A host as the front end sees it.
    struct HostView
    {
        quint64 queued = 0; ///< delayed ones included
        int inFlight = 0;
        int limit = 0; ///< allowed at once now
        qint64 intervalMicros = 0; ///< least time between two starts
        bool paused = false;
        WaitState wait; ///< None: the next one may go, or there is none
    };

    /// `inFlight` >= 1; `ratePerS` 0: no limit. Take effect with the next grant.
    void setLimits(int inFlight, const HostPolicy &policy, double ratePerS);
    void setLimits(int inFlight, int perHost, double ratePerS)
    {
        setLimits(inFlight, HostPolicy(perHost, 0, 0), ratePerS);
    }

    /// Puts a URL at the end of its host's queue.
    void add(quint32 entry, const QByteArray &hostKey);
    /// Puts a URL in front of its host's queue: a redirect hop continues work already begun.
    void addFirst(quint32 entry, const QByteArray &hostKey);
    /// Puts a URL at the end of its host's queue once the time has come. Until then it is delayed, not pending.
    void addDelayed(quint32 entry, const QByteArray &hostKey, qint64 notBeforeMicros);
    /// Grants a slot, or nothing: limits reached, hosts wait, nothing pending, or the rate says wait.
    [[nodiscard]] std::optional<Grant> next(qint64 nowMicros);
    /// Gives a granted slot back.
    void release(HostId id);
    /// Gives the slot of the last grant back with which nothing was sent: no interval begins, no rate is used up.
    void releaseUnused(HostId id);
    /// Takes everything of the host out that is pending or delayed.
    [[nodiscard]] std::vector<quint32> takeAll(HostId id);
    /// Takes all delayed URLs out.
    [[nodiscard]] std::vector<quint32> takeDelayed();
    /// Forgets everything that is pending or delayed; granted slots stay to be released.
    void clearPending();

    // What makes a host wait.
    /// No grant before `untilMicros`, for `reason`. A shorter wait than the one under way changes nothing.
    void block(HostId id, WaitReason reason, qint64 untilMicros);
    /// Ends such a wait.
    void unblock(HostId id);
    void setPaused(HostId id, bool paused);
    void setRobotsPending(HostId id, bool pending);
    void setCrawlDelay(HostId id, qint64 micros); ///< 0: none
    void setAdaptive(HostId id, int limit); ///< 0: none
    /// At most so many at once for the time being, for `reason`. 0: no such bound.
    void setCap(HostId id, int most, WaitReason reason = WaitReason::HostBreaker);
    /// The URLs of `key`, now and from now on, queue under `group`: hosts that turned out to be one. What makes either
    /// wait makes the group wait, slots in flight are the group's, and a HostId of `key` stands for the group. The ones
    /// `key` is merged with already come along. Paused and robots are told for the group from then on.
    void merge(const QByteArray &key, const QByteArray &group);

    [[nodiscard]] quint64 pending() const { return m_pending; }
    [[nodiscard]] quint64 delayed() const { return m_delayed.size(); }
    [[nodiscard]] int inFlight() const { return m_inFlight; }
    [[nodiscard]] bool isPaused(HostId id) const { return m_hosts[queueOf(id)].paused; }
    [[nodiscard]] int inFlightOf(HostId id) const { return m_hosts[queueOf(id)].inFlight; }
    [[nodiscard]] std::size_t waitingOf(HostId id) const { return m_hosts[queueOf(id)].waiting(); }
    [[nodiscard]] const QByteArray &hostKey(HostId id) const { return m_hosts[id].key; }
    /// The queue of a key, made where there is none.
    [[nodiscard]] HostId hostOf(const QByteArray &key);
    [[nodiscard]] std::optional<HostId> findHost(const QByteArray &key) const;
    /// Where the URLs of a host queue: the host itself, or the group it was merged into.
    [[nodiscard]] HostId queueOf(HostId id) const
    {
        while (m_hosts[id].into != kNowhere)
            id = m_hosts[id].into;
        return id;
    }
    [[nodiscard]] std::size_t hostCount() const { return m_hosts.size(); }
    /// When the rate allows the next grant (µs); 0: at once.
    [[nodiscard]] qint64 nextGrantMicros() const { return m_ratePerS > 0 ? m_nextGrant : 0; }
    /// When something that waits for a time may go on, at the earliest (µs); nothing: no such wait. For simulations.
    [[nodiscard]] std::optional<qint64> nextWakeMicros() const;
    /// Why next() gives nothing now. Looks at all hosts where none may go.
    [[nodiscard]] WaitState waitState(qint64 nowMicros) const;
    [[nodiscard]] HostView view(HostId id, qint64 nowMicros) const;

private:
    static constexpr HostId kNowhere = std::numeric_limits<HostId>::max();
    struct HostQueue
    {
        QByteArray key;
        std::vector<quint32> first; ///< last in, first out; small
        std::vector<quint32> entries;
        std::size_t head = 0; ///< next of `entries`
        quint32 delayed = 0;
        int inFlight = 0;
        int adaptive = 0;
        int cap = 0;
        HostId into = kNowhere; ///< merged into
        HostLimits limits;
        qint64 crawlDelay = 0;
        qint64 lastStart = -1;
        qint64 nextByRate = 0;
        qint64 until = 0;
        qint64 sleepsUntil = -1; ///< its entry in m_asleep
        WaitReason why = WaitReason::None; ///< of `until`
        WaitReason whyCap = WaitReason::None;
        bool paused = false;
        bool robots = false;
        [[nodiscard]] std::size_t waiting() const { return first.size() + entries.size() - head; }
        [[nodiscard]] int allowed() const;
        [[nodiscard]] qint64 interval() const { return std::max(limits.intervalMicros, crawlDelay); }
        [[nodiscard]] qint64 notBefore() const;
    };
    struct Asleep
    {
        qint64 at = 0;
        HostId host = 0;
        bool operator>(const Asleep &other) const { return at > other.at; }
    };
    struct Delayed
    {
        qint64 at = 0;
        quint32 entry = 0;
        HostId host = 0;
        bool operator>(const Delayed &other) const { return at > other.at; }
    };
    template<typename T>
    using Earliest = std::priority_queue<T, std::vector<T>, std::greater<>>;

    void queue(quint32 entry, HostId id);
    void update(HostId id);
    static void takeOver(HostQueue *host, HostQueue *old);
    void wake(qint64 nowMicros);
    void started(HostQueue &host, qint64 nowMicros);
    static quint32 takeFrom(HostQueue &host);
    [[nodiscard]] static WaitState waitOf(const HostQueue &host, qint64 nowMicros);

    QHash<QByteArray, HostId> m_idOfKey;
    std::vector<HostQueue> m_hosts;
    ReadyHosts m_ready;
    Earliest<Asleep> m_asleep; ///< hosts that could go but for the time; entries overtaken by a change are void
    Earliest<Delayed> m_delayed;
    HostPolicy m_policy;
    qint64 m_now = 0; ///< of the last next()
    quint64 m_pending = 0;
    int m_inFlight = 0;
    int m_limit = 20;
    double m_ratePerS = 0;
    qint64 m_nextGrant = 0;
    struct
    {
        qint64 lastStart = -1;
        qint64 nextByRate = 0;
        qint64 nextGrant = 0;
    } m_before; ///< the last grant
};

} // namespace crawlscope
