// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/statssnapshot.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

#include <deque>
#include <optional>
#include <vector>

namespace crawlscope {

/// Which URL may go next: one queue per host, granted in turn so that one big host does not starve the others, under a
/// global limit, a limit per host and a rate. Pure: time is an argument (µs, monotonic), nothing is fetched here.
///
/// Invariants: inFlight() <= limit at the moment of each grant; a host never has more granted than its limit at the
/// moment of the grant; a URL added is granted exactly once. Not thread-safe; lives in the engine's thread.
class Frontier
{
public:
    using HostId = quint32;
    struct Grant
    {
        quint32 entry = 0;
        HostId host = 0;
    };

    /// `inFlight`, `perHost` >= 1; `ratePerS` 0: no limit. Take effect with the next grant.
    void setLimits(int inFlight, int perHost, double ratePerS);

    /// Puts a URL at the end of its host's queue.
    void add(quint32 entry, const QByteArray &hostKey);
    /// Puts a URL in front of its host's queue: a redirect hop continues work already begun.
    void addFirst(quint32 entry, const QByteArray &hostKey);
    /// Grants a slot, or nothing: limits reached, nothing pending, or the rate says wait (see nextGrantMicros()).
    [[nodiscard]] std::optional<Grant> next(qint64 nowMicros);
    /// Gives a granted slot back.
    void release(HostId host);
    /// Forgets everything that is pending; granted slots stay to be released.
    void clearPending();

    [[nodiscard]] quint64 pending() const { return m_pending; }
    [[nodiscard]] int inFlight() const { return m_inFlight; }
    [[nodiscard]] int inFlightOf(HostId host) const { return m_hosts[host].inFlight; }
    [[nodiscard]] const QByteArray &hostKey(HostId host) const { return m_hosts[host].key; }
    [[nodiscard]] std::size_t hostCount() const { return m_hosts.size(); }
    /// When the rate allows the next grant (µs); 0: at once.
    [[nodiscard]] qint64 nextGrantMicros() const { return m_ratePerS > 0 ? m_nextGrant : 0; }
    /// Why next() gives nothing now.
    [[nodiscard]] WaitState waitState(qint64 nowMicros) const;

private:
    struct HostQueue
    {
        QByteArray key;
        std::vector<quint32> first; ///< last in, first out; small
        std::vector<quint32> entries;
        std::size_t head = 0; ///< next of `entries`
        int inFlight = 0;
        bool ready = false; ///< stands in m_ready
        [[nodiscard]] std::size_t waiting() const { return first.size() + entries.size() - head; }
    };
    HostId hostOf(const QByteArray &key);
    void makeReady(HostId id);
    quint32 takeFrom(HostQueue &host);

    QHash<QByteArray, HostId> m_idOfKey;
    std::vector<HostQueue> m_hosts;
    std::deque<HostId> m_ready; ///< hosts with pending URLs below their limit, each once, in turn
    quint64 m_pending = 0;
    int m_inFlight = 0;
    int m_limit = 20;
    int m_perHost = 6;
    double m_ratePerS = 0;
    qint64 m_nextGrant = 0;
};

} // namespace crawlscope
