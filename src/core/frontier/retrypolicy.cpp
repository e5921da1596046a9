// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/retrypolicy.h"

#include <algorithm>
#include <array>

namespace crawlscope {

namespace {

    constexpr int kMostDoublings = 6; ///< 64 s: beyond both bounds

    /// SplitMix64 (Steele, Lea, Flood 2014): neighbouring seeds give unrelated numbers.
    quint64 mixed(quint64 x)
    {
        x += 0x9E3779B97F4A7C15U;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
        return x ^ (x >> 31);
    }

    bool isTimeout(ErrorId error)
    {
        constexpr std::array kTimeouts {ErrorId::DnsTimeout,       ErrorId::ConnectTimeout, ErrorId::TlsTimeout,
                                        ErrorId::FirstByteTimeout, ErrorId::IdleTimeout,    ErrorId::TotalTimeout};
        return std::find(kTimeouts.begin(), kTimeouts.end(), error) != kTimeouts.end();
    }

} // namespace

bool RetryPolicy::isIdempotent(QByteArrayView method)
{
    return method == "GET" || method == "HEAD" || method == "OPTIONS" || method == "TRACE" || method == "PUT"
        || method == "DELETE";
}

bool RetryPolicy::mayPass(ErrorId error, quint16 status)
{
    if (error == ErrorId::None) {
        constexpr std::array<quint16, 7> kStatuses {408, 425, 429, 500, 502, 503, 504};
        return std::find(kStatuses.begin(), kStatuses.end(), status) != kStatuses.end();
    }
    constexpr std::array kErrors {ErrorId::DnsFailed,        ErrorId::ConnectUnreachable, ErrorId::ConnectReset,
                                  ErrorId::NoResponse,       ErrorId::ResetInBody,        ErrorId::TruncatedLength,
                                  ErrorId::TruncatedChunked, ErrorId::ProxyFailed};
    return isTimeout(error) || std::find(kErrors.begin(), kErrors.end(), error) != kErrors.end();
}

bool RetryPolicy::secondPass(ErrorId error, quint16 status)
{
    if (error == ErrorId::None)
        return status == 429;
    return isTimeout(error) || error == ErrorId::ConnectReset || error == ErrorId::ResetInBody;
}

std::optional<qint64> RetryPolicy::next(int attempt, QByteArrayView method, ErrorId error, quint16 status,
                                        std::optional<qint64> retryAfterMicros, quint64 seed) const
{
    if (attempt < 1 || attempt > retries || !mayPass(error, status) || (!unsafeMethods && !isIdempotent(method)))
        return std::nullopt;
    const qint64 whole = std::min(kFirstDelayMicros << std::min(attempt - 1, kMostDoublings), kLongestDelayMicros);
    const auto half = static_cast<quint64>(whole / 2);
    const quint64 chance = mixed(seed ^ mixed(static_cast<quint64>(attempt))) % (half + 1);
    const auto delay = static_cast<qint64>(half + chance);
    return std::max(delay, std::min(retryAfterMicros.value_or(0), maxRetryAfterMicros));
}

qint64 HostBackoff::refused(qint64 startedMicros, std::optional<qint64> retryAfterMicros, qint64 maxRetryAfterMicros,
                            qint64 nowMicros)
{
    const bool known = m_steps > 0 && startedMicros < m_since; // sent before the host was left alone
    qint64 wait = 0;
    if (retryAfterMicros) {
        wait = std::clamp<qint64>(*retryAfterMicros, 0, std::max<qint64>(0, maxRetryAfterMicros));
    } else {
        if (known)
            return 0;
        wait = std::min(kFirstMicros << std::min<int>(m_steps, kMostDoublings), kLongestMicros);
    }
    if (!known) {
        m_steps = static_cast<quint8>(std::min(m_steps + 1, kMostDoublings));
        m_since = nowMicros;
    }
    if (nowMicros + wait <= m_until)
        return 0;
    m_until = nowMicros + wait;
    m_named = retryAfterMicros.has_value();
    return wait;
}

void HostBackoff::answered(qint64 startedMicros)
{
    if (startedMicros >= m_since)
        m_steps = 0;
}

} // namespace crawlscope
