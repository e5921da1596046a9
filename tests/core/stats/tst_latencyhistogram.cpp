// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/latencyhistogram.h"

#include <QtTest>

#include <algorithm>
#include <random>

using namespace crawlscope;

class TestLatencyHistogram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void empty();
    void smallValuesAreExact();
    void percentilesWithinError_data();
    void percentilesWithinError();
    void outOfRange();
    void merges();
    void clears();
    void barsAddUp_data();
    void barsAddUp();
    void barsOfOneValue();
    void barsOfZeros();
    void keptElsewhere();
    void brokenContent();
    void countedInOtherBars();
};

void TestLatencyHistogram::empty()
{
    const LatencyHistogram histogram;
    QCOMPARE(histogram.count(), 0U);
    QCOMPARE(histogram.min(), 0U);
    QCOMPARE(histogram.max(), 0U);
    QCOMPARE(histogram.mean(), 0.0);
    QCOMPARE(histogram.percentile(0.5), 0U);
    QVERIFY(histogram.bars(40).empty());
}

void TestLatencyHistogram::smallValuesAreExact()
{
    LatencyHistogram histogram;
    for (quint64 value = 0; value < 64; ++value)
        histogram.add(value);
    QCOMPARE(histogram.count(), 64U);
    QCOMPARE(histogram.min(), 0U);
    QCOMPARE(histogram.max(), 63U);
    QCOMPARE(histogram.mean(), 31.5);
    for (quint64 value = 0; value < 64; ++value)
        QCOMPARE(histogram.percentile(static_cast<double>(value + 1) / 64.0), value);
    QCOMPARE(histogram.percentile(0), 0U);
    QCOMPARE(histogram.percentile(-3), 0U);
    QCOMPARE(histogram.percentile(7), 63U);
}

void TestLatencyHistogram::percentilesWithinError_data()
{
    QTest::addColumn<quint64>("low");
    QTest::addColumn<quint64>("high");
    QTest::newRow("around 1 ms") << quint64 {500} << quint64 {3'000};
    QTest::newRow("wide") << quint64 {20} << quint64 {60'000'000};
    QTest::newRow("hours") << quint64 {3'600'000'000} << quint64 {60'000'000'000};
}

void TestLatencyHistogram::percentilesWithinError()
{
    QFETCH(const quint64, low);
    QFETCH(const quint64, high);
    std::mt19937_64 random(42);
    std::uniform_real_distribution<double> exponent(std::log(static_cast<double>(low)),
                                                    std::log(static_cast<double>(high)));
    std::vector<quint64> values;
    LatencyHistogram histogram;
    for (int i = 0; i < 20'000; ++i) {
        values.push_back(static_cast<quint64>(std::exp(exponent(random))));
        histogram.add(values.back());
    }
    std::sort(values.begin(), values.end());
    for (const double share : {0.0, 0.01, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999, 1.0}) {
        const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
        const quint64 exact = values[std::max<std::size_t>(rank, 1) - 1];
        const quint64 found = histogram.percentile(share);
        QVERIFY2(found >= exact, "at least that share must not exceed it");
        QVERIFY2(static_cast<double>(found - exact) <= static_cast<double>(exact) / 32.0, "error over 1/32");
        QVERIFY(found <= histogram.max());
    }
    QCOMPARE(histogram.max(), values.back());
    QCOMPARE(histogram.min(), values.front());
}

void TestLatencyHistogram::outOfRange()
{
    LatencyHistogram histogram;
    const quint64 huge = quint64 {1} << 50;
    histogram.add(10);
    histogram.add(huge);
    QCOMPARE(histogram.percentile(0.5), 10U);
    QCOMPARE(histogram.percentile(1.0), huge);
    QCOMPARE(histogram.max(), huge);
    quint64 total = 0;
    for (const LatencyHistogram::Bar &bar : histogram.bars(20))
        total += bar.count;
    QCOMPARE(total, 2U);
}

void TestLatencyHistogram::merges()
{
    LatencyHistogram all;
    LatencyHistogram even;
    LatencyHistogram odd;
    for (quint64 value = 1; value <= 5'000; ++value) {
        all.add(value * 7);
        (value % 2 == 0 ? even : odd).add(value * 7);
    }
    even.merge(odd);
    even.merge(LatencyHistogram());
    QCOMPARE(even.count(), all.count());
    QCOMPARE(even.mean(), all.mean());
    QCOMPARE(even.min(), all.min());
    QCOMPARE(even.max(), all.max());
    for (const double share : {0.1, 0.5, 0.9, 0.99})
        QCOMPARE(even.percentile(share), all.percentile(share));
}

void TestLatencyHistogram::clears()
{
    LatencyHistogram histogram;
    histogram.add(5);
    histogram.clear();
    QCOMPARE(histogram.count(), 0U);
    QCOMPARE(histogram.percentile(1), 0U);
    histogram.add(9);
    QCOMPARE(histogram.min(), 9U);
    QCOMPARE(histogram.max(), 9U);
}

void TestLatencyHistogram::barsAddUp_data()
{
    QTest::addColumn<quint64>("low");
    QTest::addColumn<quint64>("high");
    QTest::addColumn<int>("bars");
    QTest::newRow("few values") << quint64 {1} << quint64 {3} << 40;
    QTest::newRow("inside one bucket") << quint64 {1'000'000} << quint64 {1'000'100} << 40;
    QTest::newRow("one decade") << quint64 {1'000} << quint64 {10'000} << 40;
    QTest::newRow("seven decades") << quint64 {10} << quint64 {100'000'000} << 60;
    QTest::newRow("one bar") << quint64 {10} << quint64 {100'000'000} << 1;
}

void TestLatencyHistogram::barsAddUp()
{
    QFETCH(const quint64, low);
    QFETCH(const quint64, high);
    QFETCH(const int, bars);
    std::mt19937_64 random(7);
    std::uniform_int_distribution<quint64> value(low, high);
    LatencyHistogram histogram;
    histogram.add(low);
    histogram.add(high);
    for (int i = 0; i < 10'000; ++i)
        histogram.add(value(random));
    const std::vector<LatencyHistogram::Bar> made = histogram.bars(bars);
    QVERIFY(!made.empty());
    QVERIFY(static_cast<int>(made.size()) <= bars);
    quint64 total = 0;
    for (std::size_t i = 0; i < made.size(); ++i) {
        QVERIFY(made[i].fromMicros < made[i].toMicros);
        if (i > 0)
            QCOMPARE(made[i].fromMicros, made[i - 1].toMicros);
        total += made[i].count;
    }
    QCOMPARE(total, histogram.count());
    QCOMPARE(made.front().fromMicros, low);
    QCOMPARE(made.back().toMicros, high + 1);
    QVERIFY(made.back().count > 0);
}

void TestLatencyHistogram::barsOfOneValue()
{
    LatencyHistogram histogram;
    for (int i = 0; i < 3; ++i)
        histogram.add(123'456);
    const auto made = histogram.bars(40);
    QCOMPARE(made.size(), std::size_t {1});
    QCOMPARE(made.front().count, 3U);
    QCOMPARE(made.front().fromMicros, 123'456U);
    QVERIFY(histogram.bars(0).empty());
}

void TestLatencyHistogram::barsOfZeros()
{
    LatencyHistogram histogram;
    histogram.add(0);
    histogram.add(0);
    const auto made = histogram.bars(5);
    QCOMPARE(made.size(), std::size_t {1});
    QCOMPARE(made.front().count, 2U);
    QVERIFY(made.front().fromMicros > 0); // the axis is logarithmic
}

void TestLatencyHistogram::keptElsewhere()
{
    LatencyHistogram histogram;
    for (const quint64 value : {0ULL, 31ULL, 32ULL, 5'000ULL, 5'000ULL, 7'654'321ULL, 1ULL << 40})
        histogram.add(value);
    const std::optional<LatencyHistogram> kept = LatencyHistogram::of(histogram.content());
    QVERIFY(kept);
    QCOMPARE(kept->count(), histogram.count());
    QCOMPARE(kept->min(), quint64 {0});
    QCOMPARE(kept->max(), quint64 {1} << 40);
    QCOMPARE(kept->mean(), histogram.mean());
    for (int i = 0; i <= 100; ++i)
        QCOMPARE(kept->percentile(i / 100.0), histogram.percentile(i / 100.0));
    const std::optional<LatencyHistogram> empty = LatencyHistogram::of(LatencyHistogram().content());
    QVERIFY(empty && empty->count() == 0 && empty->min() == 0);
    LatencyHistogram more = *empty; // as good as new
    more.add(77);
    QCOMPARE(more.min(), quint64 {77});
}

void TestLatencyHistogram::brokenContent()
{
    using Content = LatencyHistogram::Content;
    QVERIFY(LatencyHistogram::of(Content {{{5, 2}, {6, 1}}, 16, 5, 6}));
    QVERIFY(!LatencyHistogram::of(Content {{{6, 2}, {5, 1}}, 16, 5, 6})); // not ascending
    QVERIFY(!LatencyHistogram::of(Content {{{5, 0}}, 5, 5, 5}));
    QVERIFY(!LatencyHistogram::of(Content {{{-1, 1}}, 5, 5, 5}));
    QVERIFY(!LatencyHistogram::of(Content {{{LatencyHistogram::kBuckets, 1}}, 5, 5, 5}));
    QVERIFY(!LatencyHistogram::of(Content {{{5, 2}, {6, 1}}, 16, 6, 6})); // not of these buckets
    QVERIFY(!LatencyHistogram::of(Content {{{5, 2}, {6, 1}}, 16, 5, 7}));
}

void TestLatencyHistogram::countedInOtherBars()
{
    LatencyHistogram low;
    LatencyHistogram high;
    for (int i = 0; i < 100; ++i) {
        low.add(1'000);
        high.add(64'000);
    }
    LatencyHistogram both = low;
    both.merge(high);
    const auto bars = both.bars(20);
    const auto total = [](const std::vector<LatencyHistogram::Bar> &counted) {
        quint64 sum = 0;
        for (const LatencyHistogram::Bar &bar : counted)
            sum += bar.count;
        return sum;
    };
    const auto ofLow = low.countedIn(bars);
    const auto ofHigh = high.countedIn(bars);
    QCOMPARE(ofLow.size(), bars.size());
    QCOMPARE(ofLow.front().count, 100U);
    QCOMPARE(ofHigh.front().count, 0U);
    QCOMPARE(ofHigh.back().count, 100U);
    QCOMPARE(ofLow.back().count, 0U);
    for (std::size_t i = 0; i < bars.size(); ++i) {
        QCOMPARE(ofLow[i].fromMicros, bars[i].fromMicros);
        QCOMPARE(ofLow[i].count + ofHigh[i].count, bars[i].count);
    }
    // What lies outside counts in the outermost bars.
    QCOMPARE(total(both.countedIn(low.bars(10))), 200U);
    QCOMPARE(total(both.countedIn(high.bars(10))), 200U);
    QCOMPARE(total(LatencyHistogram().countedIn(bars)), 0U);
    QVERIFY(low.countedIn({}).empty());
}

QTEST_GUILESS_MAIN(TestLatencyHistogram)
#include "tst_latencyhistogram.moc"
