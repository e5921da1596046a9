// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/rowdetails.h"

#include <QByteArray>

#include <optional>

namespace crawlscope {

/// No wait is longer: added to a time of today it overflows nothing. Callers have limits of their own.
inline constexpr qint64 kLongestWaitMs = 10LL * 365 * 24 * 3600 * 1000;

/// How long a Retry-After header (RFC 9110 section 10.2.3) asks to wait: seconds, or a date in one of the three forms
/// of section 5.6.7. Milliseconds from `nowMsSinceEpoch`, 0 (also for what is past or negative) … kLongestWaitMs.
/// None where it is neither.
[[nodiscard]] std::optional<qint64> retryAfterMs(const QByteArray &headerValue, qint64 nowMsSinceEpoch);

/// A date of RFC 9110 section 5.6.7, strictly, but for the day of the week: it need not fit the date. In ms since the
/// epoch. `nowMs` tells the century of the years of two digits.
[[nodiscard]] std::optional<qint64> httpDateMs(QByteArrayView text, qint64 nowMs);

/// What a server says of its quota.
struct RateHint
{
    std::optional<qint64> remaining; ///< requests (or units) left, >= 0
    std::optional<qint64> resetMs; ///< until there are more, ms from now, 0 … kLongestWaitMs
    bool operator==(const RateHint &) const = default;
};

/// Reads the first of these that says anything:
/// - RateLimit of draft-ietf-httpapi-ratelimit-headers-08 and later (`"name";r=0;t=30`; of several quotas the one with
///   the least left, of those the longest wait) and of -07 (`limit=10, remaining=0, reset=30`);
/// - RateLimit-Remaining and RateLimit-Reset of the drafts up to -06;
/// - X-RateLimit-… and X-Rate-Limit-…, no standard.
/// Resets are seconds; those without a structure are a time since the epoch above 1e9 (s) and 1e12 (ms).
[[nodiscard]] RateHint rateHint(const HeaderList &headers, qint64 nowMs);

} // namespace crawlscope
