// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/schedulesimulator.h"
#include "gui/charts/chartwidget.h"
#include "gui/theme/theme.h"

#include <memory>
#include <optional>

class QScrollBar;

namespace crawlscope::gui {

class ChartReadout;

/// A predicted run: requests in flight over time, and below it, on the same axis, a row a host from its first request
/// to its last answer, as high as the share of its most requests in flight; the host that ends last first, at most
/// SchedulePrediction::kTimelines. The table twin has all hosts. Thread: GUI.
class HostTimelineChart : public ChartWidget
{
    Q_OBJECT
public:
    explicit HostTimelineChart(const Theme &theme, QWidget *parent = nullptr);

    void setPrediction(std::shared_ptr<const SchedulePrediction> prediction); ///< null: no data
    [[nodiscard]] int rows() const; ///< hosts drawn
    [[nodiscard]] int current() const { return m_current; } ///< -1: none
    [[nodiscard]] QRect barRect(int row) const; ///< on the canvas; may be scrolled out of view
    [[nodiscard]] QScrollBar *scrollBar() const { return m_scroll; }

    [[nodiscard]] QStringList tableHeaders() const override;
    [[nodiscard]] int tableRows() const override;
    [[nodiscard]] QString tableCell(int row, int column) const override;
    [[nodiscard]] quint64 tableGeneration() const override { return m_generation; }

protected:
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString unit() const override;
    [[nodiscard]] bool hasData() const override;
    [[nodiscard]] QList<ChartKey> legend() const override;
    [[nodiscard]] QString summary() const override;
    void refresh() override;
    void applyTheme() override;
    void renderCanvas(QCPPainter *painter, const QSize &size) const override;
    [[nodiscard]] QSize pictureSize() const override;
    void tableMade(QTableView *table) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Frame
    {
        QFont font;
        int gutter = 0;
        int width = 0; ///< of the time axis
        int rowHeight = 1;
        double span = 1;
        QRect total; ///< the chart of all hosts
        QRect axis;
        QRect list; ///< rows that are in view
        [[nodiscard]] double x(double micros) const { return gutter + micros / span * width; }
        [[nodiscard]] double micros(double x) const { return (x - gutter) * span / width; }
    };
    [[nodiscard]] Frame frameFor(const QSize &size, bool picture) const;
    void paint(QPainter *painter, const QSize &size, bool picture) const;
    void paintTotal(QPainter *painter, const Frame &frame) const;
    void paintAxis(QPainter *painter, const Frame &frame) const;
    void paintHost(QPainter *painter, const Frame &frame, int row, const QRect &line, bool isCurrent) const;
    void layOut();
    [[nodiscard]] int rowAt(const QPoint &position) const;
    [[nodiscard]] const SchedulePrediction::Host &host(int row) const;
    [[nodiscard]] QString hostText(int row) const; ///< in words
    [[nodiscard]] std::optional<std::size_t> bucketAt(int x) const;
    bool keyPressed(int key);
    void setCurrent(int row);
    void showReadout();

    std::shared_ptr<const SchedulePrediction> m_prediction;
    quint64 m_generation = 0;
    int m_current = -1;
    std::optional<QPoint> m_pointer;
    QScrollBar *m_scroll;
    ChartReadout *m_readout;
};

} // namespace crawlscope::gui
