// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What following links leaves in a session: URLs found, facts of pages, links.
#include "core/analysis/pagefacts.h"
#include "core/store/sessionblocks.h"
#include "core/store/sitedata.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

using namespace crawlscope;
using namespace sessiondata;
using namespace sitedata;
using namespace Qt::Literals::StringLiterals;

class TestSessionSite : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sourceNames();
    void foundUrls();
    void foundAreLines();
    void marksComeBack();
    void damagedFound();
    void pages_data();
    void pages();
    void pageOfAnEarlierBatch();
    void pagesOfAttempts();
    void links();
    void linksReplaced();
    void linksTo();
    void linksView();
    void kindsHaveTheirNames();
    void manyLinks();
    void rolledBack();
};

namespace {

constexpr quint32 kNone = LinkRecord::kNoTarget;

FoundUrl foundUrl(quint32 entry, quint32 parent = 0)
{
    return {entry, "http://h.example/found/" + QByteArray::number(entry), parent, static_cast<quint16>(entry),
            static_cast<FoundSource>(entry % 6)};
}

StoredLink stored(quint32 source, const LinkRecord &link)
{
    return {source, link.target, link.targetUrl.toByteArray(), link.anchor.toByteArray(), link.kind, link.rel};
}

} // namespace

void TestSessionSite::sourceNames()
{
    for (const FoundSource source : {FoundSource::Link, FoundSource::Sitemap, FoundSource::Redirect,
                                     FoundSource::Canonical, FoundSource::Robots, FoundSource::Other}) {
        QVERIFY(!foundSourceName(source).isEmpty());
        QCOMPARE(foundSourceOf(foundSourceName(source)), source);
    }
    QCOMPARE(foundSourceOf("later invention"), FoundSource::Other);
}

void TestSessionSite::foundUrls()
{
    Site site;
    QVERIFY(site.store);
    std::vector<FoundUrl> wanted;
    for (quint32 entry = kInput; entry < 20; ++entry)
        wanted.push_back(foundUrl(entry, entry == 9 ? FoundUrl::kNoParent : entry % 3));
    site.store->found({wanted.begin(), wanted.begin() + 4});
    site.store->inSitemap({3, 6});
    site.store->found({wanted.begin() + 4, wanted.end()});
    site.store->inSitemap({6, 7});
    site.store->started(12); // in flight when the program dies
    endRow(site.store.get(), 10);
    auto reader = site.finished();
    QVERIFY(reader);
    QCOMPARE(reader->found(), wanted);
    QCOMPARE(reader->sitemapUrls(), (std::vector<quint32> {3, 6, 7}));
    QCOMPARE(reader->inFlight(), std::vector<quint32> {12});
    QCOMPARE(reader->info().found, quint64 {15});
    QCOMPARE(reader->info().counts.unique, quint64 {20});
    QCOMPARE(reader->info().counts.done, quint64 {1});
    QVERIFY(reader->info().counts.addUp());
    QCOMPARE(reader->details(10)->hops.first().url, wanted[5].url);

    site.store.reset(); // goes on where it was
    site.store = SessionStore::open(site.path, false, &site.fault);
    QVERIFY(site.store);
    wanted.push_back(foundUrl(20));
    site.store->found({wanted.back()});
    reader = site.finished();
    QVERIFY(reader);
    QCOMPARE(reader->found(), wanted);
    QCOMPARE(reader->info().found, quint64 {16});
}

/// How URLs are known: sitemaps, and links of other pages but for what no reader sees.
void TestSessionSite::marksComeBack()
{
    Site site;
    QVERIFY(site.store);
    site.store->found({foundUrl(5), foundUrl(6), foundUrl(7), foundUrl(8)});
    site.store->inSitemap({1, 6});
    site.store->inSitemap({6});
    endRow(site.store.get(), 0);
    const auto linkTo = [](quint32 target, LinkKind kind) {
        LinkRecord link;
        link.target = target;
        link.kind = static_cast<quint8>(kind);
        return link;
    };
    LinkRecord elsewhere;
    elsewhere.targetUrl = "http://other.example/";
    site.store->links(0,
                      {linkTo(0, LinkKind::Anchor), linkTo(2, LinkKind::Anchor), linkTo(5, LinkKind::Canonical),
                       linkTo(6, LinkKind::MetaRefresh), linkTo(7, LinkKind::Alternate), elsewhere});
    const auto reader = site.finished();
    QVERIFY(reader);
    const auto urls = reader->urls();
    QVERIFY(urls);
    std::vector<int> marks;
    for (std::size_t entry = 0; entry < urls->size(); ++entry)
        marks.push_back(urls->marks(entry));
    QCOMPARE(marks,
             (std::vector<int> {0, EntryMarks::InSitemap, EntryMarks::Linked, 0, 0, 0,
                                EntryMarks::InSitemap | EntryMarks::Linked, 0, 0}));
}

/// The list, the table, the pieces that exports take and the view have them after the input, without a line.
void TestSessionSite::foundAreLines()
{
    Site site;
    QVERIFY(site.store);
    site.store->found({foundUrl(5), foundUrl(6), foundUrl(7)});
    endRow(site.store.get(), 6);
    endRow(site.store.get(), 2);
    const auto reader = site.finished();
    QVERIFY(reader);
    const auto urls = reader->urls();
    QVERIFY(urls);
    QCOMPARE(urls->size(), std::size_t {8});
    QCOMPARE(urls->inputSize(), std::size_t {kInput});
    QCOMPARE(urls->counts().input, quint64 {kInput});
    QCOMPARE(urls->lineCount(), quint32 {kInput});
    QCOMPARE(urls->url(6), QByteArrayView(foundUrl(6).url));
    QCOMPARE(urls->lineNumber(6), 0U);
    QVERIFY(urls->isUnique(6));
    QCOMPARE(urls->entryAtLine(3), 2);
    QCOMPARE(urls->entryAtLine(0), -1);
    QCOMPARE(urls->entryAtLine(6), -1);
    const auto table = reader->table();
    QVERIFY(table);
    QCOMPARE(table->rowCount(), std::size_t {2});
    QCOMPARE(table->record(0).entry, 6U);
    const auto blocks = SessionBlocks::open(site.path, &site.fault);
    QVERIFY(blocks);
    QCOMPARE(blocks->size(), std::size_t {8});
    QCOMPARE(blocks->at(7).urls->url(7), QByteArrayView(foundUrl(7).url));
    QCOMPARE(blocks->at(7).duplicateLines.size(), std::size_t {8});
    SQLite::Database db(site.path.toStdString());
    SQLite::Statement view(db, "SELECT input_line, url, state FROM results");
    for (int row = 0; row < 8; ++row) {
        QVERIFY(view.executeStep());
        QCOMPARE(view.getColumn(0).isNull(), row >= kInput);
        QCOMPARE(view.getColumn(1).getString(), urls->url(static_cast<std::size_t>(row)).toByteArray().toStdString());
        QCOMPARE(view.getColumn(2).getString(), std::string(row == 2 || row == 6 ? "done" : "left"));
    }
    QVERIFY(!view.executeStep());
}

void TestSessionSite::damagedFound()
{
    Site site;
    QVERIFY(site.store);
    site.store->found({foundUrl(5), foundUrl(7)}); // a gap
    const auto reader = site.finished();
    QVERIFY(reader);
    QVERIFY(reader->found().empty());
    QCOMPARE(reader->fault().error, SessionError::Damaged);
    QVERIFY(!reader->urls());
    QCOMPARE(reader->fault().error, SessionError::Damaged);
}

void TestSessionSite::pages_data()
{
    QTest::addColumn<bool>("html");
    QTest::newRow("pages") << true;
    QTest::newRow("other bodies") << false;
}

void TestSessionSite::pages()
{
    QFETCH(bool, html);
    Site site;
    QVERIFY(site.store);
    for (quint32 entry = 0; entry < kInput; ++entry) {
        endRow(site.store.get(), entry);
        if (entry != 3)
            site.store->page(entry, pageOf(entry, html));
    }
    const auto reader = site.finished();
    QVERIFY(reader);
    for (quint32 entry = 0; entry < kInput; ++entry) {
        const auto page = reader->page(entry);
        QCOMPARE(page.has_value(), entry != 3);
        if (page)
            QVERIFY2(*page == pageOf(entry, html), qPrintable(QString::number(entry)));
    }
    SQLite::Database db(site.path.toStdString());
    QCOMPARE(db.execAndGet("SELECT count(*) FROM page WHERE words IS NOT NULL").getInt(), html ? 4 : 0);
}

void TestSessionSite::pageOfAnEarlierBatch()
{
    SessionStore::Options options;
    options.commitMs = 0;
    Site site(options);
    QVERIFY(site.store);
    Sink sink(site.store.get());
    endRow(site.store.get(), 2);
    QVERIFY(sink.waitForRows(1)); // its row is in the file
    site.store->page(2, pageOf(7));
    site.store->page(4, pageOf(8)); // which has no row
    endRow(site.store.get(), 1);
    site.store->page(2, pageOf(9)); // and once more
    const auto reader = site.finished();
    QVERIFY(reader);
    QCOMPARE(reader->page(2), std::optional(pageOf(9)));
    QVERIFY(!reader->page(4));
    QVERIFY(!reader->page(1));
}

void TestSessionSite::pagesOfAttempts()
{
    Site site;
    QVERIFY(site.store);
    endRow(site.store.get(), 1, 1);
    site.store->page(1, pageOf(1));
    endRow(site.store.get(), 1, 2);
    site.store->page(1, pageOf(3));
    endRow(site.store.get(), 2, 1);
    site.store->page(2, pageOf(5));
    endRow(site.store.get(), 2, 1); // the same attempt: takes the first one's place, facts and all
    const auto reader = site.finished();
    QVERIFY(reader);
    QCOMPARE(reader->page(1), std::optional(pageOf(3)));
    QVERIFY(!reader->page(2));
    SQLite::Database db(site.path.toStdString());
    QCOMPARE(db.execAndGet("SELECT count(*) FROM page").getInt(), 2);
    QCOMPARE(db.execAndGet("SELECT count(*) FROM extraction").getInt(), 4);
}

void TestSessionSite::links()
{
    Site site;
    QVERIFY(site.store);
    site.store->found({foundUrl(5)});
    const std::vector<LinkRecord> first {{.target = 5, .targetUrl = "not kept", .anchor = "Fi\xc3\xa9", .kind = 0},
                                         {.target = kNone, .targetUrl = "http://out.example/", .kind = 2, .rel = 15},
                                         {.target = 0, .targetUrl = {}, .anchor = "self", .kind = 15, .rel = 1}};
    const std::vector<LinkRecord> second {{.target = 5, .anchor = "again", .kind = 13}};
    site.store->links(0, first);
    site.store->links(3, {});
    site.store->links(5, second);
    const auto reader = site.finished();
    QVERIFY(reader);
    std::vector<StoredLink> wanted {stored(0, first[0]), stored(0, first[1]), stored(0, first[2])};
    wanted[0].targetUrl.clear();
    QCOMPARE(reader->linksFrom(0), wanted);
    QVERIFY(reader->linksFrom(3).empty());
    QVERIFY(reader->linksFrom(4).empty());
    QCOMPARE(reader->linksFrom(5), std::vector<StoredLink> {stored(5, second[0])});
}

void TestSessionSite::linksReplaced()
{
    Site site;
    QVERIFY(site.store);
    const std::vector<LinkRecord> old {{.target = 1}, {.target = 2}};
    const std::vector<LinkRecord> other {{.target = 2}};
    const std::vector<LinkRecord> now {{.target = 3, .anchor = "new"}};
    site.store->links(0, old);
    site.store->links(1, other);
    site.store->links(0, now);
    QVERIFY(site.finished());
    site.store.reset();
    site.store = SessionStore::open(site.path, true, &site.fault);
    QVERIFY(site.store);
    site.store->links(4, old);
    const auto reader = site.finished();
    QVERIFY(reader);
    QCOMPARE(reader->linksFrom(0), std::vector<StoredLink> {stored(0, now[0])});
    QCOMPARE(reader->linksFrom(1), std::vector<StoredLink> {stored(1, other[0])});
    QCOMPARE(reader->linksFrom(4).size(), std::size_t {2});
    QCOMPARE(reader->linksTo(2).size(), std::size_t {2});
    QCOMPARE(reader->integrityFault(), QString());
}

void TestSessionSite::linksTo()
{
    Site site;
    QVERIFY(site.store);
    Sink sink(site.store.get());
    for (quint32 source = 0; source < kInput; ++source)
        site.store->links(source, {{.target = 2}, {.target = source}, {.target = kNone, .targetUrl = "http://o/"}});
    endRow(site.store.get(), 0);
    QVERIFY(sink.waitForRows(1));
    const auto sources = [](const std::vector<StoredLink> &links) {
        std::vector<quint32> out;
        for (const StoredLink &link : links)
            out.push_back(link.source);
        return out;
    };
    {
        const auto reader = SessionReader::open(site.path, &site.fault); // while it is written: without an index
        QVERIFY(reader);
        QCOMPARE(sources(reader->linksTo(2)), (std::vector<quint32> {0, 1, 2, 2, 3, 4}));
    }
    const auto reader = site.finished();
    QVERIFY(reader);
    QCOMPARE(sources(reader->linksTo(2)), (std::vector<quint32> {0, 1, 2, 2, 3, 4}));
    QCOMPARE(sources(reader->linksTo(2, 2)), (std::vector<quint32> {0, 1}));
    QCOMPARE(sources(reader->linksTo(4)), std::vector<quint32> {4});
    QVERIFY(reader->linksTo(77).empty());
    SQLite::Database db(site.path.toStdString());
    QVERIFY(db.execAndGet("SELECT count(*) FROM sqlite_schema WHERE name = 'link_target'").getInt() == 1);
}

void TestSessionSite::linksView()
{
    Site site;
    QVERIFY(site.store);
    site.store->found({foundUrl(5)});
    site.store->links(5,
                      {{.target = 2, .anchor = "a", .kind = 9, .rel = 3},
                       {.target = kNone, .targetUrl = "http://out.example/", .anchor = {}, .kind = 1}});
    endRow(site.store.get(), 2);
    const auto reader = site.finished();
    QVERIFY(reader);
    SQLite::Database db(site.path.toStdString());
    SQLite::Statement view(db, "SELECT source, target, anchor, kind, rel, status FROM links");
    QVERIFY(view.executeStep());
    QCOMPARE(view.getColumn(0).getString(), foundUrl(5).url.toStdString());
    QCOMPARE(view.getColumn(1).getString(), std::string("http://h.example/2"));
    QCOMPARE(view.getColumn(2).getString(), std::string("a"));
    QCOMPARE(view.getColumn(3).getString(), std::string("alternate"));
    QCOMPARE(view.getColumn(4).getString(), std::string("nofollow ugc"));
    QCOMPARE(view.getColumn(5).getInt(), 200);
    QVERIFY(view.executeStep());
    QCOMPARE(view.getColumn(1).getString(), std::string("http://out.example/"));
    QVERIFY(view.getColumn(2).isNull() && view.getColumn(4).isNull() && view.getColumn(5).isNull());
    std::vector<QByteArray> lines;
    reader->eachLink([&lines](const LinkLine &line) {
        lines.push_back(line.source.toByteArray() + ' ' + line.target.toByteArray() + ' ' + line.kindName.toByteArray()
                        + ' ' + QByteArray::number(line.status));
        return true;
    });
    QCOMPARE(lines,
             (std::vector<QByteArray> {foundUrl(5).url + " http://h.example/2 alternate 200",
                                       foundUrl(5).url + " http://out.example/ area 0"}));
    int taken = 0;
    reader->eachLink([&taken](const LinkLine &) { return ++taken < 1; });
    QCOMPARE(taken, 1);
}

void TestSessionSite::kindsHaveTheirNames()
{
    Site site;
    SQLite::Database db(site.path.toStdString());
    SQLite::Statement kinds(db, "SELECT id, name FROM link_kind ORDER BY id");
    int count = 0;
    for (; kinds.executeStep(); ++count) {
        QCOMPARE(kinds.getColumn(0).getInt(), count);
        QCOMPARE(QByteArray(kinds.getColumn(1).getText()), linkKindName(static_cast<LinkKind>(count)).toByteArray());
    }
    QCOMPARE(count, kLinkKindCount);
}

void TestSessionSite::manyLinks()
{
    Site site;
    QVERIFY(site.store);
    constexpr quint32 pages = 200;
    constexpr quint32 perPage = 100;
    std::vector<FoundUrl> urls;
    for (quint32 entry = kInput; entry < pages; ++entry)
        urls.push_back(foundUrl(entry));
    site.store->found(urls);
    std::vector<LinkRecord> given;
    for (quint32 i = 0; i < perPage; ++i)
        given.push_back({.target = i, .anchor = "The anchor of a link"});
    for (quint32 page = 0; page < pages; ++page)
        site.store->links(page, given);
    const auto reader = site.finished();
    QVERIFY(reader);
    quint32 count = 0;
    reader->eachLink([&count](const LinkLine &) { return ++count > 0; });
    QCOMPARE(count, pages * perPage);
    QCOMPARE(reader->linksFrom(150).size(), std::size_t {perPage});
    QCOMPARE(reader->linksTo(99).size(), std::size_t {pages});
}

/// A commit that fails is made again, with everything that belongs to it, once.
void TestSessionSite::rolledBack()
{
    SessionStore::Options options;
    options.retryMs = 1;
    auto failures = std::make_shared<std::atomic<int>>(2);
    options.beforeCommit = [failures] {
        if (failures->fetch_sub(1) > 0)
            throw SQLite::Exception("disk", SQLITE_FULL);
    };
    Site site(options);
    QVERIFY(site.store);
    Sink sink(site.store.get());
    site.store->found({foundUrl(5), foundUrl(6)});
    site.store->links(6, {{.target = 5}, {.target = 1}});
    endRow(site.store.get(), 6);
    site.store->page(6, pageOf(1));
    QVERIFY(sink.waitForRows(1));
    const auto reader = site.finished();
    QVERIFY(reader);
    QCOMPARE(reader->found().size(), std::size_t {2});
    QCOMPARE(reader->info().found, quint64 {2});
    QCOMPARE(reader->linksFrom(6).size(), std::size_t {2});
    QCOMPARE(reader->page(6), std::optional(pageOf(1)));
    SQLite::Database db(site.path.toStdString());
    QCOMPARE(db.execAndGet("SELECT max(id) FROM link").getInt(), 2);
}

QTEST_GUILESS_MAIN(TestSessionSite)
#include "tst_sessionsite.moc"
