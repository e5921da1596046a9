// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/frontier/adaptivelimit.h"
#include "core/frontier/breaker.h"
#include "core/frontier/etaestimator.h"
#include "core/frontier/frontier.h"
#include "core/frontier/retrypolicy.h"
#include "core/net/fetchtypes.h"
#include "core/stats/hostsnapshot.h"
#include "core/stats/hoststats.h"
#include "core/store/resultrow.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace crawlscope {

/// How the hosts of a run behave, and what follows for their queues: waits that servers ask for, backing off, circuit
/// breakers, adaptive limits. Keeps the figures of each host for the front end.
///
/// Frontier decides who may go; this class tells it what it learnt. Hosts are its HostIds. Times in µs, monotonic.
/// Thread: the engine's.
class HostDesk
{
public:
    using HostId = Frontier::HostId;
    /// What happened; text is the host, empty: the run.
    using Report = std::function<void(EventId, EventLevel, qint64 a, qint64 b, const QByteArray &host)>;
    struct Settings
    {
        bool breaker = true;
        bool adaptive = false;
        int perHost = 6; ///< most for adaptive limits
        qint64 maxRetryAfterMicros = 120'000'000;
    };
    /// One exchange that ended.
    struct Attempt
    {
        HostId host = 0;
        qint64 startMicros = 0;
        int inFlightAtStart = 1; ///< of the host, itself included
        ErrorId error = ErrorId::None;
        quint16 status = 0;
        std::optional<qint64> retryAfterMicros;
        std::optional<qint64> quotaMicros; ///< nothing is left of the server's quota until then
    };

    HostDesk(Frontier &frontier, Report report);

    void configure(const Settings &settings);
    /// A request to the host starts, the frontier having granted its slot.
    void started(HostId id, qint64 nowMicros);
    void ended(const Attempt &attempt, qint64 nowMicros);
    /// A request ended without result: the user stopped the run.
    void cancelled(HostId id, qint64 startMicros, qint64 nowMicros);
    /// A URL of the host came to its end. `latencyMicros`: its total time where it got an answer, else 0.
    void rowEnded(HostId id, RowState state, quint32 latencyMicros, qint64 nowMicros);
    /// Something about the host changed that the front end shows.
    void touch(HostId id);

    /// Whether the breaker of the run lets requests start.
    [[nodiscard]] bool runMayStart(qint64 nowMicros) const;
    [[nodiscard]] qint64 runNextTryMicros() const { return m_run.nextTryMicros(); }
    [[nodiscard]] bool runGaveUp() const { return m_run.gaveUp(); }
    [[nodiscard]] bool gaveUp(HostId id) const { return id < m_hosts.size() && m_hosts[id].gaveUp; }
    /// Hosts whose breaker gave up since the last call: nothing of theirs is to be tried again.
    [[nodiscard]] std::vector<HostId> takeGivenUp() { return std::exchange(m_givenUp, {}); }

    void pause(HostId id);
    void resume(HostId id, qint64 nowMicros);

    /// Hosts that changed since the last call, or all; at most `most`, the others come next.
    [[nodiscard]] HostsUpdate takeUpdate(bool all, std::size_t most, qint64 nowMicros);
    /// `global`: its measured rate, limits and time.
    [[nodiscard]] EtaBound eta(const EtaEstimator::Global &global);

private:
    struct Trouble ///< of hosts that have had any
    {
        Breaker breaker;
        HostBackoff backoff;
        qint64 told = 0; ///< end of the wait that was last reported
    };
    struct Host
    {
        HostStats stats;
        std::unique_ptr<Trouble> trouble;
        std::unique_ptr<AdaptiveLimit> adaptive;
        float serviceMicros = 0; ///< mean time of its exchanges, recent ones more; 0: none yet
        bool changed = false;
        bool gaveUp = false;
    };
    Host &host(HostId id);
    Trouble &trouble(HostId id, qint64 nowMicros);
    void adapt(const Attempt &attempt, qint64 nowMicros);
    void heedWaits(const Attempt &attempt, qint64 nowMicros);
    void waitUntil(HostId id, WaitReason reason, qint64 untilMicros, qint64 nowMicros);
    void breakerChanged(HostId id, const Breaker::Change &change, qint64 nowMicros);
    void runChanged(const Breaker::Change &change);
    [[nodiscard]] HostRow row(HostId id, qint64 nowMicros) const;

    Frontier &m_frontier;
    Report m_report;
    Settings m_settings;
    std::vector<Host> m_hosts;
    std::vector<HostId> m_changed;
    std::vector<HostId> m_givenUp;
    Breaker m_run {BreakerRules::run()};
    EtaEstimator m_eta;
    double m_serviceMicros = 0; ///< mean over all
};

} // namespace crawlscope
