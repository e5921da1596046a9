// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/robotscache.h"
#include "support/heap.h"

#include <QTest>

#include <map>
#include <random>

using namespace crawlscope;
using Reason = RobotsCache::Reason;
using State = RobotsCache::State;

namespace {

constexpr qint64 kSecond = 1'000'000;
constexpr qint64 kHour = 3600 * kSecond;
const QByteArray kOrigin = QByteArrayLiteral("https://example.org:443");
const QByteArray kDenyA = QByteArrayLiteral("User-agent: *\nDisallow: /a\n");

RobotsAnswer answer(quint16 status, const QByteArray &body = {}, ErrorId error = ErrorId::None)
{
    return {status, error, body, false};
}

} // namespace

class TestRobotsCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lifeOfAnEntry();
    void answers_data();
    void answers();
    void rules();
    void cutBody();
    void expiry();
    void unreachableKeepsRules();
    void unreachableAfterMissing();
    void cancelledSaysNothing();
    void crawlDelay();
    void equalFilesAreShared();
    void filesGoWithTheirUsers();
    void memoryOfManyOrigins();
    void randomOperations();
};

void TestRobotsCache::lifeOfAnEntry()
{
    RobotsCache cache("crawlscope");
    QCOMPARE(cache.state(kOrigin), State::Unknown);
    QVERIFY(cache.needsFetch(kOrigin, 0));
    QCOMPARE(cache.verdict(kOrigin, "/a"), (RobotsCache::Verdict {false, Reason::Unknown}));
    QVERIFY(cache.rules(kOrigin) == nullptr);
    cache.fetching(kOrigin);
    QCOMPARE(cache.state(kOrigin), State::Fetching);
    QVERIFY(!cache.needsFetch(kOrigin, 0));
    QVERIFY(!cache.needsFetch(kOrigin, 100 * kHour));
    QCOMPARE(cache.verdict(kOrigin, "/a").reason, Reason::Unknown);
    cache.answered(kOrigin, answer(200, kDenyA), 0);
    QCOMPARE(cache.state(kOrigin), State::Known);
    QVERIFY(!cache.needsFetch(kOrigin, 0));
    QCOMPARE(cache.verdict(kOrigin, "/a"), (RobotsCache::Verdict {false, Reason::DeniedByRules}));
    QCOMPARE(cache.verdict(kOrigin, "/b"), (RobotsCache::Verdict {true, Reason::AllowedByRules}));
    QCOMPARE(cache.verdict("http://example.org:80", "/b").reason, Reason::Unknown);
}

void TestRobotsCache::answers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorId>("error");
    QTest::addColumn<Reason>("a"); // of a path that the body denies
    QTest::addColumn<Reason>("b"); // of another
    const auto row = [](const char *name, int status, ErrorId error, Reason a, Reason b) {
        QTest::newRow(name) << status << error << a << b;
    };
    const auto same = [row](const char *name, int status, ErrorId error, Reason reason) {
        row(name, status, error, reason, reason);
    };
    row("200", 200, ErrorId::None, Reason::DeniedByRules, Reason::AllowedByRules);
    row("206", 206, ErrorId::None, Reason::DeniedByRules, Reason::AllowedByRules);
    row("too large", 200, ErrorId::BodyTooLarge, Reason::DeniedByRules, Reason::AllowedByRules);
    same("304", 304, ErrorId::None, Reason::AllowedMissing);
    same("400", 400, ErrorId::None, Reason::AllowedMissing);
    same("401", 401, ErrorId::None, Reason::AllowedMissing);
    same("403", 403, ErrorId::None, Reason::AllowedMissing);
    same("404", 404, ErrorId::None, Reason::AllowedMissing);
    same("429", 429, ErrorId::None, Reason::AllowedMissing);
    same("499", 499, ErrorId::None, Reason::AllowedMissing);
    same("404, reset in its body", 404, ErrorId::ResetInBody, Reason::AllowedMissing);
    same("redirects without end", 302, ErrorId::RedirectLimit, Reason::AllowedMissing);
    same("redirects in a circle", 302, ErrorId::RedirectLoop, Reason::AllowedMissing);
    same("redirect nowhere", 302, ErrorId::RedirectBadLocation, Reason::AllowedMissing);
    same("redirect denied", 302, ErrorId::RedirectDenied, Reason::AllowedMissing);
    same("500", 500, ErrorId::None, Reason::DeniedUnreachable);
    same("503", 503, ErrorId::None, Reason::DeniedUnreachable);
    same("599", 599, ErrorId::None, Reason::DeniedUnreachable);
    same("no status", 0, ErrorId::None, Reason::DeniedUnreachable);
    same("101", 101, ErrorId::None, Reason::DeniedUnreachable);
    same("no name", 0, ErrorId::DnsNotFound, Reason::DeniedUnreachable);
    same("refused", 0, ErrorId::ConnectRefused, Reason::DeniedUnreachable);
    same("certificate", 0, ErrorId::TlsExpired, Reason::DeniedUnreachable);
    same("private address", 0, ErrorId::AddressDenied, Reason::DeniedUnreachable);
    same("time-out in the body", 200, ErrorId::TotalTimeout, Reason::DeniedUnreachable);
    same("reset in the body", 200, ErrorId::ResetInBody, Reason::DeniedUnreachable);
    same("bad coding", 200, ErrorId::DecodeFailed, Reason::DeniedUnreachable);
}

void TestRobotsCache::answers()
{
    QFETCH(int, status);
    QFETCH(ErrorId, error);
    QFETCH(Reason, a);
    QFETCH(Reason, b);
    RobotsCache cache("crawlscope");
    cache.fetching(kOrigin);
    cache.answered(kOrigin, answer(static_cast<quint16>(status), kDenyA, error), 0);
    QCOMPARE(cache.verdict(kOrigin, "/a").reason, a);
    QCOMPARE(cache.verdict(kOrigin, "/b").reason, b);
    const bool allowed = b == Reason::AllowedByRules || b == Reason::AllowedMissing;
    QCOMPARE(cache.verdict(kOrigin, "/b").allowed, allowed);
    QCOMPARE(cache.verdict(kOrigin, "/a").allowed, a == Reason::AllowedMissing);
    const qint64 age = b == Reason::DeniedUnreachable ? RobotsCache::kUnreachableAgeMicros : RobotsCache::kMaxAgeMicros;
    QVERIFY(!cache.needsFetch(kOrigin, age - 1));
    QVERIFY(cache.needsFetch(kOrigin, age));
}

void TestRobotsCache::rules()
{
    RobotsCache cache("crawlscope");
    cache.answered(kOrigin, answer(200, "Sitemap: http://example.org/s.xml\n"), 0);
    QVERIFY(cache.rules(kOrigin) != nullptr);
    QCOMPARE(cache.rules(kOrigin)->sitemaps(), QByteArrayList {"http://example.org/s.xml"});
    cache.answered(kOrigin, answer(200, "<html>no such page</html>"), 0);
    QVERIFY(cache.rules(kOrigin) == nullptr);
    QCOMPARE(cache.verdict(kOrigin, "/a"), (RobotsCache::Verdict {true, Reason::AllowedByRules}));
    QCOMPARE(cache.fileCount(), 0);
}

void TestRobotsCache::cutBody()
{
    RobotsCache cache("crawlscope");
    RobotsAnswer cut = answer(200, kDenyA + "Disallow: /private");
    cut.bodyTruncated = true;
    cache.answered(kOrigin, cut, 0);
    QVERIFY(!cache.verdict(kOrigin, "/a").allowed);
    QVERIFY(cache.verdict(kOrigin, "/private").allowed);
    QVERIFY(cache.rules(kOrigin)->truncated());
    cut.bodyTruncated = false; // the same text, whole, is another file
    cache.answered("http://whole:80", cut, 0);
    QVERIFY(!cache.verdict("http://whole:80", "/private").allowed);
}

void TestRobotsCache::expiry()
{
    RobotsCache cache("crawlscope");
    const qint64 start = 7 * kHour;
    cache.answered(kOrigin, answer(200, kDenyA), start);
    QVERIFY(!cache.needsFetch(kOrigin, start + RobotsCache::kMaxAgeMicros - kSecond));
    QVERIFY(cache.needsFetch(kOrigin, start + RobotsCache::kMaxAgeMicros));
    QCOMPARE(cache.state(kOrigin), State::Known);
    QCOMPARE(cache.verdict(kOrigin, "/a").reason, Reason::DeniedByRules);
    cache.fetching(kOrigin);
    QCOMPARE(cache.state(kOrigin), State::Fetching);
    QVERIFY(!cache.needsFetch(kOrigin, start + RobotsCache::kMaxAgeMicros));
    QCOMPARE(cache.verdict(kOrigin, "/a").reason, Reason::DeniedByRules); // still of use
    cache.answered(kOrigin, answer(200, "User-agent: *\nDisallow: /b\n"), start + 25 * kHour);
    QCOMPARE(cache.verdict(kOrigin, "/a").reason, Reason::AllowedByRules);
    QCOMPARE(cache.verdict(kOrigin, "/b").reason, Reason::DeniedByRules);
    QVERIFY(!cache.needsFetch(kOrigin, start + 48 * kHour));
}

void TestRobotsCache::unreachableKeepsRules()
{
    RobotsCache cache("crawlscope");
    cache.answered(kOrigin, answer(200, kDenyA), 0);
    cache.fetching(kOrigin);
    cache.answered(kOrigin, answer(503), 24 * kHour);
    QCOMPARE(cache.state(kOrigin), State::Known);
    QCOMPARE(cache.verdict(kOrigin, "/a").reason, Reason::DeniedByRules);
    QCOMPARE(cache.verdict(kOrigin, "/b").reason, Reason::AllowedByRules);
    QVERIFY(!cache.needsFetch(kOrigin, 25 * kHour - kSecond));
    QVERIFY(cache.needsFetch(kOrigin, 25 * kHour));
    cache.answered(kOrigin, answer(404), 25 * kHour);
    QCOMPARE(cache.verdict(kOrigin, "/a").reason, Reason::AllowedMissing);
    QCOMPARE(cache.fileCount(), 0);
}

void TestRobotsCache::unreachableAfterMissing()
{
    RobotsCache cache("crawlscope");
    cache.answered(kOrigin, answer(404), 0);
    cache.answered(kOrigin, answer(0, {}, ErrorId::ConnectTimeout), 24 * kHour);
    QCOMPARE(cache.verdict(kOrigin, "/a").reason, Reason::DeniedUnreachable);
}

void TestRobotsCache::cancelledSaysNothing()
{
    RobotsCache cache("crawlscope");
    cache.answered(kOrigin, answer(0, {}, ErrorId::Cancelled), 0);
    QCOMPARE(cache.originCount(), 0);
    cache.fetching(kOrigin);
    cache.answered(kOrigin, answer(0, {}, ErrorId::Cancelled), 0);
    QCOMPARE(cache.state(kOrigin), State::Unknown);
    QVERIFY(cache.needsFetch(kOrigin, 0));
    cache.answered(kOrigin, answer(200, kDenyA), 0);
    cache.fetching(kOrigin);
    cache.answered(kOrigin, answer(0, {}, ErrorId::HostPaused), 30 * kHour);
    QCOMPARE(cache.state(kOrigin), State::Known);
    QCOMPARE(cache.verdict(kOrigin, "/a").reason, Reason::DeniedByRules);
    QVERIFY(cache.needsFetch(kOrigin, 30 * kHour));
}

void TestRobotsCache::crawlDelay()
{
    RobotsCache cache("Crawlscope/1.0");
    QVERIFY(!cache.crawlDelayS(kOrigin));
    cache.answered(kOrigin, answer(200, "User-agent: crawlscope\nCrawl-delay: 2.5\n"), 0);
    QCOMPARE(cache.crawlDelayS(kOrigin).value_or(-1), 2.5);
    cache.answered(kOrigin, answer(200, "User-agent: *\nCrawl-delay: 86400\n"), 0);
    QCOMPARE(cache.crawlDelayS(kOrigin).value_or(-1), RobotsCache::kMaxCrawlDelayS);
    cache.answered(kOrigin, answer(200, kDenyA), 0);
    QVERIFY(!cache.crawlDelayS(kOrigin));
    cache.answered(kOrigin, answer(404), 0);
    QVERIFY(!cache.crawlDelayS(kOrigin));
}

void TestRobotsCache::equalFilesAreShared()
{
    RobotsCache cache("crawlscope");
    cache.answered("http://a:80", answer(200, kDenyA), 0);
    cache.answered("http://b:80", answer(200, QByteArray(kDenyA.constData())), 0);
    cache.answered("http://c:80", answer(200, kDenyA + "# other"), 0);
    QCOMPARE(cache.fileCount(), 2);
    QCOMPARE(cache.rules("http://a:80"), cache.rules("http://b:80"));
    QVERIFY(cache.rules("http://a:80") != cache.rules("http://c:80"));
}

void TestRobotsCache::filesGoWithTheirUsers()
{
    RobotsCache cache("crawlscope");
    cache.answered("http://a:80", answer(200, kDenyA), 0);
    cache.answered("http://b:80", answer(200, kDenyA), 0);
    cache.answered("http://a:80", answer(200, kDenyA), 0); // the same again
    cache.answered("http://a:80", answer(404), 0);
    QCOMPARE(cache.fileCount(), 1);
    QCOMPARE(cache.verdict("http://b:80", "/a").reason, Reason::DeniedByRules);
    cache.answered("http://b:80", answer(404), 0);
    QCOMPARE(cache.fileCount(), 0);
    cache.answered("http://c:80", answer(200, kDenyA), 0);
    QCOMPARE(cache.fileCount(), 1);
    QCOMPARE(cache.verdict("http://c:80", "/a").reason, Reason::DeniedByRules);
}

void TestRobotsCache::memoryOfManyOrigins()
{
    constexpr int origins = 1'000'000;
    std::vector<QByteArray> keys;
    keys.reserve(origins);
    for (int i = 0; i < origins; ++i)
        keys.push_back("https://host" + QByteArray::number(i) + ".example:443");
    const qint64 before = test::heapInUse();
    RobotsCache cache("crawlscope");
    const RobotsAnswer missing = answer(404, "not found");
    for (const QByteArray &key : keys) {
        cache.fetching(key);
        cache.answered(key, missing, 0);
    }
    const qint64 bytes = (test::heapInUse() - before) / origins;
    qInfo("%lld bytes for each origin besides its key", static_cast<long long>(bytes));
    QCOMPARE(cache.originCount(), origins);
    QVERIFY(bytes < 150);
}

/// Against a model that keeps every text.
void TestRobotsCache::randomOperations()
{
    struct Model
    {
        QByteArray body; ///< null: missing
        bool unreachable = false;
    };
    std::mt19937 random(2309); // NOLINT: the same operations every time
    const auto pick = [&random](qsizetype n) { return static_cast<qsizetype>(random() % static_cast<quint64>(n)); };
    RobotsCache cache("crawlscope");
    std::map<QByteArray, Model> model;
    for (int round = 0; round < 20'000; ++round) {
        const QByteArray origin = "http://h" + QByteArray::number(pick(50)) + ":80";
        const QByteArray path = '/' + QByteArray::number(pick(10));
        const qsizetype action = pick(6);
        if (action == 0) {
            cache.fetching(origin);
        } else if (action <= 2) {
            const QByteArray body = "User-agent: *\nDisallow: /" + QByteArray::number(pick(10)) + '\n';
            cache.answered(origin, answer(200, body), round);
            model[origin] = {body, false};
        } else if (action == 3) {
            cache.answered(origin, answer(404), round);
            model[origin] = {};
        } else if (action == 4) {
            cache.answered(origin, answer(500), round);
            Model &entry = model[origin];
            entry.unreachable = entry.body.isNull();
        }
        const auto known = model.find(origin);
        Reason expected = Reason::Unknown;
        if (known != model.end()) {
            const Model &entry = known->second;
            expected = entry.unreachable                                    ? Reason::DeniedUnreachable
                : entry.body.isNull()                                       ? Reason::AllowedMissing
                : RobotsRules::parse(entry.body, "crawlscope").allows(path) ? Reason::AllowedByRules
                                                                            : Reason::DeniedByRules;
        }
        QCOMPARE(cache.verdict(origin, path).reason, expected);
        QVERIFY(cache.fileCount() <= 10);
    }
}

QTEST_GUILESS_MAIN(TestRobotsCache)
#include "tst_robotscache.moc"
