// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/deskbench.h"

#include <QTest>

#include <deque>

using namespace crawlscope;
using crawlscope::test::Desk;
using crawlscope::test::kSecond;
using crawlscope::test::Told;

Q_DECLARE_METATYPE(crawlscope::WaitReason)

class TestHostDesk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void waits_data();
    void waits();
    void backsOffLonger();
    void requestsUnderWayDoNotLengthenABackoff();
    void tellsOfNewAndLongerWaits();
    void breakerOpensTriesAndCloses();
    void breakerGivesUp();
    void earlierSuccessesCount();
    void breakerOff();
    void cancelledProbeIsNoOutcome();
    void breakerOfTheRun();
    void adaptiveLimitMoves();
    void adaptiveLimitComesAndGoes();
    void pauseAndResume();
    void resumeEndsEveryWait();
    void updatesCarryWhatChanged();
    void updatesFollowRunningWaits();
    void figuresOfAHost();
    void timeLeft();
};

void TestHostDesk::waits_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("retryAfterS"); // -1: none
    QTest::addColumn<int>("quotaS");
    QTest::addColumn<WaitReason>("reason");
    QTest::addColumn<int>("waitMs");
    QTest::newRow("200") << 200 << -1 << -1 << WaitReason::None << 0;
    QTest::newRow("500") << 500 << -1 << -1 << WaitReason::None << 0;
    QTest::newRow("200 with Retry-After") << 200 << 5 << -1 << WaitReason::None << 0;
    QTest::newRow("429") << 429 << -1 << -1 << WaitReason::HostBackoff << 1000;
    QTest::newRow("503") << 503 << -1 << -1 << WaitReason::HostBackoff << 1000;
    QTest::newRow("429, 5 s") << 429 << 5 << -1 << WaitReason::HostRetryAfter << 5000;
    QTest::newRow("503, 5 s") << 503 << 5 << -1 << WaitReason::HostRetryAfter << 5000;
    QTest::newRow("503, 0 s") << 503 << 0 << -1 << WaitReason::None << 0;
    QTest::newRow("429, no longer than allowed") << 429 << 500 << -1 << WaitReason::HostRetryAfter << 120'000;
    QTest::newRow("429, quota used up") << 429 << -1 << 7 << WaitReason::HostRetryAfter << 7000;
    QTest::newRow("200, quota used up") << 200 << -1 << 7 << WaitReason::HostRetryAfter << 7000;
    QTest::newRow("404, quota used up") << 404 << -1 << 7 << WaitReason::HostRetryAfter << 7000;
    QTest::newRow("200, quota far away") << 200 << -1 << 500 << WaitReason::HostRetryAfter << 120'000;
}

void TestHostDesk::waits()
{
    QFETCH(int, status);
    QFETCH(int, retryAfterS);
    QFETCH(int, quotaS);
    QFETCH(WaitReason, reason);
    QFETCH(int, waitMs);
    Desk desk;
    auto attempt = desk.start();
    QVERIFY(attempt.has_value());
    if (retryAfterS >= 0)
        attempt->retryAfterMicros = retryAfterS * kSecond;
    if (quotaS >= 0)
        attempt->quotaMicros = quotaS * kSecond;
    desk.now += 50'000;
    desk.end(*attempt, ErrorId::None, static_cast<quint16>(status));
    QCOMPARE(desk.view().wait.reason, reason);
    if (reason == WaitReason::None) {
        QVERIFY(desk.told.empty());
        QVERIFY(desk.start().has_value());
        return;
    }
    QCOMPARE(desk.view().wait.a, qint64 {waitMs});
    QCOMPARE(desk.told.size(), std::size_t {1});
    QCOMPARE(desk.told[0].id, EventId::HostWaits);
    QCOMPARE(desk.told[0].a, qint64 {waitMs});
    QCOMPARE(desk.told[0].b, static_cast<qint64>(reason));
    QCOMPARE(desk.told[0].host, "a.example:80");
    desk.now += waitMs * 1000LL - 1;
    QVERIFY(!desk.start().has_value()); // never early
    desk.now += 1;
    QVERIFY(desk.start().has_value());
}

void TestHostDesk::backsOffLonger()
{
    Desk desk;
    for (const qint64 seconds : {1, 2, 4, 8, 16, 32, 60, 60}) {
        QVERIFY(desk.go(1, ErrorId::None, 429));
        QCOMPARE(desk.view().wait.a, seconds * 1000);
        desk.now += seconds * kSecond;
    }
    QCOMPARE(desk.count(EventId::HostWaits), 8);
    QVERIFY(desk.go(1, ErrorId::None, 404)); // an answer, if not a friendly one
    QVERIFY(desk.go(1, ErrorId::None, 503));
    QCOMPARE(desk.view().wait.a, qint64 {1000});
}

void TestHostDesk::requestsUnderWayDoNotLengthenABackoff()
{
    Desk desk;
    std::vector<HostDesk::Attempt> attempts;
    for (int i = 0; i < 6; ++i)
        attempts.push_back(desk.start().value());
    for (const HostDesk::Attempt &attempt : attempts) {
        desk.now += 10'000;
        desk.end(attempt, ErrorId::None, 429);
    }
    QCOMPARE(desk.count(EventId::HostWaits), 1);
    QCOMPARE(desk.view().wait.a, qint64 {950}); // of the first
}

void TestHostDesk::tellsOfNewAndLongerWaits()
{
    Desk desk;
    std::vector<HostDesk::Attempt> attempts;
    for (int i = 0; i < 4; ++i)
        attempts.push_back(desk.start().value());
    const auto refuse = [&](std::size_t index, qint64 seconds) {
        attempts[index].retryAfterMicros = seconds * kSecond;
        desk.end(attempts[index], ErrorId::None, 429);
    };
    refuse(0, 5);
    QCOMPARE(desk.count(EventId::HostWaits), 1);
    desk.now += kSecond / 2;
    refuse(1, 5); // half a second longer
    refuse(2, 2); // shorter
    QCOMPARE(desk.count(EventId::HostWaits), 1);
    QCOMPARE(desk.view().wait.a, qint64 {5000});
    refuse(3, 30);
    QCOMPARE(desk.count(EventId::HostWaits), 2);
    QCOMPARE(desk.told.back().a, qint64 {30'000});
    desk.now += 30 * kSecond;
    attempts[0] = desk.start().value();
    refuse(0, 5); // the last one is over: news
    QCOMPARE(desk.count(EventId::HostWaits), 3);
}

void TestHostDesk::breakerOpensTriesAndCloses()
{
    Desk desk;
    QVERIFY(desk.go(19, ErrorId::ConnectRefused, 0));
    QVERIFY(desk.told.empty());
    const auto late = desk.start();
    QVERIFY(desk.go(1, ErrorId::ConnectRefused, 0));
    QCOMPARE(desk.count(EventId::BreakerOpened), 1);
    QCOMPARE(desk.told[0].a, qint64 {20});
    QCOMPARE(desk.told[0].b, qint64 {20});
    QCOMPARE(desk.told[0].host, "a.example:80");
    QCOMPARE(desk.told[0].level, EventLevel::Warning);
    QCOMPARE(desk.view().wait.reason, WaitReason::HostBreaker);
    QCOMPARE(desk.view().wait.a, qint64 {10'000});
    QCOMPARE(desk.view().limit, 1);
    desk.now += 10 * kSecond - 1;
    QVERIFY(!desk.start().has_value());
    desk.now += 1;
    QVERIFY(!desk.start().has_value()); // the one under way since before has the only slot
    QCOMPARE(desk.view().wait.reason, WaitReason::HostBreaker);
    desk.end(*late, ErrorId::None, 200); // older than the opening: says nothing
    QCOMPARE(desk.count(EventId::BreakerClosed), 0);
    const auto probe = desk.start();
    QVERIFY(probe.has_value());
    QCOMPARE(desk.count(EventId::BreakerProbes), 1);
    QVERIFY(!desk.start().has_value()); // exactly one
    QCOMPARE(desk.view().wait.reason, WaitReason::HostBreaker);
    QCOMPARE(desk.view().wait.a, qint64 {-1});
    desk.end(*probe, ErrorId::None, 404); // an answer
    QCOMPARE(desk.count(EventId::BreakerClosed), 1);
    QCOMPARE(desk.view().limit, 6);
    for (int i = 0; i < 6; ++i)
        QVERIFY(desk.start().has_value());
    QVERIFY(!desk.desk.gaveUp(desk.host));
}

void TestHostDesk::breakerGivesUp()
{
    Desk desk;
    const auto other = desk.queue("b.example:80", 0);
    QVERIFY(desk.go(1, ErrorId::None, 200));
    QVERIFY(desk.go(20, ErrorId::TotalTimeout, 0));
    for (const qint64 pause : {10, 20, 40, 80, 160}) {
        QVERIFY(!desk.start().has_value());
        QCOMPARE(desk.view().wait.a, pause * 1000);
        QVERIFY(!desk.desk.gaveUp(desk.host));
        desk.now += pause * kSecond;
        QVERIFY(desk.go(1, ErrorId::TotalTimeout, 0));
    }
    QCOMPARE(desk.count(EventId::BreakerOpened), 5);
    QCOMPARE(desk.count(EventId::BreakerProbes), 5);
    QVERIFY(desk.desk.gaveUp(desk.host));
    QVERIFY(!desk.desk.gaveUp(other));
    QCOMPARE(desk.desk.takeGivenUp(), std::vector<HostDesk::HostId> {desk.host});
    QVERIFY(desk.desk.takeGivenUp().empty()); // told once
    desk.desk.resume(desk.host, desk.now); // not even the user brings its URLs back
    QVERIFY(desk.desk.gaveUp(desk.host));
}

void TestHostDesk::earlierSuccessesCount()
{
    Desk desk;
    for (int i = 0; i < 30; ++i) {
        QVERIFY(desk.go(1, ErrorId::None, 200));
        desk.desk.rowEnded(desk.host, RowState::Done, 1000, desk.now);
    }
    QVERIFY(desk.go(44, ErrorId::ConnectReset, 0));
    QCOMPARE(desk.count(EventId::BreakerOpened), 0); // 44 of the last 50
    QVERIFY(desk.go(1, ErrorId::ConnectReset, 0));
    QCOMPARE(desk.count(EventId::BreakerOpened), 1);
    QCOMPARE(desk.told[0].a, qint64 {45});
    QCOMPARE(desk.told[0].b, qint64 {50});
}

void TestHostDesk::breakerOff()
{
    HostDesk::Settings settings;
    settings.breaker = false;
    Desk desk(settings);
    QVERIFY(desk.go(300, ErrorId::ConnectRefused, 0));
    QVERIFY(desk.told.empty());
    QVERIFY(desk.desk.runMayStart(desk.now));
}

void TestHostDesk::cancelledProbeIsNoOutcome()
{
    Desk desk;
    QVERIFY(desk.go(20, ErrorId::ConnectRefused, 0));
    desk.now += 10 * kSecond;
    const auto probe = desk.start();
    QVERIFY(probe.has_value());
    desk.frontier.release(desk.host);
    desk.desk.cancelled(desk.host, probe->startMicros, desk.now);
    const auto next = desk.start(); // at once
    QVERIFY(next.has_value());
    QCOMPARE(desk.count(EventId::BreakerProbes), 2);
    desk.end(*next, ErrorId::None, 200);
    QCOMPARE(desk.count(EventId::BreakerClosed), 1);
}

void TestHostDesk::breakerOfTheRun()
{
    Desk desk({}, 0);
    for (int i = 0; i < 300; ++i)
        desk.queue("h" + QByteArray::number(i) + ".example:80", 1);
    QVERIFY(desk.go(99, ErrorId::DnsFailed, 0));
    QVERIFY(desk.desk.runMayStart(desk.now));
    QVERIFY(desk.go(1, ErrorId::DnsFailed, 0));
    QVERIFY(!desk.desk.runMayStart(desk.now));
    QCOMPARE(desk.told.size(), std::size_t {1}); // of no host, each had but one
    QCOMPARE(desk.told[0].id, EventId::BreakerOpened);
    QCOMPARE(desk.told[0].level, EventLevel::Error);
    QCOMPARE(desk.told[0].host, QByteArray());
    QCOMPARE(desk.desk.runNextTryMicros(), desk.now + 10 * kSecond);
    for (const qint64 pause : {10, 20}) {
        desk.now += pause * kSecond - 1;
        QVERIFY(!desk.desk.runMayStart(desk.now));
        desk.now += 1;
        QVERIFY(desk.desk.runMayStart(desk.now));
        const auto probe = desk.start();
        QVERIFY(!desk.desk.runMayStart(desk.now));
        desk.end(*probe, ErrorId::DnsFailed, 0);
    }
    desk.now += 40 * kSecond;
    QVERIFY(desk.go(1, ErrorId::None, 200));
    QCOMPARE(desk.told.back().id, EventId::BreakerClosed);
    QVERIFY(desk.desk.runMayStart(desk.now));
    QVERIFY(desk.go(100, ErrorId::DnsFailed, 0));
    for (const qint64 pause : {10, 20, 40, 80, 160}) {
        QVERIFY(!desk.desk.runGaveUp());
        desk.now += pause * kSecond;
        QVERIFY(desk.go(1, ErrorId::DnsFailed, 0));
    }
    QVERIFY(desk.desk.runGaveUp());
    QVERIFY(!desk.desk.runMayStart(desk.now + 10'000 * kSecond));
    QVERIFY(desk.desk.takeGivenUp().empty()); // no host did
}

void TestHostDesk::adaptiveLimitMoves()
{
    HostDesk::Settings settings;
    settings.adaptive = true;
    settings.perHost = 50;
    settings.breaker = false;
    Desk desk(settings, 4000);
    std::deque<HostDesk::Attempt> flying;
    /// As many at once as may go, each 10 ms long, one ending after the other.
    const auto flow = [&](int count, ErrorId error, quint16 status) {
        for (int i = 0; i < count; ++i) {
            while (const auto attempt = desk.start())
                flying.push_back(*attempt);
            desk.now = std::max(desk.now, flying.front().startMicros + 10'000);
            desk.end(flying.front(), error, status);
            flying.pop_front();
        }
    };
    QCOMPARE(desk.view().limit, 50); // its own begins with the first request
    flow(1, ErrorId::None, 200);
    QCOMPARE(desk.view().limit, AdaptiveLimit::kStart);
    QCOMPARE(flying.size(), std::size_t {AdaptiveLimit::kStart - 1});
    flow(400, ErrorId::None, 200);
    QVERIFY(desk.count(EventId::AdaptiveRaised) > 0);
    const Told raised = desk.of(EventId::AdaptiveRaised).front();
    QCOMPARE(raised.a, qint64 {AdaptiveLimit::kStart});
    QVERIFY(raised.b > raised.a);
    QCOMPARE(raised.host, "a.example:80");
    const int before = desk.view().limit;
    QVERIFY(before > AdaptiveLimit::kStart);
    flow(before, ErrorId::TotalTimeout, 0);
    QCOMPARE(desk.count(EventId::AdaptiveCut), 1); // those under way by then count once
    QVERIFY(desk.view().limit < before);
    QCOMPARE(qint64 {desk.view().limit}, desk.of(EventId::AdaptiveCut).front().b);
    const int cut = desk.view().limit;
    flow(100, ErrorId::DnsNotFound, 0); // says nothing of the load
    QCOMPARE(desk.view().limit, cut);
}

void TestHostDesk::adaptiveLimitComesAndGoes()
{
    Desk desk;
    QVERIFY(desk.go(1, ErrorId::None, 200));
    QCOMPARE(desk.view().limit, 6);
    HostDesk::Settings settings;
    settings.adaptive = true;
    desk.desk.configure(settings);
    QVERIFY(desk.go(1, ErrorId::None, 200));
    QCOMPARE(desk.view().limit, AdaptiveLimit::kStart);
    settings.perHost = 2; // as the frontier would be told
    desk.desk.configure(settings);
    QCOMPARE(desk.view().limit, 2);
    settings.adaptive = false;
    desk.desk.configure(settings);
    QCOMPARE(desk.view().limit, 6);
}

void TestHostDesk::pauseAndResume()
{
    Desk desk;
    desk.desk.pause(desk.host);
    desk.desk.pause(desk.host);
    QVERIFY(!desk.start().has_value());
    QCOMPARE(desk.view().wait.reason, WaitReason::HostPaused);
    QCOMPARE(desk.view().wait.b, qint64 {400});
    QCOMPARE(desk.count(EventId::HostPausedByUser), 1);
    desk.desk.resume(desk.host, desk.now);
    desk.desk.resume(desk.host, desk.now);
    QCOMPARE(desk.count(EventId::HostResumedByUser), 1);
    QVERIFY(desk.start().has_value());
}

void TestHostDesk::resumeEndsEveryWait()
{
    Desk desk;
    QVERIFY(desk.go(1, ErrorId::None, 429));
    QVERIFY(!desk.start().has_value());
    desk.desk.resume(desk.host, desk.now);
    QCOMPARE(desk.count(EventId::HostResumedByUser), 0); // it was not paused
    QVERIFY(desk.go(1, ErrorId::None, 429));
    QCOMPARE(desk.view().wait.a, qint64 {1000}); // the steps begin anew
    QCOMPARE(desk.count(EventId::HostWaits), 2);
    desk.desk.resume(desk.host, desk.now);
    QVERIFY(desk.go(18, ErrorId::ConnectRefused, 0));
    QCOMPARE(desk.count(EventId::BreakerOpened), 0); // the outcomes before the resuming are forgotten
    QVERIFY(desk.go(2, ErrorId::ConnectRefused, 0));
    QCOMPARE(desk.count(EventId::BreakerOpened), 1);
    desk.desk.resume(desk.host, desk.now);
    QCOMPARE(desk.view().limit, 6);
    QVERIFY(desk.go(6, ErrorId::None, 200));
}

void TestHostDesk::updatesCarryWhatChanged()
{
    Desk desk({}, 2);
    const auto b = desk.queue("b.example:80", 1);
    desk.queue("c.example:80", 1);
    HostsUpdate update = desk.desk.takeUpdate(true, 1, desk.now); // all, whatever the bound
    QVERIFY(update.all);
    QCOMPARE(update.changed.size(), std::size_t {3});
    for (quint32 id = 0; id < 3; ++id)
        QCOMPARE(update.changed[id].id, id);
    QCOMPARE(update.changed[0].queued, quint64 {2});
    update = desk.desk.takeUpdate(false, 100, desk.now);
    QVERIFY(!update.all && update.changed.empty());
    const auto attempt = desk.start();
    desk.desk.touch(b);
    desk.desk.touch(b);
    update = desk.desk.takeUpdate(false, 1, desk.now); // one at a time
    QCOMPARE(update.changed.size(), std::size_t {1});
    QCOMPARE(update.changed[0].id, attempt->host);
    QCOMPARE(update.changed[0].inFlight, quint32 {1});
    update = desk.desk.takeUpdate(false, 100, desk.now);
    QCOMPARE(update.changed.size(), std::size_t {1});
    QCOMPARE(update.changed[0].id, b);
    QVERIFY(desk.desk.takeUpdate(false, 100, desk.now).changed.empty());
}

void TestHostDesk::updatesFollowRunningWaits()
{
    Desk desk;
    QVERIFY(desk.go(1, ErrorId::None, 429));
    HostsUpdate update = desk.desk.takeUpdate(false, 100, desk.now);
    QCOMPARE(update.changed.size(), std::size_t {1});
    QCOMPARE(update.changed[0].wait.a, qint64 {1000});
    desk.now += 400'000;
    update = desk.desk.takeUpdate(false, 100, desk.now); // nothing happened, but time passed
    QCOMPARE(update.changed.size(), std::size_t {1});
    QCOMPARE(update.changed[0].wait.a, qint64 {600});
    desk.now += 600'000;
    update = desk.desk.takeUpdate(false, 100, desk.now); // tells that it is over
    QCOMPARE(update.changed.size(), std::size_t {1});
    QCOMPARE(update.changed[0].wait.reason, WaitReason::None);
    QVERIFY(desk.desk.takeUpdate(false, 100, desk.now).changed.empty());
}

void TestHostDesk::figuresOfAHost()
{
    Desk desk;
    QVERIFY(desk.go(4, ErrorId::None, 200));
    desk.desk.rowEnded(desk.host, RowState::Done, 10'000, desk.now);
    desk.desk.rowEnded(desk.host, RowState::Done, 10'000, desk.now);
    desk.desk.rowEnded(desk.host, RowState::Failed, 0, desk.now);
    desk.desk.rowEnded(desk.host, RowState::Skipped, 0, desk.now);
    desk.frontier.setCrawlDelay(desk.host, 2 * kSecond);
    HostsUpdate update = desk.desk.takeUpdate(false, 100, desk.now);
    QCOMPARE(update.changed.size(), std::size_t {1});
    const HostRow row = update.changed[0];
    QCOMPARE(row.key, "a.example:80");
    QCOMPARE(row.queued, quint64 {396});
    QCOMPARE(row.done, quint64 {2});
    QCOMPARE(row.failed, quint64 {1});
    QCOMPARE(row.skipped, quint64 {1});
    QVERIFY(row.p50Micros > 9000 && row.p50Micros < 11'000);
    QCOMPARE(row.limit, 6);
    QCOMPARE(row.intervalMs, qint64 {2000});
    QVERIFY(row.ratePerS > 0);
    QVERIFY(!row.paused);
    desk.now += 60 * kSecond; // the rate falls by itself, and that is told
    update = desk.desk.takeUpdate(false, 100, desk.now);
    QCOMPARE(update.changed.size(), std::size_t {1});
    QCOMPARE(update.changed[0].ratePerS, 0.0);
    QVERIFY(desk.desk.takeUpdate(false, 100, desk.now).changed.empty());
}

void TestHostDesk::timeLeft()
{
    Desk desk({}, 10);
    const EtaEstimator::Global global {.inFlight = 20, .ratePerS = 0, .measuredPerS = 0, .nowMicros = desk.now};
    QCOMPARE(desk.desk.eta(global).seconds, -1.0); // nothing is known yet
    QVERIFY(desk.go(1, ErrorId::None, 200)); // 1 ms each
    const double plain = desk.desk.eta(global).seconds;
    QVERIFY(plain >= 0 && plain < 1);
    desk.frontier.setCrawlDelay(desk.host, 10 * kSecond);
    EtaBound eta = desk.desk.eta(global); // nine URLs
    QVERIFY2(eta.seconds >= 79 && eta.seconds <= 100, qPrintable(QString::number(eta.seconds)));
    QCOMPARE(eta.host, "a.example:80");
    QVERIFY(eta.atLeastSeconds > 70 && eta.atLeastSeconds <= eta.seconds);
    desk.desk.pause(desk.host); // by the user: does not end by itself
    QCOMPARE(desk.desk.eta(global).seconds, -1.0); // all that is left waits for the user
    desk.desk.resume(desk.host, desk.now);
    desk.frontier.setCrawlDelay(desk.host, 0);
    auto refused = desk.start();
    refused->retryAfterMicros = 100 * kSecond;
    desk.end(*refused, ErrorId::None, 429);
    EtaEstimator::Global later = global;
    later.nowMicros = desk.now;
    eta = desk.desk.eta(later);
    QVERIFY2(eta.seconds >= 100 && eta.seconds < 110, qPrintable(QString::number(eta.seconds)));
}

QTEST_GUILESS_MAIN(TestHostDesk)
#include "tst_hostdesk.moc"
