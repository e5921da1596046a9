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
    const bool ok = row.error == ErrorId::None && (row.status == 0 || m_config.okStatus.contains(row.status));
    row.state = ok ? RowState::Done : RowState::Failed;
    confirm(&row);
    m_stats.addEnded(row, sinceStart());
    ++(ok ? m_done : m_failed);
    if (!ok) {
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
    counts.unique = list.unique;
    counts.duplicate = list.duplicate;
    counts.invalid = list.invalid;
    counts.done = m_done;
    counts.failed = m_failed;
    counts.skipped = m_skipped;
    counts.pending = m_unfed + m_frontier.pending() + m_putBack;
    counts.inFlight = static_cast<quint64>(m_frontier.inFlight());
    counts.analysing = m_analysing;
    counts.left = counts.pending + counts.delayed + counts.inFlight + counts.analysing;
    return counts;
}

void CrawlEngine::settle()
{
    const UrlCounts now = counts();
    Q_ASSERT(now.addUp());
    const bool quiet = now.inFlight == 0 && now.analysing == 0;
    if (!quiet)
        return;
    const bool allEnded = now.pending + now.delayed == m_putBack;
    if (allEnded && m_state != State::Stopping && m_recorder && m_recorder->fault())
        return; // the last rows are not on the disk, and may still get there
    // The one place where a run ends.
    switch (m_state) {
    case State::Running:
        if (allEnded)
            setState(now.left == 0 ? State::Finished : State::Stopped);
        break;
    case State::Pausing:
        if (allEnded)
            setState(now.left == 0 ? State::Finished : State::Stopped);
        else
            setState(State::Paused);
        break;
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

void CrawlEngine::publish()
{
    m_lastPublish = m_clock();
    StatsSnapshot snapshot;
    snapshot.counts = counts();
    m_stats.fill(&snapshot, sinceStart(), activeMicros());
    const double pace = snapshot.averageRatePerS > 0 ? (snapshot.ratePerS + snapshot.averageRatePerS) / 2 : 0;
    if (m_state == State::Finished)
        snapshot.etaS = 0;
    else if (pace > 0 && m_state == State::Running)
        snapshot.etaS = static_cast<double>(snapshot.counts.left) / pace;
    snapshot.analysisThreads = m_analysis->threads();
    snapshot.analysisBusy = m_analysis->busy();
    snapshot.analysisQueued = m_analysis->queued();
    snapshot.engineLagMicros = std::exchange(m_worstLag, 0);
    snapshot.inFlightLimit = m_config.limits.inFlight;
    snapshot.wait = blockedBy();
    if (snapshot.wait.reason == WaitReason::None)
        snapshot.wait = m_frontier.waitState(m_clock());
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
}

} // namespace crawlscope
