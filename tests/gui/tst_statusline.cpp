// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/statusline.h"

#include <QLocale>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

/// The sentence is of texts::waitSentence(); here, the figures before it.
class TestStatusLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void timeLeftWithItsBound_data();
    void timeLeftWithItsBound();
    void longHostsLeaveRoom();
    void endedRunsTellNoTimeLeft();
};

namespace {

StatsSnapshot snapshotOf(double seconds, double atLeast, double allowed)
{
    StatsSnapshot snapshot;
    snapshot.counts.unique = 100;
    snapshot.counts.left = 90;
    snapshot.eta.seconds = seconds;
    snapshot.eta.atLeastSeconds = atLeast;
    snapshot.eta.host = "example.org";
    snapshot.eta.allowedPerS = allowed;
    return snapshot;
}

} // namespace

void TestStatusLine::timeLeftWithItsBound_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<double>("atLeast");
    QTest::addColumn<double>("allowed");
    QTest::addColumn<QString>("expected");
    QTest::newRow("unknown") << -1.0 << 0.0 << 0.0 << QString();
    QTest::newRow("no bound") << 240.0 << 0.0 << 0.0 << u"about 4 min left"_s;
    QTest::newRow("bound") << 240.0 << 7'800.0 << 1.0
                           << u"about 4 min left; at least 2 h 10 min for example.org: 1/s allowed"_s;
    QTest::newRow("bound of no pace") << 240.0 << 7'800.0 << 0.0
                                      << u"about 4 min left; at least 2 h 10 min for example.org"_s;
    QTest::newRow("bound alone") << -1.0 << 30.0 << 2.0 << u"at least 30 s for example.org: 2/s allowed"_s;
    QTest::newRow("bound that says nothing") << 240.0 << 200.0 << 1.0 << u"about 4 min left"_s;
}

void TestStatusLine::timeLeftWithItsBound()
{
    QFETCH(double, seconds);
    QFETCH(double, atLeast);
    QFETCH(double, allowed);
    QFETCH(QString, expected);
    Theme theme;
    StatusLine line(theme);
    line.showRun(CrawlController::State::Running, snapshotOf(seconds, atLeast, allowed), 0);
    QStringList parts = line.figures().split(u" · "_s);
    QCOMPARE(parts.size(), expected.isEmpty() ? 3 : 4);
    if (!expected.isEmpty())
        QCOMPARE(parts.at(2), expected);
}

void TestStatusLine::longHostsLeaveRoom()
{
    Theme theme;
    StatusLine line(theme);
    StatsSnapshot snapshot = snapshotOf(10, 100, 1);
    snapshot.eta.host = QByteArray(200, 'a') + ".example";
    line.showRun(CrawlController::State::Running, snapshot, 0);
    QVERIFY2(line.figures().size() < 120 && line.figures().contains(u".example: 1/s"), qPrintable(line.figures()));
}

void TestStatusLine::endedRunsTellNoTimeLeft()
{
    Theme theme;
    StatusLine line(theme);
    line.showRun(CrawlController::State::Stopped, snapshotOf(240, 7'800, 1), 0);
    QVERIFY2(!line.figures().contains(u"example.org") && !line.figures().contains(u"left"), qPrintable(line.figures()));
}

QTEST_MAIN(TestStatusLine)
#include "tst_statusline.moc"
