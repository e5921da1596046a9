// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/hostpolicy.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace crawlscope;

namespace {
/// An override with a limit that tells it from the others.
HostOverride limited(const char *pattern, int perHost)
{
    return {.pattern = pattern, .perHost = perHost, .ratePerS = {}, .intervalS = {}};
}
int perHostOf(const std::vector<HostOverride> &overrides, QByteArrayView key)
{
    return HostPolicy(6, 0, 0, overrides).of(key).perHost;
}
} // namespace

class TestHostPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void roundTrip_data();
    void roundTrip();
    void roundTripOfRandomNumbers();
    void matches_data();
    void matches();
    void firstMatchWins();
    void overrideOfOneValueKeepsTheOthers();
    void zeroLiftsALimit();
    void clamps_data();
    void clamps();
    void slowestRateIsNoLimitlessRate();
    void equality();
    void manyOverrides();
};

void TestHostPolicy::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<int>("perHost"); // -1: not set
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("interval");
    QTest::newRow("all") << "example.org:per-host=2,rate=0.5,interval=1" << QByteArray("example.org") << 2 << 0.5
                         << 1.0;
    QTest::newRow("one") << "example.org:interval=0.25" << QByteArray("example.org") << -1 << -1.0 << 0.25;
    QTest::newRow("order") << "example.org:interval=3,per-host=1" << QByteArray("example.org") << 1 << -1.0 << 3.0;
    QTest::newRow("port") << "example.org:8080:rate=2" << QByteArray("example.org:8080") << -1 << 2.0 << -1.0;
    QTest::newRow("wildcard") << "*.example.org:rate=0" << QByteArray("*.example.org") << -1 << 0.0 << -1.0;
    QTest::newRow("wildcard, port") << "*.a.org:81:per-host=9" << QByteArray("*.a.org:81") << 9 << -1.0 << -1.0;
    QTest::newRow("all hosts") << "*:per-host=1" << QByteArray("*") << 1 << -1.0 << -1.0;
    QTest::newRow("IPv6") << "[::1]:per-host=3" << QByteArray("[::1]") << 3 << -1.0 << -1.0;
    QTest::newRow("IPv6, port") << "[::1]:8080:per-host=3" << QByteArray("[::1]:8080") << 3 << -1.0 << -1.0;
    QTest::newRow("IPv4") << "127.0.0.1:80:per-host=3" << QByteArray("127.0.0.1:80") << 3 << -1.0 << -1.0;
    QTest::newRow("no case") << "WWW.Example.ORG:per-host=3" << QByteArray("www.example.org") << 3 << -1.0 << -1.0;
    QTest::newRow("spaces") << " a.org : per-host = 3 , rate = 1 " << QByteArray("a.org") << 3 << 1.0 << -1.0;
    QTest::newRow("bounds") << "a.org:per-host=512,rate=1000000,interval=3600" << QByteArray("a.org") << 512 << 1e6
                            << 3600.0;
    QTest::newRow("exponent") << "a.org:rate=1e-3" << QByteArray("a.org") << -1 << 0.001 << -1.0;
}

void TestHostPolicy::parses()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, pattern);
    QFETCH(int, perHost);
    QFETCH(double, rate);
    QFETCH(double, interval);
    HostOverride host;
    QVERIFY(HostOverride::parse(text, &host));
    QCOMPARE(host.pattern, pattern);
    QCOMPARE(host.perHost.value_or(-1), perHost);
    QCOMPARE(host.ratePerS.value_or(-1), rate);
    QCOMPARE(host.intervalS.value_or(-1), interval);
}

void TestHostPolicy::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             ":",
                             "=",
                             "a.org",
                             "a.org:",
                             "a.org:8080",
                             ":per-host=1",
                             " :per-host=1",
                             "a.org:per-host",
                             "a.org:per-host=",
                             "a.org:per-host=0",
                             "a.org:per-host=513",
                             "a.org:per-host=-1",
                             "a.org:per-host=1.5",
                             "a.org:per-host=x",
                             "a.org:per-host=99999999999",
                             "a.org:rate=-1",
                             "a.org:rate=1000001",
                             "a.org:rate=nan",
                             "a.org:rate=inf",
                             "a.org:rate=1x",
                             "a.org:interval=3600.1",
                             "a.org:interval=-0.5",
                             "a.org:speed=1",
                             "a.org:PER-HOST=1",
                             "a.org:per-host=1,",
                             "a.org:,per-host=1",
                             "a.org:per-host=1,,rate=1",
                             "a.org:per-host=1;rate=1",
                             "a.org:per-host=1,speed=1",
                             "*.:per-host=1",
                             "a.*.org:per-host=1",
                             "**:per-host=1",
                             "*a.org:per-host=1",
                             "*.*.org:per-host=1",
                             "http://a.org:per-host=1",
                             "a.org/x:per-host=1",
                             "me@a.org:per-host=1",
                             "a b.org:per-host=1",
                             "a.org,b.org:per-host=1"})
        QTest::newRow(*text == '\0' ? "nothing" : text) << QString::fromLatin1(text);
}

void TestHostPolicy::refuses()
{
    QFETCH(QString, text);
    HostOverride host = limited("before", 7);
    QVERIFY(!HostOverride::parse(text, &host));
    QCOMPARE(host, limited("before", 7)); // unchanged
}

void TestHostPolicy::roundTrip_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"a.org:per-host=1", "*:per-host=512", "*.a.org:8080:rate=0", "[2001:db8::1]:443:interval=0",
          "a.org:per-host=2,rate=0.5,interval=1.25", "a.org:interval=3599.999", "a.org:rate=123456.75"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestHostPolicy::roundTrip()
{
    QFETCH(QString, text);
    HostOverride host;
    QVERIFY(HostOverride::parse(text, &host));
    QCOMPARE(host.toString(), text);
}

void TestHostPolicy::roundTripOfRandomNumbers()
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> share(0, 1);
    for (int i = 0; i < 2000; ++i) {
        HostOverride host {.pattern = "*.a.org:81", .perHost = {}, .ratePerS = share(random), .intervalS = {}};
        if (i % 2 == 0)
            host.perHost = 1 + i % HostPolicy::kMostAtOnce;
        if (i % 3 == 0)
            host.intervalS = share(random) * HostPolicy::kLongestIntervalS;
        *host.ratePerS *= std::pow(10.0, i % 7);
        HostOverride read;
        QVERIFY2(HostOverride::parse(host.toString(), &read), qPrintable(host.toString()));
        QVERIFY2(read == host, qPrintable(host.toString()));
    }
}

void TestHostPolicy::matches_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<bool>("isMatch");
    const auto row = [](const char *pattern, const char *key, bool isMatch) {
        QTest::addRow("%s %s %s", pattern, isMatch ? "is" : "is not", key)
            << QByteArray(pattern) << QByteArray(key) << isMatch;
    };
    row("a.org", "a.org:80", true);
    row("a.org", "a.org:8080", true);
    row("a.org", "a.org", true); // the name of a group of hosts has no port
    row("a.org", "www.a.org:80", false);
    row("a.org", "xa.org:80", false);
    row("a.org", "a.org.uk:80", false);
    row("A.Org", "a.ORG:80", true);
    row("a.org:8080", "a.org:8080", true);
    row("a.org:8080", "a.org:80", false);
    row("a.org:8080", "a.org", false);
    row("*.a.org", "a.org:80", true);
    row("*.a.org", "www.a.org:80", true);
    row("*.a.org", "x.y.a.org:8443", true);
    row("*.a.org", "xa.org:80", false);
    row("*.a.org", "a.org.uk:80", false);
    row("*.a.org", "org:80", false);
    row("*.a.org:81", "a.org:81", true);
    row("*.a.org:81", "x.y.a.org:81", true);
    row("*.a.org:81", "x.y.a.org:80", false);
    row("*.a.org:81", "x.y.a.org", false);
    row("*.org", "a.org:80", true);
    row("*", "a.org:80", true);
    row("*", "localhost:1", true);
    row("*", "[::1]:8080", true);
    row("[::1]", "[::1]:8080", true);
    row("[::1]", "[::1]", true);
    row("[::1]:8080", "[::1]:8080", true);
    row("[::1]:8080", "[::1]:80", false);
    row("[::1]:8080", "[::1]", false);
    row("[2001:DB8::1]", "[2001:db8::1]:80", true);
    row("[::1]", "[::2]:8080", false);
    row("127.0.0.1", "127.0.0.1:80", true);
    row("127.0.0.1:80", "127.0.0.1:81", false);
    row("localhost", "localhost:80", true);
}

void TestHostPolicy::matches()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, key);
    QFETCH(bool, isMatch);
    QCOMPARE(perHostOf({limited(pattern.constData(), 2)}, key), isMatch ? 2 : 6);
}

void TestHostPolicy::firstMatchWins()
{
    const HostOverride all = limited("*", 1);
    const HostOverride wild = limited("*.a.org", 2);
    const HostOverride wildPort = limited("*.a.org:80", 3);
    const HostOverride name = limited("www.a.org", 4);
    const HostOverride port = limited("www.a.org:80", 5);
    std::vector<HostOverride> overrides {all, wild, wildPort, name, port};
    std::sort(overrides.begin(), overrides.end(), [](const auto &x, const auto &y) { return x.pattern < y.pattern; });
    do { // whatever the order, the first one counts, not the closest
        QCOMPARE(perHostOf(overrides, "www.a.org:80"), *overrides.front().perHost);
    } while (std::next_permutation(overrides.begin(), overrides.end(),
                                   [](const auto &x, const auto &y) { return x.pattern < y.pattern; }));
    QCOMPARE(perHostOf({limited("a.org", 8), limited("A.ORG", 9)}, "a.org:80"), 8); // the same one twice
    QCOMPARE(perHostOf({port, wild}, "x.a.org:80"), 2);
    QCOMPARE(perHostOf({port, wildPort, all}, "x.a.org:81"), 1);
}

void TestHostPolicy::overrideOfOneValueKeepsTheOthers()
{
    HostOverride host {.pattern = "a.org", .perHost = {}, .ratePerS = {}, .intervalS = 0.5};
    const HostPolicy policy(4, 2, 3, {host});
    QCOMPARE(policy.of("a.org:80"), (HostLimits {.perHost = 4, .intervalMicros = 500'000, .rateMicros = 500'000}));
    QCOMPARE(policy.of("b.org:80"), (HostLimits {.perHost = 4, .intervalMicros = 3'000'000, .rateMicros = 500'000}));
    host = {.pattern = "a.org", .perHost = 9, .ratePerS = 4.0, .intervalS = {}};
    QCOMPARE(HostPolicy(4, 2, 3, {host}).of("a.org:80"),
             (HostLimits {.perHost = 9, .intervalMicros = 3'000'000, .rateMicros = 250'000}));
}

void TestHostPolicy::zeroLiftsALimit()
{
    const HostOverride host {.pattern = "a.org", .perHost = {}, .ratePerS = 0.0, .intervalS = 0.0};
    QCOMPARE(HostPolicy(4, 2, 3, {host}).of("a.org:80"), (HostLimits {.perHost = 4}));
}

void TestHostPolicy::clamps_data()
{
    QTest::addColumn<int>("perHost");
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("interval");
    QTest::addColumn<int>("perHostThen");
    QTest::addColumn<qint64>("rateMicros");
    QTest::addColumn<qint64>("intervalMicros");
    constexpr double inf = std::numeric_limits<double>::infinity();
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("in range") << 6 << 2.0 << 0.1 << 6 << 500'000LL << 100'000LL;
    QTest::newRow("none") << 1 << 0.0 << 0.0 << 1 << 0LL << 0LL;
    QTest::newRow("low") << 0 << -1.0 << -1.0 << 1 << 0LL << 0LL;
    QTest::newRow("lowest") << std::numeric_limits<int>::min() << -inf << -inf << 1 << 0LL << 0LL;
    QTest::newRow("high") << 513 << 2e6 << 3601.0 << 512 << 1LL << 3'600'000'000LL;
    QTest::newRow("highest") << std::numeric_limits<int>::max() << inf << inf << 512 << 1LL << 3'600'000'000LL;
    QTest::newRow("no number") << 3 << nan << nan << 3 << 0LL << 0LL;
}

void TestHostPolicy::clamps()
{
    QFETCH(int, perHost);
    QFETCH(double, rate);
    QFETCH(double, interval);
    QFETCH(int, perHostThen);
    QFETCH(qint64, rateMicros);
    QFETCH(qint64, intervalMicros);
    const HostLimits expected {.perHost = perHostThen, .intervalMicros = intervalMicros, .rateMicros = rateMicros};
    QCOMPARE(HostPolicy(perHost, rate, interval).of("a.org:80"), expected);
    const HostOverride host {.pattern = "a.org", .perHost = perHost, .ratePerS = rate, .intervalS = interval};
    QCOMPARE(HostPolicy(7, 7, 7, {host}).of("a.org:80"), expected);
}

void TestHostPolicy::slowestRateIsNoLimitlessRate()
{
    for (const double rate : {1e-6, 1e-15, 1e-300, std::numeric_limits<double>::denorm_min()}) {
        const qint64 micros = HostPolicy(6, rate, 0).of("a.org:80").rateMicros;
        QVERIFY2(micros >= 1'000'000'000'000, QByteArray::number(rate).constData());
        QVERIFY(micros < std::numeric_limits<qint64>::max() / 8); // room to add it to a time
    }
}

void TestHostPolicy::equality()
{
    const HostPolicy policy(6, 1, 2, {limited("a.org", 1)});
    QVERIFY(policy == HostPolicy(6, 1, 2, {limited("a.org", 1)}));
    QVERIFY(!(policy == HostPolicy(5, 1, 2, {limited("a.org", 1)})));
    QVERIFY(!(policy == HostPolicy(6, 2, 2, {limited("a.org", 1)})));
    QVERIFY(!(policy == HostPolicy(6, 1, 3, {limited("a.org", 1)})));
    QVERIFY(!(policy == HostPolicy(6, 1, 2, {limited("a.org", 2)})));
    QVERIFY(!(policy == HostPolicy(6, 1, 2, {limited("b.org", 1)})));
    QVERIFY(!(policy == HostPolicy(6, 1, 2)));
}

/// Against the plain reading of the rule: the first of the list that fits.
void TestHostPolicy::manyOverrides()
{
    constexpr int count = 1000;
    std::mt19937 random(11);
    const auto below = [&random](int n) { return std::uniform_int_distribution<int>(0, n - 1)(random); };
    const auto name = [&below]() -> QByteArray {
        QByteArray text;
        for (int labels = 1 + below(3); labels > 0; --labels)
            text += "n" + QByteArray::number(below(30)) + '.';
        return text + "org";
    };
    std::vector<HostOverride> overrides;
    for (int i = 0; i < count; ++i) {
        const QByteArray port = below(2) == 0 ? ":" + QByteArray::number(80 + below(5)) : QByteArray();
        const QByteArray pattern = (below(20) == 0 ? "*." : "") + name() + port;
        overrides.push_back(limited(pattern.constData(), 1 + i % 512));
    }
    const auto fits = [](const QByteArray &pattern, const QByteArray &host, const QByteArray &port) {
        const qsizetype colon = pattern.lastIndexOf(':');
        if (colon >= 0 && pattern.sliced(colon) != port)
            return false;
        const QByteArray rest = colon < 0 ? pattern : pattern.first(colon);
        return rest.startsWith("*.") ? host == rest.sliced(2) || host.endsWith(rest.sliced(1)) : host == rest;
    };
    const HostPolicy policy(600, 0, 0, overrides); // clamped to 512
    int matched = 0;
    for (int i = 0; i < 3000; ++i) {
        const QByteArray host = name();
        const QByteArray port = ":" + QByteArray::number(80 + below(6));
        const auto first = std::find_if(overrides.begin(), overrides.end(),
                                        [&](const HostOverride &o) { return fits(o.pattern, host, port); });
        matched += first != overrides.end();
        QCOMPARE(policy.of(QByteArray(host + port)).perHost, first != overrides.end() ? *first->perHost : 512);
    }
    QVERIFY2(matched > 500 && matched < 2500, QByteArray::number(matched).constData());
}

QTEST_GUILESS_MAIN(TestHostPolicy)
#include "tst_hostpolicy.moc"
