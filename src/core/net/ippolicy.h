// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QHostAddress>

#include <functional>
#include <optional>
#include <span>

namespace crawlscope {

/// What an address is for, by the special-purpose registries of IANA (RFC 6890, RFC 8190).
enum class AddressClass : quint8 {
    Public,
    Unspecified, ///< 0.0.0.0/8 "this network", ::
    Loopback,
    Private, ///< RFC 1918, fc00::/7, fec0::/10, the local NAT64 prefix
    Shared, ///< 100.64.0.0/10, behind a carrier's NAT
    LinkLocal, ///< 169.254.0.0/16 with the metadata services of clouds, fe80::/10
    Multicast,
    Broadcast,
    Documentation,
    Benchmark,
    Reserved, ///< the rest that is not reachable from everywhere; also what is no address
};

/// Whether an address is public. Other ones than IpPolicy's are for tests, which have loopback only.
using AddressPolicy = std::function<bool(const QHostAddress &)>;

/// Which addresses a redirect may lead to. Pure functions. Thread: any.
///
/// An IPv6 address that carries an IPv4 one (::ffff:a.b.c.d, NAT64, 6to4, Teredo) is what the inner one is, since that
/// is where the packets end up.
namespace IpPolicy {

    /// `bytes`: 4 or 16, in network order, as in sockaddr_in and sockaddr_in6. Other lengths: Reserved.
    [[nodiscard]] AddressClass classify(std::span<const quint8> bytes);
    [[nodiscard]] AddressClass classify(const QHostAddress &address);
    [[nodiscard]] bool isPublic(std::span<const quint8> bytes);
    [[nodiscard]] bool isPublic(const QHostAddress &address);

    /// The address that `host` spells, of a normalised URL (IPv6 in brackets) or bare; none for a name.
    [[nodiscard]] std::optional<QHostAddress> literal(QByteArrayView host);
    /// "localhost" and everything below it, with or without the dot of the root: loopback by RFC 6761 section 6.3.
    [[nodiscard]] bool isLocalhost(QByteArrayView host);
    /// Stable name for error details, e.g. "link_local".
    [[nodiscard]] QByteArrayView name(AddressClass kind);
    /// isPublic() as a value.
    [[nodiscard]] AddressPolicy standard();

} // namespace IpPolicy
} // namespace crawlscope
