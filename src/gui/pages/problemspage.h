// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problems/problemlimits.h"
#include "core/problems/problemreport.h"
#include "core/store/resulttable.h"
#include "gui/background.h"
#include "gui/theme/theme.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QAction;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace crawlscope::gui {

class ProblemRowsModel;
class ProblemsModel;

/// What is wrong with the pages of a run: findings with their number, what each means, and the URLs behind it.
///
/// Looks in a thread of its own, with a reader of the session of its own: when a run has ended or a session was opened
/// and the page can be seen; while a run goes on, every kLookMs, if the last look took less than kQuickMicros. A look
/// that is no longer wanted is cancelled. Thread: GUI.
class ProblemsPage : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kColumnWidth = 84; ///< of figures
    static constexpr int kLookMs = 10'000;
    static constexpr qint64 kQuickMicros = 1'000'000;

    explicit ProblemsPage(const Theme &theme, QWidget *parent = nullptr);
    ~ProblemsPage() override; ///< cancels and joins

    /// Another run, or none (null). `session`: its file; empty: findings of rows alone.
    void setRun(std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table, const QString &session);
    void setSession(const QString &session) { m_session = session; } ///< the same one lies elsewhere now
    void setRunning(bool running);
    void setLimits(const ProblemLimits &limits); ///< slow and large can be changed on the page
    [[nodiscard]] const ProblemLimits &limits() const { return m_limits; }
    void look(); ///< now; one under way begins anew

    [[nodiscard]] bool looking() const { return m_job != nullptr; }
    /// Of the last look; null: there was none.
    [[nodiscard]] std::shared_ptr<const ProblemReport> report() const { return m_report; }
    [[nodiscard]] std::shared_ptr<const UrlList> urls() const { return m_urls; }
    void showProblem(ProblemId id);
    [[nodiscard]] ProblemsModel *model() const { return m_model; }
    [[nodiscard]] ProblemRowsModel *rowsModel() const { return m_rowsModel; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QTableView *rowsTable() const { return m_rowsTable; }

Q_SIGNALS:
    void rowRequested(quint32 tableRow); ///< to be shown in the table of results
    void exportRequested();
    void limitsChanged(const crawlscope::ProblemLimits &limits);
    void setupRequested(); ///< "Enter URLs" on the empty page
    void message(const QString &text); ///< short news for the status bar

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Job
    {
        std::atomic<bool> cancelled = false;
        std::atomic<quint64> done = 0;
    };
    struct Found
    {
        std::shared_ptr<const ProblemReport> report; ///< null: cancelled
        qint64 micros = 0;
    };
    // problemspagewidgets.cpp
    [[nodiscard]] QLabel *makeText(const QString &name);
    [[nodiscard]] QWidget *makeBar();
    [[nodiscard]] QWidget *makeEmpty();
    [[nodiscard]] QWidget *makeFinding();
    [[nodiscard]] QTableView *makeTable(const QString &name);
    [[nodiscard]] QDoubleSpinBox *makeLimit(const QString &name, double most);

    void cancelLook();
    void take(const std::shared_ptr<Job> &job, Found found);
    void lookIfSeen();
    void onTick();
    void onLimitEdited();
    void showFinding();
    void requestRow(int row);
    void copyRows();
    void applyTheme();
    void retranslate();
    void updateView();
    void updateActions();
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString note() const;
    [[nodiscard]] QString emptyText() const;

    const Theme &m_theme;
    std::shared_ptr<const UrlList> m_urls;
    std::shared_ptr<const ResultTable> m_results;
    QString m_session;
    ProblemLimits m_limits;
    std::shared_ptr<const ProblemReport> m_report;
    std::shared_ptr<Job> m_job; ///< the look under way
    qint64 m_lastMicros = 0; ///< that the last look took
    bool m_running = false;
    bool m_stale = false; ///< there is something new to look at
    QTimer m_tick; ///< the next look, while a run goes on
    QTimer m_progress;

    ProblemsModel *m_model;
    ProblemRowsModel *m_rowsModel;
    QLabel *m_summary = nullptr;
    QLabel *m_note = nullptr;
    QDoubleSpinBox *m_slow = nullptr;
    QDoubleSpinBox *m_large = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_export = nullptr;
    QStackedWidget *m_stack = nullptr;
    QSplitter *m_splitter = nullptr;
    QWidget *m_empty = nullptr;
    QLabel *m_emptyLabel = nullptr;
    QPushButton *m_emptyButton = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_meaning = nullptr;
    QLabel *m_advice = nullptr;
    QLabel *m_count = nullptr;
    QPushButton *m_show = nullptr;
    QTableView *m_rowsTable = nullptr;
    QAction *m_copy = nullptr;
    Background m_background; // last: joins before the rest goes away
};

} // namespace crawlscope::gui
