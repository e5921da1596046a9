// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/charts/timechart.h"

namespace crawlscope::gui {

class SeriesGraph;

/// URLs a second on the left axis, requests in flight and their limit on the right one; moves of the sliders are
/// marked. Thread: GUI.
class RateChart : public TimeChart
{
    Q_OBJECT
public:
    RateChart(const Theme &theme, const RunHistory &history, QWidget *parent = nullptr);
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
    [[nodiscard]] bool labelsMarks() const override { return true; }
    void applyTheme() override;

private:
    SeriesGraph *m_rate;
    SeriesGraph *m_inFlight;
    SeriesGraph *m_limit;
};

} // namespace crawlscope::gui
