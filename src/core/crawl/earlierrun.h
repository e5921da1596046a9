// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/resulttable.h"

#include <QtGlobal>

#include <memory>
#include <unordered_map>
#include <vector>

namespace crawlscope {

/// What a run knows of the runs of its session that came before. Lives in the engine's thread.
struct EarlierRun
{
    std::vector<bool> leftOut; ///< by entry: not part of this run; empty in a first run
    std::vector<bool> sentAgain; ///< by entry; empty: none
    std::shared_ptr<const ResultTable> table; ///< null: a first run
    /// Rows that are being tried again, by entry, until their new row is there.
    std::unordered_map<quint32, std::size_t> retried;
    bool retry = false;
    qint64 elapsedMicros = 0;

    [[nodiscard]] static bool at(const std::vector<bool> &flags, std::size_t entry)
    {
        return entry < flags.size() && flags[entry];
    }
};

/// As much of a row as StatsCollector::restore() looks at.
[[nodiscard]] ResultRow totalsOf(const ResultRecord &record);

} // namespace crawlscope
