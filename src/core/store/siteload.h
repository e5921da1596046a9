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
    [[nodiscard]] std::vector<std::pair<quint32, quint64>> contentHashes(SQLite::Database &db,
                                                                         const std::atomic<bool> *cancelled);
    /// Values of the user's rules of rows that come in the order of their keys: one pass over the table.
    class Extractions
    {
    public:
        /// `columns`: rules that count.
        Extractions(SQLite::Database &db, qsizetype columns);
        /// Those of a row; empty where there are none. `ended` only ever rises.
        void read(qint64 ended, std::vector<QByteArray> *out);

    private:
        std::optional<SqlStatement> m_statement; ///< nullopt: nothing is left
        std::size_t m_columns;
    };
    inline constexpr const char *kExtractionsOfRow = "SELECT rule, value FROM extraction WHERE ended = ? ORDER BY rule";
    /// Those of one row, wherever it is; `statement` is of the above.
    void readExtractions(SqlStatement &statement, qint64 ended, qsizetype columns, std::vector<QByteArray> *out);

    [[nodiscard]] std::optional<PageRecord> page(SQLite::Database &db, quint32 entry);
    /// Calls `take` with the newest page of each entry, in their order, until it returns false. The texts live until it
    /// returns.
    void eachPage(SQLite::Database &db, const std::function<bool(quint32, const PageRecord &)> &take);
    [[nodiscard]] std::vector<StoredLink> linksFrom(SQLite::Database &db, quint32 entry);
    /// At most `most`, in the order in which they were found.
    [[nodiscard]] std::vector<StoredLink> linksTo(SQLite::Database &db, quint32 entry, qint64 most);
    /// Calls `take` with each link, page by page, until it returns false.
    void eachLink(SQLite::Database &db, const std::function<bool(const LinkLine &)> &take);
    /// Likewise, of the links whose target is of the run.
    void eachLinkEnds(SQLite::Database &db, const std::function<bool(const LinkEnds &)> &take);

} // namespace SiteLoad

} // namespace crawlscope
