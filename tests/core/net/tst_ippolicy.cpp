// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/ippolicy.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <vector>

using namespace crawlscope;
using Kind = AddressClass;

namespace {

std::vector<quint8> bytesOf(const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        const quint32 v4 = address.toIPv4Address();
        return {static_cast<quint8>(v4 >> 24U), static_cast<quint8>(v4 >> 16U & 0xffU),
                static_cast<quint8>(v4 >> 8U & 0xffU), static_cast<quint8>(v4 & 0xffU)};
    }
    const Q_IPV6ADDR v6 = address.toIPv6Address();
    std::vector<quint8> bytes;
    for (int i = 0; i < 16; ++i)
        bytes.push_back(v6[i]);
    return bytes;
}

} // namespace

class TestIpPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void classes_data();
    void classes();
    void otherSizes();
    void noAddress();
    void literals_data();
    void literals();
    void localhost_data();
    void localhost();
    void names();

private:
    static void addRange(const char *source, const char *first, const char *last, Kind kind);
    static void addOne(const char *address, Kind kind);
    static void addIpv4();
    static void addIpv6();
    static void addCarried();
};

void TestIpPolicy::addOne(const char *address, Kind kind)
{
    QTest::addRow("%s", address) << QString::fromLatin1(address) << kind;
}

void TestIpPolicy::addRange(const char *source, const char *first, const char *last, Kind kind)
{
    QTest::addRow("%s: first, %s", source, first) << QString::fromLatin1(first) << kind;
    QTest::addRow("%s: last, %s", source, last) << QString::fromLatin1(last) << kind;
}

void TestIpPolicy::addIpv4()
{
    addRange("RFC 791", "0.0.0.0", "0.255.255.255", Kind::Unspecified);
    addRange("RFC 1918", "10.0.0.0", "10.255.255.255", Kind::Private);
    addRange("RFC 6598", "100.64.0.0", "100.127.255.255", Kind::Shared);
    addRange("RFC 1122", "127.0.0.0", "127.255.255.255", Kind::Loopback);
    addRange("RFC 3927", "169.254.0.0", "169.254.255.255", Kind::LinkLocal);
    addOne("169.254.169.254", Kind::LinkLocal); // metadata of clouds
    addRange("RFC 1918 ", "172.16.0.0", "172.31.255.255", Kind::Private);
    addRange("RFC 6890", "192.0.0.0", "192.0.0.255", Kind::Reserved);
    addRange("RFC 5737", "192.0.2.0", "192.0.2.255", Kind::Documentation);
    addRange("RFC 7526", "192.88.99.0", "192.88.99.255", Kind::Reserved);
    addRange("RFC 1918  ", "192.168.0.0", "192.168.255.255", Kind::Private);
    addRange("RFC 2544", "198.18.0.0", "198.19.255.255", Kind::Benchmark);
    addRange("RFC 5737 ", "198.51.100.0", "198.51.100.255", Kind::Documentation);
    addRange("RFC 5737  ", "203.0.113.0", "203.0.113.255", Kind::Documentation);
    addRange("RFC 5771", "224.0.0.0", "239.255.255.255", Kind::Multicast);
    addRange("RFC 6676", "233.252.0.0", "233.252.0.255", Kind::Documentation);
    addRange("RFC 1112", "240.0.0.0", "255.255.255.254", Kind::Reserved);
    addOne("255.255.255.255", Kind::Broadcast);
    for (const char *next : {"1.0.0.0",
                             "9.255.255.255",
                             "11.0.0.0",
                             "100.63.255.255",
                             "100.128.0.0",
                             "126.255.255.255",
                             "128.0.0.0",
                             "169.253.255.255",
                             "169.255.0.0",
                             "172.15.255.255",
                             "172.32.0.0",
                             "191.255.255.255",
                             "192.0.1.0",
                             "192.0.3.0",
                             "192.31.196.1" /* RFC 7535 */,
                             "192.52.193.1" /* RFC 7450 */,
                             "192.88.98.255",
                             "192.167.255.255",
                             "192.169.0.0",
                             "192.175.48.1" /* RFC 7534 */,
                             "198.17.255.255",
                             "198.20.0.0",
                             "198.51.99.255",
                             "198.51.101.0",
                             "203.0.112.255",
                             "203.0.114.0",
                             "223.255.255.255",
                             "8.8.8.8"})
        addOne(next, Kind::Public);
}

void TestIpPolicy::addIpv6()
{
    addOne("::", Kind::Unspecified); // RFC 4291
    addOne("::1", Kind::Loopback);
    addRange("RFC 4291, compatible", "::2", "::ffff:ffff", Kind::Reserved);
    addOne("::127.0.0.1", Kind::Reserved);
    addOne("::ffff:0:127.0.0.1", Kind::Reserved); // RFC 2765
    addRange("RFC 8215", "64:ff9b:1::", "64:ff9b:1:ffff:ffff:ffff:ffff:ffff", Kind::Private);
    addRange("RFC 6666", "100::", "100::ffff:ffff:ffff:ffff", Kind::Reserved);
    addOne("100:0:0:1::1", Kind::Reserved); // RFC 9780
    addRange("RFC 2928", "2001:1::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff", Kind::Reserved);
    addRange("RFC 5180", "2001:2::", "2001:2:0:ffff:ffff:ffff:ffff:ffff", Kind::Benchmark);
    addRange("RFC 7450", "2001:3::", "2001:3:ffff:ffff:ffff:ffff:ffff:ffff", Kind::Public);
    addRange("RFC 7535", "2001:4:112::", "2001:4:112:ffff:ffff:ffff:ffff:ffff", Kind::Public);
    addRange("RFC 7343", "2001:20::", "2001:2f:ffff:ffff:ffff:ffff:ffff:ffff", Kind::Reserved);
    addRange("RFC 3849", "2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", Kind::Documentation);
    addRange("RFC 9637", "3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff", Kind::Documentation);
    addRange("RFC 9602", "5f00::", "5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff", Kind::Reserved);
    addRange("RFC 4193", "fc00::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", Kind::Private);
    addRange("RFC 4291, link", "fe80::", "febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff", Kind::LinkLocal);
    addOne("fe80::1%1", Kind::LinkLocal);
    addRange("RFC 3879", "fec0::", "feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", Kind::Private);
    addRange("RFC 4291, groups", "ff00::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", Kind::Multicast);
    addRange("RFC 4291, unicast", "2003::", "3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff", Kind::Public);
    addOne("2001:200::1", Kind::Public);
    addOne("3fff:1000::1", Kind::Public);
    addOne("2606:4700:4700::1111", Kind::Public);
    for (const char *unassigned : {"1::1", "200::1", "1fff::1", "4000::1", "5f01::1", "fbff::1", "fe00::1"})
        addOne(unassigned, Kind::Reserved);
}

void TestIpPolicy::addCarried()
{
    addOne("::ffff:127.0.0.1", Kind::Loopback); // RFC 4291, mapped
    addOne("::ffff:169.254.169.254", Kind::LinkLocal);
    addOne("::ffff:8.8.8.8", Kind::Public);
    addOne("64:ff9b::10.0.0.1", Kind::Private); // RFC 6052
    addOne("64:ff9b::8.8.8.8", Kind::Public);
    addOne("64:ff9b:0:1::808:808", Kind::Reserved); // not within the /96
    addOne("2002:7f00:1::", Kind::Loopback); // RFC 3056
    addOne("2002:c0a8:101::1", Kind::Private);
    addOne("2002:808:808::1", Kind::Public);
    addOne("2001:0:808:808:0:0:80ff:fffe", Kind::Loopback); // RFC 4380: client 127.0.0.1, inverted
    addOne("2001:0:808:808:8000:63bf:f7f7:f7f7", Kind::Public);
    addOne("2001:0:a00:1:8000:63bf:f7f7:f7f7", Kind::Private); // its server is 10.0.0.1
}

/// The registries of IANA for special purposes (RFC 6890 with RFC 8190), their first and last addresses and neighbours.
void TestIpPolicy::classes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<AddressClass>("kind");
    addIpv4();
    addIpv6();
    addCarried();
}

void TestIpPolicy::classes()
{
    QFETCH(QString, text);
    QFETCH(AddressClass, kind);
    const QHostAddress address(text);
    QVERIFY(!address.isNull());
    QCOMPARE(IpPolicy::name(IpPolicy::classify(address)), IpPolicy::name(kind));
    QCOMPARE(IpPolicy::classify(bytesOf(address)), kind);
    QCOMPARE(IpPolicy::isPublic(address), kind == Kind::Public);
    QCOMPARE(IpPolicy::isPublic(bytesOf(address)), kind == Kind::Public);
}

void TestIpPolicy::otherSizes()
{
    const std::array<quint8, 20> bytes {8, 8, 8, 8};
    for (std::size_t size = 0; size <= bytes.size(); ++size) {
        const auto part = std::span(bytes).first(size);
        QCOMPARE(IpPolicy::isPublic(part), size == 4);
    }
}

void TestIpPolicy::noAddress()
{
    QCOMPARE(IpPolicy::classify(QHostAddress()), Kind::Reserved);
    QCOMPARE(IpPolicy::classify(QHostAddress(QHostAddress::Any)), Kind::Unspecified);
    QCOMPARE(IpPolicy::classify(QHostAddress(QHostAddress::LocalHost)), Kind::Loopback);
}

void TestIpPolicy::literals_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QString>("address"); // empty: none
    const auto row = [](const char *host, const char *address) {
        QTest::addRow("'%s'", host) << QByteArray(host) << QString::fromLatin1(address);
    };
    row("127.0.0.1", "127.0.0.1");
    row("255.255.255.255", "255.255.255.255");
    row("[::1]", "::1");
    row("::1", "::1");
    row("[::ffff:127.0.0.1]", "::ffff:127.0.0.1");
    row("fe80::1%1", "fe80::1%1");
    for (const char *name : {"", "[]", "[", ".", "example.org", "localhost", "dead.beef", "cafe", "1.2.3.4.example",
                             "1.2.3.4.5", "256.1.1.1", "[1.2.3.4]", "[example]", "::g", "[::1"})
        row(name, "");
}

void TestIpPolicy::literals()
{
    QFETCH(QByteArray, host);
    QFETCH(QString, address);
    const auto found = IpPolicy::literal(host);
    QCOMPARE(found.has_value(), !address.isEmpty());
    if (found)
        QCOMPARE(*found, QHostAddress(address));
}

void TestIpPolicy::localhost_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("local");
    for (const char *host : {"localhost", "LocalHost", "localhost.", "a.localhost", "a.b.LOCALHOST."})
        QTest::addRow("%s", host) << QByteArray(host) << true;
    for (const char *host : {"", ".", "alocalhost", "localhost.example", "localhos", "127.0.0.1", "example.org"})
        QTest::addRow("'%s'", host) << QByteArray(host) << false;
}

void TestIpPolicy::localhost()
{
    QFETCH(QByteArray, host);
    QFETCH(bool, local);
    QCOMPARE(IpPolicy::isLocalhost(host), local);
}

void TestIpPolicy::names()
{
    std::vector<QByteArray> seen;
    for (int kind = 0; kind <= static_cast<int>(Kind::Reserved); ++kind) {
        const QByteArray name = IpPolicy::name(static_cast<AddressClass>(kind)).toByteArray();
        QVERIFY(!name.isEmpty());
        QVERIFY2(std::find(seen.begin(), seen.end(), name) == seen.end(), name.constData());
        seen.push_back(name);
    }
}

QTEST_GUILESS_MAIN(TestIpPolicy)
#include "tst_ippolicy.moc"
