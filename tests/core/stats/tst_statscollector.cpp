// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/statscollector.h"
#include "core/store/resultquery.h"

#include <QTest>

#include <numeric>

using namespace crawlscope;

namespace {
constexpr qint64 kSecond = 1'000'000;

ResultRow rowOf(quint16 status, ErrorId error = ErrorId::None, quint32 totalMicros = 5000)
{
    ResultRow row;
    row.status = status;
    row.error = error;
    row.state = error == ErrorId::None && status < 400 ? RowState::Done : RowState::Failed;
    row.wireBytes = 100;
    row.bodyBytes = 300;
    row.times.total = totalMicros;
    return row;
}

StatsSnapshot filled(const StatsCollector &stats, qint64 now)
{
    StatsSnapshot snapshot;
    stats.fill(&snapshot, now, now);
    return snapshot;
}
} // namespace

class TestStatsCollector : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingYet();
    void totals();
    void latencyOfAnswersOnly();
    void snapshotIsACopy();
    void rateOverTwoSeconds();
    void rateAtTheStart();
    void averageLeavesPausesOut();
    void requests();
    void aPointASecond();
    void lateLoopLeavesNoHole();
    void lastSecondIsClosed();
    void pointsAddUp();
};

void TestStatsCollector::nothingYet()
{
    const StatsCollector stats;
    const StatsSnapshot snapshot = filled(stats, 0);
    QVERIFY(snapshot.latency != nullptr);
    QCOMPARE(snapshot.latency->count(), 0U);
    QCOMPARE(snapshot.ratePerS, 0.0);
    QCOMPARE(snapshot.averageRatePerS, 0.0);
    QCOMPARE(snapshot.requests, 0U);
    QVERIFY(snapshot.statusCodes.isEmpty());
}

void TestStatsCollector::totals()
{
    StatsCollector stats;
    for (const quint16 status : std::initializer_list<quint16> {200, 200, 204, 301, 404, 404, 404, 500})
        stats.addEnded(rowOf(status), kSecond);
    stats.addEnded(rowOf(0, ErrorId::ConnectRefused), kSecond);
    stats.addEnded(rowOf(200, ErrorId::TruncatedLength), kSecond);
    const StatsSnapshot snapshot = filled(stats, kSecond);
    const QList<QPair<int, quint64>> codes {{200, 3}, {204, 1}, {301, 1}, {404, 3}, {500, 1}};
    QCOMPARE(snapshot.statusCodes, codes); // ascending
    QCOMPARE(std::accumulate(snapshot.statusClasses.begin(), snapshot.statusClasses.end(), quint64 {0}), 10U);
    QCOMPARE(snapshot.statusClasses.at(static_cast<std::size_t>(statusClassOf(0))), 1U);
    QCOMPARE(snapshot.statusClasses.at(static_cast<std::size_t>(statusClassOf(200))), 4U);
    QCOMPARE(snapshot.statusClasses.at(static_cast<std::size_t>(statusClassOf(404))), 3U);
    QCOMPARE(snapshot.errors.at(static_cast<std::size_t>(ErrorId::ConnectRefused)), 1U);
    QCOMPARE(snapshot.errors.at(static_cast<std::size_t>(ErrorId::TruncatedLength)), 1U);
    QCOMPARE(snapshot.errors.at(static_cast<std::size_t>(ErrorId::None)), 0U); // no error is none
    QCOMPARE(snapshot.wireBytes, 1000U);
    QCOMPARE(snapshot.bodyBytes, 3000U);
}

void TestStatsCollector::latencyOfAnswersOnly()
{
    StatsCollector stats;
    stats.addEnded(rowOf(200, ErrorId::None, 10'000), 0);
    stats.addEnded(rowOf(404, ErrorId::None, 20'000), 0);
    stats.addEnded(rowOf(0, ErrorId::ConnectTimeout, 10'000'000), 0); // no answer has no latency
    stats.addEnded(rowOf(200, ErrorId::None, PhaseTimes::kNotApplicable), 0);
    QCOMPARE(filled(stats, kSecond).latency->count(), 2U);
}

void TestStatsCollector::snapshotIsACopy()
{
    StatsCollector stats;
    stats.addEnded(rowOf(200), 0);
    const StatsSnapshot before = filled(stats, kSecond);
    stats.addEnded(rowOf(200), 0);
    QCOMPARE(before.latency->count(), 1U); // what the front end keeps does not change under its hands
    QCOMPARE(filled(stats, kSecond).latency->count(), 2U);
}

void TestStatsCollector::rateOverTwoSeconds()
{
    StatsCollector stats;
    for (qint64 now = 0; now < 10 * kSecond; now += 10'000) // 100 a second
        stats.addEnded(rowOf(200), now);
    const double steady = filled(stats, 10 * kSecond - 1).ratePerS;
    QVERIFY2(steady >= 95 && steady <= 105, QByteArray::number(steady).constData());
    const double after = filled(stats, 11 * kSecond).ratePerS; // a second without any
    QVERIFY2(after >= 40 && after <= 60, QByteArray::number(after).constData());
    QCOMPARE(filled(stats, 13 * kSecond).ratePerS, 0.0);
    stats.addEnded(rowOf(200), 60 * kSecond); // after a long silence nothing old is counted
    QCOMPARE(filled(stats, 60 * kSecond).ratePerS, 0.5);
}

void TestStatsCollector::rateAtTheStart()
{
    StatsCollector stats;
    for (qint64 now = 0; now < kSecond / 2; now += 10'000)
        stats.addEnded(rowOf(200), now);
    // Half a second into the run the window is half a second, not two.
    const double rate = filled(stats, kSecond / 2).ratePerS;
    QVERIFY2(rate >= 90 && rate <= 110, QByteArray::number(rate).constData());
}

void TestStatsCollector::averageLeavesPausesOut()
{
    StatsCollector stats;
    for (int i = 0; i < 100; ++i)
        stats.addEnded(rowOf(200), kSecond);
    StatsSnapshot snapshot;
    stats.fill(&snapshot, 60 * kSecond, 10 * kSecond); // 50 of the 60 seconds were a pause
    QCOMPARE(snapshot.averageRatePerS, 10.0);
    QCOMPARE(snapshot.elapsedMs, 10'000);
}

void TestStatsCollector::requests()
{
    StatsCollector stats;
    stats.addRequest(ConnectionUse::New);
    stats.addRequest(ConnectionUse::Reused);
    stats.addRequest(ConnectionUse::Reused);
    stats.addRequest(ConnectionUse::Unknown);
    const StatsSnapshot snapshot = filled(stats, 0);
    QCOMPARE(snapshot.requests, 4U);
    QCOMPARE(snapshot.newConnections, 1U);
    QCOMPARE(snapshot.reusedConnections, 2U);
}

void TestStatsCollector::aPointASecond()
{
    StatsCollector stats;
    for (qint64 now = 0; now <= 3 * kSecond; now += 20'000) {
        stats.addEnded(rowOf(now < kSecond ? 200 : 404, ErrorId::None, 8000), now);
        stats.sample(now < kSecond ? 4 : 10, 20, now + 20'000);
    }
    const std::vector<TimePoint> points = stats.takePoints();
    QCOMPARE(points.size(), std::size_t {3});
    for (std::size_t i = 0; i < points.size(); ++i)
        QCOMPARE(points[i].atMs, 1000 * static_cast<qint64>(i + 1));
    QCOMPARE(points[0].inFlight, 4);
    QCOMPARE(points[1].inFlight, 10);
    QCOMPARE(points[0].inFlightLimit, 20);
    QCOMPARE(points[0].ended, 50U);
    QCOMPARE(points[0].ratePerS, 50.0);
    QCOMPARE(points[0].failures, 0U);
    QVERIFY(points[2].failures >= 49U);
    QCOMPARE(points[0].wireBytes, 5000);
    QVERIFY(points[0].p50Micros >= 7000 && points[0].p50Micros <= 9000);
    QVERIFY(points[0].p50Micros <= points[0].p95Micros && points[0].p95Micros <= points[0].p99Micros);
    QVERIFY(stats.takePoints().empty()); // each once
}

void TestStatsCollector::lateLoopLeavesNoHole()
{
    StatsCollector stats;
    stats.sample(2, 20, 500'000);
    stats.sample(2, 20, 5'300'000); // stood still for almost five seconds
    const std::vector<TimePoint> points = stats.takePoints();
    QCOMPARE(points.size(), std::size_t {5});
    for (std::size_t i = 0; i < points.size(); ++i) {
        QCOMPARE(points[i].atMs, 1000 * static_cast<qint64>(i + 1));
        QCOMPARE(points[i].inFlight, 2);
        QCOMPARE(points[i].ended, 0U);
        QCOMPARE(points[i].p50Micros, 0U);
    }
}

void TestStatsCollector::lastSecondIsClosed()
{
    StatsCollector stats;
    stats.sample(1, 5, kSecond);
    stats.addEnded(rowOf(200), kSecond + 250'000);
    stats.closeSecond(0, 5, kSecond + 500'000);
    std::vector<TimePoint> points = stats.takePoints();
    QCOMPARE(points.size(), std::size_t {2});
    QCOMPARE(points[1].atMs, 1500);
    QCOMPARE(points[1].ended, 1U);
    QCOMPARE(points[1].ratePerS, 2.0); // one in half a second
    stats.closeSecond(0, 5, kSecond + 500'000); // nothing since
    QVERIFY(stats.takePoints().empty());
}

void TestStatsCollector::pointsAddUp()
{
    StatsCollector stats;
    quint32 x = 12345;
    qint64 now = 0;
    constexpr int kRows = 5000;
    for (int i = 0; i < kRows; ++i) {
        x = x * 1664525U + 1013904223U;
        now += x >> 20U; // up to 4 ms
        stats.addEnded(rowOf(x % 5 == 0 ? 404 : 200), now);
        if (i % 7 == 0)
            stats.sample(static_cast<int>(x % 30), 30, now);
    }
    stats.closeSecond(0, 30, now + 1);
    quint32 ended = 0;
    quint32 byClass = 0;
    qint64 bytes = 0;
    qint64 last = 0;
    for (const TimePoint &point : stats.takePoints()) {
        QVERIFY(point.atMs > last);
        last = point.atMs;
        ended += point.ended;
        byClass += std::accumulate(point.statusClasses.begin(), point.statusClasses.end(), 0U);
        bytes += point.wireBytes;
    }
    QCOMPARE(ended, quint32 {kRows});
    QCOMPARE(byClass, quint32 {kRows});
    QCOMPARE(bytes, 100LL * kRows);
}

QTEST_GUILESS_MAIN(TestStatsCollector)
#include "tst_statscollector.moc"
