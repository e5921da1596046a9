// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/followsite.h"

#include <QJsonArray>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::test;
using namespace Qt::Literals::StringLiterals;
using State = CrawlController::State;
using Site = FollowSite;

class TestEngineFollow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsEverythingOnce();
    void scopeDecides_data();
    void scopeDecides();
    void redirectsOfTheListWidenTheScope();
    void redirectsOfFoundPagesDoNot();
    void errorPagesAreNotFollowed();
    void asManyAsAllowed();
    void trapsAreLeft();
    void whatWaitsOfATrapIsSkipped();
    void aLimitOfThePatternIsNoTrap();
    void robotsHoldForWhatIsFound();
    void theWebDoesNotLeadIntoPrivateNetworks();
    void privateNetworksMayLinkToThemselves();
    void resourcesOnRequest();
    void pagesAndLinksAreRecorded();
    void secretsOfFoundUrlsStayHidden();
    void withoutFollowingNothingIsRead();
};

void TestEngineFollow::findsEverythingOnce()
{
    Site site;
    const int count = 300;
    for (int i = 0; i < count; ++i) {
        QByteArray page = "<title>p" + QByteArray::number(i) + "</title>";
        for (int k = 1; k <= 12; ++k)
            page += link("/" + QByteArray::number((i * 7 + k * k) % count) + (k % 2 != 0 ? "#part" : ""));
        site.pages["http://a.example/" + QByteArray::number(i)] =
            page + "unlike any other " + QByteArray::number(i * i);
    }
    site.run("http://a.example/0\n", Site::following());
    QCOMPARE(site.bench->state(), State::Finished);
    QVERIFY(site.bench->addedUp);
    QVERIFY(site.allOnce());
    QCOMPARE(site.requests.size(), qsizetype {count});
    const UrlCounts counts = site.bench->counts();
    QCOMPARE(counts.input, quint64 {1});
    QCOMPARE(counts.found, quint64 {count - 1});
    QCOMPARE(counts.unique, quint64 {count});
    QCOMPARE(counts.done, quint64 {count});
    QCOMPARE(site.bench->rows.size(), std::size_t {count});
}

void TestEngineFollow::scopeDecides_data()
{
    QTest::addColumn<QJsonObject>("options");
    QTest::addColumn<QByteArrayList>("expected"); // without the list's own URL
    const auto row = [](const char *name, const QJsonObject &options, const QByteArrayList &expected) {
        QTest::newRow(name) << options << expected;
    };
    const QByteArray outside = "http://other.example/";
    const QByteArray sub = "http://www.a.example/";
    row("as it is", {},
        {"http://a.example/d/1", "http://a.example/d/2", "http://a.example/d/3", "http://a.example/up", outside, sub});
    row("depth 0", {{u"depth"_s, 0}}, {});
    row("depth 1", {{u"depth"_s, 1}}, {"http://a.example/d/1", "http://a.example/up", outside, sub});
    row("depth 2", {{u"depth"_s, 2}},
        {"http://a.example/d/1", "http://a.example/d/2", "http://a.example/up", outside, sub});
    row("nothing outside", {{u"outside"_s, false}},
        {"http://a.example/d/1", "http://a.example/d/2", "http://a.example/d/3", "http://a.example/up"});
    row("folder", {{u"scope"_s, u"folder"_s}, {u"outside"_s, false}},
        {"http://a.example/d/1", "http://a.example/d/2", "http://a.example/d/3"});
    row("site", {{u"scope"_s, u"site"_s}, {u"outside"_s, false}},
        {"http://a.example/d/1", "http://a.example/d/2", "http://a.example/d/3", "http://a.example/up", sub,
         sub + "deep"});
    row("anywhere", {{u"scope"_s, u"any"_s}},
        {"http://a.example/d/1", "http://a.example/d/2", "http://a.example/d/3", "http://a.example/up", outside,
         outside + "deep", sub, sub + "deep"});
    row("nofollow ignored", {{u"nofollow"_s, u"ignore"_s}, {u"outside"_s, false}},
        {"http://a.example/d/1", "http://a.example/d/2", "http://a.example/d/3", "http://a.example/nf",
         "http://a.example/nf2", "http://a.example/up"});
    row("nofollow checked", {{u"nofollow"_s, u"check"_s}, {u"outside"_s, false}},
        {"http://a.example/d/1", "http://a.example/d/2", "http://a.example/d/3", "http://a.example/nf",
         "http://a.example/up"});
    row("included", {{u"include"_s, QJsonArray {u"/d/[12]$"_s}}, {u"outside"_s, false}},
        {"http://a.example/d/1", "http://a.example/d/2"});
    row("excluded", {{u"exclude"_s, QJsonArray {u"/d/2$"_s, u"other"_s, u"www"_s}}},
        {"http://a.example/d/1", "http://a.example/up"});
    row("checked, not followed", {{u"follow_exclude"_s, QJsonArray {u"/d/1$"_s}}, {u"outside"_s, false}},
        {"http://a.example/d/1", "http://a.example/up"});
}

void TestEngineFollow::scopeDecides()
{
    QFETCH(QJsonObject, options);
    QFETCH(QByteArrayList, expected);
    Site site;
    site.pages["http://a.example/d/"] = link("1") + link("/up") + link("http://other.example/") + link("mailto:x@y")
        + link("http://www.a.example/") + "<a rel=nofollow href=/nf>n</a>";
    site.pages["http://a.example/d/1"] = link("2");
    site.pages["http://a.example/d/2"] = link("3");
    site.pages["http://a.example/d/3"] = link("/d/");
    site.pages["http://a.example/up"] = "up";
    site.pages["http://a.example/nf"] = link("/nf2");
    site.pages["http://a.example/nf2"] = "end";
    site.pages["http://other.example/"] = link("/deep");
    site.pages["http://www.a.example/"] = link("/deep");
    options.insert(u"follow"_s, true);
    options.insert(u"robots"_s, u"ignore"_s);
    options.insert(u"sitemaps"_s, u"off"_s);
    QStringList problems;
    const CrawlConfig config = CrawlConfig::fromJson(options, &problems);
    QVERIFY2(problems.isEmpty() && config.validate().isEmpty(), qPrintable(problems.join(u' ')));
    QCOMPARE(CrawlConfig::fromJson(config.toJson(), nullptr).follow, config.follow);
    site.run("http://a.example/d/\n", config);
    expected.append("http://a.example/d/");
    std::sort(expected.begin(), expected.end());
    QCOMPARE(site.requested(), expected);
    QVERIFY(site.allOnce());
    QCOMPARE(site.bench->state(), State::Finished);
}

void TestEngineFollow::redirectsOfTheListWidenTheScope()
{
    Site site;
    site.pages["http://a.example/"] = "-> https://www.a.example/";
    site.pages["https://www.a.example/"] = link("/x");
    site.pages["https://www.a.example/x"] = link("/y");
    site.run("http://a.example/\n", Site::following());
    QVERIFY(site.requests.contains("https://www.a.example/y"));
}

void TestEngineFollow::redirectsOfFoundPagesDoNot()
{
    Site site;
    site.pages["http://a.example/"] = link("/out");
    site.pages["http://a.example/out"] = "-> http://b.example/";
    site.pages["http://b.example/"] = link("/x");
    site.run("http://a.example/\n", Site::following());
    QVERIFY(site.requests.contains("http://b.example/"));
    QVERIFY(!site.requests.contains("http://b.example/x"));
}

void TestEngineFollow::errorPagesAreNotFollowed()
{
    Site site;
    site.run("http://a.example/missing\n", Site::following());
    QCOMPARE(site.requested(), QByteArrayList {"http://a.example/missing"});
}

void TestEngineFollow::asManyAsAllowed()
{
    Site site;
    QByteArray page;
    for (int i = 0; i < 50; ++i)
        page += link("/" + QByteArray::number(i));
    site.pages["http://a.example/"] = page;
    CrawlConfig config = Site::following();
    config.follow.scope.maxUrls = 20;
    site.run("http://a.example/\nhttp://a.example/second\n", config);
    QCOMPARE(site.bench->counts().unique, quint64 {20});
    QCOMPARE(site.requests.size(), qsizetype {20});
    QCOMPARE(site.bench->eventsOf(EventId::UrlLimitReached).size(), std::size_t {1});
    QCOMPARE(site.bench->eventsOf(EventId::UrlLimitReached)[0].a, qint64 {20});
}

/// A folder that has itself in it, for ever.
void TestEngineFollow::trapsAreLeft()
{
    Site site;
    site.start("http://a.example/\n", Site::following());
    int answers = 0;
    while (!site.bench->fetcher->inFlight.empty() && ++answers < 5000) {
        const QByteArray url = site.bench->fetcher->inFlight.begin()->second.url;
        site.bench->answer(url, Bench::page(200, link(url + "again/") + QByteArray::number(answers)));
    }
    QVERIFY2(answers < 100, qPrintable(QString::number(answers)));
    QCOMPARE(site.bench->state(), State::Finished);
    const std::vector<RunEvent> traps = site.bench->eventsOf(EventId::TrapFound);
    QCOMPARE(traps.size(), std::size_t {1});
    QCOMPARE(static_cast<TrapKind>(traps[0].a), TrapKind::RepeatingPath);
    QVERIFY(traps[0].text.contains("a.example"));
}

/// URLs that waited when their pattern turned out to be a trap are not requested; each has a row that says so.
void TestEngineFollow::whatWaitsOfATrapIsSkipped()
{
    constexpr quint64 links = 600;
    Site site;
    QByteArray index = link("/good");
    for (quint64 i = 0; i < links; ++i) {
        index += link("/copy/" + QByteArray::number(i));
        site.pages["http://a.example/copy/" + QByteArray::number(i)] = "the same on each";
    }
    site.pages["http://a.example/"] = index;
    site.pages["http://a.example/good"] = "another";
    site.run("http://a.example/\n", Site::following());
    QCOMPARE(site.bench->state(), State::Finished);
    const UrlCounts counts = site.bench->counts();
    QVERIFY(counts.addUp());
    QVERIFY(site.requests.contains("http://a.example/good"));
    QVERIFY2(site.requests.size() < 200, qPrintable(QString::number(site.requests.size())));
    QCOMPARE(counts.skipped, links + 2 - static_cast<quint64>(site.requests.size()));
    QCOMPARE(site.bench->eventsOf(EventId::TrapFound).size(), std::size_t {1});
    const auto trapped = std::count_if(site.bench->rows.begin(), site.bench->rows.end(), [](const ResultRow &row) {
        return row.state == RowState::Skipped && row.attempts == 0 && row.error == ErrorId::None
            && (row.anomalies & static_cast<quint32>(Anomaly::Trap)) != 0;
    });
    QCOMPARE(static_cast<quint64>(trapped), counts.skipped);
}

/// So many are wanted, so many are requested.
void TestEngineFollow::aLimitOfThePatternIsNoTrap()
{
    Site site;
    for (int i = 0; i < 30; ++i)
        site.pages["http://a.example/"] += link("/item/" + QByteArray::number(i));
    CrawlConfig config = Site::following();
    config.follow.traps.maxPerPattern = 10;
    site.run("http://a.example/\n", config);
    QCOMPARE(site.bench->state(), State::Finished);
    QCOMPARE(site.requests.size(), 11);
    QCOMPARE(site.bench->counts().skipped, quint64 {0});
}

void TestEngineFollow::robotsHoldForWhatIsFound()
{
    Site site;
    site.pages["http://a.example/"] = link("/open") + link("/closed/x");
    site.pages["http://a.example/open"] = "open";
    CrawlConfig config = Site::following();
    config.robots = RobotsMode::Obey;
    site.start("http://a.example/\n", config);
    site.bench->answer("http://a.example/robots.txt", PoliteBench::robots("User-agent: *\nDisallow: /closed\n"));
    site.answer();
    QCOMPARE(site.requested(), (QByteArrayList {"http://a.example/", "http://a.example/open"}));
    QCOMPARE(site.bench->counts().skipped, quint64 {1});
    QCOMPARE(site.bench->rowOf(2)->error, ErrorId::RobotsDenied);
}

void TestEngineFollow::theWebDoesNotLeadIntoPrivateNetworks()
{
    Site site;
    site.pages["http://a.example/"] = link("http://127.0.0.1/x") + link("http://10.0.0.7/") + link("http://b.example/")
        + link("http://localhost:81/") + link("http://listed.example:8080/x");
    CrawlConfig config = Site::following();
    config.robots = RobotsMode::Obey; // is not asked for there either
    site.start("http://a.example/\nhttp://10.0.0.9/\n", config);
    for (int round = 0; round < 20 && !site.bench->fetcher->inFlight.empty(); ++round) {
        const FetchRequest request = site.bench->fetcher->inFlight.begin()->second;
        QVERIFY2(!request.url.contains("127.0.0.1") && !request.url.contains("10.0.0.7")
                     && !request.url.contains("localhost"),
                 request.url.constData());
        const bool found = request.url.contains("b.example") || request.url.contains("listed");
        QCOMPARE(request.denyPrivate, found); // names: whoever connects has to look, robots.txt included
        site.bench->answer(request.url,
                           request.url.endsWith("/robots.txt") ? Bench::page(404, {}) : site.answerTo(request.url));
    }
    QCOMPARE(site.bench->state(), State::Finished);
    int denied = 0;
    for (const ResultRow &row : site.bench->rows) {
        denied += row.error == ErrorId::AddressDenied ? 1 : 0;
        QVERIFY(row.error != ErrorId::AddressDenied || row.attempts == 0);
    }
    QCOMPARE(denied, 3);
    QVERIFY(site.bench->addedUp);
}

void TestEngineFollow::privateNetworksMayLinkToThemselves()
{
    Site site;
    site.pages["http://10.0.0.1/"] = link("http://10.0.0.2/") + link("http://localhost/");
    site.run("http://10.0.0.1/\n", Site::following());
    QCOMPARE(site.requests.size(), qsizetype {3});
    Site allowed;
    allowed.pages["http://a.example/"] = link("http://10.0.0.2/");
    CrawlConfig config = Site::following();
    config.allowPrivate = true;
    allowed.run("http://a.example/\n", config);
    QCOMPARE(allowed.requests.size(), qsizetype {2});
}

void TestEngineFollow::resourcesOnRequest()
{
    Site site;
    site.pages["http://a.example/"] = "<img src=/i.png><script src=/s.js></script><form action=/f></form>";
    site.run("http://a.example/\n", Site::following());
    QCOMPARE(site.requests.size(), qsizetype {1});
    Site with;
    with.pages = site.pages;
    CrawlConfig config = Site::following();
    config.follow.resources = true;
    with.run("http://a.example/\n", config);
    QCOMPARE(with.requested(),
             (QByteArrayList {"http://a.example/", "http://a.example/i.png", "http://a.example/s.js"}));
}

void TestEngineFollow::pagesAndLinksAreRecorded()
{
    Site site;
    site.pages["http://a.example/"] =
        "<title>Top</title><h1>One</h1>" + link("/x") + link("/x#y") + link("/") + link("http://b.example/");
    site.pages["http://a.example/x"] = "<h1>Two</h1>" + link("/");
    CrawlConfig config = Site::following();
    config.follow.scope.checkOutside = false;
    site.run("http://a.example/\n", config);
    const SiteRecorder &seen = *site.recorder;
    QCOMPARE(seen.urls.size(), std::size_t {1});
    QCOMPARE(seen.urls[0], (FoundUrl {1, "http://a.example/x", 0, 1, FoundSource::Link}));
    QCOMPARE(seen.targets[0], (QList<quint32> {1, 1, 0}));
    QCOMPARE(seen.others[0], QByteArrayList {"http://b.example/"});
    QCOMPARE(seen.targets[1], QList<quint32> {0});
    QCOMPARE(seen.pages[0].h1, "One");
    QCOMPARE(seen.pages[1].h1, "Two");
    QCOMPARE(seen.pages[0].linksExternal, 1U);
}

void TestEngineFollow::secretsOfFoundUrlsStayHidden()
{
    Site site;
    site.pages["http://a.example/"] = link("/x?token=canary&a=1") + link("http://b.example/?token=canary");
    site.pages["http://a.example/x?token=canary&a=1"] = "reached";
    CrawlConfig config = Site::following();
    config.redactQueryKeys = {"token"};
    config.follow.scope.checkOutside = false;
    site.run("http://a.example/\n", config);
    QVERIFY(site.requests.contains("http://a.example/x?token=canary&a=1")); // sent as it is
    QCOMPARE(site.recorder->urls.size(), std::size_t {1});
    QVERIFY(!site.recorder->urls[0].url.contains("canary"));
    QVERIFY(!site.bench->urls->url(1).toByteArray().contains("canary"));
    QVERIFY(!site.recorder->others[0].constFirst().contains("canary"));
}

void TestEngineFollow::withoutFollowingNothingIsRead()
{
    Site site;
    site.pages["http://a.example/"] = link("/x");
    CrawlConfig config;
    config.robots = RobotsMode::Ignore;
    site.run("http://a.example/\n", config);
    QCOMPARE(site.requests.size(), qsizetype {1});
    QVERIFY(site.recorder->pages.isEmpty() && site.recorder->urls.empty());
}

QTEST_GUILESS_MAIN(TestEngineFollow)
#include "tst_enginefollow.moc"
