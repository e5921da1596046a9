// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/exchange.h"

#include <QTest>

#include <algorithm>

using namespace crawlscope;

namespace {
const Redactor redactor;
}

namespace {
Exchange exchangeTo(const QByteArray &url = "http://example.org/")
{
    Exchange exchange;
    exchange.url = url;
    exchange.hostKey = "example.org:80";
    exchange.method = "GET";
    exchange.row.times.queued = 7;
    return exchange;
}

bool has(const HeaderList &headers, QByteArrayView name)
{
    return std::any_of(headers.begin(), headers.end(),
                       [name](const auto &h) { return name.compare(h.first, Qt::CaseInsensitive) == 0; });
}

FetchResult answer(quint16 status, quint32 totalMicros)
{
    FetchResult result;
    result.status = status;
    result.reason = "Fine";
    result.headers = {{"Content-Type", "text/html"}, {"Set-Cookie", "id=s3cretcanary"}};
    result.wireBytes = 1000;
    result.times.wait = 50;
    result.times.total = totalMicros;
    result.startedAtMs = 1000 + totalMicros;
    result.connection = ConnectionUse::New;
    result.anomalies = 1;
    return result;
}
} // namespace

class TestExchange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void plainRequest();
    void ownHeadersWin();
    void credentialsAtTheOrigin();
    void credentialsStayAtTheOrigin();
    void body_data();
    void body();
    void bodyIsDroppedWithItsHeaders();
    void cookies();
    void absorbsTheAnswer();
    void absorbsHops();
    void withoutDetails();
};

void TestExchange::plainRequest()
{
    CrawlConfig config;
    config.timeouts = {.connectMs = 1, .firstByteMs = 2, .idleMs = 3, .totalMs = 4};
    config.maxBodyBytes = 12'345;
    const FetchRequest request = makeRequest(exchangeTo(), config, {}, {});
    QCOMPARE(request.url, QByteArray("http://example.org/"));
    QCOMPARE(request.hostKey, QByteArray("example.org:80"));
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.connectMs, 1);
    QCOMPARE(request.firstByteMs, 2);
    QCOMPARE(request.idleMs, 3);
    QCOMPARE(request.totalMs, 4);
    QCOMPARE(request.maxBodyBytes, 12'345);
    QVERIFY(request.keepBytes > 0);
    QVERIFY(request.redirectBodyBytes > 0);
    QCOMPARE(headerValue(request.headers, "User-Agent"), CrawlConfig::defaultUserAgent());
    QCOMPARE(headerValue(request.headers, "Accept-Encoding"), QByteArray("gzip, deflate, br, zstd"));
    QVERIFY(has(request.headers, "Accept") && has(request.headers, "Accept-Language"));
    for (const char *name : {"Authorization", "Cookie", "Content-Type", "Host", "Content-Length"})
        QVERIFY2(!has(request.headers, name), name);
}

void TestExchange::ownHeadersWin()
{
    CrawlConfig config;
    config.headers = {{"ACCEPT", "text/html"}, {"accept-encoding", "identity"}, {"User-agent", "mine"}, {"X-A", "1"}};
    config.userAgent = "configured";
    const FetchRequest request = makeRequest(exchangeTo(), config, {}, {});
    for (const auto &header : config.headers) {
        const auto count = std::count_if(request.headers.begin(), request.headers.end(), [&header](const auto &other) {
            return other.first.compare(header.first, Qt::CaseInsensitive) == 0;
        });
        QCOMPARE(count, 1);
        QCOMPARE(headerValue(request.headers, header.first), header.second);
    }
    config.headers.clear();
    QCOMPARE(headerValue(makeRequest(exchangeTo(), config, {}, {}).headers, "User-Agent"), QByteArray("configured"));
}

void TestExchange::credentialsAtTheOrigin()
{
    CrawlConfig config;
    const FetchRequest request = makeRequest(exchangeTo(), config, "user:s3cret", {});
    QCOMPARE(headerValue(request.headers, "Authorization"), "Basic " + QByteArray("user:s3cret").toBase64());
    QVERIFY(!request.url.contains("s3cret"));
    config.headers = {{"authorization", "Bearer token"}};
    QCOMPARE(headerValue(makeRequest(exchangeTo(), config, "user:s3cret", {}).headers, "Authorization"),
             QByteArray("Bearer token")); // what is given as a header wins
}

void TestExchange::credentialsStayAtTheOrigin()
{
    CrawlConfig config;
    config.headers = {
        {"Authorization", "Bearer s3cret"}, {"Cookie", "id=s3cret"}, {"X-Api-Key", "s3cret"}, {"Accept", "text/html"}};
    Exchange elsewhere = exchangeTo("http://other.example/");
    elsewhere.credentials = false;
    const FetchRequest request = makeRequest(elsewhere, config, "user:s3cret", {});
    for (const auto &header : request.headers)
        QVERIFY2(!header.second.contains("s3cret") && !header.second.contains("Basic"), header.first.constData());
    QCOMPARE(headerValue(request.headers, "Accept"), QByteArray("text/html")); // others go along
    QVERIFY(has(makeRequest(exchangeTo(), config, {}, {}).headers, "X-Api-Key"));
}

void TestExchange::body_data()
{
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("default") << QByteArray() << QByteArray() << QByteArray("text/plain; charset=utf-8");
    QTest::newRow("configured") << QByteArray("application/json") << QByteArray() << QByteArray("application/json");
    QTest::newRow("header") << QByteArray("application/json") << QByteArray("text/csv") << QByteArray("text/csv");
}

void TestExchange::body()
{
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, sent);
    CrawlConfig config;
    config.method = "POST";
    config.body = "data";
    config.contentType = contentType;
    if (!header.isEmpty())
        config.headers.emplaceBack("content-type", header);
    Exchange exchange = exchangeTo();
    exchange.method = "POST";
    const FetchRequest request = makeRequest(exchange, config, {}, {});
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.body, QByteArray("data"));
    QCOMPARE(headerValue(request.headers, "Content-Type"), sent);
}

void TestExchange::bodyIsDroppedWithItsHeaders()
{
    CrawlConfig config;
    config.method = "POST";
    config.body = "data";
    config.headers = {
        {"Content-Type", "text/csv"}, {"Content-Language", "de"}, {"content-encoding", "x"}, {"X-A", "1"}};
    Exchange redirected = exchangeTo();
    redirected.sendBody = false; // a POST that became a GET
    const FetchRequest request = makeRequest(redirected, config, {}, {});
    QVERIFY(request.body.isEmpty());
    for (const char *name : {"Content-Type", "Content-Language", "Content-Encoding"})
        QVERIFY2(!has(request.headers, name), name);
    QVERIFY(has(request.headers, "X-A"));
    config.body.clear(); // a body never was: what the user names is sent
    QVERIFY(has(makeRequest(exchangeTo(), config, {}, {}).headers, "Content-Type"));
}

void TestExchange::cookies()
{
    CrawlConfig config;
    QCOMPARE(headerValue(makeRequest(exchangeTo(), config, {}, "a=1; b=2").headers, "Cookie"), QByteArray("a=1; b=2"));
    config.headers = {{"Cookie", "own=1"}};
    QCOMPARE(headerValue(makeRequest(exchangeTo(), config, {}, "a=1").headers, "Cookie"), QByteArray("own=1"));
}

void TestExchange::absorbsTheAnswer()
{
    Exchange exchange = exchangeTo();
    exchange.requestHeaders = {{"Authorization", "Basic s3cretcanary"}, {"Accept", "*/*"}};
    FetchResult result = answer(200, 400);
    result.error = ErrorId::TruncatedLength;
    result.errorDetail = "detail";
    result.truncated = true;
    exchange.absorb(result, &redactor);
    const ResultRow &row = exchange.row;
    QCOMPARE(row.status, 200);
    QCOMPARE(row.error, ErrorId::TruncatedLength);
    QCOMPARE(row.errorDetail, QByteArray("detail"));
    QCOMPARE(row.contentType, QByteArray("text/html"));
    QCOMPARE(row.reason, QByteArray("Fine"));
    QCOMPARE(row.method, QByteArray("GET"));
    QCOMPARE(row.connection, ConnectionUse::New);
    QCOMPARE(row.wireBytes, 1000);
    QCOMPARE(row.times.queued, 7U); // the engine's figure stays
    QCOMPARE(row.times.total, 400U);
    QVERIFY(row.truncated);
    QCOMPARE(exchange.details.hops.size(), 1);
    const HopDetails &hop = exchange.details.hops.first();
    QCOMPARE(hop.url, exchange.url);
    QCOMPARE(headerValue(hop.requestHeaders, "Authorization"), QByteArray("[redacted]"));
    QCOMPARE(headerValue(hop.requestHeaders, "Accept"), QByteArray("*/*"));
    QCOMPARE(headerValue(hop.responseHeaders, "Set-Cookie"), QByteArray("[redacted]"));
}

void TestExchange::absorbsHops()
{
    Exchange exchange = exchangeTo();
    exchange.absorb(answer(302, 100), &redactor);
    exchange.url = "http://example.org/next";
    FetchResult last = answer(200, 250);
    last.anomalies = 4;
    exchange.absorb(last, &redactor);
    QCOMPARE(exchange.row.status, 200);
    QCOMPARE(exchange.row.times.total, 350U); // over all hops
    QCOMPARE(exchange.row.anomalies, 5U);
    QCOMPARE(exchange.row.startedAtMs, 1100); // of the first
    QCOMPARE(exchange.details.hops.size(), 2);
    QCOMPARE(exchange.details.hops.at(0).times.total, 100U); // each its own
    QCOMPARE(exchange.details.hops.at(1).times.total, 250U);
    QCOMPARE(exchange.details.hops.at(1).url, QByteArray("http://example.org/next"));
}

void TestExchange::withoutDetails()
{
    Exchange exchange = exchangeTo();
    exchange.absorb(answer(200, 100), nullptr);
    QVERIFY(exchange.details.hops.isEmpty());
    QCOMPARE(exchange.row.status, 200);
}

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_exchange.moc"
