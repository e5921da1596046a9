// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessiondata.h"

#include <future>

using namespace crawlscope;
using namespace sessiondata;
using namespace Qt::Literals::StringLiterals;

class TestSessionSaveAs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void goesOnThere();
    void removesTheDefault();
    void overAnotherFile();
    void overALeftOne();
    void overASessionInUse();
    void noSuchFolder();
    void samePlace();
    void finishedSession();
    void targetRemovedLater();

private:
    SessionFault saveAs(const QString &path, bool removeOld = false);
    void record(quint32 count);
    void check(const QString &path);
    [[nodiscard]] QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_old;
    QString m_new;
    SessionFault m_fault;
    std::unique_ptr<Sink> m_sink;
    std::unique_ptr<SessionStore> m_store;
    quint32 m_next = 0;
};

void TestSessionSaveAs::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_old = m_folder->filePath(u"old.crawlscope"_s);
    m_new = m_folder->filePath(u"new one.crawlscope"_s);
    m_next = 0;
    SessionStore::Options options;
    options.commitMs = 5;
    options.retryMs = 20;
    m_store = SessionStore::create(m_old, plainHead(1'000), &m_fault, options);
    QVERIFY(m_store);
    m_sink = std::make_unique<Sink>(m_store.get());
    record(100);
}

void TestSessionSaveAs::cleanup()
{
    m_store.reset();
    m_sink.reset();
}

SessionFault TestSessionSaveAs::saveAs(const QString &path, bool removeOld)
{
    std::promise<SessionFault> done;
    m_store->saveAs(path, removeOld, [&done](SessionFault fault) { done.set_value(std::move(fault)); });
    return done.get_future().get();
}

void TestSessionSaveAs::record(quint32 count)
{
    for (const quint32 end = m_next + count; m_next < end; ++m_next) {
        m_store->started(m_next);
        m_store->ended(rowOf(m_next), detailsOf(m_next));
    }
}

/// Everything recorded so far is in the file at `path`.
void TestSessionSaveAs::check(const QString &path)
{
    QCOMPARE(m_store->path(), path);
    QVERIFY(m_sink->waitForRows(m_next));
    QVERIFY(finish(m_store.get(), SessionState::Finished));
    QVERIFY(m_sink->stored());
    m_store.reset();
    const auto reader = SessionReader::open(path, &m_fault);
    QVERIFY(reader);
    QCOMPARE(reader->integrityFault(), QString());
    const auto table = reader->table();
    QCOMPARE(table->rowCount(), std::size_t {m_next});
    for (quint32 i = 0; i < m_next; ++i) {
        QVERIFY(sameRow(*table, i, rowOf(i)));
        QVERIFY(sameDetails(reader->details(i), detailsOf(i)));
    }
    QVERIFY(reader->inFlight().empty());
    QCOMPARE(reader->urls()->size(), std::size_t {1'000});
    QCOMPARE(reader->info().state, SessionState::Finished);
}

void TestSessionSaveAs::goesOnThere()
{
    QVERIFY(!saveAs(m_new));
    QVERIFY(SessionReader::info(m_new).inUse);
    QVERIFY(!SessionReader::info(m_old).inUse);
    QCOMPARE(SessionReader::open(m_old, &m_fault)->table()->rowCount(), std::size_t {100});
    record(100);
    check(m_new);
    QCOMPARE(SessionReader::open(m_old, &m_fault)->table()->rowCount(), std::size_t {100});
    QCOMPARE(files(), (QStringList {u"new one.crawlscope"_s, u"old.crawlscope"_s}));
    QCOMPARE(QFile::permissions(m_new) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestSessionSaveAs::removesTheDefault()
{
    const auto before = SessionReader::open(m_old, &m_fault); // a details pane that is open meanwhile
    QVERIFY(before);
    QVERIFY(!saveAs(m_new, true));
    record(100);
    check(m_new);
    QCOMPARE(files(), QStringList {u"new one.crawlscope"_s});
}

void TestSessionSaveAs::overAnotherFile()
{
    QFile other(m_new);
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write("something old") > 0);
    other.close();
    QVERIFY(!saveAs(m_new)); // the dialog has asked
    record(100);
    check(m_new);
}

/// A session whose program was killed, with its log beside it.
void TestSessionSaveAs::overALeftOne()
{
    const QString copy = m_folder->filePath(u"copy"_s);
    {
        auto other = SessionStore::create(m_new, plainHead(900), &m_fault);
        Sink sink(other.get());
        for (quint32 i = 0; i < 900; ++i)
            other->ended(rowOf(i), detailsOf(i));
        QVERIFY(sink.waitForRows(900));
        for (const auto &ending : {""_L1, "-wal"_L1})
            QVERIFY(QFile::copy(m_new + ending, copy + ending));
        other.reset();
    }
    QVERIFY(QFile::remove(m_new));
    for (const auto &ending : {""_L1, "-wal"_L1})
        QVERIFY(QFile::rename(copy + ending, m_new + ending));
    QVERIFY(!saveAs(m_new));
    record(100);
    check(m_new);
}

void TestSessionSaveAs::overASessionInUse()
{
    const auto other = SessionStore::create(m_new, plainHead(3), &m_fault);
    QVERIFY(other);
    QCOMPARE(saveAs(m_new).error, SessionError::Locked);
    QCOMPARE(SessionReader::info(m_new).counts.unique, 3U);
    record(100);
    check(m_old);
}

void TestSessionSaveAs::noSuchFolder()
{
    QCOMPARE(saveAs(m_folder->filePath(u"no/such/s.crawlscope"_s)).error, SessionError::CannotCreate);
    QVERIFY(QDir(m_folder->path()).mkdir(u"a folder"_s));
    QCOMPARE(saveAs(m_folder->filePath(u"a folder"_s)).error, SessionError::CannotCreate);
    QVERIFY(!m_store->fault());
    record(100);
    check(m_old);
    QCOMPARE(files(), QStringList {u"old.crawlscope"_s});
}

void TestSessionSaveAs::samePlace()
{
    QVERIFY(!saveAs(m_old, true));
    QVERIFY(!saveAs(m_folder->filePath(u"./old.crawlscope"_s), true));
    record(100);
    check(m_old);
}

void TestSessionSaveAs::finishedSession()
{
    QVERIFY(finish(m_store.get(), SessionState::Finished));
    QVERIFY(!saveAs(m_new, true));
    check(m_new);
}

void TestSessionSaveAs::targetRemovedLater()
{
    QVERIFY(!saveAs(m_new, true));
    QVERIFY(QFile::remove(m_new));
    record(100);
    check(m_new);
}

QTEST_GUILESS_MAIN(TestSessionSaveAs)
#include "tst_sessionsaveas.moc"
