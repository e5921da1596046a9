// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/readyhosts.h"

#include <QTest>

#include <list>
#include <map>
#include <random>

using namespace crawlscope;

namespace {
/// Takes all out, the front one each time.
std::vector<ReadyHosts::HostId> drain(ReadyHosts *ready)
{
    std::vector<ReadyHosts::HostId> order;
    while (!ready->empty()) {
        order.push_back(ready->front());
        ready->take(order.back());
    }
    return order;
}
using Order = std::vector<ReadyHosts::HostId>;
} // namespace

class TestReadyHosts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void firstComeFirst();
    void fewestInFlightFirst();
    void stayingKeepsThePlace();
    void movingGoesToTheEnd();
    void takeFromAnywhere();
    void takeOfAbsentHosts();
    void everyLevel();
    void mostLevelIsShared();
    void copyIsIndependent();
    void againstModel_data();
    void againstModel();
};

void TestReadyHosts::firstComeFirst()
{
    ReadyHosts ready;
    QVERIFY(ready.empty());
    for (const ReadyHosts::HostId id : {5U, 0U, 900U, 3U})
        ready.put(id, 0);
    QVERIFY(!ready.empty());
    QCOMPARE(drain(&ready), (Order {5, 0, 900, 3}));
}

void TestReadyHosts::fewestInFlightFirst()
{
    ReadyHosts ready;
    ready.put(1, 3);
    ready.put(2, 0);
    ready.put(3, 1);
    ready.put(4, 0);
    ready.put(5, 511);
    ready.put(6, 64); // another word of the levels in use
    ready.put(7, 63);
    QCOMPARE(drain(&ready), (Order {2, 4, 3, 1, 7, 6, 5}));
}

void TestReadyHosts::stayingKeepsThePlace()
{
    ReadyHosts ready;
    for (const ReadyHosts::HostId id : {1U, 2U, 3U})
        ready.put(id, 2);
    ready.put(1, 2);
    ready.put(2, 2);
    QCOMPARE(drain(&ready), (Order {1, 2, 3}));
}

void TestReadyHosts::movingGoesToTheEnd()
{
    ReadyHosts ready;
    for (const ReadyHosts::HostId id : {1U, 2U, 3U})
        ready.put(id, 0);
    ready.put(1, 1);
    ready.put(1, 0); // a slot taken and given back: behind the others
    QCOMPARE(drain(&ready), (Order {2, 3, 1}));
}

void TestReadyHosts::takeFromAnywhere()
{
    for (const ReadyHosts::HostId gone : {1U, 2U, 3U}) { // first, middle, last
        ReadyHosts ready;
        for (const ReadyHosts::HostId id : {1U, 2U, 3U})
            ready.put(id, 4);
        ready.take(gone);
        ready.put(9, 4);
        Order expected {1, 2, 3, 9};
        expected.erase(std::find(expected.begin(), expected.end(), gone));
        QCOMPARE(drain(&ready), expected);
    }
}

void TestReadyHosts::takeOfAbsentHosts()
{
    ReadyHosts ready;
    ready.take(0); // never seen
    ready.take(1'000'000);
    ready.put(3, 0);
    ready.take(2); // between known ones
    ready.take(4);
    ready.take(3);
    ready.take(3); // twice
    QVERIFY(ready.empty());
    ready.put(3, 7);
    QCOMPARE(drain(&ready), Order {3});
}

void TestReadyHosts::everyLevel()
{
    ReadyHosts ready;
    Order expected;
    for (ReadyHosts::HostId level = 0; level < ReadyHosts::kLevels; ++level) {
        ready.put(level, ReadyHosts::kLevels - 1 - static_cast<int>(level));
        expected.insert(expected.begin(), level);
    }
    QCOMPARE(drain(&ready), expected);
}

void TestReadyHosts::mostLevelIsShared()
{
    ReadyHosts ready;
    ready.put(1, 100'000);
    ready.put(2, ReadyHosts::kLevels - 1);
    ready.put(3, ReadyHosts::kLevels);
    ready.put(4, ReadyHosts::kLevels - 2);
    QCOMPARE(drain(&ready), (Order {4, 1, 2, 3}));
}

void TestReadyHosts::copyIsIndependent()
{
    ReadyHosts ready;
    ready.put(1, 0);
    ready.put(2, 0);
    ReadyHosts copy = ready;
    copy.take(1);
    QCOMPARE(drain(&copy), Order {2});
    QCOMPARE(drain(&ready), (Order {1, 2}));
}

void TestReadyHosts::againstModel_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 30; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestReadyHosts::againstModel()
{
    QFETCH(quint32, seed);
    std::mt19937 random(seed);
    const auto below = [&random](quint32 n) { return std::uniform_int_distribution<quint32>(0, n - 1)(random); };
    const quint32 hosts = 1 + below(60);
    const quint32 levels = 1 + below(seed % 2 == 0 ? 4 : 600);
    ReadyHosts ready;
    std::map<int, std::list<quint32>> model; // by level
    std::map<quint32, int> levelOf;
    const auto takeFromModel = [&](quint32 id) {
        const auto at = levelOf.find(id);
        if (at == levelOf.end())
            return;
        model[at->second].remove(id);
        if (model[at->second].empty())
            model.erase(at->second);
        levelOf.erase(at);
    };
    for (int i = 0; i < 5000; ++i) {
        const quint32 id = below(hosts);
        const int inFlight = static_cast<int>(below(levels));
        const int level = std::min(inFlight, ReadyHosts::kLevels - 1);
        if (below(3) == 0) {
            ready.take(id);
            takeFromModel(id);
        } else {
            ready.put(id, inFlight);
            if (!levelOf.contains(id) || levelOf[id] != level) {
                takeFromModel(id);
                model[level].push_back(id);
                levelOf[id] = level;
            }
        }
        QCOMPARE(ready.empty(), model.empty());
        if (!model.empty())
            QCOMPARE(ready.front(), model.begin()->second.front());
    }
    Order expected;
    for (const auto &[level, ids] : model)
        expected.insert(expected.end(), ids.begin(), ids.end());
    QCOMPARE(drain(&ready), expected);
}

QTEST_GUILESS_MAIN(TestReadyHosts)
#include "tst_readyhosts.moc"
