// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/pagefacts.h"
#include "core/exporters/exportfixture.h"
#include "core/exporters/exportformat.h"
#include "core/exporters/sitetable.h"
#include "core/store/sessiondata.h"

#include <QSignalSpy>

using namespace crawlscope;
using namespace crawlscope::test;
using namespace sessiondata;
using namespace Qt::Literals::StringLiterals;

/// links.csv, redirects.csv and pages.csv of sessions that are made here.
class TestSiteTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tableFromName_data();
    void tableFromName();
    void noLinesButTheHeader_data();
    void noLinesButTheHeader();
    void links();
    void relNames_data();
    void relNames();
    void redirects();
    void pages();
    void columnsOfRules();
    void pagesOfARunUnderWay();
    void rowsOfManyPieces();
    void hostileText();
    void plainTextOnRequest();
    void whileTheRunGoesOn();
    void missingSession();
    void cannotOpen();
    void diskFullKeepsTheOldFile();
    void cancelKeepsTheOldFile();
    void jobOfOtherWork();
};

namespace {

constexpr quint8 bits(LinkRel rel)
{
    return static_cast<quint8>(rel);
}

/// A session of some lines under way, and the folder of the exports.
struct Site
{
    explicit Site(int lines = 5, const QByteArray &config = "{}")
        : path(folder.filePath(u"s.crawlscope"_s))
        , store(SessionStore::create(path, {plainHead(lines).urls, config}, &fault))
    {
    }
    bool finish() { return store && sessiondata::finish(store.get(), SessionState::Finished); }
    void end(quint32 entry, const std::function<void(ResultRow *, RowDetails *)> &change = {})
    {
        ResultRow row = plainRowOf(entry);
        row.attempts = 1;
        RowDetails details = plainDetailsOf(row, {});
        if (change)
            change(&row, &details);
        store->ended(std::move(row), std::move(details));
    }
    [[nodiscard]] ExportOutcome write(SiteTable table, const ExportOptions &options = {}) const
    {
        return exportSiteTable(path, table, file(), options);
    }
    [[nodiscard]] QString file() const { return folder.filePath(u"out.csv"_s); }
    /// Without the header.
    [[nodiscard]] QByteArrayList lines() const
    {
        QByteArrayList lines = contents(file()).split('\n');
        lines.removeFirst();
        if (!lines.isEmpty() && lines.last().isEmpty())
            lines.removeLast();
        for (QByteArray &line : lines)
            line = line.endsWith('\r') ? line.chopped(1) : "no CR: " + line;
        return lines;
    }

    QTemporaryDir folder;
    QString path;
    SessionFault fault;
    std::shared_ptr<SessionStore> store;
};

HopDetails hopTo(const QByteArray &url, quint16 status, quint32 micros)
{
    HopDetails hop;
    hop.url = url;
    hop.method = "GET";
    hop.status = status;
    hop.times.total = micros;
    hop.connection = ConnectionUse::Reused;
    hop.remoteIp = "192.0.2.7";
    return hop;
}

void tables()
{
    QTest::addColumn<SiteTable>("table");
    for (int i = 0; i < kSiteTableCount; ++i) {
        const auto table = static_cast<SiteTable>(i);
        QTest::newRow(qPrintable(siteTableName(table))) << table;
    }
}

} // namespace

void TestSiteTable::tableFromName_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("expected");
    const auto row = [](const QString &path, int expected) {
        QTest::addRow("%s", qPrintable(path)) << path << expected;
    };
    row(u"links.csv"_s, 0);
    row(u"/tmp/Links.CSV"_s, 0);
    row(u"a/site.links.csv"_s, 0);
    row(u"redirects.csv"_s, 1);
    row(u"x.redirects.csv"_s, 1);
    row(u"pages.csv"_s, 2);
    row(u"x.y.pages.csv"_s, 2);
    row(u"a.Problems.csv"_s, 3);
    for (const QString &other : {u"my-links.csv"_s, u"links.csv/a.csv"_s, u"backlinks.csv"_s, u"links"_s,
                                 u"links.jsonl"_s, u"links.csv.xlsx"_s, u"result.csv"_s, QString()})
        row(other, -1);
}

void TestSiteTable::tableFromName()
{
    QFETCH(const QString, path);
    QFETCH(const int, expected);
    const std::optional<SiteTable> table = siteTableOf(path);
    QCOMPARE(table ? static_cast<int>(*table) : -1, expected);
}

void TestSiteTable::noLinesButTheHeader_data()
{
    tables();
}

void TestSiteTable::noLinesButTheHeader()
{
    QFETCH(const SiteTable, table);
    Site site;
    site.end(2, [](ResultRow *row, RowDetails *) { row->bodyBytes = 0; }); // nothing to complain of either
    QVERIFY(site.finish());
    const ExportOutcome outcome = site.write(table);
    QCOMPARE(outcome.status, ExportStatus::Ok);
    QCOMPARE(outcome.rows, 0U);
    QCOMPARE(outcome.bytes, QFileInfo(site.file()).size());
    QCOMPARE(contents(site.file()), siteTableColumns(table).join(',') + "\r\n");
    QCOMPARE(site.write(table, {.byteOrderMark = true}).status, ExportStatus::Ok);
    QVERIFY(contents(site.file()).startsWith(QByteArray("\xef\xbb\xbf" + siteTableColumns(table).first() + ',')));
}

void TestSiteTable::links()
{
    Site site;
    site.store->links(0,
                      {{.target = 1, .anchor = "One", .kind = 0, .rel = 0},
                       {.target = 2, .anchor = {}, .kind = 2, .rel = 0},
                       {.target = 3, .anchor = "never fetched", .kind = 0, .rel = bits(LinkRel::NoFollow)},
                       {.targetUrl = "http://out.example/a,b", .anchor = "say \"hi\"", .kind = 13, .rel = 0}});
    site.end(0);
    site.end(1, [](ResultRow *row, RowDetails *) {
        row->state = RowState::Failed;
        row->status = 404;
    });
    site.end(2, [](ResultRow *row, RowDetails *) {
        row->state = RowState::Failed;
        row->status = 0;
        row->error = ErrorId::DnsFailed;
    });
    QVERIFY(site.finish());
    const ExportOutcome outcome = site.write(SiteTable::Links);
    QCOMPARE(outcome.status, ExportStatus::Ok);
    QCOMPARE(outcome.rows, 4U);
    const QByteArray page = "http://h.example/0,";
    QCOMPARE(site.lines(),
             (QByteArrayList {page + "http://h.example/1,One,anchor,,404,",
                              page + "http://h.example/2,,image,,," + errorIdName(ErrorId::DnsFailed).toByteArray(),
                              page + "http://h.example/3,never fetched,anchor,nofollow,,",
                              page + "\"http://out.example/a,b\",\"say \"\"hi\"\"\",meta_refresh,,,"}));
}

void TestSiteTable::relNames_data()
{
    QTest::addColumn<int>("rel");
    QTest::addColumn<QByteArray>("names");
    QTest::newRow("none") << 0 << QByteArray();
    QTest::newRow("ugc") << int(bits(LinkRel::Ugc)) << QByteArray("ugc");
    QTest::newRow("two") << int(bits(LinkRel::Sponsored) | bits(LinkRel::NoFollow)) << QByteArray("nofollow sponsored");
    QTest::newRow("all, and what is not known") << 0xff << QByteArray("nofollow ugc sponsored noopener");
}

void TestSiteTable::relNames()
{
    QFETCH(const int, rel);
    QFETCH(const QByteArray, names);
    Site site;
    site.store->links(0, {{.target = 1, .anchor = "a", .kind = 0, .rel = static_cast<quint8>(rel)}});
    site.end(0);
    QVERIFY(site.finish());
    QCOMPARE(site.write(SiteTable::Links).status, ExportStatus::Ok);
    QCOMPARE(site.lines(), QByteArrayList {"http://h.example/0,http://h.example/1,a,anchor," + names + ",,"});
}

void TestSiteTable::redirects()
{
    Site site;
    site.store->found({{5, "http://h.example/found", 0, 1, FoundSource::Link}});
    site.end(0);
    site.end(1, [](ResultRow *row, RowDetails *details) {
        row->redirects = 2;
        row->finalUrl = "http://h.example/end";
        details->hops = {hopTo("http://h.example/1", 301, 1'500), hopTo("http://h.example/mid", 302, 12),
                         hopTo("http://h.example/end", 200, PhaseTimes::kNotApplicable)};
        details->hops[0].connection = ConnectionUse::New;
    });
    site.end(5, [](ResultRow *row, RowDetails *details) {
        row->redirects = 1;
        row->state = RowState::Failed;
        row->status = 0;
        row->error = ErrorId::DnsFailed;
        row->finalUrl = "http://gone.example/";
        details->hops = {hopTo("http://h.example/found", 307, 3'000'001), hopTo("http://gone.example/", 0, 7)};
        details->hops[1].remoteIp.clear();
        details->hops[1].connection = ConnectionUse::Unknown;
    });
    QVERIFY(site.finish());
    const ExportOutcome outcome = site.write(SiteTable::Redirects);
    QCOMPARE(outcome.status, ExportStatus::Ok);
    QCOMPARE(outcome.rows, 5U);
    const QByteArray chain = "2,http://h.example/1,";
    const QByteArray end = ",192.0.2.7,http://h.example/end,2";
    const QByteArray found = ",http://h.example/found,";
    QCOMPARE(site.lines(),
             (QByteArrayList {chain + "1,http://h.example/1,301,http://h.example/mid,1.500,new" + end,
                              chain + "2,http://h.example/mid,302,http://h.example/end,0.012,reused" + end,
                              chain + "3,http://h.example/end,200,,,reused" + end,
                              found
                                  + "1,http://h.example/found,307,http://gone.example/,3000.001,reused,192.0.2.7,"
                                    "http://gone.example/,1",
                              found + "2,http://gone.example/,,,0.007,,,http://gone.example/,1"}));
}

void TestSiteTable::pages()
{
    Site site;
    PageRecord page;
    page.html = true;
    page.description = "A, b";
    page.canonical = "http://h.example/c";
    page.robots = "noindex, nofollow";
    page.h1 = "Head";
    page.h1Count = 1;
    page.language = "de";
    page.words = 12;
    page.linksInternal = 3;
    page.linksExternal = 4;
    page.images = 5;
    page.imagesWithoutAlt = 6;
    page.mixedContent = 7;
    page.insecureForms = 8;
    page.contentHash = 0xfU;
    page.simhash = 0x8000'0000'0000'0001U;
    page.sniffedType = "text/html";
    page.sha256 = QByteArray(32, '\xaa');
    site.end(1, [](ResultRow *row, RowDetails *) { row->title = "Title"; });
    site.store->page(1, PageRecord(page)); // after its row, as the recorder wants it
    PageRecord image;
    image.contentHash = 0xffff'ffff'ffff'fff0U;
    image.sniffedType = "image/png";
    image.typeMismatch = true;
    site.end(3, [](ResultRow *row, RowDetails *) {
        row->title.clear();
        row->status = 203;
    });
    site.store->page(3, std::move(image));
    site.end(4); // no facts
    QVERIFY(site.finish());
    const ExportOutcome outcome = site.write(SiteTable::Pages);
    QCOMPARE(outcome.status, ExportStatus::Ok);
    QCOMPARE(
        site.lines(),
        (QByteArrayList {"http://h.example/1,200,Title,\"A, b\",http://h.example/c,\"noindex, nofollow\",Head,1,,0,"
                         "de,12,3,4,5,6,7,8,000000000000000f,8000000000000001,text/html,0,"
                             + QByteArray(64, 'a'),
                         "http://h.example/3,203,,,,,,,,,,,,,,,,,fffffffffffffff0,,image/png,1,"}));
    QCOMPARE(outcome.rows, 2U);
    for (const QByteArray &line : site.lines().mid(1))
        QCOMPARE(line.count(',') + 1, siteTableColumns(SiteTable::Pages).size());
}

void TestSiteTable::columnsOfRules()
{
    Site site(3, R"({"extract":[{"name":"a"},{"name":"b"},{"name":"c"}]})");
    PageRecord page;
    page.extractions = {{0, "=one"}, {2, "x\ny"}};
    site.end(0);
    site.store->page(0, PageRecord(page));
    page.extractions = {{1, "two"}, {9, "none of the run's"}};
    site.end(1);
    site.store->page(1, PageRecord(page));
    page.extractions.clear();
    site.end(2);
    site.store->page(2, PageRecord(page));
    QVERIFY(site.finish());
    QCOMPARE(site.write(SiteTable::Pages).status, ExportStatus::Ok);
    const QByteArray text = contents(site.file());
    QVERIFY2(text.contains(",type_mismatch,sha256,a,b,c\r\n"), text.constData());
    QVERIFY2(text.contains(",0,,'=one,,\"x\ny\"\r\n"), text.constData());
    QVERIFY2(text.contains(",0,,,two,\r\n"), text.constData());
    QVERIFY2(text.endsWith(",0,,,,\r\n"), text.constData());
    // Of pages only.
    QCOMPARE(site.write(SiteTable::Redirects).status, ExportStatus::Ok);
    QVERIFY(contents(site.file()).endsWith(",redirects\r\n"));
}

/// Its list may not be whole in the file yet, and pages may be there before the piece of rows that was read.
void TestSiteTable::pagesOfARunUnderWay()
{
    Site site;
    Sink sink(site.store.get());
    site.end(1);
    PageRecord page;
    page.html = true;
    page.h1Count = 1;
    site.store->page(1, std::move(page));
    QVERIFY(sink.waitForRows(1));
    QTRY_COMPARE(site.write(SiteTable::Pages).rows, 1U);
    QVERIFY(site.lines().first().startsWith("http://h.example/1,200,"));
}

/// More lines than are read at a time; the last one is reached.
void TestSiteTable::rowsOfManyPieces()
{
    constexpr int kLines = static_cast<int>(ResultTable::kChunkRows) + 10;
    Site site(kLines);
    const auto redirected = [](ResultRow *row, RowDetails *details) {
        row->redirects = 1;
        details->hops = {hopTo("http://h.example/a", 301, 1), hopTo("http://h.example/b", 200, 1)};
    };
    for (const quint32 entry : {0U, 7U, static_cast<quint32>(kLines - 1)}) {
        PageRecord page;
        page.contentHash = entry;
        site.end(entry, redirected);
        site.store->page(entry, std::move(page));
    }
    QVERIFY(site.finish());
    QCOMPARE(site.write(SiteTable::Redirects).rows, 6U);
    QVERIFY2(site.lines().last().startsWith(QByteArray(QByteArray::number(kLines) + ',')),
             site.lines().last().constData());
    QCOMPARE(site.write(SiteTable::Pages).rows, 3U);
    QVERIFY(site.lines().last().startsWith(QByteArray("http://h.example/" + QByteArray::number(kLines - 1) + ',')));
}

void TestSiteTable::hostileText()
{
    Site site;
    site.store->links(0,
                      {{.target = 1, .anchor = "=cmd|' /C'!A0"},
                       {.target = 1, .anchor = "a\r\nb\x01\xe2\x80\xae\xff"}, // NOLINT(misc-misleading-bidirectional)
                       {.targetUrl = "@x", .anchor = "-1"}});
    PageRecord page;
    page.html = true;
    page.description = "+1,\n";
    page.h2 = QByteArray("a\0b", 3);
    site.end(0);
    site.store->page(0, std::move(page));
    QVERIFY(site.finish());
    QCOMPARE(site.write(SiteTable::Links).rows, 3U);
    const QByteArrayList lines = site.lines();
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].contains(",'=cmd|' /C'!A0,"));
    QVERIFY(lines[1].contains(",a\\x0D\\x0Ab\\x01\\u202E\xef\xbf\xbd,"));
    QVERIFY(lines[2].contains(",'@x,'-1,"));
    QCOMPARE(site.write(SiteTable::Pages).rows, 1U);
    QCOMPARE(site.lines().size(), 1);
    QVERIFY(site.lines().first().contains(",\"'+1,\\x0A\","));
    QVERIFY(site.lines().first().contains(",a\\x00b,"));
}

void TestSiteTable::plainTextOnRequest()
{
    Site site;
    site.store->links(0, {{.target = 1, .anchor = "=1+1"}});
    site.end(0);
    QVERIFY(site.finish());
    QCOMPARE(site.write(SiteTable::Links, {.neutralizeFormulas = false}).rows, 1U);
    QVERIFY(site.lines().first().contains(",=1+1,"));
}

void TestSiteTable::whileTheRunGoesOn()
{
    Site site;
    Sink sink(site.store.get());
    site.store->links(0, {{.target = 1, .anchor = "a"}});
    site.end(0);
    QVERIFY(sink.waitForRows(1));
    const ExportOutcome outcome = site.write(SiteTable::Links);
    QCOMPARE(outcome.status, ExportStatus::Ok);
    QCOMPARE(outcome.rows, 1U);
}

void TestSiteTable::missingSession()
{
    const QTemporaryDir folder;
    const QString target = folder.filePath(u"links.csv"_s);
    write(target, "old");
    const ExportOutcome outcome = exportSiteTable(folder.filePath(u"none.crawlscope"_s), SiteTable::Links, target, {});
    QCOMPARE(outcome.status, ExportStatus::WriteFailed);
    QCOMPARE(outcome.source.error, SessionError::NotFound);
    QCOMPARE(contents(target), QByteArray("old"));
}

void TestSiteTable::cannotOpen()
{
    Site site;
    QVERIFY(site.finish());
    const ExportOutcome outcome =
        exportSiteTable(site.path, SiteTable::Pages, site.folder.filePath(u"no/such/pages.csv"_s), {});
    QCOMPARE(outcome.status, ExportStatus::CannotOpen);
    QVERIFY(!outcome.systemDetail.isEmpty());
    QVERIFY(!outcome.source);
}

void TestSiteTable::diskFullKeepsTheOldFile()
{
    Site site;
    const std::vector<LinkRecord> many(20'000, {.target = 1, .anchor = "The anchor of one link of a great many"});
    site.store->links(0, many);
    site.end(0);
    QVERIFY(site.finish());
    write(site.file(), "old");
    ExportOutcome outcome;
    {
        const FileSizeLimit limit(1'100'000);
        outcome = site.write(SiteTable::Links);
    }
    QCOMPARE(outcome.status, ExportStatus::WriteFailed);
    QVERIFY(!outcome.systemDetail.isEmpty());
    QVERIFY(!outcome.source);
    QCOMPARE(contents(site.file()), QByteArray("old"));
    QCOMPARE(site.write(SiteTable::Links).rows, 20'000U);
}

void TestSiteTable::cancelKeepsTheOldFile()
{
    Site site;
    const std::vector<LinkRecord> many(2'000, {.target = 1, .anchor = "a"});
    site.store->links(0, many);
    site.end(0); // its body is large
    QVERIFY(site.finish());
    write(site.file(), "old");
    const std::atomic<bool> cancelled = true;
    for (int i = 0; i < kSiteTableCount; ++i) {
        const auto table = static_cast<SiteTable>(i);
        const ExportOutcome outcome = exportSiteTable(site.path, table, site.file(), {}, &cancelled);
        QCOMPARE(outcome.status, ExportStatus::Cancelled);
        QCOMPARE(contents(site.file()), QByteArray("old"));
    }
}

/// As the programs write these tables: in a job's thread, with its progress and its outcome.
void TestSiteTable::jobOfOtherWork()
{
    Site site;
    const std::vector<LinkRecord> many(2'000, {.target = 1, .anchor = "a"});
    site.store->links(0, many);
    site.end(0);
    QVERIFY(site.finish());
    ExportJob job(
        [&](const std::atomic<bool> *cancelled, std::atomic<quint64> *written) {
            return exportSiteTable(site.path, SiteTable::Links, site.file(), {}, cancelled, written);
        },
        2'000);
    QSignalSpy finished(&job, &ExportJob::finished);
    job.start();
    QVERIFY(finished.wait(30'000));
    QCOMPARE(job.outcome().status, ExportStatus::Ok);
    QCOMPARE(job.outcome().rows, 2'000U);
    QCOMPARE(job.total(), 2'000U);
}

QTEST_GUILESS_MAIN(TestSiteTable)
#include "tst_sitetable.moc"
