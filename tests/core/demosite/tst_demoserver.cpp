// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demosite/rawclient.h"
#include "demosite/demoserver.h"
#include "support/testcertificates.h"

#include <QElapsedTimer>
#include <QSet>
#include <QSslSocket>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace crawlscope::demosite;
using namespace crawlscope::test;

class TestDemoServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void headHasNoBody_data();
    void headHasNoBody();
    void keepAliveAndClose_data();
    void keepAliveAndClose();
    void pipelinedRequestsAreAnsweredInOrder();
    void badRequests_data();
    void badRequests();
    void endlessWaitsForTheReader();
    void bigBodyToASlowReader();
    void slowTakesItsTime();
    void scripts();
    void scriptsAddedLater();
    void greeting();
    void halfClose();
    void tls();
    void manyConnections();
    void counters();
    void demoUrls();
    void listenTwiceAndTakenPort();
    void closesWithConnectionsOpen();

private:
    std::unique_ptr<DemoServer> m_server;
};

void TestDemoServer::init()
{
    m_server = std::make_unique<DemoServer>();
    QVERIFY2(m_server->listen(), qPrintable(m_server->errorString()));
    QVERIFY(m_server->port() != 0);
    QCOMPARE(m_server->baseUrl(), "http://127.0.0.1:" + QByteArray::number(m_server->port()));
}

void TestDemoServer::headHasNoBody_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("page") << QByteArray("/page/1");
    QTest::newRow("big") << QByteArray("/big?bytes=5000000");
    QTest::newRow("not found") << QByteArray("/not-found");
}

void TestDemoServer::headHasNoBody()
{
    QFETCH(QByteArray, target);
    RawClient client(m_server->port());
    QVERIFY(client.connected());
    client.send("HEAD " + target + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    const Reply reply = client.read();
    QCOMPARE(reply.end, End::Closed);
    QVERIFY(reply.header("Content-Length").toInt() > 0);
    QVERIFY(reply.body.isEmpty());
}

void TestDemoServer::keepAliveAndClose_data()
{
    QTest::addColumn<QByteArray>("versionAndHeaders");
    QTest::addColumn<bool>("closes");
    QTest::newRow("1.1") << QByteArray("HTTP/1.1\r\n") << false;
    QTest::newRow("1.1 close") << QByteArray("HTTP/1.1\r\nConnection: close\r\n") << true;
    QTest::newRow("1.0") << QByteArray("HTTP/1.0\r\n") << true;
    QTest::newRow("1.0 keep-alive") << QByteArray("HTTP/1.0\r\nConnection: Keep-Alive\r\n") << false;
}

void TestDemoServer::keepAliveAndClose()
{
    QFETCH(QByteArray, versionAndHeaders);
    QFETCH(bool, closes);
    RawClient client(m_server->port());
    QVERIFY(client.connected());
    client.send("GET /page/1 " + versionAndHeaders + "\r\n");
    const Reply reply = client.read();
    QCOMPARE(reply.end, End::Complete);
    QCOMPARE(reply.header("Connection"), closes ? QByteArray("close") : QByteArray());
    if (closes)
        QTRY_COMPARE(client.socket().state(), QAbstractSocket::UnconnectedState);
    else
        QCOMPARE(client.get("/page/2").status, 200);
}

void TestDemoServer::pipelinedRequestsAreAnsweredInOrder()
{
    RawClient client(m_server->port());
    QVERIFY(client.connected());
    client.send("GET /slow?ms=20 HTTP/1.1\r\nHost: h\r\n\r\nGET /json HTTP/1.1\r\nHost: h\r\n\r\n"
                "GET /empty HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    QTRY_COMPARE(client.socket().state(), QAbstractSocket::UnconnectedState);
    const QByteArray all = client.socket().readAll();
    QCOMPARE(all.count("HTTP/1.1 200 OK"), 3);
    const qsizetype html = all.indexOf("Demo page 0");
    QVERIFY(html > 0);
    QVERIFY(all.indexOf("application/json") > html);
    QVERIFY(all.endsWith("Connection: close\r\n\r\n"));
    QCOMPARE(m_server->counters().maxActiveRequests, 1);
}

void TestDemoServer::badRequests_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("not HTTP") << QByteArray("hello\r\n\r\n") << 400;
    QTest::newRow("header over 1 MiB") << "GET / HTTP/1.1\r\nX: " + QByteArray(3LL * 1024 * 1024, 'x') << 431;
    QTest::newRow("body over 16 MiB") << QByteArray("POST /echo HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n") << 413;
}

void TestDemoServer::badRequests()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    RawClient client(m_server->port());
    QVERIFY(client.connected());
    client.send(bytes);
    const Reply reply = client.read();
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.header("Connection"), QByteArray("close"));
    client.socket().disconnectFromHost();
    QTRY_COMPARE(m_server->counters().openConnections, 0);
    QCOMPARE(m_server->counters().requests, 0U);
}

void TestDemoServer::endlessWaitsForTheReader()
{
    RawClient client(m_server->port());
    QVERIFY(client.connected());
    client.socket().setReadBufferSize(64LL * 1024);
    client.send("GET /endless HTTP/1.1\r\nHost: h\r\n\r\n");
    const Reply reply = client.read(8LL * 1024 * 1024);
    QCOMPARE(reply.end, End::StillOpen);
    QVERIFY(reply.header("Content-Length").isEmpty());
    QVERIFY(reply.body.contains("And on it goes"));
    RawClient other(m_server->port()); // a reader that never stops starves no one
    QVERIFY(other.connected());
    QCOMPARE(other.get("/page/1").status, 200);
    client.socket().abort();
    QTRY_COMPARE(m_server->counters().openConnections, 1);
}

void TestDemoServer::bigBodyToASlowReader()
{
    constexpr qsizetype kBytes = 3'000'001;
    RawClient slow(m_server->port());
    QVERIFY(slow.connected());
    slow.socket().setReadBufferSize(4096); // the rest stays with the server until it is read
    slow.send("GET /big?bytes=" + QByteArray::number(kBytes) + " HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_VERIFY(slow.socket().bytesAvailable() > 0);
    slow.socket().setReadBufferSize(0);
    const Reply reply = slow.read();
    QCOMPARE(reply.end, End::Complete);
    QCOMPARE(reply.body.size(), kBytes);
    QCOMPARE(reply.body.count('x'), kBytes);
    QCOMPARE(slow.get("/page/1").status, 200);
}

void TestDemoServer::slowTakesItsTime()
{
    RawClient client(m_server->port());
    QVERIFY(client.connected());
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(client.get("/slow?ms=150").status, 200);
    QVERIFY(timer.elapsed() >= 149);
}

void TestDemoServer::scripts()
{
    using Kind = Step::Kind;
    DemoServer server;
    server.addScript("/page/1",
                     {{Kind::Send, "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nab", 0},
                      {Kind::Sleep, {}, 5},
                      {Kind::Drip, "cd", 1},
                      {Kind::Sleep, {}, 0},
                      {Kind::Send, "ef", 0}});
    server.addScript("/page/2?x", {{Kind::Close, {}, 0}});
    QVERIFY(server.listen());
    RawClient client(server.port());
    QVERIFY(client.connected());
    for (int round = 0; round < 2; ++round)
        QCOMPARE(client.get("/page/1").body, QByteArray("abcdef")); // takes the place of the page
    QCOMPARE(client.get("/page/1?any=query").body, QByteArray("abcdef"));
    QVERIFY(client.get("/page/2").body.contains("Demo page 2"));
    QCOMPARE(client.get("/page/2?x").end, End::Closed);
    QCOMPARE(server.counters().connections, 1U);
}

void TestDemoServer::scriptsAddedLater()
{
    RawClient client(m_server->port());
    QVERIFY(client.connected());
    QCOMPARE(client.get("/later").status, 404);
    m_server->addScript("/later", {{Step::Kind::Send, "HTTP/1.1 201 Now\r\nContent-Length: 0\r\n\r\n", 0}});
    QCOMPARE(client.get("/later").status, 201);
}

void TestDemoServer::greeting()
{
    DemoServer server;
    server.setGreeting(
        {{Step::Kind::Send, "hello ", 0}, {Step::Kind::Await, {}, 0}, {Step::Kind::Send, "you said something\r\n", 0}});
    QVERIFY(server.listen());
    RawClient client(server.port());
    QVERIFY(client.connected());
    QCOMPARE(client.read(6).head, QByteArray("hello "));
    client.send("what was that?");
    QCOMPARE(client.read(20).head, QByteArray("you said something\r\n"));
    QCOMPARE(server.counters().requests, 0U); // what the greeting took is no request
    QCOMPARE(client.get("/page/1").status, 200); // and then it serves
    QCOMPARE(server.counters().requests, 1U);
}

void TestDemoServer::halfClose()
{
    m_server->addScript("/half",
                        {{Step::Kind::Send, "HTTP/1.1 200 OK\r\n\r\nbody", 0}, {Step::Kind::HalfClose, {}, 0}});
    QByteArray bytes;
    QCOMPARE(endOfReply(m_server->port(), "/half", &bytes), 0); // FIN, no RST
    QCOMPARE(bytes, QByteArray("HTTP/1.1 200 OK\r\n\r\nbody"));
    QTRY_COMPARE(m_server->counters().openConnections, 0);
    QCOMPARE(m_server->counters().maxActiveRequests, 1);
}

void TestDemoServer::tls()
{
    TestCertificates certificates;
    const QString error = certificates.make();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    DemoServer server;
    server.setTls(certificates.server("good"));
    QVERIFY(server.listen());
    QCOMPARE(server.baseUrl(), "https://127.0.0.1:" + QByteArray::number(server.port()));
    QSslSocket client;
    client.setPeerVerifyMode(QSslSocket::VerifyNone);
    client.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server.port());
    QVERIFY2(client.waitForEncrypted(kWaitMs), qPrintable(client.errorString()));
    client.write("GET /big?bytes=1000000 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    QByteArray reply;
    while (client.waitForReadyRead(kWaitMs))
        reply += client.readAll();
    QVERIFY(reply.startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY2(reply.size() > 1'000'000, QByteArray::number(reply.size()).constData());
    RawClient plain(server.port()); // speaks no TLS: the handshake fails, the connection goes
    QVERIFY(plain.connected());
    plain.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(server.counters().openConnections, 0);
}

void TestDemoServer::manyConnections()
{
    constexpr int kConnections = 600;
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < kConnections; ++i) {
        clients.push_back(std::make_unique<RawClient>(m_server->port()));
        QVERIFY(clients.back()->connected());
    }
    QTRY_COMPARE(m_server->counters().openConnections, kConnections);
    for (int i = 0; i < kConnections; ++i)
        clients[static_cast<std::size_t>(i)]->send("GET /slow?ms=300&n=" + QByteArray::number(i)
                                                   + " HTTP/1.1\r\nHost: h\r\n\r\n");
    for (const auto &client : clients) {
        const Reply reply = client->read();
        QCOMPARE(reply.end, End::Complete);
        QVERIFY(reply.body.size() > 8000);
    }
    const ServerCounters counters = m_server->counters();
    QCOMPARE(counters.maxOpenConnections, kConnections);
    QCOMPARE(counters.requests, static_cast<quint64>(kConnections));
    QVERIFY2(counters.maxActiveRequests > kConnections / 4, QByteArray::number(counters.maxActiveRequests).constData());
    clients.clear();
    QTRY_COMPARE(m_server->counters().openConnections, 0);
}

void TestDemoServer::counters()
{
    QCOMPARE(m_server->counters().connections, 0U);
    RawClient first(m_server->port());
    RawClient second(m_server->port());
    QVERIFY(first.connected() && second.connected());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(first.get("/page/1?a").status, 200);
    QCOMPARE(second.get("/page/1").status, 200);
    QCOMPARE(second.get("/not-found").status, 404);
    const ServerCounters counters = m_server->counters();
    QCOMPARE(counters.connections, 2U);
    QCOMPARE(counters.openConnections, 2);
    QCOMPARE(counters.maxOpenConnections, 2);
    QCOMPARE(counters.requests, 5U);
    QCOMPARE(counters.maxActiveRequests, 1);
    QCOMPARE(m_server->requestCount("/page/1?a"), 3U);
    QCOMPARE(m_server->requestCount("/page/1"), 1U);
    QCOMPARE(m_server->requestCount("/page/2"), 0U);
}

void TestDemoServer::demoUrls()
{
    const QByteArrayList urls = m_server->demoUrls();
    QCOMPARE(urls, m_server->demoUrls());
    QVERIFY2(urls.size() >= 110 && urls.size() <= 135, QByteArray::number(urls.size()).constData());
    const QSet<QByteArray> distinct(urls.begin(), urls.end());
    QCOMPARE(distinct.size(), urls.size() - 1); // one duplicate
    const QByteArray port = ':' + QByteArray::number(m_server->port()) + '/';
    const QByteArray names[] = {"127.0.0.1" + port, "localhost" + port};
    const auto withoutScheme = [](const QByteArray &url) { return !url.startsWith("http://"); };
    QCOMPARE(std::count_if(urls.begin(), urls.end(), withoutScheme), 1);
    for (const QByteArray &url : urls)
        QVERIFY2(url.contains(names[0]) || url.contains(names[1]), url.constData());
    for (const char *fault : {"/reset", "/truncated", "/truncated-chunked", "/endless", "/bomb", "/redirect-loop",
                              "/not-found", "/busy", "/error", "/unavailable", "/garbage", "/gzip-broken"})
        QVERIFY2(urls.contains(m_server->baseUrl() + fault), fault);
    const auto isPage = [](const QByteArray &url) { return url.contains("/page/"); };
    QVERIFY(std::count_if(urls.begin(), urls.end(), isPage) > urls.size() / 2);
}

void TestDemoServer::listenTwiceAndTakenPort()
{
    QVERIFY(!m_server->listen());
    QVERIFY(!m_server->errorString().isEmpty());
    DemoServer second;
    QVERIFY(!second.listen(m_server->port()));
    QVERIFY(!second.errorString().isEmpty());
    QCOMPARE(second.port(), 0);
    QVERIFY(second.listen()); // another try is fine
    QVERIFY(second.port() != m_server->port());
}

void TestDemoServer::closesWithConnectionsOpen()
{
    std::vector<std::unique_ptr<RawClient>> clients;
    for (const QByteArray target : {"/stall", "/endless", "/slow?ms=60000", "/drip?ms=1000", "/page/1"}) {
        clients.push_back(std::make_unique<RawClient>(m_server->port()));
        QVERIFY(clients.back()->connected());
        clients.back()->send("GET " + target + " HTTP/1.1\r\nHost: h\r\n\r\n");
        QTRY_COMPARE(m_server->requestCount(target), 1U);
    }
    m_server.reset();
    for (const auto &client : clients)
        QTRY_COMPARE(client->socket().state(), QAbstractSocket::UnconnectedState);
}

QTEST_GUILESS_MAIN(TestDemoServer)
#include "tst_demoserver.moc"
