// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/charts/chartwidget.h"
#include "gui/theme/theme.h"

#include <optional>

class QCPAxis;
class QCustomPlot;

namespace crawlscope::gui {

class ChartReadout;
class Crosshair;
class VerticalMarks;

/// A chart drawn by QCustomPlot: axes in the theme's colours, marks, crosshair and read-out. Thread: GUI.
class PlotChart : public ChartWidget
{
    Q_OBJECT
public:
    [[nodiscard]] int replotCount() const { return m_replotCount; } ///< all, those by resizing included

protected:
    PlotChart(const Theme &theme, QWidget *parent);
    [[nodiscard]] QCustomPlot *plot() const { return m_plot; }
    [[nodiscard]] VerticalMarks *marks() const { return m_marks; }
    [[nodiscard]] QPen linePen(Token token, Qt::PenStyle style = Qt::SolidLine, double width = 1.5) const;

    void styleAxis(QCPAxis *axis, bool grid) const;
    void replot();
    /// The pointer is at `pos` of the plot: give what the crosshair and the read-out show. False: nothing there.
    virtual bool readoutAt(const QPoint &pos, double *key, QString *title, QList<ChartKey> *rows) const = 0;
    virtual void hoverChanged(std::optional<double> key);
    void setCrosshair(std::optional<double> key);

    void applyTheme() override;
    void renderCanvas(QCPPainter *painter, const QSize &size) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void updateHover();
    void updateTickCounts();

    QCustomPlot *m_plot;
    VerticalMarks *m_marks;
    Crosshair *m_crosshair;
    ChartReadout *m_readout;
    std::optional<QPoint> m_pointer;
    int m_replotCount = 0;
};

} // namespace crawlscope::gui
