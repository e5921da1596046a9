// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/url/urllist.h"

#include <QByteArray>
#include <QUrl>

namespace crawlscope {

/// Result of normalising one URL.
struct NormalizedUrl
{
    QByteArray url; ///< ASCII; empty when invalid
    QByteArray userInfo; ///< "user:password" percent-decoded when the text had it
    LineVerdict verdict = LineVerdict::Invalid; ///< Accepted, SchemeAdded or Invalid
    LineReason reason = LineReason::None;
    [[nodiscard]] bool valid() const { return verdict != LineVerdict::Invalid; }
};

/// One canonical spelling per http(s) URL (RFC 3986 section 6.2, with the WHATWG rules for stray characters).
/// Pure functions. Thread: any.
namespace UrlNormalizer {

    inline constexpr qsizetype kMaxUrlBytes = 8192;

    /// Normalises user input (UTF-8). Spaces and C0 controls at the ends, TAB/CR/LF inside are removed; a missing
    /// scheme becomes http; default port, fragment and userinfo are dropped; host lower-cased and in ACE form, one
    /// trailing dot removed; empty path becomes "/"; dot segments resolved; percent-encoding normalised; at most 8 KiB.
    [[nodiscard]] NormalizedUrl normalize(QByteArrayView text);
    /// The same without the short cut for canonical text; tests compare the two.
    [[nodiscard]] NormalizedUrl normalizeSlow(QByteArrayView text);

    /// Resolves a Location header (RFC 9110 section 10.2.2) against `base` and normalises it. SchemeAdded never
    /// results.
    [[nodiscard]] NormalizedUrl resolve(const QByteArray &base, QByteArrayView reference);

    /// "scheme://host:port" with the default port spelled out, for same-origin decisions; `url` must be normalised.
    [[nodiscard]] QByteArray origin(QByteArrayView url);
    /// `line` for display when it is no valid URL: what is or may be userinfo is taken out, also where a slash in the
    /// password moved the '@' behind the authority; bytes that are no UTF-8 are replaced; at most `maxBytes` long.
    [[nodiscard]] QByteArray redacted(QByteArrayView line, qsizetype maxBytes = 512);
    /// Host of a normalised URL (IPv6 in brackets), without copying.
    [[nodiscard]] QByteArrayView host(QByteArrayView url);
    /// "host:port" with the default port spelled out: the key of host queues.
    [[nodiscard]] QByteArray hostKey(QByteArrayView url);

} // namespace UrlNormalizer
} // namespace crawlscope
