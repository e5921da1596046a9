// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlcontroller.h"
#include "core/lab/sweepplan.h"
#include "core/lab/sweepresult.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace crawlscope {

/// Where a sweep stands.
struct SweepProgress
{
    int step = 0; ///< runs that ended or were left out
    int steps = 0;
    int level = 0; ///< of the run under way
    int repeat = 0;
    quint64 done = 0; ///< URLs of the run under way that ended
    quint64 urls = 0; ///< of it
};

/// Makes the runs of a SweepPlan, one after the other. Owns the controller that makes them.
/// Thread: the owner's (the GUI's, main in the command line); calls return at once. Nothing is recorded.
class SweepRunner : public QObject
{
    Q_OBJECT
public:
    explicit SweepRunner(QObject *parent = nullptr);
    ~SweepRunner() override; ///< ends the run under way and joins

    /// Precondition: not active(), `plan` and `config` are valid. `keepPerHost`: the user set the limit per host, and
    /// levels above it are capped by it. False, and nothing begins: too few URLs for anything to be counted.
    [[nodiscard]] bool start(const UrlList &urls, const CrawlConfig &config, const SweepPlan &plan, bool keepPerHost);
    /// Likewise with what SweepPlan::pick() gave, which takes a while for a long list.
    [[nodiscard]] bool startPicked(std::shared_ptr<const UrlList> urls, const CrawlConfig &config,
                                   const SweepPlan &plan, bool keepPerHost);
    /// Whether the limit per host of a configuration is one that somebody set.
    [[nodiscard]] static bool perHostIsSet(const CrawlConfig &config);
    /// The run under way is cut off and not counted; finished() follows.
    void cancel();
    [[nodiscard]] bool active() const { return m_active; }
    [[nodiscard]] SweepProgress progress() const;
    /// The runs so far; without fits.
    [[nodiscard]] const std::vector<SweepRun> &runs() const { return m_runs; }
    /// After finished(); takes up to 0.5 s, so a window asks for it elsewhere: evaluateSweep() of runs().
    [[nodiscard]] SweepResult result() const;

Q_SIGNALS:
    void progressed(); ///< ten times a second at most, and after each run
    void finished();

private:
    void startNext();
    void takeUpdate();
    void judge();
    void runEnded();
    void finish();

    CrawlController m_controller;
    QTimer m_timer;
    SweepPlan m_plan;
    CrawlConfig m_config;
    std::shared_ptr<const UrlList> m_urls;
    std::vector<SweepPlan::Step> m_steps;
    std::size_t m_step = 0;
    std::vector<SweepRow> m_rows; ///< of the run under way
    std::size_t m_judgeAt = 0; ///< so many rows are looked at next
    std::vector<SweepRun> m_runs;
    int m_cutLevel = 0; ///< this level and higher ones are left out; 0: none
    bool m_keepPerHost = false;
    bool m_active = false;
    bool m_cut = false; ///< the run under way
    bool m_cancelled = false;
};

} // namespace crawlscope
