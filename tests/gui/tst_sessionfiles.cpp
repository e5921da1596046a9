// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sessions/sessionfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;
using Result = SessionFiles::Result;

class TestSessionFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_busy = false;
        m_trashed.clear();
        for (const QString &ending : {u""_s, u"-wal"_s, u"-shm"_s, u".lock"_s})
            write(path(u"a"_s) + ending, "a" + ending.toLatin1());
    }
    void renamesWithTheLog();
    void refusesNames_data();
    void refusesNames();
    void nothingIsReplaced();
    void trashTakesTheLogToo();
    void withoutTrashNothingGoes();
    void removes();
    void copiesWithTheLog();
    void aCopyOntoItselfIsRefused();
    void aFailedCopyLeavesNothing();
    void filesInUseStay();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name + u".crawlscope"_s); }
    [[nodiscard]] QStringList names() const { return QDir(m_folder->path()).entryList(QDir::Files, QDir::Name); }
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] SessionFiles files()
    {
        return SessionFiles([this](const QString &) { return m_busy; },
                            [this](const QString &path) {
                                m_trashed << QFileInfo(path).fileName();
                                return m_trashWorks && QFile::remove(path);
                            });
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    bool m_busy = false;
    bool m_trashWorks = true;
    QStringList m_trashed;
};

void TestSessionFiles::renamesWithTheLog()
{
    const SessionFiles::Outcome outcome = files().rename(path(u"a"_s), u" My run "_s);
    QCOMPARE(outcome.result, Result::Ok);
    QCOMPARE(outcome.path, path(u"My run"_s));
    QCOMPARE(names(), (QStringList {u"My run.crawlscope"_s, u"My run.crawlscope-wal"_s}));
    QCOMPARE(read(path(u"My run"_s) + u"-wal"_s), "a-wal"); // rows that were not in the file proper yet
    QCOMPARE(files().rename(path(u"My run"_s), u"My run.crawlscope"_s).result, Result::Ok); // the same
}

void TestSessionFiles::refusesNames_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name :
         {u""_s, u"  "_s, u".hidden"_s, u"a/b"_s, u"a\\b"_s, u"a\nb"_s, u".crawlscope"_s, QString(300, u'x')})
        QTest::newRow(qPrintable(name.left(12))) << name;
}

void TestSessionFiles::refusesNames()
{
    QFETCH(const QString, name);
    QCOMPARE(files().rename(path(u"a"_s), name).result, Result::BadName);
    QCOMPARE(names().size(), 4);
}

void TestSessionFiles::nothingIsReplaced()
{
    write(path(u"b"_s), "b");
    QCOMPARE(files().rename(path(u"a"_s), u"b"_s).result, Result::Exists);
    QCOMPARE(read(path(u"b"_s)), "b");
    QCOMPARE(files().rename(path(u"gone"_s), u"c"_s).result, Result::Missing);
}

void TestSessionFiles::trashTakesTheLogToo()
{
    QCOMPARE(files().moveToTrash(path(u"a"_s)).result, Result::Ok);
    QCOMPARE(m_trashed, (QStringList {u"a.crawlscope"_s, u"a.crawlscope-wal"_s}));
    QVERIFY(names().isEmpty());
}

void TestSessionFiles::withoutTrashNothingGoes()
{
    m_trashWorks = false;
    QCOMPARE(files().moveToTrash(path(u"a"_s)).result, Result::NoTrash);
    QCOMPARE(names().size(), 4);
    m_trashWorks = true;
}

void TestSessionFiles::removes()
{
    QCOMPARE(files().remove(path(u"a"_s)).result, Result::Ok);
    QVERIFY(names().isEmpty());
}

void TestSessionFiles::copiesWithTheLog()
{
    write(path(u"b"_s), "an older copy");
    write(path(u"b"_s) + u"-wal"_s, "its log, which would be taken for ours");
    const SessionFiles::Outcome outcome = files().copy(path(u"a"_s), path(u"b"_s));
    QCOMPARE(outcome.result, Result::Ok);
    QCOMPARE(outcome.path, path(u"b"_s));
    QCOMPARE(read(path(u"b"_s)), "a");
    QCOMPARE(read(path(u"b"_s) + u"-wal"_s), "a-wal");
    QCOMPARE(names().size(), 6);
}

void TestSessionFiles::aCopyOntoItselfIsRefused()
{
    QCOMPARE(files().copy(path(u"a"_s), path(u"a"_s)).result, Result::Exists);
    QCOMPARE(read(path(u"a"_s)), "a");
}

void TestSessionFiles::aFailedCopyLeavesNothing()
{
    const SessionFiles::Outcome outcome =
        files().copy(path(u"a"_s), m_folder->filePath(u"no/such/folder.crawlscope"_s));
    QCOMPARE(outcome.result, Result::Failed);
    QVERIFY(!outcome.systemDetail.isEmpty());
    QCOMPARE(names().size(), 4);
}

void TestSessionFiles::filesInUseStay()
{
    m_busy = true;
    QCOMPARE(files().rename(path(u"a"_s), u"b"_s).result, Result::InUse);
    QCOMPARE(files().moveToTrash(path(u"a"_s)).result, Result::InUse);
    QCOMPARE(files().remove(path(u"a"_s)).result, Result::InUse);
    QCOMPARE(files().copy(path(u"a"_s), path(u"b"_s)).result, Result::InUse);
    QCOMPARE(names().size(), 4);
    QVERIFY(m_trashed.isEmpty());
}

QTEST_GUILESS_MAIN(TestSessionFiles)
#include "tst_sessionfiles.moc"
