// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/xxhash64.h"

#include <QtEndian>

#include <array>
#include <bit>

namespace crawlscope {

namespace {

    constexpr quint64 kPrime1 = 0x9E3779B185EBCA87ULL;
    constexpr quint64 kPrime2 = 0xC2B2AE3D27D4EB4FULL;
    constexpr quint64 kPrime3 = 0x165667B19E3779F9ULL;
    constexpr quint64 kPrime4 = 0x85EBCA77C2B2AE63ULL;
    constexpr quint64 kPrime5 = 0x27D4EB2F165667C5ULL;

    constexpr quint64 round(quint64 lane, quint64 input)
    {
        return std::rotl(lane + input * kPrime2, 31) * kPrime1;
    }

    constexpr quint64 merged(quint64 hash, quint64 lane)
    {
        return (hash ^ round(0, lane)) * kPrime1 + kPrime4;
    }

    /// The bytes behind the last whole stripe of 32, and the avalanche.
    quint64 finished(quint64 hash, const char *p, const char *end)
    {
        for (; end - p >= 8; p += 8)
            hash = std::rotl(hash ^ round(0, qFromLittleEndian<quint64>(p)), 27) * kPrime1 + kPrime4;
        if (end - p >= 4) {
            hash = std::rotl(hash ^ (qFromLittleEndian<quint32>(p) * kPrime1), 23) * kPrime2 + kPrime3;
            p += 4;
        }
        for (; p != end; ++p)
            hash = std::rotl(hash ^ (static_cast<quint8>(*p) * kPrime5), 11) * kPrime1;
        hash = (hash ^ (hash >> 33U)) * kPrime2;
        hash = (hash ^ (hash >> 29U)) * kPrime3;
        return hash ^ (hash >> 32U);
    }

} // namespace

quint64 xxHash64(QByteArrayView bytes, quint64 seed)
{
    const char *p = bytes.data();
    const char *end = p + bytes.size();
    quint64 hash = seed + kPrime5;
    if (bytes.size() >= 32) {
        std::array<quint64, 4> lanes {seed + kPrime1 + kPrime2, seed + kPrime2, seed, seed - kPrime1};
        for (; end - p >= 32; p += 32) {
            for (std::size_t i = 0; i < lanes.size(); ++i)
                lanes[i] = round(lanes[i], qFromLittleEndian<quint64>(p + 8 * i));
        }
        hash = std::rotl(lanes[0], 1) + std::rotl(lanes[1], 7) + std::rotl(lanes[2], 12) + std::rotl(lanes[3], 18);
        for (const quint64 lane : lanes)
            hash = merged(hash, lane);
    }
    return finished(hash + static_cast<quint64>(bytes.size()), p, end);
}

} // namespace crawlscope
