// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sitewriter.h"

#include "core/store/sessionrecord.h"
#include "core/store/siterecord.h"

#include <algorithm>

namespace crawlscope {

namespace {

    constexpr int kFeedColumns = 7;

    /// Columns as the table `link` has them.
    class LinkSource final : public SqlFeed::Source
    {
    public:
        LinkSource(SessionRecordReader *reader, LinkPageRecord page, qint64 lastId)
            : m_reader(reader)
            , m_page(page)
            , m_id(lastId)
        {
        }
        [[nodiscard]] bool next() override
        {
            if (m_done == m_page.links)
                return false;
            ++m_done;
            ++m_id;
            m_link = m_reader->take<LinkFlatRecord>();
            m_url = m_reader->text(m_link.urlSize);
            m_anchor = m_reader->text(m_link.anchorSize);
            return true;
        }
        void column(int number, SqlFeed::Cell *cell) const override
        {
            switch (number) {
            case 0:
                return cell->set(m_id);
            case 1:
                return cell->set(m_page.source);
            case 2:
                return cell->setUnless(LinkRecord::kNoTarget, m_link.target);
            case 3:
                return cell->setText(m_url);
            case 4:
                return cell->setText(m_anchor);
            case 5:
                return cell->set(m_link.kind);
            default:
                return cell->set(m_link.rel);
            }
        }

    private:
        SessionRecordReader *m_reader;
        const LinkPageRecord m_page;
        qint64 m_id;
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
             "INSERT OR FAIL INTO link(id, source, target, target_url, anchor, kind, rel) "
             "SELECT * FROM session_links")
    , m_linkPage(db, "INSERT OR REPLACE INTO link_page VALUES(?, ?, ?)")
    , m_oldLinks(db, "SELECT first, links FROM link_page WHERE source = ?")
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
    SqlStatement links(m_db, "SELECT max(first + links) - 1 FROM link_page");
    m_links = links.step() ? links.integer(0) : 0;
    SqlStatement found(m_db, "SELECT value FROM meta WHERE key = 'found'");
    m_found = found.step() ? found.integer(0) : 0;
    m_removed.clear();
}

void SiteWriter::write(const SessionBatch &batch, qint64 firstEnded)
{
    writeFound(batch.found);
    for (const quint32 entry : batch.sitemapUrls) {
        m_sitemap.bind(1, entry);
        m_sitemap.run();
    }
    for (const PageOfEntry &page : batch.pages)
        writePage(page, firstEnded);
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
    SessionRecordReader reader(records);
    while (!reader.atEnd(records)) {
        const auto page = reader.take<LinkPageRecord>();
        m_oldLinks.bind(1, page.source);
        if (m_oldLinks.step()) { // of an earlier attempt
            m_dropLinks.bind(1, m_oldLinks.integer(0));
            m_dropLinks.bind(2, m_oldLinks.integer(1));
            m_oldLinks.reset();
            m_dropLinks.run();
        }
        m_linkPage.bind(1, page.source);
        m_linkPage.bind(2, m_links + 1);
        m_linkPage.bind(3, page.links);
        m_linkPage.run();
        LinkSource source(&reader, page, m_links);
        m_feed.setSource(&source);
        m_link.run();
        m_feed.setSource(nullptr);
        m_links += page.links;
    }
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
    if (m_links > 0)
        m_db.exec("CREATE INDEX IF NOT EXISTS link_target ON link(target) WHERE target IS NOT NULL");
}

} // namespace crawlscope
