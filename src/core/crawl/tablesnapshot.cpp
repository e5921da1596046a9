// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/tablesnapshot.h"

#include "core/crawl/earlierrun.h"
#include "core/stats/statscollector.h"

#include <algorithm>

namespace crawlscope {

StatsSnapshot snapshotOf(const UrlList &urls, const ResultTable &table, qint64 elapsedMs)
{
    StatsCollector stats;
    StatsSnapshot out;
    const std::size_t count = table.rowCount();
    for (std::size_t row = 0; row < count; ++row) {
        const ResultRecord &record = table.record(row);
        if (!table.isCurrent(row))
            continue;
        stats.restore(totalsOf(record), 1 + record.redirects);
        ++(record.state == RowState::Done ? out.counts.done : out.counts.failed);
    }
    // A moment after the end: nothing ended in the last seconds.
    stats.fill(&out, elapsedMs * 1000 + 10'000'000, elapsedMs * 1000);
    const UrlListCounts &list = urls.counts();
    out.counts.input = list.input;
    out.counts.unique = list.unique;
    out.counts.duplicate = list.duplicate;
    out.counts.invalid = list.invalid;
    out.counts.left = list.unique - std::min(list.unique, out.counts.done + out.counts.failed);
    out.counts.pending = out.counts.left;
    out.etaS = out.counts.left == 0 ? 0 : -1;
    out.wait.reason = WaitReason::Finished;
    return out;
}

} // namespace crawlscope
