// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/scalingchart.h"

#include "gui/charts/plotparts.h"
#include "gui/format.h"
#include "gui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

namespace {

    constexpr double kRunSize = 5; // px
    constexpr double kMeanSize = 7;
    constexpr int kIconSize = 16;
    constexpr float kBandAlpha = 0.18F;

    QString rateOr(const SweepResult::Level &level, double rate)
    {
        return level.runs > 0 ? format::rate(rate) : QString(QChar(0x2013));
    }

    QString rounded(double concurrency)
    {
        return format::number(static_cast<quint64>(std::llround(concurrency)));
    }

    /// Of a run, as LevelChart::keyOf() of a level.
    double keyOfRun(const SweepRun &run)
    {
        return std::clamp(run.mostInFlight, 1, std::max(run.level, 1));
    }

} // namespace

ScalingChart::ScalingChart(const Theme &theme, QWidget *parent)
    : LevelChart(theme, parent)
    , m_low(plot()->addGraph())
    , m_high(plot()->addGraph())
    , m_curve(plot()->addGraph())
    , m_runs(plot()->addGraph())
    , m_cut(plot()->addGraph())
    , m_means(plot()->addGraph())
{
    plot()->yAxis->setTicker(QSharedPointer<NumberTicker>::create());
    m_high->setChannelFillGraph(m_low);
    for (QCPGraph *points : {m_runs, m_cut})
        points->setLineStyle(QCPGraph::lsNone);
    init();
}

QString ScalingChart::title() const
{
    return tr("Throughput");
}

QString ScalingChart::unit() const
{
    return tr("URLs/s");
}

double ScalingChart::keyOf(const Level &level) const
{
    return std::clamp(level.mostInFlight, 1, std::max(level.level, 1));
}

QIcon ScalingChart::runIcon() const
{
    QPixmap pixmap(kIconSize * 2, kIconSize * 2);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().color(Token::SeriesA), 1));
    painter.drawEllipse(QPointF(kIconSize / 2.0, kIconSize / 2.0), kRunSize / 2, kRunSize / 2);
    return {pixmap};
}

QList<ChartKey> ScalingChart::legend() const
{
    double best = 0;
    for (const Level &level : levels())
        best = std::max(best, level.ratePerS);
    QList<ChartKey> keys {
        {tr("a run"), {}, QPen(Qt::NoPen), {}, runIcon()},
        {tr("mean"), best > 0 ? tr("at most %1").arg(format::rate(best)) : QString(), linePen(Token::SeriesA), {}, {}}};
    if (result() != nullptr && result()->usl.valid)
        keys.append({tr("fitted law, 95%"), {}, linePen(Token::SeriesB, Qt::DashLine), {}, {}});
    return keys;
}

QString ScalingChart::summary() const
{
    const auto best = std::max_element(levels().begin(), levels().end(),
                                       [](const Level &a, const Level &b) { return a.ratePerS < b.ratePerS; });
    QString text = tr("%1 with %2 in flight, at most %3 with %4.")
                       .arg(rateOr(levels().front(), levels().front().ratePerS), rounded(levels().front().level),
                            rateOr(*best, best->ratePerS), rounded(best->level));
    if (!result()->knee.valid || !result()->knee.reached)
        return text;
    return tr("%1 The knee is at %2.", "a sentence before").arg(text, rounded(result()->knee.concurrency));
}

void ScalingChart::fillRuns()
{
    QVector<QCPGraphData> runs;
    QVector<QCPGraphData> cut;
    QVector<QCPGraphData> means;
    if (result() != nullptr) {
        for (const SweepRun &run : result()->runs) {
            if (run.ratePerS > 0)
                (run.cut ? cut : runs).append({keyOfRun(run), run.ratePerS});
        }
    }
    for (const Level &level : levels()) {
        if (level.runs > 0)
            means.append({keyOf(level), level.ratePerS});
    }
    m_runs->data()->set(runs);
    m_cut->data()->set(cut);
    m_means->data()->set(means);
}

void ScalingChart::fillFit()
{
    QVector<QCPGraphData> curve;
    QVector<QCPGraphData> low;
    QVector<QCPGraphData> high;
    if (result() != nullptr && result()->usl.valid) {
        for (const UslFit::CurvePoint &point : result()->usl.curve) {
            curve.append({point.concurrency, point.ratePerS});
            low.append({point.concurrency, point.low});
            high.append({point.concurrency, point.high});
        }
    }
    m_curve->data()->set(curve, true);
    m_low->data()->set(low, true);
    m_high->data()->set(high, true);
}

/// The knee, and thinner the ends of its interval, as far as they lie on the axis.
void ScalingChart::putMarks()
{
    std::vector<VerticalMarks::Mark> lines;
    if (result() != nullptr && result()->knee.valid && result()->knee.reached) {
        const Knee &knee = result()->knee;
        const QColor color = theme().color(Token::ChartMark);
        const QCPRange range = plot()->xAxis->range();
        lines.push_back({std::max(knee.low, range.lower), {}, color, Qt::DotLine});
        lines.push_back({knee.concurrency, tr("knee: %1").arg(rounded(knee.concurrency)), color, Qt::SolidLine});
        if (knee.high < range.upper)
            lines.push_back({knee.high, {}, color, Qt::DotLine});
    }
    marks()->setMarks(std::move(lines));
}

void ScalingChart::fill()
{
    plot()->xAxis->setLabel(tr("requests in flight"));
    fillRuns();
    fillFit();
    putMarks();
    double most = 0;
    for (const QCPGraph *graph : {m_runs, m_cut, m_means, m_curve}) {
        for (const QCPGraphData &point : *graph->data())
            most = std::max(most, point.value);
    }
    // Where the law says little its band may reach far beyond the points: it is cut off then.
    double top = 0;
    for (const QCPGraphData &point : *m_high->data())
        top = std::max(top, point.value);
    scaleFromZero(plot()->yAxis, most > 0 ? std::max(most, std::min(top, most * 1.3)) : 1, false);
}

void ScalingChart::applyTheme()
{
    PlotChart::applyTheme();
    plot()->xAxis->setLabelFont(smallFont());
    plot()->xAxis->setLabelColor(theme().color(Token::TextMuted));
    plot()->xAxis->setLabelPadding(2);
    const QColor fit = theme().color(Token::SeriesB);
    QColor band = fit;
    band.setAlphaF(kBandAlpha);
    m_high->setPen(Qt::NoPen);
    m_high->setBrush(band);
    m_low->setPen(Qt::NoPen);
    m_curve->setPen(linePen(Token::SeriesB, Qt::DashLine));
    const QPen points(theme().color(Token::SeriesA), 1);
    m_runs->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, points, Qt::NoBrush, kRunSize));
    m_cut->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCross, QPen(theme().color(Token::Failed), 1.5), Qt::NoBrush, kMeanSize));
    m_means->setPen(linePen(Token::SeriesA));
    m_means->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, points.color(), points.color(), kMeanSize));
}

QList<ChartKey> ScalingChart::readoutRows(const Level &level) const
{
    QList<ChartKey> rows {{tr("mean"), rateOr(level, level.ratePerS), linePen(Token::SeriesA), {}, {}},
                          {tr("slowest run"), rateOr(level, level.rateLow), QPen(Qt::NoPen), {}, {}},
                          {tr("fastest run"), rateOr(level, level.rateHigh), QPen(Qt::NoPen), {}, {}}};
    if (result()->usl.valid)
        rows.append({tr("fitted law"),
                     format::rate(result()->usl.best.ratePerS(keyOf(level))),
                     linePen(Token::SeriesB, Qt::DashLine),
                     {},
                     {}});
    if (level.mostInFlight < level.level)
        rows.append({tr("really in flight"), rounded(level.mostInFlight), QPen(Qt::NoPen), {}, {}});
    if (level.cut)
        rows.append({tr("cut short"), {}, QPen(Qt::NoPen), {}, {}});
    return rows;
}

QStringList ScalingChart::tableHeaders() const
{
    return {tr("In flight"), tr("Mean (URLs/s)"), tr("Slowest run"), tr("Fastest run"), tr("Fitted law")};
}

QString ScalingChart::tableCell(int row, int column) const
{
    const Level &level = levels().at(static_cast<std::size_t>(row));
    if (column == 0)
        return rounded(level.level);
    if (column == 4 ? !result()->usl.valid : level.runs == 0)
        return QChar(0x2013);
    const std::array<double, 4> rates {level.ratePerS, level.rateLow, level.rateHigh,
                                       result()->usl.best.ratePerS(keyOf(level))};
    return QLocale().toString(rates.at(static_cast<std::size_t>(column) - 1), 'f', 2);
}

} // namespace crawlscope::gui
