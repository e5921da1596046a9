// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/waterfallmodel.h"
#include "gui/pages/timescale.h"
#include "gui/theme/theme.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QPixmap>

class QItemSelectionModel;

namespace crawlscope::gui {

/// Bars of a WaterfallModel on one time axis: names on the left, phases on the right. The current row is that of the
/// selection model, which the table twin shares.
///
/// While following, the newest row and "now" stay in view and the axis chooses its own scale until the user does;
/// scrolling back, panning or moving the current row ends that. Model, selection and theme must outlive it.
/// Thread: GUI.
class WaterfallView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    static constexpr int kQueueHeight = 4; ///< of the band for the time before the slot

    WaterfallView(const Theme &theme, WaterfallModel &model, QItemSelectionModel &selection, QWidget *parent = nullptr);

    [[nodiscard]] bool following() const { return m_following; }
    void setFollowing(bool following);
    void zoom(double factor); ///< about "now" while following, else about the middle
    void fit(); ///< all rows of the picture from first to last moment; ends following
    void reset(); ///< for another run: follows again, at a scale of its own

    [[nodiscard]] const TimeRange &range() const { return m_range; }
    [[nodiscard]] int rowAt(const QPoint &position) const; ///< in viewport coordinates; -1: none
    [[nodiscard]] QRect rowRect(int row) const; ///< likewise; may lie outside
    [[nodiscard]] QRect barRect(int row) const; ///< of the time with a slot; likewise
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int pointedRow() const { return m_pointed; } ///< under the pointer; -1: none
    [[nodiscard]] QSize sizeHint() const override { return {800, 400}; }

    /// A bar without an end: what is still under way.
    static void paintOpenBar(QPainter *painter, const QRect &rect, Token token, const Theme &theme);
    /// Time that belongs to no phase the transport told of.
    static void paintRest(QPainter *painter, const QRect &rect, const Theme &theme);

Q_SIGNALS:
    void followingChanged(bool following);
    void rowActivated(int row); ///< clicked, or Enter
    void pointedChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    // waterfallview.cpp
    void refresh();
    void layOut();
    void follow();
    void chooseSpan();
    void setRange(const TimeRange &range);
    void pan(double share); ///< of the span
    void moveCurrent(int row);
    void bringIntoView(int row);
    void point(int row);
    void showToolTip(const QPoint &position, const QPoint &globalPosition);
    [[nodiscard]] int current() const;
    [[nodiscard]] int rowsPerPage() const;
    [[nodiscard]] double timeAt(int x) const;
    [[nodiscard]] int xAt(double micros) const; ///< cut a little outside of the chart
    [[nodiscard]] qint64 endOf(const WaterfallBar &bar) const; ///< "now" for one in flight
    [[nodiscard]] int axisHeight() const;
    [[nodiscard]] int nameWidth() const;
    [[nodiscard]] double ahead() const; ///< share of the chart right of "now", for captions
    [[nodiscard]] QRect chartRect() const;

    // waterfallpaint.cpp
    void paintGrounds(QPainter *painter, int first, int last) const;
    void paintNames(QPainter *painter, int first, int last);
    void paintAxis(QPainter *painter) const;
    void paintGrid(QPainter *painter) const;
    void paintBar(QPainter *painter, int row);
    void paintCaption(QPainter *painter, int row, int left, int right);
    void paintPhases(QPainter *painter, const WaterfallBar &bar, const QRect &line) const;
    [[nodiscard]] const QPixmap &icon(const char *name, Token token);
    [[nodiscard]] const QStaticText &statusText(const WaterfallBar &bar);
    [[nodiscard]] QColor ground(int row) const;
    [[nodiscard]] double tickStep() const;

    const Theme &m_theme;
    WaterfallModel &m_model;
    QItemSelectionModel &m_selection;
    QHash<QString, QPixmap> m_icons; ///< by name and colour
    QHash<quint16, QStaticText> m_statuses;
    TimeRange m_range;
    bool m_following = true;
    bool m_ownSpan = true; ///< the view chooses the scale while following
    bool m_ownScroll = false; ///< the scroll bar is being moved here
    int m_pointed = -1;
    QPoint m_pressedAt;
    quint64 m_pressedId = 0; ///< of the bar pressed; 0: none
    TimeRange m_pressedRange;
    bool m_pressed = false;
    bool m_dragging = false;
};

} // namespace crawlscope::gui
