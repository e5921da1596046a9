// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/cookiejar.h"

#include <QTest>

using namespace crawlscope;

namespace {

const QByteArray kSite("http://www.example.org/a/b");

QByteArray numbered(int i, const char *rest = "=v")
{
    return "n" + QByteArray::number(i) + rest;
}

} // namespace

class TestCookieJar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsAndSends();
    void scope_data();
    void scope();
    void domains_data();
    void domains();
    void paths_data();
    void paths();
    void secure_data();
    void secure();
    void secureIsLeftAlone();
    void lifetimes_data();
    void lifetimes();
    void expiresLater();
    void order();
    void replacesAndDeletes();
};

void TestCookieJar::keepsAndSends()
{
    CookieJar jar;
    QCOMPARE(jar.headerFor(kSite), QByteArray());
    jar.store("session=abc; Path=/; HttpOnly", kSite);
    QCOMPARE(jar.headerFor(kSite), QByteArray("session=abc"));
    jar.store("theme=\"dark\"; Path=/\nlang=en; Path=/\n\n", kSite); // Qt joins repeated headers by line feeds
    QCOMPARE(jar.count(), 3);
    QCOMPARE(jar.headerFor(kSite), QByteArray("session=abc; theme=\"dark\"; lang=en"));
}

void TestCookieJar::scope_data()
{
    QTest::addColumn<QByteArray>("setCookie");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("sent");
    const auto row = [](const char *name, const char *cookie, const char *url, bool sent) {
        QTest::newRow(name) << QByteArray(cookie) << QByteArray(url) << sent;
    };
    row("same host", "a=1; Path=/", "http://www.example.org/x", true);
    row("other port", "a=1; Path=/", "http://www.example.org:8080/", true);
    row("https", "a=1; Path=/", "https://www.example.org/", true);
    row("other host", "a=1; Path=/", "http://example.com/", false);
    row("sibling, host only", "a=1; Path=/", "http://img.example.org/", false);
    row("below, host only", "a=1; Path=/", "http://a.www.example.org/", false);
    row("above, host only", "a=1; Path=/", "http://example.org/", false);
    row("sibling, domain", "a=1; Path=/; Domain=example.org", "http://img.example.org/", true);
    row("above, domain", "a=1; Path=/; Domain=.Example.ORG", "http://example.org/", true);
    row("below, domain", "a=1; Path=/; Domain=www.example.org", "http://a.b.www.example.org/", true);
    row("beside, domain", "a=1; Path=/; Domain=www.example.org", "http://xwww.example.org/", false);
    row("foreign domain is refused", "a=1; Path=/; Domain=example.com", "http://example.com/", false);
    row("empty domain: host only", "a=1; Path=/; Domain=", "http://img.example.org/", false);
    row("path", "a=1; Path=/a", "http://www.example.org/a/c", true);
    row("other path", "a=1; Path=/a", "http://www.example.org/b", false);
    row("query", "a=1; Path=/a", "http://www.example.org/a?/b", true);
    row("path in the query", "a=1; Path=/a", "http://www.example.org/?/a", false);
}

void TestCookieJar::scope()
{
    QFETCH(QByteArray, setCookie);
    QFETCH(QByteArray, url);
    QFETCH(bool, sent);
    CookieJar jar;
    jar.store(setCookie, kSite);
    QCOMPARE(jar.headerFor(url), sent ? QByteArray("a=1") : QByteArray());
}

void TestCookieJar::domains_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("domain");
    QTest::addColumn<bool>("kept");
    QTest::addColumn<QByteArray>("below"); // URL that gets it only where the cookie is not for the host alone
    const auto row = [](const char *url, const char *domain, bool kept, const char *below = "") {
        QTest::addRow("%s for %s", domain, url) << QByteArray(url) << QByteArray(domain) << kept << QByteArray(below);
    };
    row("http://www.example.com/", "com", false);
    row("http://www.example.com/", ".com", false);
    row("http://www.example.com/", "example.com", true, "http://x.example.com/");
    row("http://www.example.co.uk/", "co.uk", false);
    row("http://www.example.co.uk/", "uk", false);
    row("http://www.example.co.uk/", "example.co.uk", true, "http://example.co.uk/");
    row("http://me.github.io/", "github.io", false);
    row("http://github.io/", "github.io", true); // the suffix itself: for that host alone
    row("http://b.c.kobe.jp/", "c.kobe.jp", false);
    row("http://www.city.kobe.jp/", "city.kobe.jp", true, "http://x.city.kobe.jp/");
    row("http://www.example.com/", "www.example.com.", false);
    row("http://www.example.com/", "ww.example.com", false);
    row("http://www.example.com/", "w.example.com", false);
    row("http://www.example.com/", "a.www.example.com", false);
    row("http://www.example.com/", "ple.com", false);
    row("http://127.0.0.1/", "127.0.0.1", true);
    row("http://127.0.0.1/", "0.0.1", false);
    row("http://127.0.0.1/", "1", false);
    row("http://127.0.0.1/", ".127.0.0.1", true);
    row("http://[::1]/", "[::1]", true);
    row("http://[::1]/", "1]", false);
    row("http://localhost/", "localhost", true);
    row("http://a.localhost/", "localhost", false);
    row("http://intranet/", "intranet", true);
    row("http://www.xn--85x722f.xn--55qx5d.cn/", "xn--55qx5d.cn", false);
    row("http://www.xn--85x722f.xn--55qx5d.cn/", "\xe5\x85\xac\xe5\x8f\xb8.cn", false); // the same in Chinese
    row("http://www.xn--bcher-kva.example/",
        "b\xc3\xbc"
        "cher.example",
        true, "http://x.xn--bcher-kva.example/");
    row("http://www.xn--bcher-kva.example/",
        "B\xc3\x9c"
        "CHER.EXAMPLE",
        true, "http://xn--bcher-kva.example/");
    row("http://www.example.com/", "\xff\xff", false);
}

void TestCookieJar::domains()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, domain);
    QFETCH(bool, kept);
    QFETCH(QByteArray, below);
    CookieJar jar;
    jar.store("a=1; Path=/; Domain=" + domain, url);
    QCOMPARE(jar.count(), kept ? 1 : 0);
    QCOMPARE(jar.headerFor(url), kept ? QByteArray("a=1") : QByteArray());
    if (!below.isEmpty())
        QCOMPARE(jar.headerFor(below), QByteArray("a=1"));
    const QByteArray deeper = "http://x." + url.sliced(7);
    if (kept && below.isEmpty())
        QCOMPARE(jar.headerFor(deeper), QByteArray());
}

/// RFC 6265 section 5.1.4.
void TestCookieJar::paths_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("path"); // empty: none given
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<bool>("sent");
    const auto row = [](const char *from, const char *path, const char *to, bool sent) {
        QTest::addRow("%s, %s, %s", from, path, to) << QByteArray(from) << QByteArray(path) << QByteArray(to) << sent;
    };
    row("/", "", "/x", true);
    row("/a", "", "/x", true);
    row("/a/b", "", "/a", true);
    row("/a/b", "", "/a/", true);
    row("/a/b", "", "/a/x/y", true);
    row("/a/b", "", "/ab", false);
    row("/a/b", "", "/", false);
    row("/a/", "", "/a", true);
    row("/a/b/c?d=/e/f", "", "/a/b", true);
    row("/a/b", "x", "/a/x", true); // not absolute: the default
    row("/", "/a/", "/a", false);
    row("/", "/a/", "/a/", true);
    row("/", "/a/", "/a/b", true);
    row("/", "/a", "/A", false);
    row("/", "/%61", "/a", false); // compared as written
    row("/x", "/elsewhere", "/elsewhere/y", true); // a path is no protection, and none is claimed
}

void TestCookieJar::paths()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, to);
    QFETCH(bool, sent);
    CookieJar jar;
    jar.store(path.isEmpty() ? QByteArray("a=1") : "a=1; Path=" + path, QByteArray("http://example.org" + from));
    QCOMPARE(jar.count(), 1);
    QCOMPARE(jar.headerFor(QByteArray("http://example.org" + to)), sent ? QByteArray("a=1") : QByteArray());
}

void TestCookieJar::secure_data()
{
    QTest::addColumn<QByteArray>("setCookie");
    QTest::addColumn<bool>("overHttp"); // kept when it comes over http
    QTest::addColumn<bool>("overHttps");
    const auto row = [](const char *setCookie, bool overHttp, bool overHttps) {
        QTest::newRow(setCookie) << QByteArray(setCookie) << overHttp << overHttps;
    };
    row("a=1", true, true);
    row("a=1; Secure", false, true);
    row("__Secure-a=1", false, false);
    row("__Secure-a=1; Secure", false, true);
    row("__secure-a=1", false, false);
    row("__Secure-a=1; Secure; Domain=example.org", false, true);
    row("__Host-a=1", false, false);
    row("__Host-a=1; Secure", false, false); // the default path is not asked for
    row("__Host-a=1; Secure; Path=/", false, true);
    row("__HOST-a=1; Path=/", false, false);
    row("__Host-a=1; Secure; Path=/a", false, false);
    row("__Host-a=1; Secure; Path=/; Domain=example.org", false, false);
    row("__Host-a=1; Secure; Path=/; Domain=www.example.org", false, false);
    row("__Hosta=1", true, true);
}

void TestCookieJar::secure()
{
    QFETCH(QByteArray, setCookie);
    QFETCH(bool, overHttp);
    QFETCH(bool, overHttps);
    CookieJar plain;
    plain.store(setCookie, "http://www.example.org/");
    QCOMPARE(plain.count(), overHttp ? 1 : 0);
    CookieJar tls;
    tls.store(setCookie, "https://www.example.org/");
    QCOMPARE(tls.count(), overHttps ? 1 : 0);
    QCOMPARE(tls.headerFor("https://www.example.org/").isEmpty(), !overHttps);
    QCOMPARE(tls.headerFor("http://www.example.org/").isEmpty(), !overHttp);
}

void TestCookieJar::secureIsLeftAlone()
{
    const QByteArray plain("http://www.example.org/login/x");
    const QByteArray tls("https://www.example.org/login/x");
    CookieJar jar;
    jar.store("id=tls; Secure; Path=/login; Domain=example.org", tls);
    jar.store("id=plain; Path=/login; Domain=example.org", plain);
    jar.store("id=plain; Path=/login", plain);
    jar.store("id=plain; Path=/login/x; Domain=www.example.org", plain);
    jar.store("id=; Max-Age=0; Path=/login; Domain=example.org", plain);
    QCOMPARE(jar.headerFor(tls), QByteArray("id=tls"));
    jar.store("id=root; Path=/", plain); // hides nothing
    jar.store("other=1; Path=/login", plain);
    QCOMPARE(jar.headerFor(tls), QByteArray("id=tls; other=1; id=root"));
    jar.store("id=; Max-Age=0; Path=/login; Domain=example.org", tls);
    QCOMPARE(jar.headerFor(tls), QByteArray("other=1; id=root"));
}

void TestCookieJar::lifetimes_data()
{
    QTest::addColumn<QByteArray>("attributes");
    QTest::addColumn<qint64>("seconds"); // 0: not kept; -1: as long as the run
    const auto row = [](const char *attributes, qint64 seconds) {
        QTest::newRow(attributes) << QByteArray(attributes) << seconds;
    };
    const qint64 longest = CookieJar::kMaxAgeSeconds;
    row("", -1);
    row("Max-Age=60", 60);
    row("Max-Age=0", 0);
    row("Max-Age=-5", 0);
    row("Max-Age=x", -1);
    row("Max-Age=9999999999999999999", longest);
    row("Expires=Sun, 06 Nov 1994 08:50:37 GMT", 60); // the clock stands at 08:49:37
    row("Expires=Sun, 06 Nov 1994 08:49:37 GMT", 0);
    row("Expires=Thu, 01 Jan 1970 00:00:00 GMT", 0);
    row("Expires=Mon, 01 Jan 1601 00:00:00 GMT", 0);
    row("Expires=Fri, 31 Dec 9999 23:59:59 GMT", longest);
    row("Expires=some day", -1);
    row("Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=60", 60); // Max-Age comes first
    row("Max-Age=0; Expires=Fri, 31 Dec 9999 23:59:59 GMT", 0);
    row("Max-Age=60; Max-Age=x", 60);
    row("Expires=Sun, 06 Nov 1994 08:50:37 GMT; Expires=x", 60);
}

void TestCookieJar::lifetimes()
{
    QFETCH(QByteArray, attributes);
    QFETCH(qint64, seconds);
    qint64 now = 784'111'777;
    CookieJar jar([&now] { return now; });
    jar.store("other=1; Max-Age=5; Path=/", kSite);
    jar.store("a=1; Path=/;" + attributes, kSite);
    const auto sent = [&jar] { return jar.headerFor(kSite).contains("a=1"); };
    QCOMPARE(sent(), seconds != 0);
    if (seconds == 0)
        return;
    now += seconds > 0 ? seconds - 1 : 10LL * 365 * 86'400;
    QVERIFY(sent());
    QCOMPARE(jar.count(), 1); // the other is gone
    now += 1;
    QCOMPARE(sent(), seconds < 0);
    QCOMPARE(jar.count(), seconds < 0 ? 1 : 0);
}

void TestCookieJar::expiresLater()
{
    qint64 now = 1'000'000;
    CookieJar jar([&now] { return now; });
    for (int i = 1; i <= 40; ++i)
        jar.store(numbered(i, "=v; Max-Age=") + QByteArray::number(i), kSite);
    for (int i = 1; i <= 40; ++i) {
        QCOMPARE(jar.headerFor(kSite).split(';').size(), 41 - i);
        now += 1;
    }
    QCOMPARE(jar.headerFor(kSite), QByteArray());
    QCOMPARE(jar.count(), 0);
    jar.store("a=1; Max-Age=5", kSite);
    QCOMPARE(jar.headerFor(kSite), QByteArray("a=1"));
}

void TestCookieJar::order()
{
    CookieJar jar;
    jar.store("root=1; Path=/\ndeep=1; Path=/a/b\nmiddle=1; Path=/a\nroot2=1; Path=/; Domain=example.org\n"
              "deep2=1; Path=/a/b",
              kSite);
    const QByteArray expected("deep=1; deep2=1; middle=1; root=1; root2=1");
    QCOMPARE(jar.headerFor(kSite), expected);
    jar.store("root=1; Path=/", kSite); // written again, it keeps its place
    QCOMPARE(jar.headerFor(kSite), expected);
    jar.store("deep=; Path=/a/b; Max-Age=0", kSite);
    jar.store("deep=1; Path=/a/b", kSite); // deleted and made anew, it does not
    QCOMPARE(jar.headerFor(kSite), QByteArray("deep2=1; deep=1; middle=1; root=1; root2=1"));
}

void TestCookieJar::replacesAndDeletes()
{
    CookieJar jar;
    jar.store("a=1; Path=/", kSite);
    jar.store("a=2; Path=/", kSite);
    QCOMPARE(jar.headerFor(kSite), QByteArray("a=2"));
    jar.store("a=3; Path=/; Domain=www.example.org", kSite); // not for the host alone: another one
    jar.store("A=4; Path=/", kSite);
    QCOMPARE(jar.headerFor(kSite), QByteArray("a=2; a=3; A=4"));
    jar.store("a=; Path=/; Max-Age=0", kSite);
    QCOMPARE(jar.headerFor(kSite), QByteArray("a=3; A=4"));
    jar.store("a=; Path=/; Domain=www.example.org; Expires=Thu, 01 Jan 1970 00:00:00 GMT\nA=; Path=/; Max-Age=-1",
              kSite);
    QCOMPARE(jar.headerFor(kSite), QByteArray());
    QCOMPARE(jar.count(), 0);
}

QTEST_GUILESS_MAIN(TestCookieJar)
#include "tst_cookiejar.moc"
