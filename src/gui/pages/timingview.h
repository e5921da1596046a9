// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/resultrow.h"
#include "gui/pages/celldelegate.h"
#include "gui/theme/theme.h"

#include <QWidget>

#include <vector>

class QPainter;

namespace crawlscope::gui {

/// Phases of one exchange laid end to end, µs from the moment the URL was queued (or the slot granted, without queue).
struct PhaseSegment
{
    int phase = 0; ///< index of texts::phase()
    Token token = Token::PhaseQueued;
    quint64 start = 0;
    quint64 length = 0;
    bool inner = false; ///< lies within the segment before it: TLS, the end of Connect (HAR 1.2)
};
[[nodiscard]] std::vector<PhaseSegment> phaseSegments(const PhaseTimes &times, bool withQueued);
[[nodiscard]] Token phaseToken(int phase);
[[nodiscard]] quint32 phaseMicros(const PhaseTimes &times, int phase); ///< connect includes TLS here
/// "Wait 120 ms, receive 3 ms, total 125 ms": the bar in words.
[[nodiscard]] QString phasesInWords(const PhaseTimes &times);

/// Fills `rect` in the colour and pattern of a phase.
void paintPhase(QPainter *painter, const QRectF &rect, Token token, const Theme &theme);
/// Fills the lower part of `bar`: a phase that is part of the one painted there before.
void paintInnerPhase(QPainter *painter, const QRectF &bar, Token token, const Theme &theme);
/// One stacked bar; `scale` µs take the whole width. An inner segment lies in the lower part of the outer one.
void paintPhaseBar(QPainter *painter, const QRectF &rect, const std::vector<PhaseSegment> &segments, quint64 scale,
                   const Theme &theme);

/// Waterfall of one row: a line per phase with name, bar and figure, all phases of HAR 1.2 in their order. A phase that
/// does not apply has no bar and reads "–". Thread: GUI.
class TimingView : public QWidget
{
    Q_OBJECT
public:
    explicit TimingView(const Theme &theme, QWidget *parent = nullptr);
    /// `redirects`: hops before the one whose phases these are; their time is the part of `total` before it.
    void setTimes(const PhaseTimes &times, int redirects);
    /// Name and figure of each line, as shown.
    [[nodiscard]] QList<QPair<QString, QString>> figures() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override; // exact figures as tooltip
    void changeEvent(QEvent *event) override;

private:
    struct Line
    {
        QString name;
        QString figure;
        QString exact;
        int phase = -1; // -1: redirects, -2: total
        quint64 start = 0;
        quint64 length = 0;
        bool applies = false;
        bool inner = false; ///< indented: part of the phase before
        quint64 innerLength = 0; ///< of the part at the end of the bar that is the next line's
    };
    [[nodiscard]] int lineHeight() const;
    void paintBar(QPainter *painter, const Line &line, const QRectF &band) const;
    void paintLine(QPainter *painter, const Line &line, const QRect &rect, int nameWidth, int figureWidth);

    const Theme &m_theme;
    PhaseTimes m_times;
    int m_redirects = 0;
    std::vector<Line> m_lines;
    quint64 m_scale = 1;
};

/// Paints the phases of a HopModel row in its Timing column, all hops at one scale. Thread: GUI.
class HopTimingDelegate : public CellDelegate
{
    Q_OBJECT
public:
    HopTimingDelegate(const Theme &theme, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace crawlscope::gui
