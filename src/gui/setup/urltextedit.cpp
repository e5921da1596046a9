// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/urltextedit.h"

#include "gui/format.h"
#include "gui/texts.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>
#include <limits>

namespace crawlscope::gui {

namespace {
    constexpr int kIconSize = 14;
    constexpr int kMinDigits = 3; // the gutter does not jump while a short list is typed
} // namespace

/// The strip left of the text; all it knows is in the editor.
class UrlTextEdit::Gutter : public QWidget
{
public:
    explicit Gutter(UrlTextEdit *editor)
        : QWidget(editor)
        , m_editor(editor)
    {
    }
    [[nodiscard]] QSize sizeHint() const override { return {m_editor->gutterWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent *event) override { m_editor->paintGutter(event); }
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::ToolTip) {
            const auto *help = static_cast<QHelpEvent *>(event);
            if (!m_editor->showLineToolTip(help->pos().y(), help->globalPos()))
                QToolTip::hideText();
            return true;
        }
        return QWidget::event(event);
    }

private:
    UrlTextEdit *m_editor;
};

UrlTextEdit::UrlTextEdit(const Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
    , m_icons(theme)
    , m_gutter(new Gutter(this))
{
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setUndoRedoEnabled(true);
    connect(&theme, &Theme::changed, this, [this] {
        m_icons = VerdictIcons(m_theme);
        m_gutter->update();
    });
    connect(this, &QPlainTextEdit::blockCountChanged, this, &UrlTextEdit::layoutGutter);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, m_gutter, qOverload<>(&QWidget::update));
    connect(document(), &QTextDocument::contentsChange, this, [this](int position, int removed, int added) {
        if (removed == 0 && added == 0)
            return;
        // Lines above the edit keep their verdicts; those below wait for the next ones.
        const int line = document()->findBlock(position).blockNumber() + 1;
        m_firstStaleLine = std::min(m_firstStaleLine, std::max(line, 1));
        m_gutter->update();
    });
    layoutGutter();
}

void UrlTextEdit::setVerdicts(std::shared_ptr<const UrlList> urls)
{
    m_urls = std::move(urls);
    m_firstStaleLine = m_urls ? std::numeric_limits<int>::max() : 1;
    m_gutter->update();
}

QByteArray UrlTextEdit::utf8() const
{
    // Block by block: toPlainText() turns separators inside a line into line ends, and numbers would not fit any more.
    QByteArray out;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockNumber() != 0)
            out += '\n';
        out += block.text().toUtf8();
    }
    return out;
}

QByteArray UrlTextEdit::utf8BeforeSelection() const
{
    QTextCursor cursor = textCursor();
    cursor.setPosition(textCursor().selectionStart());
    cursor.movePosition(QTextCursor::Start, QTextCursor::KeepAnchor);
    return cursor.selectedText().replace(QChar::ParagraphSeparator, u'\n').toUtf8();
}

QByteArray UrlTextEdit::utf8AfterSelection() const
{
    QTextCursor cursor = textCursor();
    cursor.setPosition(textCursor().selectionEnd());
    cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    return cursor.selectedText().replace(QChar::ParagraphSeparator, u'\n').toUtf8();
}

qint64 UrlTextEdit::entryOfLine(int line) const
{
    if (!m_urls || line >= m_firstStaleLine)
        return -1;
    return m_urls->entryAtLine(static_cast<quint32>(line));
}

QString UrlTextEdit::verdictOfLine(int line) const
{
    const qint64 entry = entryOfLine(line);
    return entry < 0 ? QString() : texts::lineVerdict(*m_urls, static_cast<std::size_t>(entry));
}

int UrlTextEdit::currentLine() const
{
    return textCursor().blockNumber() + 1;
}

void UrlTextEdit::goToLine(int line)
{
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (!block.isValid())
        return;
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    horizontalScrollBar()->setValue(0);
    centerCursor();
    setFocus(Qt::OtherFocusReason);
}

bool UrlTextEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return !isReadOnly() && (source->hasUrls() || source->hasText());
}

void UrlTextEdit::insertFromMimeData(const QMimeData *source)
{
    Q_EMIT inserted(source);
}

int UrlTextEdit::gutterWidth() const
{
    const int digits = std::max(kMinDigits, static_cast<int>(QString::number(blockCount()).size()));
    return Space::xs + fontMetrics().horizontalAdvance(QString(digits, u'0')) + Space::xs + kIconSize + Space::xs;
}

void UrlTextEdit::layoutGutter()
{
    const int width = gutterWidth();
    if (isRightToLeft())
        setViewportMargins(0, 0, width, 0);
    else
        setViewportMargins(width, 0, 0, 0);
    const QRect area = contentsRect();
    const int left = isRightToLeft() ? area.right() - width + 1 : area.left();
    m_gutter->setGeometry(left, area.top(), width, viewport()->height());
    m_gutter->update();
}

void UrlTextEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layoutGutter();
}

void UrlTextEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (m_gutter != nullptr
        && (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
            || event->type() == QEvent::LayoutDirectionChange))
        layoutGutter();
}

bool UrlTextEdit::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (showLineToolTip(help->pos().y(), help->globalPos()))
            return true;
        QToolTip::hideText();
    }
    return QPlainTextEdit::viewportEvent(event);
}

int UrlTextEdit::lineAt(int y) const
{
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF rect = blockBoundingGeometry(block).translated(contentOffset());
        if (y < rect.top())
            break;
        if (y < rect.bottom())
            return block.blockNumber() + 1;
    }
    return 0;
}

bool UrlTextEdit::showLineToolTip(int y, const QPoint &globalPosition)
{
    const QString verdict = verdictOfLine(lineAt(y));
    if (verdict.isEmpty())
        return false;
    QToolTip::showText(globalPosition, verdict.toHtmlEscaped(), this);
    return true;
}

void UrlTextEdit::paintGutter(QPaintEvent *event)
{
    QPainter painter(m_gutter);
    painter.fillRect(event->rect(), m_theme.color(Token::SurfaceRaised));
    const QColor muted = m_theme.color(Token::TextMuted);
    const QColor current = m_theme.color(Token::Text);
    const int numberWidth = m_gutter->width() - kIconSize - 2 * Space::xs;
    const int lineHeight = fontMetrics().height();
    const QLocale plain = QLocale::c();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF rect = blockBoundingGeometry(block).translated(contentOffset());
        if (rect.top() > event->rect().bottom())
            break;
        const int line = block.blockNumber() + 1;
        const int top = qRound(rect.top());
        painter.setPen(line == currentLine() ? current : muted);
        painter.drawText(0, top, numberWidth, lineHeight, Qt::AlignRight | Qt::AlignVCenter, plain.toString(line));
        const qint64 entry = entryOfLine(line);
        if (entry >= 0) {
            const QIcon &icon = m_icons.of(m_urls->verdict(static_cast<std::size_t>(entry)));
            icon.paint(&painter, numberWidth + Space::xs, top + (lineHeight - kIconSize) / 2, kIconSize, kIconSize);
        }
    }
}

} // namespace crawlscope::gui
