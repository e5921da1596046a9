// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/sweeprunner.h"

#include <utility>

namespace crawlscope {
namespace {

    constexpr int kBeatMs = 100;
    constexpr quint64 kLeastJudged = 20; ///< URLs that make a share or a percentile

} // namespace

SweepRunner::SweepRunner(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(kBeatMs);
    connect(&m_timer, &QTimer::timeout, this, &SweepRunner::takeUpdate);
    // Queued: the next run begins when the controller has done with this one.
    connect(&m_controller, &CrawlController::finished, this, &SweepRunner::runEnded, Qt::QueuedConnection);
}

SweepRunner::~SweepRunner() = default;

bool SweepRunner::start(const UrlList &urls, const CrawlConfig &config, const SweepPlan &plan, bool keepPerHost)
{
    return startPicked(plan.pick(urls), config, plan, keepPerHost);
}

bool SweepRunner::startPicked(std::shared_ptr<const UrlList> urls, const CrawlConfig &config, const SweepPlan &plan,
                              bool keepPerHost)
{
    Q_ASSERT(!m_active && plan.validate().isEmpty());
    m_urls = std::move(urls);
    if (m_urls->size() <= plan.warmUp)
        return false;
    m_plan = plan;
    m_config = config;
    m_keepPerHost = keepPerHost;
    m_steps = plan.steps();
    m_step = 0;
    m_runs.clear();
    m_cutLevel = 0;
    m_cancelled = false;
    m_active = true;
    m_timer.start();
    startNext();
    return true;
}

bool SweepRunner::perHostIsSet(const CrawlConfig &config)
{
    return config.limits.perHost != CrawlLimits().perHost;
}

void SweepRunner::cancel()
{
    if (!m_active)
        return;
    m_cancelled = true;
    if (m_controller.active())
        m_controller.stop();
}

SweepProgress SweepRunner::progress() const
{
    SweepProgress progress;
    progress.step = static_cast<int>(m_step);
    progress.steps = static_cast<int>(m_steps.size());
    progress.urls = m_urls ? m_urls->size() : 0;
    if (m_step < m_steps.size()) {
        progress.level = m_steps[m_step].level;
        progress.repeat = m_steps[m_step].repeat;
        progress.done = m_rows.size();
    }
    return progress;
}

SweepResult SweepRunner::result() const
{
    FitOptions options;
    options.seed = m_plan.seed;
    SweepResult result = evaluateSweep(m_runs, options);
    result.urls = m_urls ? m_urls->size() : 0;
    result.complete = !m_active && !m_cancelled;
    return result;
}

void SweepRunner::startNext()
{
    while (m_step < m_steps.size() && m_cutLevel > 0 && m_steps[m_step].level >= m_cutLevel)
        ++m_step;
    if (m_step == m_steps.size() || m_cancelled) {
        finish();
        return;
    }
    m_rows.clear();
    m_cut = false;
    m_judgeAt = 0;
    RunStart start;
    start.urls = m_urls;
    start.config = SweepPlan::configFor(m_config, m_steps[m_step].level, m_keepPerHost);
    start.previewBytes = 0;
    m_controller.start(std::move(start));
}

void SweepRunner::takeUpdate()
{
    const CrawlUpdate update = m_controller.takeUpdate();
    for (const ResultRow &row : update.rows) {
        if (row.state == RowState::Done || row.state == RowState::Failed)
            m_rows.push_back(sweepRow(row));
    }
    if (m_controller.state() == CrawlController::State::Running)
        judge();
    if (m_active)
        Q_EMIT progressed();
}

/// The plan's rules, while the run goes on: a server in trouble is left alone at once.
void SweepRunner::judge()
{
    const bool rules = m_plan.maxFailureShare < 1 || m_plan.maxP95Ms > 0;
    if (m_cut || !rules || m_rows.size() < m_judgeAt)
        return;
    m_judgeAt = m_rows.size() + m_rows.size() / 10; // all rows are looked at: not with each beat of a long run
    const SweepPlan::Step &step = m_steps[m_step];
    const SweepRun run = measureRun(step.level, step.repeat, m_rows, m_plan.warmUp);
    if (run.counted < kLeastJudged)
        return;
    const bool fails = m_plan.maxFailureShare < 1 && run.failureShare > m_plan.maxFailureShare;
    const bool slow = m_plan.maxP95Ms > 0 && static_cast<double>(run.latency.percentile(0.95)) / 1000 > m_plan.maxP95Ms;
    if (!fails && !slow)
        return;
    m_cut = true;
    if (m_controller.active())
        m_controller.stop();
}

void SweepRunner::runEnded()
{
    takeUpdate();
    m_judgeAt = 0; // the last rows count, too
    judge();
    if (!m_cancelled) {
        const SweepPlan::Step &step = m_steps[m_step];
        SweepRun run = measureRun(step.level, step.repeat, m_rows, m_plan.warmUp);
        run.cut = m_cut;
        if (m_cut)
            m_cutLevel = m_cutLevel > 0 ? std::min(m_cutLevel, step.level) : step.level;
        m_runs.push_back(run);
        ++m_step;
    }
    startNext();
}

void SweepRunner::finish()
{
    m_timer.stop();
    m_active = false;
    m_rows.clear();
    Q_EMIT progressed();
    Q_EMIT finished();
}

} // namespace crawlscope
