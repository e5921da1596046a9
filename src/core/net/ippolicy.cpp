// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/ippolicy.h"

#include <algorithm>
#include <array>

namespace crawlscope::IpPolicy {

namespace {

    using Kind = AddressClass;

    struct Block4
    {
        quint32 prefix;
        int bits;
        Kind kind;
    };

    constexpr quint32 v4(quint32 a, quint32 b, quint32 c = 0, quint32 d = 0)
    {
        return a << 24U | b << 16U | c << 8U | d;
    }

    // The first that matches counts. https://www.iana.org/assignments/iana-ipv4-special-registry
    // 192.0.0.9 and .10 are "globally reachable" anycast, but what answers is the nearest router: refused as well.
    constexpr std::array<Block4, 17> kBlocks4 {{
        {v4(0, 0), 8, Kind::Unspecified}, // RFC 791
        {v4(10, 0), 8, Kind::Private}, // RFC 1918
        {v4(100, 64), 10, Kind::Shared}, // RFC 6598
        {v4(127, 0), 8, Kind::Loopback}, // RFC 1122
        {v4(169, 254), 16, Kind::LinkLocal}, // RFC 3927
        {v4(172, 16), 12, Kind::Private}, // RFC 1918
        {v4(192, 0, 0), 24, Kind::Reserved}, // RFC 6890, protocol assignments
        {v4(192, 0, 2), 24, Kind::Documentation}, // RFC 5737
        {v4(192, 88, 99), 24, Kind::Reserved}, // RFC 7526, 6to4 relays, given up
        {v4(192, 168), 16, Kind::Private}, // RFC 1918
        {v4(198, 18), 15, Kind::Benchmark}, // RFC 2544
        {v4(198, 51, 100), 24, Kind::Documentation}, // RFC 5737
        {v4(203, 0, 113), 24, Kind::Documentation}, // RFC 5737
        {v4(233, 252, 0), 24, Kind::Documentation}, // RFC 6676
        {v4(224, 0), 4, Kind::Multicast}, // RFC 5771
        {v4(255, 255, 255, 255), 32, Kind::Broadcast}, // RFC 919
        {v4(240, 0), 4, Kind::Reserved}, // RFC 1112
    }};

    Kind classify4(quint32 address)
    {
        for (const Block4 &block : kBlocks4) {
            const quint32 mask = ~quint32 {0} << static_cast<unsigned>(32 - block.bits);
            if ((address & mask) == block.prefix)
                return block.kind;
        }
        return Kind::Public;
    }

    using Bytes16 = std::array<quint8, 16>;

    struct Block6
    {
        std::array<quint8, 8> prefix; ///< no block of the registry is told by more but those handled apart
        int bits;
        Kind kind;
    };

    // The first that matches counts; what none names is public within 2000::/3 only.
    // https://www.iana.org/assignments/iana-ipv6-special-registry
    constexpr std::array<Block6, 16> kBlocks6 {{
        {{0x00, 0x64, 0xff, 0x9b, 0x00, 0x01}, 48, Kind::Private}, // RFC 8215, NAT64 of a site
        {{0x20, 0x01, 0x00, 0x02, 0x00, 0x00}, 48, Kind::Benchmark}, // RFC 5180
        {{0x20, 0x01, 0x00, 0x03}, 32, Kind::Public}, // RFC 7450, AMT
        {{0x20, 0x01, 0x00, 0x04, 0x01, 0x12}, 48, Kind::Public}, // RFC 7535, AS112
        {{0x20, 0x01, 0x00}, 23, Kind::Reserved}, // RFC 2928, with ORCHID: identifiers, not places
        {{0x20, 0x01, 0x0d, 0xb8}, 32, Kind::Documentation}, // RFC 3849
        {{0x3f, 0xff, 0x00}, 20, Kind::Documentation}, // RFC 9637
        {{0x20, 0x00}, 3, Kind::Public}, // RFC 4291, global unicast
        {{0xfc, 0x00}, 7, Kind::Private}, // RFC 4193
        {{0xfe, 0x80}, 10, Kind::LinkLocal}, // RFC 4291
        {{0xfe, 0xc0}, 10, Kind::Private}, // RFC 3879, site-local, given up
        {{0xff, 0x00}, 8, Kind::Multicast}, // RFC 4291
        {{0x01, 0x00}, 64, Kind::Reserved}, // RFC 6666, discard
        {{0x5f, 0x00}, 16, Kind::Reserved}, // RFC 9602, segment routing
        {{0x00, 0x00}, 8, Kind::Reserved}, // RFC 4291, with the IPv4-compatible and -translated ones
        {{0x00, 0x00}, 0, Kind::Reserved},
    }};

    bool startsWith(const Bytes16 &address, std::span<const quint8> prefix, int bits)
    {
        const auto whole = static_cast<std::size_t>(bits / 8);
        if (!std::equal(address.begin(), address.begin() + static_cast<std::ptrdiff_t>(whole), prefix.begin()))
            return false;
        const int rest = bits % 8;
        if (rest == 0)
            return true;
        const auto mask = static_cast<unsigned>(0xff00 >> rest) & 0xffU;
        return (address[whole] & mask) == (prefix[whole] & mask);
    }

    quint32 inner4(const Bytes16 &address, std::size_t at)
    {
        return v4(address[at], address[at + 1], address[at + 2], address[at + 3]);
    }

    /// The class of the IPv4 address that an IPv6 one carries; none where it carries none.
    std::optional<Kind> carried(const Bytes16 &address)
    {
        constexpr std::array<quint8, 12> mapped {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}; // RFC 4291
        constexpr std::array<quint8, 12> nat64 {0x00, 0x64, 0xff, 0x9b}; // RFC 6052
        constexpr std::array<quint8, 4> teredo {0x20, 0x01, 0x00, 0x00}; // RFC 4380
        constexpr std::array<quint8, 2> sixToFour {0x20, 0x02}; // RFC 3056
        if (startsWith(address, mapped, 96) || startsWith(address, nat64, 96))
            return classify4(inner4(address, 12));
        if (startsWith(address, sixToFour, 16))
            return classify4(inner4(address, 2));
        if (startsWith(address, teredo, 32)) {
            // The packets pass the server at 4, then go to the client at 12, written inverted.
            const Kind server = classify4(inner4(address, 4));
            return server != Kind::Public ? server : classify4(~inner4(address, 12));
        }
        return std::nullopt;
    }

    Kind classify6(const Bytes16 &address)
    {
        if (const auto inner = carried(address))
            return *inner;
        const bool zeros = std::all_of(address.begin(), address.end() - 1, [](quint8 byte) { return byte == 0; });
        if (zeros && address.back() <= 1)
            return address.back() == 0 ? Kind::Unspecified : Kind::Loopback;
        for (const Block6 &block : kBlocks6) {
            if (startsWith(address, block.prefix, block.bits))
                return block.kind;
        }
        return Kind::Reserved;
    }

} // namespace

AddressClass classify(std::span<const quint8> bytes)
{
    if (bytes.size() == 4)
        return classify4(v4(bytes[0], bytes[1], bytes[2], bytes[3]));
    if (bytes.size() != 16)
        return Kind::Reserved;
    Bytes16 address {};
    std::copy(bytes.begin(), bytes.end(), address.begin());
    return classify6(address);
}

AddressClass classify(const QHostAddress &address)
{
    switch (address.protocol()) {
    case QAbstractSocket::IPv4Protocol:
        return classify4(address.toIPv4Address());
    case QAbstractSocket::IPv6Protocol: {
        const Q_IPV6ADDR parts = address.toIPv6Address();
        Bytes16 bytes {};
        for (int i = 0; i < 16; ++i)
            bytes[static_cast<std::size_t>(i)] = parts[i];
        return classify6(bytes);
    }
    case QAbstractSocket::AnyIPProtocol:
        return Kind::Unspecified;
    default:
        return Kind::Reserved;
    }
}

bool isPublic(std::span<const quint8> bytes)
{
    return classify(bytes) == Kind::Public;
}

bool isPublic(const QHostAddress &address)
{
    return classify(address) == Kind::Public;
}

std::optional<QHostAddress> literal(QByteArrayView host)
{
    const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
    const QByteArrayView bare = bracketed ? host.sliced(1, host.size() - 2) : host;
    // Names are most; they are told without a conversion.
    const bool v6 = bare.contains(':');
    const bool v4Like =
        std::all_of(bare.begin(), bare.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    if (bare.isEmpty() || (!v6 && (bracketed || !v4Like)))
        return std::nullopt;
    QHostAddress address;
    if (!address.setAddress(QString::fromLatin1(bare)))
        return std::nullopt;
    return address;
}

bool isLocalhost(QByteArrayView host)
{
    if (host.endsWith('.'))
        host.chop(1);
    constexpr QByteArrayView name("localhost");
    if (host.size() < name.size() || host.last(name.size()).compare(name, Qt::CaseInsensitive) != 0)
        return false;
    return host.size() == name.size() || host[host.size() - name.size() - 1] == '.';
}

QByteArrayView name(AddressClass kind)
{
    switch (kind) {
    case Kind::Public:
        return "public";
    case Kind::Unspecified:
        return "unspecified";
    case Kind::Loopback:
        return "loopback";
    case Kind::Private:
        return "private";
    case Kind::Shared:
        return "shared";
    case Kind::LinkLocal:
        return "link_local";
    case Kind::Multicast:
        return "multicast";
    case Kind::Broadcast:
        return "broadcast";
    case Kind::Documentation:
        return "documentation";
    case Kind::Benchmark:
        return "benchmark";
    case Kind::Reserved:
        break;
    }
    return "reserved";
}

AddressPolicy standard()
{
    return [](const QHostAddress &address) { return isPublic(address); };
}

} // namespace crawlscope::IpPolicy
