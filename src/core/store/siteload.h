// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sessionreader.h"
#include "core/store/sessionsql.h"

namespace crawlscope {

/// Turns what following links left in a session file into values. Throws SQLite::Exception, with SQLITE_CORRUPT where
/// the tables make no sense. Thread: the connection's.
namespace SiteLoad {

    /// In the order of their entries, which go on after `firstEntry` - 1 without a gap.
    [[nodiscard]] std::vector<FoundUrl> found(SQLite::Database &db, qint64 firstEntry);
    [[nodiscard]] std::vector<quint32> sitemapUrls(SQLite::Database &db);
    [[nodiscard]] std::optional<PageRecord> page(SQLite::Database &db, quint32 entry);
    [[nodiscard]] std::vector<StoredLink> linksFrom(SQLite::Database &db, quint32 entry);
    /// At most `most`, in the order in which they were found.
    [[nodiscard]] std::vector<StoredLink> linksTo(SQLite::Database &db, quint32 entry, qint64 most);
    /// Calls `take` with each link, page by page, until it returns false.
    void eachLink(SQLite::Database &db, const std::function<bool(const LinkLine &)> &take);

} // namespace SiteLoad

} // namespace crawlscope
