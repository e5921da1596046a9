// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/enginebench.h"

#include <QTest>

using namespace crawlscope;
using crawlscope::test::Bench;
using State = CrawlController::State;

namespace {

FetchResult redirectFrom(const QByteArray &remoteIp, const QByteArray &location)
{
    FetchResult result = Bench::redirectTo(location);
    result.remoteIp = remoteIp;
    return result;
}

} // namespace

/// What may follow a redirect to where: addresses, schemes, credentials.
class TestEngineRedirects : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void privateAddressesAreRefused_data();
    void privateAddressesAreRefused();
    void namesAreLeftToTheBackEnd();
    void privateAddressesMayBeAllowed();
    void listedUrlsAreFetchedWhereverTheyAre();
    void oddLocations_data();
    void oddLocations();
    void secretsDoNotFollow_data();
    void secretsDoNotFollow();
    void secretsDoNotComeBack();
    void cookiesGoToTheirSite();
};

void TestEngineRedirects::privateAddressesAreRefused_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QByteArray>("detail");
    QTest::newRow("loopback") << QByteArray("http://127.0.0.1/") << QByteArray("loopback");
    QTest::newRow("localhost") << QByteArray("http://localhost:8080/") << QByteArray("loopback");
    QTest::newRow("metadata") << QByteArray("//169.254.169.254/latest/") << QByteArray("link_local");
    QTest::newRow("RFC 1918") << QByteArray("https://192.168.1.1/") << QByteArray("private");
    QTest::newRow("IPv6") << QByteArray("http://[fd00::1]/") << QByteArray("private");
    QTest::newRow("mapped") << QByteArray("http://[::ffff:10.0.0.1]/") << QByteArray("private");
    QTest::newRow("one number") << QByteArray("http://2130706433/") << QByteArray("loopback");
    QTest::newRow("hexadecimal") << QByteArray("http://0x7f.1/") << QByteArray("loopback");
    QTest::newRow("octal") << QByteArray("http://0177.0.0.1/") << QByteArray("loopback");
    QTest::newRow("full width") << QByteArray("http://\xef\xbc\x91\xef\xbc\x90.0.0.1/") << QByteArray("private");
    QTest::newRow("percent") << QByteArray("http://%31%32%37.0.0.1/") << QByteArray("loopback");
}

void TestEngineRedirects::privateAddressesAreRefused()
{
    QFETCH(QByteArray, location);
    QFETCH(QByteArray, detail);
    Bench bench("http://a.example/");
    bench.engine->start();
    QVERIFY(!bench.fetcher->inFlight.begin()->second.denyPrivate);
    bench.answerFirst(redirectFrom("93.184.216.34", location));
    QCOMPARE(bench.engine->state(), State::Finished); // no request was made
    const auto rows = bench.outbox->rows.takeAll();
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(errorIdName(rows[0].error), errorIdName(ErrorId::AddressDenied));
    QCOMPARE(rows[0].errorDetail, detail);
    QCOMPARE(rows[0].state, RowState::Failed);
    QCOMPARE(rows[0].status, 302);
    QCOMPARE(rows[0].redirects, 0);
}

void TestEngineRedirects::namesAreLeftToTheBackEnd()
{
    Bench bench("http://a.example/\nhttp://c.example/");
    bench.engine->start();
    bench.answerFirst(redirectFrom("93.184.216.34", "http://b.example/"));
    auto &inFlight = bench.fetcher->inFlight;
    const auto to = [&inFlight](QByteArrayView url) {
        return std::find_if(inFlight.begin(), inFlight.end(), [url](const auto &it) { return it.second.url == url; });
    };
    QVERIFY(to("http://b.example/") != inFlight.end());
    QVERIFY(to("http://b.example/")->second.denyPrivate);
    QVERIFY(!to("http://c.example/")->second.denyPrivate);
    bench.fetcher->answer(to("http://b.example/")->first, redirectFrom("93.184.216.34", "http://c.example/next"));
    QVERIFY(!to("http://c.example/next")->second.denyPrivate); // the user named it
    FetchResult denied;
    denied.error = ErrorId::AddressDenied;
    bench.fetcher->answer(to("http://c.example/next")->first, denied);
    const auto rows = bench.outbox->rows.takeAll();
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(rows[0].error, ErrorId::AddressDenied);
    QCOMPARE(rows[0].redirects, 2);
}

void TestEngineRedirects::privateAddressesMayBeAllowed()
{
    CrawlConfig config;
    config.allowPrivate = true;
    Bench bench("http://a.example/", config);
    bench.engine->start();
    bench.answerFirst(redirectFrom("93.184.216.34", "http://127.0.0.1/"));
    QCOMPARE(bench.fetcher->inFlight.begin()->second.url, "http://127.0.0.1/");
    QVERIFY(!bench.fetcher->inFlight.begin()->second.denyPrivate);
    bench.answerFirst(redirectFrom("127.0.0.1", "http://b.example/"));
    QVERIFY(!bench.fetcher->inFlight.begin()->second.denyPrivate);
}

void TestEngineRedirects::listedUrlsAreFetchedWhereverTheyAre()
{
    Bench bench("http://127.0.0.1:8080/");
    bench.engine->start();
    QVERIFY(!bench.fetcher->inFlight.begin()->second.denyPrivate);
    bench.answerFirst(redirectFrom("127.0.0.1", "http://localhost:9090/")); // from loopback to loopback
    QCOMPARE(bench.fetcher->inFlight.begin()->second.url, "http://localhost:9090/");
    bench.answerFirst(redirectFrom("127.0.0.1", "http://out.example/"));
    QVERIFY(!bench.fetcher->inFlight.begin()->second.denyPrivate);
    bench.answerFirst(redirectFrom("93.184.216.34", "http://127.0.0.1:9999/")); // and not back by another port
    QCOMPARE(bench.engine->state(), State::Finished);
    QCOMPARE(bench.outbox->rows.takeAll().at(0).error, ErrorId::AddressDenied);
}

void TestEngineRedirects::oddLocations_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QByteArray>("next"); // empty: an error
    QTest::addColumn<ErrorId>("error");
    const auto goes = [](const char *location, const char *next) {
        QTest::addRow("%s", location) << QByteArray(location) << QByteArray(next) << ErrorId::None;
    };
    const auto fails = [](const char *location, ErrorId error) {
        QTest::addRow("%s", location) << QByteArray(location) << QByteArray() << error;
    };
    for (const char *scheme :
         {"file:///etc/passwd", "FILE:/etc/passwd", "data:text/html,x", "javascript:alert(1)", "ftp://a.example/",
          "gopher://a.example/", "unix:/run/docker.sock", "http+unix://%2frun%2fdocker.sock/", "qrc:/x", "about:blank",
          "blob:http://a.example/1", "view-source:http://a.example/", "ws://a.example/", "mailto:a@a.example",
          "dict://127.0.0.1:11211/stats", "\tjava\nscript:alert(1)", "chrome://settings"})
        fails(scheme, ErrorId::RedirectDenied);
    for (const char *bad : {"http://", "https://", "http:///", "http://:80/", "http://b.example:0/",
                            "http://b.example:65536/", "http://b.example:x/", "http://[::1", "http://b..example/",
                            "http://256.256.256.256/", "//", "http://%00/", "http://a b.example/", "   "})
        fails(bad, ErrorId::RedirectBadLocation);
    goes("//b.example/x", "http://b.example/x");
    goes("\\\\b.example\\x", "http://b.example/x"); // as browsers read it: not a path on this host
    goes("/\\b.example/x", "http://b.example/x");
    goes("http:\\\\b.example\\x", "http://b.example/x");
    goes("http:b.example", "http://a.example/d/b.example"); // relative, same scheme
    goes("https:b.example", "https://b.example/");
    goes("///b.example/x", "http://b.example/x");
    goes("http://user:s3cret@b.example/", "http://b.example/");
    goes("http://a.example@b.example/", "http://b.example/");
    goes("http://b.example#@a.example/", "http://b.example/");
    goes("/a%0d%0aSet-Cookie:x=1", "http://a.example/a%0D%0ASet-Cookie:x=1");
    goes("/a\r\nb", "http://a.example/ab");
    goes("?", "http://a.example/d/page?");
    goes("../../../../x", "http://a.example/x");
    goes("/%2e%2e/x", "http://a.example/x");
    goes("HTTP://B.EXAMPLE:080/", "http://b.example/");
    goes("http://b.example./", "http://b.example/");
    goes("x:y", ""); // a scheme of its own
}

void TestEngineRedirects::oddLocations()
{
    QFETCH(QByteArray, location);
    QFETCH(QByteArray, next);
    QFETCH(ErrorId, error);
    Bench bench("http://a.example/d/page");
    bench.engine->start();
    bench.answerFirst(redirectFrom("93.184.216.34", location));
    if (!next.isEmpty()) {
        QCOMPARE(bench.fetcher->active(), 1);
        QCOMPARE(bench.fetcher->inFlight.begin()->second.url, next);
        return;
    }
    QCOMPARE(bench.engine->state(), State::Finished);
    const auto rows = bench.outbox->rows.takeAll();
    QCOMPARE(rows.size(), 1U);
    if (error != ErrorId::None)
        QCOMPARE(errorIdName(rows[0].error), errorIdName(error));
    else
        QCOMPARE(errorIdName(rows[0].error), errorIdName(ErrorId::RedirectDenied));
}

void TestEngineRedirects::secretsDoNotFollow_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<bool>("follow");
    QTest::newRow("path") << QByteArray("/next") << true;
    QTest::newRow("default port spelt out") << QByteArray("http://a.example:80/next") << true;
    QTest::newRow("userinfo of its own") << QByteArray("http://x:y@a.example/next") << true;
    QTest::newRow("scheme") << QByteArray("https://a.example/") << false;
    QTest::newRow("port") << QByteArray("http://a.example:8080/") << false;
    QTest::newRow("host") << QByteArray("http://b.example/") << false;
    QTest::newRow("subdomain") << QByteArray("http://www.a.example/") << false;
    QTest::newRow("address") << QByteArray("http://93.184.216.34/") << false;
}

void TestEngineRedirects::secretsDoNotFollow()
{
    QFETCH(QByteArray, location);
    QFETCH(bool, follow);
    const QByteArrayList secret {"Proxy-Authorization", "Cookie", "X-Api-Key", "Private-Token"};
    CrawlConfig config;
    for (const QByteArray &name : secret)
        config.headers.emplaceBack(name, "s3cret");
    config.headers.emplaceBack("X-Plain", "1");
    Bench bench("http://user:pw@a.example/", config);
    bench.engine->start();
    const QByteArray basic = "Basic " + QByteArray("user:pw").toBase64();
    QCOMPARE(headerValue(bench.fetcher->inFlight.begin()->second.headers, "Authorization"), basic);
    bench.answerFirst(redirectFrom("93.184.216.34", location));
    QCOMPARE(bench.fetcher->active(), 1);
    const HeaderList &headers = bench.fetcher->inFlight.begin()->second.headers;
    QCOMPARE(headerValue(headers, "Authorization"), follow ? basic : QByteArray());
    for (const QByteArray &name : secret)
        QCOMPARE(headerValue(headers, name), follow ? QByteArray("s3cret") : QByteArray());
    QCOMPARE(headerValue(headers, "X-Plain"), QByteArray("1"));
}

void TestEngineRedirects::secretsDoNotComeBack()
{
    CrawlConfig config;
    config.headers = {{"Authorization", "Bearer s3cret"}, {"Cookie", "id=s3cret"}};
    Bench bench("http://user:s3cret@a.example/", config);
    bench.engine->start();
    for (const char *location : {"http://b.example/", "http://a.example/back", "/again"}) {
        bench.answerFirst(redirectFrom("93.184.216.34", location));
        QCOMPARE(bench.fetcher->active(), 1);
        for (const auto &header : bench.fetcher->inFlight.begin()->second.headers)
            QVERIFY2(!header.second.contains("s3cret") && !header.second.startsWith("Basic"), location);
    }
    QCOMPARE(bench.fetcher->inFlight.begin()->second.url, "http://a.example/again");
}

void TestEngineRedirects::cookiesGoToTheirSite()
{
    CrawlConfig config;
    config.cookies = true;
    Bench bench("http://a.example/", config);
    bench.engine->start();
    FetchResult first = redirectFrom("93.184.216.34", "http://b.example/");
    first.headers.emplaceBack("Set-Cookie", "id=1; Path=/");
    bench.answerFirst(first);
    QCOMPARE(headerValue(bench.fetcher->inFlight.begin()->second.headers, "Cookie"), QByteArray());
    bench.answerFirst(redirectFrom("93.184.216.34", "http://a.example/back"));
    QCOMPARE(headerValue(bench.fetcher->inFlight.begin()->second.headers, "Cookie"), QByteArray("id=1"));
}

QTEST_GUILESS_MAIN(TestEngineRedirects)
#include "tst_engineredirects.moc"
