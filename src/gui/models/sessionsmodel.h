// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sessiontypes.h"
#include "gui/theme/theme.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <vector>

namespace crawlscope::gui {

/// The sessions of a folder, a row each. A row is known by its path: news about the same files move and reset nothing.
/// The name can be edited; what is typed goes out as renameRequested(). Thread: GUI.
class SessionsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Date, State, Done, Failed, Left, P95, Size };
    static constexpr int kColumns = 8;
    enum Role {
        PathRole = Qt::UserRole,
        SortRole, ///< raw value of the cell
        SearchRole, ///< all that a search looks at, of the row
    };

    explicit SessionsModel(const Theme *theme, QObject *parent = nullptr);
    void setSessions(const std::vector<SessionInfo> &sessions);
    void setShownPath(const QString &path); ///< the session that the window shows; empty: none
    void themeChanged();
    void retranslate();
    [[nodiscard]] const SessionInfo &info(int row) const { return m_sessions[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowOfPath(const QString &path) const; ///< -1: not there

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void renameRequested(const QString &path, const QString &name);

private:
    [[nodiscard]] QString display(const SessionInfo &info, int column) const;
    [[nodiscard]] QVariant raw(const SessionInfo &info, int column) const;
    [[nodiscard]] QString toolTip(const SessionInfo &info, int column) const;

    const Theme *m_theme;
    std::vector<SessionInfo> m_sessions;
    QString m_shownPath;
};

/// Sorts the sessions and keeps those that match all words of a search, in any of their columns. Thread: GUI.
class SessionsFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit SessionsFilter(QObject *parent = nullptr);
    void setSearch(const QString &text);
    [[nodiscard]] bool active() const { return !m_words.isEmpty(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList m_words;
};

} // namespace crawlscope::gui
