// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/siteload.h"

#include "core/store/sessionnames.h"

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

    std::vector<std::pair<quint32, QByteArray>> extractions(SQLite::Database &db, qint64 ended)
    {
        std::vector<std::pair<quint32, QByteArray>> out;
        SqlStatement s(db, "SELECT rule, value FROM extraction WHERE ended = ? ORDER BY rule");
        s.bind(1, ended);
        while (s.step())
            out.emplace_back(static_cast<quint32>(s.integer(0)), s.bytes(1).toByteArray());
        return out;
    }

} // namespace

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

std::optional<PageRecord> page(SQLite::Database &db, quint32 entry)
{
    SqlStatement s(db,
                   "SELECT p.description, p.canonical, p.robots, p.h1, p.h2, p.language, p.refresh_url, "
                   "p.sniffed_type, p.give_ups, p.sha256, p.refresh_s, p.content_hash, p.simhash, p.type_mismatch, "
                   "p.html, p.links_cut, p.canonical_count, p.h1_count, p.h2_count, p.words, p.text_bytes, "
                   "p.links_internal, p.links_external, p.images, p.images_without_alt, p.mixed_content, "
                   "p.insecure_forms, p.ended FROM attempt a JOIN page p ON p.ended = a.ended "
                   "WHERE a.entry = ? AND a.newest = 1");
    s.bind(1, entry);
    if (!s.step())
        return std::nullopt;
    PageRecord page;
    int at = 0;
    for (QByteArray *text : {&page.description, &page.canonical, &page.robots, &page.h1, &page.h2, &page.language,
                             &page.refreshUrl, &page.sniffedType, &page.giveUps, &page.sha256})
        *text = s.bytes(at++).toByteArray();
    page.refreshSeconds = s.isNull(at) ? -1 : static_cast<qint32>(s.integer(at));
    page.contentHash = static_cast<quint64>(s.integer(++at));
    page.simhash = static_cast<quint64>(s.integer(++at));
    page.typeMismatch = s.integer(++at) != 0;
    page.html = s.integer(++at) != 0;
    page.linksCut = s.integer(++at) != 0;
    for (quint32 *number :
         {&page.canonicalCount, &page.h1Count, &page.h2Count, &page.words, &page.textBytes, &page.linksInternal,
          &page.linksExternal, &page.images, &page.imagesWithoutAlt, &page.mixedContent, &page.insecureForms})
        *number = static_cast<quint32>(s.integer(++at));
    page.extractions = extractions(db, s.integer(++at));
    return page;
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

} // namespace crawlscope::SiteLoad
