// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/charts/clocktext.h"
#include "gui/charts/plotlibrary.h"

#include <optional>
#include <vector>

/// Parts of QCustomPlot made to measure: tickers with our units and layers for marks. Thread: GUI.
namespace crawlscope::gui {

/// Smallest 1, 2 or 5 times a power of ten that is not below `value`; largest not above it.
[[nodiscard]] double niceCeil(double value);
[[nodiscard]] double niceFloor(double value);

class ClockTicker : public QCPAxisTicker
{
protected:
    double getTickStep(const QCPRange &range) override;
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;
};

/// Numbers from 0 up in a given number of equal steps, so that two axes of one chart share their grid lines.
class NumberTicker : public QCPAxisTicker
{
public:
    void setIntervals(int intervals) { m_intervals = intervals < 1 ? 1 : intervals; }

protected:
    double getTickStep(const QCPRange &range) override;
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;

private:
    int m_intervals = 4;
    double m_step = 1;
};

/// Number of steps that suit the height of an axis, and the length of a step (1, 2, 2.5 or 5 times a power of ten;
/// whole numbers only when `whole`) of an axis from 0 that holds `most` in them.
[[nodiscard]] int intervalsFor(int pixels);
[[nodiscard]] double stepFor(double most, int intervals, bool whole);
/// Sets range and ticks of a number axis from 0; returns the number of steps used.
int scaleFromZero(QCPAxis *axis, double most, bool whole, int intervals = 0);

/// Durations at 1, 2, 5, 10, … µs. `exponents`: coordinates are log10 of µs on a linear axis, as bars need it.
/// `axis`: the horizontal axis it serves (its owner); labels are then measured and thinned so that none touches the
/// next, whatever the width and the language. Without it the count of ticks decides.
class DurationTicker : public QCPAxisTicker
{
public:
    static constexpr int kLabelGap = 12; ///< px at least between two labels

    explicit DurationTicker(bool exponents, const QCPAxis *axis = nullptr)
        : m_exponents(exponents)
        , m_axis(axis)
    {
    }

protected:
    double getTickStep(const QCPRange &) override { return 1; }
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;
    QVector<double> createTickVector(double tickStep, const QCPRange &range) override;

private:
    [[nodiscard]] QVector<double> ticksAt(const std::vector<double> &factors, int decades, double lower,
                                          double upper) const;
    [[nodiscard]] bool roomy(const QVector<double> &ticks, double lower, double upper);
    [[nodiscard]] double pixels() const; ///< length of the axis after the next layout
    [[nodiscard]] QVector<double> thinned(const QVector<double> &ticks, double lower, double upper);

    bool m_exponents;
    const QCPAxis *m_axis;
};

/// Vertical lines with a label in the strip above the axes; labels that find no room are left out.
class VerticalMarks : public QCPLayerable
{
    Q_OBJECT
public:
    struct Mark
    {
        double key = 0;
        QString label; ///< may be empty
        QColor color;
        Qt::PenStyle style = Qt::DashLine;
    };
    explicit VerticalMarks(QCPAxisRect *axisRect);
    void setMarks(std::vector<Mark> marks) { m_marks = std::move(marks); } ///< ascending keys
    void setFont(const QFont &font) { m_font = font; }
    [[nodiscard]] int rowsNeeded() const; ///< lines of labels above the axes, 0 … kRows

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

private:
    static constexpr int kRows = 2;
    struct Placed
    {
        const Mark *mark;
        int row; ///< of the label, counted from the axes upwards; -1: no room for one
        double left;
        double width;
    };
    [[nodiscard]] std::vector<Placed> place() const;
    QCPAxisRect *m_axisRect;
    std::vector<Mark> m_marks;
    QFont m_font;
};

/// Line under the pointer, on the layer of its own that is cheap to repaint.
class Crosshair : public QCPLayerable
{
    Q_OBJECT
public:
    explicit Crosshair(QCPAxisRect *axisRect);
    /// True when something changed.
    bool setKey(std::optional<double> key);
    void setColor(const QColor &color) { m_color = color; }

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

private:
    QCPAxisRect *m_axisRect;
    std::optional<double> m_key;
    QColor m_color;
};

} // namespace crawlscope::gui
