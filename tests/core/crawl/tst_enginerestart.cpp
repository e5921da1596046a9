// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/enginebench.h"
#include "core/crawl/tablesnapshot.h"
#include "support/memoryrecorder.h"

#include <QSignalSpy>
#include <QTest>

using namespace crawlscope;
using crawlscope::test::Bench;
using crawlscope::test::MemoryRecorder;
using State = CrawlController::State;

namespace {

constexpr auto kList = "http://a.example/0\nhttp://a.example/1\nhttp://b.example/2\nhttp://b.example/3\n";

ResultRow rowOf(quint32 entry, RowState state, quint16 status, ErrorId error = ErrorId::None)
{
    ResultRow row;
    row.entry = entry;
    row.state = state;
    row.status = status;
    row.error = error;
    row.attempts = 1;
    row.confirmed = 1;
    row.wireBytes = 100;
    row.times.total = 5000;
    return row;
}

/// The list with 0 done and 1 failed with a 500.
RunStart secondRun(const std::shared_ptr<MemoryRecorder> &recorder)
{
    RunStart start = Bench::startOf(kList);
    auto table = std::make_shared<ResultTable>();
    table->append({rowOf(0, RowState::Done, 200), rowOf(1, RowState::Failed, 500)});
    start.earlier = table;
    start.recorder = recorder;
    start.elapsedMs = 7000;
    return start;
}

std::vector<ResultRow> sorted(std::vector<ResultRow> rows)
{
    std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.entry < b.entry; });
    return rows;
}

bool hasEvent(const std::vector<RunEvent> &events, EventId id)
{
    return std::any_of(events.begin(), events.end(), [id](const RunEvent &event) { return event.id == id; });
}

} // namespace

/// An engine with a recorder: what leaves through it, a run that goes on, retries, faults of the storage.
class TestEngineRestart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsComeThroughTheRecorder();
    void previewsGrowShort();
    void theEndWaitsForTheRecorder();
    void goesOnWithWhatIsLeft();
    void marksWhatWasInFlight();
    void retriesOnlyTheFailed();
    void stoppedRetryLeavesTheRest();
    void stopTellsTheRecorder();
    void pausesWhileNothingCanBeWritten();
    void doesNotEndWithAFault();
    void stopEndsInSpiteOfAFault();
    void slowStorageHoldsTheEngine();
    void limitsReachTheRecorder();
    void leavesWhatItCannotSend();
    void sendsNoMarkInPlaceOfASecret();
    void hidesSecretsInUrls();
    void snapshotOfATable();
};

void TestEngineRestart::rowsComeThroughTheRecorder()
{
    auto recorder = std::make_shared<MemoryRecorder>();
    RunStart start = Bench::startOf(kList);
    start.recorder = recorder;
    start.previewBytes = 0;
    Bench bench(std::move(start));
    recorder->hold();
    bench.engine->start();
    QCOMPARE(recorder->inFlight().size(), std::size_t {4});
    bench.answerFirst(Bench::page(500, "<p>broken"));
    bench.drain();
    QVERIFY(bench.outbox->rows.takeAll().empty() || recorder->state() != SessionState::Open);
    QCOMPARE(recorder->state(), SessionState::Finished);
    QVERIFY(recorder->inFlight().empty());
    const auto details = recorder->details(0);
    QVERIFY(details.has_value());
    QCOMPARE(details->hops.size(), 1);
    QVERIFY(!details->hops[0].requestHeaders.isEmpty());
    QCOMPARE(details->bodyPreview, "<p>broken"); // of a failure always
    QVERIFY(recorder->details(3)->bodyPreview.isEmpty());
}

void TestEngineRestart::previewsGrowShort()
{
    auto recorder = std::make_shared<MemoryRecorder>();
    RunStart start = Bench::startOf(kList);
    start.recorder = recorder;
    start.config.limits.inFlight = 1;
    start.previewBytes = 4000;
    start.fullPreviewsBytes = 3000;
    start.allPreviewsBytes = 4500;
    Bench bench(std::move(start));
    bench.engine->start();
    const QByteArray body(6000, 'x');
    for (const quint16 status : std::initializer_list<quint16> {200, 200, 200, 500}) {
        bench.answerFirst(Bench::page(status, body));
        bench.analysis->finish(0);
        bench.engine->takeReports();
    }
    // By entry; hosts take turns, so 2 came second.
    QCOMPARE(recorder->details(0)->bodyPreview.size(), 4000);
    QCOMPARE(recorder->details(2)->bodyPreview.size(), RunStart::kShortPreview);
    QCOMPARE(recorder->details(1)->bodyPreview.size(), 0);
    QCOMPARE(recorder->details(3)->bodyPreview.size(), 6000); // of a failure
}

void TestEngineRestart::theEndWaitsForTheRecorder()
{
    /// Says that all is written when the test does.
    struct Slow : MemoryRecorder
    {
        std::function<void()> done;
        void finish(SessionState state, std::function<void()> then) override
        {
            MemoryRecorder::finish(state, {});
            done = std::move(then);
        }
    };
    auto recorder = std::make_shared<Slow>();
    RunStart start = Bench::startOf("http://a.example/\n");
    start.recorder = recorder;
    Bench bench(std::move(start));
    const QSignalSpy states(bench.engine.get(), &CrawlEngine::stateChanged);
    bench.engine->start();
    bench.drain();
    QCOMPARE(bench.engine->state(), State::Finished);
    bench.engine->tick();
    QCOMPARE(states.size(), 1); // Running
    bench.engine->stop();
    recorder->done();
    bench.engine->tick();
    QCOMPARE(states.size(), 2);
    QCOMPARE(states.last().first().value<State>(), State::Finished);
    QCOMPARE(bench.outbox->rows.takeAll().size(), std::size_t {1});
}

void TestEngineRestart::goesOnWithWhatIsLeft()
{
    auto recorder = std::make_shared<MemoryRecorder>();
    Bench bench(secondRun(recorder));
    bench.engine->start();
    QCOMPARE(bench.fetcher->everStarted, (std::set<quint32> {2, 3}));
    UrlCounts counts = bench.engine->counts();
    QVERIFY(counts.addUp());
    QCOMPARE(counts.done, 1U);
    QCOMPARE(counts.failed, 1U);
    QCOMPARE(counts.left, 2U);
    bench.drain();
    QCOMPARE(bench.engine->state(), State::Finished);
    QCOMPARE(bench.outbox->rows.takeAll().size(), std::size_t {2});
    const auto snapshot = bench.outbox->takeSnapshot();
    QCOMPARE(snapshot->counts.done, 3U);
    QCOMPARE(snapshot->statusClasses[2], 3U);
    QCOMPARE(snapshot->statusClasses[5], 1U);
    QVERIFY(snapshot->elapsedMs >= 7000);
    const auto events = bench.outbox->events.takeAll();
    QVERIFY(hasEvent(events, EventId::RunContinued) && !hasEvent(events, EventId::RunStarted));
    QVERIFY(events.front().atMs >= 7000);
    for (const TimePoint &point : bench.outbox->points.takeAll())
        QVERIFY(point.atMs >= 7000);
}

void TestEngineRestart::marksWhatWasInFlight()
{
    RunStart start = secondRun(std::make_shared<MemoryRecorder>());
    start.sentAgain = {3, 900};
    Bench bench(std::move(start));
    bench.engine->start();
    bench.drain();
    const std::vector<ResultRow> rows = sorted(bench.outbox->rows.takeAll());
    QCOMPARE(rows.size(), std::size_t {2});
    QCOMPARE(rows[0].anomalies, 0U);
    QCOMPARE(int(rows[0].attempts), 1);
    QCOMPARE(rows[1].anomalies, static_cast<quint32>(Anomaly::SentAgain));
    QCOMPARE(int(rows[1].attempts), 2);
}

void TestEngineRestart::retriesOnlyTheFailed()
{
    auto recorder = std::make_shared<MemoryRecorder>();
    RunStart start = secondRun(recorder);
    auto table = std::make_shared<ResultTable>();
    table->append({rowOf(0, RowState::Done, 200), rowOf(1, RowState::Failed, 500),
                   rowOf(3, RowState::Failed, 0, ErrorId::ConnectReset)});
    start.earlier = table;
    start.retry = {1, 3};
    start.lane = 1;
    Bench bench(std::move(start));
    bench.engine->start();
    QCOMPARE(bench.fetcher->everStarted, (std::set<quint32> {1, 3}));
    QVERIFY(bench.engine->counts().addUp());
    QCOMPARE(bench.engine->counts().left, 3U); // those two and one that was never fetched
    bench.answerFirst(Bench::page(500)); // entry 1: the same again
    bench.drain(); // entry 3: well
    const std::vector<ResultRow> rows = sorted(bench.outbox->rows.takeAll());
    QCOMPARE(rows.size(), std::size_t {2});
    QCOMPARE(rows[0].state, RowState::Failed);
    QCOMPARE(int(rows[0].attempts), 2);
    QCOMPARE(int(rows[0].confirmed), 2);
    QCOMPARE(rows[1].state, RowState::Done);
    QCOMPARE(int(rows[1].attempts), 2);
    QCOMPARE(int(rows[1].confirmed), 1);
    QCOMPARE(bench.engine->state(), State::Stopped); // one URL is left
    const UrlCounts counts = bench.engine->counts();
    QVERIFY(counts.addUp());
    QCOMPARE(counts.done, 2U);
    QCOMPARE(counts.failed, 1U);
    QCOMPARE(counts.left, 1U);
    QVERIFY(hasEvent(bench.outbox->events.takeAll(), EventId::RetryStarted));
}

void TestEngineRestart::stoppedRetryLeavesTheRest()
{
    RunStart start = secondRun(std::make_shared<MemoryRecorder>());
    auto table = std::make_shared<ResultTable>();
    table->append({rowOf(0, RowState::Done, 200), rowOf(1, RowState::Failed, 500), rowOf(2, RowState::Failed, 500),
                   rowOf(3, RowState::Failed, 404)});
    start.earlier = table;
    start.retry = {1, 2, 3};
    start.config.limits.inFlight = 1;
    Bench bench(std::move(start));
    bench.engine->start();
    bench.answerFirst(Bench::page(200, {}));
    bench.engine->stop();
    QCOMPARE(bench.engine->state(), State::Finished); // every URL has a row
    const UrlCounts counts = bench.engine->counts();
    QVERIFY(counts.addUp());
    QCOMPARE(counts.done, 2U);
    QCOMPARE(counts.failed, 2U);
    QCOMPARE(counts.left, 0U);
}

void TestEngineRestart::stopTellsTheRecorder()
{
    auto recorder = std::make_shared<MemoryRecorder>();
    RunStart start = Bench::startOf(kList);
    start.recorder = recorder;
    start.config.limits.inFlight = 2;
    Bench bench(std::move(start));
    bench.engine->start();
    bench.engine->stop();
    QCOMPARE(recorder->takenBack().size(), std::size_t {2});
    QCOMPARE(recorder->state(), SessionState::Stopped);
}

void TestEngineRestart::pausesWhileNothingCanBeWritten()
{
    auto recorder = std::make_shared<MemoryRecorder>();
    RunStart start = Bench::startOf(kList);
    start.recorder = recorder;
    start.config.limits.inFlight = 1;
    Bench bench(std::move(start));
    bench.engine->start();
    recorder->setFault(SessionError::DiskFull);
    bench.engine->tick();
    bench.answerFirst(Bench::page(200, {}));
    bench.engine->tick();
    QVERIFY(bench.fetcher->inFlight.empty());
    QVERIFY(bench.outbox->rows.takeAll().empty()); // not on the disk: not shown
    auto snapshot = bench.outbox->takeSnapshot();
    QVERIFY(snapshot.has_value()); // but why nothing moves
    QCOMPARE(snapshot->wait.reason, WaitReason::StorageFailed);
    QCOMPARE(snapshot->wait.a, qint64(SessionError::DiskFull));
    auto events = bench.outbox->events.takeAll();
    QVERIFY(hasEvent(events, EventId::StorageFailed));

    recorder->setFault(SessionError::None);
    bench.engine->tick();
    QCOMPARE(bench.fetcher->inFlight.size(), std::size_t {1});
    QCOMPARE(bench.outbox->rows.takeAll().size(), std::size_t {1});
    events = bench.outbox->events.takeAll();
    QCOMPARE(std::count_if(events.begin(), events.end(),
                           [](const RunEvent &event) { return event.id == EventId::StorageWorks; }),
             1);
    QVERIFY(!hasEvent(events, EventId::StorageFailed)); // not twice
    bench.drain();
    QCOMPARE(bench.engine->state(), State::Finished);
}

void TestEngineRestart::doesNotEndWithAFault()
{
    auto recorder = std::make_shared<MemoryRecorder>();
    RunStart start = Bench::startOf("http://a.example/\n");
    start.recorder = recorder;
    Bench bench(std::move(start));
    bench.engine->start();
    recorder->setFault(SessionError::Removed);
    bench.drain();
    bench.engine->tick();
    QCOMPARE(bench.engine->state(), State::Running);
    QCOMPARE(recorder->state(), SessionState::Open);
    recorder->setFault(SessionError::None);
    bench.engine->tick();
    QCOMPARE(bench.engine->state(), State::Finished);
    QCOMPARE(recorder->state(), SessionState::Finished);
}

void TestEngineRestart::stopEndsInSpiteOfAFault()
{
    auto recorder = std::make_shared<MemoryRecorder>();
    RunStart start = Bench::startOf(kList);
    start.recorder = recorder;
    start.config.limits.inFlight = 2;
    Bench bench(std::move(start));
    bench.engine->start();
    recorder->setFault(SessionError::WriteFailed);
    bench.answerFirst(Bench::page(200, {}));
    bench.engine->stop();
    bench.engine->tick();
    QCOMPARE(bench.engine->state(), State::Stopped);
    QCOMPARE(bench.outbox->rows.takeAll().size(), std::size_t {1}); // shown all the same …
    QVERIFY(hasEvent(bench.outbox->events.takeAll(), EventId::RowsNotStored)); // … with a word of warning
}

void TestEngineRestart::slowStorageHoldsTheEngine()
{
    auto recorder = std::make_shared<MemoryRecorder>();
    RunStart start = Bench::startOf(kList);
    start.recorder = recorder;
    start.config.limits.inFlight = 1;
    Bench bench(std::move(start));
    bench.engine->start();
    recorder->setBacklogged(true);
    bench.answerFirst(Bench::page(200, {}));
    bench.now += 200'000;
    bench.engine->tick();
    QVERIFY(bench.fetcher->inFlight.empty());
    QCOMPARE(bench.outbox->takeSnapshot()->wait.reason, WaitReason::StorageBehind);
    recorder->setBacklogged(false);
    bench.engine->tick();
    QCOMPARE(bench.fetcher->inFlight.size(), std::size_t {1});
    bench.drain();
}

void TestEngineRestart::limitsReachTheRecorder()
{
    auto recorder = std::make_shared<MemoryRecorder>();
    RunStart start = Bench::startOf(kList);
    start.recorder = recorder;
    start.config.headers = {{"Authorization", "Basic c2VjcmV0"}, {"X-Plain", "1"}};
    Bench bench(std::move(start));
    bench.engine->start();
    CrawlLimits limits;
    limits.inFlight = 33;
    bench.engine->setLimits(limits);
    const QJsonObject json = QJsonDocument::fromJson(recorder->configJson()).object();
    QCOMPARE(json[QStringLiteral("concurrency")].toInt(), 33);
    QVERIFY(!recorder->configJson().contains("c2VjcmV0"));
    QStringList problems;
    const CrawlConfig config = CrawlConfig::fromJson(json, &problems);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u' ')));
    QCOMPARE(config.withheldHeaders, QStringList {QStringLiteral("Authorization")});
    QCOMPARE(config.headers.size(), 1);
    bench.drain();
}

void TestEngineRestart::leavesWhatItCannotSend()
{
    RunStart start = Bench::startOf("http://a.example/?token=[redacted]\nhttp://a.example/1\nhttp://a.example/2\n");
    start.config.redactQueryKeys = {"token"};
    auto table = std::make_shared<ResultTable>();
    table->append({rowOf(2, RowState::Done, 200)});
    start.earlier = table;
    Bench bench(std::move(start));
    bench.engine->start();
    QCOMPARE(bench.fetcher->everStarted, (std::set<quint32> {1}));
    bench.drain();
    QCOMPARE(bench.engine->state(), State::Stopped);
    QVERIFY(bench.engine->counts().addUp());
    QCOMPARE(bench.engine->counts().left, 1U);
    QVERIFY(hasEvent(bench.outbox->events.takeAll(), EventId::SecretsMissing));
}

void TestEngineRestart::sendsNoMarkInPlaceOfASecret()
{
    Bench bench(Bench::startOf("http://a.example/?token=[redacted]\nhttp://a.example/1\n")); // a list that was copied
    bench.engine->start();
    QCOMPARE(bench.fetcher->everStarted, (std::set<quint32> {1}));
    bench.drain();
    QCOMPARE(bench.engine->counts().left, 1U);

    RunStart start = Bench::startOf("http://a.example/?token=[redacted]\n");
    auto table = std::make_shared<ResultTable>();
    table->append({rowOf(0, RowState::Failed, 500)});
    start.earlier = table;
    start.retry = {0};
    Bench retry(std::move(start));
    retry.engine->start();
    QVERIFY(retry.fetcher->everStarted.empty());
    QCOMPARE(retry.engine->state(), State::Finished);
    QCOMPARE(retry.engine->counts().failed, 1U); // as it was
}

void TestEngineRestart::hidesSecretsInUrls()
{
    auto recorder = std::make_shared<MemoryRecorder>();
    RunStart start = Bench::startOf("http://a.example/?token=s3cret\n");
    start.config.redactQueryKeys = {"token"};
    start.urls = UrlList::withRedaction(start.urls, Redactor({"token"}));
    start.recorder = recorder;
    Bench bench(std::move(start));
    bench.engine->start();
    QCOMPARE(bench.fetcher->inFlight.begin()->second.url, "http://a.example/?token=s3cret");
    bench.answerFirst(Bench::redirectTo("http://u:s3cret@a.example/next?TOKEN=s3cret&x=1"));
    QCOMPARE(bench.fetcher->inFlight.begin()->second.url, "http://a.example/next?TOKEN=s3cret&x=1");
    bench.answerFirst(Bench::page(500, {}));
    const auto rows = bench.outbox->rows.takeAll();
    QCOMPARE(rows.size(), std::size_t {1});
    QCOMPARE(rows[0].finalUrl, "http://a.example/next?TOKEN=[redacted]&x=1");
    const auto details = recorder->details(0);
    QVERIFY(details && details->hops.size() == 2);
    QVERIFY(!details->serialize().contains("s3cret"));
    for (const RunEvent &event : bench.outbox->events.takeAll())
        QVERIFY(!event.text.contains("s3cret"));
}

void TestEngineRestart::snapshotOfATable()
{
    const auto urls = UrlList::parse(kList);
    ResultTable table;
    table.append({rowOf(0, RowState::Failed, 500), rowOf(1, RowState::Failed, 0, ErrorId::ConnectReset)});
    table.append({rowOf(0, RowState::Done, 200)}); // tried again
    const StatsSnapshot snapshot = snapshotOf(*urls, table, 2000);
    QVERIFY(snapshot.counts.addUp());
    QCOMPARE(snapshot.counts.done, 1U);
    QCOMPARE(snapshot.counts.failed, 1U);
    QCOMPARE(snapshot.counts.left, 2U);
    QCOMPARE(snapshot.statusClasses[2], 1U);
    QCOMPARE(snapshot.statusClasses[5], 0U);
    QCOMPARE(snapshot.errors[std::size_t(ErrorId::ConnectReset)], 1U);
    QCOMPARE(snapshot.latency->count(), 1U);
    QCOMPARE(snapshot.averageRatePerS, 1.0);
    QCOMPARE(snapshot.ratePerS, 0.0);
}

QTEST_GUILESS_MAIN(TestEngineRestart)
#include "tst_enginerestart.moc"
