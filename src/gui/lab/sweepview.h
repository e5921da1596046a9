// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/sweeprunner.h"
#include "gui/background.h"
#include "gui/lab/labview.h"
#include "gui/lab/sweepestimate.h"
#include "gui/theme/theme.h"

#include <QElapsedTimer>

#include <atomic>
#include <memory>

class QAction;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace crawlscope::gui {

class FieldMessage;
class LevelChart;
class SweepLevelsModel;
class SweepSettings;

/// The same URLs with several limits on requests in flight: what each bought, and where more stops paying. Owns the
/// runner; picking the sample, the fits, files and sessions are work in a thread of its own. Thread: GUI.
class SweepView : public LabView
{
    Q_OBJECT
public:
    enum class Stage : quint8 { Idle, Picking, Running, Evaluating };

    SweepView(const Theme &theme, LabBench bench, QWidget *parent = nullptr);
    ~SweepView() override; ///< cancels and joins

    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool measuring() const override { return m_stage == Stage::Picking || m_stage == Stage::Running; }
    void refresh() override;

    /// The session whose sweeps are listed; empty: none. Reads them anew.
    void setSession(const QString &path);
    void start(); ///< shows what is wrong instead when something is
    void cancel();
    void tryDemo(); ///< with a plan that takes about half a minute

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] SweepSettings &settings() const { return *m_settings; }
    /// What is shown; while a sweep runs, without fits. Null: nothing.
    [[nodiscard]] std::shared_ptr<const SweepResult> result() const { return m_result; }
    [[nodiscard]] SweepLevelsModel *model() const { return m_model; }
    [[nodiscard]] QListWidget *earlier() const { return m_earlier; }

Q_SIGNALS:
    void levelChosen(int level); ///< to be the limit from now on
    /// A sweep of this list with these settings has ended and is worth keeping.
    void keepRequested(const std::shared_ptr<const crawlscope::UrlList> &urls, const crawlscope::CrawlConfig &config,
                       const crawlscope::StoredSweep &sweep);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Evaluated
    {
        std::shared_ptr<const SweepResult> result;
        StoredSweep stored;
    };
    // sweepviewwidgets.cpp: making
    [[nodiscard]] QWidget *makeControls();
    [[nodiscard]] QWidget *makeEmpty();
    [[nodiscard]] QWidget *makeFindings();
    [[nodiscard]] QWidget *makeCharts();
    [[nodiscard]] QWidget *makeTable();
    [[nodiscard]] QLabel *makeText(const QString &name, QWidget *parent);
    void makeExport();
    void retranslate();
    void fitControls();
    void fitColumns();

    // sweepview.cpp: measuring and showing
    void begin(std::shared_ptr<const UrlList> urls);
    void startPicked(std::shared_ptr<const UrlList> picked);
    void setStage(Stage stage);
    void onProgress();
    void onFinished();
    void take(Evaluated evaluated);
    void showResult(std::shared_ptr<const SweepResult> result);
    void updateFindings();
    void updateProgress();
    void updateActions();
    [[nodiscard]] QString reason() const;
    [[nodiscard]] int cutLevel() const;

    // sweepviewfiles.cpp: sessions and exports
    void listSweeps(const std::vector<StoredSweep> &sweeps);
    void relist();
    void showEarlier();
    void takeEarlier(qint64 startedMs, std::shared_ptr<const SweepResult> result);
    void askToExport(bool csv);
    void exportTo(const QString &path, bool csv);
    void copyTable();
    void chooseLevel();

    const Theme &m_theme;
    LabBench m_bench;
    Stage m_stage = Stage::Idle;
    SweepRunner m_runner;
    SweepEstimate m_estimate;
    QElapsedTimer m_sinceStep;
    int m_step = 0; ///< of the runner, as last seen
    SweepPlan m_plan; ///< of the sweep under way
    CrawlConfig m_config;
    std::shared_ptr<const UrlList> m_urls;
    qint64 m_startedMs = 0; ///< of what is shown
    std::shared_ptr<const SweepResult> m_result;
    std::shared_ptr<std::atomic<bool>> m_cancelled; ///< of picking or fitting under way
    QString m_session;
    QString m_folder; ///< of the last export
    std::vector<StoredSweep> m_sweeps; ///< of m_session, newest first
    quint64 m_listing = 0; ///< number of the newest reading of m_session
    qint64 m_earlierId = 0; ///< that is shown, or on its way; 0: none
    bool m_fits = false; ///< m_result has them
    bool m_unreadable = false; ///< the earlier sweep chosen

    SweepSettings *m_settings = nullptr;
    QWidget *m_controls = nullptr;
    QPushButton *m_startButton = nullptr;
    FieldMessage *m_reason = nullptr;
    QProgressBar *m_bar = nullptr;
    QLabel *m_progress = nullptr;
    QLabel *m_earlierLabel = nullptr;
    QListWidget *m_earlier = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_empty = nullptr;
    QWidget *m_content = nullptr;
    QLabel *m_emptyLabel = nullptr;
    QPushButton *m_demoButton = nullptr;
    QLabel *m_knee = nullptr;
    QLabel *m_speedup = nullptr;
    QLabel *m_fit = nullptr;
    QLabel *m_about = nullptr;
    QPushButton *m_use = nullptr;
    QPushButton *m_export = nullptr;
    QAction *m_exportJson = nullptr;
    QAction *m_exportCsv = nullptr;
    QAction *m_copy = nullptr;
    std::vector<LevelChart *> m_charts;
    SweepLevelsModel *m_model;
    QTableView *m_table = nullptr;
    Background m_background; // last: joins before what its jobs use goes away
};

} // namespace crawlscope::gui
