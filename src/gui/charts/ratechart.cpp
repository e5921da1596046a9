// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/ratechart.h"

#include "gui/charts/plotparts.h"
#include "gui/charts/seriesgraph.h"
#include "gui/format.h"
#include "gui/theme/fonts.h"
#include "gui/theme/theme.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

namespace {

    QString whole(int value)
    {
        return format::number(static_cast<quint64>(std::max(0, value)));
    }

} // namespace

RateChart::RateChart(const Theme &theme, const RunHistory &history, QWidget *parent)
    : TimeChart(theme, history, parent)
{
    plot()->yAxis2->setVisible(true);
    plot()->yAxis->setTicker(QSharedPointer<NumberTicker>::create());
    plot()->yAxis2->setTicker(QSharedPointer<NumberTicker>::create());
    m_rate = new SeriesGraph(plot()->xAxis, plot()->yAxis);
    m_limit = new SeriesGraph(plot()->xAxis, plot()->yAxis2);
    m_inFlight = new SeriesGraph(plot()->xAxis, plot()->yAxis2);
    m_limit->setLineStyle(QCPGraph::lsStepRight); // a point tells the limit of the second before it
    init();
}

QString RateChart::title() const
{
    return tr("Rate and requests in flight");
}

QString RateChart::unit() const
{
    return {};
}

QList<ChartKey> RateChart::legend() const
{
    const Point &last = points().back();
    return readoutRows(last);
}

QList<ChartKey> RateChart::readoutRows(const Point &point) const
{
    return {{tr("rate"), format::rate(point.ratePerS), m_rate->pen(), {}, {}},
            {tr("in flight"), whole(point.inFlight), m_inFlight->pen(), {}, {}},
            {tr("limit"), whole(point.inFlightLimit), m_limit->pen(), {}, {}}};
}

QString RateChart::summary() const
{
    const Point &last = points().back();
    return tr("Rate %1, %2. In flight %3 of at most %4.")
        .arg(format::rate(last.ratePerS), trend([](const Point &p) { return p.ratePerS; }), whole(last.inFlight),
             whole(last.inFlightLimit));
}

void RateChart::fillGraphs()
{
    QVector<QCPGraphData> rate;
    QVector<QCPGraphData> inFlight;
    QVector<QCPGraphData> limit;
    const auto size = static_cast<qsizetype>(shown().size());
    rate.reserve(size + 1);
    inFlight.reserve(size + 1);
    limit.reserve(size + 1);
    const auto add = [&](double at, const Point &point) {
        rate.append({at, point.ratePerS});
        inFlight.append({at, static_cast<double>(point.inFlight)});
        limit.append({at, static_cast<double>(point.inFlightLimit)});
    };
    if (!shown().empty())
        add(startOf(shown().front()), shown().front());
    for (const Point &point : shown())
        add(secondsOf(point), point);
    m_rate->data()->set(rate, true);
    m_inFlight->data()->set(inFlight, true);
    m_limit->data()->set(limit, true);
}

void RateChart::scaleValues()
{
    double rate = 1;
    double flight = 2;
    for (const Point &point : shown()) {
        rate = std::max(rate, point.ratePerS);
        flight = std::max({flight, static_cast<double>(point.inFlight), static_cast<double>(point.inFlightLimit)});
    }
    const int intervals = scaleFromZero(plot()->yAxis, rate, false);
    scaleFromZero(plot()->yAxis2, flight, true, intervals);
}

void RateChart::applyTheme()
{
    TimeChart::applyTheme();
    m_rate->setPen(linePen(Token::SeriesA));
    QColor fill = theme().color(Token::SeriesA);
    fill.setAlphaF(0.13F);
    m_rate->setBrush(fill);
    m_inFlight->setPen(linePen(Token::SeriesB));
    m_limit->setPen(linePen(Token::SeriesB, Qt::DotLine, 1.4));
    // The figures of each axis have the colour of the lines that belong to it.
    plot()->yAxis->setTickLabelColor(theme().color(Token::SeriesA));
    plot()->yAxis2->setTickLabelColor(theme().color(Token::SeriesB));
    const QFontMetrics metrics(fonts::tabular(smallFont()));
    QMargins margins = plot()->axisRect()->minimumMargins();
    margins.setRight(fonts::figureWidth(metrics, u"000") + 10);
    plot()->axisRect()->setMinimumMargins(margins);
}

QStringList RateChart::tableHeaders() const
{
    return {tr("Time"), tr("URLs/s"), tr("In flight"), tr("Limit")};
}

QString RateChart::tableCell(int row, int column) const
{
    const Point &point = points().at(static_cast<std::size_t>(row));
    switch (column) {
    case 0:
        return clockText(secondsOf(point));
    case 1:
        return QLocale().toString(point.ratePerS, 'f', 1);
    case 2:
        return whole(point.inFlight);
    default:
        return whole(point.inFlightLimit);
    }
}

} // namespace crawlscope::gui
