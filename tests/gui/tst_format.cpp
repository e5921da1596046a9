// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/resultrow.h"
#include "gui/format.h"

#include <QLocale>
#include <QTest>

#include <limits>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

class TestFormat : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void duration_data();
    void duration();
    void bytes_data();
    void bytes();
    void rate_data();
    void rate();
    void span_data();
    void span();
    void countdown_data();
    void countdown();
    void boundsAndLimits();
    void remaining_data();
    void remaining();
    void percent_data();
    void percent();
    void untrusted_data();
    void untrusted();
    void untrustedLinesKeepsLinesAndTabs();
    void followsTheLocale();
    void phaseThatDoesNotApply();
    void localTimeHasMilliseconds();
};

void TestFormat::duration_data()
{
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<QString>("expected");
    QTest::newRow("unknown") << qint64 {-1} << u"–"_s;
    QTest::newRow("zero") << qint64 {0} << u"0 ms"_s;
    QTest::newRow("5 us") << qint64 {5} << u"0.005 ms"_s;
    QTest::newRow("42 us") << qint64 {42} << u"0.04 ms"_s;
    QTest::newRow("0.8 ms") << qint64 {800} << u"0.8 ms"_s;
    QTest::newRow("9.94 ms") << qint64 {9'940} << u"9.9 ms"_s;
    QTest::newRow("9.96 ms rounds up") << qint64 {9'960} << u"10 ms"_s;
    QTest::newRow("214 ms") << qint64 {214'387} << u"214 ms"_s;
    QTest::newRow("999.6 ms is a second") << qint64 {999'600} << u"1.00 s"_s;
    QTest::newRow("1.24 s") << qint64 {1'240'000} << u"1.24 s"_s;
    QTest::newRow("12.3 s") << qint64 {12'345'000} << u"12.3 s"_s;
    QTest::newRow("59.96 s is a minute") << qint64 {59'960'000} << u"1 min 0 s"_s;
    QTest::newRow("2 min 5 s") << qint64 {125'000'000} << u"2 min 5 s"_s;
    QTest::newRow("3 h 7 min") << qint64 {11'220'000'000} << u"3 h 7 min"_s;
    QTest::newRow("59 min 40 s") << qint64 {3'580'000'000} << u"59 min 40 s"_s;
}

void TestFormat::duration()
{
    QFETCH(qint64, micros);
    QTEST(format::durationMicros(micros), "expected");
}

void TestFormat::bytes_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::newRow("unknown") << qint64 {-1} << u"–"_s;
    QTest::newRow("zero") << qint64 {0} << u"0 B"_s;
    QTest::newRow("812 B") << qint64 {812} << u"812 B"_s;
    QTest::newRow("999 B") << qint64 {999} << u"999 B"_s;
    QTest::newRow("1 kB") << qint64 {1'000} << u"1.0 kB"_s;
    QTest::newRow("9.1 kB") << qint64 {9'120} << u"9.1 kB"_s;
    QTest::newRow("913 kB") << qint64 {912'900} << u"913 kB"_s;
    QTest::newRow("999.6 kB is a MB") << qint64 {999'600} << u"1.0 MB"_s;
    QTest::newRow("3.4 MB") << qint64 {3'400'000} << u"3.4 MB"_s;
    QTest::newRow("2.5 GB") << qint64 {2'500'000'000} << u"2.5 GB"_s;
    QTest::newRow("largest") << std::numeric_limits<qint64>::max() << u"9,223 PB"_s;
}

void TestFormat::bytes()
{
    QFETCH(qint64, bytes);
    QTEST(format::bytes(bytes), "expected");
}

void TestFormat::rate_data()
{
    QTest::addColumn<double>("perSecond");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << 0.0 << u"0/s"_s;
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << u"0/s"_s;
    QTest::newRow("slow") << 0.5 << u"0.5/s"_s;
    QTest::newRow("very slow") << 0.04 << u"0.04/s"_s;
    QTest::newRow("84") << 84.2 << u"84/s"_s;
    QTest::newRow("thousands") << 5120.4 << u"5,120/s"_s;
}

void TestFormat::rate()
{
    QFETCH(double, perSecond);
    QTEST(format::rate(perSecond), "expected");
}

void TestFormat::span_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("expected");
    QTest::newRow("unknown") << qint64 {-1} << u"–"_s;
    QTest::newRow("none") << qint64 {0} << u"0 s"_s;
    QTest::newRow("half a second") << qint64 {500} << u"0.5 s"_s;
    QTest::newRow("31 s") << qint64 {31'000} << u"31 s"_s;
    QTest::newRow("a minute") << qint64 {60'000} << u"1 min"_s;
    QTest::newRow("2 min 5 s") << qint64 {125'000} << u"2 min 5 s"_s;
    QTest::newRow("2 h 10 min") << qint64 {7'800'000} << u"2 h 10 min"_s;
    QTest::newRow("3 h") << qint64 {10'800'000} << u"3 h"_s;
    QTest::newRow("days") << qint64 {273'600'000} << u"3 d 4 h"_s;
}

void TestFormat::span()
{
    QFETCH(qint64, ms);
    QTEST(format::span(ms), "expected");
}

void TestFormat::countdown_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("expected");
    QTest::newRow("unknown") << qint64 {-1} << u"–"_s;
    QTest::newRow("over") << qint64 {0} << u"1 s"_s; // about to end: never "0 s left"
    QTest::newRow("begun seconds count") << qint64 {30'001} << u"31 s"_s;
    QTest::newRow("up to a minute") << qint64 {59'500} << u"1 min"_s;
}

void TestFormat::countdown()
{
    QFETCH(qint64, ms);
    QTEST(format::countdown(ms), "expected");
}

void TestFormat::boundsAndLimits()
{
    QCOMPARE(format::atLeast(31.2), u"32 s"_s);
    QCOMPARE(format::atLeast(125), u"3 min"_s);
    QCOMPARE(format::atLeast(7'790), u"2 h 10 min"_s);
    QCOMPARE(format::atLeast(std::numeric_limits<double>::quiet_NaN()), u"0 s"_s);
    QCOMPARE(format::allowedRate(1), u"1/s"_s);
    QCOMPARE(format::allowedRate(0.5), u"0.5/s"_s);
}

void TestFormat::remaining_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("expected");
    QTest::newRow("unknown") << -1.0 << QString();
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << QString();
    QTest::newRow("7 s") << 6.2 << u"about 7 s left"_s;
    QTest::newRow("minutes") << 725.0 << u"about 12 min left"_s;
    QTest::newRow("an hour, rounded") << 3'590.0 << u"about 1 h 0 min left"_s;
    QTest::newRow("hours") << 7'800.0 << u"about 2 h 10 min left"_s;
    QTest::newRow("days") << 300'000.0 << u"about 3 days left"_s;
}

void TestFormat::remaining()
{
    QFETCH(double, seconds);
    QTEST(format::remaining(seconds), "expected");
}

void TestFormat::percent_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << 0.0 << u"0%"_s;
    QTest::newRow("hardly any") << 0.00001 << u"0.1%"_s;
    QTest::newRow("few") << 0.034 << u"3.4%"_s;
    QTest::newRow("half") << 0.5 << u"50%"_s;
    QTest::newRow("nearly all") << 0.9999 << u"99.9%"_s;
    QTest::newRow("all") << 1.0 << u"100%"_s;
    QTest::newRow("above all") << 1.5 << u"100%"_s;
}

void TestFormat::percent()
{
    QFETCH(double, share);
    QTEST(format::percent(share), "expected");
}

void TestFormat::untrusted_data()
{
    QTest::addColumn<QByteArray>("utf8");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << QByteArray("https://a.example/ä") << u"https://a.example/ä"_s;
    QTest::newRow("markup stays text") << QByteArray("<b>x</b>") << u"<b>x</b>"_s;
    QTest::newRow("line end") << QByteArray("a\nb") << u"a\\u000ab"_s;
    QTest::newRow("escape") << QByteArray("a\x1b[31m") << u"a\\u001b[31m"_s;
    QTest::newRow("right-to-left override") << QByteArray("a\xe2\x80\xae"
                                                          "gpj.exe")
                                            << u"a\\u202egpj.exe"_s;
    QTest::newRow("isolate") << QByteArray("\xe2\x81\xa6x\xe2\x81\xa9") << u"\\u2066x\\u2069"_s;
    QTest::newRow("line separator") << QByteArray("a\xe2\x80\xa8z") << u"a\\u2028z"_s;
    QTest::newRow("joiner of an emoji stays")
        << QByteArray("\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb") << u"👩‍💻"_s;
    QTest::newRow("tag character") << QByteArray("\xf3\xa0\x81\x81") << u"\\U000e0041"_s;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << u"a\\u0000b"_s;
    QTest::newRow("invalid UTF-8") << QByteArray("a\xff"
                                                 "b")
                                   << u"a\ufffdb"_s;
}

void TestFormat::untrusted()
{
    QFETCH(QByteArray, utf8);
    QTEST(format::untrusted(utf8), "expected");
}

void TestFormat::untrustedLinesKeepsLinesAndTabs()
{
    QCOMPARE(format::untrustedLines(u"a\r\n\tb\rc\u202e\n"_s), u"a\n\tb\nc\\u202e\n"_s);
}

void TestFormat::followsTheLocale()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(format::number(1'234'567), u"1.234.567"_s);
    QCOMPARE(format::durationMicros(1'240'000), u"1,24 s"_s);
    QCOMPARE(format::exactMillis(1'214'387), u"1.214,387 ms"_s);
}

void TestFormat::phaseThatDoesNotApply()
{
    QCOMPARE(format::phase(PhaseTimes::kNotApplicable), u"–"_s);
    QCOMPARE(format::phase(0), u"0 ms"_s);
}

void TestFormat::localTimeHasMilliseconds()
{
    QCOMPARE(format::localTime(0), u"–"_s);
    const QDateTime time(QDate(2026, 11, 21), QTime(20, 12, 6, 45));
    const QString text = format::localTime(time.toMSecsSinceEpoch());
    QVERIFY2(text.endsWith(u"20:12:06.045"_s), qPrintable(text));
    QVERIFY2(text.contains(u"11/21/26"_s), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
