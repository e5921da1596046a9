// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace crawlscope {

/// How many requests at once pay for one host, found from response times and errors. After the gradient limit of
/// Netflix (Landau, Thurston, Bozarth: "Performance Under Load", 2018): limit = limit · base / latency + room to queue,
/// with base the time of an answer that waits for nothing, and Vegas' (Brakmo, Peterson 1995) reading of it:
/// limit · base / latency is what the host works on, the rest queues. Room is a quarter and one request.
///
/// The base ages: while answers take longer than it, the limit is halved for one window from time to time, as BBR
/// (Cardwell et al. 2016) does to see the path unloaded. An answer no faster at half the load shows that the host
/// itself became slower; one twice as fast shows a queue. Errors cut the limit by 0.7 (additive increase,
/// multiplicative decrease), and it comes back slowly near to where they began, as CUBIC (RFC 9438) does.
///
/// Settles within 60 · N answers, 500 at least, for a host that works on N at once: throughput within 20 % of the best,
/// p95 within twice the unloaded one. Slowing down by less than half is noticed late and less well. A window is 48
/// answers or two rounds, so hosts of few URLs keep the start value. Times in µs, monotonic. Not thread-safe; a value
/// type.
class AdaptiveLimit
{
public:
    enum class Cause : quint8 {
        Raised, ///< more pays
        Latency, ///< answers take longer
        Errors, ///< too many failures
    };
    struct Step
    {
        int before = 0;
        int after = 0;
        Cause cause = Cause::Raised;
    };
    static constexpr int kStart = 4;
    static constexpr int kMost = 512;

    /// `max` 1 … 512: never more than that.
    explicit AdaptiveLimit(int max = kMost);
    /// Takes effect at once downwards; upwards the limit has to find its way.
    void setMax(int max);
    /// 1 … max. May change with every call of ended(), also where that tells of no step.
    [[nodiscard]] int limit() const;
    /// An attempt ended. `latencyMicros`: from its start; `overload`: time-out, reset, 429 or 503, its latency does not
    /// count; `inFlightAtStart`: requests of the host once it had started, itself included. Other failures that no
    /// answer came with (name not found, refused) are not to be told.
    std::optional<Step> ended(qint64 latencyMicros, bool overload, int inFlightAtStart, qint64 nowMicros);

private:
    void begin(qint64 nowMicros, bool changed);
    [[nodiscard]] int levelLimit() const;
    std::optional<Step> overloaded(int inFlightAtStart, qint64 startedMicros, qint64 nowMicros);
    std::optional<Step> levelEnded(float latency, float used, qint64 nowMicros);
    std::optional<Step> probeEnded(float latency, qint64 nowMicros);
    std::optional<Step> moveTo(float level, Cause lowering, qint64 nowMicros);
    [[nodiscard]] float belowCeiling(float wanted);

    qint64 m_changedAt = 0; ///< requests that started earlier tell of another limit
    qint64 m_cutAt = 0; ///< errors of requests that started earlier have had their effect
    double m_sum = 0; ///< of latencies in this window, µs
    float m_level = kStart;
    float m_base = 0; ///< µs; 0: unknown
    float m_atLevel = 0; ///< mean of the window before the probe, µs
    float m_ceiling = 0; ///< where errors began; 0: none
    quint32 m_inFlightSum = 0;
    quint16 m_max = kMost;
    quint16 m_skip = 0; ///< answers left out until the host has felt the change
    quint16 m_count = 0;
    quint16 m_all = 0; ///< all that ended in this window
    quint16 m_overloads = 0;
    quint8 m_sinceProbe = 0; ///< windows
    quint8 m_sinceCut = 0; ///< windows
    bool m_probing = false;
};
static_assert(sizeof(AdaptiveLimit) <= 64, "there may be a million hosts");

} // namespace crawlscope
