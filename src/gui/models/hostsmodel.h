// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/hostsnapshot.h"
#include "core/util/mailbox.h"
#include "gui/theme/theme.h"

#include <QAbstractTableModel>
#include <QIcon>
#include <QThreadPool>

#include <functional>
#include <map>
#include <vector>

namespace crawlscope::gui {

/// The hosts of a run, a row each, fed by HostsUpdate.
///
/// Owns what is known of each host (by its id) and an index of the ids shown. News change figures in place: one
/// dataChanged() and one insertion at most per apply(). Under a sort nothing moves by itself; hosts that are new wait
/// as pending(), figures that changed make the order stale(), until sortAgain(). Sorting more than kDirectRows hosts is
/// done in a thread of its own and swapped in, unless the generation moved on. Thread: GUI.
class HostsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using WallClock = std::function<qint64()>; ///< ms since the epoch
    enum Column { Host, Queued, InFlight, Done, Failed, Skipped, P50, P95, Rate, Limit, Interval, State, Next };
    static constexpr int kColumns = 13;
    enum Role { SortRole = Qt::UserRole }; ///< figure of the cell; the name for Host
    static constexpr std::size_t kDirectRows = 20'000; ///< some 5 ms

    /// `theme` gives the icons; null: no icons.
    explicit HostsModel(const Theme *theme, WallClock clock = &systemMillis, QObject *parent = nullptr);
    ~HostsModel() override; ///< joins

    [[nodiscard]] static qint64 systemMillis();

    void clear(); ///< another run; filter and sort stay
    void apply(const HostsUpdate &update);
    void setFilter(const QString &text); ///< part of the name, no case; empty: all
    void sortAgain();
    void tick(); ///< a second has gone: times left are shown anew
    void themeChanged();
    void retranslate();

    [[nodiscard]] std::size_t total() const { return m_total; }
    [[nodiscard]] bool filtered() const { return !m_filter.isEmpty(); }
    [[nodiscard]] bool sorted() const { return m_sortColumn >= 0; }
    [[nodiscard]] std::size_t pending() const { return m_pending; } ///< pass the filter, wait for sortAgain()
    [[nodiscard]] bool stale() const { return sorted() && (m_stale || m_pending > 0); }
    [[nodiscard]] bool busy() const { return m_busy; } ///< a sort is under way
    [[nodiscard]] const HostRow &host(int row) const { return m_hosts[m_rows[static_cast<std::size_t>(row)]].row; }
    [[nodiscard]] int rowOf(quint32 id) const; ///< -1: not shown

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void countsChanged(); ///< total, shown, pending, stale or busy
    void aboutToSwap(); ///< before rows get another order
    void swapped();

private:
    struct Known
    {
        HostRow row; ///< without key: an id not told of yet
        qint64 untilMs = 0; ///< end of its wait, wall clock; 0: none known
    };
    struct Sorted
    {
        quint64 generation = 0;
        std::vector<quint32> ids;
    };
    [[nodiscard]] bool passes(const Known &host) const;
    [[nodiscard]] bool sameHosts(const HostsUpdate &update) const;
    bool store(const HostRow &row); ///< true: it is new
    void insert(std::vector<quint32> ids);
    void rebuild();
    void startSort(const std::vector<quint32> &ids);
    void takeSorted();
    void swapIn(std::vector<quint32> ids);
    [[nodiscard]] QVariant raw(const Known &host, int column) const;
    [[nodiscard]] double figure(const Known &host, int column) const;
    [[nodiscard]] QString display(const Known &host, int column) const;
    [[nodiscard]] QString toolTip(const Known &host, int column) const;
    [[nodiscard]] QVariant decoration(const Known &host) const;
    [[nodiscard]] qint64 leftMs(const Known &host) const; ///< -1: none, or over

    const Theme *m_theme;
    WallClock m_clock;
    std::vector<Known> m_hosts; ///< by id
    std::vector<quint32> m_rows; ///< ids shown
    std::vector<int> m_places; ///< by id: row; -1: not shown
    QByteArray m_filter; ///< lower case
    std::size_t m_total = 0;
    std::size_t m_pending = 0;
    int m_sortColumn = -1;
    bool m_descending = false;
    bool m_stale = false;
    bool m_busy = false;
    quint64 m_generation = 0;
    Mailbox<Sorted> m_sorted;
    mutable std::map<std::pair<const char *, Token>, QIcon> m_icons;
    QThreadPool m_pool; // last: joins before what its jobs use goes away
};

} // namespace crawlscope::gui
