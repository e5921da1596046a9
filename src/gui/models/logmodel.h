// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/statssnapshot.h"
#include "gui/theme/theme.h"

#include <QAbstractTableModel>

#include <deque>
#include <vector>

namespace crawlscope::gui {

/// The last kCapacity events of the runs, oldest first. One beginInsertRows() per batch, preceded by one
/// beginRemoveRows() when old events have to go. Thread: GUI.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, Level, Message };
    static constexpr int kColumns = 3;
    enum Role { LevelRole = Qt::UserRole }; ///< int of EventLevel
    static constexpr std::size_t kCapacity = 10'000;

    explicit LogModel(const Theme *theme, QObject *parent = nullptr);
    void append(const std::vector<RunEvent> &events);
    void clear();
    void themeChanged();
    void retranslate(); ///< texts are made anew in the language of now
    [[nodiscard]] const RunEvent &event(int row) const { return m_events[static_cast<std::size_t>(row)]; }
    [[nodiscard]] static QString levelText(EventLevel level);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    const Theme *m_theme;
    std::deque<RunEvent> m_events;
};

} // namespace crawlscope::gui
