// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessionstore.h"
#include "gui/charts/chartreadout.h"
#include "gui/lab/hosttimelinechart.h"
#include "gui/lab/simulateview.h"

#include <QDoubleSpinBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

/// `perHost` URLs of each host, 100 ms each.
ScheduleReplay::Source sessionOf(int hosts, int perHost)
{
    ScheduleReplay::Source out;
    QByteArray text;
    for (int i = 0; i < hosts * perHost; ++i)
        text += "http://h" + QByteArray::number(i % hosts) + ".example/" + QByteArray::number(i) + '\n';
    out.urls = UrlList::parse(text);
    const auto table = std::make_shared<ResultTable>();
    std::vector<ResultRow> rows;
    for (int i = 0; i < hosts * perHost; ++i) {
        ResultRow row;
        row.entry = static_cast<quint32>(i);
        row.state = RowState::Done;
        row.status = 200;
        row.times.total = 100'000;
        rows.push_back(row);
    }
    table->append(rows);
    out.table = table;
    out.limits.inFlight = 4;
    out.limits.perHost = 2;
    out.elapsedMs = hosts * perHost * 100 / 4;
    out.name = u"monday"_s;
    return out;
}

struct Window
{
    Theme theme;
    ScheduleReplay::Source session;
    CrawlConfig config;
    bool crawling = false;
    QTemporaryDir folder;
    std::unique_ptr<SimulateView> view;

    explicit Window(ScheduleReplay::Source shown = {})
        : session(std::move(shown))
    {
        theme.setMode(ThemeMode::Light);
        LabBench bench;
        bench.urls = [] { return std::shared_ptr<const UrlList>(); };
        bench.config = [this] { return config; };
        bench.usable = [] { return true; };
        bench.crawling = [this] { return crawling; };
        bench.demoUrls = bench.urls;
        view = std::make_unique<SimulateView>(
            theme, bench, SimulateView::Sessions {[this] { return session; }, [this] { return folder.path(); }});
        view->resize(950, 620);
        view->show();
    }
    [[nodiscard]] QString text(const char *label) const
    {
        return view->findChild<QLabel *>(QString::fromLatin1(label))->text();
    }
    [[nodiscard]] QPushButton *button(const char *name) const
    {
        return view->findChild<QPushButton *>(QString::fromLatin1(name));
    }
    [[nodiscard]] bool settled() const { return view->replay().forecast().prediction && !view->replay().predicting(); }
    [[nodiscard]] qint64 predicted() const { return view->replay().forecast().prediction->durationMicros; }
    void choose(int inFlight, int perHost, double rate = 0)
    {
        CrawlLimits limits = view->limits();
        limits.inFlight = inFlight;
        limits.perHost = perHost;
        limits.ratePerS = rate;
        view->setLimits(limits);
    }
};

/// A chart of `hosts` hosts that can be seen.
struct Shown
{
    Theme theme;
    std::unique_ptr<HostTimelineChart> chart;
    explicit Shown(int hosts, int perHost = 3)
    {
        theme.setMode(ThemeMode::Light);
        chart = std::make_unique<HostTimelineChart>(theme);
        chart->resize(700, 400);
        chart->show();
        const ScheduleReplay::Source source = sessionOf(hosts, perHost);
        chart->setPrediction(std::make_shared<SchedulePrediction>(
            simulateSchedule(scheduleInput(*source.urls, *source.table), source.limits)));
    }
    [[nodiscard]] QWidget *canvas() const { return chart->scrollBar()->parentWidget(); }
};

} // namespace

class TestSimulateView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptyAndCrawling();
    void shownSession();
    void otherLimits_data();
    void otherLimits();
    void longestPole();
    void raisedOnlyWhereItMatters();
    void newestLimitsCount();
    void resets();
    void usesTheLimits();
    void anotherSession();
    void file();
    void brokenFile();
    void exports();
    void notes();
    void large();
    void endsWhileItWorks();
    void chartRows();
    void chartKeyboard();
    void chartTable();
    void chartPictures();
};

void TestSimulateView::emptyAndCrawling()
{
    Window w;
    QVERIFY(w.view->findChild<QLabel *>(u"emptyLabel"_s)->isVisible());
    QVERIFY(w.button("emptyButton")->isVisible());
    QVERIFY(w.text("emptyLabel").contains(u"open a session"_s));
    w.session = sessionOf(1, 2);
    w.crawling = true;
    w.view->refresh();
    QVERIFY(w.text("emptyLabel").startsWith(u"A run is under way"_s));
    QVERIFY(!w.view->replay().loading());
    w.crawling = false;
    w.view->refresh();
    QTRY_VERIFY(w.settled());
    QVERIFY(!w.view->findChild<QLabel *>(u"emptyLabel"_s)->isVisible());
    w.crawling = true; // goes on
    w.view->refresh();
    QVERIFY(w.view->findChild<QLabel *>(u"emptyLabel"_s)->isVisible());
    QVERIFY(!w.view->replay().recorded().input);
}

void TestSimulateView::shownSession()
{
    Window w(sessionOf(2, 8));
    QTRY_VERIFY(w.settled());
    QCOMPARE(w.text("sessionLabel"), u"monday"_s);
    QCOMPARE(w.view->limits().inFlight, 4);
    QCOMPARE(w.view->limits().perHost, 2);
    QCOMPARE(w.predicted(), 400'000);
    QVERIFY2(w.text("headlineLabel").startsWith(u"It would take 400 ms, about as long"_s),
             qPrintable(w.text("headlineLabel")));
    QVERIFY(w.text("detailsLabel").startsWith(u"16 URLs of 2 host(s), at most 4 in flight."_s));
    QVERIFY(!w.button("resetButton")->isEnabled());
    QVERIFY(!w.button("backButton")->isVisible());
    const auto input = w.view->replay().recorded().input;
    w.view->refresh(); // the same one is not read again
    QCOMPARE(w.view->replay().recorded().input, input);
    QVERIFY(!w.view->replay().loading());
}

void TestSimulateView::otherLimits_data()
{
    QTest::addColumn<int>("inFlight");
    QTest::addColumn<int>("perHost");
    QTest::addColumn<double>("rate");
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<QString>("headline");
    QTest::newRow("one at a time") << 1 << 1 << 0.0 << qint64 {1'600'000}
                                   << u"It would take 1.60 s instead of 400 ms: 4.00 times as long."_s;
    QTest::newRow("all at once") << 50 << 50 << 0.0 << qint64 {100'000}
                                 << u"It would take 100 ms instead of 400 ms: 4.00 times as fast."_s;
    QTest::newRow("a pace") << 4 << 4 << 10.0 << qint64 {1'600'000}
                            << u"It would take 1.60 s instead of 400 ms: 4.00 times as long."_s;
}

void TestSimulateView::otherLimits()
{
    QFETCH(int, inFlight);
    QFETCH(int, perHost);
    QFETCH(double, rate);
    QFETCH(qint64, micros);
    QFETCH(QString, headline);
    Window w(sessionOf(2, 8));
    QTRY_VERIFY(w.settled());
    w.choose(inFlight, perHost, rate);
    QVERIFY(w.view->replay().predicting());
    QTRY_VERIFY(w.settled());
    QVERIFY2(std::abs(w.predicted() - micros) <= 20'000, qPrintable(QString::number(w.predicted())));
    QCOMPARE(w.text("headlineLabel"), headline);
    QVERIFY(w.button("resetButton")->isEnabled());
    QTRY_VERIFY(w.text("progressLabel").isEmpty());
}

void TestSimulateView::longestPole()
{
    ScheduleReplay::Source uneven = sessionOf(1, 20);
    QByteArray text;
    for (int i = 0; i < 20; ++i)
        text += (i < 16 ? "http://long.example/" : "http://short.example/") + QByteArray::number(i) + '\n';
    uneven.urls = UrlList::parse(text);
    Window w(uneven);
    QTRY_VERIFY(w.settled());
    // 16 by twos are 800 ms, 4 by twos 200 ms; with three at once 600 ms.
    QVERIFY2(w.text("detailsLabel").contains(u"long.example:80 ends last: alone for 600 ms of 800 ms."_s),
             qPrintable(w.text("detailsLabel")));
    QVERIFY2(w.text("detailsLabel").contains(u"With 3 per host instead of 2 it would take 600 ms."_s),
             qPrintable(w.text("detailsLabel")));
}

void TestSimulateView::raisedOnlyWhereItMatters()
{
    Window w(sessionOf(2, 8));
    QTRY_VERIFY(w.settled());
    w.choose(3, 3);
    QTRY_VERIFY(w.settled());
    QCOMPARE(w.view->replay().forecast().raisedMicros, -1); // all slots are taken anyway
    QVERIFY(!w.text("detailsLabel").contains(u"per host instead"_s));
}

void TestSimulateView::newestLimitsCount()
{
    Window w(sessionOf(2, 8));
    QTRY_VERIFY(w.settled());
    QSignalSpy predicted(&w.view->replay(), &ScheduleReplay::predicted);
    for (int inFlight = 30; inFlight > 0; --inFlight)
        w.choose(inFlight, 1);
    QTRY_VERIFY(w.settled());
    QCOMPARE(w.view->replay().forecast().limits.inFlight, 1);
    QCOMPARE(predicted.count(), 1); // not one for each on the way
    QCOMPARE(w.predicted(), 1'600'000);
}

void TestSimulateView::resets()
{
    Window w(sessionOf(2, 4));
    QTRY_VERIFY(w.settled());
    auto *interval = w.view->findChild<QDoubleSpinBox *>(u"intervalSpin"_s);
    interval->setValue(1);
    QTRY_VERIFY(w.settled());
    QVERIFY(w.predicted() > 3'000'000);
    w.button("resetButton")->click();
    QCOMPARE(interval->value(), 0.0);
    QTRY_VERIFY(w.settled());
    QCOMPARE(w.predicted(), 200'000);
}

void TestSimulateView::usesTheLimits()
{
    Window w(sessionOf(2, 4));
    QTRY_VERIFY(w.settled());
    const QSignalSpy used(w.view.get(), &SimulateView::limitsUsed);
    w.choose(9, 3, 7.5);
    w.button("useButton")->click();
    QCOMPARE(used.count(), 1);
    const auto limits = used.first().first().value<CrawlLimits>();
    QCOMPARE(limits.inFlight, 9);
    QCOMPARE(limits.perHost, 3);
    QCOMPARE(limits.ratePerS, 7.5);
}

void TestSimulateView::anotherSession()
{
    Window w(sessionOf(2, 4));
    QTRY_VERIFY(w.settled());
    w.session = sessionOf(5, 4);
    w.session.limits.inFlight = 5;
    w.view->hide();
    w.view->refresh(); // not seen, not read
    QVERIFY(!w.view->replay().loading());
    w.view->show();
    QTRY_VERIFY(w.settled());
    QCOMPARE(w.view->replay().forecast().prediction->hosts.size(), std::size_t {5});
    QCOMPARE(w.view->limits().inFlight, 5);
    w.session = {};
    w.view->refresh();
    QVERIFY(w.view->findChild<QLabel *>(u"emptyLabel"_s)->isVisible());
}

/// A session file besides the session of the window, also while a run is under way.
void TestSimulateView::file()
{
    Window w(sessionOf(2, 4));
    QTRY_VERIFY(w.settled());
    const ScheduleReplay::Source stored = sessionOf(7, 3);
    CrawlConfig config;
    config.limits.inFlight = 3;
    const QString path = w.folder.filePath(u"stored.crawlscope"_s);
    SessionFault fault;
    const SessionHead head {stored.urls, QJsonDocument(config.sessionJson()).toJson(QJsonDocument::Compact)};
    {
        const auto store = SessionStore::create(path, head, &fault);
        QVERIFY(store);
    }
    w.button("chooseButton")->click();
    auto *dialog = w.view->findChild<QFileDialog *>();
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_VERIFY(w.settled());
    QCOMPARE(w.text("sessionLabel"), u"stored"_s);
    QCOMPARE(w.view->limits().inFlight, 3);
    QCOMPARE(w.view->replay().forecast().prediction->hosts.size(), std::size_t {7});
    QVERIFY(w.text("noteLabel").contains(u"21 URL(s) have no time of their own"_s)); // none of them was fetched
    QVERIFY(w.button("backButton")->isVisible());
    w.view->refresh();
    QCOMPARE(w.text("sessionLabel"), u"stored"_s); // stays
    w.button("backButton")->click();
    QTRY_VERIFY(w.settled());
    QCOMPARE(w.text("sessionLabel"), u"monday"_s);
    QVERIFY(!w.button("backButton")->isVisible());
}

void TestSimulateView::brokenFile()
{
    Window w;
    const QString path = w.folder.filePath(u"no.crawlscope"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is no session");
    file.close();
    const QSignalSpy failed(&w.view->replay(), &ScheduleReplay::failed);
    w.view->openFile(path);
    QVERIFY(w.view->replay().loading());
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(w.text("emptyLabel").startsWith(u"“no.crawlscope” cannot be read."_s));
    w.view->openFile(w.folder.filePath(u"missing.crawlscope"_s));
    QTRY_COMPARE(failed.count(), 2);
    w.session = sessionOf(1, 2);
    w.view->useShown();
    QTRY_VERIFY(w.settled());
}

void TestSimulateView::exports()
{
    Window w(sessionOf(2, 4));
    QTRY_VERIFY(w.settled());
    const QSignalSpy message(w.view.get(), &LabView::message);
    w.button("exportButton")->click();
    auto *dialog = w.view->findChild<QFileDialog *>();
    QVERIFY(dialog != nullptr);
    const QString path = w.folder.filePath(u"hosts.csv"_s);
    Q_EMIT dialog->fileSelected(path);
    Q_EMIT dialog->fileSelected(w.folder.filePath(u"no/such/folder.csv"_s));
    dialog->close();
    QTRY_COMPARE(message.count(), 2);
    QVERIFY(message[0].first().toString().contains(u"hosts.csv"_s));
    QVERIFY(message[1].first().toString().contains(u"could not be written"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.startsWith("host,urls,start_ms,end_ms,busy_ms,most_in_flight\r\n"));
    QCOMPARE(text.count('\n'), 3);
    QVERIFY(text.contains("h1.example:80,4,0.000,200.000,200.000,2\r\n"));
}

void TestSimulateView::notes()
{
    ScheduleReplay::Source own = sessionOf(2, 4);
    own.limits.hosts = {{"h0.example", 1, {}, {}}};
    own.name.clear();
    Window w(own);
    QTRY_VERIFY(w.settled());
    QVERIFY(w.text("noteLabel").contains(u"Limits of single hosts"_s));
    QVERIFY(w.text("noteLabel").contains(u"Not replayed: robots.txt"_s));
    QCOMPARE(w.predicted(), 400'000); // by ones
    QCOMPARE(w.text("sessionLabel"), u"Session without a file"_s);
    for (QDoubleSpinBox *spin : w.view->findChildren<QDoubleSpinBox *>()) {
        QVERIFY(!spin->accessibleName().isEmpty());
        QVERIFY(!spin->toolTip().isEmpty());
    }
}

/// Many URLs do not hold up the window: it hands the work over and takes figures back.
void TestSimulateView::large()
{
    Window w(sessionOf(2'000, 30));
    int beats = 0;
    QTimer beat;
    connect(&beat, &QTimer::timeout, &beat, [&beats] { ++beats; });
    beat.start(1);
    w.choose(100, 6);
    QTRY_VERIFY_WITH_TIMEOUT(w.settled(), 30'000);
    QVERIFY(beats > 3);
    QCOMPARE(w.view->chart()->rows(), static_cast<int>(SchedulePrediction::kTimelines));
    QCOMPARE(w.view->chart()->tableRows(), 2'000);
}

void TestSimulateView::endsWhileItWorks()
{
    {
        Window w(sessionOf(2'000, 30));
        w.view.reset(); // reading
    }
    Window w(sessionOf(2'000, 30));
    QTRY_VERIFY_WITH_TIMEOUT(w.view->replay().recorded().input, 30'000);
    w.choose(3, 1, 0.1);
    QTest::qWait(ScheduleReplay::kSettleMs + 5);
    w.view.reset(); // replaying
}

void TestSimulateView::chartRows()
{
    const Shown shown(300);
    QCOMPARE(shown.chart->rows(), 200);
    QTRY_VERIFY(shown.chart->drawCount() > 0);
    QVERIFY(shown.chart->scrollBar()->maximum() > 2'000);
    const QRect bar = shown.chart->barRect(0);
    const QImage picture = shown.canvas()->grab().toImage();
    // At the bottom of the first row is the share in flight; it is the one that ends last.
    QCOMPARE(picture.pixelColor(bar.right() - 3, bar.bottom() - 4), shown.theme.color(Token::SeriesA));
    QVERIFY(bar.right() > shown.canvas()->width() * 8 / 10);
    QVERIFY(shown.chart->barRect(150).right() < bar.right());
    QVERIFY(shown.chart->barRect(1).top() > bar.top());
    const Shown few(2);
    QTRY_VERIFY(few.chart->drawCount() > 0);
    QVERIFY(!few.chart->scrollBar()->isVisible());
}

void TestSimulateView::chartKeyboard()
{
    const Shown shown(300);
    auto *readout = shown.chart->findChild<ChartReadout *>();
    const auto press = [&](Qt::Key key) { QTest::keyClick(shown.canvas(), key); };
    press(Qt::Key_Down);
    QCOMPARE(shown.chart->current(), 0);
    QVERIFY(readout->isVisible());
    press(Qt::Key_End);
    QCOMPARE(shown.chart->current(), 199);
    QCOMPARE(shown.chart->scrollBar()->value(), shown.chart->scrollBar()->maximum());
    QVERIFY(shown.canvas()->accessibleDescription().contains(u".example"_s));
    press(Qt::Key_PageUp);
    QVERIFY(shown.chart->current() < 199);
    press(Qt::Key_Home);
    QCOMPARE(shown.chart->current(), 0);
    QCOMPARE(shown.chart->scrollBar()->value(), 0);
    press(Qt::Key_Escape);
    QCOMPARE(shown.chart->current(), -1);
    QVERIFY(!readout->isVisible());
    QTest::mouseMove(shown.canvas(), shown.chart->barRect(2).center());
    QTRY_VERIFY(readout->isVisible());
    QTest::mouseClick(shown.canvas(), Qt::LeftButton, {}, shown.chart->barRect(2).center());
    QCOMPARE(shown.chart->current(), 2);
    shown.chart->setPrediction(nullptr);
    press(Qt::Key_Down);
    QCOMPARE(shown.chart->current(), -1);
}

void TestSimulateView::chartTable()
{
    const Shown shown(300);
    shown.chart->setTableShown(true);
    QCOMPARE(shown.chart->tableModel()->rowCount(), 300); // all of them
    QVERIFY(shown.chart->tableCell(0, 0).endsWith(u".example:80"_s));
    QCOMPARE(shown.chart->tableCell(0, 1), u"3"_s);
    QCOMPARE(shown.chart->tableHeaders().size(), 6);
    QVERIFY(shown.chart->findChild<QTableView *>()->isVisible());
}

void TestSimulateView::chartPictures()
{
    const Shown shown(300);
    const QTemporaryDir folder;
    QVERIFY(shown.chart->savePicture(folder.filePath(u"a.png"_s)));
    QVERIFY(shown.chart->savePicture(folder.filePath(u"a.pdf"_s)));
    QVERIFY(QImage(folder.filePath(u"a.png"_s)).height() > 2 * 200 * 15); // all rows that are drawn
    QVERIFY(QFileInfo(folder.filePath(u"a.pdf"_s)).size() > 10'000);
}

QTEST_MAIN(TestSimulateView)
#include "tst_simulateview.moc"
