// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QFontMetrics>
#include <QStringView>

/// Fonts derived from the platform's. Thread: GUI.
namespace crawlscope::gui::fonts {

/// With figures of equal width where the font has them as an option (Qt 6.7); most have them as their default.
[[nodiscard]] QFont tabular(QFont font);
[[nodiscard]] QFont heading(QFont font); ///< semibold
[[nodiscard]] QFont sized(QFont font, double points, QFont::Weight weight = QFont::Normal);
/// Width of a text with each digit replaced by the widest one, to reserve room for figures that change.
[[nodiscard]] int figureWidth(const QFontMetrics &metrics, QStringView pattern);

} // namespace crawlscope::gui::fonts
