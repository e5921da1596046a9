// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/mailbox.h"

#include <QTest>

#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

using namespace crawlscope;

class TestMailbox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsTheOrder();
    void wakesOncePerBatch();
    void wakesOncePerVector();
    void worksWithoutWake();
    void carriesMoveOnlyValues();
    void wakeMayTake();
    void manyProducers();
};

void TestMailbox::keepsTheOrder()
{
    Mailbox<int> box;
    for (int i = 0; i < 100; ++i)
        box.push(i);
    QCOMPARE(box.size(), std::size_t {100});
    const std::vector<int> got = box.takeAll();
    QCOMPARE(got.size(), std::size_t {100});
    for (int i = 0; i < 100; ++i)
        QCOMPARE(got[static_cast<std::size_t>(i)], i);
    QCOMPARE(box.size(), std::size_t {0});
    QVERIFY(box.takeAll().empty());
}

void TestMailbox::wakesOncePerBatch()
{
    int wakes = 0;
    Mailbox<int> box([&wakes] { ++wakes; });
    for (int batch = 1; batch <= 3; ++batch) {
        for (int i = 0; i < 50; ++i)
            QCOMPARE(box.push(i), i == 0);
        QCOMPARE(wakes, batch);
        QCOMPARE(box.takeAll().size(), std::size_t {50});
    }
}

void TestMailbox::wakesOncePerVector()
{
    int wakes = 0;
    Mailbox<int> box([&wakes] { ++wakes; });
    std::vector<int> values;
    QVERIFY(!box.pushAll(values)); // nothing: no wake-up
    QCOMPARE(wakes, 0);
    values = {1, 2, 3};
    QVERIFY(box.pushAll(values));
    QVERIFY(values.empty());
    values = {4, 5};
    QVERIFY(!box.pushAll(values));
    QVERIFY(!box.push(6));
    QVERIFY(values.empty());
    QCOMPARE(wakes, 1);
    QCOMPARE(box.takeAll(), (std::vector<int> {1, 2, 3, 4, 5, 6}));
}

void TestMailbox::worksWithoutWake()
{
    Mailbox<QByteArray> box;
    QVERIFY(box.push("a"));
    QVERIFY(!box.push("b"));
    QCOMPARE(box.takeAll(), (std::vector<QByteArray> {"a", "b"}));
    QVERIFY(box.push("c"));
}

void TestMailbox::carriesMoveOnlyValues()
{
    Mailbox<std::unique_ptr<int>> box;
    box.push(std::make_unique<int>(7));
    const auto got = box.takeAll();
    QCOMPARE(got.size(), std::size_t {1});
    QCOMPARE(*got.front(), 7);
}

void TestMailbox::wakeMayTake()
{
    // The wake function runs without the lock: a consumer that takes at once must not deadlock.
    std::vector<int> got;
    Mailbox<int> *self = nullptr;
    Mailbox<int> box([&] {
        for (const int value : self->takeAll())
            got.push_back(value);
    });
    self = &box;
    for (int i = 0; i < 5; ++i)
        QVERIFY(box.push(i));
    QCOMPARE(got, (std::vector<int> {0, 1, 2, 3, 4}));
}

void TestMailbox::manyProducers()
{
    constexpr int kProducers = 4;
    constexpr int kEach = 20'000;
    std::mutex mutex;
    std::condition_variable changed;
    int wakesPending = 0; // protected by mutex
    std::atomic<int> wakes = 0;
    Mailbox<std::pair<int, int>> box([&] {
        ++wakes;
        const std::scoped_lock lock(mutex);
        ++wakesPending;
        changed.notify_one();
    });
    std::vector<std::thread> producers;
    for (int p = 0; p < kProducers; ++p) {
        producers.emplace_back([&box, p] {
            for (int i = 0; i < kEach; ++i)
                box.push({p, i});
        });
    }
    std::array<int, kProducers> next {};
    int batches = 0;
    int received = 0;
    bool inOrder = true;
    while (received < kProducers * kEach) {
        {
            std::unique_lock lock(mutex);
            if (!changed.wait_for(lock, std::chrono::seconds(60), [&] { return wakesPending > 0; }))
                break; // a wake-up was lost: the comparison below says so
            --wakesPending;
        }
        const auto batch = box.takeAll();
        batches += batch.empty() ? 0 : 1;
        for (const auto &[producer, value] : batch) {
            inOrder = inOrder && next.at(static_cast<std::size_t>(producer)) == value;
            next.at(static_cast<std::size_t>(producer)) = value + 1;
        }
        received += static_cast<int>(batch.size());
    }
    for (std::thread &producer : producers)
        producer.join();
    QCOMPARE(received, kProducers * kEach);
    QVERIFY(inOrder); // of each producer
    QCOMPARE(box.size(), std::size_t {0});
    QCOMPARE(wakes.load(), batches);
}

QTEST_GUILESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
