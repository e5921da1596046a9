// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Making and wiring of the window. What the user may do is in mainwindowactions.cpp.
#include "gui/mainwindow.h"

#include "core/exporters/problemtable.h"
#include "core/exporters/sitetable.h"
#include "demosite/demoserver.h"
#include "gui/dialogs/exportcontroller.h"
#include "gui/dialogs/helpdialog.h"
#include "gui/dialogs/hostlimitsdialog.h"
#include "gui/pages/dashboardpage.h"
#include "gui/pages/hostspage.h"
#include "gui/pages/logpage.h"
#include "gui/pages/looppage.h"
#include "gui/pages/problemspage.h"
#include "gui/pages/resultspage.h"
#include "gui/pages/waterfallpage.h"
#include "gui/settings.h"
#include "gui/setup/bodyeditor.h"
#include "gui/setup/requestsettings.h"
#include "gui/setup/setuppanel.h"
#include "gui/setup/urleditor.h"
#include "gui/statusline.h"
#include "ui_mainwindow.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QFileDialog>
#include <QMessageBox>
#include <QStandardPaths>
#include <QToolButton>

namespace crawlscope::gui {

namespace {
    constexpr int kLayoutVersion = 1;
    constexpr int kSetupWidth = 300;
    constexpr QSize kFirstSize {1280, 800};
} // namespace

MainWindow::MainWindow(const Parts &parts, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(parts.settings)
    , m_theme(parts.theme)
    , m_demo(parts.demo)
    , m_ui(std::make_unique<Ui::MainWindow>())
{
    m_ui->setupUi(this);
    m_setup = new SetupPanel(m_theme, parts.descriptorLimit, this);
    m_setup->setMinimumWidth(kSetupWidth);
    m_ui->setupDock->setWidget(m_setup);
    delete m_ui->setupContents; // stood in for the panel in the form
    m_session = new RunSession(
        parts.controller,
        [this](std::shared_ptr<const void> object) { m_setup->editor().loader().dispose(std::move(object)); }, this);
    m_export = new ExportController(m_theme, this);

    buildSessions();
    buildPages();
    buildToolBar();
    buildViewMenu();
    m_statusLine = new StatusLine(m_theme, this);
    m_ui->statusBar->addWidget(m_statusLine, 1);
    m_ui->statusBar->addPermanentWidget(m_export->progressWidget());
    setAcceptDrops(true);

    connectSetup();
    connectSession();
    connectSessions();
    connectActions();
    setIcons();
    restoreLayout();
    retranslate();
    refreshActions();
    showStatus();
    m_setup->editor().setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPages()
{
    m_dashboard = new DashboardPage(m_theme, this);
    m_results = new ResultsPage(m_theme, this);
    m_waterfall = new WaterfallPage(m_theme, this);
    m_hosts = new HostsPage(m_theme, this);
    m_problems = new ProblemsPage(m_theme, this);
    m_loop = new LoopPage(m_theme, this);
    m_log = new LogPage(m_theme, this);
    for (QWidget *page :
         {static_cast<QWidget *>(m_dashboard), static_cast<QWidget *>(m_results), static_cast<QWidget *>(m_waterfall),
          static_cast<QWidget *>(m_hosts), static_cast<QWidget *>(m_problems), static_cast<QWidget *>(m_loop),
          static_cast<QWidget *>(m_log), static_cast<QWidget *>(m_sessionsPage)})
        m_ui->tabs->addTab(page, QString());
    buildLab();
    connect(m_dashboard, &DashboardPage::demoRequested, this, [this] { tryDemo(true); });
    connect(m_dashboard, &DashboardPage::startRequested, this, &MainWindow::startRun);
    const auto showSetup = [this] {
        m_ui->setupDock->show();
        m_setup->editor().setFocus();
    };
    connect(m_results, &ResultsPage::setupRequested, this, showSetup);
    connect(m_waterfall, &WaterfallPage::setupRequested, this, showSetup);
    connect(m_hosts, &HostsPage::setupRequested, this, showSetup);
    connect(m_problems, &ProblemsPage::setupRequested, this, showSetup);
    connect(m_loop, &LoopPage::setupRequested, this, showSetup);
    connectHosts();
    connectProblems();
    connect(m_waterfall, &WaterfallPage::wantedChanged, m_session, &RunSession::setWaterfallWanted);
    connect(m_waterfall, &WaterfallPage::rowRequested, this, [this](quint32 row) {
        m_ui->tabs->setCurrentWidget(m_results);
        m_results->showTableRow(row);
    });
    connect(m_results, &ResultsPage::exportRequested, this, [this] { exportRows(ExportRequest::Scope::Filtered); });
    const auto showMessage = [this](const QString &text) { m_ui->statusBar->showMessage(text, 4000); };
    connect(m_results, &ResultsPage::message, this, showMessage);
    connect(m_waterfall, &WaterfallPage::message, this, showMessage);
    connect(m_hosts, &HostsPage::message, this, showMessage);
    connect(m_problems, &ProblemsPage::message, this, showMessage);
}

void MainWindow::connectHosts()
{
    connect(m_hosts, &HostsPage::wantedChanged, m_session, &RunSession::setHostsWanted);
    connect(m_hosts, &HostsPage::pauseRequested, m_session, &RunSession::pauseHosts);
    connect(m_hosts, &HostsPage::resumeRequested, m_session, &RunSession::resumeHosts);
    connect(m_hosts, &HostsPage::limitsRequested, this, &MainWindow::changeHostLimits);
    connect(m_hosts, &HostsPage::resultsRequested, this, [this](const QString &host) {
        ResultFilter filter;
        filter.host = host;
        m_results->setFilter(filter);
        m_ui->tabs->setCurrentWidget(m_results);
    });
}

void MainWindow::connectProblems()
{
    m_problems->setLimits(m_settings.problemLimits());
    connect(m_problems, &ProblemsPage::limitsChanged, &m_settings, &Settings::setProblemLimits);
    connect(&m_settings, &Settings::configReset, this, [this] { m_problems->setLimits(m_settings.problemLimits()); });
    connect(m_problems, &ProblemsPage::exportRequested, this, &MainWindow::exportProblems);
    connect(m_problems, &ProblemsPage::rowRequested, this, [this](quint32 row) {
        m_ui->tabs->setCurrentWidget(m_results);
        m_results->showTableRow(row);
    });
}

/// The report shown, as it is: a run that goes on may find more meanwhile.
void MainWindow::exportProblems()
{
    if (!m_problems->report() || m_export->active())
        return;
    QString folder = m_settings.folder();
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(this, tr("Export problems"), folder, tr("CSV (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(siteTableName(SiteTable::Problems));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, report = m_problems->report(), urls = m_problems->urls()](const QString &path) {
                m_settings.setFolder(QFileInfo(path).absolutePath());
                quint64 lines = 0;
                for (const ProblemFinding &finding : report->findings)
                    lines += finding.rows.size();
                const auto work = [report, urls, path, options = m_settings.exportOptions()](
                                      const std::atomic<bool> *cancelled, std::atomic<quint64> *written) {
                    return crawlscope::exportProblems(*report, *urls, path, options, cancelled, written);
                };
                m_export->start(std::make_unique<ExportJob>(work, lines), path);
                refreshExportActions();
            });
    dialog->open();
}

void MainWindow::changeHostLimits(const QByteArrayList &keys)
{
    auto *dialog = new HostLimitsDialog(keys, m_session->config().grouping, m_setup->limits(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_setup->setLimits(dialog->applied(m_setup->limits()));
        m_session->setLimits(m_setup->limits());
    });
    dialog->show();
}

void MainWindow::buildToolBar()
{
    m_exportButton = new QToolButton(this);
    m_exportButton->setMenu(m_ui->menuExport);
    m_exportButton->setPopupMode(QToolButton::InstantPopup);
    m_exportButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_exportButton->setIconSize(m_ui->toolBar->iconSize());
    m_exportButton->setFocusPolicy(Qt::TabFocus);
    m_ui->toolBar->addWidget(m_exportButton);
    auto *spacer = new QWidget(this);
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_ui->toolBar->addWidget(spacer);
    m_ui->toolBar->addAction(m_ui->actionSettings);
    m_ui->toolBar->addAction(m_ui->actionHelp);
    for (QAction *action : {m_ui->actionStart, m_ui->actionPause, m_ui->actionStop, m_ui->actionRetry,
                            m_ui->actionSettings, m_ui->actionHelp})
        m_ui->toolBar->widgetForAction(action)->setFocusPolicy(Qt::TabFocus);
    for (QAction *action : {m_ui->actionSettings, m_ui->actionHelp}) {
        if (auto *button = qobject_cast<QToolButton *>(m_ui->toolBar->widgetForAction(action)))
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
}

void MainWindow::buildViewMenu()
{
    m_pageActions = new QActionGroup(this);
    for (int page = 0; page < m_ui->tabs->count(); ++page) {
        auto *action = new QAction(m_pageActions);
        action->setCheckable(true);
        action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + page)));
        connect(action, &QAction::triggered, m_ui->tabs, [this, page] { m_ui->tabs->setCurrentIndex(page); });
    }
    m_ui->menuView->addActions(m_pageActions->actions());
    m_ui->menuView->addSeparator();
    m_ui->menuView->addAction(m_ui->setupDock->toggleViewAction());
    m_ui->menuView->addAction(m_ui->actionFilter);
    const auto markPage = [this](int page) { m_pageActions->actions().at(page)->setChecked(true); };
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, markPage);
    markPage(0);
}

void MainWindow::connectSetup()
{
    UrlEditor &editor = m_setup->editor();
    m_setup->setConfig(m_settings.config());
    if (m_settings.robotsChosen())
        m_setup->setRobotsChosen(true);
    m_setup->request().bodyEditor()->restore(m_settings.requestBody());
    m_setup->setRequestFolded(m_settings.requestFolded());
    m_setup->setPolitenessFolded(m_settings.politenessFolded());
    m_setup->setLinksFolded(m_settings.linksFolded());
    m_setup->setPageFolded(m_settings.pageFolded());
    editor.setFolder(m_settings.folder());
    connect(m_setup, &SetupPanel::limitsChanged, m_session, &RunSession::setLimits);
    connect(m_setup, &SetupPanel::configChanged, this, [this] {
        refreshActions();
        const bool ready = !m_setup->request().reading() && !m_setup->editor().pending();
        if (ready && std::exchange(m_startWhenReady, false))
            startRun(); // the body's file has been read
    });
    connect(&editor, &UrlEditor::demoRequested, this, [this] { tryDemo(false); });
    connect(&editor, &UrlEditor::listChanged, this, [this] {
        m_dashboard->setReadyUrls(m_setup->editor().list()->counts().unique);
        refreshActions();
        showStatus();
    });
    connect(&editor, &UrlEditor::loadingEnded, this, [this](bool ok) {
        if (!ok)
            m_startWhenReady = false;
    });
    connect(&editor, &UrlEditor::pendingChanged, this, [this](bool pending) {
        refreshActions();
        if (!pending && std::exchange(m_startWhenReady, false))
            startRun();
    });
    connect(&m_settings, &Settings::configReset, this, [this] {
        if (!m_session->active())
            m_setup->setConfig(m_settings.config());
    });
    m_session->updater().setInterval(m_settings.updateIntervalMs());
    connect(&m_settings, &Settings::updateIntervalChanged, &m_session->updater(), &UiUpdater::setInterval);
}

void MainWindow::connectSession()
{
    connect(m_session, &RunSession::started, this, &MainWindow::onRunStarted);
    connect(m_session, &RunSession::updated, this, &MainWindow::onRunUpdated);
    connect(m_session, &RunSession::ended, this, &MainWindow::onRunEnded);
    connect(m_session, &RunSession::stateChanged, this, [this] {
        refreshActions();
        showStatus();
    });
    connect(m_export, &ExportController::finished, this, [this] { refreshExportActions(); });
}

void MainWindow::restoreLayout()
{
    resize(kFirstSize);
    restoreGeometry(m_settings.windowGeometry());
    if (!restoreState(m_settings.windowState(), kLayoutVersion))
        resizeDocks({m_ui->setupDock}, {kSetupWidth}, Qt::Horizontal);
    m_results->restoreState(m_settings.resultsState());
}

void MainWindow::saveLayout()
{
    m_settings.setWindowGeometry(saveGeometry());
    m_settings.setWindowState(saveState(kLayoutVersion));
    m_settings.setResultsState(m_results->saveState());
    m_settings.setFolder(m_setup->editor().folder());
    m_settings.setRequestFolded(m_setup->requestFolded());
    m_settings.setPolitenessFolded(m_setup->politenessFolded());
    m_settings.setLinksFolded(m_setup->linksFolded());
    m_settings.setPageFolded(m_setup->pageFolded());
    m_settings.setRobotsChosen(m_setup->robotsChosen());
    if (m_setup->valid())
        m_settings.setConfig(runConfig());
    m_settings.setRequestBody(m_setup->request().bodyEditor()->stored());
    m_settings.sync();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_session->active() && !m_closeWhenEnded) {
        event->ignore();
        if (m_settings.confirmClose())
            askToClose();
        else
            stopAndClose();
        return;
    }
    if (m_session->active()) { // stopping already; onRunEnded() closes
        event->ignore();
        return;
    }
    saveLayout();
    if (m_help)
        m_help->close();
    event->accept();
}

} // namespace crawlscope::gui
