// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/retrybench.h"

#include <QTest>

using namespace crawlscope;
using crawlscope::test::has;
using crawlscope::test::kUrl;
using crawlscope::test::MemoryRecorder;
using crawlscope::test::msUntilSent;
using crawlscope::test::PoliteBench;
using crawlscope::test::recorded;
using crawlscope::test::retrying;
using State = CrawlController::State;

/// A run that is stopped or paused while URLs wait for another attempt: nothing that was measured is lost.
class TestEngineRetryStop : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stopKeepsWhatWasMeasured_data();
    void stopKeepsWhatWasMeasured();
    void stopAmidARedirectKeepsTheFailure();
    void stopKeepsRetriesThatQueue();
    void stopKeepsTheSecondPass();
    void stopEndsTheRecordLast();
    void pauseKeepsDelayedUrls();
};

void TestEngineRetryStop::stopKeepsWhatWasMeasured_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<bool>("inFlight");
    QTest::newRow("one, waiting") << 1 << false;
    QTest::newRow("two, waiting") << 2 << false;
    QTest::newRow("one, the second under way") << 1 << true;
    QTest::newRow("two, the third under way") << 2 << true;
}

void TestEngineRetryStop::stopKeepsWhatWasMeasured()
{
    QFETCH(int, failures);
    QFETCH(bool, inFlight);
    auto recorder = std::make_shared<MemoryRecorder>();
    PoliteBench bench(recorded("http://a.example/0\nhttp://b.example/1\n", retrying(5), recorder), false);
    bench.engine->start();
    for (int i = 0; i < failures; ++i) {
        QVERIFY(msUntilSent(bench, kUrl) >= 0);
        bench.answer(kUrl, PoliteBench::refusal(i == 0 ? 502 : 500));
    }
    if (inFlight)
        QVERIFY(msUntilSent(bench, kUrl) >= 0);
    bench.engine->stop();
    bench.analyseAll();
    QCOMPARE(bench.counts().failed, quint64 {1});
    QCOMPARE(bench.counts().left, quint64 {1}); // of which nothing is known
    bench.jump(100);
    QCOMPARE(bench.state(), State::Stopped);
    QCOMPARE(bench.rows.size(), std::size_t {1});
    QCOMPARE(int {bench.rows[0].status}, failures == 1 ? 502 : 500);
    QCOMPARE(int {bench.rows[0].attempts}, failures);
    QCOMPARE(int {bench.rows[0].confirmed}, 1);
    QCOMPARE(bench.rows[0].state, RowState::Failed);
    QCOMPARE(recorder->takenBack(), std::set<quint32> {1});
    QCOMPARE(recorder->inFlight(), recorder->takenBack());
    QVERIFY(bench.addedUp);
}

void TestEngineRetryStop::stopAmidARedirectKeepsTheFailure()
{
    for (const bool again : {false, true}) {
        PoliteBench bench(kUrl, retrying(2));
        bench.engine->start();
        bench.answer(kUrl, PoliteBench::refusal(500));
        QVERIFY(msUntilSent(bench, kUrl) >= 0);
        bench.answer(kUrl, PoliteBench::redirectTo("http://b.example/x"));
        QVERIFY(bench.flies("http://b.example/x"));
        if (again) { // the third attempt, the second having failed behind its redirect
            bench.answer("http://b.example/x", PoliteBench::refusal(500));
            QVERIFY(msUntilSent(bench, kUrl) >= 0);
        }
        bench.engine->stop();
        bench.check();
        QCOMPARE(bench.rows.size(), std::size_t {1});
        QCOMPARE(int {bench.rows[0].status}, 500);
        QCOMPARE(bench.rows[0].state, RowState::Failed);
        QCOMPARE(int {bench.rows[0].attempts}, again ? 2 : 1);
        QCOMPARE(int {bench.rows[0].confirmed}, again ? 2 : 1);
        QCOMPARE(int {bench.rows[0].redirects}, again ? 1 : 0);
        QCOMPARE(bench.rows[0].finalUrl, again ? QByteArray("http://b.example/x") : QByteArray());
        QVERIFY(!has(bench.rows[0], Anomaly::Recovered));
    }
}

void TestEngineRetryStop::stopKeepsRetriesThatQueue()
{
    auto recorder = std::make_shared<MemoryRecorder>();
    PoliteBench bench(recorded("http://a.example/0\nhttp://a.example/1\n", retrying(2), recorder), false);
    bench.engine->start();
    bench.answer(kUrl, PoliteBench::refusal(500));
    bench.engine->pauseHost("a.example:80");
    bench.advance(3000); // its time has come, but the host is paused
    QCOMPARE(bench.counts().delayed, quint64 {0});
    QCOMPARE(bench.counts().pending, quint64 {1});
    bench.engine->stop();
    bench.jump(100);
    QCOMPARE(bench.state(), State::Stopped);
    QCOMPARE(bench.rows.size(), std::size_t {1});
    QCOMPARE(int {bench.rows[0].status}, 500);
    QCOMPARE(int {bench.rows[0].attempts}, 1);
    QCOMPARE(bench.counts().failed, quint64 {1});
    QCOMPARE(bench.counts().left, quint64 {1});
    QCOMPARE(recorder->inFlight(), recorder->takenBack());
}

void TestEngineRetryStop::stopKeepsTheSecondPass()
{
    CrawlConfig config;
    config.secondPass = true;
    PoliteBench bench("http://a.example/0\nhttp://b.example/1\nhttp://c.example/2\n", config);
    bench.engine->start();
    bench.answer(kUrl, PoliteBench::failure(ErrorId::ResetInBody));
    bench.answer("http://b.example/1", PoliteBench::refusal(429));
    QCOMPARE(bench.counts().delayed, quint64 {2});
    bench.engine->stop();
    bench.check();
    QCOMPARE(bench.state(), State::Stopped);
    QCOMPARE(bench.rows.size(), std::size_t {2});
    QCOMPARE(bench.counts().failed, quint64 {2});
    QCOMPARE(bench.counts().left, quint64 {1});
    for (const ResultRow &row : bench.rows)
        QCOMPARE(int {row.attempts}, 1);
}

void TestEngineRetryStop::stopEndsTheRecordLast()
{
    auto recorder = std::make_shared<MemoryRecorder>();
    PoliteBench bench(recorded("http://a.example/0\nhttp://b.example/1\n", retrying(2), recorder), false);
    recorder->hold(); // until it is told that the run is over
    bench.engine->start();
    bench.answer(kUrl, PoliteBench::refusal(500));
    bench.engine->stop();
    bench.jump(100);
    QCOMPARE(recorder->state(), SessionState::Stopped);
    bench.collect();
    QCOMPARE(bench.rows.size(), std::size_t {1});
    QVERIFY(!bench.events.empty());
    QCOMPARE(bench.events.back().id, EventId::RunStopped);
    QCOMPARE(bench.events.back().a, qint64 {1}); // left, the failure having its row
}

void TestEngineRetryStop::pauseKeepsDelayedUrls()
{
    PoliteBench bench(kUrl, retrying(1));
    bench.engine->start();
    bench.answer(kUrl, PoliteBench::refusal(500));
    bench.engine->pause();
    QCOMPARE(bench.state(), State::Paused);
    bench.advance(5000);
    QVERIFY(!bench.flies(kUrl));
    QCOMPARE(bench.counts().left, quint64 {1});
    bench.engine->resume();
    QVERIFY(bench.flies(kUrl)); // its time came meanwhile
    bench.answer(kUrl, PoliteBench::page());
    QCOMPARE(bench.state(), State::Finished);
}

QTEST_GUILESS_MAIN(TestEngineRetryStop)
#include "tst_engineretrystop.moc"
