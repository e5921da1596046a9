// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/frontier.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace crawlscope;

namespace {
constexpr double kNoRate = 0;

QByteArray host(int number)
{
    return "h" + QByteArray::number(number) + ":80";
}
/// Entries granted until nothing more comes, slots kept.
std::vector<Frontier::Grant> grantAll(Frontier *frontier, qint64 now = 0)
{
    std::vector<Frontier::Grant> grants;
    while (const auto grant = frontier->next(now))
        grants.push_back(*grant);
    return grants;
}
std::vector<quint32> entriesOf(const std::vector<Frontier::Grant> &grants)
{
    std::vector<quint32> entries(grants.size());
    std::transform(grants.begin(), grants.end(), entries.begin(), [](const auto &grant) { return grant.entry; });
    return entries;
}
} // namespace

class TestFrontier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptyGrantsNothing();
    void globalLimit();
    void hostLimit();
    void limitsAreAtLeastOne();
    void hostsTakeTurns();
    void bigHostDoesNotStarveOthers();
    void lateHostGetsItsTurn();
    void addFirstGoesFirst();
    void releaseMakesRoom();
    void limitsFall();
    void limitsRise();
    void rate();
    void rateCatchesUpALittle();
    void rateChangesAtOnce();
    void waitStates();
    void clearPendingKeepsSlots();
    void randomOperations_data();
    void randomOperations();
};

void TestFrontier::emptyGrantsNothing()
{
    Frontier frontier;
    QVERIFY(!frontier.next(0));
    QCOMPARE(frontier.pending(), 0U);
    QCOMPARE(frontier.inFlight(), 0);
    QCOMPARE(frontier.hostCount(), std::size_t {0});
    QCOMPARE(frontier.waitState(0).reason, WaitReason::None);
}

void TestFrontier::globalLimit()
{
    Frontier frontier;
    frontier.setLimits(3, 512, kNoRate);
    for (quint32 i = 0; i < 10; ++i)
        frontier.add(i, host(static_cast<int>(i)));
    QCOMPARE(grantAll(&frontier).size(), std::size_t {3});
    QCOMPARE(frontier.inFlight(), 3);
    QCOMPARE(frontier.pending(), 7U);
}

void TestFrontier::hostLimit()
{
    Frontier frontier;
    frontier.setLimits(100, 2, kNoRate);
    for (quint32 i = 0; i < 30; ++i)
        frontier.add(i, host(static_cast<int>(i % 3)));
    const auto grants = grantAll(&frontier);
    QCOMPARE(grants.size(), std::size_t {6});
    for (Frontier::HostId id = 0; id < 3; ++id) {
        QCOMPARE(frontier.inFlightOf(id), 2);
        QCOMPARE(frontier.hostKey(id), host(static_cast<int>(id)));
    }
}

void TestFrontier::limitsAreAtLeastOne()
{
    Frontier frontier;
    frontier.setLimits(0, -5, -1);
    frontier.add(1, host(1));
    frontier.add(2, host(1));
    QCOMPARE(grantAll(&frontier).size(), std::size_t {1});
    QCOMPARE(frontier.nextGrantMicros(), 0);
}

void TestFrontier::hostsTakeTurns()
{
    Frontier frontier;
    frontier.setLimits(100, 100, kNoRate);
    for (quint32 i = 0; i < 4; ++i)
        frontier.add(i, host(0));
    for (quint32 i = 10; i < 14; ++i)
        frontier.add(i, host(1));
    for (quint32 i = 20; i < 22; ++i)
        frontier.add(i, host(2));
    const std::vector<quint32> expected {0, 10, 20, 1, 11, 21, 2, 12, 3, 13};
    QCOMPARE(entriesOf(grantAll(&frontier)), expected);
}

void TestFrontier::bigHostDoesNotStarveOthers()
{
    Frontier frontier;
    frontier.setLimits(8, 8, kNoRate);
    quint32 entry = 0;
    for (; entry < 100'000; ++entry)
        frontier.add(entry, host(0));
    for (int h = 1; h <= 5; ++h)
        for (int i = 0; i < 10; ++i)
            frontier.add(entry++, host(h));
    // One slot at a time: within 6 x 10 grants every small host is through.
    std::map<Frontier::HostId, int> granted;
    for (int i = 0; i < 60; ++i) {
        const auto grant = frontier.next(0);
        QVERIFY(grant.has_value());
        ++granted[grant->host];
        frontier.release(grant->host);
    }
    for (Frontier::HostId h = 0; h <= 5; ++h)
        QCOMPARE(granted[h], 10);
}

void TestFrontier::lateHostGetsItsTurn()
{
    Frontier frontier;
    frontier.setLimits(1, 1, kNoRate);
    for (quint32 i = 0; i < 50; ++i)
        frontier.add(i, host(0));
    const auto first = frontier.next(0);
    frontier.add(1000, host(1));
    frontier.release(first->host);
    QCOMPARE(frontier.next(0)->entry, 1000U); // the first host went back to the end of the line
}

void TestFrontier::addFirstGoesFirst()
{
    Frontier frontier;
    frontier.setLimits(100, 100, kNoRate);
    frontier.add(1, host(0));
    frontier.add(2, host(0));
    frontier.addFirst(3, host(0));
    frontier.addFirst(4, host(0));
    QCOMPARE(frontier.pending(), 4U);
    QCOMPARE(entriesOf(grantAll(&frontier)), (std::vector<quint32> {4, 3, 1, 2}));
    frontier.addFirst(5, host(9)); // a host not seen before
    const auto grant = frontier.next(0);
    QVERIFY(grant.has_value());
    QCOMPARE(grant->entry, 5U);
    QCOMPARE(frontier.hostKey(grant->host), host(9));
}

void TestFrontier::releaseMakesRoom()
{
    Frontier frontier;
    frontier.setLimits(2, 1, kNoRate);
    for (quint32 i = 0; i < 5; ++i)
        frontier.add(i, host(0));
    for (quint32 i = 0; i < 5; ++i) {
        const auto grant = frontier.next(0);
        QVERIFY(grant.has_value());
        QCOMPARE(grant->entry, i);
        QVERIFY(!frontier.next(0));
        frontier.release(grant->host);
    }
    QCOMPARE(frontier.pending(), 0U);
    QCOMPARE(frontier.inFlight(), 0);
    frontier.add(7, host(0)); // a drained host works again
    QCOMPARE(frontier.next(0)->entry, 7U);
}

void TestFrontier::limitsFall()
{
    Frontier frontier;
    frontier.setLimits(20, 10, kNoRate);
    for (quint32 i = 0; i < 100; ++i)
        frontier.add(i, host(static_cast<int>(i % 2)));
    auto held = grantAll(&frontier);
    QCOMPARE(held.size(), std::size_t {20});
    frontier.setLimits(4, 2, kNoRate);
    while (held.size() > 4) {
        QVERIFY(!frontier.next(0)); // above the new limits: only releases
        frontier.release(held.back().host);
        held.pop_back();
    }
    QVERIFY(!frontier.next(0));
    QCOMPARE(frontier.inFlight(), 4);
    frontier.release(held.back().host);
    QVERIFY(frontier.next(0).has_value());
    QVERIFY(!frontier.next(0));
    QCOMPARE(frontier.pending(), 79U);
}

void TestFrontier::limitsRise()
{
    Frontier frontier;
    frontier.setLimits(100, 1, kNoRate);
    for (quint32 i = 0; i < 40; ++i)
        frontier.add(i, host(static_cast<int>(i % 2)));
    QCOMPARE(grantAll(&frontier).size(), std::size_t {2});
    frontier.setLimits(100, 5, kNoRate); // hosts that stood at their limit go on without a release
    QCOMPARE(grantAll(&frontier).size(), std::size_t {8});
    frontier.setLimits(12, 50, kNoRate);
    QCOMPARE(grantAll(&frontier).size(), std::size_t {2});
    frontier.setLimits(500, 50, kNoRate);
    QCOMPARE(grantAll(&frontier).size(), std::size_t {28});
}

void TestFrontier::rate()
{
    Frontier frontier;
    frontier.setLimits(512, 512, 10); // one in 100 ms
    for (quint32 i = 0; i < 1000; ++i)
        frontier.add(i, host(static_cast<int>(i % 7)));
    constexpr qint64 start = 5'000'000'000;
    int granted = 0;
    for (qint64 now = start; now < start + 10'000'000; now += 20'000) { // ten seconds of ticks of 20 ms
        while (const auto grant = frontier.next(now)) {
            ++granted;
            QVERIFY(frontier.nextGrantMicros() > now - 100'000);
            frontier.release(grant->host);
        }
    }
    QVERIFY2(granted >= 100 && granted <= 102, QByteArray::number(granted).constData());
}

void TestFrontier::rateCatchesUpALittle()
{
    Frontier frontier;
    frontier.setLimits(512, 512, 100); // one in 10 ms
    for (quint32 i = 0; i < 2000; ++i)
        frontier.add(i, host(0));
    QVERIFY(frontier.next(1'000'000).has_value());
    // The loop stood still for five seconds: at most the share of 100 ms comes at once, not 500.
    const auto burst = grantAll(&frontier, 6'000'000);
    QVERIFY2(burst.size() >= 10 && burst.size() <= 11, QByteArray::number(qulonglong {burst.size()}).constData());
}

void TestFrontier::rateChangesAtOnce()
{
    Frontier frontier;
    frontier.setLimits(512, 512, 0.01); // one in 100 s
    for (quint32 i = 0; i < 100; ++i)
        frontier.add(i, host(0));
    constexpr qint64 now = 1'000'000;
    QCOMPARE(grantAll(&frontier, now).size(), std::size_t {1});
    QVERIFY(!frontier.next(now + 50'000'000));
    frontier.setLimits(512, 512, 1000);
    QVERIFY(frontier.next(now + 1).has_value()); // the old pace does not delay the new one
    frontier.setLimits(512, 512, kNoRate);
    QCOMPARE(frontier.nextGrantMicros(), 0);
    QVERIFY(grantAll(&frontier, now + 2).size() > 80);
}

void TestFrontier::waitStates()
{
    Frontier frontier;
    frontier.setLimits(3, 2, kNoRate);
    for (quint32 i = 0; i < 5; ++i)
        frontier.add(i, host(0));
    QCOMPARE(frontier.waitState(0).reason, WaitReason::None); // could go at once
    auto held = grantAll(&frontier);
    WaitState wait = frontier.waitState(0);
    QCOMPARE(wait.reason, WaitReason::HostLimit);
    QCOMPARE(wait.host, host(0));
    QCOMPARE(wait.a, 2);
    QCOMPARE(wait.b, 3);
    frontier.add(10, host(1));
    frontier.add(11, host(1));
    QVERIFY(frontier.next(0).has_value());
    wait = frontier.waitState(0);
    QCOMPARE(wait.reason, WaitReason::InFlightLimit);
    QCOMPARE(wait.a, 3);
    frontier.setLimits(100, 2, kNoRate);
    QVERIFY(frontier.next(0).has_value()); // 11; now both hosts are full
    wait = frontier.waitState(0);
    QCOMPARE(wait.reason, WaitReason::HostLimit);
    QCOMPARE(wait.host, host(0)); // the one with most waiting
    frontier.setLimits(100, 100, 0.5);
    QVERIFY(frontier.next(1'000'000).has_value());
    wait = frontier.waitState(1'000'001);
    QCOMPARE(wait.reason, WaitReason::RateLimit);
    QCOMPARE(wait.a, 1);
    QCOMPARE(frontier.waitState(4'000'000).reason, WaitReason::None);
    frontier.clearPending();
    QCOMPARE(frontier.waitState(1'000'001).reason, WaitReason::None);
}

void TestFrontier::clearPendingKeepsSlots()
{
    Frontier frontier;
    frontier.setLimits(4, 2, kNoRate);
    for (quint32 i = 0; i < 20; ++i)
        frontier.add(i, host(static_cast<int>(i % 3)));
    frontier.addFirst(100, host(2));
    const auto held = grantAll(&frontier);
    QCOMPARE(held.size(), std::size_t {4});
    frontier.clearPending();
    QCOMPARE(frontier.pending(), 0U);
    QCOMPARE(frontier.inFlight(), 4);
    for (const auto &grant : held)
        frontier.release(grant.host);
    QCOMPARE(frontier.inFlight(), 0);
    QVERIFY(!frontier.next(0));
    frontier.add(200, host(1));
    QCOMPARE(entriesOf(grantAll(&frontier)), std::vector<quint32> {200});
}

void TestFrontier::randomOperations_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

namespace {
/// A frontier beside a simple account of what it must do.
class Model
{
public:
    explicit Model(quint32 seed)
        : m_random(seed)
    {
    }

    bool step()
    {
        m_now += below(3000);
        const int dice = below(100);
        if (dice < 35)
            add();
        else if (dice < 70)
            return grant();
        else if (dice < 95)
            release();
        else
            change();
        return consistent();
    }
    /// Takes the limits away and grants the rest: nothing is lost, nothing is stuck.
    bool drain()
    {
        m_limit = m_perHost = 512;
        m_rate = 0;
        frontier.setLimits(m_limit, m_perHost, m_rate);
        while (!m_pending.empty() || !m_held.empty()) {
            const std::size_t before = m_pending.size();
            while (m_held.size() < 512 && !m_pending.empty()) {
                if (!grant())
                    return false;
                if (m_pending.size() == before && m_held.empty())
                    return false;
                if (frontier.inFlightOf(m_held.back()) == 512)
                    break;
            }
            while (!m_held.empty())
                release();
        }
        return consistent() && frontier.inFlight() == 0;
    }
    [[nodiscard]] quint32 added() const { return m_next; }
    [[nodiscard]] std::size_t granted() const { return m_granted.size(); }

    Frontier frontier;

private:
    int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(m_random); }
    void add()
    {
        const quint32 entry = m_next++;
        m_pending.insert(entry);
        const QByteArray key = host(below(below(2) == 0 ? 2 : 12)); // two hosts have most
        ++m_waiting[key];
        below(4) == 0 ? frontier.addFirst(entry, key) : frontier.add(entry, key);
    }
    bool grant()
    {
        const int inFlight = frontier.inFlight();
        const auto got = frontier.next(m_now);
        if (!got)
            return mayRefuse();
        if (inFlight >= m_limit || frontier.inFlightOf(got->host) > m_perHost)
            return false;
        if (m_pending.erase(got->entry) != 1 || !m_granted.insert(got->entry).second)
            return false;
        --m_waiting[frontier.hostKey(got->host)];
        m_held.push_back(got->host);
        return true;
    }
    /// Nothing granted: some limit must explain it, and the same must be told.
    [[nodiscard]] bool mayRefuse() const
    {
        const WaitReason told = frontier.waitState(m_now).reason;
        if (m_pending.empty())
            return told == WaitReason::None;
        if (frontier.inFlight() >= m_limit)
            return told == WaitReason::InFlightLimit;
        for (Frontier::HostId id = 0; id < frontier.hostCount(); ++id) {
            const auto waiting = m_waiting.find(frontier.hostKey(id));
            if (waiting != m_waiting.end() && waiting->second > 0 && frontier.inFlightOf(id) < m_perHost)
                return m_rate > 0 && m_now < frontier.nextGrantMicros() && told == WaitReason::RateLimit;
        }
        return told == WaitReason::HostLimit || (m_rate > 0 && told == WaitReason::RateLimit);
    }
    void release()
    {
        if (m_held.empty())
            return;
        const auto at = m_held.begin() + below(static_cast<int>(m_held.size()));
        frontier.release(*at);
        m_held.erase(at);
    }
    void change()
    {
        m_limit = 1 + below(30);
        m_perHost = 1 + below(8);
        m_rate = below(3) == 0 ? 200.0 : 0;
        frontier.setLimits(m_limit, m_perHost, m_rate);
    }
    [[nodiscard]] bool consistent() const
    {
        return frontier.pending() == m_pending.size() && frontier.inFlight() == static_cast<int>(m_held.size());
    }

    std::mt19937 m_random;
    qint64 m_now = 0;
    quint32 m_next = 0;
    int m_limit = 20;
    int m_perHost = 6;
    double m_rate = 0;
    std::set<quint32> m_pending;
    std::map<QByteArray, int> m_waiting; // by host
    std::set<quint32> m_granted;
    std::vector<Frontier::HostId> m_held;
};
} // namespace

void TestFrontier::randomOperations()
{
    QFETCH(quint32, seed);
    Model model(seed);
    for (int i = 0; i < 5000; ++i)
        QVERIFY2(model.step(), QByteArray::number(i).constData());
    QVERIFY(model.added() > 1000);
    QVERIFY(model.drain());
    QCOMPARE(model.granted(), std::size_t {model.added()});
    QCOMPARE(model.frontier.pending(), 0U);
}

QTEST_GUILESS_MAIN(TestFrontier)
#include "tst_frontier.moc"
