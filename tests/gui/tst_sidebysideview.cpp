// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demosite/demoserver.h"
#include "gui/charts/chartreadout.h"
#include "gui/lab/sidebysidechart.h"
#include "gui/lab/sidebysideview.h"

#include <QFile>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRunTimeoutMs = 60'000;

SideUrl url(quint32 entry, qint64 start, qint64 end, RowState state = RowState::Done)
{
    SideUrl out;
    out.entry = entry;
    out.startMicros = start;
    out.endMicros = end;
    out.state = state;
    out.status = state == RowState::Left ? 0 : (state == RowState::Failed ? 404 : 200);
    out.times.queued = static_cast<quint32>(start);
    out.times.send = 1000;
    if (state != RowState::Left) {
        out.times.wait = static_cast<quint32>(end - start) - 2000;
        out.times.receive = 1000;
        out.times.total = static_cast<quint32>(end - start);
    }
    return out;
}

/// `count` URLs of 100 ms each, by `level` at a time; the last one failed.
SideRun made(int level, int count)
{
    std::vector<SideUrl> urls;
    std::vector<SidePool> pool;
    for (int i = 0; i < count; ++i) {
        const qint64 start = qint64 {i / level} * 100'000;
        urls.push_back(
            url(static_cast<quint32>(i), start, start + 100'000, i + 1 == count ? RowState::Failed : RowState::Done));
        pool.push_back({start, 2, i % 3, i % 5});
    }
    return evaluateSide(level, static_cast<quint32>(count), 0, urls, pool);
}

std::shared_ptr<const UrlList> listOf(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += "http://a.example/page/" + QByteArray::number(i) + '\n';
    return UrlList::parse(text);
}

/// A chart that can be seen, 900 × 500.
struct Shown
{
    Theme theme;
    std::unique_ptr<SideBySideChart> chart;
    Shown()
    {
        theme.setMode(ThemeMode::Light);
        chart = std::make_unique<SideBySideChart>(theme);
        chart->resize(900, 500);
        chart->show();
    }
    [[nodiscard]] QWidget *canvas() const { return chart->findChild<ChartReadout *>()->parentWidget(); }
};

/// What a view asks of its window.
struct Window
{
    std::shared_ptr<const UrlList> list = listOf(0);
    CrawlConfig config;
    bool usable = true;
    bool crawling = false;
    demosite::DemoServer demo;
    [[nodiscard]] LabBench bench()
    {
        LabBench out;
        out.urls = [this] { return list; };
        out.config = [this] { return config; };
        out.usable = [this] { return usable; };
        out.crawling = [this] { return crawling; };
        out.demoUrls = [this]() -> std::shared_ptr<const UrlList> {
            if (demo.port() == 0 && !demo.listen())
                return nullptr;
            QByteArray text;
            for (int i = 0; i < 30; ++i)
                text += demo.baseUrl() + "/slow?ms=20&n=" + QByteArray::number(i) + '\n';
            return UrlList::parse(text);
        };
        return out;
    }
};

} // namespace

class TestSideBySideView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneAxis();
    void bars();
    void live();
    void words_data();
    void words();
    void keyboard();
    void pointer();
    void manyRows();
    void tableTwin();
    void pictures_data();
    void pictures();
    void emptyView();
    void demoRun();
    void level();
    void whyNot_data();
    void whyNot();
    void waitsForTheList();
    void cancels();
    void endsWithIt();
};

/// The run that took a quarter of the time ends at a quarter of the width.
void TestSideBySideView::oneAxis()
{
    const Shown shown;
    const std::array<SideRun, 2> runs {made(1, 20), made(4, 20)};
    shown.chart->setRuns(listOf(20), runs, false);
    QTRY_VERIFY(shown.chart->drawCount() > 0);
    QVERIFY(shown.chart->spanMicros() >= 2e6 && shown.chart->spanMicros() < 2.1e6);
    const QRect first = shown.chart->barRect({0, 0});
    const QRect last = shown.chart->barRect({0, 19});
    const QRect lastBelow = shown.chart->barRect({1, 19});
    QVERIFY(last.right() > shown.canvas()->width() * 9 / 10);
    QVERIFY(std::abs((last.right() - first.left()) - 4 * (lastBelow.right() - first.left())) <= 6);
    QVERIFY(last.top() > first.top()); // a staircase
    QVERIFY(shown.chart->barRect({1, 0}).top() > last.bottom()); // below the other
    QCOMPARE(shown.chart->barRect({1, 3}).left(), shown.chart->barRect({1, 0}).left()); // four at a time
}

/// Bars have the colours of their phases.
void TestSideBySideView::bars()
{
    const Shown shown;
    auto *noData = shown.canvas()->findChild<QLabel *>();
    QVERIFY(noData->isVisible());
    shown.chart->setRuns(listOf(5), {made(1, 5), made(5, 5)}, false);
    QVERIFY(!noData->isVisible()); // at once, not with the next drawing
    const QImage picture = shown.canvas()->grab().toImage();
    const QRect bar = shown.chart->barRect({0, 2});
    QCOMPARE(picture.pixelColor(bar.center()), shown.theme.color(Token::PhaseWait));
    QCOMPARE(picture.pixelColor(bar.center().x(), bar.bottom() + 1), shown.theme.color(Token::Surface));
    const QRect failed = shown.chart->barRect({1, 4});
    QCOMPARE(picture.pixelColor(failed.right() + 1, failed.center().y()), shown.theme.color(Token::Failed));
}

void TestSideBySideView::live()
{
    const Shown shown;
    const auto list = listOf(20);
    const auto at = [](qint64 now) {
        return evaluateSide(1, 20, 0, {url(0, 0, 100'000), url(1, 100'000, now, RowState::Left)}, {});
    };
    shown.chart->setRuns(list, {at(400'000), {}}, true);
    const double span = shown.chart->spanMicros();
    const int before = shown.chart->barRect({0, 1}).width();
    shown.chart->setRuns(list, {at(480'000), {}}, true);
    QCOMPARE(shown.chart->spanMicros(), span); // the axis stands still
    QVERIFY(shown.chart->barRect({0, 1}).width() > before); // the bar grows
    shown.chart->setRuns(list, {at(2'600'000), {}}, true);
    QVERIFY(shown.chart->spanMicros() >= 2'600'000);
}

void TestSideBySideView::words_data()
{
    QTest::addColumn<int>("level");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("lesson");
    QTest::newRow("faster") << 4 << 20
                            << u"4 at a time took 500 ms instead of 2.00 s: 4.0 times as fast, for 98% of the time "
                               "one request only waits."_s;
    QTest::newRow("no faster") << 1 << 5
                               << u"1 at a time took 500 ms, one after another 500 ms: not faster, though one request "
                                  "waits for 98% of its time."_s;
}

void TestSideBySideView::words()
{
    QFETCH(int, level);
    QFETCH(int, count);
    QFETCH(QString, lesson);
    const std::array<SideRun, 2> runs {made(1, count), made(level, count)};
    QCOMPARE(SideBySideChart::lesson(runs), lesson);
    QCOMPARE(SideBySideChart::runName(runs[0]), u"One after another"_s);
    const QString facts = SideBySideChart::facts(runs[0]);
    for (const QString &part : {u"of the time was waiting"_s, u"most in flight: 1"_s, u"1 failed"_s, u"10.0 URLs/s"_s})
        QVERIFY2(facts.contains(part), qPrintable(facts));
    QVERIFY(SideBySideChart::lesson({runs[0], SideRun()}).isEmpty());
    SideRun held = made(4, 20);
    held.level = 9;
    QVERIFY(SideBySideChart::lesson({runs[0], held}).contains(u"No more than 4 were in flight"_s));
    SideRun open = evaluateSide(1, 3, 1, {url(0, 0, 100'000)}, {});
    QVERIFY(SideBySideChart::facts(open).startsWith(u"1 of 2 URLs"_s));
    QVERIFY(SideBySideChart::facts(open).contains(u"1 not requested"_s));
    QCOMPARE(SideBySideChart::facts(SideRun()), u"not begun yet"_s);
}

void TestSideBySideView::keyboard()
{
    const Shown shown;
    shown.chart->setRuns(listOf(20), {made(1, 20), made(4, 20)}, false);
    using Place = SideBySideChart::Place;
    const auto press = [&](Qt::Key key) { QTest::keyClick(shown.canvas(), key); };
    const auto at = [&] { return shown.chart->current().value_or(Place {-1, -1}); };
    auto *readout = shown.chart->findChild<ChartReadout *>();
    press(Qt::Key_Down);
    QCOMPARE(at(), (Place {0, 0}));
    QVERIFY(readout->isVisible());
    press(Qt::Key_Up);
    QCOMPARE(at(), (Place {0, 0})); // stays within the run
    press(Qt::Key_PageDown);
    QCOMPARE(at(), (Place {0, 10}));
    QVERIFY(shown.canvas()->accessibleDescription().contains(u"page/10"_s));
    press(Qt::Key_Right);
    QCOMPARE(at(), (Place {1, 10})); // the same URL in the other run
    press(Qt::Key_End);
    QCOMPARE(at(), (Place {1, 19}));
    QVERIFY(shown.canvas()->accessibleDescription().contains(u"404"_s));
    press(Qt::Key_Home);
    QCOMPARE(at(), (Place {1, 0}));
    press(Qt::Key_Escape);
    QVERIFY(!shown.chart->current());
    QVERIFY(!readout->isVisible());
    shown.chart->clear();
    press(Qt::Key_Down); // nothing there
    QVERIFY(!shown.chart->current());
}

void TestSideBySideView::pointer()
{
    const Shown shown;
    shown.chart->setRuns(listOf(20), {made(1, 20), made(4, 20)}, false);
    auto *readout = shown.chart->findChild<ChartReadout *>();
    const QRect bar = shown.chart->barRect({1, 5});
    QTest::mouseMove(shown.canvas(), bar.center());
    QTRY_VERIFY(readout->isVisible());
    QTest::mouseClick(shown.canvas(), Qt::LeftButton, {}, bar.center());
    QCOMPARE(shown.chart->current(), (SideBySideChart::Place {1, 5}));
    // Below the bars, the queue of that moment.
    QTest::mouseMove(shown.canvas(), QPoint(bar.center().x(), shown.chart->barRect({1, 19}).bottom() + 20));
    QVERIFY(readout->isVisible());
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(shown.canvas(), &leave);
    QVERIFY(!readout->isVisible());
}

/// As many rows as may be: all within the chart, none above its run.
void TestSideBySideView::manyRows()
{
    const Shown shown;
    const int most = static_cast<int>(SideBySide::kMostUrls);
    shown.chart->setRuns(listOf(most), {made(1, most), made(20, most)}, false);
    QTRY_VERIFY(shown.chart->drawCount() > 0);
    QVERIFY(shown.chart->barRect({0, most - 1}).bottom() < shown.chart->barRect({1, 0}).top());
    QVERIFY(shown.chart->barRect({1, most - 1}).bottom() < shown.canvas()->height());
    shown.chart->resize(320, 340); // and in a small one
    QVERIFY(!shown.chart->grab().isNull());
    QVERIFY(shown.chart->barRect({1, most - 1}).bottom() < shown.canvas()->height());
}

void TestSideBySideView::tableTwin()
{
    const Shown shown;
    shown.chart->setRuns(listOf(20), {made(1, 20), made(4, 20)}, false);
    shown.chart->setTableShown(true);
    QCOMPARE(shown.chart->tableModel()->rowCount(), 40);
    QCOMPARE(shown.chart->tableHeaders().size(), 12);
    QCOMPARE(shown.chart->tableCell(1, 0), u"http://a.example/page/1"_s);
    QCOMPARE(shown.chart->tableCell(1, 1), u"1"_s);
    QCOMPARE(shown.chart->tableCell(1, 2), u"200 OK"_s);
    QCOMPARE(shown.chart->tableCell(1, 3), u"0.100 s"_s);
    QCOMPARE(shown.chart->tableCell(1, 9), u"98 ms"_s); // wait
    QCOMPARE(shown.chart->tableCell(1, 11), u"100 ms"_s);
    QCOMPARE(shown.chart->tableCell(21, 1), u"4"_s);
    QCOMPARE(shown.chart->tableCell(39, 2), u"404 Not Found"_s);
    QVERIFY(shown.chart->findChild<QTableView *>()->isVisible());
    shown.chart->clear();
    QTRY_COMPARE(shown.chart->tableModel()->rowCount(), 0);
}

void TestSideBySideView::pictures_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("magic");
    QTest::newRow("png") << u"a.png"_s << QByteArray("\x89PNG");
    QTest::newRow("pdf") << u"a.pdf"_s << QByteArray("%PDF");
}

void TestSideBySideView::pictures()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, magic);
    const Shown shown;
    shown.chart->setRuns(listOf(100), {made(1, 100), made(4, 100)}, false);
    const QTemporaryDir folder;
    QVERIFY(shown.chart->savePicture(folder.filePath(name)));
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(4) == magic);
    QVERIFY(file.size() > 5'000);
    if (name.endsWith(u"png"_s)) {
        const QImage picture(folder.filePath(name));
        QVERIFY(picture.height() > 2 * 1'500); // rows are as high as they need be, not as the window was
        QVERIFY(!QImage(picture).convertToFormat(QImage::Format_RGB32).isNull());
    }
}

void TestSideBySideView::emptyView()
{
    Theme theme;
    Window window;
    SideBySideView view(theme, window.bench());
    view.resize(900, 500);
    view.show();
    QVERIFY(view.findChild<QLabel *>(u"emptyLabel"_s)->isVisible());
    QVERIFY(view.findChild<QPushButton *>(u"emptyButton"_s)->isVisible());
    QVERIFY(!view.findChild<QPushButton *>(u"demoButton"_s)->isVisible());
    QVERIFY(!view.chart()->isVisible());
    view.findChild<QPushButton *>(u"startButton"_s)->click(); // the list is empty
    QVERIFY(view.findChild<QLabel *>(u"statusLabel"_s)->text().contains(u"no URL"_s));
    QVERIFY(!view.measuring());
    for (QWidget *field : view.findChildren<QSpinBox *>()) {
        QVERIFY(!field->accessibleName().isEmpty());
        QVERIFY(!field->toolTip().isEmpty());
    }
}

/// Without a network: the demo site, both runs, bars while they run, and the lesson at the end.
void TestSideBySideView::demoRun()
{
    Theme theme;
    Window window;
    window.config.limits.inFlight = 10;
    SideBySideView view(theme, window.bench());
    const QSignalSpy measuring(&view, &LabView::measuringChanged);
    const QSignalSpy message(&view, &LabView::message);
    view.resize(900, 500);
    view.show();
    view.findChild<QPushButton *>(u"emptyButton"_s)->click();
    QVERIFY(view.measuring());
    QVERIFY(view.chart()->isVisible());
    QVERIFY(!view.findChild<QSpinBox *>(u"urlsSpin"_s)->isEnabled());
    QTRY_VERIFY(view.chart()->tableRows() > 0 && view.measuring()); // grows
    QVERIFY(view.findChild<QLabel *>(u"statusLabel"_s)->text().startsWith(u"Run 1 of 2"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!view.measuring(), kRunTimeoutMs);
    QCOMPARE(measuring.count(), 2);
    QCOMPARE(message.count(), 1);
    QCOMPARE(view.chart()->tableRows(), 60);
    QCOMPARE(view.runner().runs()[0].mostInFlight, 1);
    QCOMPARE(view.runner().runs()[1].mostInFlight, 10);
    const auto *lesson = view.findChild<QLabel *>(u"lessonLabel"_s);
    QVERIFY(lesson->isVisible());
    QVERIFY(lesson->text().startsWith(u"10 at a time took "_s));
    QVERIFY(lesson->text().contains(u"times as fast"_s));
}

/// That of the setup, until somebody chooses another one.
void TestSideBySideView::level()
{
    Theme theme;
    Window window;
    window.config.limits.inFlight = 33;
    SideBySideView view(theme, window.bench());
    auto *level = view.findChild<QSpinBox *>(u"levelSpin"_s);
    QCOMPARE(level->value(), 33);
    window.config.limits.inFlight = 1;
    view.refresh();
    QCOMPARE(level->value(), 2); // one at a time is the other run
    level->setValue(7);
    window.config.limits.inFlight = 50;
    view.refresh();
    QCOMPARE(level->value(), 7);
}

void TestSideBySideView::whyNot_data()
{
    QTest::addColumn<bool>("usable");
    QTest::addColumn<bool>("crawling");
    QTest::addColumn<QString>("status");
    QTest::newRow("a mistake in the setup") << false << false << QString();
    QTest::newRow("a run is under way") << true << true << u"A run is under way"_s;
}

void TestSideBySideView::whyNot()
{
    QFETCH(bool, usable);
    QFETCH(bool, crawling);
    QFETCH(QString, status);
    Theme theme;
    Window window;
    window.list = listOf(5);
    SideBySideView view(theme, window.bench());
    window.usable = usable;
    window.crawling = crawling;
    view.refresh();
    view.start();
    view.tryDemo();
    QVERIFY(!view.measuring());
    QCOMPARE(view.findChild<QPushButton *>(u"startButton"_s)->isEnabled(), !crawling);
    QVERIFY(view.findChild<QLabel *>(u"statusLabel"_s)->text().startsWith(status));
}

void TestSideBySideView::waitsForTheList()
{
    Theme theme;
    Window window;
    SideBySideView view(theme, window.bench());
    auto *button = view.findChild<QPushButton *>(u"startButton"_s);
    window.list = nullptr;
    button->click();
    QVERIFY(!view.measuring());
    QVERIFY(view.findChild<QLabel *>(u"statusLabel"_s)->text().contains(u"still being read"_s));
    button->click(); // given up
    window.list = window.bench().demoUrls();
    view.refresh();
    QVERIFY(!view.measuring());
    window.list = nullptr;
    button->click();
    window.list = window.bench().demoUrls();
    view.refresh();
    QVERIFY(view.measuring());
}

void TestSideBySideView::cancels()
{
    Theme theme;
    Window window;
    SideBySideView view(theme, window.bench());
    window.list = window.bench().demoUrls();
    auto *button = view.findChild<QPushButton *>(u"startButton"_s);
    button->click();
    QTRY_VERIFY(view.runner().runs()[0].ended > 2);
    QCOMPARE(button->text(), u"Cancel"_s);
    button->click();
    QTRY_VERIFY(!view.measuring());
    QVERIFY(view.findChild<QLabel *>(u"statusLabel"_s)->text().startsWith(u"Cancelled"_s));
    QVERIFY(view.chart()->tableRows() > 2);
    QVERIFY(view.findChild<QLabel *>(u"lessonLabel"_s)->text().isEmpty());
    QVERIFY(button->isEnabled());
}

void TestSideBySideView::endsWithIt()
{
    Theme theme;
    Window window;
    {
        SideBySideView view(theme, window.bench());
        view.tryDemo();
        QVERIFY(view.measuring());
    }
    QVERIFY(window.demo.counters().requests < 30);
}

QTEST_MAIN(TestSideBySideView)
#include "tst_sidebysideview.moc"
