// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/politebench.h"

#include <QTest>

#include <map>
#include <random>
#include <set>

using namespace crawlscope;
using crawlscope::test::MemoryRecorder;
using crawlscope::test::PoliteBench;
using State = CrawlController::State;

namespace {

using Random = std::mt19937;

int upTo(Random &random, int most)
{
    return static_cast<int>(random() % static_cast<unsigned>(most + 1));
}

QByteArray hostName(int host)
{
    return "h" + QByteArray::number(host) + ".s" + QByteArray::number(host % 4) + ".example";
}

CrawlConfig randomConfig(Random &random)
{
    CrawlConfig config;
    config.limits.inFlight = 1 + upTo(random, 15);
    config.limits.perHost = 1 + upTo(random, 5);
    config.limits.ratePerS = upTo(random, 2) == 0 ? 20 + upTo(random, 200) : 0;
    config.limits.hostIntervalS = upTo(random, 3) == 0 ? 0.05 * upTo(random, 4) : 0;
    config.limits.hostRatePerS = upTo(random, 3) == 0 ? 5 + upTo(random, 20) : 0;
    config.limits.adaptive = upTo(random, 1) == 0;
    config.grouping = static_cast<HostGrouping>(upTo(random, 2));
    config.robots = static_cast<RobotsMode>(upTo(random, 2));
    config.retries = upTo(random, 3);
    config.secondPass = upTo(random, 1) == 0;
    config.breaker = upTo(random, 3) != 0;
    config.maxRedirects = upTo(random, 5);
    config.maxRetryAfterMs = 5000;
    if (upTo(random, 1) == 0) {
        HostOverride one;
        one.pattern = "*.s1.example";
        one.perHost = 1;
        config.limits.hosts = {one};
    }
    return config;
}

FetchResult randomAnswer(Random &random, const FetchRequest &request, int hosts)
{
    const QByteArray name = request.url.mid(request.url.indexOf("//h") + 3);
    const int host = name.first(name.indexOf('.')).toInt();
    const bool robots = request.url.endsWith("/robots.txt");
    FetchResult result;
    if (robots && upTo(random, 1) == 0)
        return PoliteBench::robots("User-agent: *\nDisallow: /7\nCrawl-delay: 0.1\n");
    switch (upTo(random, 11)) {
    case 0:
        return PoliteBench::page(404);
    case 1:
        return PoliteBench::refusal(429);
    case 2:
        return PoliteBench::refusal(429, QByteArray::number(upTo(random, 20)));
    case 3:
        return PoliteBench::refusal(503);
    case 4:
        return PoliteBench::failure(ErrorId::ConnectReset);
    case 5:
        return PoliteBench::failure(upTo(random, 1) == 0 ? ErrorId::TotalTimeout : ErrorId::DnsFailed);
    case 6:
        return PoliteBench::redirectTo(
            "http://" + hostName(upTo(random, hosts))
            + (robots ? QByteArray("/robots.txt") : QByteArray("/r") + QByteArray::number(upTo(random, 9))));
    default:
        result = PoliteBench::page();
        result.remoteIp = "192.0.2." + QByteArray::number(host % 3);
        return result;
    }
}

/// URLs under way by the queue they count for, where the grouping tells it from the URL alone.
std::map<QByteArray, int> perQueue(const PoliteBench &bench, HostGrouping grouping)
{
    std::map<QByteArray, int> out;
    for (const auto &[id, request] : bench.fetcher->inFlight) {
        if (request.url.endsWith("/robots.txt")) // may have been sent on to another host
            continue;
        QByteArray key = request.hostKey;
        if (grouping == HostGrouping::Domain)
            key = key.mid(key.indexOf('.') + 1);
        ++out[key];
    }
    return out;
}

/// A queue that has more under way than it is allowed; empty: none.
QByteArray queueOverItsLimit(const PoliteBench &bench, const CrawlConfig &config)
{
    if (config.grouping == HostGrouping::Address)
        return {};
    for (const auto &[key, count] : perQueue(bench, config.grouping)) {
        const bool one = !config.limits.hosts.empty() && key.contains("s1.example");
        if (count > (one ? 1 : config.limits.perHost))
            return key;
    }
    return {};
}

/// One row or none of each URL, with attempts that add up.
void checkRows(const PoliteBench &bench, const CrawlConfig &config)
{
    const UrlCounts counts = bench.counts();
    QCOMPARE(bench.rows.size() + counts.left, std::size_t {counts.unique});
    QCOMPARE(bench.state() == State::Finished, counts.left == 0);
    QCOMPARE(counts.delayed + counts.inFlight + counts.analysing, quint64 {0});
    std::set<quint32> seen;
    for (const ResultRow &row : bench.rows) {
        QVERIFY(seen.insert(row.entry).second);
        QVERIFY(row.confirmed <= row.attempts);
        QCOMPARE(row.confirmed >= 1, row.error != ErrorId::RobotsDenied || row.attempts > 0); // not asked for at all
        QVERIFY(row.attempts <= config.retries + 1 + (config.secondPass ? 1 : 0));
        QVERIFY(row.state != RowState::Left);
    }
}

} // namespace

/// Whatever servers answer and whatever is configured: a run ends, and nothing is lost, counted twice or hurried.
class TestEnginePolite : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRunEnds_data();
    void everyRunEnds();
};

void TestEnginePolite::everyRunEnds_data()
{
    QTest::addColumn<uint>("seed");
    for (uint seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestEnginePolite::everyRunEnds()
{
    QFETCH(uint, seed);
    Random random(seed);
    const int hosts = 3 + upTo(random, 12);
    const int urls = 60 + upTo(random, 200);
    QByteArray list;
    for (int i = 0; i < urls; ++i)
        list += "http://" + hostName(upTo(random, hosts)) + '/' + QByteArray::number(i % 230) + '\n';
    const std::set<int> dead {upTo(random, hosts)}; // nothing ever comes of it
    const CrawlConfig config = randomConfig(random);
    const bool stops = upTo(random, 4) == 0;
    RunStart start = PoliteBench::startOf(list, config);
    auto recorder = std::make_shared<MemoryRecorder>();
    if (upTo(random, 1) == 0)
        start.recorder = recorder;
    PoliteBench bench(std::move(start), true);
    bench.engine->setHostsWanted(true);
    bench.engine->start();
    const auto ended = [&bench] { return bench.state() == State::Finished || bench.state() == State::Stopped; };
    int steps = 0;
    for (; steps < 100'000 && !ended(); ++steps) {
        QVERIFY(static_cast<int>(bench.fetcher->inFlight.size()) <= config.limits.inFlight);
        const QByteArray over = queueOverItsLimit(bench, config);
        QVERIFY2(over.isEmpty(), over.constData());
        if (!bench.fetcher->inFlight.empty() && upTo(random, 2) != 0) {
            auto one = bench.fetcher->inFlight.begin();
            std::advance(one, upTo(random, static_cast<int>(bench.fetcher->inFlight.size()) - 1));
            const bool isDead = std::any_of(dead.begin(), dead.end(),
                                            [&one](int host) { return one->second.url.contains(hostName(host)); });
            bench.fetcher->answer(one->first,
                                  isDead ? PoliteBench::failure(ErrorId::ConnectTimeout)
                                         : randomAnswer(random, one->second, hosts));
        } else if (upTo(random, 40) == 0) {
            bench.engine->pause();
            QVERIFY(bench.engine->counts().addUp());
            bench.engine->resume();
        } else if (stops && upTo(random, 300) == 0) {
            bench.engine->stop();
        } else {
            bench.advance(bench.fetcher->inFlight.empty() ? 200 : 20);
        }
        QVERIFY(bench.engine->counts().addUp());
        bench.check();
    }
    bench.jump(100);
    QVERIFY2(ended(), qPrintable(QString::number(steps)));
    QVERIFY(bench.addedUp);
    checkRows(bench, config);
}

QTEST_GUILESS_MAIN(TestEnginePolite)
#include "tst_enginepolite.moc"
