// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/levellatencychart.h"

#include "gui/charts/plotparts.h"
#include "gui/format.h"
#include "gui/theme/theme.h"

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

namespace {

    constexpr double kPointSize = 5; // px

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

    /// -1: nothing got an answer.
    qint64 microsOf(const SweepResult::Level &level, std::size_t percentile)
    {
        return level.latency.count() == 0
            ? -1
            : static_cast<qint64>(level.latency.percentile(kPercentiles.at(percentile).share));
    }

} // namespace

LevelLatencyChart::LevelLatencyChart(const Theme &theme, QWidget *parent)
    : LevelChart(theme, parent)
{
    plot()->yAxis->setScaleType(QCPAxis::stLogarithmic);
    plot()->yAxis->setTicker(QSharedPointer<DurationTicker>::create(false));
    for (QCPGraph *&graph : m_graphs)
        graph = plot()->addGraph();
    init();
}

QString LevelLatencyChart::title() const
{
    return tr("Time per URL");
}

QString LevelLatencyChart::unit() const
{
    return tr("logarithmic");
}

QList<ChartKey> LevelLatencyChart::keysOf(const Level *level) const
{
    QList<ChartKey> keys;
    for (std::size_t i = 0; i < kPercentiles.size(); ++i)
        keys.append({kPercentiles.at(i).name,
                     level == nullptr ? QString() : format::durationMicros(microsOf(*level, i)),
                     m_graphs.at(i)->pen(),
                     {},
                     {}});
    return keys;
}

QList<ChartKey> LevelLatencyChart::legend() const
{
    return keysOf(nullptr);
}

QList<ChartKey> LevelLatencyChart::readoutRows(const Level &level) const
{
    return keysOf(&level);
}

QString LevelLatencyChart::summary() const
{
    const Level &first = levels().front();
    const Level &last = levels().back();
    return tr("95% of the URLs within %1 with %2 in flight, within %3 with %4.")
        .arg(format::durationMicros(microsOf(first, 1)), format::number(static_cast<quint64>(first.level)),
             format::durationMicros(microsOf(last, 1)), format::number(static_cast<quint64>(last.level)));
}

void LevelLatencyChart::fill()
{
    double least = std::numeric_limits<double>::max();
    double most = 0;
    for (std::size_t i = 0; i < m_graphs.size(); ++i) {
        QVector<QCPGraphData> values;
        for (const Level &level : levels()) {
            const qint64 micros = microsOf(level, i);
            if (micros <= 0)
                continue; // a logarithmic axis has no place for it
            values.append({keyOf(level), static_cast<double>(micros)});
            least = std::min(least, static_cast<double>(micros));
            most = std::max(most, static_cast<double>(micros));
        }
        m_graphs.at(i)->data()->set(values, true);
    }
    if (most <= 0) {
        least = 1'000;
        most = 1'000'000;
    }
    const double lower = niceFloor(least * 0.9);
    plot()->yAxis->setRange(lower, std::max(niceCeil(most * 1.1), lower * 10));
}

void LevelLatencyChart::applyTheme()
{
    LevelChart::applyTheme();
    for (std::size_t i = 0; i < m_graphs.size(); ++i) {
        const Percentile &percentile = kPercentiles.at(i);
        const QColor color = theme().color(percentile.token);
        m_graphs.at(i)->setPen(linePen(percentile.token, percentile.style));
        m_graphs.at(i)->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, color, color, kPointSize));
    }
}

QStringList LevelLatencyChart::tableHeaders() const
{
    return {tr("In flight"), tr("p50 (ms)"), tr("p95 (ms)"), tr("p99 (ms)")};
}

QString LevelLatencyChart::tableCell(int row, int column) const
{
    const Level &level = levels().at(static_cast<std::size_t>(row));
    if (column == 0)
        return format::number(static_cast<quint64>(level.level));
    const qint64 micros = microsOf(level, static_cast<std::size_t>(column) - 1);
    return micros < 0 ? QString(QChar(0x2013)) : QLocale().toString(static_cast<double>(micros) / 1'000.0, 'f', 3);
}

} // namespace crawlscope::gui
