// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace crawlscope {

/// Undoes Content-Encoding (RFC 9110 section 8.4) with caps. Pure. Thread: any.
namespace ContentDecoder {

    inline constexpr int kMaxLayers = 2;
    /// Above the cap, a stream that grew more than this is called a bomb, a smaller one merely too large.
    inline constexpr int kBombRatio = 100;

    enum class Status : quint8 {
        Ok,
        Truncated,
        Broken,
        WindowTooLarge, ///< asks for more memory than a decoder on the web has to give
        Bomb,
        TooLarge,
        Unknown,
    };
    struct Outcome
    {
        Status status = Status::Ok;
        QByteArray bytes; ///< what was decoded, at most `keepBytes`
        qint64 size = 0; ///< decoded size, kept or not
        bool trailingGarbage = false;
    };
    struct Caps
    {
        qint64 maxBytes = 0; ///< decoded size beyond which decoding stops
        qint64 keepBytes = 0;
    };

    /// `encoding`: the header value, e.g. "gzip" or "deflate, gzip". "identity" and an empty value pass the bytes
    /// through. gzip (several members too), x-gzip, deflate (zlib and raw), br, zstd (several frames too). Others:
    /// Unknown, the bytes as they are.
    [[nodiscard]] Outcome decode(const QByteArray &encoding, const QByteArray &body, Caps caps);

} // namespace ContentDecoder
} // namespace crawlscope
