// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/publicsuffix.h"

#include <QTest>

using namespace crawlscope;

class TestPublicSuffix : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sites_data();
    void sites();
};

/// Among them cases of https://publicsuffix.org/list/ (test_psl.txt).
void TestPublicSuffix::sites_data()
{
    QTest::addColumn<bool>("suffix");
    QTest::addColumn<QByteArray>("site");
    const auto row = [](const char *host, bool suffix, const char *site) {
        QTest::newRow(host) << suffix << QByteArray(site);
    };
    row("com", true, "com");
    row("example.com", false, "example.com");
    row("a.b.example.com", false, "example.com");
    row("co.uk", true, "co.uk");
    row("example.co.uk", false, "example.co.uk");
    row("www.example.co.uk", false, "example.co.uk");
    row("github.io", true, "github.io"); // of the private part of the list
    row("me.github.io", false, "me.github.io");
    row("www.me.github.io", false, "me.github.io");
    row("c.kobe.jp", true, "c.kobe.jp"); // *.kobe.jp
    row("b.c.kobe.jp", false, "b.c.kobe.jp");
    row("a.b.c.kobe.jp", false, "b.c.kobe.jp");
    row("city.kobe.jp", false, "city.kobe.jp"); // an exception
    row("www.city.kobe.jp", false, "city.kobe.jp");
    row("xn--55qx5d.cn", true, "xn--55qx5d.cn");
    row("www.xn--85x722f.xn--55qx5d.cn", false, "xn--85x722f.xn--55qx5d.cn");
    row("localhost", true, "localhost");
    row("intranet", true, "intranet");
    row("a.no-such-top-level", false, "a.no-such-top-level");
    row("b.a.no-such-top-level", false, "a.no-such-top-level");
}

void TestPublicSuffix::sites()
{
    QFETCH(bool, suffix);
    QFETCH(QByteArray, site);
    const QByteArrayView host(QTest::currentDataTag());
    QCOMPARE(PublicSuffix::is(host), suffix);
    QCOMPARE(PublicSuffix::site(host), site);
    for (const char *address : {"127.0.0.1", "[::1]", "10.20.30.40"})
        QCOMPARE(PublicSuffix::site(address), QByteArray(address));
}

QTEST_GUILESS_MAIN(TestPublicSuffix)
#include "tst_publicsuffix.moc"
