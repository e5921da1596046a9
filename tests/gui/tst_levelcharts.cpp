// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/levellatencychart.h"
#include "gui/charts/levelsharechart.h"
#include "gui/charts/plotlibrary.h"
#include "gui/charts/scalingchart.h"
#include "gui/sweepsample.h"
#include "gui/translations.h"

#include <QFontMetricsF>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

std::shared_ptr<const SweepResult> shared(SweepResult result)
{
    return std::make_shared<const SweepResult>(std::move(result));
}

QString cell(const ChartWidget &chart, int row, int column)
{
    const ChartTableModel *model = chart.tableModel();
    return model->data(model->index(row, column)).toString();
}

/// Shows the chart and waits until it has drawn what it was given last.
void draw(ChartWidget *chart)
{
    const int before = chart->drawCount();
    chart->resize(500, 300);
    chart->show();
    QTRY_VERIFY(chart->drawCount() > before);
}

QCustomPlot *plotOf(const ChartWidget &chart)
{
    return chart.findChild<QCustomPlot *>();
}

} // namespace

class TestLevelCharts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_translations.setLanguage(u"en"_s);
        m_theme.setMode(ThemeMode::Light);
    }
    void scaling();
    void scalingWithoutFits();
    void smallSample();
    void cutRuns();
    void latency();
    void shares();
    void empty();
    void labelsNeverTouch();
    void oneLevel();
    void pictures();

private:
    Translations m_translations;
    Theme m_theme;
};

void TestLevelCharts::scaling()
{
    ScalingChart chart(m_theme);
    const auto result = shared(test::sweepSample());
    chart.setResult(result);
    draw(&chart);
    const QCustomPlot &plot = *plotOf(chart);
    QCOMPARE(plot.xAxis->scaleType(), QCPAxis::stLogarithmic);
    QVERIFY(plot.xAxis->range().contains(1) && plot.xAxis->range().contains(100));
    // low, high, curve, runs, cut, means
    QCOMPARE(plot.graphCount(), 6);
    QCOMPARE(plot.graph(2)->dataCount(), static_cast<int>(result->usl.curve.size()));
    QCOMPARE(plot.graph(3)->dataCount(), 21);
    QCOMPARE(plot.graph(4)->dataCount(), 0);
    QCOMPARE(plot.graph(5)->dataCount(), 7);
    QCOMPARE(plot.graph(5)->data()->at(2)->key, 5.0);
    for (int i = 3; i < 6; ++i) {
        for (const QCPGraphData &point : *plot.graph(i)->data())
            QVERIFY(plot.yAxis->range().contains(point.value));
    }
    QVERIFY(chart.accessibleDescription().contains(u"The knee is at 16."_s));
    chart.setTableShown(true);
    QCOMPARE(chart.tableModel()->rowCount(), 7);
    QCOMPARE(cell(chart, 6, 0), u"100"_s);
    QVERIFY(qAbs(QLocale().toDouble(cell(chart, 6, 1)) - 800) < 30);
    QVERIFY(QLocale().toDouble(cell(chart, 6, 2)) <= QLocale().toDouble(cell(chart, 6, 3)));
}

/// While a sweep goes on there are points alone.
void TestLevelCharts::scalingWithoutFits()
{
    SweepResult live;
    live.runs = test::sweepRuns({2, 20}, 16, 1);
    live.levels = sweepLevels(live.runs);
    ScalingChart chart(m_theme);
    chart.setResult(shared(live));
    draw(&chart);
    QCOMPARE(plotOf(chart)->graph(2)->dataCount(), 0);
    QCOMPARE(plotOf(chart)->graph(3)->dataCount(), 2);
    chart.setTableShown(true);
    QCOMPARE(cell(chart, 0, 4), QString(QChar(0x2013)));
    QVERIFY(!chart.accessibleDescription().contains(u"knee"_s));
}

/// Where there were fewer URLs than the level, a point stands at what was in flight.
void TestLevelCharts::smallSample()
{
    std::vector<SweepRun> runs = test::sweepRuns({1, 5, 100}, 1000, 2);
    for (SweepRun &run : runs)
        run.mostInFlight = std::min(run.mostInFlight, 40);
    ScalingChart chart(m_theme);
    chart.setResult(shared(test::sweepResult(runs)));
    draw(&chart);
    QCOMPARE(plotOf(chart)->graph(5)->data()->at(2)->key, 40.0);
    QVERIFY(!plotOf(chart)->xAxis->range().contains(100));
    LevelLatencyChart latency(m_theme); // others tell of the level
    latency.setResult(shared(test::sweepResult(runs)));
    draw(&latency);
    QVERIFY(plotOf(latency)->xAxis->range().contains(100));
}

void TestLevelCharts::cutRuns()
{
    std::vector<SweepRun> runs = test::sweepRuns({1, 5, 20}, 16, 1);
    runs.back().cut = true;
    ScalingChart chart(m_theme);
    chart.setResult(shared(test::sweepResult(runs)));
    draw(&chart);
    QCOMPARE(plotOf(chart)->graph(3)->dataCount(), 2);
    QCOMPARE(plotOf(chart)->graph(4)->dataCount(), 1);
    QCOMPARE(plotOf(chart)->graph(5)->dataCount(), 2);
    chart.setTableShown(true);
    QCOMPARE(cell(chart, 2, 1), QString(QChar(0x2013)));
}

void TestLevelCharts::latency()
{
    LevelLatencyChart chart(m_theme);
    const auto result = shared(test::sweepSample());
    chart.setResult(result);
    draw(&chart);
    QCOMPARE(plotOf(chart)->yAxis->scaleType(), QCPAxis::stLogarithmic);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(plotOf(chart)->graph(i)->dataCount(), 7);
        for (const QCPGraphData &point : *plotOf(chart)->graph(i)->data())
            QVERIFY(plotOf(chart)->yAxis->range().contains(point.value));
    }
    chart.setTableShown(true);
    QCOMPARE(cell(chart, 6, 2),
             QLocale().toString(static_cast<double>(result->levels[6].latency.percentile(0.95)) / 1000, 'f', 3));
    std::vector<SweepRun> silent = test::sweepRuns({1, 5}, 16, 1);
    silent.back().latency.clear(); // nothing got an answer
    chart.setResult(shared(test::sweepResult(silent)));
    QTRY_COMPARE(cell(chart, 1, 1), QString(QChar(0x2013)));
}

void TestLevelCharts::shares()
{
    LevelShareChart chart(m_theme);
    chart.setResult(shared(test::sweepSample()));
    draw(&chart);
    QCOMPARE(plotOf(chart)->yAxis->range().upper, 100.0);
    QCOMPARE(plotOf(chart)->graph(0)->data()->at(0)->value, 0.0);
    QCOMPARE(plotOf(chart)->graph(0)->data()->at(6)->value, 5.0);
    QVERIFY(qAbs(plotOf(chart)->graph(1)->data()->at(6)->value - 90) < 0.01);
    QCOMPARE(chart.accessibleDescription(),
             u"With 1 in flight 0% failed and 90% of the time was waiting; with 100 in "
             "flight 5.0% and 90%."_s);
    chart.setTableShown(true);
    QCOMPARE(cell(chart, 6, 1), u"5.0%"_s);
    QCOMPARE(cell(chart, 6, 2), u"90%"_s);
}

void TestLevelCharts::empty()
{
    ScalingChart scaling(m_theme);
    LevelLatencyChart latency(m_theme);
    LevelShareChart shares(m_theme);
    for (LevelChart *chart : {static_cast<LevelChart *>(&scaling), static_cast<LevelChart *>(&latency),
                              static_cast<LevelChart *>(&shares)}) {
        draw(chart);
        QCOMPARE(chart->tableRows(), 0);
        QCOMPARE(chart->accessibleDescription(), u"No data yet"_s);
        chart->setResult(shared(test::sweepSample()));
        QCOMPARE(chart->tableRows(), 7);
        chart->setResult(nullptr);
        QCOMPARE(chart->tableRows(), 0);
    }
}

void TestLevelCharts::labelsNeverTouch()
{
    std::vector<int> levels;
    for (int level = 1; level <= 512; level += level < 20 ? 1 : level / 12)
        levels.push_back(level);
    ScalingChart chart(m_theme);
    chart.setResult(shared(test::sweepResult(test::sweepRuns(levels, 64, 1))));
    draw(&chart);
    const QCPAxis *axis = plotOf(chart)->xAxis;
    const QFontMetricsF metrics(axis->tickLabelFont());
    for (int width = 220; width <= 1'200; width += 70) {
        chart.resize(width, 260);
        QCoreApplication::processEvents();
        const QVector<double> ticks = axis->tickVector();
        const QVector<QString> texts = axis->tickVectorLabels();
        QVERIFY(ticks.size() >= 2);
        QCOMPARE(ticks.constFirst(), 1.0);
        QCOMPARE(ticks.constLast(), static_cast<double>(levels.back()));
        for (qsizetype i = 1; i < ticks.size(); ++i) {
            const double gap = axis->coordToPixel(ticks[i]) - axis->coordToPixel(ticks[i - 1])
                - (metrics.horizontalAdvance(texts[i]) + metrics.horizontalAdvance(texts[i - 1])) / 2;
            QVERIFY2(gap >= 5, qPrintable(u"%1 px: %2 and %3"_s.arg(width).arg(texts[i - 1], texts[i])));
        }
    }
}

void TestLevelCharts::oneLevel()
{
    ScalingChart chart(m_theme);
    chart.setResult(shared(test::sweepResult(test::sweepRuns({512}, 16, 1))));
    draw(&chart);
    QVERIFY(plotOf(chart)->xAxis->range().lower < 512 && plotOf(chart)->xAxis->range().upper > 512);
    QCOMPARE(plotOf(chart)->xAxis->tickVector(), QVector<double> {512});
}

void TestLevelCharts::pictures()
{
    const QTemporaryDir folder;
    ScalingChart chart(m_theme);
    chart.setResult(shared(test::sweepSample()));
    draw(&chart);
    for (const QString &name : {u"a.png"_s, u"a.pdf"_s}) {
        QVERIFY(chart.savePicture(folder.filePath(name)));
        QVERIFY(QFileInfo(folder.filePath(name)).size() > 2'000);
    }
}

QTEST_MAIN(TestLevelCharts)
#include "tst_levelcharts.moc"
