// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QIcon>
#include <QList>
#include <QPen>
#include <QString>

class QPainter;

namespace crawlscope::gui {

/// One line of a legend or read-out: how a series is drawn, its name, a figure.
struct ChartKey
{
    QString name;
    QString value;
    QPen pen = QPen(Qt::NoPen);
    QBrush brush = QBrush(Qt::NoBrush); ///< an area when set, else a line
    QIcon icon;

    [[nodiscard]] int swatchWidth() const;
    void paintSwatch(QPainter *painter, const QRect &rect) const;
};

/// Fill of an area: faint colour with a pattern in the full one, so that areas differ without colour, too.
[[nodiscard]] QBrush patternBrush(const QColor &color, Qt::BrushStyle pattern, const QColor &ground);

} // namespace crawlscope::gui
