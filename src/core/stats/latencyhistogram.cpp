// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/latencyhistogram.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace crawlscope {

namespace {

    constexpr quint64 kSubBuckets = 1U << LatencyHistogram::kSubBits;

    quint32 saturatingAdd(quint32 a, quint32 b)
    {
        constexpr quint32 kMost = std::numeric_limits<quint32>::max();
        return a > kMost - b ? kMost : a + b;
    }

} // namespace

// Values below 2^kSubBits have a bucket each; above, every power of two is cut into 2^kSubBits equal buckets.
int LatencyHistogram::indexOf(quint64 micros)
{
    if (micros < kSubBuckets)
        return static_cast<int>(micros);
    const int shift = static_cast<int>(std::bit_width(micros)) - 1 - kSubBits;
    const auto sub = static_cast<int>(std::min<quint64>(micros >> shift, 2 * kSubBuckets - 1) - kSubBuckets);
    return std::min(((shift + 1) << kSubBits) + sub, kBuckets - 1);
}

quint64 LatencyHistogram::lowestOf(int index)
{
    const auto i = static_cast<quint64>(index);
    if (i < kSubBuckets)
        return i;
    const int shift = (index >> kSubBits) - 1;
    return (kSubBuckets + (i & (kSubBuckets - 1))) << shift;
}

quint64 LatencyHistogram::highestOf(int index)
{
    const int shift = std::max((index >> kSubBits) - 1, 0);
    return lowestOf(index) + (quint64 {1} << shift) - 1;
}

void LatencyHistogram::add(quint64 micros)
{
    quint32 &bucket = m_buckets[static_cast<std::size_t>(indexOf(micros))];
    bucket = saturatingAdd(bucket, 1);
    ++m_count;
    m_sum += micros;
    m_max = std::max(m_max, micros);
    m_min = std::min(m_min, micros);
}

void LatencyHistogram::merge(const LatencyHistogram &other)
{
    for (std::size_t i = 0; i < m_buckets.size(); ++i)
        m_buckets[i] = saturatingAdd(m_buckets[i], other.m_buckets[i]);
    m_count += other.m_count;
    m_sum += other.m_sum;
    m_max = std::max(m_max, other.m_max);
    m_min = std::min(m_min, other.m_min);
}

void LatencyHistogram::clear()
{
    *this = LatencyHistogram();
}

double LatencyHistogram::mean() const
{
    return m_count == 0 ? 0 : static_cast<double>(m_sum) / static_cast<double>(m_count);
}

quint64 LatencyHistogram::percentile(double share) const
{
    if (m_count == 0)
        return 0;
    const double clamped = std::clamp(share, 0.0, 1.0);
    const auto wanted = std::max<quint64>(1, static_cast<quint64>(std::ceil(clamped * static_cast<double>(m_count))));
    quint64 seen = 0;
    // The last bucket also holds what is out of range, so its highest value is max().
    for (int i = 0; i < kBuckets - 1; ++i) {
        seen += m_buckets[static_cast<std::size_t>(i)];
        if (seen >= wanted)
            return std::min(highestOf(i), m_max);
    }
    return m_max;
}

/// How many values are below an edge, of edges that ascend.
class LatencyHistogram::CountBelow
{
public:
    explicit CountBelow(const LatencyHistogram &histogram)
        : m_histogram(histogram)
        , m_index(indexOf(histogram.m_min))
        , m_last(indexOf(histogram.m_max))
    {
    }
    quint64 operator()(quint64 edge)
    {
        for (; m_index <= m_last; ++m_index) {
            const auto count = static_cast<double>(m_histogram.m_buckets[static_cast<std::size_t>(m_index)]);
            const quint64 from = std::max(lowestOf(m_index), m_histogram.m_min);
            const quint64 to = (m_index == m_last ? m_histogram.m_max : highestOf(m_index)) + 1;
            if (edge < to) {
                // Values are taken as evenly spread over their bucket.
                const double part =
                    edge <= from ? 0 : static_cast<double>(edge - from) / static_cast<double>(to - from);
                return static_cast<quint64>(std::llround(m_below + count * part));
            }
            m_below += count;
        }
        return static_cast<quint64>(std::llround(m_below));
    }

private:
    const LatencyHistogram &m_histogram;
    int m_index;
    const int m_last;
    double m_below = 0; ///< values in buckets before m_index
};

std::vector<LatencyHistogram::Bar> LatencyHistogram::bars(int bars) const
{
    std::vector<Bar> out;
    if (m_count == 0 || bars <= 0)
        return out;
    const int firstIndex = indexOf(m_min);
    const int lastIndex = indexOf(m_max);
    // Narrower than a bucket a bar would know nothing.
    const int wanted = std::min(bars, lastIndex - firstIndex + 1);
    const quint64 low = std::max<quint64>(1, m_min); // the axis is logarithmic; zeros count in the first bar
    const quint64 high = std::max(low, m_max) + 1;
    const double ratio = static_cast<double>(high) / static_cast<double>(low);

    CountBelow countBelow(*this);
    quint64 from = low;
    quint64 before = 0;
    for (int i = 1; i <= wanted; ++i) {
        const bool last = i == wanted;
        const double exact = static_cast<double>(low) * std::pow(ratio, static_cast<double>(i) / wanted);
        const quint64 to = last ? high : std::min(high, static_cast<quint64>(std::llround(exact)));
        if (to <= from)
            continue;
        const quint64 upTo = countBelow(to);
        out.push_back({from, to, upTo - before});
        before = upTo;
        from = to;
    }
    return out;
}

LatencyHistogram::Content LatencyHistogram::content() const
{
    Content out;
    for (int i = 0; i < kBuckets; ++i) {
        if (const quint32 count = m_buckets[static_cast<std::size_t>(i)]; count > 0)
            out.buckets.emplace_back(i, count);
    }
    out.sum = m_sum;
    out.min = min();
    out.max = m_max;
    return out;
}

std::optional<LatencyHistogram> LatencyHistogram::of(const Content &content)
{
    LatencyHistogram out;
    int last = -1;
    for (const auto &[index, count] : content.buckets) {
        if (index <= last || index >= kBuckets || count == 0)
            return std::nullopt;
        last = index;
        out.m_buckets[static_cast<std::size_t>(index)] = count;
        out.m_count += count;
    }
    if (out.m_count == 0)
        return out;
    if (indexOf(content.min) != content.buckets.front().first || indexOf(content.max) != last)
        return std::nullopt;
    out.m_sum = content.sum;
    out.m_min = content.min;
    out.m_max = content.max;
    return out;
}

std::vector<LatencyHistogram::Bar> LatencyHistogram::countedIn(std::vector<Bar> bars) const
{
    if (bars.empty())
        return bars;
    CountBelow countBelow(*this);
    // What lies outside counts in the outermost ones.
    quint64 before = 0;
    for (Bar &bar : bars) {
        const bool last = &bar == &bars.back();
        const quint64 upTo = m_count == 0 ? 0 : last ? m_count : countBelow(bar.toMicros);
        bar.count = upTo - before;
        before = upTo;
    }
    return bars;
}

} // namespace crawlscope
