// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <array>
#include <optional>

namespace crawlscope {

/// Why an attempt failed. Names are a public contract (exports, summary); the HTTP status is a column of its own and
/// never an error by itself.
enum class ErrorId : quint8 {
    None,
    DnsNotFound,
    DnsTimeout,
    DnsFailed,
    AddressDenied,
    SchemeDenied,
    ConnectRefused,
    ConnectTimeout,
    ConnectUnreachable,
    ConnectReset,
    TlsExpired,
    TlsName,
    TlsUntrusted,
    TlsHandshake,
    TlsTimeout,
    ProxyFailed,
    NoResponse,
    MalformedResponse,
    HeadersTooLarge,
    FirstByteTimeout,
    IdleTimeout,
    TotalTimeout,
    ResetInBody,
    TruncatedLength,
    TruncatedChunked,
    TruncatedEncoding,
    BodyTooLarge,
    DecodeFailed,
    DecodeBomb,
    RedirectLoop,
    RedirectLimit,
    RedirectBadLocation,
    RedirectDenied,
    RobotsDenied,
    HostPaused,
    Cancelled,
    Internal,
};
inline constexpr std::size_t kErrorIdCount = static_cast<std::size_t>(ErrorId::Internal) + 1;

/// The stable name, e.g. "connect_refused"; empty for None.
[[nodiscard]] QByteArrayView errorIdName(ErrorId id);
[[nodiscard]] std::optional<ErrorId> errorIdFromName(QByteArrayView name);

} // namespace crawlscope
