// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportjob.h"
#include "gui/background.h"
#include "gui/lab/gatedraft.h"
#include "gui/lab/gateprofile.h"
#include "gui/lab/labview.h"
#include "gui/theme/theme.h"

#include <QTimer>

#include <array>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace crawlscope::gui {

class FieldMessage;
class GateChecksModel;
class GateRulesModel;

/// Thresholds that a run has to keep, to be edited, and what became of them in the session shown. What is right counts
/// at once; what is wrong is told where it stands, and left out.
///
/// Judges in a thread of its own: when a run has ended, a session is shown, or a threshold changes. Thread: GUI.
class GateView : public LabView
{
    Q_OBJECT
public:
    static constexpr int kJudgeMs = 300; ///< after the last letter typed
    enum class Format : quint8 { Junit, Markdown };

    explicit GateView(const Theme &theme, QWidget *parent = nullptr);
    ~GateView() override; ///< cancels and joins

    [[nodiscard]] QString name() const override;
    void refresh() override { }

    void setGate(const QJsonObject &gate); ///< silent; judges again
    [[nodiscard]] QJsonObject gate() const; ///< what counts: key `gate` of a profile
    /// Another session, or none (null). `running`: it is not judged before runEnded().
    void setRun(std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table, qint64 elapsedMs,
                bool running);
    void runEnded(qint64 elapsedMs); ///< judges, and says so
    [[nodiscard]] bool judging() const { return m_job != nullptr || m_delay.isActive(); }
    /// Null: there are no thresholds, or nothing to judge.
    [[nodiscard]] std::shared_ptr<const GateReport> report() const { return m_report; }
    [[nodiscard]] ExportWork exportWork(const QString &path, Format format) const; ///< for a thread of its own
    [[nodiscard]] GateRulesModel *rulesModel() const { return m_rules; }
    [[nodiscard]] GateChecksModel *checksModel() const { return m_checks; }
    void loadProfile(const QString &path);
    void saveProfile(const QString &path);

Q_SIGNALS:
    void gateChanged(const QJsonObject &gate); ///< by the user
    void exportRequested(crawlscope::gui::GateView::Format format);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct RunField
    {
        QLabel *label = nullptr;
        QLineEdit *edit = nullptr;
        FieldMessage *message = nullptr;
    };
    // gateviewwidgets.cpp
    [[nodiscard]] QWidget *makeEditor();
    [[nodiscard]] QWidget *makeRunFields();
    [[nodiscard]] QWidget *makeHosts();
    [[nodiscard]] QWidget *makeProfiles();
    [[nodiscard]] QWidget *makeReport();
    [[nodiscard]] QTableView *makeTable(const QString &name);
    void connectAll();

    void onEdited();
    void addHost();
    void removeHost();
    void askForProfile(bool save);
    void onProfile(const gateprofile::Outcome &outcome, const QString &path, bool saved);
    [[nodiscard]] static QString profileProblem(const gateprofile::Outcome &outcome);
    void judge();
    void cancelJob();
    void take(const std::shared_ptr<std::atomic<bool>> &job, GateReport report);
    void fill(const Gate &gate);
    void updateView();
    void updateMessages();
    void applyTheme();
    void retranslate();
    [[nodiscard]] QString emptyText() const;

    const Theme &m_theme;
    std::shared_ptr<const UrlList> m_urls;
    std::shared_ptr<const ResultTable> m_table;
    qint64 m_elapsedMs = 0;
    bool m_running = false;
    bool m_announce = false; ///< the next report is news
    bool m_filling = false;
    std::shared_ptr<const GateReport> m_report;
    std::shared_ptr<std::atomic<bool>> m_job; ///< judging under way: set to cancel
    QTimer m_delay;
    GateRulesModel *m_rules;
    GateChecksModel *m_checks;

    QLabel *m_runTitle = nullptr;
    std::array<RunField, kGateMetricCount> m_run;
    QLabel *m_hostsTitle = nullptr;
    QTableView *m_hosts = nullptr;
    FieldMessage *m_hostsMessage = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_load = nullptr;
    QPushButton *m_save = nullptr;
    FieldMessage *m_profileMessage = nullptr;
    QWidget *m_head = nullptr;
    QLabel *m_icon = nullptr;
    QLabel *m_outcome = nullptr;
    QPushButton *m_junit = nullptr;
    QPushButton *m_markdown = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_empty = nullptr;
    QLabel *m_emptyLabel = nullptr;
    QPushButton *m_emptyButton = nullptr;
    QTableView *m_checksTable = nullptr;
    Background m_background; // last: joins before the rest goes away
};

} // namespace crawlscope::gui
