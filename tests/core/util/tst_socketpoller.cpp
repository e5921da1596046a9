// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/platform.h"
#include "core/util/socketpoller.h"

#include <QTest>

#include <array>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace crawlscope;

namespace {
/// Two connected sockets.
struct Pair
{
    std::array<int, 2> ends {-1, -1};
    Pair() { [[maybe_unused]] const int made = socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()); }
    ~Pair()
    {
        for (const int end : ends)
            close(end);
    }
};
} // namespace

class TestSocketPoller : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAndWrites();
    void closedByThePeer();
    void closedHereAndUsedAgain();
    void noLongerWatched();
    void woken();
    void wokenBefore();
    void manyAtOnce();
    void adoptedRestsInTheKernel();
    void adoptedClosedAndUsedAgain();
};

void TestSocketPoller::readsAndWrites()
{
    Pair pair;
    SocketPoller poller;
    QVERIFY(poller.isValid());
    poller.watch(pair.ends[0], true, false);
    QVERIFY(poller.wait(0).empty());
    QCOMPARE(write(pair.ends[1], "x", 1), 1);
    QCOMPARE(poller.wait(1000).size(), std::size_t {1});
    const SocketPoller::Ready ready = poller.wait(1000).front();
    QCOMPARE(ready.socket, qintptr {pair.ends[0]});
    QVERIFY(ready.readable && !ready.writable && !ready.failed);
    poller.watch(pair.ends[0], true, true); // changed, not doubled
    QCOMPARE(poller.wait(1000).size(), std::size_t {1});
    QVERIFY(poller.wait(1000).front().readable && poller.wait(1000).front().writable);
}

void TestSocketPoller::closedByThePeer()
{
    Pair pair;
    SocketPoller poller;
    poller.watch(pair.ends[0], true, false);
    close(pair.ends[1]);
    pair.ends[1] = -1;
    QCOMPARE(poller.wait(1000).size(), std::size_t {1});
    QVERIFY(poller.wait(1000).front().readable);
}

void TestSocketPoller::closedHereAndUsedAgain()
{
    SocketPoller poller;
    for (int i = 0; i < 3; ++i) {
        Pair pair; // most likely the same numbers each time
        poller.watch(pair.ends[0], true, false);
        QCOMPARE(write(pair.ends[1], "x", 1), 1);
        QCOMPARE(poller.wait(1000).size(), std::size_t {1});
    }
    QVERIFY(poller.wait(0).empty());
}

void TestSocketPoller::noLongerWatched()
{
    Pair pair;
    SocketPoller poller;
    poller.watch(pair.ends[0], true, false);
    QCOMPARE(write(pair.ends[1], "x", 1), 1);
    poller.watch(pair.ends[0], false, false);
    QVERIFY(poller.wait(0).empty());
    poller.watch(pair.ends[0], false, false); // never watched: no harm
    poller.watch(-1, false, false);
}

void TestSocketPoller::woken()
{
    SocketPoller poller;
    std::thread other([&poller] { poller.wake(); });
    QVERIFY(poller.wait(30'000).empty());
    other.join();
}

void TestSocketPoller::wokenBefore()
{
    SocketPoller poller;
    poller.wake();
    poller.wake();
    QVERIFY(poller.wait(30'000).empty());
    QVERIFY(poller.wait(0).empty()); // once
}

void TestSocketPoller::manyAtOnce()
{
    std::array<Pair, 200> pairs; // more than one wait() takes
    SocketPoller poller;
    for (const Pair &pair : pairs)
        poller.watch(pair.ends[0], false, true);
    const std::size_t first = poller.wait(1000).size();
    QVERIFY(first > 100 && first <= pairs.size());
    for (const SocketPoller::Ready &ready : poller.wait(1000))
        QVERIFY(ready.writable);
}

void TestSocketPoller::adoptedRestsInTheKernel()
{
    Pair pair;
    SocketPoller poller;
    poller.adopt(pair.ends[0]);
    poller.watch(pair.ends[0], true, false);
    poller.watch(pair.ends[0], false, false);
    QVERIFY(poller.wait(0).empty());
    QCOMPARE(write(pair.ends[1], "x", 1), 1);
    QVERIFY(poller.wait(0).empty()); // nobody asks
    poller.watch(pair.ends[0], true, false); // what came meanwhile is seen
    QCOMPARE(poller.wait(1000).size(), std::size_t {1});
    poller.watch(pair.ends[0], false, true);
    QVERIFY(poller.wait(1000).front().writable && !poller.wait(1000).front().readable);
    poller.watch(pair.ends[0], false, false);
    close(pair.ends[1]); // ended by the peer while it rests: no turning in circles
    pair.ends[1] = -1;
    QVERIFY(poller.wait(0).empty());
    poller.watch(pair.ends[0], true, false);
    QVERIFY(poller.wait(1000).front().readable);
}

void TestSocketPoller::adoptedClosedAndUsedAgain()
{
    SocketPoller poller;
    int number = -1;
    {
        Pair pair;
        number = pair.ends[0];
        poller.adopt(number);
        poller.watch(number, true, false);
        poller.watch(number, false, false);
        poller.release(number);
    }
    // The same descriptor as another socket, adopted or not, is waited for anew.
    for (const bool adopt : {false, true}) {
        Pair pair;
        QCOMPARE(pair.ends[0], number);
        if (adopt)
            poller.adopt(number);
        poller.watch(number, true, false);
        QCOMPARE(write(pair.ends[1], "x", 1), 1);
        QCOMPARE(poller.wait(1000).size(), std::size_t {1});
        poller.release(number);
    }
}

QTEST_GUILESS_MAIN(TestSocketPoller)
#include "tst_socketpoller.moc"
