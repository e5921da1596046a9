// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// How other pages lead to a row of the results.
#include "gui/models/resultsmodel.h"
#include "gui/pages/filterbar.h"
#include "gui/pages/resultspage.h"

#include <QTableView>

namespace crawlscope::gui {

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

} // namespace crawlscope::gui
