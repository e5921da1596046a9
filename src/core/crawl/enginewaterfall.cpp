// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine tells of each exchange on the wire.
#include "core/crawl/crawlengine.h"

#include <algorithm>

namespace crawlscope {

namespace {

    quint32 cut(qint64 micros)
    {
        return static_cast<quint32>(std::clamp<qint64>(micros, 0, 0x7fffffff));
    }

} // namespace

WaterfallSnapshot WaterfallCollector::snapshot(qint64 nowMicros) const
{
    WaterfallSnapshot out;
    out.nowMicros = nowMicros;
    out.endedTotal = m_total;
    out.ended.reserve(m_ended.size());
    for (std::size_t i = 0; i < m_ended.size(); ++i)
        out.ended.push_back(m_ended.at(i));
    return out;
}

WaterfallItem CrawlEngine::waterfallItem(const Exchange &exchange, quint64 id, const PhaseTimes &times) const
{
    WaterfallItem item;
    item.id = id;
    item.entry = exchange.entry;
    item.hop = exchange.row.redirects;
    item.startMicros = exchange.startMicros - m_startMicros;
    item.times = times;
    item.times.queued = cut(exchange.startMicros - exchange.readyMicros);
    if (item.hop > 0)
        item.url = exchange.url;
    return item;
}

WaterfallItem CrawlEngine::endedItem(const Exchange &exchange, const FetchResult &result) const
{
    WaterfallItem item = waterfallItem(exchange, result.id, result.times);
    if (item.times.total == PhaseTimes::kNotApplicable)
        item.times.total = cut(m_clock() - exchange.startMicros);
    item.ended = true;
    item.status = result.status;
    item.error = result.error;
    item.connection = result.connection;
    item.httpVersion = result.httpVersion;
    item.wireBytes = result.wireBytes;
    return item;
}

void CrawlEngine::noteEnded(WaterfallItem item, const Exchange &exchange, bool followed)
{
    if (!followed) {
        item.error = exchange.row.error; // a redirect that cannot be followed is a failure of its last hop
        item.failed = item.error != ErrorId::None || (item.status != 0 && !m_config.okStatus.contains(item.status));
    }
    m_waterfall.add(std::move(item));
}

void CrawlEngine::setWaterfallWanted(bool wanted)
{
    m_waterfallWanted = wanted;
    if (wanted && m_state != State::Idle)
        publishWaterfall(true);
}

void CrawlEngine::publishWaterfall(bool always)
{
    // The last picture of a run is always left: nobody can ask for it afterwards.
    const bool last = m_state == State::Finished || m_state == State::Stopped;
    const bool stands = m_state == State::Paused && m_waterfallPublished == m_waterfall.total();
    if (!always && !last && (!m_waterfallWanted || stands))
        return;
    WaterfallSnapshot snapshot = m_waterfall.snapshot(sinceStart());
    for (const FlightState &flight : m_fetcher->flights()) {
        const auto found = m_exchanges.find(static_cast<quint32>(flight.id & 0xffffffffU));
        if (found == m_exchanges.end() || found->second->stage != Exchange::Stage::Fetching)
            continue;
        WaterfallItem item = waterfallItem(*found->second, flight.id, flight.times);
        item.times.total = PhaseTimes::kNotApplicable;
        item.stage = flight.stage;
        snapshot.inFlight.push_back(std::move(item));
        if (snapshot.inFlight.size() == WaterfallCollector::kMaxInFlight)
            break;
    }
    m_waterfallPublished = m_waterfall.total();
    m_outbox->setWaterfall(std::make_shared<const WaterfallSnapshot>(std::move(snapshot)));
}

} // namespace crawlscope
