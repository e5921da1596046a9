// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/sidebyside.h"
#include "demosite/demoserver.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace crawlscope;

namespace {

SideUrl url(quint32 entry, qint64 start, qint64 end, qint64 wait, RowState state = RowState::Done)
{
    SideUrl out;
    out.entry = entry;
    out.startMicros = start;
    out.endMicros = end;
    out.state = state;
    if (wait >= 0)
        out.times.wait = static_cast<quint32>(wait);
    return out;
}

using Urls = std::vector<SideUrl>;
using Queue = std::vector<SideQueue>;

} // namespace

Q_DECLARE_METATYPE(Urls)
Q_DECLARE_METATYPE(Queue)

class TestSideBySide : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void evaluates_data();
    void evaluates();
    void ordersAndMoves();
    void speedup_data();
    void speedup();
    void bothRuns();
    void redirectsAndFailures();
    void keepsTheLimitPerHost();
    void cancels();
    void sample_data();
    void sample();

private:
    [[nodiscard]] static QByteArray slow(const demosite::DemoServer &server, int count, int ms)
    {
        QByteArray text;
        for (int i = 0; i < count; ++i)
            text += server.baseUrl() + "/slow?ms=" + QByteArray::number(ms) + "&n=" + QByteArray::number(i) + '\n';
        return text;
    }
    [[nodiscard]] static CrawlConfig config()
    {
        CrawlConfig config;
        config.robots = RobotsMode::Ignore; // requests are counted
        return config;
    }
    static bool run(SideBySide *side, const UrlList &urls, const SideBySide::Plan &plan, bool keepPerHost = false,
                    const CrawlConfig &base = config())
    {
        QSignalSpy finished(side, &SideBySide::finished);
        return side->start(urls, base, plan, keepPerHost) && finished.wait(60'000) && !side->active();
    }
};

void TestSideBySide::evaluates_data()
{
    QTest::addColumn<Urls>("urls");
    QTest::addColumn<quint32>("sample");
    QTest::addColumn<quint32>("skipped");
    QTest::addColumn<qint64>("duration");
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("waitShare");
    QTest::addColumn<int>("most");
    QTest::addColumn<bool>("complete");
    QTest::addColumn<Queue>("queue");
    const auto failed = RowState::Failed;
    const auto open = RowState::Left;
    QTest::newRow("nothing") << Urls() << 3U << 0U << qint64 {0} << 0.0 << 0.0 << 0 << false << Queue();
    QTest::newRow("nothing to do") << Urls() << 2U << 2U << qint64 {0} << 0.0 << 0.0 << 0 << false << Queue();
    QTest::newRow("one after another") << Urls {url(0, 500'000, 1'500'000, 900'000),
                                                url(1, 1'500'000, 2'500'000, 500'000)}
                                       << 2U << 0U << qint64 {2'000'000} << 1.0 << 0.7 << 1 << true
                                       << Queue {{0, 1, 1, 0}, {1'000'000, 0, 1, 1}, {2'000'000, 0, 0, 2}};
    QTest::newRow("at once") << Urls {url(0, 0, 400'000, 400'000), url(1, 0, 500'000, 500'000, failed)} << 2U << 0U
                             << qint64 {500'000} << 4.0 << 1.0 << 2 << true
                             << Queue {{0, 0, 2, 0}, {400'000, 0, 1, 1}, {500'000, 0, 0, 2}};
    QTest::newRow("in flight") << Urls {url(0, 0, 300, 100), url(1, 200, 900, -1, open)} << 4U << 0U << qint64 {900}
                               << 1e6 / 900 << 1.0 / 3 << 2 << false
                               << Queue {{0, 3, 1, 0}, {200, 2, 2, 0}, {300, 2, 1, 1}};
    QTest::newRow("clocks that differ") << Urls {url(0, 0, 10'090, 0), url(1, 10'000, 20'000, 0)} << 2U << 0U
                                        << qint64 {20'000} << 100.0 << 0.0 << 1 << true
                                        << Queue {
                                               {0, 1, 1, 0}, {10'000, 0, 2, 0}, {10'090, 0, 1, 1}, {20'000, 0, 0, 2}};
    QTest::newRow("brief ones") << Urls {url(0, 0, 100, 0), url(1, 80, 180, 0), url(2, 95, 300, 0)} << 3U << 0U
                                << qint64 {300} << 1e4 << 0.0 << 2 << true
                                << Queue {{0, 2, 1, 0},   {80, 1, 2, 0},  {95, 0, 3, 0},
                                          {100, 0, 2, 1}, {180, 0, 1, 2}, {300, 0, 0, 3}};
    QTest::newRow("skipped") << Urls {url(0, 0, 1000, 0)} << 2U << 1U << qint64 {1000} << 1000.0 << 0.0 << 1 << true
                             << Queue {{0, 0, 1, 0}, {1000, 0, 0, 1}};
    QTest::newRow("no time at all") << Urls {url(0, 5, 5, 0), url(1, 5, 5, 0)} << 2U << 0U << qint64 {0} << 0.0 << 0.0
                                    << 2 << true << Queue {{0, 0, 0, 2}};
    QTest::newRow("ends before it begins")
        << Urls {url(0, 5, 1, 7)} << 1U << 0U << qint64 {0} << 0.0 << 0.0 << 1 << true << Queue {{0, 0, 0, 1}};
    QTest::newRow("waits longer than it takes") << Urls {url(0, 0, 10, 70)} << 1U << 0U << qint64 {10} << 1e5 << 1.0
                                                << 1 << true << Queue {{0, 0, 1, 0}, {10, 0, 0, 1}};
}

void TestSideBySide::evaluates()
{
    QFETCH(Urls, urls);
    QFETCH(quint32, sample);
    QFETCH(quint32, skipped);
    QFETCH(qint64, duration);
    QFETCH(double, rate);
    QFETCH(double, waitShare);
    QFETCH(int, most);
    QFETCH(bool, complete);
    QFETCH(Queue, queue);
    const SideRun run = evaluateSide(7, sample, skipped, urls, {});
    QCOMPARE(run.level, 7);
    QCOMPARE(run.durationMicros, duration);
    QVERIFY(std::abs(run.ratePerS - rate) < 1e-9 * std::max(rate, 1.0));
    QVERIFY(std::abs(run.waitShare - waitShare) < 1e-12);
    QCOMPARE(run.mostInFlight, most);
    QCOMPARE(run.complete, complete);
    QCOMPARE(run.queue, queue);
    for (const SideQueue &point : run.queue)
        QCOMPARE(point.ready + point.inFlight + point.done, run.sample);
    const auto failures =
        std::count_if(urls.begin(), urls.end(), [](const SideUrl &u) { return u.state == RowState::Failed; });
    QCOMPARE(run.failed, static_cast<quint32>(failures));
    QCOMPARE(run.skipped, skipped);
}

void TestSideBySide::ordersAndMoves()
{
    QCOMPARE(evaluateSide(1, 2, 0, {url(0, 0, 900, 0), url(1, 5, 900, 0)}, {}).mostInFlight, 1); // it grants no more
    const SideRun run = evaluateSide(2, 3, 0, {url(2, 900, 950, 1), url(1, 300, 700, 1), url(0, 300, 400, 1)},
                                     {{500, 2, 1, 4}, {100, 2, 0, 0}});
    QCOMPARE(run.urls.size(), std::size_t {3});
    QCOMPARE(run.urls[0].entry, 0U);
    QCOMPARE(run.urls[0].startMicros, 0);
    QCOMPARE(run.urls[1].entry, 1U);
    QCOMPARE(run.urls[1].endMicros, 400);
    QCOMPARE(run.urls[2].startMicros, 600);
    QCOMPARE(run.pool, (std::vector<SidePool> {{0, 2, 0, 0}, {200, 2, 1, 4}})); // along with them, none before 0
}

void TestSideBySide::speedup_data()
{
    QTest::addColumn<Urls>("first");
    QTest::addColumn<Urls>("second");
    QTest::addColumn<double>("times");
    const Urls slow {url(0, 0, 900, 0)};
    QTest::newRow("faster") << slow << Urls {url(0, 0, 300, 0)} << 3.0;
    QTest::newRow("slower") << slow << Urls {url(0, 0, 1800, 0)} << 0.5;
    QTest::newRow("still going on") << slow << Urls {url(0, 0, 300, 0, RowState::Left)} << 0.0;
    QTest::newRow("not begun") << slow << Urls() << 0.0;
    QTest::newRow("no time") << slow << Urls {url(0, 0, 0, 0)} << 0.0;
}

void TestSideBySide::speedup()
{
    QFETCH(Urls, first);
    QFETCH(Urls, second);
    QFETCH(double, times);
    QCOMPARE(sideSpeedup(evaluateSide(1, 1, 0, first, {}), evaluateSide(2, 1, 0, second, {})), times);
}

/// The server says how many it answered at a time.
void TestSideBySide::bothRuns()
{
    demosite::DemoServer server;
    QVERIFY(server.listen());
    SideBySide side;
    const QSignalSpy progressed(&side, &SideBySide::progressed);
    QVERIFY(run(&side, *UrlList::parse(slow(server, 12, 40)), {.urls = 40, .level = 4}));
    QVERIFY(progressed.count() >= 2);
    QVERIFY(!side.cancelled());
    QCOMPARE(server.counters().requests, quint64 {24});
    QCOMPARE(server.counters().maxActiveRequests, 4);
    QCOMPARE(side.sample()->size(), std::size_t {12});
    for (const SideRun &found : side.runs()) {
        QVERIFY(found.complete);
        QCOMPARE(found.mostInFlight, found.level);
        QCOMPARE(found.ended, 12U);
        QCOMPARE(found.failed, 0U);
        QVERIFY(found.waitShare > 0.5);
        QVERIFY(found.durationMicros >= 12 * 40'000 / found.level);
        QVERIFY(!found.pool.empty());
        QCOMPARE(found.pool.back().threads, config().limits.analysisThreads);
        QCOMPARE(found.queue.back().done, 12U);
        for (const SideUrl &shown : found.urls)
            QVERIFY(shown.endMicros - shown.startMicros >= 40'000);
    }
    QVERIFY(sideSpeedup(side.runs()[0], side.runs()[1]) > 1.5);
    // One after another: none begins before the one before it has ended, but for what clocks round.
    const std::vector<SideUrl> &urls = side.runs()[0].urls;
    for (std::size_t i = 1; i < urls.size(); ++i)
        QVERIFY(urls[i].startMicros >= urls[i - 1].endMicros - 1000);
}

void TestSideBySide::redirectsAndFailures()
{
    demosite::DemoServer server;
    QVERIFY(server.listen());
    SideBySide side;
    QByteArray text;
    for (const char *page : {"/redirect/3", "/not-found", "/page/1", "/reset", "/page/2"})
        text += server.baseUrl() + page + '\n';
    CrawlConfig eager = config();
    eager.retries = 5; // is off here
    QVERIFY(run(&side, *UrlList::parse(text), {}, false, eager));
    for (const SideRun &found : side.runs()) {
        QVERIFY(found.complete);
        QCOMPARE(found.failed, 2U);
        const auto redirected =
            std::find_if(found.urls.begin(), found.urls.end(), [](const SideUrl &u) { return u.redirects > 0; });
        QVERIFY(redirected != found.urls.end());
        QCOMPARE(redirected->redirects, 3);
        QCOMPARE(redirected->state, RowState::Done);
    }
}

void TestSideBySide::keepsTheLimitPerHost()
{
    demosite::DemoServer server;
    QVERIFY(server.listen());
    SideBySide side;
    CrawlConfig base = config();
    base.limits.perHost = 2;
    QVERIFY(run(&side, *UrlList::parse(slow(server, 8, 30)), {.urls = 8, .level = 6}, true, base));
    QCOMPARE(server.counters().maxActiveRequests, 2);
    QCOMPARE(side.runs()[1].mostInFlight, 2);
    QCOMPARE(side.runs()[1].level, 6);
}

void TestSideBySide::cancels()
{
    demosite::DemoServer server;
    QVERIFY(server.listen());
    SideBySide side;
    QSignalSpy finished(&side, &SideBySide::finished);
    QVERIFY(side.start(*UrlList::parse(slow(server, 20, 100)), config(), {}, false));
    QTRY_VERIFY(side.runs()[0].ended > 0);
    QVERIFY(!side.runs()[0].complete);
    side.cancel();
    QVERIFY(finished.wait(30'000));
    QVERIFY(side.cancelled());
    QVERIFY(side.runs()[0].ended > 0); // what has ended stays, what was in flight does not
    QVERIFY(std::none_of(side.runs()[0].urls.begin(), side.runs()[0].urls.end(),
                         [](const SideUrl &u) { return u.inFlight(); }));
    QVERIFY(side.runs()[1].urls.empty());
    QCOMPARE(sideSpeedup(side.runs()[0], side.runs()[1]), 0.0);
    side.cancel(); // nothing to cancel
    QCOMPARE(finished.count(), 1);
    QVERIFY(run(&side, *UrlList::parse(slow(server, 5, 1)), {.urls = 5})); // and once more
    QVERIFY(side.runs()[1].complete);
    { // the end of the runner ends its run
        SideBySide brief;
        QVERIFY(brief.start(*UrlList::parse(slow(server, 20, 200)), config(), {}, false));
    }
}

void TestSideBySide::sample_data()
{
    QTest::addColumn<int>("list");
    QTest::addColumn<quint32>("wanted");
    QTest::addColumn<std::size_t>("got");
    QTest::newRow("of many") << 60 << 20U << std::size_t {20};
    QTest::newRow("few") << 3 << 20U << std::size_t {3};
    QTest::newRow("too small") << 60 << 0U << std::size_t {SideBySide::kLeastUrls};
    QTest::newRow("too large") << 600 << 9999U << std::size_t {SideBySide::kMostUrls};
    QTest::newRow("none") << 0 << 20U << std::size_t {0};
}

void TestSideBySide::sample()
{
    QFETCH(int, list);
    QFETCH(quint32, wanted);
    QFETCH(std::size_t, got);
    demosite::DemoServer server;
    QVERIFY(server.listen());
    SideBySide side;
    const bool begins = side.start(*UrlList::parse(slow(server, list, 1)), config(), {.urls = wanted}, false);
    QCOMPARE(begins, got > 0);
    QCOMPARE(side.active(), begins);
    QCOMPARE(side.sample() ? side.sample()->size() : 0, got);
}

QTEST_GUILESS_MAIN(TestSideBySide)
#include "tst_sidebyside.moc"
