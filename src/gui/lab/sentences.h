// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QStringList>

namespace crawlscope::gui {

/// Sentences one after the other, with a space where the language has one; empty ones are left out. Thread: GUI.
[[nodiscard]] inline QString joinSentences(const QStringList &sentences)
{
    QString text;
    for (const QString &sentence : sentences) {
        if (text.isEmpty())
            text = sentence;
        else if (!sentence.isEmpty())
            text = QCoreApplication::translate("Sentences", "%1 %2", "two sentences").arg(text, sentence);
    }
    return text;
}

} // namespace crawlscope::gui
