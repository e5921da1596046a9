// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/sidebyside.h"

#include "core/lab/sweepplan.h"
#include "core/url/redactor.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace crawlscope {
namespace {

    constexpr int kBeatMs = 100;
    constexpr qint64 kClockStep = 100; ///< µs: what the clocks of starts and of totals may differ by

    quint64 orNone(quint32 micros)
    {
        return micros == PhaseTimes::kNotApplicable ? 0 : micros;
    }

    void moveToZero(std::vector<SideUrl> *urls, std::vector<SidePool> *pool)
    {
        if (urls->empty())
            return;
        const qint64 first = urls->front().startMicros;
        for (SideUrl &url : *urls) {
            url.startMicros -= first;
            url.endMicros = std::max(url.endMicros - first, url.startMicros);
        }
        for (SidePool &point : *pool)
            point.atMicros = std::max<qint64>(point.atMicros - first, 0);
        std::stable_sort(pool->begin(), pool->end(),
                         [](const SidePool &a, const SidePool &b) { return a.atMicros < b.atMicros; });
    }

    /// Where one URL ends as another begins, the slot is free before it is taken.
    std::vector<SideQueue> queueOf(const std::vector<SideUrl> &urls, quint32 sample)
    {
        std::vector<std::pair<qint64, int>> steps;
        for (const SideUrl &url : urls) {
            steps.emplace_back(url.startMicros, 1);
            if (!url.inFlight())
                steps.emplace_back(url.endMicros, url.endMicros > url.startMicros ? -1 : 2); // after its own start
        }
        std::sort(steps.begin(), steps.end());
        std::vector<SideQueue> queue;
        SideQueue now {0, sample, 0, 0};
        for (const auto &[moment, step] : steps) {
            if (step == 1) {
                now.ready -= now.ready > 0 ? 1 : 0;
                ++now.inFlight;
            } else {
                --now.inFlight;
                ++now.done;
            }
            now.atMicros = moment;
            if (!queue.empty() && queue.back().atMicros == moment)
                queue.back() = now;
            else
                queue.push_back(now);
        }
        return queue;
    }

    int mostAtOnce(const std::vector<SideUrl> &urls)
    {
        std::vector<std::pair<qint64, int>> steps;
        for (const SideUrl &url : urls) {
            steps.emplace_back(url.startMicros, 1);
            const qint64 length = url.endMicros - url.startMicros;
            steps.emplace_back(url.startMicros + std::max<qint64>(length - std::min(kClockStep, length / 10), 1), -1);
        }
        std::sort(steps.begin(), steps.end());
        int now = 0;
        int most = 0;
        for (const auto &[moment, step] : steps) {
            now += step;
            most = std::max(most, now);
        }
        return most;
    }

} // namespace

SideRun evaluateSide(int level, quint32 sample, quint32 skipped, std::vector<SideUrl> urls, std::vector<SidePool> pool)
{
    std::stable_sort(urls.begin(), urls.end(), [](const SideUrl &a, const SideUrl &b) {
        return std::pair(a.startMicros, a.entry) < std::pair(b.startMicros, b.entry);
    });
    moveToZero(&urls, &pool);
    SideRun run;
    run.level = level;
    run.skipped = std::min(skipped, sample);
    run.sample = std::max(sample - run.skipped, static_cast<quint32>(urls.size()));
    run.queue = queueOf(urls, run.sample);
    double waited = 0;
    double all = 0;
    for (const SideUrl &url : urls) {
        run.durationMicros = std::max(run.durationMicros, url.endMicros);
        if (url.inFlight())
            continue;
        ++run.ended;
        run.failed += url.state == RowState::Failed ? 1 : 0;
        waited += static_cast<double>(orNone(url.times.wait));
        all += static_cast<double>(url.endMicros - url.startMicros);
    }
    run.mostInFlight = std::min(mostAtOnce(urls), level); // the engine grants no more
    if (run.durationMicros > 0)
        run.ratePerS = run.ended * 1e6 / static_cast<double>(run.durationMicros);
    if (all > 0)
        run.waitShare = std::min(waited / all, 1.0);
    run.complete = run.sample > 0 && run.ended == run.sample;
    run.urls = std::move(urls);
    run.pool = std::move(pool);
    return run;
}

double sideSpeedup(const SideRun &first, const SideRun &second)
{
    if (!first.complete || !second.complete || second.durationMicros <= 0)
        return 0;
    return static_cast<double>(first.durationMicros) / static_cast<double>(second.durationMicros);
}

SideBySide::SideBySide(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(kBeatMs);
    m_controller.setWaterfallWanted(true);
    connect(&m_timer, &QTimer::timeout, this, &SideBySide::takeUpdate);
    // Queued: the next run begins when the controller has done with this one.
    connect(&m_controller, &CrawlController::finished, this, &SideBySide::runEnded, Qt::QueuedConnection);
}

SideBySide::~SideBySide() = default;

bool SideBySide::start(const UrlList &urls, const CrawlConfig &config, const Plan &plan, bool keepPerHost)
{
    Q_ASSERT(!m_active);
    SweepPlan sample;
    sample.sampleSize = std::clamp(plan.urls, kLeastUrls, kMostUrls);
    sample.seed = plan.seed;
    std::shared_ptr<const UrlList> picked = sample.pick(urls);
    if (picked->counts().unique == 0)
        return false;
    m_urls = UrlList::withRedaction(std::move(picked), Redactor(config.redactQueryKeys));
    m_config = config;
    m_keepPerHost = keepPerHost;
    m_levels = {1, std::clamp(plan.level, 2, CrawlLimits::kMaxInFlight)};
    const auto size = static_cast<quint32>(m_urls->size());
    m_runs = {evaluateSide(m_levels[0], size, 0, {}, {}), evaluateSide(m_levels[1], size, 0, {}, {})};
    m_current = 0;
    m_cancelled = false;
    m_active = true;
    m_timer.start();
    startNext();
    return true;
}

void SideBySide::cancel()
{
    if (!m_active)
        return;
    m_cancelled = true;
    if (m_controller.active())
        m_controller.stop();
}

void SideBySide::startNext()
{
    m_rows.clear();
    m_pool.clear();
    m_starts.clear();
    m_picture.reset();
    m_skipped = 0;
    RunStart start;
    start.urls = m_urls;
    start.config = SweepPlan::configFor(m_config, m_levels.at(static_cast<std::size_t>(m_current)), m_keepPerHost);
    start.previewBytes = 0;
    m_controller.start(std::move(start));
}

/// A picture holds the last 300 exchanges: between two beats a run seldom ends more, and what is missing has its row.
void SideBySide::noteStarts(const WaterfallSnapshot &picture)
{
    for (const std::vector<WaterfallItem> *items : {&picture.ended, &picture.inFlight}) {
        for (const WaterfallItem &item : *items) {
            if (item.hop == 0)
                m_starts.insert(item.entry, item.startMicros);
        }
    }
}

void SideBySide::takeUpdate()
{
    CrawlUpdate update = m_controller.takeUpdate();
    for (ResultRow &row : update.rows) {
        if (row.state == RowState::Skipped || row.startedAtMs == 0) // never requested
            ++m_skipped;
        else if (row.state != RowState::Left)
            m_rows.push_back(std::move(row));
    }
    if (update.waterfall) {
        noteStarts(*update.waterfall);
        m_picture = update.waterfall;
    }
    if (update.hasSnapshot) {
        const StatsSnapshot &now = update.snapshot;
        m_pool.push_back({now.elapsedMs * 1000, now.analysisThreads, now.analysisBusy, now.analysisQueued});
    }
    evaluate();
    if (m_active)
        Q_EMIT progressed();
}

void SideBySide::evaluate()
{
    // From the wall clock of rows to the time of the run, for those that no picture showed.
    qint64 wallAtStart = std::numeric_limits<qint64>::max();
    for (const ResultRow &row : m_rows) {
        const auto known = m_starts.constFind(row.entry);
        wallAtStart = std::min(wallAtStart, row.startedAtMs * 1000 - (known == m_starts.constEnd() ? 0 : *known));
    }
    std::vector<SideUrl> urls;
    QHash<quint32, bool> ended;
    for (const ResultRow &row : m_rows) {
        SideUrl url;
        url.entry = row.entry;
        const auto known = m_starts.constFind(row.entry);
        url.startMicros =
            known == m_starts.constEnd() ? std::max<qint64>(row.startedAtMs * 1000 - wallAtStart, 0) : *known;
        url.endMicros = url.startMicros + static_cast<qint64>(orNone(row.times.total));
        url.state = row.state;
        url.error = row.error;
        url.status = row.status;
        url.redirects = row.redirects;
        url.times = row.times;
        ended.insert(row.entry, true);
        urls.push_back(url);
    }
    const bool stopped = !m_controller.active();
    for (const WaterfallItem &item : m_picture && !stopped ? m_picture->inFlight : std::vector<WaterfallItem>()) {
        if (ended.contains(item.entry))
            continue;
        SideUrl url;
        url.entry = item.entry;
        url.startMicros = m_starts.value(item.entry, item.startMicros); // of its first hop
        url.endMicros = m_picture->nowMicros;
        url.stage = item.stage;
        url.redirects = item.hop;
        url.times = item.times;
        urls.push_back(url);
    }
    const auto at = static_cast<std::size_t>(m_current);
    m_runs.at(at) =
        evaluateSide(m_levels.at(at), static_cast<quint32>(m_urls->size()), m_skipped, std::move(urls), m_pool);
}

void SideBySide::runEnded()
{
    takeUpdate();
    if (!m_cancelled && m_current == 0) {
        m_current = 1;
        startNext();
        return;
    }
    finish();
}

void SideBySide::finish()
{
    m_timer.stop();
    m_active = false;
    m_rows.clear();
    m_starts.clear();
    m_picture.reset();
    Q_EMIT progressed();
    Q_EMIT finished();
}

} // namespace crawlscope
