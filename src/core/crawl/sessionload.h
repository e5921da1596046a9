// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlcontroller.h"
#include "core/store/sessionreader.h"

#include <memory>
#include <vector>

namespace crawlscope {

/// All of a session file that a front end shows.
struct SessionContents
{
    SessionInfo info;
    std::shared_ptr<const UrlList> urls;
    std::shared_ptr<ResultTable> table;
    CrawlConfig config;
    QStringList configProblems; ///< keys of the stored configuration that this version does not know
    StatsSnapshot snapshot; ///< as the last one of the run
    std::vector<TimePoint> points;
    std::vector<RunEvent> events;
    std::vector<quint32> inFlight; ///< to be sent again
    std::shared_ptr<SessionReader> reader; ///< for details

    /// Entries of failed rows, in the order of the table.
    [[nodiscard]] std::vector<quint32> failed() const;
    /// Where the run, or the next one, goes on: with whatever has not ended, or with `retry` alone.
    [[nodiscard]] RunStart next(std::shared_ptr<RunRecorder> recorder,
                                std::optional<std::vector<quint32>> retry = std::nullopt) const;
};

/// Reads a whole session; up to seconds with a million rows. Null with a fault, or when cancelled (no fault then).
/// Thread: any.
[[nodiscard]] std::shared_ptr<SessionContents> loadSession(const QString &path, SessionFault *fault,
                                                           SessionReader::Progress *progress = nullptr);

} // namespace crawlscope
