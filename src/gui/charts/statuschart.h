// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/charts/timechart.h"

#include <array>

namespace crawlscope::gui {

class SeriesGraph;

/// URLs a second by status class, stacked; each class has colour, pattern and icon. Thread: GUI.
class StatusChart : public TimeChart
{
    Q_OBJECT
public:
    StatusChart(const Theme &theme, const RunHistory &history, QWidget *parent = nullptr);
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
    [[nodiscard]] ChartKey key(int layer, const QString &name, const QString &value) const;
    std::array<SeriesGraph *, 6> m_graphs {}; ///< bottom first; each at the sum of the layers up to it
    std::array<bool, 6> m_seen {}; ///< layers that had a value; the others have no place in the legend
};

} // namespace crawlscope::gui
