// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/hostsnapshot.h"

namespace crawlscope::test {

/// Hosts in every state, the first as many as there are.
[[nodiscard]] inline HostsUpdate hostSample(quint32 count)
{
    HostsUpdate update;
    update.all = true;
    for (quint32 id = 0; id < count; ++id) {
        HostRow row;
        row.id = id;
        row.key = "host" + QByteArray::number(id) + (id % 3 == 0 ? ".example:443" : ".shop.example.org:8080");
        row.queued = id * 37 % 1'204;
        row.inFlight = id % 7;
        row.done = 40 + id * 13 % 900;
        row.failed = id % 5 == 0 ? id % 31 : 0;
        row.skipped = id % 11;
        row.p50Micros = 80'000 + id * 1'733 % 400'000;
        row.p95Micros = row.p50Micros * 3;
        row.ratePerS = id % 13 * 0.7;
        row.limit = 1 + static_cast<int>(id % 6);
        row.intervalMs = id % 4 == 0 ? 5'000 : 0;
        row.wait.reason = WaitReason::None;
        switch (id % 9) {
        case 0:
            row.wait = {WaitReason::HostCrawlDelay, row.key, 3'000, 12};
            break;
        case 1:
            row.wait = {WaitReason::HostRetryAfter, row.key, 125'000, 412};
            break;
        case 2:
            row.wait = {WaitReason::HostLimit, row.key, row.limit, 9};
            break;
        case 3:
            row.paused = true;
            row.wait = {WaitReason::HostPaused, row.key, 0, 41};
            break;
        case 4:
            row.wait = {WaitReason::HostBreaker, row.key, 12'000, 3};
            break;
        case 5:
            row.wait = {WaitReason::HostRobots, row.key, -1, 7};
            break;
        case 6:
            row.inFlight = 0;
            row.queued = 0;
            break;
        case 7:
            row.wait = {WaitReason::AdaptiveLimit, row.key, 4, 5};
            break;
        default:
            break;
        }
        update.changed.push_back(row);
    }
    return update;
}

} // namespace crawlscope::test
