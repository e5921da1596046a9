// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/siteload.h"

#include "core/store/sessionnames.h"

#include <string>

namespace crawlscope::SiteLoad {

namespace {

    StoredLink readLink(const SqlStatement &s)
    {
        StoredLink link;
        link.source = static_cast<quint32>(s.integer(0));
        link.target = s.isNull(1) ? LinkRecord::kNoTarget : static_cast<quint32>(s.integer(1));
        link.targetUrl = s.bytes(2).toByteArray();
        link.anchor = s.bytes(3).toByteArray();
        link.kind = static_cast<quint8>(s.integer(4));
        link.rel = static_cast<quint8>(s.integer(5));
        return link;
    }

    /// What the rules of the user's found on pages; asks nothing where no page has any.
    class PageExtractions
    {
    public:
        explicit PageExtractions(SQLite::Database &db)
            : m_values(db, "SELECT rule, value FROM extraction WHERE ended = ? ORDER BY rule")
        {
            SqlStatement any(db, "SELECT EXISTS(SELECT 1 FROM extraction)");
            m_any = any.step() && any.integer(0) != 0;
        }
        void read(qint64 ended, PageRecord *page)
        {
            page->extractions.clear();
            if (!m_any)
                return;
            m_values.bind(1, ended);
            while (m_values.step())
                page->extractions.emplace_back(static_cast<quint32>(m_values.integer(0)),
                                               m_values.bytes(1).toByteArray());
        }

    private:
        SqlStatement m_values;
        bool m_any = false;
    };

    /// Pages of newest attempts; the last columns are the keys of attempt and entry.
    std::string selectPages(const char *rest)
    {
        return std::string(
                   "SELECT p.description, p.canonical, p.robots, p.h1, p.h2, p.language, p.refresh_url, "
                   "p.sniffed_type, p.give_ups, p.sha256, p.refresh_s, p.content_hash, p.simhash, p.type_mismatch, "
                   "p.html, p.links_cut, p.canonical_count, p.h1_count, p.h2_count, p.words, p.text_bytes, "
                   "p.links_internal, p.links_external, p.images, p.images_without_alt, p.mixed_content, "
                   "p.insecure_forms, p.ended, a.entry FROM attempt a JOIN page p ON p.ended = a.ended "
                   "WHERE a.newest = 1 ")
            + rest;
    }

    /// A value into its place; what has none is left out.
    void place(const SqlStatement &s, int rule, std::size_t columns, std::vector<QByteArray> *out)
    {
        const qint64 number = s.integer(rule);
        if (number < 0 || static_cast<quint64>(number) >= columns)
            return;
        out->resize(columns);
        (*out)[static_cast<std::size_t>(number)] = s.bytes(rule + 1).toByteArray();
    }

    /// The texts lie in SQLite's memory until the next step.
    void borrowPage(const SqlStatement &s, PageRecord *page)
    {
        int at = 0;
        for (QByteArray *text :
             {&page->description, &page->canonical, &page->robots, &page->h1, &page->h2, &page->language,
              &page->refreshUrl, &page->sniffedType, &page->giveUps, &page->sha256}) {
            const QByteArrayView view = s.bytes(at++);
            *text = view.isEmpty() ? QByteArray() : QByteArray::fromRawData(view.data(), view.size());
        }
        page->refreshSeconds = s.isNull(at) ? -1 : static_cast<qint32>(s.integer(at));
        page->contentHash = static_cast<quint64>(s.integer(++at));
        page->simhash = static_cast<quint64>(s.integer(++at));
        page->typeMismatch = s.integer(++at) != 0;
        page->html = s.integer(++at) != 0;
        page->linksCut = s.integer(++at) != 0;
        for (quint32 *number : {&page->canonicalCount, &page->h1Count, &page->h2Count, &page->words, &page->textBytes,
                                &page->linksInternal, &page->linksExternal, &page->images, &page->imagesWithoutAlt,
                                &page->mixedContent, &page->insecureForms})
            *number = static_cast<quint32>(s.integer(++at));
    }

    constexpr int kPageEnded = 27;
    constexpr int kPageEntry = 28;

} // namespace

Extractions::Extractions(SQLite::Database &db, qsizetype columns)
    : m_columns(static_cast<std::size_t>(columns))
{
    if (columns == 0)
        return;
    m_statement.emplace(db, "SELECT ended, rule, value FROM extraction ORDER BY ended, rule");
    if (!m_statement->step())
        m_statement.reset();
}

void Extractions::read(qint64 ended, std::vector<QByteArray> *out)
{
    out->clear();
    while (m_statement && m_statement->integer(0) <= ended) {
        if (m_statement->integer(0) == ended)
            place(*m_statement, 1, m_columns, out);
        if (!m_statement->step())
            m_statement.reset();
    }
}

void readExtractions(SqlStatement &statement, qint64 ended, qsizetype columns, std::vector<QByteArray> *out)
{
    out->clear();
    statement.bind(1, ended);
    while (statement.step())
        place(statement, 0, static_cast<std::size_t>(columns), out);
}

std::vector<FoundUrl> found(SQLite::Database &db, qint64 firstEntry)
{
    std::vector<FoundUrl> out;
    SqlStatement s(db, "SELECT entry, url, parent, depth, source FROM found ORDER BY entry");
    while (s.step()) {
        if (s.integer(0) != firstEntry + static_cast<qint64>(out.size()))
            throw SQLite::Exception("found", SQLITE_CORRUPT);
        FoundUrl &url = out.emplace_back();
        url.entry = static_cast<quint32>(s.integer(0));
        url.url = s.bytes(1).toByteArray();
        url.parent = s.isNull(2) ? FoundUrl::kNoParent : static_cast<quint32>(s.integer(2));
        url.depth = static_cast<quint16>(s.integer(3));
        url.source = foundSourceOf(s.bytes(4));
    }
    return out;
}

std::vector<quint32> sitemapUrls(SQLite::Database &db)
{
    std::vector<quint32> out;
    SqlStatement s(db, "SELECT entry FROM sitemap_url ORDER BY entry");
    while (s.step())
        out.push_back(static_cast<quint32>(s.integer(0)));
    return out;
}

std::vector<std::pair<quint32, quint64>> contentHashes(SQLite::Database &db, const std::atomic<bool> *cancelled)
{
    std::vector<std::pair<quint32, quint64>> out;
    SqlStatement s(db,
                   "SELECT a.entry, p.content_hash FROM page p JOIN attempt a ON a.ended = p.ended "
                   "WHERE a.newest = 1 AND p.content_hash IS NOT NULL");
    while (s.step() && !(cancelled != nullptr && cancelled->load(std::memory_order_relaxed)))
        out.emplace_back(static_cast<quint32>(s.integer(0)), static_cast<quint64>(s.integer(1)));
    return out;
}

std::optional<PageRecord> page(SQLite::Database &db, quint32 entry)
{
    SqlStatement s(db, selectPages("AND a.entry = ?").c_str());
    s.bind(1, entry);
    if (!s.step())
        return std::nullopt;
    PageRecord page;
    borrowPage(s, &page);
    for (QByteArray *text : {&page.description, &page.canonical, &page.robots, &page.h1, &page.h2, &page.language,
                             &page.refreshUrl, &page.sniffedType, &page.giveUps, &page.sha256}) {
        if (!text->isEmpty())
            text->detach(); // the statement goes
    }
    PageExtractions(db).read(s.integer(kPageEnded), &page);
    return page;
}

void eachPage(SQLite::Database &db, const std::function<bool(quint32, const PageRecord &)> &take)
{
    PageExtractions extractions(db);
    SqlStatement s(db, selectPages("ORDER BY a.entry").c_str());
    PageRecord page;
    bool goesOn = true;
    while (goesOn && s.step()) {
        borrowPage(s, &page);
        extractions.read(s.integer(kPageEnded), &page);
        goesOn = take(static_cast<quint32>(s.integer(kPageEntry)), page);
    }
}

std::vector<StoredLink> linksFrom(SQLite::Database &db, quint32 entry)
{
    std::vector<StoredLink> out;
    SqlStatement s(db,
                   "SELECT l.source, l.target, l.target_url, l.anchor, l.kind, l.rel FROM link_page p JOIN link l ON "
                   "l.id BETWEEN p.first AND p.first + p.links - 1 WHERE p.source = ? ORDER BY l.id");
    s.bind(1, entry);
    while (s.step())
        out.push_back(readLink(s));
    return out;
}

std::vector<StoredLink> linksTo(SQLite::Database &db, quint32 entry, qint64 most)
{
    std::vector<StoredLink> out;
    SqlStatement s(db,
                   "SELECT source, target, target_url, anchor, kind, rel FROM link WHERE target = ? ORDER BY id "
                   "LIMIT ?");
    s.bind(1, entry);
    s.bind(2, most);
    while (s.step())
        out.push_back(readLink(s));
    return out;
}

void eachLink(SQLite::Database &db, const std::function<bool(const LinkLine &)> &take)
{
    SqlStatement s(db,
                   "SELECT coalesce(si.url, sf.url), coalesce(ti.url, tf.url, l.target_url), l.anchor, k.name, l.kind, "
                   "l.rel, a.status, a.error FROM link l LEFT JOIN input si ON si.entry = l.source "
                   "LEFT JOIN found sf ON sf.entry = l.source LEFT JOIN input ti ON ti.entry = l.target "
                   "LEFT JOIN found tf ON tf.entry = l.target "
                   "LEFT JOIN attempt a ON a.entry = l.target AND a.newest = 1 "
                   "LEFT JOIN link_kind k ON k.id = l.kind ORDER BY l.id");
    bool goesOn = true;
    while (goesOn && s.step()) {
        LinkLine line;
        line.source = s.bytes(0);
        line.target = s.bytes(1);
        line.anchor = s.bytes(2);
        line.kindName = s.bytes(3);
        line.kind = static_cast<quint8>(s.integer(4));
        line.rel = static_cast<quint8>(s.integer(5));
        line.status = static_cast<quint16>(s.integer(6));
        line.error = SessionNames::error(s.bytes(7));
        goesOn = take(line);
    }
}

void eachLinkEnds(SQLite::Database &db, const std::function<bool(const LinkEnds &)> &take)
{
    SqlStatement s(db, "SELECT source, target, kind, rel FROM link WHERE target IS NOT NULL ORDER BY id");
    bool goesOn = true;
    while (goesOn && s.step())
        goesOn = take({static_cast<quint32>(s.integer(0)), static_cast<quint32>(s.integer(1)),
                       static_cast<quint8>(s.integer(2)), static_cast<quint8>(s.integer(3))});
}

} // namespace crawlscope::SiteLoad
