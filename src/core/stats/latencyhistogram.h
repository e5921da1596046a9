// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace crawlscope {

/// Mergeable log-linear histogram of durations in µs (the bucket layout of HdrHistogram with 32 sub-buckets: relative
/// error of a percentile at most 1/32 = 3.1 %). Range 0 … 2^36 µs (19 h); larger values count in the last bucket.
/// Not thread-safe; a value type.
class LatencyHistogram
{
public:
    static constexpr int kSubBits = 5;
    static constexpr int kBuckets = (36 - kSubBits + 1) << kSubBits;

    void add(quint64 micros);
    void merge(const LatencyHistogram &other);
    void clear();
    [[nodiscard]] quint64 count() const { return m_count; }
    [[nodiscard]] quint64 max() const { return m_max; }
    [[nodiscard]] quint64 min() const { return m_count == 0 ? 0 : m_min; }
    [[nodiscard]] double mean() const;
    /// Smallest recorded magnitude that at least `share` (0 … 1) of the values do not exceed; 0 when empty.
    /// The highest value of its bucket, never above max().
    [[nodiscard]] quint64 percentile(double share) const;

    struct Bar
    {
        quint64 fromMicros; ///< inclusive
        quint64 toMicros; ///< exclusive
        quint64 count;
    };
    /// At most `bars` bars of equal width on a logarithmic axis over the values present; empty when no value.
    [[nodiscard]] std::vector<Bar> bars(int bars) const;
    /// The counts of this histogram in bars of another one, which ascend and join.
    [[nodiscard]] std::vector<Bar> countedIn(std::vector<Bar> bars) const;

    /// All that is in it, for keeping elsewhere.
    struct Content
    {
        std::vector<std::pair<int, quint32>> buckets; ///< number, 0 … kBuckets - 1 ascending, and count, > 0
        quint64 sum = 0;
        quint64 min = 0;
        quint64 max = 0;
    };
    [[nodiscard]] Content content() const;
    /// Nothing where the content cannot be that of a histogram.
    [[nodiscard]] static std::optional<LatencyHistogram> of(const Content &content);

private:
    class CountBelow;
    static int indexOf(quint64 micros);
    static quint64 lowestOf(int index);
    static quint64 highestOf(int index);
    std::array<quint32, kBuckets> m_buckets {};
    quint64 m_count = 0;
    quint64 m_sum = 0;
    quint64 m_max = 0;
    quint64 m_min = ~quint64 {0};
};

} // namespace crawlscope
