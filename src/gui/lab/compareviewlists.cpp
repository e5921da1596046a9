// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be done with the lists of changes: keeping the place over a sort, showing, copying, exporting.
#include "gui/lab/changesmodel.h"
#include "gui/lab/compareview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTableView>

#include <algorithm>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    using RowRange = std::pair<int, int>; ///< first and last row

    /// Selected rows, ascending, each once.
    std::vector<RowRange> rangesOf(const QTableView &table)
    {
        std::vector<RowRange> ranges;
        const QItemSelection selection = table.selectionModel()->selection();
        for (const QItemSelectionRange &range : selection)
            ranges.emplace_back(range.top(), range.bottom());
        std::sort(ranges.begin(), ranges.end());
        std::vector<RowRange> joined;
        for (const RowRange &range : ranges) {
            if (!joined.empty() && range.first <= joined.back().second + 1)
                joined.back().second = std::max(joined.back().second, range.second);
            else
                joined.push_back(range);
        }
        return joined;
    }

} // namespace

void CompareView::rememberCurrent()
{
    const QModelIndex current = m_changesTable->currentIndex();
    m_currentChange = current.isValid() ? std::optional(m_changes->changeNumber(current.row())) : std::nullopt;
}

void CompareView::restoreCurrent()
{
    const int row = m_currentChange ? m_changes->rowOfChange(*m_currentChange) : -1;
    if (row >= 0)
        m_changesTable->selectRow(row);
    else
        m_changesTable->scrollToTop();
    m_currentChange.reset();
    updateActions();
}

void CompareView::requestCurrent()
{
    const QModelIndex current = m_changesTable->currentIndex();
    if (!m_pair || !current.isValid())
        return;
    const UrlChange &change = m_changes->change(current.row());
    if (m_changes->isOfB())
        Q_EMIT entryRequested(m_pair->pathB, change.entryB);
    else
        Q_EMIT entryRequested(m_pair->pathA, change.entryA);
}

void CompareView::copyRows()
{
    const quint64 count = selectedRows();
    if (count == 0)
        return;
    if (count > static_cast<quint64>(kCopyRows)) {
        Q_EMIT message(tr("More than %Ln row(s) cannot be copied. Use Export instead.", nullptr, kCopyRows));
        return;
    }
    QString text;
    for (const auto &[first, last] : rangesOf(*m_changesTable)) {
        for (int row = first; row <= last; ++row) {
            QStringList cells;
            for (int column = 0; column < ChangesModel::kColumns; ++column) {
                if (!m_changesTable->isColumnHidden(column))
                    cells << m_changes->index(row, column).data().toString();
            }
            text += cells.join(u'\t') + u'\n';
        }
    }
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT message(tr("Copied %Ln row(s).", nullptr, static_cast<int>(count)));
}

quint64 CompareView::listRows() const
{
    return m_pair && kindShown() ? static_cast<quint64>(m_changes->rowCount()) : 0;
}

quint64 CompareView::selectedRows() const
{
    quint64 rows = 0;
    if (listRows() > 0) {
        for (const auto &[first, last] : rangesOf(*m_changesTable))
            rows += static_cast<quint64>(last - first) + 1;
    }
    return rows;
}

ExportWork CompareView::listWork(const QString &path, const ExportOptions &options, bool selectedOnly) const
{
    const std::vector<RowRange> ranges =
        selectedOnly ? rangesOf(*m_changesTable) : std::vector<RowRange> {{0, m_changes->rowCount() - 1}};
    return [path, options, pair = m_pair, kind = m_changes->kind(), ofB = m_changes->isOfB(),
            order = m_changes->order(), ranges](const std::atomic<bool> *cancelled, std::atomic<quint64> *written) {
        const std::vector<UrlChange> &changes = pair->comparison.of(kind);
        std::vector<quint32> entries;
        for (const auto &[first, last] : ranges) {
            for (auto row = static_cast<std::size_t>(first); row <= static_cast<std::size_t>(last); ++row) {
                const UrlChange &change = changes[order ? (*order)[row] : row];
                entries.push_back(ofB ? change.entryB : change.entryA);
            }
        }
        const CompareSide &side = ofB ? pair->b : pair->a;
        SessionFault fault; // without its file the rows are still there, their details are not
        const std::shared_ptr<SessionReader> reader = SessionReader::open(ofB ? pair->pathB : pair->pathA, &fault);
        return exportTo(ExportInput(ResultSource::entries(side.urls, side.table, std::move(entries)), reader), path,
                        options, cancelled, written);
    };
}

quint64 CompareView::changes() const
{
    quint64 count = 0;
    if (m_pair) {
        for (const std::vector<UrlChange> &changes : m_pair->comparison.changes)
            count += changes.size();
    }
    return count;
}

ExportWork CompareView::changesWork(const QString &path) const
{
    return [path, pair = m_pair](const std::atomic<bool> *cancelled, std::atomic<quint64> *written) {
        return writeComparisonCsv(pair->comparison, pair->a, pair->b, path, cancelled, written);
    };
}

} // namespace crawlscope::gui
