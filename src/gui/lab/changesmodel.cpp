// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lab/changesmodel.h"

#include "gui/format.h"
#include "gui/lab/comparetexts.h"
#include "gui/models/resultcell.h"
#include "gui/texts.h"

#include <algorithm>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    bool isStatus(ChangeField field)
    {
        return field == ChangeField::StatusA || field == ChangeField::StatusB;
    }

    bool isError(ChangeField field)
    {
        return field == ChangeField::ErrorA || field == ChangeField::ErrorB;
    }

    bool isFigure(ChangeField field)
    {
        return field == ChangeField::TotalA || field == ChangeField::TotalB || field == ChangeField::Difference
            || field == ChangeField::BodyA || field == ChangeField::BodyB;
    }

    bool isOfA(ChangeField field)
    {
        return field == ChangeField::StatusA || field == ChangeField::ErrorA || field == ChangeField::TotalA
            || field == ChangeField::BodyA || field == ChangeField::FinalUrlA;
    }

} // namespace

ChangesModel::ChangesModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
    connect(&m_sorter, &RowSorter::sorted, this, &ChangesModel::swapIn);
}

void ChangesModel::setChanges(std::shared_ptr<const SessionPair> pair, ChangeKind kind)
{
    m_sorter.cancel();
    beginResetModel();
    m_pair = std::move(pair);
    m_kind = kind;
    m_order.reset();
    endResetModel();
    restartSort();
}

void ChangesModel::themeChanged()
{
    m_icons.clear();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1), {Qt::DecorationRole, Qt::ForegroundRole});
}

void ChangesModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

void ChangesModel::sort(int column, Qt::SortOrder order)
{
    const bool descending = column >= 0 && order == Qt::DescendingOrder;
    if (column == m_sortColumn && descending == m_descending)
        return;
    m_sortColumn = column;
    m_descending = descending;
    restartSort();
}

void ChangesModel::restartSort()
{
    m_sorter.cancel();
    if (!m_pair)
        return;
    if (m_sortColumn < 0) {
        if (m_order)
            swapIn(nullptr);
        return;
    }
    m_sorter.start(all().size(),
                   [pair = m_pair, kind = m_kind, field = static_cast<ChangeField>(m_sortColumn),
                    descending = m_descending](const std::atomic<bool> *cancelled, RowSorter::Order *order) {
                       return sortChanges(pair->comparison.of(kind), pair->a, pair->b, field, descending, cancelled,
                                          order);
                   });
}

void ChangesModel::swapIn(std::shared_ptr<const std::vector<quint32>> order)
{
    if (order && (!m_pair || order->size() != all().size()))
        return;
    Q_EMIT aboutToSwap();
    beginResetModel();
    m_order = std::move(order);
    endResetModel();
    Q_EMIT swapped();
}

quint32 ChangesModel::changeNumber(int row) const
{
    return m_order ? (*m_order)[static_cast<std::size_t>(row)] : static_cast<quint32>(row);
}

const UrlChange &ChangesModel::change(int row) const
{
    return all()[changeNumber(row)];
}

int ChangesModel::rowOfChange(quint32 number) const
{
    if (!m_order)
        return static_cast<int>(number) < rowCount() ? static_cast<int>(number) : -1;
    const auto found = std::find(m_order->begin(), m_order->end(), number);
    return found == m_order->end() ? -1 : static_cast<int>(found - m_order->begin());
}

bool ChangesModel::isOfInterest(ChangeKind kind, ChangeField field)
{
    if (field == ChangeField::Url)
        return true;
    switch (kind) {
    case ChangeKind::NewlyFailing:
        return isStatus(field) || field == ChangeField::ErrorB;
    case ChangeKind::Recovered:
        return isStatus(field) || field == ChangeField::ErrorA;
    case ChangeKind::Status:
    case ChangeKind::NotCompared:
        return isStatus(field) || field == ChangeField::ErrorB;
    case ChangeKind::Redirect:
        return field == ChangeField::FinalUrlA || field == ChangeField::FinalUrlB || field == ChangeField::StatusB;
    case ChangeKind::Content:
        return field == ChangeField::BodyA || field == ChangeField::BodyB || field == ChangeField::StatusB;
    case ChangeKind::Slower:
    case ChangeKind::Faster:
        return field == ChangeField::TotalA || field == ChangeField::TotalB || field == ChangeField::Difference;
    case ChangeKind::OnlyInA:
        return isOfA(field) && field != ChangeField::FinalUrlA;
    case ChangeKind::OnlyInB:
        return field == ChangeField::StatusB || field == ChangeField::ErrorB || field == ChangeField::TotalB
            || field == ChangeField::BodyB;
    }
    return false;
}

int ChangesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_pair ? 0 : static_cast<int>(all().size());
}

int ChangesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QString ChangesModel::cell(const CompareSide &side, quint32 row, ResultField field) const
{
    return row == UrlChange::kNone ? QString(QChar(0x2013)) : resultcell::display(*side.urls, *side.table, row, field);
}

QString ChangesModel::differenceText(const UrlChange &change) const
{
    const std::optional<qint64> difference = totalDifference(change, m_pair->a, m_pair->b);
    if (!difference)
        return QChar(0x2013);
    const quint32 before = *totalOf(m_pair->a, change.rowA);
    if (before == 0)
        return comparetexts::difference(*difference);
    return tr("%1, %2", "a difference of time, the same as percentage")
        .arg(comparetexts::difference(*difference),
             comparetexts::ratio(1 + static_cast<double>(*difference) / static_cast<double>(before)));
}

QString ChangesModel::text(const UrlChange &change, ChangeField field) const
{
    const CompareSide &side = isOfA(field) ? m_pair->a : m_pair->b;
    const quint32 row = isOfA(field) ? change.rowA : change.rowB;
    switch (field) {
    case ChangeField::Url:
        return format::untrusted(changedUrl(change, m_pair->a, m_pair->b));
    case ChangeField::StatusA:
    case ChangeField::StatusB:
        if (row == UrlChange::kNone && (isOfA(field) ? change.entryA : change.entryB) != UrlChange::kNone)
            return texts::rowState(RowState::Left);
        return cell(side, row, ResultField::Status);
    case ChangeField::ErrorA:
    case ChangeField::ErrorB:
        return cell(side, row, ResultField::Error);
    case ChangeField::TotalA:
    case ChangeField::TotalB:
        return cell(side, row, ResultField::TotalMs);
    case ChangeField::Difference:
        return differenceText(change);
    case ChangeField::BodyA:
    case ChangeField::BodyB:
        return cell(side, row, ResultField::BodyBytes);
    case ChangeField::FinalUrlA:
    case ChangeField::FinalUrlB:
        return cell(side, row, ResultField::FinalUrl);
    }
    return {};
}

QVariant ChangesModel::look(const UrlChange &change, ChangeField field, int role) const
{
    const quint32 row = isOfA(field) ? change.rowA : change.rowB;
    if (row == UrlChange::kNone)
        return {};
    const ResultRecord &record = (isOfA(field) ? m_pair->a : m_pair->b).table->record(row);
    if (isError(field) && role == Qt::ForegroundRole && record.error != ErrorId::None)
        return m_theme.color(Token::Failed);
    if (!isStatus(field))
        return {};
    const resultcell::Look look = resultcell::lookOf(record);
    if (role == Qt::ForegroundRole)
        return m_theme.color(look.token);
    QIcon &icon = m_icons[{look.icon, look.token}];
    if (icon.isNull())
        icon = m_theme.icon(QString::fromLatin1(look.icon), look.token);
    return icon;
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    if (!m_pair || !checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const UrlChange &shown = change(index.row());
    const auto field = static_cast<ChangeField>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(shown, field);
    case Qt::ToolTipRole:
        return resultcell::plainToolTip(text(shown, field));
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column: value").arg(comparetexts::fieldTitle(field), text(shown, field));
    case Qt::TextAlignmentRole:
        return static_cast<int>((isFigure(field) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::DecorationRole:
    case Qt::ForegroundRole:
        return look(shown, field, role);
    default:
        return {};
    }
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns)
        return {};
    const auto field = static_cast<ChangeField>(section);
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isFigure(field) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(comparetexts::fieldTitle(field)) : QVariant();
}

} // namespace crawlscope::gui
