// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessiondata.h"

#include <QProcess>

#include <SQLiteCpp/Database.h>
#include <cstdio>
#include <unistd.h>

using namespace crawlscope;
using namespace sessiondata;
using namespace Qt::Literals::StringLiterals;

class TestSessionReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void unreadable_data();
    void unreadable();
    void lockedByAnother();
    void damagedOnTheWay();
    void anyByteFlipped();
    void cutOff();
    void killed();
    void readOnlyFolder();
    void writerComesLater();
    void besideTheWriter();
    void unknownValues();
};

namespace {

const QString kSample = QStringLiteral(TEST_DATA_DIR "/sessions/v%1.crawlscope").arg(SessionStore::kSchemaVersion);

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden);
}

/// Reads all there is; what comes of it does not matter.
void readEverything(SessionReader *reader)
{
    const auto urls = reader->urls();
    const auto table = reader->table();
    for (quint32 entry = 0; entry < 40; entry += 7)
        (void)reader->details(entry);
    (void)reader->attempts(1);
    (void)reader->points();
    (void)reader->events();
    (void)reader->inFlight();
    (void)reader->config();
    (void)reader->info();
}

/// Rows 0 … until killed, written by a process of its own that says how many it has been told are on the disk.
int writeUntilKilled(const QString &path)
{
    constexpr quint32 kRows = 100'000;
    SessionFault fault;
    SessionStore::Options options;
    options.commitMs = 1;
    const bool first = !QFile::exists(path);
    auto store = first ? SessionStore::create(path, plainHead(kRows), &fault, options)
                       : SessionStore::open(path, false, &fault, options);
    if (!store)
        return 1;
    const auto stored = static_cast<quint32>(SessionReader::open(path, &fault)->table()->rowCount());
    store->setSink([](RecordedBatch &&batch) {
        for (const ResultRow &row : batch.rows)
            std::printf("%u\n", row.entry);
        std::fflush(stdout);
    });
    for (quint32 entry = stored; entry < kRows; ++entry) {
        while (store->backlogged())
            std::this_thread::yield();
        store->started(entry);
        store->ended(rowOf(entry), detailsOf(entry));
    }
    return 0;
}

constexpr auto kChild = "CRAWLSCOPE_WRITE_UNTIL_KILLED";

} // namespace

void TestSessionReader::unreadable_data()
{
    QTest::addColumn<QByteArray>("bytes"); // of the file; empty with no file
    QTest::addColumn<SessionError>("error");
    const QByteArray good = bytesOf(kSample);
    const auto row = [](const char *name, const QByteArray &bytes, SessionError error) {
        QTest::newRow(name) << bytes << error;
    };
    const auto patched = [&good](qsizetype at, const QByteArray &bytes) {
        return QByteArray(good).replace(at, bytes.size(), bytes);
    };
    row("missing", {}, SessionError::NotFound);
    row("folder", "/", SessionError::NotReadable);
    row("empty", "-", SessionError::NotASession);
    row("text", "https://a.example/\nhttps://b.example/\n", SessionError::NotASession);
    row("long text", QByteArray(100'000, 'x'), SessionError::NotASession);
    row("database", "sql", SessionError::NotASession);
    row("database with a log", "sql wal", SessionError::NotASession);
    row("magic broken", patched(3, "?"), SessionError::NotASession);
    row("of another program", patched(68, "abcd"), SessionError::NotASession);
    row("newer", patched(60, QByteArray("\0\0\x03\xe7", 4)), SessionError::NewerVersion);
    row("no version", patched(60, QByteArray("\0\0\0\0", 4)), SessionError::Damaged);
    row("half", good.first(good.size() / 2), SessionError::Damaged);
    row("one page", good.first(8'192), SessionError::Damaged);
    row("schema broken", patched(good.indexOf("CREATE TABLE attempt("), QByteArray(1'500, '\x5a')),
        SessionError::Damaged);
    row("tree broken", patched(100, QByteArray(8, '\xff')), SessionError::Damaged);
}

void TestSessionReader::unreadable()
{
    QFETCH(QByteArray, bytes);
    QFETCH(SessionError, error);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"s.crawlscope"_s);
    if (bytes == "/") {
        QVERIFY(QDir().mkpath(path));
    } else if (bytes.startsWith("sql")) {
        SQLite::Database db(path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        db.exec(bytes == "sql" ? "CREATE TABLE t(a)" : "PRAGMA journal_mode = WAL; CREATE TABLE t(a)");
    } else if (!bytes.isEmpty()) {
        QVERIFY(writeBytes(path, bytes == "-" ? QByteArray() : bytes));
    }
    const QByteArray before = bytesOf(path);
    const QStringList files = filesIn(folder.path());
    SessionFault fault;
    QVERIFY(!SessionReader::open(path, &fault));
    QCOMPARE(sessionErrorName(fault.error), sessionErrorName(error));
    QVERIFY(!SessionStore::open(path, false, &fault));
    QCOMPARE(sessionErrorName(fault.error), sessionErrorName(error));
    const SessionInfo info = SessionReader::info(path);
    if (error != SessionError::Damaged) // of which the head may still be readable
        QCOMPARE(sessionErrorName(info.fault.error), sessionErrorName(error));
    QCOMPARE(info.path, path);
    QCOMPARE(info.name, u"s"_s);
    QCOMPARE(bytesOf(path), before);
    QCOMPARE(filesIn(folder.path()), files);
}

void TestSessionReader::lockedByAnother()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"s.crawlscope"_s);
    QVERIFY(writeBytes(path, bytesOf(kSample)));
    SQLite::Database other(path.toStdString(), SQLite::OPEN_READWRITE);
    other.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE meta SET value = value");
    SessionFault fault;
    QVERIFY(!SessionReader::open(path, &fault));
    QCOMPARE(fault.error, SessionError::Locked);
    QCOMPARE(SessionReader::info(path).fault.error, SessionError::Locked);
    QVERIFY(!SessionStore::open(path, false, &fault));
    QCOMPARE(fault.error, SessionError::Locked);
    other.exec("ROLLBACK");
}

/// A page of the rows is broken, which shows only when it is read.
void TestSessionReader::damagedOnTheWay()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"s.crawlscope"_s);
    QVERIFY(writeBytes(path, bytesOf(kSample)));
    int page = 0;
    {
        SQLite::Database db(path.toStdString());
        page = db.execAndGet("SELECT pageno FROM dbstat WHERE name = 'attempt' AND pagetype = 'leaf' LIMIT 1").getInt();
    }
    QByteArray bytes = bytesOf(path);
    bytes.replace(qsizetype {page - 1} * 8'192, 8, QByteArray(8, '\xff'));
    QVERIFY(writeBytes(path, bytes));
    SessionFault fault;
    const auto reader = SessionReader::open(path, &fault);
    if (!reader) {
        QCOMPARE(fault.error, SessionError::Damaged);
        return;
    }
    QVERIFY(reader->urls());
    QVERIFY(!reader->fault());
    QVERIFY(!reader->table());
    QCOMPARE(reader->fault().error, SessionError::Damaged);
    QVERIFY(!reader->integrityFault().isEmpty());
}

void TestSessionReader::anyByteFlipped()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"s.crawlscope"_s);
    const QByteArray good = bytesOf(kSample);
    int opened = 0;
    for (qsizetype at = 0; at < good.size(); at += at < 8'192 ? 13 : 397) {
        QByteArray bytes = good;
        bytes[at] = static_cast<char>(~bytes[at]);
        QVERIFY(writeBytes(path, bytes));
        SessionFault fault;
        auto reader = SessionReader::open(path, &fault);
        QVERIFY2(reader || fault, qPrintable(QString::number(at)));
        if (reader) {
            ++opened;
            readEverything(reader.get());
        }
        reader.reset();
        QVERIFY2(bytesOf(path) == bytes, qPrintable(QString::number(at)));
        QCOMPARE(filesIn(folder.path()), QStringList {u"s.crawlscope"_s});
    }
    QVERIFY(opened > 0);
}

/// File and log as they lie at some moment: all that was handed on before is in them.
void TestSessionReader::cutOff()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"s.crawlscope"_s);
    const QString copy = folder.filePath(u"copy.crawlscope"_s);
    SessionFault fault;
    const auto store = SessionStore::create(path, plainHead(500), &fault);
    Sink sink(store.get());
    for (quint32 i = 0; i < 300; ++i) {
        store->started(i);
        store->ended(rowOf(i), detailsOf(i));
    }
    store->started(400);
    QVERIFY(sink.waitForRows(300));
    QTRY_VERIFY(!SessionReader::open(path, &fault)->inFlight().empty());
    for (const auto &ending : {""_L1, "-wal"_L1})
        QVERIFY(QFile::copy(path + ending, copy + ending));
    const QByteArray before = bytesOf(copy);
    const QByteArray logBefore = bytesOf(copy + u"-wal");
    QVERIFY(!logBefore.isEmpty());
    {
        const auto reader = SessionReader::open(copy, &fault);
        QVERIFY(reader);
        QCOMPARE(reader->table()->rowCount(), std::size_t {300});
        QVERIFY(sameDetails(reader->details(299), detailsOf(299)));
        QCOMPARE(reader->inFlight(), std::vector<quint32> {400});
        QCOMPARE(reader->info().state, SessionState::Open);
        QVERIFY(!reader->info().inUse);
        QCOMPARE(reader->info().counts.left, 200U);
        QCOMPARE(reader->integrityFault(), QString());
    }
    QCOMPARE(bytesOf(copy), before);
    QCOMPARE(bytesOf(copy + u"-wal"), logBefore);
    const auto resumed = SessionStore::open(copy, false, &fault);
    QVERIFY(resumed);
    QVERIFY(finish(resumed.get(), SessionState::Finished));
    QCOMPARE(SessionReader::open(copy, &fault)->table()->rowCount(), std::size_t {300});
}

void TestSessionReader::killed()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"s.crawlscope"_s);
    std::size_t before = 0;
    for (int round = 0; round < 6; ++round) {
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(kChild), path);
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(), {});
        qint64 last = -1;
        for (int lines = 0; lines < 300 + round * 700;) {
            QVERIFY(child.canReadLine() || child.waitForReadyRead(30'000));
            for (; child.canReadLine(); ++lines)
                last = child.readLine().trimmed().toLongLong();
        }
        child.kill();
        QVERIFY(child.waitForFinished());
        while (child.canReadLine())
            last = child.readLine().trimmed().toLongLong();
        SessionFault fault;
        const auto reader = SessionReader::open(path, &fault);
        QVERIFY2(reader, sessionErrorName(fault.error).data());
        QVERIFY(!reader->info().inUse);
        QCOMPARE(reader->integrityFault(), QString());
        const auto table = reader->table();
        QVERIFY(table->rowCount() > before);
        QVERIFY(static_cast<qint64>(table->rowCount()) > last); // what was shown is there
        for (std::size_t i = 0; i < table->rowCount(); ++i)
            QVERIFY(sameRow(*table, i, rowOf(static_cast<quint32>(i))));
        before = table->rowCount();
        const SessionInfo info = reader->info();
        QCOMPARE(info.counts.done + info.counts.failed + info.counts.skipped, quint64 {before});
    }
}

/// Nothing can be made beside the file: neither SQLite's index of the log nor anything else.
void TestSessionReader::readOnlyFolder()
{
    if (geteuid() != 0)
        QSKIP("needs to be root, to become somebody else");
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"s.crawlscope"_s);
    const QString source = folder.filePath(u"source"_s);
    SessionFault fault;
    {
        const auto store = SessionStore::create(source, plainHead(50), &fault);
        Sink sink(store.get());
        for (quint32 i = 0; i < 50; ++i)
            store->ended(rowOf(i), detailsOf(i));
        QVERIFY(sink.waitForRows(50));
        for (const auto &ending : {""_L1, "-wal"_L1})
            QVERIFY(QFile::copy(source + ending, path + ending));
    }
    const auto all = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
    QVERIFY(QFile::setPermissions(path, all) && QFile::setPermissions(path + u"-wal", all));
    QVERIFY(QFile::setPermissions(folder.path(), all | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther));
    const QStringList files = filesIn(folder.path());
    QVERIFY(seteuid(65534) == 0);
    std::size_t rows = 0;
    bool inUse = true;
    SessionFault sourceFault;
    if (const auto reader = SessionReader::open(path, &fault)) {
        rows = reader->table()->rowCount();
        inUse = reader->info().inUse;
    }
    (void)SessionReader::open(source, &sourceFault);
    QVERIFY(seteuid(0) == 0);
    QCOMPARE(rows, std::size_t {50});
    QVERIFY(!inUse);
    QCOMPARE(sourceFault.error, SessionError::NotReadable); // only its owner may
    QCOMPARE(filesIn(folder.path()), files);
}

/// A file at rest is read as immutable; that ends when somebody writes to it.
void TestSessionReader::writerComesLater()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"s.crawlscope"_s);
    SessionFault fault;
    auto store = SessionStore::create(path, plainHead(3'000), &fault);
    store->ended(rowOf(0), detailsOf(0));
    store.reset();
    const auto reader = SessionReader::open(path, &fault);
    QVERIFY(reader);
    QCOMPARE(reader->table()->rowCount(), std::size_t {1});
    QVERIFY(!reader->details(1));
    store = SessionStore::open(path, false, &fault);
    for (quint32 i = 1; i < 3'000; ++i)
        store->ended(rowOf(i), detailsOf(i));
    QVERIFY(finish(store.get(), SessionState::Finished));
    QVERIFY(sameDetails(reader->details(1), detailsOf(1)));
    QCOMPARE(reader->table()->rowCount(), std::size_t {3'000});
    store.reset();
    QCOMPARE(reader->table()->rowCount(), std::size_t {3'000});
    QVERIFY(sameDetails(reader->details(2'999), detailsOf(2'999)));
}

/// Several threads ask for details while the rows are being written.
void TestSessionReader::besideTheWriter()
{
    constexpr quint32 kRows = 4'000;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"s.crawlscope"_s);
    SessionFault fault;
    SessionStore::Options options;
    options.commitMs = 2;
    const auto store = SessionStore::create(path, plainHead(kRows), &fault, options);
    std::atomic<quint32> shown = 0;
    store->setSink([&shown](RecordedBatch &&batch) { shown += static_cast<quint32>(batch.rows.size()); });
    const auto reader = SessionReader::open(path, &fault);
    QVERIFY(reader);
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    threads.reserve(3);
    for (int i = 0; i < 3; ++i)
        threads.emplace_back([&] {
            for (quint32 count = 0; count < kRows; count = shown) {
                if (count > 0 && !sameDetails(reader->details(count - 1), detailsOf(count - 1)))
                    ++wrong;
            }
        });
    for (quint32 i = 0; i < kRows; ++i)
        store->ended(rowOf(i), detailsOf(i));
    for (std::size_t before = 0; shown < kRows;) {
        const std::size_t rows = reader->table()->rowCount();
        QVERIFY(rows >= before);
        before = rows;
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(reader->table()->rowCount(), std::size_t {kRows});
}

/// Names that a later program of the same schema may write.
void TestSessionReader::unknownValues()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"s.crawlscope"_s);
    QVERIFY(writeBytes(path, bytesOf(kSample)));
    {
        SQLite::Database db(path.toStdString(), SQLite::OPEN_READWRITE);
        db.exec("UPDATE attempt SET error = 'brand_new', http_version = '4', anomalies = 'x;bad_json;y' "
                "WHERE ended = 1; UPDATE event SET name = 'brand_new'");
    }
    SessionFault fault;
    const auto reader = SessionReader::open(path, &fault);
    QVERIFY(reader);
    QVERIFY(reader->events().empty());
    const auto table = reader->table();
    const ResultRecord &record = table->record(0);
    QCOMPARE(record.error, ErrorId::Internal);
    QCOMPARE(record.httpVersion, HttpVersion::Unknown);
    QCOMPARE(record.anomalies, static_cast<quint32>(Anomaly::BadJson));
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (qEnvironmentVariableIsSet(kChild))
        return writeUntilKilled(qEnvironmentVariable(kChild));
    TestSessionReader test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_sessionreader.moc"
