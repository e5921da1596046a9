// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/seriesgraph.h"

#include <QImage>

#include <algorithm>
#include <cmath>
#include <vector>

namespace crawlscope::gui {

namespace {

    /// Height of a polyline over ascending places; NaN outside of it and in its gaps.
    class Heights
    {
    public:
        explicit Heights(const QVector<QPointF> &points)
            : m_points(points)
        {
        }
        double at(double x)
        {
            while (m_next < m_points.size() && !(m_points[m_next].x() >= x))
                ++m_next;
            if (m_next == 0 || m_next >= m_points.size())
                return qQNaN();
            const QPointF a = m_points[m_next - 1];
            const QPointF b = m_points[m_next];
            const double width = b.x() - a.x();
            return width > 0 ? a.y() + (b.y() - a.y()) * (x - a.x()) / width : b.y();
        }

    private:
        const QVector<QPointF> &m_points;
        qsizetype m_next = 0;
    };

    /// Rows of one pixel column that belong to the area.
    struct Span
    {
        int top = 0;
        int bottom = 0; ///< exclusive; none when not below top
    };

    /// Colour or texture of the brush within the spans, row by row because that is how an image lies in memory.
    QImage paintSpans(const std::vector<Span> &spans, int height, const QBrush &brush)
    {
        constexpr auto kFormat = QImage::Format_ARGB32_Premultiplied;
        QImage tile = brush.textureImage().convertToFormat(kFormat);
        if (tile.isNull()) {
            tile = QImage(1, 1, kFormat);
            tile.fill(brush.color());
        }
        QImage image(static_cast<int>(spans.size()), height, kFormat);
        image.fill(Qt::transparent);
        for (int y = 0; y < height; ++y) {
            auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
            const auto *pattern = reinterpret_cast<const QRgb *>(tile.constScanLine(y % tile.height()));
            const auto width = static_cast<std::size_t>(tile.width());
            for (std::size_t x = 0; x < spans.size(); ++x)
                if (y >= spans[x].top && y < spans[x].bottom)
                    row[x] = pattern[x % width];
        }
        return image;
    }

    bool drawable(const QPointF &a, const QPointF &b)
    {
        return std::isfinite(a.x()) && std::isfinite(a.y()) && std::isfinite(b.x()) && std::isfinite(b.y());
    }

} // namespace

SeriesGraph::SeriesGraph(QCPAxis *keyAxis, QCPAxis *valueAxis)
    : QCPGraph(keyAxis, valueAxis)
{
}

void SeriesGraph::setBelow(SeriesGraph *below)
{
    m_below = below;
    setChannelFillGraph(below); // for vector output
}

void SeriesGraph::drawFill(QCPPainter *painter, QVector<QPointF> *lines) const
{
    if (painter->modes().testFlag(QCPPainter::pmVectorized)) {
        QCPGraph::drawFill(painter, lines);
        return;
    }
    if (painter->brush().style() == Qt::NoBrush || lines->size() < 2)
        return;
    QVector<QPointF> lowerLines;
    if (m_below != nullptr)
        m_below->getLines(&lowerLines, QCPDataRange(0, m_below->dataCount()));
    const double scale = painter->device()->devicePixelRatioF();
    const QRect area = clipRect();
    Heights upper(*lines);
    Heights lower(lowerLines);
    const double ground = mValueAxis->coordToPixel(0);
    std::vector<Span> spans(static_cast<std::size_t>(std::ceil(area.width() * scale)));
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const double x = area.left() + (static_cast<double>(i) + 0.5) / scale;
        const double top = upper.at(x);
        const double bottom = m_below == nullptr ? ground : lower.at(x);
        if (std::isfinite(top) && std::isfinite(bottom))
            spans[i] = {static_cast<int>(std::lround((top - area.top()) * scale)),
                        static_cast<int>(std::lround((bottom - area.top()) * scale))};
    }
    const QImage image = paintSpans(spans, static_cast<int>(std::ceil(area.height() * scale)), painter->brush());
    painter->setAntialiasing(false);
    painter->drawImage(QRectF(area.topLeft(), QSizeF(image.size()) / scale), image);
}

QVector<QLineF> SeriesGraph::solid(const QVector<QPointF> &points)
{
    QVector<QLineF> segments;
    segments.reserve(points.size());
    for (qsizetype i = 1; i < points.size(); ++i)
        if (drawable(points[i - 1], points[i]))
            segments.append(QLineF(points[i - 1], points[i]));
    return segments;
}

QVector<QLineF> SeriesGraph::dashed(const QVector<QPointF> &points, const QVector<qreal> &pattern)
{
    QVector<QLineF> segments;
    qsizetype part = 0; // even: drawn
    double left = pattern.first();
    for (qsizetype i = 1; i < points.size(); ++i) {
        if (!drawable(points[i - 1], points[i]))
            continue;
        const QLineF line(points[i - 1], points[i]);
        const double length = line.length();
        double done = 0;
        while (done < length) {
            const double piece = std::min(left, length - done);
            if (part % 2 == 0)
                segments.append(QLineF(line.pointAt(done / length), line.pointAt((done + piece) / length)));
            done += piece;
            left -= piece;
            if (left <= 1e-6) {
                part = (part + 1) % pattern.size();
                left = pattern[part];
            }
        }
    }
    return segments;
}

void SeriesGraph::drawLinePlot(QCPPainter *painter, const QVector<QPointF> &lines) const
{
    if (painter->modes().testFlag(QCPPainter::pmVectorized)) {
        QCPGraph::drawLinePlot(painter, lines);
        return;
    }
    QPen pen = painter->pen();
    if (pen.style() == Qt::NoPen || lines.size() < 2)
        return;
    applyDefaultAntialiasingHint(painter);
    if (pen.style() == Qt::SolidLine) {
        painter->drawLines(solid(lines));
        return;
    }
    QVector<qreal> pattern = pen.dashPattern();
    for (qreal &length : pattern)
        length *= pen.widthF();
    pen.setStyle(Qt::SolidLine);
    painter->setPen(pen);
    painter->drawLines(dashed(lines, pattern));
}

} // namespace crawlscope::gui
