// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/enginebench.h"

#include <QTest>

using namespace crawlscope;
using crawlscope::test::Bench;
using State = CrawlController::State;
using Stage = FlightState::Stage;

namespace {

constexpr quint32 kNone = PhaseTimes::kNotApplicable;

FetchResult answer(quint16 status, const QByteArray &location = {})
{
    FetchResult result;
    result.status = status;
    result.times.wait = 1'000;
    result.times.total = 1'000;
    if (!location.isEmpty())
        result.headers = {{"Location", location}};
    return result;
}

/// The picture published last; a recognisably wrong one when there is none.
WaterfallSnapshot picture(const Bench &bench)
{
    const auto taken = bench.outbox->takeWaterfall();
    return taken ? *taken : WaterfallSnapshot {.nowMicros = -1, .endedTotal = 0, .ended = {}, .inFlight = {}};
}

CrawlConfig oneAtATime()
{
    CrawlConfig config;
    config.limits.inFlight = 1;
    return config;
}

QByteArray numbered(int urls)
{
    QByteArray list;
    for (int i = 0; i < urls; ++i)
        list += "http://a.example/" + QByteArray::number(i) + '\n';
    return list;
}

} // namespace

class TestWaterfall : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingUnlessWanted();
    void tellsWhatIsInFlight();
    void eachHopIsOne();
    void queuedIsOfTheHop();
    void failures_data();
    void failures();
    void timeIsKnownWithoutTheTransport();
    void keepsTheLastOnly();
    void moreInFlightThanShown();
    void stopShowsWhatItCancelled();
    void pausedStandsStill();
    void lastPictureIsAlwaysLeft();
};

void TestWaterfall::nothingUnlessWanted()
{
    Bench bench(numbered(5), oneAtATime());
    bench.engine->start();
    bench.answerFirst(answer(200));
    for (int i = 0; i < 20; ++i) {
        bench.now += 20'000;
        bench.engine->tick();
        QVERIFY(!bench.outbox->takeWaterfall());
    }
    bench.engine->setWaterfallWanted(true); // at once, with what ended before
    QCOMPARE(picture(bench).ended.size(), 1U);
    bench.now += 100'000;
    bench.engine->tick();
    QCOMPARE(picture(bench).nowMicros, 20 * 20'000 + 100'000);
    bench.engine->setWaterfallWanted(false);
    bench.now += 100'000;
    bench.engine->tick();
    QVERIFY(!bench.outbox->takeWaterfall());
}

void TestWaterfall::tellsWhatIsInFlight()
{
    CrawlConfig config;
    config.limits.perHost = 2;
    Bench bench(numbered(9), config);
    bench.engine->setWaterfallWanted(true);
    QVERIFY(!bench.outbox->takeWaterfall()); // no run, no picture
    bench.engine->start();
    const quint64 id = bench.fetcher->inFlight.rbegin()->first;
    FlightState &second = bench.fetcher->progress[id];
    second.id = id;
    second.stage = Stage::Receiving;
    second.times.connect = 7'000;
    second.times.wait = 30'000;
    bench.now += 100'000;
    bench.engine->tick();
    const WaterfallSnapshot seen = picture(bench);
    QCOMPARE(seen.nowMicros, 100'000);
    QCOMPARE(seen.inFlight.size(), 2U);
    QVERIFY(seen.ended.empty());
    const WaterfallItem &waiting = seen.inFlight[0];
    QCOMPARE(waiting.entry, 0U);
    QCOMPARE(waiting.stage, Stage::Connecting);
    QVERIFY(!waiting.ended && !waiting.failed);
    const WaterfallItem &receiving = seen.inFlight[1];
    QCOMPARE(receiving.entry, 1U);
    QCOMPARE(receiving.stage, Stage::Receiving);
    QCOMPARE(receiving.startMicros, 0);
    QCOMPARE(receiving.times.queued, 0U);
    QCOMPARE(receiving.times.connect, 7'000U);
    QCOMPARE(receiving.times.wait, 30'000U);
    QCOMPARE(receiving.times.receive, kNone);
    QCOMPARE(receiving.times.total, kNone);
}

void TestWaterfall::eachHopIsOne()
{
    Bench bench("http://a.example/start", oneAtATime());
    bench.engine->setWaterfallWanted(true);
    bench.engine->start();
    bench.now += 4'000;
    bench.answerFirst(answer(302, "/next"));
    bench.now += 6'000;
    FetchResult last = answer(200);
    last.connection = ConnectionUse::Reused;
    last.httpVersion = HttpVersion::Http2;
    last.wireBytes = 77;
    bench.answerFirst(last);
    const WaterfallSnapshot seen = picture(bench);
    QCOMPARE(seen.endedTotal, 2U);
    QCOMPARE(seen.ended.size(), 2U);
    const WaterfallItem &first = seen.ended[0];
    const WaterfallItem &second = seen.ended[1];
    QVERIFY(first.id != second.id);
    QCOMPARE(first.entry, second.entry);
    QVERIFY(first.ended && second.ended && !first.failed && !second.failed);
    QCOMPARE(first.status, 302);
    QCOMPARE(first.hop, 0);
    QVERIFY(first.url.isEmpty()); // that of the entry
    QCOMPARE(second.status, 200);
    QCOMPARE(second.hop, 1);
    QCOMPARE(second.url, "http://a.example/next");
    QCOMPARE(second.startMicros, 4'000);
    QCOMPARE(second.times.total, 1'000U);
    QCOMPARE(second.connection, ConnectionUse::Reused);
    QCOMPARE(second.httpVersion, HttpVersion::Http2);
    QCOMPARE(second.wireBytes, 77);
}

void TestWaterfall::queuedIsOfTheHop()
{
    Bench bench(numbered(2), oneAtATime());
    bench.engine->setWaterfallWanted(true);
    bench.engine->start();
    bench.now += 50'000;
    bench.answerFirst(answer(302, "/elsewhere")); // goes in front of the other one
    bench.now += 30'000;
    bench.answerFirst(answer(200));
    bench.now += 10'000;
    bench.answerFirst(answer(200));
    const WaterfallSnapshot seen = picture(bench);
    QCOMPARE(seen.ended.size(), 3U);
    QCOMPARE(seen.ended[0].times.queued, 0U);
    QCOMPARE(seen.ended[1].times.queued, 0U); // not what the hop before had waited
    QCOMPARE(seen.ended[2].times.queued, 80'000U);
    QCOMPARE(seen.ended[2].startMicros, 80'000);
}

void TestWaterfall::failures_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("error");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<int>("shownError");
    QTest::addColumn<bool>("failed");
    const auto row = [](const char *name, int status, ErrorId error, const QByteArray &location, ErrorId shown,
                        bool failed) {
        QTest::newRow(name) << status << int(error) << location << int(shown) << failed;
    };
    row("ok", 200, ErrorId::None, {}, ErrorId::None, false);
    row("status", 404, ErrorId::None, {}, ErrorId::None, true);
    row("error", 0, ErrorId::TlsName, {}, ErrorId::TlsName, true);
    row("error with status", 200, ErrorId::TruncatedLength, {}, ErrorId::TruncatedLength, true);
    row("loop", 302, ErrorId::None, "http://a.example/0", ErrorId::RedirectLoop, true);
    row("scheme", 302, ErrorId::None, "ftp://a.example/", ErrorId::RedirectDenied, true);
}

void TestWaterfall::failures()
{
    QFETCH(int, status);
    QFETCH(int, error);
    QFETCH(QByteArray, location);
    QFETCH(int, shownError);
    QFETCH(bool, failed);
    Bench bench(numbered(1));
    bench.engine->setWaterfallWanted(true);
    bench.engine->start();
    FetchResult result = answer(static_cast<quint16>(status), location);
    result.error = static_cast<ErrorId>(error);
    bench.answerFirst(result);
    const WaterfallSnapshot seen = picture(bench);
    QCOMPARE(seen.ended.size(), 1U);
    QCOMPARE(int(seen.ended[0].error), shownError);
    QCOMPARE(seen.ended[0].failed, failed);
}

void TestWaterfall::timeIsKnownWithoutTheTransport()
{
    Bench bench(numbered(1));
    bench.engine->start();
    bench.now += 12'345;
    FetchResult result;
    result.error = ErrorId::ConnectRefused;
    bench.answerFirst(result);
    const WaterfallSnapshot seen = picture(bench);
    QCOMPARE(seen.ended.size(), 1U);
    QCOMPARE(seen.ended[0].times.total, 12'345U);
}

void TestWaterfall::keepsTheLastOnly()
{
    Bench bench(numbered(1000), oneAtATime());
    bench.engine->setWaterfallWanted(true);
    bench.engine->start();
    for (int i = 0; i < 999; ++i)
        bench.answerFirst(answer(200));
    bench.now += 100'000;
    bench.engine->tick();
    const WaterfallSnapshot seen = picture(bench);
    QCOMPARE(seen.endedTotal, 999U);
    QCOMPARE(seen.ended.size(), WaterfallCollector::kMaxEnded);
    QCOMPARE(seen.inFlight.size(), 1U);
    QCOMPARE(seen.ended.front().entry, 999U - 300U);
    for (std::size_t i = 1; i < seen.ended.size(); ++i)
        QCOMPARE(seen.ended[i].entry, seen.ended[i - 1].entry + 1);
}

void TestWaterfall::moreInFlightThanShown()
{
    CrawlConfig config;
    config.limits.inFlight = config.limits.perHost = 512;
    Bench bench(numbered(600), config);
    bench.engine->setWaterfallWanted(true);
    bench.engine->start();
    bench.now += 100'000;
    bench.engine->tick();
    QCOMPARE(bench.fetcher->active(), 512);
    QCOMPARE(picture(bench).inFlight.size(), WaterfallCollector::kMaxInFlight);
    // A transport that tells of a request which the engine no longer has in flight is not believed.
    bench.fetcher->progress.emplace(quint64 {599}, FlightState {.id = 599, .startMicros = 0, .stage = {}, .times = {}});
    bench.engine->setWaterfallWanted(true);
    for (const WaterfallItem &item : picture(bench).inFlight)
        QVERIFY(item.id != 599);
}

void TestWaterfall::stopShowsWhatItCancelled()
{
    CrawlConfig config;
    config.limits.perHost = 3;
    Bench bench(numbered(10), config);
    bench.engine->setWaterfallWanted(true);
    bench.engine->start();
    bench.engine->stop();
    QCOMPARE(bench.engine->state(), State::Stopped);
    const WaterfallSnapshot seen = picture(bench);
    QVERIFY(seen.inFlight.empty());
    QCOMPARE(seen.ended.size(), 3U);
    for (const WaterfallItem &item : seen.ended) {
        QCOMPARE(item.error, ErrorId::Cancelled);
        QVERIFY(!item.failed);
    }
}

void TestWaterfall::pausedStandsStill()
{
    Bench bench(numbered(5), oneAtATime());
    bench.engine->setWaterfallWanted(true);
    bench.engine->start();
    bench.engine->pause();
    bench.answerFirst(answer(200));
    QCOMPARE(bench.engine->state(), State::Paused);
    QCOMPARE(picture(bench).ended.size(), 1U);
    bench.now += 500'000;
    bench.engine->tick();
    QVERIFY(!bench.outbox->takeWaterfall()); // nothing moves, "now" neither
    bench.engine->setWaterfallWanted(false);
    bench.engine->setWaterfallWanted(true); // somebody comes to look at it
    QCOMPARE(picture(bench).ended.size(), 1U);
    bench.engine->resume();
    QCOMPARE(picture(bench).inFlight.size(), 0U); // published before the next request starts
    bench.now += 100'000;
    bench.engine->tick();
    QCOMPARE(picture(bench).inFlight.size(), 1U);
}

void TestWaterfall::lastPictureIsAlwaysLeft()
{
    Bench bench(numbered(2));
    bench.engine->start();
    bench.answerFirst(answer(200));
    QVERIFY(!bench.outbox->takeWaterfall());
    bench.answerFirst(answer(500));
    QCOMPARE(bench.engine->state(), State::Finished);
    const WaterfallSnapshot seen = picture(bench);
    QCOMPARE(seen.ended.size(), 2U);
    QVERIFY(seen.ended[1].failed);
}

QTEST_GUILESS_MAIN(TestWaterfall)
#include "tst_waterfall.moc"
