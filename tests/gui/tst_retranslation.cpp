// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/chartwidget.h"
#include "gui/hostsample.h"
#include "gui/models/hostsmodel.h"
#include "gui/models/resultsmodel.h"
#include "gui/models/sessionsmodel.h"
#include "gui/pages/dashboardpage.h"
#include "gui/pages/detailspane.h"
#include "gui/pages/filterbar.h"
#include "gui/pages/hostspage.h"
#include "gui/pages/lazycombo.h"
#include "gui/pages/logpage.h"
#include "gui/pages/looppage.h"
#include "gui/pages/resultspage.h"
#include "gui/pages/waterfallpage.h"
#include "gui/program.h"
#include "gui/samplerun.h"
#include "gui/sessions/sessioncatalog.h"
#include "gui/sessions/sessionopener.h"
#include "gui/setup/requestsettings.h"
#include "gui/syntheticrun.h"
#include "gui/visibletexts.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <iterator>

using namespace crawlscope;
using namespace crawlscope::gui;
using crawlscope::test::Program;
using crawlscope::test::SyntheticRun;
using crawlscope::test::VisibleTexts;
using namespace Qt::Literals::StringLiterals;

namespace {

using Fill = void (*)(Program &);

/// A run with every kind of row; the current one was redirected.
void showResults(Program &p)
{
    static SampleRun *run = nullptr;
    static auto details = std::make_shared<test::MemoryRecorder>();
    if (run == nullptr) {
        run = new SampleRun(200); // as long as the test
        run->appendRows(200, details.get());
    }
    ResultsPage &page = p.window->results();
    p.tabs()->setCurrentWidget(&page);
    page.setRun(run->urls, run->table, details);
    int redirected = 0;
    while (run->table->record(static_cast<std::size_t>(redirected)).redirects == 0)
        ++redirected;
    page.table()->setCurrentIndex(page.model()->index(redirected, static_cast<int>(ResultField::Url)));
    QTRY_VERIFY(!page.detailsPane()->loading());
}

void showFilteredResults(Program &p)
{
    showResults(p);
    ResultFilter filter;
    filter.text = u"no such row"_s;
    filter.states = 1U << static_cast<unsigned>(RowState::Failed);
    p.window->results().setFilter(filter);
    QTRY_VERIFY(!p.window->results().model()->busy());
    p.window->results().filterBar()->focusText();
}

void showBrokenPattern(Program &p)
{
    showResults(p);
    ResultFilter filter;
    filter.text = u"(["_s;
    filter.regularExpression = true;
    p.window->results().setFilter(filter);
}

void showDashboard(Program &p)
{
    SyntheticRun run(20'000);
    const QList<ChartWidget *> charts = p.window->dashboard().findChildren<ChartWidget *>();
    const QString without = charts.first()->accessibleDescription();
    CrawlUpdate update;
    for (int second = 0; second < 60; ++second) {
        CrawlUpdate next = run.second();
        update.points.insert(update.points.end(), next.points.begin(), next.points.end());
        update.events.insert(update.events.end(), next.events.begin(), next.events.end());
        update.snapshot = next.snapshot;
    }
    update.hasSnapshot = true;
    p.window->dashboard().apply(update);
    for (const ChartWidget *chart : charts)
        QTRY_VERIFY(chart->accessibleDescription() != without); // they draw four times a second
}

void showLog(Program &p)
{
    p.tabs()->setCurrentWidget(&p.window->log());
    std::vector<RunEvent> events;
    for (int kind = 0; kind < kEventIdCount; ++kind) {
        RunEvent event;
        event.id = static_cast<EventId>(kind);
        event.atMs = kind * 1000;
        event.wallMs = 1'795'291'200'000 + event.atMs;
        event.level = static_cast<EventLevel>(kind % 4);
        events.push_back(event);
    }
    p.window->log().append(events);
}

void showHosts(Program &p)
{
    p.tabs()->setCurrentWidget(&p.window->hosts());
    HostsUpdate update = test::hostSample(20);
    for (HostRow &row : update.changed)
        row.wait.a = -1; // nothing that counts down
    p.window->hosts().setRun(true, HostGrouping::Host);
    p.window->hosts().apply(update);
    p.window->hosts().table()->sortByColumn(HostsModel::Queued, Qt::AscendingOrder);
    p.window->hosts().apply(update);
}

void showLoop(Program &p)
{
    p.tabs()->setCurrentWidget(&p.window->loop());
    StatsSnapshot snapshot;
    snapshot.analysisThreads = 2;
    snapshot.analysisQueued = 50;
    snapshot.openDescriptors = 100;
    p.window->loop().apply(snapshot, 1'000, 0);
    for (const ChartWidget *chart : p.window->loop().findChildren<ChartWidget *>())
        QTRY_VERIFY(chart->drawCount() > 0);
}

void showSetup(Program &p)
{
    p.window->setup().setPolitenessFolded(false);
    p.window->setup().setRequestFolded(false);
    p.editor().setText("http://a.example/\nhttp://a.example/\nnot a url:\n");
    QTRY_VERIFY(!p.editor().pending());
}

void showSessions(Program &p)
{
    p.tabs()->setCurrentWidget(&p.window->sessions());
    QDir().mkpath(p.settings.sessionsFolder());
    QFile file(p.settings.sessionsFolder() + u"/no session.crawlscope"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("x");
    file.setFileTime(QDateTime::fromMSecsSinceEpoch(1'795'291'200'000), QFileDevice::FileModificationTime);
    file.close();
    QTRY_COMPARE(p.window->sessions().model()->rowCount(), 1);
    p.window->openSession(file.fileName(), MainWindow::SessionUse::Show);
    QTRY_VERIFY(!p.window->opener().busy());
}

void showFirstLaunch(Program &p)
{
    QTRY_VERIFY(p.window->catalog().complete());
}

} // namespace

class TestRetranslation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void switchedIsAsStarted_data();
    void switchedIsAsStarted();
    void headersAreAnnounced();
};

void TestRetranslation::switchedIsAsStarted_data()
{
    QTest::addColumn<Fill>("fill");
    QTest::newRow("first launch") << Fill(&showFirstLaunch);
    QTest::newRow("setup") << Fill(&showSetup);
    QTest::newRow("dashboard") << Fill(&showDashboard);
    QTest::newRow("results") << Fill(&showResults);
    QTest::newRow("no results left") << Fill(&showFilteredResults);
    QTest::newRow("broken pattern") << Fill(&showBrokenPattern);
    QTest::newRow("hosts") << Fill(&showHosts);
    QTest::newRow("loop") << Fill(&showLoop);
    QTest::newRow("log") << Fill(&showLog);
    QTest::newRow("sessions") << Fill(&showSessions);
}

void TestRetranslation::switchedIsAsStarted()
{
    QFETCH(const Fill, fill);
    const auto textsOf = [&](const QString &from, const QString &to) {
        Program p(from);
        fill(p);
        p.settings.setLanguage(to);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        for (LazyCombo *combo : p.window->findChildren<LazyCombo *>())
            Q_EMIT combo->listWanted();
        return VisibleTexts::of(p.window.get()).replaceInStrings(p.folder.path(), u"FOLDER"_s);
    };
    const QStringList started = textsOf(u"zh_CN"_s, u"zh_CN"_s);
    const QStringList switched = textsOf(u"en"_s, u"zh_CN"_s);
    const QStringList english = textsOf(u"en"_s, u"en"_s);
    const QStringList back = textsOf(u"zh_CN"_s, u"en"_s);
    QVERIFY(started != english);
    QStringList wrong;
    const auto compare = [&wrong](QStringList actual, QStringList expected) {
        actual.sort();
        expected.sort();
        QStringList left;
        std::set_difference(actual.begin(), actual.end(), expected.begin(), expected.end(), std::back_inserter(left));
        std::transform(left.begin(), left.end(), std::back_inserter(wrong),
                       [](auto &line) { return u"too much: " + line; });
        left.clear();
        std::set_difference(expected.begin(), expected.end(), actual.begin(), actual.end(), std::back_inserter(left));
        std::transform(left.begin(), left.end(), std::back_inserter(wrong),
                       [](auto &line) { return u"missing: " + line; });
    };
    compare(switched, started);
    compare(back, english);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

/// A header is painted anew only when its model says so.
void TestRetranslation::headersAreAnnounced()
{
    Program p(u"en"_s);
    showResults(p);
    showLog(p);
    std::vector<std::pair<QString, std::unique_ptr<QSignalSpy>>> spies;
    for (const QTableView *view : p.window->findChildren<QTableView *>()) {
        if (view->horizontalHeader()->isHidden() || view->model()->columnCount() == 0)
            continue;
        const QString name = view->accessibleName() + u' ' + view->objectName();
        spies.emplace_back(name, std::make_unique<QSignalSpy>(view->model(), &QAbstractItemModel::headerDataChanged));
    }
    QVERIFY(spies.size() >= 6);
    p.settings.setLanguage(u"zh_CN"_s);
    for (const auto &[name, spy] : spies)
        QTRY_VERIFY2(spy->count() > 0, qPrintable(name));
}

QTEST_MAIN(TestRetranslation)
#include "tst_retranslation.moc"
