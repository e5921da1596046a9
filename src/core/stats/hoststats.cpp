// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/hoststats.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace crawlscope {

namespace {
    constexpr qint64 kSecond = 1'000'000;

    quint32 secondOf(qint64 micros)
    {
        return static_cast<quint32>(std::max<qint64>(0, micros / kSecond));
    }

    std::size_t rankOf(double share, quint32 count)
    {
        const double rank = std::ceil(std::clamp(share, 0.0, 1.0) * count);
        return static_cast<std::size_t>(std::max(rank, 1.0)) - 1;
    }
} // namespace

void HostStats::ended(Outcome outcome, quint32 latencyMicros, qint64 nowMicros)
{
    ++m_counts[static_cast<std::size_t>(outcome)];
    countEvent(nowMicros);
    if (latencyMicros != kNoLatency)
        addLatency(latencyMicros);
}

void HostStats::undo(Outcome outcome)
{
    quint32 &count = m_counts[static_cast<std::size_t>(outcome)];
    Q_ASSERT(count > 0);
    if (count > 0)
        --count;
}

void HostStats::countEvent(qint64 nowMicros)
{
    const quint32 second = secondOf(nowMicros);
    if (m_second == 0) {
        m_firstSecond = second;
    } else if (second > m_second) {
        const quint32 passed = std::min<quint32>(second - m_second, kRing);
        for (quint32 i = 0; i < passed; ++i)
            m_ring[(second - i) % kRing] = 0;
    }
    m_second = std::max(m_second, std::max(second, 1U));
    quint16 &count = m_ring[m_second % kRing];
    count = static_cast<quint16>(std::min(count + 1, 0xFFFF));
}

double HostStats::ratePerS(qint64 nowMicros) const
{
    const quint32 now = std::max(secondOf(nowMicros), m_second);
    quint32 events = 0;
    for (quint32 age = now - m_second; age < kRing; ++age) {
        if (now >= age)
            events += m_ring[(now - age) % kRing];
    }
    if (events == 0)
        return 0;
    // Nine whole seconds and the part of this one that is over.
    const double since = static_cast<double>(nowMicros - std::max<qint64>(m_firstSecond, qint64 {now} - 9) * kSecond);
    return events / std::clamp(since / kSecond, 1.0, static_cast<double>(kRing));
}

// Values below 2^kSubBits have a bucket each; above, every power of two is cut into 2^kSubBits equal ones.
std::size_t HostStats::bucketOf(quint32 micros)
{
    constexpr quint32 kParts = 1U << kSubBits;
    if (micros < kParts)
        return micros;
    const int shift = static_cast<int>(std::bit_width(micros)) - 1 - kSubBits;
    return (static_cast<std::size_t>(shift) << kSubBits) + (micros >> shift);
}

quint32 HostStats::middleOf(std::size_t bucket)
{
    constexpr std::size_t kParts = std::size_t {1} << kSubBits;
    if (bucket < 2 * kParts)
        return static_cast<quint32>(bucket);
    const std::size_t shift = (bucket >> kSubBits) - 1;
    const quint64 lowest = static_cast<quint64>(kParts + (bucket & (kParts - 1))) << shift;
    return static_cast<quint32>(lowest + (quint64 {1} << shift) / 2);
}

void HostStats::addLatency(quint32 micros)
{
    if (m_latencies < kInline) {
        m_first[m_latencies] = micros;
    } else if (m_latencies < kExact) {
        if (!m_exact) {
            m_exact = std::make_unique<Exact>();
            std::copy(m_first.begin(), m_first.end(), m_exact->begin());
        }
        (*m_exact)[m_latencies] = micros;
    } else {
        if (!m_histogram) {
            m_histogram = std::make_unique<Histogram>();
            for (const quint32 value : *m_exact)
                ++(*m_histogram)[bucketOf(value)];
            m_exact.reset();
        }
        ++(*m_histogram)[bucketOf(micros)];
    }
    ++m_latencies;
}

quint32 HostStats::percentileMicros(double share) const
{
    if (m_latencies == 0)
        return 0;
    const std::size_t rank = rankOf(share, m_latencies);
    if (!m_histogram) {
        Exact values {};
        const quint32 *from = m_exact ? m_exact->data() : m_first.data();
        std::copy(from, from + m_latencies, values.begin());
        std::nth_element(values.begin(), values.begin() + rank, values.begin() + m_latencies);
        return values[rank];
    }
    std::size_t seen = 0;
    for (std::size_t bucket = 0; bucket < kBuckets; ++bucket) {
        seen += (*m_histogram)[bucket];
        if (seen > rank)
            return middleOf(bucket);
    }
    return middleOf(kBuckets - 1);
}

std::size_t HostStats::allocated() const
{
    return (m_exact ? sizeof(Exact) : 0) + (m_histogram ? sizeof(Histogram) : 0);
}

} // namespace crawlscope
