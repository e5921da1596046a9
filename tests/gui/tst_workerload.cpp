// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/workerload.h"

#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;

namespace {

constexpr qint64 kSecond = 1'000'000;

StatsSnapshot figures(quint64 pages, std::vector<qint64> workers, qint64 most = 0)
{
    StatsSnapshot snapshot;
    snapshot.analysisPages = pages;
    snapshot.analysisMaxMicros = most;
    for (const qint64 micros : workers)
        snapshot.analysisCpuMicros += micros;
    snapshot.workerCpuMicros = std::move(workers);
    return snapshot;
}

} // namespace

class TestWorkerLoad : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptyAtFirst();
    void sharesAreOfTheLastSeconds();
    void aThreadThatComesLaterCountsFromNothing();
    void noShareIsAboveOne();
    void anotherRunBeginsAnew();
    void timeOfAPage();
};

void TestWorkerLoad::emptyAtFirst()
{
    WorkerLoad load;
    QVERIFY(load.workers().empty());
    QCOMPARE(load.meanMicros(), 0);
    load.append(figures(0, {}), 0);
    QVERIFY(load.workers().empty());
}

void TestWorkerLoad::sharesAreOfTheLastSeconds()
{
    WorkerLoad load;
    // The first thread works half of the time for 20 s, then not at all; the second only then.
    for (qint64 tenth = 0; tenth <= 200; ++tenth)
        load.append(figures(static_cast<quint64>(tenth), {tenth * kSecond / 20, 0}), tenth * kSecond / 10);
    QCOMPARE(load.workers().size(), std::size_t {2});
    QVERIFY(qAbs(load.workers()[0].share - 0.5) < 0.05);
    QCOMPARE(load.workers()[1].share, 0.0);
    QCOMPARE(load.workers()[0].cpuMicros, 10 * kSecond);
    for (qint64 tenth = 201; tenth <= 280; ++tenth)
        load.append(figures(static_cast<quint64>(tenth), {10 * kSecond, (tenth - 200) * kSecond / 10}),
                    tenth * kSecond / 10);
    QCOMPARE(load.workers()[0].share, 0.0);
    QVERIFY(load.workers()[1].share > 0.95);
}

void TestWorkerLoad::aThreadThatComesLaterCountsFromNothing()
{
    WorkerLoad load;
    load.append(figures(1, {100}), 0);
    load.append(figures(2, {100, kSecond}), 2 * kSecond);
    QCOMPARE(load.workers().size(), std::size_t {2});
    QCOMPARE(load.workers()[1].share, 0.5);
}

void TestWorkerLoad::noShareIsAboveOne()
{
    WorkerLoad load;
    load.append(figures(1, {0}), 0);
    load.append(figures(2, {9 * kSecond}), kSecond);
    QCOMPARE(load.workers()[0].share, 1.0);
}

void TestWorkerLoad::anotherRunBeginsAnew()
{
    WorkerLoad load;
    load.append(figures(1'000, {5 * kSecond, 5 * kSecond}), 0);
    load.append(figures(10, {kSecond / 10}), kSecond);
    QCOMPARE(load.workers().size(), std::size_t {1});
    QCOMPARE(load.workers()[0].share, 0.0); // nothing is known of the time before
    load.append(figures(20, {kSecond}), 2 * kSecond);
    QCOMPARE(load.workers()[0].share, 0.9);
}

void TestWorkerLoad::timeOfAPage()
{
    WorkerLoad load;
    load.append(figures(4, {100, 300}, 250), 0);
    QCOMPARE(load.pages(), quint64 {4});
    QCOMPARE(load.meanMicros(), 100);
    QCOMPARE(load.maxMicros(), 250);
}

QTEST_APPLESS_MAIN(TestWorkerLoad)
#include "tst_workerload.moc"
