// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/breaker.h"

#include <algorithm>

namespace crawlscope {

namespace {
    constexpr int kRing = 128;
} // namespace

Breaker::Breaker(BreakerRules rules)
    : m_rules(rules)
{
    m_rules.window = std::clamp<quint8>(m_rules.window, 1, kRing);
    m_rules.least = std::clamp<quint8>(m_rules.least, 1, m_rules.window);
    m_rules.percent = std::clamp<quint8>(m_rules.percent, 1, 100);
}

bool Breaker::mayStart(qint64 nowMicros) const
{
    switch (m_state) {
    case State::Closed:
        return true;
    case State::Open:
        return !gaveUp() && nowMicros >= m_nextTry;
    case State::HalfOpen:
        return false;
    }
    return false;
}

qint64 Breaker::nextTryMicros() const
{
    if (m_state == State::Closed)
        return 0;
    return m_state == State::HalfOpen || gaveUp() ? kNever : m_nextTry;
}

std::optional<Breaker::Change> Breaker::started(qint64 nowMicros)
{
    if (m_state != State::Open || !mayStart(nowMicros))
        return std::nullopt;
    m_state = State::HalfOpen;
    m_since = nowMicros;
    return Change {.event = Event::Probes, .failures = m_failures, .outcomes = m_size};
}

std::optional<Breaker::Change> Breaker::ended(bool failure, qint64 startedMicros, qint64 nowMicros)
{
    if (startedMicros < m_since || m_state == State::Open)
        return std::nullopt;
    if (m_state == State::HalfOpen) {
        if (failure) {
            ++m_failedProbes;
            return open(nowMicros);
        }
        const Change change {.event = Event::Closed, .failures = m_failures, .outcomes = m_size};
        forceClose(nowMicros);
        return change;
    }
    age(nowMicros);
    push(failure);
    if (m_size < m_rules.least || m_failures * 100 < m_rules.percent * m_size)
        return std::nullopt;
    return open(nowMicros);
}

void Breaker::cancelled(qint64 startedMicros, qint64 nowMicros)
{
    if (m_state != State::HalfOpen || startedMicros < m_since)
        return;
    m_state = State::Open;
    m_nextTry = nowMicros;
}

void Breaker::forceClose(qint64 nowMicros)
{
    m_state = State::Closed;
    m_since = nowMicros;
    m_failedProbes = 0;
    clear();
}

Breaker::Change Breaker::open(qint64 nowMicros)
{
    m_state = State::Open;
    const qint64 pause = kFirstPauseMicros << std::min<int>(m_failedProbes, kProbes);
    m_nextTry = nowMicros + std::min(pause, kLongestPauseMicros);
    return {.event = gaveUp() ? Event::GaveUp : Event::Opened, .failures = m_failures, .outcomes = m_size};
}

void Breaker::clear()
{
    m_head = m_size = m_failures = 0;
    m_perEpoch = {};
}

// Ages are known by tens of seconds only: an outcome is dropped when it is 50 to 60 s old.
void Breaker::age(qint64 nowMicros)
{
    const qint64 epoch = nowMicros / kEpochMicros;
    for (std::size_t passed = 0; m_epoch < epoch && passed < kEpochs; ++passed, ++m_epoch) {
        for (; m_perEpoch.front() > 0;)
            dropOldest();
        std::rotate(m_perEpoch.begin(), m_perEpoch.begin() + 1, m_perEpoch.end());
    }
    m_epoch = std::max(m_epoch, epoch);
}

void Breaker::dropOldest()
{
    const auto oldest = std::find_if(m_perEpoch.begin(), m_perEpoch.end(), [](quint8 count) { return count > 0; });
    Q_ASSERT(m_size > 0 && oldest != m_perEpoch.end());
    --*oldest;
    --m_size;
    if (bit(m_head))
        --m_failures;
    m_head = static_cast<quint8>((m_head + 1) % kRing);
}

void Breaker::push(bool failure)
{
    while (m_size >= m_rules.window)
        dropOldest();
    const int at = (m_head + m_size) % kRing;
    const quint64 mask = quint64 {1} << (at % 64);
    quint64 &word = m_bits[static_cast<std::size_t>(at / 64)];
    word = failure ? word | mask : word & ~mask;
    ++m_size;
    ++m_perEpoch.back();
    if (failure)
        ++m_failures;
}

bool Breaker::isBreakerFailure(ErrorId error, quint16 status)
{
    switch (error) {
    case ErrorId::None:
    case ErrorId::TruncatedEncoding:
    case ErrorId::BodyTooLarge:
    case ErrorId::DecodeFailed:
    case ErrorId::DecodeBomb:
        return status == 429 || (status >= 500 && status <= 599);
    case ErrorId::DnsNotFound:
    case ErrorId::DnsTimeout:
    case ErrorId::DnsFailed:
    case ErrorId::ConnectRefused:
    case ErrorId::ConnectTimeout:
    case ErrorId::ConnectUnreachable:
    case ErrorId::ConnectReset:
    case ErrorId::TlsExpired:
    case ErrorId::TlsName:
    case ErrorId::TlsUntrusted:
    case ErrorId::TlsHandshake:
    case ErrorId::TlsTimeout:
    case ErrorId::ProxyFailed:
    case ErrorId::NoResponse:
    case ErrorId::MalformedResponse:
    case ErrorId::FirstByteTimeout:
    case ErrorId::IdleTimeout:
    case ErrorId::TotalTimeout:
    case ErrorId::ResetInBody:
    case ErrorId::TruncatedLength:
    case ErrorId::TruncatedChunked:
        return true;
    case ErrorId::AddressDenied:
    case ErrorId::SchemeDenied:
    case ErrorId::HeadersTooLarge:
    case ErrorId::RedirectLoop:
    case ErrorId::RedirectLimit:
    case ErrorId::RedirectBadLocation:
    case ErrorId::RedirectDenied:
    case ErrorId::RobotsDenied:
    case ErrorId::HostPaused:
    case ErrorId::Cancelled:
    case ErrorId::Internal:
        return false;
    }
    return false;
}

} // namespace crawlscope
