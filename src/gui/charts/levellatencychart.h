// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/charts/levelchart.h"

#include <array>

class QCPGraph;

namespace crawlscope::gui {

/// Percentiles of the total time against requests in flight, both axes logarithmic. Thread: GUI.
class LevelLatencyChart : public LevelChart
{
    Q_OBJECT
public:
    explicit LevelLatencyChart(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QStringList tableHeaders() const override;
    [[nodiscard]] QString tableCell(int row, int column) const override;

protected:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString unit() const override;
    [[nodiscard]] QList<ChartKey> legend() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QList<ChartKey> readoutRows(const Level &level) const override;
    void fill() override;
    void applyTheme() override;

private:
    [[nodiscard]] QList<ChartKey> keysOf(const Level *level) const;

    std::array<QCPGraph *, 3> m_graphs {}; ///< p50, p95, p99
};

} // namespace crawlscope::gui
