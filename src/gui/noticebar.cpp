// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/noticebar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <utility>

namespace crawlscope::gui {

namespace {
    constexpr int kIcon = 18;
    constexpr int kSteps = 1000;
    constexpr int kProgressWidth = 160;
} // namespace

NoticeBar::NoticeBar(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_label(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_layout(new QHBoxLayout(this))
{
    setProperty("card", true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(kProgressWidth);
    m_progress->hide();
    m_layout->setContentsMargins(Space::m, Space::xs, Space::s, Space::xs);
    m_layout->setSpacing(Space::s);
    m_layout->addWidget(m_icon);
    m_layout->addWidget(m_label, 1);
    m_layout->addWidget(m_progress);
    connect(&theme, &Theme::changed, this, &NoticeBar::applyTheme);
    hide();
}

void NoticeBar::say(const QString &icon, Token token, Text text, std::vector<Button> buttons)
{
    for (QPushButton *button : std::exchange(m_buttons, {})) {
        button->hide();
        button->deleteLater(); // it may be the one that was clicked
    }
    m_iconName = icon;
    m_token = token;
    m_text = std::move(text);
    m_offers = std::move(buttons);
    for (const Button &offer : m_offers) {
        auto *button = new QPushButton(this);
        button->setAutoDefault(false);
        button->setProperty("accent", offer.main);
        m_layout->addWidget(button);
        m_buttons.append(button);
        connect(button, &QPushButton::clicked, this, [this, action = offer.action] {
            dismiss();
            action();
        });
    }
    m_progress->hide();
    retranslate();
    applyTheme();
    show();
}

void NoticeBar::setProgress(double share)
{
    m_progress->setRange(0, share < 0 ? 0 : kSteps);
    if (share >= 0)
        m_progress->setValue(static_cast<int>(share * kSteps));
    m_progress->show();
}

void NoticeBar::dismiss()
{
    m_text = {};
    hide();
}

QString NoticeBar::text() const
{
    return m_text ? m_label->text() : QString();
}

void NoticeBar::retranslate()
{
    if (!m_text)
        return;
    m_label->setText(m_text());
    setAccessibleName(m_label->text());
    m_progress->setAccessibleName(m_label->text());
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setText(m_offers[static_cast<std::size_t>(i)].text());
}

void NoticeBar::applyTheme()
{
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(m_theme.icon(m_iconName, m_token).pixmap(QSize(kIcon, kIcon), devicePixelRatioF()));
}

void NoticeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace crawlscope::gui
