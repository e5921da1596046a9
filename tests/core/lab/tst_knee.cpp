// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/knee.h"
#include "loadmodel.h"

#include <QTest>

using namespace crawlscope;

class TestKnee : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void workers_data();
    void workers();
    void covers_data();
    void covers();
    void notReached();
    void flat();
    void declines();
    void smooth();
    void oneRepeat();
    void unusable();
    void speedup();
    void speedupCovers();
    void cancelled();
};

void TestKnee::workers_data()
{
    QTest::addColumn<double>("count");
    for (const int count : {1, 2, 3, 4, 7, 16, 20, 33, 64, 90})
        QTest::addRow("%d", count) << static_cast<double>(count);
}

void TestKnee::workers()
{
    QFETCH(double, count);
    const Knee knee = findKnee(loadmodel::workers(count, 3, 0, 1));
    QVERIFY(knee.valid);
    QVERIFY(knee.reached);
    QVERIFY2(std::abs(knee.concurrency / count - 1) < 0.02, qPrintable(QString::number(knee.concurrency)));
    QVERIFY(std::abs(knee.ratePerS / (count / 0.02) - 1) < 0.02);
    QVERIFY(knee.low <= count * 1.001 && count * 0.999 <= knee.high);
}

void TestKnee::covers_data()
{
    QTest::addColumn<double>("count");
    QTest::addColumn<int>("repeats");
    QTest::addColumn<double>("noise");
    for (const int count : {4, 16, 64}) {
        QTest::addRow("%d workers, 3 repeats, 10 %%", count) << double(count) << 3 << 0.10;
        QTest::addRow("%d workers, 5 repeats, 5 %%", count) << double(count) << 5 << 0.05;
    }
}

void TestKnee::covers()
{
    QFETCH(double, count);
    QFETCH(int, repeats);
    QFETCH(double, noise);
    int covered = 0;
    int close = 0;
    double width = 0;
    for (quint64 seed = 1; seed <= 100; ++seed) {
        const Knee knee = findKnee(loadmodel::workers(count, repeats, noise, seed), {seed, 200, nullptr});
        QVERIFY(knee.valid);
        covered += knee.low <= count && count <= knee.high ? 1 : 0;
        close += std::abs(knee.concurrency / count - 1) < 0.2 ? 1 : 0;
        width += std::min(10.0, (knee.high - knee.low) / count) / 100;
    }
    qInfo("covered %d, within 20 %% %d, mean width %.2f of the knee", covered, close, width);
    QVERIFY(covered >= 90);
    QVERIFY(close >= 95);
    QVERIFY(width < 0.5); // an interval that says nothing covers everything
}

void TestKnee::notReached()
{
    const Knee knee = findKnee(loadmodel::workers(5000, 3, 0.05, 2));
    QVERIFY(knee.valid);
    QVERIFY(!knee.reached);
    QCOMPARE(knee.model, KneeModel::Line);
    QCOMPARE(knee.concurrency, 200.0);
    QVERIFY(std::isinf(knee.high));
    QVERIFY(knee.low > 100);
}

/// The least level measured already fills the server.
void TestKnee::flat()
{
    std::vector<LoadPoint> points;
    SeededRandom random(1);
    for (const double level : {10.0, 20.0, 50.0, 10.0, 20.0, 50.0, 10.0, 20.0, 50.0})
        points.push_back({level, 200 * std::exp(0.05 * random.normal()), 1});
    const Knee knee = findKnee(points);
    QVERIFY(knee.reached);
    QVERIFY(knee.concurrency < 11);
    QCOMPARE(knee.low, 1.0);
}

void TestKnee::declines()
{
    const auto rateOf = [](double n) { return 50 * (n <= 16 ? n : 16 * std::pow(n / 16, -0.5)); };
    const Knee knee = findKnee(loadmodel::measure(rateOf, 3, 0.05, 5));
    QVERIFY(knee.reached);
    QCOMPARE(knee.model, KneeModel::Decline);
    QVERIFY(knee.low <= 16 && 16 <= knee.high);
    QVERIFY(std::abs(knee.concurrency / 16 - 1) < 0.2);
}

void TestKnee::smooth()
{
    const UslParameters law {50, 0.05, 0.0005};
    const Knee knee = findKnee(loadmodel::usl(law, 3, 0.03, 5));
    QVERIFY(knee.reached);
    QCOMPARE(knee.model, KneeModel::Usl);
    const double expected = law.ratePerS(law.peak()) / law.lambda;
    QVERIFY(knee.low <= expected && expected <= knee.high);
    QVERIFY(std::abs(knee.concurrency / expected - 1) < 0.2);
}

void TestKnee::oneRepeat()
{
    const Knee knee = findKnee(loadmodel::workers(16, 1, 0.05, 5));
    QVERIFY(knee.reached);
    QVERIFY(std::abs(knee.concurrency / 16 - 1) < 0.2);
    QVERIFY(knee.low < 16 && knee.high > 16);
    const Knee two = findKnee({{1, 10, 1}, {10, 30, 1}});
    QVERIFY(two.valid);
    QVERIFY(std::abs(two.concurrency - 3) < 1e-9);
    QCOMPARE(two.low, 1.0);
    QVERIFY(std::isinf(two.high)); // nothing tells the scatter
}

void TestKnee::unusable()
{
    QVERIFY(!findKnee({}).valid);
    QVERIFY(!findKnee({{1, 10, 1}, {1, 11, 1}}).valid);
    QVERIFY(!findKnee({{1, 0, 1}, {2, -1, 1}, {3, 0, 1}}).valid);
}

void TestKnee::speedup()
{
    const Speedup exact = findSpeedup(loadmodel::workers(16, 3, 0, 1));
    QVERIFY(exact.valid);
    QVERIFY(std::abs(exact.factor - 16) < 1e-9);
    QVERIFY(std::abs(exact.low - 16) < 1e-9);
    const Speedup none = findSpeedup({{1, 10, 1}});
    QVERIFY(!none.valid);
    const Speedup slower = findSpeedup({{1, 10, 1}, {10, 5, 1}});
    QCOMPARE(slower.factor, 1.0);
    QCOMPARE(slower.concurrency, 1.0);
}

void TestKnee::speedupCovers()
{
    int covered = 0;
    for (quint64 seed = 1; seed <= 100; ++seed) {
        const Speedup speedup = findSpeedup(loadmodel::workers(150, 4, 0.08, seed), {seed, 200, nullptr});
        covered += speedup.low <= 150 && 150 <= speedup.high ? 1 : 0;
    }
    QVERIFY2(covered >= 88, qPrintable(QString::number(covered)));
}

void TestKnee::cancelled()
{
    const std::atomic<bool> stop = true;
    QVERIFY(!findKnee(loadmodel::workers(16, 3, 0.05, 1), {1, 1'000'000'000, &stop}).valid);
    QVERIFY(!findSpeedup(loadmodel::workers(16, 3, 0.05, 1), {1, 1'000'000'000, &stop}).valid);
}

QTEST_GUILESS_MAIN(TestKnee)
#include "tst_knee.moc"
