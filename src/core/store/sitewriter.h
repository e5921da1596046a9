// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sessionbatch.h"
#include "core/store/sessionsql.h"
#include "core/store/sqlfeed.h"

namespace crawlscope {

/// Writes what following links adds to a session file: URLs found, facts of pages, links. In the transaction of
/// SessionWriter; throws SQLite::Exception. Thread: the writer's.
class SiteWriter
{
public:
    explicit SiteWriter(SQLite::Database &db);

    /// Facts of pages whose rows came in earlier batches. Before the rows of this one, which may be newer attempts.
    void writeEarlierPages(const SessionBatch &batch);
    /// `firstEnded`: attempt.ended of the first row of the batch. After its rows.
    void write(const SessionBatch &batch, qint64 firstEnded);
    /// The facts of an attempt that goes.
    void removeAttempt(qint64 ended);
    /// Where the numbering stands; after the transaction was taken back, too.
    void readCounters();
    /// URLs found so far.
    [[nodiscard]] qint64 found() const { return m_found; }
    /// At the end of a run: who links to a URL is then found at once. Keeping such an index up to date while links come
    /// would cost more than they do.
    void index();

private:
    void writeFound(QByteArrayView records);
    void writePage(const PageOfEntry &page, qint64 firstEnded);
    void writePageFacts(qint64 ended, const PageRecord &facts);
    void writeLinks(QByteArrayView records);
    void placeLinks(quint32 source, qint64 first, quint32 count);

    SQLite::Database &m_db;
    SqlFeed m_feed; // before the statements that read from it
    SqlStatement m_link, m_linkPage, m_oldLinks, m_moveLinks, m_dropLinks, m_page, m_newest, m_extraction, m_foundUrl,
        m_sitemap;
    std::vector<qint64> m_removed; // attempts of the batch under way that went in it
    bool m_hasLinks = false;
    qint64 m_found = 0;
};

} // namespace crawlscope
