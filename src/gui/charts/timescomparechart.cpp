// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/timescomparechart.h"

#include "gui/charts/plotparts.h"
#include "gui/charts/seriesgraph.h"
#include "gui/format.h"
#include "gui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

namespace {

    using Bars = std::vector<LatencyHistogram::Bar>;

    double exponent(quint64 micros)
    {
        return std::log10(static_cast<double>(std::max<quint64>(1, micros)));
    }

    /// Lines on a faint ground that lets through what is below.
    QBrush hatchingBrush(const QColor &color, Qt::BrushStyle pattern)
    {
        QColor ground = color;
        ground.setAlphaF(0.12F);
        QColor lines = color;
        lines.setAlphaF(0.5F);
        QPixmap tile(8, 8);
        tile.fill(ground);
        QPainter painter(&tile);
        painter.fillRect(tile.rect(), QBrush(lines, pattern));
        painter.end();
        return {tile};
    }

    QString median(const LatencyHistogram &times)
    {
        return format::durationMicros(static_cast<qint64>(times.percentile(0.5)));
    }

    quint64 highest(const Bars &bars)
    {
        quint64 most = 0;
        for (const LatencyHistogram::Bar &bar : bars)
            most = std::max(most, bar.count);
        return most;
    }

} // namespace

TimesCompareChart::TimesCompareChart(const Theme &theme, QWidget *parent)
    : PlotChart(theme, parent)
    , m_beforeGraph(new SeriesGraph(plot()->xAxis, plot()->yAxis))
    , m_afterGraph(new SeriesGraph(plot()->xAxis, plot()->yAxis))
{
    plot()->xAxis->setTicker(QSharedPointer<DurationTicker>::create(true, plot()->xAxis));
    plot()->yAxis->setTicker(QSharedPointer<NumberTicker>::create());
    for (SeriesGraph *graph : {m_beforeGraph, m_afterGraph})
        graph->setLineStyle(QCPGraph::lsStepLeft);
    init();
}

void TimesCompareChart::setTimes(const QString &scope, std::shared_ptr<const LatencyHistogram> before,
                                 std::shared_ptr<const LatencyHistogram> after, const QString &why)
{
    m_scope = scope;
    m_why = why;
    m_timesBefore = std::move(before);
    m_timesAfter = std::move(after);
    m_before.clear();
    m_after.clear();
    if (m_timesBefore && m_timesAfter) {
        LatencyHistogram both = *m_timesBefore;
        both.merge(*m_timesAfter);
        const Bars bars = both.bars(kBars);
        m_before = m_timesBefore->countedIn(bars);
        m_after = m_timesAfter->countedIn(bars);
    }
    ++m_generation;
    retitle();
    dataChanged();
}

QString TimesCompareChart::title() const
{
    return m_scope.isEmpty() ? tr("Response times") : tr("Response times of %1", "a host").arg(m_scope);
}

QString TimesCompareChart::unit() const
{
    return tr("URLs");
}

QString TimesCompareChart::emptyText() const
{
    return m_why.isEmpty() ? PlotChart::emptyText() : m_why;
}

ChartKey TimesCompareChart::key(const Side &side, const QString &name, const QString &value) const
{
    return {name, value, linePen(side.token, side.line), {}, {}};
}

QList<ChartKey> TimesCompareChart::legend() const
{
    return {key(kBefore, tr("before, p50"), median(*m_timesBefore)),
            key(kAfter, tr("after, p50"), median(*m_timesAfter))};
}

QString TimesCompareChart::summary() const
{
    const QString scope = m_scope.isEmpty() ? tr("All URLs") : m_scope;
    return tr("%1: half within %2 before and within %3 after, 95% within %4 and %5.")
        .arg(scope, median(*m_timesBefore), median(*m_timesAfter),
             format::durationMicros(static_cast<qint64>(m_timesBefore->percentile(0.95))),
             format::durationMicros(static_cast<qint64>(m_timesAfter->percentile(0.95))));
}

void TimesCompareChart::draw(SeriesGraph *graph, const Bars &bars, double pad)
{
    QVector<QCPGraphData> points;
    if (!bars.empty())
        points.append({exponent(bars.front().fromMicros) - pad, 0});
    for (const LatencyHistogram::Bar &bar : bars)
        points.append({exponent(bar.fromMicros), static_cast<double>(bar.count)});
    if (!bars.empty()) {
        points.append({exponent(bars.back().toMicros), 0});
        points.append({exponent(bars.back().toMicros) + pad, 0});
    }
    graph->data()->set(points, true);
}

void TimesCompareChart::refresh()
{
    double pad = 0.02;
    std::vector<VerticalMarks::Mark> lines;
    if (hasData()) {
        const double lower = exponent(m_before.front().fromMicros);
        const double upper = exponent(m_before.back().toMicros);
        pad = std::max(pad, (upper - lower) * 0.02);
        plot()->xAxis->setRange(lower - pad, upper + pad);
        const auto mark = [&](const LatencyHistogram &times, const Side &side, const QString &label) {
            VerticalMarks::Mark line;
            line.key = exponent(times.percentile(0.5));
            line.label = label;
            line.color = theme().color(side.token);
            line.style = side.line;
            lines.push_back(std::move(line));
        };
        mark(*m_timesBefore, kBefore, tr("p50 before"));
        mark(*m_timesAfter, kAfter, tr("p50 after"));
        std::stable_sort(lines.begin(), lines.end(),
                         [](const VerticalMarks::Mark &a, const VerticalMarks::Mark &b) { return a.key < b.key; });
    } else {
        plot()->xAxis->setRange(3, 6);
    }
    draw(m_beforeGraph, m_before, pad);
    draw(m_afterGraph, m_after, pad);
    marks()->setMarks(std::move(lines));
    scaleFromZero(plot()->yAxis, static_cast<double>(std::max<quint64>({1, highest(m_before), highest(m_after)})),
                  true);
    replot();
}

void TimesCompareChart::style(SeriesGraph *graph, const Side &side)
{
    graph->setPen(linePen(side.token, side.line, 2));
    graph->setBrush(hatchingBrush(theme().color(side.token), side.hatching));
}

void TimesCompareChart::applyTheme()
{
    PlotChart::applyTheme();
    style(m_beforeGraph, kBefore);
    style(m_afterGraph, kAfter);
}

bool TimesCompareChart::readoutAt(const QPoint &pos, double *key, QString *title, QList<ChartKey> *rows) const
{
    const double at = plot()->xAxis->pixelToCoord(pos.x());
    const auto bar = std::find_if(m_before.begin(), m_before.end(), [at](const LatencyHistogram::Bar &b) {
        return at >= exponent(b.fromMicros) && at < exponent(b.toMicros);
    });
    if (bar == m_before.end())
        return false;
    const quint64 after = m_after[static_cast<std::size_t>(bar - m_before.begin())].count;
    *key = (exponent(bar->fromMicros) + exponent(bar->toMicros)) / 2;
    *title = tr("%1 – %2").arg(format::durationMicros(static_cast<qint64>(bar->fromMicros)),
                               format::durationMicros(static_cast<qint64>(bar->toMicros)));
    *rows = {this->key(kBefore, tr("before"), format::number(bar->count)),
             this->key(kAfter, tr("after"), format::number(after))};
    return true;
}

QStringList TimesCompareChart::tableHeaders() const
{
    return {tr("From (ms)"), tr("To (ms)"), tr("URLs before"), tr("URLs after")};
}

QString TimesCompareChart::tableCell(int row, int column) const
{
    const auto index = static_cast<std::size_t>(row);
    const LatencyHistogram::Bar &bar = m_before.at(index);
    const auto millis = [](quint64 micros) {
        return QLocale().toString(static_cast<double>(micros) / 1'000.0, 'f', 3);
    };
    switch (column) {
    case 0:
        return millis(bar.fromMicros);
    case 1:
        return millis(bar.toMicros);
    case 2:
        return format::number(bar.count);
    default:
        return format::number(m_after.at(index).count);
    }
}

} // namespace crawlscope::gui
