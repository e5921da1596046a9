// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/loopchart.h"
#include "gui/charts/workerschart.h"
#include "gui/pages/looppage.h"
#include "gui/pages/tile.h"
#include "gui/theme/theme.h"
#include "gui/translations.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kSecond = 1'000'000;

StatsSnapshot calm()
{
    StatsSnapshot snapshot;
    snapshot.engineLagMicros = 1'200;
    snapshot.analysisThreads = 2;
    snapshot.analysisBusy = 1;
    snapshot.openDescriptors = 140;
    snapshot.descriptorLimit = 1'024;
    snapshot.residentBytes = 54'607'872;
    snapshot.bufferedBytes = 812'000;
    snapshot.storageQueued = 12;
    return snapshot;
}

QString screenshotPath(const QString &name)
{
    const QString folder = qEnvironmentVariable("CRAWLSCOPE_SCREENSHOT_DIR", QDir::tempPath());
    QDir().mkpath(folder);
    return folder + u'/' + name;
}

} // namespace

class TestLoopPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void secondsKeepTheirWorst();
    void fiveMinutesAreKept();
    void unknownIsADash();
    void tilesShowTheNewest();
    void worriesAreWords_data();
    void worriesAreWords();
    void chartsHaveWordsAndATable();
    void analysisThreadsHaveBars();
    void emptyAsksForUrls();
    void screenshots_data();
    void screenshots();
};

void TestLoopPage::secondsKeepTheirWorst()
{
    LoopHistory history;
    StatsSnapshot snapshot = calm();
    snapshot.engineLagMicros = 30'000;
    snapshot.openDescriptors = 900;
    history.append(snapshot, 4'000, 5 * kSecond);
    snapshot.engineLagMicros = 1'000;
    snapshot.openDescriptors = 100;
    history.append(snapshot, 9'000, 5 * kSecond + 900'000);
    QCOMPARE(history.points().size(), std::size_t {1});
    QCOMPARE(history.newest(LoopGauge::EngineLag), 30'000.0);
    QCOMPARE(history.newest(LoopGauge::WindowLag), 9'000.0);
    QCOMPARE(history.newest(LoopGauge::Descriptors), 100.0);
    history.append(snapshot, 1'000, 6 * kSecond);
    QCOMPARE(history.points().size(), std::size_t {2});
    QCOMPARE(history.newest(LoopGauge::WindowLag), 1'000.0);
    QCOMPARE(history.most(LoopGauge::WindowLag), 9'000.0);
}

void TestLoopPage::fiveMinutesAreKept()
{
    LoopHistory history;
    for (qint64 second = 0; second < 400; ++second)
        history.append(calm(), second, second * kSecond);
    QCOMPARE(history.points().size(), LoopHistory::kSeconds);
    QCOMPARE(history.points().front().second, 100);
    QCOMPARE(history.most(LoopGauge::WindowLag), 399.0);
    history.clear();
    QVERIFY(history.points().empty() && std::isnan(history.most(LoopGauge::WindowLag)));
}

void TestLoopPage::unknownIsADash()
{
    Theme theme;
    LoopPage page(theme);
    page.show();
    page.apply({}, 0, 0);
    for (const LoopGauge gauge : {LoopGauge::Analysis, LoopGauge::Descriptors, LoopGauge::Memory, LoopGauge::Storage}) {
        QCOMPARE(page.tile(gauge)->valueText(), u"–"_s);
        QVERIFY(!page.history().known(gauge));
    }
    QCOMPARE(page.tile(LoopGauge::EngineLag)->valueText(), u"0 ms"_s);
}

void TestLoopPage::tilesShowTheNewest()
{
    Theme theme;
    LoopPage page(theme);
    page.show();
    page.apply(calm(), 3'000, 0);
    QCOMPARE(page.tile(LoopGauge::EngineLag)->valueText(), u"1.2 ms"_s);
    QCOMPARE(page.tile(LoopGauge::WindowLag)->valueText(), u"3.0 ms"_s);
    QCOMPARE(page.tile(LoopGauge::Analysis)->valueText(), u"1 / 2"_s);
    QCOMPARE(page.tile(LoopGauge::Descriptors)->valueText(), u"140 / 1,024"_s);
    QCOMPARE(page.tile(LoopGauge::Memory)->valueText(), u"54.6 MB"_s);
    QCOMPARE(page.tile(LoopGauge::Storage)->valueText(), u"12"_s);
    page.hide();
    StatsSnapshot later = calm();
    later.storageQueued = 99;
    page.apply(later, 0, kSecond);
    QCOMPARE(page.tile(LoopGauge::Storage)->valueText(), u"12"_s); // hidden: nothing is drawn
    page.show();
    QCOMPARE(page.tile(LoopGauge::Storage)->valueText(), u"99"_s);
    page.reset();
    QCOMPARE(page.tile(LoopGauge::Storage)->valueText(), u"–"_s);
}

void TestLoopPage::worriesAreWords_data()
{
    QTest::addColumn<int>("gauge");
    QTest::addColumn<bool>("worrying");
    QTest::addColumn<int>("figure");
    QTest::newRow("network in time") << int(LoopGauge::EngineLag) << false << 49'000;
    QTest::newRow("network late") << int(LoopGauge::EngineLag) << true << 51'000;
    QTest::newRow("window in time") << int(LoopGauge::WindowLag) << false << 150'000;
    QTest::newRow("window late") << int(LoopGauge::WindowLag) << true << 250'000;
    QTest::newRow("analysis keeps up") << int(LoopGauge::Analysis) << false << 10;
    QTest::newRow("analysis behind") << int(LoopGauge::Analysis) << true << 17;
    QTest::newRow("files") << int(LoopGauge::Descriptors) << false << 900;
    QTest::newRow("many files") << int(LoopGauge::Descriptors) << true << 1'000;
    QTest::newRow("disk behind") << int(LoopGauge::Storage) << true << 10'001;
}

void TestLoopPage::worriesAreWords()
{
    QFETCH(int, gauge);
    QFETCH(bool, worrying);
    QFETCH(int, figure);
    const auto id = static_cast<LoopGauge>(gauge);
    StatsSnapshot snapshot = calm();
    if (id == LoopGauge::EngineLag)
        snapshot.engineLagMicros = figure;
    else if (id == LoopGauge::Analysis)
        snapshot.analysisQueued = figure;
    else if (id == LoopGauge::Descriptors)
        snapshot.openDescriptors = figure;
    else if (id == LoopGauge::Storage)
        snapshot.storageQueued = figure;
    Theme theme;
    LoopPage page(theme);
    page.show();
    page.apply(snapshot, id == LoopGauge::WindowLag ? figure : 0, 0);
    QCOMPARE(page.tile(id)->note().startsWith(u"high"), worrying);
}

void TestLoopPage::chartsHaveWordsAndATable()
{
    Theme theme;
    LoopPage page(theme);
    page.resize(960, 660);
    page.show();
    for (qint64 second = 0; second < 20; ++second)
        page.apply(calm(), 2'000, second * kSecond);
    const QList<LoopChart *> charts = page.findChildren<LoopChart *>();
    QCOMPARE(charts.size(), kLoopGaugeCount);
    QSet<QString> names;
    for (LoopChart *chart : charts) {
        QTRY_VERIFY(chart->accessibleDescription().contains(u"at most"));
        names.insert(chart->accessibleName());
        chart->setTableShown(true);
        QTRY_COMPARE(chart->tableModel()->rowCount(), 20);
    }
    QCOMPARE(names.size(), kLoopGaugeCount);
}

void TestLoopPage::analysisThreadsHaveBars()
{
    Theme theme;
    LoopPage page(theme);
    page.resize(960, 660);
    page.show();
    auto *chart = page.findChild<WorkersChart *>();
    StatsSnapshot snapshot = calm();
    page.apply(snapshot, 0, 0);
    QCOMPARE(chart->tableRows(), 0);
    snapshot.analysisPages = 20'000;
    snapshot.analysisCpuMicros = 1'520'000;
    snapshot.analysisMaxMicros = 4'200;
    snapshot.workerCpuMicros = {1'000'000, 500'000};
    page.apply(snapshot, 0, 2 * kSecond);
    QTRY_VERIFY(chart->accessibleDescription().contains(u"busy 38%"));
    QCOMPARE(chart->tableCell(0, 1), u"50%"_s);
    QCOMPARE(chart->tableCell(1, 1), u"25%"_s);
    QCOMPARE(chart->tableCell(0, 2), u"1.00 s"_s);
    const auto labels = page.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().startsWith(u"0.08 ms CPU a page, at most 4.2 ms."); // 76 µs
    }));
    page.reset();
    QCOMPARE(chart->tableRows(), 0);
}

void TestLoopPage::emptyAsksForUrls()
{
    Theme theme;
    LoopPage page(theme);
    page.show();
    QSignalSpy asked(&page, &LoopPage::setupRequested);
    auto *button = page.findChild<QPushButton *>(u"setupButton"_s);
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    page.apply(calm(), 0, 0);
    QVERIFY(!button->isVisible());
}

void TestLoopPage::screenshots_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        for (const bool dark : {false, true}) {
            for (const QSize size : {QSize(970, 660), QSize(1610, 940)}) // beside the panel of 1280 and 1920
                QTest::addRow("%s-%s-%d", qPrintable(language), dark ? "dark" : "light", size.width())
                    << language << dark << size;
        }
    }
}

void TestLoopPage::screenshots()
{
    QFETCH(const QString, language);
    QFETCH(const bool, dark);
    QFETCH(const QSize, size);
    Translations translations;
    translations.setLanguage(language);
    Theme theme;
    theme.setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
    LoopPage page(theme);
    page.resize(size);
    page.show();
    const auto save = [&](const QString &name) {
        QCoreApplication::processEvents();
        const QImage image = page.grab().toImage();
        QCOMPARE(image.size(), size);
        QVERIFY(image.save(screenshotPath(u"loop-%1-%2.png"_s.arg(QLatin1StringView(QTest::currentDataTag()), name))));
        QCOMPARE(image.pixelColor(1, 1).lightness() < 128, dark);
    };
    save(u"1-empty"_s);
    for (qint64 second = 0; second < 310; ++second) {
        StatsSnapshot snapshot = calm();
        snapshot.engineLagMicros = 800 + second * 7'919 % 5'000 + (second % 97 == 0 ? 60'000 : 0);
        snapshot.analysisQueued = static_cast<int>(second > 280 ? second - 270 : second % 5);
        snapshot.openDescriptors = 140 + static_cast<int>(second * 31 % 60);
        snapshot.residentBytes += second * 190'000;
        snapshot.bufferedBytes = 500'000 + second * 104'729 % 3'000'000;
        snapshot.storageQueued = second < 150 ? -1 : second % 40;
        snapshot.analysisPages = static_cast<quint64>(second) * 9'000;
        snapshot.analysisCpuMicros = second * 680'000;
        snapshot.analysisMaxMicros = 4'200;
        snapshot.workerCpuMicros = {second * 400'000, second * 280'000};
        page.apply(snapshot, 1'000 + second * 3'571 % 9'000, second * kSecond);
    }
    const QList<LoopChart *> charts = page.findChildren<LoopChart *>();
    for (const LoopChart *chart : charts)
        QTRY_VERIFY(chart->drawCount() > 1);
    QTRY_VERIFY(charts.first()->accessibleDescription().contains(u"60.8"_s)
                || charts.first()->accessibleDescription().contains(u"6"_s));
    save(u"2-live"_s);
}

QTEST_MAIN(TestLoopPage)
#include "tst_looppage.moc"
