// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/charttablemodel.h"

namespace crawlscope::gui {

ChartTableModel::ChartTableModel(const ChartTableSource &source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
{
}

void ChartTableModel::sync()
{
    const int rows = m_source.tableRows();
    if (m_headers.isEmpty() || m_generation != m_source.tableGeneration() || rows < m_rows) {
        beginResetModel();
        m_headers = m_source.tableHeaders();
        m_generation = m_source.tableGeneration();
        m_rows = rows;
        endResetModel();
        return;
    }
    const int before = m_rows;
    if (rows > before) {
        beginInsertRows({}, before, rows - 1);
        m_rows = rows;
        endInsertRows();
    }
    if (before > 0)
        Q_EMIT dataChanged(index(before - 1, 0), index(before - 1, columnCount() - 1));
}

void ChartTableModel::retranslate()
{
    m_headers.clear(); // a reset also renews the cells, whose units may be translated
    sync();
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int ChartTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headers.size());
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole) {
        const Qt::AlignmentFlag side = index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight;
        return QVariant::fromValue(Qt::Alignment(side | Qt::AlignVCenter));
    }
    // The source may already have fewer rows than were announced; the next sync() tells.
    if (role == Qt::DisplayRole && index.row() < m_source.tableRows())
        return m_source.tableCell(index.row(), index.column());
    return {};
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_headers.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_headers.at(section);
    if (role == Qt::TextAlignmentRole) {
        const Qt::AlignmentFlag side = section == 0 ? Qt::AlignLeft : Qt::AlignRight;
        return QVariant::fromValue(Qt::Alignment(side | Qt::AlignVCenter));
    }
    return {};
}

QString ChartTableModel::toText(const QList<int> &rows) const
{
    QList<int> chosen = rows;
    if (chosen.isEmpty())
        for (int row = 0; row < m_rows; ++row)
            chosen.append(row);
    QString text = m_headers.join(u'\t') + u'\n';
    for (const int row : chosen) {
        QStringList cells;
        for (int column = 0; column < columnCount(); ++column)
            cells.append(data(index(row, column)).toString());
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

} // namespace crawlscope::gui
