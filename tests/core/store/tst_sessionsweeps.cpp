// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessiondata.h"

#include <SQLiteCpp/Database.h>

using namespace crawlscope;
using namespace sessiondata;
using namespace Qt::Literals::StringLiterals;

/// What a session keeps beside its run.
class TestSessionSweeps : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void added();
    void madeForASweep();
    void noneYet();
    void ofOlderVersions_data();
    void ofOlderVersions();
    void whileShown();
    void whileARunWrites();
    void faults();
    void tooLarge();

private:
    [[nodiscard]] QString path(const QString &name = u"s.crawlscope"_s) const { return m_folder->filePath(name); }
    /// A session of a run that was stopped.
    void makeSession() const
    {
        SessionFault fault;
        const auto store = SessionStore::create(path(), plainHead(20), &fault);
        QVERIFY(store);
        store->ended(rowOf(3), detailsOf(3));
        QVERIFY(finish(store.get(), SessionState::Stopped));
    }
    static StoredSweep sweep(int number)
    {
        const QByteArray text = QByteArray::number(number);
        return {0, 1'795'000'000'000 + number, R"({"plan":)" + text + '}', R"({"result":)" + text + '}'};
    }
    static bool same(const StoredSweep &a, const StoredSweep &b)
    {
        return a.startedMs == b.startedMs && a.plan == b.plan && a.result == b.result;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSessionSweeps::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestSessionSweeps::added()
{
    makeSession();
    for (int i = 1; i <= 3; ++i)
        QVERIFY(!SessionStore::addSweep(path(), sweep(i)));
    SessionFault fault;
    const auto reader = SessionReader::open(path(), &fault);
    QVERIFY(reader);
    const std::vector<StoredSweep> listed = reader->sweeps();
    QCOMPARE(listed.size(), std::size_t {3});
    for (int i = 1; i <= 3; ++i) {
        const StoredSweep &entry = listed[static_cast<std::size_t>(i) - 1];
        QCOMPARE(entry.id, qint64 {i});
        QCOMPARE(entry.startedMs, sweep(i).startedMs);
        QCOMPARE(entry.plan, sweep(i).plan);
        QVERIFY(entry.result.isEmpty());
        const std::optional<StoredSweep> read = reader->sweep(i);
        QVERIFY(read && same(*read, sweep(i)));
    }
    QVERIFY(!reader->sweep(0) && !reader->sweep(4) && !reader->fault());
    QCOMPARE(reader->info().state, SessionState::Stopped); // as it was
    QVERIFY(sameRow(*reader->table(), 0, rowOf(3)));
    QCOMPARE(reader->integrityFault(), QString());
    QVERIFY(!QFile::exists(path() + u".lock"_s) && !QFile::exists(path() + u"-wal"_s));
}

void TestSessionSweeps::madeForASweep()
{
    QVERIFY(!SessionStore::createForSweep(path(), head(40), sweep(7)));
    SessionFault fault;
    const auto reader = SessionReader::open(path(), &fault);
    QVERIFY(reader);
    QCOMPARE(reader->info().state, SessionState::Finished);
    QCOMPARE(reader->info().counts.left, reader->info().counts.unique);
    QVERIFY(reader->info().counts.unique > 20 && reader->info().counts.addUp());
    QCOMPARE(reader->urls()->size(), head(40).urls->size());
    QCOMPARE(reader->table()->rowCount(), std::size_t {0});
    QVERIFY(same(reader->sweep(1).value_or(StoredSweep()), sweep(7)));
    QCOMPARE(SessionStore::createForSweep(path(), head(40), sweep(8)).error, SessionError::CannotCreate);
    // A run can go on with it.
    auto store = SessionStore::open(path(), false, &fault);
    QVERIFY(store);
    store->ended(rowOf(3), detailsOf(3));
    QVERIFY(finish(store.get(), SessionState::Stopped));
    store.reset();
    QVERIFY(same(SessionReader::open(path(), &fault)->sweep(1).value_or(StoredSweep()), sweep(7)));
}

void TestSessionSweeps::noneYet()
{
    makeSession();
    SessionFault fault;
    const auto reader = SessionReader::open(path(), &fault);
    QVERIFY(reader && reader->sweeps().empty() && !reader->fault());
}

void TestSessionSweeps::ofOlderVersions_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version < SessionStore::kSchemaVersion; ++version)
        QTest::addRow("v%d", version) << version;
}

/// They can be read as they are, and are brought up to date when a sweep is added.
void TestSessionSweeps::ofOlderVersions()
{
    QFETCH(const int, version);
    QVERIFY(QFile::copy(QStringLiteral(TEST_DATA_DIR "/sessions/v%1.crawlscope").arg(version), path()));
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner));
    SessionFault fault;
    QVERIFY(SessionReader::open(path(), &fault)->sweeps().empty());
    QVERIFY(!SessionStore::addSweep(path(), sweep(1)));
    const auto reader = SessionReader::open(path(), &fault);
    QVERIFY(reader);
    QCOMPARE(reader->info().schemaVersion, SessionStore::kSchemaVersion);
    QCOMPARE(reader->info().state, SessionState::Stopped);
    QVERIFY(same(reader->sweep(1).value_or(StoredSweep()), sweep(1)));
    QCOMPARE(reader->events().size(), std::size_t {1});
    SQLite::Database db(path().toStdString(), SQLite::OPEN_READONLY);
    QVERIFY(db.execAndGet("SELECT count(*) FROM results").getInt() > 30); // the view is there
}

/// Whoever reads the session meanwhile goes on doing so.
void TestSessionSweeps::whileShown()
{
    makeSession();
    SessionFault fault;
    const auto reader = SessionReader::open(path(), &fault);
    QVERIFY(reader && sameDetails(reader->details(3), detailsOf(3)));
    QVERIFY(!SessionStore::addSweep(path(), sweep(1)));
    QVERIFY(sameDetails(reader->details(3), detailsOf(3)));
    QVERIFY(sameRow(*reader->table(), 0, rowOf(3)));
    QVERIFY(!reader->fault());
}

void TestSessionSweeps::whileARunWrites()
{
    SessionFault fault;
    auto store = SessionStore::create(path(), plainHead(20), &fault);
    QVERIFY(store);
    QCOMPARE(SessionStore::addSweep(path(), sweep(1)).error, SessionError::Locked);
    store.reset();
    QVERIFY(!SessionStore::addSweep(path(), sweep(1)));
}

void TestSessionSweeps::faults()
{
    QCOMPARE(SessionStore::addSweep(path(), sweep(1)).error, SessionError::NotFound);
    QVERIFY(!QFile::exists(path()));
    QCOMPARE(SessionStore::createForSweep(path(u"no/where"_s), plainHead(3), sweep(1)).error,
             SessionError::CannotCreate);
    QFile other(path());
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write("something else") > 0);
    other.close();
    QCOMPARE(SessionStore::addSweep(path(), sweep(1)).error, SessionError::NotASession);
    QCOMPARE(QFileInfo(path()).size(), 14);
}

void TestSessionSweeps::tooLarge()
{
    makeSession();
    StoredSweep large = sweep(1);
    large.result = QByteArray(SessionReader::kMostSweepBytes + 1, ' ');
    QVERIFY(!SessionStore::addSweep(path(), large));
    SessionFault fault;
    const auto reader = SessionReader::open(path(), &fault);
    QCOMPARE(reader->sweeps().size(), std::size_t {1});
    QVERIFY(!reader->sweep(1));
}

QTEST_GUILESS_MAIN(TestSessionSweeps)
#include "tst_sessionsweeps.moc"
