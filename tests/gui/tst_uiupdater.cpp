// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/uiupdater.h"

#include <QSignalSpy>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;

namespace {

/// A crawl that hands out what a test puts in, and a clock that moves as the test says.
struct FakeRun
{
    CrawlUpdate next;
    int taken = 0;
    qint64 now = 0;
    qint64 perLook = 0; ///< µs that pass with every look at the clock
    std::vector<std::size_t> rowsPerTick;
    std::size_t eventsSeen = 0;

    void addRows(std::size_t count)
    {
        for (std::size_t i = 0; i < count; ++i) {
            ResultRow row;
            row.entry = static_cast<quint32>(m_entry++);
            row.state = RowState::Done;
            next.rows.push_back(row);
        }
    }
    UiUpdater::Source source()
    {
        return [this] {
            ++taken;
            return std::exchange(next, {});
        };
    }
    MonotonicClock clock()
    {
        return [this] {
            now += perLook;
            return now;
        };
    }
    void listen(UiUpdater *updater)
    {
        QObject::connect(updater, &UiUpdater::updated, updater, [this](const CrawlUpdate &update) {
            rowsPerTick.push_back(update.rows.size());
            eventsSeen += update.events.size();
        });
    }

private:
    std::size_t m_entry = 0;
};

} // namespace

class TestUiUpdater : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsGoIntoTheTableBeforeThePagesHear();
    void budgetBoundsATurn();
    void nothingIsTakenWhileRowsWait();
    void hostsAreToldOnce();
    void endsOnceEverythingIsTaken();
    void beatsByItselfAndThenIsSilent();
    void lagIsTheWorstSinceAsked();
    void intervalIsBounded();
};

void TestUiUpdater::rowsGoIntoTheTableBeforeThePagesHear()
{
    FakeRun run;
    UiUpdater updater(run.source(), run.clock());
    const auto table = std::make_shared<ResultTable>();
    std::size_t seen = 0;
    connect(&updater, &UiUpdater::updated, this, [&](const CrawlUpdate &update) {
        seen += update.rows.size();
        QCOMPARE(table->rowCount(), seen);
    });
    updater.start(table);
    run.addRows(1'000);
    updater.tick();
    run.addRows(10);
    updater.tick();
    updater.tick();
    QCOMPARE(seen, std::size_t {1'010});
    for (std::size_t row = 0; row < 1'010; ++row)
        QCOMPARE(table->record(row).entry, static_cast<quint32>(row)); // in order
}

void TestUiUpdater::budgetBoundsATurn()
{
    FakeRun run;
    UiUpdater updater(run.source(), run.clock());
    run.listen(&updater);
    updater.start(std::make_shared<ResultTable>());
    run.addRows(20'000);
    run.perLook = UiUpdater::kBudgetMicros / 4;
    updater.tick();
    QCOMPARE(run.rowsPerTick.size(), std::size_t {1});
    QVERIFY(run.rowsPerTick[0] >= UiUpdater::kChunkRows);
    QVERIFY(run.rowsPerTick[0] <= 5 * UiUpdater::kChunkRows);
    run.perLook = 10 * UiUpdater::kBudgetMicros; // even a crawling machine gets on
    updater.tick();
    QCOMPARE(run.rowsPerTick[1], UiUpdater::kChunkRows);
}

void TestUiUpdater::nothingIsTakenWhileRowsWait()
{
    FakeRun run;
    UiUpdater updater(run.source(), run.clock());
    run.listen(&updater);
    const auto table = std::make_shared<ResultTable>();
    updater.start(table);
    run.perLook = UiUpdater::kBudgetMicros;
    run.addRows(3 * UiUpdater::kChunkRows);
    run.next.events.resize(2);
    updater.tick();
    QCOMPARE(run.taken, 1);
    updater.tick();
    updater.tick();
    QCOMPARE(run.taken, 1); // the engine sees a slow window
    QCOMPARE(table->rowCount(), 3 * UiUpdater::kChunkRows);
    updater.tick();
    QCOMPARE(run.taken, 2);
    QCOMPARE(run.eventsSeen, std::size_t {2}); // told once
}

void TestUiUpdater::hostsAreToldOnce()
{
    FakeRun run;
    UiUpdater updater(run.source(), run.clock());
    std::vector<std::size_t> told;
    connect(&updater, &UiUpdater::updated, this, [&told](const CrawlUpdate &update) {
        if (update.hosts)
            told.push_back(update.hosts->changed.size());
    });
    updater.start(std::make_shared<ResultTable>());
    run.perLook = UiUpdater::kBudgetMicros; // rows are left over for further turns
    run.addRows(3 * UiUpdater::kChunkRows);
    run.next.hosts = HostsUpdate {std::vector<HostRow>(7), true};
    for (int turn = 0; turn < 5; ++turn)
        updater.tick();
    QCOMPARE(told, std::vector<std::size_t> {7});
}

void TestUiUpdater::endsOnceEverythingIsTaken()
{
    FakeRun run;
    UiUpdater updater(run.source(), run.clock());
    QSignalSpy drained(&updater, &UiUpdater::drained);
    const auto table = std::make_shared<ResultTable>();
    updater.start(table);
    run.perLook = UiUpdater::kBudgetMicros;
    run.addRows(2 * UiUpdater::kChunkRows);
    updater.tick();
    run.addRows(UiUpdater::kChunkRows + 1); // came while rows waited
    updater.finish();
    QTRY_COMPARE(drained.count(), 1);
    QCOMPARE(table->rowCount(), 3 * UiUpdater::kChunkRows + 1);
    QVERIFY(!updater.active());
}

void TestUiUpdater::beatsByItselfAndThenIsSilent()
{
    FakeRun run;
    UiUpdater updater(run.source(), &steadyMicros);
    run.listen(&updater);
    QVERIFY(!updater.active());
    updater.start(std::make_shared<ResultTable>());
    QTRY_VERIFY(run.rowsPerTick.size() >= 3);
    updater.finish();
    QTRY_VERIFY(!updater.active());
    const std::size_t ticks = run.rowsPerTick.size();
    QCoreApplication::processEvents();
    QCOMPARE(run.rowsPerTick.size(), ticks);
}

void TestUiUpdater::lagIsTheWorstSinceAsked()
{
    FakeRun run;
    UiUpdater updater(run.source(), run.clock());
    updater.start(std::make_shared<ResultTable>());
    run.now += UiUpdater::kIntervalMs * 1000 + 40'000;
    updater.tick();
    run.now += UiUpdater::kIntervalMs * 1000 + 3'000;
    updater.tick();
    QCOMPARE(updater.takeLagMicros(), 40'000);
    QCOMPARE(updater.takeLagMicros(), 0);
}

void TestUiUpdater::intervalIsBounded()
{
    FakeRun run;
    UiUpdater updater(run.source(), run.clock());
    updater.setInterval(1); // never faster than ten times a second
    updater.start(std::make_shared<ResultTable>());
    run.now += UiUpdater::kIntervalMs * 1000;
    updater.tick();
    QCOMPARE(updater.takeLagMicros(), 0);
}

QTEST_MAIN(TestUiUpdater)
#include "tst_uiupdater.moc"
