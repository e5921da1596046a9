// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demosite/demoserver.h"
#include "support/clirun.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;
using test::CliResult;

/// Wrong usage, faults of files, and signals.
class TestCliErrors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_server.reset(); }

    void usage_data();
    void usage();
    void emptyInput_data();
    void emptyInput();
    void faults_data();
    void faults();
    void exportToFullDisk();
    void standardOutputFull();
    void pipesStayPipes();
    void targetsAreCheckedFirst();
    void signalWritesEverything_data();
    void signalWritesEverything();
    void secondSignalEndsAtOnce();
    void demoSiteServesUntilSignal();
    void demoSiteErrors();

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
    static CliResult run(const QStringList &arguments, const QByteArray &input = {})
    {
        return test::runCli(QStringLiteral(CRAWLSCOPE_CLI), arguments, input);
    }
    static void signal(const QProcess &process, int number)
    {
        QVERIFY(::kill(static_cast<pid_t>(process.processId()), number) == 0);
    }

    std::unique_ptr<demosite::DemoServer> m_server;
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestCliErrors::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<demosite::DemoServer>();
    QVERIFY2(m_server->listen(), qPrintable(m_server->errorString()));
}

void TestCliErrors::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *arguments, const char *message) {
        QTest::newRow(arguments) << QString::fromUtf8(arguments).split(u' ', Qt::SkipEmptyParts) << QByteArray(message);
    };
    row("", "give a command");
    row("bogus", "no command 'bogus'");
    row("help bogus", "no command 'bogus'");
    row("sweep", "sweep: no URL");
    row("crawl", "no URL");
    row("crawl x --bogus", "bogus");
    row("crawl x --concurrency many", "--concurrency");
    row("crawl x --depth 1", "--depth needs --follow");
    row("crawl x --export out.xml", ".csv");
}

void TestCliErrors::usage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, message);
    const CliResult result = run(arguments);
    QCOMPARE(result.exitCode, 2);
    QVERIFY(result.out.isEmpty());
    QVERIFY2(result.err.contains(message), result.err.constData());
    QVERIFY(result.err.startsWith("crawlscope-cli: "));
    QCOMPARE(result.err.count('\n'), 1);
}

void TestCliErrors::emptyInput_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("blank lines") << QByteArray("\n \n\r\n");
    QTest::newRow("comments") << QByteArray("# http://a/\n");
}

void TestCliErrors::emptyInput()
{
    QFETCH(QByteArray, input);
    const CliResult result = run({u"crawl"_s, u"--input"_s, u"-"_s}, input);
    QCOMPARE(result.exitCode, 2);
    QVERIFY(result.err.contains("no URL in it"));
}

void TestCliErrors::faults_data()
{
    QTest::addColumn<QStringList>("arguments"); // with DIR for the test's folder
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *arguments, const char *message) {
        QTest::newRow(arguments) << QString::fromUtf8(arguments).split(u' ') << QByteArray(message);
    };
    row("--input DIR/missing.txt", "no such file");
    row("--input DIR", "--input");
    row("x --export DIR/none/out.csv", "no such folder");
    row("x --export DIR/folder.csv", "is a folder");
    row("x --summary DIR/none/out.json", "no such folder");
    row("x --profile DIR/missing.json", "--profile");
    row("x --body DIR/missing.txt --method POST", "--body");
    row("--input DIR/bad.gz", "gzip");
}

void TestCliErrors::faults()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, message);
    QVERIFY(QDir(m_dir->path()).mkdir(u"folder.csv"_s));
    QFile bad(path(u"bad.gz"_s));
    QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write("no gzip") > 0);
    bad.close();
    arguments.replaceInStrings(u"DIR"_s, m_dir->path());
    const CliResult result = run(QStringList {u"crawl"_s} + arguments);
    QCOMPARE(result.exitCode, 3);
    QVERIFY2(result.err.contains(message), result.err.constData());
    QCOMPARE(result.err.count('\n'), 1);
    QVERIFY(result.out.isEmpty());
}

void TestCliErrors::exportToFullDisk()
{
    QVERIFY(QFile::link(u"/dev/full"_s, path(u"full.csv"_s)));
    const CliResult result = run({u"crawl"_s, url("/page/1"), u"--export"_s, path(u"full.csv"_s), u"--export"_s,
                                  path(u"ok.csv"_s), u"--summary"_s, u"-"_s});
    QCOMPARE(result.exitCode, 3);
    QVERIFY(result.err.contains("full.csv"));
    QVERIFY(contents(u"ok.csv"_s).contains(",done,200,")); // the others are written all the same
    QVERIFY(QJsonDocument::fromJson(result.out).isObject());
}

void TestCliErrors::standardOutputFull()
{
    QProcess process;
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(QStringLiteral(CRAWLSCOPE_CLI), {u"crawl"_s, url("/page/1"), u"--summary"_s, u"-"_s});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 3);
}

void TestCliErrors::pipesStayPipes()
{
    QVERIFY(::mkfifo(QFile::encodeName(path(u"summary.json"_s)).constData(), 0600) == 0);
    QProcess process;
    process.start(QStringLiteral(CRAWLSCOPE_CLI),
                  {u"crawl"_s, url("/page/1"), u"--summary"_s, path(u"summary.json"_s)});
    QVERIFY(process.waitForStarted());
    QVERIFY(QJsonDocument::fromJson(contents(u"summary.json"_s)).isObject()); // waits for the writer
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(!QFileInfo(path(u"summary.json"_s)).isFile());
}

void TestCliErrors::targetsAreCheckedFirst()
{
    const CliResult result = run({u"crawl"_s, url("/page/1"), u"--export"_s, path(u"none/out.csv"_s)});
    QCOMPARE(result.exitCode, 3);
    QCOMPARE(m_server->counters().requests, 0U);
}

void TestCliErrors::signalWritesEverything_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void TestCliErrors::signalWritesEverything()
{
    QFETCH(int, number);
    QByteArray list = m_server->baseUrl() + "/page/1\n";
    for (int i = 0; i < 30; ++i)
        list += m_server->baseUrl() + "/stall?" + QByteArray::number(i) + '\n';
    QProcess process;
    process.start(QStringLiteral(CRAWLSCOPE_CLI),
                  {u"crawl"_s, u"--input"_s, u"-"_s, u"--export"_s, path(u"out.csv"_s), u"--summary"_s, u"-"_s});
    QVERIFY(process.waitForStarted());
    process.write(list);
    process.closeWriteChannel();
    // robots.txt, one page and the six of a host that are in flight at a time: the sixth is sent when the page ended.
    QTRY_COMPARE_WITH_TIMEOUT(m_server->counters().requests, 8U, 30'000);
    signal(process, number);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 4);

    const QJsonObject urls = QJsonDocument::fromJson(process.readAllStandardOutput())[u"urls"_s].toObject();
    QCOMPARE(urls[u"unique"_s].toInt(), 31);
    QCOMPARE(urls[u"done"_s].toInt(), 1);
    QCOMPARE(urls[u"left"_s].toInt(), 30);
    const QByteArrayList lines = contents(u"out.csv"_s).trimmed().split('\n');
    QCOMPARE(lines.size(), 32);
    QVERIFY(lines[1].contains(",done,200,"));
    for (qsizetype i = 2; i < lines.size(); ++i)
        QVERIFY2(lines[i].contains(",left,"), lines[i].constData());
}

void TestCliErrors::secondSignalEndsAtOnce()
{
    // The export waits for a reader of the pipe that never comes.
    QVERIFY(::mkfifo(QFile::encodeName(path(u"pipe.csv"_s)).constData(), 0600) == 0);
    QProcess process;
    process.start(QStringLiteral(CRAWLSCOPE_CLI), {u"crawl"_s, url("/page/1"), u"--export"_s, path(u"pipe.csv"_s)});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(m_server->requestCount("/page/1") == 1, 30'000);
    signal(process, SIGINT);
    // Again and again: two that come together count as one. A process that is gone has its end still to be reported.
    const auto ended = [&process] {
        if (process.processId() > 0)
            ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        return process.state() == QProcess::NotRunning;
    };
    QTRY_VERIFY_WITH_TIMEOUT(ended(), 30'000);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 4);
}

void TestCliErrors::demoSiteServesUntilSignal()
{
    QProcess process;
    process.start(QStringLiteral(CRAWLSCOPE_CLI), {u"demo-site"_s});
    QTRY_VERIFY_WITH_TIMEOUT(process.canReadLine(), 30'000);
    const QString base = QString::fromLatin1(process.readLine().trimmed());
    QVERIFY(base.startsWith(u"http://127.0.0.1:"_s));
    QCOMPARE(run({u"crawl"_s, base + u"/page/1"_s}).exitCode, 0);
    signal(process, SIGINT);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().isEmpty());
    QVERIFY(!process.readAllStandardError().isEmpty());
}

void TestCliErrors::demoSiteErrors()
{
    QCOMPARE(run({u"demo-site"_s, u"--port"_s, u"70000"_s}).exitCode, 2);
    QCOMPARE(run({u"demo-site"_s, u"extra"_s}).exitCode, 2);
    QCOMPARE(run({u"demo-site"_s, u"--bogus"_s}).exitCode, 2);
    const CliResult taken = run({u"demo-site"_s, u"--port"_s, QString::number(m_server->port())});
    QCOMPARE(taken.exitCode, 3);
    QVERIFY(taken.err.contains(QByteArray::number(m_server->port())));
}

QTEST_GUILESS_MAIN(TestCliErrors)
#include "tst_clierrors.moc"
