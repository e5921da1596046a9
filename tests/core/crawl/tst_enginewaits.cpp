// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/politebench.h"

#include <QTest>

using namespace crawlscope;
using crawlscope::test::MemoryRecorder;
using crawlscope::test::PoliteBench;
using State = CrawlController::State;

namespace {

const QByteArray kHost = "a.example:80";

CrawlConfig limited(int inFlight, int perHost)
{
    CrawlConfig config;
    config.limits.inFlight = inFlight;
    config.limits.perHost = perHost;
    return config;
}

/// ms until `untilMicros` of the bench's clock.
qint64 msLeft(const PoliteBench &bench, qint64 untilMicros)
{
    return (untilMicros - bench.now + 999) / 1000;
}

} // namespace

/// Why nothing (more) starts, as the snapshot says. HostRobots and HostCrawlDelay: see tst_enginerobots.
class TestEngineWaits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void slotsOfTheRun();
    void slotsOfTheProcess();
    void slotsOfTheHost();
    void rate();
    void intervalOfTheHost();
    void rateOfTheHost();
    void retryAfter();
    void quota();
    void backoff();
    void hostPaused();
    void breakerOfTheHost();
    void breakerOfTheRun();
    void adaptiveLimit();
    void retryDelay();
    void analysisBehind();
    void bodiesInFlight();
    void storage();
    void pausingAndPaused();
    void stopping();
};

void TestEngineWaits::slotsOfTheRun()
{
    PoliteBench bench(PoliteBench::hosts(5), limited(2, 6));
    bench.engine->start();
    QCOMPARE(bench.wait(), (WaitState {.reason = WaitReason::InFlightLimit, .host = {}, .a = 2}));
    bench.answerAll(PoliteBench::page());
    QCOMPARE(bench.state(), State::Finished);
}

void TestEngineWaits::slotsOfTheProcess()
{
    PoliteBench bench(PoliteBench::startOf(PoliteBench::hosts(5), limited(20, 6)), false, 3);
    bench.engine->start();
    QCOMPARE(bench.wait(), (WaitState {.reason = WaitReason::NoDescriptors, .host = {}, .a = 3}));
    QCOMPARE(bench.fetcher->inFlight.size(), std::size_t {3});
    QCOMPARE(bench.eventsOf(EventId::DescriptorsLow).size(), std::size_t {1});
    bench.engine->setLimits(limited(2, 6).limits);
    bench.answerFirst(PoliteBench::page());
    bench.answerFirst(PoliteBench::page());
    bench.analyseAll();
    QCOMPARE(bench.wait().reason, WaitReason::InFlightLimit); // now it is the user's
}

void TestEngineWaits::slotsOfTheHost()
{
    PoliteBench bench(PoliteBench::urlsOf("a.example", 5), limited(20, 2));
    bench.engine->start();
    QCOMPARE(bench.wait(), (WaitState {.reason = WaitReason::HostLimit, .host = kHost, .a = 2, .b = 3}));
}

void TestEngineWaits::rate()
{
    CrawlConfig config = limited(20, 6);
    config.limits.ratePerS = 1.5;
    PoliteBench bench(PoliteBench::hosts(9), config);
    bench.engine->start();
    QCOMPARE(bench.wait(), (WaitState {.reason = WaitReason::RateLimit, .host = {}, .a = 2}));
    bench.advance(10'000 - bench.now / 1000 + 1000); // ten seconds after the start
    QVERIFY(bench.fetcher->inFlight.size() == 9);
}

void TestEngineWaits::intervalOfTheHost()
{
    CrawlConfig config = limited(20, 6);
    config.limits.hostIntervalS = 5;
    PoliteBench bench(PoliteBench::urlsOf("a.example", 3), config);
    bench.engine->start();
    const qint64 until = bench.now + 5'000'000;
    const WaitState wait = bench.wait();
    QCOMPARE(wait, (WaitState {.reason = WaitReason::HostInterval, .host = kHost, .a = msLeft(bench, until), .b = 2}));
    bench.advance(msLeft(bench, until) - 20);
    QCOMPARE(bench.fetcher->inFlight.size(), std::size_t {1});
    bench.advance(20);
    QCOMPARE(bench.fetcher->inFlight.size(), std::size_t {2});
}

void TestEngineWaits::rateOfTheHost()
{
    CrawlConfig config = limited(20, 6);
    config.limits.hostRatePerS = 0.5;
    PoliteBench bench(PoliteBench::urlsOf("a.example", 9), config);
    bench.engine->start();
    bench.advance(500);
    const WaitState wait = bench.wait();
    QCOMPARE(wait.reason, WaitReason::HostInterval);
    QCOMPARE(wait.host, kHost);
    QVERIFY(wait.a > 0 && wait.a <= 2000);
    bench.advance(8000);
    const std::size_t sent = bench.fetcher->inFlight.size();
    QVERIFY2(sent >= 5 && sent <= 6, qPrintable(QString::number(sent)));
}

void TestEngineWaits::retryAfter()
{
    PoliteBench bench(PoliteBench::urlsOf("a.example", 3), limited(20, 1));
    bench.engine->start();
    const qint64 until = bench.now + 5'000'000;
    bench.answerFirst(PoliteBench::refusal(429, "5"));
    const WaitState wait = bench.wait();
    QCOMPARE(wait,
             (WaitState {.reason = WaitReason::HostRetryAfter, .host = kHost, .a = msLeft(bench, until), .b = 2}));
    bench.advance(msLeft(bench, until) - 20);
    QVERIFY(bench.fetcher->inFlight.empty());
    bench.advance(20);
    QCOMPARE(bench.fetcher->inFlight.size(), std::size_t {1});
}

void TestEngineWaits::quota()
{
    PoliteBench bench(PoliteBench::urlsOf("a.example", 3), limited(20, 1));
    bench.engine->start();
    const qint64 until = bench.now + 9'000'000;
    FetchResult page = PoliteBench::page();
    page.headers.append(qMakePair(QByteArray("RateLimit-Remaining"), QByteArray("0")));
    page.headers.append(qMakePair(QByteArray("RateLimit-Reset"), QByteArray("9")));
    bench.answerFirst(page);
    const WaitState wait = bench.wait();
    QCOMPARE(wait,
             (WaitState {.reason = WaitReason::HostRetryAfter, .host = kHost, .a = msLeft(bench, until), .b = 2}));
}

void TestEngineWaits::backoff()
{
    PoliteBench bench(PoliteBench::urlsOf("a.example", 3), limited(20, 1));
    bench.engine->start();
    const qint64 until = bench.now + 1'000'000;
    bench.answerFirst(PoliteBench::refusal(503));
    const WaitState wait = bench.wait();
    QCOMPARE(wait, (WaitState {.reason = WaitReason::HostBackoff, .host = kHost, .a = msLeft(bench, until), .b = 2}));
}

void TestEngineWaits::hostPaused()
{
    PoliteBench bench(PoliteBench::urlsOf("a.example", 3), limited(20, 1));
    bench.engine->start();
    bench.engine->pauseHost(kHost);
    bench.engine->pauseHost("unknown.example:80");
    bench.answerFirst(PoliteBench::page());
    QCOMPARE(bench.wait(), (WaitState {.reason = WaitReason::HostPaused, .host = kHost, .a = -1, .b = 2}));
    bench.advance(60'000);
    QCOMPARE(bench.state(), State::Running);
    QVERIFY(bench.fetcher->inFlight.empty());
    bench.engine->resumeHost(kHost);
    QCOMPARE(bench.fetcher->inFlight.size(), std::size_t {1});
    bench.answerAll(PoliteBench::page());
    QCOMPARE(bench.state(), State::Finished);
}

void TestEngineWaits::breakerOfTheHost()
{
    PoliteBench bench(PoliteBench::urlsOf("a.example", 30), limited(20, 1));
    bench.engine->start();
    for (int i = 0; i < 20; ++i)
        bench.answerFirst(PoliteBench::failure(ErrorId::ConnectRefused));
    const qint64 until = bench.now + 10'000'000;
    WaitState wait = bench.wait();
    QCOMPARE(wait, (WaitState {.reason = WaitReason::HostBreaker, .host = kHost, .a = msLeft(bench, until), .b = 10}));
    bench.advance(msLeft(bench, until));
    QCOMPARE(bench.fetcher->inFlight.size(), std::size_t {1});
    wait = bench.wait();
    QCOMPARE(wait, (WaitState {.reason = WaitReason::HostBreaker, .host = kHost, .a = -1, .b = 9}));
}

void TestEngineWaits::breakerOfTheRun()
{
    PoliteBench bench(PoliteBench::hosts(130), limited(1, 1));
    bench.engine->start();
    for (int i = 0; i < 100; ++i)
        bench.answerFirst(PoliteBench::failure(ErrorId::ConnectRefused));
    const qint64 until = bench.now + 10'000'000;
    WaitState wait = bench.wait();
    QCOMPARE(wait, (WaitState {.reason = WaitReason::RunBreaker, .host = {}, .a = msLeft(bench, until), .b = 30}));
    bench.advance(msLeft(bench, until));
    QCOMPARE(bench.fetcher->inFlight.size(), std::size_t {1});
    wait = bench.wait();
    QCOMPARE(wait, (WaitState {.reason = WaitReason::RunBreaker, .host = {}, .a = -1, .b = 29}));
}

void TestEngineWaits::adaptiveLimit()
{
    CrawlConfig config = limited(20, 6);
    config.limits.adaptive = true;
    PoliteBench bench(PoliteBench::urlsOf("a.example", 10), config);
    bench.engine->start();
    QCOMPARE(bench.wait(), (WaitState {.reason = WaitReason::AdaptiveLimit, .host = kHost, .a = 4, .b = 6}));
    config.limits.adaptive = false;
    bench.engine->setLimits(config.limits);
    QCOMPARE(bench.wait(), (WaitState {.reason = WaitReason::HostLimit, .host = kHost, .a = 6, .b = 4}));
}

void TestEngineWaits::retryDelay()
{
    CrawlConfig config = limited(20, 6);
    config.retries = 3;
    PoliteBench bench(PoliteBench::urlsOf("a.example", 2), config);
    bench.engine->start();
    bench.answerAll(PoliteBench::failure(ErrorId::ConnectReset));
    const WaitState wait = bench.wait();
    QCOMPARE(wait.reason, WaitReason::RetryDelay);
    QCOMPARE(wait.b, qint64 {2});
    QVERIFY(wait.a > 400 && wait.a <= 1000);
    QCOMPARE(bench.counts().delayed, quint64 {2});
}

void TestEngineWaits::analysisBehind()
{
    PoliteBench bench(PoliteBench::urlsOf("a.example", 5), limited(20, 1));
    bench.engine->start();
    bench.analysis->behind = 1000;
    bench.answerFirst(PoliteBench::page());
    QCOMPARE(bench.wait(), (WaitState {.reason = WaitReason::AnalysisBehind, .host = {}, .a = 1000}));
    QVERIFY(bench.fetcher->inFlight.empty());
    bench.analysis->behind = 0;
    bench.advance(20);
    QCOMPARE(bench.fetcher->inFlight.size(), std::size_t {1});
}

void TestEngineWaits::bodiesInFlight()
{
    PoliteBench bench(PoliteBench::urlsOf("a.example", 5), limited(20, 1));
    bench.engine->start();
    bench.fetcher->buffered = 129LL * 1024 * 1024;
    bench.answerFirst(PoliteBench::page());
    const StatsSnapshot snapshot = bench.snapshot();
    QCOMPARE(snapshot.wait.reason, WaitReason::AnalysisBehind);
    QCOMPARE(snapshot.bufferedBytes, bench.fetcher->buffered);
    QVERIFY(bench.fetcher->inFlight.empty());
}

void TestEngineWaits::storage()
{
    auto recorder = std::make_shared<MemoryRecorder>();
    RunStart start = PoliteBench::startOf(PoliteBench::urlsOf("a.example", 5), limited(20, 1));
    start.recorder = recorder;
    PoliteBench bench(std::move(start), false);
    bench.engine->start();
    recorder->setBacklogged(true);
    bench.answerFirst(PoliteBench::page());
    QCOMPARE(bench.wait().reason, WaitReason::StorageBehind);
    QVERIFY(bench.fetcher->inFlight.empty());
    recorder->setBacklogged(false);
    recorder->setFault(SessionError::DiskFull);
    const WaitState failed = bench.wait();
    QCOMPARE(failed.reason, WaitReason::StorageFailed);
    QCOMPARE(failed.a, static_cast<qint64>(SessionError::DiskFull));
    recorder->setFault(SessionError::None);
    bench.advance(40);
    QCOMPARE(bench.fetcher->inFlight.size(), std::size_t {1});
}

void TestEngineWaits::pausingAndPaused()
{
    PoliteBench bench(PoliteBench::urlsOf("a.example", 5), limited(20, 2));
    bench.engine->start();
    bench.engine->pause();
    QCOMPARE(bench.wait(), (WaitState {.reason = WaitReason::Draining, .host = {}, .a = 2}));
    bench.answerAll(PoliteBench::page());
    QCOMPARE(bench.wait().reason, WaitReason::Paused);
    QCOMPARE(bench.state(), State::Paused);
}

void TestEngineWaits::stopping()
{
    PoliteBench bench(PoliteBench::urlsOf("a.example", 5), limited(20, 1));
    bench.engine->start();
    bench.answerFirst(PoliteBench::page()); // is being analysed
    bench.engine->stop();
    QCOMPARE(bench.state(), State::Stopping);
    auto snapshot = bench.outbox->takeSnapshot();
    QVERIFY(snapshot.has_value());
    QCOMPARE(snapshot->wait.reason, WaitReason::Draining);
    bench.analyseAll();
    QCOMPARE(bench.state(), State::Stopped);
    snapshot = bench.outbox->takeSnapshot();
    QCOMPARE(snapshot->wait.reason, WaitReason::Finished);
}

QTEST_GUILESS_MAIN(TestEngineWaits)
#include "tst_enginewaits.moc"
