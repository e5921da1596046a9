// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/format.h"
#include "gui/models/waterfallmodel.h"
#include "gui/models/waterfalltext.h"
#include "gui/waterfallsample.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;
using Show = WaterfallModel::Show;
using Stage = FlightState::Stage;

namespace {

WaterfallItem flight(quint64 serial, qint64 start, quint32 entry = 0)
{
    WaterfallItem item;
    item.id = (serial << 32U) | entry;
    item.entry = entry;
    item.startMicros = start;
    return item;
}

WaterfallItem over(WaterfallItem item, quint16 status, ErrorId error = ErrorId::None, bool failed = false)
{
    item.ended = true;
    item.status = status;
    item.error = error;
    item.failed = failed;
    item.times.total = 1'000;
    return item;
}

std::shared_ptr<const WaterfallSnapshot> picture(std::vector<WaterfallItem> ended, std::vector<WaterfallItem> inFlight,
                                                 quint64 endedTotal = 0)
{
    auto out = std::make_shared<WaterfallSnapshot>();
    out->nowMicros = 50'000;
    out->endedTotal = std::max<quint64>(endedTotal, ended.size());
    out->ended = std::move(ended);
    out->inFlight = std::move(inFlight);
    return out;
}

std::vector<quint64> serials(const WaterfallModel &model)
{
    std::vector<quint64> out;
    for (int row = 0; row < model.rows(); ++row)
        out.push_back(model.bar(row).item.id >> 32U);
    return out;
}

} // namespace

Q_DECLARE_METATYPE(crawlscope::gui::WaterfallBar)

class TestWaterfallModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void followsAWholeRun_data();
    void followsAWholeRun();
    void rowsAreInOrderOfStart();
    void selectionStaysOnItsRequest();
    void heldRowsStay();
    void heldRowsGoOnToTheirEnd();
    void filtersChoose();
    void hostFilter_data();
    void hostFilter();
    void anotherRunStartsEmpty();
    void states_data();
    void states();
    void toolTipHasEveryFigure();
    void foreignTextIsHarmless();
    void tableHasEveryFigure();
};

void TestWaterfallModel::followsAWholeRun_data()
{
    QTest::addColumn<bool>("filtered");
    QTest::newRow("all") << false;
    QTest::newRow("filtered") << true;
}

void TestWaterfallModel::followsAWholeRun()
{
    QFETCH(bool, filtered);
    const test::WaterfallSample run(1'500, 60);
    WaterfallModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRun(run.urls());
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy refreshed(&model, &WaterfallModel::refreshed);
    if (filtered)
        model.setFilter(Show::InFlight, u"example"_s);
    refreshed.clear();
    int pictures = 0;
    for (qint64 now = 0; now < run.end() + 100'000; now += 100'000, ++pictures) {
        model.setHeld(pictures % 10 > 6);
        const auto seen = run.at(now);
        refreshed.clear();
        model.apply(seen);
        QCOMPARE(refreshed.count(), 1);
        if (model.held())
            continue;
        QCOMPARE(model.total(), static_cast<int>(seen->ended.size() + seen->inFlight.size()));
        QCOMPARE(model.inFlight(), static_cast<int>(seen->inFlight.size()));
        QCOMPARE(model.rowCount(), filtered ? model.inFlight() : model.total());
        for (int row = 1; row < model.rows(); ++row)
            QVERIFY(model.bar(row - 1).item.startMicros <= model.bar(row).item.startMicros);
    }
    model.setHeld(false);
    QVERIFY(pictures > 30);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(model.inFlight(), 0);
    QCOMPARE(model.total(), static_cast<int>(WaterfallCollector::kMaxEnded));
}

void TestWaterfallModel::rowsAreInOrderOfStart()
{
    WaterfallModel model;
    model.setRun(UrlList::parse("http://a.example/"));
    model.apply(picture({over(flight(3, 30), 200), over(flight(1, 10), 200)}, {flight(4, 30), flight(2, 20)}));
    QCOMPARE(serials(model), (std::vector<quint64> {1, 2, 3, 4}));
    QCOMPARE(model.nowMicros(), 50'000);
}

void TestWaterfallModel::selectionStaysOnItsRequest()
{
    WaterfallModel model;
    model.setRun(UrlList::parse("http://a.example/"));
    model.apply(picture({over(flight(1, 10), 200), over(flight(2, 20), 200)}, {flight(3, 30)}));
    const QPersistentModelIndex kept = model.index(2, 0);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.apply(picture({over(flight(2, 20), 200), over(flight(3, 30), 404)}, {flight(4, 40), flight(5, 50)}));
    QCOMPARE(kept.row(), 1);
    QCOMPARE(model.bar(kept.row()).item.status, 404);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
    QCOMPARE(changed.first().at(1).toModelIndex().row(), 1);
}

void TestWaterfallModel::heldRowsStay()
{
    WaterfallModel model;
    model.setRun(UrlList::parse("http://a.example/"));
    model.apply(picture({over(flight(1, 10), 200)}, {flight(2, 20)}, 10));
    model.setHeld(true);
    QCOMPARE(model.newer(), 0U);
    model.apply(picture({over(flight(7, 70), 200)}, {flight(2, 20), flight(8, 80)}, 15));
    QCOMPARE(serials(model), (std::vector<quint64> {1, 2}));
    QCOMPARE(model.newer(), 6U); // 11 had begun, now 17
    model.setHeld(false);
    QCOMPARE(model.newer(), 0U);
    QCOMPARE(serials(model), (std::vector<quint64> {2, 7, 8}));
}

void TestWaterfallModel::heldRowsGoOnToTheirEnd()
{
    WaterfallModel model;
    model.setRun(UrlList::parse("http://a.example/"));
    model.apply(picture({}, {flight(1, 10), flight(2, 20), flight(3, 30)}));
    model.setFilter(Show::InFlight, {});
    model.setHeld(true);
    WaterfallItem receiving = flight(3, 30);
    receiving.stage = Stage::Receiving;
    model.apply(picture({over(flight(1, 10), 500, ErrorId::None, true)}, {receiving}));
    QCOMPARE(model.rows(), 3); // one that ended does not vanish from under the pointer
    QVERIFY(model.bar(0).item.ended);
    QCOMPARE(model.failed(), 1);
    QVERIFY(model.bar(1).lost); // ended, and so long ago that its figures are gone
    QVERIFY(!model.bar(1).inFlight());
    QCOMPARE(model.bar(2).item.stage, Stage::Receiving);
    QCOMPARE(model.inFlight(), 1);
    QVERIFY(!waterfalltext::state(model.bar(1)).isEmpty());
    QCOMPARE(waterfalltext::total(model.bar(1), 99'000), u"–"_s);
    model.setHeld(false);
    QCOMPARE(serials(model), (std::vector<quint64> {3}));
}

void TestWaterfallModel::filtersChoose()
{
    WaterfallModel model;
    model.setRun(UrlList::parse("http://a.example/\nhttp://b.example:81/x\n"));
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.apply(picture({over(flight(1, 10), 200), over(flight(2, 20, 1), 404, ErrorId::None, true),
                         over(flight(3, 30), 0, ErrorId::ConnectRefused, true)},
                        {flight(4, 40), flight(5, 50, 1)}));
    QVERIFY(!model.filtered());
    model.setFilter(Show::Failed, {});
    QCOMPARE(serials(model), (std::vector<quint64> {2, 3}));
    model.setFilter(Show::Failed, u"b.ex"_s);
    QCOMPARE(serials(model), (std::vector<quint64> {2}));
    model.setFilter(Show::InFlight, u"b.ex"_s);
    QCOMPARE(serials(model), (std::vector<quint64> {5}));
    QVERIFY(model.filtered());
    QCOMPARE(model.total(), 5);
    QCOMPARE(model.failed(), 2);
    model.setFilter(Show::All, {});
    QCOMPARE(serials(model), (std::vector<quint64> {1, 2, 3, 4, 5}));
    model.setFilter(Show::InFlight, {});
    model.apply(picture({over(flight(4, 40), 200)}, {flight(5, 50, 1)}));
    QCOMPARE(serials(model), (std::vector<quint64> {5}));
}

void TestWaterfallModel::hostFilter_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("found");
    QTest::newRow("part") << u"exam"_s << true;
    QTest::newRow("case") << u" WWW.Example "_s << true;
    QTest::newRow("port") << u":8080"_s << true;
    QTest::newRow("path is no host") << u"needle"_s << false;
    QTest::newRow("scheme is no host") << u"http"_s << false;
    QTest::newRow("another") << u"other"_s << false;
    QTest::newRow("empty") << u"  "_s << true;
}

void TestWaterfallModel::hostFilter()
{
    QFETCH(QString, host);
    QFETCH(bool, found);
    WaterfallModel model;
    model.setRun(UrlList::parse("http://www.example.org:8080/needle?needle=http"));
    model.apply(picture({}, {flight(1, 10)}));
    model.setFilter(Show::All, host);
    QCOMPARE(model.rows(), found ? 1 : 0);
}

void TestWaterfallModel::anotherRunStartsEmpty()
{
    WaterfallModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.apply(picture({over(flight(1, 10), 200)}, {})); // of no run: not for this model
    QCOMPARE(model.rows(), 0);
    model.setRun(UrlList::parse("http://a.example/"));
    model.apply(picture({over(flight(1, 10), 200)}, {}));
    model.setHeld(true);
    model.setRun(UrlList::parse("http://b.example/"));
    QVERIFY(!model.held());
    QCOMPARE(model.rows(), 0);
    QCOMPARE(model.total(), 0);
    model.apply(picture({over(flight(1, 10), 200)}, {}));
    QCOMPARE(model.label(model.bar(0)), u"b.example/"_s);
}

void TestWaterfallModel::states_data()
{
    QTest::addColumn<WaterfallBar>("bar");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("caption");
    QTest::addColumn<QByteArray>("icon");
    const auto row = [](const char *name, const WaterfallItem &item, const QString &state, const QString &caption,
                        const char *icon) {
        WaterfallBar bar;
        bar.item = item;
        QTest::newRow(name) << bar << state << caption << QByteArray(icon);
    };
    WaterfallItem item = flight(1, 10'000);
    row("connecting", item, u"In flight: Connect"_s, u"Connect · 40 ms"_s, "hourglass");
    item.stage = Stage::Waiting;
    row("waiting", item, u"In flight: Wait"_s, u"Wait · 40 ms"_s, "hourglass");
    item.stage = Stage::Receiving;
    row("receiving", item, u"In flight: Receive"_s, u"Receive · 40 ms"_s, "hourglass");
    row("ok", over(item, 200), u"200 OK"_s, u"1.0 ms"_s, "circle-check");
    row("redirect", over(item, 301), u"301 Moved Permanently"_s, u"1.0 ms"_s, "arrow-forward-up");
    row("status", over(item, 404, ErrorId::None, true), u"404 Not Found"_s, u"1.0 ms · 404 Not Found"_s,
        "alert-triangle");
    row("odd status", over(item, 799, ErrorId::None, true), u"799"_s, u"1.0 ms · 799"_s, "circle-dashed");
    row("error", over(item, 0, ErrorId::ConnectRefused, true), u"Connection refused"_s,
        u"1.0 ms · Connection refused"_s, "plug-connected-x");
    row("cut short", over(item, 200, ErrorId::IdleTimeout, true), u"Stalled in the body"_s,
        u"1.0 ms · Stalled in the body"_s, "plug-connected-x");
    row("cancelled", over(item, 0, ErrorId::Cancelled), u"Cancelled"_s, u"1.0 ms · Cancelled"_s, "circle-minus");
}

void TestWaterfallModel::states()
{
    QFETCH(WaterfallBar, bar);
    QFETCH(QString, state);
    QFETCH(QString, caption);
    QFETCH(QByteArray, icon);
    QCOMPARE(waterfalltext::state(bar), state);
    QCOMPARE(waterfalltext::caption(bar, 50'000), caption);
    QCOMPARE(QByteArray(waterfalltext::look(bar).icon), icon);
}

void TestWaterfallModel::toolTipHasEveryFigure()
{
    WaterfallItem item = over(flight(1, 12'304'000), 200);
    item.hop = 2;
    item.url = "http://b.example/there";
    item.connection = ConnectionUse::Reused;
    item.httpVersion = HttpVersion::Http2;
    item.wireBytes = 9'100;
    item.times.queued = 5'000;
    item.times.wait = 120'250;
    item.times.receive = 3'000;
    item.times.total = 123'250;
    const WaterfallBar bar {item, false, {}, {}};
    const QStringList lines = waterfalltext::toolTip(bar, item.url, 0).split(u'\n');
    QCOMPARE(lines.size(), 15);
    for (const QString &line : {u"http://b.example/there"_s, u"200 OK"_s, u"Start, after that of the run: 12.304 s"_s,
                                u"Queued: 5.000 ms"_s, u"DNS: –"_s, u"Connect: –"_s, u"TLS, part of connect: –"_s,
                                u"Send: –"_s, u"Wait: 120.250 ms"_s, u"Receive: 3.000 ms"_s, u"Total: 123.250 ms"_s,
                                u"Body received: 9.1 kB"_s, u"Connection: reused"_s, u"HTTP version: 2"_s})
        QVERIFY2(lines.contains(line), qPrintable(line + u" not in\n"_s + lines.join(u'\n')));
    QVERIFY(lines.at(2).contains(u'2')); // redirects before
    const QString oneLine = waterfalltext::oneLine(bar, 0);
    for (const QString &part : {u"Queued 5.0 ms"_s, u"DNS –"_s, u"Wait 120 ms"_s, u"total 123 ms"_s})
        QVERIFY2(oneLine.contains(part), qPrintable(oneLine));
}

void TestWaterfallModel::foreignTextIsHarmless()
{
    WaterfallModel model;
    model.setRun(UrlList::parse("http://a.example/"));
    WaterfallItem item = over(flight(1, 10), 200);
    item.hop = 1;
    item.url = "http://user:secret@a.example/<b>x</b>\xe2\x80\xae" + QByteArray(9'000, 'x');
    model.apply(picture({item}, {}));
    const QString label = model.label(model.bar(0));
    QVERIFY(label.startsWith(u"a.example/<b>x</b>\\u202e"));
    QVERIFY(!label.contains(u"secret"));
    const QString tip = model.index(0, 0).data(Qt::ToolTipRole).toString();
    QVERIFY(!Qt::mightBeRichText(tip) || tip.contains(u"&lt;b&gt;"));
    QVERIFY(!tip.contains(u"<b>"));
    QVERIFY(tip.size() < 1'500);
}

void TestWaterfallModel::tableHasEveryFigure()
{
    WaterfallModel model;
    model.setRun(UrlList::parse("http://a.example/x?y"));
    WaterfallItem item = over(flight(1, 2'500'000), 200);
    item.times.queued = 2'000;
    item.times.wait = 800;
    model.apply(picture({item}, {}));
    QStringList cells;
    QSet<QString> headers;
    for (int column = 0; column < model.columnCount(); ++column) {
        cells << model.index(0, column).data().toString();
        headers.insert(model.headerData(column, Qt::Horizontal).toString());
    }
    QCOMPARE(cells,
             (QStringList {u"a.example/x?y"_s, u"200 OK"_s, u"2.500 s"_s, u"2.0 ms"_s, u"–"_s, u"–"_s, u"–"_s, u"–"_s,
                           u"0.8 ms"_s, u"–"_s, u"1.0 ms"_s}));
    QCOMPARE(headers.size(), WaterfallModel::kColumns);
    QVERIFY(!headers.contains(QString()));
}

QTEST_MAIN(TestWaterfallModel)
#include "tst_waterfallmodel.moc"
