// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demosite/demoserver.h"
#include "support/clirun.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;
using test::CliResult;

/// The commands that compare, replay and measure runs.
class TestCliLab : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void usage_data();
    void usage();
    void compares();
    void comparesWithItself();
    void simulates();
    void gates();
    void sweeps();
    void sweepIsInterrupted();
    void sweepIsKept();

private:
    static CliResult run(const QStringList &arguments)
    {
        return test::runCli(QStringLiteral(CRAWLSCOPE_CLI), arguments);
    }
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    [[nodiscard]] QString url(const QByteArray &path) const
    {
        return QString::fromLatin1(QByteArray(m_server->baseUrl() + path));
    }
    [[nodiscard]] QString crawl(const QString &name, const QStringList &arguments) const
    {
        const CliResult result =
            run(QStringList {u"crawl"_s, u"--session"_s, path(name), u"--robots"_s, u"ignore"_s} + arguments);
        return result.exitCode <= 1 ? path(name) : QString::fromUtf8(result.err);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<demosite::DemoServer> m_server;
};

void TestCliLab::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<demosite::DemoServer>();
    QVERIFY(m_server->listen());
}

void TestCliLab::usage_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *arguments, int exitCode, const char *message) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments) << exitCode << QByteArray(message);
    };
    row("compare", 2, "compare: takes two session files");
    row("compare a", 2, "takes two session files");
    row("compare a b --threshold -1", 2, "--threshold takes percent");
    row("compare a b --csv -", 2, "--csv takes a file name");
    row("compare a b --bogus", 2, "bogus");
    row("simulate", 2, "simulate: takes one session file");
    row("simulate a --concurrency 0", 2, "--concurrency takes a whole number");
    row("simulate a --host-limit x", 2, "--host-limit takes");
    row("simulate missing --per-host 2", 3, "missing: ");
    row("crawl x --gate-junit g.xml", 2, "--gate-junit needs thresholds");
    row("crawl x --gate-markdown -", 2, "--gate-markdown takes a file name");
    row("sweep", 2, "sweep: no URL");
    row("sweep x", 2, "--summary");
    row("sweep x --summary - --levels 1,x", 2, "--levels takes numbers from 1 to 512");
    row("sweep x --summary - --levels 0", 2, "--levels takes numbers");
    row("sweep x --summary - --concurrency 5", 2, "--concurrency is no option of sweep");
    row("sweep x --summary - --repeats", 2, "--repeats takes a value");
    row("sweep x --summary - --max-failures 2", 2, "--max-failures takes a share");
    row("sweep x --summary - --sample 5", 2, "--warm-up has to be less than --sample");
    row("sweep x --summary -", 2, "no more URLs than --warm-up");
    row("sweep x --summary /nowhere/x.json", 3, "there is no such folder");
    row("sweep x --summary - --session /nowhere/x.crawlscope", 3, "--session /nowhere/x.crawlscope: there is no such");
    row("sweep x --summary - --session /etc/passwd", 3, "--session /etc/passwd: ");
    row("compare missing1 missing2", 3, "missing1: ");
    row("compare a b --json /nowhere/x.json", 3, "there is no such folder");
}

void TestCliLab::usage()
{
    QFETCH(QString, arguments);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, message);
    const CliResult result = run(arguments.split(u' '));
    QCOMPARE(result.exitCode, exitCode);
    QVERIFY(result.out.isEmpty());
    QVERIFY2(result.err.contains(message), result.err.constData());
    QCOMPARE(result.err.count('\n'), 1);
}

void TestCliLab::compares()
{
    m_server->addScript("/turns", {{demosite::Step::Kind::Send, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 0}});
    const QStringList urls {url("/page/1"), url("/turns"), url("/page/2")};
    const QString a = crawl(u"a.crawlscope"_s, urls);
    m_server->addScript("/turns", {{demosite::Step::Kind::Send, "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n", 0}});
    const QString b = crawl(u"b.crawlscope"_s, urls + QStringList {url("/page/3")});
    const CliResult text = run({u"compare"_s, a, b, u"--csv"_s, path(u"c.csv"_s)});
    QCOMPARE(text.exitCode, 1);
    QVERIFY2(text.out.contains(QByteArray("newly failing: 1\n  " + url("/turns").toLatin1())), text.out.constData());
    QVERIFY(text.out.contains("only in b: 1\n"));
    QFile csv(path(u"c.csv"_s));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QVERIFY(csv.readAll().contains(QByteArray("newly_failing," + url("/turns").toLatin1() + ",done,200")));
    const CliResult json = run({u"compare"_s, a, b, u"--json"_s, u"-"_s});
    const QJsonObject object = QJsonDocument::fromJson(json.out).object();
    QCOMPARE(object[u"worse"_s], QJsonValue(true));
    QCOMPARE(object[u"in_both"_s].toInt(), 3);
    // The other way round nothing is worse.
    QCOMPARE(run({u"compare"_s, b, a}).exitCode, 0);
}

void TestCliLab::comparesWithItself()
{
    const QString a = crawl(u"a.crawlscope"_s, {url("/page/1"), url("/not-found"), url("/page/2")});
    const CliResult result = run({u"compare"_s, a, a, u"--threshold"_s, u"0"_s, u"--json"_s, path(u"c.json"_s)});
    QCOMPARE(result.exitCode, 0);
    QVERIFY2(result.out.contains("within the noise"), result.out.constData());
    QFile json(path(u"c.json"_s));
    QVERIFY(json.open(QIODevice::ReadOnly));
    const QJsonObject changes = QJsonDocument::fromJson(json.readAll()).object()[u"changes"_s].toObject();
    QCOMPARE(changes.size(), 10);
    for (const QJsonValue &change : changes)
        QCOMPARE(change.toObject()[u"count"_s].toInt(), 0);
}

void TestCliLab::simulates()
{
    const QString session =
        crawl(u"a.crawlscope"_s, {url("/slow?ms=50"), url("/slow?ms=51"), url("/slow?ms=52"), url("/slow?ms=53")});
    const auto predicted = [&session](const QStringList &limits) {
        const CliResult result = run(QStringList {u"simulate"_s, session, u"--json"_s, u"-"_s} + limits);
        return QJsonDocument::fromJson(result.out).object();
    };
    const QJsonObject one = predicted({u"--concurrency"_s, u"1"_s});
    QVERIFY(one[u"predicted_s"_s].toDouble() >= 0.206);
    QCOMPARE(one[u"most_in_flight"_s].toInt(), 1);
    QCOMPARE(one[u"urls"_s].toInt(), 4);
    const QJsonObject all = predicted({});
    QCOMPARE(all[u"concurrency"_s].toInt(), 20); // of the session
    QCOMPARE(all[u"most_in_flight"_s].toInt(), 4);
    QVERIFY(all[u"predicted_s"_s].toDouble() < one[u"predicted_s"_s].toDouble());
    const QJsonObject slow = predicted({u"--rate"_s, u"0.5"_s});
    QVERIFY(slow[u"predicted_s"_s].toDouble() > 6);
    QVERIFY(run({u"simulate"_s, session}).out.contains("would take"));
}

/// Thresholds of the profile decide the exit code; a share of failures stands for "no failures".
void TestCliLab::gates()
{
    const auto gated = [this](const QByteArray &gate) {
        QFile profile(path(u"p.json"_s));
        if (!profile.open(QIODevice::WriteOnly))
            return CliResult();
        profile.write("{\"gate\": " + gate + '}');
        profile.close();
        return run({u"crawl"_s, u"--profile"_s, profile.fileName(), u"--session"_s, u"none"_s, u"--gate-junit"_s,
                    path(u"g.xml"_s), u"--gate-markdown"_s, path(u"g.md"_s), url("/page/1"), url("/status/500")});
    };
    const auto contents = [this](const QString &name) {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const CliResult good = gated(R"({"failure_share": 0.5, "p95_ms": 30000})");
    QVERIFY2(good.exitCode == 0, good.err.constData());
    QVERIFY(contents(u"g.xml"_s).contains("failures=\"0\""));
    QVERIFY(contents(u"g.md"_s).contains("| pass | the run | `failure_share <= 0.5` | 0.5 |"));
    const CliResult bad = gated(R"({"failure_share": 0.4})");
    QCOMPARE(bad.exitCode, 1);
    QVERIFY(bad.err.contains("**Gate failed**"));
    QVERIFY(contents(u"g.xml"_s).contains("<failure message="));
    QCOMPARE(gated(R"({"hosts": {"127.0.0.1": {"rate_per_s": 1000000}}})").exitCode, 1);
    QCOMPARE(gated(R"({"p95_ms": 30000})").exitCode, 1); // passed, but a URL failed, which nothing allows
    QCOMPARE(gated(R"({"p95": 1})").exitCode, 2);
}

void TestCliLab::sweeps()
{
    QStringList arguments {u"sweep"_s,    u"--levels=1,4"_s, u"--repeats"_s, u"2"_s, u"--warm-up"_s, u"2"_s,
                           u"--robots"_s, u"ignore"_s,       u"--summary"_s, u"-"_s, u"--csv"_s,     path(u"s.csv"_s)};
    for (int i = 0; i < 30; ++i)
        arguments += url("/slow?ms=20&n=" + QByteArray::number(i));
    const CliResult result = run(arguments);
    QVERIFY2(result.exitCode == 0, result.err.constData());
    const QJsonObject json = QJsonDocument::fromJson(result.out).object();
    QCOMPARE(json[u"levels"_s].toArray().size(), 2);
    QCOMPARE(json[u"levels"_s].toArray()[1].toObject()[u"concurrency"_s].toInt(), 4);
    QCOMPARE(json[u"levels"_s].toArray()[1].toObject()[u"in_flight"_s].toInt(), 4);
    QVERIFY(json[u"speedup"_s].toDouble() > 1.2);
    QVERIFY(json[u"knee"_s].toObject().contains(u"low"_s));
    QCOMPARE(json[u"complete"_s], QJsonValue(true));
    QCOMPARE(m_server->counters().maxActiveRequests, 4);
    QCOMPARE(m_server->counters().requests, quint64 {4 * 30});
    QVERIFY(result.err.contains("[4/4] level"));
    QFile csv(path(u"s.csv"_s));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(csv.readAll().count('\n'), 5);
}

void TestCliLab::sweepIsInterrupted()
{
    QStringList arguments {u"sweep"_s, u"--levels"_s,  u"1"_s,           u"--warm-up"_s,
                           u"0"_s,     u"--summary"_s, path(u"s.json"_s)};
    for (int i = 0; i < 100; ++i)
        arguments += url("/slow?ms=500&n=" + QByteArray::number(i));
    QProcess process;
    process.start(QStringLiteral(CRAWLSCOPE_CLI), arguments);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->counters().requests > 1, 30'000);
    process.terminate();
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitCode(), 4);
    QFile json(path(u"s.json"_s));
    QVERIFY(json.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(json.readAll()).object()[u"complete"_s], QJsonValue(false));
}

/// In a new session, then in the same one.
void TestCliLab::sweepIsKept()
{
    QStringList arguments {
        u"sweep"_s,     u"--levels"_s, u"1,2,4"_s,     u"--repeats"_s,          u"1"_s,        u"--warm-up"_s, u"1"_s,
        u"--summary"_s, path(u"s"_s),  u"--session"_s, path(u"k.crawlscope"_s), u"--robots"_s, u"ignore"_s};
    for (int i = 0; i < 8; ++i)
        arguments << url("/slow?ms=10&n=" + QByteArray::number(i));
    QCOMPARE(run(arguments).exitCode, 0);
    QCOMPARE(run(arguments).exitCode, 0);
    const CliResult json = run({u"info"_s, u"--json"_s, path(u"k.crawlscope"_s)});
    QCOMPARE(json.exitCode, 0);
    const QJsonObject info = QJsonDocument::fromJson(json.out).object();
    QCOMPARE(info[u"state"_s].toString(), u"finished"_s);
    QCOMPARE(info[u"urls"_s].toObject()[u"left"_s].toInt(), 8);
    const QJsonArray sweeps = info[u"sweeps"_s].toArray();
    QCOMPARE(sweeps.size(), 2);
    QFile summary(path(u"s"_s));
    QVERIFY(summary.open(QIODevice::ReadOnly));
    QJsonObject kept = sweeps[1].toObject();
    QCOMPARE(kept.take(u"plan"_s).toObject()[u"levels"_s].toArray(), (QJsonArray {1, 2, 4}));
    QVERIFY(kept.take(u"started_at"_s).toString().endsWith(u'Z'));
    QCOMPARE(kept, QJsonDocument::fromJson(summary.readAll()).object()); // to the digit
    const CliResult text = run({u"info"_s, path(u"k.crawlscope"_s)});
    QCOMPARE(text.out.count("Sweep:   "), 2);
    QVERIFY2(text.out.contains(", 3 levels, 3 runs of 8 URLs; more st"), text.out.constData());
}

QTEST_GUILESS_MAIN(TestCliLab)
#include "tst_clilab.moc"
