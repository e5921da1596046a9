// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace crawlscope::gui {

/// Cells of the tables: one line of plain text, cut with an ellipsis, with the margins of the header above it.
/// Paints without asking the style, whose style sheet rules cost time with every cell. Thread: GUI.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int kMargin = 8; ///< as QHeaderView::section of the style sheet
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    /// Ground of a cell: selection, and the outline of the current cell where it is not selected.
    static void paintGround(QPainter *painter, const QStyleOptionViewItem &option);
};

} // namespace crawlscope::gui
