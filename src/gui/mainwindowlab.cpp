// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What joins the experiments to the rest of the window.
#include "demosite/demoserver.h"
#include "gui/format.h"
#include "gui/lab/labpage.h"
#include "gui/lab/labview.h"
#include "gui/lab/sidebysideview.h"
#include "gui/lab/simulateview.h"
#include "gui/lab/sweepview.h"
#include "gui/mainwindow.h"
#include "gui/sessions/sessioncatalog.h"
#include "gui/settings.h"
#include "gui/setup/requestsettings.h"
#include "gui/setup/setuppanel.h"
#include "gui/setup/urleditor.h"
#include "gui/textfigures.h"
#include "gui/texts.h"
#include "ui_mainwindow.h"

#include <QFileInfo>

namespace crawlscope::gui {

LabBench MainWindow::labBench()
{
    LabBench bench;
    bench.urls = [this]() -> std::shared_ptr<const UrlList> {
        UrlEditor &editor = m_setup->editor();
        if (!editor.pending())
            return editor.list();
        editor.judgeNow();
        return nullptr;
    };
    bench.listPending = [this] { return m_setup->editor().pending(); };
    bench.config = [this] { return runConfig(); };
    bench.usable = [this] {
        if (m_setup->valid())
            return true;
        m_ui->setupDock->show();
        m_setup->showProblem();
        return false;
    };
    bench.crawling = [this] { return m_session->active() || m_lab->measuring(); };
    bench.demoUrls = [this]() -> std::shared_ptr<const UrlList> {
        if (m_demo.port() == 0 && !m_demo.listen()) {
            showMessage(tr("The demo site cannot start: %1").arg(m_demo.errorString()));
            return nullptr;
        }
        return UrlList::parse(m_demo.demoUrls().join('\n') + '\n');
    };
    return bench;
}

LabView *MainWindow::makeSimulateView()
{
    SimulateView::Sessions sessions;
    sessions.shown = [this] {
        ScheduleReplay::Source shown;
        shown.urls = m_session->urls();
        shown.table = m_session->table();
        shown.limits = m_session->config().limits;
        shown.elapsedMs = m_session->snapshot().elapsedMs;
        shown.name = QFileInfo(m_session->path()).completeBaseName();
        return shown;
    };
    sessions.folder = [this] { return m_settings.sessionsFolder(); };
    LabBench bench = labBench();
    bench.crawling = [this] { return m_session->active(); }; // a replay disturbs no other experiment
    auto *view = new SimulateView(m_theme, std::move(bench), std::move(sessions), m_lab);
    connect(view, &SimulateView::limitsUsed, this, [this](const CrawlLimits &used) {
        CrawlLimits limits = m_setup->limits(); // the rest was not part of the replay
        limits.inFlight = used.inFlight;
        limits.perHost = used.perHost;
        limits.ratePerS = used.ratePerS;
        limits.hostRatePerS = used.hostRatePerS;
        limits.hostIntervalS = used.hostIntervalS;
        m_setup->setLimits(limits);
        m_session->setLimits(limits);
        m_ui->setupDock->show();
        showMessage(tr("The setup has these limits now."));
    });
    return view;
}

void MainWindow::buildLab()
{
    m_lab = new LabPage(this);
    LabView *gate = makeGateView(); // the others ask for its thresholds
    m_lab->addView(makeSweepView());
    m_lab->addView(new SideBySideView(m_theme, labBench(), m_lab));
    m_lab->addView(makeSimulateView());
    m_lab->addView(makeCompareView());
    m_lab->addView(gate);
    m_ui->tabs->addTab(m_lab, QString());
    connect(m_lab, &LabPage::message, this, &MainWindow::showMessage);
    connect(m_lab, &LabPage::measuringChanged, this, &MainWindow::refreshActions);
}

LabView *MainWindow::makeSweepView()
{
    auto *view = new SweepView(m_theme, labBench(), m_lab);
    connect(view, &SweepView::levelChosen, this, [this](int level) {
        CrawlLimits limits = m_setup->limits();
        limits.inFlight = level;
        m_setup->setLimits(limits);
        m_session->setLimits(limits);
        showMessage(limits.perHost < level ? tr("%1 in flight. The limit per host stays at %2.")
                                                 .arg(texts::figure(level), texts::figure(limits.perHost))
                                           : tr("%1 in flight.").arg(texts::figure(level)));
    });
    connect(view, &SweepView::keepRequested, m_session, &RunSession::keepSweep);
    const auto list = [this, view] { view->setSession(m_session->path()); };
    connect(m_session, &RunSession::started, view, list);
    connect(m_session, &RunSession::shown, view, list);
    connect(m_session, &RunSession::saved, view, list);
    connect(m_session, &RunSession::sweepKept, this, [this, view](const SessionFault &fault, const QString &path) {
        const QString name = format::untrusted(QFileInfo(path).completeBaseName().toUtf8());
        if (path.isEmpty()) {
            showMessage(tr("The sweep could not be kept in a session. %1").arg(texts::sessionError(fault.error)));
            return;
        }
        showMessage(tr("The sweep is kept in the session “%1”.").arg(name));
        m_catalog->refresh();
        view->setSession(path);
    });
    return view;
}

} // namespace crawlscope::gui
