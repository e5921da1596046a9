// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/frontier.h"

#include <QTest>

using namespace crawlscope;

namespace {
constexpr qint64 kSecond = 1'000'000;
const QByteArray kHost = "a.org:80";
const QByteArray kOther = "b.org:80";
const QByteArray kThird = "c.org:80";

/// "host_limit a.org:80 2 3": reason, host, a, b.
QByteArray text(const WaitState &wait)
{
    return waitReasonName(wait.reason).toByteArray() + ' ' + wait.host + ' ' + QByteArray::number(wait.a) + ' '
        + QByteArray::number(wait.b);
}
const QByteArray kNoWait = text({.reason = WaitReason::None, .host = {}});

void addRange(Frontier *frontier, const QByteArray &key, quint32 first, quint32 count)
{
    for (quint32 i = 0; i < count; ++i)
        frontier->add(first + i, key);
}
/// Entries granted until nothing more comes, slots kept.
std::vector<quint32> grantAll(Frontier *frontier, qint64 now)
{
    std::vector<quint32> entries;
    while (const auto grant = frontier->next(now))
        entries.push_back(grant->entry);
    return entries;
}
/// Grants one after the other, each slot given back, until nothing more comes.
std::vector<quint32> passAll(Frontier *frontier, qint64 now)
{
    std::vector<quint32> entries;
    while (const auto grant = frontier->next(now)) {
        entries.push_back(grant->entry);
        frontier->release(grant->host);
    }
    return entries;
}
HostOverride limited(const QByteArray &pattern, int perHost)
{
    return {.pattern = pattern, .perHost = perHost, .ratePerS = {}, .intervalS = {}};
}
using Entries = std::vector<quint32>;
} // namespace

class TestHostWaits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hostLimit();
    void adaptiveLimit();
    void capIsABreakerTried();
    void interval();
    void intervalCountsFromTheStart();
    void rate();
    void rateCatchesUpALittle();
    void slowestRateStillWaits();
    void crawlDelay();
    void crawlDelayAndIntervalTheLongerCounts();
    void robots();
    void paused();
    void blocks_data();
    void blocks();
    void longerBlockWins();
    void unblock();
    void reasonsHaveAnOrder();
    void waitingHostHoldsNoSlot();
    void mostWaitingSpeaks();
    void nextWake();
    void view();
    void policyChangesInMidRun();
    void policyChangeKeepsOtherWaits();
};

void TestHostWaits::hostLimit()
{
    Frontier frontier;
    frontier.setLimits(20, HostPolicy(6, 0, 0, {limited("a.org", 2)}), 0);
    addRange(&frontier, kHost, 0, 5);
    QCOMPARE(text(frontier.waitState(0)), kNoWait); // could go at once
    QCOMPARE(grantAll(&frontier, 0), (Entries {0, 1}));
    QCOMPARE(text(frontier.waitState(0)), QByteArray("host_limit a.org:80 2 3"));
    QCOMPARE(frontier.waitState(0), frontier.view(0, 0).wait);
    QVERIFY(!frontier.nextWakeMicros()); // a release helps, not the time
    frontier.release(0);
    QCOMPARE(text(frontier.waitState(0)), kNoWait);
    QCOMPARE(grantAll(&frontier, 0), Entries {2});
}

void TestHostWaits::adaptiveLimit()
{
    Frontier frontier;
    frontier.setLimits(20, 6, 0);
    addRange(&frontier, kHost, 0, 10);
    frontier.setAdaptive(0, 3);
    QCOMPARE(grantAll(&frontier, 0).size(), std::size_t {3});
    QCOMPARE(text(frontier.waitState(0)), QByteArray("adaptive_limit a.org:80 3 7"));
    frontier.setAdaptive(0, 4); // up at once
    QCOMPARE(grantAll(&frontier, 0), Entries {3});
    frontier.setAdaptive(0, 2); // and down: only after releases
    frontier.release(0);
    frontier.release(0);
    QVERIFY(!frontier.next(0));
    QCOMPARE(text(frontier.waitState(0)), QByteArray("adaptive_limit a.org:80 2 6"));
    frontier.release(0);
    QCOMPARE(grantAll(&frontier, 0), Entries {4});
    frontier.setAdaptive(0, 100); // never above the limit set
    QCOMPARE(grantAll(&frontier, 0).size(), std::size_t {4});
    QCOMPARE(text(frontier.waitState(0)), QByteArray("host_limit a.org:80 6 1"));
    frontier.setAdaptive(0, 0);
    QCOMPARE(frontier.view(0, 0).limit, 6);
}

void TestHostWaits::capIsABreakerTried()
{
    Frontier frontier;
    frontier.setLimits(20, 6, 0);
    addRange(&frontier, kHost, 0, 4);
    frontier.setCap(0, 1);
    QCOMPARE(grantAll(&frontier, 0), Entries {0});
    QCOMPARE(text(frontier.waitState(0)), QByteArray("host_breaker a.org:80 -1 3"));
    QCOMPARE(frontier.view(0, 0).limit, 1);
    frontier.setAdaptive(0, 2);
    QCOMPARE(text(frontier.waitState(0)), QByteArray("host_breaker a.org:80 -1 3")); // the lower one
    frontier.release(0);
    QCOMPARE(grantAll(&frontier, 0), Entries {1});
    frontier.setCap(0, 0);
    QCOMPARE(grantAll(&frontier, 0), Entries {2});
    QCOMPARE(text(frontier.waitState(0)), QByteArray("adaptive_limit a.org:80 2 1"));
}

void TestHostWaits::interval()
{
    Frontier frontier;
    frontier.setLimits(20, HostPolicy(6, 0, 2), 0);
    addRange(&frontier, kHost, 0, 4);
    QCOMPARE(grantAll(&frontier, 10 * kSecond), Entries {0}); // the first one at once
    QCOMPARE(text(frontier.waitState(10 * kSecond)), QByteArray("host_interval a.org:80 2000 3"));
    QCOMPARE(text(frontier.waitState(11 * kSecond + 1)), QByteArray("host_interval a.org:80 1000 3"));
    QCOMPARE(frontier.nextWakeMicros(), std::optional<qint64>(12 * kSecond));
    QVERIFY(!frontier.next(12 * kSecond - 1));
    QCOMPARE(text(frontier.waitState(12 * kSecond - 1)), QByteArray("host_interval a.org:80 1 3")); // never 0 too early
    QCOMPARE(grantAll(&frontier, 12 * kSecond), Entries {1});
    QCOMPARE(grantAll(&frontier, 100 * kSecond), Entries {2}); // nothing is saved up
    QCOMPARE(frontier.view(0, 0).intervalMicros, 2 * kSecond);
}

void TestHostWaits::intervalCountsFromTheStart()
{
    Frontier frontier;
    frontier.setLimits(20, HostPolicy(1, 0, 2), 0);
    addRange(&frontier, kHost, 0, 3);
    QCOMPARE(grantAll(&frontier, 0), Entries {0});
    QVERIFY(!frontier.next(5 * kSecond)); // the slot is in use
    QCOMPARE(text(frontier.waitState(5 * kSecond)), QByteArray("host_limit a.org:80 1 2"));
    QVERIFY(!frontier.nextWakeMicros());
    frontier.release(0); // took longer than the interval
    QCOMPARE(grantAll(&frontier, 5 * kSecond), Entries {1});
    frontier.release(0); // took no time
    QVERIFY(!frontier.next(7 * kSecond - 1));
    QCOMPARE(grantAll(&frontier, 7 * kSecond), Entries {2});
}

void TestHostWaits::rate()
{
    Frontier frontier;
    frontier.setLimits(20, HostPolicy(6, 4, 0), 0); // one in 250 ms
    addRange(&frontier, kHost, 0, 1000);
    QCOMPARE(passAll(&frontier, kSecond).size(), std::size_t {1});
    QCOMPARE(text(frontier.waitState(kSecond + 50'000)), QByteArray("host_interval a.org:80 200 999"));
    std::size_t granted = 1;
    for (qint64 now = kSecond; now < 11 * kSecond; now += 10'000)
        granted += passAll(&frontier, now).size();
    QVERIFY2(granted >= 40 && granted <= 41, QByteArray::number(qulonglong {granted}).constData());
    QCOMPARE(frontier.view(0, 0).intervalMicros, 250'000);
}

void TestHostWaits::rateCatchesUpALittle()
{
    Frontier frontier;
    frontier.setLimits(20, HostPolicy(6, 100, 0), 0); // one in 10 ms
    addRange(&frontier, kHost, 0, 1000);
    QCOMPARE(passAll(&frontier, kSecond).size(), std::size_t {1}); // the first one has nothing to catch up
    const std::size_t burst = passAll(&frontier, 60 * kSecond).size(); // the loop stood still for a minute
    QVERIFY2(burst >= 10 && burst <= 11, QByteArray::number(qulonglong {burst}).constData());
}

void TestHostWaits::slowestRateStillWaits()
{
    Frontier frontier;
    frontier.setLimits(20, HostPolicy(6, 1e-300, 0), 0);
    addRange(&frontier, kHost, 0, 2);
    QCOMPARE(passAll(&frontier, kSecond), Entries {0});
    QVERIFY(passAll(&frontier, 1'000'000 * kSecond).empty());
    frontier.setLimits(20, HostPolicy(6, 0, 0), 1e-300); // the same for the rate of all
    QCOMPARE(passAll(&frontier, 1'000'000 * kSecond), Entries {1});
    frontier.add(2, kHost);
    QVERIFY(passAll(&frontier, 2'000'000 * kSecond).empty());
}

void TestHostWaits::crawlDelay()
{
    Frontier frontier;
    frontier.setLimits(20, 6, 0);
    addRange(&frontier, kHost, 0, 4);
    QCOMPARE(passAll(&frontier, 0).size(), std::size_t {4});
    addRange(&frontier, kHost, 4, 3);
    frontier.setCrawlDelay(0, 5 * kSecond); // counts from the last start, though it was not known then
    QVERIFY(!frontier.next(kSecond));
    QCOMPARE(text(frontier.waitState(kSecond)), QByteArray("host_crawl_delay a.org:80 4000 3"));
    QVERIFY(!frontier.next(5 * kSecond - 1));
    QCOMPARE(passAll(&frontier, 5 * kSecond), Entries {4});
    frontier.setCrawlDelay(0, 1 * kSecond); // shorter: at once
    QCOMPARE(passAll(&frontier, 6 * kSecond), Entries {5});
    frontier.setCrawlDelay(0, 0);
    QCOMPARE(passAll(&frontier, 6 * kSecond), Entries {6});
}

void TestHostWaits::crawlDelayAndIntervalTheLongerCounts()
{
    Frontier frontier;
    frontier.setLimits(20, HostPolicy(6, 0, 3), 0);
    addRange(&frontier, kHost, 0, 4);
    frontier.setCrawlDelay(0, 2 * kSecond);
    QCOMPARE(passAll(&frontier, 0), Entries {0});
    QCOMPARE(text(frontier.waitState(0)), QByteArray("host_interval a.org:80 3000 3"));
    frontier.setCrawlDelay(0, 4 * kSecond);
    QCOMPARE(text(frontier.waitState(0)), QByteArray("host_crawl_delay a.org:80 4000 3"));
    QVERIFY(!frontier.next(4 * kSecond - 1));
    QCOMPARE(passAll(&frontier, 4 * kSecond), Entries {1});
    QCOMPARE(frontier.view(0, 0).intervalMicros, 4 * kSecond);
}

void TestHostWaits::robots()
{
    Frontier frontier;
    frontier.setLimits(20, 6, 0);
    const auto id = frontier.hostOf(kHost);
    frontier.setRobotsPending(id, true); // before there is anything to fetch
    addRange(&frontier, kHost, 0, 2);
    QVERIFY(!frontier.next(0));
    QVERIFY(!frontier.next(1000 * kSecond));
    QCOMPARE(text(frontier.waitState(0)), QByteArray("host_robots a.org:80 -1 2"));
    QVERIFY(!frontier.nextWakeMicros());
    frontier.setRobotsPending(id, false);
    QCOMPARE(grantAll(&frontier, 1000 * kSecond), (Entries {0, 1}));
}

void TestHostWaits::paused()
{
    Frontier frontier;
    frontier.setLimits(20, 6, 0);
    addRange(&frontier, kHost, 0, 8);
    QCOMPARE(grantAll(&frontier, 0).size(), std::size_t {6});
    frontier.setPaused(0, true); // in mid-run: what is in flight ends
    for (int i = 0; i < 6; ++i)
        frontier.release(0);
    QVERIFY(!frontier.next(0));
    QCOMPARE(text(frontier.waitState(0)), QByteArray("host_paused a.org:80 -1 2"));
    QVERIFY(frontier.view(0, 0).paused);
    frontier.addFirst(100, kHost);
    QVERIFY(!frontier.next(1000 * kSecond));
    frontier.setPaused(0, false);
    QVERIFY(!frontier.view(0, 0).paused);
    QCOMPARE(grantAll(&frontier, 0), (Entries {100, 6, 7}));
}

void TestHostWaits::blocks_data()
{
    QTest::addColumn<WaitReason>("reason");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("retry after") << WaitReason::HostRetryAfter << QByteArray("host_retry_after");
    QTest::newRow("backoff") << WaitReason::HostBackoff << QByteArray("host_backoff");
    QTest::newRow("breaker") << WaitReason::HostBreaker << QByteArray("host_breaker");
}

void TestHostWaits::blocks()
{
    QFETCH(WaitReason, reason);
    QFETCH(QByteArray, name);
    Frontier frontier;
    frontier.setLimits(20, 6, 0);
    addRange(&frontier, kHost, 0, 3);
    frontier.block(0, reason, 30 * kSecond);
    QVERIFY(!frontier.next(0));
    QCOMPARE(text(frontier.waitState(0)), name + " a.org:80 30000 3");
    QCOMPARE(text(frontier.waitState(29 * kSecond + 999'999)), name + " a.org:80 1 3");
    QCOMPARE(frontier.nextWakeMicros(), std::optional<qint64>(30 * kSecond));
    QVERIFY(!frontier.next(30 * kSecond - 1));
    QCOMPARE(text(frontier.waitState(30 * kSecond)), kNoWait);
    QCOMPARE(grantAll(&frontier, 30 * kSecond), (Entries {0, 1, 2}));
    QVERIFY(!frontier.nextWakeMicros());
    frontier.block(0, reason, 29 * kSecond); // in the past: nothing
    frontier.add(3, kHost);
    QCOMPARE(grantAll(&frontier, 30 * kSecond), Entries {3});
}

void TestHostWaits::longerBlockWins()
{
    Frontier frontier;
    frontier.setLimits(20, 6, 0);
    addRange(&frontier, kHost, 0, 2);
    frontier.block(0, WaitReason::HostBackoff, 10 * kSecond);
    frontier.block(0, WaitReason::HostBreaker, 5 * kSecond);
    QCOMPARE(text(frontier.waitState(0)), QByteArray("host_backoff a.org:80 10000 2"));
    QVERIFY(!frontier.next(10 * kSecond - 1));
    frontier.block(0, WaitReason::HostRetryAfter, 20 * kSecond);
    QCOMPARE(text(frontier.waitState(10 * kSecond)), QByteArray("host_retry_after a.org:80 10000 2"));
    QVERIFY(!frontier.next(10 * kSecond)); // the end of the shorter one, overtaken
    QVERIFY(!frontier.next(20 * kSecond - 1));
    QCOMPARE(grantAll(&frontier, 20 * kSecond).size(), std::size_t {2});
}

void TestHostWaits::unblock()
{
    Frontier frontier;
    frontier.setLimits(20, 6, 0);
    addRange(&frontier, kHost, 0, 2);
    frontier.block(0, WaitReason::HostRetryAfter, 3600 * kSecond);
    QVERIFY(!frontier.next(0));
    frontier.unblock(0);
    QCOMPARE(text(frontier.waitState(0)), kNoWait);
    QCOMPARE(frontier.next(0)->entry, 0U);
    frontier.block(0, WaitReason::HostBackoff, 4 * kSecond); // a shorter one counts again
    QCOMPARE(text(frontier.waitState(0)), QByteArray("host_backoff a.org:80 4000 1"));
    QVERIFY(!frontier.next(4 * kSecond - 1));
    QCOMPARE(grantAll(&frontier, 4 * kSecond), Entries {1});
    // The same time again, after it was left early.
    frontier.add(2, kHost);
    frontier.block(0, WaitReason::HostBackoff, 9 * kSecond);
    frontier.unblock(0);
    frontier.block(0, WaitReason::HostBackoff, 9 * kSecond);
    QVERIFY(!frontier.next(9 * kSecond - 1));
    QCOMPARE(grantAll(&frontier, 9 * kSecond), Entries {2});
}

void TestHostWaits::reasonsHaveAnOrder()
{
    Frontier frontier;
    frontier.setLimits(20, HostPolicy(1, 0, 1), 0);
    addRange(&frontier, kHost, 0, 3);
    QVERIFY(frontier.next(0).has_value());
    frontier.block(0, WaitReason::HostBackoff, 10 * kSecond);
    frontier.setRobotsPending(0, true);
    frontier.setPaused(0, true);
    QCOMPARE(frontier.waitState(0).reason, WaitReason::HostPaused); // what the user can change, first
    frontier.setPaused(0, false);
    QCOMPARE(frontier.waitState(0).reason, WaitReason::HostRobots);
    frontier.setRobotsPending(0, false);
    QCOMPARE(frontier.waitState(0).reason, WaitReason::HostBackoff);
    frontier.unblock(0);
    QCOMPARE(frontier.waitState(0).reason, WaitReason::HostLimit);
    frontier.release(0);
    QCOMPARE(frontier.waitState(0).reason, WaitReason::HostInterval);
    QCOMPARE(frontier.waitState(kSecond).reason, WaitReason::None);
}

void TestHostWaits::waitingHostHoldsNoSlot()
{
    Frontier frontier;
    frontier.setLimits(4, 2, 0);
    addRange(&frontier, kHost, 0, 100);
    addRange(&frontier, kOther, 100, 100);
    addRange(&frontier, kThird, 200, 100);
    addRange(&frontier, "d.org:80", 300, 8);
    frontier.block(0, WaitReason::HostRetryAfter, 60 * kSecond);
    frontier.setPaused(1, true);
    frontier.setRobotsPending(2, true);
    for (quint32 i = 300; i < 308; i += 2) { // all slots of the one that may go
        QCOMPARE(grantAll(&frontier, 0), (Entries {i, i + 1}));
        for (Frontier::HostId id = 0; id < 3; ++id)
            QCOMPARE(frontier.inFlightOf(id), 0);
        frontier.release(3);
        frontier.release(3);
    }
    frontier.setRobotsPending(2, false);
    QCOMPARE(grantAll(&frontier, 0), (Entries {200, 201}));
}

void TestHostWaits::mostWaitingSpeaks()
{
    Frontier frontier;
    frontier.setLimits(20, 6, 0);
    addRange(&frontier, kHost, 0, 2);
    addRange(&frontier, kOther, 10, 3);
    frontier.block(0, WaitReason::HostRetryAfter, 5 * kSecond);
    frontier.block(1, WaitReason::HostBackoff, 9 * kSecond);
    QCOMPARE(text(frontier.waitState(0)), QByteArray("host_backoff b.org:80 9000 3"));
    frontier.add(3, kThird); // one may go: no wait
    QCOMPARE(text(frontier.waitState(0)), kNoWait);
    frontier.setLimits(20, 6, 2);
    QCOMPARE(grantAll(&frontier, kSecond), Entries {3});
    QCOMPARE(text(frontier.waitState(kSecond)), QByteArray("host_backoff b.org:80 8000 3"));
}

void TestHostWaits::nextWake()
{
    Frontier frontier;
    frontier.setLimits(20, 6, 0);
    QVERIFY(!frontier.nextWakeMicros());
    addRange(&frontier, kHost, 0, 2);
    QVERIFY(!frontier.nextWakeMicros()); // may go now
    frontier.block(0, WaitReason::HostBackoff, 8 * kSecond);
    QCOMPARE(frontier.nextWakeMicros(), std::optional<qint64>(8 * kSecond));
    frontier.addDelayed(5, kOther, 3 * kSecond);
    QCOMPARE(frontier.nextWakeMicros(), std::optional<qint64>(3 * kSecond));
    QCOMPARE(grantAll(&frontier, 3 * kSecond), Entries {5});
    QCOMPARE(frontier.nextWakeMicros(), std::optional<qint64>(8 * kSecond));
    frontier.setLimits(20, 6, 0.1);
    frontier.add(6, kOther);
    QCOMPARE(grantAll(&frontier, 4 * kSecond), Entries {6});
    QCOMPARE(frontier.nextWakeMicros(), std::optional<qint64>(8 * kSecond));
    QVERIFY(!frontier.next(8 * kSecond)); // awake, but for the rate
    QCOMPARE(frontier.nextWakeMicros(), std::optional<qint64>(14 * kSecond));
    frontier.clearPending();
    QVERIFY(!frontier.nextWakeMicros());
}

void TestHostWaits::view()
{
    Frontier frontier;
    frontier.setLimits(20, 2, 0);
    addRange(&frontier, kHost, 0, 5);
    frontier.addDelayed(10, kHost, kSecond);
    frontier.addFirst(11, kHost);
    Frontier::HostView seen = frontier.view(0, 0);
    QCOMPARE(seen.queued, 7U);
    QCOMPARE(seen.inFlight, 0);
    QCOMPARE(seen.limit, 2);
    QCOMPARE(seen.intervalMicros, 0);
    QCOMPARE(text(seen.wait), kNoWait);
    QCOMPARE(grantAll(&frontier, 0).size(), std::size_t {2});
    seen = frontier.view(0, 0);
    QCOMPARE(seen.queued, 5U);
    QCOMPARE(seen.inFlight, 2);
    QCOMPARE(text(seen.wait), QByteArray("host_limit a.org:80 2 4"));
    QCOMPARE(frontier.waitingOf(0), std::size_t {4});
    // A host with nothing to do waits for nothing, whatever stands against it.
    const auto id = frontier.hostOf(kOther);
    frontier.block(id, WaitReason::HostBreaker, 100 * kSecond);
    QCOMPARE(text(frontier.view(id, 0).wait), kNoWait);
}

void TestHostWaits::policyChangesInMidRun()
{
    Frontier frontier;
    frontier.setLimits(50, HostPolicy(1, 0, 0), 0);
    addRange(&frontier, kHost, 0, 100);
    addRange(&frontier, kOther, 100, 100);
    QCOMPARE(grantAll(&frontier, 0), (Entries {0, 100}));
    frontier.setLimits(50, HostPolicy(1, 0, 0, {limited("a.org", 3)}), 0); // up, of one host
    QCOMPARE(grantAll(&frontier, 0), (Entries {1, 2}));
    frontier.setLimits(50, HostPolicy(4, 0, 0, {limited("a.org", 1)}), 0); // down of it, up of all others
    QCOMPARE(grantAll(&frontier, 0), (Entries {101, 102, 103}));
    frontier.release(0);
    frontier.release(0);
    QVERIFY(!frontier.next(0));
    frontier.release(0);
    QCOMPARE(grantAll(&frontier, 0), Entries {3});
    // An interval comes and goes.
    frontier.setLimits(50, HostPolicy(4, 0, 10), 0);
    QVERIFY(!frontier.next(9 * kSecond));
    QCOMPARE(text(frontier.waitState(9 * kSecond)), QByteArray("host_interval a.org:80 1000 96"));
    frontier.setLimits(50, HostPolicy(4, 0, 9.5), 0); // shorter
    QCOMPARE(frontier.nextWakeMicros(), std::optional<qint64>(9'500'000));
    QCOMPARE(grantAll(&frontier, 9'500'000), Entries {4});
    frontier.setLimits(50, HostPolicy(4, 0, 0), 0); // none
    QCOMPARE(grantAll(&frontier, 9'500'000), (Entries {5, 6}));
    // A rate: the pace of the old one does not delay the first request of the new one.
    frontier.setLimits(50, HostPolicy(40, 0.001, 0), 0);
    QCOMPARE(grantAll(&frontier, 10 * kSecond), (Entries {7, 104}));
    frontier.setLimits(50, HostPolicy(40, 1000, 0), 0);
    QVERIFY(frontier.next(10 * kSecond + 1).has_value());
}

void TestHostWaits::policyChangeKeepsOtherWaits()
{
    Frontier frontier;
    frontier.setLimits(50, HostPolicy(6, 0, 0), 0);
    addRange(&frontier, kHost, 0, 10);
    frontier.block(0, WaitReason::HostRetryAfter, 10 * kSecond);
    frontier.setAdaptive(0, 2);
    frontier.setLimits(50, HostPolicy(8, 0, 1), 0);
    QVERIFY(!frontier.next(10 * kSecond - 1));
    frontier.setLimits(50, HostPolicy(8, 0, 0), 0);
    QVERIFY(!frontier.next(10 * kSecond - 1));
    QCOMPARE(grantAll(&frontier, 10 * kSecond).size(), std::size_t {2});
}

QTEST_GUILESS_MAIN(TestHostWaits)
#include "tst_hostwaits.moc"
