// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progressreporter.h"
#include "cli/summary.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::cli;
using namespace Qt::Literals::StringLiterals;

/// What the command line tells of a run: progress and summary, from given snapshots.
class TestCliReports : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void durations_data();
    void durations();
    void bar();
    void barOfNothing();
    void barTellsWhy();
    void jsonLines();
    void reporterOfEachStyle();
    void summaryFields();
    void summaryOfNothing();
    void summaryForPeople();
};

namespace {

StatsSnapshot snapshot()
{
    StatsSnapshot s;
    s.counts = {1300, 1204, 90, 6, 609, 3, 0, 592, 572, 0, 20, 0};
    s.elapsedMs = 7'260;
    s.ratePerS = 84.4;
    s.averageRatePerS = 84.41379;
    s.etaS = 6.3;
    auto latency = std::make_shared<LatencyHistogram>();
    for (int i = 0; i < 609; ++i)
        latency->add(214'000);
    s.latency = latency;
    s.statusCodes = {{200, 609}, {404, 1}};
    s.errors[static_cast<std::size_t>(ErrorId::ConnectRefused)] = 2;
    s.wireBytes = 1'000'000;
    s.bodyBytes = 5'500'000;
    return s;
}

StatsSnapshot emptySnapshot()
{
    StatsSnapshot s;
    s.latency = std::make_shared<LatencyHistogram>();
    return s;
}

QJsonObject parsed(const QByteArray &line)
{
    return QJsonDocument::fromJson(line).object();
}

} // namespace

void TestCliReports::durations_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("0") << 0.0 << QByteArray("0 ms");
    QTest::newRow("0.2144") << 0.2144 << QByteArray("214 ms");
    QTest::newRow("0.9999") << 0.9999 << QByteArray("1.0 s");
    QTest::newRow("9.94") << 9.94 << QByteArray("9.9 s");
    QTest::newRow("9.96") << 9.96 << QByteArray("10 s");
    QTest::newRow("59.6") << 59.6 << QByteArray("1 min 0 s");
    QTest::newRow("80") << 80.0 << QByteArray("1 min 20 s");
    QTest::newRow("7500") << 7500.0 << QByteArray("2 h 5 min");
}

void TestCliReports::durations()
{
    QFETCH(double, seconds);
    QTEST(durationText(seconds), "text");
}

void TestCliReports::bar()
{
    const StatsSnapshot s = snapshot();
    QCOMPARE(progressBarLine(s, 200), QByteArray("612/1,204  84/s  20 in flight  p95 214 ms  3 failed  ETA 7.0 s"));
    QCOMPARE(progressBarLine(s, 9), QByteArray("612/1,204"));
    QCOMPARE(progressBarLine(s, -1), QByteArray());
}

void TestCliReports::barTellsWhy()
{
    StatsSnapshot s = snapshot();
    s.wait = {.reason = WaitReason::HostRetryAfter, .host = "example.org:443", .a = 31'000, .b = 412};
    QVERIFY(progressBarLine(s, 200).endsWith("  412 wait for example.org:443: Retry-After 31 s"));
    s.wait = {.reason = WaitReason::HostBreaker, .host = "a:80", .a = -1, .b = 5};
    QVERIFY(progressBarLine(s, 200).endsWith("  5 wait for a:80: too many failures, trying"));
    s.wait = {.reason = WaitReason::RetryDelay, .host = {}, .a = 2'000, .b = 3};
    QVERIFY(progressBarLine(s, 200).endsWith("  3 wait to be tried again 2.0 s"));
    s.wait = {.reason = WaitReason::InFlightLimit, .host = {}, .a = 20};
    s.eta = {.seconds = 7, .atLeastSeconds = 7800, .host = "slow.org:80", .allowedPerS = 1};
    QVERIFY(progressBarLine(s, 200).endsWith("ETA 7.0 s (at least 2 h 10 min for slow.org:80)"));
    const QJsonObject wait = parsed(progressJsonLine(s))[u"wait"_s].toObject();
    QCOMPARE(wait[u"reason"_s].toString(), u"in_flight_limit"_s);
    QCOMPARE(wait[u"a"_s].toInt(), 20);
}

void TestCliReports::barOfNothing()
{
    QCOMPARE(progressBarLine(emptySnapshot(), 80), QByteArray("0/0  0/s  0 in flight  0 failed"));
}

void TestCliReports::jsonLines()
{
    const QByteArray line = progressJsonLine(snapshot());
    QVERIFY(line.endsWith('\n'));
    QCOMPARE(line.count('\n'), 1);
    const QJsonObject object = parsed(line);
    QCOMPARE(object.keys(),
             (QStringList {u"delayed"_s, u"done"_s, u"elapsed_s"_s, u"eta_at_least_s"_s, u"eta_host"_s, u"eta_s"_s,
                           u"failed"_s, u"in_flight"_s, u"left"_s, u"loop"_s, u"p50_ms"_s, u"p95_ms"_s, u"p99_ms"_s,
                           u"rate_per_s"_s, u"skipped"_s, u"type"_s, u"wait"_s}));
    QCOMPARE(object[u"type"_s].toString(), u"progress"_s);
    QCOMPARE(object[u"elapsed_s"_s].toDouble(), 7.26);
    QCOMPARE(object[u"done"_s].toInt(), 609);
    QCOMPARE(object[u"p95_ms"_s].toDouble(), 214.0);
    QVERIFY(parsed(progressJsonLine(emptySnapshot()))[u"p50_ms"_s].isNull());

    StatsSnapshot busy = snapshot();
    busy.engineLagP99Micros = 5'500;
    busy.engineLagMaxMicros = 12'250;
    busy.analysisThreads = 4;
    busy.analysisBusy = 3;
    busy.analysisQueued = 17;
    busy.analysisPages = 609;
    busy.analysisCpuMicros = 40'500;
    QCOMPARE(parsed(progressJsonLine(busy))[u"loop"_s].toObject(),
             (QJsonObject {{u"engine_lag_p99_ms"_s, 5.5},
                           {u"engine_lag_max_ms"_s, 12.25},
                           {u"analysis_threads"_s, 4},
                           {u"analysis_busy"_s, 3},
                           {u"analysis_queued"_s, 17},
                           {u"analysis_pages"_s, 609},
                           {u"analysis_cpu_ms"_s, 40.5}}));

    ResultRow row;
    row.error = ErrorId::ConnectRefused;
    const QJsonObject refused = parsed(failedJsonLine("http://a/", row));
    QCOMPARE(refused,
             (QJsonObject {{u"type"_s, u"failed"_s},
                           {u"url"_s, u"http://a/"_s},
                           {u"error"_s, u"connect_refused"_s},
                           {u"status"_s, QJsonValue::Null}}));
    row.error = ErrorId::None;
    row.status = 404;
    const QJsonObject notFound = parsed(failedJsonLine("http://a/", row));
    QVERIFY(notFound[u"error"_s].isNull());
    QCOMPARE(notFound[u"status"_s].toInt(), 404);
}

void TestCliReports::reporterOfEachStyle()
{
    QByteArrayList written;
    const auto write = [&written](const QByteArray &bytes) { written += bytes; };
    const auto run = [&](ProgressStyle style) {
        written.clear();
        ProgressReporter reporter(style, 80, write);
        StatsSnapshot s = snapshot();
        for (const qint64 ms : {100, 200, 1100, 1200, 2050}) {
            s.elapsedMs = ms;
            reporter.update(s);
        }
        reporter.urlFailed("http://a/", ResultRow());
        reporter.finish(s);
    };
    run(ProgressStyle::None);
    QVERIFY(written.isEmpty());
    run(ProgressStyle::Bar);
    QCOMPARE(written.size(), 7); // five updates, the last state, the end of the line
    QVERIFY(written.first().startsWith("\r612/1,204"));
    QCOMPARE(written.last(), QByteArray("\n"));
    run(ProgressStyle::Ndjson);
    QCOMPARE(written.size(), 4); // seconds 1 and 2, a failure, the end
}

void TestCliReports::summaryFields()
{
    const QJsonObject json = summaryJson(snapshot(), {20, 123'456, NetworkBackend::Curl});
    QCOMPARE(json.keys(),
             (QStringList {u"backend"_s, u"bytes"_s, u"concurrency"_s, u"elapsed_s"_s, u"errors"_s, u"latency_ms"_s,
                           u"peak_rss_bytes"_s, u"rate_per_s"_s, u"status"_s, u"urls"_s}));
    const QJsonObject urls {{u"input"_s, 1300}, {u"unique"_s, 1204}, {u"duplicate"_s, 90}, {u"invalid"_s, 6},
                            {u"done"_s, 609},   {u"failed"_s, 3},    {u"skipped"_s, 0},    {u"left"_s, 592}};
    QCOMPARE(json[u"urls"_s].toObject(), urls);
    QCOMPARE(json[u"elapsed_s"_s].toDouble(), 7.26);
    QCOMPARE(json[u"rate_per_s"_s].toDouble(), 84.414);
    QCOMPARE(json[u"latency_ms"_s].toObject().keys(),
             (QStringList {u"max"_s, u"p50"_s, u"p90"_s, u"p95"_s, u"p99"_s, u"p99_9"_s}));
    QCOMPARE(json[u"latency_ms"_s][u"p99_9"_s].toDouble(), 214.0);
    QCOMPARE(json[u"status"_s].toObject(), (QJsonObject {{u"200"_s, 609}, {u"404"_s, 1}}));
    QCOMPARE(json[u"errors"_s].toObject(), (QJsonObject {{u"connect_refused"_s, 2}}));
    QCOMPARE(json[u"bytes"_s].toObject(), (QJsonObject {{u"wire"_s, 1'000'000}, {u"body"_s, 5'500'000}}));
    QCOMPARE(json[u"peak_rss_bytes"_s].toInt(), 123'456);
    QCOMPARE(json[u"backend"_s].toString(), u"curl"_s);
    QCOMPARE(json[u"concurrency"_s].toInt(), 20);
}

void TestCliReports::summaryOfNothing()
{
    const QJsonObject json = summaryJson(emptySnapshot(), {});
    QVERIFY(json[u"latency_ms"_s][u"p50"_s].isNull());
    QVERIFY(json[u"latency_ms"_s][u"max"_s].isNull());
    QVERIFY(json[u"status"_s].toObject().isEmpty());
}

void TestCliReports::summaryForPeople()
{
    const QByteArray text = summaryText(snapshot(), {20, 0});
    QCOMPARE(text,
             QByteArray("1,204 URLs: 609 ok, 3 failed, 592 left\n"
                        "not crawled: duplicate lines 90, invalid lines 6\n"
                        "failed: connect_refused 2, status not ok 1\n"
                        "7.3 s, 84.4 URLs/s, at most 20 in flight, 5.5 MB, p50 214 ms, p95 214 ms, p99 214 ms\n"));
    QVERIFY(summaryText(emptySnapshot(), {}).startsWith("0 URLs: 0 ok, 0 failed\n"));
}

QTEST_GUILESS_MAIN(TestCliReports)
#include "tst_clireports.moc"
