// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/networkbackend.h"
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

/// Runs of the real program that do what they were asked to.
class TestCli : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_server.reset(); }

    void allOk();
    void someFailed();
    void invalidLinesCountAsFailure();
    void csvExport();
    void jsonLinesExport();
    void everyFormatAtOnce();
    void summaryAloneOnStandardOutput();
    void summaryForPeopleOnStandardError();
    void standardInput();
    void argumentsAndFile();
    void columnByNameAndNumber();
    void profileAndOverride();
    void failFast();
    void progressLines();
    void progressBar();
    void requestOptionsReachTheServer();
    void noPasswordInAnyOutput();
    void crawlsTheDemoSite();
    void helpAndVersion();
    void linksNoGuiLibrary();

private:
    [[nodiscard]] QString url(const char *path) const
    {
        return QString::fromLatin1(QByteArray(m_server->baseUrl() + path));
    }
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    [[nodiscard]] QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write test data");
        return file.fileName();
    }
    [[nodiscard]] QByteArray contents(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(missing)");
    }
    static CliResult crawl(const QStringList &arguments, const QByteArray &input = {})
    {
        return test::runCli(QStringLiteral(CRAWLSCOPE_CLI), QStringList {u"crawl"_s} + arguments, input);
    }
    /// Summary of a run with --summary -.
    static QJsonObject summary(const CliResult &result) { return QJsonDocument::fromJson(result.out).object(); }

    std::unique_ptr<demosite::DemoServer> m_server;
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestCli::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<demosite::DemoServer>();
    QVERIFY2(m_server->listen(), qPrintable(m_server->errorString()));
}

void TestCli::allOk()
{
    const CliResult result = crawl({url("/page/1"), url("/page/2"), url("/page/1")});
    QCOMPARE(result.exitCode, 0);
    QVERIFY(result.out.isEmpty());
    QCOMPARE(m_server->requestCount("/page/1"), 1U);
}

void TestCli::someFailed()
{
    const CliResult result = crawl({url("/page/1"), url("/not-found"), u"--summary"_s, u"-"_s});
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(summary(result)[u"status"_s].toObject(), (QJsonObject {{u"200"_s, 1}, {u"404"_s, 1}}));
    QCOMPARE(crawl({url("/not-found"), u"--ok-status"_s, u"200-299,404"_s}).exitCode, 0);
}

void TestCli::invalidLinesCountAsFailure()
{
    QCOMPARE(crawl({url("/page/1"), u"ftp://x/"_s}).exitCode, 1);
    QCOMPARE(crawl({u"http://"_s}).exitCode, 1);
}

void TestCli::csvExport()
{
    const QByteArray base = m_server->baseUrl();
    const QString list = write(u"list.txt"_s,
                               "# comment\n" + base + "/page/1\nftp://x/\n\n" + base + "/page/1#twice\n" + base
                                   + "/not-found\n" + base.mid(7) + "/page/2\n");
    const CliResult result = crawl({u"--input"_s, list, u"--export"_s, path(u"out.csv"_s)});
    QCOMPARE(result.exitCode, 1);
    const QByteArrayList lines = contents(u"out.csv"_s).replace("\r\n", "\n").trimmed().split('\n');
    QCOMPARE(lines.first(),
             QByteArray("input_line,url,final_url,method,state,status,reason,error,error_detail,attempts,redirects,"
                        "content_type,wire_bytes,body_bytes,truncated,queued_ms,dns_ms,connect_ms,tls_ms,send_ms,"
                        "wait_ms,receive_ms,total_ms,connection,remote_ip,http_version,started_at,title,"
                        "duplicate_of_line,anomalies"));
    QCOMPARE(lines.size(), 6);
    QVERIFY(lines[1].startsWith(QByteArray("2," + base + "/page/1,")));
    QVERIFY(lines[1].contains(",done,200,OK,"));
    QVERIFY(lines[2].startsWith("3,ftp://x/,"));
    QVERIFY(lines[2].contains("scheme_not_allowed"));
    QVERIFY(lines[3].startsWith(QByteArray("5," + base + "/page/1,")));
    QCOMPARE(lines[3].split(',').at(28), QByteArray("2")); // duplicate_of_line
    QVERIFY(lines[4].startsWith(QByteArray("6," + base + "/not-found,")));
    QVERIFY(lines[4].contains(",failed,404,"));
    QVERIFY(lines[5].startsWith(QByteArray("7," + base + "/page/2,")));
}

void TestCli::jsonLinesExport()
{
    const CliResult result = crawl({url("/page/1"), url("/page/2"), u"--export"_s, path(u"a.jsonl"_s), u"--export"_s,
                                    path(u"b.ndjson"_s), u"--export"_s, path(u"c.csv"_s)});
    QCOMPARE(result.exitCode, 0);
    const QByteArrayList lines = contents(u"a.jsonl"_s).trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    const QJsonObject row = QJsonDocument::fromJson(lines[1]).object();
    QCOMPARE(row[u"url"_s].toString(), url("/page/2"));
    QCOMPARE(row[u"state"_s].toString(), u"done"_s);
    QCOMPARE(contents(u"b.ndjson"_s), contents(u"a.jsonl"_s));
    QCOMPARE(contents(u"c.csv"_s).trimmed().count('\n'), 2);
}

void TestCli::everyFormatAtOnce()
{
    QStringList arguments {url("/page/1"), url("/redirect/2"), url("/not-found")};
    const QStringList names {u"a.csv"_s,  u"a.ndjson"_s, u"a.sqlite"_s, u"a.db"_s,   u"a.har"_s,
                             u"a.xlsx"_s, u"a.html"_s,   u"a.htm"_s,    u"A.JSONL"_s};
    for (const QString &name : names)
        arguments << u"--export"_s << path(name);
    arguments << u"--session"_s << path(u"s.crawlscope"_s);
    const CliResult result = crawl(arguments);
    QCOMPARE(result.exitCode, 1);
    QVERIFY(contents(u"a.sqlite"_s).startsWith("SQLite format 3"));
    QVERIFY(contents(u"a.db"_s).startsWith("SQLite format 3"));
    QVERIFY(contents(u"a.xlsx"_s).startsWith("PK"));
    const QJsonObject har = QJsonDocument::fromJson(contents(u"a.har"_s)).object();
    const QJsonArray entries = har[u"log"_s][u"entries"_s].toArray();
    QCOMPARE(entries.size(), 5); // two redirects
    QVERIFY(!entries[1][u"response"_s][u"headers"_s].toArray().isEmpty());
    QVERIFY(!entries[1][u"response"_s][u"redirectURL"_s].toString().isEmpty());
    const QByteArray report = contents(u"a.html"_s);
    for (const char *shown : {"<h1>Crawl of 127.0.0.1</h1>", "3 input lines", "URLs per second", "Requests in flight",
                              "HTTP 404", "<dt>concurrency</dt>"})
        QVERIFY2(report.contains(shown), shown);
    QVERIFY(contents(u"a.htm"_s).startsWith("<!DOCTYPE html>"));
    QCOMPARE(contents(u"A.JSONL"_s), contents(u"a.ndjson"_s));
    // Without a session there are no details, and an entry a row.
    QCOMPARE(crawl({url("/redirect/2"), u"--session"_s, u"none"_s, u"--export"_s, path(u"none.har"_s)}).exitCode, 0);
    const QJsonObject rows = QJsonDocument::fromJson(contents(u"none.har"_s)).object();
    QCOMPARE(rows[u"log"_s][u"entries"_s].toArray().size(), 1);
}

void TestCli::summaryAloneOnStandardOutput()
{
    const CliResult result = crawl({url("/page/1"), url("/page/1"), u"http://"_s, url("/gzip"), url("/reset"),
                                    u"--summary"_s, u"-"_s, u"--concurrency"_s, u"5"_s});
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(result.err, QByteArray());
    QJsonParseError error {};
    const QJsonObject json = QJsonDocument::fromJson(result.out, &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError); // also: nothing but the JSON
    const QJsonObject urls {{u"input"_s, 5}, {u"unique"_s, 3}, {u"duplicate"_s, 1}, {u"invalid"_s, 1},
                            {u"done"_s, 2},  {u"failed"_s, 1}, {u"skipped"_s, 0},   {u"left"_s, 0}};
    QCOMPARE(json[u"urls"_s].toObject(), urls);
    QVERIFY(json[u"elapsed_s"_s].toDouble() > 0);
    QVERIFY(json[u"rate_per_s"_s].toDouble() > 0);
    QVERIFY(json[u"latency_ms"_s][u"p50"_s].toDouble() > 0);
    QVERIFY(json[u"latency_ms"_s][u"max"_s].toDouble() >= json[u"latency_ms"_s][u"p99_9"_s].toDouble());
    QCOMPARE(json[u"status"_s].toObject(), (QJsonObject {{u"200"_s, 2}}));
    QCOMPARE(json[u"errors"_s].toObject().size(), 1);
    QVERIFY(json[u"bytes"_s][u"wire"_s].toDouble() > 0);
    QVERIFY(json[u"bytes"_s][u"body"_s].toDouble() > json[u"bytes"_s][u"wire"_s].toDouble());
    QVERIFY(json[u"peak_rss_bytes"_s].toDouble() > 1'000'000);
    QCOMPARE(json[u"backend"_s].toString(), QString::fromLatin1(networkBackendName(defaultNetworkBackend())));
    QCOMPARE(json[u"concurrency"_s].toInt(), 5);
}

void TestCli::summaryForPeopleOnStandardError()
{
    const CliResult result = crawl({url("/page/1")});
    QVERIFY(result.out.isEmpty());
    QVERIFY2(result.err.startsWith("1 URL: 1 ok, 0 failed\n"), result.err.constData());
    QCOMPARE(crawl({url("/page/1"), u"--summary"_s, path(u"s.json"_s)}).err, QByteArray());
    QCOMPARE(QJsonDocument::fromJson(contents(u"s.json"_s))[u"urls"_s][u"done"_s].toInt(), 1);
}

void TestCli::standardInput()
{
    const QByteArray base = m_server->baseUrl();
    const CliResult result =
        crawl({u"--input"_s, u"-"_s, u"--summary"_s, u"-"_s}, base + "/page/1\r\n" + base + "/page/2\r\n");
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(summary(result)[u"urls"_s][u"done"_s].toInt(), 2);
}

void TestCli::argumentsAndFile()
{
    const QString list = write(u"list.txt"_s, "\xEF\xBB\xBF" + m_server->baseUrl() + "/page/2\n");
    const CliResult result = crawl({url("/page/1"), u"--input"_s, list, u"--export"_s, path(u"out.csv"_s)});
    QCOMPARE(result.exitCode, 0);
    const QByteArrayList lines = contents(u"out.csv"_s).split('\n');
    QVERIFY(lines[1].startsWith(QByteArray("1," + m_server->baseUrl() + "/page/1,")));
    QVERIFY(lines[2].startsWith(QByteArray("2," + m_server->baseUrl() + "/page/2,")));
}

void TestCli::columnByNameAndNumber()
{
    const QByteArray base = m_server->baseUrl();
    const QByteArray csv = "id;from;to\n1;" + base + "/page/1;" + base + "/page/2\n";
    const QString file = write(u"list.csv"_s, csv);
    QCOMPARE(crawl({u"--input"_s, file}).exitCode, 0);
    QCOMPARE(m_server->requestCount("/page/1"), 1U);
    QCOMPARE(m_server->requestCount("/page/2"), 0U);
    QCOMPARE(crawl({u"--input"_s, file, u"--column"_s, u"to"_s}).exitCode, 0);
    QCOMPARE(m_server->requestCount("/page/2"), 1U);
    QCOMPARE(crawl({u"--input"_s, u"-"_s, u"--column"_s, u"3"_s}, csv).exitCode, 0);
    QCOMPARE(m_server->requestCount("/page/2"), 2U);
    for (const QString &column : {u"4"_s, u"0"_s, u"nothing"_s}) {
        const CliResult result = crawl({u"--input"_s, file, u"--column"_s, column});
        QCOMPARE(result.exitCode, 2);
        QVERIFY(result.err.contains("no such column"));
    }
}

void TestCli::profileAndOverride()
{
    const QString profile = write(u"profile.json"_s, R"({"concurrency": 3, "ok_status": "200,404", "method": "HEAD"})");
    CliResult result = crawl({url("/not-found"), u"--profile"_s, profile, u"--summary"_s, u"-"_s});
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(summary(result)[u"concurrency"_s].toInt(), 3);
    result = crawl({url("/not-found"), u"--profile"_s, profile, u"--summary"_s, u"-"_s, u"--concurrency"_s, u"4"_s,
                    u"--ok-status"_s, u"200"_s});
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(summary(result)[u"concurrency"_s].toInt(), 4);
}

void TestCli::failFast()
{
    const CliResult result = crawl({url("/not-found"), url("/stall"), url("/stall?2"), u"--fail-fast"_s,
                                    u"--concurrency"_s, u"2"_s, u"--summary"_s, u"-"_s});
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(summary(result)[u"urls"_s][u"failed"_s].toInt(), 1);
    QCOMPARE(summary(result)[u"urls"_s][u"left"_s].toInt(), 2);
}

void TestCli::progressLines()
{
    const CliResult result =
        crawl({url("/page/1"), url("/not-found"), url("/slow?ms=1500"), u"--progress"_s, u"ndjson"_s});
    QCOMPARE(result.exitCode, 1);
    QVERIFY(result.out.isEmpty());
    int progress = 0;
    QJsonObject last;
    QJsonObject failed;
    for (const QByteArray &line : result.err.trimmed().split('\n')) {
        QJsonParseError error {};
        const QJsonObject object = QJsonDocument::fromJson(line, &error).object();
        QVERIFY2(error.error == QJsonParseError::NoError, line.constData());
        if (object[u"type"_s] == u"failed"_s) {
            failed = object;
            continue;
        }
        QCOMPARE(object[u"type"_s].toString(), u"progress"_s);
        last = object;
        ++progress;
    }
    QVERIFY(progress >= 2); // after a second and at the end
    QCOMPARE(last[u"done"_s].toInt(), 2);
    QCOMPARE(last[u"failed"_s].toInt(), 1);
    QCOMPARE(last[u"left"_s].toInt(), 0);
    QCOMPARE(failed[u"url"_s].toString(), url("/not-found"));
    QCOMPARE(failed[u"status"_s].toInt(), 404);
    QVERIFY(failed[u"error"_s].isNull());
}

void TestCli::progressBar()
{
    const CliResult result = crawl({url("/page/1"), url("/slow?ms=400"), u"--progress"_s, u"bar"_s});
    QCOMPARE(result.exitCode, 0);
    QVERIFY(result.out.isEmpty());
    QVERIFY(result.err.contains("\r2/2"));
    QVERIFY(result.err.contains("\n2 URLs: 2 ok"));
}

void TestCli::requestOptionsReachTheServer()
{
    QCOMPARE(crawl({url("/auth")}).exitCode, 1);
    QCOMPARE(crawl({url("/auth"), u"--header"_s, u"Authorization: Basic ZGVtbzpkZW1v"_s}).exitCode, 0);
    const QByteArray withUser = m_server->baseUrl().replace("http://", "http://demo:demo@") + "/auth";
    QCOMPARE(crawl({QString::fromLatin1(withUser)}).exitCode, 0);
    const QString body = write(u"body.txt"_s, "hello");
    const CliResult posted =
        crawl({url("/page/1"), u"--method"_s, u"POST"_s, u"--body"_s, body, u"--user-agent"_s, u"tester"_s, u"--rate"_s,
               u"50/s"_s, u"--cookies"_s, u"on"_s, u"--export"_s, path(u"out.csv"_s)});
    QCOMPARE(posted.exitCode, 0);
    QVERIFY(contents(u"out.csv"_s).contains(",POST,done,200,"));
}

void TestCli::noPasswordInAnyOutput()
{
    const QByteArray host = m_server->baseUrl().mid(7);
    const QString list = write(u"list.txt"_s,
                               "http://user:canary@" + host + "/page/1\nhttp://user:canary@" + host
                                   + "/page/1\nhttp://user:canary@" + host + "/not-found\nhttp://user:canary@" + host
                                   + "/redirect/2\nhttp://user:canary@bad host/\nhttp://user:can%61ry@" + host
                                   + "/reset\nuser:canary@host/\nhttp://user:x/canary@host:99999/\n");
    const CliResult result = crawl({u"--input"_s, list, u"--progress"_s, u"ndjson"_s, u"--summary"_s, u"-"_s,
                                    u"--export"_s, path(u"out.csv"_s), u"--export"_s, path(u"out.jsonl"_s),
                                    u"--proxy"_s, u"http://user:canary@127.0.0.1:1"_s});
    QCOMPARE(result.exitCode, 1);
    const CliResult direct = crawl({u"--input"_s, list, u"--progress"_s, u"ndjson"_s, u"--summary"_s, u"-"_s,
                                    u"--export"_s, path(u"direct.csv"_s), u"--export"_s, path(u"direct.jsonl"_s),
                                    u"--export"_s, path(u"direct.har"_s), u"--export"_s, path(u"direct.html"_s),
                                    u"--export"_s, path(u"direct.db"_s), u"--header"_s, u"X-Api-Key: canary"_s});
    QCOMPARE(direct.exitCode, 1);
    const CliResult refused = crawl({u"http://user:canary@x/"_s, u"--proxy"_s, u"ftp://user:canary@x:1"_s});
    QCOMPARE(refused.exitCode, 2);
    for (const QByteArray &text :
         {result.out, result.err, contents(u"out.csv"_s), contents(u"out.jsonl"_s), direct.out, direct.err,
          contents(u"direct.csv"_s), contents(u"direct.jsonl"_s), contents(u"direct.har"_s), contents(u"direct.html"_s),
          contents(u"direct.db"_s), refused.out, refused.err}) {
        QVERIFY(!text.contains("canary"));
        QVERIFY(!text.contains("can%61ry"));
        QVERIFY(!text.contains("dXNlcjpjYW5hcnk")); // Base64 of user:canary
    }
    QCOMPARE(contents(u"direct.csv"_s).trimmed().count('\n'), 8);
}

void TestCli::crawlsTheDemoSite()
{
    const CliResult result = crawl({u"--demo"_s, u"--concurrency"_s, u"100"_s, u"--per-host"_s, u"100"_s,
                                    u"--timeout"_s, u"3"_s, u"--summary"_s, u"-"_s, u"--export"_s, path(u"d.csv"_s)});
    QCOMPARE(result.exitCode, 1);
    const QJsonObject urls = summary(result)[u"urls"_s].toObject();
    QVERIFY(urls[u"input"_s].toInt() > 100);
    QVERIFY(urls[u"done"_s].toInt() > 50);
    QVERIFY(urls[u"failed"_s].toInt() > 5);
    QCOMPARE(urls[u"left"_s].toInt(), 0);
    QVERIFY(contents(u"d.csv"_s).count('\n') > urls[u"input"_s].toInt());
}

void TestCli::helpAndVersion()
{
    const QString program = QStringLiteral(CRAWLSCOPE_CLI);
    for (const QStringList &arguments :
         {QStringList {u"--help"_s}, QStringList {u"help"_s}, QStringList {u"help"_s, u"crawl"_s},
          QStringList {u"crawl"_s, u"--help"_s}, QStringList {u"help"_s, u"demo-site"_s},
          QStringList {u"demo-site"_s, u"--help"_s}, QStringList {u"--version"_s}}) {
        const CliResult result = test::runCli(program, arguments);
        QCOMPARE(result.exitCode, 0);
        QVERIFY(result.out.contains("crawlscope-cli"));
        QVERIFY(result.err.isEmpty());
    }
    QVERIFY(test::runCli(program, {u"--version"_s}).out == "crawlscope-cli " CRAWLSCOPE_VERSION "\n");
}

void TestCli::linksNoGuiLibrary()
{
    const CliResult result = test::runCli(u"ldd"_s, {QStringLiteral(CRAWLSCOPE_CLI)});
    QCOMPARE(result.exitCode, 0);
    QVERIFY(result.out.contains("libQt6Core"));
    QVERIFY(!result.out.contains("libQt6Gui"));
    QVERIFY(!result.out.contains("libQt6Widgets"));
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
