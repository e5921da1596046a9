// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/logmodel.h"
#include "gui/pages/logpage.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QGuiApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

std::vector<RunEvent> events(std::size_t count, qint64 first = 0)
{
    std::vector<RunEvent> out(count);
    for (std::size_t i = 0; i < count; ++i) {
        const qint64 number = first + static_cast<qint64>(i);
        out[i].id = i % 4 == 3 ? EventId::UrlFailed : EventId::InFlightChanged;
        out[i].level = i % 4 == 3 ? EventLevel::Error : EventLevel::Info;
        out[i].error = i % 4 == 3 ? ErrorId::ConnectRefused : ErrorId::None;
        out[i].text = i % 4 == 3 ? "https://a.example/" + QByteArray::number(number) : QByteArray();
        out[i].a = number;
        out[i].b = number + 1;
        out[i].wallMs = 1'795'291'200'000 + number;
    }
    return out;
}

} // namespace

class TestLogModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneInsertionPerBatch();
    void oldEventsGo();
    void batchLargerThanTheLog();
    void cells();
    void pageFilters();
    void pageFollowsTheEndOnly();
    void pageCopies();
    void screenshots_data();
    void screenshots();
};

void TestLogModel::oneInsertionPerBatch()
{
    LogModel model(nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.append(events(100));
    model.append({});
    model.append(events(50, 100));
    QCOMPARE(inserted.count(), 2);
    QCOMPARE(model.rowCount(), 150);
    QCOMPARE(model.event(149).a, qint64 {149});
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestLogModel::oldEventsGo()
{
    LogModel model(nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(events(LogModel::kCapacity));
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.append(events(30, 10'000));
    QCOMPARE(removed.count(), 1);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(model.rowCount(), static_cast<int>(LogModel::kCapacity));
    QCOMPARE(model.event(0).a, qint64 {30});
    QCOMPARE(model.event(model.rowCount() - 1).a, qint64 {10'029});
}

void TestLogModel::batchLargerThanTheLog()
{
    LogModel model(nullptr);
    model.append(events(5));
    model.append(events(LogModel::kCapacity + 7));
    QCOMPARE(model.rowCount(), static_cast<int>(LogModel::kCapacity));
    QCOMPARE(model.event(0).a, qint64 {7});
}

void TestLogModel::cells()
{
    LogModel model(nullptr);
    model.append(events(4));
    QCOMPARE(model.index(3, LogModel::Level).data().toString(), u"Error"_s);
    QCOMPARE(model.index(3, LogModel::Message).data().toString(), u"Connection refused: https://a.example/3"_s);
    QVERIFY(model.index(3, LogModel::Message).data(Qt::ToolTipRole).toString().contains(u"port"));
    QVERIFY(model.index(3, LogModel::Time).data().toString().endsWith(u".003"));
}

void TestLogModel::pageFilters()
{
    Theme theme;
    LogPage page(theme);
    page.append(events(400));
    QCOMPARE(page.shownRows(), 400);
    auto *level = page.findChild<QComboBox *>(u"levelCombo"_s);
    level->setCurrentIndex(level->findData(static_cast<int>(EventLevel::Error)));
    QCOMPARE(page.shownRows(), 100);
    page.findChild<QLineEdit *>(u"textEdit"_s)->setText(u"EXAMPLE/7"_s);
    QCOMPARE(page.shownRows(), 4); // 7, 71, 75, 79
    page.append(events(4, 4));
    QCOMPARE(page.shownRows(), 5);
}

void TestLogModel::pageFollowsTheEndOnly()
{
    Theme theme;
    LogPage page(theme);
    page.resize(800, 400);
    page.show();
    page.append(events(200));
    QScrollBar *bar = page.table()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    QTRY_COMPARE(bar->value(), bar->maximum());
    page.append(events(50, 200));
    QCOMPARE(bar->value(), bar->maximum());
    bar->setValue(10);
    page.append(events(50, 250));
    QCOMPARE(bar->value(), 10);
}

void TestLogModel::pageCopies()
{
    Theme theme;
    LogPage page(theme);
    page.append(events(8));
    page.findChild<QToolButton *>(u"copyButton"_s)->click();
    const QStringList all = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(all.size(), 8);
    QVERIFY(all[3].endsWith(u"\tError\tConnection refused: https://a.example/3"));
    page.table()->selectRow(7);
    page.findChild<QToolButton *>(u"copyButton"_s)->click();
    QVERIFY(QGuiApplication::clipboard()->text().endsWith(u"https://a.example/7"));
    page.findChild<QToolButton *>(u"clearButton"_s)->click();
    QCOMPARE(page.shownRows(), 0);
}

void TestLogModel::screenshots_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestLogModel::screenshots()
{
    QFETCH(bool, dark);
    Theme theme;
    theme.setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
    LogPage page(theme);
    page.resize(980, 500);
    page.show();
    std::vector<RunEvent> run = events(12);
    run[0].id = EventId::RunStarted;
    run[2].id = EventId::DescriptorsLow;
    run[2].level = EventLevel::Warning;
    run[2].a = 256;
    run[2].b = 1024;
    run[5].id = EventId::RunPaused;
    run[5].level = EventLevel::Notice;
    page.append(run);
    QCOMPARE(page.shownRows(), 12);
    QCoreApplication::processEvents(); // the layout
    const QString folder = qEnvironmentVariable("CRAWLSCOPE_SCREENSHOT_DIR");
    if (!folder.isEmpty()) {
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(page.grab().save(
            QDir(folder).filePath(u"log-"_s + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s)));
    }
}

QTEST_MAIN(TestLogModel)
#include "tst_logmodel.moc"
