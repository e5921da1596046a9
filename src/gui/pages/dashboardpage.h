// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlcontroller.h"
#include "gui/charts/runhistory.h"

#include <QWidget>

#include <memory>

namespace Ui {
class DashboardPage;
}

namespace crawlscope::gui {

class ErrorsChart;
class HistogramChart;
class TimeChart;
class Theme;
class Tile;

/// The run at a glance: tiles with the figures of now, charts over its time. Keeps the history of the run; hidden, it
/// only takes data in and draws when it is shown again. The theme must outlive it. Thread: GUI.
class DashboardPage : public QWidget
{
    Q_OBJECT
public:
    explicit DashboardPage(Theme &theme, QWidget *parent = nullptr);
    ~DashboardPage() override;

    /// What the empty page asks for.
    enum class Invitation : quint8 { PasteUrls, PressStart };
    [[nodiscard]] Invitation invitation() const;
    void setReadyUrls(quint64 urls); ///< URLs that Start would fetch; 0: no list yet

    /// What the figures are of; an empty name: of no session file.
    void setSession(const QString &name, bool running);
    void reset(); ///< a new run begins: forgets figures and history
    void apply(const CrawlUpdate &update);
    [[nodiscard]] const RunHistory &history() const { return m_history; }

Q_SIGNALS:
    void demoRequested(); ///< the button of the empty page while there is no list
    void startRequested(); ///< likewise, once a list is ready

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeTiles();
    void makeCharts();
    void retranslate();
    void showInvitation();
    void showSession();
    void showFigures();
    void showCounts();
    void showLatency();
    void showFailures();
    void feedCharts();

    std::unique_ptr<::Ui::DashboardPage> m_ui;
    Theme &m_theme;
    RunHistory m_history;
    StatsSnapshot m_snapshot;
    quint64 m_readyUrls = 0;
    QString m_session;
    bool m_running = false;

    Tile *m_done = nullptr;
    Tile *m_rate = nullptr;
    Tile *m_inFlight = nullptr;
    Tile *m_latency = nullptr;
    Tile *m_failures = nullptr;
    Tile *m_data = nullptr;
    Tile *m_time = nullptr;
    std::vector<TimeChart *> m_timeCharts;
    ErrorsChart *m_errorsChart = nullptr;
    HistogramChart *m_histogramChart = nullptr;
};

} // namespace crawlscope::gui
