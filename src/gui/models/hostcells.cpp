// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Cells and heads of the table of hosts; what is shown in which order is in hostsmodel.cpp.
#include "gui/format.h"
#include "gui/models/hostsmodel.h"
#include "gui/models/hoststate.h"

#include <QDateTime>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    constexpr QChar kDash(0x2013);

    bool isFigure(int column)
    {
        return column != HostsModel::Host && column != HostsModel::State;
    }

    QString micros(quint32 value)
    {
        return value == 0 ? QString(kDash) : format::durationMicros(value);
    }

} // namespace

double HostsModel::figure(const Known &host, int column) const
{
    const HostRow &row = host.row;
    switch (column) {
    case Queued:
        return static_cast<double>(row.queued);
    case InFlight:
        return row.inFlight;
    case Done:
        return static_cast<double>(row.done);
    case Failed:
        return static_cast<double>(row.failed);
    case Skipped:
        return static_cast<double>(row.skipped);
    case P50:
        return row.p50Micros;
    case P95:
        return row.p95Micros;
    case Rate:
        return row.ratePerS;
    case Limit:
        return row.limit;
    case Interval:
        return static_cast<double>(row.intervalMs);
    case State:
        return hoststate::rank(row);
    case Next:
        return static_cast<double>(leftMs(host) < 0 ? 0 : host.untilMs);
    default:
        return 0;
    }
}

QVariant HostsModel::raw(const Known &host, int column) const
{
    return column == Host ? QVariant(host.row.key) : QVariant(figure(host, column));
}

QString HostsModel::display(const Known &host, int column) const
{
    const HostRow &row = host.row;
    switch (column) {
    case Host:
        return format::untrusted(row.key);
    case Queued:
        return format::number(row.queued);
    case InFlight:
        return format::number(row.inFlight);
    case Done:
        return format::number(row.done);
    case Failed:
        return format::number(row.failed);
    case Skipped:
        return format::number(row.skipped);
    case P50:
        return micros(row.p50Micros);
    case P95:
        return micros(row.p95Micros);
    case Rate:
        return format::rate(row.ratePerS);
    case Limit:
        return row.limit > 0 ? format::number(static_cast<quint64>(row.limit)) : QString(kDash);
    case Interval:
        return row.intervalMs > 0 ? format::span(row.intervalMs) : QString(kDash);
    case State:
        return hoststate::words(row, leftMs(host));
    case Next:
        if (leftMs(host) >= 0)
            return QDateTime::fromMSecsSinceEpoch(host.untilMs).time().toString(u"HH:mm:ss"_s);
        return row.queued > 0 && row.wait.reason == WaitReason::None && !row.paused ? tr("now") : QString(kDash);
    default:
        return {};
    }
}

QString HostsModel::toolTip(const Known &host, int column) const
{
    const HostRow &row = host.row;
    switch (column) {
    case P50:
        return row.p50Micros == 0 ? QString() : format::exactMillis(row.p50Micros);
    case P95:
        return row.p95Micros == 0 ? QString() : format::exactMillis(row.p95Micros);
    case Host:
    case State:
        return display(host, column);
    case Next:
        return leftMs(host) < 0 ? QString() : format::localTime(host.untilMs);
    default:
        return {};
    }
}

QVariant HostsModel::decoration(const Known &host) const
{
    if (m_theme == nullptr)
        return {};
    const resultcell::Look look = hoststate::lookOf(host.row);
    QIcon &icon = m_icons[{look.icon, look.token}];
    if (icon.isNull())
        icon = m_theme->icon(QString::fromLatin1(look.icon), look.token);
    return icon;
}

QVariant HostsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Known &host = m_hosts[m_rows[static_cast<std::size_t>(index.row())]];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return display(host, column);
    case SortRole:
        return raw(host, column);
    case Qt::ToolTipRole: {
        const QString text = toolTip(host, column);
        return text.isEmpty() ? QVariant() : QVariant(resultcell::plainToolTip(text));
    }
    case Qt::TextAlignmentRole:
        return ((isFigure(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter).toInt();
    case Qt::DecorationRole:
        return column == State ? decoration(host) : QVariant();
    case Qt::ForegroundRole:
        if (m_theme != nullptr && column == Failed && host.row.failed > 0)
            return m_theme->color(Token::Failed);
        return {};
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column: value").arg(headerData(column, Qt::Horizontal).toString(), display(host, column));
    default:
        return {};
    }
}

QVariant HostsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return ((isFigure(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter).toInt();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const bool help = role == Qt::ToolTipRole;
    switch (section) {
    case Host:
        return help ? tr("Host and port, domain or address, as hosts are grouped") : tr("Host");
    case Queued:
        return help ? tr("URLs that wait, those to be tried again included") : tr("Queued");
    case InFlight:
        return help ? tr("Requests under way") : tr("In flight");
    case Done:
        return help ? tr("URLs that ended well") : tr("Done");
    case Failed:
        return help ? tr("URLs that failed") : tr("Failed");
    case Skipped:
        return help ? tr("URLs that were not fetched, e.g. since robots.txt asks not to") : tr("Skipped");
    case P50:
        return help ? tr("Half of the URLs took no longer, in all") : tr("p50");
    case P95:
        return help ? tr("95% of the URLs took no longer, in all") : tr("p95");
    case Rate:
        return help ? tr("URLs that ended per second, over the last 10 s") : tr("Rate");
    case Limit:
        return help ? tr("Requests at once that the host is allowed now") : tr("Limit");
    case Interval:
        return help ? tr("Least time between the starts of two requests") : tr("Interval");
    case State:
        return help ? tr("What the host is doing, or why its next request does not start") : tr("State");
    case Next:
        return help ? tr("When its next request may start, in this computer's time zone") : tr("Next");
    default:
        return {};
    }
}

} // namespace crawlscope::gui
