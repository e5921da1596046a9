// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessionreader.h"
#include "core/store/sessionstore.h"
#include "gui/charts/scalingchart.h"
#include "gui/lab/labpage.h"
#include "gui/lab/sweepsettings.h"
#include "gui/lab/sweepview.h"
#include "gui/sessionwindow.h"
#include "gui/sweepsample.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStatusBar>

using namespace crawlscope;
using namespace crawlscope::gui;
using crawlscope::test::Program;
using namespace Qt::Literals::StringLiterals;

/// Sweeps in the whole window, on the demo site.
class TestMainWindowSweep : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onTheDemoSite();
    void inTheSessionShown();
    void demoButton();
    void noRunBeside();
    void closedMeanwhile();
    void narrow();
    void screenshots_data();
    void screenshots();
};

namespace {

SweepView *viewOf(const Program &p)
{
    return p.window->findChild<SweepView *>();
}

void showView(Program &p)
{
    p.tabs()->setCurrentWidget(p.window->findChild<LabPage *>());
}

SweepPlan smallPlan()
{
    SweepPlan plan;
    plan.levels = {1, 2, 4, 8};
    plan.repeats = 1;
    plan.sampleSize = 16;
    plan.warmUp = 1;
    return plan;
}

/// A sweep of what is in the editor, to its end and until it is kept.
void sweep(Program &p)
{
    SweepView *view = viewOf(p);
    QSignalSpy kept(&p.session(), &RunSession::sweepKept);
    view->settings().setPlan(smallPlan());
    QTRY_VERIFY(view->findChild<QPushButton *>(u"startButton"_s)->isEnabled());
    view->findChild<QPushButton *>(u"startButton"_s)->click();
    QVERIFY(view->measuring());
    QTRY_COMPARE_WITH_TIMEOUT(view->stage(), SweepView::Stage::Idle, test::kRunTimeoutMs);
    QTRY_COMPARE(kept.count(), 1);
    QVERIFY(!kept[0][0].value<SessionFault>());
}

QString knee(const SweepView *view)
{
    return view->findChild<QLabel *>(u"kneeLabel"_s)->text();
}

QString onlyFile(const Program &p)
{
    const QStringList files = test::sessionFiles(p);
    return files.size() == 1 ? QDir(p.settings.sessionsFolder()).filePath(files.constFirst()) : QString();
}

} // namespace

/// With nothing else done before: from the empty page to the sweep shown again after a restart.
void TestMainWindowSweep::onTheDemoSite()
{
    Program p;
    QVERIFY(QTest::qWaitForWindowActive(p.window.get())); // or it takes no shortcuts
    QTest::keyClick(p.window.get(), Qt::Key_9, Qt::ControlModifier);
    QCOMPARE(p.tabs()->currentWidget(), p.window->findChild<LabPage *>());
    SweepView *view = viewOf(p);
    QVERIFY(!view->findChild<QPushButton *>(u"startButton"_s)->isEnabled());
    QVERIFY(view->findChild<QPushButton *>(u"demoButton"_s)->isVisible());
    p.editor().setText(p.slowPages(16, 20));
    sweep(p);
    QVERIFY2(knee(view).startsWith(u"More "_s), qPrintable(knee(view)));
    // The button moves the slider.
    const int level = static_cast<int>(std::lround(view->result()->knee.concurrency));
    p.window->setup().setLimits(test::limits(level + 3, 6, 0, 1));
    view->findChild<QPushButton *>(u"useButton"_s)->click();
    QCOMPARE(p.window->setup().limits().inFlight, level);
    // Nothing but the sweep is in a session of its own.
    const QString path = onlyFile(p);
    QVERIFY(!path.isEmpty());
    SessionFault fault;
    QVERIFY(p.session().path().isEmpty());
    QCOMPARE(SessionReader::info(path).state, SessionState::Finished);
    QCOMPARE(SessionReader::open(path, &fault)->sweeps().size(), std::size_t {1});
    QTRY_COMPARE(view->earlier()->count(), 1);
    sweep(p); // the same list, the same file
    QCOMPARE(onlyFile(p), path);
    QTRY_COMPARE(view->earlier()->count(), 2);
    const QJsonObject last = view->result()->toJson();
    const QString said = knee(view);
    test::restart(p);
    view = viewOf(p);
    showView(p);
    QCOMPARE(view->earlier()->count(), 0);
    test::openAndWait(p, path);
    QTRY_COMPARE(view->earlier()->count(), 2);
    showView(p);
    view->earlier()->setCurrentRow(0);
    QTRY_VERIFY(view->result());
    QCOMPARE(view->result()->toJson(), last);
    QCOMPARE(knee(view), said);
}

/// A sweep of the list of a run is kept with the run.
void TestMainWindowSweep::inTheSessionShown()
{
    Program p;
    test::runToTheEnd(p, p.slowPages(16, 10));
    const QString path = p.session().path();
    const quint64 done = p.session().snapshot().counts.done;
    QVERIFY(!path.isEmpty());
    showView(p);
    sweep(p);
    QCOMPARE(onlyFile(p), path);
    QTRY_COMPARE(viewOf(p)->earlier()->count(), 1);
    const SessionInfo info = SessionReader::info(path);
    QCOMPARE(info.state, SessionState::Finished);
    QCOMPARE(info.counts.done, done);
    QVERIFY(p.session().details()->details(0));
    // Another list is not of this session.
    p.editor().setText(p.slowPages(17, 10));
    sweep(p);
    QCOMPARE(test::sessionFiles(p).size(), 2);
    SessionFault fault;
    QCOMPARE(SessionReader::open(path, &fault)->sweeps().size(), std::size_t {1});
    QTRY_COMPARE(viewOf(p)->earlier()->count(), 1);
    // The run goes on in its file all the same.
    test::openAndWait(p, path);
    QTRY_COMPARE(viewOf(p)->earlier()->count(), 1);
    QCOMPARE(p.session().snapshot().counts.done, done);
}

/// From the empty page, with nothing set up.
void TestMainWindowSweep::demoButton()
{
    Program p;
    showView(p);
    SweepView *view = viewOf(p);
    view->findChild<QPushButton *>(u"demoButton"_s)->click();
    QVERIFY(view->measuring());
    QTRY_COMPARE(view->stage(), SweepView::Stage::Running);
    QTRY_VERIFY(p.demo.counters().requests > 0);
    QVERIFY(p.editor().list()->counts().unique == 0); // the list stays the user's
    view->findChild<QPushButton *>(u"startButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(view->stage(), SweepView::Stage::Idle, test::kRunTimeoutMs);
}

/// Neither measures the other.
void TestMainWindowSweep::noRunBeside()
{
    Program p;
    p.editor().setText(p.slowPages(40, 100));
    showView(p);
    SweepView *view = viewOf(p);
    view->settings().setPlan(smallPlan());
    QTRY_VERIFY(view->findChild<QPushButton *>(u"startButton"_s)->isEnabled());
    view->start();
    QVERIFY(view->measuring());
    QVERIFY(!p.action("actionStart")->isEnabled());
    p.window->startRun();
    QVERIFY(!p.session().active());
    view->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(view->stage(), SweepView::Stage::Idle, test::kRunTimeoutMs);
    QTRY_VERIFY(p.action("actionStart")->isEnabled());
    p.window->startRun();
    QTRY_VERIFY(p.session().active());
    QVERIFY(!view->findChild<QPushButton *>(u"startButton"_s)->isEnabled());
    view->start();
    QVERIFY(!view->measuring());
    p.session().stop();
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), test::kRunTimeoutMs);
    QTRY_VERIFY(view->findChild<QPushButton *>(u"startButton"_s)->isEnabled());
}

void TestMainWindowSweep::closedMeanwhile()
{
    Program p;
    p.editor().setText(p.slowPages(40, 300));
    SweepView *view = viewOf(p);
    view->settings().setPlan(smallPlan());
    QTRY_VERIFY(view->findChild<QPushButton *>(u"startButton"_s)->isEnabled());
    view->start();
    QTRY_COMPARE(view->stage(), SweepView::Stage::Running);
    QVERIFY(p.window->close());
    p.window.reset();
    QVERIFY(test::sessionFiles(p).isEmpty());
}

/// Nothing of the page makes the window wider than it was.
void TestMainWindowSweep::narrow()
{
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        Program p(language);
        showView(p);
        p.window->resize(1111, 777);
        QCoreApplication::processEvents();
        QCOMPARE(p.window->size(), QSize(1111, 777));
        p.translations.setLanguage(u"en"_s);
    }
}

void TestMainWindowSweep::screenshots_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("empty");
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        for (const bool dark : {false, true})
            QTest::addRow("%s-%s", qPrintable(language), dark ? "dark" : "light")
                << language << dark << QSize(1280, 800) << false;
    }
    QTest::addRow("en-wide") << u"en"_s << false << QSize(1920, 1080) << false;
    QTest::addRow("zh_CN-empty") << u"zh_CN"_s << false << QSize(1280, 800) << true;
    QTest::addRow("en-empty") << u"en"_s << true << QSize(1280, 800) << true;
}

void TestMainWindowSweep::screenshots()
{
    QFETCH(const QString, language);
    QFETCH(const bool, dark);
    QFETCH(const QSize, size);
    QFETCH(const bool, empty);
    const QString folder = qEnvironmentVariable("CRAWLSCOPE_SCREENSHOT_DIR");
    if (folder.isEmpty())
        QSKIP("CRAWLSCOPE_SCREENSHOT_DIR is not set");
    QVERIFY(QDir().mkpath(folder));
    Program p(language, dark ? ThemeMode::Dark : ThemeMode::Light);
    p.window->resize(size);
    showView(p);
    if (!empty && dark) { // one with a knee
        const QString path = QDir(p.settings.sessionsFolder()).filePath(u"kept.crawlscope"_s);
        QDir().mkpath(p.settings.sessionsFolder());
        QVERIFY(!SessionStore::createForSweep(path, {UrlList::parse("http://a.example/\n"), "{}"},
                                              storedSweep(1'795'000'000'000, smallPlan(), test::sweepSample())));
        test::openAndWait(p, path);
        QTRY_COMPARE(viewOf(p)->earlier()->count(), 1);
        showView(p);
        viewOf(p)->earlier()->setCurrentRow(0);
        QTRY_VERIFY(viewOf(p)->result());
    } else if (!empty) {
        p.editor().setText(p.slowPages(60, 8));
        SweepPlan plan = smallPlan();
        plan.levels = {1, 2, 4, 8, 16, 32};
        plan.repeats = 2;
        plan.sampleSize = 60;
        plan.warmUp = 4;
        SweepView *view = viewOf(p);
        view->settings().setPlan(plan);
        QTRY_VERIFY(view->findChild<QPushButton *>(u"startButton"_s)->isEnabled());
        view->start();
        QTRY_VERIFY(view->result() && view->result()->runs.size() >= 3);
        QVERIFY(p.window->grab().save(folder + u"/sweep-live-"_s + QString::fromLatin1(QTest::currentDataTag())
                                      + u".png"_s));
        QTRY_COMPARE_WITH_TIMEOUT(view->stage(), SweepView::Stage::Idle, test::kRunTimeoutMs);
        QTRY_COMPARE(view->earlier()->count(), 1);
    }
    if (!empty) { // the charts have drawn it all
        auto *chart = viewOf(p)->findChild<ScalingChart *>();
        const int drawn = chart->drawCount();
        chart->dataChanged();
        QTRY_VERIFY(chart->drawCount() > drawn);
    }
    QCoreApplication::processEvents();
    QVERIFY(p.window->grab().save(folder + u"/sweep-"_s + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s));
    p.translations.setLanguage(u"en"_s);
}

QTEST_MAIN(TestMainWindowSweep)
#include "tst_mainwindowsweep.moc"
