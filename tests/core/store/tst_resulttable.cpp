// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/resulttable.h"

#include <QtTest>

#include <thread>

using namespace crawlscope;

class TestResultTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsEveryField();
    void emptyTexts();
    void textsOfEveryLength();
    void addressesAreStable();
    void newerRowsSupersede();
    void rowOfEntry();
    void internerRunsFull();
    void memoryPerRow();
    void readersBesideTheWriter();
};

namespace {

ResultRow rowNumber(quint32 number)
{
    ResultRow row;
    row.entry = number;
    row.state = RowState::Done;
    row.status = static_cast<quint16>(200 + number % 300);
    row.wireBytes = number;
    row.times.total = number;
    row.method = "GET";
    row.contentType = number % 2 == 0 ? "text/html" : "application/json";
    row.remoteIp = "127.0.0." + QByteArray::number(number % 200);
    row.title = "Title of page " + QByteArray::number(number);
    return row;
}

} // namespace

void TestResultTable::keepsEveryField()
{
    ResultRow row = rowNumber(7);
    row.error = ErrorId::IdleTimeout;
    row.attempts = 3;
    row.redirects = 2;
    row.connection = ConnectionUse::Reused;
    row.httpVersion = HttpVersion::Http11;
    row.truncated = true;
    row.anomalies = 5;
    row.bodyBytes = 1LL << 40;
    row.times = {1, 2, 3, 4, 5, 6, 7, 8};
    row.startedAtMs = 1'790'000'000'123;
    row.reason = "OK";
    row.errorDetail = "after 15 s";
    row.finalUrl = "http://example.org/final";
    ResultTable table;
    table.append({rowNumber(0), row});
    QCOMPARE(table.rowCount(), std::size_t {2});
    const ResultRecord &record = table.record(1);
    QCOMPARE(record.entry, 7U);
    QCOMPARE(record.state, RowState::Done);
    QCOMPARE(record.error, ErrorId::IdleTimeout);
    QCOMPARE(record.status, quint16 {207});
    QCOMPARE(record.attempts, quint8 {3});
    QCOMPARE(record.redirects, quint8 {2});
    QCOMPARE(record.connection, ConnectionUse::Reused);
    QCOMPARE(record.httpVersion, HttpVersion::Http11);
    QVERIFY(record.truncated);
    QCOMPARE(record.anomalies, 5U);
    QCOMPARE(record.wireBytes, 7);
    QCOMPARE(record.bodyBytes, 1LL << 40);
    QCOMPARE(record.times.queued, 1U);
    QCOMPARE(record.times.total, 8U);
    QCOMPARE(record.startedAtMs, 1'790'000'000'123);
    QCOMPARE(table.method(1), "GET");
    QCOMPARE(table.reason(1), "OK");
    QCOMPARE(table.contentType(1), "application/json");
    QCOMPARE(table.remoteIp(1), "127.0.0.7");
    QCOMPARE(table.finalUrl(1).toByteArray(), "http://example.org/final");
    QCOMPARE(table.title(1).toByteArray(), "Title of page 7");
    QCOMPARE(table.errorDetail(1).toByteArray(), "after 15 s");
}

void TestResultTable::emptyTexts()
{
    ResultTable table;
    table.append({ResultRow()});
    QVERIFY(table.record(0).texts == nullptr);
    QVERIFY(table.finalUrl(0).isEmpty());
    QVERIFY(table.title(0).isEmpty());
    QVERIFY(table.errorDetail(0).isEmpty());
    QVERIFY(table.method(0).isEmpty());
    QVERIFY(table.reason(0).isEmpty());
    QVERIFY(table.contentType(0).isEmpty());
    QVERIFY(table.remoteIp(0).isEmpty());
    table.append({});
    QCOMPARE(table.rowCount(), std::size_t {1});
}

void TestResultTable::textsOfEveryLength()
{
    ResultTable table;
    const std::vector<qsizetype> sizes {0, 1, 127, 128, 255, 16'383, 16'384, 262'144, 1'048'576, 3'000'000, 5};
    std::vector<ResultRow> rows;
    for (const qsizetype size : sizes) {
        ResultRow row;
        row.finalUrl = QByteArray(size, 'u');
        row.title = QByteArray(size / 2, 't');
        row.errorDetail = "detail";
        rows.push_back(row);
    }
    table.append(rows);
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        QCOMPARE(table.finalUrl(i).toByteArray(), rows[i].finalUrl);
        QCOMPARE(table.title(i).toByteArray(), rows[i].title);
        QCOMPARE(table.errorDetail(i).toByteArray(), rows[i].errorDetail);
    }
}

void TestResultTable::addressesAreStable()
{
    ResultTable table;
    table.append({rowNumber(0)});
    const ResultRecord *const record = &table.record(0);
    const char *const title = table.title(0).data();
    for (quint32 batch = 0; batch < 80; ++batch) {
        std::vector<ResultRow> rows;
        for (quint32 i = 0; i < 1'000; ++i)
            rows.push_back(rowNumber(1 + batch * 1'000 + i));
        table.append(rows);
    }
    QCOMPARE(table.rowCount(), std::size_t {80'001});
    QVERIFY(table.rowCount() > 2 * ResultTable::kChunkRows);
    QVERIFY(record == &table.record(0));
    QVERIFY(title == table.title(0).data());
    for (quint32 row = 0; row < 80'001; row += 17) {
        QCOMPARE(table.record(row).entry, row);
        QCOMPARE(table.title(row).toByteArray(), rowNumber(row).title);
    }
}

void TestResultTable::newerRowsSupersede()
{
    ResultTable table;
    std::vector<ResultRow> rows(3);
    for (quint32 i = 0; i < 3; ++i)
        rows[i].entry = i;
    table.append(rows);
    QCOMPARE(table.supersededCount(), std::size_t {0});
    table.append({rows[1]});
    QCOMPARE(table.rowCount(), std::size_t {4});
    QCOMPARE(table.supersededCount(), std::size_t {1});
    QVERIFY(table.isCurrent(0) && !table.isCurrent(1) && table.isCurrent(2) && table.isCurrent(3));
    QCOMPARE(table.rowOfEntry(1), 3);
    table.append({rows[1], rows[1]}); // twice in one batch
    QCOMPARE(table.supersededCount(), std::size_t {3});
    QVERIFY(!table.isCurrent(3) && !table.isCurrent(4) && table.isCurrent(5));
    QCOMPARE(table.rowOfEntry(1), 5);
}

void TestResultTable::rowOfEntry()
{
    ResultTable table;
    QCOMPARE(table.rowOfEntry(0), -1);
    table.append({rowNumber(500'000), rowNumber(3)});
    QCOMPARE(table.rowOfEntry(500'000), 0);
    QCOMPARE(table.rowOfEntry(3), 1);
    QCOMPARE(table.rowOfEntry(4), -1);
    QCOMPARE(table.rowOfEntry(600'000'000), -1);
}

void TestResultTable::internerRunsFull()
{
    ResultTable table;
    std::vector<ResultRow> rows;
    for (quint32 i = 0; i < 66'000; ++i) {
        ResultRow row;
        row.entry = i;
        row.contentType = "type/" + QByteArray::number(i);
        row.method = "M" + QByteArray::number(i);
        row.remoteIp = "ip" + QByteArray::number(i);
        rows.push_back(row);
    }
    table.append(rows);
    QCOMPARE(table.contentType(0), "type/0");
    QCOMPARE(table.contentType(65'534), "type/65534");
    QVERIFY(table.contentType(65'535).isEmpty());
    QCOMPARE(table.method(254), "M254");
    QVERIFY(table.method(255).isEmpty());
    QCOMPARE(table.remoteIp(65'999), "ip65999");
    table.append({rows[10]}); // known ones still read well
    QCOMPARE(table.contentType(66'000), "type/10");
}

void TestResultTable::memoryPerRow()
{
    ResultTable table;
    constexpr quint32 kRows = 10 * ResultTable::kChunkRows;
    std::vector<ResultRow> rows;
    for (quint32 i = 0; i < kRows; ++i) {
        rows.push_back(rowNumber(i));
        if (rows.size() == 1'000 || i + 1 == kRows) {
            table.append(rows);
            rows.clear();
        }
    }
    QVERIFY(table.memoryBytes() > kRows * sizeof(ResultRecord));
    QVERIFY(table.memoryBytes() < kRows * std::size_t {200});
}

void TestResultTable::readersBesideTheWriter()
{
    ResultTable table;
    constexpr quint32 kRows = 150'000;
    std::atomic<int> faults = 0;
    const auto reader = [&] {
        std::size_t seen = 0;
        while (seen < kRows) {
            const std::size_t count = table.rowCount();
            if (count == seen)
                std::this_thread::yield();
            for (std::size_t row = seen; row < count; ++row) {
                const auto number = static_cast<quint32>(row);
                const QByteArrayView title = table.title(row);
                const bool good = table.record(row).entry == number && table.record(row).wireBytes == number
                    && title.startsWith("Title of page ") && title.sliced(14).toUInt() == number
                    && (row % 64 != 0
                        || table.contentType(row) == (number % 2 == 0 ? "text/html" : "application/json"));
                if (!good)
                    ++faults;
            }
            seen = count;
        }
    };
    std::thread first(reader);
    std::thread second(reader);
    std::vector<ResultRow> rows;
    for (quint32 i = 0; i < kRows; ++i) {
        rows.push_back(rowNumber(i));
        if (rows.size() == 700 || i + 1 == kRows) {
            table.append(rows);
            rows.clear();
        }
    }
    first.join();
    second.join();
    QCOMPARE(faults.load(), 0);
    QCOMPARE(table.rowCount(), std::size_t {kRows});
}

QTEST_GUILESS_MAIN(TestResultTable)
#include "tst_resulttable.moc"
