// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/phaselegend.h"

#include "gui/pages/timingview.h"
#include "gui/pages/waterfallview.h"
#include "gui/texts.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {
    constexpr int kPhases = 7;
    constexpr int kSwatchWidth = 22;
    constexpr int kSwatchHeight = 12;
    constexpr int kIcon = 14;
    constexpr int kWaitPhase = 5;
} // namespace

PhaseLegend::PhaseLegend(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

void PhaseLegend::retranslate()
{
    m_keys.clear();
    QStringList names;
    for (int phase = 0; phase < kPhases; ++phase)
        m_keys.push_back({Kind::Phase, phase, texts::phase(phase)});
    m_keys.push_back({Kind::Rest, 0, tr("not measured")});
    m_keys.push_back({Kind::Open, kWaitPhase, tr("still in flight")});
    m_keys.push_back({Kind::Failed, 0, tr("failed")});
    for (const Key &key : m_keys)
        names << key.name;
    setAccessibleName(tr("Legend"));
    setAccessibleDescription(names.join(u", "_s));
    updateGeometry();
    update();
}

int PhaseLegend::lineHeight() const
{
    return std::max(fontMetrics().height(), kSwatchHeight) + Space::xs;
}

int PhaseLegend::keyWidth(const Key &key) const
{
    const int swatch = key.kind == Kind::Failed ? kIcon : kSwatchWidth;
    return swatch + Space::xs + fontMetrics().horizontalAdvance(key.name);
}

std::vector<QRect> PhaseLegend::places(int width) const
{
    std::vector<QRect> out;
    int x = 0;
    int y = 0;
    for (const Key &key : m_keys) {
        const int wanted = keyWidth(key);
        if (x > 0 && x + wanted > width) {
            x = 0;
            y += lineHeight();
        }
        out.emplace_back(x, y, wanted, lineHeight());
        x += wanted + Space::l;
    }
    return out;
}

QSize PhaseLegend::sizeHint() const
{
    const int all = places(10'000).back().right() + 1;
    return {all, lineHeight()};
}

QSize PhaseLegend::minimumSizeHint() const
{
    int widest = 0;
    for (const Key &key : m_keys)
        widest = std::max(widest, keyWidth(key));
    return {widest, lineHeight()};
}

int PhaseLegend::heightForWidth(int width) const
{
    return places(width).back().bottom() + 1;
}

void PhaseLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const std::vector<QRect> rects = places(width());
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        const Key &key = m_keys[i];
        const QRect &rect = rects[i];
        const int middle = rect.top() + rect.height() / 2;
        int textAt = rect.left() + kSwatchWidth + Space::xs;
        if (key.kind == Kind::Failed) {
            m_theme.icon(u"circle-x"_s, Token::Failed).paint(&painter, rect.left(), middle - kIcon / 2, kIcon, kIcon);
            textAt = rect.left() + kIcon + Space::xs;
        } else {
            const int height = key.phase == 0 && key.kind == Kind::Phase ? WaterfallView::kQueueHeight : kSwatchHeight;
            const QRect swatch(rect.left(), middle - height / 2, kSwatchWidth, height);
            painter.setBrushOrigin(swatch.topLeft());
            if (key.kind == Kind::Rest)
                WaterfallView::paintRest(&painter, swatch, m_theme);
            else if (key.kind == Kind::Open)
                WaterfallView::paintOpenBar(&painter, swatch, phaseToken(key.phase), m_theme);
            else
                paintPhase(&painter, swatch, phaseToken(key.phase), m_theme);
        }
        painter.setPen(m_theme.color(Token::TextMuted));
        painter.drawText(QRect(textAt, rect.top(), rect.right() - textAt + 2, rect.height()),
                         Qt::AlignVCenter | Qt::TextSingleLine, key.name);
    }
}

void PhaseLegend::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace crawlscope::gui
