// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/svgiconengine.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

SvgIconEngine::SvgIconEngine(const Theme *theme, QString name, Token token)
    : m_theme(theme)
    , m_name(std::move(name))
    , m_token(token)
{
    QFile file(u":/icons/"_s + m_name + u".svg"_s);
    if (file.open(QIODevice::ReadOnly))
        m_svg = file.readAll();
}

QColor SvgIconEngine::colorFor(QIcon::Mode mode) const
{
    const bool dark = m_theme != nullptr && m_theme->dark();
    if (mode == QIcon::Disabled) {
        QColor color = Theme::color(Token::TextMuted, dark);
        color.setAlphaF(0.55F);
        return color;
    }
    if (mode == QIcon::Selected && m_token == Token::Text)
        return Theme::color(Token::SelectionText, dark);
    return Theme::color(m_token, dark);
}

void SvgIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    if (m_svg.isEmpty())
        return;
    const QColor color = colorFor(mode);
    QByteArray svg = m_svg;
    svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(svg);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setOpacity(painter->opacity() * static_cast<qreal>(color.alphaF()));
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(painter, QRectF(rect));
    painter->restore();
}

QPixmap SvgIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    if (m_svg.isEmpty() || size.isEmpty())
        return {};
    const QString cacheKey = u"crawlscope/%1/%2x%3/%4"_s.arg(m_name)
                                 .arg(size.width())
                                 .arg(size.height())
                                 .arg(colorFor(mode).name(QColor::HexArgb));
    QPixmap pixmap;
    if (QPixmapCache::find(cacheKey, &pixmap))
        return pixmap;
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect({}, size), mode, state);
    painter.end();
    QPixmapCache::insert(cacheKey, pixmap);
    return pixmap;
}

QIconEngine *SvgIconEngine::clone() const
{
    return new SvgIconEngine(*this);
}

QString SvgIconEngine::key() const
{
    return u"crawlscope-svg"_s;
}

bool SvgIconEngine::isNull()
{
    return m_svg.isEmpty();
}

} // namespace crawlscope::gui
