// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/sitemapsite.h"

#include <QTest>

using namespace crawlscope;
using namespace crawlscope::test;
using namespace Qt::Literals::StringLiterals;
using State = CrawlController::State;
using Site = SitemapSite;

class TestEngineSitemapRuns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areaThatGrowsLater();
    void doesNotFitOnce();
    void retriedAsPagesAre();
    void runWaitsForThem();
    void stopAndGoOn();
    void pauseHolds();
    void hostGivenUp();
    void asManyAsAllowed();
    void slicesOfLargeOnes();
    void manyOrigins();
};

/// The seed leads to another host only after its sitemap was read.
void TestEngineSitemapRuns::areaThatGrowsLater()
{
    Site site;
    site.pages["http://a.example/"] = "-> https://www.a.example/";
    site.pages["https://www.a.example/"] = "home";
    site.pages["http://a.example/sitemap.xml"] = urlset({"https://www.a.example/x", "https://c.example/y"});
    site.start("http://a.example/\n", Site::following(RobotsMode::Ignore));
    ++site.requests["http://a.example/sitemap.xml"];
    site.bench->answer("http://a.example/sitemap.xml", site.answerTo("http://a.example/sitemap.xml"));
    site.bench->advance(100);
    QVERIFY(!site.bench->flies("https://www.a.example/x"));
    site.answer();
    QVERIFY(site.requests.contains("https://www.a.example/x"));
    QVERIFY(!site.requests.contains("https://c.example/y"));
    QCOMPARE(site.bench->state(), State::Finished);
    QVERIFY(site.bench->addedUp);
}

void TestEngineSitemapRuns::doesNotFitOnce()
{
    Site site;
    site.pages["http://a.example/sitemap.xml"] = urlset({"http://a.example/x"});
    site.start("http://a.example/\nhttp://b.example/\n", Site::following(RobotsMode::Ignore));
    FetchResult cut = Bench::page(200, "<urls");
    cut.bodyComplete = false;
    cut.wireBytes = 30'000'000;
    site.bench->answer("http://a.example/sitemap.xml", cut);
    QVERIFY(!site.bench->flies("http://a.example/sitemap.xml")); // another one is under way
    site.bench->advance(100);
    QVERIFY(!site.bench->flies("http://a.example/sitemap.xml"));
    site.bench->answer("http://b.example/sitemap.xml", Bench::page(404, {}));
    site.bench->advance(100);
    QVERIFY(site.bench->flies("http://a.example/sitemap.xml"));
    site.answer();
    QVERIFY(site.requests.contains("http://a.example/x"));
    QVERIFY(site.bench->eventsOf(EventId::SitemapFaulty).empty());
    QCOMPARE(site.bench->state(), State::Finished);
}

void TestEngineSitemapRuns::retriedAsPagesAre()
{
    Site site;
    site.pages["http://a.example/"] = "seed";
    site.pages["http://a.example/sitemap.xml"] = "!";
    CrawlConfig config = Site::following(RobotsMode::Ignore);
    config.retries = 2;
    config.breaker = false;
    site.run("http://a.example/\n", config);
    QCOMPARE(site.requests["http://a.example/sitemap.xml"], 1);
    QCOMPARE(site.bench->state(), State::Running);
    site.bench->advance(5000);
    site.pages["http://a.example/sitemap.xml"] = urlset({"http://a.example/x"});
    site.answer();
    QCOMPARE(site.requests["http://a.example/sitemap.xml"], 2);
    QVERIFY(site.requests.contains("http://a.example/x"));
    QVERIFY(site.bench->eventsOf(EventId::SitemapFaulty).empty());
    QCOMPARE(site.bench->state(), State::Finished);
    QVERIFY(site.bench->addedUp);
}

void TestEngineSitemapRuns::runWaitsForThem()
{
    Site site;
    site.pages["http://a.example/"] = "seed";
    site.start("http://a.example/\n", Site::following(RobotsMode::Ignore));
    site.bench->answer("http://a.example/", Bench::page());
    site.bench->advance(1000);
    QCOMPARE(site.bench->state(), State::Running);
    QCOMPARE(site.bench->counts().left, quint64 {0});
    QVERIFY(site.bench->addedUp);
    const quint64 id = site.bench->fetcher->inFlight.begin()->first;
    site.bench->fetcher->answer(id, Bench::page(200, urlset({"http://a.example/x"})));
    QCOMPARE(site.bench->analysis->waiting.size(), std::size_t {1});
    site.bench->engine->tick();
    QCOMPARE(site.bench->state(), State::Running); // being read
    site.answer();
    QVERIFY(site.requests.contains("http://a.example/x"));
    QCOMPARE(site.bench->state(), State::Finished);
}

void TestEngineSitemapRuns::stopAndGoOn()
{
    Site first;
    QByteArrayList urls;
    for (int i = 0; i < 40; ++i)
        urls += "http://a.example/" + QByteArray::number(i);
    first.pages["http://a.example/robots.txt"] = "Sitemap: http://a.example/1.xml\nSitemap: http://a.example/2.xml\n";
    first.pages["http://a.example/1.xml"] = urlset(urls.first(20));
    first.pages["http://a.example/2.xml"] = urlset(urls.mid(10));
    first.start("http://a.example/\n", Site::following());
    for (const char *url : {"http://a.example/robots.txt", "http://a.example/1.xml", "http://a.example/"}) {
        first.bench->advance(40);
        ++first.requests[url];
        first.bench->answer(url, first.answerTo(url));
    }
    QVERIFY(first.bench->flies("http://a.example/2.xml"));
    first.bench->engine->stop();
    first.bench->advance(100);
    QCOMPARE(first.bench->state(), State::Stopped);
    QVERIFY(first.bench->addedUp);
    QCOMPARE(first.bench->counts().unique, quint64 {21});
    QCOMPARE(first.bench->counts().left, quint64 {20});

    auto table = std::make_shared<ResultTable>();
    table->append(first.bench->rows);
    Site second;
    second.pages = first.pages;
    RunStart start = Bench::startOf("", Site::following());
    start.urls = first.bench->urls;
    start.earlier = table;
    second.start(std::move(start));
    second.answer();
    QCOMPARE(second.bench->state(), State::Finished);
    QVERIFY(second.bench->addedUp);
    QVERIFY(second.allOnce());
    QCOMPARE(second.bench->counts().unique, quint64 {41});
    QVERIFY(!second.requests.contains("http://a.example/"));
    for (const QByteArray &url : urls)
        QCOMPARE(second.requests.value(url), 1);
    QCOMPARE(second.recorder->listed.size(), std::size_t {50}); // the recorder keeps each once
}

void TestEngineSitemapRuns::pauseHolds()
{
    Site site;
    site.pages["http://a.example/sitemap.xml"] = urlset({"http://a.example/x"});
    site.start("http://a.example/\n", Site::following(RobotsMode::Ignore));
    site.bench->engine->pause();
    site.bench->answer("http://a.example/", Bench::page());
    QCOMPARE(site.bench->state(), State::Pausing);
    site.bench->answer("http://a.example/sitemap.xml", site.answerTo("http://a.example/sitemap.xml"));
    site.bench->advance(1000);
    QCOMPARE(site.bench->state(), State::Paused);
    QCOMPARE(site.bench->counts().unique, quint64 {1});
    site.bench->engine->resume();
    site.answer();
    QVERIFY(site.requests.contains("http://a.example/x"));
    QCOMPARE(site.bench->state(), State::Finished);
}

/// Sitemaps of a host that gives up do not hold the run.
void TestEngineSitemapRuns::hostGivenUp()
{
    Site site;
    QByteArray list;
    for (int i = 0; i < 60; ++i)
        list += "http://a.example/" + QByteArray::number(i) + "\n";
    CrawlConfig config = Site::following(RobotsMode::Ignore);
    config.follow.sitemapUrls = QStringList {u"http://a.example/s1.xml"_s, u"http://a.example/s2.xml"_s};
    config.limits.perHost = 1;
    site.start(list, config);
    for (int i = 0; i < 2000 && site.bench->state() == State::Running; ++i) {
        if (site.bench->fetcher->inFlight.empty())
            site.bench->advance(5000);
        else
            site.bench->answerFirst(PoliteBench::failure(ErrorId::ConnectTimeout));
        site.bench->analyseAll();
    }
    site.bench->advance(1000);
    QVERIFY(site.bench->state() == State::Stopped || site.bench->state() == State::Finished);
    QVERIFY(site.bench->addedUp);
}

void TestEngineSitemapRuns::asManyAsAllowed()
{
    Site site;
    QByteArrayList urls;
    for (int i = 0; i < 50; ++i)
        urls += "http://a.example/" + QByteArray::number(i);
    site.pages["http://a.example/sitemap.xml"] = urlset(urls);
    CrawlConfig config = Site::following(RobotsMode::Ignore);
    config.follow.scope.maxUrls = 20;
    site.run("http://a.example/\n", config);
    QCOMPARE(site.bench->counts().unique, quint64 {20});
    QCOMPARE(site.bench->eventsOf(EventId::UrlLimitReached).size(), std::size_t {1});
}

/// One turn of the loop takes a bounded number, and nothing else waits for the rest.
void TestEngineSitemapRuns::slicesOfLargeOnes()
{
    Site site;
    QByteArray text;
    const int count = 5000;
    for (int i = 0; i < count; ++i)
        text += "http://a.example/p" + QByteArray::number(i) + "\n";
    site.pages["http://a.example/sitemap.xml"] = text;
    site.start("http://a.example/\n", Site::following(RobotsMode::Ignore));
    site.bench->answer("http://a.example/sitemap.xml", site.answerTo("http://a.example/sitemap.xml"));
    quint64 before = site.bench->counts().found;
    QVERIFY(before > 0 && before < count);
    for (int tick = 0; tick < 10; ++tick) {
        site.bench->advance(CrawlEngine::kTickMs);
        const quint64 now = site.bench->counts().found;
        QVERIFY(now - before <= 1000);
        before = now;
    }
    QCOMPARE(site.bench->counts().found, quint64 {count});
    QCOMPARE(site.recorder->listed.size(), std::size_t {count});
}

void TestEngineSitemapRuns::manyOrigins()
{
    Site site;
    site.start(PoliteBench::hosts(200), Site::following(RobotsMode::Ignore));
    int most = 0;
    for (int round = 0; round < 100 && !site.bench->fetcher->inFlight.empty(); ++round) {
        const std::vector<QByteArray> urls = site.bench->urlsInFlight();
        most = std::max(most, static_cast<int>(std::count_if(urls.begin(), urls.end(), [](const QByteArray &url) {
                            return url.endsWith("sitemap.xml");
                        })));
        for (const QByteArray &url : urls)
            site.bench->answer(url, site.answerTo(url));
        site.bench->advance(CrawlEngine::kTickMs);
    }
    QCOMPARE(site.bench->state(), State::Finished);
    QVERIFY(site.bench->addedUp);
    QVERIFY2(most > 4 && most <= SitemapDesk::kMostAtOnce, qPrintable(QString::number(most)));
    QCOMPARE(site.bench->outbox->takeSnapshot()->requests, quint64 {400});
}

QTEST_GUILESS_MAIN(TestEngineSitemapRuns)
#include "tst_enginesitemapruns.moc"
