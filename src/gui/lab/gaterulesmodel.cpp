// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lab/gaterulesmodel.h"

#include "gui/format.h"

#include <algorithm>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    constexpr qsizetype kLongestText = 300;

    GateMetric metricOf(int column)
    {
        return static_cast<GateMetric>(column - GateRulesModel::P95);
    }

} // namespace

GateRulesModel::GateRulesModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

void GateRulesModel::setDrafts(std::vector<GateDraft> drafts)
{
    beginResetModel();
    m_drafts = std::move(drafts);
    endResetModel();
}

int GateRulesModel::add()
{
    if (full())
        return -1;
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_drafts.emplace_back();
    endInsertRows();
    Q_EMIT edited();
    return row;
}

void GateRulesModel::remove(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    beginRemoveRows({}, row, row);
    m_drafts.erase(m_drafts.begin() + row);
    endRemoveRows();
    Q_EMIT edited();
}

const QString &GateRulesModel::text(int row, int column) const
{
    const GateDraft &draft = m_drafts[static_cast<std::size_t>(row)];
    return column == Host ? draft.host : draft.texts.at(static_cast<std::size_t>(column - P95));
}

bool GateRulesModel::isTwice(int row) const
{
    const QString pattern = m_drafts[static_cast<std::size_t>(row)].pattern();
    return std::any_of(m_drafts.begin(), m_drafts.begin() + row,
                       [&pattern](const GateDraft &draft) { return draft.pattern() == pattern; });
}

QString GateRulesModel::problem(int row, int column) const
{
    if (column != Host)
        return GateDraft::problem(metricOf(column), text(row, column));
    const QString wrong = m_drafts[static_cast<std::size_t>(row)].hostProblem();
    return wrong.isEmpty() && isTwice(row) ? tr("Another row has this host.") : wrong;
}

QString GateRulesModel::firstProblem() const
{
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < kColumns; ++column) {
            if (const QString wrong = problem(row, column); !wrong.isEmpty())
                return tr("Row %1, %2: %3", "number, column, what is wrong")
                    .arg(format::number(static_cast<quint64>(row) + 1), headerData(column, Qt::Horizontal).toString(),
                         wrong);
        }
    }
    return {};
}

void GateRulesModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

int GateRulesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_drafts.size());
}

int GateRulesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant GateRulesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto wrong = [&] { return problem(index.row(), index.column()); };
    switch (role) {
    case Qt::DisplayRole:
        return format::untrusted(text(index.row(), index.column()).toUtf8());
    case Qt::EditRole:
        return text(index.row(), index.column());
    case Qt::ForegroundRole:
        return wrong().isEmpty() ? QVariant() : QVariant(m_theme.color(Token::Failed));
    case Qt::DecorationRole:
        return wrong().isEmpty() ? QVariant() : QVariant(m_theme.icon(u"alert-circle"_s, Token::Failed));
    case Qt::ToolTipRole:
        return wrong().isEmpty() ? QVariant() : QVariant(wrong().toHtmlEscaped());
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column: value")
            .arg(headerData(index.column(), Qt::Horizontal).toString(), text(index.row(), index.column()));
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() == Host ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

bool GateRulesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return false;
    const QString typed = value.toString().trimmed().left(kLongestText);
    if (typed == text(index.row(), index.column()))
        return true;
    GateDraft &draft = m_drafts[static_cast<std::size_t>(index.row())];
    if (index.column() == Host)
        draft.host = typed;
    else
        draft.texts.at(static_cast<std::size_t>(index.column() - P95)) = typed;
    // The mark of a host that is there twice may move to another row.
    Q_EMIT dataChanged(this->index(0, 0), this->index(rowCount() - 1, kColumns - 1));
    Q_EMIT edited();
    return true;
}

Qt::ItemFlags GateRulesModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable : Qt::NoItemFlags;
}

QVariant GateRulesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns)
        return {};
    if (role == Qt::DisplayRole)
        return section == Host ? tr("Host") : gatetexts::shortLimit(metricOf(section));
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Host ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::ToolTipRole)
        return {};
    return section == Host ? tr("A host name, with :port if need be, or *.example.org for that name and all that end "
                                "so; hosts that match count together")
                           : gatetexts::limit(metricOf(section));
}

} // namespace crawlscope::gui
