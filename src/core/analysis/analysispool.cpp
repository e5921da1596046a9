// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analysispool.h"

#include "core/analysis/pageanalyzer.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace crawlscope {

AnalysisPool::AnalysisPool(Mailbox<PageReport>::Wake wake, int threads)
    : m_reports(std::move(wake))
    , m_threads(std::clamp(threads, 1, kMaxThreads))
{
    m_pool.setMaxThreadCount(m_threads);
}

AnalysisPool::~AnalysisPool()
{
    {
        std::unique_lock lock(m_mutex);
        m_tasks.clear();
        m_idle.wait(lock, [this] { return m_workers == 0; }); // the pool's own wait, next, is not seen by TSan
    }
    m_pool.waitForDone();
}

void AnalysisPool::submit(AnalysisTask task)
{
    const std::scoped_lock lock(m_mutex);
    m_tasks.push_back(std::move(task));
    spawn();
}

void AnalysisPool::submitAll(std::vector<AnalysisTask> tasks)
{
    if (tasks.empty())
        return;
    const std::scoped_lock lock(m_mutex);
    for (AnalysisTask &task : tasks)
        m_tasks.push_back(std::move(task));
    spawn();
}

void AnalysisPool::setThreads(int threads)
{
    const std::scoped_lock lock(m_mutex);
    m_threads = std::clamp(threads, 1, kMaxThreads);
    m_pool.setMaxThreadCount(m_threads);
    spawn();
}

void AnalysisPool::spawn()
{
    // One new worker a task while there is room: a page that takes long must not hold the ones behind it.
    for (std::size_t task = 0; task < m_tasks.size() && m_workers < m_threads; ++task) {
        ++m_workers;
        // The lambda carries no data: payloads go through the guarded queue, which ThreadSanitizer can see.
        const std::size_t place = freePlace();
        [[maybe_unused]] const auto future = QtConcurrent::run(&m_pool, [this, place] { work(place); });
    }
}

std::size_t AnalysisPool::freePlace()
{
    const auto found = std::find(m_placeTaken.begin(), m_placeTaken.end(), false);
    const auto place = static_cast<std::size_t>(found - m_placeTaken.begin());
    if (found == m_placeTaken.end()) {
        m_placeTaken.push_back(true);
        m_load.workerCpuMicros.push_back(0);
    }
    m_placeTaken[place] = true;
    return place;
}

void AnalysisPool::work(std::size_t place)
{
    // Reports gather while small pages follow each other, and go with one wake-up.
    constexpr std::size_t most = 16;
    constexpr qsizetype smallBytes = 64LL * 1024;
    std::vector<PageReport> reports;
    AnalysisTask task;
    while (take(place, &task, &reports)) {
        if (task.body.size() > smallBytes)
            m_reports.pushAll(reports); // they do not wait for a page that may take long
        reports.push_back(PageAnalyzer::analyze(task));
        note(place, reports.back());
        if (reports.size() >= most)
            m_reports.pushAll(reports);
    }
}

void AnalysisPool::note(std::size_t place, const PageReport &report)
{
    const std::scoped_lock lock(m_mutex);
    ++m_load.pages;
    m_load.cpuMicros += report.cpuMicros;
    m_load.maxCpuMicros = std::max<qint64>(m_load.maxCpuMicros, report.cpuMicros);
    m_load.workerCpuMicros[place] += report.cpuMicros;
}

AnalysisPoolLoad AnalysisPool::load() const
{
    const std::scoped_lock lock(m_mutex);
    AnalysisPoolLoad load = m_load;
    load.threads = m_threads;
    load.busy = m_workers;
    load.queued = static_cast<int>(m_tasks.size());
    return load;
}

/// False: this worker is no longer wanted, and has handed over its reports. Nothing of *this may be touched after.
bool AnalysisPool::take(std::size_t place, AnalysisTask *task, std::vector<PageReport> *reports)
{
    std::unique_lock lock(m_mutex);
    while (m_tasks.empty() || m_workers > m_threads) {
        if (reports->empty()) {
            m_placeTaken[place] = false;
            if (--m_workers == 0)
                m_idle.notify_all(); // under the lock: the destructor goes on when it is free
            return false;
        }
        lock.unlock();
        m_reports.pushAll(*reports);
        lock.lock();
    }
    *task = std::move(m_tasks.front());
    m_tasks.pop_front();
    return true;
}

int AnalysisPool::threads() const
{
    const std::scoped_lock lock(m_mutex);
    return m_threads;
}

int AnalysisPool::busy() const
{
    const std::scoped_lock lock(m_mutex);
    return m_workers;
}

int AnalysisPool::queued() const
{
    const std::scoped_lock lock(m_mutex);
    return static_cast<int>(m_tasks.size());
}

} // namespace crawlscope
