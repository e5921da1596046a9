// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/hoststats.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using namespace crawlscope;

namespace {
constexpr qint64 kSecond = 1'000'000;
constexpr qint64 kStart = 1000 * kSecond;
using Outcome = HostStats::Outcome;

quint32 nearestRank(std::vector<quint32> values, double share)
{
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<std::size_t>(std::max(1.0, std::ceil(share * static_cast<double>(values.size()))));
    return values[rank - 1];
}
} // namespace

class TestHostStats : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void empty();
    void counts();
    void memory();
    void fewAreExact_data();
    void fewAreExact();
    void manyWithinError_data();
    void manyWithinError();
    void extremes();
    void rate();
    void rateOfAYoungHost();
    void rateFades();
};

void TestHostStats::empty()
{
    const HostStats stats;
    QCOMPARE(stats.done() + stats.failed() + stats.skipped(), 0U);
    QCOMPARE(stats.percentileMicros(0.5), 0U);
    QCOMPARE(stats.ratePerS(kStart), 0.0);
    QCOMPARE(stats.ratePerS(0), 0.0);
}

void TestHostStats::counts()
{
    HostStats stats;
    for (int i = 0; i < 3; ++i)
        stats.ended(Outcome::Done, 100, kStart);
    for (int i = 0; i < 2; ++i)
        stats.ended(Outcome::Failed, HostStats::kNoLatency, kStart);
    stats.ended(Outcome::Skipped, HostStats::kNoLatency, kStart);
    QCOMPARE(stats.done(), 3U);
    QCOMPARE(stats.failed(), 2U);
    QCOMPARE(stats.skipped(), 1U);
    QCOMPARE(stats.latencies(), 3U);
    stats.undo(Outcome::Failed);
    QCOMPARE(stats.failed(), 1U);
    QCOMPARE(stats.latencies(), 3U);
}

void TestHostStats::memory()
{
    HostStats stats;
    QVERIFY(sizeof stats <= 120);
    stats.ended(Outcome::Done, 100, kStart);
    QCOMPARE(stats.allocated(), std::size_t {0});
    for (int i = 0; i < 15; ++i)
        stats.ended(Outcome::Done, 100, kStart);
    QCOMPARE(stats.allocated(), std::size_t {64});
    for (int i = 0; i < 100'000; ++i)
        stats.ended(Outcome::Done, static_cast<quint32>(i), kStart);
    QVERIFY(stats.allocated() > 64 && stats.allocated() <= 1024);
}

void TestHostStats::fewAreExact_data()
{
    QTest::addColumn<int>("count");
    for (int count = 1; count <= 16; ++count)
        QTest::addRow("%d", count) << count;
}

void TestHostStats::fewAreExact()
{
    QFETCH(int, count);
    std::mt19937 random(static_cast<quint32>(count));
    HostStats stats;
    std::vector<quint32> values;
    for (int i = 0; i < count; ++i) {
        values.push_back(1 + static_cast<quint32>(random() % 10'000'000));
        stats.ended(Outcome::Done, values.back(), kStart);
    }
    for (const double share : {0.0, 0.25, 0.5, 0.95, 1.0})
        QCOMPARE(stats.percentileMicros(share), nearestRank(values, share));
}

void TestHostStats::manyWithinError_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("sigma");
    for (const int count : {17, 18, 50, 1000, 50'000}) {
        for (const double sigma : {0.1, 1.0, 3.0})
            QTest::addRow("%d, sigma %.1f", count, sigma) << count << sigma;
    }
}

void TestHostStats::manyWithinError()
{
    QFETCH(int, count);
    QFETCH(double, sigma);
    std::mt19937 random(7);
    std::lognormal_distribution<> latency(std::log(80'000), sigma);
    HostStats stats;
    std::vector<quint32> values;
    for (int i = 0; i < count; ++i) {
        values.push_back(static_cast<quint32>(std::clamp(latency(random), 1.0, 4e9)));
        stats.ended(Outcome::Done, values.back(), kStart);
    }
    QCOMPARE(stats.latencies(), static_cast<quint32>(count));
    for (const double share : {0.0, 0.05, 0.5, 0.9, 0.95, 0.99, 1.0}) {
        const double exact = nearestRank(values, share);
        const double error = std::abs(stats.percentileMicros(share) - exact) / exact;
        QVERIFY2(error <= 0.0626, qPrintable(QString::number(error)));
    }
}

void TestHostStats::extremes()
{
    HostStats stats;
    for (int i = 0; i < 20; ++i)
        stats.ended(Outcome::Done, 0xFFFFFFFFU, kStart);
    QVERIFY(stats.percentileMicros(0.5) > 0xF0000000U);
    for (int i = 0; i < 100; ++i)
        stats.ended(Outcome::Done, 1, kStart);
    QCOMPARE(stats.percentileMicros(0.5), 1U);
    for (quint32 value = 1; value < 16; ++value) {
        HostStats small;
        for (int i = 0; i < 20; ++i)
            small.ended(Outcome::Done, value, kStart);
        QCOMPARE(small.percentileMicros(0.5), value);
    }
}

void TestHostStats::rate()
{
    HostStats stats;
    for (int second = 0; second < 30; ++second) {
        for (int i = 0; i < 20; ++i)
            stats.ended(Outcome::Done, 10, kStart + second * kSecond + i * kSecond / 20);
    }
    QVERIFY(std::abs(stats.ratePerS(kStart + 30 * kSecond - 1) - 20) < 0.01);
    for (int second = 30; second < 40; ++second)
        stats.ended(Outcome::Failed, HostStats::kNoLatency, kStart + second * kSecond);
    QVERIFY(std::abs(stats.ratePerS(kStart + 40 * kSecond - 1) - 1) < 0.01);
}

void TestHostStats::rateOfAYoungHost()
{
    HostStats stats;
    stats.ended(Outcome::Done, 10, kStart);
    QCOMPARE(stats.ratePerS(kStart), 1.0); // not more than once in a second
    for (int i = 1; i < 40; ++i)
        stats.ended(Outcome::Done, 10, kStart + i * kSecond / 10);
    QCOMPARE(stats.ratePerS(kStart + 4 * kSecond), 10.0);
}

void TestHostStats::rateFades()
{
    HostStats stats;
    for (int i = 0; i < 100; ++i)
        stats.ended(Outcome::Done, 10, kStart);
    double last = stats.ratePerS(kStart);
    QCOMPARE(last, 100.0);
    for (int second = 1; second < 10; ++second) {
        const double rate = stats.ratePerS(kStart + second * kSecond);
        QVERIFY(rate <= last && rate >= 10);
        last = rate;
    }
    QCOMPARE(stats.ratePerS(kStart + 10 * kSecond), 0.0);
    QCOMPARE(stats.ratePerS(kStart + 100'000 * kSecond), 0.0);
    stats.ended(Outcome::Done, 10, kStart + 15 * kSecond); // the old ones do not come back
    QVERIFY(stats.ratePerS(kStart + 15 * kSecond) <= 1);
    stats.ended(Outcome::Done, 10, kStart + 14 * kSecond); // nor does an earlier clock hurt
    QVERIFY(stats.ratePerS(kStart + 15 * kSecond) > 0);
}

QTEST_GUILESS_MAIN(TestHostStats)
#include "tst_hoststats.moc"
