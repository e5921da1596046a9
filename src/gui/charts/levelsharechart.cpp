// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/levelsharechart.h"

#include "gui/charts/plotparts.h"
#include "gui/format.h"
#include "gui/theme/theme.h"

namespace crawlscope::gui {

namespace {
    constexpr double kPointSize = 5; // px
    constexpr double kPercent = 100;
} // namespace

LevelShareChart::LevelShareChart(const Theme &theme, QWidget *parent)
    : LevelChart(theme, parent)
    , m_failures(plot()->addGraph())
    , m_waiting(plot()->addGraph())
{
    plot()->yAxis->setTicker(QSharedPointer<NumberTicker>::create());
    init();
}

QString LevelShareChart::title() const
{
    return tr("Failures and waiting");
}

QString LevelShareChart::unit() const
{
    return tr("%", "unit of an axis");
}

QList<ChartKey> LevelShareChart::keysOf(const QString &failures, const QString &waiting) const
{
    return {{tr("failed"), failures, m_failures->pen(), {}, {}},
            {tr("waiting for the server"), waiting, m_waiting->pen(), {}, {}}};
}

QList<ChartKey> LevelShareChart::legend() const
{
    return keysOf({}, {});
}

QList<ChartKey> LevelShareChart::readoutRows(const Level &level) const
{
    return keysOf(format::percent(level.failureShare), format::percent(level.waitShare));
}

QString LevelShareChart::summary() const
{
    const Level &first = levels().front();
    const Level &last = levels().back();
    return tr("With %1 in flight %2 failed and %3 of the time was waiting; with %4 in flight %5 and %6.")
        .arg(format::number(static_cast<quint64>(first.level)), format::percent(first.failureShare),
             format::percent(first.waitShare), format::number(static_cast<quint64>(last.level)),
             format::percent(last.failureShare), format::percent(last.waitShare));
}

void LevelShareChart::fill()
{
    QVector<QCPGraphData> failures;
    QVector<QCPGraphData> waiting;
    for (const Level &level : levels()) {
        failures.append({keyOf(level), level.failureShare * kPercent});
        waiting.append({keyOf(level), level.waitShare * kPercent});
    }
    m_failures->data()->set(failures, true);
    m_waiting->data()->set(waiting, true);
    scaleFromZero(plot()->yAxis, kPercent / 1.04, true); // up to 100 and no further
}

void LevelShareChart::applyTheme()
{
    LevelChart::applyTheme();
    const auto style = [this](QCPGraph *graph, Token token, Qt::PenStyle line, QCPScatterStyle::ScatterShape shape) {
        const QColor color = theme().color(token);
        graph->setPen(linePen(token, line));
        graph->setScatterStyle(QCPScatterStyle(shape, color, color, kPointSize));
    };
    style(m_failures, Token::Failed, Qt::SolidLine, QCPScatterStyle::ssSquare);
    style(m_waiting, Token::PhaseWait, Qt::DashLine, QCPScatterStyle::ssDisc);
}

QStringList LevelShareChart::tableHeaders() const
{
    return {tr("In flight"), tr("Failed"), tr("Waiting for the server")};
}

QString LevelShareChart::tableCell(int row, int column) const
{
    const Level &level = levels().at(static_cast<std::size_t>(row));
    if (column == 0)
        return format::number(static_cast<quint64>(level.level));
    return format::percent(column == 1 ? level.failureShare : level.waitShare);
}

} // namespace crawlscope::gui
