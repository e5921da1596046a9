// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QWidget>

class QLabel;

namespace crawlscope::gui {

/// A line under a field: what is wrong with it, what it costs, or that something can be undone. Hidden while empty.
/// Thread: GUI.
class FieldMessage : public QWidget
{
    Q_OBJECT
public:
    enum class Kind : quint8 { Hint, Warning, Error };

    explicit FieldMessage(const Theme &theme, QWidget *parent = nullptr);

    /// `text` is plain text. `action` is shown as a link behind it.
    void setMessage(Kind kind, const QString &text, const QString &action = {});
    void clear();
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] QString text() const { return m_text; }

Q_SIGNALS:
    void actionTriggered();

private:
    void refresh();

    const Theme &m_theme;
    QLabel *m_icon;
    QLabel *m_label;
    Kind m_kind = Kind::Hint;
    QString m_text;
    QString m_action;
};

} // namespace crawlscope::gui
