// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/urlnormalizer.h"

#include <QTest>

using namespace crawlscope;

/// What UrlNormalizer does beside normalising a line: references, origins, lines fit to be shown.
class TestUrlReferences : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void resolves_data();
    void resolves();
    void refusesReferences_data();
    void refusesReferences();
    void originAndHost_data();
    void originAndHost();
    void redacts_data();
    void redacts();
    void redactsHugeLines();
};

void TestUrlReferences::resolves_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("reference");
    QTest::addColumn<QByteArray>("url");
    const auto row = [](const char *reference, const char *url, const char *base = "http://a/b/c/d;p?q") {
        QTest::newRow(reference) << QByteArray(base) << QByteArray(reference) << QByteArray(url);
    };
    // RFC 3986 section 5.4, fragments dropped
    row("http:g", "http://a/b/c/g");
    row("g", "http://a/b/c/g");
    row("./g", "http://a/b/c/g");
    row("g/", "http://a/b/c/g/");
    row("/g", "http://a/g");
    row("//g", "http://g/");
    row("?y", "http://a/b/c/d;p?y");
    row("g?y", "http://a/b/c/g?y");
    row("#s", "http://a/b/c/d;p?q");
    row("g#s", "http://a/b/c/g");
    row(";x", "http://a/b/c/;x");
    row("", "http://a/b/c/d;p?q");
    row(".", "http://a/b/c/");
    row("./", "http://a/b/c/");
    row("..", "http://a/b/");
    row("../g", "http://a/b/g");
    row("../..", "http://a/");
    row("../../../g", "http://a/g");
    row("/./g", "http://a/g");
    row("g.", "http://a/b/c/g.");
    row("..g", "http://a/b/c/..g");
    row("./../g", "http://a/b/g");
    row("g;x=1/../y", "http://a/b/c/y");
    row("g?y/../x", "http://a/b/c/g?y/../x");
    // Beyond it
    row("HTTPS://B.example:443/x", "https://b.example/x");
    row("https:g", "https://g/");
    row("\\\\evil\\x", "http://evil/x");
    row("/\\evil", "http://evil/");
    row("\\g", "http://a/g");
    row(" /g\t", "http://a/g");
    row("/a b", "http://a/a%20b");
    row("/\xC3\xA9", "http://a/%C3%A9");
    row("/\xE9", "http://a/%E9");
    row("//u:p@g/", "http://g/");
    row("x", "https://a:444/x", "https://a:444/");
    row("//g/x", "https://g/x", "https://a:444/?q/r");
    row("x?/../y", "https://a/b/x?/../y", "https://a/b/c?d/e");
}

void TestUrlReferences::resolves()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, reference);
    QFETCH(QByteArray, url);
    const NormalizedUrl result = UrlNormalizer::resolve(base, reference);
    QCOMPARE(result.url, url);
    QCOMPARE(result.verdict, LineVerdict::Accepted);
}

void TestUrlReferences::refusesReferences_data()
{
    QTest::addColumn<QByteArray>("reference");
    QTest::addColumn<LineReason>("reason");
    const auto row = [](const char *reference, LineReason reason) {
        QTest::newRow(reference) << QByteArray(reference) << reason;
    };
    row("file:///etc/passwd", LineReason::SchemeNotAllowed);
    row("javascript:x", LineReason::SchemeNotAllowed);
    row("localhost:8080", LineReason::SchemeNotAllowed);
    row("http://", LineReason::EmptyHost);
    row("//", LineReason::EmptyHost);
    row("//a b/", LineReason::BadHost);
    row("//a:99999/", LineReason::BadPort);
    row("/a\x01"
        "b",
        LineReason::ControlCharacter);
    row("//h\xFF/", LineReason::BadHost);
}

void TestUrlReferences::refusesReferences()
{
    QFETCH(QByteArray, reference);
    QFETCH(LineReason, reason);
    const NormalizedUrl plain = UrlNormalizer::resolve("http://a/b", reference);
    QVERIFY(!plain.valid());
    QCOMPARE(plain.reason, reason);
}

void TestUrlReferences::originAndHost_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("key");
    const auto row = [](const char *url, const char *origin, const char *host, const char *key) {
        QTest::newRow(url) << QByteArray(url) << QByteArray(origin) << QByteArray(host) << QByteArray(key);
    };
    row("http://example.org/a:b", "http://example.org:80", "example.org", "example.org:80");
    row("https://example.org/", "https://example.org:443", "example.org", "example.org:443");
    row("https://example.org:8443/", "https://example.org:8443", "example.org", "example.org:8443");
    row("http://[::1]/", "http://[::1]:80", "[::1]", "[::1]:80");
    row("http://[::1]:81/", "http://[::1]:81", "[::1]", "[::1]:81");
}

void TestUrlReferences::originAndHost()
{
    QFETCH(QByteArray, url);
    QTEST(UrlNormalizer::origin(url), "origin");
    QTEST(UrlNormalizer::host(url).toByteArray(), "host");
    QTEST(UrlNormalizer::hostKey(url), "key");
}

void TestUrlReferences::redacts_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char *line, const char *shown) {
        QTest::newRow(line) << QByteArray(line) << QByteArray(shown);
    };
    row("http://exa mple.org/x", "http://exa mple.org/x");
    row("http://user:canary@exa mple.org/x", "http://exa mple.org/x");
    row("http://user:can/ary@example.org/", "http://example.org/");
    row("http://user:can?ary@example.org:99999/", "http://example.org:99999/");
    row("http://user:canary%40example.org/", "http://example.org/");
    row("http://user:canary\xEF\xBC\xA0"
        "example.org/",
        "http://example.org/");
    row("user:canary@example/", "example/");
    row("ftp://user:canary@example.org/", "ftp://example.org/");
    row("http:user:canary@exa mple/", "http:exa mple/");
    row("//user:canary@exa mple/", "//exa mple/");
    row("ht\ttp://us\ter:canary@exa mple/", "http://exa mple/");
    row("\"http://user:canary@example.org/\"", "example.org/\"");
    row("mailto:someone@example.org", "mailto:example.org");
    row("javascript:alert(1)", "javascript:alert(1)");
    row("http://user:canary@h/\xFF", "http://h/\xEF\xBF\xBD");
    row("http://example.org:99999/@name", "http://name");
    row("http://exa mple.org/@name", "http://exa mple.org/@name");
}

void TestUrlReferences::redacts()
{
    QFETCH(QByteArray, line);
    QTEST(UrlNormalizer::redacted(line), "shown");
}

void TestUrlReferences::redactsHugeLines()
{
    const QByteArray huge(200'000, 'x');
    QCOMPARE(UrlNormalizer::redacted(QByteArray("http://user:canary" + huge + "@example.org/")), QByteArray("http://"));
    QCOMPARE(UrlNormalizer::redacted(QByteArray("http://example.org/" + huge)),
             QByteArray("http://example.org/" + huge.first(493)));
    QCOMPARE(UrlNormalizer::redacted(QByteArray("\xC3\xA9").repeated(300), 5), QByteArray("\xC3\xA9\xC3\xA9"));
}

QTEST_GUILESS_MAIN(TestUrlReferences)
#include "tst_urlreferences.moc"
