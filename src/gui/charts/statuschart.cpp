// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/statuschart.h"

#include "gui/charts/plotparts.h"
#include "gui/charts/seriesgraph.h"
#include "gui/format.h"
#include "gui/texts.h"
#include "gui/theme/theme.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

namespace {

    struct Layer
    {
        StatusClass statusClass;
        QLatin1StringView name; ///< short; empty: "failed"
        Token token;
        Qt::BrushStyle pattern;
        QLatin1StringView icon;
    };

    constexpr std::array<Layer, 6> kLayers {{
        {StatusClass::Success, "2xx"_L1, Token::Success, Qt::SolidPattern, "check"_L1},
        {StatusClass::Redirect, "3xx"_L1, Token::Redirect, Qt::BDiagPattern, "arrow-forward-up"_L1},
        {StatusClass::Informational, "1xx"_L1, Token::Info, Qt::Dense6Pattern, "info-circle"_L1},
        {StatusClass::ClientError, "4xx"_L1, Token::ClientError, Qt::FDiagPattern, "alert-triangle"_L1},
        {StatusClass::ServerError, "5xx"_L1, Token::ServerError, Qt::DiagCrossPattern, "x"_L1},
        {StatusClass::None, ""_L1, Token::Failed, Qt::HorPattern, "circle-x"_L1},
    }};

    quint32 valueOf(const TimePoint &point, std::size_t layer)
    {
        return point.statusClasses.at(static_cast<std::size_t>(kLayers.at(layer).statusClass));
    }

} // namespace

StatusChart::StatusChart(const Theme &theme, const RunHistory &history, QWidget *parent)
    : TimeChart(theme, history, parent)
{
    plot()->yAxis->setTicker(QSharedPointer<NumberTicker>::create());
    for (std::size_t i = 0; i < m_graphs.size(); ++i) {
        m_graphs.at(i) = new SeriesGraph(plot()->xAxis, plot()->yAxis);
        if (i > 0)
            m_graphs.at(i)->setBelow(m_graphs.at(i - 1));
    }
    init();
}

QString StatusChart::title() const
{
    return tr("Answers by status");
}

QString StatusChart::unit() const
{
    return tr("URLs/s");
}

ChartKey StatusChart::key(int layer, const QString &name, const QString &value) const
{
    const auto i = static_cast<std::size_t>(layer);
    const Layer &l = kLayers.at(i);
    return {name, value, m_graphs.at(i)->pen(), m_graphs.at(i)->brush(), theme().icon(l.icon, l.token)};
}

QList<ChartKey> StatusChart::legend() const
{
    QList<ChartKey> keys;
    for (int i = 0; i < static_cast<int>(kLayers.size()); ++i) {
        const auto layer = static_cast<std::size_t>(i);
        if (m_seen.at(layer))
            keys.append(
                key(i, kLayers.at(layer).name.isEmpty() ? tr("no answer") : QString(kLayers.at(layer).name), {}));
    }
    return keys;
}

QList<ChartKey> StatusChart::readoutRows(const Point &point) const
{
    QList<ChartKey> keys;
    // Top layer first, as in the picture.
    for (int i = static_cast<int>(kLayers.size()) - 1; i >= 0; --i) {
        const auto layer = static_cast<std::size_t>(i);
        if (m_seen.at(layer))
            keys.append(
                key(i, texts::statusClass(kLayers.at(layer).statusClass), format::number(valueOf(point, layer))));
    }
    return keys;
}

QString StatusChart::summary() const
{
    const Point &last = points().back();
    QStringList parts;
    for (std::size_t i = 0; i < kLayers.size(); ++i)
        if (valueOf(last, i) > 0)
            parts.append(
                tr("%1: %2").arg(texts::statusClass(kLayers.at(i).statusClass), format::number(valueOf(last, i))));
    if (parts.isEmpty())
        return tr("No URL ended in the last second.");
    return tr("In the last second %1; answers are %2.").arg(parts.join(tr(", ")), trend([](const Point &p) {
                                                                return p.perSecond(p.ended);
                                                            }));
}

void StatusChart::fillGraphs()
{
    std::array<QVector<QCPGraphData>, 6> values;
    for (auto &list : values)
        list.reserve(static_cast<qsizetype>(shown().size()));
    m_seen = {}; // over the whole run, so that the legend does not change with the view
    for (const Point &point : points())
        for (std::size_t i = 0; i < kLayers.size(); ++i)
            m_seen.at(i) = m_seen.at(i) || valueOf(point, i) > 0;
    const auto add = [&](double at, const Point &point) {
        double sum = 0;
        for (std::size_t i = 0; i < kLayers.size(); ++i) {
            sum += point.perSecond(valueOf(point, i));
            values.at(i).append({at, sum});
        }
    };
    if (!shown().empty())
        add(startOf(shown().front()), shown().front());
    for (const Point &point : shown())
        add(secondsOf(point), point);
    for (std::size_t i = 0; i < m_graphs.size(); ++i) {
        m_graphs.at(i)->data()->set(values.at(i), true);
        m_graphs.at(i)->setVisible(m_seen.at(i));
    }
}

void StatusChart::scaleValues()
{
    double most = 1;
    for (const Point &point : shown()) {
        double sum = 0;
        for (const quint32 count : point.statusClasses)
            sum += count;
        most = std::max(most, point.perSecond(sum));
    }
    scaleFromZero(plot()->yAxis, most, false);
}

void StatusChart::applyTheme()
{
    TimeChart::applyTheme();
    for (std::size_t i = 0; i < m_graphs.size(); ++i) {
        const Layer &layer = kLayers.at(i);
        m_graphs.at(i)->setPen(linePen(layer.token, Qt::SolidLine, 1.2));
        m_graphs.at(i)->setBrush(
            patternBrush(theme().color(layer.token), layer.pattern, theme().color(Token::Surface)));
    }
}

QStringList StatusChart::tableHeaders() const
{
    QStringList headers {tr("Time")};
    for (const Layer &layer : kLayers)
        headers.append(texts::statusClass(layer.statusClass));
    return headers;
}

QString StatusChart::tableCell(int row, int column) const
{
    const Point &point = points().at(static_cast<std::size_t>(row));
    return column == 0 ? clockText(secondsOf(point))
                       : format::number(valueOf(point, static_cast<std::size_t>(column - 1)));
}

} // namespace crawlscope::gui
