// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace crawlscope::charset {

/// Name of the encoding of an HTML or text body: byte order mark, `charset` of the Content-Type, <meta> within the
/// first 1,024 bytes (HTML standard, "encoding sniffing"), UTF-8 where the bytes are valid, else windows-1252.
[[nodiscard]] QByteArray detect(const QByteArray &body, const QByteArray &contentType);
/// Decodes `bytes`; unknown names are read as windows-1252.
[[nodiscard]] QString decode(const QByteArray &bytes, const QByteArray &charset);
/// The character of a byte in windows-1252; the five bytes it leaves open are controls.
[[nodiscard]] char16_t windows1252(quint8 byte);
/// `bytes` as valid UTF-8 without byte order mark and NUL (U+FFFD in its place), no copy where they are so already.
[[nodiscard]] QByteArray toUtf8(const QByteArray &bytes, const QByteArray &charset);
/// The charset parameter of a Content-Type value, lower case; empty: none.
[[nodiscard]] QByteArray ofContentType(const QByteArray &contentType);

} // namespace crawlscope::charset
