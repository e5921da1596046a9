// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/charts/plotchart.h"
#include "gui/charts/runhistory.h"

#include <algorithm>
#include <functional>
#include <limits>

class QCPRange;

namespace crawlscope::gui {

/// The part of the run a chart shows, in seconds since its start.
struct TimeView
{
    static constexpr double kAutomatic = 0; ///< the run, at most its last ten minutes
    static constexpr double kWholeRun = std::numeric_limits<double>::infinity();
    bool follow = true; ///< the newest second stays at the right edge
    double span = kAutomatic;
    double lower = 0; ///< only when not following
    bool operator==(const TimeView &) const = default;
};

/// A chart over the time of the run. Dragging and the wheel change the view; it follows the run until dragged away from
/// the end. Keys: arrows move, + and - zoom, End follows. The history must outlive it. Thread: GUI.
class TimeChart : public PlotChart
{
    Q_OBJECT
public:
    using Point = TimeSeries::Point;

    [[nodiscard]] const TimeView &view() const { return m_view; }
    [[nodiscard]] std::size_t drawnPoints() const { return m_shown.size(); } ///< bounded by the width
    void setView(const TimeView &view); ///< does not emit viewChanged()
    void setSharedCrosshair(std::optional<double> seconds) { setCrosshair(seconds); }
    [[nodiscard]] int tableRows() const override;
    [[nodiscard]] quint64 tableGeneration() const override;

Q_SIGNALS:
    void viewChanged(const crawlscope::gui::TimeView &view); ///< by the user
    void hovered(std::optional<double> seconds);

protected:
    TimeChart(const Theme &theme, const RunHistory &history, QWidget *parent);
    [[nodiscard]] const RunHistory &history() const { return m_history; }
    [[nodiscard]] const std::vector<Point> &points() const { return m_history.series().points(); }
    [[nodiscard]] static double secondsOf(const Point &point) { return static_cast<double>(point.atMs) / 1'000.0; }
    /// Where the first line begins, so that the first second is seen at once.
    [[nodiscard]] static double startOf(const Point &point) { return std::max(0.0, secondsOf(point) - point.seconds); }
    /// "rising", "falling" or "steady": the last 10 points against the 20 before.
    [[nodiscard]] QString trend(const std::function<double(const Point &)> &value) const;

    /// Points in view, neighbours merged when there are more than the width can show: one beyond each edge included.
    [[nodiscard]] const std::vector<Point> &shown() const { return m_shown; }
    virtual void fillGraphs() = 0; ///< shown() into the graphs
    virtual void scaleValues() = 0; ///< value axes for shown(), which is not empty
    [[nodiscard]] virtual QList<ChartKey> readoutRows(const Point &point) const = 0;
    [[nodiscard]] virtual bool labelsMarks() const { return false; }

    [[nodiscard]] bool hasData() const override { return !m_history.series().isEmpty(); }
    void refresh() override;
    bool readoutAt(const QPoint &pos, double *key, QString *title, QList<ChartKey> *rows) const override;
    void hoverChanged(std::optional<double> key) override;
    void addActions(QMenu *menu) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] double endSeconds() const;
    [[nodiscard]] double spanInForce() const;
    void showView();
    void choosePoints(double lower, double upper);
    void changeView(TimeView view);
    void rangeByUser(double lower, double upper);
    bool keyPressed(int key);
    void putMarks();

    const RunHistory &m_history;
    TimeView m_view;
    std::vector<Point> m_shown;
    bool m_ownChange = false; ///< the range is being set by this class, not by the user
};

} // namespace crawlscope::gui
