// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/statssnapshot.h"

#include <QByteArrayView>

#include <vector>

namespace crawlscope {

/// When a run ends, from what each host has left and the pace it is allowed, since the mean over all says little where
/// one slow host outlasts the others. One pass over the hosts: begin(), add() each, end().
///
/// Model: URLs flow instead of stepping. Hosts in turn get equal shares of the slots and of the rate, none more than
/// its own pace, min(limit / service time, 1 / interval); as hosts end, the others get more (processor sharing with
/// bounds, max-min fair: Bertsekas, Gallager, "Data Networks", 6.5.2). The hosts that would take longest alone are
/// followed one by one, the rest in classes of like size and pace, so that a million hosts cost a pass of simple sums.
///
/// Not thread-safe; keeps its memory (about 1/4 MB) from one use to the next.
class EtaEstimator
{
public:
    struct Global
    {
        int inFlight = 1; ///< limit
        double ratePerS = 0; ///< limit; 0: none
        double measuredPerS = 0; ///< ended URLs a second over the last 2 s; 0: none
        double serviceMicros = 0; ///< mean time a URL holds its slot, over all hosts; 0: unknown
        qint64 nowMicros = 0;
    };
    struct Host
    {
        QByteArrayView key; ///< stays valid until end()
        quint64 remaining = 0; ///< URLs that have not ended, in flight or waiting
        double serviceMicros = 0; ///< mean time a URL of this host holds its slot; 0: unknown, as for all
        int limit = 1; ///< requests at once
        qint64 intervalMicros = 0; ///< between the starts of two requests; 0: none
        qint64 notBeforeMicros = 0; ///< nothing starts earlier (Retry-After, backoff, breaker)
    };

    void begin(const Global &global);
    /// Leave out hosts whose URLs do not end by themselves: paused by the user, given up.
    void add(const Host &host);
    /// seconds: -1 where nothing is known yet. The bound is given where the host that takes longest decides and not
    /// what the run as a whole is allowed.
    [[nodiscard]] EtaBound end();

private:
    /// Hosts alike; of one, the figures of it.
    struct Item
    {
        double hosts = 0;
        double remaining = 0; ///< of each
        double ratePerS = 0; ///< of each, the most
        double serviceS = 0;
        double startS = 0;
        double aloneS = 0; ///< time it takes if nothing else runs; of one host
        QByteArrayView key;
        static bool longerAlone(const Item &a, const Item &b) { return a.aloneS > b.aloneS; }
    };
    struct Sums
    {
        double hosts = 0;
        double remaining = 0;
        double seconds = 0; ///< remaining / pace
        double work = 0; ///< remaining · service time, s
        double start = 0;
    };
    static constexpr std::size_t kAlone = 48; ///< hosts followed one by one
    static constexpr int kPaces = 40; ///< by powers of two, from 2^-20 a second
    static constexpr int kSizes = 80; ///< two to a power of two
    static std::size_t classOf(const Item &item);
    void addToClass(const Item &item);
    [[nodiscard]] double share(double ratePerS, double now) const;
    [[nodiscard]] double flowS(double ratePerS);

    Global m_global;
    std::vector<Item> m_longest; ///< a heap, the shortest of them in front
    std::vector<Sums> m_classes;
    std::vector<Item> m_items; ///< by pace, ascending
    double m_remaining = 0;
    double m_work = 0; ///< slot-seconds
    double m_freshPerS = 0; ///< pace of hosts whose wait ended so lately that the measured rate knows little of them
    bool m_unknown = false; ///< a host's service time
};

} // namespace crawlscope
