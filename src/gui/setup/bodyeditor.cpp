// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/bodyeditor.h"

#include "gui/format.h"
#include "gui/setup/fieldmessage.h"

#include <QComboBox>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonParseError>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStringDecoder>
#include <QStyle>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

namespace crawlscope::gui {

namespace {

    constexpr int kTextLines = 5;

    bool isUtf8(const QByteArray &bytes)
    {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString text = decoder.decode(bytes);
        return !decoder.hasError() && !text.contains(QChar::Null);
    }

    void markInvalid(QWidget *widget, bool invalid)
    {
        if (widget->property("invalid").toBool() == invalid)
            return;
        widget->setProperty("invalid", invalid);
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }

} // namespace

BodyEditor::BodyEditor(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_contentType(new QLineEdit(this))
    , m_text(new QPlainTextEdit(this))
    , m_fileRow(new QWidget(this))
    , m_fileName(new QLabel(m_fileRow))
    , m_browse(new QPushButton(m_fileRow))
    , m_message(new FieldMessage(theme, this))
{
    for (int kind = 0; kind < 4; ++kind)
        m_kind->addItem(QString());
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFixedHeight(fontMetrics().lineSpacing() * kTextLines);
    m_fileName->setTextFormat(Qt::PlainText);
    m_fileName->setWordWrap(true);
    auto *fileLayout = new QHBoxLayout(m_fileRow);
    fileLayout->setContentsMargins(0, 0, 0, 0);
    fileLayout->addWidget(m_fileName, 1);
    fileLayout->addWidget(m_browse);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    for (QWidget *widget : {static_cast<QWidget *>(m_kind), static_cast<QWidget *>(m_text), m_fileRow,
                            static_cast<QWidget *>(m_contentType), static_cast<QWidget *>(m_message)})
        layout->addWidget(widget);
    setFocusProxy(m_kind);

    connect(m_kind, &QComboBox::currentIndexChanged, this, &BodyEditor::refresh);
    connect(m_contentType, &QLineEdit::textEdited, this, &BodyEditor::changed);
    connect(m_text, &QPlainTextEdit::textChanged, this, &BodyEditor::refresh);
    connect(m_browse, &QPushButton::clicked, this, &BodyEditor::chooseFile);
    connect(&m_watcher, &QFutureWatcher<FileContent>::finished, this, &BodyEditor::onFileRead);
    retranslate();
}

BodyEditor::Kind BodyEditor::kind() const
{
    return static_cast<Kind>(std::max(m_kind->currentIndex(), 0));
}

void BodyEditor::setKind(Kind kind)
{
    m_kind->setCurrentIndex(static_cast<int>(kind));
}

QByteArray BodyEditor::body() const
{
    switch (kind()) {
    case Kind::None:
        return {};
    case Kind::Text:
    case Kind::Json:
        return m_text->toPlainText().toUtf8();
    case Kind::File:
        return m_file.bytes;
    }
    return {};
}

QByteArray BodyEditor::contentType() const
{
    if (kind() == Kind::None)
        return {};
    const QByteArray typed = m_contentType->text().trimmed().toUtf8();
    return typed.isEmpty() ? m_contentType->placeholderText().toUtf8() : typed;
}

void BodyEditor::setBody(const QByteArray &body, const QByteArray &contentType)
{
    m_contentType->clear();
    m_path.clear();
    m_file = {};
    m_reading = false; // what a read under way brings is no longer wanted
    m_text->clear();
    if (body.isEmpty()) {
        setKind(Kind::None);
    } else if (!isUtf8(body)) {
        m_file.bytes = body;
        setKind(Kind::File);
    } else {
        m_text->setPlainText(QString::fromUtf8(body));
        setKind(contentType.contains("json") ? Kind::Json : Kind::Text);
    }
    if (!contentType.isEmpty() && contentType != m_contentType->placeholderText().toUtf8() && kind() != Kind::None)
        m_contentType->setText(QString::fromUtf8(contentType));
    refresh();
}

bool BodyEditor::tooLongToStore() const
{
    return (kind() == Kind::Text || kind() == Kind::Json)
        && m_text->toPlainText().toUtf8().size() > RequestBody::kMaxTextBytes;
}

RequestBody BodyEditor::stored() const
{
    RequestBody body;
    body.kind = kind();
    if (body.kind == Kind::File)
        body.path = m_path;
    else if (body.kind != Kind::None && !tooLongToStore())
        body.text = m_text->toPlainText();
    if (body.path.isEmpty() && body.text.isEmpty())
        return {};
    body.contentType = m_contentType->text().trimmed();
    return body;
}

void BodyEditor::restore(const RequestBody &body)
{
    setBody({}, {});
    setKind(body.kind);
    m_contentType->setText(body.contentType);
    if (body.kind == Kind::File && !body.path.isEmpty())
        openFile(body.path);
    else if (body.kind != Kind::None)
        m_text->setPlainText(body.text);
    refresh();
}

BodyEditor::FileContent BodyEditor::readFile(const QString &path)
{
    FileContent content;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        content.failed = true;
        content.error = file.errorString();
        return content;
    }
    content.bytes = file.read(kMaxFileBytes + 1);
    if (file.error() != QFileDevice::NoError) {
        content.failed = true;
        content.error = file.errorString();
    } else if (content.bytes.size() > kMaxFileBytes) {
        content.failed = true;
        content.tooLarge = true;
        content.bytes.clear();
    }
    return content;
}

void BodyEditor::openFile(const QString &path)
{
    m_path = QFileInfo(path).absoluteFilePath();
    m_file = {};
    m_reading = true;
    m_watcher.setFuture(QtConcurrent::run(&BodyEditor::readFile, path));
    refresh();
}

void BodyEditor::onFileRead()
{
    if (!m_reading)
        return;
    m_reading = false;
    m_file = m_watcher.result();
    refresh();
}

void BodyEditor::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose the request body"), QFileInfo(m_path).absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &BodyEditor::openFile);
    dialog->open();
}

QString BodyEditor::jsonProblem() const
{
    const QByteArray json = m_text->toPlainText().toUtf8();
    if (json.trimmed().isEmpty())
        return tr("The JSON is empty");
    QJsonParseError error {};
    QJsonDocument::fromJson(json, &error);
    if (error.error == QJsonParseError::NoError)
        return {};
    const QByteArray before = json.left(std::clamp<qsizetype>(error.offset - 1, 0, json.size()));
    const auto line = before.count('\n') + 1;
    const auto column = QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1)).size() + 1;
    return tr("No JSON from line %1, column %2 on").arg(line).arg(column);
}

QString BodyEditor::fileProblem() const
{
    if (m_reading)
        return tr("The file is being read");
    if (m_file.tooLarge)
        return tr("The file is larger than %1").arg(format::bytes(kMaxFileBytes));
    if (m_file.failed)
        return tr("The file cannot be read: %1").arg(m_file.error);
    if (m_path.isEmpty() && m_file.bytes.isEmpty())
        return tr("No file is chosen");
    return {};
}

QString BodyEditor::problem() const
{
    switch (kind()) {
    case Kind::None:
    case Kind::Text:
        return {};
    case Kind::Json:
        return jsonProblem();
    case Kind::File:
        return fileProblem();
    }
    return {};
}

void BodyEditor::focusProblem()
{
    if (kind() == Kind::File)
        m_browse->setFocus(Qt::OtherFocusReason);
    else if (kind() == Kind::None)
        m_kind->setFocus(Qt::OtherFocusReason);
    else
        m_text->setFocus(Qt::OtherFocusReason);
}

void BodyEditor::refresh()
{
    const Kind now = kind();
    const bool typed = now == Kind::Text || now == Kind::Json;
    m_text->setVisible(typed);
    m_fileRow->setVisible(now == Kind::File);
    m_contentType->setVisible(now != Kind::None);
    switch (now) {
    case Kind::None:
    case Kind::Text:
        m_contentType->setPlaceholderText(QStringLiteral("text/plain; charset=utf-8"));
        break;
    case Kind::Json:
        m_contentType->setPlaceholderText(QStringLiteral("application/json"));
        break;
    case Kind::File:
        m_contentType->setPlaceholderText(QStringLiteral("application/octet-stream"));
        break;
    }
    const QString wrong = problem();
    markInvalid(m_text, typed && !wrong.isEmpty());
    if (wrong.isEmpty() && tooLongToStore())
        m_message->setMessage(FieldMessage::Kind::Hint,
                              tr("Longer than %1: it is sent, but not remembered for the next start")
                                  .arg(format::bytes(RequestBody::kMaxTextBytes)));
    else
        m_message->setMessage(FieldMessage::Kind::Error, wrong);
    if (now == Kind::File && wrong.isEmpty())
        m_fileName->setText(m_path.isEmpty()
                                ? tr("Kept body, %1").arg(format::bytes(m_file.bytes.size()))
                                : tr("%1, %2").arg(QFileInfo(m_path).fileName(), format::bytes(m_file.bytes.size())));
    else
        m_fileName->setText(QFileInfo(m_path).fileName());
    Q_EMIT changed();
}

void BodyEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void BodyEditor::retranslate()
{
    m_kind->setItemText(0, tr("None"));
    m_kind->setItemText(1, tr("Text"));
    m_kind->setItemText(2, tr("JSON"));
    m_kind->setItemText(3, tr("File"));
    m_kind->setAccessibleName(tr("Kind of body"));
    m_text->setAccessibleName(tr("Request body"));
    m_contentType->setAccessibleName(tr("Content type of the body"));
    m_contentType->setToolTip(tr("Content type of the body"));
    m_browse->setText(tr("Choose…"));
    refresh();
}

} // namespace crawlscope::gui
