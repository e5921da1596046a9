// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/tile.h"

#include "gui/theme/fonts.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

namespace {
    constexpr int kPaddingX = 9;
    constexpr int kPaddingY = 7;
    constexpr double kCaptionPoints = 10;
    constexpr double kNotePoints = 9;
    constexpr double kValuePoints = 22;
    constexpr double kUnitPoints = 12;
    constexpr double kLeastNoteScale = 0.85;
    constexpr int kBarHeight = 5;
} // namespace

Tile::Tile(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
{
    setProperty("card", true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Tile::setCaption(const QString &caption)
{
    m_caption = caption;
    setAccessibleName(caption);
    updateGeometry();
    update();
}

void Tile::setPatterns(const QString &value, const QString &rest, const QString &note)
{
    if (value == m_valuePattern && rest == m_restPattern && note == m_notePattern)
        return;
    m_valuePattern = value;
    m_restPattern = rest;
    m_notePattern = note;
    updateGeometry();
}

void Tile::setValue(const QString &value, const QString &rest)
{
    if (value == m_value && rest == m_rest)
        return;
    m_value = value;
    m_rest = rest;
    describe();
}

void Tile::setNote(const QString &note)
{
    if (note == m_note)
        return;
    m_note = note;
    describe();
}

void Tile::setProgress(double share)
{
    m_progress = std::clamp(share, 0.0, 1.0);
    update();
}

void Tile::setValueToken(Token token)
{
    m_valueToken = token;
    update();
}

void Tile::describe()
{
    QString words = m_value + m_rest;
    if (!m_note.isEmpty())
        words += u", "_s + m_note;
    setAccessibleDescription(words);
    update();
}

QFont Tile::captionFont() const
{
    return fonts::tabular(fonts::sized(font(), kCaptionPoints));
}

QFont Tile::noteFont(double scale) const
{
    return fonts::tabular(fonts::sized(font(), kNotePoints * scale));
}

QFont Tile::valueFont(double scale) const
{
    return fonts::tabular(fonts::sized(font(), kValuePoints * scale, QFont::DemiBold));
}

QFont Tile::unitFont(double scale) const
{
    return fonts::tabular(fonts::sized(font(), kUnitPoints * scale));
}

QList<Tile::Run> Tile::runsOf(const QString &value, const QString &rest)
{
    QList<Run> runs;
    const QString separators = QLocale().groupSeparator() + QLocale().decimalPoint() + u":–";
    bool previous = false;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const QChar c = value.at(i);
        // A separator is large between digits only; "84/s" ends large text, "1.24" and "0:07" do not.
        const bool large = c.isDigit() || (separators.contains(c) && (runs.isEmpty() || previous));
        if (runs.isEmpty() || large != previous)
            runs.append({QString(), large});
        runs.last().text += c;
        previous = large;
    }
    if (!rest.isEmpty())
        runs.append({rest, false});
    return runs;
}

double Tile::widthOf(const QList<Run> &runs, double scale, bool widest) const
{
    const QFontMetricsF large(valueFont(scale));
    const QFontMetricsF small(unitFont(scale));
    double width = 0;
    for (const Run &run : runs) {
        if (widest)
            width += fonts::figureWidth(QFontMetrics(run.large ? valueFont(scale) : unitFont(scale)), run.text);
        else
            width += run.large ? large.horizontalAdvance(run.text) : small.horizontalAdvance(run.text);
    }
    return width;
}

QSize Tile::sizeHint() const
{
    const QFontMetrics caption(captionFont());
    const int width = std::max({caption.horizontalAdvance(m_caption),
                                static_cast<int>(std::ceil(widthOf(runsOf(m_valuePattern, m_restPattern), 1, true))),
                                fonts::figureWidth(QFontMetrics(noteFont()), m_notePattern)});
    const int height = 2 * caption.height() + QFontMetrics(valueFont()).height();
    return {width + 2 * kPaddingX + 2, height + 2 * kPaddingY};
}

QSize Tile::minimumSizeHint() const
{
    // A narrow window draws figures smaller before it refuses to shrink.
    const int caption = QFontMetrics(captionFont()).horizontalAdvance(m_caption) + 2 * kPaddingX + 2;
    return {std::max(caption, sizeHint().width() * 3 / 4), sizeHint().height()};
}

void Tile::paintValue(QPainter *painter, const QRect &rect) const
{
    const QList<Run> runs = runsOf(m_value, m_rest);
    const double wanted = widthOf(runs, 1, false);
    const double scale = wanted > rect.width() ? std::max(0.4, rect.width() / wanted) : 1;
    const int baseline = rect.top() + QFontMetrics(valueFont()).ascent();
    double x = rect.left();
    for (const Run &run : runs) {
        painter->setFont(run.large ? valueFont(scale) : unitFont(scale));
        painter->setPen(m_theme.color(run.large ? m_valueToken : Token::TextMuted));
        painter->drawText(QPointF(x, baseline), run.text);
        x += QFontMetricsF(painter->font()).horizontalAdvance(run.text);
    }
}

void Tile::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    const QRect inner = rect().adjusted(kPaddingX, kPaddingY, -kPaddingX, -kPaddingY);
    const QFontMetrics caption(captionFont());
    painter.setFont(captionFont());
    painter.setPen(m_theme.color(Token::TextMuted));
    painter.drawText(QRect(inner.left(), inner.top(), inner.width(), caption.height()), Qt::AlignVCenter, m_caption);
    paintValue(&painter, inner.adjusted(0, caption.height(), 0, 0));

    paintNote(&painter, QRect(inner.left(), inner.bottom() - caption.height() + 1, inner.width(), caption.height()));
}

void Tile::paintNote(QPainter *painter, const QRect &rect) const
{
    const QFontMetrics metrics(noteFont());
    painter->setFont(noteFont());
    painter->setPen(m_theme.color(Token::TextMuted));
    if (m_progress < 0) {
        const int wanted = std::max(1, metrics.horizontalAdvance(m_note));
        if (wanted > rect.width())
            painter->setFont(noteFont(std::max(kLeastNoteScale, static_cast<double>(rect.width()) / wanted)));
        painter->drawText(rect, Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(m_note, Qt::ElideRight, rect.width()));
        return;
    }
    painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, m_note);
    const int noteWidth = m_notePattern.isEmpty() ? 0 : fonts::figureWidth(metrics, m_notePattern) + Space::s;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    QRectF bar(rect.left(), rect.center().y() - kBarHeight / 2.0 + 1, rect.width() - noteWidth, kBarHeight);
    painter->setBrush(m_theme.color(Token::Border));
    painter->drawRoundedRect(bar, kBarHeight / 2.0, kBarHeight / 2.0);
    bar.setWidth(bar.width() * m_progress);
    painter->setBrush(m_theme.color(Token::Accent));
    painter->drawRoundedRect(bar, kBarHeight / 2.0, kBarHeight / 2.0);
}

void Tile::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QFrame::changeEvent(event);
}

} // namespace crawlscope::gui
