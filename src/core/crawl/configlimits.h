// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlconfig.h"

#include <array>

/// Bounds of a CrawlConfig, for those that check and read one.
namespace crawlscope::configlimits {

inline constexpr int kMaxTimeoutMs = 24 * 60 * 60 * 1000;
inline constexpr double kMaxRatePerS = HostPolicy::kMostPerS;
inline constexpr int kMaxRedirects = 100;
inline constexpr qint64 kMaxBodyBytes = qint64 {1} << 40;
inline constexpr double kMaxIntervalS = HostPolicy::kLongestIntervalS;
inline constexpr int kMaxRetries = 10;
inline constexpr int kMaxRetryAfterMs = kMaxTimeoutMs;
inline constexpr int kMaxHostOverrides = 1000;

/// Key, where the milliseconds lie.
struct TimeoutKey
{
    const char *key;
    int Timeouts::*field;
};
inline constexpr std::array<TimeoutKey, 4> kTimeoutKeys {{
    {"timeout", &Timeouts::totalMs},
    {"connect_timeout", &Timeouts::connectMs},
    {"first_byte_timeout", &Timeouts::firstByteMs},
    {"idle_timeout", &Timeouts::idleMs},
}};

} // namespace crawlscope::configlimits
