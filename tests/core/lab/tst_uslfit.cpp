// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/uslfit.h"
#include "loadmodel.h"

#include <QTest>

#include <limits>

using namespace crawlscope;

class TestUslFit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void law();
    void exact_data();
    void exact();
    void bounds();
    void published();
    void intervalsCover();
    void weights();
    void sameSeed();
    void misfit();
    void unusable_data();
    void unusable();
    void cancelled();
};

void TestUslFit::law()
{
    const UslParameters law {50, 0.02, 0.0005};
    QCOMPARE(law.ratePerS(1), 50.0);
    QCOMPARE(law.ratePerS(20), 50.0 * 20 / (1 + 0.02 * 19 + 0.0005 * 20 * 19));
    QCOMPARE(law.peak(), std::sqrt(0.98 / 0.0005));
    QVERIFY(std::isinf(UslParameters({50, 0.02, 0}).peak()));
    QCOMPARE(UslParameters({50, 2, 0.1}).peak(), 1.0);
}

void TestUslFit::exact_data()
{
    QTest::addColumn<double>("lambda");
    QTest::addColumn<double>("sigma");
    QTest::addColumn<double>("kappa");
    QTest::newRow("both") << 50.0 << 0.02 << 0.0005;
    QTest::newRow("contention") << 0.3 << 0.1 << 0.0;
    QTest::newRow("coherence") << 12000.0 << 0.0 << 0.001;
    QTest::newRow("linear") << 7.0 << 0.0 << 0.0;
    QTest::newRow("one at a time") << 7.0 << 1.0 << 0.0;
    QTest::newRow("worse than one") << 90.0 << 1.5 << 0.2;
}

void TestUslFit::exact()
{
    QFETCH(double, lambda);
    QFETCH(double, sigma);
    QFETCH(double, kappa);
    const UslParameters law {lambda, sigma, kappa};
    const UslFit fit = fitUsl(loadmodel::usl(law, 1, 0, 1), {});
    QVERIFY(fit.valid);
    QVERIFY(std::abs(fit.best.lambda / lambda - 1) < 1e-6);
    QVERIFY(std::abs(fit.best.sigma - sigma) < 1e-6);
    QVERIFY(std::abs(fit.best.kappa - kappa) < 1e-7);
    QVERIFY(fit.curve.size() > 20);
    QCOMPARE(fit.curve.front().concurrency, 1.0);
    QVERIFY(std::abs(fit.curve.back().concurrency - 200) < 1e-9);
    QVERIFY(std::abs(fit.curve.back().ratePerS / law.ratePerS(200) - 1) < 1e-6);
}

/// Rates that rise faster than the level would make sigma negative.
void TestUslFit::bounds()
{
    const auto points = loadmodel::measure([](double n) { return 10 * std::pow(n, 1.1); }, 3, 0.02, 3);
    const UslFit fit = fitUsl(points, {});
    QVERIFY(fit.valid);
    QCOMPARE(fit.best.sigma, 0.0);
    QCOMPARE(fit.best.kappa, 0.0);
    for (const UslFit::CurvePoint &point : fit.curve)
        QVERIFY(point.low <= point.ratePerS && point.ratePerS <= point.high);
}

/// Rates of the ray-tracing benchmark in Gunther's book, table 5.1; its own fit is sigma 0.0500, kappa 0.000005.
void TestUslFit::published()
{
    const std::vector<LoadPoint> points {{1, 20, 1},   {4, 78, 1},   {8, 130, 1},  {12, 170, 1},
                                         {16, 190, 1}, {20, 200, 1}, {24, 210, 1}, {28, 230, 1},
                                         {32, 260, 1}, {48, 280, 1}, {64, 310, 1}};
    const UslFit fit = fitUsl(points, {});
    QVERIFY(fit.valid);
    QVERIFY(std::abs(fit.best.lambda / 20 - 1) < 0.1);
    QVERIFY(std::abs(fit.best.sigma - 0.05) < 0.01);
    QVERIFY(fit.best.kappa < 1e-4);
    QVERIFY(fit.rSquared > 0.98);
}

void TestUslFit::intervalsCover()
{
    const UslParameters law {50, 0.02, 0.0005};
    FitOptions options;
    options.replicates = 80;
    int lambda = 0;
    int sigma = 0;
    int kappa = 0;
    constexpr int kRuns = 40;
    for (quint64 seed = 1; seed <= kRuns; ++seed) {
        options.seed = seed;
        const UslFit fit = fitUsl(loadmodel::usl(law, 3, 0.08, seed), options);
        QVERIFY(fit.valid);
        lambda += fit.lambda.low <= law.lambda && law.lambda <= fit.lambda.high ? 1 : 0;
        sigma += fit.sigma.low <= law.sigma && law.sigma <= fit.sigma.high ? 1 : 0;
        kappa += fit.kappa.low <= law.kappa && law.kappa <= fit.kappa.high ? 1 : 0;
        QVERIFY(fit.standardError.lambda > 0.1 && fit.standardError.lambda < 5);
        QVERIFY(fit.misfit < 2);
    }
    QVERIFY2(lambda >= 0.88 * kRuns && sigma >= 0.88 * kRuns && kappa >= 0.88 * kRuns,
             qPrintable(QStringLiteral("%1 %2 %3 of %4").arg(lambda).arg(sigma).arg(kappa).arg(kRuns)));
}

void TestUslFit::weights()
{
    std::vector<LoadPoint> heavy {{1, 10, 3}, {2, 21, 1}, {10, 80, 1}, {50, 150, 1}};
    std::vector<LoadPoint> repeated {{1, 10, 1}, {1, 10, 1}, {1, 10, 1}, {2, 21, 1}, {10, 80, 1}, {50, 150, 1}};
    const UslParameters a = solveUsl(heavy);
    const UslParameters b = solveUsl(repeated);
    QVERIFY(std::abs(a.lambda / b.lambda - 1) < 1e-6);
    QVERIFY(std::abs(a.sigma - b.sigma) < 1e-6);
}

void TestUslFit::sameSeed()
{
    const auto points = loadmodel::usl({50, 0.02, 0.0005}, 3, 0.08, 1);
    const UslFit first = fitUsl(points, {7, 50, nullptr});
    const UslFit second = fitUsl(points, {7, 50, nullptr});
    const UslFit other = fitUsl(points, {8, 50, nullptr});
    QCOMPARE(first.sigma.high, second.sigma.high);
    QVERIFY(first.sigma.high != other.sigma.high);
    QCOMPARE(first.best.sigma, other.best.sigma);
}

/// A hard limit is no USL curve, and the fit has to say so.
void TestUslFit::misfit()
{
    QVERIFY(fitUsl(loadmodel::workers(16, 3, 0.02, 1), {1, 20, nullptr}).misfit > 2);
    QVERIFY(fitUsl(loadmodel::usl({50, 0.02, 0.0005}, 3, 0.02, 1), {1, 20, nullptr}).misfit < 1.5);
}

void TestUslFit::unusable_data()
{
    QTest::addColumn<QList<double>>("levels");
    QTest::addColumn<QList<double>>("rates");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    QTest::newRow("nothing") << QList<double>() << QList<double>();
    QTest::newRow("two levels") << QList<double> {1, 2, 1, 2} << QList<double> {10, 20, 10, 20};
    QTest::newRow("no rates") << QList<double> {1, 2, 4} << QList<double> {0, -1, 0};
    QTest::newRow("no numbers") << QList<double> {1, nan, infinity, 4} << QList<double> {infinity, 1, 1, nan};
    QTest::newRow("levels below 1") << QList<double> {0, 0.5, -3} << QList<double> {1, 2, 3};
}

void TestUslFit::unusable()
{
    QFETCH(QList<double>, levels);
    QFETCH(QList<double>, rates);
    std::vector<LoadPoint> points;
    for (qsizetype i = 0; i < levels.size(); ++i)
        points.push_back({levels[i], rates[i], 1});
    const UslFit fit = fitUsl(points, {});
    QVERIFY(!fit.valid);
    QVERIFY(fit.curve.empty());
}

void TestUslFit::cancelled()
{
    const std::atomic<bool> stop = true;
    QVERIFY(!fitUsl(loadmodel::usl({50, 0.02, 0.0005}, 3, 0.08, 1), {1, 1'000'000'000, &stop}).valid);
}

QTEST_GUILESS_MAIN(TestUslFit)
#include "tst_uslfit.moc"
