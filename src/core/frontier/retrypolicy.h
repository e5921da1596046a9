// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/errorid.h"

#include <QByteArrayView>

#include <optional>

namespace crawlscope {

/// Which failures are tried again, and when. Times in µs.
struct RetryPolicy
{
    static constexpr qint64 kFirstDelayMicros = 1'000'000;
    static constexpr qint64 kLongestDelayMicros = 60'000'000;

    int retries = 0; ///< attempts after the first
    bool unsafeMethods = false; ///< also where a request that did arrive would have its effect twice
    qint64 maxRetryAfterMicros = 120'000'000; ///< longest wait that a server may ask for

    /// How long to wait until the next attempt; none: the failure stands. `attempt`: the one that failed, from 1;
    /// `error` None: the status decides; `retryAfterMicros`: what the server asked for; `seed`: any number of the URL.
    ///
    /// 1 s · 2^(attempt - 1), 60 s at most, half of it by chance ("equal jitter": M. Brooker, "Exponential Backoff And
    /// Jitter", AWS Architecture Blog, 2015), so that URLs that failed together do not come back together and none
    /// comes at once. Retry-After (RFC 9110 10.2.3) counts where it is longer.
    [[nodiscard]] std::optional<qint64> next(int attempt, QByteArrayView method, ErrorId error, quint16 status,
                                             std::optional<qint64> retryAfterMicros, quint64 seed) const;

    /// GET, HEAD, OPTIONS, TRACE, PUT and DELETE (RFC 9110 9.2.2); names are case-sensitive.
    [[nodiscard]] static bool isIdempotent(QByteArrayView method);
    /// Whether it may pass by itself: name service out of order, no connection (not: refused), time-outs, an answer cut
    /// off; 408, 425 (RFC 8470), 429, 500, 502, 503, 504.
    [[nodiscard]] static bool mayPass(ErrorId error, quint16 status);
    /// Whether the second pass tries it: what a slower pace may cure, that is time-outs, resets and 429.
    [[nodiscard]] static bool secondPass(ErrorId error, quint16 status);
};

/// How long a host that answers 429 (RFC 6585) or 503 without a Retry-After is left alone: 1, 2, 4 … 60 s, until an
/// answer of another kind. With Retry-After, that long. Requests that were under way when the wait began do not
/// lengthen it, nor end it. Times in µs, monotonic. A value type.
class HostBackoff
{
public:
    static constexpr qint64 kFirstMicros = 1'000'000;
    static constexpr qint64 kLongestMicros = 60'000'000;

    /// 429 or 503 to a request started at `startedMicros`. `maxRetryAfterMicros` bounds what the server may ask for.
    /// Returns the wait, 0 where this answer changes nothing.
    qint64 refused(qint64 startedMicros, std::optional<qint64> retryAfterMicros, qint64 maxRetryAfterMicros,
                   qint64 nowMicros);
    /// Any other answer.
    void answered(qint64 startedMicros);
    /// The user resumes the host.
    void reset() { *this = HostBackoff(); }

    /// No request before then; 0: never waited.
    [[nodiscard]] qint64 untilMicros() const { return m_until; }
    /// Whether the server named the time.
    [[nodiscard]] bool named() const { return m_named; }

private:
    qint64 m_until = 0;
    qint64 m_since = 0; ///< when the wait began
    quint8 m_steps = 0; ///< waits in a row, 1 s · 2^steps is next
    bool m_named = false;
};
static_assert(sizeof(HostBackoff) <= 24, "there may be a million hosts");

} // namespace crawlscope
