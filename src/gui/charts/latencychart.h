// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/charts/timechart.h"

#include <array>

namespace crawlscope::gui {

class SeriesGraph;

/// Percentiles of the total time a second, on a logarithmic axis; seconds in which no URL ended are gaps. Thread: GUI.
class LatencyChart : public TimeChart
{
    Q_OBJECT
public:
    LatencyChart(const Theme &theme, const RunHistory &history, QWidget *parent = nullptr);
    [[nodiscard]] QStringList tableHeaders() const override;
    [[nodiscard]] QString tableCell(int row, int column) const override;

protected:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString unit() const override;
    [[nodiscard]] QList<ChartKey> legend() const override;
    [[nodiscard]] QString summary() const override;
    void fillGraphs() override;
    void scaleValues() override;
    [[nodiscard]] QList<ChartKey> readoutRows(const Point &point) const override;
    void applyTheme() override;

private:
    [[nodiscard]] ChartKey key(int percentile, const QString &value) const;
    std::array<SeriesGraph *, 3> m_graphs {}; ///< p50, p95, p99
};

} // namespace crawlscope::gui
