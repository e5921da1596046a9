// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be done with a row: leading to it from other pages, its menu, trying it again.
#include "gui/format.h"
#include "gui/models/resultsmodel.h"
#include "gui/pages/filterbar.h"
#include "gui/pages/resultspage.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>
#include <QUrl>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

void ResultsPage::showTableRow(quint32 tableRow)
{
    m_soughtRow = tableRow;
    if (selectSoughtRow())
        return;
    // Filtered away, or waiting to be sorted in: another view is made, and the row selected when it is there.
    if (filterActive())
        m_filterBar->clear();
    else
        m_model->mergePending();
    selectSoughtRow();
}

bool ResultsPage::selectSoughtRow()
{
    const int row = m_soughtRow < 0 ? -1 : m_model->rowOfTableRow(static_cast<quint32>(m_soughtRow));
    if (row < 0)
        return false;
    m_soughtRow = -1;
    table()->selectRow(row);
    table()->scrollTo(table()->currentIndex(), QAbstractItemView::PositionAtCenter);
    table()->setFocus(Qt::OtherFocusReason);
    return true;
}

void ResultsPage::showTableMenu(const QPoint &position)
{
    const QModelIndex index = table()->indexAt(position);
    QMenu menu(this);
    menu.addAction(m_copyText);
    menu.addAction(m_copyCsv);
    menu.addAction(m_copyCurl);
    menu.addSeparator();
    m_retry->setEnabled(m_retryPossible && !failedEntriesSelected().empty());
    menu.addAction(m_retry);
    menu.addAction(m_openUrl);
    if (index.isValid()) {
        menu.addSeparator();
        const int column = index.column();
        const QString title = m_model->headerData(column, Qt::Horizontal).toString();
        const auto sortBy = [this](int field, Qt::SortOrder order) {
            table()->horizontalHeader()->setSortIndicator(field, order);
        };
        menu.addAction(m_theme.icon(u"sort-ascending"_s), tr("Sort by “%1”, ascending").arg(title), this,
                       [sortBy, column] { sortBy(column, Qt::AscendingOrder); });
        menu.addAction(m_theme.icon(u"sort-descending"_s), tr("Sort by “%1”, descending").arg(title), this,
                       [sortBy, column] { sortBy(column, Qt::DescendingOrder); });
        QAction *unsorted =
            menu.addAction(tr("In the order of arrival"), this, [sortBy] { sortBy(-1, Qt::AscendingOrder); });
        unsorted->setEnabled(m_model->currentSort().field >= 0);
        menu.addSeparator();
        const UrlList &urls = *m_urls;
        const quint32 entry = m_table->record(m_model->tableRow(index.row())).entry;
        const QString host = QUrl::fromEncoded(urls.url(entry).toByteArray()).host();
        menu.addAction(m_theme.icon(u"filter"_s), tr("Show only “%1”").arg(format::untrusted(host.toUtf8())), this,
                       [this, host] {
                           ResultFilter filter = m_filterBar->filter();
                           filter.host = host;
                           m_filterBar->setFilter(filter);
                       });
    }
    menu.exec(table()->viewport()->mapToGlobal(position));
}

void ResultsPage::fillColumnsMenu()
{
    m_columnsMenu->clear();
    QHeaderView *header = table()->horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        const auto field = static_cast<ResultField>(logical);
        if (field == ResultField::DuplicateOfLine)
            continue; // duplicates have no row; the column is for exports
        QAction *action = m_columnsMenu->addAction(m_model->headerData(logical, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(logical));
        action->setEnabled(field != ResultField::Url);
        connect(action, &QAction::toggled, this,
                [header, logical](bool on) { header->setSectionHidden(logical, !on); });
    }
    m_columnsMenu->addSeparator();
    m_columnsMenu->addAction(tr("Fit to contents"), this, [this] { table()->resizeColumnsToContents(); });
    m_columnsMenu->addAction(tr("Reset columns"), this, &ResultsPage::setUpColumns);
}

std::vector<quint32> ResultsPage::failedEntriesSelected() const
{
    std::vector<quint32> entries;
    for (const quint32 row : selectedRows()) {
        if (m_table->record(row).state == RowState::Failed)
            entries.push_back(m_table->record(row).entry);
    }
    return entries;
}

void ResultsPage::retrySelected()
{
    const std::vector<quint32> entries = failedEntriesSelected();
    if (m_retryPossible && !entries.empty())
        Q_EMIT retryRequested(entries);
}

void ResultsPage::showConfirmation(bool triedAgain)
{
    if (triedAgain && !m_triedAgain)
        table()->horizontalHeader()->setSectionHidden(ResultsModel::kConfirmation, false);
    m_triedAgain = triedAgain;
}

} // namespace crawlscope::gui
