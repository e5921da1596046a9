// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/contentdecoder.h"
#include "core/demosite/rawclient.h"
#include "demosite/demoserver.h"

#include <QTest>

#include <memory>

using namespace crawlscope;
using namespace crawlscope::test;

class TestDemoPacked : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_server.reset(); }
    void pages_data();
    void pages();
    void bombs_data();
    void bombs();

private:
    std::unique_ptr<demosite::DemoServer> m_server;
};

void TestDemoPacked::init()
{
    m_server = std::make_unique<demosite::DemoServer>();
    QVERIFY(m_server->listen());
}

void TestDemoPacked::pages_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<QByteArray>("title");
    QTest::newRow("Brotli") << QByteArray("/br") << QByteArray("br") << QByteArray("<title>Packed with Brotli</title>");
    QTest::newRow("zstd") << QByteArray("/zstd") << QByteArray("zstd")
                          << QByteArray("<title>Packed with Zstandard</title>");
}

void TestDemoPacked::pages()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, coding);
    QFETCH(QByteArray, title);
    RawClient client(m_server->port());
    QVERIFY(client.connected());
    const Reply reply = client.get(target);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.end, End::Complete);
    QCOMPARE(reply.header("Content-Encoding"), coding);
    QVERIFY(reply.body.size() < 500);
    const auto out = ContentDecoder::decode(coding, reply.body, {.maxBytes = 10'000, .keepBytes = 10'000});
    QCOMPARE(out.status, ContentDecoder::Status::Ok);
    QVERIFY(!out.trailingGarbage);
    QVERIFY(out.bytes.contains(title));
    QVERIFY(out.bytes.endsWith("</html>\n"));
}

void TestDemoPacked::bombs_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("coding");
    QTest::newRow("Brotli") << QByteArray("/bomb-br") << QByteArray("br");
    QTest::newRow("zstd") << QByteArray("/bomb-zstd") << QByteArray("zstd");
}

void TestDemoPacked::bombs()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, coding);
    constexpr qint64 kGibibyte = 1LL << 30;
    RawClient client(m_server->port());
    QVERIFY(client.connected());
    const Reply reply = client.get(target);
    QCOMPARE(reply.header("Content-Encoding"), coding);
    QVERIFY(reply.body.size() < 40'000);
    const auto whole = ContentDecoder::decode(coding, reply.body, {.maxBytes = kGibibyte, .keepBytes = 0});
    QCOMPARE(whole.status, ContentDecoder::Status::Ok);
    QCOMPARE(whole.size, kGibibyte);
    const auto capped = ContentDecoder::decode(coding, reply.body, {.maxBytes = 10'000'000, .keepBytes = 0});
    QCOMPARE(capped.status, ContentDecoder::Status::Bomb);
}

QTEST_GUILESS_MAIN(TestDemoPacked)
#include "tst_demopacked.moc"
