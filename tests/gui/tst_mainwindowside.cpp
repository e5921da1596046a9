// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/chartreadout.h"
#include "gui/lab/hosttimelinechart.h"
#include "gui/lab/labpage.h"
#include "gui/lab/sidebysidechart.h"
#include "gui/lab/sidebysideview.h"
#include "gui/lab/simulateview.h"
#include "gui/sessionwindow.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>

using namespace crawlscope;
using namespace crawlscope::gui;
using crawlscope::test::Program;
using namespace Qt::Literals::StringLiterals;

/// Side by side and the replay with other limits, in the whole window.
class TestMainWindowSide : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sideBySide();
    void simulate();
    void simulateFile();
    void screenshots_data();
    void screenshots();
};

namespace {

template<typename View>
View *show(Program &p)
{
    auto *view = p.window->findChild<View *>();
    auto *page = p.window->findChild<LabPage *>();
    p.tabs()->setCurrentWidget(page);
    page->showView(view);
    return view;
}

} // namespace

void TestMainWindowSide::sideBySide()
{
    Program p;
    QTest::keyClick(p.window.get(), Qt::Key_9, Qt::ControlModifier);
    auto *view = show<SideBySideView>(p);
    QVERIFY(view->isVisible());
    p.editor().setText(p.slowPages(20, 30));
    view->findChild<QSpinBox *>(u"urlsSpin"_s)->setValue(15);
    QCOMPARE(view->findChild<QSpinBox *>(u"levelSpin"_s)->value(), p.window->setup().limits().inFlight);
    view->findChild<QPushButton *>(u"startButton"_s)->click(); // waits while the list is being read
    QTRY_VERIFY(view->measuring());
    QVERIFY(!p.action("actionStart")->isEnabled());
    p.window->startRun(); // would be measured, too
    QVERIFY(!p.session().active());
    QTRY_VERIFY_WITH_TIMEOUT(!view->measuring(), test::kRunTimeoutMs);
    QVERIFY(p.action("actionStart")->isEnabled());
    QCOMPARE(view->runner().runs()[1].ended, 15U);
    QVERIFY(view->findChild<QLabel *>(u"lessonLabel"_s)->isVisible());
    QVERIFY(p.session().path().isEmpty()); // nothing is recorded
    view->start();
    QVERIFY(view->measuring());
    QElapsedTimer closing;
    closing.start();
    p.window->close();
    p.window.reset(); // joins while it runs
    QVERIFY(closing.elapsed() < 20'000);
}

/// What a run took is about what its replay says; other limits are taken over by the setup.
void TestMainWindowSide::simulate()
{
    Program p;
    auto *view = show<SimulateView>(p);
    QVERIFY(view->findChild<QLabel *>(u"emptyLabel"_s)->isVisible());
    p.window->setup().setLimits(test::limits(2, 2, 0, 1));
    test::run(p, p.slowPages(30, 40));
    QVERIFY(!view->replay().recorded().input); // not while it runs
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), test::kRunTimeoutMs);
    QTRY_VERIFY(view->replay().forecast().prediction && !view->replay().predicting());
    QCOMPARE(view->limits().inFlight, 2);
    const qint64 same = view->replay().forecast().prediction->durationMicros;
    QVERIFY(same > 15 * 40'000);
    QVERIFY(view->replay().recorded().elapsedMs * 1000 > same / 2);
    view->findChild<QSlider *>()->setFocus();
    QTest::keyClick(view->findChild<QSlider *>(), Qt::Key_End); // as many as there can be
    QTRY_VERIFY(!view->replay().predicting() && view->replay().forecast().limits.inFlight == 512);
    CrawlLimits wanted = view->limits();
    wanted.perHost = 10;
    wanted.hostIntervalS = 0.25;
    view->setLimits(wanted);
    QTRY_VERIFY(!view->replay().predicting());
    QVERIFY(view->replay().forecast().prediction->durationMicros > 7'000'000); // 30 of one host, 4 a second
    view->findChild<QPushButton *>(u"useButton"_s)->click();
    QCOMPARE(p.window->setup().limits().inFlight, 512);
    QCOMPARE(p.window->setup().limits().perHost, 10);
    QCOMPARE(p.window->setup().limits().hostIntervalS, 0.25);
    QCOMPARE(p.window->setup().limits().analysisThreads, 1); // was no part of it
}

/// A session of an earlier start; the window may be closed at any moment.
void TestMainWindowSide::simulateFile()
{
    Program p;
    test::runToTheEnd(p, p.slowPages(10, 5));
    const QString path = p.session().path();
    test::restart(p);
    auto *view = show<SimulateView>(p);
    QVERIFY(!view->replay().recorded().input);
    view->openFile(path);
    QTRY_VERIFY(view->replay().forecast().prediction && !view->replay().predicting());
    QCOMPARE(view->replay().recorded().input->urls.size(), std::size_t {10});
    QCOMPARE(view->replay().recorded().name, QFileInfo(path).completeBaseName());
    QVERIFY(p.session().path().isEmpty()); // it was not opened in the window
    view->openFile(path);
    p.window.reset();
}

void TestMainWindowSide::screenshots_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        for (const bool dark : {false, true})
            QTest::addRow("%s-%s", qPrintable(language), dark ? "dark" : "light")
                << language << dark << QSize(1280, 800);
    }
    QTest::newRow("en-light-large") << u"en"_s << false << QSize(1920, 1080);
}

void TestMainWindowSide::screenshots()
{
    QFETCH(const QString, language);
    QFETCH(const bool, dark);
    QFETCH(const QSize, size);
    const QString folder = qEnvironmentVariable("CRAWLSCOPE_SCREENSHOT_DIR");
    if (folder.isEmpty())
        QSKIP("CRAWLSCOPE_SCREENSHOT_DIR is not set");
    QVERIFY(QDir().mkpath(folder));
    const QString name = folder + u"/lab-%1-"_s + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s;
    Program p(language, dark ? ThemeMode::Dark : ThemeMode::Light);
    p.window->resize(size);
    auto *side = show<SideBySideView>(p);
    QCoreApplication::processEvents();
    QVERIFY(p.window->grab().save(name.arg(u"side-empty"_s)));
    side->findChild<QSpinBox *>(u"urlsSpin"_s)->setValue(12); // all would take a quarter of a minute
    side->findChild<QPushButton *>(u"emptyButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(side->runner().runs()[0].ended > 4, test::kRunTimeoutMs);
    QVERIFY(p.window->grab().save(name.arg(u"side-live"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(!side->measuring(), test::kRunTimeoutMs);
    QWidget *canvas = side->chart()->findChild<ChartReadout *>()->parentWidget();
    canvas->setFocus();
    for (int i = 0; i < 12; ++i)
        QTest::keyClick(canvas, Qt::Key_Down);
    QVERIFY(p.window->grab().save(name.arg(u"side"_s)));
    QVERIFY(side->chart()->savePicture(name.arg(u"side-picture"_s)));
    side->chart()->setTableShown(true);
    QVERIFY(p.window->grab().save(name.arg(u"side-table"_s)));

    auto *simulate = show<SimulateView>(p);
    QCoreApplication::processEvents();
    QVERIFY(p.window->grab().save(name.arg(u"simulate-empty"_s)));
    test::runToTheEnd(p, p.slowPages(120, 40));
    QTRY_VERIFY(simulate->replay().forecast().prediction && !simulate->replay().predicting());
    CrawlLimits other = simulate->limits();
    other.inFlight = 8;
    other.perHost = 4;
    simulate->setLimits(other);
    QTRY_VERIFY(!simulate->replay().predicting());
    QTRY_VERIFY(simulate->findChild<QLabel *>(u"progressLabel"_s)->text().isEmpty());
    canvas = simulate->chart()->scrollBar()->parentWidget();
    canvas->setFocus();
    QTest::keyClick(canvas, Qt::Key_Down);
    QVERIFY(p.window->grab().save(name.arg(u"simulate"_s)));
    QVERIFY(simulate->chart()->savePicture(name.arg(u"simulate-picture"_s)));
}

QTEST_MAIN(TestMainWindowSide)
#include "tst_mainwindowside.moc"
