// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/sweepplan.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <set>

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;

class TestSweepPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void validates_data();
    void validates();
    void steps();
    void picks();
    void picksRandomly();
    void keepsCredentials();
    void config();
};

void TestSweepPlan::validates_data()
{
    QTest::addColumn<SweepPlan>("plan");
    QTest::addColumn<QString>("problems");
    const auto row = [](const char *name, const QString &problems, auto change) {
        SweepPlan plan;
        change(&plan);
        QTest::newRow(name) << plan << problems;
    };
    row("usual", {}, [](SweepPlan *) {});
    row("no level", u"levels"_s, [](SweepPlan *plan) { plan->levels.clear(); });
    row("level 0", u"levels"_s, [](SweepPlan *plan) { plan->levels = {0, 1}; });
    row("level too high", u"levels"_s, [](SweepPlan *plan) { plan->levels = {1, 513}; });
    row("levels falling", u"levels"_s, [](SweepPlan *plan) { plan->levels = {2, 1}; });
    row("level twice", u"levels"_s, [](SweepPlan *plan) { plan->levels = {1, 1}; });
    row("too many levels", u"levels"_s, [](SweepPlan *plan) {
        plan->levels.clear();
        for (int i = 1; i <= 65; ++i)
            plan->levels.push_back(i);
    });
    row("no repeat", u"repeats"_s, [](SweepPlan *plan) { plan->repeats = 0; });
    row("many repeats", u"repeats"_s, [](SweepPlan *plan) { plan->repeats = 101; });
    row("no sample", u"sample,warm_up"_s, [](SweepPlan *plan) { plan->sampleSize = 0; });
    row("nothing but warm-up", u"warm_up"_s, [](SweepPlan *plan) { plan->warmUp = plan->sampleSize; });
    row("all", {}, [](SweepPlan *plan) {
        plan->sample = SweepPlan::Sample::All;
        plan->sampleSize = 0;
    });
    row("all else", {}, [](SweepPlan *plan) {
        *plan = {SweepPlan::Sample::First, 4'000'000'000U, ~quint64 {0}, {1, 512}, 100, 7, 1.0 / 3, 1e6 / 3};
    });
    row("share", u"max_failures"_s, [](SweepPlan *plan) { plan->maxFailureShare = 1.1; });
    row("no number", u"max_failures,max_p95"_s,
        [](SweepPlan *plan) { plan->maxFailureShare = plan->maxP95Ms = std::numeric_limits<double>::quiet_NaN(); });
}

void TestSweepPlan::validates()
{
    QFETCH(SweepPlan, plan);
    QFETCH(QString, problems);
    QCOMPARE(plan.validate().join(u','), problems);
    const std::optional<SweepPlan> kept = SweepPlan::fromJson(plan.toJson());
    QCOMPARE(kept.has_value(), problems.isEmpty());
    if (kept)
        QCOMPARE(*kept, plan);
}

void TestSweepPlan::steps()
{
    SweepPlan plan;
    const std::vector<SweepPlan::Step> steps = plan.steps();
    QCOMPARE(steps.size(), plan.levels.size() * 3);
    std::set<std::vector<int>> orders;
    for (int repeat = 0; repeat < 3; ++repeat) {
        std::vector<int> order;
        for (std::size_t i = 0; i < plan.levels.size(); ++i) {
            const SweepPlan::Step &step = steps[static_cast<std::size_t>(repeat) * plan.levels.size() + i];
            QCOMPARE(step.repeat, repeat);
            order.push_back(step.level);
        }
        orders.insert(order);
        std::sort(order.begin(), order.end());
        QCOMPARE(order, plan.levels); // each level once
    }
    QCOMPARE(orders.size(), std::size_t {3});
    QVERIFY(steps == plan.steps());
    plan.seed = 2;
    QVERIFY(steps != plan.steps());
}

void TestSweepPlan::picks()
{
    const auto urls = UrlList::parse("http://a/1\nbad url here:\nhttp://a/2\nhttp://a/1\nhttp://a/3\n");
    SweepPlan plan;
    plan.sample = SweepPlan::Sample::First;
    plan.sampleSize = 2;
    const auto first = plan.pick(*urls);
    QCOMPARE(first->size(), std::size_t {2});
    QCOMPARE(first->url(1).toByteArray(), QByteArray("http://a/2"));
    plan.sample = SweepPlan::Sample::All;
    QCOMPARE(plan.pick(*urls)->size(), std::size_t {3});
    plan.sample = SweepPlan::Sample::Random;
    plan.sampleSize = 100;
    QCOMPARE(plan.pick(*urls)->size(), std::size_t {3});
    QVERIFY(plan.pick(*UrlList::parse(""))->empty());
}

void TestSweepPlan::picksRandomly()
{
    QByteArray text;
    for (int i = 0; i < 1000; ++i)
        text += "http://a/" + QByteArray::number(i) + '\n';
    const auto urls = UrlList::parse(text);
    SweepPlan plan;
    plan.sampleSize = 100;
    const auto one = plan.pick(*urls);
    const auto again = plan.pick(*urls);
    plan.seed = 2;
    const auto other = plan.pick(*urls);
    std::set<QByteArray> all;
    bool same = true;
    int late = 0;
    int differ = 0;
    for (std::size_t i = 0; i < 100; ++i) {
        all.insert(one->url(i).toByteArray());
        same = same && one->url(i) == again->url(i);
        differ += one->url(i) == other->url(i) ? 0 : 1;
        late += one->url(i).sliced(9).toByteArray().toInt() >= 500 ? 1 : 0;
    }
    QCOMPARE(all.size(), std::size_t {100});
    QVERIFY(same);
    QVERIFY(differ > 50);
    QVERIFY(late > 30 && late < 70);
}

void TestSweepPlan::keepsCredentials()
{
    const auto urls = UrlList::parse("http://us%40er:pa%2Fs:s@a/1\nhttp://only@b/?q=@\n");
    SweepPlan plan;
    const auto picked = plan.pick(*urls);
    QCOMPARE(picked->size(), std::size_t {2});
    for (std::size_t i = 0; i < 2; ++i) {
        QCOMPARE(picked->userInfo(i), urls->userInfo(i));
        QVERIFY(!picked->userInfo(i).isEmpty());
        QCOMPARE(picked->url(i).toByteArray(), urls->url(i).toByteArray());
    }
}

void TestSweepPlan::config()
{
    CrawlConfig base;
    base.limits.perHost = 3;
    base.limits.ratePerS = 7;
    base.limits.adaptive = true;
    base.retries = 5;
    base.follow.enabled = true;
    const CrawlConfig config = SweepPlan::configFor(base, 50, false);
    QCOMPARE(config.limits.inFlight, 50);
    QCOMPARE(config.limits.perHost, 50);
    QCOMPARE(config.limits.ratePerS, 7.0);
    QVERIFY(!config.limits.adaptive && !config.breaker && !config.follow.enabled);
    QCOMPARE(config.retries, 0);
    QCOMPARE(SweepPlan::configFor(base, 50, true).limits.perHost, 3);
}

QTEST_GUILESS_MAIN(TestSweepPlan)
#include "tst_sweepplan.moc"
