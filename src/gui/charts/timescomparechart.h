// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/latencyhistogram.h"
#include "gui/charts/plotchart.h"

#include <memory>
#include <vector>

namespace crawlscope::gui {

class SeriesGraph;

/// How often which total time occurred before and after, two outlines over the same bars on a logarithmic axis, with
/// the medians. The outlines differ by line, hatching and colour. Thread: GUI.
class TimesCompareChart : public PlotChart
{
    Q_OBJECT
public:
    static constexpr int kBars = 48;

    explicit TimesCompareChart(const Theme &theme, QWidget *parent = nullptr);
    /// Null histograms: there is nothing to show, and `why` says so. `scope`: whose times; empty: of all URLs.
    void setTimes(const QString &scope, std::shared_ptr<const LatencyHistogram> before,
                  std::shared_ptr<const LatencyHistogram> after, const QString &why = {});
    [[nodiscard]] const std::vector<LatencyHistogram::Bar> &bars(bool after) const
    {
        return after ? m_after : m_before;
    }

    [[nodiscard]] QStringList tableHeaders() const override;
    [[nodiscard]] int tableRows() const override { return static_cast<int>(m_before.size()); }
    [[nodiscard]] QString tableCell(int row, int column) const override;
    [[nodiscard]] quint64 tableGeneration() const override { return m_generation; }

protected:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString unit() const override;
    [[nodiscard]] QString emptyText() const override;
    [[nodiscard]] bool hasData() const override { return !m_before.empty(); }
    [[nodiscard]] QList<ChartKey> legend() const override;
    [[nodiscard]] QString summary() const override;
    void refresh() override;
    void applyTheme() override;
    bool readoutAt(const QPoint &pos, double *key, QString *title, QList<ChartKey> *rows) const override;

private:
    struct Side
    {
        Token token;
        Qt::PenStyle line;
        Qt::BrushStyle hatching;
    };
    static constexpr Side kBefore {Token::SeriesB, Qt::DashLine, Qt::FDiagPattern};
    static constexpr Side kAfter {Token::SeriesA, Qt::SolidLine, Qt::BDiagPattern};
    void draw(SeriesGraph *graph, const std::vector<LatencyHistogram::Bar> &bars, double pad);
    void style(SeriesGraph *graph, const Side &side);
    [[nodiscard]] ChartKey key(const Side &side, const QString &name, const QString &value) const;

    QString m_scope;
    QString m_why;
    std::shared_ptr<const LatencyHistogram> m_timesBefore;
    std::shared_ptr<const LatencyHistogram> m_timesAfter;
    std::vector<LatencyHistogram::Bar> m_before; ///< both have the same bars
    std::vector<LatencyHistogram::Bar> m_after;
    SeriesGraph *m_beforeGraph;
    SeriesGraph *m_afterGraph;
    quint64 m_generation = 0;
};

} // namespace crawlscope::gui
