// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/fetchercontract.h"
#include "core/net/networkfetcher.h"

using namespace crawlscope;
using namespace crawlscope::test;

/// The contract of fetchers with Qt's, and what is its own.
class TestNetworkFetcher : public FetcherContract
{
    Q_OBJECT
public:
    TestNetworkFetcher()
        : FetcherContract(NetworkBackend::Qt)
    {
    }
private Q_SLOTS:
    void phasesOfNewAndReused();
    void manyToOneHost();
    void insecureIsOffByDefault();
    void denyPrivate_data();
    void denyPrivate();
    void denyPrivateEndsOnceToo();
};

void TestNetworkFetcher::phasesOfNewAndReused()
{
    // POST: over the buffered connections of GET, one within this machine is made in no measurable time.
    const auto post = [this](const QByteArray &path) {
        FetchRequest out = request(path, "POST");
        out.body = "x";
        return out;
    };
    const FetchResult &fresh = fetch(post("/slow?ms=400"));
    QCOMPARE(fresh.connection, ConnectionUse::New);
    QVERIFY(fresh.times.connect >= 10); // µs; less is two signals at one time: not measured, kNone
    // The clock of `wait` starts when Qt's signal arrives, on a busy machine well after the request has left.
    QVERIFY(fresh.times.wait != kNone);
    QVERIFY2(fresh.times.wait >= 50'000, qPrintable(QString::number(fresh.times.wait)));
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
    const auto *fetcher = dynamic_cast<NetworkFetcher *>(m_fetcher.get());
    QVERIFY(fetcher != nullptr);
    QVERIFY(fetcher->laneCount() < kRequests + LanePool::kSpread);
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
        dynamic_cast<NetworkFetcher &>(*m_fetcher).setAddressPolicy([](const QHostAddress &address) {
            return address.isLoopback();
        });
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
