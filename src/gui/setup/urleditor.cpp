// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/urleditor.h"

#include "core/store/sessionpath.h"
#include "gui/dialogs/csvdialog.h"
#include "gui/setup/fieldmessage.h"
#include "gui/setup/urllistpane.h"
#include "gui/setup/urltextedit.h"
#include "gui/texts.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

namespace crawlscope::gui {

namespace {

    /// The text on offer in the form it lies there: a million lines cost a visible moment to convert. Other programs
    /// offer
    /// bytes; only data of this process (of no class but QMimeData itself) may hold a QString, which is then shared.
    TextPart textOf(const QMimeData *source)
    {
        const QString utf8 = QStringLiteral("text/plain;charset=utf-8");
        if (source->metaObject() == &QMimeData::staticMetaObject && !source->hasFormat(utf8))
            return source->text();
        for (const QString &type : {utf8, QStringLiteral("text/plain")}) {
            QByteArray bytes = source->data(type);
            if (!bytes.isEmpty())
                return bytes;
        }
        return source->text(); // e.g. a list of web addresses
    }

    bool isEmpty(const TextPart &text)
    {
        return std::visit([](const auto &value) { return value.isEmpty(); }, text);
    }

    /// Without the copy that trimmed() makes.
    bool isBlank(const QByteArray &text)
    {
        return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
    }

    QStringList localFiles(const QMimeData *source)
    {
        QStringList files;
        for (const QUrl &url : source->urls()) {
            if (url.isLocalFile())
                files << url.toLocalFile();
        }
        return files;
    }

} // namespace

UrlEditor::UrlEditor(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    m_content.urls = UrlList::parse({});
    m_content.problems = std::make_shared<const std::vector<quint32>>();
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(kDebounceMs);
    buildWidgets();
    connectWidgets();
    refreshIcons();
    retranslate();
}

UrlEditor::~UrlEditor() = default;

UrlEditor::Mode UrlEditor::mode() const
{
    return m_content.asList ? Mode::List : Mode::Text;
}

QByteArray UrlEditor::currentText() const
{
    return m_content.asList ? m_content.text : m_edit->utf8();
}

qint64 UrlEditor::currentEntry() const
{
    if (m_content.asList)
        return m_pane->currentEntry();
    if (m_pending)
        return -1;
    return m_content.urls->entryAtLine(static_cast<quint32>(m_edit->currentLine()));
}

void UrlEditor::onTextEdited()
{
    if (m_settingText)
        return;
    m_message->clear();
    forgetUndo();
    setPending(true);
    m_debounce.start();
    refreshSummary();
}

void UrlEditor::judgeNow()
{
    m_debounce.stop();
    if (!m_loading && !m_content.asList)
        m_loader.loadText({m_edit->utf8()});
}

void UrlEditor::setText(const QByteArray &text)
{
    replaceWith({text});
}

void UrlEditor::setList(std::shared_ptr<const UrlList> urls)
{
    m_debounce.stop();
    m_message->clear();
    m_offerUndo = true;
    setLoading(true);
    m_loader.showList(std::move(urls));
}

void UrlEditor::clear()
{
    replaceWith({});
}

void UrlEditor::replaceWith(std::vector<TextPart> parts)
{
    m_debounce.stop();
    m_message->clear();
    m_offerUndo = true;
    setLoading(true);
    m_loader.loadText(std::move(parts));
}

void UrlEditor::openFiles(const QStringList &paths, bool append)
{
    if (paths.isEmpty())
        return;
    m_debounce.stop();
    m_message->clear();
    m_folder = QFileInfo(paths.first()).absolutePath();
    m_append = append && !isBlank(currentText());
    setLoading(true);
    if (paths.size() == 1 && InputReader::looksLikeCsv(paths.first()))
        m_loader.previewCsv(paths.first());
    else
        loadFiles(paths, -1);
}

void UrlEditor::loadFiles(const QStringList &paths, int column)
{
    m_offerUndo = !m_append;
    setLoading(true);
    m_loader.loadFiles(paths, column, m_append ? currentText() : QByteArray());
}

void UrlEditor::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a URL list"), m_folder,
                                   tr("URL lists (*.txt *.csv *.tsv *.gz *.list *.urls);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &files) { openFiles(files); });
    dialog->open();
}

void UrlEditor::askColumn(const CsvPreview &preview, const QString &path)
{
    auto *dialog = new CsvDialog(preview, QFileInfo(path).fileName(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, path] { loadFiles({path}, dialog->column()); });
    connect(dialog, &QDialog::rejected, this, &UrlEditor::cancelLoading);
    dialog->open();
}

void UrlEditor::paste()
{
    if (const QMimeData *source = QGuiApplication::clipboard()->mimeData())
        insertFrom(source);
}

void UrlEditor::insertFrom(const QMimeData *source)
{
    if (m_loading)
        return;
    const QStringList files = localFiles(source);
    if (!files.isEmpty()) {
        if (files.first().endsWith(SessionPath::kEnding))
            return Q_EMIT sessionDropped(files.first());
        openFiles(files, true);
        return;
    }
    TextPart text = textOf(source);
    if (isEmpty(text))
        return;
    if (m_content.asList) {
        std::vector<TextPart> parts {m_content.text};
        if (!m_content.text.endsWith('\n'))
            parts.emplace_back(QByteArray("\n"));
        parts.push_back(std::move(text));
        replaceWith(std::move(parts));
        return;
    }
    const QByteArray before = m_edit->utf8BeforeSelection();
    const QByteArray after = m_edit->utf8AfterSelection();
    if (ListLoader::fitsText(text)) {
        const auto *bytes = std::get_if<QByteArray>(&text);
        const QString inserted = bytes != nullptr ? QString::fromUtf8(*bytes) : std::get<QString>(text);
        if (ListLoader::fitsText(TextPart(QByteArray(before + inserted.toUtf8() + after)))) {
            m_edit->textCursor().insertText(inserted);
            m_edit->ensureCursorVisible();
            judgeNow(); // a paste is complete, other than typing
            return;
        }
    }
    replaceWith({before, std::move(text), after});
}

void UrlEditor::onLoaded(const std::shared_ptr<LoadedList> &loaded)
{
    const bool replaced = m_loading;
    if (loaded->error != InputError::None) {
        cancelLoading();
        showError(texts::inputError(loaded->error, loaded->fileName, loaded->systemDetail));
        return;
    }
    if (loaded->previewOnly) {
        askColumn(loaded->preview, loaded->fileName);
        return;
    }
    Content content;
    content.urls = loaded->urls;
    content.problems = std::make_shared<const std::vector<quint32>>(std::move(loaded->problems));
    content.editable = loaded->editable;
    if (!replaced) { // verdicts of the text as it stands
        Content old = std::exchange(m_content, std::move(content));
        m_edit->setVerdicts(m_content.urls);
        drop(&old);
        setPending(false);
        refreshSummary();
        refreshCurrentLine();
        Q_EMIT listChanged();
        return;
    }
    content.text = std::move(loaded->text);
    content.asList = !loaded->autoText;
    if (m_offerUndo)
        keepForUndo();
    const bool cleared = content.urls->lineCount() == 0 || content.text.isEmpty();
    adopt(std::move(content));
    if (m_hasUndo)
        m_message->setMessage(FieldMessage::Kind::Hint, cleared ? tr("List cleared.") : tr("List changed."),
                              tr("Undo"));
    Q_EMIT loadingEnded(true);
}

void UrlEditor::adopt(Content content)
{
    Content old = std::exchange(m_content, std::move(content));
    if (m_content.asList) {
        m_pane->setList(m_content.urls, m_content.problems, m_content.editable);
        setDocument({});
        m_stack->setFocusProxy(m_pane);
        m_stack->setCurrentWidget(m_pane);
    } else {
        setDocument(m_content.text);
        m_content.text.clear();
        m_edit->setVerdicts(m_content.urls);
        m_pane->setList({}, {}, false);
        m_stack->setFocusProxy(m_edit);
        m_stack->setCurrentWidget(m_edit);
    }
    m_offerUndo = false;
    m_append = false;
    drop(&old);
    setLoading(false);
    setPending(false);
    refreshSummary();
    refreshCurrentLine();
    Q_EMIT listChanged();
}

void UrlEditor::setDocument(const QByteArray &text)
{
    m_settingText = true;
    m_edit->setVerdicts({});
    QTextCursor cursor(m_edit->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(QString::fromUtf8(text)); // unlike setPlainText() this keeps what can be undone
    cursor.movePosition(QTextCursor::Start);
    m_edit->setTextCursor(cursor);
    m_settingText = false;
}

void UrlEditor::keepForUndo()
{
    forgetUndo();
    m_undo = m_content;
    m_undo.text = currentText();
    m_hasUndo = !isBlank(m_undo.text);
    if (!m_hasUndo)
        drop(&m_undo);
}

void UrlEditor::undo()
{
    if (!m_hasUndo || m_loading)
        return;
    m_hasUndo = false;
    m_message->clear();
    adopt(std::exchange(m_undo, {}));
}

void UrlEditor::forgetUndo()
{
    if (!m_hasUndo)
        return;
    m_hasUndo = false;
    m_message->clear();
    drop(&m_undo);
}

void UrlEditor::drop(Content *content)
{
    // Freeing a million entries takes tens of milliseconds: not here.
    m_loader.dispose(std::make_shared<Content>(std::exchange(*content, {})));
}

void UrlEditor::cancelLoading()
{
    m_loader.cancel();
    m_offerUndo = false;
    m_append = false;
    setLoading(false);
    if (m_content.asList)
        setPending(false);
    else if (m_pending)
        judgeNow(); // the request cancelled may have replaced one for the text shown
    refreshSummary();
    refreshCurrentLine();
    Q_EMIT loadingEnded(false);
}

void UrlEditor::goToNext(LineVerdict verdict)
{
    const std::vector<quint32> &problems = *m_content.problems;
    const qint64 current = currentEntry();
    const auto wanted = [&](quint32 entry) { return m_content.urls->verdict(entry) == verdict; };
    const auto from = std::upper_bound(problems.begin(), problems.end(), current,
                                       [](qint64 value, quint32 entry) { return value < qint64 {entry}; });
    auto found = std::find_if(from, problems.end(), wanted);
    if (found == problems.end())
        found = std::find_if(problems.begin(), from, wanted);
    if (found == problems.end() || m_pending)
        return;
    if (m_content.asList)
        m_pane->goToEntry(*found);
    else
        m_edit->goToLine(static_cast<int>(m_content.urls->lineNumber(*found)));
}

void UrlEditor::showError(const QString &text)
{
    m_message->setMessage(FieldMessage::Kind::Error, text);
}

void UrlEditor::setPending(bool pending)
{
    if (pending == m_pending)
        return;
    m_pending = pending;
    Q_EMIT pendingChanged(pending);
}

void UrlEditor::setLoading(bool loading)
{
    m_loading = loading;
    m_edit->setReadOnly(loading);
    m_progressRow->setVisible(loading);
    onProgress(0, 0);
    m_open->setEnabled(!loading);
    m_demo->setEnabled(!loading);
    refreshSummary();
    refreshCurrentLine();
    if (loading)
        setPending(true);
}

void UrlEditor::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_loading && (event->mimeData()->hasUrls() || event->mimeData()->hasText()))
        event->acceptProposedAction();
}

void UrlEditor::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    insertFrom(event->mimeData());
}

} // namespace crawlscope::gui
