// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/workerthread.h"

#include <QTest>

#include <atomic>

using namespace crawlscope;

class TestWorkerThread : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void runsEventsInItsThread();
    void destructorEndsTheLoop();
    void eventsRunBeforeALaterOne();
    void stopTwice();
};

void TestWorkerThread::runsEventsInItsThread()
{
    WorkerThread worker(QStringLiteral("test worker"));
    QCOMPARE(worker.thread()->objectName(), QStringLiteral("test worker"));
    QVERIFY(worker.thread()->isRunning());
    QThread *ranIn = nullptr;
    for (int round = 0; round < 100; ++round) {
        ranIn = nullptr;
        worker.run([&ranIn] { ranIn = QThread::currentThread(); }); // waits
        QCOMPARE(ranIn, worker.thread());
    }
    QVERIFY(ranIn != QThread::currentThread());
}

void TestWorkerThread::destructorEndsTheLoop()
{
    std::atomic<bool> finished = false;
    {
        WorkerThread worker(QStringLiteral("short"));
        connect(
            worker.thread(), &QThread::finished, worker.thread(), [&finished] { finished = true; },
            Qt::DirectConnection);
    }
    QVERIFY(finished.load());
}

void TestWorkerThread::eventsRunBeforeALaterOne()
{
    std::atomic<int> ran = 0;
    QObject object;
    WorkerThread worker(QStringLiteral("queue"));
    object.moveToThread(worker.thread());
    for (int i = 0; i < 100; ++i)
        QMetaObject::invokeMethod(
            &object, [&ran] { ++ran; }, Qt::QueuedConnection);
    worker.run([&object, home = thread()] { object.moveToThread(home); });
    worker.stop();
    QCOMPARE(ran.load(), 100);
}

void TestWorkerThread::stopTwice()
{
    WorkerThread worker(QStringLiteral("twice"));
    worker.stop();
    QVERIFY(worker.thread()->isFinished());
    worker.stop();
    QVERIFY(!worker.thread()->isRunning());
}

QTEST_GUILESS_MAIN(TestWorkerThread)
#include "tst_workerthread.moc"
