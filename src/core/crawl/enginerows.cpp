// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The end of a URL and of the run: rows, counts, events, snapshots.
#include "core/crawl/crawlengine.h"
#include "core/store/sessiontypes.h"

#include <QDateTime>

#include <algorithm>

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
    if (m_spool) {
        row.detailsOffset = m_spool->append(exchange.details);
        noteSpool();
    }
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
    m_outbox->rows.push(std::move(row));
}

void CrawlEngine::takeBack(quint32 entry)
{
    m_exchanges.erase(entry);
    ++m_putBack;
}

void CrawlEngine::noteSpool()
{
    const DetailSpool::State state = m_spool->state();
    if (m_spoolReported || state == DetailSpool::State::Ok)
        return;
    m_spoolReported = true;
    event(EventId::StorageFailed, EventLevel::Warning,
          static_cast<qint64>(state == DetailSpool::State::Full ? SessionError::DiskFull : SessionError::WriteFailed));
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
    // The one place where a run ends.
    switch (m_state) {
    case State::Running:
        if (now.pending + now.delayed == 0)
            setState(State::Finished);
        break;
    case State::Pausing:
        setState(now.left == 0 ? State::Finished : State::Paused);
        break;
    case State::Stopping:
        setState(now.left == 0 ? State::Finished : State::Stopped);
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
    m_outbox->setSnapshot(std::move(snapshot));
    for (TimePoint &point : m_stats.takePoints())
        m_outbox->points.push(std::move(point));
    publishWaterfall(false);
}

} // namespace crawlscope
