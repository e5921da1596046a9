// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What the user may do in the window, and when.
#include "core/store/sessionpath.h"
#include "demosite/demoserver.h"
#include "gui/dialogs/aboutdialog.h"
#include "gui/dialogs/exportcontroller.h"
#include "gui/dialogs/helpdialog.h"
#include "gui/dialogs/settingsdialog.h"
#include "gui/format.h"
#include "gui/lab/compareview.h"
#include "gui/lab/gateview.h"
#include "gui/lab/labpage.h"
#include "gui/mainwindow.h"
#include "gui/noticebar.h"
#include "gui/pages/dashboardpage.h"
#include "gui/pages/hostspage.h"
#include "gui/pages/logpage.h"
#include "gui/pages/looppage.h"
#include "gui/pages/problemspage.h"
#include "gui/pages/resultspage.h"
#include "gui/pages/waterfallpage.h"
#include "gui/sessions/sessioncatalog.h"
#include "gui/sessions/sessionopener.h"
#include "gui/settings.h"
#include "gui/setup/bodyeditor.h"
#include "gui/setup/requestsettings.h"
#include "gui/setup/setuppanel.h"
#include "gui/setup/urleditor.h"
#include "gui/statusline.h"
#include "ui_mainwindow.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QActionGroup>
#include <QApplication>
#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QToolButton>

#include <algorithm>

namespace crawlscope::gui {

using State = CrawlController::State;

void MainWindow::connectActions()
{
    m_ui->actionStart->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    connect(m_ui->actionOpen, &QAction::triggered, this, [this] { m_setup->editor().chooseFile(); });
    connect(m_ui->actionDemo, &QAction::triggered, this, [this] { tryDemo(false); });
    connect(m_ui->actionStart, &QAction::triggered, this, &MainWindow::startRun);
    connect(m_ui->actionPause, &QAction::triggered, this, [this] {
        if (m_session->active())
            m_session->pauseOrResume();
        else
            resumeSession();
    });
    connect(m_ui->actionStop, &QAction::triggered, m_session, &RunSession::stop);
    connect(m_ui->actionFilter, &QAction::triggered, this, &MainWindow::showFilter);
    connect(m_ui->actionSettings, &QAction::triggered, this, &MainWindow::showSettings);
    connect(m_ui->actionHelp, &QAction::triggered, this, &MainWindow::showHelp);
    connect(m_ui->actionAbout, &QAction::triggered, this, &MainWindow::showAbout);
    connect(m_ui->actionQuit, &QAction::triggered, this, &QWidget::close);
    using Scope = ExportRequest::Scope;
    connect(m_ui->actionExportAll, &QAction::triggered, this, [this] { exportRows(Scope::AllLines); });
    connect(m_ui->actionExportShown, &QAction::triggered, this, [this] { exportRows(Scope::Filtered); });
    connect(m_ui->actionExportSelected, &QAction::triggered, this, [this] { exportRows(Scope::Selected); });
    connect(m_ui->menuExport, &QMenu::aboutToShow, this, &MainWindow::refreshExportActions);
}

void MainWindow::setIcons()
{
    setWindowIcon(m_theme.icon(QStringLiteral("gauge"), Token::Accent));
    m_ui->actionOpen->setIcon(m_theme.icon(QStringLiteral("folder-open")));
    m_ui->actionDemo->setIcon(m_theme.icon(QStringLiteral("flask")));
    m_ui->actionStart->setIcon(m_theme.icon(QStringLiteral("player-play"), Token::Success));
    m_ui->actionPause->setIcon(m_theme.icon(QStringLiteral("player-pause")));
    m_ui->actionStop->setIcon(m_theme.icon(QStringLiteral("player-stop"), Token::ServerError));
    m_ui->actionRetry->setIcon(m_theme.icon(QStringLiteral("rotate-clockwise")));
    m_ui->actionOpenSession->setIcon(m_theme.icon(QStringLiteral("history")));
    m_ui->actionSaveSession->setIcon(m_theme.icon(QStringLiteral("device-floppy")));
    m_ui->actionSettings->setIcon(m_theme.icon(QStringLiteral("settings")));
    m_ui->actionHelp->setIcon(m_theme.icon(QStringLiteral("help")));
    m_ui->actionFilter->setIcon(m_theme.icon(QStringLiteral("filter")));
    m_ui->actionQuit->setIcon(m_theme.icon(QStringLiteral("logout")));
    m_exportButton->setIcon(m_theme.icon(QStringLiteral("file-export")));
    const QStringList pageIcons {
        QStringLiteral("layout-dashboard"), QStringLiteral("table"),          QStringLiteral("menu-deep"),
        QStringLiteral("server"),           QStringLiteral("alert-triangle"), QStringLiteral("activity"),
        QStringLiteral("list-details"),     QStringLiteral("history"),        QStringLiteral("flask")};
    for (int page = 0; page < m_ui->tabs->count(); ++page)
        m_pageActions->actions().at(page)->setIcon(m_theme.icon(pageIcons.value(page)));
}

void MainWindow::retranslate()
{
    const QStringList pages {tr("Dashboard"), tr("Results"), tr("Waterfall"), tr("Hosts"),      tr("Problems"),
                             tr("Loop"),      tr("Log"),     tr("Sessions"),  tr("Experiments")};
    for (int page = 0; page < m_ui->tabs->count(); ++page) {
        m_ui->tabs->setTabText(page, pages.value(page));
        m_ui->tabs->setTabToolTip(page,
                                  m_pageActions->actions().at(page)->shortcut().toString(QKeySequence::NativeText));
        m_pageActions->actions().at(page)->setText(pages.value(page));
    }
    m_ui->setupDock->toggleViewAction()->setText(tr("Setup panel"));
    // Qt names these once, when the dock is made.
    for (const auto &[button, name] : {std::pair("qt_dockwidget_closebutton", QDockWidget::tr("Close")),
                                       std::pair("qt_dockwidget_floatbutton", QDockWidget::tr("Float"))}) {
        if (auto *found = m_ui->setupDock->findChild<QAbstractButton *>(QLatin1String(button)))
            found->setAccessibleName(name);
    }
    m_exportButton->setText(tr("Export"));
    m_exportButton->setToolTip(tr("Write results to a file"));
    m_exportButton->setAccessibleName(tr("Export"));
    // Keys of the tool bar belong into the tool tips; menus show them anyway.
    for (QAction *action :
         {m_ui->actionStart, m_ui->actionStop, m_ui->actionRetry, m_ui->actionSettings, m_ui->actionHelp})
        action->setToolTip(tr("%1 (%2)").arg(action->toolTip(), action->shortcut().toString(QKeySequence::NativeText)));
    // What Qt makes of the menu text would keep the letter that Chinese puts in brackets.
    m_ui->actionStart->setIconText(tr("Start"));
    m_ui->actionStop->setIconText(tr("Stop"));
    m_ui->actionRetry->setIconText(tr("Retry failed"));
    refreshPauseAction();
    refreshTitle();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_statusLine != nullptr) {
        setLocale(QLocale()); // spin boxes and views keep the one they were made with
        m_ui->retranslateUi(this);
        retranslate();
        showStatus();
    }
    QMainWindow::changeEvent(event);
}

bool MainWindow::takesSpace(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) != nullptr
        || qobject_cast<const QComboBox *>(widget) != nullptr || qobject_cast<const QLineEdit *>(widget) != nullptr
        || qobject_cast<const QAbstractSpinBox *>(widget) != nullptr
        || qobject_cast<const QPlainTextEdit *>(widget) != nullptr || qobject_cast<const QMenu *>(widget) != nullptr;
}

bool MainWindow::event(QEvent *event)
{
    // Space pauses, but where Space already means something (a button, a field) it keeps that meaning.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier && takesSpace(focusWidget())) {
            event->accept();
            return true;
        }
    }
    return QMainWindow::event(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_ui->setupDock->show();
    m_setup->editor().insertFrom(event->mimeData());
}

void MainWindow::openFiles(const QStringList &paths)
{
    const auto session = std::find_if(paths.begin(), paths.end(),
                                      [](const QString &path) { return path.endsWith(SessionPath::kEnding); });
    if (session != paths.end())
        return openSession(QFileInfo(*session).absoluteFilePath(), SessionUse::Show);
    m_setup->editor().openFiles(paths);
}

void MainWindow::tryDemo(bool start)
{
    UrlEditor &editor = m_setup->editor();
    m_ui->setupDock->show();
    if (m_demo.port() == 0 && !m_demo.listen()) {
        editor.showError(tr("The demo site cannot start: %1").arg(m_demo.errorString()));
        return;
    }
    editor.setText(m_demo.demoUrls().join('\n') + '\n');
    if (start)
        startRun();
    else
        m_ui->toolBar->widgetForAction(m_ui->actionStart)->setFocus();
}

void MainWindow::startRun()
{
    if (m_session->active() || m_lab->measuring())
        return;
    if (m_setup->request().reading()) { // the body comes from a file
        m_startWhenReady = true;
        return;
    }
    if (!m_setup->valid()) {
        m_ui->setupDock->show();
        m_setup->showProblem();
        return;
    }
    UrlEditor &editor = m_setup->editor();
    if (editor.pending()) {
        m_startWhenReady = true;
        editor.judgeNow();
        return;
    }
    if (editor.list()->counts().unique == 0) {
        m_ui->setupDock->show();
        editor.setFocus();
        return;
    }
    editor.forgetUndo();
    const CrawlConfig config = runConfig();
    m_settings.setConfig(config);
    m_settings.setRequestBody(m_setup->request().bodyEditor()->stored());
    m_opener->cancel();
    for (NoticeBar *bar : {m_offerBar, m_storageBar, m_openBar})
        bar->dismiss();
    m_session->start(editor.list(), config);
}

void MainWindow::onRunStarted(bool goesOn)
{
    if (!goesOn) {
        m_dashboard->reset();
        m_log->clear();
        m_loop->reset();
        m_results->showConfirmation(false);
    }
    m_results->setRun(m_session->urls(), m_session->table(), m_session->details());
    m_waterfall->setRun(m_session->urls(), m_session->table());
    m_hosts->setRun(true, m_session->config().grouping);
    m_problems->setRun(m_session->urls(), m_session->table(), m_session->path());
    m_gate->setRun(m_session->urls(), m_session->table(), 0, true);
    m_compare->setShown(m_session->path());
    if (!m_session->path().isEmpty())
        m_settings.addRecentSession(m_session->path());
    refreshActions();
    showStatus();
}

void MainWindow::onRunUpdated(const CrawlUpdate &update)
{
    m_dashboard->apply(update);
    if (!update.rows.empty())
        m_results->rowsAppended();
    m_waterfall->apply(update.waterfall);
    m_hosts->apply(update.hosts);
    m_windowLagMicros = m_session->updater().takeLagMicros();
    if (m_session->hasSnapshot())
        m_loop->apply(m_session->snapshot(), m_windowLagMicros, steadyMicros());
    if (!update.events.empty())
        m_log->append(update.events);
    showStatus();
}

void MainWindow::onRunEnded()
{
    m_results->runEnded();
    m_gate->runEnded(m_session->snapshot().elapsedMs);
    refreshActions();
    showStatus();
    m_catalog->refresh();
    if (m_closeQuestion)
        m_closeQuestion->close();
    if (m_closeWhenEnded) {
        m_closeWhenEnded = false;
        close();
    }
}

void MainWindow::refreshActions()
{
    const State state = m_session->state();
    const bool active = m_session->active();
    const UrlEditor &editor = m_setup->editor();
    const bool startable = editor.pending() || editor.list()->counts().unique > 0;
    m_ui->actionStart->setEnabled(!active && startable && !m_lab->measuring());
    m_ui->actionPause->setEnabled(resumable() || state == State::Running || state == State::Pausing
                                  || state == State::Paused);
    m_ui->actionStop->setEnabled(state == State::Running || state == State::Pausing || state == State::Paused);
    m_setup->setRunning(active);
    m_hosts->setRunning(active);
    m_problems->setRunning(active);
    m_lab->refresh();
    refreshPauseAction();
    refreshExportActions();
    refreshSession();
}

bool MainWindow::resumable() const
{
    return !m_session->active() && !m_lab->measuring() && m_session->urls() != nullptr && m_session->hasSnapshot()
        && m_session->snapshot().counts.left > 0;
}

void MainWindow::refreshExportActions()
{
    const bool rows = m_session->table() != nullptr && !m_export->active();
    m_exportButton->setEnabled(rows);
    m_ui->menuExport->setEnabled(rows);
    m_ui->actionExportAll->setEnabled(rows);
    m_ui->actionExportShown->setEnabled(rows);
    m_ui->actionExportSelected->setEnabled(rows
                                           && (!m_ui->menuExport->isVisible() || !m_results->selectedRows().empty()));
}

void MainWindow::refreshPauseAction()
{
    const State state = m_session->state();
    const bool again = resumable();
    const bool resume = again || state == State::Pausing || state == State::Paused;
    // Space must not begin to send what was stopped.
    m_ui->actionPause->setShortcut(again ? QKeySequence() : QKeySequence(Qt::Key_Space));
    m_ui->actionPause->setText(resume ? tr("Resume") : tr("&Pause"));
    m_ui->actionPause->setIconText(resume ? tr("Resume") : tr("Pause"));
    if (again)
        m_ui->actionPause->setToolTip(tr("Go on with the URLs that are left, in the same session"));
    else
        m_ui->actionPause->setToolTip(
            tr("%1 (%2)").arg(resume ? tr("Go on") : tr("Start no further requests"),
                              m_ui->actionPause->shortcut().toString(QKeySequence::NativeText)));
    m_ui->actionPause->setIcon(m_theme.icon(resume ? QStringLiteral("player-play") : QStringLiteral("player-pause")));
}

void MainWindow::refreshTitle()
{
    QString title = QStringLiteral("Crawlscope");
    const UrlCounts &counts = m_session->snapshot().counts;
    if (m_session->active() && counts.unique > 0)
        title = tr("%1 % – Crawlscope").arg((counts.unique - counts.left) * 100 / counts.unique);
    else if (!m_session->active() && !m_session->path().isEmpty())
        title = tr("%1, not running – Crawlscope")
                    .arg(format::untrusted(QFileInfo(m_session->path()).completeBaseName().toUtf8()));
    if (title != windowTitle())
        setWindowTitle(title);
}

void MainWindow::showStatus()
{
    // A new list after the end of a run is what the window is about to do; the run is still on its pages.
    const bool newList = !m_session->active() && !m_session->isOf(m_setup->editor().list());
    if (m_session->hasSnapshot() && !newList)
        m_statusLine->showRun(m_session->state(), m_session->snapshot(), m_windowLagMicros);
    else
        m_statusLine->showReady(m_setup->editor().list()->counts());
    refreshTitle();
}

void MainWindow::showFilter()
{
    if (m_ui->tabs->currentWidget() == m_log)
        return m_log->focusFilter();
    if (m_ui->tabs->currentWidget() == m_waterfall)
        return m_waterfall->focusFilter();
    if (m_ui->tabs->currentWidget() == m_hosts)
        return m_hosts->focusFilter();
    if (m_ui->tabs->currentWidget() == m_sessionsPage)
        return m_sessionsPage->focusSearch();
    m_ui->tabs->setCurrentWidget(m_results);
    m_results->focusFilter();
}

void MainWindow::showSettings()
{
    auto *dialog = new SettingsDialog(m_settings, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::showHelp()
{
    if (m_help)
        m_help->close();
    HelpDialog::Shortcuts shortcuts;
    const auto add = [&](const QAction *action) {
        QString name = action->text();
        shortcuts << qMakePair(name.remove(u'&'), action->shortcut());
    };
    shortcuts << qMakePair(tr("Paste URLs, from anywhere in the setup panel"), QKeySequence(QKeySequence::Paste));
    for (const QAction *action :
         {m_ui->actionOpen, m_ui->actionOpenSession, m_ui->actionSaveSession, m_ui->actionStart, m_ui->actionPause,
          m_ui->actionStop, m_ui->actionRetry, m_ui->actionFilter, m_ui->actionExportShown})
        add(action);
    for (const QAction *action : m_pageActions->actions())
        add(action);
    for (const QAction *action : {m_ui->actionSettings, m_ui->actionHelp, m_ui->actionQuit})
        add(action);
    m_help = new HelpDialog(shortcuts, this);
    m_help->setAttribute(Qt::WA_DeleteOnClose);
    m_help->show();
}

void MainWindow::showAbout()
{
    auto *dialog = new AboutDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::askToClose()
{
    if (m_closeQuestion)
        return;
    m_closeQuestion = new QMessageBox(QMessageBox::Question, tr("Close Crawlscope?"),
                                      tr("A run is going on. Requests under way are cancelled when you close."),
                                      QMessageBox::NoButton, this);
    m_closeQuestion->setAttribute(Qt::WA_DeleteOnClose);
    m_closeQuestion->setModal(false);
    QPushButton *stop = m_closeQuestion->addButton(tr("Stop and close"), QMessageBox::AcceptRole);
    QPushButton *stay = m_closeQuestion->addButton(tr("Keep running"), QMessageBox::RejectRole);
    m_closeQuestion->setDefaultButton(stay);
    m_closeQuestion->setEscapeButton(stay);
    connect(stop, &QAbstractButton::clicked, this, &MainWindow::stopAndClose);
    m_closeQuestion->show();
}

void MainWindow::stopAndClose()
{
    if (!m_session->active()) {
        close();
        return;
    }
    m_closeWhenEnded = true;
    m_session->stop();
}

void MainWindow::exportRows(ExportRequest::Scope scope)
{
    if (!m_session->table() || m_export->active())
        return;
    ExportCounts counts;
    counts.allLines = m_session->urls()->size();
    counts.filtered = m_results->filteredRows().size();
    counts.selected = m_results->selectedRows().size();
    counts.filterActive = m_results->filterActive();
    QString folder = m_settings.folder();
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new ExportDialog(counts, folder, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    ExportRequest request;
    request.scope = scope;
    request.options = m_settings.exportOptions();
    request.path =
        QDir(folder).filePath(QStringLiteral("crawl-%1.%2")
                                  .arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss")),
                                       exportEndings(request.options.format).constFirst().sliced(1)));
    dialog->setRequest(request);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { startExport(dialog->request()); });
    dialog->show();
}

ReportFacts MainWindow::reportFacts() const
{
    ReportFacts facts;
    if (m_session->hasSnapshot())
        facts.snapshot = m_session->snapshot();
    const RunHistory &history = m_dashboard->history();
    facts.points.assign(history.series().points().begin(), history.series().points().end());
    facts.events = history.marks();
    facts.config = m_session->config().sessionJson();
    return facts;
}

void MainWindow::startExport(const ExportRequest &request)
{
    m_settings.setExportOptions(request.options);
    m_settings.setFolder(QFileInfo(request.path).absolutePath());
    ResultSource source = ResultSource::allLines(m_session->urls(), m_session->table());
    if (request.scope == ExportRequest::Scope::Filtered)
        source = ResultSource::rows(m_session->urls(), m_session->table(), m_results->filteredRows());
    else if (request.scope == ExportRequest::Scope::Selected)
        source = ResultSource::rows(m_session->urls(), m_session->table(), m_results->selectedRows());
    m_export->start(ExportInput(std::move(source), m_session->details(), reportFacts()), request.path, request.options);
    refreshExportActions();
}

} // namespace crawlscope::gui
