// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/addressguard.h"

#include <QTest>

using namespace crawlscope;

namespace {

const QByteArray kList = "http://www.example/\n"
                         "https://intra.example:8443/app\n"
                         "http://10.0.0.5/\n"
                         "[::1]:8080/\n"
                         "http://www.example/second\n"
                         "file:///etc/passwd\n"
                         "http://192.168.7.7 /\n"; // no URL, so nothing that it names is trusted

enum class Say : quint8 { Follow, Check, Refuse };

} // namespace

class TestAddressGuard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rulings_data();
    void rulings();
    void allowed_data();
    void allowed();
    void behindAProxy_data();
    void behindAProxy();
    void otherPolicy();
    void manyHosts();
};

void TestAddressGuard::rulings_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("remoteIp");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<Say>("say");
    QTest::addColumn<QByteArray>("detail");
    const auto row = [](const char *name, const char *from, const char *remoteIp, const char *to, Say say,
                        const char *detail = "") {
        QTest::newRow(name) << QByteArray(from) << QByteArray(remoteIp) << QByteArray(to) << say << QByteArray(detail);
    };
    const char *const web = "http://www.example/";
    row("same origin", web, "8.8.8.8", "http://www.example/next", Say::Follow);
    row("listed origin", web, "8.8.8.8", "https://intra.example:8443/x", Say::Follow);
    row("listed address", web, "8.8.8.8", "http://10.0.0.5/x", Say::Follow);
    row("listed IPv6 address", web, "8.8.8.8", "http://[::1]:8080/x", Say::Follow);
    row("a name", web, "8.8.8.8", "http://other.example/", Say::Check);
    row("a listed name, other port", web, "8.8.8.8", "https://intra.example/", Say::Check);
    row("a listed name, other scheme", web, "8.8.8.8", "https://www.example/", Say::Check);
    row("public address", web, "8.8.8.8", "http://1.1.1.1/", Say::Follow);
    row("public IPv6 address", web, "8.8.8.8", "http://[2606:4700::1111]/", Say::Follow);
    row("loopback", web, "8.8.8.8", "http://127.0.0.1/", Say::Refuse, "loopback");
    row("IPv6 loopback, other port", web, "8.8.8.8", "http://[::1]/", Say::Refuse, "loopback");
    row("mapped", web, "8.8.8.8", "http://[::ffff:7f00:1]/", Say::Refuse, "loopback");
    row("listed address, other port", web, "8.8.8.8", "http://10.0.0.5:6379/", Say::Refuse, "private");
    row("invalid line", web, "8.8.8.8", "http://192.168.7.7/", Say::Refuse, "private");
    row("metadata", web, "8.8.8.8", "http://169.254.169.254/latest/", Say::Refuse, "link_local");
    row("this host", web, "8.8.8.8", "http://0.0.0.0/", Say::Refuse, "unspecified");
    row("carrier's NAT", web, "8.8.8.8", "https://100.64.1.1/", Say::Refuse, "shared");
    row("localhost", web, "8.8.8.8", "http://localhost/", Say::Refuse, "loopback");
    row("below localhost", web, "8.8.8.8", "http://a.localhost:81/", Say::Refuse, "loopback");
    row("not localhost", web, "8.8.8.8", "http://localhost.example/", Say::Check);
    row("unknown address, a name", web, "", "http://other.example/", Say::Check);
    row("unknown address, loopback", web, "", "http://127.0.0.1/", Say::Refuse, "loopback");
    row("no address, loopback", web, "garbage", "http://127.0.0.1/", Say::Refuse, "loopback");
    row("within the private", "http://10.0.0.5/", "10.0.0.5", "http://10.0.0.6/", Say::Follow);
    row("within, by the URL", "http://10.0.0.5/", "", "http://192.168.0.1/", Say::Follow);
    row("within, to a name", "http://10.0.0.5/", "", "http://other.example/", Say::Follow);
    row("within, from a name", "https://intra.example:8443/app", "10.0.0.9", "http://127.0.0.1/", Say::Follow);
    row("within, from localhost", "http://localhost:8080/", "", "http://127.0.0.1:9090/", Say::Follow);
    row("remote address counts more", "http://10.0.0.5/", "8.8.8.8", "http://10.0.0.6/", Say::Refuse, "private");
    row("IPv6 remote address", web, "fd00::1", "http://10.0.0.6/", Say::Follow);
}

void TestAddressGuard::rulings()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, remoteIp);
    QFETCH(QByteArray, to);
    QFETCH(Say, say);
    QFETCH(QByteArray, detail);
    AddressGuard guard(UrlList::parse(kList), {});
    const auto ruling = guard.judge({"http://www.example/", from, remoteIp, to});
    QCOMPARE(ruling.allowed, say != Say::Refuse);
    QCOMPARE(ruling.denyPrivate, say == Say::Check);
    QCOMPARE(ruling.detail, detail);
}

void TestAddressGuard::allowed_data()
{
    QTest::addColumn<QByteArray>("to");
    for (const char *to : {"http://127.0.0.1/", "http://localhost/", "http://169.254.169.254/", "http://a.example/"})
        QTest::newRow(to) << QByteArray(to);
}

void TestAddressGuard::allowed()
{
    QFETCH(QByteArray, to);
    AddressGuard guard(UrlList::parse(kList), {.allowPrivate = true, .proxied = false});
    const auto ruling = guard.judge({"http://www.example/", "http://www.example/", "8.8.8.8", to});
    QVERIFY(ruling.allowed);
    QVERIFY(!ruling.denyPrivate);
}

void TestAddressGuard::behindAProxy_data()
{
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("a name") << QByteArray("http://other.example/") << true; // nothing can be looked at
    QTest::newRow("loopback") << QByteArray("http://127.0.0.1/") << false;
    QTest::newRow("localhost") << QByteArray("http://localhost/") << false;
    QTest::newRow("public") << QByteArray("http://1.1.1.1/") << true;
}

void TestAddressGuard::behindAProxy()
{
    QFETCH(QByteArray, to);
    QFETCH(bool, allowed);
    AddressGuard guard(UrlList::parse(kList), {.allowPrivate = false, .proxied = true});
    // The remote address is the proxy's: that it is private tells nothing about the site.
    const auto ruling = guard.judge({"http://www.example/", "http://www.example/", "10.0.0.1", to});
    QCOMPARE(ruling.allowed, allowed);
    QVERIFY(!ruling.denyPrivate);
}

void TestAddressGuard::otherPolicy()
{
    AddressGuard guard(UrlList::parse("http://127.0.0.1/"), {},
                       [](const QHostAddress &address) { return address == QHostAddress(QHostAddress::LocalHost); });
    const QByteArray from("http://127.0.0.1/");
    QVERIFY(guard.judge({from, from, "127.0.0.1", "http://127.0.0.1:81/"}).allowed);
    QVERIFY(guard.judge({from, from, "127.0.0.1", "http://localhost/"}).allowed);
    QVERIFY(!guard.judge({from, from, "127.0.0.1", "http://127.0.0.2/"}).allowed);
    QVERIFY(guard.judge({from, from, "127.0.0.2", "http://127.0.0.3/"}).allowed);
}

void TestAddressGuard::manyHosts()
{
    QByteArray list;
    for (int i = 0; i < 50'000; ++i)
        list += "http://h" + QByteArray::number(i) + ".example/\n";
    AddressGuard guard(UrlList::parse(list), {});
    const QByteArray from("http://h0.example/");
    for (int i = 0; i < 50'000; ++i) {
        const QByteArray to = "http://h" + QByteArray::number(i * 2) + ".example/next";
        QCOMPARE(guard.judge({from, from, {}, to}).denyPrivate, i >= 25'000);
    }
}

QTEST_GUILESS_MAIN(TestAddressGuard)
#include "tst_addressguard.moc"
