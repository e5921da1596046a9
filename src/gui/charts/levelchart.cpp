// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/levelchart.h"

#include "gui/charts/plotparts.h"
#include "gui/format.h"

#include <algorithm>
#include <cmath>

namespace crawlscope::gui {

/// Ticks at the levels tried. Where labels would touch, every other one is left out, the first and the last stay.
class LevelTicker : public QCPAxisTicker
{
public:
    explicit LevelTicker(const QCPAxis *axis)
        : m_axis(axis)
    {
    }
    void setKeys(QVector<double> keys) { m_keys = std::move(keys); } ///< ascending

protected:
    double getTickStep(const QCPRange &) override { return 1; }
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale &, QChar, int) override
    {
        return format::number(static_cast<quint64>(std::llround(tick)));
    }
    QVector<double> createTickVector(double, const QCPRange &range) override
    {
        // Ticks are made before the layout, see DurationTicker::pixels().
        const QMargins margins = m_axis->axisRect()->margins();
        const double pixels = std::max(1, m_axis->parentPlot()->viewport().width() - margins.left() - margins.right());
        const double unit = pixels / std::max(1e-9, std::log(range.upper / range.lower));
        const QFontMetricsF metrics(m_axis->tickLabelFont());
        const auto left = [&](double key) {
            return std::log(key / range.lower) * unit - metrics.horizontalAdvance(getTickLabel(key, {}, {}, 0)) / 2;
        };
        const auto right = [&](double key) { return 2 * std::log(key / range.lower) * unit - left(key); };
        QVector<double> kept;
        for (const double key : m_keys) {
            if (kept.isEmpty() || left(key) >= right(kept.constLast()) + DurationTicker::kLabelGap) {
                kept.append(key);
            } else if (key == m_keys.constLast() && kept.size() > 1) {
                // Room for the last one: what it would touch goes.
                while (kept.size() > 1 && left(key) < right(kept.constLast()) + DurationTicker::kLabelGap)
                    kept.removeLast();
                kept.append(key);
            }
        }
        return kept;
    }

private:
    const QCPAxis *m_axis;
    QVector<double> m_keys;
};

LevelChart::LevelChart(const Theme &theme, QWidget *parent)
    : PlotChart(theme, parent)
    , m_ticker(QSharedPointer<LevelTicker>::create(plot()->xAxis))
{
    plot()->xAxis->setScaleType(QCPAxis::stLogarithmic);
    plot()->xAxis->setTicker(m_ticker);
}

const std::vector<LevelChart::Level> &LevelChart::levels() const
{
    static const std::vector<Level> none;
    return m_result ? m_result->levels : none;
}

void LevelChart::setResult(std::shared_ptr<const SweepResult> result)
{
    m_result = std::move(result);
    ++m_generation;
    dataChanged();
}

void LevelChart::refresh()
{
    QVector<double> keys;
    for (const Level &level : levels())
        keys.append(keyOf(level));
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    m_ticker->setKeys(keys);
    const double lower = keys.isEmpty() ? 1 : keys.constFirst();
    const double upper = keys.isEmpty() ? 100 : keys.constLast();
    const double pad = std::max(1.12, std::pow(upper / lower, 0.04));
    plot()->xAxis->setRange(lower / pad, upper * pad);
    fill();
    replot();
}

bool LevelChart::readoutAt(const QPoint &pos, double *key, QString *title, QList<ChartKey> *rows) const
{
    const QCPAxis *axis = plot()->xAxis;
    const auto distance = [&](const Level &level) { return std::abs(axis->coordToPixel(keyOf(level)) - pos.x()); };
    const auto nearest = std::min_element(levels().begin(), levels().end(),
                                          [&](const Level &a, const Level &b) { return distance(a) < distance(b); });
    if (nearest == levels().end())
        return false;
    *key = keyOf(*nearest);
    *title = tr("%Ln in flight", nullptr, nearest->level);
    *rows = readoutRows(*nearest);
    return true;
}

} // namespace crawlscope::gui
