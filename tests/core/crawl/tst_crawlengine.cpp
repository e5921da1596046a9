// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/enginebench.h"

#include <QSignalSpy>
#include <QTest>

#include <random>
#include <set>

using namespace crawlscope;
using crawlscope::test::Bench;
using State = CrawlController::State;

namespace {

QByteArray mixedList(int urls, int hosts)
{
    QByteArray list = "not a url with spaces in host\nhttp://h0.example/0\n# a comment\n";
    for (int i = 0; i < urls; ++i)
        list += "http://h" + QByteArray::number(i % hosts) + ".example/" + QByteArray::number(i) + '\n';
    return list + "file:///etc/passwd\n";
}

FetchResult randomAnswer(std::mt19937 &random)
{
    switch (random() % 8) {
    case 0:
        return Bench::redirectTo("http://h" + QByteArray::number(random() % 9) + ".example/r"
                                 + QByteArray::number(random() % 50));
    case 1: {
        FetchResult failed;
        failed.error = static_cast<ErrorId>(1 + random() % (kErrorIdCount - 1));
        return failed;
    }
    case 2:
        return Bench::page(404);
    case 3:
        return Bench::page(500, {});
    case 4:
        return Bench::redirectTo("file:///etc/passwd");
    default:
        return Bench::page();
    }
}

} // namespace

class TestCrawlEngine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsAddUpThroughTenThousandRandomEvents_data();
    void countsAddUpThroughTenThousandRandomEvents();
    void everyUniqueUrlEndsOnce();
    void limitsHoldAndMoveLive();
    void redirectHopsAreRecordedWithTheirOwnTimes();
    void redirectFaults_data();
    void redirectFaults();
    void zeroRedirectsMakeTheRedirectTheAnswer();
    void stopLeavesUrlsLeft();
    void firstFailureStops();
    void pauseDrains();
    void statusRulesDecideTheState();
    void emptyListFinishes();
    void slowConsumerStopsDispatch();
};

void TestCrawlEngine::countsAddUpThroughTenThousandRandomEvents_data()
{
    QTest::addColumn<uint>("seed");
    for (uint seed = 1; seed <= 4; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestCrawlEngine::countsAddUpThroughTenThousandRandomEvents()
{
    QFETCH(uint, seed);
    std::mt19937 random(seed);
    Bench bench(mixedList(6000, 9));
    QCOMPARE(bench.urls->counts().duplicate, 1U);
    QCOMPARE(bench.urls->counts().invalid, 2U);
    bench.engine->start();
    std::size_t rows = 0;
    for (int i = 0; i < 10'000; ++i) {
        bench.now += static_cast<qint64>(random() % 5000);
        const auto pick = random() % 100;
        if (pick < 70 && !bench.fetcher->inFlight.empty()) {
            auto it = bench.fetcher->inFlight.begin();
            std::advance(it, random() % bench.fetcher->inFlight.size());
            bench.fetcher->answer(it->first, randomAnswer(random));
        } else if (pick < 88 && !bench.analysis->waiting.empty()) {
            bench.analysis->finish(random() % bench.analysis->waiting.size());
        } else if (pick < 94) {
            bench.engine->tick();
        } else if (pick < 96) {
            CrawlLimits limits;
            limits.inFlight = 1 + static_cast<int>(random() % 100);
            limits.perHost = 1 + static_cast<int>(random() % 20);
            limits.ratePerS = random() % 3 == 0 ? 500 : 0;
            bench.engine->setLimits(limits);
        } else if (pick < 98) {
            bench.engine->pause();
        } else {
            bench.engine->resume();
        }
        const UrlCounts counts = bench.engine->counts();
        QVERIFY(counts.addUp());
        QCOMPARE(counts.inFlight, static_cast<quint64>(bench.fetcher->inFlight.size()));
        QCOMPARE(counts.analysing, static_cast<quint64>(bench.analysis->waiting.size() + bench.analysis->ready.size()));
        rows += bench.outbox->rows.takeAll().size();
        QCOMPARE(static_cast<quint64>(rows), counts.done + counts.failed + counts.skipped);
    }
    bench.engine->stop();
    QVERIFY(bench.engine->counts().addUp());
    QCOMPARE(bench.engine->counts().inFlight, 0U);
    QVERIFY(rows > 1000);
}

void TestCrawlEngine::everyUniqueUrlEndsOnce()
{
    Bench bench(mixedList(3000, 40));
    bench.engine->start();
    std::mt19937 random(7);
    while (bench.engine->state() == State::Running) {
        bench.now += 1000;
        if (!bench.fetcher->inFlight.empty())
            bench.answerFirst(randomAnswer(random));
        while (!bench.analysis->waiting.empty())
            bench.analysis->finish(0);
        bench.engine->takeReports();
    }
    QCOMPARE(bench.engine->state(), State::Finished);
    std::set<quint32> ended;
    for (const ResultRow &row : bench.outbox->rows.takeAll()) {
        QVERIFY2(ended.insert(row.entry).second, "a URL ended twice");
        QVERIFY(bench.urls->isUnique(row.entry));
    }
    QCOMPARE(static_cast<quint64>(ended.size()), bench.urls->counts().unique);
    QCOMPARE(bench.engine->counts().left, 0U);
}

void TestCrawlEngine::limitsHoldAndMoveLive()
{
    CrawlConfig config;
    config.limits.inFlight = 10;
    config.limits.perHost = 1;
    Bench bench(mixedList(500, 5), config);
    bench.engine->start();
    QCOMPARE(bench.fetcher->active(), 5); // one of each host
    QCOMPARE(bench.fetcher->maxPerHost, 1);
    config.limits.inFlight = 40;
    config.limits.perHost = 7;
    bench.engine->setLimits(config.limits);
    QCOMPARE(bench.fetcher->active(), 35); // five hosts of seven
    config.limits.inFlight = 4;
    bench.engine->setLimits(config.limits);
    for (int i = 0; i < 31; ++i) // nothing starts until fewer than four are left
        bench.answerFirst(Bench::page(200, {}));
    QCOMPARE(bench.fetcher->active(), 4);
    bench.answerFirst(Bench::page(200, {}));
    QCOMPARE(bench.fetcher->active(), 4);
    int marks = 0;
    for (const RunEvent &event : bench.outbox->events.takeAll())
        marks += event.id == EventId::InFlightChanged ? 1 : 0;
    QCOMPARE(marks, 2);
}

void TestCrawlEngine::redirectHopsAreRecordedWithTheirOwnTimes()
{
    CrawlConfig config;
    config.headers = {{"Authorization", "Bearer canary"}, {"X-Plain", "1"}};
    Bench bench("http://a.example/start", config);
    bench.engine->start();
    bench.answerFirst(Bench::redirectTo("/next"));
    QCOMPARE(headerValue(bench.fetcher->inFlight.begin()->second.headers, "authorization"), "Bearer canary");
    bench.now += 250;
    bench.answerFirst(Bench::redirectTo("http://b.example/end"));
    const FetchRequest &last = bench.fetcher->inFlight.begin()->second;
    QCOMPARE(last.url, "http://b.example/end");
    QVERIFY2(headerValue(last.headers, "authorization").isEmpty(), "credentials followed to another origin");
    QCOMPARE(headerValue(last.headers, "x-plain"), "1");
    bench.answerFirst(Bench::page());
    bench.analysis->finish(0);
    bench.engine->takeReports();
    QCOMPARE(bench.engine->state(), State::Finished);
    const auto rows = bench.outbox->rows.takeAll();
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(rows[0].redirects, 2);
    QCOMPARE(rows[0].finalUrl, "http://b.example/end");
    QCOMPARE(rows[0].times.total, 500U + 500U + 1000U);
    QCOMPARE(rows[0].title, "t");
    QCOMPARE(rows[0].state, RowState::Done);
}

void TestCrawlEngine::redirectFaults_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<int>("answers");
    QTest::addColumn<int>("error");
    QTest::newRow("to itself") << QByteArray("http://a.example/") << 1 << int(ErrorId::RedirectLoop);
    QTest::newRow("scheme") << QByteArray("file:///etc/passwd") << 1 << int(ErrorId::RedirectDenied);
    QTest::newRow("none") << QByteArray() << 1 << int(ErrorId::RedirectBadLocation);
    QTest::newRow("bad port") << QByteArray("http://a.example:99999/") << 1 << int(ErrorId::RedirectBadLocation);
    QTest::newRow("limit") << QByteArray("?n") << 4 << int(ErrorId::RedirectLimit);
}

void TestCrawlEngine::redirectFaults()
{
    QFETCH(QByteArray, location);
    QFETCH(int, answers);
    QFETCH(int, error);
    CrawlConfig config;
    config.maxRedirects = 3;
    Bench bench("http://a.example/", config);
    bench.engine->start();
    for (int i = 0; i < answers; ++i) {
        QCOMPARE(bench.fetcher->active(), 1);
        bench.answerFirst(Bench::redirectTo(location.startsWith('?') ? location + QByteArray::number(i) : location));
    }
    QCOMPARE(bench.engine->state(), State::Finished);
    const auto rows = bench.outbox->rows.takeAll();
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(int(rows[0].error), error);
    QCOMPARE(rows[0].state, RowState::Failed);
    QCOMPARE(rows[0].status, 302);
}

void TestCrawlEngine::zeroRedirectsMakeTheRedirectTheAnswer()
{
    CrawlConfig config;
    config.maxRedirects = 0;
    Bench bench("http://a.example/", config);
    bench.engine->start();
    bench.answerFirst(Bench::redirectTo("/x"));
    const auto rows = bench.outbox->rows.takeAll();
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(rows[0].state, RowState::Done);
    QCOMPARE(rows[0].status, 302);
}

void TestCrawlEngine::stopLeavesUrlsLeft()
{
    Bench bench(mixedList(100, 4));
    bench.engine->start();
    bench.answerFirst(Bench::page());
    bench.engine->stop();
    QCOMPARE(bench.engine->state(), State::Stopping); // one page is still with the analysis
    bench.analysis->finish(0);
    bench.engine->takeReports();
    QCOMPARE(bench.engine->state(), State::Stopped);
    const UrlCounts counts = bench.engine->counts();
    QVERIFY(counts.addUp());
    QCOMPARE(counts.done, 1U);
    QCOMPARE(counts.left, counts.unique - 1);
    QCOMPARE(bench.outbox->rows.takeAll().size(), 1U);
}

void TestCrawlEngine::firstFailureStops()
{
    CrawlConfig config;
    config.stopOnFirstFailure = true;
    Bench bench(mixedList(100, 4), config);
    QSignalSpy states(bench.engine.get(), &CrawlEngine::stateChanged);
    bench.engine->start();
    bench.answerFirst(Bench::page(404, {}));
    QTRY_COMPARE(bench.engine->state(), State::Stopped);
    QCOMPARE(bench.engine->counts().failed, 1U);
    QVERIFY(bench.engine->counts().left > 90);
}

void TestCrawlEngine::pauseDrains()
{
    Bench bench(mixedList(50, 10));
    bench.engine->start();
    const int running = bench.fetcher->active();
    QVERIFY(running > 1);
    bench.engine->pause();
    QCOMPARE(bench.engine->state(), State::Pausing);
    bench.drain();
    QCOMPARE(bench.engine->state(), State::Paused);
    QCOMPARE(bench.engine->counts().done, static_cast<quint64>(running));
    bench.engine->tick();
    QCOMPARE(bench.fetcher->active(), 0);
    bench.engine->resume();
    QVERIFY(bench.fetcher->active() > 1);
    bench.drain();
    QCOMPARE(bench.engine->state(), State::Finished);
}

void TestCrawlEngine::statusRulesDecideTheState()
{
    CrawlConfig config;
    QVERIFY(StatusRanges::parse(QStringLiteral("200-299,404"), &config.okStatus));
    config.maxRedirects = 0;
    Bench bench("http://a.example/1\nhttp://a.example/2\nhttp://a.example/3\n", config);
    bench.engine->start();
    bench.answerFirst(Bench::page(404, {}));
    bench.answerFirst(Bench::page(200, {}));
    bench.answerFirst(Bench::redirectTo("/4"));
    const auto rows = bench.outbox->rows.takeAll();
    QCOMPARE(rows.size(), 3U);
    QCOMPARE(rows[0].state, RowState::Done);
    QCOMPARE(rows[1].state, RowState::Done);
    QCOMPARE(rows[2].state, RowState::Failed);
    QCOMPARE(rows[2].error, ErrorId::None); // a status is never an error by itself
}

void TestCrawlEngine::emptyListFinishes()
{
    Bench bench("# nothing\n");
    bench.engine->start();
    QCOMPARE(bench.engine->state(), State::Finished);
}

void TestCrawlEngine::slowConsumerStopsDispatch()
{
    CrawlConfig config;
    config.limits.inFlight = 100;
    config.limits.perHost = 100;
    Bench bench(mixedList(120'000, 3), config);
    bench.engine->start();
    for (int i = 0; i < 119'000 && bench.fetcher->active() > 0; ++i) {
        if (i % 4096 == 0)
            bench.engine->tick(); // feeds the list
        bench.answerFirst(Bench::page(200, {}));
    }
    QVERIFY(bench.outbox->rows.size() <= EngineOutbox::kMaxRows + 200);
    QCOMPARE(bench.fetcher->active(), 0);
    QCOMPARE(bench.engine->state(), State::Running);
    (void)bench.outbox->rows.takeAll();
    bench.engine->tick();
    QVERIFY(bench.fetcher->active() > 0);
}

QTEST_GUILESS_MAIN(TestCrawlEngine)
#include "tst_crawlengine.moc"
