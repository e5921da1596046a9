// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/sweeprunner.h"
#include "demosite/demoserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace crawlscope;

class TestSweepRunner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void inFlight_data();
    void inFlight();
    void allLevels();
    void perHost();
    void cutsFailures();
    void cutsSlowness();
    void cancels();
    void tooFew();

private:
    [[nodiscard]] std::shared_ptr<const UrlList> urls(int count, const QByteArray &path) const
    {
        QByteArray text;
        for (int i = 0; i < count; ++i)
            text += m_server->baseUrl() + path + "&n=" + QByteArray::number(i) + '\n';
        return UrlList::parse(text);
    }
    [[nodiscard]] static CrawlConfig config()
    {
        CrawlConfig config;
        config.robots = RobotsMode::Ignore; // requests are counted
        return config;
    }
    [[nodiscard]] static SweepPlan plan(std::vector<int> levels, int repeats = 1)
    {
        SweepPlan plan;
        plan.levels = std::move(levels);
        plan.repeats = repeats;
        plan.sample = SweepPlan::Sample::All;
        plan.warmUp = 2;
        return plan;
    }
    static bool run(SweepRunner *runner, const UrlList &urls, const SweepPlan &plan, bool keepPerHost = false,
                    const CrawlConfig &base = config())
    {
        QSignalSpy finished(runner, &SweepRunner::finished);
        return runner->start(urls, base, plan, keepPerHost) && finished.wait(60'000) && !runner->active();
    }

    std::unique_ptr<demosite::DemoServer> m_server;
};

void TestSweepRunner::init()
{
    m_server = std::make_unique<demosite::DemoServer>();
    QVERIFY(m_server->listen());
}

void TestSweepRunner::inFlight_data()
{
    QTest::addColumn<int>("level");
    for (const int level : {1, 3, 12})
        QTest::addRow("%d", level) << level;
}

/// The server says how many it answered at a time: exactly as many as the level.
void TestSweepRunner::inFlight()
{
    QFETCH(int, level);
    SweepRunner runner;
    const int count = level * 4;
    QVERIFY(run(&runner, *urls(count, "/slow?ms=60"), plan({level})));
    QCOMPARE(m_server->counters().requests, static_cast<quint64>(count));
    QCOMPARE(m_server->counters().maxActiveRequests, level);
    QCOMPARE(runner.runs().size(), std::size_t {1});
    const SweepRun &found = runner.runs().front();
    QCOMPARE(found.level, level);
    QCOMPARE(found.mostInFlight, level);
    QCOMPARE(found.counted, static_cast<quint64>(count - 2));
    QCOMPARE(found.failureShare, 0.0);
    QVERIFY(found.waitShare > 0.5);
    QVERIFY(found.ratePerS > 0 && found.ratePerS < 1.1 * level / 0.06);
}

void TestSweepRunner::allLevels()
{
    SweepRunner runner;
    const QSignalSpy progressed(&runner, &SweepRunner::progressed);
    QVERIFY(run(&runner, *urls(24, "/slow?ms=20"), plan({1, 2, 4}, 2)));
    QCOMPARE(runner.runs().size(), std::size_t {6});
    QVERIFY(progressed.count() >= 6);
    QCOMPARE(m_server->counters().requests, quint64 {6 * 24});
    QCOMPARE(runner.progress().step, 6);
    const SweepResult result = runner.result();
    QVERIFY(result.complete);
    QCOMPARE(result.urls, quint64 {24});
    QCOMPARE(result.levels.size(), std::size_t {3});
    for (const SweepResult::Level &level : result.levels) {
        QCOMPARE(level.runs, 2);
        QCOMPARE(level.mostInFlight, level.level);
    }
    QVERIFY(result.levels[0].ratePerS < result.levels[2].ratePerS);
    QVERIFY(result.speedup.valid && result.knee.valid && result.usl.valid);
}

/// A limit per host that the user set caps the level, and that is told.
void TestSweepRunner::perHost()
{
    SweepRunner runner;
    CrawlConfig base = config();
    base.limits.perHost = 2;
    QVERIFY(run(&runner, *urls(12, "/slow?ms=50"), plan({6}), true, base));
    QCOMPARE(m_server->counters().maxActiveRequests, 2);
    QCOMPARE(runner.runs().front().mostInFlight, 2);
}

void TestSweepRunner::cutsFailures()
{
    SweepRunner runner;
    SweepPlan rules = plan({1, 2, 4}, 2);
    QByteArray text; // the first half fails
    for (int i = 0; i < 200; ++i)
        text += m_server->baseUrl() + (i < 100 ? "/status/500?n=" : "/slow?ms=30&n=") + QByteArray::number(i) + '\n';
    QVERIFY(run(&runner, *UrlList::parse(text), rules));
    // Whatever level came first was cut; lower ones were tried and cut, too, higher ones not.
    const std::vector<SweepRun> &runs = runner.runs();
    QVERIFY(!runs.empty() && runs.size() <= 3);
    int last = 1000;
    for (const SweepRun &found : runs) {
        QVERIFY(found.cut);
        QVERIFY(found.level < last);
        QVERIFY(found.failureShare > 0.2);
        last = found.level;
    }
    QCOMPARE(runs.back().level, 1);
    QVERIFY(!runner.result().knee.valid);
    QVERIFY(runner.result().complete);
}

void TestSweepRunner::cutsSlowness()
{
    SweepRunner runner;
    SweepPlan rules = plan({4});
    rules.maxP95Ms = 20;
    QVERIFY(run(&runner, *urls(60, "/slow?ms=40"), rules));
    QVERIFY(runner.runs().front().cut);
    rules.maxP95Ms = 20'000;
    QVERIFY(run(&runner, *urls(60, "/slow?ms=5"), rules)); // the same runner once more
    QCOMPARE(runner.runs().size(), std::size_t {1});
    QVERIFY(!runner.runs().front().cut);
}

void TestSweepRunner::cancels()
{
    SweepRunner runner;
    QSignalSpy finished(&runner, &SweepRunner::finished);
    QVERIFY(runner.start(*urls(50, "/slow?ms=200"), config(), plan({1, 2}), false));
    QTRY_VERIFY(m_server->counters().requests > 0);
    runner.cancel();
    QVERIFY(finished.wait(30'000));
    QVERIFY(runner.runs().empty()); // what was cut off by hand is no measurement
    QVERIFY(!runner.result().complete);
    runner.cancel(); // nothing to cancel
    QCOMPARE(finished.count(), 1);
    { // and the end of the runner ends its run
        SweepRunner brief;
        QVERIFY(brief.start(*urls(50, "/slow?ms=200"), config(), plan({1}), false));
    }
}

void TestSweepRunner::tooFew()
{
    SweepRunner runner;
    QVERIFY(!runner.start(*urls(2, "/slow?ms=1"), config(), plan({1}), false));
    QVERIFY(!runner.active());
}

QTEST_GUILESS_MAIN(TestSweepRunner)
#include "tst_sweeprunner.moc"
