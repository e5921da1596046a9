// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lab/hosttimelinechart.h"

#include "gui/charts/chartreadout.h"
#include "gui/charts/plotlibrary.h"
#include "gui/format.h"
#include "gui/lab/sentences.h"
#include "gui/models/waterfalltext.h"
#include "gui/pages/timescale.h"
#include "gui/theme/fonts.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>
#include <cmath>

namespace crawlscope::gui {

namespace {

    constexpr int kTotalHeight = 72;
    constexpr int kTickRoom = 80;
    constexpr int kLeastHeight = 180;
    constexpr int kMostGutter = 240;
    constexpr QSize kLeastPicture {960, 320};
    constexpr double kRoomAhead = 1.02;

    QString count(int value)
    {
        return format::number(static_cast<quint64>(std::max(value, 0)));
    }

    QString inFlightText(double mean)
    {
        return QLocale().toString(mean, 'f', 1);
    }

} // namespace

HostTimelineChart::HostTimelineChart(const Theme &theme, QWidget *parent)
    : ChartWidget(theme, parent)
{
    auto *area = new QWidget(this);
    setCanvas(area);
    area->setMinimumHeight(kLeastHeight);
    area->setMouseTracking(true);
    area->setAttribute(Qt::WA_OpaquePaintEvent);
    m_scroll = new QScrollBar(Qt::Vertical, area);
    m_readout = new ChartReadout(theme, area);
    connect(m_scroll, &QScrollBar::valueChanged, this, [this] {
        m_readout->hide();
        canvas()->update();
    });
    init();
}

void HostTimelineChart::setPrediction(std::shared_ptr<const SchedulePrediction> prediction)
{
    m_prediction = std::move(prediction);
    m_current = -1;
    m_readout->hide();
    ++m_generation;
    layOut();
    redrawNow(); // comes seldom, and legend and canvas must tell of the same
}

int HostTimelineChart::rows() const
{
    return hasData() ? static_cast<int>(std::min(m_prediction->hosts.size(), SchedulePrediction::kTimelines)) : 0;
}

const SchedulePrediction::Host &HostTimelineChart::host(int row) const
{
    return m_prediction->hosts.at(static_cast<std::size_t>(row));
}

QString HostTimelineChart::title() const
{
    return tr("Hosts over time");
}

QString HostTimelineChart::unit() const
{
    return tr("predicted");
}

bool HostTimelineChart::hasData() const
{
    return m_prediction && !m_prediction->inFlight.empty();
}

QList<ChartKey> HostTimelineChart::legend() const
{
    ChartKey total;
    total.name = tr("in flight");
    total.value = tr("at most %1").arg(count(m_prediction->mostInFlight));
    total.pen = theme().color(Token::SeriesB);
    total.brush = patternBrush(theme().color(Token::SeriesB), Qt::SolidPattern, theme().color(Token::Surface));
    ChartKey share;
    share.name = tr("of the host's most");
    share.pen = theme().color(Token::SeriesA);
    share.brush = theme().color(Token::SeriesA);
    return {total, share};
}

QString HostTimelineChart::hostText(int row) const
{
    const SchedulePrediction::Host &shown = host(row);
    return tr("%1: %2 URLs, from %3 to %4, busy for %5, at most %6 in flight.",
              "host, URLs, start, end, duration, requests")
        .arg(format::untrusted(shown.key), format::number(shown.urls), waterfalltext::moment(shown.startMicros),
             waterfalltext::moment(shown.endMicros), format::durationMicros(shown.busyMicros),
             count(shown.mostInFlight));
}

QString HostTimelineChart::summary() const
{
    QString text = tr("%Ln host(s), %1 in all, at most %2 in flight.", nullptr, tableRows())
                       .arg(format::durationMicros(m_prediction->durationMicros), count(m_prediction->mostInFlight));
    const int row = m_current >= 0 ? m_current : 0;
    if (row < rows())
        text = joinSentences({text, hostText(row)});
    return text;
}

HostTimelineChart::Frame HostTimelineChart::frameFor(const QSize &size, bool picture) const
{
    Frame frame;
    frame.font = smallFont();
    const QFontMetrics metrics(frame.font);
    frame.gutter = std::clamp(size.width() / 4, 60, kMostGutter);
    const int right = picture ? Space::xs : m_scroll->sizeHint().width() + Space::xs;
    frame.width = std::max(size.width() - frame.gutter - right, 10);
    frame.rowHeight = metrics.height() + 6;
    frame.span = m_prediction ? std::max(static_cast<double>(m_prediction->durationMicros), 1.0) * kRoomAhead : 1e6;
    const int total = std::min(kTotalHeight, size.height() / 3);
    frame.total = QRect(frame.gutter, Space::xs, frame.width, total);
    frame.axis = QRect(frame.gutter, frame.total.bottom() + 1, frame.width, metrics.height() + Space::s);
    const int top = frame.axis.bottom() + 1 + Space::xs;
    frame.list = QRect(0, top, size.width() - right, std::max(size.height() - top, 1));
    return frame;
}

void HostTimelineChart::layOut()
{
    const Frame frame = frameFor(canvas()->size(), false);
    const int width = m_scroll->sizeHint().width();
    m_scroll->setGeometry(canvas()->width() - width, frame.list.top(), width, frame.list.height());
    m_scroll->setRange(0, std::max(rows() * frame.rowHeight - frame.list.height(), 0));
    m_scroll->setPageStep(std::max(frame.list.height(), 1));
    m_scroll->setSingleStep(frame.rowHeight);
    m_scroll->setVisible(m_scroll->maximum() > 0);
}

QRect HostTimelineChart::barRect(int row) const
{
    const Frame frame = frameFor(canvas()->size(), false);
    const int top = frame.list.top() + row * frame.rowHeight - m_scroll->value();
    const int left = static_cast<int>(frame.x(static_cast<double>(host(row).startMicros)));
    const int right = static_cast<int>(frame.x(static_cast<double>(host(row).endMicros)));
    return {left, top, std::max(right - left, 2), frame.rowHeight};
}

void HostTimelineChart::paint(QPainter *painter, const QSize &size, bool picture) const
{
    painter->fillRect(QRect({}, size), theme().color(Token::Surface));
    if (!hasData())
        return;
    const Frame frame = frameFor(size, picture);
    painter->setFont(frame.font);
    paintAxis(painter, frame);
    paintTotal(painter, frame);
    const int scrolled = picture ? 0 : m_scroll->value();
    painter->save();
    painter->setClipRect(frame.list);
    for (int row = 0; row < rows(); ++row) {
        const QRect line(0, frame.list.top() + row * frame.rowHeight - scrolled, frame.list.width(), frame.rowHeight);
        if (line.bottom() >= frame.list.top() && line.top() <= frame.list.bottom())
            paintHost(painter, frame, row, line, !picture && row == m_current);
    }
    painter->restore();
    if (!picture && m_pointer && m_pointer->x() >= frame.gutter) {
        painter->setPen(QPen(theme().color(Token::TextMuted), 1, Qt::DotLine));
        painter->drawLine(m_pointer->x(), frame.total.top(), m_pointer->x(), frame.list.bottom());
    }
}

void HostTimelineChart::paintAxis(QPainter *painter, const Frame &frame) const
{
    const double step = timescale::niceStep(frame.span, std::max(frame.width / kTickRoom, 1));
    painter->setFont(fonts::tabular(frame.font));
    const int ticks = static_cast<int>(frame.span / step);
    for (int i = 0; i <= ticks; ++i) {
        const double tick = i * step;
        const int x = static_cast<int>(std::lround(frame.x(tick)));
        painter->setPen(theme().color(Token::ChartGrid));
        painter->drawLine(x, frame.total.top(), x, frame.list.bottom());
        const QString text = timescale::label(tick, step);
        const int width = painter->fontMetrics().horizontalAdvance(text) + 2;
        const int left = std::clamp(x - width / 2, 0, std::max(frame.axis.right() - width, 0));
        const QRect room(left, frame.axis.top() + 2, width, frame.axis.height() - 4);
        painter->fillRect(room, theme().color(Token::Surface));
        painter->setPen(theme().color(Token::TextMuted));
        painter->drawText(room, Qt::AlignCenter, text);
    }
    painter->setFont(frame.font);
}

void HostTimelineChart::paintTotal(QPainter *painter, const Frame &frame) const
{
    const std::vector<float> &inFlight = m_prediction->inFlight;
    const double most = std::max(m_prediction->mostInFlight, 1);
    const double bucket = static_cast<double>(m_prediction->durationMicros) / static_cast<double>(inFlight.size());
    const double bottom = frame.total.bottom() + 1;
    QPolygonF area {QPointF(frame.x(0), bottom)};
    for (std::size_t i = 0; i < inFlight.size(); ++i) {
        const double y = bottom - std::min(static_cast<double>(inFlight[i]) / most, 1.0) * frame.total.height();
        area << QPointF(frame.x(bucket * static_cast<double>(i)), y)
             << QPointF(frame.x(bucket * static_cast<double>(i + 1)), y);
    }
    area << QPointF(area.last().x(), bottom);
    painter->setPen(QPen(theme().color(Token::SeriesB), 1));
    painter->setBrush(patternBrush(theme().color(Token::SeriesB), Qt::SolidPattern, theme().color(Token::Surface)));
    painter->drawPolygon(area);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(theme().color(Token::Border));
    painter->drawLine(frame.total.left(), frame.total.bottom() + 1, frame.total.right(), frame.total.bottom() + 1);
    const QRect label(0, frame.total.top(), frame.gutter - Space::s, frame.total.height());
    painter->setPen(theme().color(Token::TextMuted));
    painter->drawText(label, Qt::AlignTop | Qt::AlignRight, count(m_prediction->mostInFlight));
    painter->drawText(label, Qt::AlignBottom | Qt::AlignRight, count(0));
    painter->setPen(theme().color(Token::Text));
    painter->drawText(label, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(tr("All hosts"), Qt::ElideRight, label.width()));
}

void HostTimelineChart::paintHost(QPainter *painter, const Frame &frame, int row, const QRect &line,
                                  bool isCurrent) const
{
    const SchedulePrediction::Host &shown = host(row);
    if (isCurrent)
        painter->fillRect(QRect(0, line.top(), frame.gutter - Space::xs, line.height()),
                          theme().color(Token::Selection));
    painter->setPen(theme().color(isCurrent ? Token::SelectionText : Token::Text));
    const QRect name(Space::xs, line.top(), frame.gutter - Space::m, line.height());
    painter->drawText(name, Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(format::untrusted(shown.key), Qt::ElideMiddle, name.width()));
    const int left = static_cast<int>(std::lround(frame.x(static_cast<double>(shown.startMicros))));
    const int right = static_cast<int>(std::lround(frame.x(static_cast<double>(shown.endMicros))));
    const QRectF bar(left, line.top() + 2, std::max(right - left, 2), line.height() - 4);
    QColor ground = theme().color(Token::SeriesA);
    ground.setAlphaF(0.16F);
    painter->fillRect(bar, ground);
    const float most = shown.inFlight.empty() ? 0 : *std::max_element(shown.inFlight.begin(), shown.inFlight.end());
    const double bucket = static_cast<double>(m_prediction->durationMicros)
        / static_cast<double>(std::max<std::size_t>(shown.inFlight.size(), 1));
    // Short bars are narrower than a bucket: the share is then that of all of them.
    for (std::size_t i = 0; i < shown.inFlight.size() && most > 0; ++i) {
        const auto share = static_cast<double>(shown.inFlight[i] / most);
        const double from = std::max(frame.x(bucket * static_cast<double>(i)), bar.left());
        const double to = std::min(frame.x(bucket * static_cast<double>(i + 1)), bar.right());
        if (share > 0 && to > from) {
            const double height = std::max(share * bar.height(), 1.0);
            painter->fillRect(QRectF(from, bar.bottom() - height, to - from, height), theme().color(Token::SeriesA));
        }
    }
    painter->setPen(QPen(theme().color(isCurrent && canvas()->hasFocus() ? Token::Accent : Token::SeriesA), 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(bar.adjusted(0, 0, -1, -1));
}

int HostTimelineChart::rowAt(const QPoint &position) const
{
    const Frame frame = frameFor(canvas()->size(), false);
    if (!frame.list.contains(position))
        return -1;
    const int row = (position.y() - frame.list.top() + m_scroll->value()) / frame.rowHeight;
    return row < rows() ? row : -1;
}

std::optional<std::size_t> HostTimelineChart::bucketAt(int x) const
{
    const double at = frameFor(canvas()->size(), false).micros(x);
    if (at < 0 || at >= static_cast<double>(m_prediction->durationMicros))
        return {};
    const auto buckets = static_cast<double>(m_prediction->inFlight.size());
    return static_cast<std::size_t>(at / static_cast<double>(m_prediction->durationMicros) * buckets);
}

void HostTimelineChart::showReadout()
{
    const int row = m_pointer ? rowAt(*m_pointer) : m_current;
    const std::optional<std::size_t> bucket = m_pointer && hasData() ? bucketAt(m_pointer->x()) : std::nullopt;
    if (!hasData() || (row < 0 && !bucket)) {
        m_readout->hide();
        return;
    }
    QList<ChartKey> lines;
    const auto line = [&lines](const QString &name, const QString &value) {
        ChartKey key;
        key.name = name;
        key.value = value;
        lines.append(key);
    };
    if (bucket)
        line(tr("all in flight, %1")
                 .arg(waterfalltext::moment(m_prediction->bucketMicros() * static_cast<qint64>(*bucket))),
             inFlightText(static_cast<double>(m_prediction->inFlight.at(*bucket))));
    if (row < 0) {
        m_readout->showAt(*m_pointer, tr("All hosts"), lines);
        return;
    }
    const SchedulePrediction::Host &shown = host(row);
    if (bucket && *bucket < shown.inFlight.size())
        line(tr("of this host"), inFlightText(static_cast<double>(shown.inFlight.at(*bucket))));
    line(tr("URLs"), format::number(shown.urls));
    line(tr("start"), waterfalltext::moment(shown.startMicros));
    line(tr("end"), waterfalltext::moment(shown.endMicros));
    line(tr("busy"), format::durationMicros(shown.busyMicros));
    line(tr("most in flight"), count(shown.mostInFlight));
    m_readout->showAt(m_pointer ? *m_pointer : barRect(row).center(), format::untrusted(shown.key), lines);
}

void HostTimelineChart::setCurrent(int row)
{
    m_current = row;
    m_pointer.reset();
    const Frame frame = frameFor(canvas()->size(), false);
    const int top = row * frame.rowHeight;
    if (top < m_scroll->value())
        m_scroll->setValue(top);
    else if (top + frame.rowHeight > m_scroll->value() + frame.list.height())
        m_scroll->setValue(top + frame.rowHeight - frame.list.height());
    showReadout();
    canvas()->update();
    canvas()->setAccessibleDescription(hostText(row)); // what a screen reader says now
}

bool HostTimelineChart::keyPressed(int key)
{
    const Frame frame = frameFor(canvas()->size(), false);
    const int page = std::max(frame.list.height() / frame.rowHeight, 1);
    int row = m_current;
    switch (key) {
    case Qt::Key_Up:
        --row;
        break;
    case Qt::Key_Down:
        ++row;
        break;
    case Qt::Key_PageUp:
        row -= page;
        break;
    case Qt::Key_PageDown:
        row += page;
        break;
    case Qt::Key_Home:
        row = 0;
        break;
    case Qt::Key_End:
        row = rows() - 1;
        break;
    case Qt::Key_Escape:
        if (m_current < 0)
            return false;
        m_current = -1;
        m_readout->hide();
        canvas()->update();
        return true;
    default:
        return false;
    }
    setCurrent(std::clamp(row, 0, rows() - 1));
    return true;
}

bool HostTimelineChart::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != canvas())
        return ChartWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::Paint: {
        QPainter painter(canvas());
        paint(&painter, canvas()->size(), false);
        return true;
    }
    case QEvent::Resize:
        layOut();
        return false;
    case QEvent::Wheel:
        QCoreApplication::sendEvent(m_scroll, event);
        return true;
    case QEvent::MouseMove:
        m_pointer = static_cast<QMouseEvent *>(event)->pos();
        showReadout();
        canvas()->update();
        return true;
    case QEvent::MouseButtonPress:
        if (const int row = rowAt(static_cast<QMouseEvent *>(event)->pos()); row >= 0)
            setCurrent(row);
        return false;
    case QEvent::Leave:
        m_pointer.reset();
        m_readout->hide();
        canvas()->update();
        return false;
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        canvas()->update();
        return false;
    case QEvent::KeyPress:
        if (hasData() && rows() > 0 && keyPressed(static_cast<QKeyEvent *>(event)->key()))
            return true;
        break;
    default:
        break;
    }
    return ChartWidget::eventFilter(watched, event);
}

void HostTimelineChart::refresh()
{
    layOut();
    canvas()->update();
}

void HostTimelineChart::applyTheme()
{
    canvas()->update();
}

void HostTimelineChart::renderCanvas(QCPPainter *painter, const QSize &size) const
{
    paint(painter, size, true);
}

QSize HostTimelineChart::pictureSize() const
{
    const Frame frame = frameFor(canvas()->size().expandedTo(kLeastPicture), true);
    return {frame.gutter + frame.width + Space::xs, frame.list.top() + rows() * frame.rowHeight + Space::s};
}

void HostTimelineChart::tableMade(QTableView *table)
{
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
}

QStringList HostTimelineChart::tableHeaders() const
{
    return {tr("Host"), tr("URLs"), tr("Start"), tr("End"), tr("Busy"), tr("Most in flight")};
}

int HostTimelineChart::tableRows() const
{
    return m_prediction ? static_cast<int>(m_prediction->hosts.size()) : 0;
}

QString HostTimelineChart::tableCell(int row, int column) const
{
    const SchedulePrediction::Host &shown = host(row);
    switch (column) {
    case 0:
        return format::untrusted(shown.key);
    case 1:
        return format::number(shown.urls);
    case 2:
        return waterfalltext::moment(shown.startMicros);
    case 3:
        return waterfalltext::moment(shown.endMicros);
    case 4:
        return format::durationMicros(shown.busyMicros);
    default:
        return count(shown.mostInFlight);
    }
}

} // namespace crawlscope::gui
