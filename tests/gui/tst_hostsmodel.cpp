// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/hostsample.h"
#include "gui/models/hostsmodel.h"
#include "gui/models/hoststate.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

HostsUpdate changeOf(HostRow row)
{
    HostsUpdate update;
    update.changed.push_back(std::move(row));
    return update;
}

/// A model with a clock of its own; every rule of item models is checked all the time.
struct Fixture
{
    qint64 now = 1'795'291'200'000;
    HostsModel model {nullptr, [this] { return now; }};
    QAbstractItemModelTester tester {&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    [[nodiscard]] QString text(int row, int column) const { return model.index(row, column).data().toString(); }
    [[nodiscard]] bool inOrder(int column, bool descending) const
    {
        for (int row = 1; row < model.rowCount(); ++row) {
            const QVariant a = model.index(row - 1, column).data(HostsModel::SortRole);
            const QVariant b = model.index(row, column).data(HostsModel::SortRole);
            const bool less =
                column == HostsModel::Host ? a.toByteArray() < b.toByteArray() : a.toDouble() < b.toDouble();
            const bool more =
                column == HostsModel::Host ? a.toByteArray() > b.toByteArray() : a.toDouble() > b.toDouble();
            if (descending ? less : more)
                return false;
        }
        return true;
    }
};

} // namespace

class TestHostsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void deltasChangeRowsInPlace();
    void signalsDoNotGrowWithTheUpdate();
    void sortsByEveryColumn_data();
    void sortsByEveryColumn();
    void sortedRowsDoNotMoveByThemselves();
    void filterCountsAndTakesNewHosts();
    void allAgainKeepsTheRows();
    void anotherRunIsAnother();
    void manyHostsAreSortedBesideTheWindow();
    void newsDuringASortAreNotLost();
    void waitsCountDown();
    void everyStateHasWordsAndAnIcon();
    void hostileNamesAreHarmless();
};

void TestHostsModel::deltasChangeRowsInPlace()
{
    Fixture f;
    f.model.apply(test::hostSample(30));
    QCOMPARE(f.model.rowCount(), 30);
    QCOMPARE(f.model.total(), std::size_t {30});
    HostRow row = f.model.host(17);
    row.done = 12'345;
    QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&f.model, &QAbstractItemModel::modelReset);
    f.model.apply(changeOf(row));
    QCOMPARE(f.text(17, HostsModel::Done), u"12,345"_s);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 17);
    QCOMPARE(changed.first().at(1).toModelIndex().row(), 17);
    row.id = 30;
    row.key = "new.example:80";
    f.model.apply(changeOf(row));
    QCOMPARE(f.text(30, HostsModel::Host), u"new.example:80"_s);
    QCOMPARE(reset.count(), 0);
}

void TestHostsModel::signalsDoNotGrowWithTheUpdate()
{
    Fixture f;
    f.model.apply(test::hostSample(2'000));
    HostsUpdate update = test::hostSample(3'000); // 2,000 changes and 1,000 new ones
    update.all = false;
    QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(&f.model, &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(&f.model, &QAbstractItemModel::modelReset);
    QSignalSpy counts(&f.model, &HostsModel::countsChanged);
    f.model.apply(update);
    QCOMPARE(f.model.rowCount(), 3'000);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(counts.count(), 1);
    f.model.apply({});
    QCOMPARE(changed.count() + inserted.count() + reset.count() + counts.count(), 3);
}

void TestHostsModel::sortsByEveryColumn_data()
{
    QTest::addColumn<int>("column");
    for (int column = 0; column < HostsModel::kColumns; ++column)
        QTest::addRow("%d", column) << column;
}

void TestHostsModel::sortsByEveryColumn()
{
    QFETCH(int, column);
    Fixture f;
    f.model.apply(test::hostSample(300));
    f.model.sort(column, Qt::AscendingOrder);
    QVERIFY(f.inOrder(column, false));
    f.model.sort(column, Qt::DescendingOrder);
    QVERIFY(f.inOrder(column, true));
    QCOMPARE(f.model.rowCount(), 300);
    f.model.sort(-1, Qt::AscendingOrder);
    for (int row = 0; row < 300; ++row)
        QCOMPARE(f.model.host(row).id, static_cast<quint32>(row));
}

void TestHostsModel::sortedRowsDoNotMoveByThemselves()
{
    Fixture f;
    f.model.apply(test::hostSample(50));
    f.model.sort(HostsModel::Done, Qt::DescendingOrder);
    QVERIFY(!f.model.stale());
    HostRow last = f.model.host(49);
    const quint32 id = last.id;
    last.done = 1'000'000;
    f.model.apply(changeOf(last));
    QCOMPARE(f.model.rowOf(id), 49);
    QVERIFY(f.model.stale());
    last.id = 50;
    last.key = "new.example:80";
    f.model.apply(changeOf(last));
    QCOMPARE(f.model.rowCount(), 50);
    QCOMPARE(f.model.pending(), std::size_t {1});
    f.model.sortAgain();
    QCOMPARE(f.model.rowCount(), 51);
    QVERIFY(f.inOrder(HostsModel::Done, true));
    QVERIFY(!f.model.stale());
    QCOMPARE(f.model.rowOf(id), 0);
}

void TestHostsModel::filterCountsAndTakesNewHosts()
{
    Fixture f;
    f.model.apply(test::hostSample(100));
    f.model.setFilter(u" SHOP.example "_s);
    QVERIFY(f.model.rowCount() > 0 && f.model.rowCount() < 100);
    const int shown = f.model.rowCount();
    HostRow row;
    row.id = 100;
    row.key = "other.example:80";
    f.model.apply(changeOf(row));
    QCOMPARE(f.model.rowCount(), shown);
    row.id = 101;
    row.key = "my.shop.example.org:80";
    f.model.apply(changeOf(row));
    QCOMPARE(f.model.rowCount(), shown + 1);
    QCOMPARE(f.model.total(), std::size_t {102});
    f.model.setFilter({});
    QCOMPARE(f.model.rowCount(), 102);
}

void TestHostsModel::allAgainKeepsTheRows()
{
    Fixture f;
    f.model.apply(test::hostSample(40));
    f.model.sort(HostsModel::Host, Qt::DescendingOrder);
    const quint32 first = f.model.host(0).id;
    QSignalSpy reset(&f.model, &QAbstractItemModel::modelReset);
    f.model.apply(test::hostSample(45)); // the page is shown again
    QCOMPARE(reset.count(), 0);
    QCOMPARE(f.model.host(0).id, first);
    QCOMPARE(f.model.pending(), std::size_t {5});
}

void TestHostsModel::anotherRunIsAnother()
{
    Fixture f;
    f.model.apply(test::hostSample(40));
    HostsUpdate other = test::hostSample(3);
    f.model.apply(other); // fewer than known: not the same run
    QCOMPARE(f.model.rowCount(), 3);
    other.changed[1].key = "another.example:80";
    f.model.apply(other);
    QCOMPARE(f.model.rowCount(), 3);
    QCOMPARE(f.text(1, HostsModel::Host), u"another.example:80"_s);
    f.model.clear();
    QCOMPARE(f.model.rowCount(), 0);
    QCOMPARE(f.model.total(), std::size_t {0});
}

void TestHostsModel::manyHostsAreSortedBesideTheWindow()
{
    qint64 now = 0;
    HostsModel model(nullptr, [&now] { return now; });
    constexpr quint32 count = 120'000;
    model.apply(test::hostSample(count));
    QSignalSpy swapped(&model, &HostsModel::swapped);
    model.sort(HostsModel::Host, Qt::AscendingOrder);
    QVERIFY(model.busy());
    QCOMPARE(swapped.count(), 0); // the call itself sorted nothing
    model.sort(HostsModel::P50, Qt::DescendingOrder); // the first one is of no use any more
    QTRY_VERIFY(!model.busy());
    QCOMPARE(swapped.count(), 1);
    QCOMPARE(model.rowCount(), static_cast<int>(count));
    for (int row = 1; row < model.rowCount(); ++row)
        QVERIFY(model.host(row - 1).p50Micros >= model.host(row).p50Micros);
}

void TestHostsModel::newsDuringASortAreNotLost()
{
    qint64 now = 0;
    HostsModel model(nullptr, [&now] { return now; });
    constexpr quint32 count = HostsModel::kDirectRows + 10;
    model.apply(test::hostSample(count));
    model.sort(HostsModel::Done, Qt::AscendingOrder);
    QVERIFY(model.busy());
    HostRow row;
    row.id = count;
    row.key = "late.example:80";
    model.apply(changeOf(row));
    QTRY_VERIFY(!model.busy());
    QCOMPARE(model.rowCount(), static_cast<int>(count));
    QCOMPARE(model.pending(), std::size_t {1});
    model.sortAgain();
    QTRY_COMPARE(model.rowCount(), static_cast<int>(count) + 1);
}

void TestHostsModel::waitsCountDown()
{
    Fixture f;
    HostRow row;
    row.key = "a.example:443";
    row.queued = 3;
    row.wait = {WaitReason::HostRetryAfter, row.key, 31'000, 3};
    f.model.apply(changeOf(row));
    QVERIFY2(f.text(0, HostsModel::State).endsWith(u"31 s left"), qPrintable(f.text(0, HostsModel::State)));
    const QString at = QDateTime::fromMSecsSinceEpoch(f.now + 31'000).time().toString(u"HH:mm:ss"_s);
    QCOMPARE(f.text(0, HostsModel::Next), at);
    f.now += 10'000;
    QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
    f.model.tick();
    QCOMPARE(changed.count(), 1);
    QVERIFY(f.text(0, HostsModel::State).endsWith(u"21 s left"));
    QCOMPARE(f.text(0, HostsModel::Next), at); // a moment, not a time left
    f.now += 22'000;
    QVERIFY(!f.text(0, HostsModel::State).contains(u"left"));
}

void TestHostsModel::everyStateHasWordsAndAnIcon()
{
    Fixture f;
    QSet<QString> words;
    for (int reason = 0; reason < kWaitReasonCount; ++reason) {
        HostRow row;
        row.id = static_cast<quint32>(reason);
        row.key = "a.example";
        row.inFlight = 1;
        row.wait = {static_cast<WaitReason>(reason), row.key, 6, 1};
        const QString text = hoststate::words(row, -1);
        QVERIFY2(!text.isEmpty() && !words.contains(text) && text.at(0) == text.at(0).toUpper(), qPrintable(text));
        words.insert(text);
        QVERIFY(QByteArrayView(hoststate::lookOf(row).icon).size() > 0);
    }
    HostRow row;
    row.wait.reason = WaitReason::None;
    const QString ended = hoststate::words(row, -1);
    row.queued = 1;
    const QString ready = hoststate::words(row, -1);
    row.paused = true;
    const QString paused = hoststate::words(row, -1);
    QVERIFY(ended != ready && ready != paused && !words.contains(ended) && !words.contains(ready));
}

void TestHostsModel::hostileNamesAreHarmless()
{
    Fixture f;
    HostRow row;
    row.key = "<b>a\xe2\x80\xae.example";
    f.model.apply(changeOf(row));
    QCOMPARE(f.text(0, HostsModel::Host), u"<b>a\\u202e.example"_s);
    const QString tip = f.model.index(0, HostsModel::Host).data(Qt::ToolTipRole).toString();
    QVERIFY2(!tip.contains(u"<b>"), qPrintable(tip));
}

QTEST_GUILESS_MAIN(TestHostsModel)
#include "tst_hostsmodel.moc"
