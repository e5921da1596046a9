// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/changeorder.h"
#include "core/store/resultquery.h"
#include "gui/lab/rowsorter.h"
#include "gui/lab/sessioncomparer.h"
#include "gui/theme/theme.h"

#include <QAbstractTableModel>
#include <QIcon>

#include <map>
#include <memory>

namespace crawlscope::gui {

/// The URLs of one kind of change, a column a ChangeField: what each session has of them, side by side. Cells are made
/// when they are looked at; orders are made in another thread and swapped in under a reset. Thread: GUI.
class ChangesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int kColumns = kChangeFieldCount;

    explicit ChangesModel(const Theme &theme, QObject *parent = nullptr);

    /// Null: none. The sort stays.
    void setChanges(std::shared_ptr<const SessionPair> pair, ChangeKind kind);
    void themeChanged();
    void retranslate();

    [[nodiscard]] ChangeKind kind() const { return m_kind; }
    [[nodiscard]] bool busy() const { return m_sorter.busy(); } ///< a sort is under way
    [[nodiscard]] const UrlChange &change(int row) const;
    [[nodiscard]] int rowOfChange(quint32 number) const; ///< -1: not shown; one pass
    [[nodiscard]] quint32 changeNumber(int row) const; ///< in Comparison::of()
    /// Whether the rows are of B, as all but those that only A has.
    [[nodiscard]] bool isOfB() const { return m_kind != ChangeKind::OnlyInA; }
    /// Numbers of the changes in the order shown; null: as they are.
    [[nodiscard]] std::shared_ptr<const std::vector<quint32>> order() const { return m_order; }
    [[nodiscard]] std::shared_ptr<const SessionPair> pair() const { return m_pair; }
    /// Columns that say something about this kind.
    [[nodiscard]] static bool isOfInterest(ChangeKind kind, ChangeField field);

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
    [[nodiscard]] const std::vector<UrlChange> &all() const { return m_pair->comparison.of(m_kind); }
    void restartSort();
    void swapIn(std::shared_ptr<const std::vector<quint32>> order);
    [[nodiscard]] QString text(const UrlChange &change, ChangeField field) const;
    [[nodiscard]] QString cell(const CompareSide &side, quint32 row, ResultField field) const;
    [[nodiscard]] QString differenceText(const UrlChange &change) const;
    [[nodiscard]] QVariant look(const UrlChange &change, ChangeField field, int role) const;

    const Theme &m_theme;
    std::shared_ptr<const SessionPair> m_pair;
    ChangeKind m_kind = ChangeKind::NewlyFailing;
    std::shared_ptr<const std::vector<quint32>> m_order; ///< null: as they are
    int m_sortColumn = -1;
    bool m_descending = false;
    mutable std::map<std::pair<const char *, Token>, QIcon> m_icons;
    RowSorter m_sorter; // last: joins before what its work uses goes away
};

} // namespace crawlscope::gui
