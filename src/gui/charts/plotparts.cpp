// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/plotparts.h"

#include "gui/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

double niceCeil(double value)
{
    if (!(value > 0))
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= value * (1 - 1e-9))
            return factor * power;
    return 10 * power;
}

double niceFloor(double value)
{
    if (!(value > 0))
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {5.0, 2.0})
        if (factor * power <= value * (1 + 1e-9))
            return factor * power;
    return power;
}

double ClockTicker::getTickStep(const QCPRange &range)
{
    static constexpr std::array<double, 18> kSteps {1,   2,   5,    10,   15,   30,    60,    120,   300,
                                                    600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400};
    const double wanted = range.size() / std::max(1, mTickCount);
    const auto *step = std::find_if(kSteps.begin(), kSteps.end(), [wanted](double s) { return s >= wanted; });
    return step == kSteps.end() ? std::ceil(wanted / 86'400) * 86'400 : *step;
}

QString ClockTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    return clockText(tick);
}

double NumberTicker::getTickStep(const QCPRange &range)
{
    m_step = range.size() / m_intervals;
    return m_step;
}

QString NumberTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    const QLocale locale;
    const auto places = [](double step) {
        int digits = 0;
        for (; digits < 3 && std::abs(step - std::round(step)) > 1e-9; ++digits)
            step *= 10;
        return digits;
    };
    if (std::abs(tick) >= 10'000)
        return QCoreApplication::translate("Chart", "%1 k")
            .arg(locale.toString(tick / 1'000, 'f', places(m_step / 1'000)));
    return locale.toString(tick, 'f', places(m_step));
}

QString DurationTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    const auto micros = static_cast<qint64>(std::llround(m_exponents ? std::pow(10.0, tick) : tick));
    const QLocale locale;
    if (micros >= 1'000'000)
        return QCoreApplication::translate("Chart", "%1 s").arg(locale.toString(micros / 1'000'000));
    if (micros >= 1'000)
        return QCoreApplication::translate("Chart", "%1 ms").arg(locale.toString(micros / 1'000));
    return QCoreApplication::translate("Chart", "%1 µs").arg(locale.toString(micros));
}

int intervalsFor(int pixels)
{
    return std::clamp(pixels / 42, 2, 5);
}

double stepFor(double most, int intervals, bool whole)
{
    const double wanted = std::max(most, 1e-6) / intervals;
    const double power = std::pow(10.0, std::floor(std::log10(wanted)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        const double step = factor * power;
        if (step >= wanted * (1 - 1e-9) && (!whole || std::abs(step - std::round(step)) < 1e-9))
            return step;
    }
    return std::max(1.0, std::ceil(wanted));
}

int scaleFromZero(QCPAxis *axis, double most, bool whole, int intervals)
{
    const double room = most * 1.04;
    const bool free = intervals == 0;
    if (free)
        intervals = intervalsFor(axis->axisRect()->height());
    const double step = stepFor(room, intervals, whole);
    if (free)
        intervals = std::max(1, static_cast<int>(std::ceil(room / step - 1e-9)));
    axis->ticker().staticCast<NumberTicker>()->setIntervals(intervals);
    axis->setRange(0, step * intervals);
    return intervals;
}

QVector<double> DurationTicker::ticksAt(const std::vector<double> &factors, int decades, double lower,
                                        double upper) const
{
    QVector<double> out;
    for (int power = static_cast<int>(std::floor(lower)); power <= static_cast<int>(std::ceil(upper)); ++power) {
        if (power % decades != 0)
            continue;
        for (const double factor : factors) {
            const double at = power + std::log10(factor);
            if (at >= lower - 1e-6 && at <= upper + 1e-6)
                out.append(m_exponents ? at : factor * std::pow(10.0, power)); // exact, or an edge is lost
        }
    }
    return out;
}

double DurationTicker::pixels() const
{
    // Ticks are made before the layout, when the axes still have their size of before: after a resize only the
    // viewport is right. The margins hardly ever change.
    const QMargins now = m_axis->axisRect()->margins();
    const QMargins least = m_axis->axisRect()->minimumMargins();
    return std::max(1,
                    m_axis->parentPlot()->viewport().width() - std::max(now.left(), least.left())
                        - std::max(now.right(), least.right()));
}

bool DurationTicker::roomy(const QVector<double> &ticks, double lower, double upper)
{
    if (m_axis != nullptr)
        return ticks.size() >= 2 && thinned(ticks, lower, upper).size() == ticks.size();
    // The finest steps whose labels keep their distance; they are shorter than the count of ticks allows for.
    const double least = (upper - lower) / (1.3 * std::max(1, mTickCount));
    for (qsizetype i = 1; i < ticks.size(); ++i) {
        const double gap = m_exponents ? ticks[i] - ticks[i - 1] : std::log10(ticks[i] / ticks[i - 1]);
        if (gap < least)
            return false;
    }
    return ticks.size() >= 2;
}

QVector<double> DurationTicker::thinned(const QVector<double> &ticks, double lower, double upper)
{
    const QFontMetricsF metrics(m_axis->tickLabelFont());
    const double unit = pixels() / std::max(1e-9, upper - lower);
    QVector<double> kept;
    double end = 0;
    for (const double tick : ticks) {
        const double centre = ((m_exponents ? tick : std::log10(tick)) - lower) * unit;
        const double half = metrics.horizontalAdvance(getTickLabel(tick, {}, {}, 0)) / 2;
        if (!kept.isEmpty() && centre - half < end + kLabelGap)
            continue;
        kept.append(tick);
        end = centre + half;
    }
    return kept;
}

QVector<double> DurationTicker::createTickVector(double, const QCPRange &range)
{
    const double lower = m_exponents ? range.lower : std::log10(std::max(1e-3, range.lower));
    const double upper = m_exponents ? range.upper : std::log10(std::max(1e-3, range.upper));
    for (const std::vector<double> &factors : {std::vector<double> {1, 2, 5}, {1, 3}, {1}}) {
        const QVector<double> out = ticksAt(factors, 1, lower, upper);
        if (roomy(out, lower, upper))
            return out;
    }
    QVector<double> few = ticksAt({1}, upper - lower > 3 ? 2 : 1, lower, upper);
    if (few.isEmpty())
        few = ticksAt({1, 3}, 1, lower, upper);
    if (m_axis == nullptr)
        return few;
    if (few.isEmpty())
        few = ticksAt({1, 2, 5}, 1, lower, upper);
    return thinned(few, lower, upper);
}

VerticalMarks::VerticalMarks(QCPAxisRect *axisRect)
    : QCPLayerable(axisRect->parentPlot(), u"main"_s)
    , m_axisRect(axisRect)
{
}

void VerticalMarks::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(false);
}

void VerticalMarks::draw(QCPPainter *painter)
{
    const QCPAxis *axis = m_axisRect->axis(QCPAxis::atBottom);
    const double top = m_axisRect->top();
    for (const Placed &placed : place()) {
        const Mark &mark = *placed.mark;
        const double x = std::round(axis->coordToPixel(mark.key)) + 0.5;
        painter->setPen(QPen(mark.color, 1, mark.style));
        painter->drawLine(QLineF(x, top, x, m_axisRect->bottom()));
        painter->setPen(Qt::NoPen);
        painter->setBrush(mark.color);
        painter->drawPolygon(QPolygonF({QPointF(x - 3.5, top - 4), QPointF(x + 3.5, top - 4), QPointF(x, top)}));
        if (placed.row < 0)
            continue;
        const int height = QFontMetrics(m_font).height();
        const double baseTop = top - (placed.row + 1) * height - 1;
        painter->setPen(QPen(mark.color, 1));
        if (placed.row > 0)
            painter->drawLine(QLineF(x, baseTop + 2, x, top - 4));
        painter->setFont(m_font);
        painter->drawText(QRectF(placed.left, baseTop, placed.width + 2, height), Qt::AlignVCenter, mark.label);
    }
}

std::vector<VerticalMarks::Placed> VerticalMarks::place() const
{
    const QCPAxis *axis = m_axisRect->axis(QCPAxis::atBottom);
    const QFontMetrics metrics(m_font);
    std::vector<Placed> all;
    // From the newest back: it gets its label first. A label must end before the next label of its row; in the lower
    // row before the next mark, too, whose line would cross it.
    std::array<double, kRows> limits {};
    limits.fill(m_axisRect->right() + 1);
    for (auto mark = m_marks.rbegin(); mark != m_marks.rend(); ++mark) {
        if (!axis->range().contains(mark->key))
            continue;
        const double x = axis->coordToPixel(mark->key);
        Placed placed {&*mark, -1, x + 5, static_cast<double>(metrics.horizontalAdvance(mark->label))};
        for (int row = 0; !mark->label.isEmpty() && row < kRows && placed.row < 0; ++row)
            if (placed.left + placed.width <= limits.at(static_cast<std::size_t>(row)))
                placed.row = row;
        if (placed.row < 0 && !mark->label.isEmpty() && x - 5 - placed.width > m_axisRect->left()
            && limits.back() >= x) {
            placed.row = kRows - 1; // no room before the right edge: to the left, above the lines of older marks
            placed.left = x - 5 - placed.width;
        }
        limits.front() = std::min(limits.front(), x - 6);
        if (placed.row > 0)
            limits.back() = std::min(placed.left, x) - 6;
        all.push_back(placed);
    }
    return all;
}

int VerticalMarks::rowsNeeded() const
{
    int rows = 0;
    for (const Placed &placed : place())
        rows = std::max(rows, placed.row + 1);
    return rows;
}

Crosshair::Crosshair(QCPAxisRect *axisRect)
    : QCPLayerable(axisRect->parentPlot(), u"overlay"_s)
    , m_axisRect(axisRect)
{
}

bool Crosshair::setKey(std::optional<double> key)
{
    const bool changed = m_key != key;
    m_key = key;
    return changed;
}

void Crosshair::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(false);
}

void Crosshair::draw(QCPPainter *painter)
{
    const QCPAxis *axis = m_axisRect->axis(QCPAxis::atBottom);
    if (!m_key || !axis->range().contains(*m_key))
        return;
    const double x = std::round(axis->coordToPixel(*m_key)) + 0.5;
    painter->setPen(QPen(m_color, 1, Qt::SolidLine));
    painter->drawLine(QLineF(x, m_axisRect->top(), x, m_axisRect->bottom()));
}

} // namespace crawlscope::gui
