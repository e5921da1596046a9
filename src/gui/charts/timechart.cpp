// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/timechart.h"

#include "gui/charts/plotparts.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

namespace {
    constexpr double kLeastSpan = 5;
    constexpr double kFirstSpan = 30;
    constexpr double kLongestAutomaticSpan = 600;
    constexpr int kPixelsPerPoint = 2;
    constexpr int kMarkReach = 6; // px between pointer and mark
} // namespace

TimeChart::TimeChart(const Theme &theme, const RunHistory &history, QWidget *parent)
    : PlotChart(theme, parent)
    , m_history(history)
{
    plot()->xAxis->setTicker(QSharedPointer<ClockTicker>::create());
    plot()->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    plot()->axisRect()->setRangeDrag(Qt::Horizontal);
    plot()->axisRect()->setRangeZoom(Qt::Horizontal);
    connect(plot()->xAxis, qOverload<const QCPRange &>(&QCPAxis::rangeChanged), this, [this](const QCPRange &range) {
        if (!m_ownChange)
            rangeByUser(range.lower, range.upper);
    });
}

double TimeChart::endSeconds() const
{
    return points().empty() ? 0 : secondsOf(points().back());
}

double TimeChart::spanInForce() const
{
    const double end = endSeconds();
    if (m_view.span == TimeView::kAutomatic)
        return std::clamp(end, kFirstSpan, kLongestAutomaticSpan);
    return std::isinf(m_view.span) ? std::max(end, kFirstSpan) : m_view.span;
}

void TimeChart::setView(const TimeView &view)
{
    if (view == m_view)
        return;
    m_view = view;
    showView();
    if (isVisible() && !tableShown())
        plot()->replot(QCustomPlot::rpQueuedReplot);
}

void TimeChart::changeView(TimeView view)
{
    setView(view);
    Q_EMIT viewChanged(m_view);
}

void TimeChart::showView()
{
    const QScopedValueRollback own(m_ownChange, true);
    const double span = spanInForce();
    const double lower = m_view.follow ? std::max(0.0, endSeconds() - span) : m_view.lower;
    plot()->xAxis->setRange(lower, lower + span);
    choosePoints(lower, lower + span);
    fillGraphs();
    if (!m_shown.empty())
        scaleValues();
}

void TimeChart::choosePoints(double lower, double upper)
{
    m_shown.clear();
    const auto &all = points();
    const auto at = [&all](double seconds) {
        const auto found = std::lower_bound(all.begin(), all.end(), seconds,
                                            [](const Point &p, double s) { return secondsOf(p) < s; });
        return static_cast<std::size_t>(found - all.begin());
    };
    const std::size_t last = std::min(all.size(), at(upper) + 1);
    std::size_t first = std::max<std::size_t>(at(lower), 1) - 1;
    const auto most = static_cast<std::size_t>(std::max(50, plot()->axisRect()->width() / kPixelsPerPoint));
    std::size_t group = 1;
    while ((last - std::min(first, last)) / group > most)
        group *= 2;
    // Groups begin at multiples of their size, so that peaks do not flicker while the view moves on.
    first -= first % group;
    for (std::size_t i = first; i < last; ++i) {
        if (m_shown.empty() || i % group == 0)
            m_shown.push_back(all[i]);
        else
            TimeSeries::merge(&m_shown.back(), all[i]);
    }
}

void TimeChart::rangeByUser(double lower, double upper)
{
    const double end = std::max(endSeconds(), kFirstSpan);
    TimeView view;
    view.span = std::clamp(upper - lower, kLeastSpan, end);
    view.follow = upper >= end - 0.5;
    view.lower = std::clamp(lower, 0.0, std::max(0.0, end - view.span));
    m_view = view;
    showView();
    Q_EMIT viewChanged(m_view);
}

bool TimeChart::keyPressed(int key)
{
    const QCPRange range = plot()->xAxis->range();
    const double step = range.size() / 10;
    switch (key) {
    case Qt::Key_Left:
        rangeByUser(range.lower - step, range.upper - step);
        break;
    case Qt::Key_Right:
        rangeByUser(range.lower + step, range.upper + step);
        break;
    case Qt::Key_Plus:
        rangeByUser(range.lower + step, m_view.follow ? range.upper : range.upper - step);
        break;
    case Qt::Key_Minus:
        rangeByUser(range.lower - step, range.upper + step);
        break;
    case Qt::Key_End:
        changeView({});
        break;
    default:
        return false;
    }
    plot()->replot(QCustomPlot::rpQueuedReplot);
    return true;
}

void TimeChart::refresh()
{
    putMarks();
    showView();
    replot();
}

void TimeChart::putMarks()
{
    std::vector<VerticalMarks::Mark> list;
    list.reserve(m_history.marks().size());
    for (const RunEvent &event : m_history.marks()) {
        VerticalMarks::Mark mark;
        mark.key = static_cast<double>(event.atMs) / 1'000.0;
        mark.color = theme().color(Token::ChartMark);
        if (RunHistory::isOfHost(event))
            mark.style = Qt::DotLine; // there may be many
        if (labelsMarks())
            mark.label = RunHistory::markText(event);
        list.push_back(std::move(mark));
    }
    marks()->setMarks(std::move(list));
}

bool TimeChart::readoutAt(const QPoint &pos, double *key, QString *title, QList<ChartKey> *rows) const
{
    const double seconds = plot()->xAxis->pixelToCoord(pos.x());
    const Point &point = points().at(m_history.series().nearest(static_cast<qint64>(std::llround(seconds * 1'000.0))));
    *key = secondsOf(point);
    *title = point.seconds > 1 ? tr("%1 – %2").arg(clockText(*key - point.seconds), clockText(*key)) : clockText(*key);
    *rows = readoutRows(point);
    for (const RunEvent &mark : m_history.marks()) {
        const double at = plot()->xAxis->coordToPixel(static_cast<double>(mark.atMs) / 1'000.0);
        if (std::abs(at - pos.x()) > kMarkReach)
            continue;
        ChartKey row;
        row.name = RunHistory::markText(mark);
        row.pen = linePen(Token::ChartMark, Qt::DashLine);
        rows->append(row);
    }
    return true;
}

void TimeChart::hoverChanged(std::optional<double> key)
{
    Q_EMIT hovered(key);
}

QString TimeChart::trend(const std::function<double(const Point &)> &value) const
{
    const auto mean = [&](std::size_t from, std::size_t to) {
        double sum = 0;
        for (std::size_t i = from; i < to; ++i)
            sum += value(points()[i]);
        return to > from ? sum / static_cast<double>(to - from) : 0.0;
    };
    const std::size_t size = points().size();
    if (size < 4)
        return tr("steady");
    const std::size_t recent = size - std::min<std::size_t>(10, size / 2);
    const double now = mean(recent, size);
    const double before = mean(recent - std::min<std::size_t>(20, recent), recent);
    if (now > before * 1.1)
        return tr("rising");
    return now < before * 0.9 ? tr("falling") : tr("steady");
}

int TimeChart::tableRows() const
{
    return static_cast<int>(points().size());
}

quint64 TimeChart::tableGeneration() const
{
    return m_history.series().generation();
}

void TimeChart::addActions(QMenu *menu)
{
    QAction *follow = menu->addAction(tr("Follow the run"));
    follow->setCheckable(true);
    follow->setChecked(m_view.follow);
    connect(follow, &QAction::triggered, this, [this](bool on) {
        TimeView view = m_view;
        view.follow = on;
        view.span = on ? m_view.span : spanInForce();
        view.lower = plot()->xAxis->range().lower;
        changeView(view);
    });
    connect(menu->addAction(tr("Whole run")), &QAction::triggered, this, [this] {
        changeView({true, TimeView::kWholeRun, 0});
    });
    QAction *reset = menu->addAction(theme().icon(u"zoom-reset"_s), tr("Reset zoom"));
    reset->setEnabled(m_view != TimeView());
    connect(reset, &QAction::triggered, this, [this] { changeView({}); });
}

bool TimeChart::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == plot()) {
        if (event->type() == QEvent::KeyPress && keyPressed(static_cast<QKeyEvent *>(event)->key()))
            return true;
        if (event->type() == QEvent::MouseButtonDblClick) {
            changeView({});
            return true;
        }
    }
    return PlotChart::eventFilter(watched, event);
}

} // namespace crawlscope::gui
