// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/contentdecoder.h"

#include <QTest>

#include <random>
#include <zlib.h>

using namespace crawlscope;
using ContentDecoder::Outcome;
using ContentDecoder::Status;

namespace {
constexpr int kGzip = MAX_WBITS + 16;
constexpr int kZlib = MAX_WBITS;
constexpr int kRaw = -MAX_WBITS;
constexpr ContentDecoder::Caps kWide {.maxBytes = 64LL * 1024 * 1024, .keepBytes = 64LL * 1024 * 1024};

QByteArray packed(const QByteArray &bytes, int windowBits)
{
    z_stream stream {};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))), '\0');
    QByteArray in = bytes;
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

QByteArray randomBytes(int size, quint32 seed)
{
    std::mt19937 random(seed);
    QByteArray out(size, '\0');
    for (char &c : out)
        c = static_cast<char>(random() & 0xffU);
    return out;
}

QByteArray page()
{
    QByteArray out("<!doctype html><title>Page</title>");
    for (int i = 0; i < 500; ++i)
        out += "<p>line " + QByteArray::number(i * i) + "</p>\n";
    return out;
}
} // namespace

class TestContentDecoder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void undoes_data();
    void undoes();
    void faults_data();
    void faults();
    void truncatedAnywhere_data();
    void truncatedAnywhere();
    void keepsNoMoreThanAsked_data();
    void keepsNoMoreThanAsked();
    void bombStopsEarly();
    void anyBytesAreHarmless();
};

void TestContentDecoder::undoes_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray text = page();
    const QByteArray binary = randomBytes(300'000, 1); // more than one chunk of output
    QTest::newRow("none") << QByteArray() << text << text;
    QTest::newRow("identity") << QByteArray("identity") << text << text;
    QTest::newRow("gzip") << QByteArray("gzip") << packed(text, kGzip) << text;
    QTest::newRow("x-gzip, upper case") << QByteArray(" X-GZIP ") << packed(text, kGzip) << text;
    QTest::newRow("gzip, large") << QByteArray("gzip") << packed(binary, kGzip) << binary;
    QTest::newRow("gzip of nothing") << QByteArray("gzip") << packed({}, kGzip) << QByteArray();
    QTest::newRow("gzip, members") << QByteArray("gzip")
                                   << packed(text, kGzip) + packed({}, kGzip) + packed(binary, kGzip) << text + binary;
    QTest::newRow("deflate, zlib") << QByteArray("deflate") << packed(text, kZlib) << text;
    QTest::newRow("deflate, raw") << QByteArray("deflate") << packed(text, kRaw) << text;
    QTest::newRow("deflate, raw, large") << QByteArray("deflate") << packed(binary, kRaw) << binary;
    QTest::newRow("layers") << QByteArray("deflate, gzip") << packed(packed(text, kZlib), kGzip) << text;
    QTest::newRow("layers, identity among them")
        << QByteArray("identity,gzip, ,identity , gzip,") << packed(packed(binary, kGzip), kGzip) << binary;
    QTest::newRow("empty body") << QByteArray("gzip") << QByteArray() << QByteArray();
    QTest::newRow("empty body, unknown") << QByteArray("deflate, gzip") << QByteArray() << QByteArray();
}

void TestContentDecoder::undoes()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, expected);
    const Outcome out = ContentDecoder::decode(encoding, body, kWide);
    QCOMPARE(out.status, Status::Ok);
    QCOMPARE(out.size, expected.size());
    QCOMPARE(out.bytes, expected);
    QVERIFY(!out.trailingGarbage);
}

void TestContentDecoder::faults_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Status>("status");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("garbage");
    const QByteArray text = page();
    const QByteArray whole = packed(text, kGzip);
    QByteArray badCrc = whole;
    badCrc[whole.size() - 8] = static_cast<char>(badCrc.at(whole.size() - 8) ^ 0x55);
    QByteArray badLength = whole;
    badLength[whole.size() - 1] = static_cast<char>(badLength.at(whole.size() - 1) ^ 0x55);
    const QByteArray gzip("gzip");
    QTest::newRow("checksum") << gzip << badCrc << Status::Broken << text << false;
    QTest::newRow("length field") << gzip << badLength << Status::Broken << text << false;
    QTest::newRow("no trailer") << gzip << whole.chopped(8) << Status::Truncated << text << false;
    QTest::newRow("half a trailer") << gzip << whole.chopped(3) << Status::Truncated << text << false;
    QTest::newRow("header only") << gzip << whole.first(10) << Status::Truncated << QByteArray() << false;
    QTest::newRow("one byte") << gzip << whole.first(1) << Status::Truncated << QByteArray() << false;
    QTest::newRow("plain text") << gzip << text << Status::Broken << QByteArray() << false;
    QTest::newRow("deflate, neither kind")
        << QByteArray("deflate") << QByteArray(100, '\xff') << Status::Broken << QByteArray() << false;
    QTest::newRow("garbage behind") << gzip << whole + "trailing" << Status::Ok << text << true;
    QTest::newRow("garbage like a member") << gzip << whole + "\x1f no member" << Status::Ok << text << true;
    QTest::newRow("zeros behind") << gzip << whole + QByteArray(512, '\0') << Status::Ok << text << true;
    QTest::newRow("second member cut") << gzip << whole + whole.chopped(9) << Status::Truncated << text << false;
    QTest::newRow("deflate, garbage behind")
        << QByteArray("deflate") << packed(text, kZlib) + "\x1f\x8b" << Status::Ok << text << true;
    QTest::newRow("unknown") << QByteArray("compress") << text << Status::Unknown << text << false;
    QTest::newRow("unknown over gzip") << QByteArray("gzip, exi") << whole << Status::Unknown << whole << false;
    QTest::newRow("three layers") << QByteArray("gzip, gzip, gzip") << packed(packed(packed(text, kGzip), kGzip), kGzip)
                                  << Status::Unknown << packed(packed(packed(text, kGzip), kGzip), kGzip) << false;
    QTest::newRow("inner layer broken") << QByteArray("gzip, gzip") << packed(text, kGzip) << Status::Broken
                                        << QByteArray() << false;
    QTest::newRow("garbage in the outer layer")
        << QByteArray("deflate, gzip") << packed(packed(text, kZlib), kGzip) + "x" << Status::Ok << text << true;
}

void TestContentDecoder::faults()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, body);
    QFETCH(Status, status);
    QFETCH(QByteArray, bytes);
    QFETCH(bool, garbage);
    const Outcome out = ContentDecoder::decode(encoding, body, kWide);
    QCOMPARE(out.status, status);
    QCOMPARE(out.trailingGarbage, garbage);
    if (QByteArrayView(QTest::currentDataTag()) == "second member cut") {
        QVERIFY(out.bytes.size() > bytes.size() && out.bytes.startsWith(bytes)); // and part of the second
        return;
    }
    QCOMPARE(out.bytes, bytes);
    QCOMPARE(out.size, bytes.size());
}

void TestContentDecoder::truncatedAnywhere_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("whole");
    QTest::newRow("gzip") << QByteArray("gzip") << packed(page(), kGzip);
    QTest::newRow("zlib") << QByteArray("deflate") << packed(page(), kZlib);
    QTest::newRow("raw") << QByteArray("deflate") << packed(page(), kRaw);
}

void TestContentDecoder::truncatedAnywhere()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, whole);
    const QByteArray text = page();
    for (qsizetype size = 3; size < whole.size(); size += 37) {
        const Outcome out = ContentDecoder::decode(encoding, whole.first(size), kWide);
        QCOMPARE(out.status, Status::Truncated);
        QVERIFY(text.startsWith(out.bytes)); // what could be decoded is there
        QCOMPARE(out.size, out.bytes.size());
    }
}

void TestContentDecoder::keepsNoMoreThanAsked_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("body");
    const QByteArray text = page();
    QTest::newRow("identity") << QByteArray() << text;
    QTest::newRow("gzip") << QByteArray("gzip") << packed(text, kGzip);
    QTest::newRow("raw") << QByteArray("deflate") << packed(text, kRaw);
    QTest::newRow("layers") << QByteArray("gzip, deflate") << packed(packed(text, kGzip), kZlib);
    QTest::newRow("unknown") << QByteArray("compress") << text;
}

void TestContentDecoder::keepsNoMoreThanAsked()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, body);
    const QByteArray text = page();
    const Outcome out = ContentDecoder::decode(encoding, body, {.maxBytes = 1'000'000, .keepBytes = 100});
    QCOMPARE(out.bytes, text.first(100));
    QCOMPARE(out.size, text.size()); // counted whole
}

void TestContentDecoder::bombStopsEarly()
{
    constexpr qint64 kCap = 1024 * 1024;
    const QByteArray bomb = packed(QByteArray(200'000'000, '\0'), kGzip); // 1000 : 1
    QVERIFY(bomb.size() < 250'000);
    const Outcome out = ContentDecoder::decode("gzip", bomb, {.maxBytes = 100 * kCap, .keepBytes = kCap});
    QCOMPARE(out.status, Status::Bomb);
    QCOMPARE(out.bytes.size(), kCap);
    QVERIFY2(out.size <= 100 * kCap + 64LL * 1024, QByteArray::number(out.size).constData());
    // A small cap is reached long before the end of the stream: what counts is the ratio up to there.
    QCOMPARE(ContentDecoder::decode("gzip", bomb, {kCap, kCap}).status, Status::Bomb);
    // The same twice packed: the inner one is the bomb.
    const Outcome layered = ContentDecoder::decode("gzip, gzip", packed(bomb, kGzip), {kCap, kCap});
    QCOMPARE(layered.status, Status::Bomb);
    QVERIFY(layered.size <= kCap + 64LL * 1024);
    // Too large without being a bomb.
    const QByteArray plain = packed(randomBytes(500'000, 3), kGzip);
    const Outcome large = ContentDecoder::decode("gzip", plain, {.maxBytes = 100'000, .keepBytes = 50'000});
    QCOMPARE(large.status, Status::TooLarge);
    QCOMPARE(large.bytes.size(), 50'000);
    // Exactly at the cap is no fault.
    const Outcome exact = ContentDecoder::decode("gzip", plain, {.maxBytes = 500'000, .keepBytes = 50'000});
    QCOMPARE(exact.status, Status::Ok);
    QCOMPARE(exact.size, 500'000);
}

void TestContentDecoder::anyBytesAreHarmless()
{
    std::mt19937 random(7);
    const QByteArray whole = packed(page(), kGzip);
    for (quint32 i = 0; i < 2000; ++i) {
        QByteArray body = i % 2 == 0 ? randomBytes(static_cast<int>(random() % 400), i) : whole;
        for (quint32 flips = 0; i % 2 == 1 && flips < 3; ++flips)
            body[static_cast<qsizetype>(random() % static_cast<quint32>(body.size()))] =
                static_cast<char>(random() & 255U);
        for (const char *encoding : {"gzip", "deflate", "gzip, deflate"}) {
            const Outcome out = ContentDecoder::decode(encoding, body, {.maxBytes = 50'000, .keepBytes = 1000});
            QVERIFY(out.bytes.size() <= 1000);
            QVERIFY(out.size >= out.bytes.size() && out.size <= 50'000 + 64LL * 1024);
        }
    }
}

QTEST_GUILESS_MAIN(TestContentDecoder)
#include "tst_contentdecoder.moc"
