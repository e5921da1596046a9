// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/sidebyside.h"
#include "gui/charts/chartwidget.h"
#include "gui/theme/theme.h"

#include <QPointer>

#include <array>
#include <memory>
#include <optional>

namespace crawlscope::gui {

class ChartReadout;

/// Two runs of the same URLs, one above the other on one time axis: a bar a URL with its phases, below it the queue of
/// the event loop (ready, in flight, done) and the analysis pool. All rows are always in view, thin ones without
/// patterns; the row under the pointer or the current one (keyboard) tells its figures, and its URL is marked in both
/// runs. Thread: GUI.
class SideBySideChart : public ChartWidget
{
    Q_OBJECT
public:
    explicit SideBySideChart(const Theme &theme, QWidget *parent = nullptr);

    /// `live`: a run goes on, so the axis keeps room ahead and grows in round steps.
    void setRuns(std::shared_ptr<const UrlList> sample, const std::array<SideRun, 2> &runs, bool live);
    void clear();

    /// A row of one of the runs.
    struct Place
    {
        int run = 0;
        int row = 0;
        bool operator==(const Place &) const = default;
    };
    [[nodiscard]] std::optional<Place> current() const { return m_current; }
    [[nodiscard]] double spanMicros() const { return m_span; } ///< of the time axis, which begins at 0
    [[nodiscard]] QRect barRect(const Place &place) const; ///< on the canvas
    [[nodiscard]] static QString runName(const SideRun &run); ///< "One after another", "20 at a time"
    [[nodiscard]] static QString facts(const SideRun &run); ///< a line of figures
    [[nodiscard]] static QString lesson(const std::array<SideRun, 2> &runs); ///< empty while there is none

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
    struct Lane
    {
        QRect head;
        QRect bars;
        QRect queue;
        QRect pool;
        double rowHeight = 1;
    };
    struct Frame
    {
        QFont font;
        int gutter = 0; ///< left of the time axis
        int width = 0; ///< of the time axis
        double span = 1;
        std::array<Lane, 2> lanes;
        QRect axis;
        [[nodiscard]] double x(double micros) const { return gutter + micros / span * width; }
        [[nodiscard]] double micros(double x) const { return (x - gutter) * span / width; }
    };
    // sidebysidepaint.cpp
    [[nodiscard]] Frame frameFor(const QSize &size) const;
    [[nodiscard]] QRectF rowRect(const Frame &frame, const Place &place) const; ///< of the bar
    void paint(QPainter *painter, const QSize &size, bool picture) const;
    void paintGrid(QPainter *painter, const Frame &frame) const;
    void paintHead(QPainter *painter, const Frame &frame, int run) const;
    void paintBars(QPainter *painter, const Frame &frame, int run) const;
    void paintBar(QPainter *painter, const Frame &frame, const Place &place) const;
    void paintPhases(QPainter *painter, const Frame &frame, const SideUrl &shown, const QRectF &bar) const;
    void paintQueued(QPainter *painter, const QRectF &band, bool patterned) const;
    void paintMark(QPainter *painter, const Frame &frame, int run) const; ///< of the current URL
    void paintEnd(QPainter *painter, const Frame &frame, int run) const;
    void paintQueue(QPainter *painter, const Frame &frame, int run) const;
    void paintPool(QPainter *painter, const Frame &frame, int run) const;
    void paintKeys(QPainter *painter, const Frame &frame, const QRect &rect, const QList<ChartKey> &keys) const;
    [[nodiscard]] QList<ChartKey> queueKeys() const;
    [[nodiscard]] QList<ChartKey> poolKeys() const;
    [[nodiscard]] ChartKey phaseKey(int phase) const;

    // sidebysidechart.cpp
    [[nodiscard]] const SideRun &run(int index) const { return m_runs.at(static_cast<std::size_t>(index)); }
    [[nodiscard]] const SideUrl &url(const Place &place) const;
    [[nodiscard]] std::optional<Place> placeAt(const QPoint &position) const;
    [[nodiscard]] std::optional<Place> otherPlace(const Place &place) const; ///< of the same URL, in the other run
    [[nodiscard]] std::optional<Place> marked() const; ///< under the pointer, else the current one
    [[nodiscard]] QString urlText(const SideUrl &url) const;
    [[nodiscard]] QString stateText(const SideUrl &url) const;
    [[nodiscard]] QString rowText(const Place &place) const;
    void setCurrent(std::optional<Place> place);
    bool keyPressed(int key);
    void pointAt(const QPoint &position);
    void unpoint();
    void showReadout();
    void showMoment(int index);

    std::shared_ptr<const UrlList> m_sample;
    std::array<SideRun, 2> m_runs;
    double m_span = 1e6;
    bool m_live = false;
    quint64 m_generation = 0;
    std::optional<Place> m_current;
    std::optional<Place> m_pointed;
    std::optional<QPoint> m_pointer;
    ChartReadout *m_readout;
};

} // namespace crawlscope::gui
