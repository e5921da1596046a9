// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/plotlibrary.h"
#include "gui/charts/timescomparechart.h"
#include "gui/theme/theme.h"
#include "gui/translations.h"

#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

class TestTimesCompareChart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sharesItsBars();
    void outlinesDifferInMoreThanColour();
    void saysWhyThereIsNothing();
    void tableTwin();
    void words();
    void oneValue();
    void savesPictures();
};

namespace {

std::shared_ptr<const LatencyHistogram> times(quint64 from, int count)
{
    auto histogram = std::make_shared<LatencyHistogram>();
    for (int i = 0; i < count; ++i)
        histogram->add(from + static_cast<quint64>(i) * from / 100);
    return histogram;
}

quint64 sum(const std::vector<LatencyHistogram::Bar> &bars)
{
    quint64 all = 0;
    for (const LatencyHistogram::Bar &bar : bars)
        all += bar.count;
    return all;
}

struct Shown
{
    Shown()
    {
        theme.setMode(ThemeMode::Light);
        chart.resize(600, 260);
        chart.show();
    }
    Theme theme;
    TimesCompareChart chart {theme};
};

} // namespace

void TestTimesCompareChart::sharesItsBars()
{
    Shown s;
    s.chart.setTimes({}, times(10'000, 300), times(30'000, 200));
    const auto &before = s.chart.bars(false);
    const auto &after = s.chart.bars(true);
    QCOMPARE(before.size(), after.size());
    QVERIFY(before.size() > 10);
    QCOMPARE(sum(before), 300U);
    QCOMPARE(sum(after), 200U);
    for (std::size_t i = 0; i < before.size(); ++i)
        QCOMPARE(before[i].fromMicros, after[i].fromMicros);
    QCOMPARE(after.front().count, 0U); // what was slower begins later
    QTRY_VERIFY(s.chart.drawCount() > 1);
    const auto *plot = s.chart.findChild<QCustomPlot *>();
    QCOMPARE(plot->graphCount(), 2);
    QVERIFY(plot->yAxis->range().upper >= 1);
}

void TestTimesCompareChart::outlinesDifferInMoreThanColour()
{
    Shown s;
    s.chart.setTimes({}, times(10'000, 300), times(30'000, 200));
    const auto *plot = s.chart.findChild<QCustomPlot *>();
    QVERIFY(plot->graph(0)->pen().style() != plot->graph(1)->pen().style());
    QVERIFY(plot->graph(0)->brush().textureImage() != plot->graph(1)->brush().textureImage());
    QCOMPARE(plot->graph(0)->lineStyle(), QCPGraph::lsStepLeft);
}

void TestTimesCompareChart::saysWhyThereIsNothing()
{
    Shown s;
    s.chart.setTimes(u"a.example"_s, nullptr, nullptr, u"Not kept."_s);
    const auto labelled = [&s](const QString &text) {
        for (const QLabel *label : s.chart.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == text)
                return true;
        }
        return false;
    };
    QTRY_VERIFY(labelled(u"Not kept."_s));
    QCOMPARE(s.chart.accessibleDescription(), u"Not kept."_s);
    s.chart.setTimes({}, times(10'000, 3), times(10'000, 3));
    QTRY_VERIFY(!labelled(u"Not kept."_s));
    s.chart.setTimes({}, nullptr, nullptr);
    QTRY_VERIFY(labelled(u"No data yet"_s));
}

void TestTimesCompareChart::tableTwin()
{
    Shown s;
    s.chart.setTimes({}, times(10'000, 300), times(30'000, 200));
    s.chart.setTableShown(true);
    QCOMPARE(s.chart.tableModel()->rowCount(), static_cast<int>(s.chart.bars(false).size()));
    QCOMPARE(s.chart.tableModel()->headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), u"URLs before"_s);
    quint64 after = 0;
    for (int row = 0; row < s.chart.tableRows(); ++row)
        after += s.chart.tableCell(row, 3).toULongLong();
    QCOMPARE(after, 200U);
    QCOMPARE(s.chart.tableCell(0, 0), u"10.000"_s);
}

void TestTimesCompareChart::words()
{
    Shown s;
    s.chart.setTimes(u"a.example:443"_s, times(10'000, 1), times(30'000, 1));
    QTRY_VERIFY(s.chart.accessibleDescription().startsWith(u"a.example:443: half within 10"_s));
}

void TestTimesCompareChart::oneValue()
{
    Shown s;
    s.chart.setTimes({}, times(5'000, 1), times(5'000, 1));
    QTRY_VERIFY(s.chart.drawCount() > 1);
    QCOMPARE(s.chart.bars(true).size(), std::size_t {1});
    QCOMPARE(s.chart.bars(true).front().count, 1U);
}

void TestTimesCompareChart::savesPictures()
{
    Shown s;
    s.chart.setTimes({}, times(10'000, 300), times(30'000, 200));
    QTRY_VERIFY(s.chart.drawCount() > 1);
    const QTemporaryDir folder;
    for (const QString &name : {u"x.png"_s, u"x.pdf"_s}) {
        QVERIFY(s.chart.savePicture(folder.filePath(name)));
        QVERIFY(QFileInfo(folder.filePath(name)).size() > 1'000);
    }
}

QTEST_MAIN(TestTimesCompareChart)
#include "tst_timescomparechart.moc"
