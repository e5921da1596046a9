// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/fetchbackend.h"
#include "core/util/ringbuffer.h"

#include <vector>

namespace crawlscope {

/// One exchange on the wire (each hop of a redirect is one) as the waterfall shows it. A value.
struct WaterfallItem
{
    quint64 id = 0; ///< of the FetchRequest, unique in a run
    quint32 entry = 0; ///< index into the run's UrlList
    quint16 status = 0;
    ErrorId error = ErrorId::None;
    quint8 hop = 0; ///< redirects followed before
    FlightState::Stage stage = FlightState::Stage::Connecting; ///< the one under way, unless `ended`
    bool ended = false;
    bool failed = false; ///< by error or status, as the row will be; never true for what stop() cancelled
    ConnectionUse connection = ConnectionUse::Unknown;
    HttpVersion httpVersion = HttpVersion::Unknown;
    qint64 startMicros = 0; ///< slot granted; since the start of the run
    qint64 wireBytes = 0; ///< of the body
    PhaseTimes times; ///< of this hop alone, `queued` too; what is not over yet does not apply, `total` among it
    QByteArray url; ///< where a redirect led; empty: the URL of the entry
};

/// Everything on the wire at one moment and what was there last. Immutable once published.
struct WaterfallSnapshot
{
    qint64 nowMicros = 0; ///< since the start of the run
    quint64 endedTotal = 0; ///< exchanges that have ended in this run
    std::vector<WaterfallItem> ended; ///< the last of them, in the order they ended
    std::vector<WaterfallItem> inFlight; ///< in no order
};

/// Keeps the last exchanges that ended. add() costs a copy into a ring, no allocation once the ring is full.
/// Thread: the engine's.
class WaterfallCollector
{
public:
    static constexpr std::size_t kMaxEnded = 300;
    static constexpr std::size_t kMaxInFlight = 512;

    void add(WaterfallItem item)
    {
        m_ended.push(std::move(item));
        ++m_total;
    }
    [[nodiscard]] quint64 total() const { return m_total; }
    [[nodiscard]] WaterfallSnapshot snapshot(qint64 nowMicros) const; ///< without what is in flight

private:
    RingBuffer<WaterfallItem> m_ended {kMaxEnded};
    quint64 m_total = 0;
};

} // namespace crawlscope
