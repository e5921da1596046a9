// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/charts/loophistory.h"
#include "gui/charts/plotchart.h"

namespace crawlscope::gui {

class SeriesGraph;

/// One gauge of the program over its last five minutes. The history must outlive it. Thread: GUI.
class LoopChart : public PlotChart
{
    Q_OBJECT
public:
    LoopChart(const Theme &theme, const LoopHistory &history, LoopGauge gauge, QWidget *parent = nullptr);

    [[nodiscard]] static QString gaugeTitle(LoopGauge gauge);
    [[nodiscard]] static QString gaugeText(LoopGauge gauge, double value); ///< with its unit; NaN: "–"
    [[nodiscard]] QStringList tableHeaders() const override;
    [[nodiscard]] int tableRows() const override;
    [[nodiscard]] QString tableCell(int row, int column) const override;
    [[nodiscard]] quint64 tableGeneration() const override;

protected:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString unit() const override;
    [[nodiscard]] bool hasData() const override;
    [[nodiscard]] QList<ChartKey> legend() const override;
    [[nodiscard]] QString summary() const override;
    void refresh() override;
    void applyTheme() override;
    bool readoutAt(const QPoint &pos, double *key, QString *title, QList<ChartKey> *rows) const override;

private:
    [[nodiscard]] double scale() const; ///< µs to ms, bytes to MB
    const LoopHistory &m_history;
    LoopGauge m_gauge;
    SeriesGraph *m_graph;
};

} // namespace crawlscope::gui
