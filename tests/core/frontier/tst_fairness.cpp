// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/frontier.h"

#include <QTest>
#include <queue>

#include <map>
#include <random>

using namespace crawlscope;

namespace {
constexpr qint64 kMs = 1000;
constexpr quint32 kSlowUrls = 10'000;
constexpr int kFastHosts = 100;
constexpr quint32 kUrlsPerFastHost = 100;

/// One slow host and many fast ones, as discrete events: requests that end at a time of a virtual clock.
class Simulation
{
public:
    Simulation(quint32 seed, int limit, int perHost)
        : m_random(seed)
        , m_limit(limit)
    {
        m_frontier.setLimits(limit, perHost, 0);
    }
    void addSlowHost()
    {
        m_slow = m_frontier.hostOf("slow.org:80");
        for (quint32 i = 0; i < kSlowUrls; ++i)
            m_frontier.add(m_entries++, "slow.org:80");
    }
    void addFastHosts()
    {
        m_fastLeft = kFastHosts * kUrlsPerFastHost;
        for (quint32 i = 0; i < kUrlsPerFastHost; ++i)
            for (int host = 0; host < kFastHosts; ++host)
                m_frontier.add(m_entries++, "fast" + QByteArray::number(host) + ".org:80");
    }
    /// Until the fast hosts are through (µs).
    qint64 run()
    {
        for (;;) {
            while (const auto grant = m_frontier.next(m_now)) {
                m_ends.emplace(m_now + service(grant->host), grant->host);
                m_mostInFlight = std::max(m_mostInFlight, m_frontier.inFlight());
            }
            if (m_ends.empty())
                return -1; // ended without them
            m_now = m_ends.top().first;
            const auto host = m_ends.top().second;
            m_ends.pop();
            m_frontier.release(host);
            if (host == m_slow)
                ++m_slowDone;
            else if (--m_fastLeft == 0)
                return m_now;
        }
    }
    [[nodiscard]] int mostInFlight() const { return m_mostInFlight; }
    [[nodiscard]] int slowDone() const { return m_slowDone; }
    [[nodiscard]] int limit() const { return m_limit; }

private:
    /// 2 s of the slow host, 50 ms of the others, each by 20 % more or less.
    qint64 service(Frontier::HostId host)
    {
        std::uniform_int_distribution<qint64> percent(80, 120);
        return (host == m_slow ? 2000 : 50) * kMs * percent(m_random) / 100;
    }

    using End = std::pair<qint64, Frontier::HostId>;
    std::mt19937 m_random;
    Frontier m_frontier;
    std::priority_queue<End, std::vector<End>, std::greater<>> m_ends;
    std::optional<Frontier::HostId> m_slow;
    qint64 m_now = 0;
    quint32 m_entries = 0;
    quint32 m_fastLeft = 0;
    int m_limit;
    int m_mostInFlight = 0;
    int m_slowDone = 0;
};
} // namespace

/// The promise: a slow host costs the others no more than the one slot that is its share.
class TestFairness : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void slowHostCostsTheOthersLittle_data();
    void slowHostCostsTheOthersLittle();
};

void TestFairness::slowHostCostsTheOthersLittle_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<bool>("slowFirst");
    for (const int limit : {12, 20, 50})
        for (quint32 seed = 1; seed <= 3; ++seed)
            for (const bool slowFirst : {true, false})
                QTest::addRow("%d at once, slow host %s, seed %u", limit, slowFirst ? "first" : "last", seed)
                    << limit << seed << slowFirst;
}

void TestFairness::slowHostCostsTheOthersLittle()
{
    QFETCH(int, limit);
    QFETCH(quint32, seed);
    QFETCH(bool, slowFirst);
    constexpr int perHost = 6;
    Simulation alone(seed, limit, perHost);
    alone.addFastHosts();
    const qint64 without = alone.run();
    Simulation both(seed, limit, perHost);
    if (slowFirst)
        both.addSlowHost();
    both.addFastHosts();
    if (!slowFirst)
        both.addSlowHost();
    const qint64 with = both.run();
    QVERIFY(without > 0 && with > 0);
    const double ratio = static_cast<double>(with) / static_cast<double>(without);
    if (qEnvironmentVariableIsSet("CRAWLSCOPE_TEST_FIGURES"))
        qInfo("%d at once: %.3f s without, %.3f s with the slow host, ratio %.4f", limit,
              static_cast<double>(without) / 1e6, static_cast<double>(with) / 1e6, ratio);
    QVERIFY2(ratio <= 1.10, QByteArray::number(ratio).constData());
    QCOMPARE(both.mostInFlight(), limit); // no slot stood empty for it
    QVERIFY(both.slowDone() > 0); // nor does the slow host starve
}

QTEST_GUILESS_MAIN(TestFairness)
#include "tst_fairness.moc"
