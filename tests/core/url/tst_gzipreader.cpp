// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/gzipreader.h"
#include "support/gzipdata.h"

#include <QBuffer>
#include <QTest>

#include <algorithm>

using namespace crawlscope;
using Status = GzipReader::Status;

namespace {

/// Hands out one byte at a time, as a slow pipe does.
class DripDevice : public QIODevice
{
public:
    explicit DripDevice(const QByteArray &bytes)
        : m_bytes(bytes)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_at == m_bytes.size(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        if (maxSize == 0 || m_at == m_bytes.size())
            return m_at == m_bytes.size() ? -1 : 0;
        *data = m_bytes[m_at++];
        return 1;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

} // namespace

class TestGzipReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void readsByteByByte();
    void limit();
    void cancelled();
};

void TestGzipReader::reads_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<bool>("mustBeGzip");
    QTest::addColumn<Status>("status");
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray big = QByteArray("http://example.org/some/page\n").repeated(20'000);
    const QByteArray zipped = test::gzip(big);
    QByteArray wrongSum = zipped;
    wrongSum[wrongSum.size() - 6] = static_cast<char>(wrongSum[wrongSum.size() - 6] ^ 1);

    QTest::newRow("plain") << big << false << Status::Ok << big;
    QTest::newRow("empty") << QByteArray() << false << Status::Ok << QByteArray();
    QTest::newRow("one byte") << QByteArray("x") << false << Status::Ok << QByteArray("x");
    QTest::newRow("gzip") << zipped << true << Status::Ok << big;
    QTest::newRow("gzip of nothing") << test::gzip({}) << true << Status::Ok << QByteArray();
    QTest::newRow("two members") << zipped + test::gzip("tail") << true << Status::Ok << big + "tail";
    QTest::newRow("zeros behind") << zipped + QByteArray(512, '\0') << true << Status::Ok << big;
    QTest::newRow("not gzip") << QByteArray("text") << true << Status::BadGzip << QByteArray();
    QTest::newRow("header only") << zipped.first(5) << true << Status::BadGzip << QByteArray();
    QTest::newRow("no trailer") << zipped.chopped(3) << true << Status::BadGzip << big;
    QTest::newRow("wrong checksum") << wrongSum << true << Status::BadGzip << big;
    QTest::newRow("second member cut") << zipped + test::gzip("tail").first(6) << true << Status::BadGzip << big;
    QTest::newRow("empty .gz") << QByteArray() << true << Status::Ok << QByteArray();
}

void TestGzipReader::reads()
{
    QFETCH(QByteArray, data);
    QFETCH(bool, mustBeGzip);
    QBuffer buffer(&data);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    const GzipReader::Result result = GzipReader::readAll(&buffer, 10'000'000, mustBeGzip);
    QTEST(result.status, "status");
    QTEST(result.bytes, "bytes");
}

void TestGzipReader::readsByteByByte()
{
    const QByteArray text = "http://a/\nhttp://b/\n";
    DripDevice plain(text);
    QCOMPARE(GzipReader::readAll(&plain, 1000).bytes, text);
    DripDevice zipped(test::gzip(text) + test::gzip(text));
    const GzipReader::Result result = GzipReader::readAll(&zipped, 1000);
    QCOMPARE(result.status, Status::Ok);
    QCOMPARE(result.bytes, text + text);
}

void TestGzipReader::limit()
{
    const QByteArray zeros(4'000'000, '0'); // about 4 kB zipped
    for (QByteArray data : {zeros, test::gzip(zeros)}) {
        QBuffer buffer(&data);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        const GzipReader::Result result = GzipReader::readAll(&buffer, 100'000);
        QCOMPARE(result.status, Status::LimitReached);
        QCOMPARE(result.bytes.size(), 100'000);
        buffer.seek(0);
        QCOMPARE(GzipReader::readAll(&buffer, zeros.size()).status, Status::Ok);
    }
}

void TestGzipReader::cancelled()
{
    const std::atomic<bool> stop = true;
    for (QByteArray data : {QByteArray("text"), test::gzip("text")}) {
        QBuffer buffer(&data);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        QCOMPARE(GzipReader::readAll(&buffer, 1000, false, &stop).status, Status::Cancelled);
    }
}

QTEST_GUILESS_MAIN(TestGzipReader)
#include "tst_gzipreader.moc"
