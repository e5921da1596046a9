// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What the view of sweeps keeps and finds elsewhere: sessions, exports, the clipboard.
#include "core/store/sessionreader.h"
#include "gui/format.h"
#include "gui/lab/sweeplevelsmodel.h"
#include "gui/lab/sweeptexts.h"
#include "gui/lab/sweepview.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QLabel>
#include <QListWidget>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTableView>

#include <algorithm>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    constexpr int kFirstWithSweeps = 4; ///< version of the schema; older files are not copied for nothing

    /// Newest first.
    std::vector<StoredSweep> sweepsOf(const QString &path)
    {
        SessionFault fault;
        if (path.isEmpty() || SessionReader::info(path).schemaVersion < kFirstWithSweeps)
            return {};
        const std::unique_ptr<SessionReader> reader = SessionReader::open(path, &fault);
        std::vector<StoredSweep> sweeps = reader ? reader->sweeps() : std::vector<StoredSweep>();
        std::reverse(sweeps.begin(), sweeps.end());
        return sweeps;
    }

} // namespace

void SweepView::setSession(const QString &path)
{
    const bool another = path != m_session;
    m_session = path;
    m_earlierLabel->setToolTip(format::untrusted(QFileInfo(path).fileName().toUtf8()));
    if (another) {
        m_earlierId = 0;
        listSweeps({});
    }
    m_background.run([path] { return sweepsOf(path); },
                     [this, number = ++m_listing](const std::vector<StoredSweep> &sweeps) {
                         if (number == m_listing)
                             listSweeps(sweeps);
                     });
}

void SweepView::listSweeps(const std::vector<StoredSweep> &sweeps)
{
    m_sweeps = sweeps;
    relist();
}

void SweepView::relist()
{
    const QSignalBlocker blocker(m_earlier);
    m_earlier->clear();
    for (const StoredSweep &sweep : m_sweeps) {
        m_earlier->addItem(sweeptexts::listed(sweep));
        if (const std::optional<SweepPlan> plan = sweepPlanOf(sweep))
            m_earlier->item(m_earlier->count() - 1)->setToolTip(sweeptexts::plan(*plan, 0));
        if (sweep.id == m_earlierId)
            m_earlier->setCurrentRow(m_earlier->count() - 1);
    }
    m_earlierLabel->setVisible(!m_sweeps.empty());
    m_earlier->setVisible(!m_sweeps.empty());
}

void SweepView::showEarlier()
{
    const auto row = static_cast<std::size_t>(m_earlier->currentRow());
    if (m_stage != Stage::Idle || row >= m_sweeps.size() || m_sweeps[row].id == m_earlierId)
        return;
    const qint64 id = m_sweeps[row].id;
    m_earlierId = id;
    struct Read
    {
        std::optional<StoredSweep> stored;
        std::shared_ptr<const SweepResult> result;
    };
    m_background.run(
        [path = m_session, id] {
            SessionFault fault;
            Read out;
            if (const std::unique_ptr<SessionReader> reader = SessionReader::open(path, &fault))
                out.stored = reader->sweep(id);
            if (out.stored) {
                if (std::optional<SweepResult> result = sweepResultOf(*out.stored))
                    out.result = std::make_shared<const SweepResult>(std::move(*result));
            }
            return out;
        },
        [this, id, path = m_session](const Read &read) {
            if (m_stage == Stage::Idle && path == m_session && id == m_earlierId)
                takeEarlier(read.stored ? read.stored->startedMs : 0, read.result);
        });
}

void SweepView::takeEarlier(qint64 startedMs, std::shared_ptr<const SweepResult> result)
{
    showResult(std::move(result));
    m_startedMs = startedMs;
    m_fits = m_result != nullptr;
    m_unreadable = m_result == nullptr;
    updateFindings();
}

void SweepView::askToExport(bool csv)
{
    if (!m_result || !m_fits)
        return;
    if (m_folder.isEmpty())
        m_folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog =
        new QFileDialog(this, tr("Export the sweep"), m_folder, csv ? tr("CSV (*.csv)") : tr("JSON (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(csv ? u"csv"_s : u"json"_s);
    dialog->selectFile(csv ? u"sweep.csv"_s : u"sweep.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, csv](const QString &path) { exportTo(path, csv); });
    dialog->open();
}

void SweepView::exportTo(const QString &path, bool csv)
{
    m_folder = QFileInfo(path).absolutePath();
    m_background.run(
        [result = m_result, path, csv] {
            const QByteArray bytes = csv ? result->toCsv() : QJsonDocument(result->toJson()).toJson();
            QSaveFile file(path);
            // Unbuffered: commit() does not notice when it cannot write what is left in Qt's buffer.
            const bool good = file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)
                && file.write(bytes) == bytes.size() && file.commit();
            return good ? QString() : file.errorString();
        },
        [this, name = format::untrusted(QFileInfo(path).fileName().toUtf8())](const QString &why) {
            Q_EMIT message(why.isEmpty() ? tr("Exported to “%1”.").arg(name)
                                         : tr("“%1” cannot be written: %2").arg(name, why));
        });
}

void SweepView::copyTable()
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    QGuiApplication::clipboard()->setText(m_model->toText(rows));
}

void SweepView::chooseLevel()
{
    if (m_result && m_fits && sweeptexts::advisedLevel(*m_result) > 0)
        Q_EMIT levelChosen(sweeptexts::advisedLevel(*m_result));
}

} // namespace crawlscope::gui
