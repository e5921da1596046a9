// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/lab/labview.h"
#include "gui/lab/schedulereplay.h"
#include "gui/theme/theme.h"

#include <QTimer>

#include <array>

class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace crawlscope::gui {

class HostTimelineChart;
class LimitControl;

/// Experiment: how long a session would have taken with other limits. Replays the session shown, unless a run is under
/// way, or a file; each change of a limit begins the replay anew. Thread: GUI.
class SimulateView : public LabView
{
    Q_OBJECT
public:
    /// What the window lends.
    struct Sessions
    {
        std::function<ScheduleReplay::Source()> shown; ///< asked for only while no run is under way
        std::function<QString()> folder; ///< where session files are looked for
    };
    SimulateView(const Theme &theme, LabBench bench, Sessions sessions, QWidget *parent = nullptr);
    ~SimulateView() override;

    [[nodiscard]] QString name() const override;
    void refresh() override;

    void openFile(const QString &path);
    void useShown(); ///< back to the session of the window
    [[nodiscard]] CrawlLimits limits() const; ///< as chosen here; what has no field is that of the session
    void setLimits(const CrawlLimits &limits);
    [[nodiscard]] const ScheduleReplay &replay() const { return m_replay; }
    [[nodiscard]] HostTimelineChart *chart() const { return m_chart; }

Q_SIGNALS:
    void limitsUsed(const crawlscope::CrawlLimits &limits); ///< to be those of the setup

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makeSettings();
    [[nodiscard]] QWidget *makeResult();
    [[nodiscard]] QWidget *makeEmpty();
    [[nodiscard]] QLabel *makeText(const QString &name, const char *look);
    void makeInterval(QGridLayout *grid, int row);
    void loadShown();
    void onLoaded();
    void onFailed(const SessionFault &fault);
    void onLimits();
    void chooseFile();
    void chooseTarget();
    void retranslate();
    void showAll();
    void showHints();
    void showForecast();
    void showProgress();
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString details() const;
    [[nodiscard]] QString note() const;

    const Theme &m_theme;
    LabBench m_bench;
    Sessions m_sessions;
    std::weak_ptr<const ResultTable> m_shownTable; ///< of the session last loaded
    std::size_t m_shownRows = 0; ///< of it
    QString m_file; ///< chosen; empty: the session shown
    SessionFault m_fault; ///< of the file
    QTimer m_tick;

    QStackedWidget *m_stack = nullptr;
    QWidget *m_empty = nullptr;
    QLabel *m_emptyLabel = nullptr;
    QPushButton *m_emptyButton = nullptr;
    QWidget *m_content = nullptr;
    QLabel *m_session = nullptr;
    QPushButton *m_choose = nullptr;
    QPushButton *m_back = nullptr;
    LimitControl *m_inFlight = nullptr;
    LimitControl *m_perHost = nullptr;
    LimitControl *m_rate = nullptr;
    LimitControl *m_hostRate = nullptr;
    QLabel *m_intervalLabel = nullptr;
    QDoubleSpinBox *m_interval = nullptr;
    QPushButton *m_reset = nullptr;
    QPushButton *m_use = nullptr;
    QLabel *m_headline = nullptr;
    QLabel *m_details = nullptr;
    QLabel *m_progress = nullptr;
    QPushButton *m_export = nullptr;
    HostTimelineChart *m_chart = nullptr;
    QLabel *m_note = nullptr;
    ScheduleReplay m_replay; // last: joins before the rest goes away
};

} // namespace crawlscope::gui
