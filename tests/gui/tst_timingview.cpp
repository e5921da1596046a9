// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/timingview.h"

#include <QLocale>
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
    QCOMPARE(segments[2].length, quint64 {10'000}); // connect without tls
    QCOMPARE(segments[3].token, Token::PhaseTls);
    for (std::size_t i = 1; i < segments.size(); ++i)
        QCOMPARE(segments[i].start, segments[i - 1].start + segments[i - 1].length);
    QVERIFY(phasesInWords(times).contains(u"TLS 20 ms"));
    QVERIFY(phaseSegments({}, true).empty());
}

QTEST_MAIN(TestTimingView)
#include "tst_timingview.moc"
