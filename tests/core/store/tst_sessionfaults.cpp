// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What can happen to a disk under a running session: nothing is lost, nothing doubled, nothing hangs.
#include "core/store/sessiondata.h"

#include <QSemaphore>

#include <SQLiteCpp/Database.h>
#include <csignal>
#include <sys/mount.h>
#include <sys/resource.h>

using namespace crawlscope;
using namespace sessiondata;
using namespace Qt::Literals::StringLiterals;

class TestSessionFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fileTooLarge();
    void diskFull();
    void fileRemoved();
    void fileRemovedOnAFullDisk();
    void folderRemoved();
    void logRemoved();
    void fileMoved();
    void anotherFileInPlace();
    void locked();
    void slowDisk();
    void slowDiskManyBytes();
    void finishWithLastingFault();
    void endWithLastingFault();
    void noRoomForTheList();
};

namespace {

constexpr int kLines = 3'000;

/// Lets files grow to `bytes` only while it lives, as a full disk would (EFBIG in place of ENOSPC).
class FileSizeLimit
{
public:
    explicit FileSizeLimit(qint64 bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = static_cast<rlim_t>(bytes);
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, SIG_DFL);
    }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before {};
};

SessionStore::Options quick()
{
    SessionStore::Options options;
    options.commitMs = 5;
    options.retryMs = 20;
    return options;
}

/// A session in a folder of its own with its first 100 rows on the disk.
struct Run
{
    QTemporaryDir folder;
    QString path = folder.filePath(u"run/s.crawlscope"_s);
    SessionFault fault;
    std::unique_ptr<Sink> sink; // outlives the store
    std::unique_ptr<SessionStore> store;
    quint32 next = 0;

    explicit Run(const SessionStore::Options &options = quick(), int lines = kLines)
    {
        QDir(folder.path()).mkpath(u"run"_s);
        store = SessionStore::create(path, plainHead(lines), &fault, options);
        if (store)
            sink = std::make_unique<Sink>(store.get());
    }
    void record(quint32 count)
    {
        for (const quint32 end = next + count; next < end; ++next) {
            store->started(next);
            store->ended(rowOf(next), detailsOf(next));
        }
    }
    bool start()
    {
        if (!store)
            return false;
        record(100);
        return sink->waitForRows(100);
    }
    [[nodiscard]] SessionError error() const { return store->fault().error; }

    /// All recorded rows, once each, in order, on the disk and handed on.
    void check()
    {
        QVERIFY(sink->waitForRows(next));
        QTRY_COMPARE(error(), SessionError::None);
        QVERIFY(finish(store.get(), SessionState::Finished));
        QVERIFY(sink->stored());
        store.reset();
        checkFile(path);
    }
    void checkFile(const QString &at)
    {
        const auto reader = SessionReader::open(at, &fault);
        QVERIFY2(reader, sessionErrorName(fault.error).data());
        QCOMPARE(reader->integrityFault(), QString());
        const auto table = reader->table();
        QCOMPARE(table->rowCount(), std::size_t {next});
        QCOMPARE(sink->entries().size(), std::size_t {next});
        for (quint32 i = 0; i < next; ++i) {
            QVERIFY(sameRow(*table, i, rowOf(i)));
            QCOMPARE(sink->entries()[i], i);
        }
        for (quint32 i = 0; i < next; i += 7)
            QVERIFY(sameDetails(reader->details(i), detailsOf(i)));
        QCOMPARE(reader->info().state, SessionState::Finished);
        const UrlCounts counts = reader->info().counts;
        QCOMPARE(counts.done + counts.failed + counts.skipped, quint64 {next});
        QCOMPARE(reader->urls()->size(), std::size_t {kLines});
    }
};

bool writeText(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A file system of its own, with room for all rows, log and file.
class SmallDisk
{
public:
    explicit SmallDisk(const QString &path)
        : m_path(QFile::encodeName(path))
    {
        QDir().mkpath(path);
        m_mounted = mount("tmpfs", m_path.constData(), "tmpfs", 0, "size=4000k") == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            umount2(m_path.constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;
    [[nodiscard]] bool isMounted() const { return m_mounted; }

private:
    QByteArray m_path;
    bool m_mounted = false;
};

} // namespace

void TestSessionFaults::fileTooLarge()
{
    Run run;
    QVERIFY(run.start());
    {
        const FileSizeLimit limit(QFileInfo(run.path + u"-wal").size() + 20'000);
        run.store->started(2'900);
        run.record(1'500);
        QTRY_COMPARE(run.error(), SessionError::DiskFull);
        QVERIFY(run.sink->entries().size() < 1'600);
        run.record(10); // goes on being taken down
    }
    run.record(10);
    QVERIFY(run.sink->waitForRows(run.next));
    const auto reader = SessionReader::open(run.path, &run.fault);
    QVERIFY(reader);
    QTRY_COMPARE(reader->inFlight(), std::vector<quint32> {2'900});
    run.check();
}

void TestSessionFaults::diskFull()
{
    const QTemporaryDir folder;
    const SmallDisk disk(folder.filePath(u"disk"_s));
    if (!disk.isMounted())
        QSKIP("needs the right to mount a tmpfs");
    Run run;
    run.store.reset();
    run.path = folder.filePath(u"disk/s.crawlscope"_s);
    run.store = SessionStore::create(run.path, plainHead(kLines), &run.fault, quick());
    QVERIFY(run.store);
    run.sink = std::make_unique<Sink>(run.store.get());
    QVERIFY(writeText(folder.filePath(u"disk/ballast"_s), QByteArray(3'300'000, 'x')));
    QVERIFY(run.start());
    run.record(1'200);
    QTRY_COMPARE(run.error(), SessionError::DiskFull);
    QVERIFY(QFile::remove(folder.filePath(u"disk/ballast"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(run.error(), SessionError::None, 10'000);
    const SessionInfo info = SessionReader::info(run.path);
    QVERIFY(!info.fault);
    run.next = std::min(run.next, 1'300U);
    QVERIFY(run.sink->waitForRows(run.next));
    QVERIFY(finish(run.store.get(), SessionState::Finished));
    run.store.reset();
    run.checkFile(run.path);
}

void TestSessionFaults::fileRemoved()
{
    Run run;
    QVERIFY(run.start());
    for (const auto &ending : {""_L1, "-wal"_L1, "-shm"_L1, ".lock"_L1})
        QVERIFY(QFile::remove(run.path + ending));
    run.record(200);
    QVERIFY(run.sink->waitForRows(300));
    QVERIFY(SessionReader::info(run.path).inUse); // locked again
    run.record(200);
    run.check();
    QCOMPARE(QDir(run.folder.filePath(u"run"_s)).entryList(QDir::Files), QStringList {u"s.crawlscope"_s});
}

void TestSessionFaults::fileRemovedOnAFullDisk()
{
    Run run;
    QVERIFY(run.start());
    run.record(900);
    QVERIFY(run.sink->waitForRows(1'000));
    {
        const FileSizeLimit limit(100'000);
        QVERIFY(QFile::remove(run.path));
        run.record(200);
        QTRY_COMPARE(run.error(), SessionError::DiskFull);
    }
    run.record(200);
    run.check();
    QCOMPARE(QDir(run.folder.filePath(u"run"_s)).entryList(QDir::Files), QStringList {u"s.crawlscope"_s});
}

void TestSessionFaults::folderRemoved()
{
    Run run;
    QVERIFY(run.start());
    QVERIFY(QDir(run.folder.filePath(u"run"_s)).removeRecursively());
    run.record(200);
    QTRY_COMPARE(run.error(), SessionError::Removed);
    run.record(200);
    QCOMPARE(run.sink->entries().size(), std::size_t {100}); // what is shown is on the disk
    QVERIFY(QDir(run.folder.path()).mkpath(u"run"_s));
    run.check();
}

void TestSessionFaults::logRemoved()
{
    Run run;
    QVERIFY(run.start());
    QVERIFY(QFile::remove(run.path + u"-wal"));
    run.record(200);
    QVERIFY(run.sink->waitForRows(300));
    const QString copy = run.folder.filePath(u"copy"_s); // as a kill would leave it
    for (const auto &ending : {""_L1, "-wal"_L1})
        QVERIFY(QFile::copy(run.path + ending, copy + ending));
    QCOMPARE(SessionReader::open(copy, &run.fault)->table()->rowCount(), std::size_t {300});
    run.check();
}

void TestSessionFaults::fileMoved()
{
    Run run;
    QVERIFY(run.start());
    QVERIFY(QFile::rename(run.path, run.folder.filePath(u"elsewhere"_s)));
    run.record(200);
    run.check();
}

void TestSessionFaults::anotherFileInPlace()
{
    Run run;
    QVERIFY(run.start());
    QVERIFY(QFile::remove(run.path));
    QVERIFY(writeText(run.path, "somebody's"));
    run.record(200);
    QTRY_COMPARE(run.error(), SessionError::Removed);
    QCOMPARE(bytesOf(run.path), QByteArray("somebody's"));
    QVERIFY(QFile::remove(run.path));
    run.record(200);
    run.check();
}

void TestSessionFaults::locked()
{
    Run run;
    QVERIFY(run.start());
    {
        SQLite::Database other(run.path.toStdString(), SQLite::OPEN_READWRITE);
        other.exec("BEGIN IMMEDIATE");
        run.record(200);
        QTRY_COMPARE(run.error(), SessionError::Locked);
        QCOMPARE(run.sink->entries().size(), std::size_t {100});
        other.exec("ROLLBACK");
    }
    run.check();
}

/// The disk takes its time: the queue has an end, and the engine is told.
void TestSessionFaults::slowDisk()
{
    QSemaphore disk; // outlives the store
    SessionStore::Options options = quick();
    options.maxQueuedRows = 500;
    options.beforeCommit = [&disk] { disk.acquire(); };
    Run run(options);
    QVERIFY(run.store);
    quint32 granted = 0;
    for (; granted < 2'000 && !run.store->backlogged(); ++granted)
        run.record(1);
    QCOMPARE(granted, 501U);
    QVERIFY(run.sink->entries().empty());
    disk.release(1'000);
    QVERIFY(run.sink->waitForRows(granted));
    QTRY_VERIFY(!run.store->backlogged());
    run.record(100);
    run.check();
}

void TestSessionFaults::slowDiskManyBytes()
{
    QSemaphore disk; // outlives the store
    SessionStore::Options options = quick();
    options.maxQueuedBytes = 1'000'000;
    options.beforeCommit = [&disk] { disk.acquire(); };
    Run run(options);
    QVERIFY(run.store);
    RowDetails large;
    large.bodyPreview = QByteArray(8'192, 'x');
    quint32 granted = 0;
    for (; granted < 2'000 && !run.store->backlogged(); ++granted)
        run.store->ended(rowOf(granted), RowDetails(large));
    QVERIFY2(granted > 90 && granted < 130, qPrintable(QString::number(granted)));
    disk.release(1'000);
    QVERIFY(run.sink->waitForRows(granted));
    QTRY_VERIFY(!run.store->backlogged());
}

void TestSessionFaults::finishWithLastingFault()
{
    Run run;
    QVERIFY(run.start());
    QVERIFY(QDir(run.folder.filePath(u"run"_s)).removeRecursively());
    run.record(200);
    QTRY_COMPARE(run.error(), SessionError::Removed);
    run.record(100);
    QVERIFY(finish(run.store.get(), SessionState::Finished));
    QCOMPARE(run.sink->entries().size(), std::size_t {400}); // shown all the same
    QVERIFY(!run.sink->stored());
    QVERIFY(!run.store->backlogged());
}

void TestSessionFaults::endWithLastingFault()
{
    Run run;
    QVERIFY(run.start());
    QVERIFY(QDir(run.folder.filePath(u"run"_s)).removeRecursively());
    run.record(200);
    run.store.reset();
    QCOMPARE(run.sink->entries().size(), std::size_t {300});
    QVERIFY(!run.sink->stored());
}

/// A list that does not fit: there is no session then.
void TestSessionFaults::noRoomForTheList()
{
    const QTemporaryDir folder;
    SessionFault fault;
    {
        const FileSizeLimit limit(3'000'000);
        QVERIFY(!SessionStore::create(folder.filePath(u"s.crawlscope"_s), plainHead(200'000), &fault));
    }
    QCOMPARE(sessionErrorName(fault.error), sessionErrorName(SessionError::DiskFull));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
}

QTEST_GUILESS_MAIN(TestSessionFaults)
#include "tst_sessionfaults.moc"
