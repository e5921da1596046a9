// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/resultcell.h"
#include "gui/models/resultfacets.h"
#include "gui/models/resultsmodel.h"
#include "gui/samplerun.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Counts what a view would have to react to.
struct Signals
{
    QSignalSpy inserted;
    QSignalSpy reset;
    QSignalSpy removed;
    QSignalSpy changed;
    explicit Signals(const ResultsModel &model)
        : inserted(&model, &QAbstractItemModel::rowsInserted)
        , reset(&model, &QAbstractItemModel::modelReset)
        , removed(&model, &QAbstractItemModel::rowsRemoved)
        , changed(&model, &QAbstractItemModel::dataChanged)
    {
    }
    void clear()
    {
        inserted.clear();
        reset.clear();
        removed.clear();
        changed.clear();
    }
};

std::vector<quint32> bruteForce(const SampleRun &run,
                                const std::function<bool(const ResultRecord &, QByteArrayView)> &keep)
{
    std::vector<quint32> rows;
    for (std::size_t row = 0; row < run.table->rowCount(); ++row) {
        const ResultRecord &record = run.table->record(row);
        if (keep(record, run.urls->url(record.entry)))
            rows.push_back(static_cast<quint32>(row));
    }
    return rows;
}

ResultFilter textFilter(const QString &text)
{
    ResultFilter filter;
    filter.text = text;
    return filter;
}

} // namespace

class TestResultsModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void emptyModel();
    void batchesAreOneInsertion();
    void filterEqualsBruteForce();
    void newRowsPassTheFilter();
    void newRowsPassAPatternOffTheThread();
    void manyNewRowsAreFilteredInThePool();
    void sortEqualsBruteForce_data();
    void sortEqualsBruteForce();
    void rowsWaitWhileSorted();
    void pendingCountsMatchesOnly();
    void staleQueryIsDropped();
    void anotherRunWhileAQueryRuns();
    void destroyedWhileAQueryRuns();
    void clearingFilterAndSortNeedsNoQuery();
    void rowsOfTableRows();
    void cellsShowFiguresAndDashes();
    void hostileTextIsShownAsText();
    void figuresAlignRight();
    void facetsAddUp();
};

void TestResultsModel::emptyModel()
{
    ResultsModel model(nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), kResultFieldCount + 1); // and what trying again showed
    model.rowsAppended();
    model.setFilter(textFilter(u"x"_s));
    model.sort(2, Qt::DescendingOrder);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.busy());
}

void TestResultsModel::batchesAreOneInsertion()
{
    SampleRun run(5'000);
    ResultsModel model(nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRun(run.urls, run.table);
    Signals spies(model);
    for (int batch = 1; batch <= 5; ++batch) {
        run.appendRows(1'000);
        model.rowsAppended();
        QCOMPARE(spies.inserted.count(), batch);
        QCOMPARE(model.rowCount(), batch * 1'000);
    }
    model.rowsAppended(); // nothing new
    QCOMPARE(spies.inserted.count(), 5);
    QCOMPARE(spies.reset.count() + spies.removed.count() + spies.changed.count(), 0);
    QCOMPARE(model.tableRow(4'321), 4'321U);
    QCOMPARE(model.indexBytes(), std::size_t {0}); // no index without filter and sort
}

void TestResultsModel::filterEqualsBruteForce()
{
    SampleRun run(200'000);
    run.appendRows(200'000);
    ResultsModel model(nullptr);
    model.setRun(run.urls, run.table);
    Signals spies(model);
    QSignalSpy swapped(&model, &ResultsModel::swapped);
    ResultFilter filter = textFilter(u"/PRODUCT/"_s);
    filter.statusClasses = (1U << static_cast<unsigned>(StatusClass::ClientError));
    filter.slowerThanMicros = 100'000;
    model.setFilter(filter);
    QVERIFY(model.busy());
    QCOMPARE(model.rowCount(), 200'000); // the old view until the new one is there
    QTRY_COMPARE(swapped.count(), 1);
    QCOMPARE(spies.reset.count(), 1);
    QCOMPARE(spies.inserted.count(), 0);
    const std::vector<quint32> expected = bruteForce(run, [](const ResultRecord &record, QByteArrayView url) {
        return url.contains("/product/") && record.status >= 400 && record.status < 500
            && record.times.total != PhaseTimes::kNotApplicable && record.times.total > 100'000;
    });
    QVERIFY(expected.size() > 100);
    QCOMPARE(model.shownTableRows(), expected);
    QCOMPARE(model.totalRows(), std::size_t {200'000});
}

void TestResultsModel::newRowsPassTheFilter()
{
    SampleRun run(3'000);
    run.appendRows(1'000);
    ResultsModel model(nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRun(run.urls, run.table);
    QSignalSpy swapped(&model, &ResultsModel::swapped);
    model.setFilter(textFilter(u"shop.example"_s));
    QTRY_COMPARE(swapped.count(), 1);
    Signals spies(model);
    run.appendRows(2'000);
    model.rowsAppended();
    QCOMPARE(spies.inserted.count(), 1);
    QCOMPARE(spies.reset.count(), 0);
    QCOMPARE(model.shownTableRows(),
             bruteForce(run, [](const ResultRecord &, QByteArrayView url) { return url.contains("shop.example"); }));
}

void TestResultsModel::newRowsPassAPatternOffTheThread()
{
    SampleRun run(3'000);
    run.appendRows(1'000);
    ResultsModel model(nullptr);
    model.setRun(run.urls, run.table);
    QSignalSpy swapped(&model, &ResultsModel::swapped);
    ResultFilter filter = textFilter(u"shop\\.example\\.com/.*7$"_s);
    filter.regularExpression = true;
    model.setFilter(filter);
    QTRY_COMPARE(swapped.count(), 1);
    const int before = model.rowCount();
    Signals spies(model);
    run.appendRows(1'000);
    model.rowsAppended();
    QCOMPARE(model.rowCount(), before); // a pattern is never run here
    run.appendRows(1'000);
    model.rowsAppended(); // while the first lot is being filtered
    const std::vector<quint32> expected = bruteForce(run, [](const ResultRecord &, QByteArrayView url) {
        return url.contains("shop.example.com/") && url.endsWith('7');
    });
    QTRY_COMPARE(model.shownTableRows(), expected);
    QVERIFY(spies.inserted.count() <= 2);
    QCOMPARE(spies.reset.count(), 0);
}

void TestResultsModel::manyNewRowsAreFilteredInThePool()
{
    SampleRun run(60'000);
    run.appendRows(10);
    ResultsModel model(nullptr);
    model.setRun(run.urls, run.table);
    QSignalSpy swapped(&model, &ResultsModel::swapped);
    model.setFilter(textFilter(u"docs.example"_s));
    QTRY_COMPARE(swapped.count(), 1);
    Signals spies(model);
    run.appendRows(59'990);
    model.rowsAppended();
    QCOMPARE(spies.inserted.count(), 0);
    QTRY_COMPARE(spies.inserted.count(), 1);
    QCOMPARE(model.shownTableRows(),
             bruteForce(run, [](const ResultRecord &, QByteArrayView url) { return url.contains("docs.example"); }));
}

void TestResultsModel::sortEqualsBruteForce_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<bool>("descending");
    QTest::newRow("status up") << static_cast<int>(ResultField::Status) << false;
    QTest::newRow("total down") << static_cast<int>(ResultField::TotalMs) << true;
    QTest::newRow("size down") << static_cast<int>(ResultField::BodyBytes) << true;
    QTest::newRow("line down") << static_cast<int>(ResultField::InputLine) << true;
}

void TestResultsModel::sortEqualsBruteForce()
{
    QFETCH(int, field);
    QFETCH(bool, descending);
    SampleRun run(20'000);
    run.appendRows(20'000);
    ResultsModel model(nullptr);
    model.setRun(run.urls, run.table);
    QSignalSpy swapped(&model, &ResultsModel::swapped);
    model.sort(field, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    QTRY_COMPARE(swapped.count(), 1);
    QCOMPARE(model.rowCount(), 20'000);
    std::vector<quint32> all = model.shownTableRows();
    QVariant last;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QVariant value = model.index(row, field).data(ResultsModel::SortRole);
        if (last.isValid() && value.isValid())
            QVERIFY(descending ? last.toLongLong() >= value.toLongLong() : last.toLongLong() <= value.toLongLong());
        if (value.isValid())
            last = value;
    }
    std::sort(all.begin(), all.end());
    QCOMPARE(all.front(), 0U);
    QVERIFY(std::adjacent_find(all.begin(), all.end()) == all.end()); // each row once
}

void TestResultsModel::rowsWaitWhileSorted()
{
    SampleRun run(3'000);
    run.appendRows(1'000);
    ResultsModel model(nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRun(run.urls, run.table);
    QSignalSpy swapped(&model, &ResultsModel::swapped);
    model.sort(static_cast<int>(ResultField::TotalMs), Qt::DescendingOrder);
    QTRY_COMPARE(swapped.count(), 1);
    Signals spies(model);
    run.appendRows(1'000);
    model.rowsAppended();
    run.appendRows(1'000);
    model.rowsAppended();
    QCOMPARE(model.rowCount(), 1'000);
    QCOMPARE(model.pendingRows(), std::size_t {2'000});
    QCOMPARE(spies.inserted.count() + spies.reset.count(), 0);
    model.mergePending();
    QTRY_COMPARE(swapped.count(), 2);
    QCOMPARE(model.rowCount(), 3'000);
    QCOMPARE(model.pendingRows(), std::size_t {0});
    QCOMPARE(spies.reset.count(), 1);
}

void TestResultsModel::pendingCountsMatchesOnly()
{
    SampleRun run(2'000);
    run.appendRows(1'000);
    ResultsModel model(nullptr);
    model.setRun(run.urls, run.table);
    QSignalSpy swapped(&model, &ResultsModel::swapped);
    model.setFilter(textFilter(u"shop.example"_s));
    model.sort(static_cast<int>(ResultField::TotalMs), Qt::AscendingOrder);
    QTRY_COMPARE(swapped.count(), 1);
    const std::size_t before = model.shownRows();
    run.appendRows(1'000);
    model.rowsAppended();
    const std::size_t matching =
        bruteForce(run, [](const ResultRecord &, QByteArrayView url) { return url.contains("shop.example"); }).size();
    QCOMPARE(model.pendingRows(), matching - before);
}

void TestResultsModel::staleQueryIsDropped()
{
    SampleRun run(100'000);
    run.appendRows(100'000);
    ResultsModel model(nullptr);
    model.setRun(run.urls, run.table);
    Signals spies(model);
    QSignalSpy swapped(&model, &ResultsModel::swapped);
    for (int i = 0; i < 20; ++i)
        model.setFilter(textFilter(u"page=%1"_s.arg(i))); // typing
    model.setFilter(textFilter(u"forum.example"_s));
    QTRY_VERIFY(!model.busy());
    QCOMPARE(swapped.count(), 1);
    QCOMPARE(spies.reset.count(), 1);
    QCOMPARE(model.shownTableRows(),
             bruteForce(run, [](const ResultRecord &, QByteArrayView url) { return url.contains("forum.example"); }));
}

void TestResultsModel::anotherRunWhileAQueryRuns()
{
    SampleRun first(100'000);
    first.appendRows(100'000);
    SampleRun second(10);
    second.appendRows(10);
    ResultsModel model(nullptr);
    model.setRun(first.urls, first.table);
    model.sort(static_cast<int>(ResultField::Url), Qt::AscendingOrder);
    QVERIFY(model.busy());
    model.setRun(second.urls, second.table);
    QTRY_VERIFY(!model.busy());
    QCOMPARE(model.rowCount(), 10);
    model.setRun(nullptr, nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestResultsModel::destroyedWhileAQueryRuns()
{
    SampleRun run(100'000);
    run.appendRows(100'000);
    const std::weak_ptr<ResultTable> table = run.table;
    {
        ResultsModel model(nullptr);
        model.setRun(run.urls, run.table);
        model.sort(static_cast<int>(ResultField::Url), Qt::AscendingOrder);
        QVERIFY(model.busy());
    }
    QCOMPARE(table.use_count(), 1); // the job is gone, too
}

void TestResultsModel::clearingFilterAndSortNeedsNoQuery()
{
    SampleRun run(5'000);
    run.appendRows(5'000);
    ResultsModel model(nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRun(run.urls, run.table);
    QSignalSpy swapped(&model, &ResultsModel::swapped);
    model.setFilter(textFilter(u"shop.example"_s));
    QTRY_COMPARE(swapped.count(), 1);
    model.setFilter({});
    QVERIFY(!model.busy());
    QCOMPARE(model.rowCount(), 5'000);
    QCOMPARE(swapped.count(), 2);
}

void TestResultsModel::rowsOfTableRows()
{
    SampleRun run(2'000);
    run.appendRows(2'000);
    ResultsModel model(nullptr);
    model.setRun(run.urls, run.table);
    QCOMPARE(model.rowsOfTableRows({7, 3, 5'000}), (std::vector<int> {3, 7}));
    QSignalSpy swapped(&model, &ResultsModel::swapped);
    model.sort(static_cast<int>(ResultField::InputLine), Qt::DescendingOrder);
    QTRY_COMPARE(swapped.count(), 1);
    QCOMPARE(model.rowOfTableRow(0), 1'999);
    QCOMPARE(model.rowsOfTableRows({1'999, 0, 9'999}), (std::vector<int> {0, 1'999}));
    model.setFilter(textFilter(u"no such text"_s));
    QTRY_COMPARE(swapped.count(), 2);
    QCOMPARE(model.rowOfTableRow(0), -1);
}

void TestResultsModel::cellsShowFiguresAndDashes()
{
    const auto urls = UrlList::parse("https://a.example/x\nhttps://b.example/y\n");
    auto table = std::make_shared<ResultTable>();
    ResultRow ok;
    ok.state = RowState::Done;
    ok.status = 200;
    ok.bodyBytes = 9'120;
    ok.wireBytes = 3'000;
    ok.times.total = 214'387;
    ok.times.wait = 200'000;
    ok.contentType = "text/html";
    ok.connection = ConnectionUse::Reused;
    ResultRow failed;
    failed.entry = 1;
    failed.state = RowState::Failed;
    failed.error = ErrorId::ConnectRefused;
    table->append({ok, failed});
    ResultsModel model(nullptr);
    model.setRun(urls, table);
    const auto cell = [&model](int row, ResultField field, int role = Qt::DisplayRole) {
        return model.index(row, static_cast<int>(field)).data(role).toString();
    };
    QCOMPARE(cell(0, ResultField::Status), u"200 OK"_s);
    QCOMPARE(cell(0, ResultField::BodyBytes), u"9.1 kB"_s);
    QCOMPARE(cell(0, ResultField::BodyBytes, Qt::ToolTipRole), u"9,120 byte(s)"_s);
    QCOMPARE(cell(0, ResultField::TotalMs), u"214 ms"_s);
    QCOMPARE(cell(0, ResultField::TotalMs, Qt::ToolTipRole), u"214.387 ms"_s);
    QCOMPARE(cell(0, ResultField::TotalMs, ResultsModel::SortRole), u"214387"_s);
    QCOMPARE(cell(0, ResultField::DnsMs), u"–"_s);
    QCOMPARE(cell(0, ResultField::FinalUrl), u"https://a.example/x"_s);
    QCOMPARE(cell(0, ResultField::Connection), u"reused"_s);
    QCOMPARE(cell(0, ResultField::Status, Qt::AccessibleTextRole), u"Status: 200 OK"_s);
    QCOMPARE(cell(1, ResultField::Status), u"Failed"_s);
    QCOMPARE(cell(1, ResultField::Error), u"Connection refused"_s);
    QCOMPARE(cell(1, ResultField::TotalMs), u"–"_s);
    QCOMPARE(cell(1, ResultField::BodyBytes), u"–"_s);
    QVERIFY(cell(1, ResultField::Error, Qt::ToolTipRole).contains(u"port"));
    QVERIFY(!model.index(1, static_cast<int>(ResultField::TotalMs)).data(ResultsModel::SortRole).isValid());
}

void TestResultsModel::hostileTextIsShownAsText()
{
    const auto urls = UrlList::parse("https://a.example/x\n");
    auto table = std::make_shared<ResultTable>();
    ResultRow row;
    row.state = RowState::Done;
    row.status = 299;
    row.reason = "<b>fine</b>";
    row.title = "<img src=x>\xe2\x80\xaename\n";
    table->append({row});
    ResultsModel model(nullptr);
    model.setRun(urls, table);
    const QModelIndex title = model.index(0, static_cast<int>(ResultField::Title));
    QCOMPARE(title.data().toString(), u"<img src=x>\\u202ename\\u000a"_s);
    const QString toolTip = title.data(Qt::ToolTipRole).toString();
    QVERIFY2(toolTip.contains(u"&lt;img") && !toolTip.contains(u"<img"), qPrintable(toolTip));
    QCOMPARE(model.index(0, static_cast<int>(ResultField::Status)).data().toString(), u"299 <b>fine</b>"_s);
}

void TestResultsModel::figuresAlignRight()
{
    SampleRun run(1);
    run.appendRows(1);
    ResultsModel model(nullptr);
    model.setRun(run.urls, run.table);
    for (int column = 0; column < model.columnCount(); ++column) {
        const auto alignment = model.index(0, column).data(Qt::TextAlignmentRole).value<Qt::Alignment>();
        const auto header = model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>();
        QCOMPARE(alignment, header);
        QCOMPARE(alignment.testFlag(Qt::AlignRight), resultcell::isFigure(static_cast<ResultField>(column)));
    }
}

void TestResultsModel::facetsAddUp()
{
    SampleRun run(50'000);
    run.appendRows(50'000);
    ResultFacets facets;
    facets.setRun(run.urls, run.table);
    int slices = 1;
    while (facets.update())
        ++slices;
    QCOMPARE(slices, 3); // in slices of 20,000
    quint64 classes = 0;
    quint64 errors = 0;
    for (int i = 0; i <= static_cast<int>(StatusClass::ServerError); ++i)
        classes += facets.ofClass(static_cast<StatusClass>(i));
    for (std::size_t i = 0; i < kErrorIdCount; ++i)
        errors += facets.ofError(static_cast<ErrorId>(i));
    QCOMPARE(classes, quint64 {50'000});
    QCOMPARE(errors, quint64 {50'000});
    QCOMPARE(facets.ofClass(StatusClass::ClientError),
             bruteForce(run, [](const ResultRecord &r, QByteArrayView) { return r.status / 100 == 4; }).size());
    const auto hosts = facets.hosts(2);
    QCOMPARE(hosts.size(), 2);
    QVERIFY(hosts[0].second >= hosts[1].second);
    QVERIFY(hosts[0].first.startsWith("www.") || hosts[0].first.contains("example"));
}

QTEST_MAIN(TestResultsModel)
#include "tst_resultsmodel.moc"
