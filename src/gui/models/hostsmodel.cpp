// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/hostsmodel.h"

#include "gui/models/hoststate.h"
#include "gui/texts.h"

#include <QDateTime>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

namespace crawlscope::gui {

namespace {

    struct SortKey
    {
        double figure = 0;
        QByteArray name;
        quint32 id = 0;
    };

    std::vector<quint32> inOrder(std::vector<SortKey> keys, bool byName, bool descending)
    {
        std::sort(keys.begin(), keys.end(), [byName, descending](const SortKey &a, const SortKey &b) {
            const SortKey &first = descending ? b : a;
            const SortKey &second = descending ? a : b;
            if (byName && first.name != second.name)
                return first.name < second.name;
            if (!byName && first.figure != second.figure)
                return first.figure < second.figure;
            return a.id < b.id;
        });
        std::vector<quint32> ids(keys.size());
        std::transform(keys.begin(), keys.end(), ids.begin(), [](const SortKey &key) { return key.id; });
        return ids;
    }

} // namespace

HostsModel::HostsModel(const Theme *theme, WallClock clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
    , m_clock(std::move(clock))
    , m_sorted([this] { QMetaObject::invokeMethod(this, &HostsModel::takeSorted, Qt::QueuedConnection); })
{
    m_pool.setMaxThreadCount(1);
}

HostsModel::~HostsModel()
{
    m_pool.waitForDone();
}

qint64 HostsModel::systemMillis()
{
    return QDateTime::currentMSecsSinceEpoch();
}

bool HostsModel::passes(const Known &host) const
{
    // Keys are of normalised URLs: lower case.
    return !host.row.key.isEmpty() && (m_filter.isEmpty() || host.row.key.contains(m_filter));
}

void HostsModel::clear()
{
    ++m_generation;
    m_busy = false;
    beginResetModel();
    m_hosts.clear();
    m_rows.clear();
    m_places.clear();
    m_total = 0;
    m_pending = 0;
    m_stale = false;
    endResetModel();
    Q_EMIT countsChanged();
}

bool HostsModel::sameHosts(const HostsUpdate &update) const
{
    std::size_t found = 0;
    for (const HostRow &row : update.changed) {
        if (row.id < m_hosts.size() && !m_hosts[row.id].row.key.isEmpty()) {
            if (m_hosts[row.id].row.key != row.key)
                return false;
            ++found;
        }
    }
    return found == m_total;
}

bool HostsModel::store(const HostRow &row)
{
    if (row.id >= m_hosts.size()) {
        m_hosts.resize(row.id + 1);
        m_places.resize(row.id + 1, -1);
    }
    Known &host = m_hosts[row.id];
    const bool isNew = host.row.key.isEmpty() && !row.key.isEmpty();
    host.row = row;
    const bool timed = texts::waitHasTime(row.wait.reason) && row.wait.a >= 0;
    host.untilMs = timed ? m_clock() + row.wait.a : 0;
    m_total += isNew ? std::size_t {1} : std::size_t {0};
    return isNew;
}

void HostsModel::apply(const HostsUpdate &update)
{
    // All of them come again when the page is shown again: rows stay where they are.
    if (update.all && m_total > 0 && !sameHosts(update))
        clear();
    int first = rowCount();
    int last = -1;
    std::vector<quint32> added;
    for (const HostRow &row : update.changed) {
        if (store(row)) {
            added.push_back(row.id);
        } else if (const int at = rowOf(row.id); at >= 0) {
            first = std::min(first, at);
            last = std::max(last, at);
        }
    }
    if (last >= 0) {
        m_stale = true;
        Q_EMIT dataChanged(index(first, 0), index(last, kColumns - 1));
    }
    if (!added.empty())
        insert(std::move(added));
    if (!update.changed.empty())
        Q_EMIT countsChanged();
}

void HostsModel::insert(std::vector<quint32> ids)
{
    ids.erase(std::remove_if(ids.begin(), ids.end(), [this](quint32 id) { return !passes(m_hosts[id]); }), ids.end());
    if (ids.empty())
        return;
    if (sorted() && m_rows.empty() && !m_busy)
        return rebuild(); // nothing moves where nothing is
    if (sorted()) {
        m_pending += ids.size();
        return;
    }
    std::sort(ids.begin(), ids.end());
    const int at = rowCount();
    beginInsertRows({}, at, at + static_cast<int>(ids.size()) - 1);
    for (const quint32 id : ids) {
        m_places[id] = static_cast<int>(m_rows.size());
        m_rows.push_back(id);
    }
    endInsertRows();
}

void HostsModel::setFilter(const QString &text)
{
    const QByteArray filter = text.trimmed().toLower().toUtf8();
    if (filter == m_filter)
        return;
    m_filter = filter;
    rebuild();
}

void HostsModel::sort(int column, Qt::SortOrder order)
{
    const bool descending = order == Qt::DescendingOrder;
    if (column == m_sortColumn && descending == m_descending)
        return;
    m_sortColumn = column;
    m_descending = descending;
    rebuild();
}

void HostsModel::sortAgain()
{
    if (sorted())
        rebuild();
}

void HostsModel::rebuild()
{
    ++m_generation; // what is being sorted is of no use any more
    m_busy = false;
    std::vector<quint32> ids;
    ids.reserve(m_hosts.size());
    for (std::size_t id = 0; id < m_hosts.size(); ++id) {
        if (passes(m_hosts[id]))
            ids.push_back(static_cast<quint32>(id));
    }
    if (sorted())
        startSort(ids);
    else
        swapIn(std::move(ids));
}

void HostsModel::startSort(const std::vector<quint32> &ids)
{
    const bool byName = m_sortColumn == Host;
    std::vector<SortKey> keys;
    keys.reserve(ids.size());
    for (const quint32 id : ids) {
        const Known &host = m_hosts[id];
        keys.push_back({byName ? 0 : figure(host, m_sortColumn), byName ? host.row.key : QByteArray(), id});
    }
    m_stale = false; // of the figures of now
    if (keys.size() <= kDirectRows)
        return swapIn(inOrder(std::move(keys), byName, m_descending));
    m_busy = true;
    const auto job = [this, generation = m_generation, keys = std::move(keys), byName,
                      descending = m_descending]() mutable {
        m_sorted.push({generation, inOrder(std::move(keys), byName, descending)});
    };
    [[maybe_unused]] const QFuture<void> future = QtConcurrent::run(&m_pool, job);
    Q_EMIT countsChanged();
}

void HostsModel::takeSorted()
{
    for (Sorted &result : m_sorted.takeAll()) {
        if (result.generation != m_generation)
            continue;
        m_busy = false;
        swapIn(std::move(result.ids));
    }
}

void HostsModel::swapIn(std::vector<quint32> ids)
{
    Q_EMIT aboutToSwap();
    beginResetModel();
    std::fill(m_places.begin(), m_places.end(), -1);
    m_rows = std::move(ids);
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        m_places[m_rows[row]] = static_cast<int>(row);
    // What came while it was being sorted.
    m_pending = 0;
    for (std::size_t id = 0; id < m_hosts.size(); ++id)
        m_pending += m_places[id] < 0 && passes(m_hosts[id]) ? std::size_t {1} : std::size_t {0};
    endResetModel();
    Q_EMIT swapped();
    Q_EMIT countsChanged();
}

void HostsModel::tick()
{
    if (m_rows.empty())
        return;
    Q_EMIT dataChanged(index(0, State), index(rowCount() - 1, Next), {Qt::DisplayRole});
}

void HostsModel::themeChanged()
{
    m_icons.clear();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1), {Qt::DecorationRole, Qt::ForegroundRole});
}

void HostsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

int HostsModel::rowOf(quint32 id) const
{
    return id < m_places.size() ? m_places[id] : -1;
}

int HostsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int HostsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

qint64 HostsModel::leftMs(const Known &host) const
{
    const qint64 left = host.untilMs == 0 ? -1 : host.untilMs - m_clock();
    return left > 0 ? left : -1;
}

} // namespace crawlscope::gui
