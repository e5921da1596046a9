// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/sweepresult.h"
#include "gui/charts/plotchart.h"

#include <memory>

namespace crawlscope::gui {

class LevelTicker;

/// A chart of a sweep: figures against requests in flight, on a logarithmic axis whose labels are the levels tried.
/// Thread: GUI.
class LevelChart : public PlotChart
{
    Q_OBJECT
public:
    using Level = SweepResult::Level;

    void setResult(std::shared_ptr<const SweepResult> result); ///< null: none

    [[nodiscard]] int tableRows() const override { return static_cast<int>(levels().size()); }
    [[nodiscard]] quint64 tableGeneration() const override { return m_generation; }

protected:
    LevelChart(const Theme &theme, QWidget *parent);
    [[nodiscard]] const SweepResult *result() const { return m_result.get(); }
    [[nodiscard]] const std::vector<Level> &levels() const;
    [[nodiscard]] bool hasData() const override { return !levels().empty(); }
    void refresh() override;
    bool readoutAt(const QPoint &pos, double *key, QString *title, QList<ChartKey> *rows) const override;

    /// Where a level stands on the axis; at least 1.
    [[nodiscard]] virtual double keyOf(const Level &level) const { return level.level; }
    virtual void fill() = 0; ///< graphs, marks and the range of the values
    [[nodiscard]] virtual QList<ChartKey> readoutRows(const Level &level) const = 0;

private:
    std::shared_ptr<const SweepResult> m_result;
    QSharedPointer<LevelTicker> m_ticker;
    quint64 m_generation = 0;
};

} // namespace crawlscope::gui
