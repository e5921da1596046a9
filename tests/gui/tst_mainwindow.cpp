// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/helpdialog.h"
#include "gui/hostsample.h"
#include "gui/models/logmodel.h"
#include "gui/models/waterfallmodel.h"
#include "gui/pages/dashboardpage.h"
#include "gui/pages/hostspage.h"
#include "gui/pages/logpage.h"
#include "gui/pages/looppage.h"
#include "gui/pages/resultspage.h"
#include "gui/pages/waterfallpage.h"
#include "gui/pages/waterfallview.h"
#include "gui/program.h"
#include "gui/setup/requestsettings.h"
#include "gui/setup/setuppanel.h"
#include "gui/setup/urleditor.h"
#include "gui/statusline.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using crawlscope::test::Program;
using namespace Qt::Literals::StringLiterals;
using State = CrawlController::State;

namespace {

constexpr int kRunTimeoutMs = 60'000;

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startsEmptyAndAsksForUrls();
    void demoRunsToItsEnd_data();
    void demoRunsToItsEnd();
    void limitsActWhileRunning();
    void pauseAndResume();
    void stopLeavesTheRest();
    void startWaitsForTheVerdicts();
    void startShowsWhatIsWrong();
    void spacePausesOnlyWhereItMeansNothingElse();
    void secondRunStartsAnew();
    void waterfallShowsTheRunAndLeadsToRows();
    void exportWritesEveryLine();
    void languageSwitchesWhileRunning();
    void themeSwitchesWhileRunning();
    void closingWhileRunningAsksOnce();
    void layoutAndLimitsSurviveARestart();
    void helpListsEveryShortcut();
    void everyControlHasAName();
    void screenshots_data();
    void screenshots();
};

void TestMainWindow::startsEmptyAndAsksForUrls()
{
    Program p;
    QVERIFY(!p.action("actionStart")->isEnabled());
    QVERIFY(!p.action("actionPause")->isEnabled());
    QVERIFY(!p.action("actionStop")->isEnabled());
    QVERIFY(!p.action("actionExportAll")->isEnabled());
    QVERIFY(!p.window->statusLine().figures().isEmpty());
    QVERIFY(p.window->focusWidget() != nullptr);
    QVERIFY(p.editor().isAncestorOf(p.window->focusWidget()));
}

void TestMainWindow::demoRunsToItsEnd_data()
{
    QTest::addColumn<int>("backend");
    QTest::addColumn<QString>("logged");
    if (isAvailable(NetworkBackend::Curl))
        QTest::newRow("curl") << static_cast<int>(NetworkBackend::Curl) << u"with curl"_s;
    QTest::newRow("Qt") << static_cast<int>(NetworkBackend::Qt) << u"with Qt's manager"_s;
}

void TestMainWindow::demoRunsToItsEnd()
{
    QFETCH(const int, backend);
    QFETCH(const QString, logged);
    Program p;
    p.window->setup()
        .request()
        .findChild<QComboBox *>(u"backend"_s)
        ->setCurrentIndex(backend == static_cast<int>(NetworkBackend::Curl) ? 0 : 1);
    QSignalSpy ended(&p.session(), &RunSession::ended);
    p.window->tryDemo(false);
    QTRY_VERIFY(p.action("actionStart")->isEnabled());
    QVERIFY(p.demo.port() != 0);
    QVERIFY(!p.session().active()); // it only fills in
    p.window->setup().setLimits(test::limits(100, 100, 0, 2));
    QVERIFY(QTest::qWaitForWindowActive(p.window.get()));
    QTest::keyClick(p.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(p.session().active()); // at once, or as soon as the list is judged
    QVERIFY(!p.action("actionStart")->isEnabled());
    QTRY_VERIFY(p.action("actionStop")->isEnabled()); // once the session file is made
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, kRunTimeoutMs);
    const UrlCounts &counts = p.session().snapshot().counts;
    QCOMPARE(p.state(), State::Finished);
    QVERIFY(counts.addUp());
    QCOMPARE(counts.left, 0U);
    QVERIFY(counts.done > 0 && counts.failed > 0);
    QCOMPARE(static_cast<quint64>(p.session().table()->rowCount()), counts.unique);
    QCOMPARE(static_cast<quint64>(p.window->results().filteredRows().size()), counts.unique);
    QVERIFY(p.window->log().shownRows() >= 2); // at least begin and end
    auto *log = p.window->log().findChild<QTableView *>();
    QVERIFY2(log->model()->index(0, LogModel::Message).data().toString().contains(logged), qPrintable(logged));
    QCOMPARE(static_cast<int>(p.settings.config().backend), backend); // remembered
    QVERIFY(p.action("actionStart")->isEnabled());
    QVERIFY(!p.action("actionStop")->isEnabled());
}

void TestMainWindow::limitsActWhileRunning()
{
    Program p;
    p.editor().setText(p.slowPages(400, 50));
    p.window->setup().setLimits(test::limits(2, 100, 0, 1));
    p.window->startRun();
    QTRY_COMPARE(p.session().snapshot().inFlightLimit, 2);
    QSlider *inFlight = p.window->setup().findChildren<QSlider *>().first();
    inFlight->setValue(inFlight->maximum());
    QTRY_COMPARE(p.session().snapshot().inFlightLimit, 512);
    QTRY_VERIFY(p.demo.counters().maxActiveRequests > 2);
    p.session().stop();
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
}

void TestMainWindow::pauseAndResume()
{
    Program p;
    p.editor().setText(p.slowPages(300, 20));
    p.window->startRun();
    QTRY_COMPARE(p.state(), State::Running);
    const QString pauseText = p.action("actionPause")->iconText();
    p.action("actionPause")->trigger();
    QTRY_COMPARE(p.state(), State::Paused);
    QVERIFY(p.action("actionPause")->iconText() != pauseText);
    QTRY_COMPARE(p.session().snapshot().counts.inFlight, 0U);
    QTRY_VERIFY(!p.window->statusLine().sentence().isEmpty()); // says why nothing moves
    p.action("actionPause")->trigger();
    QTRY_COMPARE(p.state(), State::Running);
    QCOMPARE(p.action("actionPause")->iconText(), pauseText);
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
    QCOMPARE(p.state(), State::Finished);
    QCOMPARE(p.session().snapshot().counts.done, 300U);
}

void TestMainWindow::stopLeavesTheRest()
{
    Program p;
    p.editor().setText(p.slowPages(500, 100));
    p.window->startRun();
    QTRY_VERIFY(p.session().table() && p.session().table()->rowCount() > 0);
    QVERIFY(QTest::qWaitForWindowActive(p.window.get()));
    QTest::keyClick(p.window.get(), Qt::Key_Period, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
    QCOMPARE(p.state(), State::Stopped);
    QVERIFY(p.session().snapshot().counts.left > 0);
    QVERIFY(p.session().snapshot().counts.addUp());
}

void TestMainWindow::startWaitsForTheVerdicts()
{
    Program p;
    p.editor().setText(p.slowPages(20, 0));
    QVERIFY(p.editor().pending());
    QVERIFY(p.action("actionStart")->isEnabled()); // Ctrl+V, Ctrl+Return in one go
    p.action("actionStart")->trigger();
    QVERIFY(!p.session().active());
    QTRY_VERIFY(p.session().table() != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
    QCOMPARE(p.session().snapshot().counts.done, 20U);
}

void TestMainWindow::startShowsWhatIsWrong()
{
    Program p;
    p.editor().setText("http://127.0.0.1:1/\n");
    QTRY_VERIFY(!p.editor().pending());
    p.window->setup().request().findChild<QComboBox *>(u"method"_s)->setEditText(u"BAD METHOD"_s);
    p.window->startRun();
    QVERIFY(!p.session().active());
    QVERIFY(!p.window->setup().requestFolded());
}

void TestMainWindow::spacePausesOnlyWhereItMeansNothingElse()
{
    Program p;
    p.editor().setText(p.slowPages(400, 50));
    p.window->startRun();
    QTRY_COMPARE(p.state(), State::Running);
    QVERIFY(QTest::qWaitForWindowActive(p.window.get()));
    auto *text = p.editor().findChild<QPlainTextEdit *>();
    text->setFocus();
    QTest::keyClick(text, Qt::Key_Space);
    QVERIFY(text->toPlainText().contains(u' '));
    auto *button = p.editor().findChild<QPushButton *>();
    button->setFocus();
    QCOMPARE(p.window->focusWidget(), button);
    QTest::keyPress(button, Qt::Key_Space);
    QVERIFY(button->isDown());
    button->setDown(false); // not to be opened
    QCOMPARE(p.state(), State::Running);
    p.tabs()->setCurrentIndex(1);
    p.window->results().table()->setFocus();
    QTest::keyClick(p.window->results().table(), Qt::Key_Space);
    QTRY_VERIFY(p.state() == State::Pausing || p.state() == State::Paused);
    p.session().stop();
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
}

void TestMainWindow::secondRunStartsAnew()
{
    Program p;
    p.editor().setText(p.slowPages(30, 0));
    p.window->startRun();
    QTRY_VERIFY(p.session().table() != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
    const auto first = p.session().table();
    p.editor().setText(p.slowPages(10, 0));
    QTRY_VERIFY(!p.editor().pending());
    QVERIFY(p.window->statusLine().figures().contains(u"10"_s));
    p.window->startRun();
    QTRY_VERIFY(p.session().table() != first);
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
    QCOMPARE(p.session().table()->rowCount(), std::size_t {10});
    QCOMPARE(p.window->results().filteredRows().size(), std::size_t {10});
}

void TestMainWindow::waterfallShowsTheRunAndLeadsToRows()
{
    Program p;
    WaterfallPage &page = p.window->waterfall();
    p.editor().setText(p.slowPages(40, 250));
    p.window->setup().setLimits(test::limits(8, 8, 0, 1));
    p.window->startRun();
    QTRY_VERIFY(p.session().table() && p.session().table()->rowCount() > 0);
    QCOMPARE(page.model()->total(), 0); // nobody looks: nothing is told
    p.tabs()->setCurrentWidget(&page);
    QTRY_VERIFY(page.model()->inFlight() > 0);
    QVERIFY(page.model()->nowMicros() > 0);
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
    QCOMPARE(page.model()->total(), 40); // the last picture stays
    QCOMPARE(page.model()->inFlight(), 0);
    ResultFilter hiding;
    hiding.text = u"nothing like it"_s;
    p.window->results().setFilter(hiding);
    QTRY_VERIFY(p.window->results().filteredRows().empty());
    page.view()->fit();
    Q_EMIT page.view()->rowActivated(7);
    QCOMPARE(p.tabs()->currentWidget(), &p.window->results());
    QTRY_COMPARE(p.window->results().selectedRows().size(), std::size_t {1});
    const quint32 row = p.window->results().selectedRows().front();
    QCOMPARE(p.session().table()->record(row).entry, page.model()->bar(7).item.entry);
}

void TestMainWindow::exportWritesEveryLine()
{
    Program p;
    p.editor().setText(p.slowPages(25, 0) + "no url at all:\n");
    p.window->startRun();
    QTRY_VERIFY(p.session().table() != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
    QVERIFY(p.action("actionExportAll")->isEnabled());
    p.action("actionExportAll")->trigger();
    auto *dialog = p.window->findChild<ExportDialog *>();
    QVERIFY(dialog != nullptr);
    QVERIFY(!dialog->isModal());
    ExportRequest request = dialog->request();
    QCOMPARE(request.scope, ExportRequest::Scope::AllLines);
    request.path = p.folder.filePath(u"out.csv"_s);
    dialog->setRequest(request);
    dialog->accept();
    QTRY_VERIFY(QFile::exists(request.path));
    QFile file(request.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 27); // header and 26 lines
    QCOMPARE(p.settings.folder(), p.folder.path());
}

void TestMainWindow::languageSwitchesWhileRunning()
{
    Program p;
    p.editor().setText(p.slowPages(300, 20));
    p.window->startRun();
    QTRY_VERIFY(p.session().hasSnapshot());
    const QString english = p.action("actionStop")->text();
    const QString tab = p.tabs()->tabText(0);
    p.settings.setLanguage(u"zh_CN"_s);
    QTRY_VERIFY(p.action("actionStop")->text() != english);
    QVERIFY(p.tabs()->tabText(0) != tab);
    QVERIFY(p.session().active());
    p.settings.setLanguage(u"en"_s);
    QTRY_COMPARE(p.action("actionStop")->text(), english);
    QCOMPARE(p.tabs()->tabText(0), tab);
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
    QCOMPARE(p.session().snapshot().counts.done, 300U);
}

void TestMainWindow::themeSwitchesWhileRunning()
{
    Program p;
    p.editor().setText(p.slowPages(100, 20));
    p.window->startRun();
    QTRY_VERIFY(p.session().hasSnapshot());
    p.settings.setThemeMode(ThemeMode::Dark);
    QVERIFY(p.theme.dark());
    QVERIFY(!p.window->grab().isNull());
    p.settings.setThemeMode(ThemeMode::Light);
    QVERIFY(!p.theme.dark());
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
}

void TestMainWindow::closingWhileRunningAsksOnce()
{
    Program p;
    p.editor().setText(p.slowPages(500, 100));
    p.window->startRun();
    QTRY_COMPARE(p.state(), State::Running);
    p.window->close();
    p.window->close();
    const QList<QMessageBox *> questions = p.window->findChildren<QMessageBox *>();
    QCOMPARE(questions.size(), 1);
    QVERIFY(!questions.first()->isModal());
    QVERIFY(p.window->isVisible());
    QCOMPARE(p.state(), State::Running);
    for (QAbstractButton *button : questions.first()->buttons()) {
        if (questions.first()->buttonRole(button) == QMessageBox::AcceptRole)
            button->click();
    }
    QTRY_VERIFY_WITH_TIMEOUT(!p.window->isVisible(), kRunTimeoutMs);
    QVERIFY(!p.session().active());
}

void TestMainWindow::layoutAndLimitsSurviveARestart()
{
    Program p;
    p.window->resize(1111, 777);
    p.window->setup().setLimits(test::limits(42, 5, 12.5, 3));
    p.window->setup().setRequestFolded(false);
    p.window->close();
    p.makeWindow();
    QCOMPARE(p.window->size(), QSize(1111, 777));
    QCOMPARE(p.window->setup().limits(), test::limits(42, 5, 12.5, 3));
    QVERIFY(!p.window->setup().requestFolded());
}

void TestMainWindow::helpListsEveryShortcut()
{
    Program p;
    QVERIFY(QTest::qWaitForWindowActive(p.window.get()));
    QTest::keyClick(p.window.get(), Qt::Key_F1);
    auto *help = p.window->findChild<HelpDialog *>();
    QVERIFY(help != nullptr);
    QVERIFY(!help->isModal());
    help->close();
    QVERIFY(QTest::qWaitForWindowActive(p.window.get()));
    QTest::keyClick(p.window.get(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(p.tabs()->currentIndex(), 1);
    QTest::keyClick(p.window.get(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(p.tabs()->currentIndex(), 0);
    QTest::keyClick(p.window.get(), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(p.tabs()->currentIndex(), 1);
}

void TestMainWindow::everyControlHasAName()
{
    Program p;
    p.window->setup().setRequestFolded(false);
    QStringList nameless;
    for (const QWidget *widget : p.window->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->focusProxy() != nullptr)
            continue;
        if (qobject_cast<const QLineEdit *>(widget) != nullptr && widget->objectName() == "qt_spinbox_lineedit"_L1)
            continue; // the spin box speaks for it
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        if (accessible != nullptr && accessible->text(QAccessible::Name).isEmpty()
            && accessible->text(QAccessible::Value).isEmpty())
            nameless << QString(QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName());
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void TestMainWindow::screenshots_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        for (const bool dark : {false, true}) {
            for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)})
                QTest::addRow("%s-%s-%d", qPrintable(language), dark ? "dark" : "light", size.width())
                    << language << dark << size;
        }
    }
}

void TestMainWindow::screenshots()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    const QString folder = qEnvironmentVariable("CRAWLSCOPE_SCREENSHOT_DIR", u"screenshots"_s);
    QVERIFY(QDir().mkpath(folder));
    const QString prefix = folder + u"/window-"_s + QString::fromLatin1(QTest::currentDataTag()) + u'-';
    Program p(language, dark ? ThemeMode::Dark : ThemeMode::Light);
    p.window->resize(size);
    const auto save = [&](const QString &name) {
        QCoreApplication::processEvents();
        const QPixmap picture = p.window->grab();
        QCOMPARE(picture.deviceIndependentSize().toSize(), size);
        QVERIFY(picture.save(prefix + name + u".png"_s));
    };
    save(u"1-first-launch"_s);
    p.window->tryDemo(false);
    QTRY_VERIFY(!p.editor().pending());
    save(u"2-ready"_s);
    p.window->setup().setLimits(test::limits(8, 8, 30, 2));
    p.window->startRun();
    QTRY_VERIFY_WITH_TIMEOUT(p.session().table() && p.session().table()->rowCount() > 60, kRunTimeoutMs);
    save(u"3-running"_s);
    p.tabs()->setCurrentWidget(&p.window->waterfall());
    QTRY_VERIFY(p.window->waterfall().model()->total() > 60);
    save(u"8-waterfall"_s);
    p.tabs()->setCurrentIndex(0);
    p.window->setup().setLimits(test::limits(100, 100, 0, 2));
    Q_EMIT p.window->setup().limitsChanged(test::limits(100, 100, 0, 2));
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
    save(u"4-dashboard"_s);
    p.tabs()->setCurrentIndex(1);
    p.window->results().table()->selectRow(3);
    save(u"5-results"_s);
    p.tabs()->setCurrentWidget(&p.window->log());
    save(u"6-log"_s);
    p.tabs()->setCurrentWidget(&p.window->loop());
    QTRY_VERIFY(!p.window->loop().history().points().empty());
    save(u"9-loop"_s);
    p.tabs()->setCurrentWidget(&p.window->hosts());
    p.window->hosts().apply(test::hostSample(340));
    save(u"10-hosts"_s);
    p.tabs()->setCurrentWidget(&p.window->log());
    p.window->setup().setRequestFolded(false);
    save(u"7-request"_s);
    p.window->setup().setRequestFolded(true);
    p.window->setup().setPolitenessFolded(false);
    save(u"11-politeness"_s);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
