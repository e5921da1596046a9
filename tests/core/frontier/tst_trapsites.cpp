// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/pathpatterns.h"

#include <QSet>
#include <QTest>

#include <deque>
#include <functional>

using namespace crawlscope;
using Notices = std::vector<TrapNotice>;

namespace {

/// A page of a simulated site.
struct Page
{
    quint64 content = 0;
    QByteArrayList links; ///< absolute and normalised
};
using Site = std::function<Page(const QByteArray &path)>;

struct Outcome
{
    int fetched = 0;
    int refused = 0;
    Notices notices;
    [[nodiscard]] int told(TrapKind kind) const
    {
        return static_cast<int>(std::count_if(notices.begin(), notices.end(),
                                              [kind](const TrapNotice &notice) { return notice.kind == kind; }));
    }
};

const QByteArray kOrigin = "http://e.org";

/// Follows all links breadth first, as the crawl does, until there are none or `most` pages were fetched.
Outcome crawl(const Site &site, int most)
{
    struct Waiting
    {
        QByteArray url;
        PathPatterns::Id pattern = 0;
    };
    PathPatterns patterns;
    Outcome outcome;
    QSet<QByteArray> known {kOrigin + '/'};
    std::deque<Waiting> queue {{kOrigin + '/', patterns.admit(QByteArray(kOrigin + '/')).pattern}};
    for (; !queue.empty() && outcome.fetched < most; queue.pop_front()) {
        const Waiting waiting = queue.front();
        if (patterns.isStopped(waiting.pattern))
            continue;
        ++outcome.fetched;
        const Page page = site(waiting.url.sliced(kOrigin.size()));
        patterns.noteContent(waiting.pattern, page.content);
        for (const QByteArray &path : page.links) {
            const QByteArray url = kOrigin + path;
            if (known.contains(url))
                continue;
            known.insert(url);
            const auto admission = patterns.admit(url, waiting.pattern);
            if (admission.trap == TrapKind::None)
                queue.push_back({url, admission.pattern});
            else
                ++outcome.refused;
        }
    }
    outcome.notices = patterns.takeNotices();
    return outcome;
}

QByteArray number(int value)
{
    return QByteArray::number(value);
}

QByteArray twoDigits(int value)
{
    return value < 10 ? '0' + number(value) : number(value);
}

quint64 contentOf(const QByteArray &text)
{
    return qHash(text) | 1U;
}

/// The last number of a path.
int lastNumber(const QByteArray &path)
{
    qsizetype end = path.size();
    while (end > 0 && (path[end - 1] < '0' || path[end - 1] > '9'))
        --end;
    qsizetype begin = end;
    while (begin > 0 && path[begin - 1] >= '0' && path[begin - 1] <= '9')
        --begin;
    return path.sliced(begin, end - begin).toInt();
}

/// Every site has this many ordinary pages besides its trap.
constexpr int kOrdinary = 50;

QByteArrayList ordinaryLinks()
{
    QByteArrayList links;
    for (int i = 0; i < kOrdinary; ++i)
        links.append("/text/" + number(i));
    return links;
}

Page ordinary(const QByteArray &path)
{
    return {contentOf(path), ordinaryLinks()};
}

/// Months with their days, each linked to the next and the one before, without an end in either direction.
Page calendar(const QByteArray &path)
{
    Page page = ordinary(path);
    if (!path.startsWith("/cal/")) {
        page.links.append("/cal/2024/05");
        return page;
    }
    const QByteArrayList parts = path.split('/');
    const int month = parts[2].toInt() * 12 + parts[3].toInt() - 1;
    for (const int other : {month - 1, month, month + 1}) {
        const QByteArray text = "/cal/" + number(other / 12) + '/' + twoDigits(other % 12 + 1);
        page.links.append(text);
        for (int day = 1; day <= 28; ++day)
            page.links.append(text + '/' + twoDigits(day));
    }
    return page;
}

Page calendarInQuery(const QByteArray &path)
{
    Page page = ordinary(path);
    const int month = path.startsWith("/cal?") ? path.mid(path.indexOf("month=") + 6).split('&')[0].toInt()
            + 12 * path.mid(path.indexOf("year=") + 5).split('&')[0].toInt()
                                               : 24'293;
    for (const char *view : {"", "&view=list", "&view=week"}) {
        for (const int other : {month - 1, month + 1})
            page.links.append("/cal?month=" + number(other % 12) + "&year=" + number(other / 12) + view);
    }
    return page;
}

/// 200 pages; every answer writes another session id into its links.
Site sessions(const QByteArray &before, const QByteArray &after)
{
    return [before, after, session = 0](const QByteArray &path) mutable {
        ++session;
        Page page;
        const int at = lastNumber(path.split('=')[0].split(';')[0]);
        page.content = contentOf(number(at));
        for (int step = 1; step <= 10; ++step)
            page.links.append("/shop/" + number((at * 7 + step) % 200) + before + "c0ffee99" + number(session) + after);
        return page;
    };
}

/// A relative link that leads one folder deeper each time.
Page endlessDepth(const QByteArray &path)
{
    Page page = ordinary(path);
    if (path == "/")
        page.links.append("/docs/guide/");
    else if (!path.startsWith("/text/"))
        page.links.append({path + "docs/guide/", path + "next/"});
    return page;
}

/// The server shows the same ten pages below whatever folder, with relative links to all of them.
Page pathInfo(const QByteArray &path)
{
    Page page = ordinary(path);
    if (path.startsWith("/text/"))
        return page;
    static const QByteArrayList words {"about", "news",  "team", "jobs", "press",
                                       "help",  "terms", "shop", "blog", "faq"};
    if (path != "/")
        page.content = contentOf(path.split('/').value(path.count('/') - 1));
    for (const QByteArray &word : words)
        page.links.append(path + word + '/');
    return page;
}

Page endlessList(const QByteArray &path)
{
    if (!path.startsWith("/list"))
        return {contentOf(path), ordinaryLinks() + QByteArrayList {"/list?page=1"}};
    const int at = lastNumber(path);
    return {at <= 20 ? contentOf(path) : 99, {"/list?page=" + number(at + 1)}};
}

Page growingQuery(const QByteArray &path)
{
    Page page = ordinary(path);
    page.links.append(path + (path.contains('?') ? "&sort=up" : "?sort=up"));
    return page;
}

constexpr int kProducts = 100'000;

/// 100,000 products, each tenth sold out and then the same page; each links to others of its kind.
Page shop(const QByteArray &path)
{
    if (path == "/")
        return {1, {"/product/1"}};
    const int at = lastNumber(path);
    Page page {at % 10 == 3 ? 77 : contentOf(path), {}};
    for (const int other : {at * 2, at * 2 + 1}) {
        if (other <= kProducts)
            page.links.append("/product/" + number(other));
    }
    return page;
}

constexpr int kVersions = 8;

/// A tree of five levels with six children each in eight versions, whose pages are the same but for the second one's.
Page documentation(const QByteArray &path)
{
    static const QByteArrayList words {"install", "guide", "reference", "api", "tools", "index"};
    if (path == "/") {
        Page page {1, {}};
        for (int version = 0; version < kVersions; ++version)
            page.links.append("/docs/v" + number(version) + ".0/");
        return page;
    }
    const QByteArray below = path.sliced(path.indexOf('/', 6));
    Page page {contentOf(path.startsWith("/docs/v1") ? path : below), {}};
    if (below.count('/') <= 5) {
        // A folder has no child of its own name, as most have not.
        for (const QByteArray &word : words) {
            if (!below.contains(QByteArray('/' + word + '/')))
                page.links.append(path + word + '/');
        }
    }
    return page;
}

/// 25 years of days with a text each, found over a list of all months.
Page archive(const QByteArray &path)
{
    Page page {contentOf(path), {}};
    if (path == "/") {
        for (int month = 0; month < 300; ++month)
            page.links.append("/" + number(2000 + month / 12) + '/' + twoDigits(month % 12 + 1) + '/');
        return page;
    }
    if (path.count('/') == 3) {
        for (int day = 1; day <= 28; ++day)
            page.links.append(path + twoDigits(day) + '/');
    } else if (path.count('/') == 4 && path.endsWith('/')) {
        page.links.append({path + "a-text-about-tea", path + "photos"});
    }
    return page;
}

} // namespace

class TestTrapSites : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void trapsEnd_data();
    void trapsEnd();
    void goodSitesAreUntouched_data();
    void goodSitesAreUntouched();
};

Q_DECLARE_METATYPE(Site)
Q_DECLARE_METATYPE(crawlscope::TrapKind)

void TestTrapSites::trapsEnd_data()
{
    QTest::addColumn<Site>("site");
    QTest::addColumn<TrapKind>("kind");
    QTest::addColumn<int>("notices");
    QTest::addColumn<int>("atMost"); // pages until the end, the ordinary ones included
    const auto row = [](const char *name, const Site &site, TrapKind kind, int notices, int atMost) {
        QTest::newRow(name) << site << kind << notices << atMost;
    };
    row("calendar", calendar, TrapKind::Calendar, 1, 260);
    row("calendar in the query", calendarInQuery, TrapKind::Calendar, 2, 700);
    row("session in the query", sessions("?PHPSESSID=", ""), TrapKind::SessionId, 1, 260);
    row("session and other keys", sessions("?sid=", "&x=1"), TrapKind::SessionId, 1, 260);
    row("session in the path", sessions(";jsessionid=", ""), TrapKind::SessionId, 1, 260);
    row("endless depth", endlessDepth, TrapKind::RepeatingPath, -1, 200);
    row("path info", pathInfo, TrapKind::SameContent, 10, 1300);
    row("endless list", endlessList, TrapKind::SameContent, 1, 180);
    row("growing query", growingQuery, TrapKind::RepeatingQuery, -1, 200);
}

void TestTrapSites::trapsEnd()
{
    QFETCH(Site, site);
    QFETCH(TrapKind, kind);
    QFETCH(int, notices);
    QFETCH(int, atMost);
    const Outcome outcome = crawl(site, 20'000);
    qInfo("%d pages, %d URLs refused, %d notices", outcome.fetched, outcome.refused,
          static_cast<int>(outcome.notices.size()));
    QVERIFY2(outcome.fetched <= atMost, qPrintable(QString::number(outcome.fetched)));
    QVERIFY(outcome.fetched >= kOrdinary);
    QVERIFY(outcome.told(kind) >= 1);
    if (notices >= 0)
        QCOMPARE(outcome.told(kind), notices);
    QSet<QByteArray> told;
    for (const TrapNotice &notice : outcome.notices) {
        QVERIFY(!notice.examples.isEmpty());
        QVERIFY2(!told.contains(notice.pattern), notice.pattern.constData());
        told.insert(notice.pattern);
    }
}

void TestTrapSites::goodSitesAreUntouched_data()
{
    QTest::addColumn<Site>("site");
    QTest::addColumn<int>("pages");
    QTest::newRow("shop") << Site(shop) << kProducts + 1;
    int documents = 0; // 1, 6, 6*5, … without repeated words on the way down, five levels
    for (int level = 0, count = 1; level <= 5; count *= 6 - level, ++level)
        documents += count;
    QTest::newRow("documentation") << Site(documentation) << 1 + kVersions * documents;
    QTest::newRow("archive") << Site(archive) << 1 + 300 + 3 * 300 * 28;
}

void TestTrapSites::goodSitesAreUntouched()
{
    QFETCH(Site, site);
    QFETCH(int, pages);
    const Outcome outcome = crawl(site, 1'000'000);
    for (const TrapNotice &notice : outcome.notices)
        qInfo("%s: %s", trapKindName(notice.kind).data(), notice.pattern.constData());
    QCOMPARE(outcome.refused, 0);
    QCOMPARE(outcome.fetched, pages);
    QVERIFY(outcome.notices.empty());
}

QTEST_APPLESS_MAIN(TestTrapSites)
#include "tst_trapsites.moc"
