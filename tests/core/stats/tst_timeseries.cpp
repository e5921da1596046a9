// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/timeseries.h"

#include <QTest>

using namespace crawlscope;

namespace {

TimePoint pointAt(qint64 second)
{
    TimePoint point;
    point.atMs = second * 1'000;
    point.ratePerS = 10;
    point.inFlight = 4;
    point.inFlightLimit = 8;
    point.ended = 10;
    point.p50Micros = 1'000;
    point.p95Micros = 2'000;
    point.p99Micros = 3'000;
    point.statusClasses = {1, 0, 6, 1, 1, 1};
    point.failures = 3;
    point.wireBytes = 100;
    return point;
}

} // namespace

class TestTimeSeries : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsEverySecondAtFirst();
    void staysBoundedOverADay();
    void sumsSurviveMerging();
    void mergesFiguresByTheirMeaning();
    void gapsDoNotDefeatTheBound();
    void timeNeverGoesBack();
    void clearStartsAnew();
    void findsNearest_data();
    void findsNearest();
};

void TestTimeSeries::keepsEverySecondAtFirst()
{
    TimeSeries series;
    for (qint64 s = 1; s < static_cast<qint64>(TimeSeries::kCapacity); ++s)
        series.append(pointAt(s));
    QCOMPARE(series.size(), TimeSeries::kCapacity - 1);
    QCOMPARE(series.stepSeconds(), 1);
    QCOMPARE(series.points().front().seconds, 1U);
    QCOMPARE(series.points().back().atMs, 3'999'000);
    QCOMPARE(series.generation(), 0U);
}

void TestTimeSeries::staysBoundedOverADay()
{
    TimeSeries series;
    for (qint64 s = 1; s <= 86'400; ++s) {
        series.append(pointAt(s));
        QVERIFY(series.size() < TimeSeries::kCapacity);
    }
    QCOMPARE(series.stepSeconds(), 32);
    QCOMPARE(series.size(), 2'700U);
    QCOMPARE(series.points().back().atMs, 86'400'000);
    for (std::size_t i = 1; i < series.size(); ++i)
        QVERIFY(series.points()[i - 1].atMs < series.points()[i].atMs);
}

void TestTimeSeries::sumsSurviveMerging()
{
    TimeSeries series;
    for (qint64 s = 1; s <= 20'000; ++s)
        series.append(pointAt(s));
    quint64 ended = 0;
    quint64 seconds = 0;
    quint64 success = 0;
    qint64 bytes = 0;
    for (const TimeSeries::Point &point : series.points()) {
        ended += point.ended;
        seconds += point.seconds;
        success += point.statusClasses[2];
        bytes += point.wireBytes;
        QCOMPARE(point.perSecond(point.ended), 10.0);
        QCOMPARE(point.ratePerS, 10.0);
        QCOMPARE(point.inFlight, 4);
    }
    QCOMPARE(ended, 200'000U);
    QCOMPARE(seconds, 20'000U);
    QCOMPARE(success, 120'000U);
    QCOMPARE(bytes, 2'000'000);
}

void TestTimeSeries::mergesFiguresByTheirMeaning()
{
    TimeSeries series;
    TimePoint busy = pointAt(1);
    busy.p99Micros = 90'000;
    busy.ended = 30;
    busy.ratePerS = 30;
    series.append(busy);
    TimePoint idle = pointAt(2);
    idle.ended = 0;
    idle.p50Micros = 0;
    idle.p95Micros = 0;
    idle.p99Micros = 0;
    idle.ratePerS = 0;
    idle.inFlightLimit = 50;
    series.append(idle);
    for (qint64 s = 3; s <= static_cast<qint64>(TimeSeries::kCapacity); ++s)
        series.append(pointAt(s));
    QCOMPARE(series.stepSeconds(), 2);
    const TimeSeries::Point &first = series.points().front();
    QCOMPARE(first.seconds, 2U);
    QCOMPARE(first.p50Micros, 1'000U); // the second without an answer weighs nothing
    QCOMPARE(first.p99Micros, 90'000U);
    QCOMPARE(first.ratePerS, 15.0);
    QCOMPARE(first.inFlightLimit, 50);
    QCOMPARE(first.atMs, 2'000);
}

void TestTimeSeries::gapsDoNotDefeatTheBound()
{
    TimeSeries series;
    for (qint64 s = 1; s <= 20'000; ++s)
        series.append(pointAt(s * 3'600)); // one second an hour: neighbours share no slot for long
    QVERIFY(series.size() < TimeSeries::kCapacity);
    QCOMPARE(series.points().back().atMs, qint64 {20'000} * 3'600'000);
}

void TestTimeSeries::timeNeverGoesBack()
{
    TimeSeries series;
    series.append(pointAt(5));
    series.append(pointAt(3));
    QCOMPARE(series.size(), 2U);
    QCOMPARE(series.points().back().atMs, 5'000);
}

void TestTimeSeries::clearStartsAnew()
{
    TimeSeries series;
    for (qint64 s = 1; s <= 5'000; ++s)
        series.append(pointAt(s));
    const quint64 before = series.generation();
    series.clear();
    QVERIFY(series.isEmpty());
    QCOMPARE(series.stepSeconds(), 1);
    QVERIFY(series.generation() != before);
}

void TestTimeSeries::findsNearest_data()
{
    QTest::addColumn<qint64>("atMs");
    QTest::addColumn<std::size_t>("index");
    QTest::newRow("before all") << qint64 {-5} << std::size_t {0};
    QTest::newRow("exact") << qint64 {2'000} << std::size_t {1};
    QTest::newRow("nearer to the left") << qint64 {2'400} << std::size_t {1};
    QTest::newRow("nearer to the right") << qint64 {2'600} << std::size_t {2};
    QTest::newRow("after all") << qint64 {99'000} << std::size_t {2};
}

void TestTimeSeries::findsNearest()
{
    QFETCH(const qint64, atMs);
    TimeSeries series;
    for (qint64 s = 1; s <= 3; ++s)
        series.append(pointAt(s));
    QTEST(series.nearest(atMs), "index");
}

QTEST_GUILESS_MAIN(TestTimeSeries)
#include "tst_timeseries.moc"
