// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/crawloptions.h"
#include "cli/helptexts.h"
#include "cli/optionvalues.h"
#include "support/certificate.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::cli;
using namespace crawlscope::test;
using namespace Qt::Literals::StringLiterals;

class TestCliOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsEverything();
    void defaults();
    void todaysValuesOfLaterOptionsAreTaken();
    void refuses_data();
    void refuses();
    void errorsRepeatNoSecrets();
    void profile();
    void badProfiles_data();
    void badProfiles();
    void bodyAndItsType();
    void numbers();
    void helpNamesEveryOption();

private:
    QString file(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_dir.filePath(name);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("cannot write test data");
        return path;
    }
    QTemporaryDir m_dir;
};

void TestCliOptions::readsEverything()
{
    const QString body = file(u"body.txt"_s, "hello");
    const CrawlOptionsResult result = parseCrawlOptions({u"http://a/"_s,
                                                         u"--concurrency"_s,
                                                         u"64"_s,
                                                         u"--per-host=8"_s,
                                                         u"--rate"_s,
                                                         u"2.5/s"_s,
                                                         u"--cpu-threads"_s,
                                                         u"3"_s,
                                                         u"--method"_s,
                                                         u"POST"_s,
                                                         u"--header"_s,
                                                         u"A: b"_s,
                                                         u"--header"_s,
                                                         u"C: d: e"_s,
                                                         u"--body"_s,
                                                         body,
                                                         u"--user-agent"_s,
                                                         u"me"_s,
                                                         u"--cookies"_s,
                                                         u"on"_s,
                                                         u"--proxy"_s,
                                                         u"http://p:1"_s,
                                                         u"--timeout"_s,
                                                         u"0.5"_s,
                                                         u"--connect-timeout"_s,
                                                         u"1"_s,
                                                         u"--first-byte-timeout"_s,
                                                         u"2"_s,
                                                         u"--idle-timeout"_s,
                                                         u"0"_s,
                                                         u"--max-body"_s,
                                                         u"64k"_s,
                                                         u"--max-redirects"_s,
                                                         u"0"_s,
                                                         u"--backend"_s,
                                                         u"qt"_s,
                                                         u"--insecure"_s,
                                                         u"--cacert"_s,
                                                         file(u"ca.pem"_s, certificatePem()),
                                                         u"--allow-private"_s,
                                                         u"--fail-fast"_s,
                                                         u"--ok-status"_s,
                                                         u"200,404"_s,
                                                         u"--export"_s,
                                                         u"a.csv"_s,
                                                         u"--export"_s,
                                                         u"a.jsonl"_s,
                                                         u"--summary"_s,
                                                         u"-"_s,
                                                         u"--progress"_s,
                                                         u"ndjson"_s,
                                                         u"--input"_s,
                                                         u"-"_s,
                                                         u"--column"_s,
                                                         u"url"_s,
                                                         u"b"_s});
    QCOMPARE(result.error, QString());
    QCOMPARE(result.exitCode, AllOk);
    const CrawlOptions &options = result.options;
    QCOMPARE(options.urls, (QByteArrayList {"http://a/", "b"}));
    QCOMPARE(options.input, u"-"_s);
    QCOMPARE(options.column, u"url"_s);
    QCOMPARE(options.exports, (QStringList {u"a.csv"_s, u"a.jsonl"_s}));
    QCOMPARE(options.summary, u"-"_s);
    QVERIFY(options.progress == ProgressStyle::Ndjson);
    const CrawlConfig &config = options.config;
    QCOMPARE(config.limits, (CrawlLimits {64, 8, 2.5, 3}));
    QCOMPARE(config.timeouts, (Timeouts {1000, 2000, 0, 500}));
    QCOMPARE(config.method, "POST");
    QCOMPARE(config.headers, (HeaderList {{"A", "b"}, {"C", "d: e"}}));
    QCOMPARE(config.body, "hello");
    QCOMPARE(config.userAgent, "me");
    QCOMPARE(config.proxy.hostName(), u"p"_s);
    QCOMPARE(config.maxBodyBytes, 65536);
    QCOMPARE(config.maxRedirects, 0);
    QCOMPARE(config.okStatus.toString(), u"200,404"_s);
    QVERIFY(config.cookies && config.insecure && config.allowPrivate && config.stopOnFirstFailure);
    QCOMPARE(config.extraCaPem, certificatePem());
}

void TestCliOptions::defaults()
{
    const CrawlOptionsResult result = parseCrawlOptions({u"--demo"_s});
    QCOMPARE(result.error, QString());
    QVERIFY(result.options.demo);
    QVERIFY(!result.options.progress.has_value());
    QCOMPARE(result.options.config.toJson(), CrawlConfig().toJson());
    QVERIFY(parseCrawlOptions({u"--help"_s}).help);
}

void TestCliOptions::todaysValuesOfLaterOptionsAreTaken()
{
    const CrawlOptionsResult result = parseCrawlOptions(
        {u"x"_s, u"--session"_s, u"none"_s, u"--retries"_s, u"0"_s, u"--http2"_s, u"off"_s, u"--robots"_s, u"ignore"_s,
         u"--breaker"_s, u"off"_s, u"--adaptive"_s, u"off"_s, u"--backend"_s, u"qt"_s});
    QCOMPARE(result.error, QString());
}

void TestCliOptions::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("error"); // part of it
    QTest::addColumn<int>("code");
    const auto row = [](const char *arguments, const char *error, ExitCode code = UsageError) {
        QTest::newRow(arguments) << QString::fromUtf8(arguments).split(u'|', Qt::SkipEmptyParts)
                                 << QString::fromUtf8(error) << static_cast<int>(code);
    };
    row("", "no URL");
    row("x|--bogus", "bogus");
    row("x|--concurrency", "concurrency");
    row("x|--insecure=yes", "insecure");
    row("x|--concurrency|0", "1 to 512");
    row("x|--concurrency|513", "1 to 512");
    row("x|--concurrency| 5", "1 to 512");
    row("x|--concurrency|+5", "1 to 512");
    row("x|--concurrency|5.0", "1 to 512");
    row("x|--concurrency|99999999999999999999", "1 to 512");
    row("x|--per-host|-1", "1 to 512");
    row("x|--cpu-threads|65", "1 to 64");
    row("x|--max-redirects|101", "0 to 100");
    row("x|--rate|fast", "--rate");
    row("x|--rate|1e3", "--rate");
    row("x|--max-body|10MB", "--max-body");
    row("x|--max-body|99999999G", "--max-body");
    row("x|--timeout|-1", "--timeout");
    row("x|--timeout|86401", "--timeout");
    row("x|--idle-timeout|1s", "--idle-timeout");
    row("x|--cookies|yes", "'on' or 'off'");
    row("x|--method|A B", "--method");
    row("x|--method|CONNECT", "--method");
    row("x|--header|NoColon", "--header");
    row("x|--header|Host: y", "--header Host");
    row("x|--header|A: b\nC: d", "--header");
    row("x|--ok-status|2xx", "--ok-status");
    row("x|--progress|loud", "--progress");
    row("x|--proxy|p:80", "--proxy");
    row("x|--backend|qt|--proxy|https://p:80", "needs --backend curl");
    if (!isAvailable(NetworkBackend::Curl))
        row("x|--backend|curl", "no curl back end");
    row("x|--backend|ie6", "--backend");
    row("x|--session=", "--session takes a file name");
    row("x|--retries|11", "0 to 10");
    row("x|--retry-unsafe|yes", "'on' or 'off'");
    row("x|--second-pass|1", "'on' or 'off'");
    row("x|--max-retry-after|86401", "--max-retry-after");
    row("x|--host-rate|fast", "--host-rate");
    row("x|--host-interval|3601", "0 to 3600");
    row("x|--host-limit|example.org", "PATTERN:per-host=N");
    row("x|--host-limit|example.org:per-host=0", "PATTERN:per-host=N");
    row("x|--group-by|planet", "'host', 'domain' or 'address'");
    row("x|--http2|maybe", "'on' or 'off'");
    row("x|--robots|maybe", "'obey', 'report' or 'ignore'");
    row("x|--breaker|yes", "'on' or 'off'");
    row("x|--adaptive|yes", "'on' or 'off'");
    row("x|--depth|1", "--depth needs --follow");
    row("x|--include|a", "--include needs --follow");
    row("x|--follow|--depth|-1", "--depth takes a whole number from 0");
    row("x|--follow|--depth|100001", "--depth takes a whole number from 0 to 100000");
    row("x|--follow|--max-urls|ten", "--max-urls takes a whole number from 0 to 10000000");
    row("x|--follow|--scope|planet", "'host', 'site', 'folder' or 'any'");
    row("x|--follow|--nofollow|maybe", "'skip', 'check' or 'ignore'");
    row("x|--follow|--outside|maybe", "'on' or 'off'");
    row("x|--follow|--resources|maybe", "'on' or 'off'");
    row("x|--follow|--include|a|--include|(b", "--include: expression 2, at character 3");
    row("x|--follow|--exclude=", "--exclude: expression 1 is empty");
    row("x|--follow|--follow-include|[", "--follow-include: expression 1");
    row("x|--export|-", "--export");
    row("x|--export|a.xml", ".csv, .jsonl, .ndjson, .sqlite, .db, .har, .xlsx, .html or .htm");
    row("x|--export|a.csv|--export|./a.csv", "twice");
    row("x|--export|a.csv|--summary|a.csv", "twice");
    row("--input|a.csv|--export|a.csv", "twice");
    row("x|--summary=", "--summary");
    row("--input=", "--input");
    row("x|--column|2", "--column");
    row("x|--demo", "--demo");
    row("--input|f|--demo", "--demo");
    row("x|--body|/nonexistent/file", "--body", RunTimeFault);
    row("x|--profile|/nonexistent/file", "--profile", RunTimeFault);
    row("x|--body|/dev/null", "empty");
    row("x|--cacert|/nonexistent/file", "--cacert", RunTimeFault);
    row("x|--cacert|/dev/null", "no certificate", RunTimeFault);
}

void TestCliOptions::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, error);
    const CrawlOptionsResult result = parseCrawlOptions(arguments);
    QVERIFY2(result.error.contains(error), qPrintable(result.error));
    QVERIFY(!result.error.contains(u'\n'));
    QTEST(static_cast<int>(result.exitCode), "code");
}

void TestCliOptions::errorsRepeatNoSecrets()
{
    for (const QStringList &arguments :
         {QStringList {u"x"_s, u"--proxy"_s, u"ftp://me:canary@p:1"_s},
          QStringList {u"x"_s, u"--backend"_s, u"qt"_s, u"--proxy"_s, u"https://me:canary@p:1"_s},
          QStringList {u"http://me:canary@h/"_s, u"--rate"_s, u"x"_s},
          QStringList {u"x"_s, u"--header"_s, u"Authorization canary"_s},
          QStringList {u"x"_s, u"--header"_s, u"Connection: canary"_s}}) {
        const CrawlOptionsResult result = parseCrawlOptions(arguments);
        QVERIFY(!result.error.isEmpty());
        QVERIFY(!result.error.contains(u"canary"_s));
    }
}

void TestCliOptions::profile()
{
    const QString path =
        file(u"profile.json"_s,
             R"({"concurrency": 7, "rate": 3, "header": ["A: b"], "insecure": true, "method": "PUT", "body": "x"})");
    const CrawlOptionsResult result =
        parseCrawlOptions({u"x"_s, u"--profile"_s, path, u"--concurrency"_s, u"9"_s, u"--header"_s, u"C: d"_s});
    QCOMPARE(result.error, QString());
    const CrawlConfig &config = result.options.config;
    QCOMPARE(config.limits.inFlight, 9);
    QCOMPARE(config.limits.ratePerS, 3.0);
    QCOMPARE(config.headers, (HeaderList {{"C", "d"}}));
    QCOMPARE(config.body, "x");
    QVERIFY(config.insecure);
}

void TestCliOptions::badProfiles_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("error");
    QTest::newRow("empty") << QByteArray() << u"no JSON object"_s;
    QTest::newRow("array") << QByteArray("[]") << u"no JSON object"_s;
    QTest::newRow("unknown key") << QByteArray(R"({"speed": 1})") << u"speed"_s;
    QTest::newRow("wrong type") << QByteArray(R"({"rate": "x"})") << u"rate"_s;
    QTest::newRow("out of range") << QByteArray(R"({"per_host": 9999})") << u"--per-host"_s;
}

void TestCliOptions::badProfiles()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, error);
    const CrawlOptionsResult result = parseCrawlOptions({u"x"_s, u"--profile"_s, file(u"bad.json"_s, json)});
    QVERIFY2(result.error.contains(error), qPrintable(result.error));
    QCOMPARE(result.exitCode, UsageError);
}

void TestCliOptions::bodyAndItsType()
{
    const QString body = file(u"body.json"_s, "{}");
    const QStringList base {u"x"_s, u"--body"_s, body, u"--header"_s, u"content-TYPE: application/json"_s};
    CrawlOptionsResult result = parseCrawlOptions(base);
    QVERIFY(result.error.contains(u"--method"_s));
    result = parseCrawlOptions(base + QStringList {u"--method"_s, u"POST"_s});
    QCOMPARE(result.error, QString());
    QCOMPARE(result.options.config.contentType, "application/json");
    QVERIFY(result.options.config.headers.isEmpty());
}

void TestCliOptions::numbers()
{
    QCOMPARE(values::bytes(u"0"_s), 0);
    QCOMPARE(values::bytes(u"10M"_s), 10 * 1024 * 1024);
    QCOMPARE(values::bytes(u"1G"_s), 1024 * 1024 * 1024);
    QCOMPARE(values::bytes(u"1024G"_s), qint64 {1} << 40);
    QVERIFY(!values::bytes(u"1025G"_s) && !values::bytes(u"k"_s) && !values::bytes(QString()));
    QCOMPARE(values::seconds(u"1.2345"_s), 1235);
    QVERIFY(!values::seconds(u".5"_s) && !values::seconds(u"5."_s) && !values::seconds(u"nan"_s));
    QCOMPARE(values::rate(u"0.1/s"_s), 0.1);
    QVERIFY(!values::rate(u"5/min"_s) && !values::rate(u"/s"_s));
    QVERIFY(!values::wholeNumber(u"\u0661"_s, 0, 9)); // a digit, but not an ASCII one
    QVERIFY(!values::wholeNumber(u"1\n"_s, 0, 9));
}

void TestCliOptions::helpNamesEveryOption()
{
    const QByteArray text = helptexts::crawl();
    for (const QString &name : crawlOptionNames())
        QVERIFY2(text.contains(QByteArray("--" + name.toLatin1())), qPrintable(name));
    for (const QByteArray &line : text.split('\n'))
        QVERIFY2(line.size() <= 80, line.constData());
}

QTEST_GUILESS_MAIN(TestCliOptions)
#include "tst_clioptions.moc"
