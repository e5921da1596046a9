// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/contentcodings.h"
#include "support/gzipdata.h"
#include "support/packeddata.h"

#include <QTest>

#include <random>

using namespace crawlscope;
using namespace crawlscope::ContentDecoder;
using test::brotli;
using test::gzip;
using test::zstd;

namespace {

constexpr qint64 kMebibyte = 1024 * 1024;
constexpr Caps kWide {.maxBytes = 64 * kMebibyte, .keepBytes = 64 * kMebibyte};
const QByteArray kSkippable("\x5a\x2a\x4d\x18\x03\0\0\0abc", 11); // a frame without content

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

QByteArray flipped(QByteArray bytes, qsizetype at)
{
    bytes[at] = static_cast<char>(bytes.at(at) ^ 0x55);
    return bytes;
}

} // namespace

/// Brotli and zstd; gzip and deflate are in tst_contentdecoder.
class TestContentCodings : public QObject
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
    void bombsStopEarly_data();
    void bombsStopEarly();
    void tooLargeIsNoBomb_data();
    void tooLargeIsNoBomb();
    void anyBytesAreHarmless_data();
    void anyBytesAreHarmless();
};

void TestContentCodings::undoes_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray text = page();
    const QByteArray binary = randomBytes(300'000, 1); // more than one chunk of output
    const QByteArray exact = randomBytes(128 * 1024, 2); // two chunks to the byte
    const QByteArray repeated(20 * kMebibyte, 'x');
    QTest::newRow("br") << QByteArray("br") << brotli(text) << text;
    QTest::newRow("br, upper case") << QByteArray(" BR ") << brotli(text) << text;
    QTest::newRow("br, large") << QByteArray("br") << brotli(binary) << binary;
    QTest::newRow("br, whole chunks") << QByteArray("br") << brotli(exact) << exact;
    QTest::newRow("br, widest window") << QByteArray("br") << brotli(repeated, 24) << repeated;
    QTest::newRow("br of nothing") << QByteArray("br") << brotli({}) << QByteArray();
    QTest::newRow("zstd") << QByteArray("zstd") << zstd(text) << text;
    QTest::newRow("zstd, large") << QByteArray("zstd") << zstd(binary) << binary;
    QTest::newRow("zstd, whole chunks") << QByteArray("zstd") << zstd(exact) << exact;
    QTest::newRow("zstd, window of 8 MiB") << QByteArray("zstd") << zstd(repeated, 23) << repeated;
    QTest::newRow("zstd of nothing") << QByteArray("zstd") << zstd({}) << QByteArray();
    QTest::newRow("zstd, frames") << QByteArray("zstd") << zstd(text) + zstd({}) + zstd(binary) + zstd(exact)
                                  << text + binary + exact;
    QTest::newRow("zstd, frames to skip")
        << QByteArray("zstd") << kSkippable + zstd(text) + kSkippable + zstd(text) << text + text;
    QTest::newRow("zstd, nothing but a frame to skip") << QByteArray("zstd") << kSkippable << QByteArray();
    QTest::newRow("gzip, br") << QByteArray("gzip, br") << brotli(gzip(text)) << text;
    QTest::newRow("br, zstd") << QByteArray("br,zstd") << zstd(brotli(binary)) << binary;
    QTest::newRow("empty bodies") << QByteArray("br, zstd") << QByteArray() << QByteArray();
}

void TestContentCodings::undoes()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, expected);
    const Outcome out = decode(encoding, body, kWide);
    QCOMPARE(out.status, Status::Ok);
    QCOMPARE(out.size, expected.size());
    QVERIFY(out.bytes == expected);
    QVERIFY(!out.trailingGarbage);
}

void TestContentCodings::faults_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Status>("status");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("garbage");
    const QByteArray text = page();
    const QByteArray br = brotli(text);
    const QByteArray zst = zstd(text);
    const auto row = [](const char *name, const char *encoding, const QByteArray &body, Status status,
                        const QByteArray &bytes = {}, bool garbage = false) {
        QTest::newRow(name) << QByteArray(encoding) << body << status << bytes << garbage;
    };
    row("br, garbage behind", "br", br + "x", Status::Ok, text, true);
    row("br, a second stream", "br", br + br, Status::Ok, text, true); // Brotli knows no members
    row("br, plain text", "br", text, Status::Broken);
    row("br, gzip", "br", gzip(text), Status::Broken);
    row("br, large window", "br", brotli(text, 28), Status::Broken);
    row("br, one byte", "br", br.first(1), Status::Truncated);
    row("zstd, garbage behind", "zstd", zst + "x", Status::Ok, text, true);
    row("zstd, zeros behind", "zstd", zst + QByteArray(64, '\0'), Status::Ok, text, true);
    row("zstd, garbage like a frame", "zstd", zst + "\x28\xb5\x2f\xfe and more", Status::Ok, text, true);
    row("zstd, broken second frame", "zstd", zst + "\x28\xb5\x2f\xfd" + QByteArray(20, '\xff'), Status::Broken, text);
    row("zstd, start of a frame behind", "zstd", zst + "\x28\xb5", Status::Truncated, text);
    row("zstd, checksum", "zstd", flipped(zst, zst.size() - 1), Status::Broken); // zstd keeps a piece that fails
    row("zstd, without the checksum", "zstd", zst.chopped(4), Status::Truncated, text);
    row("zstd, plain text", "zstd", text, Status::Broken);
    row("zstd, gzip", "zstd", gzip(text), Status::Broken);
    row("zstd, of before the RFC", "zstd", QByteArray("\x27\xb5\x2f\xfd") + zst.sliced(4), Status::Broken);
    row("zstd, one byte", "zstd", zst.first(1), Status::Truncated);
    row("zstd, frame to skip cut", "zstd", kSkippable.chopped(1), Status::Truncated);
    row("zstd, window of 16 MiB", "zstd", zstd(QByteArray(20 * kMebibyte, 'x'), 24), Status::WindowTooLarge);
    row("zstd, wants a dictionary", "zstd", QByteArray("\x28\xb5\x2f\xfd\x01\x38\x07\x03\0\0x", 11), Status::Broken);
    row("inner layer broken", "br, zstd", zstd(text), Status::Broken);
    row("garbage in the outer layer", "br, zstd", zstd(br) + "x", Status::Ok, text, true);
    row("outer layer cut", "br, zstd", zstd(br).chopped(2), Status::Truncated, br); // not looked further into
    row("three layers", "br, br, zstd", text, Status::Unknown, text);
}

void TestContentCodings::faults()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, body);
    QFETCH(Status, status);
    QFETCH(QByteArray, bytes);
    QFETCH(bool, garbage);
    const Outcome out = decode(encoding, body, kWide);
    QCOMPARE(out.status, status);
    QCOMPARE(out.trailingGarbage, garbage);
    QCOMPARE(out.bytes, bytes);
    QCOMPARE(out.size, bytes.size());
}

void TestContentCodings::truncatedAnywhere_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("whole");
    QTest::newRow("br") << QByteArray("br") << brotli(page());
    QTest::newRow("zstd") << QByteArray("zstd") << zstd(page());
}

void TestContentCodings::truncatedAnywhere()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, whole);
    const QByteArray text = page();
    for (qsizetype size = 1; size < whole.size(); size += size < 40 || size > whole.size() - 40 ? 1 : 37) {
        const Outcome out = decode(encoding, whole.first(size), kWide);
        QCOMPARE(out.status, Status::Truncated);
        QVERIFY(text.startsWith(out.bytes)); // what could be decoded is there
        QCOMPARE(out.size, out.bytes.size());
    }
}

void TestContentCodings::keepsNoMoreThanAsked_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("br") << QByteArray("br") << brotli(page());
    QTest::newRow("zstd") << QByteArray("zstd") << zstd(page());
    QTest::newRow("layers") << QByteArray("br, zstd") << zstd(brotli(page()));
}

void TestContentCodings::keepsNoMoreThanAsked()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, body);
    const Outcome out = decode(encoding, body, {.maxBytes = kMebibyte, .keepBytes = 100});
    QCOMPARE(out.bytes, page().first(100));
    QCOMPARE(out.size, page().size()); // counted whole
}

void TestContentCodings::bombsStopEarly_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("bomb");
    const QByteArray zeros(100 * kMebibyte, '\0');
    QTest::newRow("br") << QByteArray("br") << brotli(zeros);
    QTest::newRow("zstd") << QByteArray("zstd") << zstd(zeros);
    QTest::newRow("zstd, frames") << QByteArray("zstd") << zstd(zeros.first(kMebibyte)).repeated(100);
    QTest::newRow("br in zstd") << QByteArray("br, zstd") << zstd(brotli(zeros));
    QTest::newRow("zstd in zstd") << QByteArray("zstd, zstd") << zstd(zstd(zeros));
    QTest::newRow("br in gzip") << QByteArray("br, gzip") << gzip(brotli(zeros));
}

void TestContentCodings::bombsStopEarly()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, bomb);
    QVERIFY(bomb.size() < 20'000);
    for (const qint64 cap : {kMebibyte, 50 * kMebibyte}) {
        const Outcome out = decode(encoding, bomb, {.maxBytes = cap, .keepBytes = 1000});
        QCOMPARE(out.status, Status::Bomb);
        QCOMPARE(out.bytes.size(), 1000);
        QVERIFY2(out.size > cap && out.size <= cap + 64 * 1024, QByteArray::number(out.size).constData());
    }
    // Within the cap nothing is wrong with it, however much it grows.
    QCOMPARE(decode(encoding, bomb, {.maxBytes = 100 * kMebibyte, .keepBytes = 10}).status, Status::Ok);
}

void TestContentCodings::tooLargeIsNoBomb_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("br") << QByteArray("br") << brotli(randomBytes(500'000, 3));
    QTest::newRow("zstd") << QByteArray("zstd") << zstd(randomBytes(500'000, 3));
}

void TestContentCodings::tooLargeIsNoBomb()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, body);
    const Outcome large = decode(encoding, body, {.maxBytes = 100'000, .keepBytes = 50'000});
    QCOMPARE(large.status, Status::TooLarge);
    QCOMPARE(large.bytes, randomBytes(500'000, 3).first(50'000));
    QCOMPARE(decode(encoding, body, {.maxBytes = 499'999, .keepBytes = 0}).status, Status::TooLarge);
    const Outcome exact = decode(encoding, body, {.maxBytes = 500'000, .keepBytes = 0});
    QCOMPARE(exact.status, Status::Ok);
    QCOMPARE(exact.size, 500'000);
}

void TestContentCodings::anyBytesAreHarmless_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("whole");
    QTest::newRow("br") << QByteArray("br") << brotli(page());
    QTest::newRow("zstd") << QByteArray("zstd") << zstd(page());
    QTest::newRow("layers") << QByteArray("br, zstd") << zstd(brotli(page()));
}

void TestContentCodings::anyBytesAreHarmless()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, whole);
    std::mt19937 random(7);
    for (quint32 i = 0; i < 2000; ++i) {
        QByteArray body = i % 2 == 0 ? randomBytes(1 + static_cast<int>(random() % 400), i) : whole;
        if (i % 4 == 0)
            body.prepend(whole.first(4 + static_cast<qsizetype>(random() % 8)));
        for (quint32 flips = 0; i % 2 == 1 && flips < 3; ++flips)
            body[static_cast<qsizetype>(random() % static_cast<quint32>(body.size()))] =
                static_cast<char>(random() & 255U);
        const Outcome out = decode(encoding, body, {.maxBytes = 50'000, .keepBytes = 1000});
        QVERIFY(out.bytes.size() <= 1000);
        QVERIFY(out.size >= out.bytes.size() && out.size <= 50'000 + 64LL * 1024);
    }
}

QTEST_GUILESS_MAIN(TestContentCodings)
#include "tst_contentcodings.moc"
