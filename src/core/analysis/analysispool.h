// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysisbackend.h"
#include "core/util/mailbox.h"

#include <QThreadPool>

#include <condition_variable>
#include <deque>
#include <mutex>

namespace crawlscope {

/// Runs PageAnalyzer in threads of its own through QtConcurrent (not the global pool, which others may block).
///
/// A worker takes tasks until there are none or until there are more workers than setThreads() allows, so the slider
/// acts within one page in both directions, from 1 to 64. Tasks and reports cross threads under std::mutex, see
/// Mailbox.
class AnalysisPool : public AnalysisBackend
{
public:
    static constexpr int kMaxThreads = 64;

    /// `wake` is called from a worker when reports wait to be taken.
    explicit AnalysisPool(Mailbox<PageReport>::Wake wake, int threads = 2);
    ~AnalysisPool() override; ///< drops what is queued, waits for what runs

    void submit(AnalysisTask task) override;
    void submitAll(std::vector<AnalysisTask> tasks) override;
    [[nodiscard]] std::vector<PageReport> takeFinished() override { return m_reports.takeAll(); }
    void setThreads(int threads) override;
    [[nodiscard]] int threads() const override;
    [[nodiscard]] int busy() const override;
    [[nodiscard]] int queued() const override;
    /// All figures of one moment. Thread: any.
    [[nodiscard]] AnalysisPoolLoad load() const override;

private:
    void spawn(); ///< m_mutex held
    void work(std::size_t place);
    bool take(std::size_t place, AnalysisTask *task, std::vector<PageReport> *reports);
    void note(std::size_t place, const PageReport &report);
    [[nodiscard]] std::size_t freePlace(); ///< m_mutex held

    QThreadPool m_pool;
    Mailbox<PageReport> m_reports;
    mutable std::mutex m_mutex; // protects what follows
    std::deque<AnalysisTask> m_tasks;
    int m_threads = 2;
    int m_workers = 0;
    AnalysisPoolLoad m_load; ///< pages and times; the rest is filled by load()
    std::vector<bool> m_placeTaken; ///< by worker
    std::condition_variable m_idle; ///< m_workers fell to 0
};

} // namespace crawlscope
