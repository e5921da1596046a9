// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/cookiejar.h"

#include <QTest>
#include <QUrl>

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;

namespace {
const QUrl kSite(u"http://www.example.org/a/b"_s);

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
    void replacesAndDeletes();
    void fiftyADomain();
    void fullDomainReplacesInPlace();
    void threeThousandInAll();
    void tooLargeIsRefused();
    void headerIsBounded();
    void garbage_data();
    void garbage();
};

void TestCookieJar::keepsAndSends()
{
    CookieJar jar;
    QCOMPARE(jar.headerFor(kSite), QByteArray());
    jar.store("session=abc; Path=/; HttpOnly", kSite);
    QCOMPARE(jar.headerFor(kSite), QByteArray("session=abc"));
    jar.store("theme=dark; Path=/\nlang=en; Path=/", kSite); // Qt joins repeated headers by line feeds
    QCOMPARE(jar.count(), 3);
    const QByteArrayList sent = jar.headerFor(kSite).split(';');
    QCOMPARE(sent.size(), 3);
    QVERIFY(jar.headerFor(kSite).contains("theme=dark"));
    QVERIFY(jar.headerFor(kSite).contains("; "));
}

void TestCookieJar::scope_data()
{
    QTest::addColumn<QByteArray>("setCookie");
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<bool>("sent");
    const auto row = [](const char *name, const char *cookie, const QString &url, bool sent) {
        QTest::newRow(name) << QByteArray(cookie) << QUrl(url) << sent;
    };
    row("same host", "a=1; Path=/", u"http://www.example.org/x"_s, true);
    row("other port", "a=1; Path=/", u"http://www.example.org:8080/"_s, true);
    row("other host", "a=1; Path=/", u"http://example.com/"_s, false);
    row("sibling, host only", "a=1; Path=/", u"http://img.example.org/"_s, false);
    row("sibling, domain", "a=1; Path=/; Domain=example.org", u"http://img.example.org/"_s, true);
    row("foreign domain is refused", "a=1; Path=/; Domain=example.com", u"http://example.com/"_s, false);
    row("top level is refused", "a=1; Path=/; Domain=org", u"http://other.org/"_s, false);
    row("path", "a=1; Path=/a", u"http://www.example.org/a/c"_s, true);
    row("other path", "a=1; Path=/a", u"http://www.example.org/b"_s, false);
    row("secure over http", "a=1; Path=/; Secure", u"http://www.example.org/"_s, false);
    row("control byte in the value", "a=1\x01; Path=/", u"http://www.example.org/"_s, false);
    row("DEL in the name", "a\x7F=1; Path=/", u"http://www.example.org/"_s, false);
    row("expired", "a=1; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT", u"http://www.example.org/"_s, false);
}

void TestCookieJar::scope()
{
    QFETCH(QByteArray, setCookie);
    QFETCH(QUrl, url);
    QFETCH(bool, sent);
    CookieJar jar;
    jar.store(setCookie, kSite);
    QCOMPARE(jar.headerFor(url), sent ? QByteArray("a=1") : QByteArray());
}

void TestCookieJar::replacesAndDeletes()
{
    CookieJar jar;
    jar.store("a=1; Path=/", kSite);
    jar.store("a=2; Path=/", kSite);
    QCOMPARE(jar.headerFor(kSite), QByteArray("a=2"));
    jar.store("a=; Path=/; Max-Age=0", kSite);
    QCOMPARE(jar.headerFor(kSite), QByteArray());
    QCOMPARE(jar.count(), 0);
}

void TestCookieJar::fiftyADomain()
{
    CookieJar jar;
    for (int i = 0; i < 60; ++i)
        jar.store(numbered(i), kSite);
    QCOMPARE(jar.count(), CookieJar::kMaxPerDomain);
    const QByteArray header = "; " + jar.headerFor(kSite) + ";";
    QVERIFY(!header.contains(" n9=")); // the oldest made room
    QVERIFY(header.contains(" n10="));
    QVERIFY(header.contains(" n59="));
    jar.store("other=1", QUrl(u"http://other.example/"_s)); // another domain has room of its own
    QCOMPARE(jar.count(), CookieJar::kMaxPerDomain + 1);
}

void TestCookieJar::fullDomainReplacesInPlace()
{
    CookieJar jar;
    for (int i = 0; i < CookieJar::kMaxPerDomain; ++i)
        jar.store(numbered(i), kSite);
    jar.store(numbered(30, "=new"), kSite);
    QCOMPARE(jar.count(), CookieJar::kMaxPerDomain); // none was thrown out for it
    jar.store(numbered(77, "=x; Max-Age=0"), kSite); // deletes nothing that is there
    QCOMPARE(jar.count(), CookieJar::kMaxPerDomain);
    jar.store(numbered(30, "=x; Max-Age=0"), kSite);
    QCOMPARE(jar.count(), CookieJar::kMaxPerDomain - 1);
}

void TestCookieJar::threeThousandInAll()
{
    CookieJar jar;
    for (int i = 0; i < 3100; ++i) {
        const QUrl url(u"http://h%1.example/"_s.arg(i / 40));
        jar.store(numbered(i), url);
        QVERIFY(jar.count() <= CookieJar::kMaxTotal);
    }
    QCOMPARE(jar.count(), CookieJar::kMaxTotal);
    QVERIFY(jar.headerFor(QUrl(u"http://h77.example/"_s)).contains("n3099=v"));
    QCOMPARE(jar.headerFor(QUrl(u"http://h0.example/"_s)), QByteArray());
}

void TestCookieJar::tooLargeIsRefused()
{
    CookieJar jar;
    jar.store("big=" + QByteArray(CookieJar::kMaxBytes, 'x'), kSite);
    QCOMPARE(jar.count(), 0);
    jar.store("big=" + QByteArray(CookieJar::kMaxBytes - 3, 'x'), kSite); // 4,096 with the name
    QCOMPARE(jar.count(), 1);
}

void TestCookieJar::headerIsBounded()
{
    CookieJar jar;
    for (int i = 0; i < 20; ++i)
        jar.store("n" + QByteArray::number(i) + "=" + QByteArray(4000, 'x'), kSite);
    QCOMPARE(jar.count(), 20);
    const QByteArray header = jar.headerFor(kSite);
    QVERIFY(header.size() <= CookieJar::kMaxHeaderBytes);
    QCOMPARE(header.split(';').size(), 4);
}

void TestCookieJar::garbage_data()
{
    QTest::addColumn<QByteArray>("setCookie");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("semicolons") << QByteArray(5000, ';');
    QTest::newRow("no name") << QByteArray("=value");
    QTest::newRow("bytes") << QByteArray("\xff\xfe\0\x01=\x80", 7);
    QTest::newRow("line feeds") << QByteArray(1000, '\n');
}

void TestCookieJar::garbage()
{
    QFETCH(QByteArray, setCookie);
    CookieJar jar;
    jar.store(setCookie, kSite);
    const QByteArray header = jar.headerFor(kSite);
    QVERIFY(!header.contains('\n') && !header.contains('\r')); // nothing that would end the header
    QVERIFY(jar.count() <= CookieJar::kMaxPerDomain);
}

QTEST_GUILESS_MAIN(TestCookieJar)
#include "tst_cookiejar.moc"
