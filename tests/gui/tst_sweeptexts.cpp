// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lab/sweepestimate.h"
#include "gui/lab/sweepsettings.h"
#include "gui/lab/sweeptexts.h"
#include "gui/setup/fieldmessage.h"
#include "gui/sweepsample.h"
#include "gui/translations.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <limits>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

/// What is said of sweeps, their settings and the time left.
class TestSweepTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_translations.setLanguage(u"en"_s); }
    void knee_data();
    void knee();
    void speedup();
    void fit_data();
    void fit();
    void about();
    void progress();
    void levels_data();
    void levels();
    void settingsKeepAPlan();
    void verdicts_data();
    void verdicts();
    void timeLeft();
    void timeLeftOfCutLevels();

private:
    Translations m_translations;
    Theme m_theme;
};

void TestSweepTexts::knee_data()
{
    constexpr double kNone = std::numeric_limits<double>::infinity();
    QTest::addColumn<Knee>("knee");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("advised");
    QTest::newRow("reached") << Knee {true, true, 15.7, 11.6, 21.4, 800, KneeModel::Plateau}
                             << u"More than about 16 in flight does not pay here (95%: 12 to 21)."_s << 16;
    QTest::newRow("no bound") << Knee {true, true, 15.7, 11.6, kNone, 800, KneeModel::Plateau}
                              << u"More than about 16 in flight does not pay here (95%: at least 12)."_s << 16;
    QTest::newRow("beyond") << Knee {true, false, 200, 150, kNone, 800, KneeModel::Line}
                            << u"More in flight still paid at 200, the most that was tried: the knee lies beyond."_s
                            << 200;
    QTest::newRow("none") << Knee() << u"Too few runs to tell where more stops paying: that takes two levels."_s << 0;
    QTest::newRow("out of range") << Knee {true, true, 9e9, 1, kNone, 1, KneeModel::Usl}
                                  << u"More than about 9,000,000,000 in flight does not pay here (95%: at least 1)."_s
                                  << 512;
}

void TestSweepTexts::knee()
{
    QFETCH(const Knee, knee);
    SweepResult result;
    result.knee = knee;
    QTEST(sweeptexts::knee(result), "text");
    QTEST(sweeptexts::advisedLevel(result), "advised");
}

void TestSweepTexts::speedup()
{
    SweepResult result;
    QCOMPARE(sweeptexts::speedup(result), QString());
    result.levels.resize(1);
    result.levels[0].level = 1;
    result.speedup = {true, 9.43, 8.77, 10.08, 50};
    QCOMPARE(sweeptexts::speedup(result),
             u"9.4 times as fast as one after another (95%: 8.8 to 10.1), with 50 in flight."_s);
    result.levels[0].level = 5;
    QCOMPARE(sweeptexts::speedup(result), u"9.4 times as fast as with 5 in flight (95%: 8.8 to 10.1), with 50."_s);
}

void TestSweepTexts::fit_data()
{
    QTest::addColumn<double>("misfit");
    QTest::addColumn<QString>("begins");
    QTest::newRow("good") << 1.04 << u"The curve fits: it misses the points by 1.0 times"_s;
    QTest::newRow("poor") << 7.2 << u"The curve is a poor picture of this server: it misses the points by 7.2"_s;
    QTest::newRow("no repeats") << 0.0 << u"With one run a level nothing tells"_s;
    QTest::newRow("endless") << std::numeric_limits<double>::infinity() << u"The curve is a poor picture"_s;
}

void TestSweepTexts::fit()
{
    QFETCH(const double, misfit);
    QFETCH(const QString, begins);
    SweepResult result;
    QCOMPARE(sweeptexts::fit(result), QString());
    result.usl.valid = true;
    result.usl.misfit = misfit;
    QVERIFY2(sweeptexts::fit(result).startsWith(begins), qPrintable(sweeptexts::fit(result)));
}

void TestSweepTexts::about()
{
    SweepResult result = test::sweepSample();
    const QString whole = sweeptexts::about(result, 1'795'000'000'000);
    QVERIFY2(whole.startsWith(u"21 runs of 400 URLs, "_s), qPrintable(whole));
    QVERIFY(!whole.contains(u"Cancelled"_s) && !whole.contains(u"Cut short"_s));
    result.complete = false;
    result.levels[5].cut = true;
    const QString part = sweeptexts::about(result, 1'795'000'000'000);
    QVERIFY(part.contains(u"Cancelled before the end."_s));
    QVERIFY(part.contains(u"Cut short at 50 in flight"_s));
}

void TestSweepTexts::progress()
{
    SweepProgress progress;
    progress.step = 4;
    progress.steps = 24;
    progress.level = 20;
    progress.repeat = 1;
    QCOMPARE(sweeptexts::progress(progress, -1), u"Run 5 of 24: 20 in flight, repeat 2"_s);
    QCOMPARE(sweeptexts::progress(progress, 40), u"Run 5 of 24: 20 in flight, repeat 2 · about 40 s left"_s);
}

void TestSweepTexts::levels_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("levels"); // empty: wrong
    QTest::newRow("usual") << u"1, 2, 5"_s << QList<int> {1, 2, 5};
    QTest::newRow("mixed") << u" 5;2  1,,2\t512 "_s << QList<int> {1, 2, 5, 512};
    QTest::newRow("Chinese") << u"1，2、5；7"_s << QList<int> {1, 2, 5, 7};
    QTest::newRow("one") << u"7"_s << QList<int> {7};
    QTest::newRow("empty") << QString() << QList<int>();
    QTest::newRow("separators") << u", ;"_s << QList<int>();
    QTest::newRow("zero") << u"0, 1"_s << QList<int>();
    QTest::newRow("high") << u"1, 513"_s << QList<int>();
    QTest::newRow("word") << u"1, two"_s << QList<int>();
    QTest::newRow("fraction") << u"1.5"_s << QList<int>();
    QTest::newRow("huge") << u"99999999999999999999"_s << QList<int>();
    QStringList many;
    for (int i = 1; i <= 65; ++i)
        many.append(QString::number(i));
    QTest::newRow("too many") << many.join(u',') << QList<int>();
}

void TestSweepTexts::levels()
{
    QFETCH(const QString, text);
    QFETCH(const QList<int>, levels);
    const auto read = SweepSettings::levelsOf(text);
    QCOMPARE(read.has_value(), !levels.isEmpty());
    if (read)
        QCOMPARE(QList<int>(read->begin(), read->end()), levels);
    SweepSettings settings(m_theme);
    settings.findChild<QLineEdit *>(u"levels"_s)->setText(text);
    QCOMPARE(settings.valid(), !levels.isEmpty());
    QCOMPARE(settings.verdict()->kind() == FieldMessage::Kind::Error, levels.isEmpty());
}

void TestSweepTexts::settingsKeepAPlan()
{
    SweepSettings settings(m_theme);
    QCOMPARE(settings.plan(), SweepPlan());
    const SweepPlan plan {SweepPlan::Sample::First, 1'234, 77, {3, 9, 400}, 5, 17, 0.35, 1'500};
    const QSignalSpy changed(&settings, &SweepSettings::changed);
    settings.setPlan(plan);
    QCOMPARE(settings.plan(), plan);
    QCOMPARE(changed.count(), 1);
    QVERIFY(settings.findChild<QSpinBox *>(u"sampleSize"_s)->isEnabled());
    settings.findChild<QComboBox *>(u"sample"_s)->setCurrentIndex(2);
    QCOMPARE(settings.plan().sample, SweepPlan::Sample::All);
    QVERIFY(!settings.findChild<QSpinBox *>(u"sampleSize"_s)->isEnabled());
    QCOMPARE(changed.count(), 2);
}

void TestSweepTexts::verdicts_data()
{
    QTest::addColumn<quint64>("urls");
    QTest::addColumn<SweepPlan>("plan");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    using Kind = FieldMessage::Kind;
    const auto row = [](const char *name, quint64 urls, Kind kind, const QString &text, auto change) {
        SweepPlan plan;
        change(&plan);
        QTest::newRow(name) << urls << plan << static_cast<int>(kind) << text;
    };
    const auto asItIs = [](SweepPlan *) {};
    row("not known", 0, Kind::Hint, u"24 runs of 400 URLs: 9,600 requests."_s, asItIs);
    row("many", 1'000'000, Kind::Hint, u"24 runs of 400 URLs: 9,600 requests."_s, asItIs);
    row("few", 100, Kind::Warning,
        u"24 runs of 100 URLs: 2,400 requests. Few URLs for 200 in flight: 400 or more would say what that level "
        "can do."_s,
        asItIs);
    row("one run", 500, Kind::Hint, u"1 run of 500 URLs: 500 requests."_s,
        [](SweepPlan *plan) { *plan = {SweepPlan::Sample::All, 400, 1, {3}, 1, 5, 0.2, 0}; });
    row("warm-up", 500, Kind::Error, u"The warm-up leaves nothing of the sample: make it smaller."_s,
        [](SweepPlan *plan) { plan->warmUp = 400; });
}

void TestSweepTexts::verdicts()
{
    QFETCH(const quint64, urls);
    QFETCH(const SweepPlan, plan);
    SweepSettings settings(m_theme);
    settings.setPlan(plan);
    settings.setUrls(urls);
    QTEST(settings.verdict()->text(), "text");
    QTEST(static_cast<int>(settings.verdict()->kind()), "kind");
}

void TestSweepTexts::timeLeft()
{
    SweepPlan plan;
    plan.levels = {1, 2, 4};
    plan.repeats = 1;
    SweepEstimate estimate;
    estimate.start(plan);
    const std::vector<SweepPlan::Step> steps = plan.steps();
    SweepProgress progress;
    progress.steps = 3;
    progress.urls = 100;
    progress.level = steps[0].level;
    QCOMPARE(estimate.secondsLeft(progress, 1, 0), -1.0); // nothing known yet
    progress.done = 50;
    QVERIFY(estimate.secondsLeft(progress, 1, 0) >= 1); // half of it took a second
    // Levels scale, whatever their order is: 8, 4 and 2 s.
    double all = 0;
    for (const SweepPlan::Step &step : steps) {
        estimate.runEnded(step.level, 8.0 / step.level);
        all += 8.0 / step.level;
    }
    progress.done = 0;
    QCOMPARE(estimate.secondsLeft(progress, 0, 0), all);
    progress.step = 3;
    QCOMPARE(estimate.secondsLeft(progress, 0, 0), 0.0);
    estimate.start(plan); // forgets
    estimate.runEnded(4, 2);
    progress.step = 0;
    progress.level = 4;
    QCOMPARE(estimate.secondsLeft(progress, 0, 0), 2.0 + 4.0 + 8.0);
    QCOMPARE(estimate.secondsLeft(progress, 99, 0), 14.0 - 8.0 / steps[0].level); // it takes longer than thought
}

void TestSweepTexts::timeLeftOfCutLevels()
{
    SweepPlan plan;
    plan.levels = {1, 2, 4};
    plan.repeats = 2;
    SweepEstimate estimate;
    estimate.start(plan);
    estimate.runEnded(1, 8);
    SweepProgress progress;
    progress.steps = 6;
    progress.step = 3;
    progress.urls = 100;
    progress.level = plan.steps()[3].level;
    QCOMPARE(estimate.secondsLeft(progress, 0, 0), 24.0);
    QCOMPARE(estimate.secondsLeft(progress, 0, 2), 8.0);
}

QTEST_MAIN(TestSweepTexts)
#include "tst_sweeptexts.moc"
