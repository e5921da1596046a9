// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// How the waterfall is drawn. Only rows in view cost anything.
#include "gui/models/waterfalltext.h"
#include "gui/pages/timingview.h"
#include "gui/pages/waterfallview.h"
#include "gui/theme/fonts.h"

#include <QItemSelectionModel>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    constexpr int kIcon = 14;
    constexpr int kBarMargin = 4; ///< above and below
    constexpr int kTip = 5; ///< of an open bar
    constexpr int kTiny = 4; ///< a bar narrower than this has no room for phases
    constexpr int kTickRoom = 90; ///< pixels a tick label may need, with a gap

    /// Longest phase of a bar too narrow to show them all.
    Token longestPhase(const std::vector<PhaseSegment> &segments)
    {
        const auto longest =
            std::max_element(segments.begin(), segments.end(),
                             [](const PhaseSegment &a, const PhaseSegment &b) { return a.length < b.length; });
        return longest == segments.end() ? Token::PhaseWait : longest->token;
    }

} // namespace

void WaterfallView::paintOpenBar(QPainter *painter, const QRect &rect, Token token, const Theme &theme)
{
    const int body = std::max(rect.width() - kTip, 1);
    paintPhase(painter, QRect(rect.left(), rect.top(), body, rect.height()), token, theme);
    const QColor color = theme.color(token);
    const int x = rect.left() + body;
    const QPolygonF tip {QPointF(x, rect.top()), QPointF(x + kTip, rect.top() + rect.height() / 2.0),
                         QPointF(x, rect.top() + rect.height())};
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawPolygon(tip);
    painter->restore();
}

void WaterfallView::paintRest(QPainter *painter, const QRect &rect, const Theme &theme)
{
    painter->setPen(theme.color(Token::TextMuted));
    painter->drawLine(rect.left(), rect.center().y(), rect.right(), rect.center().y());
    painter->drawLine(rect.topRight(), rect.bottomRight());
}

double WaterfallView::tickStep() const
{
    return timescale::niceStep(m_range.span(), std::max(chartRect().width() / kTickRoom, 1));
}

const QPixmap &WaterfallView::icon(const char *name, Token token)
{
    const QString key = QLatin1StringView(name) + QString::number(static_cast<int>(token));
    const auto found = m_icons.constFind(key);
    if (found != m_icons.constEnd())
        return *found;
    const QIcon icon = m_theme.icon(QString::fromLatin1(name), token);
    return *m_icons.insert(key, icon.pixmap(QSize(kIcon, kIcon), devicePixelRatioF()));
}

const QStaticText &WaterfallView::statusText(const WaterfallBar &bar)
{
    const auto found = m_statuses.constFind(bar.item.status);
    if (found != m_statuses.constEnd())
        return *found;
    QStaticText text(waterfalltext::status(bar));
    text.setTextFormat(Qt::PlainText);
    return *m_statuses.insert(bar.item.status, text);
}

void WaterfallView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setFont(font());
    painter.fillRect(event->rect(), m_theme.color(Token::Surface));
    const int top = verticalScrollBar()->value();
    const int height = rowHeight();
    const int first = std::clamp(top / height, 0, m_model.rows());
    const int last = std::clamp((top + chartRect().height()) / height + 1, first, m_model.rows());
    painter.setClipRect(QRect(0, axisHeight(), viewport()->width(), chartRect().height()));
    paintGrounds(&painter, first, last);
    paintNames(&painter, first, last);
    painter.setClipRect(chartRect());
    paintGrid(&painter);
    for (int row = first; row < last; ++row)
        paintBar(&painter, row);
    painter.setClipping(false);
    paintAxis(&painter);
}

QColor WaterfallView::ground(int row) const
{
    return row % 2 != 0 ? palette().color(QPalette::AlternateBase) : m_theme.color(Token::Surface);
}

void WaterfallView::paintGrounds(QPainter *painter, int first, int last) const
{
    for (int row = first; row < last; ++row) {
        const QRect line = rowRect(row);
        const bool isCurrent = row == current();
        if (row % 2 != 0)
            painter->fillRect(line, ground(row));
        if (!isCurrent && row != m_pointed)
            continue;
        // In the chart only lines: bars keep the ground that their contrast was chosen for.
        painter->fillRect(QRect(0, line.top(), nameWidth(), line.height()),
                          m_theme.color(isCurrent ? Token::Selection : Token::SurfaceRaised));
        painter->setPen(m_theme.color(isCurrent ? (hasFocus() ? Token::Accent : Token::Selection) : Token::Border));
        painter->drawLine(0, line.top(), line.right(), line.top());
        painter->drawLine(0, line.bottom(), line.right(), line.bottom());
    }
}

void WaterfallView::paintNames(QPainter *painter, int first, int last)
{
    const QFont figures = fonts::tabular(font());
    const QFontMetrics metrics(figures);
    painter->setFont(figures);
    const int statusAt = Space::s + kIcon + Space::xs;
    const int nameAt = statusAt + metrics.horizontalAdvance(u"000"_s) + Space::s;
    const int nameRoom = nameWidth() - nameAt - Space::s;
    const int elision = nameRoom * 256 + metrics.height();
    const int textTop = (rowHeight() - metrics.height()) / 2;
    for (int row = first; row < last; ++row) {
        const QRect line = rowRect(row);
        const WaterfallBar &bar = m_model.bar(row);
        const resultcell::Look look = waterfalltext::look(bar);
        painter->drawPixmap(Space::s, line.top() + (line.height() - kIcon) / 2, icon(look.icon, look.token));
        const bool isCurrent = row == current();
        painter->setPen(m_theme.color(isCurrent ? Token::SelectionText : Token::TextMuted));
        painter->drawStaticText(statusAt, line.top() + textTop, statusText(bar));
        painter->setPen(m_theme.color(isCurrent ? Token::SelectionText : Token::Text));
        if (bar.painted.labelFor != elision) {
            const QString arrow = bar.item.hop > 0 ? QString(QChar(0x2192)) + u' ' : QString();
            bar.painted.label.setTextFormat(Qt::PlainText);
            bar.painted.label.setText(metrics.elidedText(arrow + m_model.label(bar), Qt::ElideMiddle, nameRoom));
            bar.painted.labelFor = elision;
        }
        painter->drawStaticText(nameAt, line.top() + textTop, bar.painted.label);
    }
    painter->setFont(font());
}

void WaterfallView::paintGrid(QPainter *painter) const
{
    const QRect chart = chartRect();
    const double step = tickStep();
    painter->setPen(m_theme.color(Token::ChartGrid));
    for (double tick = std::ceil(m_range.from / step) * step; tick <= m_range.to; tick += step) {
        if (tick >= 0)
            painter->drawLine(xAt(tick), chart.top(), xAt(tick), chart.bottom());
    }
    painter->setPen(m_theme.color(Token::Border));
    painter->drawLine(chart.left(), chart.top(), chart.left(), chart.bottom());
    if (m_model.inFlight() > 0) {
        const int now = xAt(static_cast<double>(m_model.nowMicros()));
        painter->setPen(QPen(m_theme.color(Token::ChartMark), 1, Qt::DashLine));
        painter->drawLine(now, chart.top(), now, chart.bottom());
    }
}

void WaterfallView::paintAxis(QPainter *painter) const
{
    const QRect chart = chartRect();
    const QRect strip(0, 0, viewport()->width(), axisHeight());
    painter->fillRect(strip, m_theme.color(Token::Window));
    painter->setPen(m_theme.color(Token::Border));
    painter->drawLine(strip.bottomLeft(), strip.bottomRight());
    painter->drawLine(chart.left(), 0, chart.left(), strip.bottom());
    painter->setPen(m_theme.color(Token::TextMuted));
    painter->drawText(QRect(Space::s, 0, nameWidth() - 2 * Space::s, strip.height()),
                      Qt::AlignVCenter | Qt::TextSingleLine,
                      fontMetrics().elidedText(tr("Requests, in the order they started"), Qt::ElideRight,
                                               nameWidth() - 2 * Space::s));
    painter->setFont(fonts::tabular(font()));
    painter->setClipRect(QRect(chart.left(), 0, chart.width(), strip.height()));
    const double step = tickStep();
    for (double tick = std::ceil(m_range.from / step) * step; tick <= m_range.to; tick += step) {
        if (tick < 0)
            continue;
        const int x = xAt(tick);
        painter->setPen(m_theme.color(Token::Border));
        painter->drawLine(x, strip.bottom() - Space::xs, x, strip.bottom());
        painter->setPen(m_theme.color(Token::TextMuted));
        const QString text = timescale::label(tick, step);
        if (x + Space::xs + painter->fontMetrics().horizontalAdvance(text) <= strip.right()) // whole or not at all
            painter->drawText(QRect(x + Space::xs, 0, kTickRoom, strip.height()), Qt::AlignVCenter | Qt::TextSingleLine,
                              text);
    }
    painter->setClipping(false);
    painter->setFont(font());
}

void WaterfallView::paintBar(QPainter *painter, int row)
{
    const WaterfallBar &bar = m_model.bar(row);
    const QRect line = rowRect(row);
    const QRect chart = chartRect();
    const QRect whole = barRect(row);
    paintPhases(painter, bar, line);
    const bool before = whole.right() < chart.left();
    if (before || whole.left() > chart.right()) {
        const Qt::Alignment side = (before ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
        painter->setPen(m_theme.color(Token::TextMuted));
        painter->drawText(line.adjusted(chart.left() + Space::xs, 0, -Space::xs, 0),
                          static_cast<int>(side.toInt()) | Qt::TextSingleLine,
                          QString(QChar(before ? 0x2039 : 0x203a)));
        return;
    }
    paintCaption(painter, row, whole.left(), whole.right() + (bar.inFlight() ? kTip : 0));
}

void WaterfallView::paintPhases(QPainter *painter, const WaterfallBar &bar, const QRect &line) const
{
    const QRect chart = chartRect();
    const auto start = static_cast<double>(bar.item.startMicros);
    const int top = line.top() + kBarMargin;
    const int height = line.height() - 2 * kBarMargin;
    const int middle = line.top() + line.height() / 2;
    const int left = xAt(start);
    painter->setBrushOrigin(left, top); // patterns move with their bar
    if (bar.item.times.queued != PhaseTimes::kNotApplicable && bar.item.times.queued > 0) {
        const int from = xAt(start - static_cast<double>(bar.item.times.queued));
        if (from < left)
            paintPhase(painter, QRect(from, middle - kQueueHeight / 2, left - from, kQueueHeight), Token::PhaseQueued,
                       m_theme);
    }
    const std::vector<PhaseSegment> segments = phaseSegments(bar.item.times, false);
    const int right = xAt(static_cast<double>(endOf(bar)));
    if (right - left < kTiny && !bar.inFlight()) {
        painter->fillRect(left, top, std::max(right - left, 2), height, m_theme.color(longestPhase(segments)));
        return;
    }
    double known = start;
    for (const PhaseSegment &segment : segments) {
        known = start + static_cast<double>(segment.start + segment.length);
        const int from = xAt(start + static_cast<double>(segment.start));
        const int to = xAt(known);
        if (to <= from || to <= chart.left() || from >= chart.right())
            continue;
        const QRect part(from, top, to - from, height);
        if (segment.inner)
            paintInnerPhase(painter, part, segment.token, m_theme);
        else
            paintPhase(painter, part, segment.token, m_theme);
    }
    const int from = xAt(known);
    if (bar.inFlight()) {
        paintOpenBar(painter, QRect(from, top, std::max(right - from, 1) + kTip, height),
                     phaseToken(waterfalltext::stagePhase(bar.item.stage)), m_theme);
    } else if (right > from + 1) {
        paintRest(painter, QRect(from, top, right - from, height), m_theme);
    }
}

void WaterfallView::paintCaption(QPainter *painter, int row, int left, int right)
{
    const WaterfallBar &bar = m_model.bar(row);
    const QRect line = rowRect(row);
    const QRect chart = chartRect();
    const bool marked = bar.item.failed || (!bar.inFlight() && bar.cancelled());
    const int mark = marked ? kIcon + Space::xs : 0;
    const int stamp = bar.inFlight() ? 0 : fontMetrics().height();
    if (stamp == 0 || bar.painted.captionFor != stamp) {
        bar.painted.caption.setTextFormat(Qt::PlainText);
        bar.painted.caption.setText(waterfalltext::caption(bar, m_model.nowMicros()));
        bar.painted.caption.prepare({}, font());
        bar.painted.captionFor = stamp;
    }
    const int room = mark + static_cast<int>(std::ceil(bar.painted.caption.size().width()));
    int at = right + Space::s;
    const bool fits = at + room <= chart.right();
    if (!fits)
        at = left - Space::s - room;
    if (at < chart.left())
        return;
    // Over the band of the time before the slot, or the line of "now".
    if (!fits || bar.item.ended)
        painter->fillRect(QRect(at - 2, line.top() + 2, room + 4, line.height() - 4), ground(row));
    if (marked) {
        const Token token = bar.item.failed ? Token::Failed : Token::Skipped;
        painter->drawPixmap(at, line.top() + (line.height() - kIcon) / 2,
                            icon(bar.item.failed ? "circle-x" : "circle-minus", token));
    }
    painter->setPen(m_theme.color(bar.item.failed ? Token::Failed : Token::TextMuted));
    // By its own height: a font that steps in for another script is higher.
    const int height = static_cast<int>(std::ceil(bar.painted.caption.size().height()));
    painter->drawStaticText(at + mark, line.top() + (line.height() - height) / 2, bar.painted.caption);
}

} // namespace crawlscope::gui
