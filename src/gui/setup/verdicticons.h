// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/url/urllist.h"
#include "gui/theme/theme.h"

#include <QIcon>

#include <array>

namespace crawlscope::gui {

/// One icon per verdict in the colours of the theme; shapes differ, so colour is never alone.
/// A value: make it anew when the theme changes. Thread: GUI.
class VerdictIcons
{
public:
    explicit VerdictIcons(const Theme &theme)
        : m_icons {theme.icon(QStringLiteral("check"), Token::Success), theme.icon(QStringLiteral("plus"), Token::Info),
                   theme.icon(QStringLiteral("copy"), Token::Skipped),
                   theme.icon(QStringLiteral("alert-circle"), Token::ServerError)}
    {
    }
    [[nodiscard]] const QIcon &of(LineVerdict verdict) const { return m_icons.at(static_cast<std::size_t>(verdict)); }

private:
    std::array<QIcon, 4> m_icons;
};

} // namespace crawlscope::gui
