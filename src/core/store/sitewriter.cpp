// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sitewriter.h"

#include "core/store/sessionrecord.h"
#include "core/store/siterecord.h"

#include <algorithm>

namespace crawlscope {

namespace {

    constexpr int kFeedColumns = 6;

    /// All links of a batch, with the columns of the table `link` but for its key, which SQLite counts up: it need not
    /// look for the place then.
    class LinkSource final : public SqlFeed::Source
    {
    public:
        explicit LinkSource(QByteArrayView records)
            : m_records(records)
            , m_reader(records)
        {
        }
        [[nodiscard]] bool next() override
        {
            while (m_done == m_page.links) {
                if (m_reader.atEnd(m_records))
                    return false;
                m_page = m_reader.take<LinkPageRecord>();
                m_done = 0;
            }
            ++m_done;
            m_link = m_reader.take<LinkFlatRecord>();
            m_url = m_reader.text(m_link.urlSize);
            m_anchor = m_reader.text(m_link.anchorSize);
            return true;
        }
        void column(int number, SqlFeed::Cell *cell) const override
        {
            switch (number) {
            case 0:
                return cell->set(m_page.source);
            case 1:
                return cell->setUnless(LinkRecord::kNoTarget, m_link.target);
            case 2:
                return cell->setText(m_url);
            case 3:
                return cell->setText(m_anchor);
            case 4:
                return cell->set(m_link.kind);
            default:
                return cell->set(m_link.rel);
            }
        }

    private:
        QByteArrayView m_records;
        SessionRecordReader m_reader;
        LinkPageRecord m_page;
        quint32 m_done = 0;
        LinkFlatRecord m_link;
        QByteArrayView m_url;
        QByteArrayView m_anchor;
    };

    void bindNumber(SqlStatement &statement, int parameter, bool known, qint64 number)
    {
        if (known)
            statement.bind(parameter, number);
        else
            statement.bindNull(parameter);
    }

} // namespace

SiteWriter::SiteWriter(SQLite::Database &db)
    : m_db(db)
    , m_feed(db, "session_links", kFeedColumns)
    , m_link(db,
             "INSERT OR FAIL INTO link(source, target, target_url, anchor, kind, rel) "
             "SELECT * FROM session_links")
    , m_linkPage(db, "INSERT INTO link_page VALUES(?, ?, ?) ON CONFLICT DO NOTHING")
    , m_oldLinks(db, "SELECT first, links FROM link_page WHERE source = ?")
    , m_moveLinks(db, "UPDATE link_page SET first = ?2, links = ?3 WHERE source = ?1")
    , m_dropLinks(db, "DELETE FROM link WHERE id BETWEEN ?1 AND ?1 + ?2 - 1")
    , m_page(db, "INSERT OR REPLACE INTO page VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
    , m_newest(db, "SELECT ended FROM attempt WHERE entry = ? AND newest = 1")
    , m_extraction(db, "INSERT OR REPLACE INTO extraction VALUES(?, ?, ?)")
    , m_foundUrl(db, "INSERT INTO found VALUES(?, ?, ?, ?, ?)")
    , m_sitemap(db, "INSERT OR IGNORE INTO sitemap_url VALUES(?)")
{
    readCounters();
}

void SiteWriter::readCounters()
{
    SqlStatement links(m_db, "SELECT EXISTS(SELECT 1 FROM link)");
    m_hasLinks = links.step() && links.integer(0) != 0;
    SqlStatement found(m_db, "SELECT value FROM meta WHERE key = 'found'");
    m_found = found.step() ? found.integer(0) : 0;
    m_removed.clear();
}

void SiteWriter::writeEarlierPages(const SessionBatch &batch)
{
    for (const PageOfEntry &page : batch.pages) {
        if (page.row < 0)
            writePage(page, 0);
    }
}

void SiteWriter::write(const SessionBatch &batch, qint64 firstEnded)
{
    writeFound(batch.found);
    for (const quint32 entry : batch.sitemapUrls) {
        m_sitemap.bind(1, entry);
        m_sitemap.run();
    }
    for (const PageOfEntry &page : batch.pages) {
        if (page.row >= 0)
            writePage(page, firstEnded);
    }
    writeLinks(batch.links);
    m_removed.clear();
}

void SiteWriter::writeFound(QByteArrayView records)
{
    SessionRecordReader reader(records);
    while (!reader.atEnd(records)) {
        const auto found = reader.take<FoundRecord>();
        m_foundUrl.bind(1, found.entry);
        m_foundUrl.bindText(2, reader.text(found.urlSize));
        bindNumber(m_foundUrl, 3, found.parent != FoundUrl::kNoParent, found.parent);
        m_foundUrl.bind(4, found.depth);
        m_foundUrl.bindText(5, foundSourceName(found.source));
        m_foundUrl.run();
        ++m_found;
    }
}

void SiteWriter::writePage(const PageOfEntry &page, qint64 firstEnded)
{
    qint64 ended = firstEnded + page.row;
    if (page.row < 0) {
        m_newest.bind(1, page.entry);
        if (!m_newest.step())
            return; // facts without a row
        ended = m_newest.integer(0);
        m_newest.reset();
    } else if (std::find(m_removed.begin(), m_removed.end(), ended) != m_removed.end()) {
        return;
    }
    writePageFacts(ended, page.facts);
    for (const auto &[rule, value] : page.facts.extractions) {
        m_extraction.bind(1, ended);
        m_extraction.bind(2, rule);
        m_extraction.bindText(3, value);
        m_extraction.run();
    }
}

void SiteWriter::writePageFacts(qint64 ended, const PageRecord &facts)
{
    SqlStatement &s = m_page;
    s.bind(1, ended);
    int at = 2;
    for (const QByteArray *text : {&facts.description, &facts.canonical, &facts.robots, &facts.h1, &facts.h2,
                                   &facts.language, &facts.refreshUrl, &facts.sniffedType, &facts.giveUps})
        s.bindText(at++, *text);
    bindNumber(s, at++, facts.refreshSeconds >= 0, facts.refreshSeconds);
    bindNumber(s, at++, true, static_cast<qint64>(facts.contentHash));
    bindNumber(s, at++, facts.simhash != 0, static_cast<qint64>(facts.simhash));
    if (facts.sha256.isEmpty())
        s.bindNull(at++);
    else
        s.bindBlob(at++, facts.sha256);
    s.bind(at++, facts.typeMismatch ? 1 : 0);
    s.bind(at++, facts.html ? 1 : 0);
    for (const quint32 number :
         {facts.canonicalCount, facts.h1Count, facts.h2Count, facts.words, facts.textBytes, facts.linksInternal,
          facts.linksExternal, facts.images, facts.imagesWithoutAlt, facts.mixedContent, facts.insecureForms})
        bindNumber(s, at++, facts.html, number);
    s.bind(at, facts.linksCut ? 1 : 0);
    s.run();
}

void SiteWriter::writeLinks(QByteArrayView records)
{
    if (records.isEmpty())
        return;
    std::vector<LinkPageRecord> pages;
    qint64 links = 0;
    for (SessionRecordReader reader(records); !reader.atEnd(records);) {
        const auto page = pages.emplace_back(reader.take<LinkPageRecord>());
        links += page.links;
        for (quint32 i = 0; i < page.links; ++i) {
            const auto link = reader.take<LinkFlatRecord>();
            (void)reader.text(link.urlSize + link.anchorSize);
        }
    }
    LinkSource source(records);
    m_feed.setSource(&source);
    m_link.run();
    m_feed.setSource(nullptr);
    qint64 first = sqlite3_last_insert_rowid(m_db.getHandle()) - links + 1;
    for (const LinkPageRecord &page : pages) {
        placeLinks(page.source, page.links > 0 ? first : 0, page.links);
        first += page.links;
    }
    m_hasLinks = m_hasLinks || links > 0;
}

/// Where the links of a page are; those of an earlier attempt go.
void SiteWriter::placeLinks(quint32 source, qint64 first, quint32 count)
{
    m_linkPage.bind(1, source);
    m_linkPage.bind(2, first);
    m_linkPage.bind(3, count);
    m_linkPage.run();
    if (sqlite3_changes(m_db.getHandle()) > 0)
        return;
    m_oldLinks.bind(1, source);
    if (m_oldLinks.step()) {
        m_dropLinks.bind(1, m_oldLinks.integer(0));
        m_dropLinks.bind(2, m_oldLinks.integer(1));
        m_oldLinks.reset();
        m_dropLinks.run();
    }
    m_moveLinks.bind(1, source);
    m_moveLinks.bind(2, first);
    m_moveLinks.bind(3, count);
    m_moveLinks.run();
}

void SiteWriter::removeAttempt(qint64 ended)
{
    for (const char *sql : {"DELETE FROM page WHERE ended = ?", "DELETE FROM extraction WHERE ended = ?"}) {
        SqlStatement remove(m_db, sql);
        remove.bind(1, ended);
        remove.run();
    }
    m_removed.push_back(ended);
}

void SiteWriter::index()
{
    if (m_hasLinks)
        m_db.exec("CREATE INDEX IF NOT EXISTS link_target ON link(target) WHERE target IS NOT NULL");
}

} // namespace crawlscope
