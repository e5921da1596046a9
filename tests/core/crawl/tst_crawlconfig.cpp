// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawlconfig.h"
#include "support/certificate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <cmath>
#include <functional>

using namespace crawlscope;
using namespace crawlscope::test;
using namespace Qt::Literals::StringLiterals;

class TestCrawlConfig : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void defaultsAreValid();
    void clamped();
    void statusRanges_data();
    void statusRanges();
    void statusRangesContain();
    void validates_data();
    void validates();
    void headerLines_data();
    void headerLines();
    void proxies_data();
    void proxies();
    void jsonRoundTrip();
    void jsonKeepsNoProxyPassword();
    void jsonBodyOfBytes();
    void jsonProblems_data();
    void jsonProblems();
    void jsonTakesTheRest();
};

void TestCrawlConfig::defaultsAreValid()
{
    const CrawlConfig config;
    QCOMPARE(config.validate(), QStringList());
    QVERIFY(CrawlConfig::defaultUserAgent().startsWith("Crawlscope/"));
    QCOMPARE(config.okStatus.toString(), u"200-399"_s);
}

void TestCrawlConfig::clamped()
{
    const CrawlLimits low {0, -5, -1, 0};
    QCOMPARE(low.clamped(), (CrawlLimits {1, 1, 0, 1}));
    const CrawlLimits high {100'000, 513, 2.5, 65};
    QCOMPARE(high.clamped(), (CrawlLimits {512, 512, 2.5, 64}));
    QCOMPARE((CrawlLimits {1, 1, std::nan(""), 1}).clamped().ratePerS, 0.0);
    QCOMPARE(CrawlLimits().clamped(), CrawlLimits());
}

void TestCrawlConfig::statusRanges_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical"); // empty: refused
    const auto row = [](const char *text, const char *canonical) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(canonical);
    };
    row("200-399", "200-399");
    row("200", "200");
    row("304, 200-299", "200-299,304");
    row("200-299,300-399", "200-399");
    row("200-250,210-220,404", "200-250,404");
    row("100-599", "100-599");
    row("", "");
    row("200-", "");
    row("-200", "");
    row("200,,201", "");
    row("299-200", "");
    row("99-200", "");
    row("200-600", "");
    row("2xx", "");
    row("200-300-400", "");
    row("+20", "");
    row("0200", "");
}

void TestCrawlConfig::statusRanges()
{
    QFETCH(QString, text);
    QFETCH(QString, canonical);
    StatusRanges ranges;
    QVERIFY(StatusRanges::parse(u"418"_s, &ranges));
    QCOMPARE(StatusRanges::parse(text, &ranges), !canonical.isEmpty());
    QCOMPARE(ranges.toString(), canonical.isEmpty() ? u"418"_s : canonical);
}

void TestCrawlConfig::statusRangesContain()
{
    StatusRanges ranges;
    QVERIFY(StatusRanges::parse(u"200-299,304"_s, &ranges));
    for (const int status : {200, 250, 299, 304})
        QVERIFY(ranges.contains(status));
    for (const int status : {0, 199, 300, 303, 305, 404})
        QVERIFY(!ranges.contains(status));
}

void TestCrawlConfig::validates_data()
{
    using Change = std::function<void(CrawlConfig *)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QStringList>("problems");
    const auto row = [](const char *name, const Change &change, const QStringList &problems) {
        QTest::newRow(name) << change << problems;
    };
    const auto header = [](const char *name, const char *value) {
        return [=](CrawlConfig *c) { c->headers = {{name, value}}; };
    };
    row("in flight", [](CrawlConfig *c) { c->limits.inFlight = 513; }, {u"concurrency"_s});
    row("per host", [](CrawlConfig *c) { c->limits.perHost = 0; }, {u"per_host"_s});
    row("rate", [](CrawlConfig *c) { c->limits.ratePerS = -1; }, {u"rate"_s});
    row("rate NaN", [](CrawlConfig *c) { c->limits.ratePerS = std::nan(""); }, {u"rate"_s});
    row("threads", [](CrawlConfig *c) { c->limits.analysisThreads = 65; }, {u"cpu_threads"_s});
    row("times",
        [](CrawlConfig *c) {
            c->timeouts = {-1, -1, -1, -1};
        },
        {u"timeout"_s, u"connect_timeout"_s, u"first_byte_timeout"_s, u"idle_timeout"_s});
    row("certificate", [](CrawlConfig *c) { c->extraCaPem = certificatePem(); }, {});
    row("no certificate", [](CrawlConfig *c) { c->extraCaPem = certificatePem().left(99); }, {u"cacert"_s});
    row("no times", [](CrawlConfig *c) { c->timeouts = {0, 0, 0, 0}; }, {});
    row("custom method", [](CrawlConfig *c) { c->method = "PURGE"; }, {});
    row("TRACE", [](CrawlConfig *c) { c->method = "TRACE"; }, {});
    row("CONNECT", [](CrawlConfig *c) { c->method = "Connect"; }, {u"method"_s});
    row("no method", [](CrawlConfig *c) { c->method = ""; }, {u"method"_s});
    row("method, two words", [](CrawlConfig *c) { c->method = "GET /"; }, {u"method"_s});
    row("header", header("X-Test", "a b\t\xC3\xA9"), {});
    row("Host", header("hOST", "x"), {u"header:hOST"_s});
    row("Content-Length", header("Content-Length", "3"), {u"header:Content-Length"_s});
    row("Connection", header("Connection", "close"), {u"header:Connection"_s});
    row("Transfer-Encoding", header("Transfer-Encoding", "chunked"), {u"header:Transfer-Encoding"_s});
    row("CR LF in a value", header("X", "a\r\nEvil: 1"), {u"header:X"_s});
    row("NUL in a value", [](CrawlConfig *c) { c->headers = {{"X", QByteArray("a\0b", 3)}}; }, {u"header:X"_s});
    row("bad header name", header("X Y", "1"), {u"header:X Y"_s});
    row("body with GET", [](CrawlConfig *c) { c->body = "x"; }, {u"body"_s});
    row("body with POST",
        [](CrawlConfig *c) {
            c->method = "POST";
            c->body = "x";
        },
        {});
    row("content type", [](CrawlConfig *c) { c->contentType = "a\nb"; }, {u"content_type"_s});
    row("user agent", [](CrawlConfig *c) { c->userAgent = "a\r\nb"; }, {u"user_agent"_s});
    row("body cap", [](CrawlConfig *c) { c->maxBodyBytes = -1; }, {u"max_body"_s});
    row("redirects", [](CrawlConfig *c) { c->maxRedirects = 101; }, {u"max_redirects"_s});
    row("proxy without port", [](CrawlConfig *c) { c->proxy = QNetworkProxy(QNetworkProxy::HttpProxy, u"proxy"_s, 0); },
        {u"proxy"_s});
    row("TLS to the proxy of Qt",
        [](CrawlConfig *c) {
            c->backend = NetworkBackend::Qt;
            c->proxy = QNetworkProxy(QNetworkProxy::HttpProxy, u"proxy"_s, 80);
            c->proxyTls = true;
        },
        {u"proxy_tls"_s});
    row("proxy of another kind",
        [](CrawlConfig *c) { c->proxy = QNetworkProxy(QNetworkProxy::FtpCachingProxy, u"proxy"_s, 21); }, {u"proxy"_s});
}

void TestCrawlConfig::validates()
{
    QFETCH(std::function<void(CrawlConfig *)>, change);
    CrawlConfig config;
    change(&config);
    QTEST(config.validate(), "problems");
}

void TestCrawlConfig::headerLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("name"); // empty: refused
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const QByteArray &line, const char *name, const char *value) {
        QTest::newRow(line.toPercentEncoding(" :").constData()) << line << QByteArray(name) << QByteArray(value);
    };
    row("Accept: text/html", "Accept", "text/html");
    row("X:  a b \t", "X", "a b");
    row("X:", "X", "");
    row("X: a:b", "X", "a:b");
    row("X", "", "");
    row(": x", "", "");
    row("X : x", "", "");
    row(" X: x", "", "");
    row("X: a\r\nY: b", "", "");
    row("X: a\n", "", "");
    row(QByteArray("X: a\0", 5), "", "");
    row("X: a\x7F", "", "");
    row("\xC3\x84: a", "", "");
}

void TestCrawlConfig::headerLines()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, name);
    QPair<QByteArray, QByteArray> header;
    QCOMPARE(parseHeaderLine(line, &header), !name.isEmpty());
    QCOMPARE(header.first, name);
    QTEST(header.second, "value");
}

void TestCrawlConfig::proxies_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QNetworkProxy>("proxy"); // NoProxy: refused
    const auto row = [](const char *text, const QNetworkProxy &proxy) {
        QTest::newRow(text) << QString::fromUtf8(text) << proxy;
    };
    const QNetworkProxy none(QNetworkProxy::NoProxy);
    row("http://proxy.example:3128", {QNetworkProxy::HttpProxy, u"proxy.example"_s, 3128});
    row("http://u:p%40@proxy.example:3128/", {QNetworkProxy::HttpProxy, u"proxy.example"_s, 3128, u"u"_s, u"p@"_s});
    row("socks5://127.0.0.1:1080", {QNetworkProxy::Socks5Proxy, u"127.0.0.1"_s, 1080});
    row("socks5h://127.0.0.1:1080", {QNetworkProxy::Socks5Proxy, u"127.0.0.1"_s, 1080});
    row("http://[::1]:8080", {QNetworkProxy::HttpProxy, u"::1"_s, 8080});
    row("https://proxy.example:3128", none);
    row("ftp://proxy.example:21", none);
    row("proxy.example:3128", none);
    row("http://proxy.example", none);
    row("http://proxy.example:99999", none);
    row("http://proxy.example:80/path", none);
    row("http://:80", none);
    row("", none);
}

void TestCrawlConfig::proxies()
{
    QFETCH(QString, text);
    QFETCH(QNetworkProxy, proxy);
    QNetworkProxy read(QNetworkProxy::NoProxy);
    QCOMPARE(parseProxy(text, &read), proxy.type() != QNetworkProxy::NoProxy);
    QCOMPARE(read, proxy);
}

void TestCrawlConfig::jsonRoundTrip()
{
    CrawlConfig config;
    config.limits = {50, 3, 12.5, 4};
    config.timeouts = {1500, 2000, 0, 90'000};
    config.method = "PUT";
    config.headers = {{"Accept", "text/html"}, {"X-Empty", ""}};
    config.body = "h\xC3\xA9llo";
    config.contentType = "text/x";
    config.userAgent = "agent";
    config.maxBodyBytes = 0;
    config.maxRedirects = 0;
    QVERIFY(StatusRanges::parse(u"200,404"_s, &config.okStatus));
    config.stopOnFirstFailure = true;
    config.cookies = true;
    config.insecure = true;
    config.extraCaPem = "-----BEGIN CERTIFICATE-----\n";
    config.allowPrivate = true;
    config.proxy = QNetworkProxy(QNetworkProxy::Socks5Proxy, u"proxy"_s, 1080, u"me"_s);

    const QByteArray file = QJsonDocument(config.toJson()).toJson();
    QStringList problems;
    const CrawlConfig read = CrawlConfig::fromJson(QJsonDocument::fromJson(file).object(), &problems);
    QCOMPARE(problems, QStringList());
    QCOMPARE(read.limits, config.limits);
    QCOMPARE(read.timeouts, config.timeouts);
    QCOMPARE(read.method, config.method);
    QCOMPARE(read.headers, config.headers);
    QCOMPARE(read.body, config.body);
    QCOMPARE(read.contentType, config.contentType);
    QCOMPARE(read.userAgent, config.userAgent);
    QCOMPARE(read.maxBodyBytes, config.maxBodyBytes);
    QCOMPARE(read.maxRedirects, config.maxRedirects);
    QCOMPARE(read.okStatus, config.okStatus);
    QVERIFY(read.stopOnFirstFailure && read.cookies && read.insecure && read.allowPrivate);
    QCOMPARE(read.extraCaPem, config.extraCaPem);
    QCOMPARE(read.proxy, config.proxy);
    QCOMPARE(read.toJson(), config.toJson());

    config.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, u"proxy"_s, 3129);
    config.proxyTls = true;
    const CrawlConfig again = CrawlConfig::fromJson(config.toJson(), &problems);
    QCOMPARE(problems, QStringList());
    QVERIFY(again.proxyTls && again.proxy == config.proxy);
}

void TestCrawlConfig::jsonKeepsNoProxyPassword()
{
    CrawlConfig config;
    QVERIFY(parseProxy(u"http://me:canary@proxy:8080"_s, &config.proxy));
    const QByteArray file = QJsonDocument(config.toJson()).toJson();
    QVERIFY(!file.contains("canary"));
    QVERIFY(file.contains("http://me@proxy:8080"));
}

void TestCrawlConfig::jsonBodyOfBytes()
{
    CrawlConfig config;
    config.method = "POST";
    config.body = QByteArray("\xFF\x00\x01", 3);
    QStringList problems;
    QCOMPARE(CrawlConfig::fromJson(config.toJson(), &problems).body, config.body);
    QCOMPARE(problems, QStringList());
}

void TestCrawlConfig::jsonProblems_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("problems");
    const auto row = [](const char *json, const QStringList &problems) {
        QTest::newRow(json) << QByteArray(json) << problems;
    };
    row("{}", {});
    row(R"({"cookies": "on", "insecure": "off", "timeout": 0.5})", {});
    row(R"({"proxy": ""})", {});
    row(R"({"speed": 1})", {u"speed"_s});
    row(R"({"concurrency": "20"})", {u"concurrency"_s});
    row(R"({"concurrency": 2.5})", {u"concurrency"_s});
    row(R"({"concurrency": -1})", {u"concurrency"_s});
    row(R"({"concurrency": 1e12})", {u"concurrency"_s});
    row(R"({"rate": true})", {u"rate"_s});
    row(R"({"timeout": -1})", {u"timeout"_s});
    row(R"({"timeout": 1e9})", {u"timeout"_s});
    row(R"({"header": "X: y"})", {u"header"_s});
    row(R"({"header": ["X: y", "bad", 3]})", {u"header"_s, u"header"_s});
    row(R"({"cookies": 1})", {u"cookies"_s});
    row(R"({"body": {}, "body_base64": "*"})", {u"body"_s, u"body_base64"_s});
    row(R"({"proxy": "x"})", {u"proxy"_s});
    row(R"({"ok_status": "1-2"})", {u"ok_status"_s});
    row(R"({"max_body": 1e300})", {u"max_body"_s});
}

void TestCrawlConfig::jsonProblems()
{
    QFETCH(QByteArray, json);
    QStringList problems;
    const QJsonDocument document = QJsonDocument::fromJson(json);
    QVERIFY(document.isObject());
    const CrawlConfig config = CrawlConfig::fromJson(document.object(), &problems);
    QTEST(problems, "problems");
    QCOMPARE(config.validate(), QStringList());
}

void TestCrawlConfig::jsonTakesTheRest()
{
    const QJsonObject object {{u"concurrency"_s, u"x"_s}, {u"per_host"_s, 3}, {u"header"_s, QJsonArray {u"A: b"_s, 1}}};
    const CrawlConfig config = CrawlConfig::fromJson(object, nullptr);
    QCOMPARE(config.limits.inFlight, 20);
    QCOMPARE(config.limits.perHost, 3);
    QCOMPARE(config.headers.size(), 1);
}

QTEST_GUILESS_MAIN(TestCrawlConfig)
#include "tst_crawlconfig.moc"
