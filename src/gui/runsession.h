// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlcontroller.h"
#include "core/store/resulttable.h"
#include "gui/uiupdater.h"

#include <QObject>

#include <functional>
#include <memory>

namespace crawlscope::gui {

/// One run after another: owns list, table and details of the present run and the pulse that fills them.
/// Thread: GUI. Invariant: table() and urls() belong to the same run; both are null before the first.
class RunSession : public QObject
{
    Q_OBJECT
public:
    using Disposer = std::function<void(std::shared_ptr<const void>)>;

    /// `dispose` lets go of what is big away from the GUI thread.
    RunSession(CrawlController &controller, Disposer dispose, QObject *parent = nullptr);
    ~RunSession() override;

    /// Precondition: not active(), config is valid.
    void start(std::shared_ptr<const UrlList> urls, const CrawlConfig &config);
    void pauseOrResume();
    void stop();
    void setLimits(const CrawlLimits &limits); ///< no effect without a run
    void setWaterfallWanted(bool wanted) { m_controller.setWaterfallWanted(wanted); } ///< stays over runs

    [[nodiscard]] CrawlController::State state() const { return m_controller.state(); }
    /// True until every row of the run is in the table.
    [[nodiscard]] bool active() const { return m_controller.active() || m_updater.active(); }
    [[nodiscard]] std::shared_ptr<const UrlList> urls() const { return m_urls; }
    [[nodiscard]] std::shared_ptr<ResultTable> table() const { return m_table; }
    [[nodiscard]] std::shared_ptr<DetailSpool> spool() const { return m_spool; }
    [[nodiscard]] const StatsSnapshot &snapshot() const { return m_snapshot; }
    [[nodiscard]] bool hasSnapshot() const { return m_hasSnapshot; }
    [[nodiscard]] UiUpdater &updater() { return m_updater; }

Q_SIGNALS:
    /// urls(), table() and spool() are new; those before live on until this signal has been handled.
    void started();
    void stateChanged(crawlscope::CrawlController::State state);
    void updated(const crawlscope::CrawlUpdate &update);
    void ended(); ///< every row is in the table

private:
    void onUpdated(const CrawlUpdate &update);

    CrawlController &m_controller;
    Disposer m_dispose;
    UiUpdater m_updater;
    std::shared_ptr<const UrlList> m_urls;
    std::shared_ptr<ResultTable> m_table;
    std::shared_ptr<DetailSpool> m_spool;
    StatsSnapshot m_snapshot;
    bool m_hasSnapshot = false;
};

} // namespace crawlscope::gui
