// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/headermodel.h"

#include "gui/format.h"
#include "gui/models/resultcell.h"
#include "gui/texts.h"

#include <algorithm>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

HeaderModel::HeaderModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void HeaderModel::setHeaders(const HeaderList &headers)
{
    beginResetModel();
    m_headers = headers;
    endResetModel();
}

void HeaderModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QString HeaderModel::line(int row) const
{
    const auto &[name, value] = m_headers[row];
    return format::untrusted(name) + u": "_s + format::untrusted(value);
}

int HeaderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headers.size());
}

int HeaderModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant HeaderModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &[name, value] = m_headers[index.row()];
    const QString text = format::untrusted(index.column() == 0 ? name : value);
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::ToolTipRole:
        return resultcell::plainToolTip(text);
    default:
        return {};
    }
}

QVariant HeaderModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Name") : tr("Value");
}

HopModel::HopModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void HopModel::setHops(const QList<HopDetails> &hops)
{
    beginResetModel();
    m_hops = hops;
    endResetModel();
}

void HopModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

quint32 HopModel::longestMicros() const
{
    quint32 longest = 0;
    for (const HopDetails &hop : m_hops) {
        if (hop.times.total != PhaseTimes::kNotApplicable)
            longest = std::max(longest, hop.times.total);
    }
    return longest;
}

int HopModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hops.size());
}

int HopModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QString HopModel::display(const HopDetails &hop, int row, int column) const
{
    switch (column) {
    case Number:
        return format::number(static_cast<quint64>(row) + 1);
    case Status: {
        if (hop.error != ErrorId::None)
            return texts::error(hop.error);
        const QString meaning = texts::statusMeaning(hop.status);
        return meaning.isEmpty() ? QString::number(hop.status) : QString::number(hop.status) + u' ' + meaning;
    }
    case Method:
        return format::untrusted(hop.method);
    case Url:
        return format::untrusted(hop.url);
    case Wait:
        return format::phase(hop.times.wait);
    case Total:
        return format::phase(hop.times.total);
    case Connection:
        return resultcell::connectionText(hop.connection);
    default:
        return {};
    }
}

QVariant HopModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const HopDetails &hop = m_hops[index.row()];
    const int column = index.column();
    const bool figure = column == Number || column == Wait || column == Total;
    switch (role) {
    case Qt::DisplayRole:
        return display(hop, index.row(), column);
    case Qt::ToolTipRole:
        if (column == Wait || column == Total) {
            const quint32 micros = column == Wait ? hop.times.wait : hop.times.total;
            return format::exactMillis(micros == PhaseTimes::kNotApplicable ? -1 : static_cast<qint64>(micros));
        }
        return resultcell::plainToolTip(display(hop, index.row(), column));
    case Qt::TextAlignmentRole:
        return QVariant((figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant HopModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool figure = section == Number || section == Wait || section == Total;
    if (role == Qt::TextAlignmentRole)
        return QVariant((figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("Hop");
    case Status:
        return tr("Status");
    case Method:
        return tr("Method");
    case Url:
        return tr("URL");
    case Timing:
        return tr("Timing");
    case Wait:
        return tr("Wait");
    case Total:
        return tr("Total");
    case Connection:
        return tr("Connection");
    default:
        return {};
    }
}

} // namespace crawlscope::gui
