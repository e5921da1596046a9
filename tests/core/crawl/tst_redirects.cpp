// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/redirects.h"

#include <QTest>

using namespace crawlscope;

class TestRedirects : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void statuses_data();
    void statuses();
    void targets_data();
    void targets();
    void refused_data();
    void refused();
    void methods_data();
    void methods();
    void origins_data();
    void origins();
};

void TestRedirects::statuses_data()
{
    QTest::addColumn<quint16>("status");
    QTest::addColumn<bool>("redirect");
    for (const quint16 status : std::initializer_list<quint16> {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status << true;
    for (const quint16 status : std::initializer_list<quint16> {0, 200, 201, 300, 304, 305, 306, 309, 400, 404})
        QTest::addRow("%d", status) << status << false;
}

void TestRedirects::statuses()
{
    QFETCH(quint16, status);
    QFETCH(bool, redirect);
    QCOMPARE(Redirects::isRedirect(status), redirect);
}

void TestRedirects::targets_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QByteArray>("url");
    const auto row = [](const char *name, const char *location, const char *url) {
        QTest::newRow(name) << QByteArray(location) << QByteArray(url);
    };
    row("absolute", "http://other.example/x", "http://other.example/x");
    row("path", "/c?d=1", "http://example.org/c?d=1");
    row("relative", "c", "http://example.org/a/c");
    row("up", "../c", "http://example.org/c");
    row("query", "?q", "http://example.org/a/b?q");
    row("other host, same scheme", "//cdn.example/x", "http://cdn.example/x");
    row("fragment is dropped", "/c#top", "http://example.org/c");
    row("only a fragment", "#top", "http://example.org/a/b?x=1");
    row("upper case", "HTTP://EXAMPLE.ORG/C", "http://example.org/C");
    row("default port", "http://example.org:80/c", "http://example.org/c");
    row("spaces at the ends", "  /c  ", "http://example.org/c");
    row("space inside", "/a b", "http://example.org/a%20b");
    row("userinfo is dropped", "http://user:pw@example.org/c", "http://example.org/c");
    row("to https", "https://example.org/", "https://example.org/");
}

void TestRedirects::targets()
{
    QFETCH(QByteArray, location);
    QFETCH(QByteArray, url);
    const auto target = Redirects::follow("http://example.org/a/b?x=1", "GET", 302, location);
    QCOMPARE(target.error, ErrorId::None);
    QCOMPARE(target.errorDetail, QByteArray());
    QCOMPARE(target.url, url);
    QCOMPARE(target.method, QByteArray("GET"));
    QVERIFY(!target.leavesHttps);
}

void TestRedirects::refused_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<ErrorId>("error");
    QTest::newRow("none") << QByteArray() << ErrorId::RedirectBadLocation;
    QTest::newRow("blank") << QByteArray("  \t") << ErrorId::RedirectBadLocation;
    QTest::newRow("no host") << QByteArray("http://") << ErrorId::RedirectBadLocation;
    QTest::newRow("bad port") << QByteArray("http://example.org:99999/") << ErrorId::RedirectBadLocation;
    QTest::newRow("bad address") << QByteArray("http://[::1/") << ErrorId::RedirectBadLocation;
    QTest::newRow("too long") << "/" + QByteArray(20'000, 'x') << ErrorId::RedirectBadLocation;
    QTest::newRow("file") << QByteArray("file:///etc/passwd") << ErrorId::RedirectDenied;
    QTest::newRow("javascript") << QByteArray("javascript:alert(1)") << ErrorId::RedirectDenied;
    QTest::newRow("data") << QByteArray("data:text/html,x") << ErrorId::RedirectDenied;
    QTest::newRow("ftp") << QByteArray("ftp://example.org/") << ErrorId::RedirectDenied;
}

void TestRedirects::refused()
{
    QFETCH(QByteArray, location);
    QFETCH(ErrorId, error);
    const auto target = Redirects::follow("http://example.org/", "GET", 301, location);
    QCOMPARE(errorIdName(target.error), errorIdName(error));
    QVERIFY(!target.errorDetail.isEmpty());
    QVERIFY(target.url.isEmpty());
}

void TestRedirects::methods_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<quint16>("status");
    QTest::addColumn<QByteArray>("next");
    QTest::addColumn<bool>("keepBody");
    const auto row = [](const char *method, quint16 status, const char *next, bool keepBody) {
        QTest::addRow("%s %d", method, status) << QByteArray(method) << status << QByteArray(next) << keepBody;
    };
    for (const quint16 status : std::initializer_list<quint16> {301, 302}) {
        row("GET", status, "GET", true);
        row("HEAD", status, "HEAD", true);
        row("POST", status, "GET", false);
        row("PUT", status, "PUT", true);
    }
    row("GET", 303, "GET", false);
    row("HEAD", 303, "HEAD", true);
    row("POST", 303, "GET", false);
    row("PUT", 303, "GET", false);
    row("DELETE", 303, "GET", false);
    for (const quint16 status : std::initializer_list<quint16> {307, 308}) {
        row("GET", status, "GET", true);
        row("POST", status, "POST", true);
        row("PUT", status, "PUT", true);
    }
}

void TestRedirects::methods()
{
    QFETCH(QByteArray, method);
    QFETCH(quint16, status);
    QFETCH(QByteArray, next);
    QFETCH(bool, keepBody);
    const auto target = Redirects::follow("http://example.org/", method, status, "/next");
    QCOMPARE(target.method, next);
    QCOMPARE(target.keepBody, keepBody);
}

void TestRedirects::origins_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<bool>("same");
    QTest::addColumn<bool>("leavesHttps");
    const QByteArray plain("http://example.org/a");
    const QByteArray secure("https://example.org/a");
    QTest::newRow("path") << plain << QByteArray("/b") << true << false;
    QTest::newRow("spelt out") << plain << QByteArray("http://EXAMPLE.org:80/b") << true << false;
    QTest::newRow("port") << plain << QByteArray("http://example.org:8080/b") << false << false;
    QTest::newRow("host") << plain << QByteArray("http://www.example.org/b") << false << false;
    QTest::newRow("up to https") << plain << QByteArray("https://example.org/b") << false << false;
    QTest::newRow("down to http") << secure << QByteArray("http://example.org/b") << false << true;
    QTest::newRow("stays https") << secure << QByteArray("//example.org/b") << true << false;
}

void TestRedirects::origins()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, location);
    QFETCH(bool, same);
    QFETCH(bool, leavesHttps);
    const auto target = Redirects::follow(from, "GET", 302, location);
    QCOMPARE(target.error, ErrorId::None);
    QCOMPARE(target.sameOrigin, same);
    QCOMPARE(target.leavesHttps, leavesHttps);
}

QTEST_GUILESS_MAIN(TestRedirects)
#include "tst_redirects.moc"
