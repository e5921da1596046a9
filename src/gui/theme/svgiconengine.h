// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QIconEngine>
#include <QPointer>

namespace crawlscope::gui {

/// Paints one icon of the vendored set in a colour of the theme. The colour is looked up with each painting, so icons
/// follow a change of the theme by themselves. Vectors at any size and device pixel ratio. Thread: GUI.
class SvgIconEngine : public QIconEngine
{
public:
    SvgIconEngine(const Theme *theme, QString name, Token token);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QIconEngine *clone() const override;
    [[nodiscard]] QString key() const override;
    [[nodiscard]] bool isNull() override;

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const;

    QPointer<const Theme> m_theme;
    QString m_name;
    Token m_token;
    QByteArray m_svg; ///< with "currentColor" still in it; empty when there is no such icon
};

} // namespace crawlscope::gui
