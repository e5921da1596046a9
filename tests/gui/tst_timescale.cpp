// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/timescale.h"

#include <QLocale>
#include <QTest>

using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

class TestTimeScale : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void steps_data();
    void steps();
    void stepsGrowWithTheSpan();
    void labels_data();
    void labels();
    void zoomKeepsTheMoment();
    void zoomEndsSomewhere();
};

void TestTimeScale::steps_data()
{
    QTest::addColumn<double>("span");
    QTest::addColumn<int>("most");
    QTest::addColumn<double>("step");
    QTest::newRow("10 ms in 5") << 10e3 << 5 << 2e3;
    QTest::newRow("11 ms in 5") << 11e3 << 5 << 5e3;
    QTest::newRow("1 s in 10") << 1e6 << 10 << 100e3;
    QTest::newRow("just round") << 5e6 << 5 << 1e6;
    QTest::newRow("100 s in 10") << 100e6 << 10 << 10e6;
    QTest::newRow("50 s each") << 500e6 << 10 << 50e6;
    QTest::newRow("a minute") << 550e6 << 10 << 60e6;
    QTest::newRow("five minutes") << 2'900e6 << 10 << 300e6;
    QTest::newRow("an hour") << 20'000e6 << 6 << 3'600e6;
    QTest::newRow("no room") << 1e6 << 0 << 1e6;
    QTest::newRow("tiny") << 0.5 << 5 << 1.0;
}

void TestTimeScale::steps()
{
    QFETCH(double, span);
    QFETCH(int, most);
    QFETCH(double, step);
    QCOMPARE(timescale::niceStep(span, most), step);
}

void TestTimeScale::stepsGrowWithTheSpan()
{
    double last = 0;
    for (double span = 50; span < 80'000e6; span *= 1.07) {
        const double step = timescale::niceStep(span, 8);
        QVERIFY2(step >= last && span / step <= 8 * (1 + 1e-6), qPrintable(QString::number(span)));
        last = step;
    }
}

void TestTimeScale::labels_data()
{
    QTest::addColumn<double>("micros");
    QTest::addColumn<double>("step");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0.0 << 100e3 << u"0 ms"_s;
    QTest::newRow("milliseconds") << 250e3 << 50e3 << u"250 ms"_s;
    QTest::newRow("tenths of them") << 250.2e3 << 200.0 << u"250.2 ms"_s;
    QTest::newRow("seconds to hundredths") << 12.35e6 << 50e3 << u"12.35 s"_s;
    QTest::newRow("seconds to tenths") << 12.5e6 << 500e3 << u"12.5 s"_s;
    QTest::newRow("clock") << 65e6 << 5e6 << u"1:05"_s;
    QTest::newRow("whole seconds") << 3e6 << 1e6 << u"0:03"_s;
    QTest::newRow("hours") << 3'725e6 << 60e6 << u"1:02:05"_s;
}

void TestTimeScale::labels()
{
    QFETCH(double, micros);
    QFETCH(double, step);
    QFETCH(QString, text);
    QCOMPARE(timescale::label(micros, step), text);
}

void TestTimeScale::zoomKeepsTheMoment()
{
    const TimeRange range {1'000, 5'000};
    const TimeRange half = range.zoomed(2, 2'000);
    QCOMPARE(half.span(), 2'000.0);
    QCOMPARE((2'000 - half.from) / half.span(), 0.25); // where it was
    QCOMPARE(half.zoomed(0.5, 2'000), range);
    QCOMPARE(range.moved(-500).from, 500.0);
    QCOMPARE(range.moved(-500).span(), range.span());
}

void TestTimeScale::zoomEndsSomewhere()
{
    TimeRange range {0, 1e6};
    for (int i = 0; i < 100; ++i)
        range = range.zoomed(2, 400'000);
    QCOMPARE(range.span(), timescale::kMinSpan);
    QVERIFY(range.from < 400'000 && range.to > 400'000);
}

QTEST_APPLESS_MAIN(TestTimeScale)
#include "tst_timescale.moc"
