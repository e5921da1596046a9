// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lab/hosttimesmodel.h"

#include "core/store/keysort.h"
#include "gui/format.h"
#include "gui/lab/comparetexts.h"
#include "gui/models/resultcell.h"

#include <QFont>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace crawlscope::gui {

namespace {

    bool isFigure(int column)
    {
        return column != HostTimesModel::Host && column != HostTimesModel::Verdict;
    }

    /// Slower hosts, then faster ones, those within the noise, those with too few URLs.
    double verdictRank(const TimeChange &change)
    {
        if (change.changed)
            return change.ratio > 1 ? 0 : 1;
        return change.tested ? 2 : 3;
    }

    double figureOf(const TimeChange &change, int column)
    {
        switch (column) {
        case HostTimesModel::Verdict:
            return verdictRank(change);
        case HostTimesModel::Before:
            return change.medianAMs;
        case HostTimesModel::After:
            return change.medianBMs;
        case HostTimesModel::Difference:
            return change.differenceMs;
        case HostTimesModel::Ratio:
            return change.ratio;
        default:
            return change.pairs;
        }
    }

    /// In the order of the numbers; not a number: none.
    std::optional<quint64> keyOf(double value)
    {
        if (std::isnan(value))
            return std::nullopt;
        quint64 bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        constexpr quint64 kSign = quint64 {1} << 63;
        return (bits & kSign) != 0 ? ~bits : bits | kSign;
    }

    QString millis(double ms)
    {
        return format::durationMicros(std::llround(ms * 1000));
    }

} // namespace

HostTimesModel::HostTimesModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
    connect(&m_sorter, &RowSorter::sorted, this, &HostTimesModel::swapIn);
}

void HostTimesModel::setPair(std::shared_ptr<const SessionPair> pair)
{
    m_sorter.cancel();
    beginResetModel();
    m_pair = std::move(pair);
    m_order.reset();
    endResetModel();
    restartSort();
}

void HostTimesModel::themeChanged()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Verdict), index(rowCount() - 1, Verdict), {Qt::DecorationRole, Qt::ForegroundRole});
}

void HostTimesModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

void HostTimesModel::sort(int column, Qt::SortOrder order)
{
    const bool descending = column >= 0 && order == Qt::DescendingOrder;
    if (column == m_sortColumn && descending == m_descending)
        return;
    m_sortColumn = column;
    m_descending = descending;
    restartSort();
}

void HostTimesModel::restartSort()
{
    m_sorter.cancel();
    if (!m_pair)
        return;
    if (m_sortColumn < 0) {
        if (m_order)
            swapIn(nullptr);
        return;
    }
    m_sorter.start(m_pair->comparison.hosts.size(),
                   [pair = m_pair, column = m_sortColumn, descending = m_descending](const std::atomic<bool> *cancelled,
                                                                                     RowSorter::Order *order) {
                       const std::vector<TimeChange> &hosts = pair->comparison.hosts;
                       if (column == Host)
                           return KeySort::byText(descending, cancelled, order,
                                                  [&](quint32 host) { return QByteArrayView(hosts[host].key); });
                       return KeySort::byNumber(descending, cancelled, order,
                                                [&](quint32 host) { return keyOf(figureOf(hosts[host], column)); });
                   });
}

void HostTimesModel::swapIn(std::shared_ptr<const std::vector<quint32>> order)
{
    if (order && (!m_pair || order->size() != m_pair->comparison.hosts.size()))
        return;
    Q_EMIT aboutToSwap();
    beginResetModel();
    m_order = std::move(order);
    endResetModel();
    Q_EMIT swapped();
}

const TimeChange *HostTimesModel::times(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    if (row == 0)
        return &m_pair->comparison.all;
    const auto host = static_cast<std::size_t>(row - 1);
    return &m_pair->comparison.hosts[m_order ? (*m_order)[host] : host];
}

QString HostTimesModel::hostName(int row) const
{
    const TimeChange *change = times(row);
    return change == nullptr ? QString() : text(*change, Host);
}

int HostTimesModel::rowOfHost(const QByteArray &key) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (times(row)->key == key)
            return row;
    }
    return -1;
}

int HostTimesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_pair ? 0 : static_cast<int>(m_pair->comparison.hosts.size()) + 1;
}

int HostTimesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QString HostTimesModel::text(const TimeChange &change, int column) const
{
    if (column == Host)
        return change.key.isEmpty() ? tr("All hosts") : format::untrusted(change.key);
    if (column == Pairs)
        return format::number(change.pairs);
    if (change.pairs == 0)
        return QChar(0x2013);
    switch (column) {
    case Verdict:
        return comparetexts::timeVerdict(change);
    case Before:
        return millis(change.medianAMs);
    case After:
        return millis(change.medianBMs);
    case Difference:
        return comparetexts::difference(change);
    case Ratio:
        return comparetexts::ratio(change.ratio);
    default:
        return {};
    }
}

QVariant HostTimesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TimeChange &change = *times(index.row());
    const bool verdict = index.column() == Verdict && change.pairs > 0;
    switch (role) {
    case Qt::DisplayRole:
        return text(change, index.column());
    case Qt::ToolTipRole:
        return resultcell::plainToolTip(text(change, index.column()));
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column: value")
            .arg(headerData(index.column(), Qt::Horizontal).toString(), text(change, index.column()));
    case Qt::TextAlignmentRole:
        return static_cast<int>((isFigure(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::DecorationRole: {
        const comparetexts::Look look = comparetexts::lookOf(change);
        return verdict ? QVariant(m_theme.icon(QString::fromLatin1(look.icon), look.token)) : QVariant();
    }
    case Qt::ForegroundRole:
        return verdict ? QVariant(m_theme.color(comparetexts::lookOf(change).token)) : QVariant();
    case Qt::FontRole: {
        QFont bold;
        bold.setBold(true);
        return index.row() == 0 ? QVariant(bold) : QVariant();
    }
    default:
        return {};
    }
}

QVariant HostTimesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isFigure(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const bool help = role == Qt::ToolTipRole;
    switch (section) {
    case Host:
        return help ? tr("All URLs of a host that were done in both sessions") : tr("Host");
    case Verdict:
        return help ? tr("Slower or faster where chance does not explain it (signed-rank test over the URLs, "
                         "corrected for the number of hosts) and the change is at least 2%")
                    : tr("Verdict");
    case Before:
        return help ? tr("Median of the response times in the earlier session") : tr("p50 before");
    case After:
        return help ? tr("Median of the response times in the later session") : tr("p50 after");
    case Difference:
        return help ? tr("Of the medians, with its 95% interval where enough URLs tell it") : tr("Difference");
    case Ratio:
        return help ? tr("Median over the URLs of how much longer each took") : tr("Per URL");
    case Pairs:
        return help ? tr("URLs that were done in both sessions") : tr("URLs");
    default:
        return {};
    }
}

} // namespace crawlscope::gui
