// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/runrecorder.h"

#include <optional>
#include <utility>
#include <vector>

namespace crawlscope {

/// Facts of a page, with the place of its row.
struct PageOfEntry
{
    quint32 entry = 0;
    qint64 row = -1; ///< in SessionBatch::rows; -1: the row was in an earlier batch
    PageRecord facts;
};

/// What was recorded since the last commit, in order of each kind. A value.
struct SessionBatch
{
    std::vector<ResultRow> rows;
    QByteArray records; ///< SessionRecord of each of `rows`, with its details
    std::vector<std::pair<quint32, bool>> flights; ///< entry, sent (true) or ended
    QByteArray found; ///< FoundRecord
    std::vector<quint32> sitemapUrls; ///< entries
    std::vector<PageOfEntry> pages;
    QByteArray links; ///< LinkPageRecord, each with its LinkFlatRecords
    qint64 siteBytes = 0; ///< of the four, about
    std::vector<TimePoint> points;
    std::vector<RunEvent> events;
    std::shared_ptr<StatsSnapshot> snapshot;
    std::optional<QByteArray> config;
    std::optional<SessionState> state;

    [[nodiscard]] bool empty() const
    {
        return rows.empty() && flights.empty() && points.empty() && events.empty() && !snapshot && !config && !state
            && found.isEmpty() && sitemapUrls.empty() && pages.empty() && links.isEmpty();
    }
    /// Of what following links brings; keeps the room.
    void clearSite()
    {
        found.resize(0);
        sitemapUrls.clear();
        pages.clear();
        links.resize(0);
        siteBytes = 0;
    }
};

} // namespace crawlscope
