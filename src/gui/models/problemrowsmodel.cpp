// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/problemrowsmodel.h"

#include "core/net/errorid.h"
#include "gui/format.h"
#include "gui/models/resultcell.h"
#include "gui/texts.h"

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

void ProblemRowsModel::setFinding(std::shared_ptr<const ProblemReport> report, int row,
                                  std::shared_ptr<const UrlList> urls, std::shared_ptr<const ResultTable> table)
{
    beginResetModel();
    m_finding = report && urls && row >= 0 && static_cast<std::size_t>(row) < report->findings.size() ? row : -1;
    m_report = std::move(report);
    m_urls = std::move(urls);
    m_table = std::move(table);
    endResetModel();
}

void ProblemRowsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

const ProblemFinding &ProblemRowsModel::finding() const
{
    return m_report->findings[static_cast<std::size_t>(m_finding)];
}

ProblemValue ProblemRowsModel::kind() const
{
    return m_finding < 0 ? ProblemValue::None : problemKind(finding().id).value;
}

bool ProblemRowsModel::hasDetail() const
{
    return kind() != ProblemValue::None;
}

bool ProblemRowsModel::isFigure() const
{
    switch (kind()) {
    case ProblemValue::Micros:
    case ProblemValue::Bytes:
    case ProblemValue::Redirects:
    case ProblemValue::Seconds:
    case ProblemValue::Characters:
    case ProblemValue::Words:
    case ProblemValue::Count:
        return true;
    default:
        return false;
    }
}

qint64 ProblemRowsModel::tableRow(int row) const
{
    if (row < 0 || row >= rowCount() || !m_table)
        return -1;
    return m_table->rowOfEntry(finding().rows[static_cast<std::size_t>(row)].entry);
}

QByteArray ProblemRowsModel::url(int row) const
{
    return m_urls->url(finding().rows[static_cast<std::size_t>(row)].entry).toByteArray();
}

QString ProblemRowsModel::urlText(quint32 entry) const
{
    return entry < m_urls->size() ? format::untrusted(m_urls->url(entry)) : QString();
}

QString ProblemRowsModel::statusText(quint32 entry) const
{
    const qint64 row = m_table && entry < m_urls->size() ? m_table->rowOfEntry(entry) : -1;
    return row >= 0 ? resultcell::statusText(*m_table, static_cast<std::size_t>(row)) : QString();
}

QString ProblemRowsModel::clusterText(quint32 number) const
{
    const ProblemCluster &cluster = finding().clusters[number];
    const QString shared =
        cluster.text.isEmpty() ? urlText(finding().rows[cluster.first].entry) : format::untrusted(cluster.text);
    return tr("%Ln page(s): %1", "pages alike, what they share", format::pluralCount(cluster.size)).arg(shared);
}

QString ProblemRowsModel::detail(int row) const
{
    const ProblemRow &found = finding().rows[static_cast<std::size_t>(row)];
    const quint32 value = found.value;
    switch (kind()) {
    case ProblemValue::None:
        return {};
    case ProblemValue::Status:
        return statusText(found.entry).isEmpty() ? QString::number(value) : statusText(found.entry);
    case ProblemValue::Error:
        return value < kErrorIdCount ? texts::error(static_cast<ErrorId>(value)) : QString();
    case ProblemValue::Entry:
        if (value >= m_urls->size())
            return tr("A URL outside of this run");
        if (problemKind(finding().id).area == ProblemArea::Links)
            return tr("%1: %2", "status, URL").arg(statusText(value), urlText(value));
        return urlText(value);
    case ProblemValue::Micros:
        return format::durationMicros(value);
    case ProblemValue::Bytes:
        return format::bytes(value);
    case ProblemValue::Seconds:
        return format::span(qint64 {value} * 1'000);
    case ProblemValue::Text:
        return value < m_report->texts.size() ? format::untrusted(m_report->texts[value]) : QString();
    case ProblemValue::Cluster:
        return clusterText(value);
    case ProblemValue::Redirects:
    case ProblemValue::Characters:
    case ProblemValue::Words:
    case ProblemValue::Count:
        break;
    }
    return format::number(value);
}

QString ProblemRowsModel::detailTitle() const
{
    switch (kind()) {
    case ProblemValue::None:
        return {};
    case ProblemValue::Status:
        return tr("Status");
    case ProblemValue::Error:
        return tr("Error");
    case ProblemValue::Entry:
        return problemKind(finding().id).area == ProblemArea::Links ? tr("Link to") : tr("Canonical URL");
    case ProblemValue::Micros:
        return tr("Time");
    case ProblemValue::Bytes:
        return tr("Size");
    case ProblemValue::Redirects:
        return tr("Redirects");
    case ProblemValue::Seconds:
        return tr("After");
    case ProblemValue::Characters:
        return tr("Characters");
    case ProblemValue::Words:
        return tr("Words");
    case ProblemValue::Count:
        return tr("Number");
    case ProblemValue::Text:
        return tr("What it is");
    case ProblemValue::Cluster:
        return tr("In common with");
    }
    return {};
}

int ProblemRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_finding < 0 ? 0 : static_cast<int>(finding().rows.size());
}

int ProblemRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant ProblemRowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const bool isUrl = index.column() == Url;
    switch (role) {
    case Qt::DisplayRole:
        return isUrl ? format::untrusted(url(index.row())) : detail(index.row());
    case Qt::ToolTipRole:
        return resultcell::plainToolTip(isUrl ? format::untrusted(url(index.row())) : detail(index.row()));
    case Qt::TextAlignmentRole:
        return static_cast<int>((!isUrl && isFigure() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant ProblemRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Detail && isFigure() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == Url ? tr("URL") : detailTitle();
}

} // namespace crawlscope::gui
