// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/lab/sessioncomparer.h"
#include "gui/theme/theme.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>

namespace crawlscope::gui {

/// What a comparison has to show: the response times, then each kind of change with its number. The theme must outlive
/// it. Thread: GUI.
class ChangeKindsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { What, Count };
    static constexpr int kColumns = 2;
    static constexpr int kTimesRow = 0;

    explicit ChangeKindsModel(const Theme &theme, QObject *parent = nullptr);
    void setPair(std::shared_ptr<const SessionPair> pair); ///< null: none
    void themeChanged();
    void retranslate();
    [[nodiscard]] static std::optional<ChangeKind> kindOf(int row); ///< nullopt: the times, or no row
    [[nodiscard]] static int rowOf(ChangeKind kind) { return static_cast<int>(kind) + 1; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString countText(int row) const;

    const Theme &m_theme;
    std::shared_ptr<const SessionPair> m_pair;
};

} // namespace crawlscope::gui
