// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lab/gatechecksmodel.h"

#include "gui/format.h"
#include "gui/lab/gatedraft.h"
#include "gui/models/resultcell.h"

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    Token tokenOf(const GateReport::Check &check)
    {
        if (check.passed)
            return Token::Success;
        return check.measured ? Token::ServerError : Token::ClientError;
    }

    QString iconOf(const GateReport::Check &check)
    {
        if (check.passed)
            return u"circle-check"_s;
        return check.measured ? u"circle-x"_s : u"alert-triangle"_s;
    }

    /// With all its decimals where it would read like the threshold although it is not.
    QString shortFigure(const GateReport::Check &check)
    {
        const QString text = gatetexts::figure(check.metric, *check.measured, 1);
        const bool misleads = text == gatetexts::figure(check.metric, check.threshold, 1);
        return misleads ? gatetexts::figure(check.metric, *check.measured) : text;
    }

    bool isFigure(int column)
    {
        return column == GateChecksModel::Threshold || column == GateChecksModel::Measured;
    }

} // namespace

GateChecksModel::GateChecksModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

void GateChecksModel::setReport(std::shared_ptr<const GateReport> report)
{
    beginResetModel();
    m_report = std::move(report);
    endResetModel();
}

void GateChecksModel::themeChanged()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Result), index(rowCount() - 1, Result), {Qt::DecorationRole, Qt::ForegroundRole});
}

void GateChecksModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

int GateChecksModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_report ? 0 : static_cast<int>(m_report->checks.size());
}

int GateChecksModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QString GateChecksModel::text(const GateReport::Check &check, int column)
{
    switch (column) {
    case Result:
        if (check.passed)
            return tr("Kept");
        return check.measured ? tr("Missed") : tr("Not measured");
    case For:
        return check.host.isEmpty() ? tr("The run") : format::untrusted(check.host);
    case Measure:
        return gatetexts::metric(check.metric);
    case Threshold:
        return gatetexts::threshold(check.metric, check.threshold);
    case Measured:
        return check.measured ? shortFigure(check) : QString(QChar(0x2013));
    default:
        return {};
    }
}

QVariant GateChecksModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const GateReport::Check &check = m_report->checks[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(check, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Result && !check.measured)
            return tr("Nothing was there to be measured, which does not count as kept.");
        if (index.column() == Measured && check.measured)
            return gatetexts::figure(check.metric, *check.measured);
        return resultcell::plainToolTip(text(check, index.column()));
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column: value")
            .arg(headerData(index.column(), Qt::Horizontal).toString(), text(check, index.column()));
    case Qt::DecorationRole:
        return index.column() == Result ? QVariant(m_theme.icon(iconOf(check), tokenOf(check))) : QVariant();
    case Qt::ForegroundRole:
        return index.column() == Result ? QVariant(m_theme.color(tokenOf(check))) : QVariant();
    case Qt::TextAlignmentRole:
        return static_cast<int>((isFigure(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant GateChecksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isFigure(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Result:
        return tr("Result");
    case For:
        return tr("For");
    case Measure:
        return tr("Measure");
    case Threshold:
        return tr("Threshold");
    case Measured:
        return tr("Measured");
    default:
        return {};
    }
}

} // namespace crawlscope::gui
