// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/timingview.h"

#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QSet>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

class TestTimingView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void timingAddsUp();
    void linesReadADashWhereNothingApplies();
    void tlsLiesWithinConnect();
    void everyPhaseHasItsPattern();
};

void TestTimingView::timingAddsUp()
{
    PhaseTimes times;
    times.queued = 5'000;
    times.dns = 10'000;
    times.connect = 30'000;
    times.tls = 20'000;
    times.wait = 50'000;
    times.receive = 5'000;
    times.total = 95'000;
    const std::vector<PhaseSegment> segments = phaseSegments(times, true);
    QCOMPARE(segments.size(), std::size_t {6}); // send did not happen
    QCOMPARE(segments.back().start + segments.back().length, quint64 {100'000});
    const PhaseSegment &connect = segments[2];
    const PhaseSegment &tls = segments[3];
    QCOMPARE(connect.length, quint64 {30'000}); // with TLS, as HAR has it
    QVERIFY(!connect.inner);
    QCOMPARE(tls.token, Token::PhaseTls);
    QVERIFY(tls.inner);
    QCOMPARE(tls.length, quint64 {20'000});
    QCOMPARE(tls.start + tls.length, connect.start + connect.length); // its end
    QCOMPARE(segments[4].start, connect.start + connect.length);
    quint64 at = 0;
    for (const PhaseSegment &segment : segments) {
        if (segment.inner)
            continue;
        QCOMPARE(segment.start, at);
        at += segment.length;
    }
    QVERIFY(phasesInWords(times).contains(u"TLS 20 ms"));
    QVERIFY(phaseSegments({}, true).empty());
}

void TestTimingView::linesReadADashWhereNothingApplies()
{
    Theme theme;
    TimingView view(theme);
    PhaseTimes times;
    times.wait = 50'000;
    times.total = 50'000;
    view.setTimes(times, 0);
    const QStringList expected {u"–"_s, u"–"_s, u"–"_s, u"–"_s, u"–"_s, u"50 ms"_s, u"–"_s, u"50 ms"_s};
    QStringList figures;
    QSet<QString> names;
    for (const auto &[name, figure] : view.figures()) {
        figures.append(figure);
        names.insert(name);
    }
    QCOMPARE(figures, expected); // queued, dns, connect, tls, send, wait, receive, total
    QCOMPARE(names.size(), expected.size());
    times.send = 0; // measured, and nothing
    view.setTimes(times, 0);
    QCOMPARE(view.figures().at(4).second, u"0 ms"_s);
}

void TestTimingView::tlsLiesWithinConnect()
{
    Theme theme;
    theme.setMode(ThemeMode::Light);
    PhaseTimes times;
    times.connect = 100;
    times.tls = 50;
    times.wait = 100;
    QImage image(200, 20, QImage::Format_RGB32);
    image.fill(theme.color(Token::Surface));
    QPainter painter(&image);
    paintPhaseBar(&painter, QRectF(image.rect()), phaseSegments(times, false), 200, theme);
    painter.end();
    const auto has = [&](const QRect &area, Token token) {
        for (int y = area.top(); y <= area.bottom(); ++y) {
            for (int x = area.left(); x <= area.right(); ++x) {
                if (image.pixelColor(x, y) == theme.color(token))
                    return true;
            }
        }
        return false;
    };
    const QRect before(2, 1, 46, 18);
    const QRect above(52, 1, 46, 5);
    const QRect within(52, 9, 46, 10);
    QVERIFY(has(before, Token::PhaseConnect) && !has(before, Token::PhaseTls));
    QVERIFY(has(above, Token::PhaseConnect)); // Connect goes on
    QVERIFY(has(within, Token::PhaseTls) && !has(within, Token::PhaseConnect));
    QVERIFY(has(QRect(102, 1, 90, 18), Token::PhaseWait));
}

void TestTimingView::everyPhaseHasItsPattern()
{
    QSet<int> patterns;
    for (int phase = 0; phase < 7; ++phase)
        patterns.insert(static_cast<int>(Theme::phasePattern(phaseToken(phase))));
    QCOMPARE(patterns.size(), 7); // colour is never alone
}

QTEST_MAIN(TestTimingView)
#include "tst_timingview.moc"
