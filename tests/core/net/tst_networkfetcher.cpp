// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/fetcherfixture.h"

#include <set>

using namespace crawlscope;
using namespace crawlscope::test;

class TestNetworkFetcher : public FetcherFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void good_data();
    void good();
    void requestAsAsked();
    void withoutBody_data();
    void withoutBody();
    void redirectsAreNotFollowed();
    void longRedirectBodyIsDropped();
    void caps_data();
    void caps();
    void noBodyWanted();
    void keepsLessThanItReads();
    void phasesOfNewAndReused();
    void manyToOneHost();
    void oneBrokenAnswerIsOneFault();
    void abortAll();
    void abortFromTheHandler();
    void destroyedWithRequests();
    void startFromTheHandler();
    void insecureIsOffByDefault();
    void denyPrivate_data();
    void denyPrivate();
    void denyPrivateEndsOnceToo();
};

void TestNetworkFetcher::good_data()
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

void TestNetworkFetcher::good()
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

void TestNetworkFetcher::requestAsAsked()
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

void TestNetworkFetcher::withoutBody_data()
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

void TestNetworkFetcher::withoutBody()
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

void TestNetworkFetcher::redirectsAreNotFollowed()
{
    const FetchResult &result = fetch(request("/redirect/2"));
    QCOMPARE(result.error, ErrorId::None);
    QCOMPARE(result.status, 302);
    QCOMPARE(headerValue(result.headers, "location"), QByteArray("/redirect/1"));
    QCOMPARE(m_server->counters().requests, 1U);
    QCOMPARE(fetch(request("/redirect-external-scheme")).status, 302);
}

void TestNetworkFetcher::longRedirectBodyIsDropped()
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

void TestNetworkFetcher::caps_data()
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

void TestNetworkFetcher::caps()
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

void TestNetworkFetcher::noBodyWanted()
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

void TestNetworkFetcher::keepsLessThanItReads()
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

void TestNetworkFetcher::phasesOfNewAndReused()
{
    // POST: over the buffered connections of GET, one within this machine is made in no measurable time.
    const auto post = [this](const QByteArray &path) {
        FetchRequest out = request(path, "POST");
        out.body = "x";
        return out;
    };
    const FetchResult &fresh = fetch(post("/slow?ms=60"));
    QCOMPARE(fresh.connection, ConnectionUse::New);
    QVERIFY(fresh.times.connect >= 10); // µs; less is two signals at one time: not measured, kNone
    QVERIFY(fresh.times.wait >= 50'000 && fresh.times.wait != kNone);
    QVERIFY(fresh.times.receive != kNone);
    QVERIFY(fresh.times.total >= fresh.times.wait);
    QVERIFY(fresh.times.total + 1000 >= fresh.times.connect + fresh.times.wait + fresh.times.receive);
    const FetchResult &reused = fetch(post("/page/2"));
    QCOMPARE(reused.connection, ConnectionUse::Reused);
    QCOMPARE(reused.times.connect, kNone); // did not happen: absent, not 0
    QVERIFY(reused.times.wait != kNone);
    for (const FetchResult *result : {&fresh, &reused}) {
        QCOMPARE(result->times.queued, kNone); // the engine's
        QCOMPARE(result->times.dns, kNone);
        QCOMPARE(result->times.tls, kNone);
        QCOMPARE(result->times.send, kNone);
    }
    QCOMPARE(m_server->counters().connections, 1U);
}

void TestNetworkFetcher::manyToOneHost()
{
    constexpr int kRequests = 40;
    for (int i = 0; i < kRequests; ++i)
        begin(request("/slow?ms=300&n=" + QByteArray::number(i)));
    QCOMPARE(m_fetcher->active(), kRequests);
    QTRY_COMPARE_WITH_TIMEOUT(m_results.size(), std::size_t {kRequests}, 30'000);
    for (const auto &[id, result] : m_results) {
        QCOMPARE(result.status, 200);
        QVERIFY(result.times.total >= 290'000);
    }
    QCOMPARE(m_server->counters().maxOpenConnections, kRequests); // a stock manager stops at six
    QVERIFY(m_fetcher->laneCount() < kRequests + LanePool::kSpread);
}

void TestNetworkFetcher::oneBrokenAnswerIsOneFault()
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

void TestNetworkFetcher::abortAll()
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
    QCOMPARE(m_fetcher->bufferedBytes(), 0);
    QTRY_COMPARE(m_server->counters().openConnections, 0);
    m_fetcher->abortAll(ErrorId::Cancelled); // nothing to do
    QCOMPARE(fetch(request("/page/1")).status, 200); // and on it goes
}

void TestNetworkFetcher::abortFromTheHandler()
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

void TestNetworkFetcher::destroyedWithRequests()
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

void TestNetworkFetcher::startFromTheHandler()
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

void TestNetworkFetcher::insecureIsOffByDefault()
{
    QVERIFY(!NetworkFetcher::Options().insecure);
    QCOMPARE(NetworkFetcher::Options().proxy.type(), QNetworkProxy::NoProxy);
}

void TestNetworkFetcher::denyPrivate_data()
{
    QTest::addColumn<QByteArray>("site");
    QTest::addColumn<bool>("loopbackIsPublic");
    QTest::addColumn<ErrorId>("error");
    const auto row = [](const char *name, const char *site, bool loopbackIsPublic, ErrorId error) {
        QTest::newRow(name) << QByteArray(site) << loopbackIsPublic << error;
    };
    row("literal", "http://127.0.0.1", false, ErrorId::AddressDenied);
    row("literal, https", "https://127.0.0.1", false, ErrorId::AddressDenied);
    row("IPv6", "http://[::1]", false, ErrorId::AddressDenied);
    row("name", "http://localhost", false, ErrorId::AddressDenied);
    row("literal, allowed", "http://127.0.0.1", true, ErrorId::None);
    row("name, allowed", "http://localhost", true, ErrorId::None);
    row("no such name", "http://no-such-host.invalid", true, ErrorId::DnsNotFound);
}

void TestNetworkFetcher::denyPrivate()
{
    QFETCH(QByteArray, site);
    QFETCH(bool, loopbackIsPublic);
    QFETCH(ErrorId, error);
    if (loopbackIsPublic)
        m_fetcher->setAddressPolicy([](const QHostAddress &address) { return address.isLoopback(); });
    FetchRequest out = request("/page/1");
    out.url.replace("http://127.0.0.1", site);
    out.denyPrivate = true;
    const FetchResult &result = fetch(std::move(out));
    QCOMPARE(errorIdName(result.error), errorIdName(error));
    QCOMPARE(result.status, error == ErrorId::None ? 200 : 0);
    QVERIFY(result.times.total != kNone);
    QCOMPARE(m_server->counters().connections, error == ErrorId::None ? 1U : 0U);
    if (error == ErrorId::AddressDenied)
        QCOMPARE(result.errorDetail, QByteArray("loopback"));
    QCOMPARE(m_fetcher->active(), 0);
}

void TestNetworkFetcher::denyPrivateEndsOnceToo()
{
    for (const char *site : {"http://localhost", "http://127.0.0.1"}) {
        FetchRequest out = request("/page/1");
        out.url.replace("http://127.0.0.1", site);
        out.denyPrivate = true;
        begin(FetchRequest(out)); // while the name is looked up: time over, cancelled, forgotten
        QCOMPARE(m_fetcher->flights().size(), std::size_t {1});
        m_fetcher->checkDeadlines(steadyMicros() + 11'000'000);
        QCOMPARE(m_results.size(), std::size_t {1});
        QCOMPARE(m_results.begin()->second.error, ErrorId::ConnectTimeout);
        m_results.clear();
        begin(FetchRequest(out));
        m_fetcher->abortAll(ErrorId::Cancelled);
        QCOMPARE(m_results.size(), std::size_t {1});
        QCOMPARE(m_results.begin()->second.error, ErrorId::Cancelled);
        m_results.clear();
    }
    FetchRequest out = request("/page/1");
    out.url.replace("127.0.0.1", "localhost");
    out.denyPrivate = true;
    begin(std::move(out));
    m_fetcher.reset();
    QVERIFY(m_results.empty());
}

QTEST_GUILESS_MAIN(TestNetworkFetcher)
#include "tst_networkfetcher.moc"
