// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/pairedtest.h"

#include <QTest>

#include <algorithm>

using namespace crawlscope;

class TestPairedTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void random();
    void signedRank_data();
    void signedRank();
    void underNull();
    void tails_data();
    void tails();
    void holm_data();
    void holm();
    void median();
    void bootstrapMedian();
};

void TestPairedTest::random()
{
    SeededRandom zero(0); // reference output of SplitMix64
    QCOMPARE(zero.next(), quint64 {0xE220A8397B1DCDAF});
    QCOMPARE(zero.next(), quint64 {0x6E789E6AA1B965F4});
    double sum = 0;
    double squares = 0;
    SeededRandom random(1);
    for (int i = 0; i < 20'000; ++i) {
        const double value = random.normal();
        sum += value;
        squares += value * value;
        QVERIFY(random.below(7) < 7);
    }
    QVERIFY(std::abs(sum / 20'000) < 0.03);
    QVERIFY(std::abs(squares / 20'000 - 1) < 0.05);
    std::vector<int> values {1, 2, 3, 4, 5, 6, 7, 8};
    random.shuffle(&values);
    QVERIFY(!std::is_sorted(values.begin(), values.end()));
    std::sort(values.begin(), values.end());
    QCOMPARE(values, (std::vector<int> {1, 2, 3, 4, 5, 6, 7, 8}));
}

void TestPairedTest::signedRank_data()
{
    QTest::addColumn<QList<float>>("differences");
    QTest::addColumn<double>("pValue");
    // erfc((|W - n(n+1)/4| - 0.5) / sqrt(2 V)), by hand
    QTest::newRow("ten up") << QList<float> {1, 2, 3, 4, 5, 6, 7, 8, 9, 10} << 0.005922;
    QTest::newRow("balanced") << QList<float> {1, -2, 3, -4, 5, -6, 7, -8, 9, -10} << 0.838464;
    QTest::newRow("ties") << QList<float> {1, 1, 1, 1, 1, 1, 1, 1, -1, -1} << 0.065787;
    QTest::newRow("zeros do not count") << QList<float> {0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10} << 0.005922;
    QTest::newRow("too few") << QList<float> {1, 2, 3} << 1.0;
    QTest::newRow("nothing") << QList<float>() << 1.0;
    QTest::newRow("all the same") << QList<float>(20, 0.0F) << 1.0;
}

void TestPairedTest::signedRank()
{
    QFETCH(QList<float>, differences);
    QFETCH(double, pValue);
    std::vector<float> values(differences.begin(), differences.end());
    const double found = pairedtest::signedRank(&values);
    QVERIFY2(std::abs(found - pValue) < 1e-5, qPrintable(QString::number(found, 'g', 8)));
}

void TestPairedTest::underNull()
{
    int rejected = 0;
    for (quint64 seed = 1; seed <= 1000; ++seed) {
        SeededRandom random(seed);
        std::vector<float> values;
        for (int i = 0; i < 30; ++i)
            values.push_back(static_cast<float>(std::pow(random.normal(), 3)));
        rejected += pairedtest::signedRank(&values) < 0.05 ? 1 : 0;
    }
    QVERIFY2(rejected > 25 && rejected < 70, qPrintable(QString::number(rejected)));
}

void TestPairedTest::tails_data()
{
    QTest::addColumn<quint64>("above");
    QTest::addColumn<quint64>("below");
    QTest::addColumn<double>("pValue");
    QTest::newRow("nothing") << quint64 {0} << quint64 {0} << 1.0;
    QTest::newRow("one") << quint64 {1} << quint64 {0} << 1.0;
    QTest::newRow("ten to none") << quint64 {10} << quint64 {0} << 2.0 / 1024;
    QTest::newRow("nine to one") << quint64 {9} << quint64 {1} << 2.0 * 11 / 1024;
    QTest::newRow("one to nine") << quint64 {1} << quint64 {9} << 2.0 * 11 / 1024;
    QTest::newRow("even") << quint64 {500'000} << quint64 {500'000} << 1.0;
    QTest::newRow("three deviations of many") << quint64 {501'500} << quint64 {498'500} << 0.0027;
}

void TestPairedTest::tails()
{
    QFETCH(quint64, above);
    QFETCH(quint64, below);
    QFETCH(double, pValue);
    QVERIFY(std::abs(pairedtest::signTest(above, below) - pValue) < 1e-4);
}

void TestPairedTest::holm_data()
{
    QTest::addColumn<QList<double>>("pValues");
    QTest::addColumn<QList<bool>>("falls");
    QTest::newRow("none") << QList<double>() << QList<bool>();
    QTest::newRow("one") << QList<double> {0.04} << QList<bool> {true};
    QTest::newRow("two, of which Bonferroni keeps one") << QList<double> {0.03, 0.02} << QList<bool> {true, true};
    QTest::newRow("stops at the first that holds")
        << QList<double> {0.01, 0.06, 0.03, 0.045} << QList<bool> {true, false, false, false};
    QTest::newRow("all hold") << QList<double> {0.5, 0.03, 1} << QList<bool> {false, false, false};
}

void TestPairedTest::holm()
{
    QFETCH(QList<double>, pValues);
    QFETCH(QList<bool>, falls);
    const std::vector<bool> found = pairedtest::holm({pValues.begin(), pValues.end()}, 0.05);
    QCOMPARE(QList<bool>(found.begin(), found.end()), falls);
}

void TestPairedTest::median()
{
    std::vector<float> odd {5, 1, 3};
    std::vector<float> even {5, 1, 3, 4};
    std::vector<float> one {7};
    QCOMPARE(pairedtest::median(&odd), 3.0);
    QCOMPARE(pairedtest::median(&even), 3.5);
    QCOMPARE(pairedtest::median(&one), 7.0);
}

/// The short cut has the spread of medians of drawn samples.
void TestPairedTest::bootstrapMedian()
{
    std::vector<float> sorted;
    SeededRandom random(5);
    for (int i = 0; i < 101; ++i)
        sorted.push_back(static_cast<float>(random.normal()));
    std::sort(sorted.begin(), sorted.end());
    std::vector<float> shortCut;
    std::vector<float> drawn;
    for (int i = 0; i < 1000; ++i) {
        shortCut.push_back(static_cast<float>(pairedtest::bootstrapMedian(sorted, &random)));
        std::vector<float> sample;
        for (std::size_t k = 0; k < sorted.size(); ++k)
            sample.push_back(sorted[random.below(sorted.size())]);
        drawn.push_back(static_cast<float>(pairedtest::median(&sample)));
    }
    std::sort(shortCut.begin(), shortCut.end());
    std::sort(drawn.begin(), drawn.end());
    const float range = drawn[975] - drawn[25];
    for (const std::size_t at : {25U, 250U, 500U, 750U, 975U})
        QVERIFY(std::abs(shortCut[at] - drawn[at]) < 0.15F * range);
    QCOMPARE(pairedtest::bootstrapMedian({4.0F}, &random), 4.0);
}

QTEST_GUILESS_MAIN(TestPairedTest)
#include "tst_pairedtest.moc"
