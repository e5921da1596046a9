// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/changeorder.h"
#include "core/lab/comparedata.h"

#include <QtTest>

#include <numeric>

using namespace crawlscope;
using comparedata::done;

class TestChangeOrder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void orders_data();
    void orders();
    void figures();
    void cancelled();
};

namespace {

ResultRow failed(quint32 entry, ErrorId error, quint16 status)
{
    ResultRow row;
    row.entry = entry;
    row.state = RowState::Failed;
    row.error = error;
    row.status = status;
    return row;
}

/// Four changes: /b got slower, /a failed, /c has no row in B, /d is not in A.
struct Fixture
{
    CompareSide a;
    CompareSide b;
    std::vector<UrlChange> changes;

    Fixture()
    {
        auto before = std::make_shared<ResultTable>();
        ResultRow slow = done(0, 1'000);
        slow.bodyBytes = 50;
        ResultRow fails = done(1, 9'000);
        fails.bodyBytes = 7;
        before->append({slow, fails, done(2, 5'000)});
        a = {UrlList::parse("http://h/b\nhttp://h/a\nhttp://h/c\n"), before, {}};
        auto after = std::make_shared<ResultTable>();
        ResultRow moved = done(0, 11'000);
        moved.status = 204;
        moved.finalUrl = "http://a/elsewhere";
        ResultRow other = done(3, 2'000);
        other.status = 201;
        after->append({moved, failed(1, ErrorId::ConnectRefused, 0), other});
        b = {UrlList::parse("http://h/b\nhttp://h/a\nhttp://h/c\nhttp://h/d\n"), after, {}};
        changes = {{0, 0, 0, 0}, {1, 1, 1, 1}, {2, 2, 2, UrlChange::kNone}, {UrlChange::kNone, 3, UrlChange::kNone, 2}};
    }
    [[nodiscard]] std::vector<quint32> inOrder(ChangeField field, bool descending) const
    {
        std::vector<quint32> order(changes.size());
        std::iota(order.begin(), order.end(), 0U);
        if (!sortChanges(changes, a, b, field, descending, nullptr, &order))
            order.clear();
        return order;
    }
};

using Order = std::vector<quint32>;

} // namespace

void TestChangeOrder::orders_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<Order>("ascending");
    QTest::addColumn<Order>("descending");
    const auto row = [](const char *name, ChangeField field, const Order &ascending, const Order &descending) {
        QTest::newRow(name) << static_cast<int>(field) << ascending << descending;
    };
    row("url", ChangeField::Url, {1, 0, 2, 3}, {3, 2, 0, 1});
    row("status before: all alike, then none", ChangeField::StatusA, {0, 1, 2, 3}, {0, 1, 2, 3});
    row("status after: without one after those with", ChangeField::StatusB, {3, 0, 1, 2}, {1, 0, 3, 2});
    row("error after", ChangeField::ErrorB, {1, 0, 2, 3}, {1, 0, 2, 3});
    row("time before", ChangeField::TotalA, {0, 2, 1, 3}, {1, 2, 0, 3});
    row("time after", ChangeField::TotalB, {3, 0, 1, 2}, {0, 3, 1, 2});
    row("difference: one is known", ChangeField::Difference, {0, 1, 2, 3}, {0, 1, 2, 3});
    row("size before", ChangeField::BodyA, {2, 1, 0, 3}, {0, 1, 2, 3});
    row("ended at before", ChangeField::FinalUrlA, {1, 0, 2, 3}, {2, 0, 1, 3});
    row("ended at after", ChangeField::FinalUrlB, {0, 1, 3, 2}, {3, 1, 0, 2});
}

void TestChangeOrder::orders()
{
    QFETCH(const int, field);
    QFETCH(const Order, ascending);
    QFETCH(const Order, descending);
    const Fixture fixture;
    QCOMPARE(fixture.inOrder(static_cast<ChangeField>(field), false), ascending);
    QCOMPARE(fixture.inOrder(static_cast<ChangeField>(field), true), descending);
}

void TestChangeOrder::figures()
{
    const Fixture f;
    QCOMPARE(totalDifference(f.changes[0], f.a, f.b), std::optional<qint64>(10'000));
    QVERIFY(!totalDifference(f.changes[1], f.a, f.b)); // no time was measured
    QVERIFY(!totalDifference(f.changes[2], f.a, f.b));
    QCOMPARE(endedAt(f.b, 0).toByteArray(), QByteArray("http://a/elsewhere"));
    QCOMPARE(endedAt(f.a, 0).toByteArray(), QByteArray("http://h/b"));
    QVERIFY(endedAt(f.a, UrlChange::kNone).isEmpty());
    QCOMPARE(changedUrl(f.changes[3], f.a, f.b).toByteArray(), QByteArray("http://h/d"));
    // Those that got faster come before those that got slower.
    const auto urls = comparedata::listOf(1, 3);
    auto before = std::make_shared<ResultTable>();
    auto after = std::make_shared<ResultTable>();
    before->append({done(0, 5'000), done(1, 5'000), done(2, 5'000)});
    after->append({done(0, 6'000), done(1, 1'000), done(2, 4'000)});
    const CompareSide a {urls, before, {}};
    const CompareSide b {urls, after, {}};
    Order order {0, 1, 2};
    QVERIFY(
        sortChanges({{0, 0, 0, 0}, {1, 1, 1, 1}, {2, 2, 2, 2}}, a, b, ChangeField::Difference, false, nullptr, &order));
    QCOMPARE(order, (Order {1, 2, 0}));
}

void TestChangeOrder::cancelled()
{
    const Fixture fixture;
    const std::atomic<bool> stop = true;
    for (const ChangeField field : {ChangeField::Url, ChangeField::TotalB}) {
        Order order {0, 1, 2, 3};
        QVERIFY(!sortChanges(fixture.changes, fixture.a, fixture.b, field, false, &stop, &order));
    }
}

QTEST_GUILESS_MAIN(TestChangeOrder)
#include "tst_changeorder.moc"
