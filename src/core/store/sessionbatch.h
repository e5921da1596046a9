// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/runrecorder.h"

#include <optional>
#include <utility>
#include <vector>

namespace crawlscope {

/// What was recorded since the last commit, in order of each kind. A value.
struct SessionBatch
{
    std::vector<ResultRow> rows;
    QByteArray records; ///< SessionRecord of each of `rows`, with its details
    std::vector<std::pair<quint32, bool>> flights; ///< entry, sent (true) or ended
    std::vector<TimePoint> points;
    std::vector<RunEvent> events;
    std::shared_ptr<StatsSnapshot> snapshot;
    std::optional<QByteArray> config;
    std::optional<SessionState> state;

    [[nodiscard]] bool empty() const
    {
        return rows.empty() && flights.empty() && points.empty() && events.empty() && !snapshot && !config && !state;
    }
};

} // namespace crawlscope
