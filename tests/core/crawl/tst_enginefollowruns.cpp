// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/followsite.h"

#include <QTest>

using namespace crawlscope;
using namespace crawlscope::test;
using namespace Qt::Literals::StringLiterals;
using State = CrawlController::State;
using Site = FollowSite;

class TestEngineFollowRuns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stopLeavesWhatIsFound();
    void anotherRunGoesOn();
    void pagesThatRecoverAreFollowed();
    void retryThatIsStopped();
    void canonicalsAndRefreshes();
};

void TestEngineFollowRuns::stopLeavesWhatIsFound()
{
    Site site;
    QByteArray page;
    for (int i = 0; i < 200; ++i)
        page += link("/" + QByteArray::number(i));
    site.pages["http://a.example/"] = page;
    site.start("http://a.example/\n", Site::following());
    site.answer(11);
    site.bench->engine->stop();
    site.bench->advance(100);
    QCOMPARE(site.bench->state(), State::Stopped);
    QVERIFY(site.bench->addedUp);
    const UrlCounts counts = site.bench->counts();
    QCOMPARE(counts.unique, quint64 {201});
    QCOMPARE(counts.done + counts.failed, quint64 {11});
    QCOMPARE(counts.left, quint64 {190});
}

/// As a session is resumed: the URLs found are entries of the list, those that ended have rows.
void TestEngineFollowRuns::anotherRunGoesOn()
{
    Site first;
    QByteArray page;
    for (int i = 0; i < 30; ++i)
        page += link("/" + QByteArray::number(i));
    first.pages["http://a.example/"] = page;
    for (int i = 0; i < 30; ++i)
        first.pages["http://a.example/" + QByteArray::number(i)] = link("/" + QByteArray::number(i + 30));
    first.start("http://a.example/\n", Site::following());
    first.answer(11);
    first.bench->engine->stop();
    first.bench->advance(100);

    auto table = std::make_shared<ResultTable>();
    table->append(first.bench->rows);
    Site second;
    second.pages = first.pages;
    RunStart start = Bench::startOf("", Site::following());
    start.urls = first.bench->urls;
    start.earlier = table;
    start.recorder = second.recorder;
    second.bench = std::make_unique<PoliteBench>(std::move(start), true);
    second.bench->engine->start();
    second.answer();
    QCOMPARE(second.bench->state(), State::Finished);
    QVERIFY(second.bench->addedUp);
    QVERIFY(second.allOnce());
    for (const QByteArray &url : first.requested())
        QVERIFY2(!second.requests.contains(url), url.constData());
    QCOMPARE(first.requests.size() + second.requests.size(), qsizetype {61});
    QCOMPARE(second.bench->counts().unique, quint64 {61});
    QCOMPARE(second.bench->counts().left, quint64 {0});
}

/// A page that failed is tried again: what it links to is found then.
void TestEngineFollowRuns::pagesThatRecoverAreFollowed()
{
    Site first;
    first.pages["http://a.example/"] = link("/down") + link("/up");
    first.pages["http://a.example/up"] = "up";
    first.run("http://a.example/\n", Site::following());
    QCOMPARE(first.bench->counts().failed, quint64 {1});

    Site second = retryOf(first, {1});
    second.pages["http://a.example/down"] = link("/below") + link("/up");
    second.pages["http://a.example/below"] = link("/deeper");
    second.pages["http://a.example/deeper"] = link("/");
    second.bench->engine->start();
    second.answer();
    QCOMPARE(second.requested(),
             (QByteArrayList {"http://a.example/below", "http://a.example/deeper", "http://a.example/down"}));
    QVERIFY(second.allOnce());
    QCOMPARE(second.bench->state(), State::Finished);
    QVERIFY(second.bench->addedUp);
    QCOMPARE(second.bench->counts().unique, quint64 {5});
    QCOMPARE(second.bench->counts().done, quint64 {5});
    QCOMPARE(second.bench->counts().left, quint64 {0});
    QCOMPARE(second.recorder->urls.size(), std::size_t {2});
    QCOMPARE(second.recorder->urls[0], (FoundUrl {3, "http://a.example/below", 1, 2, FoundSource::Link}));
    QCOMPARE(second.recorder->targets[1], (QList<quint32> {3, 2}));
    QCOMPARE(int(second.bench->rowOf(1)->attempts), 2);
    QCOMPARE(int(second.bench->rowOf(3)->attempts), 1);
}

void TestEngineFollowRuns::retryThatIsStopped()
{
    Site first;
    first.pages["http://a.example/"] = link("/down");
    first.run("http://a.example/\n", Site::following());
    Site second = retryOf(first, {1});
    QByteArray page;
    for (int i = 0; i < 30; ++i)
        page += link("/" + QByteArray::number(i));
    second.pages["http://a.example/down"] = page;
    second.bench->engine->start();
    second.answer(4);
    second.bench->engine->stop();
    second.bench->advance(100);
    QCOMPARE(second.bench->state(), State::Stopped);
    QVERIFY(second.bench->addedUp);
    QCOMPARE(second.bench->counts().unique, quint64 {32});
    QCOMPARE(second.bench->counts().left, quint64 {27});
}

/// Either is a way to another page and judged as a link is.
void TestEngineFollowRuns::canonicalsAndRefreshes()
{
    Site site;
    site.pages["http://a.example/"] =
        "<link rel=canonical href=/canon><meta http-equiv=refresh content='0;url=/moved'>" + link("/plain");
    site.pages["http://a.example/canon"] = link("/of-canon");
    site.pages["http://a.example/moved"] =
        link("/of-moved") + "<link rel=canonical href=http://b.example/><meta http-equiv=refresh content='0;/no'>";
    site.pages["http://b.example/"] = link("/of-b");
    CrawlConfig config = Site::following();
    config.follow.scope.check.exclude = QStringList {u"/no$"_s};
    site.run("http://a.example/\n", config);
    QCOMPARE(site.requested(),
             (QByteArrayList {"http://a.example/", "http://a.example/canon", "http://a.example/moved",
                              "http://a.example/of-canon", "http://a.example/of-moved", "http://a.example/plain",
                              "http://b.example/"})); // of another host: requested, not followed
    QHash<QByteArray, FoundSource> sources;
    for (const FoundUrl &url : site.recorder->urls)
        sources[url.url] = url.source;
    QCOMPARE(sources["http://a.example/canon"], FoundSource::Canonical);
    QCOMPARE(sources["http://b.example/"], FoundSource::Canonical);
    QCOMPARE(sources["http://a.example/moved"], FoundSource::Redirect);
    QCOMPARE(sources["http://a.example/plain"], FoundSource::Link);
    QCOMPARE(sources["http://a.example/of-moved"], FoundSource::Link);
}

QTEST_GUILESS_MAIN(TestEngineFollowRuns)
#include "tst_enginefollowruns.moc"
