// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <memory>

namespace crawlscope {

/// What came of the URLs of one host, small enough for a million hosts: latencies take no memory of their own up to two
/// values, are kept as they are up to 16 and then counted in a histogram of 960 bytes (eight parts to a power of two:
/// a percentile is off by 1/16 at most). Times in µs, monotonic. Not thread-safe; moves, does not copy.
class HostStats
{
public:
    enum class Outcome : quint8 { Done, Failed, Skipped };
    static constexpr quint32 kNoLatency = 0;

    /// A URL ended. `latencyMicros`: its total time where it got an answer (at most 2^32 - 1, 71 min), else kNoLatency.
    void ended(Outcome outcome, quint32 latencyMicros, qint64 nowMicros);
    /// Takes an outcome back: the URL is tried again. Latencies and the rate stay: the request took place.
    void undo(Outcome outcome);

    [[nodiscard]] quint32 done() const { return m_counts[0]; }
    [[nodiscard]] quint32 failed() const { return m_counts[1]; }
    [[nodiscard]] quint32 skipped() const { return m_counts[2]; }
    [[nodiscard]] quint32 latencies() const { return m_latencies; }
    /// Nearest rank, `share` 0 … 1; 0: no latency known.
    [[nodiscard]] quint32 percentileMicros(double share) const;
    /// Ended URLs a second over the last 10 s, or since the first one, at least 1 s.
    [[nodiscard]] double ratePerS(qint64 nowMicros) const;
    /// Heap memory, in bytes.
    [[nodiscard]] std::size_t allocated() const;

private:
    static constexpr quint32 kInline = 2;
    static constexpr quint32 kExact = 16;
    static constexpr int kSubBits = 3;
    static constexpr std::size_t kBuckets = static_cast<std::size_t>(32 - kSubBits + 1) << kSubBits;
    static constexpr std::size_t kRing = 10;
    using Exact = std::array<quint32, kExact>;
    using Histogram = std::array<quint32, kBuckets>;
    static std::size_t bucketOf(quint32 micros);
    static quint32 middleOf(std::size_t bucket);
    void addLatency(quint32 micros);
    void countEvent(qint64 nowMicros);

    std::array<quint32, 3> m_counts {};
    quint32 m_latencies = 0;
    std::array<quint32, kInline> m_first {};
    std::unique_ptr<Exact> m_exact; ///< from the third value to the 16th
    std::unique_ptr<Histogram> m_histogram; ///< from the 17th on
    std::array<quint16, kRing> m_ring {}; ///< by second, modulo kRing
    quint32 m_second = 0; ///< the last one counted
    quint32 m_firstSecond = 0;
};
static_assert(sizeof(HostStats) <= 72, "there may be a million hosts");

} // namespace crawlscope
