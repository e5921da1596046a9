// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/fieldmessage.h"

#include "gui/setup/textcolor.h"

#include <QHBoxLayout>
#include <QLabel>

namespace crawlscope::gui {

namespace {
    constexpr int kIconSize = 14;
}

FieldMessage::FieldMessage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_label(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_label, 1);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_label, &QLabel::linkActivated, this, &FieldMessage::actionTriggered);
    connect(&theme, &Theme::changed, this, &FieldMessage::refresh);
    hide();
}

void FieldMessage::setMessage(Kind kind, const QString &text, const QString &action)
{
    if (kind == m_kind && text == m_text && action == m_action)
        return;
    m_kind = kind;
    m_text = text;
    m_action = action;
    refresh();
}

void FieldMessage::clear()
{
    setMessage(Kind::Hint, {});
}

void FieldMessage::refresh()
{
    setVisible(!m_text.isEmpty());
    m_icon->setVisible(m_kind != Kind::Hint);
    Token token = Token::TextMuted;
    if (m_kind == Kind::Warning) {
        token = Token::ClientError;
        m_icon->setPixmap(m_theme.icon(QStringLiteral("alert-triangle"), token).pixmap(kIconSize));
    } else if (m_kind == Kind::Error) {
        token = Token::ServerError;
        m_icon->setPixmap(m_theme.icon(QStringLiteral("alert-circle"), token).pixmap(kIconSize));
    }
    setTextColor(m_label, m_theme.color(token));
    m_label->setAccessibleName(m_text);
    if (m_action.isEmpty()) {
        m_label->setTextFormat(Qt::PlainText);
        m_label->setText(m_text);
        return;
    }
    m_label->setTextFormat(Qt::RichText);
    m_label->setText(m_text.toHtmlEscaped() + QStringLiteral(" <a href=\"#\">") + m_action.toHtmlEscaped()
                     + QStringLiteral("</a>"));
}

} // namespace crawlscope::gui
