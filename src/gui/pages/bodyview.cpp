// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/bodyview.h"

#include "core/store/rowdetails.h"
#include "gui/format.h"
#include "gui/pages/celldelegate.h"
#include "gui/theme/theme.h"

#include <QButtonGroup>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QStringDecoder>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    QPlainTextEdit *makeViewer(QWidget *parent, const QString &objectName)
    {
        auto *edit = new QPlainTextEdit(parent);
        edit->setObjectName(objectName);
        edit->setReadOnly(true);
        edit->setLineWrapMode(QPlainTextEdit::NoWrap);
        edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        edit->setUndoRedoEnabled(false);
        edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        edit->setFrameShape(QFrame::NoFrame);
        return edit;
    }

    bool looksBinary(const QByteArray &body)
    {
        const auto odd = std::count_if(body.cbegin(), body.cend(), [](char c) {
            return c >= 0 && c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b;
        });
        return odd * 20 > body.size();
    }

} // namespace

BodyView::BodyView(QWidget *parent)
    : QWidget(parent)
    , m_modes(new QButtonGroup(this))
    , m_summary(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_text(makeViewer(this, u"bodyText"_s))
    , m_json(new QTreeWidget(this))
    , m_jsonMessage(new QLabel(this))
    , m_hex(makeViewer(this, u"bodyHex"_s))
{
    auto *bar = new QHBoxLayout;
    bar->setSpacing(Space::xs);
    for (int mode = Text; mode <= Hex; ++mode) {
        auto *button = new QToolButton(this);
        button->setCheckable(true);
        button->setChecked(mode == Text);
        m_modes->addButton(button, mode);
        bar->addWidget(button);
    }
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setProperty("muted", true);
    bar->addSpacing(Space::s);
    bar->addWidget(m_summary, 1);

    m_json->setColumnCount(2);
    m_json->setUniformRowHeights(true);
    m_json->setItemDelegate(new CellDelegate(m_json));
    m_json->setFrameShape(QFrame::NoFrame);
    m_json->header()->setStretchLastSection(true);
    m_json->setColumnWidth(0, 220);
    m_jsonMessage->setTextFormat(Qt::PlainText);
    m_jsonMessage->setWordWrap(true);
    m_jsonMessage->setAlignment(Qt::AlignCenter);
    m_jsonMessage->setProperty("muted", true);
    auto *jsonPage = new QStackedWidget(this);
    jsonPage->addWidget(m_json);
    jsonPage->addWidget(m_jsonMessage);
    m_stack->addWidget(m_text);
    m_stack->addWidget(jsonPage);
    m_stack->addWidget(m_hex);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Space::xs, 0, 0);
    layout->setSpacing(Space::xs);
    layout->addLayout(bar);
    layout->addWidget(m_stack, 1);
    connect(m_modes, &QButtonGroup::idClicked, this, [this](int id) { setMode(static_cast<Mode>(id)); });
    retranslate();
}

void BodyView::retranslate()
{
    const QStringList names {tr("Text"), tr("JSON"), tr("Hex")};
    for (int mode = Text; mode <= Hex; ++mode)
        m_modes->button(mode)->setText(names[mode]);
    m_text->setAccessibleName(tr("Body as text"));
    m_hex->setAccessibleName(tr("Body in hexadecimal"));
    m_json->setAccessibleName(tr("Body as JSON tree"));
    m_json->setHeaderLabels({tr("Key"), tr("Value")});
    if (m_bodyBytes < 0)
        return clear();
    m_summary->setText(summary(m_details, m_bodyBytes));
    fillJson(m_details);
}

void BodyView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void BodyView::setMode(Mode mode)
{
    m_modes->button(mode)->setChecked(true);
    m_stack->setCurrentIndex(mode);
}

BodyView::Mode BodyView::mode() const
{
    return static_cast<Mode>(m_modes->checkedId());
}

void BodyView::clear()
{
    m_details = {};
    m_bodyBytes = -1;
    m_text->clear();
    m_hex->clear();
    m_json->clear();
    m_jsonMessage->setText(tr("No body."));
    m_summary->clear();
}

void BodyView::setBody(const RowDetails &details, qint64 bodyBytes, const QByteArray &contentType)
{
    const bool json = contentType.contains("json");
    m_details = details;
    m_details.hops.clear();
    m_bodyBytes = bodyBytes;
    m_text->setPlainText(format::untrustedLines(decode(details.bodyPreview, details.charset, details.previewCut)));
    m_hex->setPlainText(hexDump(details.bodyPreview));
    m_summary->setText(summary(details, bodyBytes));
    fillJson(details);
    if (looksBinary(details.bodyPreview))
        setMode(Hex);
    else if (json && m_json->topLevelItemCount() > 0)
        setMode(Json);
    else if (mode() != Hex)
        setMode(Text);
}

QString BodyView::summary(const RowDetails &details, qint64 bodyBytes) const
{
    if (details.bodyPreview.isEmpty())
        return tr("No body.");
    const QString size = format::bytes(bodyBytes);
    const QString shown = format::bytes(details.bodyPreview.size());
    QString text = details.previewCut ? tr("First %1 of %2").arg(shown, size) : tr("Whole body, %1").arg(size);
    if (!details.charset.isEmpty())
        text += u" · "_s + format::untrusted(details.charset);
    if (details.jsonErrorOffset >= 0)
        text += u" · "_s + tr("not valid JSON from byte %1 on").arg(QLocale().toString(details.jsonErrorOffset));
    return text;
}

QString BodyView::decode(const QByteArray &body, const QByteArray &charset, bool cut)
{
    if (!charset.isEmpty()) {
        QStringDecoder decoder(charset.constData());
        if (decoder.isValid())
            return decoder.decode(body);
    }
    // A decoder with state holds back an unfinished character at the end instead of reporting it.
    QStringDecoder utf8(QStringDecoder::Utf8, cut ? QStringDecoder::Flag::Default : QStringDecoder::Flag::Stateless);
    const QString text = utf8.decode(body);
    return utf8.hasError() && charset.isEmpty() ? QString::fromLatin1(body) : text;
}

QString BodyView::hexDump(const QByteArray &body)
{
    QString out;
    out.reserve(body.size() * 5);
    for (qsizetype at = 0; at < body.size(); at += 16) {
        const QByteArray line = body.mid(at, 16);
        out += QString::number(at, 16).rightJustified(6, u'0') + u"  "_s;
        for (qsizetype i = 0; i < 16; ++i) {
            if (i == 8)
                out += u' ';
            out += i < line.size() ? QString::number(static_cast<quint8>(line[i]), 16).rightJustified(2, u'0') + u' '
                                   : u"   "_s;
        }
        out += u' ';
        for (const char c : line)
            out += c >= 0x20 && c < 0x7f ? QChar(QLatin1Char(c)) : QChar(u'.');
        out += u'\n';
    }
    return out;
}

void BodyView::fillJson(const RowDetails &details)
{
    m_json->clear();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(details.bodyPreview, &error);
    auto *page = qobject_cast<QStackedWidget *>(m_stack->widget(Json));
    if (error.error != QJsonParseError::NoError) {
        m_jsonMessage->setText(
            details.bodyPreview.isEmpty()
                ? tr("No body.")
                : (details.previewCut ? tr("Only the beginning of the body was kept, which cannot be shown as a tree.")
                                      : tr("The body is not valid JSON: %1, at byte %2.")
                                            .arg(error.errorString(), QLocale().toString(error.offset))));
        page->setCurrentIndex(1);
        return;
    }
    addJson(m_json->invisibleRootItem(), tr("(body)"),
            document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()));
    m_json->expandToDepth(1);
    page->setCurrentIndex(0);
}

void BodyView::addJson(QTreeWidgetItem *parent, const QString &name, const QJsonValue &value)
{
    auto *item = new QTreeWidgetItem(parent);
    item->setText(0, format::untrusted(name.toUtf8()));
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        item->setText(1, tr("%n member(s)", nullptr, static_cast<int>(object.size())));
        for (auto at = object.begin(); at != object.end(); ++at)
            addJson(item, at.key(), at.value());
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        item->setText(1, tr("%n element(s)", nullptr, static_cast<int>(array.size())));
        for (qsizetype i = 0; i < array.size(); ++i)
            addJson(item, QString::number(i), array[i]);
    } else if (value.isString()) {
        item->setText(1, u'"' + format::untrusted(value.toString().toUtf8()) + u'"');
    } else if (value.isDouble()) {
        item->setText(1, QString::number(value.toDouble(), 'g', 17));
    } else if (value.isBool()) {
        item->setText(1, value.toBool() ? u"true"_s : u"false"_s);
    } else {
        item->setText(1, u"null"_s);
    }
}

} // namespace crawlscope::gui
