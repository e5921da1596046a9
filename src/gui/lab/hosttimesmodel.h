// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/lab/rowsorter.h"
#include "gui/lab/sessioncomparer.h"
#include "gui/theme/theme.h"

#include <QAbstractTableModel>

#include <memory>

namespace crawlscope::gui {

/// Response times of the hosts of two sessions, those that changed first; the whole run is the first row, whatever the
/// order. Orders are made in another thread. Thread: GUI.
class HostTimesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Host, Verdict, Before, After, Difference, Ratio, Pairs };
    static constexpr int kColumns = 7;

    explicit HostTimesModel(const Theme &theme, QObject *parent = nullptr);
    void setPair(std::shared_ptr<const SessionPair> pair); ///< null: none; the sort stays
    void themeChanged();
    void retranslate();
    [[nodiscard]] const TimeChange *times(int row) const; ///< null: no such row
    [[nodiscard]] QString hostName(int row) const;
    [[nodiscard]] int rowOfHost(const QByteArray &key) const; ///< empty: the whole run; -1: not there
    [[nodiscard]] bool busy() const { return m_sorter.busy(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void aboutToSwap(); ///< before rows get another order
    void swapped();

private:
    void restartSort();
    void swapIn(std::shared_ptr<const std::vector<quint32>> order);
    [[nodiscard]] QString text(const TimeChange &change, int column) const;

    const Theme &m_theme;
    std::shared_ptr<const SessionPair> m_pair;
    std::shared_ptr<const std::vector<quint32>> m_order; ///< of the hosts; null: as they are
    int m_sortColumn = -1;
    bool m_descending = false;
    RowSorter m_sorter; // last: joins before what its work uses goes away
};

} // namespace crawlscope::gui
