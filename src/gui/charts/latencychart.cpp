// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/latencychart.h"

#include "gui/charts/plotparts.h"
#include "gui/charts/seriesgraph.h"
#include "gui/format.h"
#include "gui/theme/theme.h"

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

namespace {

    constexpr std::array<Token, 3> kTokens {Token::SeriesC, Token::SeriesA, Token::SeriesD};
    constexpr std::array<Qt::PenStyle, 3> kStyles {Qt::SolidLine, Qt::DashLine, Qt::DotLine};

    std::array<quint32, 3> percentilesOf(const TimePoint &point)
    {
        return {point.p50Micros, point.p95Micros, point.p99Micros};
    }

    qint64 microsOf(const TimePoint &point, std::size_t i)
    {
        return point.ended == 0 ? -1 : static_cast<qint64>(percentilesOf(point).at(i));
    }

    QString percentileName(std::size_t i)
    {
        return i == 0 ? u"p50"_s : i == 1 ? u"p95"_s : u"p99"_s;
    }

} // namespace

LatencyChart::LatencyChart(const Theme &theme, const RunHistory &history, QWidget *parent)
    : TimeChart(theme, history, parent)
{
    plot()->yAxis->setScaleType(QCPAxis::stLogarithmic);
    plot()->yAxis->setTicker(QSharedPointer<DurationTicker>::create(false));
    for (SeriesGraph *&graph : m_graphs)
        graph = new SeriesGraph(plot()->xAxis, plot()->yAxis);
    init();
}

QString LatencyChart::title() const
{
    return tr("Latency");
}

QString LatencyChart::unit() const
{
    return tr("logarithmic");
}

ChartKey LatencyChart::key(int percentile, const QString &value) const
{
    const auto i = static_cast<std::size_t>(percentile);
    return {percentileName(i), value, m_graphs.at(i)->pen(), {}, {}};
}

QList<ChartKey> LatencyChart::legend() const
{
    // The newest second in which a URL ended, so that figures stay in a pause.
    const auto last = std::find_if(points().rbegin(), points().rend(), [](const Point &p) { return p.ended > 0; });
    QList<ChartKey> keys;
    for (int i = 0; i < 3; ++i)
        keys.append(key(
            i, format::durationMicros(last == points().rend() ? -1 : microsOf(*last, static_cast<std::size_t>(i)))));
    return keys;
}

QList<ChartKey> LatencyChart::readoutRows(const Point &point) const
{
    QList<ChartKey> keys;
    for (int i = 0; i < 3; ++i)
        keys.append(key(i, format::exactMillis(microsOf(point, static_cast<std::size_t>(i)))));
    keys.append({tr("URLs ended"), format::number(point.ended), QPen(Qt::NoPen), {}, {}});
    return keys;
}

QString LatencyChart::summary() const
{
    const QList<ChartKey> keys = legend();
    return tr("Half of the URLs within %1, 95% within %2, 99% within %3; the median is %4.")
        .arg(keys.at(0).value, keys.at(1).value, keys.at(2).value, trend([](const Point &p) { return p.p50Micros; }));
}

void LatencyChart::fillGraphs()
{
    std::array<QVector<QCPGraphData>, 3> values;
    for (auto &list : values)
        list.reserve(static_cast<qsizetype>(shown().size()));
    const auto add = [&values](double at, const Point &point) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            const quint32 micros = percentilesOf(point).at(i);
            const double value = point.ended == 0 || micros == 0 ? std::numeric_limits<double>::quiet_NaN() : micros;
            values.at(i).append({at, value});
        }
    };
    if (!shown().empty())
        add(startOf(shown().front()), shown().front());
    for (const Point &point : shown())
        add(secondsOf(point), point);
    for (std::size_t i = 0; i < values.size(); ++i)
        m_graphs.at(i)->data()->set(values.at(i), true);
}

void LatencyChart::scaleValues()
{
    double least = std::numeric_limits<double>::max();
    double most = 0;
    for (const Point &point : shown()) {
        if (point.ended == 0 || point.p50Micros == 0)
            continue;
        least = std::min(least, static_cast<double>(point.p50Micros));
        most = std::max(most, static_cast<double>(point.p99Micros));
    }
    if (most <= 0) {
        least = 1'000;
        most = 1'000'000;
    }
    const double lower = niceFloor(least * 0.9);
    plot()->yAxis->setRange(lower, std::max(niceCeil(most * 1.1), lower * 10));
}

void LatencyChart::applyTheme()
{
    TimeChart::applyTheme();
    for (std::size_t i = 0; i < m_graphs.size(); ++i)
        m_graphs.at(i)->setPen(linePen(kTokens.at(i), kStyles.at(i)));
}

QStringList LatencyChart::tableHeaders() const
{
    return {tr("Time"), tr("p50 (ms)"), tr("p95 (ms)"), tr("p99 (ms)"), tr("URLs ended")};
}

QString LatencyChart::tableCell(int row, int column) const
{
    const Point &point = points().at(static_cast<std::size_t>(row));
    if (column == 0)
        return clockText(secondsOf(point));
    if (column == 4)
        return format::number(point.ended);
    const qint64 micros = microsOf(point, static_cast<std::size_t>(column - 1));
    return micros < 0 ? QString(QChar(0x2013)) : QLocale().toString(static_cast<double>(micros) / 1'000.0, 'f', 3);
}

} // namespace crawlscope::gui
