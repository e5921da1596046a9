// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace crawlscope {

/// A Set-Cookie header as RFC 6265 section 5.2 reads it, before anything is decided about it.
/// HttpOnly and SameSite mean nothing to a program without scripts and frames.
struct SetCookie
{
    static constexpr qsizetype kMaxPairBytes = 4096; ///< name and value
    static constexpr qsizetype kMaxAttributeBytes = 1024; ///< longer attribute values are ignored (RFC 6265bis)

    QByteArray name; ///< never empty
    QByteArray value;
    QByteArray domain; ///< lower case, ACE, without its first dot (RFC 6265 section 5.2.3); empty: none given
    bool domainValid = true; ///< false: no host name, the cookie is to be refused
    QByteArray path; ///< begins with "/"; empty: none given
    bool secure = false;
    std::optional<qint64> expires; ///< of Expires; s since the epoch
    std::optional<qint64> maxAge; ///< s; comes before Expires

    /// None where there is nothing to keep: no name, control characters, too large.
    [[nodiscard]] static std::optional<SetCookie> parse(QByteArrayView line);
    /// The date of an Expires attribute by the lenient algorithm of RFC 6265 section 5.1.1; s since the epoch.
    [[nodiscard]] static std::optional<qint64> parseDate(QByteArrayView text);
};

} // namespace crawlscope
