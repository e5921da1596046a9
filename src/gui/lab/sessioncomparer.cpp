// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lab/sessioncomparer.h"

#include <future>

namespace crawlscope::gui {

void SessionComparer::start(const QString &pathA, const QString &pathB)
{
    cancel();
    m_job = std::make_shared<Job>();
    m_background.run([job = m_job, pathA, pathB] { return compare(pathA, pathB, job.get()); },
                     [this, job = m_job](Outcome outcome) { take(job, std::move(outcome)); });
}

/// In the other thread.
SessionComparer::Outcome SessionComparer::compare(const QString &pathA, const QString &pathB, Job *job)
{
    Outcome outcome;
    if (job->cancelled)
        return outcome;
    SessionFault faultA;
    SessionFault faultB;
    std::future<CompareSide> other =
        std::async(std::launch::async, [&] { return loadCompareSide(pathB, &faultB, &job->b); });
    auto pair = std::make_shared<SessionPair>();
    pair->pathA = pathA;
    pair->pathB = pathB;
    pair->a = loadCompareSide(pathA, &faultA, &job->a);
    pair->b = other.get();
    if (job->cancelled)
        return outcome;
    if (!pair->a.table || !pair->b.table) {
        outcome.fault = faultA ? faultA : faultB;
        outcome.path = faultA ? pathA : pathB;
        return outcome;
    }
    job->comparing = true;
    CompareOptions options;
    options.cancelled = &job->cancelled;
    options.done = &job->done;
    pair->comparison = compareSessions(pair->a, pair->b, options);
    if (pair->comparison.valid && !job->cancelled)
        outcome.pair = std::move(pair);
    return outcome;
}

void SessionComparer::cancel()
{
    if (!m_job)
        return;
    m_job->a.cancelled = true;
    m_job->b.cancelled = true;
    m_job->cancelled = true;
    m_job.reset();
}

void SessionComparer::take(const std::shared_ptr<Job> &job, Outcome outcome)
{
    if (job != m_job) {
        dispose(std::move(outcome.pair));
        return;
    }
    m_job.reset();
    if (outcome.pair)
        Q_EMIT finished(outcome.pair);
    else
        Q_EMIT failed(outcome.fault, outcome.path);
}

quint64 SessionComparer::rowsRead() const
{
    return m_job ? m_job->a.rows + m_job->b.rows : 0;
}

bool SessionComparer::comparing() const
{
    return m_job && m_job->comparing;
}

quint64 SessionComparer::urlsCompared() const
{
    return m_job ? m_job->done.load() : 0;
}

void SessionComparer::dispose(std::shared_ptr<const void> object)
{
    if (object)
        m_background.run([object = std::move(object)] {});
}

} // namespace crawlscope::gui
