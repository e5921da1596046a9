// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/chartkey.h"

#include <QPainter>
#include <QPixmap>

namespace crawlscope::gui {

namespace {
    constexpr int kSwatch = 14;
    constexpr int kIcon = 14;
    constexpr int kGap = 4;
} // namespace

int ChartKey::swatchWidth() const
{
    const bool drawn = pen.style() != Qt::NoPen || brush.style() != Qt::NoBrush;
    const int drawing = drawn ? (brush.style() != Qt::NoBrush ? 11 : kSwatch) : 0;
    const int withIcon = icon.isNull() ? 0 : kIcon + (drawn ? kGap : 0);
    return drawing + withIcon;
}

void ChartKey::paintSwatch(QPainter *painter, const QRect &rect) const
{
    painter->save();
    int x = rect.left();
    const int middle = rect.center().y() + 1;
    if (brush.style() != Qt::NoBrush) {
        const QRect box(x, middle - 5, 10, 10);
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setBrushOrigin(box.topLeft());
        painter->fillRect(box, brush);
        painter->setPen(QPen(pen.color(), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(box);
        x += 11 + kGap;
    } else if (pen.style() != Qt::NoPen) {
        painter->setRenderHint(QPainter::Antialiasing, true);
        QPen line = pen;
        line.setCapStyle(Qt::FlatCap);
        line.setWidthF(qMax(2.0, pen.widthF()));
        painter->setPen(line);
        painter->drawLine(QPointF(x, middle + 0.0), QPointF(x + kSwatch, middle + 0.0));
        x += kSwatch + kGap;
    }
    if (!icon.isNull())
        icon.paint(painter, QRect(x, middle - kIcon / 2, kIcon, kIcon));
    painter->restore();
}

QBrush patternBrush(const QColor &color, Qt::BrushStyle pattern, const QColor &ground)
{
    const auto mixed = [&](float share) {
        return QColor::fromRgbF(color.redF() * share + ground.redF() * (1 - share),
                                color.greenF() * share + ground.greenF() * (1 - share),
                                color.blueF() * share + ground.blueF() * (1 - share));
    };
    if (pattern == Qt::SolidPattern)
        return {mixed(0.42F)};
    QPixmap tile(8, 8);
    tile.fill(mixed(0.26F));
    QPainter painter(&tile);
    painter.fillRect(tile.rect(), QBrush(color, pattern));
    painter.end();
    return {tile};
}

} // namespace crawlscope::gui
