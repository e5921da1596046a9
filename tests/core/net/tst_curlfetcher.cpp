// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curl/curlfetcher.h"
#include "core/net/fetchercontract.h"
#include "support/testcertificates.h"

#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>

#include <array>

using namespace crawlscope;
using namespace crawlscope::test;

namespace {

/// A port of loopback on which nothing listens.
quint16 closedPort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16 {0};
}

/// Answers every connection as soon as it says something. Thread: the test's.
void answerAll(QTcpServer *server, const QByteArray &answer)
{
    QObject::connect(server, &QTcpServer::pendingConnectionAvailable, server, [server, answer] {
        QTcpSocket *socket = server->nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
            socket->readAll();
            socket->write(answer);
        });
    });
}

} // namespace

/// The contract of fetchers with libcurl's, and what is its own: exact verdicts, peers, TLS.
class TestCurlFetcher : public FetcherContract
{
    Q_OBJECT
public:
    TestCurlFetcher()
        : FetcherContract(NetworkBackend::Curl)
    {
    }
private Q_SLOTS:
    void initTestCase();
    void faults_data();
    void faults();
    void connectionFaults_data();
    void connectionFaults();
    void connectTimeout();
    void tlsTimeout();
    void deadlines_data();
    void deadlines();
    void tooManyHeaders();
    void codedBodies_data();
    void codedBodies();
    void newAndReused();
    void manyToOneHost();
    void flightsAreSeen();
    void tlsInfo();
    void resolvedByHand();
    void proxies_data();
    void proxies();
    void privateNeverConnected_data();
    void privateNeverConnected();
    void noErrorOfAnother();

private:
    TestCertificates m_certificates;
};

void TestCurlFetcher::initTestCase()
{
    const QString failed = m_certificates.make();
    QVERIFY2(failed.isEmpty(), qPrintable(failed));
}

void TestCurlFetcher::faults_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<ErrorId>("error");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const Script &script, ErrorId error, int status) {
        QTest::newRow(name) << script << error << status;
    };
    const Step close {Kind::Close, {}, 0};
    const Step pause {Kind::Sleep, {}, 30};
    const Step reset {Kind::Reset, {}, 0};
    const auto send = [](const QByteArray &bytes) { return Step {Kind::Send, bytes, 0}; };
    const QByteArray length = head("Content-Length: 100\r\n");
    const QByteArray chunked = head("Transfer-Encoding: chunked\r\n");
    row("closed at once", {close}, ErrorId::NoResponse, 0);
    row("reset at once", {reset}, ErrorId::NoResponse, 0);
    row("half a status line", {send("HTTP/1.1 2"), pause, close}, ErrorId::NoResponse, 0);
    row("half a header", {send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-Ha"), pause, close}, ErrorId::NoResponse, 0);
    row("interim answer only", {send("HTTP/1.1 103 Early Hints\r\n\r\n"), pause, close}, ErrorId::NoResponse, 0);
    row("no HTTP", {send("SSH-2.0-OpenSSH_9.2\r\n\r\n"), close}, ErrorId::MalformedResponse, 0);
    row("short by length", {send(length + "0123456789"), close}, ErrorId::TruncatedLength, 200);
    row("nothing of the length", {send(length), close}, ErrorId::TruncatedLength, 200);
    row("404, short by length", {send(head("Content-Length: 100\r\n", "404 Not Found") + "01234"), close},
        ErrorId::TruncatedLength, 404);
    row("no last chunk", {send(chunked + "5\r\nhello\r\n"), close}, ErrorId::TruncatedChunked, 200);
    row("within a chunk", {send(chunked + "ff\r\nhello"), close}, ErrorId::TruncatedChunked, 200);
    row("bad chunk", {send(chunked + "5\r\nhello\r\nxyz\r\n"), pause, close}, ErrorId::MalformedResponse, 200);
    row("reset in the body, length", {send(length + "01"), pause, reset}, ErrorId::ResetInBody, 200);
    row("reset in a chunk", {send(chunked + "ff\r\nhello"), pause, reset}, ErrorId::ResetInBody, 200);
}

void TestCurlFetcher::faults()
{
    QFETCH(Script, script);
    QFETCH(ErrorId, error);
    QFETCH(int, status);
    m_server->addScript("/fault", script);
    const FetchResult &result = fetch(request("/fault"));
    QCOMPARE(errorIdName(result.error), errorIdName(error));
    QCOMPARE(int {result.status}, status);
    QVERIFY(!result.bodyComplete);
    QVERIFY(!result.errorDetail.isEmpty());
    QCOMPARE(result.truncated, status != 0);
    if (status != 0)
        QCOMPARE(result.wireBytes, result.body.size()); // what came is there
    else
        QVERIFY(result.headers.isEmpty() && result.reason.isEmpty());
    QVERIFY(result.times.total != kNone);
    QCOMPARE(m_fetcher->active(), 0);
    QCOMPARE(fetch(request("/page/1")).status, 200); // the next one is not harmed
}

void TestCurlFetcher::connectionFaults_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<ErrorId>("error");
    QTest::newRow("refused") << QByteArray("http://127.0.0.1:CLOSED/?key=s3cret") << ErrorId::ConnectRefused;
    QTest::newRow("refused, https") << QByteArray("https://127.0.0.1:CLOSED/") << ErrorId::ConnectRefused;
    QTest::newRow("no such name") << QByteArray("http://no-such-host.invalid/") << ErrorId::DnsNotFound;
    QTest::newRow("TLS to a plain server") << QByteArray("https://127.0.0.1:PLAIN/") << ErrorId::TlsHandshake;
    for (const auto &[name, error] :
         std::initializer_list<std::pair<QByteArray, ErrorId>> {{"expired", ErrorId::TlsExpired},
                                                                {"future", ErrorId::TlsExpired},
                                                                {"other-host", ErrorId::TlsName},
                                                                {"common-name", ErrorId::TlsName},
                                                                {"self-signed", ErrorId::TlsUntrusted},
                                                                {"unknown-ca", ErrorId::TlsUntrusted},
                                                                {"cipher", ErrorId::TlsHandshake}})
        QTest::newRow(name.constData()) << QByteArray("https://127.0.0.1:TLS/" + name) << error;
}

void TestCurlFetcher::connectionFaults()
{
    QFETCH(QByteArray, url);
    QFETCH(ErrorId, error);
    FetchOptions options;
    options.extraCaPem = m_certificates.caPem();
    makeFetcher(options);
    QTcpServer plain;
    answerAll(&plain, head("Connection: close\r\n", "400 Bad Request"));
    QSslServer secure;
    if (url.contains("TLS"))
        secure.setSslConfiguration(m_certificates.server(url.sliced(url.lastIndexOf('/') + 1)));
    answerAll(&secure, head("Content-Length: 0\r\n"));
    QVERIFY(plain.listen(QHostAddress::LocalHost) && secure.listen(QHostAddress::LocalHost));
    FetchRequest out = request("/");
    out.url = url;
    out.url.replace("CLOSED", QByteArray::number(closedPort()));
    out.url.replace("PLAIN", QByteArray::number(plain.serverPort()));
    out.url.replace("TLS", QByteArray::number(secure.serverPort()));
    const FetchResult &result = fetch(std::move(out));
    QCOMPARE(errorIdName(result.error), errorIdName(error));
    QCOMPARE(result.status, 0);
    QVERIFY(!result.errorDetail.isEmpty() && !result.errorDetail.contains("s3cret"));
    QVERIFY(!result.truncated);
    QCOMPARE(result.times.wait, kNone);
    QCOMPARE(result.times.receive, kNone);
    QCOMPARE(result.connection, ConnectionUse::Unknown);
}

void TestCurlFetcher::connectTimeout()
{
    // A queue that is full: the system lets further connections wait.
    QTcpServer full;
    full.setListenBacklogSize(1);
    QVERIFY(full.listen(QHostAddress::LocalHost));
    full.pauseAccepting();
    std::vector<std::unique_ptr<QTcpSocket>> waiting;
    for (int i = 0; i < 8; ++i) {
        waiting.push_back(std::make_unique<QTcpSocket>());
        waiting.back()->connectToHost(full.serverAddress(), full.serverPort());
    }
    QTRY_VERIFY(std::any_of(waiting.begin(), waiting.end(),
                            [](const auto &socket) { return socket->state() == QAbstractSocket::ConnectedState; }));
    FetchRequest out = request("/");
    out.url = "http://127.0.0.1:" + QByteArray::number(full.serverPort()) + "/";
    out.connectMs = 200;
    const FetchResult &result = fetch(std::move(out));
    QCOMPARE(errorIdName(result.error), errorIdName(ErrorId::ConnectTimeout));
    QVERIFY(result.times.total >= 190'000 && result.times.connect >= 150'000);
    QCOMPARE(result.times.tls, kNone);
}

void TestCurlFetcher::tlsTimeout()
{
    QTcpServer silent; // takes the connection and says nothing
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    FetchRequest out = request("/");
    out.url = "https://127.0.0.1:" + QByteArray::number(silent.serverPort()) + "/";
    out.connectMs = 200;
    const FetchResult &result = fetch(std::move(out));
    QCOMPARE(errorIdName(result.error), errorIdName(ErrorId::TlsTimeout));
    QVERIFY(result.times.tls != kNone && result.times.tls >= 100'000);
    QVERIFY(result.times.connect != kNone && result.times.connect >= result.times.tls);
    QCOMPARE(result.times.wait, kNone);
}

void TestCurlFetcher::deadlines_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<int>("firstByteMs");
    QTest::addColumn<int>("idleMs");
    QTest::addColumn<int>("totalMs");
    QTest::addColumn<ErrorId>("error");
    QTest::addColumn<int>("status");
    const QByteArray length = head("Content-Length: 10000\r\n");
    const auto row = [](const char *name, const Script &script, std::array<int, 3> ms, ErrorId error, int status) {
        QTest::newRow(name) << script << ms[0] << ms[1] << ms[2] << error << status;
    };
    const Step stall {Kind::Stall, {}, 0};
    row("no answer", {stall}, {150, 9000, 9000}, ErrorId::FirstByteTimeout, 0);
    row("headers drip", {{Kind::Send, "HTTP/1.1 200 OK\r\nX: ", 0}, {Kind::Drip, QByteArray(9000, 'x'), 5}},
        {150, 9000, 9000}, ErrorId::FirstByteTimeout, 200);
    row("stalls after the headers", {{Kind::Send, length, 0}, stall}, {9000, 150, 9000}, ErrorId::IdleTimeout, 200);
    row("stalls in the body", {{Kind::Send, length + "abc", 0}, stall}, {9000, 150, 9000}, ErrorId::IdleTimeout, 200);
    row("body drips for too long", {{Kind::Send, length, 0}, {Kind::Drip, QByteArray(9999, 'x'), 5}}, {9000, 5000, 300},
        ErrorId::TotalTimeout, 200);
    row("no answer, total", {stall}, {9000, 9000, 150}, ErrorId::TotalTimeout, 0);
    row("no limits", {{Kind::Sleep, {}, 100}, {Kind::Send, head("Content-Length: 3\r\n") + "abc", 0}}, {0, 0, 0},
        ErrorId::None, 200);
}

void TestCurlFetcher::deadlines()
{
    QFETCH(Script, script);
    QFETCH(int, firstByteMs);
    QFETCH(int, idleMs);
    QFETCH(int, totalMs);
    QFETCH(ErrorId, error);
    QFETCH(int, status);
    m_server->addScript("/late", script);
    FetchRequest out = request("/late");
    out.firstByteMs = firstByteMs;
    out.idleMs = idleMs;
    out.totalMs = totalMs;
    const FetchResult &result = fetch(std::move(out));
    QCOMPARE(errorIdName(result.error), errorIdName(error));
    QCOMPARE(int {result.status}, status);
    QVERIFY(result.times.total >= 100'000);
    QVERIFY(result.times.wait != kNone); // it was sent
    if (error != ErrorId::None)
        QTRY_COMPARE(m_server->counters().openConnections, 0); // the connection was dropped, not kept
}

void TestCurlFetcher::tooManyHeaders()
{
    const FetchResult &result = fetch(request("/many-headers?n=5000"));
    QCOMPARE(errorIdName(result.error), errorIdName(ErrorId::HeadersTooLarge));
    QCOMPARE(fetch(request("/many-headers?n=900")).error, ErrorId::None);
}

void TestCurlFetcher::codedBodies_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path : {"/gzip", "/gzip-broken", "/gzip-truncated"})
        QTest::newRow(path) << QByteArray(path);
}

void TestCurlFetcher::codedBodies()
{
    QFETCH(QByteArray, path);
    const FetchResult &result = fetch(request(path)); // decoding is the analysis' work
    QCOMPARE(result.error, ErrorId::None);
    QVERIFY(result.body.startsWith("\x1f\x8b"));
    QVERIFY(result.bodyComplete);
    QCOMPARE(headerValue(result.headers, "content-encoding"), QByteArray("gzip"));
    QCOMPARE(result.wireBytes, headerValue(result.headers, "content-length").toLongLong());
}

void TestCurlFetcher::newAndReused()
{
    const FetchResult &fresh = fetch(request("/slow?ms=60"));
    QCOMPARE(fresh.connection, ConnectionUse::New);
    QCOMPARE(fresh.httpVersion, HttpVersion::Http11);
    QCOMPARE(fresh.remoteIp, QByteArray("127.0.0.1"));
    QCOMPARE(fresh.remotePort, m_server->port());
    QVERIFY(fresh.tls == TlsInfo());
    QCOMPARE(fresh.times.dns, kNone); // an address needs no look-up
    QVERIFY(fresh.times.connect != kNone && fresh.times.send != kNone && fresh.times.receive != kNone);
    QVERIFY(fresh.times.wait >= 50'000 && fresh.times.wait != kNone);
    QVERIFY(fresh.times.total >= fresh.times.wait);
    const FetchResult &reused = fetch(request("/page/2"));
    QCOMPARE(reused.connection, ConnectionUse::Reused);
    QCOMPARE(reused.times.connect, kNone); // did not happen: absent, not 0
    QCOMPARE(reused.remotePort, m_server->port()); // known all the same
    QCOMPARE(m_server->counters().connections, 1U);
}

void TestCurlFetcher::manyToOneHost()
{
    constexpr int kRequests = 200;
    for (int i = 0; i < kRequests; ++i)
        begin(request("/slow?ms=300&n=" + QByteArray::number(i)));
    QCOMPARE(m_fetcher->active(), kRequests);
    QTRY_COMPARE_WITH_TIMEOUT(m_results.size(), std::size_t {kRequests}, 30'000);
    for (const auto &[id, result] : m_results)
        QCOMPARE(result.status, 200);
    QCOMPARE(m_server->counters().maxOpenConnections, kRequests);
}

void TestCurlFetcher::flightsAreSeen()
{
    begin(request("/stall"));
    begin(request("/stall?bytes=10"));
    const auto stages = [this] {
        QList<FlightState::Stage> out;
        for (const FlightState &flight : m_fetcher->flights())
            out += flight.stage;
        std::sort(out.begin(), out.end());
        return out;
    };
    const QList<FlightState::Stage> wanted {FlightState::Stage::Waiting, FlightState::Stage::Receiving};
    QTRY_COMPARE(stages(), wanted);
    m_fetcher->abortAll(ErrorId::Cancelled);
    QVERIFY(m_fetcher->flights().empty());
}

void TestCurlFetcher::tlsInfo()
{
    for (const auto &[protocol, name] : std::initializer_list<std::pair<QSsl::SslProtocol, QByteArray>> {
             {QSsl::TlsV1_2, "TLSv1.2"}, {QSsl::TlsV1_3, "TLSv1.3"}}) {
        QSslServer secure;
        QSslConfiguration tls = m_certificates.server("good");
        tls.setProtocol(protocol);
        secure.setSslConfiguration(tls);
        answerAll(&secure, head("Content-Length: 0\r\n"));
        QVERIFY(secure.listen(QHostAddress::LocalHost));
        FetchOptions options;
        options.extraCaPem = m_certificates.caPem();
        makeFetcher(options);
        const QSslCertificate certificate = tls.localCertificate();
        for (const auto use : {ConnectionUse::New, ConnectionUse::Reused}) {
            FetchRequest out = request("/");
            out.url = "https://127.0.0.1:" + QByteArray::number(secure.serverPort()) + "/";
            const FetchResult &result = fetch(std::move(out));
            QCOMPARE(result.error, ErrorId::None);
            QCOMPARE(result.connection, use);
            QCOMPARE(result.tls.version, name);
            QVERIFY(!result.tls.cipher.isEmpty());
            QCOMPARE(result.tls.subject, QByteArray("CN=127.0.0.1"));
            QCOMPARE(result.tls.issuer, QByteArray("CN=test-ca"));
            QCOMPARE(result.tls.expiresAtMs, certificate.expiryDate().toMSecsSinceEpoch());
            QCOMPARE(result.times.tls != kNone, use == ConnectionUse::New);
        }
    }
}

void TestCurlFetcher::resolvedByHand()
{
    const QByteArray port = QByteArray::number((request("/"), m_server->port()));
    FetchOptions options;
    options.resolve = {"far.example:" + port + ":127.0.0.1"};
    makeFetcher(options);
    FetchRequest out = request("/echo");
    out.url = "http://far.example:" + port + "/echo";
    const FetchResult &result = fetch(std::move(out));
    QCOMPARE(result.error, ErrorId::None);
    QCOMPARE(result.remoteIp, QByteArray("127.0.0.1"));
    QVERIFY(result.body.contains("far.example"));
}

void TestCurlFetcher::proxies_data()
{
    QTest::addColumn<QByteArray>("scheme");
    QTest::addColumn<ErrorId>("error");
    QTest::newRow("http") << QByteArray("http") << ErrorId::None;
    QTest::newRow("https") << QByteArray("https") << ErrorId::None;
    QTest::newRow("https, not trusted") << QByteArray("untrusted") << ErrorId::ProxyFailed;
    QTest::newRow("refuses") << QByteArray("closed") << ErrorId::ProxyFailed;
    QTest::newRow("socks, speaks http") << QByteArray("socks") << ErrorId::ProxyFailed;
}

void TestCurlFetcher::proxies()
{
    QFETCH(QByteArray, scheme);
    QFETCH(ErrorId, error);
    const bool tls = scheme == "https" || scheme == "untrusted";
    const QByteArray answer = head("Content-Length: 2\r\n") + "ok";
    QTcpServer plain;
    QSslServer secure;
    secure.setSslConfiguration(m_certificates.server("good"));
    answerAll(&plain, answer);
    answerAll(&secure, answer);
    QVERIFY(plain.listen(QHostAddress::LocalHost) && secure.listen(QHostAddress::LocalHost));
    FetchOptions options;
    options.proxyTls = tls;
    options.proxy = QNetworkProxy(scheme == "socks" ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy,
                                  QStringLiteral("127.0.0.1"), tls ? secure.serverPort() : plain.serverPort());
    if (scheme == "closed")
        options.proxy.setPort(closedPort());
    if (scheme != "untrusted")
        options.extraCaPem = m_certificates.caPem();
    makeFetcher(options);
    FetchRequest out = request("/");
    out.url = "http://far.example/"; // known to nobody but the proxy
    const FetchResult &result = fetch(std::move(out));
    QCOMPARE(errorIdName(result.error), errorIdName(error));
    QCOMPARE(result.body, error == ErrorId::None ? QByteArray("ok") : QByteArray());
    if (error == ErrorId::None)
        QCOMPARE(result.remotePort, options.proxy.port());
}

void TestCurlFetcher::privateNeverConnected_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::newRow("address") << QByteArray("127.0.0.1");
    QTest::newRow("name") << QByteArray("localhost");
    QTest::newRow("resolved by hand") << QByteArray("far.example");
}

void TestCurlFetcher::privateNeverConnected()
{
    QFETCH(QByteArray, host);
    const QByteArray port = QByteArray::number((request("/"), m_server->port()));
    FetchOptions options;
    options.resolve = {"far.example:" + port + ":127.0.0.1"};
    makeFetcher(options);
    for (const bool kept : {false, true}) { // with a connection to it left from before, too
        FetchRequest out = request("/page/1");
        out.url = "http://" + host + ':' + port + "/page/1";
        if (kept)
            QCOMPARE(fetch(out).status, 200);
        const quint64 connections = m_server->counters().connections;
        const quint64 requests = m_server->counters().requests;
        out.id = m_nextId++;
        out.denyPrivate = true;
        const FetchResult &result = fetch(out);
        QCOMPARE(errorIdName(result.error), errorIdName(ErrorId::AddressDenied));
        QCOMPARE(result.status, 0);
        QCOMPARE(m_server->counters().connections, connections);
        QCOMPARE(m_server->counters().requests, requests);
    }
}

void TestCurlFetcher::noErrorOfAnother()
{
    // libcurl's handles are used again, and some of what they know outlives a transfer.
    m_server->addScript(
        "/cut", {{Kind::Send, head("Content-Length: 9\r\n") + "01", 0}, {Kind::Sleep, {}, 30}, {Kind::Reset, {}, 0}});
    m_server->addScript("/bad",
                        {{Kind::Send, head("Transfer-Encoding: chunked\r\n") + "xyz\r\n", 0}, {Kind::Stall, {}, 0}});
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(errorIdName(fetch(request("/cut")).error), errorIdName(ErrorId::ResetInBody));
        const FetchResult &bad = fetch(request("/bad"));
        QCOMPARE(errorIdName(bad.error), errorIdName(ErrorId::MalformedResponse));
        QVERIFY2(!bad.errorDetail.contains("errno"), bad.errorDetail.constData());
        QCOMPARE(fetch(request("/page/1")).error, ErrorId::None);
    }
}

QTEST_GUILESS_MAIN(TestCurlFetcher)
#include "tst_curlfetcher.moc"
