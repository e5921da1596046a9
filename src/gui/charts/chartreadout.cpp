// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/chartreadout.h"

#include "gui/theme/fonts.h"
#include "gui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace crawlscope::gui {

namespace {
    constexpr int kPadding = 7;
} // namespace

ChartReadout::ChartReadout(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

int ChartReadout::rowHeight() const
{
    return fontMetrics().height() + 2;
}

void ChartReadout::showAt(const QPoint &at, const QString &title, const QList<ChartKey> &rows)
{
    m_title = title;
    m_rows = rows;
    int width = QFontMetrics(fonts::heading(font())).horizontalAdvance(title);
    for (const ChartKey &row : rows) {
        const int swatch = row.swatchWidth() > 0 ? row.swatchWidth() + Space::xs + 2 : 0;
        const int value = row.value.isEmpty() ? 0 : Space::l + fontMetrics().horizontalAdvance(row.value);
        width = std::max(width, swatch + fontMetrics().horizontalAdvance(row.name) + value);
    }
    const int height = rowHeight() * static_cast<int>(rows.size() + 1) + 2 * kPadding;
    resize(width + 2 * kPadding + 2, height);
    const QSize room = parentWidget()->size();
    int x = at.x() + Space::m;
    if (x + this->width() > room.width())
        x = at.x() - Space::m - this->width();
    const int y = std::clamp(at.y() - height / 2, 0, std::max(0, room.height() - height));
    move(std::max(0, x), y);
    raise();
    show();
    update();
}

void ChartReadout::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = m_theme.color(Token::SurfaceRaised);
    ground.setAlphaF(0.96F);
    painter.setPen(m_theme.color(Token::Border));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    QRect line(kPadding, kPadding, width() - 2 * kPadding, rowHeight());
    painter.setFont(fonts::heading(font()));
    painter.setPen(m_theme.color(Token::Text));
    painter.drawText(line, Qt::AlignVCenter | Qt::TextSingleLine, m_title);
    painter.setFont(fonts::tabular(font()));
    for (const ChartKey &row : m_rows) {
        line.translate(0, rowHeight());
        const int swatch = row.swatchWidth() > 0 ? row.swatchWidth() + Space::xs + 2 : 0;
        row.paintSwatch(&painter, QRect(line.left(), line.top(), row.swatchWidth(), line.height()));
        painter.setPen(m_theme.color(Token::TextMuted));
        painter.drawText(line.adjusted(swatch, 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine, row.name);
        painter.setPen(m_theme.color(Token::Text));
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, row.value);
    }
}

} // namespace crawlscope::gui
