// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/pageanalyzer.h"
#include "core/crawl/crawlengine.h"

#include <QTest>

#include <map>

using namespace crawlscope;
using State = CrawlController::State;
using Stage = FlightState::Stage;

namespace {

constexpr quint32 kNone = PhaseTimes::kNotApplicable;

/// A network that answers when told to and says what the test wants of its requests.
class ScriptedFetcher : public FetchBackend
{
public:
    std::map<quint64, FlightState> inFlight;

    void start(FetchRequest request) override
    {
        inFlight.emplace(request.id, FlightState {.id = request.id, .startMicros = 0, .stage = {}, .times = {}});
    }
    void answerFirst(FetchResult result)
    {
        result.id = inFlight.begin()->first;
        inFlight.erase(inFlight.begin());
        deliver(std::move(result));
    }
    void abortAll(ErrorId why) override
    {
        while (!inFlight.empty()) {
            FetchResult result;
            result.error = why;
            answerFirst(std::move(result));
        }
    }
    void checkDeadlines(qint64) override { }
    [[nodiscard]] int active() const override { return static_cast<int>(inFlight.size()); }
    [[nodiscard]] qint64 bufferedBytes() const override { return 0; }
    [[nodiscard]] std::vector<FlightState> flights() const override
    {
        std::vector<FlightState> all;
        for (const auto &[id, state] : inFlight)
            all.push_back(state);
        return all;
    }
};

/// No answer here has a body, so that nothing ever gets to it.
class NoAnalysis : public AnalysisBackend
{
public:
    void submit(AnalysisTask) override { qFatal("a body in a test without bodies"); }
    [[nodiscard]] std::vector<PageReport> takeFinished() override { return {}; }
    void setThreads(int) override { }
    [[nodiscard]] int threads() const override { return 1; }
    [[nodiscard]] int busy() const override { return 0; }
    [[nodiscard]] int queued() const override { return 0; }
};

struct Bench
{
    ScriptedFetcher *fetcher = nullptr;
    std::shared_ptr<EngineOutbox> outbox = std::make_shared<EngineOutbox>();
    qint64 now = 1'000'000;
    std::unique_ptr<CrawlEngine> engine;

    explicit Bench(const QByteArray &list, CrawlConfig config = {})
    {
        auto fetch = std::make_unique<ScriptedFetcher>();
        fetcher = fetch.get();
        CrawlEngine::Parts parts;
        parts.urls = UrlList::parse(list);
        parts.config = std::move(config);
        parts.fetcher = std::move(fetch);
        parts.analysis = std::make_unique<NoAnalysis>();
        parts.outbox = outbox;
        parts.clock = [this] { return now; };
        engine = std::make_unique<CrawlEngine>(std::move(parts));
    }
    [[nodiscard]] static FetchResult status(quint16 status, const QByteArray &location = {})
    {
        FetchResult result;
        result.status = status;
        result.times.wait = 1'000;
        result.times.total = 1'000;
        if (!location.isEmpty())
            result.headers = {{"Location", location}};
        return result;
    }
    /// A published picture, which must be there.
    [[nodiscard]] WaterfallSnapshot picture() const
    {
        const auto taken = outbox->takeWaterfall();
        return taken ? *taken : WaterfallSnapshot {.nowMicros = -1, .endedTotal = 0, .ended = {}, .inFlight = {}};
    }
};

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
    bench.fetcher->answerFirst(Bench::status(200));
    for (int i = 0; i < 20; ++i) {
        bench.now += 20'000;
        bench.engine->tick();
        QVERIFY(!bench.outbox->takeWaterfall());
    }
    bench.engine->setWaterfallWanted(true); // at once, with what ended before
    QCOMPARE(bench.picture().ended.size(), 1U);
    bench.now += 100'000;
    bench.engine->tick();
    QCOMPARE(bench.picture().nowMicros, 20 * 20'000 + 100'000);
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
    FlightState &second = bench.fetcher->inFlight.rbegin()->second;
    second.stage = Stage::Receiving;
    second.times.connect = 7'000;
    second.times.wait = 30'000;
    bench.now += 100'000;
    bench.engine->tick();
    const WaterfallSnapshot picture = bench.picture();
    QCOMPARE(picture.nowMicros, 100'000);
    QCOMPARE(picture.inFlight.size(), 2U);
    QVERIFY(picture.ended.empty());
    const WaterfallItem &waiting = picture.inFlight[0];
    QCOMPARE(waiting.entry, 0U);
    QCOMPARE(waiting.stage, Stage::Connecting);
    QVERIFY(!waiting.ended && !waiting.failed);
    const WaterfallItem &receiving = picture.inFlight[1];
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
    bench.fetcher->answerFirst(Bench::status(302, "/next"));
    bench.now += 6'000;
    FetchResult last = Bench::status(200);
    last.connection = ConnectionUse::Reused;
    last.httpVersion = HttpVersion::Http2;
    last.wireBytes = 77;
    bench.fetcher->answerFirst(last);
    const WaterfallSnapshot picture = bench.picture();
    QCOMPARE(picture.endedTotal, 2U);
    QCOMPARE(picture.ended.size(), 2U);
    const WaterfallItem &first = picture.ended[0];
    const WaterfallItem &second = picture.ended[1];
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
    bench.fetcher->answerFirst(Bench::status(302, "/elsewhere")); // goes in front of the other one
    bench.now += 30'000;
    bench.fetcher->answerFirst(Bench::status(200));
    bench.now += 10'000;
    bench.fetcher->answerFirst(Bench::status(200));
    const WaterfallSnapshot picture = bench.picture();
    QCOMPARE(picture.ended.size(), 3U);
    QCOMPARE(picture.ended[0].times.queued, 0U);
    QCOMPARE(picture.ended[1].times.queued, 0U); // not what the hop before had waited
    QCOMPARE(picture.ended[2].times.queued, 80'000U);
    QCOMPARE(picture.ended[2].startMicros, 80'000);
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
    FetchResult result = Bench::status(static_cast<quint16>(status), location);
    result.error = static_cast<ErrorId>(error);
    bench.fetcher->answerFirst(result);
    const WaterfallSnapshot picture = bench.picture();
    QCOMPARE(picture.ended.size(), 1U);
    QCOMPARE(int(picture.ended[0].error), shownError);
    QCOMPARE(picture.ended[0].failed, failed);
}

void TestWaterfall::timeIsKnownWithoutTheTransport()
{
    Bench bench(numbered(1));
    bench.engine->start();
    bench.now += 12'345;
    FetchResult result;
    result.error = ErrorId::ConnectRefused;
    bench.fetcher->answerFirst(result);
    const WaterfallSnapshot picture = bench.picture();
    QCOMPARE(picture.ended.size(), 1U);
    QCOMPARE(picture.ended[0].times.total, 12'345U);
}

void TestWaterfall::keepsTheLastOnly()
{
    Bench bench(numbered(1000), oneAtATime());
    bench.engine->setWaterfallWanted(true);
    bench.engine->start();
    for (int i = 0; i < 999; ++i)
        bench.fetcher->answerFirst(Bench::status(200));
    bench.now += 100'000;
    bench.engine->tick();
    const WaterfallSnapshot picture = bench.picture();
    QCOMPARE(picture.endedTotal, 999U);
    QCOMPARE(picture.ended.size(), WaterfallCollector::kMaxEnded);
    QCOMPARE(picture.inFlight.size(), 1U);
    QCOMPARE(picture.ended.front().entry, 999U - 300U);
    for (std::size_t i = 1; i < picture.ended.size(); ++i)
        QCOMPARE(picture.ended[i].entry, picture.ended[i - 1].entry + 1);
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
    QCOMPARE(bench.picture().inFlight.size(), WaterfallCollector::kMaxInFlight);
    // A transport that tells of a request which the engine no longer has in flight is not believed.
    bench.fetcher->inFlight.emplace(quint64 {599}, FlightState {.id = 599, .startMicros = 0, .stage = {}, .times = {}});
    bench.engine->setWaterfallWanted(true);
    for (const WaterfallItem &item : bench.picture().inFlight)
        QVERIFY(item.id != 599);
    bench.fetcher->inFlight.erase(599);
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
    const WaterfallSnapshot picture = bench.picture();
    QVERIFY(picture.inFlight.empty());
    QCOMPARE(picture.ended.size(), 3U);
    for (const WaterfallItem &item : picture.ended) {
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
    bench.fetcher->answerFirst(Bench::status(200));
    QCOMPARE(bench.engine->state(), State::Paused);
    QCOMPARE(bench.picture().ended.size(), 1U);
    bench.now += 500'000;
    bench.engine->tick();
    QVERIFY(!bench.outbox->takeWaterfall()); // nothing moves, "now" neither
    bench.engine->setWaterfallWanted(false);
    bench.engine->setWaterfallWanted(true); // somebody comes to look at it
    QCOMPARE(bench.picture().ended.size(), 1U);
    bench.engine->resume();
    QCOMPARE(bench.picture().inFlight.size(), 0U); // published before the next request starts
    bench.now += 100'000;
    bench.engine->tick();
    QCOMPARE(bench.picture().inFlight.size(), 1U);
}

void TestWaterfall::lastPictureIsAlwaysLeft()
{
    Bench bench(numbered(2));
    bench.engine->start();
    bench.fetcher->answerFirst(Bench::status(200));
    QVERIFY(!bench.outbox->takeWaterfall());
    bench.fetcher->answerFirst(Bench::status(500));
    QCOMPARE(bench.engine->state(), State::Finished);
    const WaterfallSnapshot picture = bench.picture();
    QCOMPARE(picture.ended.size(), 2U);
    QVERIFY(picture.ended[1].failed);
}

QTEST_GUILESS_MAIN(TestWaterfall)
#include "tst_waterfall.moc"
