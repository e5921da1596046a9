// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/ringbuffer.h"

#include <QByteArray>
#include <QTest>

#include <deque>

using namespace crawlscope;

class TestRingBuffer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsTheLast_data();
    void keepsTheLast();
    void clearStartsOver();
    void ofCapacityNought();
};

void TestRingBuffer::keepsTheLast_data()
{
    QTest::addColumn<int>("capacity");
    QTest::addColumn<int>("pushes");
    QTest::newRow("one") << 1 << 5;
    QTest::newRow("not full") << 8 << 7;
    QTest::newRow("just full") << 8 << 8;
    QTest::newRow("one over") << 8 << 9;
    QTest::newRow("three rounds and a bit") << 8 << 29;
    QTest::newRow("prime") << 7 << 1000;
}

void TestRingBuffer::keepsTheLast()
{
    QFETCH(int, capacity);
    QFETCH(int, pushes);
    RingBuffer<QByteArray> ring(static_cast<std::size_t>(capacity));
    std::deque<QByteArray> model;
    QVERIFY(ring.empty());
    for (int i = 0; i < pushes; ++i) {
        const QByteArray value = QByteArray::number(i);
        ring.push(value);
        model.push_back(value);
        if (model.size() > static_cast<std::size_t>(capacity))
            model.pop_front();
        QCOMPARE(ring.size(), model.size());
        for (std::size_t k = 0; k < model.size(); ++k)
            QCOMPARE(ring.at(k), model[k]);
        QCOMPARE(ring.last(), value);
    }
    QCOMPARE(ring.capacity(), static_cast<std::size_t>(capacity));
    QVERIFY(!ring.empty());
}

void TestRingBuffer::clearStartsOver()
{
    RingBuffer<int> ring(3);
    for (int i = 0; i < 5; ++i) // the oldest is not in the first place
        ring.push(i);
    ring.clear();
    QVERIFY(ring.empty());
    QCOMPARE(ring.size(), std::size_t {0});
    ring.push(10);
    ring.push(11);
    QCOMPARE(ring.at(0), 10);
    QCOMPARE(ring.last(), 11);
    QCOMPARE(ring.capacity(), std::size_t {3});
}

void TestRingBuffer::ofCapacityNought()
{
    RingBuffer<int> ring(0);
    QCOMPARE(ring.capacity(), std::size_t {1});
    ring.push(1);
    ring.push(2);
    QCOMPARE(ring.size(), std::size_t {1});
    QCOMPARE(ring.last(), 2);
}

QTEST_GUILESS_MAIN(TestRingBuffer)
#include "tst_ringbuffer.moc"
