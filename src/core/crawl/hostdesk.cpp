// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/hostdesk.h"

#include <algorithm>

namespace crawlscope {

namespace {

    constexpr float kNewestShare = 0.1F; ///< of a mean of recent times

    /// What tells of too many at once rather than of one URL.
    bool isOverload(ErrorId error, quint16 status)
    {
        switch (error) {
        case ErrorId::ConnectTimeout:
        case ErrorId::ConnectReset:
        case ErrorId::NoResponse:
        case ErrorId::TlsTimeout:
        case ErrorId::FirstByteTimeout:
        case ErrorId::IdleTimeout:
        case ErrorId::TotalTimeout:
        case ErrorId::ResetInBody:
            return true;
        default:
            return error == ErrorId::None && (status == 429 || status == 503);
        }
    }

} // namespace

HostDesk::HostDesk(Frontier &frontier, Report report)
    : m_frontier(frontier)
    , m_report(std::move(report))
{
}

void HostDesk::configure(const Settings &settings)
{
    const bool adaptiveChanged = settings.adaptive != m_settings.adaptive;
    m_settings = settings;
    for (HostId id = 0; id < m_hosts.size(); ++id) {
        Host &known = m_hosts[id];
        if (adaptiveChanged && !settings.adaptive) {
            known.adaptive.reset();
            m_frontier.setAdaptive(id, 0);
        } else if (known.adaptive) {
            known.adaptive->setMax(settings.perHost);
            m_frontier.setAdaptive(id, known.adaptive->limit());
        }
        touch(id);
    }
}

HostDesk::Host &HostDesk::host(HostId id)
{
    if (id >= m_hosts.size())
        m_hosts.resize(std::size_t {id} + 1);
    return m_hosts[id];
}

HostDesk::Trouble &HostDesk::trouble(HostId id, qint64 nowMicros)
{
    Host &known = host(id);
    if (!known.trouble) {
        known.trouble = std::make_unique<Trouble>();
        // Made with the first failure, so that hosts without any take no room; what went well before counts.
        const quint32 before = std::min<quint32>(known.stats.done(), BreakerRules::host().window);
        for (quint32 i = 0; i < before; ++i)
            known.trouble->breaker.ended(false, nowMicros, nowMicros);
    }
    return *known.trouble;
}

void HostDesk::touch(HostId id)
{
    Host &known = host(id);
    if (!known.changed) {
        known.changed = true;
        m_changed.push_back(id);
    }
}

void HostDesk::started(HostId id, qint64 nowMicros)
{
    Host &known = host(id);
    if (m_settings.adaptive && !known.adaptive) {
        known.adaptive = std::make_unique<AdaptiveLimit>(m_settings.perHost);
        m_frontier.setAdaptive(id, known.adaptive->limit());
    }
    if (m_settings.breaker) {
        if (known.trouble) {
            if (const auto change = known.trouble->breaker.started(nowMicros))
                breakerChanged(id, *change, nowMicros);
        }
        if (const auto change = m_run.started(nowMicros))
            runChanged(*change);
    }
    touch(id);
}

void HostDesk::ended(const Attempt &attempt, qint64 nowMicros)
{
    Host &known = host(attempt.host);
    const auto took = static_cast<float>(nowMicros - attempt.startMicros);
    known.serviceMicros += (took - known.serviceMicros) * (known.serviceMicros > 0 ? kNewestShare : 1.0F);
    m_serviceMicros += (static_cast<double>(took) - m_serviceMicros) * (m_serviceMicros > 0 ? 0.01 : 1.0);
    adapt(attempt, nowMicros);
    heedWaits(attempt, nowMicros);
    if (m_settings.breaker) {
        const bool failure = Breaker::isBreakerFailure(attempt.error, attempt.status);
        if (failure || known.trouble) {
            if (const auto change =
                    trouble(attempt.host, nowMicros).breaker.ended(failure, attempt.startMicros, nowMicros))
                breakerChanged(attempt.host, *change, nowMicros);
        }
        if (const auto change = m_run.ended(failure, attempt.startMicros, nowMicros))
            runChanged(*change);
    }
    touch(attempt.host);
}

void HostDesk::cancelled(HostId id, qint64 startMicros, qint64 nowMicros)
{
    if (Host &known = host(id); known.trouble)
        known.trouble->breaker.cancelled(startMicros, nowMicros);
    m_run.cancelled(startMicros, nowMicros);
    touch(id);
}

void HostDesk::adapt(const Attempt &attempt, qint64 nowMicros)
{
    Host &known = host(attempt.host);
    const bool overload = isOverload(attempt.error, attempt.status);
    if (!known.adaptive || (attempt.error != ErrorId::None && !overload))
        return;
    const auto step =
        known.adaptive->ended(nowMicros - attempt.startMicros, overload, attempt.inFlightAtStart, nowMicros);
    m_frontier.setAdaptive(attempt.host, known.adaptive->limit());
    if (!step)
        return;
    const EventId id = step->cause == AdaptiveLimit::Cause::Raised ? EventId::AdaptiveRaised
        : step->cause == AdaptiveLimit::Cause::Latency             ? EventId::AdaptiveLowered
                                                                   : EventId::AdaptiveCut;
    m_report(id, EventLevel::Info, step->before, step->after, m_frontier.hostKey(attempt.host));
}

void HostDesk::heedWaits(const Attempt &attempt, qint64 nowMicros)
{
    const bool refused = attempt.error == ErrorId::None && (attempt.status == 429 || attempt.status == 503);
    Host &known = host(attempt.host);
    if (refused) {
        HostBackoff &backoff = trouble(attempt.host, nowMicros).backoff;
        const auto named = attempt.retryAfterMicros ? attempt.retryAfterMicros : attempt.quotaMicros;
        const qint64 wait = backoff.refused(attempt.startMicros, named, m_settings.maxRetryAfterMicros, nowMicros);
        if (wait > 0)
            waitUntil(attempt.host, backoff.named() ? WaitReason::HostRetryAfter : WaitReason::HostBackoff,
                      nowMicros + wait, nowMicros);
    } else if (known.trouble && attempt.error == ErrorId::None) {
        known.trouble->backoff.answered(attempt.startMicros);
    }
    if (attempt.quotaMicros && !refused)
        waitUntil(attempt.host, WaitReason::HostRetryAfter,
                  nowMicros + std::min(*attempt.quotaMicros, m_settings.maxRetryAfterMicros), nowMicros);
}

void HostDesk::waitUntil(HostId id, WaitReason reason, qint64 untilMicros, qint64 nowMicros)
{
    m_frontier.block(id, reason, untilMicros);
    Trouble &known = trouble(id, nowMicros);
    constexpr qint64 kSameMicros = 1'000'000; // a wait that grows by less is no news
    if (untilMicros > known.told + kSameMicros)
        m_report(EventId::HostWaits, EventLevel::Notice, (untilMicros - nowMicros + 999) / 1000,
                 static_cast<qint64>(reason), m_frontier.hostKey(id));
    known.told = std::max(known.told, untilMicros);
}

void HostDesk::breakerChanged(HostId id, const Breaker::Change &change, qint64 nowMicros)
{
    const QByteArray key = m_frontier.hostKey(id);
    switch (change.event) {
    case Breaker::Event::Opened:
        m_frontier.setCap(id, 1); // what comes next is the one that tries
        m_frontier.block(id, WaitReason::HostBreaker, trouble(id, nowMicros).breaker.nextTryMicros());
        m_report(EventId::BreakerOpened, EventLevel::Warning, change.failures, change.outcomes, key);
        break;
    case Breaker::Event::Probes:
        m_report(EventId::BreakerProbes, EventLevel::Notice, 0, 0, key);
        break;
    case Breaker::Event::Closed:
        m_frontier.setCap(id, 0);
        m_report(EventId::BreakerClosed, EventLevel::Notice, 0, 0, key);
        break;
    case Breaker::Event::GaveUp:
        host(id).gaveUp = true;
        m_givenUp.push_back(id);
        break; // the engine reports how many URLs that leaves
    }
    touch(id);
}

void HostDesk::runChanged(const Breaker::Change &change)
{
    switch (change.event) {
    case Breaker::Event::Opened:
        m_report(EventId::BreakerOpened, EventLevel::Error, change.failures, change.outcomes, {});
        break;
    case Breaker::Event::Probes:
        m_report(EventId::BreakerProbes, EventLevel::Notice, 0, 0, {});
        break;
    case Breaker::Event::Closed:
        m_report(EventId::BreakerClosed, EventLevel::Notice, 0, 0, {});
        break;
    case Breaker::Event::GaveUp:
        break; // likewise
    }
}

bool HostDesk::runMayStart(qint64 nowMicros) const
{
    return !m_settings.breaker || m_run.mayStart(nowMicros);
}

void HostDesk::rowEnded(HostId id, RowState state, quint32 latencyMicros, qint64 nowMicros)
{
    const auto outcome = state == RowState::Done ? HostStats::Outcome::Done
        : state == RowState::Failed              ? HostStats::Outcome::Failed
                                                 : HostStats::Outcome::Skipped;
    host(id).stats.ended(outcome, latencyMicros, nowMicros);
    touch(id);
}

void HostDesk::pause(HostId id)
{
    if (m_frontier.isPaused(id))
        return;
    m_frontier.setPaused(id, true);
    m_report(EventId::HostPausedByUser, EventLevel::Notice, 0, 0, m_frontier.hostKey(id));
    touch(id);
}

void HostDesk::resume(HostId id, qint64 nowMicros)
{
    if (m_frontier.isPaused(id)) {
        m_frontier.setPaused(id, false);
        m_report(EventId::HostResumedByUser, EventLevel::Notice, 0, 0, m_frontier.hostKey(id));
    }
    if (Host &known = host(id); known.trouble && !known.gaveUp) {
        known.trouble->breaker.forceClose(nowMicros);
        known.trouble->backoff.reset();
        known.trouble->told = 0;
    }
    m_frontier.setCap(id, 0);
    m_frontier.unblock(id);
    touch(id);
}

HostRow HostDesk::row(HostId id, qint64 nowMicros) const
{
    const Host &known = m_hosts[id];
    // What waits of a host that was merged into a group is told with the group.
    const bool merged = m_frontier.queueOf(id) != id;
    const Frontier::HostView view = merged ? Frontier::HostView() : m_frontier.view(id, nowMicros);
    HostRow row;
    row.id = id;
    row.key = m_frontier.hostKey(id);
    row.queued = view.queued;
    row.inFlight = static_cast<quint32>(view.inFlight);
    row.done = known.stats.done();
    row.failed = known.stats.failed();
    row.skipped = known.stats.skipped();
    row.p50Micros = known.stats.percentileMicros(0.5);
    row.p95Micros = known.stats.percentileMicros(0.95);
    row.ratePerS = known.stats.ratePerS(nowMicros);
    row.limit = view.limit;
    row.intervalMs = view.intervalMicros / 1000;
    row.paused = view.paused;
    row.wait = merged ? WaitState {.reason = WaitReason::None, .host = {}} : view.wait;
    return row;
}

HostsUpdate HostDesk::takeUpdate(bool all, std::size_t most, qint64 nowMicros)
{
    HostsUpdate update;
    update.all = all;
    if (all) {
        m_changed.clear();
        for (HostId id = 0; id < m_frontier.hostCount(); ++id) {
            host(id).changed = true;
            m_changed.push_back(id);
        }
        most = m_changed.size();
    }
    const std::size_t count = std::min(most, m_changed.size());
    update.changed.reserve(count);
    std::vector<HostId> again;
    for (std::size_t i = 0; i < count; ++i) {
        const HostId id = m_changed[i];
        Host &known = m_hosts[id];
        update.changed.push_back(row(id, nowMicros));
        // The time left of a wait, and a rate that falls, change by themselves.
        known.changed = update.changed.back().wait.a > 0 || update.changed.back().ratePerS > 0;
        if (known.changed)
            again.push_back(id);
    }
    m_changed.erase(m_changed.begin(), m_changed.begin() + static_cast<std::ptrdiff_t>(count));
    m_changed.insert(m_changed.end(), again.begin(), again.end());
    return update;
}

EtaBound HostDesk::eta(const EtaEstimator::Global &global)
{
    EtaEstimator::Global all = global;
    all.serviceMicros = m_serviceMicros;
    m_eta.begin(all);
    bool ending = false;
    bool paused = false;
    for (HostId id = 0; id < m_frontier.hostCount(); ++id) {
        if (m_frontier.queueOf(id) != id)
            continue; // the group counts
        const Frontier::HostView view = m_frontier.view(id, global.nowMicros);
        const quint64 remaining = view.queued + static_cast<quint64>(view.inFlight);
        if (remaining == 0)
            continue;
        (view.paused ? paused : ending) = true;
        if (view.paused)
            continue;
        const bool timed = view.wait.a > 0 && view.wait.reason != WaitReason::HostLimit
            && view.wait.reason != WaitReason::AdaptiveLimit;
        m_eta.add({.key = m_frontier.hostKey(id),
                   .remaining = remaining,
                   .serviceMicros = id < m_hosts.size() ? static_cast<double>(m_hosts[id].serviceMicros) : 0,
                   .limit = view.limit,
                   .intervalMicros = view.intervalMicros,
                   .notBeforeMicros = timed ? global.nowMicros + view.wait.a * 1000 : 0});
    }
    EtaBound bound = m_eta.end();
    if (paused && !ending)
        bound.seconds = -1; // all that is left waits for the user
    return bound;
}

} // namespace crawlscope
