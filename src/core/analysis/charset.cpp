// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/charset.h"

#include <QStringConverter>
#include <QStringDecoder>

#include <algorithm>

namespace crawlscope::charset {

namespace {

    constexpr qsizetype kMetaScanBytes = 1024;

    QByteArray valueAfter(const QByteArray &lower, const QByteArray &key, qsizetype from = 0)
    {
        const qsizetype at = lower.indexOf(key, from);
        if (at < 0)
            return {};
        qsizetype i = at + key.size();
        while (i < lower.size() && (lower.at(i) == ' ' || lower.at(i) == '='))
            ++i;
        const char quote = i < lower.size() && (lower.at(i) == '"' || lower.at(i) == '\'') ? lower.at(i++) : '\0';
        qsizetype end = i;
        while (end < lower.size()) {
            const char c = lower.at(end);
            if (quote != '\0' ? c == quote : (c == ';' || c == ' ' || c == '>' || c == '"' || c == '\'' || c == '/'))
                break;
            ++end;
        }
        return lower.mid(i, end - i).trimmed();
    }

    bool validUtf8(const QByteArray &bytes)
    {
        // The kept part of a body may end within a character: only the end may be incomplete.
        QStringDecoder decoder(QStringDecoder::Utf8);
        [[maybe_unused]] const QString decoded = decoder(bytes);
        return !decoder.hasError();
    }

} // namespace

QByteArray ofContentType(const QByteArray &contentType)
{
    return valueAfter(contentType.toLower(), "charset=");
}

QByteArray detect(const QByteArray &body, const QByteArray &contentType)
{
    if (const auto bom = QStringConverter::encodingForData(body))
        return QByteArray(QStringConverter::nameForEncoding(*bom)).toLower();
    const QByteArray declared = ofContentType(contentType);
    if (!declared.isEmpty())
        return declared;
    const QByteArray head = body.left(kMetaScanBytes).toLower();
    qsizetype at = 0;
    while ((at = head.indexOf("<meta", at)) >= 0) {
        const qsizetype end = head.indexOf('>', at);
        const QByteArray named = valueAfter(head.mid(at, end < 0 ? -1 : end - at + 1), "charset=");
        if (!named.isEmpty())
            return named.startsWith("utf-16") ? QByteArray("utf-8") : named;
        at += 5;
    }
    return validUtf8(body) ? QByteArray("utf-8") : QByteArray("windows-1252");
}

QString decode(const QByteArray &bytes, const QByteArray &charset)
{
    QStringDecoder decoder(charset.constData(), QStringConverter::Flag::Default);
    if (decoder.isValid())
        return decoder(bytes);
    return QString::fromLatin1(bytes);
}

} // namespace crawlscope::charset
