// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/fetchercontract.h"

#include <set>

namespace crawlscope::test {

void FetcherContract::good_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("contains");
    QTest::newRow("page") << QByteArray("/page/7") << 200 << QByteArray("Demo page 7");
    QTest::newRow("chunked") << QByteArray("/chunked") << 200 << QByteArray("<");
    QTest::newRow("404") << QByteArray("/not-found") << 404 << QByteArray("No such page");
    QTest::newRow("429") << QByteArray("/busy") << 429 << QByteArray("<");
    QTest::newRow("500") << QByteArray("/error") << 500 << QByteArray("On purpose");
    QTest::newRow("503") << QByteArray("/unavailable") << 503 << QByteArray("On purpose");
    QTest::newRow("401") << QByteArray("/auth") << 401 << QByteArray();
    QTest::newRow("407") << QByteArray("/status/407") << 407 << QByteArray();
    QTest::newRow("418") << QByteArray("/status/418") << 418 << QByteArray();
    QTest::newRow("599") << QByteArray("/status/599") << 599 << QByteArray();
    QTest::newRow("empty") << QByteArray("/empty") << 200 << QByteArray();
    QTest::newRow("gzip stays packed") << QByteArray("/gzip") << 200 << QByteArray("\x1f\x8b");
    QTest::newRow("drip") << QByteArray("/drip?ms=1") << 200 << QByteArray("Byte by byte");
    QTest::newRow("some headers") << QByteArray("/many-headers?n=50") << 200 << QByteArray("Many headers");
}

void FetcherContract::good()
{
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    QFETCH(QByteArray, contains);
    const FetchResult &result = fetch(request(path));
    QCOMPARE(result.error, ErrorId::None);
    QCOMPARE(result.errorDetail, QByteArray());
    QCOMPARE(result.status, status);
    QVERIFY(result.body.contains(contains));
    QVERIFY(result.bodyComplete);
    QVERIFY(!result.truncated);
    QCOMPARE(result.wireBytes, result.body.size());
    QCOMPARE(result.anomalies, 0U);
    QVERIFY(!result.reason.isEmpty());
    QVERIFY(!result.headers.isEmpty());
    QVERIFY(result.startedAtMs > 1'700'000'000'000);
    QCOMPARE(m_fetcher->active(), 0);
}

void FetcherContract::requestAsAsked()
{
    FetchRequest post = request("/echo?x=1", "POST");
    post.headers.emplaceBack("X-Mine", "yes");
    post.headers.emplaceBack("Content-Type", "application/json");
    post.body = R"({"n": 1})";
    const QByteArray echoed = fetch(std::move(post)).body;
    QVERIFY2(echoed.contains("POST"), echoed.constData());
    QVERIFY(echoed.contains("x-mine") && echoed.contains("yes"));
    QVERIFY(echoed.contains("application/json"));
    QVERIFY(echoed.contains(R"({\"n\": 1})"));
    QVERIFY(echoed.contains("gzip, deflate"));
    QVERIFY(fetch(request("/echo", "PURGE")).body.contains("PURGE"));
    const QByteArray plain = fetch(request("/echo")).body;
    QVERIFY(!plain.contains("cookie"));
    QVERIFY2(!plain.contains("Mozilla"), plain.constData()); // nothing of Qt's own
}

void FetcherContract::withoutBody_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::newRow("HEAD") << QByteArray("HEAD") << QByteArray("/page/1") << 200;
    QTest::newRow("HEAD, big") << QByteArray("HEAD") << QByteArray("/big?bytes=50000000") << 200;
    QTest::newRow("HEAD, 404") << QByteArray("HEAD") << QByteArray("/not-found") << 404;
    QTest::newRow("204") << QByteArray("GET") << QByteArray("/status/204") << 204;
    QTest::newRow("304") << QByteArray("GET") << QByteArray("/status/304") << 304;
}

void FetcherContract::withoutBody()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    const FetchResult &result = fetch(request(path, method));
    QCOMPARE(result.error, ErrorId::None);
    QCOMPARE(result.status, status);
    QVERIFY(result.body.isEmpty());
    QVERIFY(!result.truncated);
    QVERIFY(result.bodyComplete);
    QCOMPARE(result.wireBytes, 0);
}

void FetcherContract::redirectsAreNotFollowed()
{
    const FetchResult &result = fetch(request("/redirect/2"));
    QCOMPARE(result.error, ErrorId::None);
    QCOMPARE(result.status, 302);
    QCOMPARE(headerValue(result.headers, "location"), QByteArray("/redirect/1"));
    QCOMPARE(m_server->counters().requests, 1U);
    QCOMPARE(fetch(request("/redirect-external-scheme")).status, 302);
}

void FetcherContract::longRedirectBodyIsDropped()
{
    m_server->addScript("/go",
                        {{Kind::Send, head("Location: /page/1\r\n", "302 Found"), 0}, {Kind::RepeatForever, "x", 0}});
    const FetchResult &result = fetch(request("/go"));
    QCOMPARE(result.error, ErrorId::None); // nobody wants that body
    QCOMPARE(result.status, 302);
    QVERIFY(result.body.isEmpty());
    QVERIFY(result.wireBytes < kCap);
    QTRY_COMPARE(m_server->counters().openConnections, 0);
}

void FetcherContract::caps_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<ErrorId>("error");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("endless") << QByteArray("/endless") << ErrorId::BodyTooLarge << kCap;
    QTest::newRow("declared") << QByteArray("/big?bytes=3000000") << ErrorId::BodyTooLarge << kCap;
    QTest::newRow("one byte over") << QByteArray("/big?bytes=1048577") << ErrorId::BodyTooLarge << kCap;
    QTest::newRow("just fits") << QByteArray("/big?bytes=1048576") << ErrorId::None << kCap;
    QTest::newRow("one below") << QByteArray("/big?bytes=1048575") << ErrorId::None << kCap - 1;
}

void FetcherContract::caps()
{
    QFETCH(QByteArray, path);
    QFETCH(ErrorId, error);
    QFETCH(qint64, bytes);
    const FetchResult &result = fetch(request(path));
    QCOMPARE(result.error, error);
    QCOMPARE(result.status, 200);
    QCOMPARE(result.wireBytes, bytes);
    QCOMPARE(result.body.size(), bytes);
    QCOMPARE(result.truncated, error != ErrorId::None);
    QCOMPARE(result.bodyComplete, error == ErrorId::None);
    if (error != ErrorId::None && bytes + 1 < path.sliced(path.lastIndexOf('=') + 1).toLongLong())
        QTRY_COMPARE(m_server->counters().openConnections, 0); // the rest is not read
}

void FetcherContract::noBodyWanted()
{
    for (const QByteArray path : {"/endless", "/page/1", "/chunked"}) {
        FetchRequest out = request(path);
        out.maxBodyBytes = 0;
        const FetchResult &result = fetch(std::move(out));
        QCOMPARE(result.error, ErrorId::None);
        QCOMPARE(result.status, 200);
        QCOMPARE(result.wireBytes, 0);
        QVERIFY(result.body.isEmpty());
        QVERIFY(result.truncated);
    }
    FetchRequest out = request("/empty");
    out.maxBodyBytes = 0;
    QVERIFY(!fetch(std::move(out)).truncated);
}

void FetcherContract::keepsLessThanItReads()
{
    FetchRequest out = request("/big?bytes=500000");
    out.keepBytes = 1000;
    const FetchResult &plain = fetch(std::move(out));
    QCOMPARE(plain.error, ErrorId::None);
    QCOMPARE(plain.wireBytes, 500'000);
    QCOMPARE(plain.body.size(), 1000);
    QVERIFY(!plain.bodyComplete);
    QVERIFY(!plain.truncated);
    FetchRequest packed = request("/gzip"); // decoding needs all of it
    packed.keepBytes = 10;
    const FetchResult &zipped = fetch(std::move(packed));
    QVERIFY(zipped.bodyComplete);
    QCOMPARE(zipped.body.size(), zipped.wireBytes);
}

void FetcherContract::oneBrokenAnswerIsOneFault()
{
    constexpr int kRequests = 60;
    for (int i = 0; i < kRequests; ++i)
        begin(request(i == 10 ? QByteArray("/truncated-chunked") : "/page/" + QByteArray::number(i)));
    QTRY_COMPARE_WITH_TIMEOUT(m_results.size(), std::size_t {kRequests}, 30'000);
    int failed = 0;
    for (const auto &[id, result] : m_results)
        failed += result.error != ErrorId::None ? 1 : 0;
    QCOMPARE(failed, 1);
}

void FetcherContract::abortAll()
{
    for (const QByteArray path : {"/stall", "/endless", "/slow?ms=9000", "/drip?ms=1000", "/stall?bytes=10"}) {
        FetchRequest out = request(path);
        out.maxBodyBytes = 1LL << 40;
        begin(std::move(out));
    }
    QTRY_COMPARE(m_server->counters().requests, 5U);
    m_fetcher->abortAll(ErrorId::Cancelled);
    QCOMPARE(m_results.size(), std::size_t {5}); // before it returns
    for (const auto &[id, result] : m_results) {
        QCOMPARE(result.error, ErrorId::Cancelled);
        QVERIFY(!result.bodyComplete);
    }
    QCOMPARE(m_fetcher->active(), 0);
    QTRY_COMPARE(m_fetcher->bufferedBytes(), 0);
    QTRY_COMPARE(m_server->counters().openConnections, 0);
    m_fetcher->abortAll(ErrorId::Cancelled); // nothing to do
    QCOMPARE(fetch(request("/page/1")).status, 200); // and on it goes
}

void FetcherContract::abortFromTheHandler()
{
    int ended = 0;
    m_fetcher->setHandler([this, &ended](FetchResult &&) {
        if (++ended == 1)
            m_fetcher->abortAll(ErrorId::Cancelled);
    });
    for (int i = 0; i < 10; ++i)
        begin(request("/slow?ms=50&n=" + QByteArray::number(i)));
    QTRY_COMPARE(ended, 10);
    QCOMPARE(m_fetcher->active(), 0);
}

void FetcherContract::destroyedWithRequests()
{
    for (int i = 0; i < 20; ++i) {
        FetchRequest out = request(i % 2 == 0 ? "/endless" : "/stall");
        out.maxBodyBytes = 1LL << 40;
        begin(std::move(out));
    }
    QTRY_COMPARE(m_server->counters().requests, 20U);
    m_fetcher.reset();
    QVERIFY(m_results.empty()); // no handler runs into what is gone
    QTRY_COMPARE(m_server->counters().openConnections, 0);
}

void FetcherContract::startFromTheHandler()
{
    int left = 50;
    std::set<quint64> ended;
    m_fetcher->setHandler([&](FetchResult &&result) {
        QVERIFY(ended.insert(result.id).second);
        QCOMPARE(result.error, ErrorId::None);
        if (--left > 0)
            m_fetcher->start(request("/page/" + QByteArray::number(left)));
    });
    m_fetcher->start(request("/page/0"));
    QTRY_COMPARE(left, 0);
    QCOMPARE(m_server->counters().connections, 1U); // one connection carried them all
}

} // namespace crawlscope::test
