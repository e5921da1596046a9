// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/politebench.h"

#include <QTest>

using namespace crawlscope;
using crawlscope::test::has;
using crawlscope::test::PoliteBench;
using State = CrawlController::State;

Q_DECLARE_METATYPE(crawlscope::ErrorId)
Q_DECLARE_METATYPE(crawlscope::RobotsMode)
Q_DECLARE_METATYPE(crawlscope::RowState)

namespace {

const QByteArray kRobots = "http://a.example/robots.txt";
const QByteArray kUrl = "http://a.example/0";
constexpr qint64 kHourMs = 3'600'000;

RunStart startOf(const QByteArray &list, RobotsMode mode = RobotsMode::Obey)
{
    return PoliteBench::startOf(list, PoliteBench::withRobots(mode));
}

} // namespace

/// robots.txt in a run: when it is asked for, and what follows.
class TestEngineRobots : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatFollows_data();
    void whatFollows();
    void onlyTheHostWaits();
    void oneFetchForEachOrigin();
    void asksForItselfAlone();
    void takesASlot();
    void rulesOfOurName();
    void redirectsAreFollowed_data();
    void redirectsAreFollowed();
    void redirectsStayInPublic();
    void crawlDelayPaces_data();
    void crawlDelayPaces();
    void deniedUrlsWaitForNothing();
    void hangsWithoutHarm();
    void stopCutsIt();
    void pauseDrainsIt();
    void hopsAskTheOtherHost();
    void hopsMayBeDenied();
    void isAskedForAgainAfterADay();
    void unreachableIsAskedForAgainAfterAnHour();
    void retriesDoNotAskAgain();
};

void TestEngineRobots::whatFollows_data()
{
    QTest::addColumn<RobotsMode>("mode");
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorId>("error");
    QTest::addColumn<RowState>("state");
    QTest::addColumn<QByteArray>("detail");
    QTest::addColumn<bool>("marked");
    const QByteArray none;
    const auto ok = ErrorId::None;
    QTest::newRow("obey, rules") << RobotsMode::Obey << 200 << ok << RowState::Skipped << QByteArray("rules") << false;
    QTest::newRow("obey, 404") << RobotsMode::Obey << 404 << ok << RowState::Done << none << false;
    QTest::newRow("obey, 500") << RobotsMode::Obey << 500 << ok << RowState::Skipped << QByteArray("unreachable")
                               << false;
    QTest::newRow("obey, time-out") << RobotsMode::Obey << 0 << ErrorId::FirstByteTimeout << RowState::Skipped
                                    << QByteArray("unreachable") << false;
    QTest::newRow("report, rules") << RobotsMode::Report << 200 << ok << RowState::Done << none << true;
    QTest::newRow("report, 404") << RobotsMode::Report << 404 << ok << RowState::Done << none << false;
    QTest::newRow("report, 500") << RobotsMode::Report << 500 << ok << RowState::Done << none << false;
    QTest::newRow("ignore") << RobotsMode::Ignore << 0 << ok << RowState::Done << none << false;
}

void TestEngineRobots::whatFollows()
{
    QFETCH(RobotsMode, mode);
    QFETCH(int, status);
    QFETCH(ErrorId, error);
    QFETCH(RowState, state);
    QFETCH(QByteArray, detail);
    QFETCH(bool, marked);
    PoliteBench bench(startOf(kUrl, mode), true);
    bench.engine->start();
    QVERIFY(bench.counts().addUp());
    if (mode == RobotsMode::Ignore) {
        QVERIFY(!bench.flies(kRobots));
    } else {
        QCOMPARE(bench.urlsInFlight(), std::vector<QByteArray> {kRobots});
        QCOMPARE(bench.counts().inFlight, quint64 {0}); // no URL of the list
        QCOMPARE(bench.counts().pending, quint64 {1});
        FetchResult result =
            error == ErrorId::None ? PoliteBench::robots("User-agent: *\nDisallow: /\n") : PoliteBench::failure(error);
        result.status = static_cast<quint16>(status);
        bench.answer(kRobots, result);
    }
    if (state == RowState::Done)
        bench.answer(kUrl, PoliteBench::page());
    QCOMPARE(bench.state(), State::Finished);
    QCOMPARE(bench.rows.size(), std::size_t {1});
    QCOMPARE(bench.rows[0].state, state);
    QCOMPARE(bench.rows[0].error, state == RowState::Skipped ? ErrorId::RobotsDenied : ErrorId::None);
    QCOMPARE(bench.rows[0].errorDetail, detail);
    QCOMPARE(has(bench.rows[0], Anomaly::RobotsDisallowed), marked);
    QCOMPARE(bench.fetcher->everStarted.contains(0), state == RowState::Done);
    QCOMPARE(bench.eventsOf(EventId::RobotsUnusable).size(), std::size_t {detail == "unreachable" ? 1U : 0U});
    QVERIFY(bench.addedUp);
}

void TestEngineRobots::onlyTheHostWaits()
{
    QByteArray list;
    for (int i = 0; i < 5; ++i)
        list += "http://a.example/" + QByteArray::number(i) + '\n';
    PoliteBench bench(startOf(list + "http://b.example/5\nhttp://b.example/6\n"), true);
    bench.engine->start();
    QCOMPARE(bench.urlsInFlight(), (std::vector<QByteArray> {kRobots, "http://b.example/robots.txt"}));
    bench.answer("http://b.example/robots.txt", PoliteBench::page(404));
    QCOMPARE(bench.urlsInFlight(), (std::vector<QByteArray> {kRobots, "http://b.example/5", "http://b.example/6"}));
    const WaitState wait = bench.wait();
    QCOMPARE(wait.reason, WaitReason::HostRobots);
    QCOMPARE(wait.host, "a.example:80");
    QCOMPARE(wait.b, qint64 {5});
    bench.answer("http://b.example/5", PoliteBench::page());
    bench.answer("http://b.example/6", PoliteBench::page());
    QCOMPARE(bench.counts().done, quint64 {2});
    QCOMPARE(bench.state(), State::Running);
    bench.answer(kRobots, PoliteBench::robots("User-agent: *\nDisallow: /3\n"));
    QCOMPARE(bench.fetcher->inFlight.size(), std::size_t {4});
    bench.answerAll(PoliteBench::page());
    QCOMPARE(bench.state(), State::Finished);
    QCOMPARE(bench.counts().skipped, quint64 {1});
    QCOMPARE(bench.rowOf(3)->error, ErrorId::RobotsDenied);
    QCOMPARE(int {bench.rowOf(3)->attempts}, 0); // it was not asked for
    QVERIFY(bench.addedUp);
}

void TestEngineRobots::oneFetchForEachOrigin()
{
    QByteArray list;
    for (int i = 0; i < 30; ++i)
        list += QByteArray(i % 2 == 0 ? "http" : "https") + "://a.example:8080/" + QByteArray::number(i) + '\n';
    PoliteBench bench(startOf(list), true); // one queue, two origins
    bench.engine->start();
    int fetches = 0;
    for (int step = 0; step < 200 && bench.state() == State::Running; ++step) {
        for (const QByteArray &url : bench.urlsInFlight()) {
            const bool robots = url.endsWith("/robots.txt");
            fetches += robots ? 1 : 0;
            bench.answer(url, robots ? PoliteBench::robots("User-agent: *\nAllow: /\n") : PoliteBench::page());
        }
        bench.advance(20);
    }
    QCOMPARE(bench.state(), State::Finished);
    QCOMPARE(fetches, 2);
    QCOMPARE(bench.counts().done, quint64 {30});
}

void TestEngineRobots::asksForItselfAlone()
{
    RunStart start = startOf("http://u:p@a.example/0\n");
    start.config.headers = {{"Authorization", "Bearer s"}, {"X-Own", "1"}};
    start.config.method = "POST";
    start.config.body = "x=1";
    start.config.timeouts.totalMs = 0; // none
    start.config.timeouts.connectMs = 5000;
    PoliteBench bench(std::move(start), true);
    bench.engine->start();
    const FetchRequest *request = bench.requestFor(kRobots);
    QVERIFY(request != nullptr);
    QCOMPARE(request->method, "GET");
    QVERIFY(request->body.isEmpty());
    QVERIFY(headerValue(request->headers, "authorization").isEmpty());
    QVERIFY(headerValue(request->headers, "x-own").isEmpty());
    QCOMPARE(headerValue(request->headers, "user-agent"), CrawlConfig::defaultUserAgent());
    QCOMPARE(headerValue(request->headers, "accept-encoding"), "identity");
    QCOMPARE(request->totalMs, 30'000);
    QCOMPARE(request->connectMs, 5000);
    QVERIFY(request->keepBytes >= 500 * 1024); // RFC 9309 section 2.5
}

void TestEngineRobots::takesASlot()
{
    RunStart start = startOf("http://a.example/0\nhttp://b.example/1\nhttp://c.example/2\n");
    start.config.limits.inFlight = 1;
    PoliteBench bench(std::move(start), true);
    bench.engine->start();
    for (int step = 0; step < 50 && bench.state() == State::Running; ++step) {
        QCOMPARE(bench.fetcher->inFlight.size(), std::size_t {1});
        bench.answerFirst(PoliteBench::page(404));
        bench.advance(20);
    }
    QCOMPARE(bench.fetcher->maxInFlight, 1);
    QCOMPARE(bench.counts().failed, quint64 {3});
}

void TestEngineRobots::rulesOfOurName()
{
    RunStart start = startOf("http://a.example/0\nhttp://a.example/1?x=1\n");
    start.config.userAgent = "OwnBot/2.0";
    PoliteBench bench(std::move(start), true);
    bench.engine->start();
    bench.answer(kRobots, PoliteBench::robots("User-agent: *\nDisallow: /\n\nUser-agent: ownbot\nDisallow: /1?x=\n"));
    bench.answer(kUrl, PoliteBench::page());
    QCOMPARE(bench.state(), State::Finished);
    QCOMPARE(bench.rowOf(0)->state, RowState::Done);
    QCOMPARE(bench.rowOf(1)->state, RowState::Skipped);
}

void TestEngineRobots::redirectsAreFollowed_data()
{
    QTest::addColumn<int>("hops");
    QTest::addColumn<bool>("heeded");
    QTest::newRow("one") << 1 << true;
    QTest::newRow("five") << 5 << true;
    QTest::newRow("six") << 6 << false; // RFC 9309 section 2.3.1.2: as if there were none
}

void TestEngineRobots::redirectsAreFollowed()
{
    QFETCH(int, hops);
    QFETCH(bool, heeded);
    PoliteBench bench(startOf(kUrl), true);
    bench.engine->start();
    QByteArray at = kRobots;
    for (int hop = 1; hop <= hops; ++hop) {
        const QByteArray next = "http://r" + QByteArray::number(hop) + ".example/robots.txt";
        bench.answer(at, PoliteBench::redirectTo(next));
        QCOMPARE(bench.counts().inFlight, quint64 {!heeded && hop == hops ? 1U : 0U});
        at = next;
    }
    if (heeded) {
        QVERIFY(!bench.flies(kUrl));
        bench.answer(at, PoliteBench::robots("User-agent: *\nDisallow: /\n"));
        QCOMPARE(bench.counts().skipped, quint64 {1}); // the rules are those of the first origin
    } else {
        QVERIFY(!bench.flies(at));
        bench.answer(kUrl, PoliteBench::page());
        QCOMPARE(bench.counts().done, quint64 {1});
    }
    QCOMPARE(bench.state(), State::Finished);
    QVERIFY(bench.addedUp);
}

void TestEngineRobots::redirectsStayInPublic()
{
    PoliteBench bench(startOf("http://a.example/0\nhttp://b.example/1\n"), true);
    bench.engine->start();
    FetchResult inwards = PoliteBench::redirectTo("http://127.0.0.1/robots.txt");
    inwards.remoteIp = "93.184.216.34";
    bench.answer(kRobots, inwards);
    QVERIFY(!bench.flies("http://127.0.0.1/robots.txt"));
    QVERIFY(bench.flies(kUrl)); // a redirect that leads nowhere is no file
    FetchResult named = PoliteBench::redirectTo("http://inner.example/robots.txt");
    named.remoteIp = "93.184.216.34";
    bench.answer("http://b.example/robots.txt", named);
    QVERIFY(bench.requestFor("http://inner.example/robots.txt")->denyPrivate); // its address decides
    bench.answer("http://inner.example/robots.txt", PoliteBench::failure(ErrorId::AddressDenied));
    bench.answerAll(PoliteBench::page());
    QCOMPARE(bench.state(), State::Finished);
    QVERIFY(bench.addedUp);
}

void TestEngineRobots::crawlDelayPaces_data()
{
    QTest::addColumn<RobotsMode>("mode");
    QTest::newRow("obey") << RobotsMode::Obey;
    QTest::newRow("report") << RobotsMode::Report;
}

void TestEngineRobots::crawlDelayPaces()
{
    QFETCH(RobotsMode, mode);
    PoliteBench bench(startOf("http://a.example/0\nhttp://a.example/1\nhttp://a.example/2\n", mode), true);
    bench.engine->start();
    bench.answer(kRobots, PoliteBench::robots("User-agent: *\nCrawl-delay: 2\nAllow: /\n"));
    if (mode == RobotsMode::Report) {
        QCOMPARE(bench.fetcher->inFlight.size(), std::size_t {3});
        return;
    }
    qint64 last = bench.now; // the file itself was a request
    for (int sent = 1; sent <= 3; ++sent) {
        bench.advance(1000);
        const WaitState wait = bench.wait();
        QCOMPARE(wait.reason, WaitReason::HostCrawlDelay);
        QCOMPARE(wait.host, "a.example:80");
        QCOMPARE(wait.a, 2000 - (bench.now - last) / 1000);
        QCOMPARE(wait.b, qint64 {4 - sent});
        while (bench.fetcher->inFlight.empty())
            bench.advance(20);
        QCOMPARE(bench.now - last, qint64 {2'000'000});
        last = bench.now;
        bench.answerAll(PoliteBench::page());
    }
    QCOMPARE(bench.state(), State::Finished);
}

void TestEngineRobots::deniedUrlsWaitForNothing()
{
    QByteArray list;
    for (int i = 0; i < 100; ++i)
        list += "http://a.example/" + QByteArray::number(i) + '\n';
    RunStart start = startOf(list + "http://a.example/open\n");
    start.config.limits.ratePerS = 1;
    PoliteBench bench(std::move(start), true);
    bench.engine->start();
    bench.answer(kRobots, PoliteBench::robots("User-agent: *\nCrawl-delay: 10\nDisallow: /\nAllow: /open\n"));
    bench.advance(10'100); // not a request each
    QCOMPARE(bench.counts().skipped, quint64 {100});
    QVERIFY(bench.flies("http://a.example/open"));
    bench.answer("http://a.example/open", PoliteBench::page());
    QCOMPARE(bench.state(), State::Finished);
}

void TestEngineRobots::hangsWithoutHarm()
{
    PoliteBench bench(startOf("http://a.example/0\nhttp://b.example/1\n"), true);
    bench.engine->start();
    bench.answer("http://b.example/robots.txt", PoliteBench::page(404));
    bench.answer("http://b.example/1", PoliteBench::page());
    bench.advance(29'000); // the back end ends it after 30 s
    QCOMPARE(bench.urlsInFlight(), std::vector<QByteArray> {kRobots});
    QCOMPARE(bench.state(), State::Running);
    bench.answer(kRobots, PoliteBench::failure(ErrorId::TotalTimeout));
    QCOMPARE(bench.state(), State::Finished);
    QCOMPARE(bench.counts().skipped, quint64 {1});
    QCOMPARE(bench.eventsOf(EventId::RobotsUnusable).at(0).error, ErrorId::TotalTimeout);
    QVERIFY(bench.addedUp);
}

void TestEngineRobots::stopCutsIt()
{
    PoliteBench bench(startOf("http://a.example/0\nhttp://a.example/1\nhttp://b.example/2\n"), true);
    bench.engine->start();
    bench.answer("http://b.example/robots.txt", PoliteBench::redirectTo("http://b.example/r2"));
    bench.engine->stop();
    bench.analyseAll();
    QCOMPARE(bench.state(), State::Stopped);
    QVERIFY(bench.fetcher->inFlight.empty());
    QVERIFY(bench.rows.empty());
    QCOMPARE(bench.counts().left, quint64 {3});
    QCOMPARE(bench.eventsOf(EventId::RobotsUnusable).size(), std::size_t {0});
    QVERIFY(bench.addedUp);
}

void TestEngineRobots::pauseDrainsIt()
{
    PoliteBench bench(startOf(kUrl), true);
    bench.engine->start();
    bench.engine->pause();
    QCOMPARE(bench.state(), State::Pausing);
    bench.answer(kRobots, PoliteBench::page(404));
    QCOMPARE(bench.state(), State::Paused);
    QVERIFY(bench.fetcher->inFlight.empty());
    bench.engine->resume();
    QVERIFY(bench.flies(kUrl));
    bench.answer(kUrl, PoliteBench::page());
    QCOMPARE(bench.state(), State::Finished);
    QVERIFY(bench.addedUp);
}

void TestEngineRobots::hopsAskTheOtherHost()
{
    PoliteBench bench(startOf(kUrl), true);
    bench.engine->start();
    bench.answer(kRobots, PoliteBench::page(404));
    bench.answer(kUrl, PoliteBench::redirectTo("http://b.example/x"));
    QCOMPARE(bench.urlsInFlight(), std::vector<QByteArray> {"http://b.example/robots.txt"});
    QCOMPARE(bench.counts().pending, quint64 {1});
    bench.answer("http://b.example/robots.txt", PoliteBench::page(404));
    bench.answer("http://b.example/x", PoliteBench::redirectTo("http://a.example/y"));
    QCOMPARE(bench.urlsInFlight(), std::vector<QByteArray> {"http://a.example/y"}); // known
    bench.answer("http://a.example/y", PoliteBench::page());
    QCOMPARE(bench.rows.at(0).state, RowState::Done);
    QCOMPARE(int {bench.rows[0].redirects}, 2);
    QVERIFY(bench.addedUp);
}

void TestEngineRobots::hopsMayBeDenied()
{
    for (const RobotsMode mode : {RobotsMode::Obey, RobotsMode::Report}) {
        PoliteBench bench(startOf(kUrl, mode), true);
        bench.engine->start();
        bench.answer(kRobots, PoliteBench::page(404));
        bench.answer(kUrl, PoliteBench::redirectTo("http://b.example/x"));
        bench.answer("http://b.example/robots.txt", PoliteBench::robots("User-agent: *\nDisallow: /x\n"));
        QCOMPARE(bench.flies("http://b.example/x"), mode == RobotsMode::Report);
        if (mode == RobotsMode::Report)
            bench.answer("http://b.example/x", PoliteBench::page());
        QCOMPARE(bench.state(), State::Finished);
        const ResultRow &row = bench.rows.at(0);
        QCOMPARE(row.finalUrl, "http://b.example/x");
        QCOMPARE(row.state, mode == RobotsMode::Obey ? RowState::Skipped : RowState::Done);
        QCOMPARE(has(row, Anomaly::RobotsDisallowed), mode == RobotsMode::Report);
    }
}

void TestEngineRobots::isAskedForAgainAfterADay()
{
    RunStart start = startOf("http://a.example/0\nhttp://a.example/1\nhttp://a.example/2\n");
    start.config.limits.perHost = 1;
    PoliteBench bench(std::move(start), true);
    bench.engine->start();
    bench.answer(kRobots, PoliteBench::robots("User-agent: *\nDisallow: /2\n"));
    bench.jump(24 * kHourMs - 10'000);
    bench.answer(kUrl, PoliteBench::page());
    QVERIFY(bench.flies("http://a.example/1")); // still known
    bench.jump(20'000);
    bench.answer("http://a.example/1", PoliteBench::page());
    QCOMPARE(bench.urlsInFlight(), std::vector<QByteArray> {kRobots});
    bench.answer(kRobots, PoliteBench::robots("User-agent: *\nDisallow: /0\n"));
    bench.answer("http://a.example/2", PoliteBench::page()); // by the new rules
    QCOMPARE(bench.counts().done, quint64 {3});
    QCOMPARE(bench.state(), State::Finished);
}

void TestEngineRobots::unreachableIsAskedForAgainAfterAnHour()
{
    PoliteBench bench(startOf("http://a.example/0\nhttp://b.example/1\n"), true);
    bench.engine->start();
    bench.answer(kRobots, PoliteBench::page(503));
    QCOMPARE(bench.counts().skipped, quint64 {1});
    bench.answer("http://b.example/robots.txt", PoliteBench::page(404));
    bench.jump(kHourMs + 1000);
    bench.answer("http://b.example/1", PoliteBench::redirectTo("http://a.example/x"));
    QCOMPARE(bench.urlsInFlight(), std::vector<QByteArray> {kRobots});
    bench.answer(kRobots, PoliteBench::page(404));
    bench.answer("http://a.example/x", PoliteBench::page());
    QCOMPARE(bench.counts().done, quint64 {1});
}

void TestEngineRobots::retriesDoNotAskAgain()
{
    RunStart start = startOf(kUrl);
    start.config.retries = 1;
    PoliteBench bench(std::move(start), true);
    bench.engine->start();
    bench.answer(kRobots, PoliteBench::page(404));
    bench.answer(kUrl, PoliteBench::refusal(500));
    for (int i = 0; i < 100 && bench.fetcher->inFlight.empty(); ++i)
        bench.advance(20);
    QCOMPARE(bench.urlsInFlight(), std::vector<QByteArray> {kUrl});
    bench.answer(kUrl, PoliteBench::page());
    QCOMPARE(int {bench.rows.at(0).attempts}, 2);
}

QTEST_GUILESS_MAIN(TestEngineRobots)
#include "tst_enginerobots.moc"
