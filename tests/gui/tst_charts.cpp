// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/clocktext.h"
#include "gui/charts/errorschart.h"
#include "gui/charts/histogramchart.h"
#include "gui/charts/latencychart.h"
#include "gui/charts/ratechart.h"
#include "gui/charts/statuschart.h"
#include "gui/format.h"
#include "gui/syntheticrun.h"
#include "gui/texts.h"
#include "gui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

TimePoint pointAt(qint64 second)
{
    TimePoint point;
    point.atMs = second * 1'000;
    point.ratePerS = static_cast<double>(second);
    point.inFlight = 7;
    point.inFlightLimit = 20;
    point.ended = static_cast<quint32>(second);
    point.p50Micros = 10'500;
    point.p95Micros = 20'000;
    point.p99Micros = 1'234'567;
    point.statusClasses = {1, 0, 3, 0, 2, 0};
    return point;
}

QString cell(const ChartWidget &chart, int row, int column)
{
    const ChartTableModel *model = chart.tableModel();
    return model->data(model->index(row, column)).toString();
}

StatsSnapshot failing()
{
    StatsSnapshot snapshot;
    snapshot.counts.done = 60;
    snapshot.counts.failed = 40;
    snapshot.errors[static_cast<std::size_t>(ErrorId::TlsName)] = 5;
    snapshot.errors[static_cast<std::size_t>(ErrorId::ConnectRefused)] = 25;
    return snapshot;
}

/// The keys and the wheel go to the plot inside, which takes the focus.
QWidget *canvasOf(const ChartWidget &chart)
{
    for (QWidget *widget : chart.findChildren<QWidget *>())
        if (widget->focusPolicy() == Qt::StrongFocus && widget->accessibleName() == chart.accessibleName())
            return widget;
    return nullptr;
}

} // namespace

class TestCharts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_theme.setMode(ThemeMode::Light); }
    void manyUpdatesDrawFewTimes();
    void hiddenChartDoesNotDraw();
    void tableTwinOfRate();
    void tableTwinOfLatencyShowsGaps();
    void tableTwinOfStatus();
    void tableTwinSurvivesMerging();
    void tableCopiesWithHeader();
    void errorsAreSortedAndNamed();
    void histogramTellsEveryValue();
    void wordsForScreenReaders();
    void trendInWords_data();
    void trendInWords();
    void keysChangeTheView();
    void followsUntilMovedAway();
    void longRunDrawsNoMorePointsThanFit();
    void dragOfASliderIsOneMark();
    void markTexts_data();
    void markTexts();
    void picturesAreWritten();
    void unwritablePictureIsReported();
    void clock_data();
    void clock();

private:
    Theme m_theme;
};

void TestCharts::manyUpdatesDrawFewTimes()
{
    RunHistory history;
    RateChart chart(m_theme, history);
    chart.resize(480, 260);
    chart.show();
    QCoreApplication::processEvents();
    const int draws = chart.drawCount();
    const int replots = chart.replotCount();
    QElapsedTimer clock;
    clock.start();
    for (qint64 second = 1; second <= 100; ++second) {
        history.append(pointAt(second));
        chart.dataChanged();
        QCoreApplication::processEvents();
    }
    const auto allowed = static_cast<int>(clock.elapsed() / ChartWidget::kMinRedrawMs) + 1;
    QVERIFY2(chart.drawCount() - draws <= allowed, qPrintable(QString::number(chart.drawCount() - draws)));
    QTRY_VERIFY(chart.replotCount() > replots); // the newest data is drawn in the end
    QVERIFY(chart.replotCount() - replots <= static_cast<int>(clock.elapsed() / ChartWidget::kMinRedrawMs) + 2);
}

void TestCharts::hiddenChartDoesNotDraw()
{
    RunHistory history;
    RateChart chart(m_theme, history);
    QCoreApplication::processEvents(); // QCustomPlot plots once when it is made
    const int atFirst = chart.replotCount();
    for (qint64 second = 1; second <= 50; ++second) {
        history.append(pointAt(second));
        chart.dataChanged();
        QCoreApplication::processEvents();
    }
    QCOMPARE(chart.drawCount(), 0);
    QCOMPARE(chart.replotCount(), atFirst);
    chart.show();
    QVERIFY(chart.drawCount() >= 1);
    chart.hide();
    const int draws = chart.drawCount();
    const int replots = chart.replotCount();
    chart.dataChanged();
    m_theme.setMode(ThemeMode::Dark);
    QCoreApplication::processEvents();
    QCOMPARE(chart.drawCount(), draws);
    QCOMPARE(chart.replotCount(), replots);
}

void TestCharts::tableTwinOfRate()
{
    RunHistory history;
    RateChart chart(m_theme, history);
    const QAbstractItemModelTester tester(chart.tableModel(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    chart.show();
    chart.setTableShown(true);
    QVERIFY(chart.tableShown());
    QCOMPARE(chart.tableModel()->rowCount(), 0);
    QSignalSpy inserted(chart.tableModel(), &QAbstractItemModel::rowsInserted);
    for (qint64 second = 1; second <= 75; ++second) {
        history.append(pointAt(second));
        chart.dataChanged();
    }
    QTRY_COMPARE(chart.tableModel()->rowCount(), 75);
    QVERIFY(inserted.count() <= 2); // a batch is one signal
    QCOMPARE(chart.tableModel()->columnCount(), 4);
    QCOMPARE(cell(chart, 74, 0), u"1:15"_s);
    QCOMPARE(cell(chart, 74, 1), QLocale().toString(75.0, 'f', 1));
    QCOMPARE(cell(chart, 74, 2), u"7"_s);
    QCOMPARE(cell(chart, 74, 3), u"20"_s);
    chart.setTableShown(false);
    QVERIFY(!chart.tableShown());
}

void TestCharts::tableTwinOfLatencyShowsGaps()
{
    RunHistory history;
    history.append(pointAt(1));
    TimePoint idle = pointAt(2);
    idle.ended = 0;
    history.append(idle);
    LatencyChart chart(m_theme, history);
    chart.show();
    chart.setTableShown(true);
    QCOMPARE(cell(chart, 0, 1), QLocale().toString(10.5, 'f', 3));
    QCOMPARE(cell(chart, 0, 3), QLocale().toString(1'234.567, 'f', 3));
    QCOMPARE(cell(chart, 1, 1), QString(QChar(0x2013)));
}

void TestCharts::tableTwinOfStatus()
{
    RunHistory history;
    history.append(pointAt(6));
    StatusChart chart(m_theme, history);
    const QAbstractItemModelTester tester(chart.tableModel(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    chart.show();
    chart.setTableShown(true);
    QStringList headers;
    QStringList cells;
    for (int column = 0; column < chart.tableModel()->columnCount(); ++column) {
        headers << chart.tableModel()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        cells << cell(chart, 0, column);
    }
    const auto under = [&](StatusClass c) { return cells.value(headers.indexOf(texts::statusClass(c))); };
    QCOMPARE(under(StatusClass::Success), u"3"_s);
    QCOMPARE(under(StatusClass::ClientError), u"2"_s);
    QCOMPARE(under(StatusClass::None), u"1"_s);
    QCOMPARE(under(StatusClass::ServerError), u"0"_s);
}

void TestCharts::tableTwinSurvivesMerging()
{
    RunHistory history;
    RateChart chart(m_theme, history);
    const QAbstractItemModelTester tester(chart.tableModel(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    chart.show();
    chart.setTableShown(true);
    for (qint64 second = 1; second <= 3'900; ++second)
        history.append(pointAt(second));
    chart.dataChanged();
    QTRY_COMPARE(chart.tableModel()->rowCount(), 3'900);
    for (qint64 second = 3'901; second <= 4'100; ++second)
        history.append(pointAt(second));
    // Between the merge and the next refresh the model still counts rows that are gone: no crash, empty cells.
    QVERIFY(cell(chart, 3'899, 0).isEmpty());
    chart.dataChanged();
    QTRY_COMPARE(chart.tableModel()->rowCount(), static_cast<int>(history.series().size()));
    history.clear();
    chart.dataChanged();
    QTRY_COMPARE(chart.tableModel()->rowCount(), 0);
}

void TestCharts::tableCopiesWithHeader()
{
    RunHistory history;
    history.append(pointAt(1));
    history.append(pointAt(2));
    RateChart chart(m_theme, history);
    chart.show();
    chart.setTableShown(true);
    auto *view = chart.findChild<QTableView *>();
    view->selectRow(1);
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.at(0).count(u'\t'), 3);
    QVERIFY(lines.at(1).startsWith(u"0:02\t"_s));
    QCOMPARE(chart.tableModel()->toText({}).count(u'\n'), 3);
}

void TestCharts::errorsAreSortedAndNamed()
{
    ErrorsChart chart(m_theme);
    const QAbstractItemModelTester tester(chart.tableModel(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    chart.setSnapshot(failing());
    chart.show();
    chart.setTableShown(true);
    QCOMPARE(chart.tableModel()->rowCount(), 3);
    QCOMPARE(cell(chart, 0, 0), texts::error(ErrorId::ConnectRefused));
    QCOMPARE(cell(chart, 0, 1), u"25"_s);
    QCOMPARE(cell(chart, 0, 2), format::percent(25.0 / 40.0));
    QCOMPARE(chart.bars().at(1), (ErrorsChart::Bar {ErrorId::None, 10})); // 40 failed, 30 of them with an error id
    QCOMPARE(cell(chart, 2, 0), texts::error(ErrorId::TlsName));
    quint64 sum = 0;
    for (const ErrorsChart::Bar &bar : chart.bars())
        sum += bar.count;
    QCOMPARE(sum, 40U);
}

void TestCharts::histogramTellsEveryValue()
{
    LatencyHistogram latency;
    for (quint64 i = 1; i <= 1'000; ++i)
        latency.add(i * 1'000);
    HistogramChart chart(m_theme);
    const QAbstractItemModelTester tester(chart.tableModel(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    chart.setLatency(std::make_shared<LatencyHistogram>(latency));
    chart.show();
    chart.setTableShown(true);
    QVERIFY(chart.tableRows() > 1);
    QVERIFY(chart.tableRows() <= HistogramChart::kBars);
    int sum = 0;
    for (int row = 0; row < chart.tableModel()->rowCount(); ++row)
        sum += QLocale().toInt(cell(chart, row, 2));
    QCOMPARE(sum, 1'000);
    chart.setLatency({});
    QTRY_COMPARE(chart.tableModel()->rowCount(), 0);
}

void TestCharts::wordsForScreenReaders()
{
    RunHistory history;
    RateChart chart(m_theme, history);
    chart.show();
    QVERIFY(!chart.accessibleName().isEmpty());
    QVERIFY(!chart.accessibleDescription().isEmpty()); // says that there is nothing yet
    const QString before = chart.accessibleDescription();
    for (qint64 second = 1; second <= 60; ++second)
        history.append(pointAt(second));
    chart.dataChanged();
    QTRY_VERIFY(chart.accessibleDescription() != before);
    QVERIFY2(chart.accessibleDescription().contains(format::rate(60)), qPrintable(chart.accessibleDescription()));
    QVERIFY(chart.accessibleDescription().contains(u"rising"_s));
    ErrorsChart errors(m_theme);
    errors.setSnapshot(failing());
    errors.show();
    QVERIFY(errors.accessibleDescription().contains(texts::error(ErrorId::ConnectRefused)));
}

void TestCharts::trendInWords_data()
{
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("last");
    QTest::addColumn<QString>("word");
    QTest::newRow("up") << 10.0 << 20.0 << u"rising"_s;
    QTest::newRow("down") << 20.0 << 10.0 << u"falling"_s;
    QTest::newRow("level") << 20.0 << 20.5 << u"steady"_s;
}

void TestCharts::trendInWords()
{
    QFETCH(const double, first);
    QFETCH(const double, last);
    QFETCH(const QString, word);
    RunHistory history;
    for (qint64 second = 1; second <= 30; ++second) {
        TimePoint point = pointAt(second);
        point.ratePerS = second <= 20 ? first : last;
        history.append(point);
    }
    RateChart chart(m_theme, history);
    chart.show();
    QVERIFY2(chart.accessibleDescription().contains(word), qPrintable(chart.accessibleDescription()));
}

void TestCharts::keysChangeTheView()
{
    RunHistory history;
    for (qint64 second = 1; second <= 300; ++second)
        history.append(pointAt(second));
    LatencyChart chart(m_theme, history);
    chart.resize(480, 260);
    chart.show();
    QWidget *canvas = canvasOf(chart);
    QVERIFY(canvas != nullptr);
    QSignalSpy changed(&chart, &TimeChart::viewChanged);
    QTest::keyClick(canvas, Qt::Key_Plus);
    QCOMPARE(changed.count(), 1);
    QVERIFY(chart.view().span < 300);
    QVERIFY(chart.view().follow);
    QTest::keyClick(canvas, Qt::Key_Left);
    QVERIFY(!chart.view().follow);
    QTest::keyClick(canvas, Qt::Key_End);
    QCOMPARE(chart.view(), TimeView());
}

void TestCharts::followsUntilMovedAway()
{
    RunHistory history;
    for (qint64 second = 1; second <= 100; ++second)
        history.append(pointAt(second));
    RateChart chart(m_theme, history);
    chart.show();
    QWidget *canvas = canvasOf(chart);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(canvas, Qt::Key_Plus);
    QTest::keyClick(canvas, Qt::Key_Left);
    const TimeView away = chart.view();
    QVERIFY(!away.follow);
    for (qint64 second = 101; second <= 130; ++second)
        history.append(pointAt(second));
    const int draws = chart.drawCount();
    chart.dataChanged();
    QTRY_VERIFY(chart.drawCount() > draws);
    QCOMPARE(chart.view(), away); // new data does not take the view away
    for (int i = 0; i < 30; ++i)
        QTest::keyClick(canvas, Qt::Key_Right);
    QVERIFY(chart.view().follow);
}

void TestCharts::longRunDrawsNoMorePointsThanFit()
{
    RunHistory history;
    for (qint64 second = 1; second <= 3'990; ++second)
        history.append(pointAt(second));
    RateChart chart(m_theme, history);
    chart.resize(600, 300);
    chart.setView({true, TimeView::kWholeRun, 0});
    chart.show();
    QTRY_VERIFY(chart.drawnPoints() > 0);
    QVERIFY(chart.drawnPoints() <= 300);
    chart.setView({false, 60, 1'000}); // close up, every second is drawn
    QVERIFY(chart.drawnPoints() >= 60);
    QVERIFY(chart.drawnPoints() <= 63);
    QCOMPARE(chart.tableRows(), 3'990); // the table twin has them all
}

void TestCharts::dragOfASliderIsOneMark()
{
    RunHistory history;
    for (int i = 0; i < 20; ++i)
        history.append(test::SyntheticRun::event(EventId::InFlightChanged, 10'000 + i * 100, 20 + i, 21 + i));
    QCOMPARE(history.marks().size(), 1U);
    QCOMPARE(history.marks().front().a, 20);
    QCOMPARE(history.marks().front().b, 40);
    history.append(test::SyntheticRun::event(EventId::InFlightChanged, 20'000, 40, 45));
    QCOMPARE(history.marks().size(), 2U);
    history.append(test::SyntheticRun::event(EventId::InFlightChanged, 20'500, 45, 40)); // back again: no mark
    QCOMPARE(history.marks().size(), 1U);
    history.append(test::SyntheticRun::event(EventId::UrlFailed, 21'000, 0, 0)); // belongs in the log
    QCOMPARE(history.marks().size(), 1U);
    for (int i = 0; i < 2'000; ++i)
        history.append(test::SyntheticRun::event(EventId::RunPaused, 30'000 + i * 5'000, 0, 0));
    QCOMPARE(history.marks().size(), RunHistory::kMaxMarks);
}

void TestCharts::markTexts_data()
{
    QTest::addColumn<EventId>("id");
    QTest::addColumn<QString>("text");
    QTest::newRow("in flight") << EventId::InFlightChanged << u"in flight 0 → 50"_s;
    QTest::newRow("per host") << EventId::PerHostChanged << u"per host 0 → 50"_s;
    QTest::newRow("rate") << EventId::RateChanged << u"no limit → %1"_s.arg(format::rate(0.05));
    QTest::newRow("analysis") << EventId::AnalysisThreadsChanged << u"analysis 0 → 50"_s;
    QTest::newRow("pause") << EventId::RunPaused << u"paused"_s;
    QTest::newRow("no mark") << EventId::UrlFailed << QString();
}

void TestCharts::markTexts()
{
    QFETCH(const EventId, id);
    QTEST(RunHistory::markText(test::SyntheticRun::event(id, 0, 0, 50)), "text");
}

void TestCharts::picturesAreWritten()
{
    const QTemporaryDir folder;
    RunHistory history;
    for (qint64 second = 1; second <= 60; ++second)
        history.append(pointAt(second));
    RateChart rate(m_theme, history);
    ErrorsChart errors(m_theme);
    errors.setSnapshot(failing());
    for (ChartWidget *chart : {static_cast<ChartWidget *>(&rate), static_cast<ChartWidget *>(&errors)}) {
        chart->resize(640, 320);
        chart->show();
        const QString png = folder.filePath(u"chart.png"_s);
        QVERIFY(chart->savePicture(png));
        const QImage image(png);
        QVERIFY(image.width() >= 1'280); // twice the screen's resolution
        QCOMPARE(image.pixelColor(2, 2), Theme::color(Token::Surface, false));
        const QString pdf = folder.filePath(u"chart.pdf"_s);
        QVERIFY(chart->savePicture(pdf));
        QFile file(pdf);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(5) == "%PDF-");
        QVERIFY(file.size() > 1'000);
    }
}

void TestCharts::unwritablePictureIsReported()
{
    const RunHistory history;
    const RateChart chart(m_theme, history);
    QVERIFY(!chart.savePicture(u"/no/such/folder/chart.png"_s));
}

void TestCharts::clock_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0.0 << u"0:00"_s;
    QTest::newRow("negative") << -3.0 << u"0:00"_s;
    QTest::newRow("seconds") << 7.4 << u"0:07"_s;
    QTest::newRow("minutes") << 125.0 << u"2:05"_s;
    QTest::newRow("hours") << 3'725.0 << u"1:02:05"_s;
}

void TestCharts::clock()
{
    QFETCH(const double, seconds);
    QTEST(clockText(seconds), "text");
}

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
