// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportjob.h"
#include "gui/lab/labview.h"
#include "gui/lab/sessioncomparer.h"
#include "gui/theme/theme.h"

#include <QTimer>

#include <optional>

class QAction;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace crawlscope::gui {

class ChangeKindsModel;
class ChangesModel;
class FieldMessage;
class HostTimesModel;
class SessionCatalog;
class SessionChoices;
class TimesCompareChart;

/// What differs between two sessions: a verdict, the URLs of each kind of change, and the response times of the run and
/// of each host. Proposes the session shown and the one before of the same list until the user chooses.
///
/// Holds both sessions as long as their comparison is shown; another pair lets them go first. Thread: GUI; reading,
/// comparing and sorting are done in others.
class CompareView : public LabView
{
    Q_OBJECT
public:
    static constexpr int kCopyRows = 100'000; ///< more than that is a job for the export

    /// The catalogue must outlive it.
    CompareView(const Theme &theme, SessionCatalog &catalog, QWidget *parent = nullptr);
    ~CompareView() override;

    [[nodiscard]] QString name() const override;
    void refresh() override { }

    void setShown(const QString &path); ///< the session in the window; empty: none
    /// As if the user had chosen them.
    void choose(const QString &pathA, const QString &pathB);
    [[nodiscard]] QString chosenA() const;
    [[nodiscard]] QString chosenB() const;
    void compare();
    void cancel();
    [[nodiscard]] bool busy() const { return m_comparer.busy(); }
    /// What is shown; null: nothing.
    [[nodiscard]] std::shared_ptr<const SessionPair> pair() const { return m_pair; }
    void showKind(std::optional<ChangeKind> kind); ///< nullopt: the response times

    /// The list shown, with the rows of the session it is of; for a thread of its own.
    [[nodiscard]] ExportWork listWork(const QString &path, const ExportOptions &options, bool selectedOnly) const;
    [[nodiscard]] quint64 listRows() const;
    [[nodiscard]] quint64 selectedRows() const;
    /// All changes, both sessions side by side, as CSV.
    [[nodiscard]] ExportWork changesWork(const QString &path) const;
    [[nodiscard]] quint64 changes() const;

    [[nodiscard]] QString verdict() const;
    [[nodiscard]] ChangesModel *changesModel() const { return m_changes; }
    [[nodiscard]] HostTimesModel *hostsModel() const { return m_hosts; }
    [[nodiscard]] TimesCompareChart *chart() const { return m_chart; }

Q_SIGNALS:
    void setupRequested(); ///< "Enter URLs" on the empty page
    void listExportRequested();
    void changesExportRequested();
    void entryRequested(const QString &path, quint32 entry); ///< to be shown in the window

protected:
    void changeEvent(QEvent *event) override;

private:
    // compareviewwidgets.cpp
    [[nodiscard]] QWidget *makeChoice();
    [[nodiscard]] QWidget *makeProgress();
    [[nodiscard]] QWidget *makeVerdict();
    [[nodiscard]] QWidget *makeEmpty();
    [[nodiscard]] QWidget *makeContent();
    [[nodiscard]] QWidget *makeTimes();
    [[nodiscard]] QWidget *makeChanges();
    [[nodiscard]] QComboBox *makeCombo(const QString &name);
    [[nodiscard]] QLabel *makeText(const QString &name);
    [[nodiscard]] QTableView *makeTable(const QString &name);
    void connectAll();
    void setUpTabOrder();
    void fillColumnsMenu();

    void onCatalogChanged();
    void propose();
    void onChosen(QComboBox *combo);
    void askForFile(QComboBox *combo);
    void setChoice(QComboBox *combo, const QString &path);
    void swapSessions();
    void setPair(std::shared_ptr<const SessionPair> pair);
    void onFinished(const std::shared_ptr<const SessionPair> &pair);
    void onFailed(const SessionFault &fault, const QString &path);
    void onKindChanged();
    void onHostChanged();
    void rememberCurrent();
    void restoreCurrent();
    void requestCurrent();
    void copyRows();
    void showProgress();
    void updateView();
    void updateActions();
    void applyTheme();
    void retranslate();
    [[nodiscard]] QString choiceProblem() const; ///< why the two cannot be compared; empty: they can
    [[nodiscard]] std::optional<ChangeKind> kindShown() const;

    const Theme &m_theme;
    SessionCatalog &m_catalog;
    SessionChoices *m_choices;
    ChangeKindsModel *m_kinds;
    ChangesModel *m_changes;
    HostTimesModel *m_hosts;
    std::shared_ptr<const SessionPair> m_pair;
    QString m_shown;
    QString m_pathA; ///< chosen; kept while the lists are made anew
    QString m_pathB;
    bool m_chosen = false; ///< by the user
    std::optional<quint32> m_currentChange; ///< over a sort
    QByteArray m_currentHost;
    QTimer m_progressTimer;

    QLabel *m_labelA = nullptr;
    QLabel *m_labelB = nullptr;
    QComboBox *m_comboA = nullptr;
    QComboBox *m_comboB = nullptr;
    QToolButton *m_swap = nullptr;
    QPushButton *m_compare = nullptr;
    FieldMessage *m_message = nullptr;
    QWidget *m_progressRow = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_progressLabel = nullptr;
    QPushButton *m_cancel = nullptr;
    QWidget *m_verdictRow = nullptr;
    QLabel *m_verdictIcon = nullptr;
    QLabel *m_verdict = nullptr;
    QPushButton *m_exportList = nullptr;
    QPushButton *m_exportAll = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_empty = nullptr;
    QLabel *m_emptyLabel = nullptr;
    QPushButton *m_emptyButton = nullptr;
    QSplitter *m_content = nullptr;
    QTableView *m_kindsTable = nullptr;
    QStackedWidget *m_pages = nullptr;
    QSplitter *m_times = nullptr;
    TimesCompareChart *m_chart = nullptr;
    QTableView *m_hostsTable = nullptr;
    QWidget *m_changesPage = nullptr;
    QLabel *m_help = nullptr;
    QPushButton *m_show = nullptr;
    QTableView *m_changesTable = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_showAction = nullptr;
    SessionComparer m_comparer; // last: joins before the rest goes away
};

} // namespace crawlscope::gui
