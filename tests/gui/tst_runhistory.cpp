// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/runhistory.h"

#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

RunEvent eventAt(qint64 atMs, EventId id, const QByteArray &host = "a.example")
{
    RunEvent event;
    event.atMs = atMs;
    event.id = id;
    event.a = 4;
    event.b = 5;
    event.text = host;
    return event;
}

} // namespace

/// Moves of the sliders are checked in tst_charts.
class TestRunHistory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hostsMarkOnceASecondAndKind();
    void theRunIsAlwaysMarked();
    void marksOfTheUserStayLongest();
    void everyMarkHasItsText();
    void othersAreNoMarks();
};

void TestRunHistory::hostsMarkOnceASecondAndKind()
{
    RunHistory history;
    for (int i = 0; i < 5'000; ++i) { // five seconds
        history.append(eventAt(i, EventId::AdaptiveRaised, "host" + QByteArray::number(i)));
        history.append(eventAt(i, EventId::BreakerOpened, "host" + QByteArray::number(i)));
    }
    QCOMPARE(history.marks().size(), std::size_t {10});
    history.append(eventAt(4'999, EventId::AdaptiveCut)); // a kind of its own
    QCOMPARE(history.marks().size(), std::size_t {11});
}

void TestRunHistory::theRunIsAlwaysMarked()
{
    RunHistory history;
    history.append(eventAt(10, EventId::BreakerOpened));
    history.append(eventAt(11, EventId::BreakerOpened, {})); // of the run
    history.append(eventAt(12, EventId::SecondPassStarted, {}));
    QCOMPARE(history.marks().size(), std::size_t {3});
    QVERIFY(RunHistory::isOfHost(history.marks().at(0)));
    QVERIFY(!RunHistory::isOfHost(history.marks().at(1)));
}

void TestRunHistory::marksOfTheUserStayLongest()
{
    RunHistory history;
    history.append(eventAt(0, EventId::RunPaused, {}));
    for (int i = 1; i <= 2 * static_cast<int>(RunHistory::kMaxMarks); ++i)
        history.append(eventAt(i * 2'000, EventId::AdaptiveLowered));
    QCOMPARE(history.marks().size(), RunHistory::kMaxMarks);
    QCOMPARE(history.marks().front().id, EventId::RunPaused);
}

void TestRunHistory::everyMarkHasItsText()
{
    QSet<QString> seen;
    for (int id = 0; id < kEventIdCount; ++id) {
        for (const QByteArray &host : {QByteArray("a.example"), QByteArray()}) {
            RunHistory history;
            history.append(eventAt(0, static_cast<EventId>(id), host));
            if (history.marks().empty())
                continue;
            const QString text = RunHistory::markText(history.marks().front());
            QVERIFY2(!text.isEmpty() && !text.contains(u'%'), qPrintable(text));
            seen.insert(text);
        }
    }
    QCOMPARE(seen.size(), 15); // one each, the breaker's two for host and run
}

void TestRunHistory::othersAreNoMarks()
{
    RunHistory history;
    for (const EventId id : {EventId::HostWaits, EventId::UrlFailed, EventId::BreakerProbes, EventId::RobotsUnusable})
        history.append(eventAt(0, id));
    QVERIFY(history.marks().empty());
}

QTEST_GUILESS_MAIN(TestRunHistory)
#include "tst_runhistory.moc"
