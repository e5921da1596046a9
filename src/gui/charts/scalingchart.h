// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/charts/levelchart.h"

class QCPGraph;

namespace crawlscope::gui {

/// URLs a second against requests in flight: each run, the mean of a level, and, when the sweep has ended, the fitted
/// law with its band and the knee with its interval. Thread: GUI.
class ScalingChart : public LevelChart
{
    Q_OBJECT
public:
    explicit ScalingChart(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QStringList tableHeaders() const override;
    [[nodiscard]] QString tableCell(int row, int column) const override;

protected:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString unit() const override;
    [[nodiscard]] QList<ChartKey> legend() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QList<ChartKey> readoutRows(const Level &level) const override;
    /// As in the fits: what was really in flight, where the sample had fewer URLs than the level.
    [[nodiscard]] double keyOf(const Level &level) const override;
    void fill() override;
    void applyTheme() override;

private:
    void fillRuns();
    void fillFit();
    void putMarks();
    [[nodiscard]] QIcon runIcon() const;

    QCPGraph *m_low; ///< of the band
    QCPGraph *m_high;
    QCPGraph *m_curve;
    QCPGraph *m_runs;
    QCPGraph *m_cut; ///< runs that were cut short
    QCPGraph *m_means;
};

} // namespace crawlscope::gui
