// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/sitemapsite.h"
#include "support/gzipdata.h"

#include <QJsonDocument>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::test;
using namespace Qt::Literals::StringLiterals;
using State = CrawlController::State;
using Site = SitemapSite;

class TestEngineSitemaps : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void robotsNamesThem();
    void marksSayHowUrlsAreKnown();
    void usualPlace_data();
    void usualPlace();
    void offMeansOff();
    void userNamesThem();
    void indexesAndGzip();
    void scopeDecides();
    void faultsAreTold_data();
    void faultsAreTold();
    void onlyOriginsOfTheList();
    void theWebDoesNotLeadIntoPrivateNetworks();
    void largeBodiesMayCome();
    void redirectsAreFollowed();
    void secretsStayHidden();
};

void TestEngineSitemaps::robotsNamesThem()
{
    Site site;
    site.pages["http://a.example/robots.txt"] =
        "User-agent: *\nDisallow: /maps/\nSitemap: http://a.example/maps/s.xml\nSitemap: http://cdn.example/t.xml\n";
    site.pages["http://a.example/maps/s.xml"] = urlset({"http://a.example/", "http://a.example/new"});
    site.pages["http://cdn.example/t.xml"] = urlset({"http://a.example/third", "http://a.example/new"});
    site.pages["http://a.example/"] = "<a href=/linked>x</a>";
    site.pages["http://a.example/new"] = "new";
    site.run("http://a.example/\n", Site::following());
    QCOMPARE(site.requested(),
             (QByteArrayList {"http://a.example/", "http://a.example/linked", "http://a.example/maps/s.xml",
                              "http://a.example/new", "http://a.example/robots.txt", "http://a.example/third",
                              "http://cdn.example/t.xml"}));
    QVERIFY(site.allOnce());
    QCOMPARE(site.listed(),
             (QByteArrayList {"http://a.example/", "http://a.example/new", "http://a.example/new",
                              "http://a.example/third"}));
    for (const FoundUrl &url : site.recorder->urls) {
        QCOMPARE(url.depth, quint16 {1});
        const bool linked = url.url.endsWith("linked");
        QCOMPARE(url.source, linked ? FoundSource::Link : FoundSource::Sitemap);
        QCOMPARE(url.parent, linked ? 0U : FoundUrl::kNoParent);
    }
    QCOMPARE(site.bench->state(), State::Finished);
    QVERIFY(site.bench->addedUp);
    QCOMPARE(site.bench->counts().unique, quint64 {4}); // sitemaps are no rows
    QCOMPARE(site.bench->rows.size(), std::size_t {4});
    QCOMPARE(site.bench->outbox->takeSnapshot()->requests, quint64 {7});
    const std::vector<RunEvent> read = site.bench->eventsOf(EventId::SitemapRead);
    QCOMPARE(read.size(), std::size_t {2});
    QCOMPARE(read[0].a, qint64 {2});
    QCOMPARE(read[0].b, qint64 {0});
    QVERIFY(read[0].text.endsWith(".xml"));
}

void TestEngineSitemaps::marksSayHowUrlsAreKnown()
{
    Site site;
    site.pages["http://a.example/sitemap.xml"] =
        urlset({"http://a.example/", "http://a.example/both", "http://a.example/alone"});
    site.pages["http://a.example/"] = "<link rel=canonical href=/home><a href=/both>x</a><a href=/linked>x</a>";
    site.pages["http://a.example/alone"] =
        "<link rel=canonical href=/alone><a href=/alone>itself</a><link rel=alternate hreflang=de href=/de>";
    site.pages["http://a.example/linked"] = "<a href=/>home</a><meta http-equiv=refresh content='5;/next'>";
    site.run("http://a.example/\n", Site::following(RobotsMode::Ignore));
    const auto marksOf = [&site](const QByteArray &url) {
        for (quint32 entry = 0; entry < site.bench->urls->size(); ++entry) {
            if (site.bench->urls->url(entry) == QByteArray("http://a.example" + url))
                return int {site.bench->urls->marks(entry)};
        }
        return -1;
    };
    QCOMPARE(marksOf("/"), EntryMarks::InSitemap | EntryMarks::Linked);
    QCOMPARE(marksOf("/both"), EntryMarks::InSitemap | EntryMarks::Linked);
    QCOMPARE(marksOf("/alone"), int {EntryMarks::InSitemap}); // a link to itself leads nobody there
    QCOMPARE(marksOf("/linked"), int {EntryMarks::Linked});
    QCOMPARE(marksOf("/next"), int {EntryMarks::Linked});
    QCOMPARE(marksOf("/home"), 0);
    QCOMPARE(marksOf("/de"), 0);
    const auto sourceOf = [&site](const QByteArray &url) {
        for (const FoundUrl &found : site.recorder->urls) {
            if (found.url == QByteArray("http://a.example" + url))
                return found.source;
        }
        return FoundSource::Other;
    };
    QCOMPARE(sourceOf("/home"), FoundSource::Canonical);
    QCOMPARE(sourceOf("/next"), FoundSource::Redirect);
    QCOMPARE(sourceOf("/alone"), FoundSource::Sitemap);
    QCOMPARE(sourceOf("/linked"), FoundSource::Link);
}

void TestEngineSitemaps::usualPlace_data()
{
    QTest::addColumn<RobotsMode>("robots");
    QTest::newRow("obey") << RobotsMode::Obey;
    QTest::newRow("report") << RobotsMode::Report;
    QTest::newRow("ignore") << RobotsMode::Ignore;
}

void TestEngineSitemaps::usualPlace()
{
    QFETCH(RobotsMode, robots);
    Site site;
    site.pages["http://a.example/"] = "seed";
    site.pages["http://a.example/sitemap.xml"] = urlset({"http://a.example/x"});
    site.run("http://a.example/\nhttp://b.example/\n", Site::following(robots));
    QVERIFY(site.allOnce());
    QVERIFY(site.requests.contains("http://a.example/x"));
    QVERIFY(site.requests.contains("http://b.example/sitemap.xml")); // 404: not a word
    QCOMPARE(site.requests.contains("http://a.example/robots.txt"), robots != RobotsMode::Ignore);
    QCOMPARE(site.bench->eventsOf(EventId::SitemapRead).size(), std::size_t {1});
    QVERIFY(site.bench->eventsOf(EventId::SitemapFaulty).empty());
    QCOMPARE(site.bench->state(), State::Finished);
}

void TestEngineSitemaps::offMeansOff()
{
    Site site;
    site.pages["http://a.example/robots.txt"] = "Sitemap: http://a.example/s.xml\n";
    site.pages["http://a.example/s.xml"] = urlset({"http://a.example/x"});
    CrawlConfig config = Site::following();
    config.follow.sitemaps = false;
    site.run("http://a.example/\n", config);
    QCOMPARE(site.requested(), (QByteArrayList {"http://a.example/", "http://a.example/robots.txt"}));
    Site without;
    config = Site::following();
    config.follow.enabled = false;
    without.run("http://a.example/\n", config);
    QCOMPARE(without.requested(), (QByteArrayList {"http://a.example/", "http://a.example/robots.txt"}));
}

void TestEngineSitemaps::userNamesThem()
{
    Site site;
    site.pages["http://maps.example/mine.xml"] = urlset({"http://a.example/x", "http://maps.example/y"});
    CrawlConfig config = Site::following(RobotsMode::Ignore);
    config.follow.sitemaps = false;
    config.follow.sitemapUrls = QStringList {u"http://maps.example/mine.xml"_s};
    config.headers = {{"Authorization", "secret"}};
    site.start("http://a.example/\n", config);
    const FetchRequest *request = site.bench->requestFor("http://maps.example/mine.xml");
    QVERIFY(request != nullptr);
    QCOMPARE(headerValue(request->headers, "authorization"), QByteArray("secret")); // the user named it
    QCOMPARE(request->method, QByteArray("GET"));
    site.answer();
    QCOMPARE(site.requested(),
             (QByteArrayList {"http://a.example/", "http://a.example/x", "http://maps.example/mine.xml"}));
}

void TestEngineSitemaps::indexesAndGzip()
{
    Site site;
    site.pages["http://a.example/robots.txt"] = "Sitemap: http://a.example/index.xml.gz\n";
    site.pages["http://a.example/index.xml.gz"] =
        gzip(sitemapindex({"http://a.example/1.xml.gz", "http://a.example/2.xml", "http://a.example/index2.xml"}));
    site.pages["http://a.example/1.xml.gz"] = gzip(urlset({"http://a.example/x"}));
    site.pages["http://a.example/2.xml"] = "http://a.example/y\nhttp://a.example/z\n"; // text
    site.pages["http://a.example/index2.xml"] = sitemapindex({"http://a.example/3.xml"});
    site.run("http://a.example/\n", Site::following());
    QCOMPARE(site.listed(), (QByteArrayList {"http://a.example/x", "http://a.example/y", "http://a.example/z"}));
    QVERIFY(!site.requests.contains("http://a.example/3.xml"));
    QVERIFY(site.allOnce());
    const std::vector<RunEvent> read = site.bench->eventsOf(EventId::SitemapRead);
    QCOMPARE(read.size(), std::size_t {4});
    QCOMPARE(read[0].a, qint64 {3});
    QCOMPARE(read[0].b, qint64 {1});
    const std::vector<RunEvent> leftOut = site.bench->eventsOf(EventId::SitemapsLeftOut);
    QCOMPARE(leftOut.size(), std::size_t {1});
    QCOMPARE(leftOut[0].a, qint64 {1});
}

void TestEngineSitemaps::scopeDecides()
{
    Site site;
    site.pages["http://a.example/sitemap.xml"] =
        urlset({"http://a.example/in", "http://a.example/no", "http://b.example/out", "http://a.example/leaf"});
    site.pages["http://a.example/in"] = "<a href=/deeper>x</a>";
    site.pages["http://a.example/leaf"] = "<a href=/below>x</a>";
    CrawlConfig config = Site::following(RobotsMode::Ignore);
    config.follow.scope.check.exclude = QStringList {u"/no$"_s};
    config.follow.scope.follow.exclude = QStringList {u"/leaf$"_s};
    site.run("http://a.example/\n", config);
    QCOMPARE(site.requested(),
             (QByteArrayList {"http://a.example/", "http://a.example/deeper", "http://a.example/in",
                              "http://a.example/leaf", "http://a.example/sitemap.xml"}));
    QCOMPARE(site.listed(), (QByteArrayList {"http://a.example/in", "http://a.example/leaf"}));
    Site flat;
    flat.pages = site.pages;
    config.follow.scope.maxDepth = 0;
    flat.run("http://a.example/\n", config);
    QCOMPARE(flat.requested(), (QByteArrayList {"http://a.example/", "http://a.example/sitemap.xml"}));
}

void TestEngineSitemaps::faultsAreTold_data()
{
    QTest::addColumn<bool>("named");
    QTest::addColumn<QByteArray>("body"); // empty: 404
    QTest::addColumn<SitemapFault>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<EventLevel>("level");
    QTest::newRow("not there") << true << QByteArray() << SitemapFault::None << 404 << EventLevel::Warning;
    QTest::newRow("refused") << true << QByteArray("!") << SitemapFault::None << 503 << EventLevel::Warning;
    QTest::newRow("broken") << true << QByteArray("<urlset xmlns='x'><url></urlset>") << SitemapFault::NotXml << 0
                            << EventLevel::Warning;
    QTest::newRow("a page") << false << QByteArray("<!DOCTYPE html><html><title>Home</title></html>")
                            << SitemapFault::Doctype << 0 << EventLevel::Notice;
    QTest::newRow("no sitemap") << true << QByteArray("<a/>") << SitemapFault::NotASitemap << 0 << EventLevel::Warning;
}

void TestEngineSitemaps::faultsAreTold()
{
    QFETCH(bool, named);
    QFETCH(QByteArray, body);
    QFETCH(SitemapFault, fault);
    QFETCH(int, status);
    QFETCH(EventLevel, level);
    Site site;
    const QByteArray url = "http://a.example/sitemap.xml";
    if (named)
        site.pages["http://a.example/robots.txt"] = "Sitemap: " + url + "\n";
    if (!body.isEmpty())
        site.pages[url] = body;
    site.run("http://a.example/\n", Site::following());
    const std::vector<RunEvent> faulty = site.bench->eventsOf(EventId::SitemapFaulty);
    QCOMPARE(faulty.size(), std::size_t {1});
    QCOMPARE(faulty[0].text, url);
    QCOMPARE(static_cast<SitemapFault>(faulty[0].b), fault);
    QCOMPARE(faulty[0].a, qint64 {status});
    QCOMPARE(faulty[0].level, level);
    QCOMPARE(site.bench->state(), State::Finished);
}

void TestEngineSitemaps::onlyOriginsOfTheList()
{
    Site site;
    site.pages["http://a.example/"] = "<a href=http://b.example/>b</a>";
    site.pages["http://b.example/robots.txt"] = "Sitemap: http://b.example/s.xml\n";
    site.run("http://a.example/\n", Site::following());
    QVERIFY(site.requests.contains("http://b.example/"));
    QVERIFY(!site.requests.contains("http://b.example/s.xml"));
    QVERIFY(!site.requests.contains("http://b.example/sitemap.xml"));
}

void TestEngineSitemaps::theWebDoesNotLeadIntoPrivateNetworks()
{
    Site site;
    site.pages["http://a.example/robots.txt"] =
        "Sitemap: http://10.0.0.7/s.xml\nSitemap: http://b.example/s.xml\nSitemap: http://a.example/own.xml\n";
    site.pages["http://b.example/s.xml"] = "-> http://127.0.0.1/s.xml";
    site.pages["http://a.example/own.xml"] = urlset({"http://127.0.0.1/x", "http://a.example/y", "http://c.example/z"});
    CrawlConfig config = Site::following();
    config.follow.scope.area = ScopeArea::Anywhere;
    config.headers = {{"Authorization", "secret"}};
    site.start("http://a.example/\n", config);
    for (int round = 0; round < 30; ++round) {
        site.bench->advance(CrawlEngine::kTickMs);
        if (site.bench->fetcher->inFlight.empty())
            continue;
        const FetchRequest request = site.bench->fetcher->inFlight.begin()->second;
        QVERIFY2(!request.url.contains("127.0.0.1") && !request.url.contains("10.0.0.7"), request.url.constData());
        const bool foreign = !request.url.startsWith("http://a.example/");
        QCOMPARE(request.denyPrivate, foreign);
        if (request.url == "http://b.example/s.xml")
            QVERIFY(headerValue(request.headers, "authorization").isEmpty());
        if (request.url == "http://a.example/own.xml")
            QCOMPARE(headerValue(request.headers, "authorization"), QByteArray("secret"));
        site.bench->answer(request.url, site.answerTo(request.url));
    }
    QCOMPARE(site.bench->state(), State::Finished);
    const std::vector<RunEvent> faulty = site.bench->eventsOf(EventId::SitemapFaulty);
    QCOMPARE(faulty.size(), std::size_t {2});
    for (const RunEvent &event : faulty)
        QCOMPARE(event.error, ErrorId::AddressDenied);
    const ResultRow *refused = nullptr;
    for (const ResultRow &row : site.bench->rows) {
        if (row.error == ErrorId::AddressDenied)
            refused = &row;
    }
    QVERIFY(refused != nullptr);
    QCOMPARE(site.bench->urls->url(refused->entry).toByteArray(), QByteArray("http://127.0.0.1/x"));
}

/// The limit of pages is not that of sitemaps.
void TestEngineSitemaps::largeBodiesMayCome()
{
    Site site;
    CrawlConfig config = Site::following(RobotsMode::Ignore);
    config.maxBodyBytes = 1000;
    config.method = "HEAD";
    config.timeouts.totalMs = 0;
    site.start("http://a.example/\n", config);
    const FetchRequest *request = site.bench->requestFor("http://a.example/sitemap.xml");
    QVERIFY(request != nullptr);
    QCOMPARE(request->method, QByteArray("GET"));
    QVERIFY(request->maxBodyBytes > SitemapReader::kMaxBytes && request->keepBytes > SitemapReader::kMaxBytes);
    QVERIFY(request->totalMs > 0); // the run waits for it
}

void TestEngineSitemaps::redirectsAreFollowed()
{
    Site site;
    site.pages["http://a.example/sitemap.xml"] = "-> http://www.a.example/map.xml";
    site.pages["http://www.a.example/map.xml"] = urlset({"http://a.example/x"});
    site.pages["http://b.example/sitemap.xml"] = "-> http://b.example/sitemap.xml";
    site.run("http://a.example/\nhttp://b.example/\n", Site::following(RobotsMode::Ignore));
    QVERIFY(site.requests.contains("http://a.example/x"));
    QCOMPARE(site.requests["http://b.example/sitemap.xml"], 6);
    QCOMPARE(site.bench->eventsOf(EventId::SitemapFaulty).size(), std::size_t {1});
    QCOMPARE(site.bench->eventsOf(EventId::SitemapRead)[0].text, QByteArray("http://a.example/sitemap.xml"));
    QCOMPARE(site.bench->state(), State::Finished);
}

void TestEngineSitemaps::secretsStayHidden()
{
    Site site;
    site.pages["http://a.example/s.xml?token=canary"] = urlset({"http://a.example/x?token=canary"});
    CrawlConfig config = Site::following(RobotsMode::Ignore);
    config.redactQueryKeys = {"token"};
    config.follow.sitemapUrls = QStringList {u"http://a.example/s.xml?token=canary"_s};
    QVERIFY(!QJsonDocument(config.sessionJson()).toJson().contains("canary"));
    site.run("http://a.example/\n", config);
    QVERIFY(site.requests.contains("http://a.example/x?token=canary"));
    QCOMPARE(site.recorder->urls.size(), std::size_t {1});
    QVERIFY(!site.recorder->urls[0].url.contains("canary"));
    QVERIFY(!site.bench->eventsOf(EventId::SitemapRead)[0].text.contains("canary"));
}

QTEST_GUILESS_MAIN(TestEngineSitemaps)
#include "tst_enginesitemaps.moc"
