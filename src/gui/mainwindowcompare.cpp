// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What joins the comparing of sessions and the thresholds to the rest of the window.
#include "core/store/sessionpath.h"
#include "gui/dialogs/exportcontroller.h"
#include "gui/lab/compareview.h"
#include "gui/lab/gateview.h"
#include "gui/lab/labpage.h"
#include "gui/mainwindow.h"
#include "gui/pages/resultspage.h"
#include "gui/sessions/sessioncatalog.h"
#include "gui/settings.h"
#include "gui/setup/setuppanel.h"
#include "gui/setup/urleditor.h"
#include "ui_mainwindow.h"

#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

LabView *MainWindow::makeCompareView()
{
    m_compare = new CompareView(m_theme, *m_catalog, this);
    connect(m_compare, &CompareView::setupRequested, this, [this] {
        m_ui->setupDock->show();
        m_setup->editor().setFocus();
    });
    connect(m_compare, &CompareView::listExportRequested, this, &MainWindow::exportList);
    connect(m_compare, &CompareView::changesExportRequested, this, &MainWindow::exportChanges);
    connect(m_compare, &CompareView::entryRequested, this, &MainWindow::seekEntry);
    return m_compare;
}

LabView *MainWindow::makeGateView()
{
    m_gate = new GateView(m_theme, this);
    m_gate->setGate(m_settings.config().gate);
    connect(m_gate, &GateView::gateChanged, &m_settings, &Settings::setGate);
    connect(&m_settings, &Settings::configReset, this, [this] { m_gate->setGate(m_settings.config().gate); });
    connect(m_gate, &GateView::exportRequested, this,
            [this](GateView::Format format) { exportGate(format == GateView::Format::Junit); });
    return m_gate;
}

CrawlConfig MainWindow::runConfig() const
{
    CrawlConfig config = m_setup->config();
    config.gate = m_gate->gate();
    return config;
}

void MainWindow::exportList()
{
    if (m_compare->listRows() == 0 || m_export->active())
        return;
    ExportCounts counts;
    counts.filtered = m_compare->listRows();
    counts.selected = m_compare->selectedRows();
    counts.filterActive = true;
    counts.list = true;
    QString folder = m_settings.folder();
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new ExportDialog(counts, folder, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    ExportRequest request;
    request.scope = ExportRequest::Scope::Filtered;
    request.options = m_settings.exportOptions();
    request.path = QDir(folder).filePath(u"changes"_s + exportEndings(request.options.format).constFirst());
    dialog->setRequest(request);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const ExportRequest chosen = dialog->request();
        const bool selected = chosen.scope == ExportRequest::Scope::Selected;
        const quint64 rows = selected ? m_compare->selectedRows() : m_compare->listRows();
        if (rows == 0) // another list since the dialog was opened
            return;
        m_settings.setExportOptions(chosen.options);
        m_settings.setFolder(QFileInfo(chosen.path).absolutePath());
        m_export->start(std::make_unique<ExportJob>(m_compare->listWork(chosen.path, chosen.options, selected), rows),
                        chosen.path);
        refreshExportActions();
    });
    dialog->show();
}

void MainWindow::askForExport(const QString &title, const QString &filter, const QString &suffix, const QString &name,
                              const std::function<void(const QString &path)> &then)
{
    QString folder = m_settings.folder();
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(this, title, folder, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, then](const QString &path) {
        m_settings.setFolder(QFileInfo(path).absolutePath());
        then(path);
        refreshExportActions();
    });
    dialog->open();
}

void MainWindow::exportChanges()
{
    if (!m_compare->pair() || m_export->active())
        return;
    askForExport(tr("Export all changes"), tr("CSV (*.csv)"), u"csv"_s, u"changes.csv"_s, [this](const QString &path) {
        if (m_compare->pair())
            m_export->start(std::make_unique<ExportJob>(m_compare->changesWork(path), m_compare->changes()), path);
    });
}

void MainWindow::exportGate(bool junit)
{
    if (!m_gate->report() || m_export->active())
        return;
    const auto format = junit ? GateView::Format::Junit : GateView::Format::Markdown;
    const auto then = [this, format](const QString &path) {
        if (const auto report = m_gate->report())
            m_export->start(std::make_unique<ExportJob>(m_gate->exportWork(path, format), report->checks.size()), path);
    };
    if (junit)
        askForExport(tr("Export as JUnit XML"), tr("JUnit XML (*.xml)"), u"xml"_s, u"thresholds.xml"_s, then);
    else
        askForExport(tr("Export as Markdown"), tr("Markdown (*.md)"), u"md"_s, u"thresholds.md"_s, then);
}

/// Shows a URL of a session, which is opened unless it is the one in the window.
void MainWindow::seekEntry(const QString &path, quint32 entry)
{
    m_soughtPath = path;
    m_soughtEntry = entry;
    if (path == m_session->path())
        return showSoughtEntry();
    openSession(path, SessionUse::Show);
    if (m_session->active()) // which says so
        m_soughtPath.clear();
}

void MainWindow::showSoughtEntry()
{
    const QString path = std::exchange(m_soughtPath, {});
    if (path.isEmpty() || path != m_session->path() || !m_session->table()
        || m_soughtEntry >= m_session->urls()->size())
        return;
    m_ui->tabs->setCurrentWidget(m_results);
    if (const qint64 row = m_session->table()->rowOfEntry(m_soughtEntry); row >= 0)
        m_results->showTableRow(static_cast<quint32>(row));
}

} // namespace crawlscope::gui
