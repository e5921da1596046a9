// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lab/changekindsmodel.h"

#include "gui/format.h"
#include "gui/lab/comparetexts.h"

namespace crawlscope::gui {

ChangeKindsModel::ChangeKindsModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

void ChangeKindsModel::setPair(std::shared_ptr<const SessionPair> pair)
{
    m_pair = std::move(pair);
    retranslate();
}

void ChangeKindsModel::themeChanged()
{
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1), {Qt::DecorationRole, Qt::ForegroundRole});
}

void ChangeKindsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

std::optional<ChangeKind> ChangeKindsModel::kindOf(int row)
{
    if (row <= kTimesRow || row > static_cast<int>(kChangeKindCount))
        return std::nullopt;
    return static_cast<ChangeKind>(row - 1);
}

int ChangeKindsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(kChangeKindCount) + 1;
}

int ChangeKindsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QString ChangeKindsModel::countText(int row) const
{
    const std::optional<ChangeKind> kind = kindOf(row);
    if (!m_pair || !kind)
        return {};
    return format::number(m_pair->comparison.of(*kind).size());
}

QVariant ChangeKindsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const std::optional<ChangeKind> kind = kindOf(index.row());
    const bool count = index.column() == Count;
    const bool none = kind && (!m_pair || m_pair->comparison.of(*kind).empty());
    const comparetexts::Look look =
        kind ? comparetexts::lookOf(*kind) : comparetexts::Look {"chart-histogram", Token::Text};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        if (count)
            return countText(index.row());
        return kind ? comparetexts::kindTitle(*kind) : tr("Response times");
    case Qt::ToolTipRole:
        return kind ? comparetexts::kindHelp(*kind) : tr("Of the run and of each host, before and after");
    case Qt::TextAlignmentRole:
        return static_cast<int>((count ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::DecorationRole:
        return count ? QVariant()
                     : QVariant(m_theme.icon(QString::fromLatin1(look.icon), none ? Token::TextMuted : look.token));
    case Qt::ForegroundRole:
        return none ? QVariant(m_theme.color(Token::TextMuted)) : QVariant();
    default:
        return {};
    }
}

QVariant ChangeKindsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Count ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == Count ? tr("URLs") : tr("Difference");
}

} // namespace crawlscope::gui
