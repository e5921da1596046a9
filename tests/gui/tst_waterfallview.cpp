// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/waterfallfixture.h"

#include <QHelpEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

#include <cmath>
#include <ctime>
#include <functional>
#include <limits>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;
using test::Shown;

Q_DECLARE_METATYPE(std::function<void(Shown &)>)

class TestWaterfallView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void followsUntilTheUserMoves_data();
    void followsUntilTheUserMoves();
    void scaleStandsStillUnderSteadyLoad();
    void wheelZoomsAndPans();
    void keysZoomAndPan();
    void someOfTheRunStaysInView();
    void fitShowsEverything();
    void barsInFlightGrow();
    void clickMeansTheRequestThatWasPressed();
    void toolTipTellsTheBarUnderThePointer();
    void paintingIsQuick();
};

void TestWaterfallView::followsUntilTheUserMoves_data()
{
    using Action = std::function<void(Shown &)>;
    QTest::addColumn<Action>("move");
    QTest::newRow("row up") << Action([](Shown &s) { QTest::keyClick(&s.view, Qt::Key_Up); });
    QTest::newRow("first row") << Action([](Shown &s) { QTest::keyClick(&s.view, Qt::Key_Home); });
    QTest::newRow("page up") << Action([](Shown &s) { QTest::keyClick(&s.view, Qt::Key_PageUp); });
    QTest::newRow("left") << Action([](Shown &s) { QTest::keyClick(&s.view, Qt::Key_Left); });
    QTest::newRow("all") << Action([](Shown &s) { QTest::keyClick(&s.view, Qt::Key_0); });
    QTest::newRow("wheel") << Action([](Shown &s) { s.wheel({20, 200}, 120, Qt::NoModifier); });
    QTest::newRow("wheel sideways") << Action([](Shown &s) { s.wheel({500, 200}, 120, Qt::ShiftModifier); });
    QTest::newRow("scroll bar") << Action(
        [](Shown &s) { s.view.verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub); });
    QTest::newRow("drag") << Action([](Shown &s) {
        QTest::mousePress(s.viewport(), Qt::LeftButton, {}, {600, 200});
        QTest::mouseMove(s.viewport(), {680, 200});
        QTest::mouseRelease(s.viewport(), Qt::LeftButton, {}, {680, 200});
    });
    QTest::newRow("table row") << Action([](Shown &s) {
        s.page.setTableShown(true);
        s.page.table()->selectRow(3);
    });
    QTest::newRow("switch") << Action(
        [](Shown &s) { QTest::mouseClick(s.find<QToolButton>("followButton"), Qt::LeftButton); });
}

void TestWaterfallView::followsUntilTheUserMoves()
{
    QFETCH(std::function<void(Shown &)>, move);
    Shown s;
    QSignalSpy activated(&s.view, &WaterfallView::rowActivated);
    auto *follow = s.find<QToolButton>("followButton");
    QScrollBar *bar = s.view.verticalScrollBar();
    for (int i = 0; i < 3; ++i) {
        s.goOn();
        QVERIFY(s.view.following() && follow->isChecked());
        QCOMPARE(bar->value(), bar->maximum());
        QVERIFY(s.view.range().from < static_cast<double>(s.now) && s.view.range().to > static_cast<double>(s.now));
    }
    const TimeRange before = s.view.range();
    move(s);
    QVERIFY(!s.view.following());
    QVERIFY(!follow->isChecked());
    QVERIFY(s.model.held());
    QVERIFY(activated.isEmpty());
    // Nothing moves any more, but the rest is counted.
    const TimeRange held = s.view.range();
    const int scrolled = bar->value();
    const quint64 last = s.model.bar(s.model.rows() - 1).item.id;
    const int rows = s.model.rows();
    s.goOn(500'000);
    QCOMPARE(s.view.range(), held);
    QCOMPARE(bar->value(), scrolled);
    QCOMPARE(s.model.rows(), rows);
    QCOMPARE(s.model.bar(rows - 1).item.id, last);
    QVERIFY(s.model.newer() > 0);
    QVERIFY(s.label("countLabel").contains(QString::number(s.model.newer())));
    QTest::mouseClick(follow, Qt::LeftButton);
    QVERIFY(s.view.following() && !s.model.held());
    QVERIFY(s.model.bar(s.model.rows() - 1).item.id != last);
    QCOMPARE(bar->value(), bar->maximum());
    QVERIFY(s.view.range().from > before.from);
}

void TestWaterfallView::scaleStandsStillUnderSteadyLoad()
{
    Shown s;
    int changes = 0;
    for (int i = 0; i < 10; ++i) {
        const double span = s.view.range().span();
        s.goOn(50'000);
        changes += span == s.view.range().span() ? 0 : 1;
    }
    QVERIFY2(changes <= 2, qPrintable(QString::number(changes)));
}

void TestWaterfallView::wheelZoomsAndPans()
{
    Shown s;
    const double span = s.view.range().span();
    s.wheel({700, 200}, 240, Qt::ControlModifier); // while following about "now"
    QVERIFY(s.view.following());
    QVERIFY(s.view.range().span() < span);
    const double chosen = s.view.range().span();
    s.goOn();
    QCOMPARE(s.view.range().span(), chosen); // the user's scale stays
    QTest::keyClick(&s.view, Qt::Key_0);
    const int x = s.chartRect().left() + s.chartRect().width() / 3;
    const double moment = s.momentAt(x);
    const double before = s.view.range().span();
    s.wheel({x, 200}, 480, Qt::ControlModifier);
    QVERIFY(s.view.range().span() < before / 2);
    QVERIFY(std::abs(s.momentAt(x) - moment) < before / 1000);
    const TimeRange zoomed = s.view.range();
    s.wheel({x, 200}, -120, Qt::ShiftModifier);
    QVERIFY(s.view.range().from > zoomed.from);
    QVERIFY(std::abs(s.view.range().span() - zoomed.span()) < 1);
    s.wheel({x, 200}, -480, Qt::ControlModifier);
    QVERIFY(std::abs(s.view.range().span() - before) < before / 1000);
}

void TestWaterfallView::keysZoomAndPan()
{
    Shown s;
    QTest::keyClick(&s.view, Qt::Key_0);
    const TimeRange all = s.view.range();
    QTest::keyClick(&s.view, Qt::Key_Plus);
    QVERIFY(s.view.range().span() < all.span());
    const TimeRange near = s.view.range();
    QTest::keyClick(&s.view, Qt::Key_Right);
    QVERIFY(s.view.range().from > near.from);
    QTest::keyClick(&s.view, Qt::Key_Left);
    QVERIFY(std::abs(s.view.range().from - near.from) < 1);
    QTest::keyClick(&s.view, Qt::Key_Minus);
    QVERIFY(std::abs(s.view.range().span() - all.span()) < 1);
    QTest::mouseClick(s.find<QToolButton>("zoomInButton"), Qt::LeftButton);
    QVERIFY(s.view.range().span() < all.span());
    QTest::mouseClick(s.find<QToolButton>("zoomOutButton"), Qt::LeftButton);
    QTest::mouseClick(s.find<QToolButton>("fitButton"), Qt::LeftButton);
    QCOMPARE(s.view.range(), all);
}

void TestWaterfallView::someOfTheRunStaysInView()
{
    Shown s;
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right}) {
        for (int i = 0; i < 500; ++i)
            QTest::keyClick(&s.view, key);
        QVERIFY(s.view.range().to > 0);
        QVERIFY(s.view.range().from < static_cast<double>(s.now));
    }
    for (int i = 0; i < 200; ++i)
        QTest::keyClick(&s.view, Qt::Key_Minus);
    QVERIFY(s.view.range().span() <= 86'400e6);
    QVERIFY(s.view.range().from < static_cast<double>(s.now) && s.view.range().to > 0);
    for (int i = 0; i < 300; ++i)
        QTest::keyClick(&s.view, Qt::Key_Plus);
    QVERIFY(s.view.range().span() >= timescale::kMinSpan);
    QVERIFY(!s.page.grab().isNull()); // no figure runs over at either end
}

void TestWaterfallView::fitShowsEverything()
{
    Shown s;
    QTest::keyClick(&s.view, Qt::Key_0);
    for (int row = 0; row < s.model.rows(); ++row) {
        const QRect bar = s.view.barRect(row);
        QVERIFY(bar.left() >= s.chartRect().left() && bar.right() <= s.chartRect().right());
        QVERIFY(bar.width() >= 2);
    }
}

void TestWaterfallView::barsInFlightGrow()
{
    Shown s;
    QTest::mouseClick(s.find<QPushButton>("inFlightButton"), Qt::LeftButton);
    s.view.fit();
    const int right = s.view.barRect(0).right();
    int row = 0;
    for (; row < s.model.rows(); ++row)
        QVERIFY(std::abs(s.view.barRect(row).right() - right) <= 1); // all of them end now
    s.goOn(20'000);
    for (row = 0; row < s.model.rows() && !s.model.bar(row).inFlight(); ++row) { }
    QVERIFY(row < s.model.rows());
    QVERIFY(s.view.barRect(row).right() > right);
}

void TestWaterfallView::clickMeansTheRequestThatWasPressed()
{
    Shown s;
    QSignalSpy activated(&s.view, &WaterfallView::rowActivated);
    const int row = s.model.rows() - 10;
    const quint64 id = s.model.bar(row).item.id;
    const QPoint at(30, s.view.rowRect(row).center().y());
    QTest::mousePress(s.viewport(), Qt::LeftButton, {}, at);
    s.goOn();
    QVERIFY(s.view.rowAt(at) < 0 || s.model.bar(s.view.rowAt(at)).item.id != id); // moved on under the pointer
    QTest::mouseRelease(s.viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(s.model.bar(activated.first().first().toInt()).item.id, id);
}

void TestWaterfallView::toolTipTellsTheBarUnderThePointer()
{
    Shown s;
    s.view.fit();
    const int row = s.view.rowAt({30, 300});
    QVERIFY(row >= 0);
    QHelpEvent help(QEvent::ToolTip, {30, 300}, s.viewport()->mapToGlobal(QPoint(30, 300)));
    QCoreApplication::sendEvent(s.viewport(), &help);
    const QString url = QString::fromLatin1(s.model.url(s.model.bar(row)));
    QVERIFY2(QToolTip::text().startsWith(url), qPrintable(QToolTip::text()));
    const QString hint = s.label("figuresLabel");
    QTest::mouseMove(s.viewport(), {30, 300});
    QTRY_COMPARE(s.view.pointedRow(), row);
    QVERIFY(s.label("figuresLabel") != hint);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(s.viewport(), &leave);
    QCOMPARE(s.view.pointedRow(), -1);
    QCOMPARE(s.label("figuresLabel"), hint);
    QToolTip::hideText();
}

void TestWaterfallView::paintingIsQuick()
{
    Shown s;
    const test::WaterfallSample busy(9'000, 512);
    s.page.setRun(busy.urls(), nullptr);
    s.page.apply(busy.at(1'000'000));
    QVERIFY(s.model.rows() >= 800);
    s.view.resize(1280, s.model.rows() * s.view.rowHeight() + 40); // every bar is painted
    s.view.fit();
    QImage image(s.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    s.viewport()->render(&image); // icons and names are made once
    const auto best = [](const std::function<void()> &work) { // processor time: other programs run beside
        std::clock_t least = std::numeric_limits<std::clock_t>::max();
        for (int i = 0; i < 8; ++i) {
            const std::clock_t begin = std::clock();
            work();
            least = std::min(least, std::clock() - begin);
        }
        return 1e3 * static_cast<double>(least) / CLOCKS_PER_SEC;
    };
    const double all = best([&] { s.viewport()->render(&image); });
    s.view.resize(1280, 800);
    QImage screen(s.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    const double page = best([&] { s.viewport()->render(&screen); });
    qint64 now = 1'000'000;
    const double taken = best([&] { s.page.apply(busy.at(now += 1)); }) - best([&] { (void)busy.at(now); });
    qInfo("%d bars: all painted in %.1f ms, those in view in %.1f ms; a picture taken over in %.1f ms", s.model.rows(),
          all, page, taken);
    // Sanity bounds: builds without optimisation run here, too.
    QVERIFY(all < 500);
    QVERIFY(page < 100);
}

QTEST_MAIN(TestWaterfallView)
#include "tst_waterfallview.moc"
