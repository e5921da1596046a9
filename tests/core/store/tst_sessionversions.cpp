// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Sessions of every schema version there was, each written by the program of its time. To make that of a new version:
// CRAWLSCOPE_WRITE_SESSION=tests/data/sessions/vN.crawlscope tst_sessionversions sample
#include "core/store/sessiondata.h"

#include <QDirIterator>

using namespace crawlscope;
using namespace sessiondata;
using namespace Qt::Literals::StringLiterals;

class TestSessionVersions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sample();
    void everyVersionIsThere();
    void read_data();
    void read();
    void written_data();
    void written();
};

namespace {

const QString kFolder = QStringLiteral(TEST_DATA_DIR "/sessions");
constexpr int kLines = 40;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

PageRecord somePage()
{
    PageRecord page;
    page.description = "A description";
    page.h1 = "A heading";
    page.html = true;
    page.h1Count = 1;
    page.contentHash = 0x8000'0000'0000'0001U;
    page.extractions = {{2, "value"}};
    return page;
}

/// What following links leaves; since version 3. `entry`: the first after the input.
void writeSite(SessionStore *store, quint32 entry)
{
    const QByteArray url = "http://h.example/found";
    ResultRow row = plainRowOf(entry);
    RowDetails details = plainDetailsOf(row, url);
    store->found({{entry, url, 1, 1, FoundSource::Sitemap}});
    store->inSitemap({entry});
    store->ended(std::move(row), std::move(details)); // an exchange that is its row
    store->page(entry, somePage());
    store->links(entry,
                 {{.target = 1, .anchor = "anchor", .kind = 2, .rel = 1},
                  {.target = LinkRecord::kNoTarget, .targetUrl = "http://o.example/"}});
}

void checkSite(SessionReader *reader, quint32 entry)
{
    QCOMPARE(reader->found().size(), std::size_t {1});
    QCOMPARE(reader->found().front(), (FoundUrl {entry, "http://h.example/found", 1, 1, FoundSource::Sitemap}));
    QCOMPARE(reader->sitemapUrls(), std::vector<quint32> {entry});
    QVERIFY(sameDetails(reader->details(entry), plainDetailsOf(plainRowOf(entry), "http://h.example/found")));
    QCOMPARE(reader->page(entry), std::optional(somePage()));
    QCOMPARE(reader->linksFrom(entry).size(), std::size_t {2});
    QCOMPARE(reader->linksTo(1).size(), std::size_t {1});
}

/// What every sample holds.
bool writeSample(const QString &path)
{
    SessionFault fault;
    const SessionHead given = head(kLines);
    auto store = SessionStore::create(path, given, &fault);
    if (!store)
        return false;
    for (quint32 entry = 0; entry < given.urls->size(); ++entry) {
        if (!given.urls->isUnique(entry) || entry == 30)
            continue;
        store->started(entry);
        store->ended(rowOf(entry), detailsOf(entry));
    }
    store->started(30);
    store->ended(rowOf(1, 2), detailsOf(2)); // once more
    TimePoint point;
    point.atMs = 1'000;
    store->point(point);
    store->event({1, 2, EventLevel::Notice, EventId::RunPaused, ErrorId::None, 3, 4, "text"});
    writeSite(store.get(), static_cast<quint32>(given.urls->size()));
    if (!finish(store.get(), SessionState::Stopped))
        return false;
    store.reset();
    return !SessionStore::addSweep(path, {0, 1'795'000'000'000, "{}", "{}"}); // since version 4
}

void checkSample(SessionReader *reader)
{
    const SessionHead given = head(kLines);
    const auto urls = reader->urls();
    QVERIFY(urls);
    QCOMPARE(urls->inputSize(), given.urls->size());
    for (std::size_t i = 0; i < urls->inputSize(); ++i)
        QCOMPARE(urls->url(i), given.urls->url(i));
    const auto table = reader->table();
    QVERIFY(table);
    std::size_t at = 0;
    for (quint32 entry = 0; entry < given.urls->size(); ++entry) {
        if (!given.urls->isUnique(entry) || entry == 30 || entry == 1)
            continue;
        QVERIFY2(sameRow(*table, at, rowOf(entry)), qPrintable(QString::number(entry)));
        QVERIFY2(sameDetails(reader->details(entry), detailsOf(entry)), qPrintable(QString::number(entry)));
        ++at;
    }
    QVERIFY(sameRow(*table, at, rowOf(1, 2)));
    QVERIFY(sameDetails(reader->details(1, 1), detailsOf(1)));
    QVERIFY(sameDetails(reader->details(1, 2), detailsOf(2)));
    const bool hasSite = urls->size() > urls->inputSize();
    QCOMPARE(table->rowCount(), at + (hasSite ? 2 : 1));
    if (hasSite)
        checkSite(reader, static_cast<quint32>(given.urls->size()));
    QCOMPARE(reader->attempts(1).size(), std::size_t {2});
    QCOMPARE(reader->inFlight(), std::vector<quint32> {30});
    QCOMPARE(reader->points().size(), std::size_t {1});
    QCOMPARE(reader->events().size(), std::size_t {1});
    QCOMPARE(reader->config().value("concurrency"_L1).toInt(), 20);
    QVERIFY(reader->info().counts.addUp());
    QCOMPARE(reader->integrityFault(), QString());
}

} // namespace

void TestSessionVersions::sample()
{
    const QString path = qEnvironmentVariable("CRAWLSCOPE_WRITE_SESSION");
    const QTemporaryDir folder;
    const QString target = path.isEmpty() ? folder.filePath(u"s.crawlscope"_s) : path;
    QVERIFY(writeSample(target));
    SessionFault fault;
    const auto reader = SessionReader::open(target, &fault);
    QVERIFY(reader);
    checkSample(reader.get());
}

void TestSessionVersions::everyVersionIsThere()
{
    for (int version = 1; version <= SessionStore::kSchemaVersion; ++version) {
        const SessionInfo info = SessionReader::info(kFolder + u"/v%1.crawlscope"_s.arg(version));
        QVERIFY2(!info.fault, "make it as said at the top of this file");
        QCOMPARE(info.schemaVersion, version);
    }
}

void TestSessionVersions::read_data()
{
    QTest::addColumn<QString>("path");
    QDirIterator files(kFolder, {u"*.crawlscope"_s});
    while (files.hasNext()) {
        const QString path = files.next();
        QTest::newRow(qPrintable(files.fileName())) << path;
    }
}

void TestSessionVersions::read()
{
    QFETCH(QString, path);
    const QByteArray before = bytesOf(path);
    const QStringList files = QDir(kFolder).entryList(QDir::Files);
    SessionFault fault;
    auto reader = SessionReader::open(path, &fault);
    QVERIFY2(reader, sessionErrorName(fault.error).data());
    checkSample(reader.get());
    QVERIFY(SessionReader::info(path).schemaVersion >= 1);
    QCOMPARE(reader->info().schemaVersion, SessionReader::info(path).schemaVersion); // the file's, not a copy's
    QCOMPARE(reader->info().found, quint64 {reader->info().schemaVersion >= 3 ? 1U : 0U});
    QCOMPARE(reader->sweeps().size(), std::size_t {reader->info().schemaVersion >= 4 ? 1U : 0U});
    reader.reset();
    QCOMPARE(bytesOf(path), before);
    QCOMPARE(QDir(kFolder).entryList(QDir::Files), files);
}

void TestSessionVersions::written_data()
{
    read_data();
}

void TestSessionVersions::written()
{
    QFETCH(QString, path);
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"s.crawlscope"_s);
    QVERIFY(QFile::copy(path, copy));
    QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));
    SessionFault fault;
    auto store = SessionStore::open(copy, false, &fault);
    QVERIFY2(store, sessionErrorName(fault.error).data());
    QCOMPARE(SessionReader::info(copy).schemaVersion, SessionStore::kSchemaVersion);
    auto reader = SessionReader::open(copy, &fault);
    QVERIFY(reader);
    checkSample(reader.get());
    store->ended(rowOf(30), detailsOf(30));
    QVERIFY(finish(store.get(), SessionState::Finished));
    store.reset();
    reader = SessionReader::open(copy, &fault);
    QVERIFY(reader);
    const auto table = reader->table();
    QVERIFY(sameRow(*table, table->rowCount() - 1, rowOf(30)));
    QVERIFY(sameDetails(reader->details(30), detailsOf(30)));
    QVERIFY(reader->inFlight().empty());
}

QTEST_GUILESS_MAIN(TestSessionVersions)
#include "tst_sessionversions.moc"
