// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/charset.h"

#include <QStringConverter>
#include <QStringDecoder>

#include <algorithm>
#include <array>

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

    /// Without the character that the end of the bytes may cut through.
    QByteArrayView wholeCharacters(QByteArrayView bytes)
    {
        for (qsizetype back = 1; back <= std::min<qsizetype>(3, bytes.size()); ++back) {
            const auto byte = static_cast<quint8>(bytes[bytes.size() - back]);
            if ((byte & 0xC0U) == 0x80U)
                continue; // goes on what stands before it
            const qsizetype length = byte > 0xF4 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1;
            return length > back ? bytes.chopped(back) : bytes;
        }
        return bytes;
    }

    bool validUtf8(QByteArrayView bytes)
    {
        return wholeCharacters(bytes).isValidUtf8(); // the kept part of a body may end within a character
    }

    /// The labels that the Encoding Standard reads as windows-1252.
    bool isWindows1252(const QByteArray &charset)
    {
        static constexpr std::array<const char *, 12> labels {
            "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso88591",
            "iso_8859-1",   "latin1", "l1",       "us-ascii",   "ascii",     "ansi_x3.4-1968"};
        return std::any_of(labels.begin(), labels.end(), [&charset](const char *label) {
            return charset.compare(QByteArrayView(label), Qt::CaseInsensitive) == 0;
        });
    }

    bool isName(const QByteArray &charset)
    {
        return charset.size() <= 40 && std::all_of(charset.begin(), charset.end(), [](char c) {
                   return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
                       || c == '_' || c == '.' || c == ':' || c == '+';
               });
    }

    QString decodeWindows1252(const QByteArray &bytes)
    {
        QString text = QString::fromLatin1(bytes);
        for (QChar &c : text)
            c = QChar(windows1252(static_cast<quint8>(c.unicode())));
        return text;
    }

    bool isUtf8Name(const QByteArray &charset)
    {
        return charset.compare("utf-8", Qt::CaseInsensitive) == 0 || charset.compare("utf8", Qt::CaseInsensitive) == 0;
    }

    /// Charsets in which the bytes of ASCII may mean something else.
    bool isAsciiSuperset(const QByteArray &charset)
    {
        const QByteArray lower = charset.toLower();
        return !lower.startsWith("utf-16") && !lower.startsWith("utf-32") && !lower.startsWith("utf-7")
            && !lower.startsWith("iso-2022") && !lower.startsWith("hz") && !lower.startsWith("iso-10646")
            && !lower.startsWith("ucs");
    }

    bool isAscii(QByteArrayView bytes)
    {
        return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<quint8>(c) < 0x80; });
    }

} // namespace

/// By table, so that it does not depend on what Qt was built with.
char16_t windows1252(quint8 byte)
{
    static constexpr std::array<char16_t, 32> high {0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                                    0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008d, 0x017d, 0x008f,
                                                    0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178};
    return byte >= 0x80 && byte < 0xa0 ? high.at(byte - 0x80U) : char16_t {byte};
}

QByteArray toUtf8(const QByteArray &bytes, const QByteArray &charset)
{
    QByteArray out = bytes;
    if (isUtf8Name(charset) ? !bytes.isValidUtf8() : !(isAsciiSuperset(charset) && isAscii(bytes)))
        out = decode(bytes, charset).toUtf8(); // lone surrogates become U+FFFD or '?'
    if (out.startsWith("\xef\xbb\xbf"))
        out.remove(0, 3);
    if (out.contains('\0'))
        out.replace(QByteArray(1, '\0'), "\xef\xbf\xbd");
    return out;
}

QByteArray ofContentType(const QByteArray &contentType)
{
    return valueAfter(contentType.toLower(), "charset=");
}

QByteArray detect(const QByteArray &body, const QByteArray &contentType)
{
    if (const auto bom = QStringConverter::encodingForData(body))
        return QByteArray(QStringConverter::nameForEncoding(*bom)).toLower();
    QByteArray declared = ofContentType(contentType);
    if (!declared.isEmpty())
        return declared;
    const QByteArrayView head = QByteArrayView(body).first(std::min(body.size(), kMetaScanBytes));
    for (qsizetype at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at + 1)) {
        const QByteArrayView tag = head.sliced(at);
        if (tag.size() < 5 || tag.first(5).compare("<meta", Qt::CaseInsensitive) != 0)
            continue;
        const qsizetype end = tag.indexOf('>');
        const QByteArray named = valueAfter((end < 0 ? tag : tag.first(end + 1)).toByteArray().toLower(), "charset=");
        if (!named.isEmpty())
            return named.startsWith("utf-16") ? QByteArray("utf-8") : named;
    }
    return validUtf8(body) ? QByteArray("utf-8") : QByteArray("windows-1252");
}

QString decode(const QByteArray &bytes, const QByteArray &charset)
{
    if (isWindows1252(charset))
        return decodeWindows1252(bytes);
    // A name is a short token; what is longer or stranger goes to no converter.
    QStringDecoder decoder(isName(charset) ? charset.constData() : "", QStringConverter::Flag::Default);
    return decoder.isValid() ? QString(decoder(bytes)) : decodeWindows1252(bytes);
}

} // namespace crawlscope::charset
