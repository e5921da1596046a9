// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/lanepool.h"

#include <QNetworkProxyFactory>
#include <QTest>

#include <algorithm>
#include <iterator>
#include <map>
#include <random>
#include <set>

using namespace crawlscope;

namespace {
QByteArray host(int i)
{
    return "host" + QByteArray::number(i) + ":80";
}
} // namespace

class TestLanePool : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneRequestALaneAndHost();
    void warmestLaneFirst();
    void hostsShareLanes();
    void managersAreSetUp();
    void plainLanesShareManagers();
    void whatMayBeSentAgainIsBuffered();
    void manyHostsComeAndGo();
    void randomUse();
};

void TestLanePool::oneRequestALaneAndHost()
{
    LanePool pool {QNetworkProxy(QNetworkProxy::NoProxy)};
    QCOMPARE(pool.laneCount(), 0); // none before it is needed
    std::set<int> lanes;
    for (int i = 0; i < 40; ++i)
        QVERIFY(lanes.insert(pool.acquire(host(1))).second);
    QVERIFY(pool.laneCount() >= 40 && pool.laneCount() < 40 + LanePool::kSpread);
    QVERIFY(*lanes.begin() >= 0 && *lanes.rbegin() < pool.laneCount());
    for (const int lane : lanes)
        pool.release(lane, host(1));
}

void TestLanePool::warmestLaneFirst()
{
    LanePool pool {QNetworkProxy(QNetworkProxy::NoProxy)};
    const int a = pool.acquire(host(1));
    const int b = pool.acquire(host(1));
    const int c = pool.acquire(host(1));
    pool.release(b, host(1));
    pool.release(a, host(1));
    QCOMPARE(pool.acquire(host(1)), a);
    QCOMPARE(pool.acquire(host(1)), b);
    pool.release(c, host(1));
    QCOMPARE(pool.acquire(host(1)), c);
    // One at a time stays on one lane, and so on one connection.
    for (const int lane : {a, b, c})
        pool.release(lane, host(1));
    for (int i = 0; i < 10; ++i) {
        const int lane = pool.acquire(host(1));
        QCOMPARE(lane, c);
        pool.release(lane, host(1));
    }
}

void TestLanePool::hostsShareLanes()
{
    LanePool pool {QNetworkProxy(QNetworkProxy::NoProxy)};
    std::set<int> used;
    for (int i = 0; i < 500; ++i)
        used.insert(pool.acquire(host(i)));
    // A request each to 500 hosts needs no 500 managers, but more than one.
    QVERIFY(pool.laneCount() <= LanePool::kSpread);
    QVERIFY(used.size() > 1);
}

void TestLanePool::managersAreSetUp()
{
    const QNetworkProxy proxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), 3128);
    LanePool pool(proxy);
    const int lane = pool.acquire(host(1));
    const LanePool::Seat seat = pool.seat(lane, false, true);
    QVERIFY(seat.manager != nullptr && seat.connectionName.isEmpty());
    QCOMPARE(seat.manager->proxy(), proxy);
    QCOMPARE(seat.manager->redirectPolicy(), QNetworkRequest::ManualRedirectPolicy);
    QVERIFY(!seat.manager->autoDeleteReplies());
    const int second = pool.acquire(host(1));
    QVERIFY(pool.seat(second, false, true).manager != seat.manager);
    QCOMPARE(pool.seat(lane, false, true).manager, seat.manager); // growing moves none
}

void TestLanePool::plainLanesShareManagers()
{
    LanePool pool {QNetworkProxy(QNetworkProxy::NoProxy)};
    std::set<std::pair<QNetworkAccessManager *, QString>> seats;
    for (int i = 0; i < 40; ++i) {
        const LanePool::Seat seat = pool.seat(pool.acquire(host(1)), false, true);
        QVERIFY(!seat.connectionName.isEmpty() && seat.buffered);
        QVERIFY(seats.insert({seat.manager, seat.connectionName}).second); // a lane's connections are its own
    }
    QCOMPARE(pool.managerCount(), LanePool::kSpread);
    // TLS verifies the name, so there a lane is a manager.
    const LanePool::Seat tls = pool.seat(0, true, true);
    QVERIFY(tls.connectionName.isEmpty() && !tls.buffered);
    QCOMPARE(pool.managerCount(), LanePool::kSpread + 1);
}

void TestLanePool::whatMayBeSentAgainIsBuffered()
{
    LanePool pool {QNetworkProxy(QNetworkProxy::NoProxy)};
    const LanePool::Seat plain = pool.seat(0, false, false);
    const LanePool::Seat buffered = pool.seat(0, false, true);
    QVERIFY(!plain.buffered); // a POST is not sent four times
    QVERIFY(buffered.buffered && buffered.manager != plain.manager);
    QCOMPARE(buffered.connectionName, plain.connectionName);
    QVERIFY(plain.manager->proxyFactory() == nullptr);
    const QList<QNetworkProxy> direct = buffered.manager->proxyFactory()->queryProxy();
    QCOMPARE(direct.size(), 1);
    QVERIFY(direct.first().type() == QNetworkProxy::DefaultProxy && direct.first().isTransparentProxy());
}

void TestLanePool::manyHostsComeAndGo()
{
    LanePool pool {QNetworkProxy(QNetworkProxy::NoProxy)};
    for (int i = 0; i < 20'000; ++i) {
        const int lane = pool.acquire(host(i));
        QVERIFY(lane < pool.laneCount());
        pool.release(lane, host(i));
    }
    QVERIFY(pool.laneCount() <= LanePool::kSpread);
    // A host that was forgotten starts over within the same lanes.
    const int first = pool.acquire(host(19'999));
    const int second = pool.acquire(host(19'999));
    QVERIFY(first != second);
    QVERIFY(pool.laneCount() <= LanePool::kSpread + 1);
}

void TestLanePool::randomUse()
{
    std::mt19937 random(5);
    LanePool pool {QNetworkProxy(QNetworkProxy::NoProxy)};
    std::map<int, std::set<int>> busy; // lanes by host
    std::size_t most = 0;
    for (int step = 0; step < 20'000; ++step) {
        const int key = static_cast<int>(random() % 30);
        std::set<int> &lanes = busy[key];
        if (lanes.size() < 20 && random() % 2 == 0) {
            QVERIFY(lanes.insert(pool.acquire(host(key))).second); // never two on one lane
            most = std::max(most, lanes.size());
        } else if (!lanes.empty()) {
            auto lane = lanes.begin();
            std::advance(lane, static_cast<int>(random() % lanes.size()));
            pool.release(*lane, host(key));
            lanes.erase(lane);
        }
        QVERIFY(pool.laneCount() <= static_cast<int>(most) + LanePool::kSpread - 1);
    }
}

QTEST_GUILESS_MAIN(TestLanePool)
#include "tst_lanepool.moc"
