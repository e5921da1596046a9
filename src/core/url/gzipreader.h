// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <atomic>

/// Reads a device to its end, through zlib when the data is gzip (RFC 1952, any number of members). Thread: any.
namespace crawlscope::GzipReader {

enum class Status : quint8 { Ok, LimitReached, BadGzip, ReadFailed, Cancelled };
struct Result
{
    QByteArray bytes; ///< with LimitReached and BadGzip: what came before
    Status status = Status::Ok;
};
/// At most `limit` bytes after decompression; never holds more than that plus 128 KiB. `mustBeGzip`: other data
/// than gzip (save none at all) is BadGzip.
[[nodiscard]] Result readAll(QIODevice *device, qint64 limit, bool mustBeGzip = false,
                             const std::atomic<bool> *cancelled = nullptr);

} // namespace crawlscope::GzipReader
