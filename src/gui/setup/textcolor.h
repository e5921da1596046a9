// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QLabel>

namespace crawlscope::gui {

/// Colours a label by a style sheet of its own: under an application style sheet a palette set before the label is
/// first shown is lost.
inline void setTextColor(QLabel *label, const QColor &color)
{
    const QString sheet = QStringLiteral("QLabel { color: %1; }").arg(color.name());
    if (label->styleSheet() != sheet)
        label->setStyleSheet(sheet);
}

} // namespace crawlscope::gui
