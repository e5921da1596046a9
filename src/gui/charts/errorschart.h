// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/statssnapshot.h"
#include "gui/charts/chartwidget.h"

#include <vector>

namespace crawlscope::gui {

/// Failures by kind: a bar each, the most frequent first, at most kMaxBars; the table twin has all. Thread: GUI.
class ErrorsChart : public ChartWidget
{
    Q_OBJECT
public:
    static constexpr int kMaxBars = 8;
    struct Bar
    {
        ErrorId error = ErrorId::None; ///< None: failed by its status alone
        quint64 count = 0;
        bool operator==(const Bar &) const = default;
    };

    explicit ErrorsChart(const Theme &theme, QWidget *parent = nullptr);
    void setSnapshot(const StatsSnapshot &snapshot);
    [[nodiscard]] const std::vector<Bar> &bars() const { return m_bars; } ///< all, descending
    [[nodiscard]] static std::vector<Bar> barsOf(const StatsSnapshot &snapshot); ///< all, descending
    [[nodiscard]] static QString barName(const Bar &bar);

    [[nodiscard]] QStringList tableHeaders() const override;
    [[nodiscard]] int tableRows() const override { return static_cast<int>(m_bars.size()); }
    [[nodiscard]] QString tableCell(int row, int column) const override;
    [[nodiscard]] quint64 tableGeneration() const override { return m_generation; }

protected:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString unit() const override;
    [[nodiscard]] bool hasData() const override { return m_ended > 0; }
    [[nodiscard]] QList<ChartKey> legend() const override;
    [[nodiscard]] QString summary() const override;
    void refresh() override;
    void applyTheme() override;
    void renderCanvas(QCPPainter *painter, const QSize &size) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void paintBars(QPainter *painter, const QSize &size) const;
    void paintBar(QPainter *painter, const Bar &bar, const QRect &rect) const;
    [[nodiscard]] int rowHeight(int height) const;

    std::vector<Bar> m_bars;
    quint64 m_failed = 0;
    quint64 m_ended = 0;
    quint64 m_generation = 0;
};

} // namespace crawlscope::gui
