// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/retryafter.h"
#include "fuzz/invariant.h"

#include <array>

using namespace crawlscope;

/// Each line is the value of a header, the first of Retry-After.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const std::array<QByteArray, 7> names {
        "RateLimit",         "RateLimit-Policy",      "RateLimit-Remaining", "RateLimit-Reset", "X-RateLimit-Remaining",
        "X-RateLimit-Reset", "X-Rate-Limit-Remaining"};
    constexpr std::array<qint64, 3> moments {0, 1'714'550'400'000, 4'102'444'800'000};
    const QByteArrayList lines = fuzz::bytesOf(data, size).split('\n');
    HeaderList headers;
    for (qsizetype i = 1; i < lines.size(); ++i)
        headers.append({names.at(static_cast<std::size_t>(i - 1) % names.size()), lines[i]});
    for (const qint64 now : moments) {
        if (const auto wait = retryAfterMs(lines[0], now))
            FUZZ_VERIFY(*wait >= 0 && *wait <= kLongestWaitMs);
        if (const auto date = httpDateMs(lines[0], now)) {
            // From year 0 to 9999 in any form, a leap second at its end included.
            FUZZ_VERIFY(*date >= -62'167'219'200'000 && *date <= 253'402'300'800'000);
            const auto wait = retryAfterMs(lines[0], now);
            FUZZ_VERIFY(wait && (*date > now || *wait == 0));
        }
        const RateHint hint = rateHint(headers, now);
        FUZZ_VERIFY(!hint.remaining || *hint.remaining >= 0);
        FUZZ_VERIFY(!hint.resetMs || (*hint.resetMs >= 0 && *hint.resetMs <= kLongestWaitMs));
    }
    return 0;
}
