// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/workerschart.h"

#include "gui/charts/plotlibrary.h"
#include "gui/format.h"

#include <algorithm>
#include <cmath>

namespace crawlscope::gui {

namespace {
    constexpr double kBarWidth = 0.7;
    constexpr double kFewest = 2; // threads that the axis has room for at least
} // namespace

WorkersChart::WorkersChart(const Theme &theme, const WorkerLoad &load, QWidget *parent)
    : PlotChart(theme, parent)
    , m_load(load)
    , m_plottable(new QCPBars(plot()->xAxis, plot()->yAxis))
{
    for (QCPAxis *axis : {plot()->xAxis, plot()->yAxis}) {
        const auto ticker = QSharedPointer<QCPAxisTickerFixed>::create();
        ticker->setTickStep(axis == plot()->xAxis ? 1 : 25);
        ticker->setScaleStrategy(QCPAxisTickerFixed::ssMultiples);
        axis->setTicker(ticker);
        axis->setSubTicks(false);
        axis->setNumberFormat(QStringLiteral("f"));
        axis->setNumberPrecision(0);
    }
    plot()->yAxis->setRange(0, 100);
    m_plottable->setWidth(kBarWidth);
    m_plottable->setAntialiased(false);
    init();
}

QString WorkersChart::title() const
{
    return tr("Threads"); // short: it decides how narrow the page can be
}

QString WorkersChart::unit() const
{
    return QStringLiteral("%");
}

QString WorkersChart::summary() const
{
    double sum = 0;
    for (const WorkerLoad::Worker &worker : m_load.workers())
        sum += worker.share;
    return tr("%n thread(s), busy %1 on average.", nullptr, tableRows())
        .arg(format::percent(sum / std::max(1, tableRows())));
}

void WorkersChart::refresh()
{
    QVector<QCPBarsData> bars;
    const std::vector<WorkerLoad::Worker> &workers = m_load.workers();
    for (std::size_t i = 0; i < workers.size(); ++i)
        bars.append({static_cast<double>(i + 1), workers[i].share * 100});
    m_plottable->data()->set(bars, true);
    plot()->xAxis->setRange(0.4, std::max(static_cast<double>(workers.size()), kFewest) + 0.6);
    ++m_generation;
    replot();
}

void WorkersChart::applyTheme()
{
    PlotChart::applyTheme();
    QColor fill = theme().color(Token::SeriesA);
    fill.setAlphaF(0.65F);
    m_plottable->setBrush(fill);
    m_plottable->setPen(Qt::NoPen);
}

bool WorkersChart::readoutAt(const QPoint &pos, double *key, QString *title, QList<ChartKey> *rows) const
{
    const double at = std::round(plot()->xAxis->pixelToCoord(pos.x()));
    if (at < 1 || at > tableRows())
        return false;
    const int row = static_cast<int>(at) - 1;
    *key = at;
    *title = tr("Thread %1").arg(format::number(static_cast<quint64>(at)));
    *rows = {{tr("busy"), tableCell(row, 1), QPen(Qt::NoPen), {}, {}},
             {tr("CPU time"), tableCell(row, 2), QPen(Qt::NoPen), {}, {}}};
    return true;
}

QStringList WorkersChart::tableHeaders() const
{
    return {tr("Thread"), tr("Busy, last 5 s"), tr("CPU time of the run")};
}

QString WorkersChart::tableCell(int row, int column) const
{
    const WorkerLoad::Worker &worker = m_load.workers()[static_cast<std::size_t>(row)];
    switch (column) {
    case 0:
        return format::number(static_cast<quint64>(row) + 1);
    case 1:
        return format::percent(worker.share);
    default:
        return format::durationMicros(worker.cpuMicros);
    }
}

} // namespace crawlscope::gui
