// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawlcontroller.h"
#include "core/lab/schedulesimulator.h"
#include "demosite/demoserver.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;

class TestScheduleSimulator : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void durations_data();
    void durations();
    void longestPole();
    void timeline();
    void readsTables();
    void large();
    void bounds();
    void json();
    void cancelled();
    void csv();
    void realRuns();
};

namespace {

ScheduleInput inputOf(const std::vector<std::pair<int, int>> &hostAndMillis)
{
    ScheduleInput input;
    for (const auto &[host, millis] : hostAndMillis) {
        while (static_cast<int>(input.hosts.size()) <= host)
            input.hosts.push_back("h" + QByteArray::number(input.hosts.size()) + ":80");
        input.urls.push_back({static_cast<quint32>(host), static_cast<quint32>(millis) * 1000});
    }
    return input;
}

CrawlLimits limitsOf(int inFlight, int perHost)
{
    CrawlLimits limits;
    limits.inFlight = inFlight;
    limits.perHost = perHost;
    return limits;
}

using Urls = QList<std::pair<int, int>>;

} // namespace

void TestScheduleSimulator::durations_data()
{
    QTest::addColumn<Urls>("urls");
    QTest::addColumn<CrawlLimits>("limits");
    QTest::addColumn<qint64>("millis");
    QTest::addColumn<int>("most");
    const Urls six(6, {0, 100});
    CrawlLimits rate = limitsOf(20, 6);
    rate.ratePerS = 10;
    CrawlLimits interval = limitsOf(20, 6);
    interval.hostIntervalS = 1;
    CrawlLimits override = limitsOf(20, 6);
    override.hosts = {{"h0", 2, {}, {}}};
    QTest::newRow("nothing") << Urls() << limitsOf(1, 1) << qint64 {0} << 0;
    QTest::newRow("one") << Urls {{0, 7}} << limitsOf(1, 1) << qint64 {7} << 1;
    QTest::newRow("in a row") << six << limitsOf(1, 6) << qint64 {600} << 1;
    QTest::newRow("at once") << six << limitsOf(6, 6) << qint64 {100} << 6;
    QTest::newRow("by twos") << six << limitsOf(6, 2) << qint64 {300} << 2;
    QTest::newRow("host of its own limit") << six << override << qint64 {300} << 2;
    QTest::newRow("four hosts, three slots")
        << Urls {{0, 100}, {1, 100}, {2, 100}, {3, 100}} << limitsOf(3, 1) << qint64 {200} << 3;
    QTest::newRow("interval") << Urls {{0, 100}, {0, 100}, {0, 100}} << interval << qint64 {2100} << 1;
    CrawlLimits odd = limitsOf(20, 6);
    odd.hostIntervalS = 0.05;
    QTest::newRow("waits end with a tick") << Urls {{0, 1}, {0, 1}, {0, 1}} << odd << qint64 {121} << 1;
    QTest::newRow("rate") << Urls {{0, 50}, {1, 50}, {0, 50}, {1, 50}} << rate << qint64 {350} << 1;
    QTest::newRow("no time at all") << Urls(1000, {0, 0}) << limitsOf(1, 1) << qint64 {0} << 1;
}

void TestScheduleSimulator::durations()
{
    QFETCH(Urls, urls);
    QFETCH(CrawlLimits, limits);
    QFETCH(qint64, millis);
    QFETCH(int, most);
    const ScheduleInput input = inputOf({urls.begin(), urls.end()});
    const SchedulePrediction found = simulateSchedule(input, limits);
    QVERIFY(found.valid);
    QCOMPARE(found.durationMicros, millis * 1000);
    QCOMPARE(found.mostInFlight, most);
    quint64 sum = 0;
    for (const SchedulePrediction::Host &host : found.hosts)
        sum += host.urls;
    QCOMPARE(sum, input.urls.size());
}

void TestScheduleSimulator::longestPole()
{
    // A host with ten URLs, one at a time, besides two with one each.
    std::vector<std::pair<int, int>> urls(10, {1, 100});
    urls.insert(urls.begin(), {{0, 250}, {2, 50}});
    const SchedulePrediction found = simulateSchedule(inputOf(urls), limitsOf(20, 1));
    QCOMPARE(found.hosts.size(), std::size_t {3});
    QCOMPARE(found.hosts[0].key, QByteArray("h1:80"));
    QCOMPARE(found.hosts[0].endMicros, 1'000'000);
    QCOMPARE(found.hosts[0].busyMicros, 1'000'000);
    QCOMPARE(found.hosts[0].mostInFlight, 1);
    QCOMPARE(found.hosts[1].key, QByteArray("h0:80"));
    QCOMPARE(found.aloneMicros, 750'000);
}

void TestScheduleSimulator::timeline()
{
    const SchedulePrediction found = simulateSchedule(inputOf({{0, 1000}, {0, 500}, {1, 250}}), limitsOf(20, 6));
    QCOMPARE(found.inFlight.size(), std::size_t {SchedulePrediction::kBuckets});
    QCOMPARE(found.inFlight[0], 3.0F);
    QCOMPARE(found.inFlight[30], 2.0F);
    QCOMPARE(found.inFlight[99], 1.0F);
    QCOMPARE(found.hosts[1].inFlight[24], 1.0F);
    QCOMPARE(found.hosts[1].inFlight[25], 0.0F);
    double area = 0;
    for (const float value : found.inFlight)
        area += static_cast<double>(value) * static_cast<double>(found.bucketMicros()) / 1000;
    QVERIFY(std::abs(area - 1750) < 1);
}

void TestScheduleSimulator::readsTables()
{
    const auto urls =
        UrlList::parse("http://a/1\nhttp://b/1\nhttp://a/1\nhttp://a/2\nnot a url\nhttp://a/3\nhttp://c/\n");
    ResultTable table;
    const auto row = [](quint32 entry, RowState state, quint32 micros) {
        ResultRow out;
        out.entry = entry;
        out.state = state;
        out.times.total = micros;
        return out;
    };
    table.append({row(0, RowState::Done, 9000), row(3, RowState::Skipped, PhaseTimes::kNotApplicable),
                  row(1, RowState::Failed, 3000), row(0, RowState::Done, 4000)});
    const ScheduleInput input = scheduleInput(*urls, table);
    QCOMPARE(input.hosts, (std::vector<QByteArray> {"a:80", "b:80", "c:80"}));
    QCOMPARE(input.urls.size(), std::size_t {4}); // neither the duplicate nor the skipped one
    QCOMPARE(input.urls[0].serviceMicros, 4000U); // the newest
    QCOMPARE(input.urls[1].serviceMicros, 3000U);
    QCOMPARE(input.urls[2].serviceMicros, 4000U); // left: as its host
    QCOMPARE(input.urls[3].serviceMicros, 4000U); // as all
    QCOMPARE(input.assumed, 2U);
}

void TestScheduleSimulator::large()
{
    std::vector<std::pair<int, int>> urls;
    for (int i = 0; i < 100'000; ++i)
        urls.emplace_back(i % 1000, 20 + i % 200);
    const ScheduleInput input = inputOf(urls);
    std::atomic<quint64> done = 0;
    const SchedulePrediction found = simulateSchedule(input, limitsOf(100, 6), {nullptr, &done});
    QCOMPARE(done.load(), quint64 {100'000});
    qint64 sum = 0;
    for (const ScheduleInput::Url &url : input.urls)
        sum += url.serviceMicros;
    // All slots are busy until the end comes near.
    QVERIFY(found.durationMicros >= sum / 100);
    QVERIFY(found.durationMicros < sum / 100 + 1'000'000);
    const std::atomic<bool> stop = true;
    QVERIFY(!simulateSchedule(input, limitsOf(100, 6), {&stop, nullptr}).valid);
}

void TestScheduleSimulator::bounds()
{
    CrawlLimits limits = limitsOf(1, 1);
    limits.ratePerS = 1e-9;
    const SchedulePrediction found =
        simulateSchedule(inputOf({{0, 1}, {0, 1}, {0, 1}, {0, 1}, {0, 1}, {0, 1}}), limits);
    QVERIFY(found.valid);
    QVERIFY(found.endless);
    // Limits out of range are clamped as those of a run are.
    QCOMPARE(simulateSchedule(inputOf({{0, 1}, {0, 1}}), limitsOf(0, -5)).durationMicros, 2000);
}

void TestScheduleSimulator::json()
{
    const ScheduleInput input = inputOf({{0, 1000}, {1, 250}});
    const CrawlLimits limits = limitsOf(20, 6);
    const QJsonObject object = predictionJson(simulateSchedule(input, limits), input, limits, 1);
    QCOMPARE(object[u"predicted_s"_s].toDouble(), 1.0);
    QCOMPARE(object[u"longest_pole"_s].toObject()[u"alone_s"_s].toDouble(), 0.75);
    QCOMPARE(object[u"hosts"_s].toArray().size(), 1);
    QCOMPARE(object[u"host_count"_s].toInt(), 2);
    QCOMPARE(object[u"in_flight"_s].toArray().size(), 100);
}

namespace {

struct Run
{
    std::shared_ptr<ResultTable> table = std::make_shared<ResultTable>();
    qint64 micros = 0;
};

Run crawl(const std::shared_ptr<const UrlList> &urls, const CrawlLimits &limits)
{
    Run run;
    CrawlController controller;
    QSignalSpy finished(&controller, &CrawlController::finished);
    RunStart start;
    start.urls = urls;
    start.config.limits = limits;
    start.config.robots = RobotsMode::Ignore;
    controller.start(std::move(start));
    if (!finished.wait(60'000))
        return run;
    CrawlUpdate update = controller.takeUpdate();
    run.table->append(update.rows);
    run.micros = update.snapshot.elapsedMs * 1000;
    return run;
}

} // namespace

/// What one run recorded tells how long the others take.
void TestScheduleSimulator::cancelled()
{
    const std::atomic<bool> cancelled = true;
    SimulationOptions options;
    options.cancelled = &cancelled;
    QVERIFY(!simulateSchedule(inputOf({{0, 1}, {1, 1}}), limitsOf(1, 1), options).valid);
    const auto urls = UrlList::parse(QByteArray("http://a.example/\n"));
    QVERIFY(scheduleInput(*urls, ResultTable(), &cancelled).urls.empty());
    QCOMPARE(scheduleInput(*urls, ResultTable()).urls.size(), std::size_t {1});
}

void TestScheduleSimulator::csv()
{
    QCOMPARE(hostsCsv({}), QByteArray("host,urls,start_ms,end_ms,busy_ms,most_in_flight\r\n"));
    QCOMPARE(hostsCsv(simulateSchedule(inputOf({{0, 1000}, {0, 500}, {1, 250}}), limitsOf(1, 1))),
             QByteArray("host,urls,start_ms,end_ms,busy_ms,most_in_flight\r\n"
                        "h0:80,2,0.000,1750.000,1500.000,1\r\n"
                        "h1:80,1,1000.000,1250.000,250.000,1\r\n"));
    ScheduleInput odd = inputOf({{0, 1}});
    odd.hosts[0] = "a,\"b"; // no host is called so, but a line stays a line
    QVERIFY(hostsCsv(simulateSchedule(odd, limitsOf(1, 1))).contains("\r\n\"a,\"\"b\",1,"));
}

void TestScheduleSimulator::realRuns()
{
    demosite::DemoServer servers[3];
    QByteArray list;
    for (demosite::DemoServer &server : servers)
        QVERIFY(server.listen());
    for (int i = 0; i < 45; ++i) { // 30 URLs on the first host, ten and five on the others
        const std::size_t host = i < 30 ? 0 : i < 40 ? 1 : 2;
        list += servers[host].baseUrl() + "/slow?ms=" + QByteArray::number(60 + i % 7 * 20)
            + "&n=" + QByteArray::number(i) + '\n';
    }
    const auto urls = UrlList::parse(list);
    const Run recorded = crawl(urls, limitsOf(12, 6));
    QCOMPARE(recorded.table->rowCount(), std::size_t {45});
    const ScheduleInput input = scheduleInput(*urls, *recorded.table);
    CrawlLimits paced = limitsOf(20, 20);
    paced.hostIntervalS = 0.05;
    for (const CrawlLimits &limits : {limitsOf(4, 4), limitsOf(20, 3), paced}) {
        const double predicted = static_cast<double>(simulateSchedule(input, limits).durationMicros);
        double ratio = 0;
        for (int attempt = 0; attempt < 3 && std::abs(ratio - 1) > 0.15; ++attempt) // the machine may be busy
            ratio = static_cast<double>(crawl(urls, limits).micros) / predicted;
        qInfo("predicted %.0f ms, measured by it %.3f", predicted / 1000, ratio);
        QVERIFY(std::abs(ratio - 1) <= 0.15);
    }
}

QTEST_GUILESS_MAIN(TestScheduleSimulator)
#include "tst_schedulesimulator.moc"
