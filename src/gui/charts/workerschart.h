// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/charts/plotchart.h"
#include "gui/charts/workerload.h"

class QCPBars;

namespace crawlscope::gui {

/// How busy each thread of the analysis was in the last seconds, a bar each, with the CPU time of a page. Thread: GUI.
class WorkersChart : public PlotChart
{
    Q_OBJECT
public:
    WorkersChart(const Theme &theme, const WorkerLoad &load, QWidget *parent = nullptr);

    [[nodiscard]] QStringList tableHeaders() const override;
    [[nodiscard]] int tableRows() const override { return static_cast<int>(m_load.workers().size()); }
    [[nodiscard]] QString tableCell(int row, int column) const override;
    [[nodiscard]] quint64 tableGeneration() const override { return m_generation; }

protected:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString unit() const override;
    [[nodiscard]] bool hasData() const override { return !m_load.workers().empty(); }
    [[nodiscard]] QList<ChartKey> legend() const override { return {}; }
    [[nodiscard]] QString summary() const override;
    void refresh() override;
    void applyTheme() override;
    bool readoutAt(const QPoint &pos, double *key, QString *title, QList<ChartKey> *rows) const override;

private:
    const WorkerLoad &m_load;
    QCPBars *m_plottable;
    quint64 m_generation = 0;
};

} // namespace crawlscope::gui
