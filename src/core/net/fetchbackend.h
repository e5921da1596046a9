// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/fetchtypes.h"

#include <functional>
#include <utility>
#include <vector>

namespace crawlscope {

/// How far a request in flight has come.
struct FlightState
{
    enum class Stage : quint8 { Connecting /* names, TCP, TLS */, Waiting /* sent */, Receiving };
    quint64 id = 0; ///< of the FetchRequest
    qint64 startMicros = 0; ///< start(), by the clock given to the back end
    Stage stage = Stage::Connecting;
    PhaseTimes times; ///< the phases that are over; others not applicable
};

/// What the engine needs of the network. Implemented by NetworkFetcher; by a scripted one in tests.
/// Thread: the engine's, all of it, the handler included.
class FetchBackend
{
public:
    using Handler = std::function<void(FetchResult &&)>;

    FetchBackend() = default;
    virtual ~FetchBackend() = default;
    FetchBackend(const FetchBackend &) = delete;
    FetchBackend &operator=(const FetchBackend &) = delete;

    /// Called exactly once per started request, never from within start().
    void setHandler(Handler handler) { m_handler = std::move(handler); }
    /// Called after one or more results that came together: the moment to start new requests.
    void setSettledHandler(std::function<void()> handler) { m_settled = std::move(handler); }

    virtual void start(FetchRequest request) = 0;
    /// Ends every request in flight with error `why`; their handlers run before this returns.
    virtual void abortAll(ErrorId why) = 0;
    /// Ends requests whose deadline has passed. The engine calls it on its tick.
    virtual void checkDeadlines(qint64 nowMicros) = 0;
    [[nodiscard]] virtual int active() const = 0;
    /// Body bytes now held for requests in flight.
    [[nodiscard]] virtual qint64 bufferedBytes() const = 0;
    /// Everything in flight, in no order. Cheap enough for ten calls a second.
    [[nodiscard]] virtual std::vector<FlightState> flights() const = 0;

protected:
    void deliver(FetchResult &&result)
    {
        m_handler(std::move(result));
        if (!m_held && m_settled)
            m_settled();
    }
    /// Results delivered until release() came together.
    void hold() { m_held = true; }
    void release()
    {
        if (std::exchange(m_held, false) && m_settled)
            m_settled();
    }

private:
    Handler m_handler;
    std::function<void()> m_settled;
    bool m_held = false;
};

} // namespace crawlscope
