// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/latencyhistogram.h"
#include "gui/charts/plotchart.h"

#include <memory>
#include <vector>

class QCPBars;

namespace crawlscope::gui {

/// How often which total time occurred, on a logarithmic axis, with p50, p95 and p99 of the run. Thread: GUI.
class HistogramChart : public PlotChart
{
    Q_OBJECT
public:
    static constexpr int kBars = 40;

    explicit HistogramChart(const Theme &theme, QWidget *parent = nullptr);
    void setLatency(std::shared_ptr<const LatencyHistogram> latency); ///< may be null: no data

    [[nodiscard]] QStringList tableHeaders() const override;
    [[nodiscard]] int tableRows() const override { return static_cast<int>(m_bars.size()); }
    [[nodiscard]] QString tableCell(int row, int column) const override;
    [[nodiscard]] quint64 tableGeneration() const override { return m_generation; }

protected:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString unit() const override;
    [[nodiscard]] bool hasData() const override { return m_latency && m_latency->count() > 0; }
    [[nodiscard]] QList<ChartKey> legend() const override;
    [[nodiscard]] QString summary() const override;
    void refresh() override;
    void applyTheme() override;
    bool readoutAt(const QPoint &pos, double *key, QString *title, QList<ChartKey> *rows) const override;

private:
    [[nodiscard]] QString share(const LatencyHistogram::Bar &bar) const;

    std::shared_ptr<const LatencyHistogram> m_latency;
    std::vector<LatencyHistogram::Bar> m_bars;
    QCPBars *m_plottable;
    quint64 m_generation = 0;
};

} // namespace crawlscope::gui
