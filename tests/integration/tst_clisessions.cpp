// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/sessionload.h"
#include "demosite/demoserver.h"
#include "support/clirun.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <sys/resource.h>

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;
using test::CliResult;

/// Sessions on the command line: made, resumed, exported, looked at; faults of their files; no secret in any of them.
class TestCliSessions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();

    void madeByDefault();
    void noneIsNone();
    void namedFile();
    void defaultFolderThatCannotBe();
    void resumesAfterAnInterrupt();
    void nothingLeftToResume();
    void retriesFailed();
    void exportsWhatTheRunExports();
    void exportsBesideTheRun();
    void badFiles_data();
    void badFiles();
    void inUse();
    void usage_data();
    void usage();
    void noSecretAnywhere();
    void waitsForRoomOnTheDisk();
    void writesADeletedFileAnew();

private:
    [[nodiscard]] QString url(const char *path) const
    {
        return QString::fromLatin1(QByteArray(m_server->baseUrl() + path));
    }
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    [[nodiscard]] QByteArray contents(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(missing)");
    }
    static CliResult run(const QStringList &arguments)
    {
        return test::runCli(QStringLiteral(CRAWLSCOPE_CLI), arguments);
    }
    [[nodiscard]] static QJsonObject infoOf(const QString &path)
    {
        return QJsonDocument::fromJson(run({u"info"_s, path, u"--json"_s, u"--check"_s}).out).object();
    }
    [[nodiscard]] QStringList sessions() const
    {
        return QDir(path(u"data/crawlscope/sessions"_s)).entryList({u"*.crawlscope"_s});
    }

    /// What came for URLs of the list.
    [[nodiscard]] quint64 pageRequests() const
    {
        return m_server->counters().requests - m_server->requestCount("/robots.txt");
    }

    std::unique_ptr<demosite::DemoServer> m_server;
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestCliSessions::initTestCase()
{
    QVERIFY(QFile::exists(QStringLiteral(CRAWLSCOPE_CLI)));
}

void TestCliSessions::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", QFile::encodeName(path(u"data"_s)));
    m_server = std::make_unique<demosite::DemoServer>();
    QVERIFY2(m_server->listen(), qPrintable(m_server->errorString()));
}

void TestCliSessions::madeByDefault()
{
    const CliResult result = run({u"crawl"_s, url("/page/1"), url("/not-found")});
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(sessions().size(), 1);
    QVERIFY2(result.err.contains(sessions().constFirst().toUtf8()), result.err.constData());
    QVERIFY(sessions().constFirst().contains("127.0.0.1"_L1));
    const QJsonObject info = infoOf(path(u"data/crawlscope/sessions/"_s + sessions().constFirst()));
    QCOMPARE(info[u"state"_s].toString(), u"finished"_s);
    QCOMPARE(info[u"urls"_s].toObject()[u"done"_s].toInt(), 1);
    QCOMPARE(info[u"urls"_s].toObject()[u"failed"_s].toInt(), 1);
    QCOMPARE(info[u"in_use"_s].toBool(true), false);
}

void TestCliSessions::noneIsNone()
{
    QCOMPARE(run({u"crawl"_s, url("/page/1"), u"--session"_s, u"none"_s}).exitCode, 0);
    QVERIFY(sessions().isEmpty());
}

void TestCliSessions::namedFile()
{
    const QString file = path(u"mine.crawlscope"_s);
    QCOMPARE(run({u"crawl"_s, url("/page/1"), u"--session"_s, file}).exitCode, 0);
    QVERIFY(sessions().isEmpty());
    const QByteArray before = contents(u"mine.crawlscope"_s);
    QVERIFY(before.startsWith("SQLite format 3"));
    // It is never overwritten.
    const CliResult again = run({u"crawl"_s, url("/page/1"), u"--session"_s, file});
    QCOMPARE(again.exitCode, 3);
    QVERIFY2(again.err.contains("is there already"), again.err.constData());
    QCOMPARE(contents(u"mine.crawlscope"_s), before);
    const CliResult nowhere = run({u"crawl"_s, url("/page/1"), u"--session"_s, path(u"no/folder.crawlscope"_s)});
    QCOMPARE(nowhere.exitCode, 3);
    QCOMPARE(m_server->requestCount("/page/1"), 1U);
}

void TestCliSessions::defaultFolderThatCannotBe()
{
    QFile inTheWay(path(u"data"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    const CliResult result = run({u"crawl"_s, url("/page/1")});
    QCOMPARE(result.exitCode, 0); // nobody asked for a session
    QVERIFY2(result.err.contains("no session is kept"), result.err.constData());
}

void TestCliSessions::resumesAfterAnInterrupt()
{
    const QString file = path(u"s.crawlscope"_s);
    QByteArray list;
    for (int i = 0; i < 20; ++i)
        list += m_server->baseUrl() + "/page/" + QByteArray::number(i) + '\n';
    for (int i = 0; i < 10; ++i)
        list += m_server->baseUrl() + "/slow?ms=600&n=" + QByteArray::number(i) + '\n';
    QProcess process;
    process.start(QStringLiteral(CRAWLSCOPE_CLI), {u"crawl"_s, u"--input"_s, u"-"_s, u"--session"_s, file});
    QVERIFY(process.waitForStarted());
    process.write(list);
    process.closeWriteChannel();
    QTRY_VERIFY_WITH_TIMEOUT(pageRequests() >= 22, 30'000);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
    QCOMPARE(process.exitCode(), 4);
    QVERIFY(process.readAllStandardError().contains("crawlscope-cli resume"));
    QCOMPARE(infoOf(file)[u"state"_s].toString(), u"stopped"_s);

    const quint64 before = pageRequests();
    const CliResult result = run({u"resume"_s, file, u"--export"_s, path(u"out.csv"_s), u"--summary"_s, u"-"_s});
    QCOMPARE(result.exitCode, 0);
    const QJsonObject urls = QJsonDocument::fromJson(result.out).object()[u"urls"_s].toObject();
    QCOMPARE(urls[u"done"_s].toInt(), 30);
    QCOMPARE(urls[u"left"_s].toInt(), 0);
    QVERIFY(pageRequests() - before <= 10); // the pages were done
    QCOMPARE(m_server->requestCount("/page/3"), 1U);
    const QByteArrayList lines = contents(u"out.csv"_s).trimmed().split('\n');
    QCOMPARE(lines.size(), 31);
    QCOMPARE(std::count_if(lines.begin(), lines.end(), [](const auto &line) { return line.contains(",done,200,"); }),
             30);
    QVERIFY(std::any_of(lines.begin(), lines.end(), [](const auto &line) { return line.contains("sent_again"); }));
    QCOMPARE(infoOf(file)[u"state"_s].toString(), u"finished"_s);
}

void TestCliSessions::nothingLeftToResume()
{
    const QString file = path(u"s.crawlscope"_s);
    QCOMPARE(run({u"crawl"_s, url("/page/1"), url("/not-found"), u"--session"_s, file}).exitCode, 1);
    QCOMPARE(run({u"resume"_s, file}).exitCode, 1);
    QCOMPARE(pageRequests(), 2U);
    QCOMPARE(infoOf(file)[u"state"_s].toString(), u"finished"_s);
}

void TestCliSessions::retriesFailed()
{
    const QString file = path(u"s.crawlscope"_s);
    QCOMPARE(run({u"crawl"_s, url("/page/1"), url("/not-found"), u"--session"_s, file}).exitCode, 1);
    const CliResult result = run({u"resume"_s, file, u"--retry-failed"_s, u"--export"_s, path(u"out.csv"_s)});
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(m_server->requestCount("/page/1"), 1U);
    QCOMPARE(m_server->requestCount("/not-found"), 2U);
    QCOMPARE(contents(u"out.csv"_s).trimmed().split('\n').size(), 3);
    SessionFault fault;
    const auto session = loadSession(file, &fault);
    QVERIFY(session);
    QCOMPARE(session->table->rowCount(), std::size_t {2});
    const auto failed = session->failed();
    QCOMPARE(failed.size(), std::size_t {1});
    QCOMPARE(session->reader->attempts(failed[0]).size(), std::size_t {2});
    QVERIFY(session->reader->details(failed[0], 1).has_value());
    const ResultRecord &record =
        session->table->record(static_cast<std::size_t>(session->table->rowOfEntry(failed[0])));
    QCOMPARE(int(record.attempts), 2);
    QCOMPARE(int(record.confirmed), 2);
}

void TestCliSessions::exportsWhatTheRunExports()
{
    const QString file = path(u"s.crawlscope"_s);
    QCOMPARE(run({u"crawl"_s, url("/page/1"), url("/not-found"), url("/page/1"), u"ftp://x/"_s, url("/redirect/3"),
                  u"--session"_s, file, u"--export"_s, path(u"run.csv"_s), u"--export"_s, path(u"run.jsonl"_s),
                  u"--export"_s, path(u"run.har"_s), u"--export"_s, path(u"run.html"_s)})
                 .exitCode,
             1);
    QCOMPARE(run({u"export"_s, file, u"--export"_s, path(u"file.csv"_s), u"--export"_s, path(u"file.jsonl"_s),
                  u"--export"_s, path(u"file.har"_s), u"--export"_s, path(u"file.html"_s)})
                 .exitCode,
             0);
    QCOMPARE(contents(u"file.csv"_s), contents(u"run.csv"_s));
    QCOMPARE(contents(u"file.jsonl"_s), contents(u"run.jsonl"_s));
    QVERIFY(contents(u"file.csv"_s).count('\n') == 6);
    QCOMPARE(contents(u"file.har"_s), contents(u"run.har"_s));
    // All but when it began, the rate of a run of some ms, and the connections of redirects, which rows do not tell.
    const auto shown = [this](const QString &name) {
        QByteArrayList lines = contents(name).split('\n');
        lines.removeIf([](const QByteArray &line) {
            return line.contains("class=\"meta\"") || line.contains(">URLs per second</span><b>")
                || line.contains("on reused connections");
        });
        return lines.join('\n');
    };
    QCOMPARE(shown(u"file.html"_s), shown(u"run.html"_s));
    QVERIFY(shown(u"file.html"_s).contains("Requests in flight"));
}

void TestCliSessions::exportsBesideTheRun()
{
    const QString file = path(u"s.crawlscope"_s);
    QProcess process;
    process.start(QStringLiteral(CRAWLSCOPE_CLI), {u"crawl"_s, url("/page/1"), url("/stall"), u"--session"_s, file});
    QVERIFY(process.waitForStarted());
    const auto rows = [&file] { return SessionReader::info(file).counts.done; };
    QTRY_COMPARE_WITH_TIMEOUT(rows(), quint64 {1}, 30'000);
    QVERIFY(SessionReader::info(file).inUse);
    QCOMPARE(run({u"export"_s, file, u"--export"_s, path(u"out.csv"_s)}).exitCode, 0);
    QVERIFY(contents(u"out.csv"_s).contains(",done,200,"));
    QVERIFY(contents(u"out.csv"_s).contains(",left,"));
    process.kill();
    QVERIFY(process.waitForFinished());
    QVERIFY(!SessionReader::info(file).inUse);
}

void TestCliSessions::badFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("empty") << QByteArray() << QByteArray("no Crawlscope session");
    QTest::newRow("text") << QByteArray("http://a.example/\n") << QByteArray("no Crawlscope session");
    QTest::newRow("cut") << QByteArray("SQLite format 3\0\x10", 17) << QByteArray("session");
}

void TestCliSessions::badFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, message);
    QFile file(path(u"bad.crawlscope"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    for (const QStringList &arguments :
         {QStringList {u"resume"_s, file.fileName()}, QStringList {u"info"_s, file.fileName()},
          QStringList {u"export"_s, file.fileName(), u"--export"_s, path(u"o.csv"_s)}}) {
        const CliResult result = run(arguments);
        QCOMPARE(result.exitCode, 3);
        QVERIFY2(result.err.contains(message), result.err.constData());
        QCOMPARE(result.err.count('\n'), 1);
    }
    QCOMPARE(contents(u"bad.crawlscope"_s), bytes);
    QVERIFY(!QFile::exists(path(u"o.csv"_s)));
    QCOMPARE(run({u"info"_s, path(u"missing.crawlscope"_s)}).exitCode, 3);
    QCOMPARE(run({u"info"_s, m_dir->path()}).exitCode, 3);
}

void TestCliSessions::inUse()
{
    const QString file = path(u"s.crawlscope"_s);
    QProcess process;
    process.start(QStringLiteral(CRAWLSCOPE_CLI), {u"crawl"_s, url("/stall"), u"--session"_s, file});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(pageRequests() >= 1, 30'000);
    const CliResult second = run({u"resume"_s, file});
    QCOMPARE(second.exitCode, 3);
    QVERIFY2(second.err.contains("another program is using it"), second.err.constData());
    process.kill();
    QVERIFY(process.waitForFinished());
}

void TestCliSessions::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *arguments) {
        QTest::newRow(arguments) << QString::fromUtf8(arguments).split(u' ', Qt::SkipEmptyParts);
    };
    row("resume");
    row("resume a b");
    row("resume a --input b");
    row("resume a --bogus");
    row("export a");
    row("export --export a.csv");
    row("export a --export b.xml");
    row("info");
    row("info a b");
    row("info a --bogus");
}

void TestCliSessions::usage()
{
    QFETCH(QStringList, arguments);
    const CliResult result = run(arguments);
    QCOMPARE(result.exitCode, 2);
    QVERIFY(result.out.isEmpty());
    QCOMPARE(result.err.count('\n'), 1);
}

/// A secret in every place that may hold one, searched for in everything that was written.
void TestCliSessions::noSecretAnywhere()
{
    const QString file = path(u"s.crawlscope"_s);
    const QByteArray base = m_server->baseUrl();
    const QString host = QString::fromLatin1(base.mid(7));
    const CliResult result = run({u"crawl"_s,
                                  u"http://user:cAnArY1@"_s + host + u"/auth"_s,
                                  url("/page/1?token=cAnArY2&x=1"),
                                  url("/set-cookie?value=1&token=cAnArY3"),
                                  url("/not-found?sig=cAnArY4"),
                                  u"--redact-query"_s,
                                  u"token,sig"_s,
                                  u"--header"_s,
                                  u"Authorization: Bearer cAnArY5"_s,
                                  u"--header"_s,
                                  u"Cookie: id=cAnArY6"_s,
                                  u"--header"_s,
                                  u"X-Api-Key: cAnArY7"_s,
                                  u"--session"_s,
                                  file,
                                  u"--export"_s,
                                  path(u"out.csv"_s),
                                  u"--export"_s,
                                  path(u"out.jsonl"_s),
                                  u"--summary"_s,
                                  path(u"sum.json"_s),
                                  u"--progress"_s,
                                  u"ndjson"_s});
    QVERIFY2(result.exitCode == 0 || result.exitCode == 1, result.err.constData());
    QVERIFY(QFile::exists(file));
    QVERIFY(pageRequests() >= 4);
    QVERIFY(m_server->requestCount("/page/1?token=cAnArY2&x=1") == 1 || m_server->requestCount("/page/1") == 1);
    QVERIFY(!result.err.contains("cAnArY") && !result.out.contains("cAnArY"));
    int files = 0;
    for (const QString &name : QDir(m_dir->path()).entryList(QDir::Files)) {
        QVERIFY2(!contents(name).contains("cAnArY"), qPrintable(name));
        ++files;
    }
    QVERIFY(files >= 4);
    QVERIFY(contents(u"out.csv"_s).contains("token=[redacted]&x=1"));
    // What goes on says what it lacks, and sends no mark in place of a secret.
    const CliResult resumed = run({u"resume"_s, file, u"--retry-failed"_s});
    QVERIFY2(resumed.err.contains("Authorization"), resumed.err.constData());
    QVERIFY(!contents(u"s.crawlscope"_s).contains("cAnArY"));
}

/// A disk that is full for a while, as a limit on the size of the process's files.
void TestCliSessions::waitsForRoomOnTheDisk()
{
    const QString file = path(u"s.crawlscope"_s);
    QByteArray list;
    for (int i = 0; i < 3000; ++i)
        list += m_server->baseUrl() + "/page/1?n=" + QByteArray::number(i) + '\n';
    QProcess process;
    process.setChildProcessModifier([] {
        const rlimit limit {400'000, RLIM_INFINITY};
        setrlimit(RLIMIT_FSIZE, &limit);
        ::signal(SIGXFSZ, SIG_IGN); // the write fails instead, as on a full disk
    });
    process.start(QStringLiteral(CRAWLSCOPE_CLI),
                  {u"crawl"_s, u"--input"_s, u"-"_s, u"--session"_s, file, u"--concurrency"_s, u"20"_s, u"--per-host"_s,
                   u"20"_s, u"--summary"_s, u"-"_s});
    QVERIFY(process.waitForStarted());
    process.write(list);
    process.closeWriteChannel();
    QByteArray told;
    const auto says = [&process, &told](const char *words) {
        told += process.readAllStandardError();
        return told.contains(words);
    };
    QTRY_VERIFY_WITH_TIMEOUT(says("the run waits"), 60'000);
    QCOMPARE(process.state(), QProcess::Running);
    const quint64 sent = pageRequests();
    QVERIFY(sent < 3000);
    SessionFault fault;
    const auto halfway = loadSession(file, &fault); // sound at any time
    QVERIFY(halfway);
    QCOMPARE(halfway->reader->integrityFault(), QString());
    const rlimit room {RLIM_INFINITY, RLIM_INFINITY};
    QCOMPARE(prlimit(static_cast<pid_t>(process.processId()), RLIMIT_FSIZE, &room, nullptr), 0);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 60'000);
    QVERIFY(says("can be written again"));
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(pageRequests(), 3000U); // none twice
    const auto whole = loadSession(file, &fault);
    QVERIFY(whole);
    QCOMPARE(whole->reader->integrityFault(), QString());
    QCOMPARE(whole->table->rowCount(), std::size_t {3000});
    QCOMPARE(whole->info.state, SessionState::Finished);
    const auto &events = whole->events; // and the log knows of it
    QVERIFY(std::any_of(events.begin(), events.end(), [](const auto &e) { return e.id == EventId::StorageFailed; }));
}

void TestCliSessions::writesADeletedFileAnew()
{
    const QString folder = path(u"sessions"_s);
    QVERIFY(QDir().mkpath(folder));
    const QString file = folder + u"/s.crawlscope"_s;
    QByteArray list;
    for (int i = 0; i < 200; ++i)
        list += m_server->baseUrl() + "/slow?ms=50&n=" + QByteArray::number(i) + '\n';
    QProcess process;
    process.start(QStringLiteral(CRAWLSCOPE_CLI),
                  {u"crawl"_s, u"--input"_s, u"-"_s, u"--session"_s, file, u"--concurrency"_s, u"4"_s});
    QVERIFY(process.waitForStarted());
    process.write(list);
    process.closeWriteChannel();
    QTRY_VERIFY_WITH_TIMEOUT(pageRequests() >= 20, 30'000);
    QVERIFY(QDir(folder).removeRecursively());
    QByteArray told;
    const auto says = [&process, &told](const char *words) {
        told += process.readAllStandardError();
        return told.contains(words);
    };
    QTRY_VERIFY_WITH_TIMEOUT(says("was deleted or moved"), 30'000);
    QVERIFY(QDir().mkpath(folder));
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 60'000);
    QVERIFY2(says("can be written again"), told.constData());
    QCOMPARE(process.exitCode(), 0);
    SessionFault fault;
    const auto whole = loadSession(file, &fault);
    QVERIFY(whole);
    QCOMPARE(whole->table->rowCount(), std::size_t {200});
    QCOMPARE(pageRequests(), 200U);
}

QTEST_GUILESS_MAIN(TestCliSessions)
#include "tst_clisessions.moc"
