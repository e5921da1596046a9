// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/frontier/adaptivelimit.h"

#include <QTest>
#include <queue>

#include <algorithm>
#include <cmath>
#include <deque>
#include <random>

using namespace crawlscope;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr quint32 kSeeds = 1; // ten times slower
#else
constexpr quint32 kSeeds = 5;
#endif
constexpr int kSettle = 60; ///< answers per worker until the limit has to be right
constexpr int kSettleLeast = 500;

enum class Times { Jitter /* ±20 % */, Exponential };

/// A host that works on `workers` requests at once, the others wait in turn; beyond `queueMost` waiting it answers 503
/// within 1 ms. The client keeps as many in flight as it is allowed. The clock is virtual.
class Simulation
{
public:
    Simulation(int atOnce, Times times, double serviceMs, int slider, quint32 seed)
        : limit(slider)
        , workers(atOnce)
        , meanMs(serviceMs)
        , m_times(times)
        , m_random(seed)
    {
    }

    struct Measure
    {
        double perS = 0; ///< answers other than 503
        double p95Ms = 0;
        double errorShare = 0;
        int least = 0; ///< limit
        int most = 0;
    };

    Measure run(int requests)
    {
        m_latencies.clear();
        Measure measure {.least = limit.limit(), .most = limit.limit()};
        const qint64 from = m_now;
        int errors = 0;
        fill();
        for (int i = 0; i < requests; ++i) {
            errors += endOne() ? 1 : 0;
            measure.least = std::min(measure.least, limit.limit());
            measure.most = std::max(measure.most, limit.limit());
            fill();
        }
        measure.perS = (requests - errors) * 1e6 / static_cast<double>(m_now - from);
        measure.p95Ms = p95(&m_latencies);
        measure.errorShare = static_cast<double>(errors) / requests;
        return measure;
    }
    double bestPerS() const { return workers * 1000 / meanMs; }
    double unloadedP95Ms()
    {
        std::vector<double> times;
        times.reserve(20'000);
        for (int i = 0; i < 20'000; ++i)
            times.push_back(static_cast<double>(serviceMicros()));
        return p95(&times);
    }

    AdaptiveLimit limit;
    int workers;
    double meanMs;
    int queueMost = 1'000'000;
    int wanted = 1'000'000; ///< in flight at most, as there is no more to fetch
    double accidents = 0; ///< share of requests that end as errors whatever the load
    int steps[3] {}; ///< by Cause

private:
    struct Request
    {
        qint64 started = 0;
        int inFlight = 0;
        bool refused = false;
        qint64 ends = 0;
        bool operator>(const Request &other) const { return ends > other.ends; }
    };
    static double p95(std::vector<double> *micros)
    {
        if (micros->empty())
            return 0;
        const auto at = micros->begin() + static_cast<std::ptrdiff_t>(micros->size() * 95 / 100);
        std::nth_element(micros->begin(), at, micros->end());
        return *at / 1000;
    }
    qint64 serviceMicros()
    {
        if (m_times == Times::Exponential)
            return static_cast<qint64>(std::exponential_distribution<>(1 / meanMs)(m_random) * 1000) + 1;
        return static_cast<qint64>(std::uniform_real_distribution<>(0.8 * meanMs, 1.2 * meanMs)(m_random) * 1000);
    }
    void fill()
    {
        while (m_inFlight < std::min(limit.limit(), wanted)) {
            Request request {.started = m_now, .inFlight = ++m_inFlight};
            if (static_cast<int>(m_waiting.size()) >= queueMost && m_busy >= workers) {
                request.refused = true;
                request.ends = m_now + 1000;
                m_running.push(request);
            } else {
                m_waiting.push_back(request);
            }
            work();
        }
    }
    void work()
    {
        while (m_busy < workers && !m_waiting.empty()) {
            Request request = m_waiting.front();
            m_waiting.pop_front();
            request.ends = m_now + serviceMicros();
            m_running.push(request);
            ++m_busy;
        }
    }
    bool endOne()
    {
        const Request request = m_running.top();
        m_running.pop();
        m_now = request.ends;
        --m_inFlight;
        if (!request.refused)
            --m_busy;
        work();
        const bool error = request.refused || std::uniform_real_distribution<>(0, 1)(m_random) < accidents;
        const qint64 latency = m_now - request.started;
        if (!error)
            m_latencies.push_back(static_cast<double>(latency));
        if (const auto step = limit.ended(latency, error, request.inFlight, m_now))
            ++steps[static_cast<int>(step->cause)];
        return error;
    }

    Times m_times;
    std::mt19937 m_random;
    qint64 m_now = 1'000'000;
    int m_inFlight = 0;
    int m_busy = 0;
    std::deque<Request> m_waiting;
    std::priority_queue<Request, std::vector<Request>, std::greater<>> m_running;
    std::vector<double> m_latencies;
};

constexpr double kLeastShare = 0.8;
constexpr double kMostSlower = 2;

/// Whether what is measured over 100 · N answers (2,000 at least) is within the bounds.
void verifySettled(Simulation *simulation, double leastShare = kLeastShare)
{
    const auto measure = simulation->run(std::max(2000, 100 * simulation->workers));
    const double share = measure.perS / simulation->bestPerS();
    const double slower = measure.p95Ms / simulation->unloadedP95Ms();
    const QString figures = QStringLiteral("share %1, p95 %2 times unloaded, limit %3 ... %4")
                                .arg(share)
                                .arg(slower)
                                .arg(measure.least)
                                .arg(measure.most);
    if (qEnvironmentVariableIsSet("CRAWLSCOPE_TEST_FIGURES"))
        qInfo().noquote() << figures;
    QVERIFY2(share >= leastShare, qPrintable(figures));
    QVERIFY2(slower <= kMostSlower, qPrintable(figures));
}

} // namespace

class TestAdaptiveLimit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startsSmall();
    void sliderBounds();
    void settles_data();
    void settles();
    void followsCapacity_data();
    void followsCapacity();
    void followsServiceTime_data();
    void followsServiceTime();
    void oneAtOnce();
    void refusalsCut_data();
    void refusalsCut();
    void accidentsDoNotCut();
    void growsOnlyWhereUsed();
    void lateErrorsCutOnce();
    void hopelessHostFallsToOne();
};

void TestAdaptiveLimit::startsSmall()
{
    QCOMPARE(AdaptiveLimit(512).limit(), AdaptiveLimit::kStart);
    QCOMPARE(AdaptiveLimit(2).limit(), 2);
    QCOMPARE(AdaptiveLimit(0).limit(), 1);
    QCOMPARE(AdaptiveLimit(100'000).limit(), AdaptiveLimit::kStart);
}

void TestAdaptiveLimit::sliderBounds()
{
    Simulation simulation(64, Times::Jitter, 50, 512, 1);
    simulation.run(kSettle * 64);
    QVERIFY(simulation.limit.limit() > 30);
    simulation.limit.setMax(10);
    QVERIFY(simulation.limit.limit() <= 10);
    simulation.run(500);
    const auto measure = simulation.run(2000);
    QVERIFY(measure.most <= 10);
    QCOMPARE(measure.least, 10); // nothing queues, so there is nothing to probe for
    simulation.limit.setMax(512);
    simulation.run(kSettle * 64);
    verifySettled(&simulation);
}

void TestAdaptiveLimit::settles_data()
{
    QTest::addColumn<int>("workers");
    QTest::addColumn<int>("slider");
    QTest::addColumn<bool>("exponential");
    QTest::addColumn<double>("meanMs");
    for (const bool exponential : {false, true}) {
        for (const int slider : {512, 128}) {
            for (const int workers : {2, 4, 8, 16, 64}) {
                for (const double meanMs : {20.0, 100.0}) {
                    QTest::addRow("N %d, slider %d, %s %.0f ms", workers, slider, exponential ? "exp" : "jitter",
                                  meanMs)
                        << workers << slider << exponential << meanMs;
                }
            }
        }
    }
}

void TestAdaptiveLimit::settles()
{
    QFETCH(int, workers);
    QFETCH(int, slider);
    QFETCH(bool, exponential);
    QFETCH(double, meanMs);
    for (quint32 seed = 1; seed <= kSeeds; ++seed) {
        Simulation simulation(workers, exponential ? Times::Exponential : Times::Jitter, meanMs, slider, seed);
        simulation.run(workers >= 4 ? kSettle * workers : kSettleLeast);
        verifySettled(&simulation);
        verifySettled(&simulation); // and stays there
        if (QTest::currentTestFailed())
            return;
    }
}

void TestAdaptiveLimit::followsCapacity_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::addColumn<bool>("exponential");
    for (const bool exponential : {false, true}) {
        QTest::addRow("16 to 64, %s", exponential ? "exp" : "jitter") << 16 << 64 << exponential;
        QTest::addRow("64 to 16, %s", exponential ? "exp" : "jitter") << 64 << 16 << exponential;
        QTest::addRow("64 to 4, %s", exponential ? "exp" : "jitter") << 64 << 4 << exponential;
    }
}

void TestAdaptiveLimit::followsCapacity()
{
    QFETCH(int, before);
    QFETCH(int, after);
    QFETCH(bool, exponential);
    for (const int slider : {512, 128}) {
        for (quint32 seed = 1; seed <= kSeeds; ++seed) {
            Simulation simulation(before, exponential ? Times::Exponential : Times::Jitter, 50, slider, seed);
            simulation.run(kSettle * before + 2000);
            simulation.workers = after;
            // Windows are as long as the limit was high; it halves with each, so a fall to a 16th takes twice as long.
            simulation.run(kSettle * std::max(before, after) * (before > 8 * after ? 2 : 1));
            verifySettled(&simulation);
            if (QTest::currentTestFailed())
                return;
        }
    }
}

void TestAdaptiveLimit::followsServiceTime_data()
{
    QTest::addColumn<double>("before");
    QTest::addColumn<double>("after");
    QTest::addColumn<bool>("exponential");
    for (const bool exponential : {false, true}) {
        QTest::addRow("slower, %s", exponential ? "exp" : "jitter") << 40.0 << 120.0 << exponential;
        QTest::addRow("faster, %s", exponential ? "exp" : "jitter") << 120.0 << 40.0 << exponential;
        QTest::addRow("a little slower, %s", exponential ? "exp" : "jitter") << 50.0 << 70.0 << exponential;
    }
}

void TestAdaptiveLimit::followsServiceTime()
{
    QFETCH(double, before);
    QFETCH(double, after);
    QFETCH(bool, exponential);
    for (const int workers : {4, 16, 64}) {
        for (quint32 seed = 1; seed <= kSeeds; ++seed) {
            Simulation simulation(workers, exponential ? Times::Exponential : Times::Jitter, before, 512, seed);
            simulation.run(kSettle * workers + 2000);
            simulation.meanMs = after;
            // A change within the noise takes several probes; exponential times then cost up to a third of the
            // throughput for a while.
            const bool clear = after < 0.67 * before || after > 1.5 * before;
            simulation.run(std::max(clear ? kSettleLeast : 4 * kSettleLeast, kSettle * workers));
            verifySettled(&simulation, clear ? kLeastShare : 0.65);
            if (QTest::currentTestFailed())
                return;
        }
    }
}

void TestAdaptiveLimit::oneAtOnce()
{
    Simulation simulation(1, Times::Jitter, 50, 512, 3);
    simulation.run(1000);
    const auto measure = simulation.run(2000);
    QVERIFY2(measure.most <= 3, qPrintable(QString::number(measure.most)));
    QVERIFY(measure.perS >= kLeastShare * simulation.bestPerS());
}

void TestAdaptiveLimit::refusalsCut_data()
{
    QTest::addColumn<int>("workers");
    QTest::addColumn<int>("queue");
    QTest::addRow("16, none may wait") << 16 << 0;
    QTest::addRow("16, two may wait") << 16 << 2;
    QTest::addRow("64, none may wait") << 64 << 0;
    QTest::addRow("4, none may wait") << 4 << 0;
}

void TestAdaptiveLimit::refusalsCut()
{
    QFETCH(int, workers);
    QFETCH(int, queue);
    for (const Times times : {Times::Jitter, Times::Exponential}) {
        for (quint32 seed = 1; seed <= kSeeds; ++seed) {
            Simulation simulation(workers, times, 50, 512, seed);
            simulation.queueMost = queue;
            simulation.run(kSettle * workers);
            const auto measure = simulation.run(std::max(4000, 100 * workers));
            const QString figures = QStringLiteral("share %1, errors %2, limit %3 ... %4, cuts %5")
                                        .arg(measure.perS / simulation.bestPerS())
                                        .arg(measure.errorShare)
                                        .arg(measure.least)
                                        .arg(measure.most)
                                        .arg(simulation.steps[2]);
            if (qEnvironmentVariableIsSet("CRAWLSCOPE_TEST_FIGURES"))
                qInfo().noquote() << figures;
            QVERIFY2(simulation.steps[static_cast<int>(AdaptiveLimit::Cause::Errors)] > 0, qPrintable(figures));
            QVERIFY2(measure.errorShare < 0.05, qPrintable(figures));
            QVERIFY2(measure.perS >= 0.7 * simulation.bestPerS(), qPrintable(figures)); // room is paid for in errors
        }
    }
}

void TestAdaptiveLimit::accidentsDoNotCut()
{
    for (quint32 seed = 1; seed <= kSeeds; ++seed) {
        Simulation simulation(16, Times::Jitter, 50, 512, seed);
        simulation.accidents = 0.01;
        simulation.run(kSettle * 16);
        const auto measure = simulation.run(5000);
        QVERIFY2(measure.perS >= kLeastShare * simulation.bestPerS(),
                 qPrintable(QString::number(measure.perS / simulation.bestPerS())));
    }

    // One in twenty, evenly.
    AdaptiveLimit limit(512);
    qint64 now = 1'000'000;
    for (int i = 0; i < 4000; ++i) {
        const auto step = limit.ended(50'000, i % 20 == 0, limit.limit(), now += 60'000);
        QVERIFY(!step || step->cause == AdaptiveLimit::Cause::Raised);
    }
    QVERIFY(limit.limit() > 40);
}

void TestAdaptiveLimit::growsOnlyWhereUsed()
{
    Simulation simulation(64, Times::Jitter, 50, 512, 1);
    simulation.wanted = 3;
    QVERIFY(simulation.run(5000).most <= AdaptiveLimit::kStart + 1);
    simulation.wanted = 20;
    QVERIFY(simulation.run(5000).most <= 26);
    simulation.wanted = 1000;
    simulation.run(kSettle * 64);
    verifySettled(&simulation);
}

void TestAdaptiveLimit::lateErrorsCutOnce()
{
    AdaptiveLimit limit(512);
    qint64 now = 1'000'000;
    while (limit.limit() < 40)
        limit.ended(50'000, false, limit.limit(), now += 60'000);
    const int before = limit.limit();
    // 30 requests started together and time out together.
    int cuts = 0;
    now += 20'000'000;
    for (int i = 0; i < 30; ++i) {
        const auto step = limit.ended(20'000'000, true, before, now + i);
        if (step) {
            ++cuts;
            QCOMPARE(step->cause, AdaptiveLimit::Cause::Errors);
            QCOMPARE(step->before, before);
            QCOMPARE(step->after, limit.limit());
        }
    }
    QCOMPARE(cuts, 1);
    QVERIFY(limit.limit() >= before * 6 / 10 && limit.limit() <= before * 8 / 10);
}

void TestAdaptiveLimit::hopelessHostFallsToOne()
{
    AdaptiveLimit limit(512);
    qint64 now = 1'000'000;
    for (int i = 0; i < 60; ++i)
        limit.ended(500'000, true, limit.limit(), now += 1'000'000);
    QCOMPARE(limit.limit(), 1);
    // And comes back.
    for (int i = 0; i < 3000; ++i)
        limit.ended(50'000, false, limit.limit(), now += 60'000);
    QVERIFY(limit.limit() > 16);
}

QTEST_GUILESS_MAIN(TestAdaptiveLimit)
#include "tst_adaptivelimit.moc"
