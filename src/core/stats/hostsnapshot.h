// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/statssnapshot.h"

#include <vector>

namespace crawlscope {

/// One host (or group of hosts) of the run at one moment.
struct HostRow
{
    quint32 id = 0; ///< stable in a run, from 0, without gaps
    QByteArray key; ///< host:port, registrable domain or address, as the grouping says
    quint64 queued = 0; ///< URLs that wait, retries included
    quint32 inFlight = 0;
    quint64 done = 0;
    quint64 failed = 0;
    quint64 skipped = 0;
    quint32 p50Micros = 0; ///< total time of ended URLs that got an answer; 0 where there is none
    quint32 p95Micros = 0;
    double ratePerS = 0; ///< ended URLs a second over the last 10 s
    int limit = 0; ///< requests at once it is allowed now
    qint64 intervalMs = 0; ///< least time between the starts of two requests; 0: none
    bool paused = false; ///< by the user
    WaitState wait; ///< why its next URL does not start; None: it may, or it has none
};

/// What became of the hosts since the last one. Made while wanted.
struct HostsUpdate
{
    std::vector<HostRow> changed; ///< of a host that is there more than once the last counts; new ones are among them
    bool all = false; ///< `changed` holds every host: what was known before is void
};

} // namespace crawlscope
