// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace crawlscope {

/// What bytes are, whatever the server says. Pure; looks at the first 1,445 bytes. Thread: any.
namespace TypeSniffer {

    /// By the tables of the WHATWG's MIME Sniffing standard (sections 6 and 7), and of the same kind: JSON, SVG, 7z,
    /// xz, bzip2, Zstandard, AVIF, HEIC, FLAC, WebAssembly, SQLite. "text/plain" for other bytes without controls,
    /// "application/octet-stream" for the rest, empty for no bytes.
    [[nodiscard]] QByteArray sniff(QByteArrayView body);

    /// The bytes are something that the Content-Type `declared` does not stand for. No declaration, and bytes that are
    /// merely text or unknown under a declaration of text, are no mismatch.
    [[nodiscard]] bool mismatch(QByteArrayView declared, QByteArrayView sniffed);

} // namespace TypeSniffer
} // namespace crawlscope
