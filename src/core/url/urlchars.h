// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>

/// Byte classes of URL text, shared by the fast and the slow path of UrlNormalizer.
namespace crawlscope::urlchars {

enum ByteClass : quint8 {
    Unreserved = 1U << 0, ///< RFC 3986 section 2.3: its escape is decoded
    Kept = 1U << 1, ///< stands as it is in path and query; the same set as QUrl::FullyEncoded
    HostByte = 1U << 2, ///< a-z A-Z 0-9, inside of a plain host label also '-'
    Digit = 1U << 3,
};

inline constexpr std::array<quint8, 256> kClasses = [] {
    std::array<quint8, 256> table {};
    const auto set = [&table](const char *bytes, unsigned bits) {
        for (; *bytes != '\0'; ++bytes) {
            const auto index = std::size_t {static_cast<quint8>(*bytes)};
            table[index] = static_cast<quint8>(table[index] | bits);
        }
    };
    set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", Unreserved | Kept | HostByte);
    set("0123456789", Unreserved | Kept | HostByte | Digit);
    set("-._~", Unreserved | Kept);
    set("!$&'()*+,;=:@/[]", Kept); // sub-delims and the gen-delims that QUrl leaves alone
    return table;
}();

[[nodiscard]] constexpr bool is(char byte, ByteClass bits)
{
    return (kClasses[static_cast<quint8>(byte)] & bits) != 0;
}

/// Value of a hexadecimal digit, or -1.
[[nodiscard]] constexpr int hexValue(char byte)
{
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    if (byte >= 'A' && byte <= 'F')
        return byte - 'A' + 10;
    if (byte >= 'a' && byte <= 'f')
        return byte - 'a' + 10;
    return -1;
}

/// Byte of the escape "%XY" that begins at `text`, or -1 when those three bytes are none.
[[nodiscard]] constexpr int escapedByte(const char *text, const char *end)
{
    if (end - text < 3 || *text != '%')
        return -1;
    const int high = hexValue(text[1]);
    const int low = hexValue(text[2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

} // namespace crawlscope::urlchars
