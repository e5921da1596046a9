// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// How two runs side by side are drawn. What they tell and how they are used is in sidebysidechart.cpp.
#include "gui/charts/chartreadout.h"
#include "gui/charts/plotlibrary.h"
#include "gui/format.h"
#include "gui/lab/sidebysidechart.h"
#include "gui/models/waterfalltext.h"
#include "gui/pages/timescale.h"
#include "gui/pages/timingview.h"
#include "gui/pages/waterfallview.h"
#include "gui/texts.h"
#include "gui/theme/fonts.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace crawlscope::gui {

namespace {

    constexpr double kTallest = 18; ///< px of a row
    constexpr double kPatterned = 7; ///< px from which on phases have their patterns
    constexpr double kTiny = 3; ///< px of a bar that has no room for phases
    constexpr double kLeastBar = 2; ///< px
    constexpr int kFigureHeight = 300; ///< px of a picture for all that is no bar
    constexpr QSize kLeastPicture {960, 640};
    constexpr int kPictureRow = 8; ///< px
    constexpr int kMostPictureRows = 400;
    constexpr int kGap = 6;
    constexpr int kTickRoom = 80;
    constexpr int kNameRoom = 240;
    constexpr int kEndCap = 3; ///< px of a failure in thin rows

    bool applies(quint32 micros)
    {
        return micros != PhaseTimes::kNotApplicable;
    }

    /// A step line: each value holds until the next point.
    template<typename Points, typename Value>
    QPolygonF steps(const Points &points, double end, const Value &value)
    {
        QPolygonF out;
        double last = 0;
        for (const auto &point : points) {
            const auto at = static_cast<double>(point.atMicros);
            if (!out.isEmpty())
                out.append(QPointF(at, last));
            last = value(point);
            out.append(QPointF(at, last));
        }
        if (!out.isEmpty())
            out.append(QPointF(std::max(end, out.last().x()), last));
        return out;
    }

} // namespace

SideBySideChart::Frame SideBySideChart::frameFor(const QSize &size) const
{
    Frame frame;
    frame.font = smallFont();
    const QFontMetrics metrics(frame.font);
    const int line = metrics.height();
    const int axis = line + Space::s;
    const int head = QFontMetrics(font()).height() + Space::s;
    const int queue = 3 * line + 2;
    const int pool = 2 * line + 2;
    const int lane = (size.height() - axis) / 2;
    const int bars = std::max(lane - head - queue - pool - 3 * kGap, 10);
    const auto rows = std::max<std::size_t>({m_runs[0].sample, m_runs[1].sample, 1});
    const double rowHeight = std::min(static_cast<double>(bars) / static_cast<double>(rows), kTallest);
    int widest = 0;
    for (const ChartKey &key : queueKeys() + poolKeys())
        widest = std::max(widest, key.swatchWidth() + Space::xs + metrics.horizontalAdvance(key.name));
    frame.gutter = widest + Space::m;
    if (rowHeight >= line) // names find room
        frame.gutter = std::max(frame.gutter, std::min(kNameRoom, size.width() / 4));
    frame.width = std::max(size.width() - frame.gutter - Space::xs, 10);
    frame.span = m_span;
    for (int run = 0; run < 2; ++run) {
        Lane &place = frame.lanes.at(static_cast<std::size_t>(run));
        const int top = run * lane;
        place.rowHeight = rowHeight;
        place.head = QRect(0, top, size.width(), head);
        place.bars = QRect(0, top + head, size.width(), bars);
        place.queue = QRect(frame.gutter, place.bars.bottom() + 1 + kGap, frame.width, queue);
        place.pool = QRect(frame.gutter, place.queue.bottom() + 1 + kGap, frame.width, pool);
    }
    frame.axis = QRect(frame.gutter, 2 * lane, frame.width, axis);
    return frame;
}

QRectF SideBySideChart::rowRect(const Frame &frame, const Place &place) const
{
    const Lane &lane = frame.lanes.at(static_cast<std::size_t>(place.run));
    const SideUrl &shown = url(place);
    const double top = lane.bars.top() + place.row * lane.rowHeight;
    const double gap = lane.rowHeight >= kPatterned ? 1 : 0;
    const double left = frame.x(static_cast<double>(shown.startMicros));
    const double width = std::max(frame.x(static_cast<double>(shown.endMicros)) - left, kLeastBar);
    return {left, top + gap, width, std::max(lane.rowHeight - 2 * gap, 1.0)};
}

ChartKey SideBySideChart::phaseKey(int phase) const
{
    const Token token = phaseToken(phase);
    const QColor color = theme().color(token);
    const Qt::BrushStyle pattern = Theme::phasePattern(token);
    ChartKey key;
    key.name = texts::phase(phase);
    key.pen = QPen(color);
    key.brush =
        pattern == Qt::SolidPattern ? QBrush(color) : patternBrush(color, pattern, theme().color(Token::Surface));
    return key;
}

QList<ChartKey> SideBySideChart::queueKeys() const
{
    const auto key = [this](const QString &name, Token token, Qt::BrushStyle pattern) {
        const QColor color = theme().color(token);
        ChartKey out;
        out.name = name;
        out.pen = QPen(color);
        out.brush = patternBrush(color, pattern, theme().color(Token::Surface));
        return out;
    };
    ChartKey inFlight = key(tr("in flight"), Token::SeriesB, Qt::SolidPattern);
    inFlight.brush = theme().color(Token::SeriesB);
    return {key(tr("ready"), Token::PhaseQueued, Qt::Dense6Pattern), inFlight,
            key(tr("done"), Token::SeriesA, Qt::BDiagPattern)};
}

QList<ChartKey> SideBySideChart::poolKeys() const
{
    ChartKey busy;
    busy.name = tr("analysis busy");
    busy.pen = QPen(theme().color(Token::SeriesC));
    busy.brush = patternBrush(theme().color(Token::SeriesC), Qt::SolidPattern, theme().color(Token::Surface));
    ChartKey queued;
    queued.name = tr("queued for it");
    queued.pen = QPen(theme().color(Token::SeriesD), 1.5, Qt::DashLine);
    return {busy, queued};
}

void SideBySideChart::paint(QPainter *painter, const QSize &size, bool picture) const
{
    painter->fillRect(QRect({}, size), theme().color(Token::Surface));
    if (!hasData())
        return;
    const Frame frame = frameFor(size);
    painter->setFont(frame.font);
    paintGrid(painter, frame);
    for (int run = 0; run < 2; ++run) {
        paintHead(painter, frame, run);
        paintQueue(painter, frame, run);
        paintPool(painter, frame, run);
        paintBars(painter, frame, run);
        paintEnd(painter, frame, run);
        if (!picture)
            paintMark(painter, frame, run);
    }
    if (!picture && m_pointer && m_pointer->x() >= frame.gutter) {
        painter->setPen(QPen(theme().color(Token::TextMuted), 1, Qt::DotLine));
        painter->drawLine(m_pointer->x(), frame.lanes[0].bars.top(), m_pointer->x(), frame.axis.top());
    }
}

void SideBySideChart::paintGrid(QPainter *painter, const Frame &frame) const
{
    const double step = timescale::niceStep(frame.span, std::max(frame.width / kTickRoom, 1));
    const QFontMetrics metrics(fonts::tabular(frame.font));
    const int ticks = static_cast<int>(frame.span / step);
    for (int i = 0; i <= ticks; ++i) {
        const double tick = i * step;
        const int x = static_cast<int>(std::lround(frame.x(tick)));
        painter->setPen(theme().color(Token::ChartGrid));
        for (const Lane &lane : frame.lanes)
            painter->drawLine(x, lane.bars.top(), x, lane.pool.bottom());
        painter->setPen(theme().color(Token::Border));
        painter->drawLine(x, frame.axis.top(), x, frame.axis.top() + 3);
        const QString text = timescale::label(tick, step);
        const int width = metrics.horizontalAdvance(text) + 2;
        const int left = std::clamp(x - width / 2, 0, std::max(frame.axis.right() + Space::xs - width, 0));
        painter->setPen(theme().color(Token::TextMuted));
        painter->setFont(fonts::tabular(frame.font));
        painter->drawText(QRect(left, frame.axis.top() + 3, width, frame.axis.height() - 3), Qt::AlignCenter, text);
    }
    painter->setFont(frame.font);
    painter->setPen(theme().color(Token::Border));
    painter->drawLine(frame.axis.left(), frame.axis.top(), frame.axis.right(), frame.axis.top());
}

void SideBySideChart::paintHead(QPainter *painter, const Frame &frame, int run) const
{
    const QRect head = frame.lanes.at(static_cast<std::size_t>(run)).head;
    if (run > 0) {
        painter->setPen(theme().color(Token::Border));
        painter->drawLine(head.topLeft(), head.topRight());
    }
    const QString name = runName(this->run(run));
    painter->setFont(fonts::heading(font()));
    painter->setPen(theme().color(Token::Text));
    painter->drawText(head, Qt::AlignVCenter | Qt::TextSingleLine, name);
    const int used = painter->fontMetrics().horizontalAdvance(name) + Space::m;
    painter->setFont(fonts::tabular(font()));
    painter->setPen(theme().color(Token::TextMuted));
    painter->drawText(head.adjusted(used, 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(facts(this->run(run)), Qt::ElideRight, head.width() - used));
    painter->setFont(frame.font);
}

void SideBySideChart::paintBars(QPainter *painter, const Frame &frame, int run) const
{
    const Lane &lane = frame.lanes.at(static_cast<std::size_t>(run));
    const int rows = static_cast<int>(this->run(run).urls.size());
    for (int row = 0; row < rows; ++row)
        paintBar(painter, frame, {run, row});
    if (lane.rowHeight < QFontMetrics(frame.font).height())
        return;
    painter->setPen(theme().color(Token::Text));
    for (int row = 0; row < rows; ++row) {
        const QRect name(0, lane.bars.top() + static_cast<int>(row * lane.rowHeight), frame.gutter - Space::s,
                         static_cast<int>(lane.rowHeight));
        painter->drawText(name, Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(urlText(url({run, row})), Qt::ElideMiddle, name.width()));
    }
}

void SideBySideChart::paintBar(QPainter *painter, const Frame &frame, const Place &place) const
{
    const SideUrl &shown = url(place);
    const QRectF bar = rowRect(frame, place);
    if (applies(shown.times.queued) && shown.redirects == 0) {
        const double from = frame.x(std::max(0.0, static_cast<double>(shown.startMicros) - shown.times.queued));
        if (bar.left() - from >= 1) {
            const double height = std::clamp(bar.height() / 3, 0.5, static_cast<double>(WaterfallView::kQueueHeight));
            paintQueued(painter, QRectF(from, bar.center().y() - height / 2, bar.left() - from, height),
                        bar.height() >= kPatterned - 2);
        }
    }
    paintPhases(painter, frame, shown, bar);
    if (shown.state == RowState::Failed)
        painter->fillRect(QRectF(bar.right(), bar.top(), kEndCap, bar.height()), theme().color(Token::Failed));
}

void SideBySideChart::paintQueued(QPainter *painter, const QRectF &band, bool patterned) const
{
    if (patterned) {
        const double top = std::floor(band.center().y() - WaterfallView::kQueueHeight / 2.0);
        paintPhase(painter, QRectF(band.left(), top, band.width(), WaterfallView::kQueueHeight), Token::PhaseQueued,
                   theme());
        return;
    }
    QColor color = theme().color(Token::PhaseQueued);
    color.setAlphaF(0.35F);
    painter->fillRect(band, color);
}

void SideBySideChart::paintPhases(QPainter *painter, const Frame &frame, const SideUrl &shown, const QRectF &bar) const
{
    const std::vector<PhaseSegment> segments = phaseSegments(shown.times, false);
    quint64 known = 0;
    for (const PhaseSegment &segment : segments)
        known = std::max(known, segment.start + segment.length);
    const auto whole = static_cast<double>(shown.endMicros - shown.startMicros);
    // The phases are those of the last hop: before them is what the redirects took.
    const double lead = shown.redirects > 0 ? std::max(0.0, whole - static_cast<double>(known)) : 0;
    const bool patterns = bar.height() >= kPatterned - 2;
    const auto part = [&](double from, double to) {
        const double left = frame.x(static_cast<double>(shown.startMicros) + from);
        const double right = frame.x(static_cast<double>(shown.startMicros) + to);
        return QRectF(left, bar.top(), std::min(right, bar.right()) - left, bar.height());
    };
    const auto rest = [&](const QRectF &rect) {
        if (rect.width() >= 2 && patterns)
            WaterfallView::paintRest(painter, rect.toRect(), theme());
        else if (rect.width() > 0)
            painter->fillRect(QRectF(rect.left(), rect.center().y() - 0.5, rect.width(), 1),
                              theme().color(Token::TextMuted));
    };
    if (bar.width() < kTiny && !shown.inFlight()) {
        painter->fillRect(bar, theme().color(Token::PhaseWait));
        return;
    }
    painter->setBrushOrigin(bar.topLeft());
    if (lead > 0)
        rest(part(0, lead));
    for (const PhaseSegment &segment : segments) {
        const QRectF rect =
            part(lead + static_cast<double>(segment.start), lead + static_cast<double>(segment.start + segment.length));
        if (rect.width() < 0.5)
            continue;
        if (!patterns)
            painter->fillRect(segment.inner ? rect.adjusted(0, rect.height() / 3, 0, 0) : rect,
                              theme().color(segment.token));
        else if (segment.inner)
            paintInnerPhase(painter, rect, segment.token, theme());
        else
            paintPhase(painter, rect, segment.token, theme());
    }
    const QRectF tail = part(lead + static_cast<double>(known), whole);
    if (!shown.inFlight()) {
        rest(tail);
        return;
    }
    const Token token = phaseToken(waterfalltext::stagePhase(shown.stage));
    if (patterns && tail.width() >= 1)
        WaterfallView::paintOpenBar(painter, tail.toRect(), token, theme());
    else
        painter->fillRect(tail, theme().color(token));
}

void SideBySideChart::paintMark(QPainter *painter, const Frame &frame, int run) const
{
    std::optional<Place> place = marked();
    if (place && place->run != run)
        place = otherPlace(*place);
    if (!place)
        return;
    const QRectF bar = rowRect(frame, *place);
    const bool focused = canvas()->hasFocus();
    painter->setPen(QPen(theme().color(focused ? Token::Accent : Token::Text), 1));
    painter->setBrush(Qt::NoBrush);
    const QRectF around = bar.adjusted(-2, -1.5, 2 + (url(*place).state == RowState::Failed ? kEndCap : 0), 1.5);
    painter->drawRect(around);
    painter->setPen(QPen(theme().color(focused ? Token::Accent : Token::TextMuted), 1));
    painter->drawLine(QPointF(frame.gutter, bar.center().y()), QPointF(around.left(), bar.center().y()));
}

void SideBySideChart::paintEnd(QPainter *painter, const Frame &frame, int run) const
{
    const SideRun &shown = this->run(run);
    if (shown.urls.empty() || !shown.complete)
        return;
    const Lane &lane = frame.lanes.at(static_cast<std::size_t>(run));
    const int x = static_cast<int>(std::lround(frame.x(static_cast<double>(shown.durationMicros))));
    painter->setPen(QPen(theme().color(Token::ChartMark), 1, Qt::DashLine));
    painter->drawLine(x, lane.bars.top(), x, lane.pool.bottom());
    const QString text = format::durationMicros(shown.durationMicros);
    const int width = painter->fontMetrics().horizontalAdvance(text) + Space::xs;
    const bool right = x + Space::xs + width <= lane.bars.right();
    painter->setPen(theme().color(Token::ChartMark));
    painter->drawText(
        QRect(right ? x + Space::xs : x - Space::xs - width, lane.bars.top(), width, painter->fontMetrics().height()),
        static_cast<int>(right ? Qt::AlignLeft : Qt::AlignRight), text);
}

void SideBySideChart::paintQueue(QPainter *painter, const Frame &frame, int run) const
{
    const SideRun &shown = this->run(run);
    const QRect area = frame.lanes.at(static_cast<std::size_t>(run)).queue;
    const QList<ChartKey> keys = queueKeys();
    paintKeys(painter, frame, area, keys);
    if (shown.queue.empty() || shown.sample == 0)
        return;
    const auto end = static_cast<double>(shown.durationMicros);
    const auto y = [&](double urls) { return area.bottom() + 1 - urls / shown.sample * area.height(); };
    const auto curve = [&](const auto &value) {
        QPolygonF line = steps(shown.queue, end, value);
        for (QPointF &point : line)
            point = QPointF(frame.x(point.x()), y(point.y()));
        return line;
    };
    const std::array<QPolygonF, 4> levels {
        curve([&](const SideQueue &) { return double {shown.sample * 1.0}; }),
        curve([](const SideQueue &p) { return double {(p.done + p.inFlight) * 1.0}; }),
        curve([](const SideQueue &p) { return double {p.done * 1.0}; }), curve([](const SideQueue &) { return 0.0; })};
    painter->setPen(Qt::NoPen);
    painter->setBrushOrigin(area.topLeft());
    for (std::size_t band = 0; band + 1 < levels.size(); ++band) {
        QPolygonF below = levels.at(band + 1);
        std::reverse(below.begin(), below.end());
        const QPolygonF polygon = levels.at(band) + below;
        painter->setBrush(keys[static_cast<qsizetype>(band)].brush);
        painter->drawPolygon(polygon);
    }
    painter->setBrush(Qt::NoBrush);
}

void SideBySideChart::paintPool(QPainter *painter, const Frame &frame, int run) const
{
    const SideRun &shown = this->run(run);
    const QRect area = frame.lanes.at(static_cast<std::size_t>(run)).pool;
    const QList<ChartKey> keys = poolKeys();
    paintKeys(painter, frame, area, keys);
    painter->setPen(theme().color(Token::Border));
    painter->drawLine(area.left(), area.bottom() + 1, area.right(), area.bottom() + 1);
    int most = 1;
    for (const SidePool &point : shown.pool)
        most = std::max({most, point.threads, point.queued});
    const auto curve = [&](const auto &value) {
        QPolygonF line = steps(shown.pool, static_cast<double>(shown.durationMicros), value);
        for (QPointF &point : line)
            point = QPointF(std::min(frame.x(point.x()), frame.x(static_cast<double>(shown.durationMicros))),
                            area.bottom() + 1 - point.y() / most * area.height());
        return line;
    };
    QPolygonF busy = curve([](const SidePool &p) { return static_cast<double>(p.busy); });
    if (busy.isEmpty())
        return;
    busy.prepend(QPointF(busy.first().x(), area.bottom() + 1));
    busy.append(QPointF(busy.last().x(), area.bottom() + 1));
    painter->setPen(Qt::NoPen);
    painter->setBrush(keys[0].brush);
    painter->drawPolygon(busy);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(keys[1].pen);
    painter->drawPolyline(curve([](const SidePool &p) { return static_cast<double>(p.queued); }));
}

/// In the gutter, beside what they are about.
void SideBySideChart::paintKeys(QPainter *painter, const Frame &frame, const QRect &rect,
                                const QList<ChartKey> &keys) const
{
    const int line = painter->fontMetrics().height();
    int top = rect.top();
    for (const ChartKey &key : keys) {
        key.paintSwatch(painter, QRect(0, top, key.swatchWidth(), line));
        painter->setPen(theme().color(Token::TextMuted));
        painter->drawText(QRect(key.swatchWidth() + Space::xs, top, frame.gutter, line), Qt::AlignVCenter, key.name);
        top += line;
    }
}

QSize SideBySideChart::pictureSize() const
{
    const int rows = static_cast<int>(std::max<quint32>(m_runs[0].sample, m_runs[1].sample));
    const int bars = 2 * kPictureRow * std::min(rows, kMostPictureRows);
    return canvas()->size().expandedTo(kLeastPicture).expandedTo(QSize(0, bars + kFigureHeight));
}

void SideBySideChart::renderCanvas(QCPPainter *painter, const QSize &size) const
{
    paint(painter, size, true);
}

} // namespace crawlscope::gui
