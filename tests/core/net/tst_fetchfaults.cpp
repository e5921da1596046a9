// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/fetcherfixture.h"
#include "core/net/networkfetcher.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <array>
#include <vector>

using namespace crawlscope;
using namespace crawlscope::test;

namespace {
/// A port of loopback on which nothing listens.
quint16 closedPort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16 {0};
}
} // namespace

class TestFetchFaults : public FetcherFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void faults_data();
    void faults();
    void connectionFaults_data();
    void connectionFaults();
    void tooManyHeaders();
    void endOfAnUnframedBody();
    void deadlines_data();
    void deadlines();
    void deadlinesFromTheClock();
    void anomalies_data();
    void anomalies();
};

void TestFetchFaults::faults_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<ErrorId>("error");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const Script &script, ErrorId error, int status) {
        QTest::newRow(name) << script << error << status;
    };
    // Qt 6.4 takes a cut for the end of a chunked body when all of it is there before it has looked for an answer,
    // which only a server on the same machine manages.
    const Step beforeAnswer {Kind::Sleep, {}, 20};
    const QByteArray length = head("Content-Length: 100\r\n");
    const QByteArray chunked = head("Transfer-Encoding: chunked\r\n");
    row("closed at once", {{Kind::Close, {}, 0}}, ErrorId::NoResponse, 0);
    row("reset at once", {{Kind::Reset, {}, 0}}, ErrorId::NoResponse, 0);
    row("no HTTP", {{Kind::Send, "SSH-2.0-OpenSSH_9.2\r\n\r\n", 0}, {Kind::Close, {}, 0}}, ErrorId::NoResponse, 0);
    row("short by length", {{Kind::Send, length + "0123456789", 0}, {Kind::Close, {}, 0}}, ErrorId::TruncatedLength,
        200);
    row("nothing of the length", {{Kind::Send, length, 0}, {Kind::Close, {}, 0}}, ErrorId::TruncatedLength, 200);
    row("404, short by length",
        {{Kind::Send, head("Content-Length: 100\r\n", "404 Not Found") + "01234", 0}, {Kind::Close, {}, 0}},
        ErrorId::TruncatedLength, 404);
    row("no last chunk", {beforeAnswer, {Kind::Send, chunked + "5\r\nhello\r\n", 0}, {Kind::Close, {}, 0}},
        ErrorId::TruncatedChunked, 200);
    row("within a chunk", {beforeAnswer, {Kind::Send, chunked + "ff\r\nhello", 0}, {Kind::Close, {}, 0}},
        ErrorId::TruncatedChunked, 200);
    row("404, within a chunk",
        {beforeAnswer,
         {Kind::Send, head("Transfer-Encoding: chunked\r\n", "404 Not Found") + "ff\r\nhello", 0},
         {Kind::Close, {}, 0}},
        ErrorId::TruncatedChunked, 404);
    row("reset in the body, length", {{Kind::Send, length + "01", 0}, {Kind::Sleep, {}, 30}, {Kind::Reset, {}, 0}},
        ErrorId::TruncatedLength, 200);
}

void TestFetchFaults::faults()
{
    QFETCH(Script, script);
    QFETCH(ErrorId, error);
    QFETCH(int, status);
    m_server->addScript("/fault", script);
    const FetchResult &result = fetch(request("/fault"));
    QCOMPARE(errorIdName(result.error), errorIdName(error));
    QCOMPARE(result.status, status);
    QVERIFY(!result.bodyComplete);
    QCOMPARE(result.truncated, status != 0);
    if (status != 0)
        QCOMPARE(result.wireBytes, result.body.size()); // what came is there
    QVERIFY(result.times.total != kNone);
    QCOMPARE(m_fetcher->active(), 0);
    QCOMPARE(fetch(request("/page/1")).status, 200); // the next one is not harmed
}

void TestFetchFaults::connectionFaults_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<ErrorId>("error");
    const QByteArray port = QByteArray::number(closedPort());
    QTest::newRow("refused") << "http://127.0.0.1:" + port + "/?key=s3cret" << ErrorId::ConnectRefused;
    QTest::newRow("refused, https") << "https://127.0.0.1:" + port + "/" << ErrorId::ConnectRefused;
    QTest::newRow("no such name") << QByteArray("http://no-such-host.invalid/") << ErrorId::DnsNotFound;
    QTest::newRow("TLS to a plain server") << QByteArray("https://PLAIN/") << ErrorId::TlsHandshake;
    QTest::newRow("TLS to a silent server") << QByteArray("https://SILENT/") << ErrorId::ConnectTimeout;
}

void TestFetchFaults::connectionFaults()
{
    QFETCH(QByteArray, url);
    QFETCH(ErrorId, error);
    FetchRequest out = request("/");
    QTcpServer plain;
    QTcpServer silent;
    QVERIFY(plain.listen(QHostAddress::LocalHost) && silent.listen(QHostAddress::LocalHost));
    connect(&plain, &QTcpServer::newConnection, &plain, [&plain] {
        QTcpSocket *socket = plain.nextPendingConnection();
        socket->write(head("Connection: close\r\n", "400 Bad Request"));
        socket->disconnectFromHost();
    });
    out.url = url;
    out.url.replace("PLAIN", QByteArray("127.0.0.1:" + QByteArray::number(plain.serverPort())));
    out.url.replace("SILENT", QByteArray("127.0.0.1:" + QByteArray::number(silent.serverPort())));
    out.hostKey = "key";
    if (error == ErrorId::ConnectTimeout)
        out.connectMs = 150;
    const FetchResult &result = fetch(std::move(out));
    QCOMPARE(errorIdName(result.error), errorIdName(error));
    QCOMPARE(result.status, 0);
    QCOMPARE(result.errorDetail.isEmpty(), error == ErrorId::ConnectTimeout);
    QVERIFY(!result.errorDetail.contains("s3cret"));
    QVERIFY(!result.truncated);
    QCOMPARE(result.times.wait, kNone);
    QCOMPARE(result.times.receive, kNone);
    QCOMPARE(result.connection, ConnectionUse::Unknown);
}

void TestFetchFaults::tooManyHeaders()
{
    // Qt drops such a block whole and waits for a body without a length: the verdict must not take the idle time-out.
    FetchRequest out = request("/many-headers?n=5000");
    out.idleMs = 0;
    const FetchResult &result = fetch(std::move(out));
    QCOMPARE(errorIdName(result.error), errorIdName(ErrorId::HeadersTooLarge));
    QCOMPARE(result.status, 200);
    QVERIFY((result.anomalies & static_cast<quint32>(Anomaly::HeadersDropped)) != 0);
}

void TestFetchFaults::endOfAnUnframedBody()
{
    // Without length or chunks the end of the connection is the end of the body; Qt calls a reset the same.
    const QByteArray bytes = head("Content-Type: text/plain\r\n") + "0123456789";
    m_server->addScript("/closed", {{Kind::Send, bytes, 0}, {Kind::Close, {}, 0}});
    m_server->addScript("/reset-late", {{Kind::Send, bytes, 0}, {Kind::Sleep, {}, 30}, {Kind::Reset, {}, 0}});
    for (const QByteArray path : {"/closed", "/reset-late"}) {
        const FetchResult &result = fetch(request(path));
        QCOMPARE(result.status, 200);
        QCOMPARE(result.error, ErrorId::None);
        QCOMPARE(result.body, QByteArray("0123456789"));
    }
}

void TestFetchFaults::deadlines_data()
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
    row("no answer", {{Kind::Stall, {}, 0}}, {150, 9000, 9000}, ErrorId::FirstByteTimeout, 0);
    row("half a header", {{Kind::Send, "HTTP/1.1 200 OK\r\nA: b\r\n", 0}, {Kind::Stall, {}, 0}}, {150, 9000, 9000},
        ErrorId::FirstByteTimeout, 0);
    row("headers drip", {{Kind::Send, "HTTP/1.1 200 OK\r\nX: ", 0}, {Kind::Drip, QByteArray(9000, 'x'), 5}},
        {150, 9000, 9000}, ErrorId::FirstByteTimeout, 0);
    row("stalls after the headers", {{Kind::Send, length, 0}, {Kind::Stall, {}, 0}}, {9000, 150, 9000},
        ErrorId::IdleTimeout, 200);
    row("stalls in the body", {{Kind::Send, length + "abc", 0}, {Kind::Stall, {}, 0}}, {9000, 150, 9000},
        ErrorId::IdleTimeout, 200);
    row("body drips for too long", {{Kind::Send, length, 0}, {Kind::Drip, QByteArray(9999, 'x'), 5}}, {9000, 5000, 300},
        ErrorId::TotalTimeout, 200);
    row("no answer, total", {{Kind::Stall, {}, 0}}, {9000, 9000, 150}, ErrorId::TotalTimeout, 0);
    row("slow but in time", {{Kind::Sleep, {}, 100}, {Kind::Send, head("Content-Length: 3\r\n") + "abc", 0}},
        {9000, 9000, 9000}, ErrorId::None, 200);
    row("no limits", {{Kind::Sleep, {}, 100}, {Kind::Send, head("Content-Length: 3\r\n") + "abc", 0}}, {0, 0, 0},
        ErrorId::None, 200);
}

void TestFetchFaults::deadlines()
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
    QCOMPARE(result.status, status);
    QCOMPARE(result.truncated, error != ErrorId::None && status != 0);
    QVERIFY(result.times.total >= 100'000);
    if (error != ErrorId::None)
        QTRY_COMPARE(m_server->counters().openConnections, 0); // the connection was dropped, not kept
}

void TestFetchFaults::deadlinesFromTheClock()
{
    // Deadlines depend on the clock given in, not on the passing of time.
    m_ticker.stop();
    qint64 now = 1'000'000'000;
    NetworkFetcher fetcher({}, [&now] { return now; });
    std::vector<FetchResult> results;
    fetcher.setHandler([&results](FetchResult &&result) { results.push_back(std::move(result)); });
    const auto sentTo = [this](const QByteArray &path) { return m_server->requestCount(path) > 0; };
    m_server->addScript("/never", {{Kind::Stall, {}, 0}});
    FetchRequest out = request("/never");
    out.connectMs = 1000;
    out.firstByteMs = 2000;
    out.totalMs = 50'000;
    fetcher.start(out);
    fetcher.checkDeadlines(now + 999'000); // not yet connected: the loop has not run
    QVERIFY(results.empty());
    fetcher.checkDeadlines(now + 1'000'000);
    QCOMPARE(results.size(), std::size_t {1});
    QCOMPARE(results.front().error, ErrorId::ConnectTimeout);
    QCOMPARE(results.front().times.total, 0U);
    QCOMPARE(fetcher.active(), 0);
    out.id = m_nextId++;
    fetcher.start(out);
    QTRY_VERIFY(sentTo("/never"));
    // The server may see the request before its signal has come: a whole exchange later it has.
    NetworkFetcher other({});
    bool answered = false;
    other.setHandler([&answered](FetchResult &&) { answered = true; });
    other.start(request("/page/1"));
    QTRY_VERIFY(answered);
    fetcher.checkDeadlines(now + 1'999'000);
    QCOMPARE(results.size(), std::size_t {1}); // connected: that limit is over
    now += 2'000'000;
    fetcher.checkDeadlines(now);
    QCOMPARE(results.size(), std::size_t {2});
    QCOMPARE(results.back().error, ErrorId::FirstByteTimeout);
    QCOMPARE(results.back().times.total, 2'000'000U);
    QCOMPARE(results.back().times.wait, kNone);
}

void TestFetchFaults::anomalies_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<quint32>("expected");
    const auto bit = [](Anomaly anomaly) { return static_cast<quint32>(anomaly); };
    QTest::newRow("two lengths") << head("Content-Length: 3\r\nContent-Length: 4\r\n") + "abcd"
                                 << bit(Anomaly::DuplicateLength);
    QTest::newRow("length and chunked") << head("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n")
            + "3\r\nabc\r\n0\r\n\r\n" << bit(Anomaly::LengthAndChunked);
    QTest::newRow("status out of range") << head("Content-Length: 3\r\n", "777 Lucky") + "abc"
                                         << bit(Anomaly::BadStatus);
    QTest::newRow("no header") << head({}) + "abc" << bit(Anomaly::HeadersDropped);
}

void TestFetchFaults::anomalies()
{
    QFETCH(QByteArray, bytes);
    QFETCH(quint32, expected);
    m_server->addScript("/odd", {{Kind::Send, bytes, 0}, {Kind::Close, {}, 0}});
    const FetchResult &result = fetch(request("/odd"));
    QVERIFY2((result.anomalies & expected) == expected, QByteArray::number(result.anomalies).constData());
    QVERIFY(result.status != 0);
}

QTEST_GUILESS_MAIN(TestFetchFaults)
#include "tst_fetchfaults.moc"
