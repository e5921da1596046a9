// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/loopchart.h"

#include "gui/charts/clocktext.h"
#include "gui/charts/plotparts.h"
#include "gui/charts/seriesgraph.h"
#include "gui/format.h"
#include "gui/theme/theme.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

namespace {

    constexpr double kFirstSpan = 30;

    bool isLag(LoopGauge gauge)
    {
        return gauge == LoopGauge::EngineLag || gauge == LoopGauge::WindowLag;
    }

    bool isBytes(LoopGauge gauge)
    {
        return gauge == LoopGauge::Memory || gauge == LoopGauge::Buffered;
    }

} // namespace

LoopChart::LoopChart(const Theme &theme, const LoopHistory &history, LoopGauge gauge, QWidget *parent)
    : PlotChart(theme, parent)
    , m_history(history)
    , m_gauge(gauge)
    , m_graph(new SeriesGraph(plot()->xAxis, plot()->yAxis))
{
    plot()->xAxis->setTicker(QSharedPointer<ClockTicker>::create());
    plot()->yAxis->setTicker(QSharedPointer<NumberTicker>::create());
    init();
}

QString LoopChart::gaugeTitle(LoopGauge gauge)
{
    switch (gauge) {
    case LoopGauge::EngineLag:
        return tr("Network loop");
    case LoopGauge::WindowLag:
        return tr("Window loop");
    case LoopGauge::Analysis:
        return tr("Analysis");
    case LoopGauge::Descriptors:
        return tr("Open files");
    case LoopGauge::Memory:
        return tr("Memory");
    case LoopGauge::Buffered:
        return tr("Buffered");
    case LoopGauge::Storage:
        return tr("Rows to write");
    }
    return {};
}

QString LoopChart::gaugeText(LoopGauge gauge, double value)
{
    if (std::isnan(value))
        return QChar(0x2013);
    if (isLag(gauge))
        return format::durationMicros(std::llround(value));
    if (isBytes(gauge))
        return format::bytes(std::llround(value));
    return format::number(static_cast<quint64>(std::llround(std::max(value, 0.0))));
}

double LoopChart::scale() const
{
    if (isLag(m_gauge))
        return 1e-3;
    return isBytes(m_gauge) ? 1e-6 : 1;
}

QString LoopChart::title() const
{
    return gaugeTitle(m_gauge);
}

QString LoopChart::unit() const
{
    if (isLag(m_gauge))
        return tr("ms late");
    if (isBytes(m_gauge))
        return tr("MB");
    return m_gauge == LoopGauge::Analysis ? tr("pages at hand") : QString();
}

bool LoopChart::hasData() const
{
    return m_history.known(m_gauge);
}

QList<ChartKey> LoopChart::legend() const
{
    return {}; // the tile above has the figures
}

QString LoopChart::summary() const
{
    return tr("%1, at most %2 within the last five minutes.")
        .arg(gaugeText(m_gauge, m_history.newest(m_gauge)), gaugeText(m_gauge, m_history.most(m_gauge)));
}

void LoopChart::refresh()
{
    const std::vector<LoopHistory::Point> &points = m_history.points();
    const double end = points.empty() ? 0 : static_cast<double>(points.back().second);
    const double begin = points.empty() ? 0 : static_cast<double>(points.front().second);
    const double span = std::clamp(end - begin, kFirstSpan, static_cast<double>(LoopHistory::kSeconds));
    const double upper = std::max(end, span);
    plot()->xAxis->setRange(upper - span, upper);
    QVector<QCPGraphData> line;
    line.reserve(static_cast<qsizetype>(points.size()));
    for (const LoopHistory::Point &point : points) {
        const double value = point.value(m_gauge);
        if (!std::isnan(value))
            line.append({static_cast<double>(point.second), value * scale()});
    }
    m_graph->data()->set(line, true);
    const double most = m_history.most(m_gauge);
    const bool whole = !isLag(m_gauge) && !isBytes(m_gauge);
    scaleFromZero(plot()->yAxis, std::isnan(most) ? 1 : std::max(most * scale(), whole ? 2.0 : 1.0), whole);
    replot();
}

void LoopChart::applyTheme()
{
    PlotChart::applyTheme();
    m_graph->setPen(linePen(Token::SeriesA));
    QColor fill = theme().color(Token::SeriesA);
    fill.setAlphaF(0.13F);
    m_graph->setBrush(fill);
}

bool LoopChart::readoutAt(const QPoint &pos, double *key, QString *title, QList<ChartKey> *rows) const
{
    const double seconds = plot()->xAxis->pixelToCoord(pos.x());
    const std::vector<LoopHistory::Point> &points = m_history.points();
    const auto nearest = std::min_element(points.begin(), points.end(), [seconds](const auto &a, const auto &b) {
        return std::abs(static_cast<double>(a.second) - seconds) < std::abs(static_cast<double>(b.second) - seconds);
    });
    if (nearest == points.end())
        return false;
    *key = static_cast<double>(nearest->second);
    *title = clockText(*key);
    ChartKey row;
    row.name = gaugeTitle(m_gauge);
    row.value = gaugeText(m_gauge, nearest->value(m_gauge));
    row.pen = m_graph->pen();
    *rows = {row};
    return true;
}

QStringList LoopChart::tableHeaders() const
{
    return {tr("Time"), gaugeTitle(m_gauge)};
}

int LoopChart::tableRows() const
{
    return static_cast<int>(m_history.points().size());
}

QString LoopChart::tableCell(int row, int column) const
{
    const LoopHistory::Point &point = m_history.points()[static_cast<std::size_t>(row)];
    return column == 0 ? clockText(static_cast<double>(point.second)) : gaugeText(m_gauge, point.value(m_gauge));
}

quint64 LoopChart::tableGeneration() const
{
    return m_history.dropped();
}

} // namespace crawlscope::gui
