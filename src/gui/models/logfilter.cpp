// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/logfilter.h"

#include "gui/models/logmodel.h"

namespace crawlscope::gui {

void LogFilter::setFilter(EventLevel lowest, const QString &text)
{
    if (lowest == m_lowest && text == m_text)
        return;
    m_lowest = lowest;
    m_text = text;
    invalidateFilter();
}

bool LogFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex message = sourceModel()->index(row, LogModel::Message, parent);
    if (message.data(LogModel::LevelRole).toInt() < static_cast<int>(m_lowest))
        return false;
    return m_text.isEmpty() || message.data().toString().contains(m_text, Qt::CaseInsensitive);
}

} // namespace crawlscope::gui
