// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/retrybench.h"

#include <QTest>

using namespace crawlscope;
using crawlscope::test::has;
using crawlscope::test::kUrl;
using crawlscope::test::MemoryRecorder;
using crawlscope::test::msUntilSent;
using crawlscope::test::PoliteBench;
using crawlscope::test::recorded;
using crawlscope::test::retrying;
using State = CrawlController::State;

Q_DECLARE_METATYPE(crawlscope::ErrorId)

/// Attempts after the first, and the second pass.
class TestEngineRetries : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whichFailuresAreTriedAgain_data();
    void whichFailuresAreTriedAgain();
    void waitsLongerEachTime();
    void countsAttemptsAlike();
    void unsafeMethodsOnlyWhenAsked_data();
    void unsafeMethodsOnlyWhenAsked();
    void retryAfterBeatsTheDelay();
    void redirectsBeginAnew();
    void challengesAreNotTriedAgain();
    void secondPassComesLastAndSlowly();
    void secondPassAfterPausing();
    void retryLaneTriesAgainToo();
    void theRecorderSeesEachRowOnce();
};

void TestEngineRetries::whichFailuresAreTriedAgain_data()
{
    QTest::addColumn<ErrorId>("error");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("again");
    QTest::newRow("reset") << ErrorId::ConnectReset << 0 << true;
    QTest::newRow("total time-out") << ErrorId::TotalTimeout << 0 << true;
    QTest::newRow("cut short") << ErrorId::TruncatedLength << 200 << true;
    QTest::newRow("no such name") << ErrorId::DnsNotFound << 0 << false;
    QTest::newRow("refused") << ErrorId::ConnectRefused << 0 << false;
    QTest::newRow("certificate") << ErrorId::TlsExpired << 0 << false;
    QTest::newRow("408") << ErrorId::None << 408 << true;
    QTest::newRow("429") << ErrorId::None << 429 << true;
    QTest::newRow("500") << ErrorId::None << 500 << true;
    QTest::newRow("503") << ErrorId::None << 503 << true;
    QTest::newRow("501") << ErrorId::None << 501 << false;
    QTest::newRow("404") << ErrorId::None << 404 << false;
    QTest::newRow("200") << ErrorId::None << 200 << false;
}

void TestEngineRetries::whichFailuresAreTriedAgain()
{
    QFETCH(ErrorId, error);
    QFETCH(int, status);
    QFETCH(bool, again);
    PoliteBench bench(kUrl, retrying(2));
    bench.engine->start();
    FetchResult result =
        error == ErrorId::None ? PoliteBench::refusal(static_cast<quint16>(status)) : PoliteBench::failure(error);
    result.status = static_cast<quint16>(status);
    bench.answer(kUrl, result);
    QCOMPARE(bench.counts().delayed, quint64 {again ? 1U : 0U});
    QCOMPARE(bench.rows.empty(), again);
    if (again)
        QCOMPARE(bench.state(), State::Running);
    else
        QCOMPARE(bench.state(), State::Finished);
    QVERIFY(bench.addedUp);
}

void TestEngineRetries::waitsLongerEachTime()
{
    PoliteBench bench(kUrl, retrying(4));
    bench.engine->start();
    for (int attempt = 1; attempt <= 4; ++attempt) {
        bench.answer(kUrl, PoliteBench::failure(ErrorId::ConnectReset));
        QCOMPARE(bench.counts().delayed, quint64 {1});
        QCOMPARE(bench.counts().pending, quint64 {0});
        const qint64 whole = 1000LL << (attempt - 1);
        const qint64 took = msUntilSent(bench, kUrl);
        QVERIFY2(took >= whole / 2, qPrintable(QString::number(took))); // never early
        QVERIFY2(took <= whole + CrawlEngine::kTickMs, qPrintable(QString::number(took)));
        QCOMPARE(bench.counts().delayed, quint64 {0});
        QCOMPARE(bench.counts().inFlight, quint64 {1});
    }
    bench.answer(kUrl, PoliteBench::failure(ErrorId::ConnectReset));
    QCOMPARE(bench.state(), State::Finished);
    QCOMPARE(bench.rows.size(), std::size_t {1});
    QCOMPARE(int {bench.rows[0].attempts}, 5);
    QCOMPARE(int {bench.rows[0].confirmed}, 5);
    QCOMPARE(bench.rows[0].state, RowState::Failed);
    QCOMPARE(bench.rows[0].error, ErrorId::ConnectReset);
    QVERIFY(bench.addedUp);
}

void TestEngineRetries::countsAttemptsAlike()
{
    PoliteBench bench("http://a.example/0\nhttp://b.example/1\n", retrying(3));
    const QByteArray other = "http://b.example/1";
    bench.engine->start();
    bench.answer(kUrl, PoliteBench::failure(ErrorId::ConnectReset));
    bench.answer(other, PoliteBench::refusal(500));
    QVERIFY(msUntilSent(bench, kUrl) >= 0);
    bench.answer(kUrl, PoliteBench::refusal(500));
    QVERIFY(msUntilSent(bench, other) >= 0);
    bench.answer(other, PoliteBench::refusal(502));
    QVERIFY(msUntilSent(bench, kUrl) >= 0);
    bench.answer(kUrl, PoliteBench::page());
    QVERIFY(msUntilSent(bench, other) >= 0);
    bench.answer(other, PoliteBench::refusal(500));
    QVERIFY(msUntilSent(bench, other) >= 0);
    bench.answer(other, PoliteBench::refusal(500));
    QCOMPARE(bench.state(), State::Finished);
    const ResultRow &recovered = *bench.rowOf(0);
    QCOMPARE(recovered.state, RowState::Done);
    QCOMPARE(int {recovered.attempts}, 3);
    QCOMPARE(int {recovered.confirmed}, 1);
    QCOMPARE(recovered.title, "t");
    QVERIFY(has(recovered, Anomaly::Recovered));
    const ResultRow &failed = *bench.rowOf(1);
    QCOMPARE(failed.state, RowState::Failed);
    QCOMPARE(int {failed.attempts}, 4);
    QCOMPARE(int {failed.confirmed}, 3); // of four, three alike
    QVERIFY(!has(failed, Anomaly::Recovered));
    QCOMPARE(bench.counts().done, quint64 {1});
    QCOMPARE(bench.counts().failed, quint64 {1});
}

void TestEngineRetries::unsafeMethodsOnlyWhenAsked_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("asked");
    QTest::addColumn<bool>("again");
    QTest::newRow("POST") << QByteArray("POST") << false << false;
    QTest::newRow("POST, asked") << QByteArray("POST") << true << true;
    QTest::newRow("PATCH") << QByteArray("PATCH") << false << false;
    QTest::newRow("PUT") << QByteArray("PUT") << false << true;
}

void TestEngineRetries::unsafeMethodsOnlyWhenAsked()
{
    QFETCH(QByteArray, method);
    QFETCH(bool, asked);
    QFETCH(bool, again);
    for (const bool secondPass : {false, true}) {
        CrawlConfig config = retrying(secondPass ? 0 : 1);
        config.secondPass = secondPass;
        config.method = method;
        config.body = "x=1";
        config.retryUnsafe = asked;
        PoliteBench bench(kUrl, config);
        bench.engine->start();
        bench.answer(kUrl, PoliteBench::failure(ErrorId::TotalTimeout));
        if (!again) {
            QCOMPARE(bench.state(), State::Finished);
            continue;
        }
        QVERIFY(msUntilSent(bench, kUrl) >= 0);
        QCOMPARE(bench.requestFor(kUrl)->method, method);
        QCOMPARE(bench.requestFor(kUrl)->body, "x=1");
    }
}

void TestEngineRetries::retryAfterBeatsTheDelay()
{
    PoliteBench bench("http://a.example/0\nhttp://a.example/1\nhttp://b.example/2\n", retrying(1));
    bench.engine->start();
    bench.answer(kUrl, PoliteBench::refusal(503, "7"));
    bench.answer("http://a.example/1", PoliteBench::page());
    bench.answer("http://b.example/2", PoliteBench::page());
    bench.advance(6980);
    QVERIFY(!bench.flies(kUrl));
    bench.advance(40);
    QVERIFY(bench.flies(kUrl));
    bench.answer(kUrl, PoliteBench::page());
    QCOMPARE(bench.state(), State::Finished);
    QVERIFY(has(*bench.rowOf(0), Anomaly::Recovered));
    QCOMPARE(bench.eventsOf(EventId::HostWaits).size(), std::size_t {1});
}

void TestEngineRetries::redirectsBeginAnew()
{
    CrawlConfig config = retrying(1);
    config.method = "POST";
    config.retryUnsafe = true;
    config.body = "x=1";
    config.headers = {{"Authorization", "Bearer s"}};
    PoliteBench bench(kUrl, config);
    bench.engine->start();
    for (int attempt = 1; attempt <= 2; ++attempt) {
        QCOMPARE(bench.requestFor(kUrl)->method, "POST");
        QCOMPARE(bench.requestFor(kUrl)->body, "x=1");
        QVERIFY(!headerValue(bench.requestFor(kUrl)->headers, "authorization").isEmpty());
        bench.answer(kUrl, PoliteBench::redirectTo("http://b.example/x", 303));
        QCOMPARE(bench.requestFor("http://b.example/x")->method, "GET");
        QVERIFY(headerValue(bench.requestFor("http://b.example/x")->headers, "authorization").isEmpty());
        if (attempt == 1) {
            bench.answer("http://b.example/x", PoliteBench::failure(ErrorId::ConnectReset));
            QVERIFY(msUntilSent(bench, kUrl) >= 500);
        }
    }
    FetchResult page = PoliteBench::page();
    bench.answer("http://b.example/x", page);
    QCOMPARE(bench.state(), State::Finished);
    const ResultRow &row = bench.rows.at(0);
    QCOMPARE(row.state, RowState::Done);
    QCOMPARE(int {row.redirects}, 1); // of the last attempt
    QCOMPARE(row.finalUrl, "http://b.example/x");
    QCOMPARE(row.times.total, quint32 {1500}); // likewise
    QCOMPARE(int {row.attempts}, 2);
    QVERIFY(has(row, Anomaly::Recovered));
}

void TestEngineRetries::challengesAreNotTriedAgain()
{
    CrawlConfig config = retrying(3);
    config.secondPass = true;
    PoliteBench bench("http://a.example/0\nhttp://b.example/1\n", config);
    bench.engine->start();
    FetchResult challenge = PoliteBench::page(503, "<title>Just a moment...</title>");
    challenge.headers.append(qMakePair(QByteArray("cf-mitigated"), QByteArray("challenge")));
    bench.answer(kUrl, challenge);
    challenge = PoliteBench::refusal(429);
    challenge.headers.append(qMakePair(QByteArray("cf-mitigated"), QByteArray("challenge"))); // no body to look at
    bench.answer("http://b.example/1", challenge);
    QCOMPARE(bench.state(), State::Finished);
    for (const ResultRow &row : bench.rows) {
        QCOMPARE(row.state, RowState::Skipped);
        QVERIFY(has(row, Anomaly::BotChallenge));
        QCOMPARE(int {row.attempts}, 1);
    }
    QCOMPARE(bench.counts().skipped, quint64 {2});
    QCOMPARE(bench.counts().failed, quint64 {0});
}

void TestEngineRetries::secondPassComesLastAndSlowly()
{
    CrawlConfig config;
    config.secondPass = true;
    config.limits.inFlight = 8;
    config.limits.ratePerS = 40;
    QByteArray list;
    for (int i = 0; i < 40; ++i)
        list += "http://h" + QByteArray::number(i) + ".example/" + QByteArray::number(i) + '\n';
    PoliteBench bench(list, config);
    bench.engine->start();
    int answered = 0;
    for (; answered < 40; bench.advance(20)) {
        while (!bench.fetcher->inFlight.empty() && answered < 40) {
            QCOMPARE(bench.eventsOf(EventId::SecondPassStarted).size(), std::size_t {0});
            bench.answerFirst(answered % 2 == 0 ? PoliteBench::failure(ErrorId::TotalTimeout) : PoliteBench::page(404));
            ++answered;
        }
    }
    bench.check();
    QCOMPARE(bench.rows.size(), std::size_t {20}); // a 404 is not tried again
    QCOMPARE(bench.eventsOf(EventId::SecondPassStarted).size(), std::size_t {1});
    QCOMPARE(bench.eventsOf(EventId::SecondPassStarted)[0].a, qint64 {20});
    bench.fetcher->maxInFlight = static_cast<int>(bench.fetcher->inFlight.size());
    const std::size_t before = bench.fetcher->inFlight.size();
    bench.advance(4000);
    QCOMPARE(bench.fetcher->maxInFlight, 2); // a quarter of eight
    const qint64 from = bench.now;
    int sent = 0;
    while (bench.state() == State::Running && bench.now - from < 60'000'000) {
        sent += static_cast<int>(bench.fetcher->inFlight.size());
        bench.answerAll(PoliteBench::refusal(429));
        bench.advance(20);
    }
    QCOMPARE(bench.state(), State::Finished);
    QVERIFY(before <= 2);
    const double perS = 18e6 / static_cast<double>(bench.now - from);
    QVERIFY2(perS < 10.5, qPrintable(QString::number(perS)));
    QCOMPARE(bench.rows.size(), std::size_t {40});
    for (const ResultRow &row : bench.rows)
        QCOMPARE(int {row.attempts}, row.status == 404 ? 1 : 2);
    QVERIFY(bench.addedUp);
}

void TestEngineRetries::secondPassAfterPausing()
{
    CrawlConfig config = retrying(1);
    config.secondPass = true;
    PoliteBench bench(kUrl, config);
    bench.engine->start();
    bench.answer(kUrl, PoliteBench::failure(ErrorId::IdleTimeout));
    QVERIFY(msUntilSent(bench, kUrl) >= 0);
    bench.engine->pause();
    bench.answer(kUrl, PoliteBench::failure(ErrorId::IdleTimeout));
    QCOMPARE(bench.state(), State::Paused);
    QCOMPARE(bench.counts().delayed, quint64 {1});
    bench.advance(10'000);
    QVERIFY(!bench.flies(kUrl));
    bench.engine->resume();
    QVERIFY(msUntilSent(bench, kUrl) >= 0);
    bench.answer(kUrl, PoliteBench::page());
    QCOMPARE(bench.state(), State::Finished);
    QCOMPARE(int {bench.rows.at(0).attempts}, 3);
    QVERIFY(has(bench.rows[0], Anomaly::Recovered));
}

void TestEngineRetries::retryLaneTriesAgainToo()
{
    ResultRow before;
    before.entry = 0;
    before.state = RowState::Failed;
    before.status = 500;
    before.attempts = 3;
    before.confirmed = 2;
    auto table = std::make_shared<ResultTable>();
    table->append({before});
    for (const bool recovers : {false, true}) {
        RunStart start = PoliteBench::startOf(kUrl, retrying(1));
        start.earlier = table;
        start.retry = std::vector<quint32> {0};
        start.lane = 1;
        PoliteBench bench(std::move(start), false);
        bench.engine->start();
        bench.answer(kUrl, PoliteBench::refusal(500));
        QVERIFY(msUntilSent(bench, kUrl) >= 500);
        bench.answer(kUrl, recovers ? PoliteBench::page() : PoliteBench::refusal(500));
        QCOMPARE(bench.state(), State::Finished);
        QCOMPARE(bench.rows.size(), std::size_t {1});
        QCOMPARE(int {bench.rows[0].attempts}, 5);
        QCOMPARE(int {bench.rows[0].confirmed}, recovers ? 1 : 4);
        QCOMPARE(has(bench.rows[0], Anomaly::Recovered), recovers);
        QVERIFY(bench.addedUp);
    }
}

void TestEngineRetries::theRecorderSeesEachRowOnce()
{
    auto recorder = std::make_shared<MemoryRecorder>();
    CrawlConfig config = retrying(1);
    config.secondPass = true;
    PoliteBench bench(recorded("http://a.example/0\nhttp://b.example/1\n", config, recorder), false);
    bench.engine->start();
    for (int i = 0; i < 400 && bench.state() == State::Running; ++i) {
        if (bench.flies(kUrl))
            bench.answer(kUrl, PoliteBench::failure(ErrorId::TotalTimeout));
        if (bench.flies("http://b.example/1"))
            bench.answer("http://b.example/1", PoliteBench::page());
        bench.advance(20);
    }
    QCOMPARE(bench.state(), State::Finished);
    QCOMPARE(recorder->attempts(0).size(), std::size_t {1});
    QCOMPARE(recorder->attempts(0)[0].number, 3);
    QCOMPARE(recorder->details(0)->hops.size(), 3); // each attempt is kept
    QCOMPARE(recorder->attempts(1).size(), std::size_t {1});
    QCOMPARE(bench.rows.size(), std::size_t {2});
}

QTEST_GUILESS_MAIN(TestEngineRetries)
#include "tst_engineretries.moc"
