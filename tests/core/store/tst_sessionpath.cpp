// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessionpath.h"
#include "sessiondata.h"

#include <QSet>

#include <algorithm>
#include <thread>

using namespace crawlscope;

class TestSessionPath : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void namesDateAndHost_data();
    void namesDateAndHost();
    void leavesTakenNames();
    void claimsTheNextName();
    void endsWithOtherFaults();
    void doesNotTryForEver();
    void manyAtOnce();

private:
    void touch(const QString &name) const;
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    const QDateTime m_now {QDate(2026, 1, 31), QTime(9, 5)};
};

void TestSessionPath::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestSessionPath::touch(const QString &name) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
}

void TestSessionPath::namesDateAndHost_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QString>("name");
    QTest::newRow("first host") << QByteArray("ftp://a.example/\nhttps://www.example.org:8443/x\nhttp://b.example/")
                                << QStringLiteral("2026-01-31 0905 www.example.org.crawlscope");
    QTest::newRow("IPv6") << QByteArray("http://[::1]:80/") << QStringLiteral("2026-01-31 0905 ___1_.crawlscope");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("2026-01-31 0905.crawlscope");
}

void TestSessionPath::namesDateAndHost()
{
    QFETCH(QByteArray, list);
    QFETCH(QString, name);
    const QString folder = path(QStringLiteral("new/sub"));
    QCOMPARE(SessionPath::make(folder, *UrlList::parse(list), m_now), folder + u'/' + name);
    const auto ofOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY((QFileInfo(folder).permissions() & ofOthers) == QFile::Permissions());
}

void TestSessionPath::leavesTakenNames()
{
    const auto list = UrlList::parse("http://h.example/");
    const auto made = [&] { return QFileInfo(SessionPath::make(m_folder->path(), *list, m_now)).fileName(); };
    touch(QStringLiteral("2026-01-31 0905 h.example.crawlscope"));
    QCOMPARE(made(), QStringLiteral("2026-01-31 0905 h.example 2.crawlscope"));
    touch(QStringLiteral("2026-01-31 0905 h.example 2.crawlscope.lock")); // somebody is about to make it
    QCOMPARE(made(), QStringLiteral("2026-01-31 0905 h.example 3.crawlscope"));
    QVERIFY(
        QFile::link(path(QStringLiteral("nowhere")), path(QStringLiteral("2026-01-31 0905 h.example 3.crawlscope"))));
    QCOMPARE(made(), QStringLiteral("2026-01-31 0905 h.example 4.crawlscope"));
}

void TestSessionPath::claimsTheNextName()
{
    const auto list = UrlList::parse("http://h.example/");
    QStringList tried;
    QString claimed;
    const SessionFault fault = SessionPath::claim(m_folder->path(), *list, &claimed, [&](const QString &free) {
        tried.append(free);
        if (tried.size() == 3)
            return SessionFault();
        QFile file(tried.size() == 1 ? free : free + QStringLiteral(".lock")); // somebody else was faster
        (void)file.open(QIODevice::WriteOnly);
        return SessionFault {tried.size() == 1 ? SessionError::CannotCreate : SessionError::Locked, {}};
    });
    QVERIFY(!fault);
    QCOMPARE(tried.size(), 3);
    QCOMPARE(claimed, tried.last());
    QCOMPARE(QSet<QString>(tried.begin(), tried.end()).size(), 3);
}

void TestSessionPath::endsWithOtherFaults()
{
    const auto list = UrlList::parse("http://h.example/");
    for (const SessionError error : {SessionError::DiskFull, SessionError::WriteFailed, SessionError::CannotCreate}) {
        int tries = 0;
        QString claimed;
        const SessionFault fault = SessionPath::claim(m_folder->path(), *list, &claimed, [&](const QString &) {
            ++tries;
            return SessionFault {error, {}};
        });
        QCOMPARE(fault.error, error);
        QCOMPARE(tries, 1);
    }
}

void TestSessionPath::doesNotTryForEver()
{
    const auto list = UrlList::parse("http://h.example/");
    int tries = 0;
    QString claimed;
    const SessionFault fault = SessionPath::claim(m_folder->path(), *list, &claimed, [&](const QString &free) {
        ++tries;
        QFile file(free);
        (void)file.open(QIODevice::WriteOnly);
        return SessionFault {SessionError::CannotCreate, {}};
    });
    QCOMPARE(fault.error, SessionError::CannotCreate);
    QVERIFY2(tries > 10 && tries < 1000, QByteArray::number(tries).constData());
}

/// Programs that begin in the same moment with the same list each have a session of their own.
void TestSessionPath::manyAtOnce()
{
    constexpr std::size_t kMakers = 8;
    constexpr int kEach = 3;
    const SessionHead head = sessiondata::plainHead(50);
    std::array<QStringList, kMakers> paths;
    std::array<int, kMakers> faults {};
    std::vector<std::thread> makers;
    for (std::size_t maker = 0; maker < kMakers; ++maker) {
        makers.emplace_back([&, maker] {
            std::vector<std::unique_ptr<SessionStore>> stores;
            for (int i = 0; i < kEach; ++i) {
                QString claimed;
                const SessionFault fault =
                    SessionPath::claim(m_folder->path(), *head.urls, &claimed, [&](const QString &free) {
                        SessionFault why;
                        if (auto store = SessionStore::create(free, head, &why))
                            stores.push_back(std::move(store));
                        return why;
                    });
                paths.at(maker).append(claimed);
                faults.at(maker) += fault ? 1 : 0;
            }
        });
    }
    for (std::thread &maker : makers)
        maker.join();
    QSet<QString> different;
    for (const QStringList &list : paths)
        different.unite(QSet<QString>(list.begin(), list.end()));
    QVERIFY(std::all_of(faults.begin(), faults.end(), [](int count) { return count == 0; }));
    QCOMPARE(different.size(), static_cast<qsizetype>(kMakers) * kEach);
    for (const QString &session : different)
        QVERIFY2(!SessionReader::info(session).fault, qPrintable(session));
}

QTEST_GUILESS_MAIN(TestSessionPath)
#include "tst_sessionpath.moc"
