// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/chartheader.h"

#include "gui/theme/fonts.h"
#include "gui/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

ChartHeader::ChartHeader(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_menuButton(new QToolButton(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_menuButton->setIcon(theme.icon(u"dots-vertical"_s, Token::TextMuted));
    m_menuButton->setIconSize(QSize(16, 16));
    m_menuButton->setAutoRaise(true);
    m_menuButton->setFocusPolicy(Qt::TabFocus);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setStyleSheet(
        u"QToolButton { padding: 2px; border-radius: 4px; } QToolButton::menu-indicator { image: none; width: 0; }"_s);
    relayout();
}

void ChartHeader::setTitle(const QString &title, const QString &unit)
{
    m_title = title;
    m_unit = unit;
    relayout();
}

void ChartHeader::setKeys(const QList<ChartKey> &keys)
{
    const QFontMetrics figures(fonts::tabular(font()));
    QHash<QString, int> widths;
    for (const ChartKey &key : keys)
        widths.insert(key.name, qMax(m_valueWidths.value(key.name), figures.horizontalAdvance(key.value)));
    m_valueWidths = widths;
    m_keys = keys;
    relayout();
}

int ChartHeader::lineHeight() const
{
    return fontMetrics().height() + Space::s;
}

int ChartHeader::keyWidth(const ChartKey &key) const
{
    const int swatch = key.swatchWidth();
    const int value = m_valueWidths.value(key.name);
    return swatch + (swatch > 0 ? Space::xs : 0) + fontMetrics().horizontalAdvance(key.name)
        + (value > 0 ? Space::xs + value : 0);
}

int ChartHeader::keysWidth() const
{
    int width = 0;
    for (const ChartKey &key : m_keys)
        width += keyWidth(key) + Space::m;
    return width;
}

int ChartHeader::titleWidth() const
{
    const QFontMetrics bold(fonts::heading(font()));
    return bold.horizontalAdvance(m_title) + Space::s + fontMetrics().horizontalAdvance(m_unit) + Space::l;
}

bool ChartHeader::fitsOneLine(int width) const
{
    return m_keys.isEmpty() || titleWidth() + keysWidth() + m_menuButton->sizeHint().width() <= width;
}

int ChartHeader::heightFor(int width) const
{
    return fitsOneLine(width) ? lineHeight() : 2 * lineHeight() - Space::xs;
}

QSize ChartHeader::sizeHint() const
{
    return {titleWidth() + keysWidth() + lineHeight(), heightFor(width())};
}

QSize ChartHeader::minimumSizeHint() const
{
    return {titleWidth() + lineHeight(), lineHeight()};
}

void ChartHeader::relayout()
{
    const int button = lineHeight() - 2;
    m_menuButton->setGeometry(width() - button, 0, button, button);
    if (height() != heightFor(width()))
        setFixedHeight(heightFor(width()));
    update();
}

int ChartHeader::paintContent(QPainter *painter, int width) const
{
    const int line = lineHeight();
    const int right = width - m_menuButton->width();
    painter->setFont(fonts::heading(font()));
    painter->setPen(m_theme.color(Token::Text));
    painter->drawText(QRect(0, 0, right, line), Qt::AlignVCenter | Qt::TextSingleLine, m_title);
    const int unitAt = painter->fontMetrics().horizontalAdvance(m_title) + Space::s;
    painter->setFont(font());
    painter->setPen(m_theme.color(Token::TextMuted));
    painter->drawText(QRect(unitAt, 0, qMax(0, right - unitAt), line), Qt::AlignVCenter | Qt::TextSingleLine, m_unit);

    const bool oneLine = fitsOneLine(width);
    const int top = oneLine ? 0 : line - Space::xs;
    int x = oneLine ? right - keysWidth() + Space::m - Space::s : 0;
    for (const ChartKey &key : m_keys) {
        key.paintSwatch(painter, QRect(x, top, key.swatchWidth(), line));
        int at = x + key.swatchWidth() + (key.swatchWidth() > 0 ? Space::xs : 0);
        const int name = fontMetrics().horizontalAdvance(key.name);
        painter->setFont(font());
        painter->setPen(m_theme.color(Token::TextMuted));
        painter->drawText(QRect(at, top, name + 2, line), Qt::AlignVCenter | Qt::TextSingleLine, key.name);
        at += name + Space::xs;
        painter->setFont(fonts::tabular(font()));
        painter->setPen(m_theme.color(Token::Text));
        painter->drawText(QRect(at, top, m_valueWidths.value(key.name) + 2, line),
                          Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, key.value);
        x += keyWidth(key) + Space::m;
    }
    return heightFor(width);
}

void ChartHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintContent(&painter, width());
}

void ChartHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    relayout();
}

void ChartHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange) {
        m_valueWidths.clear();
        relayout();
    }
    QWidget::changeEvent(event);
}

} // namespace crawlscope::gui
