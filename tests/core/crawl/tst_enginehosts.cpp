// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/politebench.h"

#include <QTest>

using namespace crawlscope;
using crawlscope::test::has;
using crawlscope::test::PoliteBench;
using State = CrawlController::State;

namespace {

const QByteArray kHost = "a.example:80";
const QByteArray kOther = "http://b.example/0";

/// Everything of a.example fails as often as it is asked for, for as long as anything goes on there.
void failFor(PoliteBench &bench, qint64 seconds, const FetchResult &failure)
{
    const qint64 end = bench.now + seconds * 1'000'000;
    while (bench.now < end && bench.state() == State::Running) {
        while (bench.inFlightOf("a.example") > 0) {
            for (const QByteArray &url : bench.urlsInFlight()) {
                if (url.startsWith("http://a.example/"))
                    bench.answer(url, failure);
            }
        }
        bench.advance(100);
    }
}

FetchResult from(const QByteArray &address)
{
    FetchResult page = PoliteBench::page();
    page.remoteIp = address;
    return page;
}

const HostRow *rowOf(const HostsUpdate &update, const QByteArray &key)
{
    const auto found = std::find_if(update.changed.begin(), update.changed.end(),
                                    [&key](const HostRow &row) { return row.key == key; });
    return found == update.changed.end() ? nullptr : &*found;
}

} // namespace

/// What the engine does about hosts: breakers, groups, limits of their own, what the front end is told, late loops.
class TestEngineHosts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aHostThatGivesUpLeavesItsUrls();
    void givingUpKeepsWhatWasMeasured();
    void givingUpInARetryKeepsTheRows();
    void hopsToAHostThatGaveUpFail();
    void breakerOfTheRunCloses();
    void breakerOfTheRunStops();
    void resumingAHostBeatsItsBreaker();
    void domainsShareTheirLimits();
    void addressesShareTheirLimits();
    void mergedHostsHeedRobots();
    void mergedHostsKeepTheirWaits();
    void limitsOfAHostChangeInMidRun();
    void hostsAreToldWhenTheyChange();
    void newHostsAreTold();
    void lateLoopMarksWhatWasUnderWay();
    void lateLoopIsSeenBeforeTheTick();
};

void TestEngineHosts::aHostThatGivesUpLeavesItsUrls()
{
    PoliteBench bench(PoliteBench::urlsOf("a.example", 40) + kOther);
    bench.engine->start();
    failFor(bench, 400, PoliteBench::failure(ErrorId::ConnectRefused));
    QCOMPARE(bench.state(), State::Running); // the other host goes on
    QCOMPARE(bench.eventsOf(EventId::BreakerGaveUp).size(), std::size_t {1});
    const RunEvent gaveUp = bench.eventsOf(EventId::BreakerGaveUp)[0];
    QCOMPARE(gaveUp.text, kHost);
    QCOMPARE(gaveUp.b, static_cast<qint64>(bench.counts().pending));
    QVERIFY(gaveUp.b >= 40 - 25 - 5 && gaveUp.b <= 40 - 25); // 20 open it, those beside them, 5 probes
    bench.answer(kOther, PoliteBench::page());
    QCOMPARE(bench.state(), State::Stopped);
    QCOMPARE(bench.counts().done, quint64 {1});
    QCOMPARE(bench.counts().left, static_cast<quint64>(gaveUp.b));
    QCOMPARE(bench.counts().failed, bench.rows.size() - 1);
    QVERIFY(bench.addedUp);
}

void TestEngineHosts::givingUpKeepsWhatWasMeasured()
{
    CrawlConfig config;
    config.retries = 10;
    config.secondPass = true;
    PoliteBench bench(PoliteBench::urlsOf("a.example", 60), config);
    bench.engine->start();
    failFor(bench, 600, PoliteBench::failure(ErrorId::TotalTimeout));
    QCOMPARE(bench.state(), State::Stopped);
    QCOMPARE(bench.rows.size() + bench.counts().left, std::size_t {60});
    QVERIFY(bench.rows.size() >= 20);
    for (const ResultRow &row : bench.rows) {
        QCOMPARE(row.error, ErrorId::TotalTimeout);
        QVERIFY(row.attempts >= 1);
        QCOMPARE(row.confirmed, row.attempts);
    }
    QVERIFY(bench.addedUp);
}

void TestEngineHosts::givingUpInARetryKeepsTheRows()
{
    auto table = std::make_shared<ResultTable>();
    RunStart start = PoliteBench::startOf(PoliteBench::urlsOf("a.example", 40));
    start.retry.emplace();
    std::vector<ResultRow> before(40);
    for (quint32 entry = 0; entry < 40; ++entry) {
        before[entry].entry = entry;
        before[entry].state = RowState::Failed;
        before[entry].error = ErrorId::ConnectReset;
        before[entry].attempts = 1;
        start.retry->push_back(entry);
    }
    table->append(std::move(before));
    start.earlier = table;
    start.lane = 1;
    PoliteBench bench(std::move(start), false);
    bench.engine->start();
    failFor(bench, 400, PoliteBench::failure(ErrorId::ConnectRefused));
    QCOMPARE(bench.eventsOf(EventId::BreakerGaveUp).size(), std::size_t {1});
    QVERIFY(bench.rows.size() < 40);
    QCOMPARE(bench.counts().failed, quint64 {40}); // what was not tried again is as it was
    QCOMPARE(bench.counts().left, quint64 {0});
    QVERIFY(bench.addedUp);
}

void TestEngineHosts::hopsToAHostThatGaveUpFail()
{
    CrawlConfig config;
    config.retries = 1;
    PoliteBench bench(PoliteBench::urlsOf("a.example", 40) + kOther, config);
    bench.engine->start();
    failFor(bench, 600, PoliteBench::failure(ErrorId::ConnectRefused));
    QCOMPARE(bench.eventsOf(EventId::BreakerGaveUp).size(), std::size_t {1});
    bench.answer(kOther, PoliteBench::redirectTo("http://a.example/there"));
    QCOMPARE(bench.state(), State::Stopped);
    QCOMPARE(bench.rowOf(40)->error, ErrorId::HostPaused);
    QCOMPARE(bench.rowOf(40)->state, RowState::Failed);
}

void TestEngineHosts::breakerOfTheRunCloses()
{
    PoliteBench bench(PoliteBench::hosts(150));
    bench.engine->start();
    for (int i = 0; i < 100; ++i)
        bench.answerFirst(PoliteBench::failure(ErrorId::DnsFailed));
    bench.check();
    QCOMPARE(bench.eventsOf(EventId::BreakerOpened).size(), std::size_t {1});
    QVERIFY(bench.eventsOf(EventId::BreakerOpened)[0].text.isEmpty());
    while (!bench.fetcher->inFlight.empty()) // were under way
        bench.answerFirst(PoliteBench::failure(ErrorId::DnsFailed));
    bench.advance(9980);
    QVERIFY(bench.fetcher->inFlight.empty());
    bench.advance(40);
    QCOMPARE(bench.fetcher->inFlight.size(), std::size_t {1});
    bench.answerFirst(PoliteBench::page());
    bench.analyseAll();
    QCOMPARE(bench.eventsOf(EventId::BreakerClosed).size(), std::size_t {1});
    QCOMPARE(bench.fetcher->inFlight.size(), std::size_t {20});
    bench.drain();
    bench.check();
    QCOMPARE(bench.state(), State::Finished);
    QCOMPARE(bench.rows.size(), std::size_t {150});
}

void TestEngineHosts::breakerOfTheRunStops()
{
    PoliteBench bench(PoliteBench::hosts(150));
    bench.engine->start();
    for (int i = 0; i < 20'000 && bench.state() == State::Running; ++i) {
        while (!bench.fetcher->inFlight.empty())
            bench.answerFirst(PoliteBench::failure(ErrorId::DnsFailed));
        bench.advance(20);
    }
    QCOMPARE(bench.state(), State::Stopped);
    const auto gaveUp = bench.eventsOf(EventId::BreakerGaveUp);
    QCOMPARE(gaveUp.size(), std::size_t {1});
    QVERIFY(gaveUp[0].text.isEmpty());
    QCOMPARE(gaveUp[0].b, static_cast<qint64>(bench.counts().left));
    QCOMPARE(bench.rows.size() + bench.counts().left, std::size_t {150});
    QVERIFY(bench.counts().left > 0);
    QVERIFY(bench.addedUp);
}

void TestEngineHosts::resumingAHostBeatsItsBreaker()
{
    PoliteBench bench(PoliteBench::urlsOf("a.example", 40));
    bench.engine->start();
    for (int i = 0; i < 20; ++i)
        bench.answerFirst(PoliteBench::failure(ErrorId::ConnectRefused));
    bench.answerAll(PoliteBench::failure(ErrorId::ConnectRefused));
    QVERIFY(bench.fetcher->inFlight.empty());
    bench.engine->pauseHost(kHost);
    bench.advance(20'000);
    QVERIFY(bench.fetcher->inFlight.empty());
    bench.engine->resumeHost(kHost);
    QCOMPARE(bench.fetcher->inFlight.size(), std::size_t {6});
    bench.answerAll(PoliteBench::page());
    QCOMPARE(bench.state(), State::Finished);
    QCOMPARE(bench.eventsOf(EventId::HostPausedByUser).size(), std::size_t {1});
    QCOMPARE(bench.eventsOf(EventId::HostResumedByUser).size(), std::size_t {1});
}

void TestEngineHosts::domainsShareTheirLimits()
{
    CrawlConfig config;
    config.grouping = HostGrouping::Domain;
    config.limits.perHost = 2;
    PoliteBench bench(PoliteBench::urlsOf("a.example.org", 4) + PoliteBench::urlsOf("b.example.org", 4)
                          + PoliteBench::urlsOf("example.org", 4) + PoliteBench::urlsOf("a.example.net", 4),
                      config);
    bench.engine->setHostsWanted(true);
    bench.engine->start();
    while (!bench.fetcher->inFlight.empty()) {
        const int org =
            bench.inFlightOf("a.example.org") + bench.inFlightOf("b.example.org") + bench.inFlightOf("example.org");
        QVERIFY(org <= 2);
        QVERIFY(bench.inFlightOf("a.example.net") <= 2);
        bench.answerFirst(PoliteBench::page());
        bench.analyseAll();
    }
    QCOMPARE(bench.state(), State::Finished);
    const auto update = bench.outbox->takeHosts();
    QVERIFY(update.has_value());
    QCOMPARE(update->changed.size(), std::size_t {2});
    QCOMPARE(rowOf(*update, "example.org")->done, quint64 {12});
    QCOMPARE(rowOf(*update, "example.net")->done, quint64 {4});
}

void TestEngineHosts::addressesShareTheirLimits()
{
    CrawlConfig config;
    config.grouping = HostGrouping::Address;
    config.limits.perHost = 2;
    config.retries = 1;
    PoliteBench bench(PoliteBench::urlsOf("a.example", 8) + PoliteBench::urlsOf("b.example", 8)
                          + PoliteBench::urlsOf("c.example", 8),
                      config);
    bench.engine->start();
    for (const QByteArray host : {"a.example", "b.example", "c.example"})
        QCOMPARE(bench.inFlightOf(host), 1); // one tells whose address it has
    bench.answer("http://a.example/0", from("192.0.2.1"));
    bench.answer("http://b.example/0", from("192.0.2.1"));
    bench.answer("http://c.example/0", from("192.0.2.2"));
    bool failed = false;
    for (int step = 0; step < 1000 && bench.state() == State::Running; ++step) {
        QVERIFY(bench.inFlightOf("a.example") + bench.inFlightOf("b.example") <= 2);
        QVERIFY(bench.inFlightOf("c.example") <= 2);
        for (const QByteArray &url : bench.urlsInFlight()) {
            FetchResult page = from(url.contains("c.example") ? "192.0.2.2" : "192.0.2.1");
            if (!std::exchange(failed, true))
                page.status = 500; // comes back to the queue of the address
            bench.answer(url, page);
            QVERIFY(bench.inFlightOf("a.example") + bench.inFlightOf("b.example") <= 2);
        }
        bench.advance(20);
    }
    QCOMPARE(bench.state(), State::Finished);
    QCOMPARE(bench.counts().done, quint64 {24});
    QVERIFY(bench.addedUp);
}

void TestEngineHosts::mergedHostsHeedRobots()
{
    CrawlConfig config;
    config.grouping = HostGrouping::Address;
    config.robots = RobotsMode::Obey;
    config.limits.perHost = 2;
    PoliteBench bench(PoliteBench::startOf("http://a.example/0\nhttp://c.example/1\n", config), true);
    bench.engine->start();
    bench.answer("http://a.example/robots.txt", PoliteBench::page(404));
    bench.answer("http://c.example/robots.txt", PoliteBench::page(404));
    bench.answer("http://a.example/0", PoliteBench::redirectTo("http://b.example:8080/x"));
    bench.answer("http://b.example:8080/robots.txt", PoliteBench::page(404));
    // The other origin of the same queue asks for its file while the address of the first comes out.
    bench.answer("http://c.example/1", PoliteBench::redirectTo("https://b.example:8080/y"));
    QVERIFY(bench.flies("https://b.example:8080/robots.txt"));
    bench.answer("http://b.example:8080/x", from("192.0.2.1"));
    QVERIFY(!bench.flies("https://b.example:8080/y"));
    bench.answer("https://b.example:8080/robots.txt", PoliteBench::robots("User-agent: *\nAllow: /\n"));
    QVERIFY(bench.flies("https://b.example:8080/y"));
    bench.answer("https://b.example:8080/y", from("192.0.2.1"));
    QCOMPARE(bench.state(), State::Finished);
    QCOMPARE(bench.counts().done, quint64 {2});
}

void TestEngineHosts::mergedHostsKeepTheirWaits()
{
    CrawlConfig config;
    config.grouping = HostGrouping::Address;
    config.robots = RobotsMode::Obey;
    PoliteBench bench(PoliteBench::startOf(PoliteBench::urlsOf("a.example", 4), config), true);
    bench.engine->start();
    bench.answer("http://a.example/robots.txt", PoliteBench::robots("User-agent: *\nCrawl-delay: 3\n"));
    for (int i = 0; i < 3; ++i) {
        bench.advance(2980);
        QVERIFY(bench.fetcher->inFlight.empty());
        bench.advance(20);
        QCOMPARE(bench.fetcher->inFlight.size(), std::size_t {1});
        FetchResult page = from("192.0.2.1");
        if (i == 2) {
            page.status = 429;
            page.headers.append(qMakePair(QByteArray("Retry-After"), QByteArray("9")));
        }
        bench.answerAll(page);
    }
    bench.advance(8980);
    QVERIFY(bench.fetcher->inFlight.empty());
    bench.advance(20);
    QCOMPARE(bench.fetcher->inFlight.size(), std::size_t {1});
    PoliteBench refused(PoliteBench::urlsOf("a.example", 2), [] {
        CrawlConfig byAddress;
        byAddress.grouping = HostGrouping::Address;
        return byAddress;
    }());
    refused.engine->start();
    FetchResult first = from("192.0.2.1"); // tells its address and that it wants to be left alone
    first.status = 429;
    first.headers.append(qMakePair(QByteArray("Retry-After"), QByteArray("9")));
    refused.answerAll(first);
    refused.advance(8980);
    QVERIFY(refused.fetcher->inFlight.empty());
    refused.advance(20);
    QCOMPARE(refused.fetcher->inFlight.size(), std::size_t {1});
}

void TestEngineHosts::limitsOfAHostChangeInMidRun()
{
    CrawlConfig config;
    config.limits.perHost = 4;
    PoliteBench bench(PoliteBench::urlsOf("a.example", 40) + PoliteBench::urlsOf("b.example", 40), config);
    bench.engine->start();
    QCOMPARE(bench.inFlightOf("a.example"), 4);
    HostOverride less;
    less.pattern = "a.example";
    less.perHost = 1;
    less.intervalS = 2;
    config.limits.hosts = {less};
    bench.engine->setLimits(config.limits);
    QCOMPARE(bench.inFlightOf("a.example"), 4); // those under way end as they will
    bench.answerAll(PoliteBench::page());
    QCOMPARE(bench.state(), State::Running);
    QCOMPARE(bench.counts().done, quint64 {44}); // all of the other
    QCOMPARE(bench.inFlightOf("a.example"), 0);
    bench.advance(2000);
    QCOMPARE(bench.inFlightOf("a.example"), 1);
    bench.advance(5000);
    QCOMPARE(bench.inFlightOf("a.example"), 1);
    bench.engine->setLimits(config.limits); // as it is: no event
    config.limits.hosts.clear();
    bench.engine->setLimits(config.limits);
    QCOMPARE(bench.inFlightOf("a.example"), 4);
    bench.collect();
    const std::vector<RunEvent> changes = bench.eventsOf(EventId::HostLimitsChanged);
    QCOMPARE(changes.size(), std::size_t {2});
    QCOMPARE(changes[0].text, "a.example");
    QCOMPARE(changes[0].a, qint64 {1});
    QCOMPARE(changes[0].b, qint64 {2000});
    QCOMPARE(changes[1].a, qint64 {4}); // as all others again
    QCOMPARE(changes[1].b, qint64 {0});
    bench.answerAll(PoliteBench::page());
    QCOMPARE(bench.state(), State::Finished);
}

void TestEngineHosts::hostsAreToldWhenTheyChange()
{
    PoliteBench bench(PoliteBench::hosts(5));
    bench.engine->start();
    bench.advance(1000);
    QVERIFY(!bench.outbox->takeHosts().has_value()); // not wanted
    bench.engine->setHostsWanted(true);
    auto update = bench.outbox->takeHosts();
    QVERIFY(update.has_value() && update->all);
    QCOMPARE(update->changed.size(), std::size_t {5});
    QCOMPARE(rowOf(*update, "h3.example:80")->inFlight, quint32 {1});
    bench.advance(1000);
    update = bench.outbox->takeHosts();
    QVERIFY(!update.has_value() || update->changed.empty()); // nothing changed
    bench.answer("http://h3.example/3", PoliteBench::page(404));
    bench.advance(600);
    update = bench.outbox->takeHosts();
    QVERIFY(update.has_value() && !update->all);
    QCOMPARE(update->changed.size(), std::size_t {1});
    QCOMPARE(update->changed[0].key, "h3.example:80");
    QCOMPARE(update->changed[0].failed, quint64 {1});
    QCOMPARE(update->changed[0].inFlight, quint32 {0});
    bench.answerAll(PoliteBench::page());
    QCOMPARE(bench.state(), State::Finished);
    update = bench.outbox->takeHosts();
    QVERIFY(update.has_value() && update->all); // the last word
    QCOMPARE(update->changed.size(), std::size_t {5});
    QCOMPARE(rowOf(*update, "h0.example:80")->done, quint64 {1});
    bench.engine->setHostsWanted(false);
}

void TestEngineHosts::newHostsAreTold()
{
    PoliteBench bench(PoliteBench::urlsOf("a.example", 20'000) + kOther); // more than is fed at first
    bench.engine->setHostsWanted(true);
    bench.engine->start();
    bench.advance(600);
    const auto update = bench.outbox->takeHosts();
    QVERIFY(update.has_value());
    QVERIFY(rowOf(*update, "b.example:80") != nullptr);

    CrawlConfig config;
    config.limits.inFlight = 1;
    PoliteBench full(PoliteBench::urlsOf("a.example", 20'000) + kOther, config);
    full.engine->setHostsWanted(true);
    full.engine->start();
    full.advance(600);
    const auto waiting = full.outbox->takeHosts();
    QVERIFY(waiting.has_value());
    QVERIFY(rowOf(*waiting, "b.example:80") != nullptr); // though none of it has started
}

void TestEngineHosts::lateLoopMarksWhatWasUnderWay()
{
    PoliteBench bench(PoliteBench::hosts(6));
    bench.engine->start();
    const auto url = [](int i) {
        const QByteArray number = QByteArray::number(i);
        return QByteArray("http://h" + number + ".example/" + number);
    };
    bench.advance(200);
    bench.answer(url(0), PoliteBench::page()); // over by then
    bench.fetcher->answer(bench.requestFor(url(1))->id, PoliteBench::page()); // being analysed by then
    bench.jump(300);
    bench.answer(url(2), PoliteBench::page());
    bench.answer(url(3), PoliteBench::redirectTo("http://h3.example/x")); // its first hop was late
    bench.answer(url(4), PoliteBench::page(404, {})); // without a body
    bench.advance(100);
    bench.answer("http://h3.example/x", PoliteBench::redirectTo("http://new.example/y"));
    bench.answer("http://new.example/y", PoliteBench::page());
    bench.answer(url(5), PoliteBench::page());
    QCOMPARE(bench.state(), State::Finished);
    for (const ResultRow &row : bench.rows)
        QCOMPARE(has(row, Anomaly::LoopLag), row.entry >= 2);
    PoliteBench after(PoliteBench::urlsOf("a.example", 7)); // six at once
    after.engine->start();
    after.advance(100);
    after.jump(300);
    after.answer("http://a.example/0", PoliteBench::page());
    after.advance(100);
    after.answer("http://a.example/6", PoliteBench::page()); // started later
    QVERIFY(has(*after.rowOf(0), Anomaly::LoopLag));
    QVERIFY(!has(*after.rowOf(6), Anomaly::LoopLag));
}

// The answers that came while the loop stood still are handled before its timer.
void TestEngineHosts::lateLoopIsSeenBeforeTheTick()
{
    PoliteBench bench(PoliteBench::hosts(2));
    bench.engine->start();
    bench.advance(200);
    bench.now += 300'000;
    bench.answer("http://h0.example/0", PoliteBench::page(404, {}));
    bench.advance(20);
    bench.answer("http://h1.example/1", PoliteBench::page());
    QVERIFY(has(*bench.rowOf(0), Anomaly::LoopLag));
    QVERIFY(has(*bench.rowOf(1), Anomaly::LoopLag));
}

QTEST_GUILESS_MAIN(TestEngineHosts)
#include "tst_enginehosts.moc"
