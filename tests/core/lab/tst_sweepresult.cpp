// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/seededrandom.h"
#include "core/lab/sweepresult.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <queue>

#include <algorithm>

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;

class TestSweepResult : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rows();
    void rate_data();
    void rate();
    void warmUp();
    void shares();
    void nothing();
    void findsTheWorkers();
    void cutRunsDoNotCount();
    void smallSample();
    void json();
    void csv();
    void keptWhole();
    void keptEmpty();
    void brokenRun_data();
    void brokenRun();
    void brokenResult_data();
    void brokenResult();
};

namespace {

/// `count` URLs, `level` at a time, at a server of so many workers and a queue; µs each.
std::vector<SweepRow> closedLoop(int level, int workers, int count, qint64 service)
{
    std::priority_queue<qint64, std::vector<qint64>, std::greater<>> slots;
    std::priority_queue<qint64, std::vector<qint64>, std::greater<>> free;
    for (int i = 0; i < level; ++i)
        slots.push(1'000'000);
    for (int i = 0; i < workers; ++i)
        free.push(0);
    std::vector<SweepRow> rows;
    for (int i = 0; i < count; ++i) {
        SweepRow row;
        row.startMicros = slots.top();
        slots.pop();
        row.endMicros = std::max(row.startMicros, free.top()) + service;
        free.pop();
        free.push(row.endMicros);
        slots.push(row.endMicros);
        row.waitMicros = static_cast<quint32>(row.total() * 9 / 10);
        row.answered = true;
        rows.push_back(row);
    }
    return rows;
}

} // namespace

void TestSweepResult::rows()
{
    ResultRow row;
    row.startedAtMs = 1000;
    row.times.total = 2500;
    row.times.wait = 2000;
    row.status = 200;
    row.state = RowState::Done;
    const SweepRow good = sweepRow(row);
    QCOMPARE(good.startMicros, 1'000'000);
    QCOMPARE(good.endMicros, 1'002'500);
    QVERIFY(good.answered && !good.failed);
    ResultRow bad;
    bad.state = RowState::Failed;
    QVERIFY(sweepRow(bad).failed && !sweepRow(bad).answered);
    QCOMPARE(sweepRow(bad).total(), 0);
    QCOMPARE(sweepRow(bad).waitMicros, 0U);
}

void TestSweepResult::rate_data()
{
    QTest::addColumn<int>("level");
    QTest::addColumn<int>("workers");
    for (const auto &[level, workers] : {std::pair(1, 16),
                                         {10, 16},
                                         {16, 16},
                                         {50, 16},
                                         {100, 16},
                                         {7, 3},
                                         {50, 1000},
                                         {100, 1000},
                                         {200, 1000},
                                         {200, 16}})
        QTest::addRow("%d at %d workers", level, workers) << level << workers;
}

/// The slack end of a run, when there is nothing left for the slots, is not part of its rate.
void TestSweepResult::rate()
{
    QFETCH(int, level);
    QFETCH(int, workers);
    const SweepRun run = measureRun(level, 0, closedLoop(level, workers, 400, 20'000), 20);
    QVERIFY(run.steady || level > 100);
    QCOMPARE(run.mostInFlight, level);
    QCOMPARE(run.counted, quint64 {380});
    const double expected = std::min(level, workers) / 0.02;
    QVERIFY2(std::abs(run.ratePerS / expected - 1) < 0.1, qPrintable(QString::number(run.ratePerS)));
    QVERIFY(std::abs(run.waitShare - 0.9) < 0.01);
}

void TestSweepResult::warmUp()
{
    std::vector<SweepRow> rows = closedLoop(1, 1, 100, 10'000);
    for (SweepRow &row : rows) { // the first ten took a second each
        const bool first = &row < &rows[10];
        row.startMicros += first ? 0 : 10'000'000;
        row.endMicros += first ? 1'000'000 : 10'000'000;
    }
    const SweepRun run = measureRun(1, 0, rows, 10);
    QCOMPARE(run.counted, quint64 {90});
    QVERIFY(run.latency.max() == 10'000);
    QVERIFY(measureRun(1, 0, rows, 0).latency.max() > 900'000);
}

void TestSweepResult::shares()
{
    std::vector<SweepRow> rows = closedLoop(4, 4, 100, 10'000);
    for (std::size_t i = 0; i < rows.size(); i += 4) {
        rows[i].failed = true;
        rows[i].answered = i % 8 == 0;
    }
    const SweepRun run = measureRun(4, 0, rows, 0);
    QCOMPARE(run.failureShare, 0.25);
    QCOMPARE(run.latency.count(), quint64 {88}); // 12 of the failed ones got no answer
}

void TestSweepResult::nothing()
{
    QCOMPARE(measureRun(5, 0, {}, 0).counted, quint64 {0});
    QCOMPARE(measureRun(5, 0, closedLoop(5, 5, 10, 1000), 10).ratePerS, 0.0);
    const SweepResult empty = evaluateSweep({}, {});
    QVERIFY(empty.levels.empty());
    QVERIFY(!empty.knee.valid && !empty.usl.valid && !empty.speedup.valid);
    QVERIFY(empty.toJson()[u"knee"_s].isNull());
    QCOMPARE(empty.toCsv().count('\n'), 1);
}

namespace {

std::vector<SweepRun> sweepOf(int workers, int repeats, double noise, quint64 seed)
{
    SeededRandom random(seed);
    std::vector<SweepRun> runs;
    for (int repeat = 0; repeat < repeats; ++repeat) {
        for (const int level : {1, 2, 5, 10, 20, 50, 100, 200}) {
            const auto service = static_cast<qint64>(20'000 * std::exp(noise * random.normal()));
            runs.push_back(measureRun(level, repeat, closedLoop(level, workers, 1000, service), 20));
        }
    }
    return runs;
}

} // namespace

void TestSweepResult::findsTheWorkers()
{
    for (const int workers : {4, 16, 64}) {
        const SweepResult result = evaluateSweep(sweepOf(workers, 3, 0.05, 11), {1, 200, nullptr});
        QCOMPARE(result.levels.size(), std::size_t {8});
        QVERIFY(result.knee.reached);
        QVERIFY2(std::abs(result.knee.concurrency / workers - 1) < 0.2,
                 qPrintable(QString::number(result.knee.concurrency)));
        QVERIFY(result.knee.low <= workers && workers <= result.knee.high);
        QVERIFY(std::abs(result.speedup.factor / workers - 1) < 0.2);
        QVERIFY(result.usl.valid);
    }
}

void TestSweepResult::cutRunsDoNotCount()
{
    std::vector<SweepRun> runs = sweepOf(16, 2, 0.02, 3);
    for (SweepRun &run : runs) {
        if (run.level >= 100) { // the server broke down
            run.cut = true;
            run.ratePerS = 3;
        }
    }
    const SweepResult result = evaluateSweep(runs, {1, 100, nullptr});
    QVERIFY(std::abs(result.knee.concurrency / 16 - 1) < 0.2);
    QCOMPARE(result.levels.back().level, 200);
    QCOMPARE(result.levels.back().runs, 0);
    QVERIFY(result.levels.back().cut);
    QVERIFY(result.toJson()[u"levels"_s].toArray().last().toObject()[u"rate_per_s"_s].isNull());
}

/// With fewer URLs than the level, fewer are in flight, and the fit goes by what was.
void TestSweepResult::smallSample()
{
    std::vector<SweepRun> runs;
    for (const int level : {1, 2, 5, 10, 20, 100})
        runs.push_back(measureRun(level, 0, closedLoop(std::min(level, 40), 1000, 40, 20'000), 0));
    QCOMPARE(runs.back().mostInFlight, 40);
    const SweepResult result = evaluateSweep(runs, {1, 50, nullptr});
    QVERIFY(!result.knee.reached);
    QCOMPARE(result.knee.concurrency, 40.0);
}

void TestSweepResult::json()
{
    SweepResult result = evaluateSweep(sweepOf(16, 2, 0.02, 3), {1, 100, nullptr});
    result.urls = 1000;
    result.complete = true;
    const QJsonObject json = result.toJson();
    const QJsonObject level = json[u"levels"_s].toArray()[2].toObject();
    QCOMPARE(level[u"concurrency"_s].toInt(), 5);
    QVERIFY(std::abs(level[u"rate_per_s"_s].toDouble() / 250 - 1) < 0.1);
    for (const QString &key : {u"p50_ms"_s, u"p95_ms"_s, u"p99_ms"_s})
        QVERIFY(level[key].toDouble() > 15 && level[key].toDouble() < 25);
    QCOMPARE(level[u"failure_share"_s].toDouble(-1), 0.0);
    QCOMPARE(level[u"runs"_s].toArray().size(), 2);
    const QJsonObject knee = json[u"knee"_s].toObject();
    QVERIFY(knee[u"low"_s].toDouble() <= knee[u"concurrency"_s].toDouble());
    QVERIFY(knee[u"concurrency"_s].toDouble() <= knee[u"high"_s].toDouble());
    QVERIFY(std::abs(json[u"speedup"_s].toDouble() - 16) < 2);
    QVERIFY(json[u"usl"_s].toObject()[u"curve"_s].toArray().size() > 10);
    QCOMPARE(json[u"complete"_s], QJsonValue(true));
}

void TestSweepResult::csv()
{
    const SweepResult result = evaluateSweep(sweepOf(16, 2, 0.02, 3), {1, 0, nullptr});
    const QByteArrayList lines = result.toCsv().split('\n');
    QCOMPARE(lines.size(), 1 + 16 + 1);
    QCOMPARE(lines[0].count(','), lines[5].count(','));
    QVERIFY(lines[1].startsWith("1,1,"));
    QVERIFY(lines[1].trimmed().endsWith(",1,980,1,0"));
}

namespace {

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

SweepResult someResult()
{
    std::vector<SweepRun> runs = sweepOf(16, 2, 0.02, 3);
    runs.back().cut = true;
    runs.front().failureShare = 1.0 / 3; // nothing is rounded
    SweepResult result = evaluateSweep(runs, {1, 50, nullptr});
    result.urls = 1000;
    result.complete = true;
    return result;
}

} // namespace

/// What a session keeps is enough for everything that is shown.
void TestSweepResult::keptWhole()
{
    SweepResult result = someResult();
    result.knee.high = std::numeric_limits<double>::infinity();
    const StoredSweep stored = storedSweep(1'795'000'000'123, SweepPlan(), result);
    QCOMPARE(stored.startedMs, 1'795'000'000'123);
    QCOMPARE(sweepPlanOf(stored), std::optional(SweepPlan()));
    const std::optional<SweepResult> read = sweepResultOf(stored);
    QVERIFY(read);
    QCOMPARE(read->toJson(), result.toJson());
    QCOMPARE(read->toCsv(), result.toCsv());
    QCOMPARE(read->sessionJson(), result.sessionJson());
    QCOMPARE(read->runs.front().failureShare, 1.0 / 3);
    QCOMPARE(read->runs.size(), result.runs.size());
    for (std::size_t i = 0; i < result.runs.size(); ++i) {
        QCOMPARE(read->runs[i].level, result.runs[i].level); // as they were made
        QCOMPARE(read->runs[i].latency.content().buckets, result.runs[i].latency.content().buckets);
        QCOMPARE(read->runs[i].latency.mean(), result.runs[i].latency.mean());
    }
    QVERIFY(std::isinf(read->knee.high));
    QCOMPARE(read->usl.standardError.lambda, result.usl.standardError.lambda);
    QVERIFY(stored.result.size() < 100'000);
}

void TestSweepResult::keptEmpty()
{
    const std::optional<SweepResult> read = sweepResultOf(storedSweep(0, SweepPlan(), SweepResult()));
    QVERIFY(read);
    QVERIFY(read->runs.empty() && !read->knee.valid && !read->usl.valid && !read->speedup.valid && !read->complete);
    QVERIFY(!SweepResult().worthKeeping());
    QVERIFY(someResult().worthKeeping());
    QVERIFY(!sweepResultOf(StoredSweep()));
    QVERIFY(!sweepPlanOf(StoredSweep()));
}

void TestSweepResult::brokenRun_data()
{
    QTest::addColumn<QByteArray>("change");
    for (const char *change : {R"({"concurrency":0})",
                               R"({"concurrency":513})",
                               R"({"concurrency":1.5})",
                               R"({"concurrency":"5"})",
                               R"({"repeat":-1})",
                               R"({"repeat":1e9})",
                               R"({"urls":-1})",
                               R"({"urls":1e30})",
                               R"({"rate_per_s":-1})",
                               R"({"rate_per_s":null})",
                               R"({"steady":1})",
                               R"({"cut":null})",
                               R"({"failure_share":1.01})",
                               R"({"wait_share":-0.01})",
                               R"({"in_flight":1e10})",
                               R"({"latency":null})",
                               R"({"latency":{"sum_us":5,"min_us":5,"max_us":5,"buckets":[5]}})",
                               R"({"latency":{"sum_us":5,"min_us":5,"max_us":5,"buckets":[5,0]}})",
                               R"({"latency":{"sum_us":5,"min_us":5,"max_us":5,"buckets":[-1,1]}})",
                               R"({"latency":{"sum_us":5,"min_us":5,"max_us":5,"buckets":[99999,1]}})",
                               R"({"latency":{"sum_us":5,"min_us":5,"max_us":5,"buckets":[5,1,5,1]}})",
                               R"({"latency":{"sum_us":5,"min_us":9,"max_us":5,"buckets":[5,1]}})",
                               R"({"latency":{"sum_us":5,"min_us":5,"max_us":9000,"buckets":[5,1]}})"})
        QTest::newRow(change) << QByteArray(change);
}

/// Files may come from anywhere.
void TestSweepResult::brokenRun()
{
    QFETCH(const QByteArray, change);
    QJsonObject json = someResult().runs.front().sessionJson();
    QVERIFY(SweepRun::fromSessionJson(json));
    const QJsonObject changes = objectOf(change);
    QCOMPARE(changes.size(), 1);
    json[changes.keys().constFirst()] = changes.begin().value();
    QVERIFY(!SweepRun::fromSessionJson(json));
    json.remove(changes.keys().constFirst());
    QVERIFY(!SweepRun::fromSessionJson(json));
}

void TestSweepResult::brokenResult_data()
{
    QTest::addColumn<QByteArray>("change");
    for (const char *change :
         {R"({"runs":{}})", R"({"runs":[1]})", R"({"urls_per_run":-3})", R"({"complete":"yes"})", R"({"usl":{}})",
          R"({"usl":5})", R"({"knee":{}})",
          R"({"knee":{"concurrency":5,"low":1,"high":9,"reached":true,"rate_per_s":1,"model":"bent"}})",
          R"({"knee":{"concurrency":0,"low":1,"high":9,"reached":true,"rate_per_s":1,"model":"usl"}})",
          R"({"speedup":[]})", R"({"speedup":{"factor":-1,"low":1,"high":2,"concurrency":5}})"})
        QTest::newRow(change) << QByteArray(change);
}

void TestSweepResult::brokenResult()
{
    QFETCH(const QByteArray, change);
    QJsonObject json = someResult().sessionJson();
    const QJsonObject changes = objectOf(change);
    QCOMPARE(changes.size(), 1);
    json[changes.keys().constFirst()] = changes.begin().value();
    QVERIFY(!SweepResult::fromSessionJson(json));
}

QTEST_GUILESS_MAIN(TestSweepResult)
#include "tst_sweepresult.moc"
