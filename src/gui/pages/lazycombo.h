// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace crawlscope::gui {

/// Combo box whose list is made when somebody is about to look at it, not on every tick. Thread: GUI.
class LazyCombo : public QComboBox
{
    Q_OBJECT
public:
    using QComboBox::QComboBox;
    void showPopup() override
    {
        Q_EMIT listWanted();
        QComboBox::showPopup();
    }

Q_SIGNALS:
    void listWanted();

protected:
    void focusInEvent(QFocusEvent *event) override
    {
        Q_EMIT listWanted(); // the arrow keys choose without a popup
        QComboBox::focusInEvent(event);
    }
};

} // namespace crawlscope::gui
