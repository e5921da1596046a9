// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/timingview.h"

#include "gui/format.h"
#include "gui/models/headermodel.h"
#include "gui/models/resultcell.h"
#include "gui/texts.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    constexpr int kPhases = 7;
    constexpr int kSwatch = 12;
    constexpr int kIndent = 12;
    constexpr int kRedirects = -1;
    constexpr int kTotal = -2;
    constexpr int kConnect = 2;
    constexpr int kTls = 3;
    constexpr double kInnerTop = 0.35; // of the height of a bar

    bool applies(quint32 micros)
    {
        return micros != PhaseTimes::kNotApplicable;
    }

} // namespace

Token phaseToken(int phase)
{
    return static_cast<Token>(static_cast<int>(Token::PhaseQueued) + phase);
}

quint32 phaseMicros(const PhaseTimes &times, int phase)
{
    const std::array<quint32, kPhases> all {times.queued, times.dns,  times.connect, times.tls,
                                            times.send,   times.wait, times.receive};
    return all[static_cast<std::size_t>(phase)];
}

std::vector<PhaseSegment> phaseSegments(const PhaseTimes &times, bool withQueued)
{
    std::vector<PhaseSegment> segments;
    quint64 at = 0;
    for (int phase = withQueued ? 0 : 1; phase < kPhases; ++phase) {
        const quint32 micros = phaseMicros(times, phase);
        if (!applies(micros))
            continue;
        if (phase == kTls && applies(times.connect)) {
            const quint64 length = std::min(micros, times.connect);
            segments.push_back({phase, phaseToken(phase), at - length, length, true});
            continue;
        }
        segments.push_back({phase, phaseToken(phase), at, micros});
        at += micros;
    }
    return segments;
}

QString phasesInWords(const PhaseTimes &times)
{
    QStringList parts;
    for (int phase = 0; phase < kPhases; ++phase) {
        if (applies(phaseMicros(times, phase)))
            parts.append(TimingView::tr("%1 %2", "phase, duration")
                             .arg(texts::phase(phase), format::phase(phaseMicros(times, phase))));
    }
    if (applies(times.total))
        parts.append(TimingView::tr("Total %1").arg(format::phase(times.total)));
    return parts.isEmpty() ? TimingView::tr("No times measured") : parts.join(u", "_s);
}

void paintPhase(QPainter *painter, const QRectF &rect, Token token, const Theme &theme)
{
    const QColor color = theme.color(token);
    const Qt::BrushStyle pattern = Theme::phasePattern(token);
    if (pattern == Qt::SolidPattern) {
        painter->fillRect(rect, color);
        return;
    }
    QColor ground = color;
    ground.setAlphaF(0.35F);
    painter->fillRect(rect, ground);
    painter->fillRect(rect, QBrush(color, pattern));
    if (rect.width() >= 3) {
        painter->setPen(QPen(color, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void paintInnerPhase(QPainter *painter, const QRectF &bar, Token token, const Theme &theme)
{
    const QRectF inner = bar.adjusted(0, std::round(bar.height() * kInnerTop), 0, 0);
    painter->fillRect(inner, theme.color(Token::Surface)); // two patterns over each other are none
    paintPhase(painter, inner, token, theme);
}

void paintPhaseBar(QPainter *painter, const QRectF &rect, const std::vector<PhaseSegment> &segments, quint64 scale,
                   const Theme &theme)
{
    const double unit = rect.width() / static_cast<double>(std::max<quint64>(scale, 1));
    for (const PhaseSegment &segment : segments) {
        if (segment.length == 0)
            continue;
        const double left = rect.left() + static_cast<double>(segment.start) * unit;
        const double width = std::max(1.0, static_cast<double>(segment.length) * unit);
        const QRectF bar(left, rect.top(), width, rect.height());
        if (segment.inner)
            paintInnerPhase(painter, bar, segment.token, theme);
        else
            paintPhase(painter, bar, segment.token, theme);
    }
}

TimingView::TimingView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    setTimes({}, 0);
}

void TimingView::setTimes(const PhaseTimes &times, int redirects)
{
    m_times = times;
    m_redirects = redirects;
    setAccessibleName(tr("Timing"));
    m_lines.clear();
    const std::vector<PhaseSegment> segments = phaseSegments(times, false);
    const quint64 queued = applies(times.queued) ? times.queued : 0;
    quint64 lastHop = 0;
    for (const PhaseSegment &segment : segments)
        lastHop = std::max(lastHop, segment.start + segment.length);
    const quint64 total = applies(times.total) ? std::max<quint64>(times.total, lastHop) : lastHop;
    const quint64 earlier = redirects > 0 ? total - lastHop : 0;
    m_scale = std::max<quint64>(queued + total, 1);
    for (int phase = 0; phase < kPhases; ++phase) {
        const quint32 micros = phaseMicros(times, phase);
        Line line {texts::phase(phase), format::phase(micros), {}, phase, 0, 0, applies(micros)};
        if (phase == kTls) {
            line.name = tr("incl. %1", "phase that is part of the one above").arg(line.name);
            line.inner = true;
        }
        if (phase == kConnect && applies(micros) && applies(times.tls))
            line.innerLength = std::min(micros, times.tls);
        line.exact = line.applies ? format::exactMillis(micros) : tr("Not measured, or did not happen");
        if (phase == 0)
            line.length = queued;
        for (const PhaseSegment &segment : segments) {
            if (segment.phase == phase) {
                line.start = queued + earlier + segment.start;
                line.length = segment.length;
            }
        }
        m_lines.push_back(line);
        if (phase == 0 && redirects > 0) {
            const auto micros64 = static_cast<qint64>(earlier);
            m_lines.push_back({tr("Redirects"), format::durationMicros(micros64), format::exactMillis(micros64),
                               kRedirects, queued, earlier, true});
        }
    }
    m_lines.push_back({tr("Total"), format::phase(times.total),
                       applies(times.total) ? format::exactMillis(times.total) : QString(), kTotal, queued, total,
                       applies(times.total)});
    setAccessibleDescription(phasesInWords(times));
    updateGeometry();
    update();
}

void TimingView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        setTimes(PhaseTimes(m_times), m_redirects);
    QWidget::changeEvent(event);
}

int TimingView::lineHeight() const
{
    return std::max(fontMetrics().height() + 3, 17);
}

QList<QPair<QString, QString>> TimingView::figures() const
{
    QList<QPair<QString, QString>> out;
    for (const Line &line : m_lines)
        out.append({line.name, line.figure});
    return out;
}

QSize TimingView::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 70, lineHeight() * static_cast<int>(m_lines.size())};
}

QSize TimingView::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, lineHeight() * static_cast<int>(m_lines.size())};
}

void TimingView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    int nameWidth = 0;
    int figureWidth = fontMetrics().horizontalAdvance(u"99 min 59 s"_s);
    for (const Line &line : m_lines) {
        nameWidth = std::max(nameWidth, fontMetrics().horizontalAdvance(line.name) + (line.inner ? kIndent : 0));
        figureWidth = std::max(figureWidth, fontMetrics().horizontalAdvance(line.figure));
    }
    const int height = lineHeight();
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        paintLine(&painter, m_lines[i], QRect(0, static_cast<int>(i) * height, width(), height), nameWidth,
                  figureWidth);
}

void TimingView::paintLine(QPainter *painter, const Line &line, const QRect &rect, int nameWidth, int figureWidth)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft; // names and figures change sides, time does not
    const int bandLeft = mirrored ? figureWidth + Space::m : kSwatch + nameWidth + Space::s + Space::m;
    const int bandRight =
        rect.width() - (mirrored ? kSwatch + nameWidth + Space::s + Space::m : figureWidth + Space::m);
    const QRectF band(bandLeft, rect.top() + 3, std::max(bandRight - bandLeft, 1), rect.height() - 6);
    const int indent = line.inner ? kIndent : 0;
    const QRect logicalSwatch(indent, rect.top() + (rect.height() - kSwatch) / 2, kSwatch, kSwatch);
    const QRect logicalName(indent + kSwatch + Space::s, rect.top(), nameWidth + 2 - indent, rect.height());
    const QRect logicalFigure(rect.width() - figureWidth, rect.top(), figureWidth, rect.height());
    const auto placed = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect, r); };

    painter->fillRect(band, m_theme.color(Token::SurfaceRaised));
    if (line.applies && line.length > 0)
        paintBar(painter, line, band);
    if (line.phase >= 0)
        paintPhase(painter, placed(logicalSwatch), phaseToken(line.phase), m_theme);
    const int left = static_cast<int>((Qt::AlignVCenter | Qt::AlignLeft).toInt());
    const int right = static_cast<int>((Qt::AlignVCenter | Qt::AlignRight).toInt());
    const int leading = mirrored ? right : left;
    const int trailing = mirrored ? left : right;
    QFont bold = font();
    bold.setBold(line.phase == kTotal);
    painter->setFont(bold);
    painter->setPen(m_theme.color(line.applies ? Token::Text : Token::TextMuted));
    painter->drawText(placed(logicalName), leading, line.name);
    painter->drawText(placed(logicalFigure), trailing, line.figure);
}

void TimingView::paintBar(QPainter *painter, const Line &line, const QRectF &band) const
{
    const double unit = band.width() / static_cast<double>(m_scale);
    const double from = band.left() + static_cast<double>(line.start) * unit;
    const double width = std::max(2.0, static_cast<double>(line.length) * unit);
    const QRectF bar(std::min(from, band.right() - width), band.top(), width, band.height());
    if (line.phase < 0) {
        painter->fillRect(bar, m_theme.color(line.phase == kTotal ? Token::TextMuted : Token::PhaseQueued));
        return;
    }
    paintPhase(painter, bar, phaseToken(line.phase), m_theme);
    const double inner = std::min(width, static_cast<double>(line.innerLength) * unit);
    if (inner >= 1)
        paintInnerPhase(painter, QRectF(bar.right() - inner, bar.top(), inner, bar.height()), phaseToken(kTls),
                        m_theme);
}

bool TimingView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<const QHelpEvent *>(event);
        const auto at = static_cast<std::size_t>(std::max(help->pos().y(), 0) / lineHeight());
        if (at < m_lines.size())
            QToolTip::showText(help->globalPos(), tr("%1: %2").arg(m_lines[at].name, m_lines[at].exact), this);
        return true;
    }
    return QWidget::event(event);
}

HopTimingDelegate::HopTimingDelegate(const Theme &theme, QObject *parent)
    : CellDelegate(parent)
    , m_theme(theme)
{
}

void HopTimingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintGround(painter, option);
    const auto *model = qobject_cast<const HopModel *>(index.model());
    if (model == nullptr)
        return;
    const HopDetails &hop = model->hops()[index.row()];
    const QRectF bar = QRectF(option.rect).adjusted(kMargin, 6, -kMargin, -6);
    painter->save();
    paintPhaseBar(painter, bar, phaseSegments(hop.times, false), model->longestMicros(), m_theme);
    painter->restore();
}

} // namespace crawlscope::gui
