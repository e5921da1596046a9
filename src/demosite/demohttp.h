// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demosite/demorequest.h"
#include "demosite/demoserver.h"

#include <QByteArray>
#include <QByteArrayView>

namespace crawlscope::demosite {

/// What a page answers with.
struct Page
{
    Script script;
    /// RepeatForever ends after so many bytes, and the script goes on; -1: never.
    qint64 repeatBytes = -1;
};

/// "404 Not Found" and the like; the number alone where it has no name.
[[nodiscard]] QByteArray statusLine(int status);
/// A whole HTTP/1.1 answer with Content-Length. HEAD, 204 and 304 get no body. `extra`: header lines with CRLF.
[[nodiscard]] QByteArray httpReply(const Request &request, int status, QByteArrayView contentType,
                                   const QByteArray &body, QByteArrayView extra = {});
[[nodiscard]] Page sendPage(const QByteArray &bytes);
/// A small HTML document in UTF-8.
[[nodiscard]] QByteArray htmlDocument(const QByteArray &title, const QByteArray &body);
/// One gzip member (RFC 1952).
[[nodiscard]] QByteArray gzipped(const QByteArray &bytes);
/// gzip of `mebibytes` MiB of zeros, about 1 kB for each; made in milliseconds (one block, repeated).
[[nodiscard]] QByteArray gzippedZeros(int mebibytes);

} // namespace crawlscope::demosite
