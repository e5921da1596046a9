// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/errorid.h"

#include <array>
#include <limits>
#include <optional>

namespace crawlscope {

/// When a Breaker opens.
struct BreakerRules
{
    quint8 window = 50; ///< outcomes looked at, 1 … 128
    quint8 least = 20; ///< outcomes without which it stays closed, 1 … window
    quint8 percent = 90; ///< of failures that open it, 1 … 100
    [[nodiscard]] static constexpr BreakerRules host() { return {}; }
    [[nodiscard]] static constexpr BreakerRules run() { return {.window = 125, .least = 100, .percent = 90}; }
};

/// Circuit breaker of a host or of the run (Nygard, "Release It!", 2nd ed. 2018, chapter 5): closed while things work;
/// open once nearly all of the last outcomes, none older than 60 s, were failures; after a pause half-open, when
/// exactly one request is tried. It fails: open again, for twice as long, 10 s … 5 min; after five such the breaker
/// gives up and stays open. It succeeds: closed, and what was is forgotten.
///
/// Outcomes of requests that started before the last change of state count for nothing: they tell of an older time.
/// Times in µs, monotonic. Not thread-safe; a value type.
class Breaker
{
public:
    enum class State : quint8 { Closed, Open, HalfOpen };
    enum class Event : quint8 { Opened, Probes, Closed, GaveUp };
    struct Change
    {
        Event event = Event::Opened;
        int failures = 0; ///< of the outcomes at the time it opened
        int outcomes = 0;
    };
    static constexpr qint64 kFirstPauseMicros = 10'000'000;
    static constexpr qint64 kLongestPauseMicros = 300'000'000;
    static constexpr int kProbes = 5; ///< failed ones until it gives up
    static constexpr qint64 kNever = std::numeric_limits<qint64>::max();

    explicit Breaker(BreakerRules rules = BreakerRules::host());

    /// Whether a request may start now.
    [[nodiscard]] bool mayStart(qint64 nowMicros) const;
    /// A request starts; to be called for each, after mayStart() said yes. A change: it is the probe.
    std::optional<Change> started(qint64 nowMicros);
    /// An attempt that began at `startedMicros` came to its end; `failure`: see isBreakerFailure().
    std::optional<Change> ended(bool failure, qint64 startedMicros, qint64 nowMicros);
    /// An attempt ended without a result (stopped by the user). If it was the probe, the next request is.
    void cancelled(qint64 startedMicros, qint64 nowMicros);
    /// The user wants it closed, also where it had given up.
    void forceClose(qint64 nowMicros);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool gaveUp() const { return m_failedProbes >= kProbes; }
    /// When mayStart() turns true by itself: 0 while closed, kNever when it waits for its probe or gave up.
    [[nodiscard]] qint64 nextTryMicros() const;
    /// Within the window; while not closed, those that opened it.
    [[nodiscard]] int failures() const { return m_failures; }
    [[nodiscard]] int outcomes() const { return m_size; }

    /// Whether an outcome speaks against the host rather than against the URL: no connection or none that holds,
    /// time-outs, statuses 5xx and 429. Not: other statuses, what redirects, decoding, rules or the user end.
    [[nodiscard]] static bool isBreakerFailure(ErrorId error, quint16 status);

private:
    static constexpr qint64 kEpochMicros = 10'000'000;
    static constexpr std::size_t kEpochs = 6; ///< times kEpochMicros: the oldest outcome that counts
    void clear();
    void age(qint64 nowMicros);
    void push(bool failure);
    void dropOldest();
    [[nodiscard]] bool bit(std::size_t index) const { return ((m_bits[index / 64] >> (index % 64)) & 1) != 0; }
    Change open(qint64 nowMicros);

    std::array<quint64, 2> m_bits {}; ///< ring of outcomes, 1: failure
    qint64 m_since = std::numeric_limits<qint64>::min(); ///< requests that started earlier count for nothing
    qint64 m_nextTry = 0;
    qint64 m_epoch = 0; ///< number of the last of m_perEpoch
    std::array<quint8, kEpochs> m_perEpoch {}; ///< outcomes in the ring, by the epoch they came in; oldest first
    BreakerRules m_rules;
    quint8 m_head = 0; ///< oldest of the ring
    quint8 m_size = 0;
    quint8 m_failures = 0;
    quint8 m_failedProbes = 0;
    State m_state = State::Closed;
};
static_assert(sizeof(Breaker) <= 64, "there may be a million hosts");

} // namespace crawlscope
