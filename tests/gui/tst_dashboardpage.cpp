// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/latencychart.h"
#include "gui/charts/ratechart.h"
#include "gui/format.h"
#include "gui/pages/dashboardpage.h"
#include "gui/pages/tile.h"
#include "gui/syntheticrun.h"
#include "gui/theme/theme.h"

#include <QDir>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

Tile *tileNamed(const DashboardPage &page, const QString &caption)
{
    for (Tile *tile : page.findChildren<Tile *>())
        if (tile->accessibleName() == caption)
            return tile;
    return nullptr;
}

QString screenshotPath(const QString &name)
{
    const QString folder = qEnvironmentVariable("CRAWLSCOPE_SCREENSHOT_DIR", QDir::tempPath());
    QDir().mkpath(folder);
    return folder + u'/' + name;
}

} // namespace

class TestDashboardPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startsEmptyWithOneButton();
    void readyListAsksForStart();
    void firstUpdateShowsTheRun();
    void tilesShowTheSnapshot();
    void tilesDoNotMoveWhileFiguresChange();
    void hiddenPageKeepsDataAndDrawsWhenShown();
    void resetForgetsTheRun();
    void chartsShareViewAndCrosshair();
    void screenshots_data();
    void screenshots();
    void screenshotOfReadoutAndTable();
};

void TestDashboardPage::startsEmptyWithOneButton()
{
    Theme theme;
    theme.setMode(ThemeMode::Light);
    DashboardPage page(theme);
    page.resize(960, 700);
    page.show();
    QSignalSpy demo(&page, &DashboardPage::demoRequested);
    QPushButton *visible = nullptr;
    int count = 0;
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (button->isVisible()) {
            visible = button;
            ++count;
        }
    }
    QCOMPARE(count, 1);
    QTest::mouseClick(visible, Qt::LeftButton);
    QCOMPARE(demo.count(), 1);
}

void TestDashboardPage::readyListAsksForStart()
{
    Theme theme;
    DashboardPage page(theme);
    page.show();
    QCOMPARE(page.invitation(), DashboardPage::Invitation::PasteUrls);
    page.setReadyUrls(1'204);
    QCOMPARE(page.invitation(), DashboardPage::Invitation::PressStart);
    QSignalSpy start(&page, &DashboardPage::startRequested);
    QSignalSpy demo(&page, &DashboardPage::demoRequested);
    int visible = 0;
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (button->isVisible()) {
            ++visible;
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    QCOMPARE(visible, 1); // one sentence, one button
    QCOMPARE(start.count(), 1);
    QCOMPARE(demo.count(), 0);
    page.setReadyUrls(0);
    QCOMPARE(page.invitation(), DashboardPage::Invitation::PasteUrls);
}

void TestDashboardPage::firstUpdateShowsTheRun()
{
    Theme theme;
    DashboardPage page(theme);
    page.show();
    const auto *stack = page.findChild<QStackedWidget *>();
    const QWidget *empty = stack->currentWidget();
    page.apply({});
    QCOMPARE(stack->currentWidget(), empty); // an update without news changes nothing
    test::SyntheticRun run(100);
    page.apply(run.second());
    QVERIFY(stack->currentWidget() != empty);
}

void TestDashboardPage::tilesShowTheSnapshot()
{
    Theme theme;
    DashboardPage page(theme);
    page.show();
    CrawlUpdate update;
    update.hasSnapshot = true;
    StatsSnapshot &s = update.snapshot;
    s.counts.unique = s.counts.input = 1'204;
    s.counts.done = 557;
    s.counts.failed = 55;
    s.counts.left = 592;
    s.counts.inFlight = 19;
    s.inFlightLimit = 20;
    s.ratePerS = 84;
    s.averageRatePerS = 79;
    s.etaS = 6.2;
    s.elapsedMs = 62'400;
    s.wireBytes = 3'400'000;
    s.bodyBytes = 9'100'000;
    s.errors[static_cast<std::size_t>(ErrorId::ConnectRefused)] = 40;
    s.errors[static_cast<std::size_t>(ErrorId::TlsName)] = 15;
    LatencyHistogram latency;
    for (int i = 0; i < 100; ++i)
        latency.add(42'000);
    s.latency = std::make_shared<LatencyHistogram>(latency);
    page.apply(update);

    QCOMPARE(tileNamed(page, u"Done"_s)->valueText(), u"612 / "_s + format::number(1'204));
    QCOMPARE(tileNamed(page, u"Done"_s)->note(), format::percent(612.0 / 1'204.0));
    QCOMPARE(tileNamed(page, u"Rate"_s)->valueText(), format::rate(84));
    QCOMPARE(tileNamed(page, u"Rate"_s)->note(), u"average "_s + format::rate(79));
    QCOMPARE(tileNamed(page, u"In flight"_s)->valueText(), u"19"_s);
    QCOMPARE(tileNamed(page, u"In flight"_s)->note(), u"limit 20"_s);
    QCOMPARE(tileNamed(page, u"Latency, p50"_s)->valueText(), format::durationMicros(42'000));
    QCOMPARE(tileNamed(page, u"Failures"_s)->valueText(), u"55"_s);
    QVERIFY(tileNamed(page, u"Failures"_s)->note().contains(format::percent(55.0 / 612.0)));
    QCOMPARE(tileNamed(page, u"Data"_s)->valueText(), format::bytes(3'400'000));
    QCOMPARE(tileNamed(page, u"Time left"_s)->valueText(), u"0:07"_s);
    QCOMPARE(tileNamed(page, u"Time left"_s)->note(), u"elapsed 1:02"_s);
    QVERIFY(tileNamed(page, u"Rate"_s)->accessibleDescription().contains(format::rate(84)));
}

void TestDashboardPage::tilesDoNotMoveWhileFiguresChange()
{
    Theme theme;
    theme.setMode(ThemeMode::Light);
    DashboardPage page(theme);
    page.resize(960, 700);
    page.show();
    test::SyntheticRun run(9'000);
    page.apply(run.second());
    QTRY_VERIFY(page.findChild<Tile *>()->width() > 0);
    QCoreApplication::processEvents();
    QList<QRect> before;
    for (const Tile *tile : page.findChildren<Tile *>())
        before.append(tile->geometry());
    for (int i = 0; i < 60; ++i) {
        page.apply(run.second());
        QCoreApplication::processEvents();
    }
    QList<QRect> after;
    for (const Tile *tile : page.findChildren<Tile *>())
        after.append(tile->geometry());
    QCOMPARE(after, before);
}

void TestDashboardPage::hiddenPageKeepsDataAndDrawsWhenShown()
{
    Theme theme;
    DashboardPage page(theme);
    test::SyntheticRun run(9'000);
    for (int i = 0; i < 20; ++i)
        page.apply(run.second());
    auto *chart = page.findChild<RateChart *>();
    QCOMPARE(chart->drawCount(), 0);
    QCOMPARE(tileNamed(page, u"Rate"_s)->valueText(), format::rate(0));
    page.show();
    QTRY_VERIFY(chart->drawCount() > 0);
    QVERIFY(tileNamed(page, u"Rate"_s)->valueText() != format::rate(0));
    QCOMPARE(chart->tableRows(), 20);
}

void TestDashboardPage::resetForgetsTheRun()
{
    Theme theme;
    DashboardPage page(theme);
    page.show();
    test::SyntheticRun run(9'000);
    for (int i = 0; i < 20; ++i)
        page.apply(run.second());
    page.reset();
    QCOMPARE(tileNamed(page, u"Failures"_s)->valueText(), u"0"_s);
    for (const ChartWidget *chart : page.findChildren<ChartWidget *>())
        QCOMPARE(chart->tableRows(), 0);
}

void TestDashboardPage::chartsShareViewAndCrosshair()
{
    Theme theme;
    DashboardPage page(theme);
    page.show();
    test::SyntheticRun run(9'000);
    for (int i = 0; i < 60; ++i)
        page.apply(run.second());
    const QList<TimeChart *> charts = page.findChildren<TimeChart *>();
    QCOMPARE(charts.size(), 3);
    const TimeView zoomed {false, 10, 20};
    Q_EMIT charts.first()->viewChanged(zoomed);
    for (const TimeChart *chart : charts.mid(1))
        QCOMPARE(chart->view(), zoomed);
}

void TestDashboardPage::screenshots_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("seconds");
    QTest::newRow("light-960x700") << false << QSize(960, 700) << 180;
    QTest::newRow("dark-960x700") << true << QSize(960, 700) << 180;
    QTest::newRow("light-1600x950") << false << QSize(1600, 950) << 180;
    QTest::newRow("dark-1600x950") << true << QSize(1600, 950) << 180;
    QTest::newRow("light-start-960x700") << false << QSize(960, 700) << 1;
    QTest::newRow("light-empty-960x700") << false << QSize(960, 700) << 0;
    QTest::newRow("dark-empty-960x700") << true << QSize(960, 700) << 0;
}

void TestDashboardPage::screenshots()
{
    QFETCH(const bool, dark);
    QFETCH(const QSize, size);
    QFETCH(const int, seconds);
    Theme theme;
    theme.setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
    DashboardPage page(theme);
    page.resize(size);
    test::SyntheticRun run(24'000);
    for (int i = 0; i < seconds; ++i)
        page.apply(run.second());
    page.show();
    QCoreApplication::processEvents();
    QCOMPARE(page.findChild<RateChart *>()->tableRows(), seconds);
    const QImage image = page.grab().toImage();
    QCOMPARE(image.size(), size);
    QVERIFY(image.save(screenshotPath(u"dashboard-%1.png"_s.arg(QLatin1StringView(QTest::currentDataTag())))));
    const QColor corner = image.pixelColor(1, 1);
    QCOMPARE(corner.lightness() < 128, dark);
}

void TestDashboardPage::screenshotOfReadoutAndTable()
{
    Theme theme;
    theme.setMode(ThemeMode::Light);
    DashboardPage page(theme);
    page.resize(1280, 800);
    test::SyntheticRun run(24'000);
    for (int i = 0; i < 180; ++i)
        page.apply(run.second());
    page.show();
    page.findChild<LatencyChart *>()->setTableShown(true);
    auto *rate = page.findChild<RateChart *>();
    QSignalSpy hovered(rate, &TimeChart::hovered);
    for (QWidget *canvas : rate->findChildren<QWidget *>())
        if (canvas->focusPolicy() == Qt::StrongFocus)
            QTest::mouseMove(canvas, canvas->rect().center());
    QTRY_VERIFY(!hovered.isEmpty());
    QVERIFY(hovered.last().first().value<std::optional<double>>().has_value());
    QVERIFY(page.grab().save(screenshotPath(u"dashboard-details.png"_s)));
}

QTEST_MAIN(TestDashboardPage)
#include "tst_dashboardpage.moc"
