// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/charts/plotlibrary.h"

namespace crawlscope::gui {

/// A graph that draws jagged lines and areas fast. Qt's rasterizer takes 270 ms for a polyline of 180 such points that
/// is wider than a pixel, and 90 ms for the area below it (Qt 6.4.2): it treats each as one path with many crossings.
/// Here a line is drawn segment by segment (5 ms) and an area into an image. Use pens without round caps, they cost
/// twenty times as much. Vector output is QCustomPlot's own.
class SeriesGraph : public QCPGraph
{
    Q_OBJECT
public:
    SeriesGraph(QCPAxis *keyAxis, QCPAxis *valueAxis);
    /// The area reaches down to this graph instead of to the axis. Both need the same keys.
    void setBelow(SeriesGraph *below);

protected:
    void drawFill(QCPPainter *painter, QVector<QPointF> *lines) const override;
    void drawLinePlot(QCPPainter *painter, const QVector<QPointF> &lines) const override;

private:
    static QVector<QLineF> solid(const QVector<QPointF> &points);
    /// `pattern`: lengths in pixels, drawn and left out by turns.
    static QVector<QLineF> dashed(const QVector<QPointF> &points, const QVector<qreal> &pattern);

    SeriesGraph *m_below = nullptr;
};

} // namespace crawlscope::gui
