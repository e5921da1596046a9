// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rowdetails.h"

#include <QtTest>

#include <random>

using namespace crawlscope;

class TestRowDetails : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void roundTrip();
    void emptyRoundTrip();
    void isCompact();
    void truncationIsRefused();
    void trailingBytesAreRefused();
    void hostileCountsAreRefused_data();
    void hostileCountsAreRefused();
    void randomDamage();
    void randomBytes();
};

namespace {

RowDetails sample()
{
    RowDetails details;
    for (int i = 0; i < 3; ++i) {
        HopDetails hop;
        hop.url = "https://example.org/" + QByteArray::number(i);
        hop.method = "GET";
        hop.status = static_cast<quint16>(i == 2 ? 200 : 301);
        hop.reason = "Moved\0Permanently";
        hop.error = i == 2 ? ErrorId::Internal : ErrorId::None;
        hop.connection = ConnectionUse::Reused;
        hop.times.wait = 0;
        hop.times.total = PhaseTimes::kNotApplicable - 1;
        hop.startedAtMs = 1'790'000'000'000 + i;
        hop.httpVersion = HttpVersion::Http2;
        hop.remoteIp = "2001:db8::1";
        hop.remotePort = 65535;
        hop.wireBytes = 1LL << 40;
        hop.tls = {"TLSv1.3", "TLS_AES_256_GCM_SHA384", "CN=example.org", "CN=R3,O=Let's Encrypt",
                   1'800'000'000'000 + i};
        hop.requestHeaders = {{"Accept", "*/*"}, {"User-Agent", "x"}};
        hop.responseHeaders = {{"Set-Cookie", QByteArray(300, 'c')}, {"", ""}};
        details.hops.append(hop);
    }
    details.bodyPreview = QByteArray("\0\xff<html>", 8);
    details.charset = "utf-8";
    details.previewCut = true;
    details.jsonErrorOffset = -1;
    details.analysisMicros = 1234;
    return details;
}

bool same(const HopDetails &a, const HopDetails &b)
{
    return a.url == b.url && a.method == b.method && a.status == b.status && a.reason == b.reason && a.error == b.error
        && a.connection == b.connection && a.times.queued == b.times.queued && a.times.wait == b.times.wait
        && a.times.total == b.times.total && a.startedAtMs == b.startedAtMs && a.requestHeaders == b.requestHeaders
        && a.responseHeaders == b.responseHeaders && a.httpVersion == b.httpVersion && a.remoteIp == b.remoteIp
        && a.remotePort == b.remotePort && a.wireBytes == b.wireBytes && a.tls == b.tls;
}

bool same(const RowDetails &a, const RowDetails &b)
{
    return std::equal(a.hops.begin(), a.hops.end(), b.hops.begin(), b.hops.end(),
                      [](const HopDetails &x, const HopDetails &y) { return same(x, y); })
        && a.bodyPreview == b.bodyPreview && a.charset == b.charset && a.previewCut == b.previewCut
        && a.jsonErrorOffset == b.jsonErrorOffset && a.analysisMicros == b.analysisMicros;
}

/// Bytes that `details` hold; more than the input by no more than what a header or hop costs.
qsizetype bytesHeld(const RowDetails &details)
{
    qsizetype sum = details.bodyPreview.size() + details.charset.size();
    for (const HopDetails &hop : details.hops) {
        sum += hop.url.size() + hop.method.size() + hop.reason.size() + hop.remoteIp.size();
        sum += hop.tls.version.size() + hop.tls.cipher.size() + hop.tls.subject.size() + hop.tls.issuer.size();
        for (const HeaderList &headers : {hop.requestHeaders, hop.responseHeaders})
            for (const auto &[name, value] : headers)
                sum += name.size() + value.size();
    }
    return sum;
}

} // namespace

void TestRowDetails::roundTrip()
{
    RowDetails details = sample();
    RowDetails back;
    QVERIFY(RowDetails::deserialize(details.serialize(), &back));
    QVERIFY(same(details, back));
    details.jsonErrorOffset = std::numeric_limits<qint64>::max();
    details.hops[0].startedAtMs = std::numeric_limits<qint64>::min();
    QVERIFY(RowDetails::deserialize(details.serialize(), &back));
    QVERIFY(same(details, back));
}

void TestRowDetails::emptyRoundTrip()
{
    RowDetails back = sample();
    QVERIFY(RowDetails::deserialize(RowDetails().serialize(), &back));
    QVERIFY(same(back, RowDetails()));
}

void TestRowDetails::isCompact()
{
    const RowDetails details = sample();
    QVERIFY(details.serialize().size() < bytesHeld(details) + 3 * 64);
    QVERIFY(RowDetails().serialize().size() <= 8);
}

void TestRowDetails::truncationIsRefused()
{
    const QByteArray whole = sample().serialize();
    for (qsizetype size = 0; size < whole.size(); ++size) {
        RowDetails untouched;
        untouched.charset = "kept";
        QVERIFY(!RowDetails::deserialize(whole.left(size), &untouched));
        QCOMPARE(untouched.charset, "kept");
    }
}

void TestRowDetails::trailingBytesAreRefused()
{
    RowDetails out;
    QVERIFY(!RowDetails::deserialize(sample().serialize() + '\0', &out));
}

void TestRowDetails::hostileCountsAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("other format") << QByteArray("\x01\x00\x00\x00\x00\x00\x00", 7);
    QTest::newRow("2^63 hops") << QByteArray("\x02\xff\xff\xff\xff\xff\xff\xff\xff\x7f");
    QTest::newRow("number over 64 bits") << QByteArray("\x02\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01");
    QTest::newRow("string of 2^62 bytes") << QByteArray("\x02\x01\xff\xff\xff\xff\xff\xff\xff\xff\x3f");
    QTest::newRow("endless number") << QByteArray(100, '\x80');
    QTest::newRow("preview of 2 GiB") << QByteArray("\x02\x00\xff\xff\xff\xff\x07", 7);
}

void TestRowDetails::hostileCountsAreRefused()
{
    QFETCH(const QByteArray, bytes);
    RowDetails out;
    QVERIFY(!RowDetails::deserialize(bytes, &out));
}

void TestRowDetails::randomDamage()
{
    const QByteArray whole = sample().serialize();
    std::mt19937 random(1);
    int accepted = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray damaged = whole;
        const auto changes = 1 + random() % 4;
        for (unsigned i = 0; i < changes; ++i)
            damaged[static_cast<qsizetype>(random() % static_cast<unsigned>(damaged.size()))] =
                static_cast<char>(random());
        RowDetails out;
        if (RowDetails::deserialize(damaged, &out)) {
            ++accepted;
            QVERIFY(bytesHeld(out) <= damaged.size());
            QVERIFY(static_cast<std::size_t>(out.hops.value(0).error) < kErrorIdCount);
        }
    }
    QVERIFY(accepted > 0); // a changed letter in a text is no fault here; the spool has a checksum
}

void TestRowDetails::randomBytes()
{
    std::mt19937 random(2);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes(static_cast<qsizetype>(random() % 200), Qt::Uninitialized);
        for (char &byte : bytes)
            byte = static_cast<char>(random() % 4 == 0 ? random() : random() % 3);
        if (!bytes.isEmpty())
            bytes[0] = '\x01';
        RowDetails out;
        if (RowDetails::deserialize(bytes, &out))
            QVERIFY(bytesHeld(out) <= bytes.size());
    }
}

QTEST_GUILESS_MAIN(TestRowDetails)
#include "tst_rowdetails.moc"
