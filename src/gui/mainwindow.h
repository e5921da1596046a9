// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dialogs/exportdialog.h"
#include "gui/pages/sessionspage.h"
#include "gui/runsession.h"
#include "gui/theme/theme.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <memory>

class QActionGroup;
class QMessageBox;
class QToolButton;

namespace crawlscope::demosite {
class DemoServer;
}

namespace crawlscope::gui {

namespace Ui {
    class MainWindow;
}

class CompareView;
class DashboardPage;
class ExportController;
class GateView;
class HelpDialog;
class HostsPage;
class LabPage;
class LabView;
struct LabBench;
class LogPage;
class LoopPage;
class NoticeBar;
class ProblemsPage;
class ResultsPage;
class SessionActions;
class SessionCatalog;
class SessionOpener;
class Settings;
class SetupPanel;
class StatusLine;
class WaterfallPage;

/// The window: wires setup, session and pages, and decides which actions make sense. Everything it shows of a run
/// comes through RunSession. Thread: GUI.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// What the composition root owns and lends for the window's life.
    struct Parts
    {
        Settings &settings;
        Theme &theme;
        CrawlController &controller;
        demosite::DemoServer &demo;
        qint64 descriptorLimit = 0; ///< open descriptors this process may have
    };

    explicit MainWindow(const Parts &parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    void openFiles(const QStringList &paths);
    /// Starts the demo site when needed and fills in its URLs; `start`: begins the run, too.
    void tryDemo(bool start);
    /// Starts as soon as the list is judged. Shows what is wrong instead when something is.
    void startRun();
    /// Without a question, e.g. on SIGTERM: what is under way is cancelled, then the window closes.
    void stopAndClose();

    [[nodiscard]] SetupPanel &setup() const { return *m_setup; }
    [[nodiscard]] RunSession &session() const { return *m_session; }
    [[nodiscard]] StatusLine &statusLine() const { return *m_statusLine; }
    [[nodiscard]] DashboardPage &dashboard() const { return *m_dashboard; }
    [[nodiscard]] ResultsPage &results() const { return *m_results; }
    [[nodiscard]] WaterfallPage &waterfall() const { return *m_waterfall; }
    [[nodiscard]] HostsPage &hosts() const { return *m_hosts; }
    [[nodiscard]] ProblemsPage &problems() const { return *m_problems; }
    [[nodiscard]] LoopPage &loop() const { return *m_loop; }
    [[nodiscard]] LogPage &log() const { return *m_log; }
    [[nodiscard]] LabPage &lab() const { return *m_lab; }
    [[nodiscard]] CompareView &compare() const { return *m_compare; }
    [[nodiscard]] GateView &gate() const { return *m_gate; }
    [[nodiscard]] SessionsPage &sessions() const { return *m_sessionsPage; }
    [[nodiscard]] SessionCatalog &catalog() const { return *m_catalog; }
    [[nodiscard]] SessionActions &sessionActions() const { return *m_sessionActions; }
    [[nodiscard]] SessionOpener &opener() const { return *m_opener; }
    [[nodiscard]] NoticeBar &offerBar() const { return *m_offerBar; } ///< goes on with a session?
    [[nodiscard]] NoticeBar &storageBar() const { return *m_storageBar; } ///< where the session lies
    [[nodiscard]] NoticeBar &openBar() const { return *m_openBar; } ///< a session is being opened

    /// What a session is opened for.
    enum class SessionUse : quint8 { Show, Resume, Retry, Setup, Export };
    void openSession(const QString &path, SessionUse use);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    // mainwindow.cpp: making and wiring
    void buildPages();
    void connectHosts();
    void connectProblems();
    void buildToolBar();
    void buildViewMenu();
    void connectSetup();
    void connectSession();
    void restoreLayout();
    void saveLayout();

    // mainwindowlab.cpp
    void buildLab();
    [[nodiscard]] LabView *makeSweepView();
    [[nodiscard]] LabBench labBench();
    [[nodiscard]] LabView *makeSimulateView();

    // mainwindowcompare.cpp: comparing sessions and thresholds
    [[nodiscard]] LabView *makeCompareView();
    [[nodiscard]] LabView *makeGateView();
    void exportList();
    void exportChanges();
    void exportGate(bool junit);
    void askForExport(const QString &title, const QString &filter, const QString &suffix, const QString &name,
                      const std::function<void(const QString &path)> &then);
    void seekEntry(const QString &path, quint32 entry);
    void showSoughtEntry();
    [[nodiscard]] CrawlConfig runConfig() const; ///< as a run would begin with now, with its thresholds

    // mainwindowactions.cpp: what the user may do now
    void connectActions();
    void setIcons();
    void retranslate();
    void refreshActions();
    void refreshPauseAction();
    [[nodiscard]] bool resumable() const; ///< the session shown does not run and has URLs left
    void refreshTitle();
    void onRunStarted(bool goesOn);
    void onRunUpdated(const CrawlUpdate &update);
    void onRunEnded();
    void showStatus();
    void showFilter();
    void changeHostLimits(const QByteArrayList &keys);
    void showSettings();
    void showHelp();
    void showAbout();
    void askToClose();
    void exportRows(ExportRequest::Scope scope);
    void startExport(const ExportRequest &request);
    void exportProblems();
    [[nodiscard]] ReportFacts reportFacts() const;
    void refreshExportActions();
    [[nodiscard]] bool setupUsable(); ///< else shows what is wrong

    // mainwindowsessions.cpp
    void buildSessions();
    void connectSessions();
    void showMessage(const QString &text);
    void offerUnfinished();
    void onSessionAction(SessionsPage::Action action, const SessionInfo &session);
    void chooseSession();
    void onSessionOpened(const std::shared_ptr<SessionContents> &contents);
    void onSessionFailed(const SessionFault &fault, const QString &path);
    void onSessionShown(const std::shared_ptr<const SessionContents> &contents);
    void exportSession(const std::shared_ptr<SessionContents> &contents);
    void resumeSession();
    void retryFailed();
    void retry(const std::vector<quint32> &entries);
    void saveSessionAs();
    void onSessionSaved(const SessionFault &fault, const QString &path);
    void onFileFault(const SessionFault &fault, const QString &path);
    void fillRecentSessions();
    void refreshSession();
    [[nodiscard]] static bool takesSpace(const QWidget *widget);

    Settings &m_settings;
    Theme &m_theme;
    demosite::DemoServer &m_demo;
    std::unique_ptr<Ui::MainWindow> m_ui;
    SetupPanel *m_setup = nullptr;
    RunSession *m_session = nullptr;
    DashboardPage *m_dashboard = nullptr;
    ResultsPage *m_results = nullptr;
    WaterfallPage *m_waterfall = nullptr;
    HostsPage *m_hosts = nullptr;
    ProblemsPage *m_problems = nullptr;
    LoopPage *m_loop = nullptr;
    LogPage *m_log = nullptr;
    SessionsPage *m_sessionsPage = nullptr;
    LabPage *m_lab = nullptr;
    CompareView *m_compare = nullptr;
    GateView *m_gate = nullptr;
    SessionCatalog *m_catalog = nullptr;
    SessionOpener *m_opener = nullptr;
    SessionActions *m_sessionActions = nullptr;
    NoticeBar *m_offerBar = nullptr;
    NoticeBar *m_storageBar = nullptr;
    NoticeBar *m_openBar = nullptr;
    StatusLine *m_statusLine = nullptr;
    ExportController *m_export = nullptr;
    QToolButton *m_exportButton = nullptr;
    QActionGroup *m_pageActions = nullptr;
    QPointer<QMessageBox> m_closeQuestion;
    QPointer<HelpDialog> m_help;
    SessionUse m_sessionUse = SessionUse::Show; ///< of what m_opener reads
    qint64 m_windowLagMicros = 0; ///< lateness of the last beat
    QString m_soughtPath; ///< of a session that is being opened for one of its URLs
    quint32 m_soughtEntry = 0;
    bool m_offered = false; ///< an unfinished session, or that there is none
    bool m_startWhenReady = false;
    bool m_closeWhenEnded = false;
};

} // namespace crawlscope::gui
