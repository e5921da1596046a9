// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The widgets of UrlEditor: making, wiring, wording. What they do is in urleditor.cpp.
#include "gui/format.h"
#include "gui/setup/fieldmessage.h"
#include "gui/setup/textcolor.h"
#include "gui/setup/urleditor.h"
#include "gui/setup/urllistpane.h"
#include "gui/setup/urltextedit.h"
#include "gui/texts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace crawlscope::gui {

namespace {

    constexpr int kProgressSteps = 1000;
    constexpr int kVisibleLines = 8; // the least height of the box

    int asInt(quint64 value)
    {
        return static_cast<int>(std::min<quint64>(value, std::numeric_limits<int>::max()));
    }

    QString link(const QString &target, const QString &text)
    {
        return QStringLiteral("<a href=\"%1\">%2</a>").arg(target, text.toHtmlEscaped());
    }

} // namespace

void UrlEditor::buildWidgets()
{
    m_title = new QLabel(this);
    m_clear = new QToolButton(this);
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::TabFocus);
    QSizePolicy keepsRoom = m_clear->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true); // nothing jumps when the first URL comes
    m_clear->setSizePolicy(keepsRoom);
    m_edit = new UrlTextEdit(m_theme, this);
    m_pane = new UrlListPane(m_theme, this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_edit);
    m_stack->addWidget(m_pane);
    m_stack->setMinimumHeight(fontMetrics().height() * kVisibleLines);
    m_title->setBuddy(m_edit);

    buildProgressRow();
    m_message = new FieldMessage(m_theme, this);
    m_summary = new QLabel(this);
    m_summary->setTextFormat(Qt::RichText);
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_line = new QLabel(this);
    m_line->setTextFormat(Qt::PlainText);
    m_line->setWordWrap(true);

    m_open = new QPushButton(this);
    m_demo = new QPushButton(this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::s);
    buttons->addWidget(m_open);
    buttons->addWidget(m_demo);
    buttons->addStretch(1);

    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_clear);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    layout->addLayout(top);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_progressRow);
    layout->addWidget(m_summary);
    layout->addWidget(m_line);
    layout->addWidget(m_message);
    layout->addLayout(buttons);
    setFocusProxy(m_stack);
    m_stack->setFocusProxy(m_edit);
    setAcceptDrops(true);
}

void UrlEditor::buildProgressRow()
{
    m_progressRow = new QWidget(this);
    m_progress = new QProgressBar(m_progressRow);
    m_progress->setTextVisible(false);
    m_cancel = new QToolButton(m_progressRow);
    m_cancel->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_cancel->setFocusPolicy(Qt::StrongFocus);
    auto *progressLayout = new QHBoxLayout(m_progressRow);
    progressLayout->setContentsMargins(0, 0, 0, 0);
    progressLayout->addWidget(m_progress, 1);
    progressLayout->addWidget(m_cancel);
    m_progressRow->hide();
}

void UrlEditor::connectWidgets()
{
    connect(m_edit, &QPlainTextEdit::textChanged, this, &UrlEditor::onTextEdited);
    connect(m_edit, &UrlTextEdit::inserted, this, &UrlEditor::insertFrom);
    connect(m_edit, &QPlainTextEdit::cursorPositionChanged, this, &UrlEditor::refreshCurrentLine);
    connect(m_pane, &UrlListPane::currentEntryChanged, this, &UrlEditor::refreshCurrentLine);
    connect(m_pane, &UrlListPane::clearRequested, this, &UrlEditor::clear);
    connect(m_pane, &UrlListPane::editRequested, this, [this] {
        Content content = m_content;
        content.asList = false;
        adopt(std::move(content));
        m_edit->setFocus();
    });
    connect(m_clear, &QToolButton::clicked, this, &UrlEditor::clear);
    connect(m_open, &QPushButton::clicked, this, &UrlEditor::chooseFile);
    connect(m_demo, &QPushButton::clicked, this, &UrlEditor::demoRequested);
    connect(m_cancel, &QToolButton::clicked, this, &UrlEditor::cancelLoading);
    connect(m_message, &FieldMessage::actionTriggered, this, &UrlEditor::undo);
    connect(m_summary, &QLabel::linkActivated, this, [this](const QString &target) {
        goToNext(target == QLatin1StringView("duplicate") ? LineVerdict::Duplicate : LineVerdict::Invalid);
    });
    connect(&m_debounce, &QTimer::timeout, this, &UrlEditor::judgeNow);
    connect(&m_loader, &ListLoader::loaded, this, &UrlEditor::onLoaded);
    connect(&m_loader, &ListLoader::progress, this, &UrlEditor::onProgress);
    connect(&m_theme, &Theme::changed, this, &UrlEditor::refreshCurrentLine);
}

void UrlEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void UrlEditor::retranslate()
{
    m_title->setText(tr("&URLs"));
    m_edit->setPlaceholderText(tr("Paste URLs here, one per line, or drop a .txt, .csv or .gz file"));
    m_edit->setAccessibleName(tr("URL list"));
    m_edit->setAccessibleDescription(tr("One URL per line. The verdict of the current line is read below the box."));
    m_clear->setToolTip(tr("Clear the list"));
    m_clear->setAccessibleName(tr("Clear the list"));
    m_open->setText(tr("Open file…"));
    m_open->setToolTip(tr("Replaces the list with the URLs of a .txt, .csv or .gz file"));
    m_demo->setText(tr("Try the demo site"));
    m_demo->setToolTip(tr("Fills in about 120 URLs of a small web site that runs inside this program"));
    m_cancel->setText(tr("Cancel"));
    m_progress->setAccessibleName(tr("Reading the list"));
    refreshSummary();
    refreshCurrentLine();
}

void UrlEditor::refreshIcons()
{
    m_clear->setIcon(m_theme.icon(QStringLiteral("trash")));
    m_open->setIcon(m_theme.icon(QStringLiteral("folder-open")));
    m_demo->setIcon(m_theme.icon(QStringLiteral("flask")));
}

void UrlEditor::refreshSummary()
{
    const UrlListCounts &counts = m_content.urls->counts();
    const bool text = mode() == Mode::Text;
    const bool empty = text ? m_edit->document()->isEmpty() : false;
    m_clear->setVisible(text && !empty);
    m_demo->setVisible(empty);
    m_edit->setReadOnly(m_loading);
    QStringList parts;
    parts << tr("%Ln accepted", nullptr, asInt(counts.unique)).toHtmlEscaped();
    if (counts.schemeAdded != 0)
        parts << tr("%Ln without scheme", nullptr, asInt(counts.schemeAdded)).toHtmlEscaped();
    if (counts.duplicate != 0)
        parts << link(QStringLiteral("duplicate"), tr("%Ln duplicate(s)", nullptr, asInt(counts.duplicate)));
    if (counts.invalid != 0)
        parts << link(QStringLiteral("invalid"), tr("%Ln invalid", nullptr, asInt(counts.invalid)));
    m_summary->setVisible(counts.input != 0 && !m_loading);
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    m_summary->setToolTip(tr("Follow a link to see the next such line"));
}

void UrlEditor::refreshCurrentLine()
{
    const qint64 entry = currentEntry();
    setTextColor(m_line, m_theme.color(Token::TextMuted));
    if (entry < 0 || m_loading) {
        m_line->hide();
        return;
    }
    const auto position = static_cast<std::size_t>(entry);
    m_line->setText(
        tr("Line %1: %2")
            .arg(format::number(m_content.urls->lineNumber(position)), texts::lineVerdict(*m_content.urls, position)));
    m_line->show();
}

void UrlEditor::onProgress(qint64 done, qint64 total)
{
    // The total of a file is known once it is read; until then the bar only shows that something goes on.
    m_progress->setRange(0, total > 0 ? kProgressSteps : 0);
    if (total > 0)
        m_progress->setValue(static_cast<int>(std::min(done, total) * kProgressSteps / total));
}

} // namespace crawlscope::gui
