// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/frontier.h"

#include <QTest>

using namespace crawlscope;

namespace {
constexpr qint64 kSecond = 1'000'000;
const QByteArray kHost = "a.org:80";
const QByteArray kOther = "b.org:80";
const QByteArray kJoint = "group";
const QByteArray kLarger = "group of groups";

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
using Entries = std::vector<quint32>;
} // namespace

/// URLs that come back later, and hosts that turn out to be one.
class TestHostGroups : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void delayedIsNotPending();
    void delayedComeInOrderOfTime();
    void delayedGoBehindWhatWaits();
    void delayedObeysItsHost();
    void clearPendingForgetsDelayed();
    void clearPendingKeepsWaits();
    void mergeKeepsUrlsAndOrder();
    void mergeBeforeAnyUrl();
    void mergeTwiceOrIntoItself();
    void mergeOfGroups();
    void mergeKeepsDelayed();
    void mergeCountsSlotsInFlight();
    void mergeKeepsWaits_data();
    void mergeKeepsWaits();
    void mergedHostActsOnItsGroup();
    void mergeTakesLimitsOfGroup();
};

void TestHostGroups::delayedIsNotPending()
{
    Frontier frontier;
    frontier.setLimits(20, 6, 0);
    frontier.addDelayed(1, kHost, 5 * kSecond);
    frontier.addDelayed(2, kHost, 7 * kSecond);
    QCOMPARE(frontier.pending(), 0U);
    QCOMPARE(frontier.delayed(), 2U);
    QCOMPARE(frontier.view(0, 0).queued, 2U);
    QCOMPARE(frontier.waitState(3 * kSecond),
             (WaitState {.reason = WaitReason::RetryDelay, .host = {}, .a = 2000, .b = 2}));
    QCOMPARE(frontier.waitState(5 * kSecond - 1).a, 1);
    QCOMPARE(frontier.nextWakeMicros(), std::optional<qint64>(5 * kSecond));
    QVERIFY(!frontier.next(5 * kSecond - 1));
    QCOMPARE(grantAll(&frontier, 5 * kSecond), Entries {1});
    QCOMPARE(frontier.delayed(), 1U);
    QCOMPARE(frontier.view(0, 0).queued, 1U);
    QVERIFY(!frontier.next(7 * kSecond - 1));
    QCOMPARE(grantAll(&frontier, 70 * kSecond), Entries {2});
    QVERIFY(grantAll(&frontier, 700 * kSecond).empty()); // once
    QCOMPARE(frontier.delayed(), 0U);
    QCOMPARE(frontier.view(0, 0).queued, 0U);
    QCOMPARE(frontier.waitState(0).reason, WaitReason::None);
}

void TestHostGroups::delayedComeInOrderOfTime()
{
    Frontier frontier;
    frontier.setLimits(200, 100, 0);
    for (quint32 i = 0; i < 50; ++i)
        frontier.addDelayed(i, kHost, ((i * 37) % 50 + 1) * kSecond);
    Entries expected(50);
    for (quint32 i = 0; i < 50; ++i)
        expected[(i * 37) % 50] = i;
    QCOMPARE(grantAll(&frontier, 50 * kSecond), expected);
}

void TestHostGroups::delayedGoBehindWhatWaits()
{
    Frontier frontier;
    frontier.setLimits(20, 6, 0);
    frontier.addDelayed(9, kHost, kSecond);
    addRange(&frontier, kHost, 0, 3);
    frontier.addFirst(5, kHost);
    QCOMPARE(grantAll(&frontier, kSecond), (Entries {5, 0, 1, 2, 9}));
}

void TestHostGroups::delayedObeysItsHost()
{
    Frontier frontier;
    frontier.setLimits(20, HostPolicy(6, 0, 4), 0);
    frontier.addDelayed(1, kHost, kSecond);
    frontier.block(0, WaitReason::HostBackoff, 3 * kSecond);
    QVERIFY(!frontier.next(kSecond));
    QCOMPARE(frontier.delayed(), 0U); // due, but its host waits
    QCOMPARE(frontier.pending(), 1U);
    QCOMPARE(frontier.waitState(kSecond).reason, WaitReason::HostBackoff);
    frontier.addDelayed(2, kHost, 2 * kSecond);
    QCOMPARE(grantAll(&frontier, 3 * kSecond), Entries {1});
    QVERIFY(!frontier.next(7 * kSecond - 1));
    QCOMPARE(grantAll(&frontier, 7 * kSecond), Entries {2});
}

void TestHostGroups::clearPendingForgetsDelayed()
{
    Frontier frontier;
    frontier.setLimits(1, 6, 0);
    addRange(&frontier, kHost, 0, 3);
    frontier.addDelayed(10, kHost, kSecond);
    frontier.addDelayed(11, kOther, 2 * kSecond);
    QCOMPARE(grantAll(&frontier, 0), Entries {0});
    frontier.clearPending();
    QCOMPARE(frontier.pending(), 0U);
    QCOMPARE(frontier.delayed(), 0U);
    QCOMPARE(frontier.inFlight(), 1);
    QCOMPARE(frontier.view(0, 0).queued, 0U);
    QVERIFY(!frontier.nextWakeMicros());
    frontier.release(0);
    QVERIFY(!frontier.next(100 * kSecond));
    frontier.addDelayed(12, kOther, 101 * kSecond); // works again
    QVERIFY(!frontier.next(101 * kSecond - 1));
    QCOMPARE(grantAll(&frontier, 101 * kSecond), Entries {12});
}

void TestHostGroups::clearPendingKeepsWaits()
{
    Frontier frontier;
    frontier.setLimits(20, 6, 0);
    addRange(&frontier, kHost, 0, 3);
    frontier.block(0, WaitReason::HostRetryAfter, 9 * kSecond);
    frontier.clearPending();
    frontier.add(5, kHost);
    QCOMPARE(frontier.nextWakeMicros(), std::optional<qint64>(9 * kSecond));
    QVERIFY(!frontier.next(9 * kSecond - 1));
    QCOMPARE(grantAll(&frontier, 9 * kSecond), Entries {5});
}

void TestHostGroups::mergeKeepsUrlsAndOrder()
{
    Frontier frontier;
    frontier.setLimits(100, 100, 0);
    addRange(&frontier, kHost, 0, 5);
    QVERIFY(frontier.next(0).has_value()); // 0 is gone: the queue does not begin at its front
    frontier.addFirst(20, kHost);
    addRange(&frontier, kJoint, 10, 3);
    frontier.addFirst(30, kJoint);
    frontier.merge(kHost, kJoint);
    QCOMPARE(frontier.pending(), 9U);
    frontier.add(40, kHost); // from now on there
    frontier.addFirst(41, kHost);
    QCOMPARE(frontier.findHost(kHost), frontier.findHost(kJoint));
    QCOMPARE(frontier.hostOf(kHost), frontier.hostOf(kJoint));
    QCOMPARE(grantAll(&frontier, 0), (Entries {41, 20, 30, 10, 11, 12, 1, 2, 3, 4, 40}));
    QCOMPARE(frontier.pending(), 0U);
}

void TestHostGroups::mergeBeforeAnyUrl()
{
    Frontier frontier;
    frontier.setLimits(20, 1, 0);
    frontier.merge(kHost, kJoint);
    frontier.merge(kOther, kJoint);
    frontier.add(1, kHost);
    frontier.add(2, kOther);
    QCOMPARE(grantAll(&frontier, 0), Entries {1}); // one limit for both
    QCOMPARE(frontier.waitState(0), (WaitState {.reason = WaitReason::HostLimit, .host = kJoint, .a = 1, .b = 1}));
}

void TestHostGroups::mergeTwiceOrIntoItself()
{
    Frontier frontier;
    frontier.setLimits(20, 6, 0);
    addRange(&frontier, kHost, 0, 3);
    frontier.merge(kHost, kHost);
    frontier.merge(kHost, kJoint);
    frontier.merge(kHost, kJoint);
    frontier.merge(kJoint, kHost); // they are one already
    QCOMPARE(frontier.pending(), 3U);
    frontier.add(3, kJoint);
    frontier.add(4, kHost);
    QCOMPARE(grantAll(&frontier, 0), (Entries {0, 1, 2, 3, 4}));
}

void TestHostGroups::mergeOfGroups()
{
    Frontier frontier;
    frontier.setLimits(20, 3, 0);
    frontier.merge(kHost, kJoint);
    frontier.add(0, kHost);
    frontier.merge(kJoint, kLarger); // takes the hosts of the group with it
    QCOMPARE(frontier.findHost(kHost), frontier.findHost(kLarger));
    frontier.add(1, kHost);
    frontier.add(2, kOther);
    frontier.merge(kHost, kJoint); // known already
    frontier.merge(kOther, kHost); // into what its host belongs to
    frontier.add(3, kJoint);
    QCOMPARE(frontier.findHost(kHost), frontier.findHost(kLarger));
    QCOMPARE(frontier.findHost(kOther), frontier.findHost(kLarger));
    QCOMPARE(frontier.findHost(kJoint), frontier.findHost(kLarger));
    QCOMPARE(grantAll(&frontier, 0), (Entries {0, 1, 2})); // the limit of all of them
    QCOMPARE(frontier.pending(), 1U);
}

void TestHostGroups::mergeKeepsDelayed()
{
    Frontier frontier;
    frontier.setLimits(20, 1, 0);
    frontier.addDelayed(2, kHost, 2 * kSecond);
    frontier.addDelayed(1, kJoint, kSecond);
    frontier.merge(kHost, kJoint);
    frontier.addDelayed(3, kHost, 3 * kSecond);
    const auto group = frontier.hostOf(kJoint);
    QCOMPARE(frontier.delayed(), 3U);
    QCOMPARE(frontier.view(group, 0).queued, 3U);
    for (quint32 i = 1; i <= 3; ++i) {
        QVERIFY(!frontier.next(i * kSecond - 1));
        const auto grant = frontier.next(i * kSecond);
        QVERIFY(grant.has_value());
        QCOMPARE(grant->entry, i);
        QCOMPARE(grant->host, group);
        frontier.release(grant->host);
        QCOMPARE(frontier.view(group, 0).queued, quint64 {3} - i);
    }
    QCOMPARE(frontier.delayed(), 0U);
}

void TestHostGroups::mergeCountsSlotsInFlight()
{
    Frontier frontier;
    frontier.setLimits(20, 2, 0);
    addRange(&frontier, kHost, 0, 4);
    addRange(&frontier, kJoint, 10, 4);
    const auto host = frontier.hostOf(kHost);
    const auto group = frontier.hostOf(kJoint);
    QCOMPARE(grantAll(&frontier, 0).size(), std::size_t {4});
    frontier.merge(kHost, kJoint);
    QCOMPARE(frontier.inFlight(), 4);
    QCOMPARE(frontier.inFlightOf(group), 4);
    frontier.release(host); // granted before the merge, to either
    frontier.release(group);
    QVERIFY(!frontier.next(0)); // two are in flight still
    frontier.release(host);
    QCOMPARE(grantAll(&frontier, 0), Entries {12});
    frontier.release(group);
    frontier.release(group);
    QCOMPARE(frontier.inFlight(), 0);
    QCOMPARE(frontier.inFlightOf(group), 0);
    QCOMPARE(grantAll(&frontier, 0), (Entries {13, 2}));
}

void TestHostGroups::mergeKeepsWaits_data()
{
    QTest::addColumn<bool>("groupWaits"); // else the host that joins it
    QTest::newRow("of the host") << false;
    QTest::newRow("of the group") << true;
}

void TestHostGroups::mergeKeepsWaits()
{
    QFETCH(bool, groupWaits);
    const auto merged = [groupWaits](auto &&makeWait, qint64 now) {
        Frontier frontier;
        frontier.setLimits(20, 6, 0);
        const QByteArray &key = groupWaits ? kJoint : kHost;
        frontier.add(0, key);
        (void)frontier.next(0);
        frontier.release(0);
        makeWait(&frontier, frontier.hostOf(key));
        addRange(&frontier, kHost, 1, 10);
        frontier.merge(kHost, kJoint);
        return grantAll(&frontier, now).size();
    };
    const auto block = [](Frontier *f, auto id) { f->block(id, WaitReason::HostRetryAfter, 9 * kSecond); };
    QCOMPARE(merged(block, 9 * kSecond - 1), std::size_t {0});
    QCOMPARE(merged(block, 9 * kSecond), std::size_t {6});
    const auto crawlDelay = [](Frontier *f, auto id) { f->setCrawlDelay(id, 5 * kSecond); };
    QCOMPARE(merged(crawlDelay, 5 * kSecond - 1), std::size_t {0});
    QCOMPARE(merged(crawlDelay, 5 * kSecond), std::size_t {1});
    QCOMPARE(merged([](Frontier *f, auto id) { f->setPaused(id, true); }, kSecond), std::size_t {0});
    QCOMPARE(merged([](Frontier *f, auto id) { f->setRobotsPending(id, true); }, kSecond), std::size_t {0});
    QCOMPARE(merged([](Frontier *f, auto id) { f->setAdaptive(id, 3); }, kSecond), std::size_t {3});
    QCOMPARE(merged([](Frontier *f, auto id) { f->setCap(id, 1); }, kSecond), std::size_t {1});
    const auto interval = [](Frontier *f, auto) { f->setLimits(20, HostPolicy(6, 0, 2), 0); };
    QCOMPARE(merged(interval, 2 * kSecond - 1), std::size_t {0}); // counts from the start of either
    QCOMPARE(merged(interval, 2 * kSecond), std::size_t {1});
}

void TestHostGroups::mergedHostActsOnItsGroup()
{
    Frontier frontier;
    frontier.setLimits(20, 1, 0);
    addRange(&frontier, kHost, 0, 4);
    const auto grant = frontier.next(0);
    frontier.merge(kHost, kJoint);
    // The answer comes after the merge, and names a wait: it counts for the group.
    frontier.block(grant->host, WaitReason::HostRetryAfter, 5 * kSecond);
    frontier.release(grant->host);
    QVERIFY(!frontier.next(5 * kSecond - 1));
    frontier.unblock(grant->host);
    frontier.setPaused(grant->host, true);
    QVERIFY(!frontier.next(6 * kSecond));
    frontier.setPaused(grant->host, false);
    frontier.setRobotsPending(grant->host, true);
    QVERIFY(!frontier.next(6 * kSecond));
    frontier.setRobotsPending(grant->host, false);
    frontier.setCrawlDelay(grant->host, 8 * kSecond);
    QVERIFY(!frontier.next(8 * kSecond - 1));
    QCOMPARE(grantAll(&frontier, 8 * kSecond), Entries {1});
}

void TestHostGroups::mergeTakesLimitsOfGroup()
{
    const HostOverride ofGroup {.pattern = "group", .perHost = 2, .ratePerS = {}, .intervalS = {}};
    const HostOverride ofHost {.pattern = "a.org", .perHost = 9, .ratePerS = {}, .intervalS = {}};
    Frontier frontier;
    frontier.setLimits(20, HostPolicy(6, 0, 0, {ofGroup, ofHost}), 0);
    addRange(&frontier, kHost, 0, 20);
    frontier.merge(kHost, kJoint);
    QCOMPARE(grantAll(&frontier, 0).size(), std::size_t {2});
}

QTEST_GUILESS_MAIN(TestHostGroups)
#include "tst_hostgroups.moc"
