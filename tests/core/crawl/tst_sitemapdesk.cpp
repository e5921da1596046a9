// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/sitemapdesk.h"

#include <QTest>

#include <algorithm>

using namespace crawlscope;
using Id = SitemapDesk::Id;
using State = SitemapDesk::State;
using Next = SitemapDesk::Next;
using Origin = SitemapDesk::Origin;
Q_DECLARE_METATYPE(Next)
Q_DECLARE_METATYPE(Origin)

namespace {

FollowConfig config(const QStringList &sitemaps = {}, bool lookFor = true)
{
    FollowConfig follow;
    follow.enabled = true;
    follow.sitemaps = lookFor;
    follow.sitemapUrls = sitemaps;
    return follow;
}

std::shared_ptr<const SitemapFile> fileOf(SitemapKind kind, const QByteArrayList &urls)
{
    auto file = std::make_shared<SitemapFile>();
    file->kind = kind;
    for (const QByteArray &url : urls)
        file->entries.push_back({url, {}, {}, {}});
    return file;
}

QByteArrayList urlsOf(SitemapDesk &desk, const std::vector<Id> &ids)
{
    QByteArrayList urls;
    for (const Id id : ids)
        urls += desk.at(id).url;
    return urls;
}

/// Everything that is listed now.
QByteArrayList allListed(SitemapDesk &desk)
{
    QByteArrayList urls;
    int steps = 1'000'000;
    while (const auto listed = desk.takeListed(&steps))
        urls += listed->url;
    return urls;
}

} // namespace

class TestSitemapDesk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void originsAreAskedOnce();
    void robotsDecide();
    void userNames();
    void indexesLeadOnce();
    void judges_data();
    void judges();
    void roomIsBounded();
    void whatDoesNotFitGoesAlone();
    void laterIsLater();
    void slices();
    void whatLiesOutsideWaits();
    void tasksAreBounded();
};

void TestSitemapDesk::originsAreAskedOnce()
{
    SitemapDesk desk(config());
    QVERIFY(desk.isIdle());
    const auto first = desk.ask("http://a.example/x/y?z");
    QVERIFY(first && SitemapDesk::isTask(*first));
    QCOMPARE(desk.at(*first).url, QByteArray("http://a.example/sitemap.xml"));
    QVERIFY(desk.at(*first).credentials && !desk.at(*first).asked);
    QVERIFY(!desk.ask("http://a.example/other"));
    QVERIFY(desk.ask("https://a.example/"));
    QVERIFY(desk.ask("http://a.example:81/"));
    QVERIFY(!desk.ask("http://a.example:80/"));
    QVERIFY(!desk.isIdle());
    SitemapDesk off(config({}, false));
    QVERIFY(!off.ask("http://a.example/"));
    QVERIFY(off.isIdle());
}

void TestSitemapDesk::robotsDecide()
{
    SitemapDesk desk(config());
    const Id usual = *desk.ask("http://a.example/");
    QVERIFY(desk.asked(usual, {}));
    QVERIFY(desk.at(usual).asked);
    QCOMPARE(desk.at(usual).origin, Origin::Usual);
    const Id named = *desk.ask("http://b.example/");
    desk.noteRobots("http://b.example:80", "192.0.2.7");
    QVERIFY(!desk.asked(named, {"http://b.example/s.xml", "http://cdn.example/b.xml", "http://b.example/s.xml"}));
    QVERIFY(!desk.has(named));
    const std::vector<Id> ids = desk.admit();
    QCOMPARE(urlsOf(desk, ids), (QByteArrayList {"http://b.example/s.xml", "http://cdn.example/b.xml"}));
    for (const Id id : ids) {
        const SitemapDesk::Task &task = desk.at(id);
        QCOMPARE(task.origin, Origin::Robots);
        QCOMPARE(task.step.from, QByteArray("http://b.example/robots.txt"));
        QCOMPARE(task.step.fromIp, QByteArray("192.0.2.7"));
        QVERIFY(task.asked);
    }
    QVERIFY(desk.at(ids[0]).credentials); // of the list
    QVERIFY(!desk.at(ids[1]).credentials);
    // One that somebody else named already is not read again.
    const Id third = *desk.ask("http://cdn.example/");
    QVERIFY(!desk.asked(third, {"http://cdn.example/b.xml"}));
    QVERIFY(desk.admit().empty());
}

void TestSitemapDesk::userNames()
{
    SitemapDesk desk(
        config({QStringLiteral("other.example/my.xml"), QStringLiteral("not a url ://"),
                QStringLiteral("http://a.example/s.xml?key=[redacted]"), QStringLiteral("http://other.example/my.xml")},
               false));
    QVERIFY(!desk.isIdle());
    const std::vector<Id> ids = desk.admit();
    QCOMPARE(urlsOf(desk, ids), QByteArrayList {"http://other.example/my.xml"});
    QCOMPARE(desk.at(ids[0]).origin, Origin::User);
    desk.drop(ids[0]);
    QVERIFY(desk.isIdle());
}

void TestSitemapDesk::indexesLeadOnce()
{
    SitemapDesk desk(config({QStringLiteral("http://a.example/index.xml")}));
    const Id index = desk.admit().front();
    desk.at(index).url = "http://www.a.example/index.xml"; // redirected
    desk.at(index).remoteIp = "192.0.2.1";
    desk.read(
        index,
        fileOf(SitemapKind::Index, {"http://a.example/1.xml", "http://a.example/index.xml", "http://a.example/2.xml"}));
    QVERIFY(desk.hasListed());
    QVERIFY(allListed(desk).isEmpty());
    const std::vector<Id> ids = desk.admit();
    QCOMPARE(urlsOf(desk, ids), (QByteArrayList {"http://a.example/1.xml", "http://a.example/2.xml"}));
    QCOMPARE(desk.at(ids[0]).origin, Origin::Index);
    QCOMPARE(desk.at(ids[0]).step.from, QByteArray("http://www.a.example/index.xml"));
    QCOMPARE(desk.at(ids[0]).step.fromIp, QByteArray("192.0.2.1"));
    desk.read(ids[0], fileOf(SitemapKind::Index, {"http://a.example/deeper.xml", "http://a.example/more.xml"}));
    desk.read(ids[1], fileOf(SitemapKind::UrlSet, {"http://a.example/p", "http://a.example/q"}));
    QCOMPARE(allListed(desk), (QByteArrayList {"http://a.example/p", "http://a.example/q"}));
    QVERIFY(desk.admit().empty());
    QVERIFY(desk.isIdle());
    QCOMPARE(desk.takeLeftOut(), quint64 {1});
    QCOMPARE(desk.takeLeftOut(), quint64 {0});
}

void TestSitemapDesk::judges_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorId>("error");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("complete");
    QTest::addColumn<Origin>("origin");
    QTest::addColumn<int>("redirects");
    QTest::addColumn<Next>("next");
    const auto row = [](const char *name, int status, ErrorId error, const QByteArray &body, bool complete,
                        Origin origin, int redirects, Next next) {
        QTest::newRow(name) << status << error << body << complete << origin << redirects << next;
    };
    row("whole", 200, ErrorId::None, "x", true, Origin::Usual, 0, Next::Read);
    row("empty", 200, ErrorId::None, "", true, Origin::Usual, 0, Next::Read);
    row("not kept", 200, ErrorId::None, "x", false, Origin::Index, 0, Next::Again);
    row("cut off", 200, ErrorId::TruncatedLength, "x", false, Origin::Index, 0, Next::Read);
    row("too large", 200, ErrorId::BodyTooLarge, "x", false, Origin::Index, 0, Next::Read);
    row("nothing came", 200, ErrorId::IdleTimeout, "", false, Origin::Index, 0, Next::Failed);
    row("tried and not there", 404, ErrorId::None, "x", true, Origin::Usual, 0, Next::Missing);
    row("tried and gone", 410, ErrorId::None, "x", true, Origin::Usual, 0, Next::Missing);
    row("named and not there", 404, ErrorId::None, "x", true, Origin::Robots, 0, Next::Failed);
    row("of the user and not there", 404, ErrorId::None, "x", true, Origin::User, 0, Next::Failed);
    row("forbidden", 403, ErrorId::None, "x", true, Origin::Usual, 0, Next::Failed);
    row("broken", 500, ErrorId::None, "x", true, Origin::Usual, 0, Next::Failed);
    row("no answer", 0, ErrorId::ConnectRefused, "", false, Origin::Usual, 0, Next::Failed);
    row("redirect", 301, ErrorId::None, "", true, Origin::Usual, 4, Next::Redirect);
    row("one too many", 301, ErrorId::None, "", true, Origin::Usual, 5, Next::Failed);
}

void TestSitemapDesk::judges()
{
    QFETCH(int, status);
    QFETCH(ErrorId, error);
    QFETCH(QByteArray, body);
    QFETCH(bool, complete);
    QFETCH(Origin, origin);
    QFETCH(int, redirects);
    QFETCH(Next, next);
    SitemapDesk::Task task;
    task.origin = origin;
    task.redirects = redirects;
    FetchResult result;
    result.status = static_cast<quint16>(status);
    result.error = error;
    result.body = body;
    result.bodyComplete = complete;
    result.wireBytes = body.size();
    QCOMPARE(SitemapDesk::judge(task, result), next);
    if (next == Next::Again) {
        task.alone = true;
        QCOMPARE(SitemapDesk::judge(task, result), Next::Read);
    }
}

void TestSitemapDesk::roomIsBounded()
{
    SitemapDesk desk(config());
    std::vector<Id> ids;
    for (int i = 0; i < 40; ++i) {
        const Id id = *desk.ask(QByteArray("http://h" + QByteArray::number(i) + ".example/"));
        desk.setState(id, State::Queued);
        if (desk.mayStart(desk.at(id), 0))
            desk.setState(id, State::Fetching);
        else
            desk.park(id);
        ids.push_back(id);
    }
    QCOMPARE(desk.inState(State::Fetching), quint64 {SitemapDesk::kMostAtOnce});
    QVERIFY(desk.wake(0, 0).empty());
    desk.setState(ids[0], State::Reading); // still holds its body
    QVERIFY(desk.wake(0, 0).empty());
    desk.drop(ids[0]);
    desk.drop(ids[1]);
    QVERIFY(desk.wake(0, SitemapDesk::kMostBuffered).empty());
    QCOMPARE(desk.wake(0, 0), (std::vector<Id> {ids[SitemapDesk::kMostAtOnce], ids[SitemapDesk::kMostAtOnce + 1]}));
    QVERIFY(!desk.mayStart(desk.at(ids[30]), SitemapDesk::kMostBuffered));
}

void TestSitemapDesk::whatDoesNotFitGoesAlone()
{
    SitemapDesk desk(config());
    const Id large = *desk.ask("http://a.example/");
    const Id other = *desk.ask("http://b.example/");
    const Id third = *desk.ask("http://c.example/");
    desk.setState(large, State::Fetching);
    desk.setState(other, State::Fetching);
    desk.at(large).alone = true;
    desk.park(large);
    QVERIFY(!desk.mayStart(desk.at(third), 0)); // or it would never be alone
    desk.park(third);
    QVERIFY(desk.wake(0, 0).empty());
    desk.drop(other);
    QCOMPARE(desk.wake(0, 0), std::vector<Id> {large});
    QVERIFY(desk.mayStart(desk.at(large), 0));
    desk.setState(large, State::Fetching);
    QVERIFY(!desk.mayStart(desk.at(third), 0));
    QVERIFY(desk.wake(0, 0).empty());
    desk.setState(large, State::Reading);
    QVERIFY(desk.wake(0, 0).empty());
    desk.drop(large);
    QCOMPARE(desk.wake(0, 0), std::vector<Id> {third});
}

void TestSitemapDesk::laterIsLater()
{
    SitemapDesk desk(config());
    const Id first = *desk.ask("http://a.example/");
    const Id second = *desk.ask("http://b.example/");
    desk.park(first, 5000);
    desk.park(second, 3000);
    QVERIFY(desk.wake(2999, 0).empty());
    QCOMPARE(desk.wake(3000, 0), std::vector<Id> {second});
    QVERIFY(!desk.isIdle());
    QCOMPARE(desk.wake(9000, 0), std::vector<Id> {first});
}

void TestSitemapDesk::slices()
{
    SitemapDesk desk(config({QStringLiteral("http://a.example/s.xml")}));
    QByteArrayList urls;
    for (int i = 0; i < 100; ++i)
        urls += "http://a.example/" + QByteArray::number(i);
    desk.read(desk.admit().front(), fileOf(SitemapKind::UrlSet, urls));
    QByteArrayList taken;
    for (int slice = 0; slice < 4; ++slice) {
        int steps = 30;
        while (const auto listed = desk.takeListed(&steps))
            taken += listed->url;
        QCOMPARE(taken.size(), std::min(qsizetype {100}, qsizetype {30} * (slice + 1)));
        QCOMPARE(desk.isIdle(), slice == 3);
    }
    QCOMPARE(taken, urls);
}

void TestSitemapDesk::whatLiesOutsideWaits()
{
    SitemapDesk desk(config());
    for (std::size_t i = 0; i < SitemapDesk::kMostKept; ++i)
        QVERIFY(desk.keep({"http://www.a.example/" + QByteArray::number(i), "http://a.example/s.xml", {}}));
    QVERIFY(!desk.keep({"http://www.a.example/x", {}, {}}));
    QVERIFY(desk.isIdle()); // nothing that the run would wait for
    QVERIFY(allListed(desk).isEmpty());
    desk.areaGrew();
    QVERIFY(!desk.isIdle());
    int steps = 3;
    QCOMPARE(desk.takeListed(&steps)->from, QByteArray("http://a.example/s.xml"));
    QCOMPARE(allListed(desk).size(), qsizetype {SitemapDesk::kMostKept} - 1);
    QVERIFY(desk.isIdle());
}

void TestSitemapDesk::tasksAreBounded()
{
    SitemapDesk desk(config({QStringLiteral("http://a.example/index.xml")}));
    QByteArrayList urls;
    for (int i = 0; i < 1500; ++i)
        urls += "http://a.example/" + QByteArray::number(i) + ".xml";
    desk.read(desk.admit().front(), fileOf(SitemapKind::Index, urls));
    QVERIFY(allListed(desk).isEmpty());
    const std::vector<Id> first = desk.admit();
    QCOMPARE(first.size(), SitemapDesk::kMostTasks);
    QVERIFY(desk.admit().empty());
    QVERIFY(!desk.isIdle());
    for (const Id id : first)
        desk.drop(id);
    QCOMPARE(desk.admit().size(), std::size_t {500});
}

QTEST_APPLESS_MAIN(TestSitemapDesk)
#include "tst_sitemapdesk.moc"
