// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/logmodel.h"
#include "gui/models/resultsmodel.h"
#include "gui/models/sessionsmodel.h"
#include "gui/pages/dashboardpage.h"
#include "gui/pages/detailspane.h"
#include "gui/pages/logpage.h"
#include "gui/pages/resultspage.h"
#include "gui/pages/tile.h"
#include "gui/sessionwindow.h"
#include "gui/statusline.h"

#include <QLabel>
#include <QTableView>

#include <set>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace crawlscope::test;
using namespace Qt::Literals::StringLiterals;
using State = CrawlController::State;
using Use = MainWindow::SessionUse;

namespace {

QStringList cellsOf(const QAbstractItemModel *model)
{
    QStringList cells;
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column)
            cells << model->index(row, column).data().toString();
    }
    return cells;
}

QStringList tilesOf(const Program &p)
{
    QStringList texts;
    for (const Tile *tile : p.window->dashboard().findChildren<Tile *>())
        texts << tile->valueText() << tile->note();
    // Not the rate of now, of a run that does not go on, nor what depends on when the last picture was taken.
    texts.remove(2, 2);
    texts.removeLast();
    return texts;
}

} // namespace

class TestMainWindowSessions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRunIsListed();
    void reopenedItLooksAsItDidLive();
    void unfinishedIsOfferedOnce();
    void finishedIsNeverOffered();
    void resumeGoesOnInTheSameFile();
    void offeredSessionIsResumed();
    void startBeginsAnotherSession();
    void retryTriesTheFailedOnes();
    void setupIsDuplicated();
    void openingCanBeCancelled();
    void screenshots_data();
    void screenshots();
};

void TestMainWindowSessions::everyRunIsListed()
{
    Program p;
    runToTheEnd(p, p.slowPages(20, 0));
    QCOMPARE(sessionFiles(p).size(), 1);
    const QString path = p.session().path();
    QTRY_VERIFY(p.window->catalog().find(path) != nullptr
                && p.window->catalog().find(path)->state == SessionState::Finished);
    QCOMPARE(p.window->catalog().find(path)->counts.done, 20U);
    QCOMPARE(p.settings.recentSessions(), QStringList {path});
    QVERIFY(p.window->windowTitle().contains(QFileInfo(path).completeBaseName()));
    runToTheEnd(p, p.slowPages(10, 0));
    QTRY_COMPARE(p.window->catalog().sessions().size(), std::size_t {2});
    QVERIFY(p.session().path() != path);
}

void TestMainWindowSessions::reopenedItLooksAsItDidLive()
{
    Program p;
    p.window->setup().setLimits(test::limits(7, 5, 0, 2));
    const QByteArray pages = p.slowPages(80, 20); // the site listens from here on
    run(p, pages + p.demo.baseUrl() + "/status/404\nno url:\n");
    QTRY_VERIFY_WITH_TIMEOUT(p.session().table() && p.session().table()->rowCount() > 5, kRunTimeoutMs);
    Q_EMIT p.window->setup().limitsChanged(test::limits(9, 9, 0, 2));
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
    const QStringList results = cellsOf(p.window->results().model());
    const QStringList log = cellsOf(p.window->log().model());
    const QStringList tiles = tilesOf(p);
    const QString figures = p.window->statusLine().figures();
    const QString path = p.session().path();

    restart(p);
    p.window->setup().setLimits(test::limits(1, 1, 0, 1));
    openAndWait(p, path);
    QVERIFY(!p.session().active());
    QCOMPARE(p.session().path(), path);
    QCOMPARE(cellsOf(p.window->results().model()), results);
    QCOMPARE(cellsOf(p.window->log().model()), log);
    QCOMPARE(tilesOf(p), tiles);
    QVERIFY(p.window->windowTitle().contains(u"not running"_s));
    QVERIFY(p.window->dashboard().findChild<QLabel *>(u"sessionLabel"_s)->text().contains(u"not running"_s));
    QTRY_VERIFY(!p.editor().pending());
    QCOMPARE(p.editor().list(), p.session().urls());
    QCOMPARE(p.editor().list()->counts().invalid, 1U);
    const QStringList now = p.window->statusLine().figures().split(u" · "_s);
    const QStringList then = figures.split(u" · "_s);
    QCOMPARE(now.first(), then.first());
    QCOMPARE(now.last(), then.last()); // time and rate depend on when the last picture was taken
    QCOMPARE(p.window->setup().limits().analysisThreads, 2);
    QVERIFY(!p.action("actionPause")->isEnabled()); // nothing is left
    // Details come from the file.
    ResultsPage &page = p.window->results();
    p.tabs()->setCurrentWidget(&page);
    page.table()->selectRow(0);
    QTRY_VERIFY(!page.detailsPane()->loading());
    QVERIFY(page.detailsPane()->findChild<QTableView *>(u"responseTable"_s)->model()->rowCount() > 0);
}

void TestMainWindowSessions::unfinishedIsOfferedOnce()
{
    Program p;
    runAndStop(p);
    const QString name = QFileInfo(p.session().path()).completeBaseName();
    QVERIFY(p.window->offerBar().isHidden());
    restart(p);
    QTRY_VERIFY(!p.window->offerBar().isHidden());
    QVERIFY(p.window->offerBar().text().contains(name));
    QVERIFY(!p.session().active()); // only an offer
    p.settings.setLanguage(u"zh_CN"_s);
    QTRY_VERIFY(p.window->offerBar().buttons().first()->text() != u"Resume"_s);
    p.settings.setLanguage(u"en"_s);
    QTRY_COMPARE(p.window->offerBar().buttons().first()->text(), u"Resume"_s);
    click(p.window->offerBar(), u"Not now"_s);
    QVERIFY(p.window->offerBar().isHidden());
    restart(p);
    QTest::qWait(0);
    QVERIFY(p.window->offerBar().isHidden());
}

void TestMainWindowSessions::finishedIsNeverOffered()
{
    Program p;
    runToTheEnd(p, p.slowPages(5, 0));
    restart(p);
    QCOMPARE(p.window->catalog().sessions().size(), std::size_t {1});
    QVERIFY(p.window->offerBar().isHidden());
}

void TestMainWindowSessions::resumeGoesOnInTheSameFile()
{
    Program p;
    runAndStop(p);
    const QString path = p.session().path();
    const std::size_t before = p.session().table()->rowCount();
    QVERIFY(p.action("actionPause")->isEnabled());
    QCOMPARE(p.action("actionPause")->iconText(), u"Resume"_s);
    QVERIFY(p.action("actionPause")->shortcut().isEmpty()); // Space must not begin to send
    p.window->setup().setLimits(test::limits(100, 100, 0, 2));
    const QSignalSpy ended(&p.session(), &RunSession::ended);
    p.action("actionPause")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, kRunTimeoutMs);
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
    QCOMPARE(p.state(), State::Finished);
    QCOMPARE(p.session().path(), path);
    QCOMPARE(p.session().snapshot().counts.done, 300U);
    QVERIFY(p.session().table()->rowCount() > before);
    std::set<quint32> entries;
    for (const quint32 row : p.window->results().filteredRows())
        entries.insert(p.session().table()->record(row).entry);
    QCOMPARE(entries.size(), std::size_t {300});
    QCOMPARE(p.window->results().filteredRows().size(), std::size_t {300});
    QCOMPARE(sessionFiles(p).size(), 1);
}

void TestMainWindowSessions::offeredSessionIsResumed()
{
    Program p;
    runAndStop(p);
    const QString path = p.session().path();
    restart(p);
    QTRY_VERIFY(!p.window->offerBar().isHidden());
    click(p.window->offerBar(), u"Resume"_s);
    QTRY_VERIFY(p.session().active());
    QCOMPARE(p.window->setup().limits(), test::limits(6, 6, 0, 1));
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
    QCOMPARE(p.session().path(), path);
    QCOMPARE(p.session().snapshot().counts.done, 300U);
    QVERIFY(!p.session().snapshot().counts.left);
}

void TestMainWindowSessions::startBeginsAnotherSession()
{
    Program p;
    runAndStop(p);
    const QString first = p.session().path();
    openAndWait(p, first);
    QTRY_VERIFY(!p.editor().pending());
    p.window->setup().setLimits(test::limits(100, 100, 0, 2));
    const QSignalSpy ended(&p.session(), &RunSession::ended);
    p.window->startRun();
    QTRY_COMPARE(ended.count(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
    QVERIFY(p.session().path() != first);
    QCOMPARE(p.session().table()->rowCount(), std::size_t {300});
    QCOMPARE(sessionFiles(p).size(), 2);
}

void TestMainWindowSessions::retryTriesTheFailedOnes()
{
    Program p;
    const QByteArray pages = p.slowPages(10, 0);
    QVERIFY(!p.action("actionRetry")->isEnabled());
    runToTheEnd(p, pages + p.demo.baseUrl() + "/status/503\n" + p.demo.baseUrl() + "/status/404\n");
    QVERIFY(p.action("actionRetry")->isEnabled());
    const auto pageRequests = [&p] { return p.demo.counters().requests - p.demo.requestCount("/robots.txt"); };
    const quint64 requests = pageRequests();
    const QSignalSpy ended(&p.session(), &RunSession::ended);
    p.action("actionRetry")->trigger();
    QTRY_COMPARE(ended.count(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
    QCOMPARE(pageRequests() - requests, 2U); // the failed ones alone
    QCOMPARE(p.session().snapshot().counts.failed, 2U);
    QTRY_COMPARE(p.window->results().filteredRows().size(), std::size_t {12});
    QCOMPARE(sessionFiles(p).size(), 1);
    ResultsModel *model = p.window->results().model();
    QStringList confirmations;
    for (int row = 0; row < model->rowCount(); ++row)
        confirmations << model->index(row, ResultsModel::kConfirmation).data().toString();
    QCOMPARE(confirmations.count(u"Confirmed 2 of 2"_s), 2);
    QCOMPARE(confirmations.count(QString()), 10);
}

void TestMainWindowSessions::setupIsDuplicated()
{
    Program p;
    p.window->setup().setLimits(test::limits(33, 3, 0, 1));
    runToTheEnd(p, p.slowPages(7, 0));
    const QString path = p.session().path();
    restart(p);
    p.window->setup().setLimits(test::limits(1, 1, 0, 1));
    openAndWait(p, path, Use::Setup);
    QTRY_COMPARE(p.editor().list()->counts().unique, 7U);
    QCOMPARE(p.window->setup().limits(), test::limits(33, 3, 0, 1));
    QVERIFY(p.session().table() == nullptr); // no rows
    QVERIFY(p.session().path().isEmpty());
}

void TestMainWindowSessions::openingCanBeCancelled()
{
    Program p;
    runToTheEnd(p, p.slowPages(7, 0));
    const QString path = p.session().path();
    restart(p);
    p.window->openSession(path, Use::Show);
    QVERIFY(!p.window->openBar().isHidden());
    click(p.window->openBar(), u"Cancel"_s);
    QVERIFY(p.window->openBar().isHidden());
    QVERIFY(!p.window->opener().busy());
    openAndWait(p, path); // the next one is read after the one given up
    QCOMPARE(p.session().path(), path);
}

void TestMainWindowSessions::screenshots_data()
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

void TestMainWindowSessions::screenshots()
{
    QFETCH(const QString, language);
    QFETCH(const bool, dark);
    QFETCH(const QSize, size);
    const QString folder = qEnvironmentVariable("CRAWLSCOPE_SCREENSHOT_DIR", u"screenshots"_s);
    QVERIFY(QDir().mkpath(folder));
    const QString prefix = folder + u"/window-"_s + QString::fromLatin1(QTest::currentDataTag()) + u'-';
    Program p(language, dark ? ThemeMode::Dark : ThemeMode::Light);
    const auto save = [&](const QString &name) {
        QCoreApplication::processEvents();
        const QPixmap picture = p.window->grab();
        QCOMPARE(picture.deviceIndependentSize().toSize(), size);
        QVERIFY(picture.save(prefix + name + u".png"_s));
    };
    p.window->setup().setLimits(test::limits(100, 100, 0, 2));
    p.window->tryDemo(true);
    QTRY_VERIFY(p.session().active());
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
    p.window->results().table()->sortByColumn(static_cast<int>(ResultField::Status), Qt::DescendingOrder);
    p.action("actionRetry")->trigger();
    QTRY_VERIFY(p.session().active());
    QTRY_VERIFY_WITH_TIMEOUT(!p.session().active(), kRunTimeoutMs);
    const QString tried = p.session().path();
    runAndStop(p);
    QFile broken(QDir(p.settings.sessionsFolder()).filePath(u"2026-11-20 1704 shop.example.com.crawlscope"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(QByteArray(70'000, 'x'));
    broken.close();
    restart(p);
    p.window->resize(size);
    QTRY_VERIFY(!p.window->offerBar().isHidden());
    save(u"10-offer"_s);
    p.tabs()->setCurrentWidget(&p.window->sessions());
    p.window->sessions().select(tried);
    save(u"11-sessions"_s);
    openAndWait(p, tried);
    QTRY_VERIFY(!p.editor().pending());
    save(u"12-opened"_s);
    p.tabs()->setCurrentWidget(&p.window->results());
    ResultFilter filter;
    filter.states = 1U << static_cast<unsigned>(RowState::Failed);
    p.window->results().setFilter(filter);
    QTRY_VERIFY(!p.window->results().model()->busy());
    p.window->results().table()->selectRow(1);
    QTRY_VERIFY(!p.window->results().detailsPane()->loading());
    save(u"13-attempts"_s);
    p.window->openSession(broken.fileName(), Use::Show);
    QTRY_VERIFY(!p.window->opener().busy());
    p.tabs()->setCurrentWidget(&p.window->sessions());
    p.window->sessions().select(broken.fileName());
    save(u"14-broken"_s);
}

QTEST_MAIN(TestMainWindowSessions)
#include "tst_mainwindowsessions.moc"
