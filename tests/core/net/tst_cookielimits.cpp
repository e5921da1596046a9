// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/cookiejar.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace crawlscope;

namespace {

const QByteArray kSite("http://www.example.org/a/b");

QByteArray numbered(int i, const char *rest = "=v")
{
    return "n" + QByteArray::number(i) + rest;
}

QByteArray hostUrl(int i)
{
    return "http://h" + QByteArray::number(i) + ".example/";
}

} // namespace

/// What keeps the jar small and quick whatever servers send.
class TestCookieLimits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fiftyADomain();
    void secureStaysLongest();
    void fullDomainReplacesInPlace();
    void manyHostsOfASite();
    void threeThousandInAll();
    void tooLargeIsRefused();
    void headerIsBounded();
    void floods();
    void manyHostsAreFast();
    void anyBytesAreHarmless();
};

void TestCookieLimits::fiftyADomain()
{
    CookieJar jar;
    jar.store(numbered(0), kSite);
    jar.store(numbered(1), kSite);
    for (int i = 2; i < 60; ++i)
        jar.store(numbered(i), i % 7 == 0 ? QByteArray("http://www.example.org/a/x") : kSite);
    QCOMPARE(jar.count(), CookieJar::kMaxPerDomain);
    const QByteArray header = "; " + jar.headerFor(kSite) + ";";
    QVERIFY(!header.contains(" n9=")); // the oldest made room
    QVERIFY(header.contains(" n10="));
    QVERIFY(header.contains(" n59="));
    jar.store("other=1", "http://other.example/"); // another domain has room of its own
    QCOMPARE(jar.count(), CookieJar::kMaxPerDomain + 1);
    // What was sent last stays, however old it is.
    CookieJar used;
    used.store("old=1; Path=/old", kSite);
    for (int i = 1; i < CookieJar::kMaxPerDomain; ++i)
        used.store(numbered(i), kSite);
    QCOMPARE(used.headerFor("http://www.example.org/old"), QByteArray("old=1"));
    used.store("new=1", kSite);
    QCOMPARE(used.headerFor("http://www.example.org/old"), QByteArray("old=1"));
    QVERIFY(!used.headerFor(kSite).contains(" n1=") && !used.headerFor(kSite).startsWith("n1="));
}

void TestCookieLimits::secureStaysLongest()
{
    const QByteArray tls("https://www.example.org/a/b");
    CookieJar jar;
    jar.store("first=1; Secure", tls);
    for (int i = 0; i < 2 * CookieJar::kMaxPerDomain; ++i)
        jar.store(numbered(i), kSite); // plain http cannot flush it out
    QCOMPARE(jar.count(), CookieJar::kMaxPerDomain);
    QVERIFY(jar.headerFor(tls).startsWith("first=1;"));
}

void TestCookieLimits::fullDomainReplacesInPlace()
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

void TestCookieLimits::manyHostsOfASite()
{
    CookieJar jar;
    jar.store("victim=1", "http://bank.example/");
    for (int i = 0; i < 5000; ++i)
        jar.store("a=1", QByteArray("http://h" + QByteArray::number(i) + ".evil.example.com/"));
    QCOMPARE(jar.count(), CookieJar::kMaxPerSite + 1);
    QCOMPARE(jar.headerFor("http://bank.example/"), QByteArray("victim=1"));
    QCOMPARE(jar.headerFor("http://h4999.evil.example.com/"), QByteArray("a=1"));
    QCOMPARE(jar.headerFor("http://h0.evil.example.com/"), QByteArray());
}

void TestCookieLimits::threeThousandInAll()
{
    CookieJar jar;
    for (int i = 0; i < 3100; ++i) {
        jar.store(numbered(i), hostUrl(i / 40));
        QVERIFY(jar.count() <= CookieJar::kMaxTotal);
        if (i % 100 == 0)
            QVERIFY(!jar.headerFor(hostUrl(1)).isEmpty() || i < 40); // in use
    }
    QCOMPARE(jar.count(), CookieJar::kMaxTotal);
    QVERIFY(jar.headerFor(hostUrl(77)).contains("n3099=v"));
    QVERIFY(jar.headerFor(hostUrl(1)).contains("n40=v"));
    QCOMPARE(jar.headerFor(hostUrl(0)), QByteArray());
}

void TestCookieLimits::tooLargeIsRefused()
{
    CookieJar jar;
    jar.store("big=" + QByteArray(CookieJar::kMaxBytes, 'x'), kSite);
    QCOMPARE(jar.count(), 0);
    jar.store("big=" + QByteArray(CookieJar::kMaxBytes - 3, 'x'), kSite); // 4,096 with the name
    QCOMPARE(jar.count(), 1);
}

void TestCookieLimits::headerIsBounded()
{
    CookieJar jar;
    for (int i = 0; i < 20; ++i)
        jar.store("n" + QByteArray::number(i) + "=" + QByteArray(4000, 'x'), kSite);
    QCOMPARE(jar.count(), 20);
    const QByteArray header = jar.headerFor(kSite);
    QVERIFY(header.size() <= CookieJar::kMaxHeaderBytes);
    QCOMPARE(header.split(';').size(), 4);
}

void TestCookieLimits::floods()
{
    CookieJar jar;
    QByteArray joined;
    for (int i = 0; i < 1000; ++i)
        joined += "n" + QByteArray::number(i) + "=" + QByteArray(4090, 'x') + "; Path=/\n";
    jar.store(joined, kSite);
    QCOMPARE(jar.count(), CookieJar::kMaxPerDomain);
    QVERIFY(jar.headerFor(kSite).size() <= CookieJar::kMaxHeaderBytes);
    jar.store("a=1" + QByteArray("; Domain=example.org; x").repeated(20'000), kSite);
    QVERIFY(jar.headerFor("http://example.org/a/b").contains("a=1"));
    jar.store(QByteArray(100'000, '\n'), kSite);
    jar.store(QByteArray(100'000, ';'), kSite);
    QByteArray labels; // 126 domains of one host, fifty cookies each
    for (int i = 0; i < 126; ++i)
        labels += "a.";
    const QByteArray deep = labels + "example.org";
    const QByteArray deepUrl = "http://" + deep + "/";
    for (qsizetype at = 0; at < labels.size(); at += 2) {
        for (int i = 0; i < 50; ++i)
            jar.store(numbered(i, "=v; Domain=") + deep.sliced(at), deepUrl);
    }
    QVERIFY(jar.count() <= CookieJar::kMaxPerSite);
    QVERIFY(jar.headerFor(deepUrl).size() <= CookieJar::kMaxHeaderBytes);
}

void TestCookieLimits::manyHostsAreFast()
{
    QElapsedTimer timer;
    timer.start();
    CookieJar jar;
    constexpr int kHosts = 100'000;
    for (int i = 0; i < kHosts; ++i) {
        const QByteArray url = hostUrl(i);
        jar.store("a=1; Path=/; Max-Age=3600", url);
        QCOMPARE(jar.headerFor(url), QByteArray("a=1"));
    }
    QCOMPARE(jar.count(), CookieJar::kMaxTotal);
    // Under a second without optimisation; a look at every cookie for every host would be minutes.
    QVERIFY2(timer.elapsed() < 30'000, QByteArray::number(timer.elapsed()).constData());
}

void TestCookieLimits::anyBytesAreHarmless()
{
    std::mt19937 random(11);
    static constexpr QByteArrayView kAlphabet("ab=;, \t/.\"-:%\\\x01\x7f\xc3\xbc\xff"
                                              "DomainPathMax-AgeExpiresSecure0123456789");
    CookieJar jar;
    for (int i = 0; i < 20'000; ++i) {
        QByteArray line(i % 3 == 0 ? "a=b; Domain=" : i % 3 == 1 ? "a=b; Expires=" : "");
        for (auto length = random() % 60; length > 0; --length)
            line += kAlphabet[static_cast<qsizetype>(random() % static_cast<quint32>(kAlphabet.size()))];
        jar.store(line, kSite);
    }
    QVERIFY(jar.count() <= CookieJar::kMaxPerSite);
    const QByteArray header = jar.headerFor(kSite);
    for (const char c : header)
        QVERIFY(c == '\t' || static_cast<unsigned char>(c) >= 0x20); // nothing that would end the header
}

QTEST_GUILESS_MAIN(TestCookieLimits)
#include "tst_cookielimits.moc"
