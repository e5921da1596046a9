// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/celldelegate.h"

#include <QPainter>

namespace crawlscope::gui {

namespace {

    constexpr int kIcon = 16;
    constexpr int kIconGap = 6;

    QPalette::ColorGroup groupOf(const QStyleOptionViewItem &option)
    {
        if (!option.state.testFlag(QStyle::State_Enabled))
            return QPalette::Disabled;
        return option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    }

} // namespace

void CellDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected) {
        painter->fillRect(option.rect, option.palette.brush(groupOf(option), QPalette::Highlight));
    } else if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(option.palette.color(groupOf(option), QPalette::Highlight));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    paintGround(painter, cell);
    const bool mirrored = cell.direction == Qt::RightToLeft;
    QRect area = cell.rect.adjusted(kMargin, 0, -kMargin, 0);
    if (!cell.icon.isNull()) {
        const int left = mirrored ? area.right() - kIcon + 1 : area.left();
        cell.icon.paint(painter, left, area.top() + (area.height() - kIcon) / 2, kIcon, kIcon);
        if (mirrored)
            area.setRight(area.right() - kIcon - kIconGap);
        else
            area.setLeft(area.left() + kIcon + kIconGap);
    }
    if (cell.text.isEmpty() || area.width() <= 0)
        return;
    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    painter->setPen(cell.palette.color(groupOf(cell), selected ? QPalette::HighlightedText : QPalette::Text));
    painter->setFont(cell.font);
    const QString text = cell.fontMetrics.elidedText(cell.text, cell.textElideMode, area.width());
    const Qt::Alignment alignment = QStyle::visualAlignment(cell.direction, cell.displayAlignment);
    painter->drawText(area, static_cast<int>(alignment.toInt()) | Qt::TextSingleLine, text);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const int icon = cell.icon.isNull() ? 0 : kIcon + kIconGap;
    return {cell.fontMetrics.horizontalAdvance(cell.text) + icon + 2 * kMargin + 1,
            std::max(cell.fontMetrics.height() + 8, 22)};
}

} // namespace crawlscope::gui
