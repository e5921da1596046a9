// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/problemsmodel.h"

#include "gui/format.h"
#include "gui/texts.h"

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

ProblemsModel::ProblemsModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

void ProblemsModel::setReport(std::shared_ptr<const ProblemReport> report)
{
    beginResetModel();
    m_report = std::move(report);
    endResetModel();
}

void ProblemsModel::themeChanged()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Problem), index(rowCount() - 1, Problem), {Qt::DecorationRole});
}

void ProblemsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

const ProblemFinding *ProblemsModel::finding(int row) const
{
    return row >= 0 && row < rowCount() ? &m_report->findings[static_cast<std::size_t>(row)] : nullptr;
}

int ProblemsModel::rowOf(ProblemId id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (finding(row)->id == id)
            return row;
    }
    return -1;
}

QIcon ProblemsModel::severityIcon(const Theme &theme, ProblemSeverity severity)
{
    switch (severity) {
    case ProblemSeverity::Error:
        return theme.icon(u"circle-x"_s, Token::ServerError);
    case ProblemSeverity::Warning:
        return theme.icon(u"alert-triangle"_s, Token::ClientError);
    case ProblemSeverity::Notice:
        return theme.icon(u"info-circle"_s, Token::Info);
    }
    return {};
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_report ? 0 : static_cast<int>(m_report->findings.size());
}

int ProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ProblemFinding &found = *finding(index.row());
    const ProblemSeverity severity = problemKind(found.id).severity;
    const bool count = index.column() == Count;
    switch (role) {
    case Qt::DisplayRole:
        return count ? format::number(found.count) : texts::problemTitle(found.id);
    case Qt::ToolTipRole:
        return tr("%1: %2", "severity, meaning").arg(texts::problemSeverity(severity), texts::problemMeaning(found.id));
    case Qt::AccessibleTextRole:
        return count ? format::number(found.count)
                     : tr("%1: %2", "severity, name of a problem")
                           .arg(texts::problemSeverity(severity), texts::problemTitle(found.id));
    case Qt::TextAlignmentRole:
        return static_cast<int>((count ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::DecorationRole:
        return count ? QVariant() : QVariant(severityIcon(m_theme, severity));
    default:
        return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Count ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == Count ? tr("Number") : tr("Problem");
}

} // namespace crawlscope::gui
