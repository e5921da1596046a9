// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/resultsource.h"

#include <QtTest>

using namespace crawlscope;

class TestResultSource : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyInputLineInOrder();
    void everyFieldOfARow();
    void linesWithoutRow_data();
    void linesWithoutRow();
    void failedBeforeTheStart();
    void finalUrl();
    void times_data();
    void times();
    void startedAt_data();
    void startedAt();
    void chosenRows();
    void chosenEntries();
    void rowsAppendedLater();
};

namespace {

// Lines 1, 3, 5 are unique; 4 is blank, 6 a duplicate of 1, 7 to 9 invalid, 10 left.
const QByteArray kInput = "http://one.example/\n# comment\nhttp://two.example/\n\nhttp://three.example/\n"
                          "http://one.example/\nftp://four.example/\nhttp://five.example:99999/\nbad\x01line://\n"
                          "http://six.example/\n";

std::shared_ptr<const UrlList> list(const QByteArray &input = kInput)
{
    return UrlList::parse(input);
}

ResultRow fullRow(quint32 entry)
{
    ResultRow row;
    row.entry = entry;
    row.state = RowState::Failed;
    row.error = ErrorId::ResetInBody;
    row.status = 200;
    row.attempts = 2;
    row.redirects = 1;
    row.connection = ConnectionUse::Reused;
    row.httpVersion = HttpVersion::Http11;
    row.truncated = true;
    row.anomalies = static_cast<quint32>(Anomaly::LoopLag) | static_cast<quint32>(Anomaly::BadStatus);
    row.wireBytes = 1'000;
    row.bodyBytes = 5'000'000'000;
    row.times = {1, 1'000, 12'345, 999, 0, 1'000'000, 60'000'001, 4'294'967'294U};
    row.startedAtMs = 1'790'000'000'123;
    row.method = "GET";
    row.reason = "OK";
    row.errorDetail = "after 5 bytes";
    row.contentType = "text/html";
    row.finalUrl = "http://one.example/final";
    row.remoteIp = "127.0.0.1";
    row.title = "A title";
    return row;
}

QByteArray field(const ResultSource &source, std::size_t index, ResultField which)
{
    QByteArray out("kept");
    source.appendField(index, which, &out);
    return out.startsWith("kept") ? out.sliced(4) : QByteArray("overwritten");
}

QByteArrayList allFields(const ResultSource &source, std::size_t index)
{
    QByteArrayList out;
    for (int i = 0; i < kResultFieldCount; ++i)
        out.append(field(source, index, static_cast<ResultField>(i)));
    return out;
}

} // namespace

void TestResultSource::everyInputLineInOrder()
{
    const auto urls = list();
    const auto table = std::make_shared<ResultTable>();
    table->append({fullRow(2), fullRow(0)}); // ended in another order
    const ResultSource source = ResultSource::allLines(urls, table);
    QCOMPARE(source.size(), std::size_t {8});
    QByteArrayList lines;
    QByteArrayList states;
    for (std::size_t i = 0; i < source.size(); ++i) {
        lines.append(field(source, i, ResultField::InputLine));
        states.append(field(source, i, ResultField::State));
    }
    QCOMPARE(lines.join(' '), "1 3 5 6 7 8 9 10");
    QCOMPARE(states.join(' '), "failed left failed skipped skipped skipped skipped left");
}

void TestResultSource::everyFieldOfARow()
{
    const auto table = std::make_shared<ResultTable>();
    table->append({fullRow(0)});
    const QByteArrayList expected {
        "1",
        "http://one.example/",
        "http://one.example/final",
        "GET",
        "failed",
        "200",
        "OK",
        "reset_in_body",
        "after 5 bytes",
        "2",
        "1",
        "text/html",
        "1000",
        "5000000000",
        "true",
        "0.001",
        "1.000",
        "12.345",
        "0.999",
        "0.000",
        "1000.000",
        "60000.001",
        "4294967.294",
        "reused",
        "127.0.0.1",
        "1.1",
        "2026-09-21T14:13:20.123Z",
        "A title",
        "",
        "bad_status;loop_lag",
    };
    QCOMPARE(allFields(ResultSource::allLines(list(), table), 0), expected);
}

void TestResultSource::linesWithoutRow_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<QByteArray>("detail");
    QTest::addColumn<QByteArray>("duplicateOf");
    const QByteArray none;
    QTest::newRow("left") << 1 << QByteArray("http://two.example/") << QByteArray("left") << none << none << none;
    QTest::newRow("duplicate") << 3 << QByteArray("http://one.example/") << QByteArray("skipped") << none << none
                               << QByteArray("1");
    QTest::newRow("scheme") << 4 << QByteArray("ftp://four.example/") << QByteArray("skipped")
                            << QByteArray("scheme_denied") << lineReasonName(LineReason::SchemeNotAllowed).toByteArray()
                            << none;
    QTest::newRow("port") << 5 << QByteArray("http://five.example:99999/") << QByteArray("skipped") << none
                          << lineReasonName(LineReason::BadPort).toByteArray() << none;
    QTest::newRow("control character") << 6 << QByteArray("bad\\x01line://") << QByteArray("skipped") << none
                                       << lineReasonName(LineReason::ControlCharacter).toByteArray() << none;
}

void TestResultSource::linesWithoutRow()
{
    QFETCH(const int, index);
    QFETCH(const QByteArray, url);
    QFETCH(const QByteArray, state);
    QFETCH(const QByteArray, error);
    QFETCH(const QByteArray, detail);
    QFETCH(const QByteArray, duplicateOf);
    const ResultSource source = ResultSource::allLines(list(), std::make_shared<ResultTable>());
    const auto at = static_cast<std::size_t>(index);
    QCOMPARE(field(source, at, ResultField::Url), url);
    QCOMPARE(field(source, at, ResultField::State), state);
    QCOMPARE(field(source, at, ResultField::Error), error);
    QCOMPARE(field(source, at, ResultField::ErrorDetail), detail);
    QCOMPARE(field(source, at, ResultField::DuplicateOfLine), duplicateOf);
    // Nothing else is said about a line that was not fetched.
    for (int i = 0; i < kResultFieldCount; ++i) {
        const auto which = static_cast<ResultField>(i);
        const bool said = which == ResultField::InputLine || which == ResultField::Url || which == ResultField::State
            || which == ResultField::Error || which == ResultField::ErrorDetail
            || which == ResultField::DuplicateOfLine;
        if (!said)
            QCOMPARE(field(source, at, which), QByteArray());
    }
}

void TestResultSource::failedBeforeTheStart()
{
    ResultRow row;
    row.entry = 0;
    row.state = RowState::Failed;
    row.error = ErrorId::Cancelled;
    const auto table = std::make_shared<ResultTable>();
    table->append({row});
    QByteArrayList expected(kResultFieldCount, QByteArray());
    expected[static_cast<int>(ResultField::InputLine)] = "1";
    expected[static_cast<int>(ResultField::Url)] = "http://one.example/";
    expected[static_cast<int>(ResultField::State)] = "failed";
    expected[static_cast<int>(ResultField::Error)] = "cancelled";
    QCOMPARE(allFields(ResultSource::allLines(list(), table), 0), expected);
}

void TestResultSource::finalUrl()
{
    ResultRow same = fullRow(0);
    same.finalUrl.clear();
    ResultRow noStatus = fullRow(1);
    noStatus.finalUrl.clear();
    noStatus.status = 0;
    const auto table = std::make_shared<ResultTable>();
    table->append({same, noStatus});
    const ResultSource source = ResultSource::rows(list(), table, {0, 1});
    QCOMPARE(field(source, 0, ResultField::FinalUrl), "http://one.example/");
    QCOMPARE(field(source, 1, ResultField::FinalUrl), "");
    QCOMPARE(field(source, 1, ResultField::Status), "");
}

void TestResultSource::times_data()
{
    QTest::addColumn<quint32>("micros");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("0") << 0U << QByteArray("0.000");
    QTest::newRow("1") << 1U << QByteArray("0.001");
    QTest::newRow("10") << 10U << QByteArray("0.010");
    QTest::newRow("100") << 100U << QByteArray("0.100");
    QTest::newRow("1000") << 1'000U << QByteArray("1.000");
    QTest::newRow("not applicable") << PhaseTimes::kNotApplicable << QByteArray();
}

void TestResultSource::times()
{
    QFETCH(const quint32, micros);
    QFETCH(const QByteArray, expected);
    ResultRow row = fullRow(0);
    row.times = {micros, micros, micros, micros, micros, micros, micros, micros};
    const auto table = std::make_shared<ResultTable>();
    table->append({row});
    const ResultSource source = ResultSource::rows(list(), table, {0});
    for (int i = static_cast<int>(ResultField::QueuedMs); i <= static_cast<int>(ResultField::TotalMs); ++i)
        QCOMPARE(field(source, 0, static_cast<ResultField>(i)), expected);
}

void TestResultSource::startedAt_data()
{
    QTest::addColumn<qint64>("ms");
    for (const qint64 ms : {1LL, 951'782'400'000LL, 1'709'164'800'000LL, 1'735'689'599'999LL, 4'102'444'800'000LL})
        QTest::addRow("%lld", static_cast<long long>(ms)) << ms;
}

void TestResultSource::startedAt()
{
    QFETCH(const qint64, ms);
    ResultRow row = fullRow(0);
    row.startedAtMs = ms;
    const auto table = std::make_shared<ResultTable>();
    table->append({row});
    QCOMPARE(QString::fromLatin1(field(ResultSource::rows(list(), table, {0}), 0, ResultField::StartedAt)),
             QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs));
}

void TestResultSource::chosenRows()
{
    const auto table = std::make_shared<ResultTable>();
    table->append({fullRow(2), fullRow(0), fullRow(1)});
    const ResultSource source = ResultSource::rows(list(), table, {2, 0, 2});
    QCOMPARE(source.size(), std::size_t {3});
    QCOMPARE(field(source, 0, ResultField::InputLine), "3");
    QCOMPARE(field(source, 1, ResultField::InputLine), "5");
    QCOMPARE(field(source, 2, ResultField::InputLine), "3");
    QCOMPARE(ResultSource::rows(list(), table, {}).size(), std::size_t {0});
}

void TestResultSource::rowsAppendedLater()
{
    const auto table = std::make_shared<ResultTable>();
    const ResultSource source = ResultSource::allLines(list(), table);
    table->append({fullRow(0)});
    QCOMPARE(source.size(), std::size_t {8});
    QCOMPARE(field(source, 0, ResultField::State), "left"); // as it was when the export was asked for
}

void TestResultSource::chosenEntries()
{
    auto table = std::make_shared<ResultTable>();
    table->append({fullRow(0), fullRow(2)});
    ResultRow again = fullRow(0);
    again.status = 404;
    table->append({again});
    const ResultSource source = ResultSource::entries(list(), table, {2, 1, 0});
    QCOMPARE(source.size(), std::size_t {3});
    QVERIFY(!source.coversAllLines());
    QCOMPARE(source.tableRow(0), 1);
    QCOMPARE(source.tableRow(1), -1); // it has no row
    QCOMPARE(source.tableRow(2), 2); // the newest
    QCOMPARE(source.entry(1), std::size_t {1});
    QCOMPARE(field(source, 0, ResultField::Url), QByteArray("http://three.example/"));
    QCOMPARE(field(source, 1, ResultField::Url), QByteArray("http://two.example/"));
    QCOMPARE(field(source, 1, ResultField::State), QByteArray("left"));
    QCOMPARE(field(source, 1, ResultField::InputLine), QByteArray("3"));
    QCOMPARE(field(source, 2, ResultField::Status), QByteArray("404"));
    QCOMPARE(source.number(2, ResultField::Status), std::optional<quint64>(404));
}

QTEST_GUILESS_MAIN(TestResultSource)
#include "tst_resultsource.moc"
