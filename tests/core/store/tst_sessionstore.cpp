// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/resultsource.h"
#include "core/store/sessiondata.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

using namespace crawlscope;
using namespace sessiondata;
using namespace Qt::Literals::StringLiterals;

class TestSessionStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void roundTrip();
    void onlyExchange_data();
    void onlyExchange();
    void laterAttempts();
    void resumed();
    void inFlight();
    void longList();
    void viewIsTheExport();
    void onlyOneWriter();
    void leavesNoOtherFiles();
    void takesOverADeadLock();
};

namespace {

/// Row of each unique entry, in the order in which it was written here: backwards.
std::vector<quint32> writeAll(SessionStore *store, const UrlList &urls)
{
    std::vector<quint32> order;
    for (std::size_t i = urls.size(); i-- > 0;) {
        if (!urls.isUnique(i) || i % 12 == 7)
            continue; // some are left
        const auto entry = static_cast<quint32>(i);
        store->started(entry);
        store->ended(rowOf(entry), detailsOf(entry));
        order.push_back(entry);
    }
    return order;
}

void compareLists(const UrlList &found, const UrlList &wanted)
{
    QCOMPARE(found.size(), wanted.size());
    QCOMPARE(found.lineCount(), wanted.lineCount());
    QCOMPARE(found.counts().input, wanted.counts().input);
    QCOMPARE(found.counts().unique, wanted.counts().unique);
    QCOMPARE(found.counts().duplicate, wanted.counts().duplicate);
    QCOMPARE(found.counts().invalid, wanted.counts().invalid);
    QCOMPARE(found.counts().schemeAdded, wanted.counts().schemeAdded);
    QCOMPARE(found.counts().ignored, wanted.counts().ignored);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        QCOMPARE(found.verdict(i), wanted.verdict(i));
        QCOMPARE(found.reason(i), wanted.reason(i));
        QCOMPARE(found.lineNumber(i), wanted.lineNumber(i));
        QCOMPARE(found.url(i), wanted.url(i));
        QCOMPARE(found.userInfo(i), QByteArray());
        if (wanted.verdict(i) == LineVerdict::Duplicate)
            QCOMPARE(found.duplicateOf(i), wanted.duplicateOf(i));
    }
}

StatsSnapshot someSnapshot()
{
    StatsSnapshot snapshot;
    snapshot.elapsedMs = 12'345;
    auto latency = std::make_shared<LatencyHistogram>();
    latency->add(1'000);
    snapshot.latency = latency;
    return snapshot;
}

TimePoint somePoint(int second)
{
    TimePoint point;
    point.atMs = qint64 {second} * 1'000;
    point.ratePerS = second / 3.0;
    point.inFlight = 10 + second;
    point.inFlightLimit = 20;
    point.p50Micros = 1;
    point.p95Micros = 4'000'000'000U;
    point.p99Micros = 3;
    point.ended = 4;
    point.statusClasses = {1, 2, 3, 4, 5, 6};
    point.failures = 7;
    point.wireBytes = 1LL << 40;
    return point;
}

} // namespace

void TestSessionStore::roundTrip()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a session.crawlscope"_s);
    const SessionHead given = head(500);
    SessionFault fault;
    auto store = SessionStore::create(path, given, &fault);
    QVERIFY2(store, qPrintable(fault.systemDetail));
    Sink sink(store.get());
    const std::vector<quint32> order = writeAll(store.get(), *given.urls);
    for (int i = 0; i < 3; ++i)
        store->point(somePoint(i));
    for (int i = 0; i < kEventIdCount; ++i)
        store->event({i, 1'790'000'000'000 + i, static_cast<EventLevel>(i % 4), static_cast<EventId>(i),
                      static_cast<ErrorId>(i % static_cast<int>(kErrorIdCount)), -i, i, QByteArray::number(i)});
    store->snapshot(someSnapshot());
    store->config(R"({"concurrency":33})");
    QVERIFY(sink.waitForRows(order.size()));
    QCOMPARE(sink.entries(), order);
    QVERIFY(finish(store.get(), SessionState::Stopped));

    const auto reader = SessionReader::open(path, &fault);
    QVERIFY2(reader, qPrintable(fault.systemDetail));
    compareLists(*reader->urls(), *given.urls);
    const auto table = reader->table();
    QVERIFY(table);
    QCOMPARE(table->rowCount(), order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        QVERIFY2(sameRow(*table, i, rowOf(order[i])), qPrintable(QString::number(order[i])));
        QVERIFY2(sameDetails(reader->details(order[i]), detailsOf(order[i])), qPrintable(QString::number(order[i])));
    }
    QVERIFY(!reader->details(7)); // left
    const auto points = reader->points();
    QCOMPARE(points.size(), std::size_t {3});
    QCOMPARE(points[2].ratePerS, 2 / 3.0);
    QCOMPARE(points[2].statusClasses, somePoint(2).statusClasses);
    QCOMPARE(points[2].p95Micros, 4'000'000'000U);
    QCOMPARE(points[2].wireBytes, 1LL << 40);
    const auto events = reader->events();
    QCOMPARE(events.size(), std::size_t {kEventIdCount});
    for (int i = 0; i < kEventIdCount; ++i) {
        const RunEvent &event = events[static_cast<std::size_t>(i)];
        QCOMPARE(event.id, static_cast<EventId>(i));
        QCOMPARE(event.level, static_cast<EventLevel>(i % 4));
        QCOMPARE(event.error, static_cast<ErrorId>(i % static_cast<int>(kErrorIdCount)));
        QCOMPARE(event.a, -i);
        QCOMPARE(event.text, QByteArray::number(i));
    }
    QCOMPARE(reader->config().value("concurrency"_L1).toInt(), 33);
    QCOMPARE(reader->integrityFault(), QString());

    const SessionInfo info = reader->info();
    QVERIFY(!info.fault);
    QCOMPARE(info.name, u"a session"_s);
    QCOMPARE(info.state, SessionState::Stopped);
    QCOMPARE(info.schemaVersion, SessionStore::kSchemaVersion);
    QCOMPARE(info.elapsedMs, 12'345);
    QVERIFY(info.p95Micros >= 1'000 && info.p95Micros < 1'040);
    QCOMPARE(info.firstHost, QByteArray("h0.example"));
    QVERIFY(info.listComplete);
    QVERIFY(info.inUse);
    QVERIFY(info.counts.addUp());
    QCOMPARE(info.counts.unique, given.urls->counts().unique);
    QCOMPARE(info.counts.done + info.counts.failed + info.counts.skipped, order.size());
    QVERIFY(info.createdAtMs > 0 && info.changedAtMs >= info.createdAtMs && info.fileBytes > 0);
    store.reset();
    QVERIFY(!SessionReader::info(path).inUse);
}

void TestSessionStore::onlyExchange_data()
{
    QTest::addColumn<int>("change");
    QTest::addColumn<int>("rowsOfHops");
    QTest::newRow("same facts") << 0 << 0;
    QTest::newRow("other error") << 1 << 1;
    QTest::newRow("other bytes") << 2 << 1;
    QTest::newRow("other phases") << 3 << 1;
    QTest::newRow("redirected") << 4 << 1;
    QTest::newRow("two exchanges") << 5 << 2;
    QTest::newRow("no exchange") << 6 << 0;
}

/// The exchange of most rows is in the row itself; readers and the view `hops` do not see a difference.
void TestSessionStore::onlyExchange()
{
    QFETCH(int, change);
    QFETCH(int, rowsOfHops);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"s.crawlscope"_s);
    const SessionHead given = plainHead(8);
    SessionFault fault;
    auto store = SessionStore::create(path, given, &fault);
    QVERIFY(store);
    std::vector<RowDetails> wanted;
    for (quint32 entry = 0; entry < 8; ++entry) {
        ResultRow row = plainRowOf(entry);
        RowDetails details = plainDetailsOf(row, given.urls->url(entry).toByteArray());
        HopDetails &hop = details.hops.first();
        if (entry == 3) // its own answer, its own tables
            hop.responseHeaders.append({"odd:name", QByteArray("a\nb\0c", 5)});
        if (change == 1)
            row.error = ErrorId::DecodeFailed;
        else if (change == 2)
            ++row.wireBytes;
        else if (change == 3)
            row.times.wait = 77;
        else if (change == 4)
            row.redirects = 1;
        else if (change == 5)
            details.hops.append(details.hops.first());
        else if (change == 6)
            details.hops.clear();
        wanted.push_back(details);
        store->ended(std::move(row), std::move(details));
    }
    QVERIFY(finish(store.get(), SessionState::Finished));
    const auto reader = SessionReader::open(path, &fault);
    QVERIFY(reader);
    for (quint32 entry = 0; entry < 8; ++entry)
        QVERIFY2(sameDetails(reader->details(entry), wanted[entry]), qPrintable(QString::number(entry)));
    SQLite::Database db(path.toStdString());
    QCOMPARE(db.execAndGet("SELECT count(*) FROM hop").getInt(), rowsOfHops * 8);
    QCOMPARE(db.execAndGet("SELECT count(*) FROM hops").getInt(), static_cast<int>(wanted[0].hops.size()) * 8);
    if (change != 6) {
        QCOMPARE(db.execAndGet("SELECT url || hop FROM hops WHERE entry = 5").getString(),
                 given.urls->url(5).toByteArray().toStdString() + "0");
        QCOMPARE(db.execAndGet("SELECT tls_subject || remote_port FROM hops WHERE entry = 5").getString(),
                 std::string("CN=h.example443"));
        QVERIFY(db.execAndGet("SELECT response_headers FROM hops WHERE entry = 5").getString().find("X-Entry: 5\n")
                != std::string::npos);
    }
}

void TestSessionStore::laterAttempts()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"s.crawlscope"_s);
    SessionFault fault;
    auto store = SessionStore::create(path, plainHead(3), &fault);
    QVERIFY(store);
    store->ended(rowOf(0), detailsOf(0));
    store->ended(rowOf(1), detailsOf(1));
    QVERIFY(finish(store.get(), SessionState::Finished));
    store.reset();
    store = SessionStore::open(path, true, &fault);
    QVERIFY(store);
    ResultRow again = rowOf(0, 2);
    again.state = RowState::Done;
    again.error = ErrorId::None;
    again.status = 204;
    store->ended(ResultRow(again), detailsOf(5));
    QVERIFY(finish(store.get(), SessionState::Finished));

    const auto reader = SessionReader::open(path, &fault);
    QVERIFY(reader);
    const auto table = reader->table();
    QCOMPARE(table->rowCount(), std::size_t {2});
    QVERIFY(sameRow(*table, 0, rowOf(1)));
    QVERIFY(sameRow(*table, 1, again)); // ended last
    QVERIFY(sameDetails(reader->details(0), detailsOf(5)));
    QVERIFY(sameDetails(reader->details(0, 1), detailsOf(0)));
    QVERIFY(sameDetails(reader->details(0, 2), detailsOf(5)));
    QVERIFY(!reader->details(0, 3));
    const auto attempts = reader->attempts(0);
    QCOMPARE(attempts.size(), std::size_t {2});
    QCOMPARE(attempts[0].number, 1);
    QCOMPARE(attempts[0].error, rowOf(0).error);
    QCOMPARE(attempts[0].totalMicros, rowOf(0).times.total);
    QCOMPARE(attempts[0].lane, 0);
    QCOMPARE(attempts[1].number, 2);
    QCOMPARE(attempts[1].lane, 1);
    QCOMPARE(attempts[1].status, 204);
    QCOMPARE(attempts[1].startedAtMs, again.startedAtMs);
    const SessionInfo info = reader->info();
    QCOMPARE(info.counts.done, 2U);
    QCOMPARE(info.counts.failed, 0U);
}

void TestSessionStore::resumed()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"s.crawlscope"_s);
    SessionFault fault;
    const SessionHead given = plainHead(40);
    auto store = SessionStore::create(path, given, &fault);
    for (quint32 i = 0; i < 20; ++i)
        store->ended(rowOf(i), detailsOf(i));
    store->point(somePoint(1));
    QVERIFY(finish(store.get(), SessionState::Stopped));
    store.reset();
    QCOMPARE(SessionReader::info(path).state, SessionState::Stopped);
    store = SessionStore::open(path, false, &fault);
    QVERIFY(store);
    QCOMPARE(SessionReader::info(path).state, SessionState::Open);
    for (quint32 i = 20; i < 40; ++i)
        store->ended(rowOf(i), detailsOf(i));
    store->point(somePoint(2));
    QVERIFY(finish(store.get(), SessionState::Finished));
    store.reset();
    const auto reader = SessionReader::open(path, &fault);
    QVERIFY(reader);
    const auto table = reader->table();
    QCOMPARE(table->rowCount(), std::size_t {40});
    for (quint32 i = 0; i < 40; ++i) {
        QVERIFY(sameRow(*table, i, rowOf(i)));
        QVERIFY(sameDetails(reader->details(i), detailsOf(i)));
    }
    QCOMPARE(reader->points().size(), std::size_t {2});
    QCOMPARE(reader->info().counts.left, 0U);
}

void TestSessionStore::inFlight()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"s.crawlscope"_s);
    SessionFault fault;
    auto store = SessionStore::create(path, plainHead(10), &fault);
    Sink sink(store.get());
    for (const quint32 entry : {0U, 1U, 2U, 3U})
        store->started(entry);
    store->ended(rowOf(1), {});
    store->takenBack(2); // to be sent again, as those that are cut off
    QVERIFY(sink.waitForRows(1));
    const auto reader = SessionReader::open(path, &fault);
    QVERIFY(reader);
    QCOMPARE(reader->inFlight(), (std::vector<quint32> {0, 2, 3}));
    store->ended(rowOf(0), {});
    QVERIFY(sink.waitForRows(2));
    QCOMPARE(reader->inFlight(), (std::vector<quint32> {2, 3}));
    store.reset();
    store = SessionStore::open(path, false, &fault);
    QVERIFY(store);
    QCOMPARE(reader->inFlight(), (std::vector<quint32> {2, 3}));
    store->started(2);
    store->ended(rowOf(2), {});
    QVERIFY(finish(store.get(), SessionState::Stopped));
    QCOMPARE(reader->inFlight(), (std::vector<quint32> {3}));
}

void TestSessionStore::longList()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"s.crawlscope"_s);
    SessionFault fault;
    const SessionHead given = plainHead(90'000);
    auto store = SessionStore::create(path, given, &fault);
    const auto reader = SessionReader::open(path, &fault);
    QVERIFY(reader);
    QVERIFY(reader->info().listComplete);
    QCOMPARE(reader->info().storedLines, 90'000U);
    Sink sink(store.get());
    store->ended(rowOf(89'999), detailsOf(1));
    QVERIFY(sink.waitForRows(1));
    store.reset();
    compareLists(*reader->urls(), *given.urls);
    SessionReader::Progress progress;
    progress.cancelled = true;
    QVERIFY(!reader->urls(&progress));
    QVERIFY(!reader->table(&progress));
    QVERIFY(!reader->fault());
}

void TestSessionStore::viewIsTheExport()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"s.crawlscope"_s);
    SessionFault fault;
    const SessionHead given = head(700);
    auto store = SessionStore::create(path, given, &fault);
    const std::vector<quint32> order = writeAll(store.get(), *given.urls);
    store->ended(rowOf(order.front(), 2), {});
    ResultRow unsent = rowOf(order[1], 0); // ended without a request
    unsent.state = RowState::Skipped;
    store->ended(std::move(unsent), {});
    QVERIFY(finish(store.get(), SessionState::Finished));
    store.reset();
    const auto reader = SessionReader::open(path, &fault);
    const auto urls = reader->urls();
    const ResultSource source = ResultSource::allLines(urls, reader->table());

    SQLite::Database db(path.toStdString());
    SQLite::Statement view(db, "SELECT * FROM results");
    QCOMPARE(view.getColumnCount(), kResultFieldCount);
    std::size_t row = 0;
    for (; view.executeStep(); ++row) {
        QVERIFY(row < source.size());
        for (int i = 0; i < kResultFieldCount; ++i) {
            QByteArray wanted;
            source.appendField(row, static_cast<ResultField>(i), &wanted);
            QCOMPARE(QByteArray(view.getColumnName(i)), resultFieldName(static_cast<ResultField>(i)).toByteArray());
            const QByteArray found = QByteArray::fromStdString(view.getColumn(i).getString());
            const QByteArray what = "row " + QByteArray::number(row) + ": " + found + " <> " + wanted;
            QVERIFY2(found == wanted, what.constData());
        }
    }
    QCOMPARE(row, source.size());
}

void TestSessionStore::onlyOneWriter()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"s.crawlscope"_s);
    SessionFault fault;
    auto store = SessionStore::create(path, plainHead(1), &fault);
    QVERIFY(store);
    QVERIFY(!SessionStore::open(path, false, &fault));
    QCOMPARE(fault.error, SessionError::Locked);
    store.reset();
    QVERIFY(!SessionStore::create(path, plainHead(1), &fault)); // never over a file
    QCOMPARE(fault.error, SessionError::CannotCreate);
    QVERIFY(!SessionStore::create(folder.filePath(u"no/such/s.crawlscope"_s), plainHead(1), &fault));
    QCOMPARE(fault.error, SessionError::CannotCreate);
    QVERIFY(SessionStore::open(path, false, &fault));
}

void TestSessionStore::leavesNoOtherFiles()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"s.crawlscope"_s);
    SessionFault fault;
    auto store = SessionStore::create(path, plainHead(1), &fault);
    store->ended(rowOf(0), {});
    store.reset();
    const auto reader = SessionReader::open(path, &fault);
    QVERIFY(reader);
    QCOMPARE(reader->table()->rowCount(), std::size_t {1});
    QVERIFY(reader->details(0));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList {u"s.crawlscope"_s});
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

/// As a kill in another container leaves it: our own process number, and another machine's name.
void TestSessionStore::takesOverADeadLock()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"s.crawlscope"_s);
    SessionFault fault;
    (void)SessionStore::create(path, plainHead(1), &fault);
    for (const QByteArray &host : {QSysInfo::machineHostName().toUtf8(), QByteArray("another")}) {
        QFile lock(path + u".lock");
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write(QByteArray::number(QCoreApplication::applicationPid()) + "\ntst_sessionstore\n" + host + "\n");
        lock.close();
        QVERIFY(!SessionReader::info(path).inUse);
        QVERIFY(SessionStore::open(path, false, &fault));
        QVERIFY(!QFile::exists(path + u".lock"));
    }
}

QTEST_GUILESS_MAIN(TestSessionStore)
#include "tst_sessionstore.moc"
