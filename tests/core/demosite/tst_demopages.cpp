// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demosite/rawclient.h"
#include "demosite/demoserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <memory>
#include <zlib.h>

using namespace crawlscope::demosite;
using namespace crawlscope::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray gunzipped(const QByteArray &bytes, qsizetype limit, int *result)
{
    QByteArray in = bytes;
    QByteArray out(limit, '\0');
    z_stream stream {};
    if (inflateInit2(&stream, 15 + 16) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    *result = inflate(&stream, Z_FINISH);
    out.truncate(static_cast<qsizetype>(stream.total_out));
    inflateEnd(&stream);
    return out;
}

} // namespace

class TestDemoPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void goodPages_data();
    void goodPages();
    void articleIsAboutNineKilobytes();
    void brokenPages_data();
    void brokenPages();
    void resets_data();
    void resets();
    void redirects_data();
    void redirects();
    void echo();
    void echoOfALargeBody();
    void auth();
    void cookieCounts();
    void gzip_data();
    void gzip();
    void bombIsAGibibyteOfZeros();
    void chunkedPage();
    void earlyHints();
    void manyHeaders();
    void extraBytes();
    void dripCompletes();
    void stallKeepsOpen();

private:
    std::unique_ptr<DemoServer> m_server;
};

void TestDemoPages::init()
{
    m_server = std::make_unique<DemoServer>();
    QVERIFY2(m_server->listen(), qPrintable(m_server->errorString()));
}

void TestDemoPages::goodPages_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("contained");
    const QByteArray html = "text/html; charset=utf-8";
    QTest::newRow("index") << QByteArray("/") << 200 << html << QByteArray("href=\"/page/1\"");
    QTest::newRow("page") << QByteArray("/page/7") << 200 << html << QByteArray("<title>Demo page 7</title>");
    QTest::newRow("large number") << QByteArray("/page/18446744073709551615") << 200 << html
                                  << QByteArray("Demo page 18446744073709551615");
    QTest::newRow("page with delay") << QByteArray("/page/7?ms=1") << 200 << html << QByteArray("Demo page 7");
    QTest::newRow("no number") << QByteArray("/page/x") << 404 << html << QByteArray("404 Not Found");
    QTest::newRow("slow") << QByteArray("/slow?ms=1") << 200 << html << QByteArray("Demo page 0");
    QTest::newRow("status 200") << QByteArray("/status/200") << 200 << html << QByteArray("200 OK");
    QTest::newRow("status 418") << QByteArray("/status/418") << 418 << html << QByteArray("teapot");
    QTest::newRow("status 599") << QByteArray("/status/599") << 599 << html << QByteArray("599");
    QTest::newRow("status 204") << QByteArray("/status/204") << 204 << QByteArray() << QByteArray();
    QTest::newRow("status 99") << QByteArray("/status/99") << 404 << html << QByteArray();
    QTest::newRow("not found") << QByteArray("/not-found") << 404 << html << QByteArray("No such page");
    QTest::newRow("unknown") << QByteArray("/nowhere") << 404 << html << QByteArray("No such page");
    QTest::newRow("error") << QByteArray("/error") << 500 << html << QByteArray("500");
    QTest::newRow("unavailable") << QByteArray("/unavailable") << 503 << html << QByteArray("503");
    QTest::newRow("json") << QByteArray("/json") << 200 << QByteArray("application/json")
                          << QByteArray("\"good\": true");
    QTest::newRow("json broken") << QByteArray("/json-broken") << 200 << QByteArray("application/json")
                                 << QByteArray("[1, 2,");
    QTest::newRow("empty") << QByteArray("/empty") << 200 << html << QByteArray();
    QTest::newRow("latin1") << QByteArray("/latin1") << 200 << QByteArray("text/html; charset=iso-8859-1")
                            << QByteArray("Gr\xf6\xdf"
                                          "e");
    QTest::newRow("utf16") << QByteArray("/utf16") << 200 << QByteArray("text/html; charset=utf-16")
                           << QByteArray("\xff\xfe<\0!\0", 6);
    QTest::newRow("image") << QByteArray("/image.png") << 200 << QByteArray("image/png") << QByteArray("\x89PNG");
    QTest::newRow("robots") << QByteArray("/robots.txt") << 200 << QByteArray("text/plain; charset=utf-8")
                            << QByteArray("/sitemap.xml");
    QTest::newRow("sitemap") << QByteArray("/sitemap.xml") << 200 << QByteArray("application/xml")
                             << QByteArray("/page/50</loc>");
    QTest::newRow("absolute form") << QByteArray("http://example.org/page/3") << 200 << html
                                   << QByteArray("Demo page 3");
}

void TestDemoPages::goodPages()
{
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, contained);
    RawClient client(m_server->port());
    QVERIFY(client.connected());
    for (int round = 0; round < 2; ++round) { // the second on the kept connection
        const Reply reply = client.get(target);
        QCOMPARE(reply.end, End::Complete);
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.header("Content-Type"), type);
        QVERIFY2(reply.body.contains(contained), reply.body.left(300).constData());
    }
    QCOMPARE(m_server->counters().connections, 1U);
}

void TestDemoPages::articleIsAboutNineKilobytes()
{
    RawClient client(m_server->port());
    QVERIFY(client.connected());
    const Reply reply = client.get("/page/1999");
    QVERIFY2(reply.body.size() > 8500 && reply.body.size() < 9500, QByteArray::number(reply.body.size()).constData());
    QVERIFY(reply.body.contains("rel=\"prev\" href=\"/page/1998\""));
    QVERIFY(reply.body.contains("rel=\"next\" href=\"/page/0\"")); // goes round
}

void TestDemoPages::brokenPages_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("headPart");
    QTest::addColumn<qsizetype>("bodyBytes");
    QTest::newRow("truncated") << QByteArray("/truncated") << QByteArray("Content-Length: 20000") << qsizetype(10'000);
    QTest::newRow("truncated chunked") << QByteArray("/truncated-chunked") << QByteArray("Transfer-Encoding: chunked")
                                       << qsizetype(10'006);
    QTest::newRow("garbage") << QByteArray("/garbage") << QByteArray("this is no HTTP") << qsizetype(8);
    QTest::newRow("close") << QByteArray("/close") << QByteArray() << qsizetype(0);
}

void TestDemoPages::brokenPages()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, headPart);
    QFETCH(qsizetype, bodyBytes);
    QByteArray bytes;
    QCOMPARE(endOfReply(m_server->port(), target, &bytes), 0); // FIN, not RST
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    QVERIFY(bytes.contains(headPart));
    QCOMPARE(headEnd < 0 ? bytes.size() : bytes.size() - headEnd - 4, bodyBytes);
    QTRY_COMPARE(m_server->counters().openConnections, 0);
}

void TestDemoPages::resets_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<qsizetype>("leastBytes");
    QTest::newRow("before an answer") << QByteArray("/reset") << qsizetype(0);
    QTest::newRow("in the body") << QByteArray("/reset-in-body") << qsizetype(10'000);
}

void TestDemoPages::resets()
{
    QFETCH(QByteArray, target);
    QFETCH(qsizetype, leastBytes);
    QByteArray bytes;
    QCOMPARE(endOfReply(m_server->port(), target, &bytes), ECONNRESET);
    QVERIFY(bytes.size() >= leastBytes);
    QCOMPARE(bytes.isEmpty(), leastBytes == 0);
}

void TestDemoPages::redirects_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("location");
    QTest::newRow("chain of 3") << QByteArray("/redirect/3") << 302 << QByteArray("/redirect/2");
    QTest::newRow("chain of 1") << QByteArray("/redirect/1") << 302 << QByteArray("/redirect/0");
    QTest::newRow("end of chain") << QByteArray("/redirect/0") << 200 << QByteArray();
    QTest::newRow("no number") << QByteArray("/redirect/-1") << 404 << QByteArray();
    QTest::newRow("loop") << QByteArray("/redirect-loop") << 302 << QByteArray("/redirect-loop?back");
    QTest::newRow("loop back") << QByteArray("/redirect-loop?back") << 302 << QByteArray("/redirect-loop");
    QTest::newRow("external") << QByteArray("/redirect-external-scheme") << 302 << QByteArray("file:///etc/passwd");
    QTest::newRow("no location") << QByteArray("/redirect-no-location") << 302 << QByteArray();
}

void TestDemoPages::redirects()
{
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    QFETCH(QByteArray, location);
    RawClient client(m_server->port());
    QVERIFY(client.connected());
    const Reply reply = client.get(target);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.header("Location"), location);
    QCOMPARE(client.get("/busy").header("Retry-After"), QByteArray("2")); // 429, and the connection goes on
}

void TestDemoPages::echo()
{
    RawClient client(m_server->port());
    QVERIFY(client.connected());
    client.send("DELETE /echo?x=1 HTTP/1.1\r\nHost: h\r\nX-One: a\r\nx-one: b\r\nTransfer-Encoding: chunked\r\n\r\n"
                "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    const QJsonObject object = QJsonDocument::fromJson(client.read().body).object();
    QCOMPARE(object.value(u"method"_s).toString(), u"DELETE"_s);
    QCOMPARE(object.value(u"target"_s).toString(), u"/echo?x=1"_s);
    QCOMPARE(object.value(u"body"_s).toString(), u"abcde"_s);
    QCOMPARE(object.value(u"body_bytes"_s).toInt(), 5);
    QCOMPARE(object.value(u"headers"_s).toObject().value(u"x-one"_s).toString(), u"a, b"_s);
}

void TestDemoPages::echoOfALargeBody()
{
    constexpr int kBytes = 16 * 1024 * 1024;
    RawClient client(m_server->port());
    QVERIFY(client.connected());
    client.send("POST /echo HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 16777216\r\n\r\n");
    QCOMPARE(client.read(25).status, 100);
    client.send(QByteArray(kBytes, 'b'));
    const Reply reply = client.read();
    QCOMPARE(reply.end, End::Complete);
    const QJsonObject object = QJsonDocument::fromJson(reply.body).object();
    QCOMPARE(object.value(u"body_bytes"_s).toInt(), kBytes);
    QCOMPARE(object.value(u"body"_s).toString().size(), kBytes);
}

void TestDemoPages::auth()
{
    RawClient client(m_server->port());
    QVERIFY(client.connected());
    const Reply refused = client.get("/auth");
    QCOMPARE(refused.status, 401);
    QCOMPARE(refused.header("WWW-Authenticate"), QByteArray("Basic realm=\"demo\""));
    QCOMPARE(client.get("/auth", "Authorization: Basic eA==\r\n").status, 401);
    QCOMPARE(client.get("/auth", "Authorization: Basic ZGVtbzpkZW1v\r\n").status, 200);
}

void TestDemoPages::cookieCounts()
{
    RawClient client(m_server->port());
    QVERIFY(client.connected());
    QVERIFY(client.get("/cookie").header("Set-Cookie").startsWith("visits=1;"));
    const Reply again = client.get("/cookie", "Cookie: a=b; visits=41\r\n");
    QVERIFY(again.header("Set-Cookie").startsWith("visits=42;"));
    QVERIFY(again.body.contains("Visit 42"));
}

void TestDemoPages::gzip_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("result");
    QTest::newRow("good") << QByteArray("/gzip") << Z_STREAM_END;
    QTest::newRow("truncated") << QByteArray("/gzip-truncated") << Z_BUF_ERROR; // wants more
    QTest::newRow("broken") << QByteArray("/gzip-broken") << Z_DATA_ERROR;
}

void TestDemoPages::gzip()
{
    QFETCH(QByteArray, target);
    QFETCH(int, result);
    RawClient client(m_server->port());
    QVERIFY(client.connected());
    const Reply reply = client.get(target);
    QCOMPARE(reply.end, End::Complete); // the length is right: the fault is inside
    QCOMPARE(reply.header("Content-Encoding"), QByteArray("gzip"));
    int inflated = Z_OK;
    const QByteArray text = gunzipped(reply.body, 100'000, &inflated);
    QCOMPARE(inflated, result);
    QCOMPARE(text.contains("<title>Demo page 0</title>"), result == Z_STREAM_END);
}

void TestDemoPages::bombIsAGibibyteOfZeros()
{
    RawClient client(m_server->port());
    QVERIFY(client.connected());
    QByteArray bytes = client.get("/bomb").body;
    QVERIFY(bytes.size() < 2'000'000);
    z_stream stream {};
    QCOMPARE(inflateInit2(&stream, 15 + 16), Z_OK);
    stream.next_in = reinterpret_cast<Bytef *>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    QByteArray out(4LL * 1024 * 1024, 'x');
    int result = Z_OK;
    quint64 total = 0;
    while (result == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef *>(out.data());
        stream.avail_out = static_cast<uInt>(out.size());
        result = inflate(&stream, Z_NO_FLUSH);
        total += static_cast<quint64>(out.size()) - stream.avail_out;
    }
    inflateEnd(&stream);
    QCOMPARE(result, Z_STREAM_END); // checksum and length agree
    QCOMPARE(total, quint64(1) << 30U);
}

void TestDemoPages::chunkedPage()
{
    RawClient client(m_server->port());
    QVERIFY(client.connected());
    const Reply reply = client.get("/chunked");
    QCOMPARE(reply.end, End::Complete);
    QCOMPARE(reply.header("Transfer-Encoding"), QByteArray("chunked"));
    QVERIFY(reply.body.startsWith("3e8;part=1\r\n<!DOCTYPE html>"));
    QCOMPARE(client.get("/page/1").status, 200);
}

void TestDemoPages::earlyHints()
{
    RawClient client(m_server->port());
    QVERIFY(client.connected());
    const Reply reply = client.get("/early-hints", "Connection: close\r\n");
    QCOMPARE(reply.status, 103);
    QVERIFY(reply.header("Link").contains("rel=preload"));
    QVERIFY(reply.body.startsWith("HTTP/1.1 200 OK\r\n"));
}

void TestDemoPages::manyHeaders()
{
    RawClient client(m_server->port());
    QVERIFY(client.connected());
    const Reply some = client.get("/many-headers?n=150");
    QCOMPARE(some.status, 200);
    QVERIFY(some.head.contains("X-Field-149: hhh"));
    QVERIFY(!some.head.contains("X-Field-150"));
    QVERIFY(client.get("/many-headers").head.size() > 256LL * 1024);
}

void TestDemoPages::extraBytes()
{
    QByteArray bytes;
    RawClient client(m_server->port());
    QVERIFY(client.connected());
    client.send("GET /extra-bytes HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    const Reply reply = client.read();
    QVERIFY(reply.body.size() > reply.header("Content-Length").toInt());
}

void TestDemoPages::dripCompletes()
{
    RawClient client(m_server->port());
    QVERIFY(client.connected());
    const Reply reply = client.get("/drip?ms=0");
    QCOMPARE(reply.end, End::Complete);
    QVERIFY(reply.body.endsWith("</html>\n"));
}

void TestDemoPages::stallKeepsOpen()
{
    RawClient silent(m_server->port());
    QVERIFY(silent.connected());
    silent.send("GET /stall HTTP/1.1\r\nHost: h\r\n\r\n");
    QTRY_COMPARE(m_server->requestCount("/stall"), 1U);
    RawClient begun(m_server->port());
    QVERIFY(begun.connected());
    begun.send("GET /stall?bytes=100 HTTP/1.1\r\nHost: h\r\n\r\n");
    Reply reply = begun.read(100);
    QCOMPARE(reply.end, End::StillOpen);
    QCOMPARE(reply.header("Content-Length"), QByteArray("20000"));
    QCOMPARE(silent.socket().bytesAvailable(), 0);
    QCOMPARE(m_server->counters().openConnections, 2);
    silent.socket().abort();
    begun.socket().abort();
    QTRY_COMPARE(m_server->counters().openConnections, 0); // the server sees that they went
}

QTEST_GUILESS_MAIN(TestDemoPages)
#include "tst_demopages.moc"
