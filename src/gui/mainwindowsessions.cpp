// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Sessions in the window: opening, going on with, saving; the offers and warnings above the pages.
#include "core/store/sessionpath.h"
#include "gui/dialogs/exportcontroller.h"
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
#include "gui/sessions/sessionactions.h"
#include "gui/sessions/sessioncatalog.h"
#include "gui/sessions/sessionopener.h"
#include "gui/sessions/sessiontexts.h"
#include "gui/settings.h"
#include "gui/setup/requestsettings.h"
#include "gui/setup/setuppanel.h"
#include "gui/setup/urleditor.h"
#include "gui/texts.h"
#include "ui_mainwindow.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    constexpr int kMessageMs = 6'000;

    QString shownName(const QString &path)
    {
        return format::untrusted(QFileInfo(path).completeBaseName().toUtf8());
    }

} // namespace

void MainWindow::buildSessions()
{
    const auto dispose = [this](std::shared_ptr<const void> object) {
        m_setup->editor().loader().dispose(std::move(object));
    };
    m_catalog = new SessionCatalog([](const QString &path) { return SessionReader::info(path); }, this);
    m_opener = new SessionOpener(&loadSession, dispose, this);
    m_sessionActions =
        new SessionActions(SessionFiles([](const QString &path) { return SessionReader::info(path).inUse; }), this);
    m_sessionsPage = new SessionsPage(m_theme, *m_catalog, this);
    for (NoticeBar **bar : {&m_offerBar, &m_storageBar, &m_openBar}) {
        *bar = new NoticeBar(m_theme, this);
        m_ui->notices->addWidget(*bar);
    }
}

void MainWindow::connectSessions()
{
    m_session->setFolder(m_settings.sessionsFolder());
    connect(&m_settings, &Settings::sessionsFolderChanged, this, [this](const QString &folder) {
        m_session->setFolder(folder);
        m_catalog->setFolder(folder);
    });
    connect(m_catalog, &SessionCatalog::changed, this, &MainWindow::offerUnfinished);
    connect(m_sessionsPage, &SessionsPage::requested, this, &MainWindow::onSessionAction);
    connect(m_sessionsPage, &SessionsPage::renameRequested, m_sessionActions, &SessionActions::rename);
    connect(m_sessionsPage, &SessionsPage::deleteRequested, m_sessionActions, &SessionActions::askToDelete);
    connect(m_sessionsPage, &SessionsPage::openFileRequested, this, &MainWindow::chooseSession);
    connect(m_sessionActions, &SessionActions::changed, m_catalog, &SessionCatalog::refresh);
    connect(m_sessionActions, &SessionActions::message, this, &MainWindow::showMessage);
    connect(m_sessionActions, &SessionActions::removed, &m_settings, &Settings::removeRecentSession);
    connect(m_sessionActions, &SessionActions::renamed, this, [this](const QString &from, const QString &to) {
        m_settings.removeRecentSession(from);
        m_settings.addRecentSession(to);
        if (from == m_session->path() && !m_session->active())
            openSession(to, SessionUse::Show); // its details are read from there
    });
    connect(m_opener, &SessionOpener::opened, this, &MainWindow::onSessionOpened);
    connect(m_opener, &SessionOpener::failed, this, &MainWindow::onSessionFailed);
    connect(m_opener, &SessionOpener::progress, this, [this](quint64 rows) {
        const SessionInfo *info = m_catalog->find(m_opener->path());
        const quint64 all = info == nullptr ? 0 : info->counts.done + info->counts.failed + info->counts.skipped;
        m_openBar->setProgress(all == 0 ? -1 : static_cast<double>(rows) / static_cast<double>(all));
    });
    connect(m_session, &RunSession::shown, this, &MainWindow::onSessionShown);
    connect(m_session, &RunSession::fileFault, this, &MainWindow::onFileFault);
    connect(m_session, &RunSession::saved, this, &MainWindow::onSessionSaved);
    connect(&m_setup->editor(), &UrlEditor::sessionDropped, this,
            [this](const QString &path) { openSession(path, SessionUse::Show); });
    connect(m_ui->actionOpenSession, &QAction::triggered, this, &MainWindow::chooseSession);
    connect(m_ui->actionSaveSession, &QAction::triggered, this, &MainWindow::saveSessionAs);
    connect(m_ui->actionRetry, &QAction::triggered, this, [this] { retryFailed(); });
    connect(m_ui->menuRecent, &QMenu::aboutToShow, this, &MainWindow::fillRecentSessions);
    connect(m_results, &ResultsPage::retryRequested, this, &MainWindow::retry);
    m_catalog->setFolder(m_settings.sessionsFolder());
}

void MainWindow::showMessage(const QString &text)
{
    m_ui->statusBar->showMessage(text, kMessageMs);
}

void MainWindow::offerUnfinished()
{
    if (m_offered || !m_catalog->complete())
        return;
    m_offered = true; // once a launch: what comes later is the user's own doing
    const std::optional<SessionInfo> found = m_catalog->unfinished();
    if (!found || m_session->active() || m_opener->busy() || !m_session->path().isEmpty()
        || SessionCatalog::key(*found) == m_settings.dismissedSession())
        return;
    const QString path = found->path;
    m_offerBar->say(u"history"_s, Token::Accent, [info = *found] { return sessiontexts::offer(info); },
                    {{[] { return tr("Resume"); }, [this, path] { openSession(path, SessionUse::Resume); }, true},
                     {[] { return tr("Open"); }, [this, path] { openSession(path, SessionUse::Show); }},
                     {[] { return tr("Not now"); },
                      [this, key = SessionCatalog::key(*found)] { m_settings.setDismissedSession(key); }}});
}

void MainWindow::onSessionAction(SessionsPage::Action action, const SessionInfo &session)
{
    switch (action) {
    case SessionsPage::Action::Open:
        return openSession(session.path, SessionUse::Show);
    case SessionsPage::Action::Resume:
        return openSession(session.path, SessionUse::Resume);
    case SessionsPage::Action::Retry:
        return openSession(session.path, SessionUse::Retry);
    case SessionsPage::Action::Duplicate:
        return openSession(session.path, SessionUse::Setup);
    case SessionsPage::Action::Export:
        return openSession(session.path, SessionUse::Export);
    case SessionsPage::Action::SaveCopy:
        return m_sessionActions->saveCopy(session.path);
    case SessionsPage::Action::Reveal:
        return SessionActions::reveal(session.path);
    case SessionsPage::Action::Rename:
    case SessionsPage::Action::Delete:
        break; // have signals of their own
    }
}

void MainWindow::chooseSession()
{
    auto *dialog = new QFileDialog(this, tr("Open a session"), m_settings.sessionsFolder(),
                                   tr("Crawlscope sessions (*%1);;All files (*)").arg(QString(SessionPath::kEnding)));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { openSession(path, SessionUse::Show); });
    dialog->open();
}

void MainWindow::openSession(const QString &path, SessionUse use)
{
    const bool shown = path == m_session->path();
    if (shown && use == SessionUse::Show && m_session->active()) {
        m_ui->tabs->setCurrentWidget(m_dashboard);
        return;
    }
    if (shown && use == SessionUse::Export)
        return exportRows(ExportRequest::Scope::AllLines);
    if (m_session->active() && use != SessionUse::Export) {
        showMessage(tr("A run goes on. Stop it before you open another session."));
        return;
    }
    if (m_lab->measuring() && (use == SessionUse::Resume || use == SessionUse::Retry)) {
        showMessage(tr("An experiment is under way and would measure this run, too. Cancel it first."));
        return;
    }
    m_offerBar->dismiss();
    m_sessionUse = use;
    m_openBar->say(u"folder-open"_s, Token::Accent, [name = shownName(path)] { return tr("Opening “%1”…").arg(name); },
                   {{[] { return tr("Cancel"); }, [this] { m_opener->cancel(); }}});
    m_openBar->setProgress(-1);
    m_opener->open(path);
}

void MainWindow::onSessionFailed(const SessionFault &fault, const QString &path)
{
    m_soughtPath.clear();
    if (fault.error == SessionError::NotFound)
        m_settings.removeRecentSession(path);
    m_openBar->say(u"alert-circle"_s, Token::ServerError,
                   [name = shownName(path), error = fault.error] {
                       return tr("“%1” cannot be opened. %2").arg(name, texts::sessionError(error));
                   },
                   {{[] { return tr("Close"); }, [] {}}});
}

void MainWindow::onSessionOpened(const std::shared_ptr<SessionContents> &contents)
{
    m_openBar->dismiss();
    if (m_sessionUse == SessionUse::Export)
        return exportSession(contents);
    if (m_session->active())
        return;
    if (m_sessionUse == SessionUse::Setup) {
        m_setup->editor().setList(contents->urls);
        m_setup->setConfig(contents->config);
        if (!contents->config.gate.isEmpty())
            m_gate->setGate(contents->config.gate);
        m_ui->setupDock->show();
        return;
    }
    m_settings.addRecentSession(contents->info.path);
    m_session->show(contents);
    if (m_lab->measuring()) // it began meanwhile
        m_sessionUse = SessionUse::Show;
    if (m_sessionUse == SessionUse::Resume)
        m_session->resume(contents->config);
    else if (m_sessionUse == SessionUse::Retry) {
        m_session->resume(contents->config, contents->failed());
        m_results->showConfirmation(true);
    }
    m_ui->tabs->setCurrentWidget(m_dashboard);
    showSoughtEntry();
}

void MainWindow::onSessionShown(const std::shared_ptr<const SessionContents> &contents)
{
    CrawlUpdate update;
    update.points = contents->points;
    update.events = contents->events;
    update.snapshot = contents->snapshot;
    update.hasSnapshot = true;
    m_dashboard->reset();
    m_dashboard->apply(update);
    m_log->clear();
    m_log->append(contents->events);
    m_results->setRun(m_session->urls(), m_session->table(), m_session->details());
    m_results->showConfirmation(std::any_of(contents->events.begin(), contents->events.end(),
                                            [](const RunEvent &event) { return event.id == EventId::RetryStarted; }));
    m_waterfall->setRun({}, {}); // what was on the wire when is not in the file
    m_hosts->setRun(true, m_session->config().grouping); // nor is what each host was allowed
    m_problems->setRun(m_session->urls(), m_session->table(), m_session->path());
    m_loop->reset();
    m_storageBar->dismiss();
    m_setup->setConfig(contents->config);
    if (!contents->config.gate.isEmpty())
        m_gate->setGate(contents->config.gate); // those of the user stay where a session has none
    m_gate->setRun(m_session->urls(), m_session->table(), m_session->snapshot().elapsedMs, false);
    m_compare->setShown(m_session->path());
    if (m_setup->editor().list() != contents->urls)
        m_setup->editor().setList(contents->urls);
    refreshActions();
    showStatus();
}

void MainWindow::exportSession(const std::shared_ptr<SessionContents> &contents)
{
    if (m_export->active())
        return;
    ExportCounts counts;
    counts.allLines = contents->urls->size();
    QString folder = m_settings.folder();
    if (folder.isEmpty())
        folder = QFileInfo(contents->info.path).absolutePath();
    auto *dialog = new ExportDialog(counts, folder, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    ExportRequest request = dialog->request();
    request.options = m_settings.exportOptions();
    request.path = QDir(folder).filePath(contents->info.name + exportEndings(request.options.format).constFirst());
    dialog->setRequest(request);
    connect(dialog, &QDialog::accepted, this, [this, dialog, contents] {
        const ExportRequest chosen = dialog->request();
        m_settings.setExportOptions(chosen.options);
        m_settings.setFolder(QFileInfo(chosen.path).absolutePath());
        ReportFacts facts;
        facts.snapshot = contents->snapshot;
        facts.points.assign(contents->points.begin(), contents->points.end());
        facts.events = contents->events;
        facts.createdAtMs = contents->info.createdAtMs;
        facts.config = contents->config.sessionJson();
        m_export->start(
            ExportInput(ResultSource::allLines(contents->urls, contents->table), contents->reader, std::move(facts)),
            chosen.path, chosen.options);
        refreshExportActions();
    });
    dialog->show();
}

void MainWindow::resumeSession()
{
    if (m_session->active() || m_session->urls() == nullptr || !setupUsable())
        return;
    m_session->resume(runConfig());
}

void MainWindow::retryFailed()
{
    retry(m_session->failedEntries());
}

void MainWindow::retry(const std::vector<quint32> &entries)
{
    if (m_session->active() || m_lab->measuring() || entries.empty() || !setupUsable())
        return;
    m_session->resume(runConfig(), entries);
    m_results->showConfirmation(true);
}

bool MainWindow::setupUsable()
{
    if (m_setup->valid())
        return true;
    m_ui->setupDock->show();
    m_setup->showProblem();
    return false;
}

void MainWindow::saveSessionAs()
{
    const QString path = m_session->path();
    if (path.isEmpty())
        return;
    const QString folder = m_session->temporary() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                                                  : QFileInfo(path).absolutePath();
    SessionActions::askForPath(this, folder + u'/' + QFileInfo(path).fileName(), [this, path](const QString &target) {
        if (target != path)
            m_session->saveAs(target);
    });
}

void MainWindow::onSessionSaved(const SessionFault &fault, const QString &path)
{
    m_catalog->refresh();
    if (fault) {
        m_storageBar->say(
            u"alert-circle"_s, Token::ServerError,
            [name = shownName(path), error = fault.error] {
                return tr("The session could not be saved as “%1”. %2").arg(name, texts::sessionError(error));
            },
            {{[] { return tr("Save as…"); }, [this] { saveSessionAs(); }, true}, {[] { return tr("Close"); }, [] {}}});
        return;
    }
    m_storageBar->dismiss();
    m_problems->setSession(m_session->path());
    m_compare->setShown(m_session->path());
    m_settings.addRecentSession(path);
    showMessage(tr("Session saved as “%1”.").arg(format::untrusted(path.toUtf8())));
    refreshSession();
}

void MainWindow::onFileFault(const SessionFault &fault, const QString &path)
{
    const SessionError error = fault.error;
    if (!path.isEmpty() && path == m_session->path()) { // resume()
        m_storageBar->say(u"alert-circle"_s, Token::ServerError,
                          [name = shownName(path), error] {
                              return tr("“%1” cannot be gone on with. %2").arg(name, texts::sessionError(error));
                          },
                          {{[] { return tr("Close"); }, [] {}}});
        refreshActions();
        return;
    }
    const bool none = path.isEmpty();
    m_storageBar->say(
        u"alert-triangle"_s, Token::ClientError,
        [none, error] {
            return none ? tr("No session file can be made, so this run is kept in memory only. Export its "
                             "results before you close. %1")
                              .arg(texts::sessionError(error))
                        : tr("The folder for sessions cannot be used, so this session lies in the folder "
                             "for temporary files, which may be emptied at any time. %1")
                              .arg(texts::sessionError(error));
        },
        none ? std::vector<NoticeBar::Button> {{[] { return tr("Settings"); }, [this] { showSettings(); }},
                                               {[] { return tr("Close"); }, [] {}}}
             : std::vector<NoticeBar::Button> {{[] { return tr("Save as…"); }, [this] { saveSessionAs(); }, true},
                                               {[] { return tr("Settings"); }, [this] { showSettings(); }},
                                               {[] { return tr("Close"); }, [] {}}});
}

void MainWindow::fillRecentSessions()
{
    m_ui->menuRecent->clear();
    const QStringList paths = m_settings.recentSessions();
    for (const QString &path : paths) {
        QString text = shownName(path);
        QAction *action = m_ui->menuRecent->addAction(text.replace(u'&', u"&&"_s), this,
                                                      [this, path] { openSession(path, SessionUse::Show); });
        action->setToolTip(path);
    }
    if (paths.isEmpty())
        m_ui->menuRecent->addAction(tr("None yet"))->setEnabled(false);
}

/// What shows which session this is and whether it runs.
void MainWindow::refreshSession()
{
    const QString path = m_session->path();
    const bool active = m_session->active();
    m_dashboard->setSession(path.isEmpty() ? QString() : QFileInfo(path).completeBaseName(), active);
    m_sessionsPage->setShown(path, active);
    m_results->setRetryPossible(!active && m_session->urls() != nullptr);
    m_ui->actionRetry->setEnabled(!active && !m_lab->measuring() && m_session->urls() != nullptr
                                  && m_session->snapshot().counts.failed > 0);
    m_ui->actionSaveSession->setEnabled(!path.isEmpty());
    m_ui->actionOpenSession->setEnabled(!active);
    m_ui->menuRecent->setEnabled(!active);
    refreshTitle();
}

} // namespace crawlscope::gui
