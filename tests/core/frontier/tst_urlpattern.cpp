// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/urlpattern.h"

#include <QTest>

using namespace crawlscope;
using Fault = UrlPattern::Fault;

Q_DECLARE_METATYPE(crawlscope::UrlPattern::Fault)

class TestUrlPattern : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void patterns_data();
    void patterns();
    void dates_data();
    void dates();
    void sessions_data();
    void sessions();
    void faults_data();
    void faults();
    void lastSegments_data();
    void lastSegments();
    void bounded();
};

void TestUrlPattern::patterns_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("pattern");
    const auto row = [](const char *url, const char *pattern) {
        QTest::newRow(url) << QByteArray("http://e.org") + url << QByteArray("http://e.org") + pattern;
    };
    row("/", "/");
    row("/a/b/", "/a/b/");
    row("/product/123", "/product/{n}");
    row("/product/123.html", "/product/{n}.html");
    row("/page12/item-3b", "/page{n}/item-{n}b");
    row("/v1.20/x", "/v{n}.{n}/x");
    row("/u/550e8400-e29b-41d4-a716-446655440000", "/u/{uuid}");
    row("/u/550E8400-E29B-41D4-A716-44665544000g", "/u/{slug}");
    row("/c/deadbeef01", "/c/{hex}");
    row("/c/deadbeef", "/c/deadbeef");
    row("/c/deadbe0", "/c/deadbe{n}");
    row("/t/aZ09aZ09aZ09aZ09", "/t/{id}");
    row("/t/aZ09aZ09aZ09aZ0", "/t/aZ{n}aZ{n}aZ{n}aZ{n}");
    row("/t/longwordwithoutanydigit", "/t/longwordwithoutanydigit");
    row("/blog/how-to-make-tea.html", "/blog/{slug}.html");
    row("/blog/two-words", "/blog/two-words");
    row("/wiki/%E4%BD%A0%E5%A5%BD", "/wiki/{text}");
    row("/2024/05/01/tea", "/{date}/tea");
    row("/a//b", "/a//b");
    row("/a?", "/a");
    row("/a?b=1&a=2&b=3", "/a?a&b");
    row("/a?a=x&b", "/a?a&b");
    row("/a?ids[0]=1&ids[1]=2", "/a?ids[{n}]");
    row("/a;v=1/b", "/a;v/b");
    row("/.well-known/x", "/.well-known/x");
    row("/a.tar.gz2", "/a.tar.gz{n}");
    QTest::newRow("other origin") << QByteArray("https://e.org:8443/x/1") << QByteArray("https://e.org:8443/x/{n}");
    QTest::newRow("no path") << QByteArray("http://e.org") << QByteArray("http://e.org/");
}

void TestUrlPattern::patterns()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, pattern);
    const UrlPattern facts = UrlPattern::of(url);
    QCOMPARE(QByteArray::fromStdString(facts.text), pattern);
    QCOMPARE(facts.fault, Fault::None);
    QVERIFY(!facts.hasSession);
}

void TestUrlPattern::dates_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<bool>("isDate");
    const auto row = [](const char *url, const char *pattern, bool isDate) {
        QTest::newRow(url) << QByteArray("http://e.org") + url << QByteArray("http://e.org") + pattern << isDate;
    };
    row("/cal/2024/05", "/cal/{date}", true);
    row("/cal/2024/5/31/", "/cal/{date}/", true);
    row("/cal/2024/05/32", "/cal/{date}/{n}", false);
    row("/cal/2024/13", "/cal/{n}/{n}", false);
    row("/cal/0999/12", "/cal/{n}/{n}", false);
    row("/cal/2024", "/cal/{n}", false);
    row("/cal/2024-05", "/cal/{date}", true);
    row("/cal/2024-05-01.ics", "/cal/{date}.ics", true);
    row("/cal/2024_5_1", "/cal/{date}", true);
    row("/cal/2024-05-01T10:00", "/cal/{date}", true);
    row("/cal/2024-00-01", "/cal/{n}-{n}-{n}", false);
    row("/cal/20240501", "/cal/{date}", true);
    row("/cal/20249901", "/cal/{n}", false);
    row("/2024/05/01/photos", "/{date}/photos", true);
    row("/2024/05/01/how-to-make-tea", "/{date}/{slug}", false);
    row("/cal?year=2024&month=5", "/cal?month&year", true);
    row("/cal?Date=2024", "/cal?Date", true);
    row("/cal?from=2024-05-01", "/cal?from", true);
    row("/cal?month=may", "/cal?month", false);
    row("/cal?page=2024", "/cal?page", false);
}

void TestUrlPattern::dates()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, pattern);
    QFETCH(bool, isDate);
    const UrlPattern facts = UrlPattern::of(url);
    QCOMPARE(QByteArray::fromStdString(facts.text), pattern);
    QCOMPARE(facts.hasDate, isDate);
}

void TestUrlPattern::sessions_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("other"); // the same page in another session; empty: no session in `url`
    const auto row = [](const char *name, const char *url, const char *other) {
        QTest::newRow(name) << QByteArray(url) << QByteArray(other);
    };
    row("php", "http://e.org/a?PHPSESSID=abc&x=1", "http://e.org/a?PHPSESSID=def&x=1");
    row("behind", "http://e.org/a?x=1&sid=0123456789abcdef", "http://e.org/a?x=1&sid=1123456789abcdef");
    row("java", "http://e.org/a;jsessionid=1F.node1?x=1", "http://e.org/a;jsessionid=2?x=1");
    row("java among others", "http://e.org/a;v=2;jsessionid=1F/b", "http://e.org/a;v=2;JSESSIONID=2F/b");
    row("asp", "http://e.org/(S(abcdef))/a", "http://e.org/(S(ghijkl))/a");
    row("asp cookie", "http://e.org/a?ASPSESSIONIDQQ=X", "http://e.org/a?ASPSESSIONIDAB=Y");
    row("in a date", "http://e.org/2024;jsessionid=1/05/", "http://e.org/2024;jsessionid=2/05/");
    row("story id", "http://e.org/a?sid=12345", "");
    row("long story id", "http://e.org/a?sid=123456789", "");
    row("word", "http://e.org/a?session=morning", "");
    row("no value", "http://e.org/a?sid", "");
    row("nothing", "http://e.org/a?x=0123456789abcdef", "");
}

void TestUrlPattern::sessions()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, other);
    const UrlPattern facts = UrlPattern::of(url);
    QCOMPARE(facts.hasSession, !other.isEmpty());
    if (other.isEmpty())
        return;
    const UrlPattern same = UrlPattern::of(other);
    QVERIFY(same.hasSession);
    QCOMPARE(same.withoutSession, facts.withoutSession);
    const UrlPattern page = UrlPattern::of(QByteArray(url).replace("http://e.org/", "http://e.org/b/"));
    QVERIFY(page.withoutSession != facts.withoutSession);
    const UrlPattern host = UrlPattern::of(QByteArray(url).replace("e.org", "f.org"));
    QVERIFY(host.withoutSession != facts.withoutSession);
}

void TestUrlPattern::faults_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<Fault>("fault");
    const auto row = [](const char *name, const QByteArray &url, const QByteArray &pattern, Fault fault) {
        QTest::newRow(name) << "http://e.org" + url << "http://e.org" + pattern << fault;
    };
    row("pairs", "/a/b/a/b/a/b", "/\u2026/a/b/\u2026", Fault::RepeatingPath);
    row("pairs, longer", "/a/b/a/b/a/b/a/", "/\u2026/a/b/\u2026", Fault::RepeatingPath);
    row("pairs behind others", "/x/y/a/b/a/b/a/b/c", "/\u2026/a/b/\u2026", Fault::RepeatingPath);
    row("single", "/x/a/a/a", "/\u2026/a/\u2026", Fault::RepeatingPath);
    row("eight", "/1/2/3/4/5/6/7/h/1/2/3/4/5/6/7/h/1/2/3/4/5/6/7/h", "/\u2026/{n}/{n}/{n}/{n}/{n}/{n}/{n}/h/\u2026",
        Fault::RepeatingPath);
    row("words among others", "/a/x/a/y/z/a/q/a", "/\u2026/a/\u2026", Fault::RepeatingPath);
    row("twice", "/a/b/a/b/", "/a/b/a/b/", Fault::None);
    row("three among others", "/a/x/a/y/a/z", "/a/x/a/y/a/z", Fault::None);
    row("tiles", "/0/0/0/0.png", "/{n}/{n}/{n}/{n}.png", Fault::None);
    row("numbers", "/0/0/0/0/0/x", "/\u2026/{n}/\u2026", Fault::RepeatingPath);
    row("slashes", "/a/////b", "/a/////b", Fault::None);
    row("query", "/a?b=1&b=1&b=1", "/a?b", Fault::RepeatingQuery);
    row("query, twice", "/a?b=1&b=1&b=2", "/a?b", Fault::None);
    row("query without values", "/a?b&b&b", "/a?b", Fault::None);
    row("deep", "/1a/2b/3c/4d/5e/6f/7g", "/{n}a/{n}b/\u2026", Fault::DeepPath);
    row("as deep as may be", "/a/b/c/d/e/f", "/a/b/c/d/e/f", Fault::None);
}

void TestUrlPattern::faults()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, pattern);
    QFETCH(Fault, fault);
    const int most = fault == Fault::DeepPath || url.endsWith("/f") ? 6 : 32;
    const UrlPattern facts = UrlPattern::of(url, most);
    QCOMPARE(facts.fault, fault);
    QCOMPARE(QByteArray::fromStdString(facts.text), pattern);
}

void TestUrlPattern::lastSegments_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("last");
    QTest::newRow("three") << QByteArray("http://e.org/a/b/c1.html?y&x")
                           << QByteArray("http://e.org/\u2026/c{n}.html?x&y");
    QTest::newRow("folder") << QByteArray("http://e.org/a/b/c/") << QByteArray("http://e.org/\u2026/c");
    QTest::newRow("two") << QByteArray("http://e.org/a/b/") << QByteArray();
    QTest::newRow("slashes") << QByteArray("http://e.org///a") << QByteArray();
}

void TestUrlPattern::lastSegments()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, last);
    QCOMPARE(QByteArray::fromStdString(UrlPattern::of(url).lastSegment), last);
}

void TestUrlPattern::bounded()
{
    const QByteArray host = "http://e.org/";
    QByteArrayList urls {QByteArray(), "x", "http://", "http://" + QByteArray(8000, 'a') + "/a/b/c"};
    for (const QByteArray &rest :
         {QByteArray(8000, 'a'), QByteArray(8000, '/'), QByteArray(8000, ';'), QByteArray("ab/").repeated(2600),
          QByteArray("x;y=1/").repeated(1300), QByteArray('?' + QByteArray(8000, '&')),
          QByteArray('?' + QByteArray("ab=1&").repeated(1600)), QByteArray("a/b/" + QByteArray(8000, '1')),
          QByteArray("a/b/" + QByteArray("a1").repeated(4000)), QByteArray(8000, '%')})
        urls.append(host + rest);
    for (const QByteArray &url : urls) {
        for (const int most : {1, 2, 32, 100'000}) {
            const UrlPattern facts = UrlPattern::of(url, most);
            QVERIFY(facts.text.size() <= UrlPattern::kMaxBytes);
            QVERIFY(facts.lastSegment.size() <= UrlPattern::kMaxBytes);
        }
    }
}

QTEST_APPLESS_MAIN(TestUrlPattern)
#include "tst_urlpattern.moc"
