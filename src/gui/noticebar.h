// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QFrame>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace crawlscope::gui {

/// A bar above the pages that says something or offers something, and waits: nothing else is held up by it. Texts are
/// functions, so that they follow a change of language. Hidden while it has nothing to say. Thread: GUI.
class NoticeBar : public QFrame
{
    Q_OBJECT
public:
    using Text = std::function<QString()>;
    struct Button
    {
        Text text;
        std::function<void()> action; ///< the bar goes first
        bool main = false; ///< the one in the colour of the accent
    };

    explicit NoticeBar(const Theme &theme, QWidget *parent = nullptr);

    /// Replaces what it said before. `icon`: of the vendored set.
    void say(const QString &icon, Token token, Text text, std::vector<Button> buttons);
    void setProgress(double share); ///< 0 … 1; below 0: busy, nobody knows for how long
    void dismiss();
    [[nodiscard]] QString text() const;
    [[nodiscard]] QList<QPushButton *> buttons() const { return m_buttons; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void applyTheme();

    const Theme &m_theme;
    QLabel *m_icon;
    QLabel *m_label;
    QProgressBar *m_progress;
    QHBoxLayout *m_layout;
    QList<QPushButton *> m_buttons;
    QString m_iconName;
    Token m_token = Token::Info;
    Text m_text;
    std::vector<Button> m_offers;
};

} // namespace crawlscope::gui
