// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Scale, scrolling, mouse and keyboard of the waterfall. Painting is in waterfallpaint.cpp.
#include "gui/pages/waterfallview.h"

#include "gui/format.h"
#include "gui/models/waterfalltext.h"
#include "gui/texts.h"

#include <QApplication>
#include <QHelpEvent>
#include <QItemSelectionModel>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace crawlscope::gui {

namespace {
    constexpr int kWheelStep = 120;
    constexpr double kZoomStep = 1.25;
    constexpr double kPanStep = 0.1;
    constexpr int kReceivePhase = 6;
    constexpr double kFirstSpan = 500'000; ///< µs
    constexpr double kMaxSpan = 86'400e6;
    constexpr int kOutside = 8; ///< pixels beyond the chart that coordinates are cut to
} // namespace

WaterfallView::WaterfallView(const Theme &theme, WaterfallModel &model, QItemSelectionModel &selection, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
    , m_model(model)
    , m_selection(selection)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // a bar that comes and goes would move the axis
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&theme, &Theme::changed, this, [this] {
        m_icons.clear();
        viewport()->update();
    });
    connect(&model, &WaterfallModel::refreshed, this, &WaterfallView::refresh);
    connect(&selection, &QItemSelectionModel::currentRowChanged, viewport(), qOverload<>(&QWidget::update));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_ownScroll && value < verticalScrollBar()->maximum())
            setFollowing(false);
    });
    reset();
}

void WaterfallView::reset()
{
    m_ownSpan = true;
    m_range = TimeRange {0, kFirstSpan}.moved(-kFirstSpan * (1 - ahead()));
    if (m_following)
        refresh();
    else
        setFollowing(true);
}

void WaterfallView::setFollowing(bool following)
{
    if (m_following == following)
        return;
    m_following = following;
    if (following)
        m_ownSpan = true;
    Q_EMIT followingChanged(following);
    refresh();
}

void WaterfallView::refresh()
{
    if (m_pointed >= m_model.rows())
        m_pointed = -1;
    layOut();
    if (m_following)
        follow();
    viewport()->update();
}

void WaterfallView::layOut()
{
    const int page = std::max(viewport()->height() - axisHeight(), 0);
    const int all = m_model.rows() * rowHeight();
    m_ownScroll = true;
    verticalScrollBar()->setRange(0, std::max(all - page, 0));
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(rowHeight());
    if (m_following)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    m_ownScroll = false;
}

void WaterfallView::follow()
{
    if (m_ownSpan)
        chooseSpan();
    const double span = m_range.span();
    const auto now = static_cast<double>(m_model.nowMicros());
    m_range = {now - span * (1 - ahead()), now + span * ahead()};
}

void WaterfallView::chooseSpan()
{
    const int last = m_model.rows();
    const int first = std::max(last - rowsPerPage(), 0);
    if (first >= last)
        return;
    // Most of the rows in view from their start. The median tells what is needed: few very old ones must not.
    const auto start = static_cast<double>(m_model.bar(first + (last - first) / 2).item.startMicros);
    const double age = std::max(static_cast<double>(m_model.nowMicros()) - start, timescale::kMinSpan);
    const double least = 1.6 * age / (1 - ahead());
    // Only when it must, so that the scale stands still under a steady load.
    if (m_range.span() < least || m_range.span() > 3.5 * least)
        m_range.from = m_range.to - least * 1.4;
}

void WaterfallView::setRange(const TimeRange &range)
{
    if (range.span() > kMaxSpan || range == m_range)
        return;
    m_range = range;
    // A tenth of what is in view always belongs to the run.
    const double least = range.span() / 10;
    const double latest = static_cast<double>(m_model.nowMicros()) - least;
    if (m_range.to < least)
        m_range = m_range.moved(least - m_range.to);
    else if (m_range.from > latest)
        m_range = m_range.moved(latest - m_range.from);
    viewport()->update();
}

void WaterfallView::zoom(double factor)
{
    m_ownSpan = false;
    const auto now = static_cast<double>(m_model.nowMicros());
    setRange(m_range.zoomed(factor, m_following ? now : (m_range.from + m_range.to) / 2));
}

void WaterfallView::pan(double share)
{
    setFollowing(false);
    setRange(m_range.moved(m_range.span() * share));
}

void WaterfallView::fit()
{
    if (m_model.rows() == 0)
        return;
    setFollowing(false);
    auto from = static_cast<double>(m_model.nowMicros());
    double to = 0;
    for (int row = 0; row < m_model.rows(); ++row) {
        from = std::min(from, static_cast<double>(m_model.bar(row).item.startMicros));
        to = std::max(to, static_cast<double>(endOf(m_model.bar(row))));
    }
    const double span = std::max(to - from, timescale::kMinSpan);
    setRange({from - span * 0.02, to + span * ahead() / (1 - ahead())});
}

int WaterfallView::rowHeight() const
{
    return std::max(fontMetrics().height() + 6, 20);
}

int WaterfallView::axisHeight() const
{
    return fontMetrics().height() + 2 * Space::xs;
}

int WaterfallView::nameWidth() const
{
    return std::clamp(viewport()->width() * 35 / 100, 160, 520);
}

double WaterfallView::ahead() const
{
    const QString caption = texts::phase(kReceivePhase) + u" · " + format::durationMicros(888'000);
    const int room = fontMetrics().horizontalAdvance(caption) + Space::xl;
    return std::clamp(static_cast<double>(room) / chartRect().width(), 0.05, 0.4);
}

QRect WaterfallView::chartRect() const
{
    return {nameWidth(), axisHeight(), std::max(viewport()->width() - nameWidth(), 1),
            std::max(viewport()->height() - axisHeight(), 0)};
}

int WaterfallView::rowsPerPage() const
{
    return std::max(chartRect().height() / rowHeight(), 1);
}

double WaterfallView::timeAt(int x) const
{
    const QRect chart = chartRect();
    return m_range.from + m_range.span() * (x - chart.left()) / chart.width();
}

int WaterfallView::xAt(double micros) const
{
    const QRect chart = chartRect();
    const double x = chart.left() + (micros - m_range.from) / m_range.span() * chart.width();
    return static_cast<int>(std::floor(std::clamp<double>(x, chart.left() - kOutside, chart.right() + kOutside)));
}

qint64 WaterfallView::endOf(const WaterfallBar &bar) const
{
    if (bar.inFlight())
        return std::max(m_model.nowMicros(), bar.item.startMicros);
    const PhaseTimes &times = bar.item.times;
    qint64 length = times.total == PhaseTimes::kNotApplicable ? 0 : times.total;
    qint64 phases = 0;
    for (const quint32 micros : {times.dns, times.connect, times.send, times.wait, times.receive})
        phases += micros == PhaseTimes::kNotApplicable ? 0 : micros;
    return bar.item.startMicros + std::max(length, phases);
}

int WaterfallView::rowAt(const QPoint &position) const
{
    if (position.y() < axisHeight() || !viewport()->rect().contains(position))
        return -1;
    const int row = (position.y() - axisHeight() + verticalScrollBar()->value()) / rowHeight();
    return row < m_model.rows() ? row : -1;
}

QRect WaterfallView::rowRect(int row) const
{
    return {0, axisHeight() + row * rowHeight() - verticalScrollBar()->value(), viewport()->width(), rowHeight()};
}

QRect WaterfallView::barRect(int row) const
{
    const WaterfallBar &bar = m_model.bar(row);
    const QRect line = rowRect(row);
    const int left = xAt(static_cast<double>(bar.item.startMicros));
    const int right = std::max(xAt(static_cast<double>(endOf(bar))), left + 2);
    return {left, line.top() + 4, right - left, line.height() - 8};
}

int WaterfallView::current() const
{
    return m_selection.currentIndex().isValid() ? m_selection.currentIndex().row() : -1;
}

void WaterfallView::moveCurrent(int row)
{
    if (m_model.rows() == 0)
        return;
    row = std::clamp(row, 0, m_model.rows() - 1);
    setFollowing(false); // a row that is read must not move
    m_selection.setCurrentIndex(m_model.index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    bringIntoView(row);
}

void WaterfallView::bringIntoView(int row)
{
    const int top = row * rowHeight();
    QScrollBar *bar = verticalScrollBar();
    if (top < bar->value())
        bar->setValue(top);
    else if (top + rowHeight() > bar->value() + chartRect().height())
        bar->setValue(top + rowHeight() - chartRect().height());
    const WaterfallBar &shown = m_model.bar(row);
    const auto start = static_cast<double>(shown.item.startMicros);
    const auto end = static_cast<double>(endOf(shown));
    if (end < m_range.from || start > m_range.to)
        setRange(m_range.moved((start + end) / 2 - (m_range.from + m_range.to) / 2));
}

void WaterfallView::point(int row)
{
    if (row == m_pointed)
        return;
    m_pointed = row;
    viewport()->update();
    Q_EMIT pointedChanged();
}

void WaterfallView::showToolTip(const QPoint &position, const QPoint &globalPosition)
{
    const int row = rowAt(position);
    if (row < 0) {
        QToolTip::hideText();
        return;
    }
    const WaterfallBar &bar = m_model.bar(row);
    QToolTip::showText(globalPosition, waterfalltext::toolTip(bar, m_model.url(bar), m_model.nowMicros()), viewport(),
                       rowRect(row));
}

void WaterfallView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    refresh();
}

void WaterfallView::scrollContentsBy(int, int)
{
    viewport()->update();
}

void WaterfallView::wheelEvent(QWheelEvent *event)
{
    const QPoint turn = event->angleDelta();
    const bool zooms = event->modifiers().testFlag(Qt::ControlModifier);
    const bool pans = event->modifiers().testFlag(Qt::ShiftModifier) || (turn.y() == 0 && turn.x() != 0);
    if (!zooms && !pans) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    // Some platforms turn the wheel sideways themselves while Shift is down.
    const double steps = static_cast<double>(turn.y() != 0 ? turn.y() : turn.x()) / kWheelStep;
    if (zooms) {
        m_ownSpan = false;
        const double fixed =
            m_following ? static_cast<double>(m_model.nowMicros()) : timeAt(static_cast<int>(event->position().x()));
        setRange(m_range.zoomed(std::pow(kZoomStep, steps), fixed));
    } else if (steps != 0) {
        pan(-steps * kPanStep);
    }
    event->accept();
}

void WaterfallView::keyPressEvent(QKeyEvent *event)
{
    const int row = current() >= 0 ? current() : m_model.rows();
    switch (event->key()) {
    case Qt::Key_Up:
        return moveCurrent(row - 1);
    case Qt::Key_Down:
        return moveCurrent(row + 1);
    case Qt::Key_PageUp:
        return moveCurrent(row - rowsPerPage());
    case Qt::Key_PageDown:
        return moveCurrent(row + rowsPerPage());
    case Qt::Key_Home:
        return moveCurrent(0);
    case Qt::Key_End:
        return moveCurrent(m_model.rows() - 1);
    case Qt::Key_Left:
        return pan(-kPanStep);
    case Qt::Key_Right:
        return pan(kPanStep);
    case Qt::Key_Plus:
    case Qt::Key_Equal: // plus without Shift
        return zoom(kZoomStep);
    case Qt::Key_Minus:
        return zoom(1 / kZoomStep);
    case Qt::Key_0:
        return fit();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers().testFlag(Qt::ControlModifier) || current() < 0)
            break;
        Q_EMIT rowActivated(current());
        return;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void WaterfallView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int row = rowAt(event->pos());
    m_pressed = true;
    m_dragging = false;
    m_pressedAt = event->pos();
    m_pressedRange = m_range;
    m_pressedId = row < 0 ? 0 : m_model.bar(row).item.id;
}

void WaterfallView::mouseMoveEvent(QMouseEvent *event)
{
    point(rowAt(event->pos()));
    if (!m_pressed)
        return;
    const int moved = event->pos().x() - m_pressedAt.x();
    if (!m_dragging && std::abs(moved) >= QApplication::startDragDistance() && chartRect().contains(m_pressedAt)) {
        m_dragging = true;
        setFollowing(false);
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
    if (m_dragging)
        setRange(m_pressedRange.moved(-m_pressedRange.span() * moved / chartRect().width()));
}

void WaterfallView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !std::exchange(m_pressed, false))
        return;
    if (std::exchange(m_dragging, false)) {
        viewport()->unsetCursor();
        return;
    }
    // The request that was pressed, wherever it has moved meanwhile.
    for (int row = 0; m_pressedId != 0 && row < m_model.rows(); ++row) {
        if (m_model.bar(row).item.id == m_pressedId) {
            moveCurrent(row);
            Q_EMIT rowActivated(row);
            return;
        }
    }
}

void WaterfallView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void WaterfallView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool WaterfallView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showToolTip(help->pos(), help->globalPos());
        return true;
    }
    if (event->type() == QEvent::Leave)
        point(-1);
    return QAbstractScrollArea::viewportEvent(event);
}

void WaterfallView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_statuses.clear();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace crawlscope::gui
