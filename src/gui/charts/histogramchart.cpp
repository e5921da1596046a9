// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/histogramchart.h"

#include "gui/charts/plotparts.h"
#include "gui/format.h"
#include "gui/theme/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

namespace {

    // Bars of equal width need a linear axis, so the axis holds log10 of µs.
    double exponent(quint64 micros)
    {
        return std::log10(static_cast<double>(std::max<quint64>(1, micros)));
    }

    struct Percentile
    {
        double share;
        QLatin1StringView name;
        Token token;
        Qt::PenStyle style;
    };
    // Same colours and dashes as in LatencyChart.
    constexpr std::array<Percentile, 3> kPercentiles {{{0.50, "p50"_L1, Token::SeriesC, Qt::SolidLine},
                                                       {0.95, "p95"_L1, Token::SeriesA, Qt::DashLine},
                                                       {0.99, "p99"_L1, Token::SeriesD, Qt::DotLine}}};

} // namespace

HistogramChart::HistogramChart(const Theme &theme, QWidget *parent)
    : PlotChart(theme, parent)
    , m_plottable(new QCPBars(plot()->xAxis, plot()->yAxis))
{
    plot()->xAxis->setTicker(QSharedPointer<DurationTicker>::create(true, plot()->xAxis));
    plot()->yAxis->setTicker(QSharedPointer<NumberTicker>::create());
    m_plottable->setWidthType(QCPBars::wtPlotCoords);
    m_plottable->setAntialiased(false);
    init();
}

void HistogramChart::setLatency(std::shared_ptr<const LatencyHistogram> latency)
{
    m_latency = std::move(latency);
    m_bars = hasData() ? m_latency->bars(kBars) : std::vector<LatencyHistogram::Bar>();
    ++m_generation;
    dataChanged();
}

QString HistogramChart::title() const
{
    return tr("Latency histogram");
}

QString HistogramChart::unit() const
{
    return tr("URLs");
}

QList<ChartKey> HistogramChart::legend() const
{
    return {};
}

QString HistogramChart::summary() const
{
    const auto text = [this](double share) {
        return format::durationMicros(static_cast<qint64>(m_latency->percentile(share)));
    };
    return tr("%1 URLs: half within %2, 95% within %3, 99% within %4, slowest %5.")
        .arg(format::number(m_latency->count()), text(0.50), text(0.95), text(0.99),
             format::durationMicros(static_cast<qint64>(m_latency->max())));
}

void HistogramChart::refresh()
{
    QVector<QCPBarsData> values;
    double most = 1;
    for (const LatencyHistogram::Bar &bar : m_bars) {
        values.append({(exponent(bar.fromMicros) + exponent(bar.toMicros)) / 2, static_cast<double>(bar.count)});
        most = std::max(most, static_cast<double>(bar.count));
    }
    m_plottable->data()->set(values, true);
    std::vector<VerticalMarks::Mark> lines;
    if (hasData() && !m_bars.empty()) {
        const double lower = exponent(m_bars.front().fromMicros);
        const double upper = exponent(m_bars.back().toMicros);
        m_plottable->setWidth((upper - lower) / static_cast<double>(m_bars.size()) * 0.86);
        const double pad = std::max(0.02, (upper - lower) * 0.02);
        plot()->xAxis->setRange(lower - pad, upper + pad);
        for (const Percentile &percentile : kPercentiles) {
            VerticalMarks::Mark mark;
            mark.key = exponent(m_latency->percentile(percentile.share));
            mark.label = percentile.name;
            mark.color = theme().color(percentile.token);
            mark.style = percentile.style;
            lines.push_back(std::move(mark));
        }
    } else {
        plot()->xAxis->setRange(3, 6);
    }
    marks()->setMarks(std::move(lines));
    scaleFromZero(plot()->yAxis, most, true);
    replot();
}

void HistogramChart::applyTheme()
{
    PlotChart::applyTheme();
    QColor fill = theme().color(Token::SeriesA);
    fill.setAlphaF(0.65F);
    m_plottable->setBrush(fill);
    m_plottable->setPen(Qt::NoPen);
}

QString HistogramChart::share(const LatencyHistogram::Bar &bar) const
{
    return format::percent(static_cast<double>(bar.count)
                           / static_cast<double>(std::max<quint64>(1, m_latency->count())));
}

bool HistogramChart::readoutAt(const QPoint &pos, double *key, QString *title, QList<ChartKey> *rows) const
{
    const double at = plot()->xAxis->pixelToCoord(pos.x());
    const auto bar = std::find_if(m_bars.begin(), m_bars.end(), [at](const LatencyHistogram::Bar &b) {
        return at >= exponent(b.fromMicros) && at < exponent(b.toMicros);
    });
    if (bar == m_bars.end())
        return false;
    *key = (exponent(bar->fromMicros) + exponent(bar->toMicros)) / 2;
    *title = tr("%1 – %2").arg(format::durationMicros(static_cast<qint64>(bar->fromMicros)),
                               format::durationMicros(static_cast<qint64>(bar->toMicros)));
    *rows = {{tr("URLs"), format::number(bar->count), QPen(Qt::NoPen), {}, {}},
             {tr("share"), share(*bar), QPen(Qt::NoPen), {}, {}}};
    for (const Percentile &percentile : kPercentiles)
        rows->append({percentile.name,
                      format::durationMicros(static_cast<qint64>(m_latency->percentile(percentile.share))),
                      linePen(percentile.token, percentile.style),
                      {},
                      {}});
    return true;
}

QStringList HistogramChart::tableHeaders() const
{
    return {tr("From (ms)"), tr("To (ms)"), tr("URLs"), tr("Share")};
}

QString HistogramChart::tableCell(int row, int column) const
{
    const LatencyHistogram::Bar &bar = m_bars.at(static_cast<std::size_t>(row));
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
        return share(bar);
    }
}

} // namespace crawlscope::gui
