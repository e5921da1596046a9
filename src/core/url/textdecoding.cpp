// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/textdecoding.h"

#include <QStringDecoder>

#include <algorithm>
#include <optional>

namespace crawlscope::textdecoding {
namespace {

    std::optional<QStringConverter::Encoding> utf16Encoding(const QByteArray &bytes)
    {
        if (bytes.startsWith("\xFF\xFE"))
            return QStringConverter::Utf16LE;
        if (bytes.startsWith("\xFE\xFF"))
            return QStringConverter::Utf16BE;
        // URLs are mostly ASCII: every other byte is NUL. A stray NUL in UTF-8 text is no such pattern.
        const qsizetype pairs = std::min<qsizetype>(bytes.size(), 4096) / 2;
        qsizetype nulHigh = 0;
        qsizetype nulLow = 0;
        for (qsizetype i = 0; i < pairs; ++i) {
            nulHigh += bytes[2 * i] == '\0' ? 1 : 0;
            nulLow += bytes[2 * i + 1] == '\0' ? 1 : 0;
        }
        if (pairs >= 4 && nulLow * 2 > pairs && nulHigh * 20 <= pairs)
            return QStringConverter::Utf16LE;
        if (pairs >= 4 && nulHigh * 2 > pairs && nulLow * 20 <= pairs)
            return QStringConverter::Utf16BE;
        return std::nullopt;
    }

} // namespace

bool isUtf16(const QByteArray &bytes)
{
    return utf16Encoding(bytes).has_value();
}

QByteArray toUtf8(const QByteArray &bytes, const std::atomic<bool> *cancelled)
{
    const std::optional<QStringConverter::Encoding> encoding = utf16Encoding(bytes);
    if (!encoding)
        return bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes;
    constexpr qsizetype kChunk = 1'048'576;
    QStringDecoder decoder(*encoding); // drops the byte order mark
    QString piece;
    QByteArray out;
    out.reserve(bytes.size() / 2 + 16);
    for (qsizetype at = 0; at < bytes.size(); at += kChunk) {
        if (cancelled != nullptr && cancelled->load(std::memory_order_relaxed))
            return {};
        piece += QString(decoder.decode(QByteArrayView(bytes).sliced(at, std::min(kChunk, bytes.size() - at))));
        const bool halfPair = !piece.isEmpty() && piece.back().isHighSurrogate();
        const qsizetype whole = piece.size() - (halfPair ? 1 : 0);
        out += QStringView(piece).first(whole).toUtf8();
        piece.remove(0, whole);
    }
    out += piece.toUtf8();
    return out.isNull() ? QByteArray("") : out;
}

} // namespace crawlscope::textdecoding
