// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The end of a URL and of the run: rows, counts, events, snapshots.
#include "core/crawl/crawlengine.h"

#include <QDateTime>

#include <utility>

namespace crawlscope {

namespace {
    constexpr int kFailuresLogged = 1000;
}

void CrawlEngine::endRow(quint32 entry)
{
    const auto node = m_exchanges.extract(entry);
    Exchange &exchange = *node.mapped();
    ResultRow &row = exchange.row;
    row.state = stateOf(row);
    confirm(exchange);
    m_stats.addEnded(row, sinceStart());
    m_desk.rowEnded(exchange.home, row.state,
                    row.status != 0 && row.times.total != PhaseTimes::kNotApplicable ? row.times.total : 0, m_clock());
    countOf(row.state) += 1;
    if (row.state == RowState::Failed) {
        if (m_failuresLogged < kFailuresLogged)
            event(EventId::UrlFailed, EventLevel::Warning, row.status, 0, m_urls->url(entry).toByteArray(), row.error);
        else if (m_failuresLogged == kFailuresLogged)
            event(EventId::MoreFailuresNotLogged, EventLevel::Notice, kFailuresLogged);
        ++m_failuresLogged;
        if (m_config.stopOnFirstFailure && !m_stopForFailure) {
            m_stopForFailure = true;
            event(EventId::FirstFailureStop, EventLevel::Error, row.status, 0, m_urls->url(entry).toByteArray(),
                  row.error);
            // From the event loop: the caller is still in the middle of this URL.
            QMetaObject::invokeMethod(this, &CrawlEngine::stop, Qt::QueuedConnection);
        }
    }
    if (m_recorder)
        m_recorder->ended(std::move(row), std::move(exchange.details));
    else
        m_outbox->rows.push(std::move(row));
}

/// A test for browsers and what robots.txt denies are no failures of the URL.
RowState CrawlEngine::stateOf(const ResultRow &row) const
{
    constexpr quint32 skipped = static_cast<quint32>(Anomaly::BotChallenge) | static_cast<quint32>(Anomaly::Trap);
    if (row.error == ErrorId::RobotsDenied || (row.error == ErrorId::None && (row.anomalies & skipped) != 0))
        return RowState::Skipped;
    const bool ok = row.error == ErrorId::None && (row.status == 0 || m_config.okStatus.contains(row.status));
    return ok ? RowState::Done : RowState::Failed;
}

quint64 &CrawlEngine::countOf(RowState state)
{
    return state == RowState::Done ? m_done : state == RowState::Failed ? m_failed : m_skipped;
}

void CrawlEngine::takeBack(quint32 entry)
{
    m_exchanges.erase(entry);
    ++m_putBack;
    if (m_recorder)
        m_recorder->takenBack(entry);
}

void CrawlEngine::noteStorage()
{
    if (!m_recorder)
        return;
    const SessionError error = m_recorder->fault().error;
    if (error == m_storageError)
        return;
    m_storageError = error;
    if (error != SessionError::None)
        event(EventId::StorageFailed, EventLevel::Error, static_cast<qint64>(error));
    else
        event(EventId::StorageWorks, EventLevel::Notice);
    publish();
}

UrlCounts CrawlEngine::counts() const
{
    const UrlListCounts &list = m_urls->counts();
    UrlCounts counts;
    counts.input = list.input;
    counts.found = m_urls->size() - m_urls->inputSize();
    counts.unique = list.unique + counts.found;
    counts.duplicate = list.duplicate;
    counts.invalid = list.invalid;
    counts.done = m_done;
    counts.failed = m_failed;
    counts.skipped = m_skipped;
    counts.pending = m_unfed + m_frontier.pending() - sitemapsIn(SitemapDesk::State::Queued) + m_putBack;
    counts.delayed = m_frontier.delayed() + m_secondPass.size();
    counts.inFlight =
        static_cast<quint64>(m_frontier.inFlight()) - m_robotsFetches.size() - sitemapsIn(SitemapDesk::State::Fetching);
    counts.analysing = m_analysing;
    counts.left = counts.pending + counts.delayed + counts.inFlight + counts.analysing;
    return counts;
}

void CrawlEngine::settle()
{
    const UrlCounts now = counts();
    Q_ASSERT(now.addUp());
    const bool quiet = now.inFlight == 0 && now.analysing == 0 && m_robotsFetches.empty()
        && sitemapsIn(SitemapDesk::State::Fetching) == 0;
    if (!quiet)
        return;
    if (now.pending == m_putBack && now.delayed == m_secondPass.size() && !m_secondPass.empty() && sitemapsDone()
        && m_state == State::Running) {
        beginSecondPass();
        return;
    }
    const bool allEnded = now.pending + now.delayed == m_putBack && sitemapsDone();
    if (allEnded && m_state != State::Stopping && m_recorder && m_recorder->fault())
        return; // the last rows are not on the disk, and may still get there
    // The one place where a run ends.
    switch (m_state) {
    case State::Running:
    case State::Pausing:
        if (!allEnded) {
            if (m_state == State::Pausing)
                setState(State::Paused);
            break;
        }
        [[fallthrough]];
    case State::Stopping:
        if (m_earlier.retry)
            endRetry();
        setState(counts().left == 0 ? State::Finished : State::Stopped);
        break;
    case State::Idle:
    case State::Paused:
    case State::Finished:
    case State::Stopped:
        break;
    }
}

void CrawlEngine::event(EventId id, EventLevel level, qint64 a, qint64 b, const QByteArray &text, ErrorId error)
{
    RunEvent out;
    out.atMs = sinceStart() / 1000;
    out.wallMs = QDateTime::currentMSecsSinceEpoch();
    out.level = level;
    out.id = id;
    out.error = error;
    out.a = a;
    out.b = b;
    out.text = text;
    const bool ofStorage = id == EventId::StorageFailed || id == EventId::StorageWorks;
    if (m_recorder)
        m_recorder->event(out);
    if (!m_recorder || ofStorage) // those must be seen while nothing can be recorded
        m_outbox->events.push(std::move(out));
}

qint64 CrawlEngine::activeMicros() const
{
    return m_activeMicros + (m_activeSince >= 0 ? m_clock() - m_activeSince : 0);
}

void CrawlEngine::noteAnalysis(StatsSnapshot *snapshot) const
{
    AnalysisPoolLoad load = m_analysis->load();
    snapshot->analysisThreads = load.threads;
    snapshot->analysisBusy = load.busy;
    snapshot->analysisQueued = load.queued;
    snapshot->analysisPages = load.pages;
    snapshot->analysisCpuMicros = load.cpuMicros;
    snapshot->analysisMaxMicros = load.maxCpuMicros;
    snapshot->workerCpuMicros = std::move(load.workerCpuMicros);
}

void CrawlEngine::publish()
{
    m_lastPublish = m_clock();
    StatsSnapshot snapshot;
    snapshot.counts = counts();
    m_stats.fill(&snapshot, sinceStart(), activeMicros());
    fillEta(&snapshot);
    noteAnalysis(&snapshot);
    snapshot.engineLagMicros = std::exchange(m_worstLag, 0);
    snapshot.engineLagP99Micros = static_cast<qint64>(m_lags.percentile(0.99));
    snapshot.engineLagMaxMicros = static_cast<qint64>(m_lags.max());
    snapshot.inFlightLimit = m_config.limits.inFlight;
    noteResources(&snapshot);
    snapshot.wait = blockedBy();
    if (snapshot.wait.reason == WaitReason::None)
        snapshot.wait = m_frontier.waitState(m_clock());
    if (snapshot.wait.reason == WaitReason::InFlightLimit && m_descriptorBudget > 0
        && snapshot.wait.a == m_descriptorBudget && m_config.limits.inFlight > m_descriptorBudget)
        snapshot.wait.reason = WaitReason::NoDescriptors;
    for (const TimePoint &point : m_stats.takePoints()) {
        if (m_recorder)
            m_recorder->point(point);
        else
            m_outbox->points.push(point);
    }
    if (m_recorder && m_storageError == SessionError::None)
        m_recorder->snapshot(std::move(snapshot));
    else
        m_outbox->setSnapshot(std::move(snapshot));
    publishWaterfall(false);
    publishHosts();
}

} // namespace crawlscope
