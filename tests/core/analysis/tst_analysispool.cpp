// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analysispool.h"
#include "core/analysis/pagefacts.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <memory>
#include <numeric>
#include <set>
#include <thread>

using namespace crawlscope;

namespace {
AnalysisTask taskOf(quint64 id, qsizetype bytes = 100)
{
    AnalysisTask task;
    task.id = id;
    task.contentType = "text/html";
    task.body = "<title>Page " + QByteArray::number(id) + "</title>" + QByteArray(bytes, ' ');
    task.bodyComplete = true;
    task.wireBytes = task.body.size();
    task.maxBodyBytes = 100'000'000;
    return task;
}
/// `count` pages that keep a worker busy for some milliseconds each, submitted faster than one is done.
void submitLong(AnalysisPool *pool, quint64 count)
{
    AnalysisTask task = taskOf(0);
    task.contentType = "text/html; charset=gbk";
    task.body = QByteArray("<t").repeated(2'000'000);
    task.wireBytes = task.body.size();
    for (; task.id < count; ++task.id)
        pool->submit(task);
}
} // namespace

class TestAnalysisPool : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTaskOnce_data();
    void everyTaskOnce();
    void wakesWhenReportsWait();
    void threadsRise();
    void threadsFall();
    void threadsAreAtLeastOne();
    void changesWhileWorking();
    void destroyedWithTasksQueued();
    void load();
    void poisonDoesNotStopTheOthers();
};

void TestAnalysisPool::everyTaskOnce_data()
{
    QTest::addColumn<int>("threads");
    QTest::newRow("1") << 1;
    QTest::newRow("2") << 2;
    QTest::newRow("8") << 8;
}

void TestAnalysisPool::everyTaskOnce()
{
    QFETCH(int, threads);
    AnalysisPool pool({}, threads);
    QCOMPARE(pool.threads(), threads);
    constexpr quint64 kTasks = 2000;
    std::vector<PageReport> reports;
    const auto take = [&] {
        for (PageReport &report : pool.takeFinished())
            reports.push_back(std::move(report));
        return reports.size();
    };
    for (quint64 id = 0; id < kTasks; ++id) {
        pool.submit(taskOf(id));
        if (id % 100 == 0) {
            QVERIFY(pool.busy() <= threads);
            take();
        }
    }
    QTRY_COMPARE(take(), std::size_t {kTasks});
    std::set<quint64> ids;
    for (const PageReport &report : reports) {
        QVERIFY(ids.insert(report.id).second);
        QCOMPARE(report.title, "Page " + QByteArray::number(report.id));
    }
    QCOMPARE(pool.queued(), 0);
    QTRY_COMPARE(pool.busy(), 0);
    QCOMPARE(take(), std::size_t {kTasks}); // nothing comes twice
}

void TestAnalysisPool::wakesWhenReportsWait()
{
    std::atomic<int> wakes = 0;
    AnalysisPool pool([&wakes] { ++wakes; }, 2);
    pool.submit(taskOf(1));
    QTRY_COMPARE(wakes.load(), 1);
    for (quint64 id = 2; id <= 50; ++id)
        pool.submit(taskOf(id));
    QTRY_VERIFY(pool.queued() == 0 && pool.busy() == 0);
    QCOMPARE(wakes.load(), 1); // not taken yet: nothing to say
    QCOMPARE(pool.takeFinished().size(), std::size_t {50});
    pool.submit(taskOf(51));
    QTRY_COMPARE(wakes.load(), 2);
}

void TestAnalysisPool::threadsRise()
{
    AnalysisPool pool({}, 1);
    submitLong(&pool, 16);
    QCOMPARE(pool.busy(), 1);
    pool.setThreads(4);
    QCOMPARE(pool.threads(), 4);
    QCOMPARE(pool.busy(), 4); // at once: there is work for all
    std::size_t taken = 0;
    QTRY_COMPARE_WITH_TIMEOUT(taken += pool.takeFinished().size(), std::size_t {16}, 60'000);
    QTRY_COMPARE(pool.busy(), 0);
}

void TestAnalysisPool::threadsFall()
{
    AnalysisPool pool({}, 4);
    submitLong(&pool, 24);
    QCOMPARE(pool.busy(), 4);
    pool.setThreads(1);
    // Each worker ends its page, then the surplus ones leave while there is still work.
    QTRY_COMPARE(pool.busy(), 1);
    QVERIFY(pool.queued() > 0);
    pool.setThreads(3); // and up again
    QCOMPARE(pool.busy(), 3);
    std::size_t taken = 0;
    QTRY_COMPARE_WITH_TIMEOUT(taken += pool.takeFinished().size(), std::size_t {24}, 60'000);
}

void TestAnalysisPool::load()
{
    AnalysisPool pool({}, 3);
    AnalysisPoolLoad load = pool.load();
    QCOMPARE(load.pages, quint64 {0});
    QVERIFY(load.workerCpuMicros.empty());
    submitLong(&pool, 3);
    for (quint64 id = 0; id < 9; ++id)
        pool.submit(taskOf(id));
    QCOMPARE(pool.load().threads, 3);
    QCOMPARE(pool.load().busy, 3);
    QVERIFY(pool.load().queued >= 9 && pool.load().queued <= 12); // workers may not have begun
    QTRY_COMPARE_WITH_TIMEOUT(pool.load().busy, 0, 60'000);
    load = pool.load();
    QCOMPARE(load.pages, quint64 {12});
    QCOMPARE(load.queued, 0);
    QCOMPARE(load.workerCpuMicros.size(), std::size_t {3});
    QVERIFY(load.maxCpuMicros > 0 && load.maxCpuMicros <= load.cpuMicros);
    QCOMPARE(std::accumulate(load.workerCpuMicros.begin(), load.workerCpuMicros.end(), qint64 {0}), load.cpuMicros);
    qint64 sum = 0;
    for (const PageReport &report : pool.takeFinished())
        sum += report.cpuMicros;
    QCOMPARE(sum, load.cpuMicros);
    pool.submit(taskOf(1));
    pool.submit(taskOf(2)); // workers come again, into the places that are there
    QTRY_COMPARE_WITH_TIMEOUT(pool.load().pages, quint64 {14}, 60'000);
    QCOMPARE(pool.load().workerCpuMicros.size(), std::size_t {3});
}

/// One page holds its worker until the test lets it go; meanwhile the others do their work.
void TestAnalysisPool::poisonDoesNotStopTheOthers()
{
    AnalysisPool pool({}, 2);
    const auto cancelled = std::make_shared<std::atomic<bool>>(false);
    const auto held = std::make_shared<std::atomic<bool>>(true);
    AnalysisTask poison = taskOf(0);
    poison.body = QByteArray("<div a=b>").repeated(100'000);
    poison.wantFacts = true;
    poison.cancelled = cancelled;
    poison.clock = [held] { // asked again and again while the page is read
        while (held->load())
            std::this_thread::yield();
        return qint64 {0};
    };
    pool.submit(poison);
    for (quint64 id = 1; id <= 500; ++id)
        pool.submit(taskOf(id));
    std::vector<PageReport> reports;
    const auto take = [&] {
        for (PageReport &report : pool.takeFinished())
            reports.push_back(std::move(report));
        return reports.size();
    };
    QTRY_COMPARE_WITH_TIMEOUT(take(), std::size_t {500}, 60'000);
    QVERIFY(std::none_of(reports.begin(), reports.end(), [](const PageReport &report) { return report.id == 0; }));
    cancelled->store(true);
    held->store(false);
    QTRY_COMPARE_WITH_TIMEOUT(take(), std::size_t {501}, 60'000);
    QCOMPARE(giveUpNames(reports.back().facts->giveUps), QByteArray("cancelled"));
}

void TestAnalysisPool::threadsAreAtLeastOne()
{
    AnalysisPool large({}, 1000);
    QCOMPARE(large.threads(), AnalysisPool::kMaxThreads);
    AnalysisPool pool({}, 0);
    QCOMPARE(pool.threads(), 1);
    pool.setThreads(-3);
    QCOMPARE(pool.threads(), 1);
    pool.submit(taskOf(1));
    std::size_t taken = 0;
    QTRY_COMPARE(taken += pool.takeFinished().size(), std::size_t {1});
}

void TestAnalysisPool::changesWhileWorking()
{
    AnalysisPool pool({}, 2);
    constexpr quint64 kTasks = 1000;
    std::size_t taken = 0;
    for (quint64 id = 0; id < kTasks; ++id) {
        pool.submit(taskOf(id, 20'000));
        if (id % 10 == 0)
            pool.setThreads(1 + static_cast<int>(id / 10 * 7 % 8));
        if (id % 64 == 0)
            taken += pool.takeFinished().size();
    }
    QTRY_COMPARE_WITH_TIMEOUT(taken += pool.takeFinished().size(), std::size_t {kTasks}, 60'000);
    QTRY_COMPARE(pool.busy(), 0);
}

void TestAnalysisPool::destroyedWithTasksQueued()
{
    std::atomic<int> wakes = 0;
    for (int round = 0; round < 20; ++round) {
        auto pool = std::make_unique<AnalysisPool>([&wakes] { ++wakes; }, 2);
        for (quint64 id = 0; id < 1000; ++id)
            pool->submit(taskOf(id, 50'000));
        pool.reset(); // drops the queue, waits for the two under way
    }
    QVERIFY(wakes.load() <= 20);
    AnalysisPool unused({}, 4); // destroyed without work
    QCOMPARE(unused.busy(), 0);
}

QTEST_GUILESS_MAIN(TestAnalysisPool)
#include "tst_analysispool.moc"
