// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/errorid.h"

#include <algorithm>

namespace crawlscope {

namespace {

    // In the order of the enumeration.
    constexpr std::array<QByteArrayView, kErrorIdCount> kNames {
        "",
        "dns_not_found",
        "dns_timeout",
        "dns_failed",
        "address_denied",
        "scheme_denied",
        "connect_refused",
        "connect_timeout",
        "connect_unreachable",
        "connect_reset",
        "tls_expired",
        "tls_name",
        "tls_untrusted",
        "tls_handshake",
        "tls_timeout",
        "proxy_failed",
        "no_response",
        "malformed_response",
        "headers_too_large",
        "first_byte_timeout",
        "idle_timeout",
        "total_timeout",
        "reset_in_body",
        "truncated_length",
        "truncated_chunked",
        "truncated_encoding",
        "body_too_large",
        "decode_failed",
        "decode_bomb",
        "redirect_loop",
        "redirect_limit",
        "redirect_bad_location",
        "redirect_denied",
        "robots_denied",
        "host_paused",
        "cancelled",
        "internal",
    };

} // namespace

QByteArrayView errorIdName(ErrorId id)
{
    const auto index = static_cast<std::size_t>(id);
    return index < kNames.size() ? kNames[index] : QByteArrayView();
}

std::optional<ErrorId> errorIdFromName(QByteArrayView name)
{
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    if (found == kNames.end())
        return std::nullopt;
    return static_cast<ErrorId>(std::distance(kNames.begin(), found));
}

} // namespace crawlscope
