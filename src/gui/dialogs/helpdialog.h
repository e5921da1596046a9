// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QKeySequence>
#include <QList>
#include <QPair>

class QTextBrowser;

namespace crawlscope::gui {

/// F1: the way of a run in a page of text, and every shortcut. Not modal. Thread: GUI.
class HelpDialog : public QDialog
{
    Q_OBJECT
public:
    using Shortcuts = QList<QPair<QString, QKeySequence>>; ///< name of the action, keys

    explicit HelpDialog(const Shortcuts &shortcuts, QWidget *parent = nullptr);

private:
    [[nodiscard]] static QString guide(const Shortcuts &shortcuts);
};

} // namespace crawlscope::gui
