// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sessionfixture.h"
#include "gui/sessions/sessioncatalog.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <semaphore>

using namespace crawlscope;
using namespace crawlscope::gui;
using crawlscope::test::ScriptedSessions;
using namespace Qt::Literals::StringLiterals;

class TestSessionCatalog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_files = std::make_unique<ScriptedSessions>(m_folder->filePath(u"sessions"_s));
        m_catalog = std::make_unique<SessionCatalog>(m_files->reader());
    }
    void cleanup() { m_catalog.reset(); }
    void listsNewestFirst();
    void aFolderThatIsMadeLaterIsSeen();
    void newAndGoneFilesAreSeen();
    void onlyWhatMayHaveChangedIsReadAgain();
    void brokenFilesAreListed();
    void thousandsComeInPortions();
    void anotherFolderReplacesTheList();
    void unfinished_data();
    void unfinished();

private:
    void open()
    {
        m_catalog->setFolder(m_folder->filePath(u"sessions"_s));
        QTRY_VERIFY(m_catalog->complete() && !m_catalog->reading());
    }
    QStringList names() const
    {
        QStringList names;
        for (const SessionInfo &info : m_catalog->sessions())
            names << info.name;
        return names;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedSessions> m_files;
    std::unique_ptr<SessionCatalog> m_catalog;
};

void TestSessionCatalog::listsNewestFirst()
{
    m_files->put(u"first"_s);
    m_files->put(u"second"_s);
    QFile(m_folder->filePath(u"sessions/notes.txt"_s)).open(QIODevice::WriteOnly);
    open();
    QCOMPARE(names(), (QStringList {u"second"_s, u"first"_s}));
    QVERIFY(m_catalog->find(m_files->path(u"first"_s)) != nullptr);
    QVERIFY(m_catalog->find(u"elsewhere"_s) == nullptr);
}

void TestSessionCatalog::aFolderThatIsMadeLaterIsSeen()
{
    const QString later = m_folder->filePath(u"made/later"_s);
    m_catalog->setFolder(later);
    QTRY_VERIFY(m_catalog->complete());
    QVERIFY(m_catalog->sessions().empty());
    ScriptedSessions files(later);
    files.put(u"one"_s);
    QTRY_COMPARE(m_catalog->sessions().size(), std::size_t {1}); // its reader knows nothing of it
    QVERIFY(m_catalog->sessions().front().fault);
}

void TestSessionCatalog::newAndGoneFilesAreSeen()
{
    m_files->put(u"one"_s);
    open();
    m_files->put(u"two"_s);
    QTRY_COMPARE(names(), (QStringList {u"two"_s, u"one"_s}));
    QVERIFY(QFile::remove(m_files->path(u"one"_s)));
    QTRY_COMPARE(names(), QStringList {u"two"_s});
}

void TestSessionCatalog::onlyWhatMayHaveChangedIsReadAgain()
{
    m_files->put(u"finished"_s);
    m_files->put(u"live"_s, [](SessionInfo &info) {
        info.inUse = true;
        ScriptedSessions::left(info, SessionState::Open, 10);
    });
    open();
    QTRY_VERIFY(!m_catalog->reading());
    const int before = m_files->reads;
    QSignalSpy changed(m_catalog.get(), &SessionCatalog::changed);
    m_catalog->refresh();
    QTRY_VERIFY(changed.count() >= 2 && !m_catalog->reading());
    QCOMPARE(m_files->reads - before, 1); // of the live one alone
    m_files->put(u"finished"_s, [](SessionInfo &info) { info.counts.done = 98; });
    m_catalog->refresh();
    QTRY_COMPARE(m_catalog->find(m_files->path(u"finished"_s))->counts.done, 98U);
}

void TestSessionCatalog::brokenFilesAreListed()
{
    QFile file(m_files->path(u"nonsense"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("0123456789");
    file.close();
    open();
    QCOMPARE(names(), QStringList {u"nonsense"_s});
    const SessionInfo &info = m_catalog->sessions().front();
    QCOMPARE(info.fault.error, SessionError::NotASession);
    QCOMPARE(info.fileBytes, 10);
    QVERIFY(info.changedAtMs > 0);
    QVERIFY(!m_catalog->unfinished());
}

void TestSessionCatalog::thousandsComeInPortions()
{
    constexpr int kFiles = 1'000;
    for (int i = 0; i < kFiles; ++i)
        m_files->put(QString::number(i));
    std::binary_semaphore go(0);
    std::atomic<int> reads = 0;
    const auto reader = m_files->reader();
    SessionCatalog catalog([&](const QString &path) {
        if (++reads == 500)
            go.acquire(); // the disk hangs
        return reader(path);
    });
    catalog.setFolder(m_folder->filePath(u"sessions"_s));
    QTRY_VERIFY(catalog.sessions().size() >= 7 * SessionCatalog::kPortion); // the window goes on meanwhile
    QVERIFY(catalog.reading());
    QVERIFY(!catalog.complete());
    go.release();
    QTRY_COMPARE(catalog.sessions().size(), std::size_t {kFiles});
    QTRY_VERIFY(catalog.complete());
}

void TestSessionCatalog::anotherFolderReplacesTheList()
{
    m_files->put(u"one"_s);
    open();
    ScriptedSessions others(m_folder->filePath(u"others"_s));
    others.put(u"a"_s);
    others.put(u"b"_s);
    m_catalog->setFolder(m_folder->filePath(u"others"_s));
    QVERIFY(m_catalog->sessions().empty());
    QTRY_COMPARE(m_catalog->sessions().size(), std::size_t {2});
}

void TestSessionCatalog::unfinished_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("left");
    QTest::addColumn<bool>("inUse");
    QTest::addColumn<bool>("offered");
    QTest::newRow("cut off") << int(SessionState::Open) << 5 << false << true;
    QTest::newRow("stopped") << int(SessionState::Stopped) << 5 << false << true;
    QTest::newRow("cut off at the very end") << int(SessionState::Open) << 0 << false << false;
    QTest::newRow("finished") << int(SessionState::Finished) << 0 << false << false;
    QTest::newRow("in use") << int(SessionState::Open) << 5 << true << false;
}

void TestSessionCatalog::unfinished()
{
    QFETCH(const int, state);
    QFETCH(const int, left);
    QFETCH(const bool, inUse);
    QFETCH(const bool, offered);
    // An older one that was never finished is not what the user comes back for.
    m_files->put(u"older"_s, [](SessionInfo &info) { ScriptedSessions::left(info, SessionState::Open, 7); });
    m_files->put(u"newest"_s, [&](SessionInfo &info) {
        ScriptedSessions::left(info, static_cast<SessionState>(state), static_cast<quint64>(left));
        info.inUse = inUse;
    });
    open();
    const std::optional<SessionInfo> found = m_catalog->unfinished();
    QCOMPARE(found.has_value(), offered);
    if (!offered)
        return;
    QCOMPARE(found->name, u"newest"_s);
    SessionInfo later = *found;
    later.changedAtMs += 1;
    QVERIFY(SessionCatalog::key(*found) != SessionCatalog::key(later));
}

QTEST_GUILESS_MAIN(TestSessionCatalog)
#include "tst_sessioncatalog.moc"
