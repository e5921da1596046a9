// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/resultsmodel.h"
#include "gui/pages/resultspage.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTableView>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A run of three URLs whose rules are so called.
struct Run
{
    std::shared_ptr<const UrlList> urls =
        UrlList::parse("http://a.example/0\nhttp://a.example/1\nhttp://a.example/2\n");
    std::shared_ptr<ResultTable> table;

    explicit Run(const QByteArrayList &columns)
        : table(std::make_shared<ResultTable>(columns))
    {
        const std::vector<std::vector<QByteArray>> values {
            {"zebra", "1\n2"}, {}, {"<b>ape\x1b", QByteArray(4000, 'x')}};
        for (quint32 entry = 0; entry < 3; ++entry) {
            ResultRow row;
            row.entry = entry;
            row.state = RowState::Done;
            row.status = 200;
            row.extractions = values[entry];
            table->append({row});
        }
    }
};

QStringList urlsShown(const ResultsModel &model)
{
    QStringList shown;
    for (int row = 0; row < model.rowCount(); ++row)
        shown << model.index(row, static_cast<int>(ResultField::Url)).data().toString().right(1);
    return shown;
}

} // namespace

/// The columns that the user's rules make.
class TestResultsRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void cells();
    void sortAndFilter();
    void comeAndGoWithRuns();
    void stateOfOtherColumns_data();
    void stateOfOtherColumns();
    void areCopied();
};

void TestResultsRules::cells()
{
    const Run run({"price", "links"});
    ResultsModel model(nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRun(run.urls, run.table);
    QCOMPARE(model.columnCount(), ResultsModel::kFirstRule + 2);
    const int price = ResultsModel::kFirstRule;
    QCOMPARE(model.headerData(price, Qt::Horizontal).toString(), u"price"_s);
    QVERIFY(model.headerData(price, Qt::Horizontal, Qt::ToolTipRole).toString().contains(u"price"_s));
    QVERIFY(!model.headerData(price + 2, Qt::Horizontal).isValid());
    QCOMPARE(model.index(0, price).data().toString(), u"zebra"_s);
    QCOMPARE(model.index(0, price + 1).data().toString(), u"1 · 2"_s);
    QCOMPARE(model.index(0, price + 1).data(Qt::ToolTipRole).toString(), u"1\n2"_s);
    QCOMPARE(model.index(1, price).data().toString(), QString());
    QVERIFY(!model.index(1, price).data(Qt::ToolTipRole).isValid());
    QCOMPARE(model.index(2, price).data().toString(), u"<b>ape\\u001b"_s);
    QVERIFY(model.index(2, price).data(Qt::ToolTipRole).toString().startsWith(u"<qt>&lt;b&gt;"_s));
    QVERIFY(model.index(2, price + 1).data().toString().size() < 1000);
    QCOMPARE(model.index(2, price + 1).data(Qt::ToolTipRole).toString().size(), 4000);
    QCOMPARE(model.index(0, price).data(Qt::AccessibleTextRole).toString(), u"price: zebra"_s);
}

void TestResultsRules::sortAndFilter()
{
    const Run run({"price", "links"});
    ResultsModel model(nullptr);
    model.setRun(run.urls, run.table);
    model.sort(ResultsModel::kFirstRule, Qt::AscendingOrder);
    QTRY_COMPARE(urlsShown(model), QStringList({u"2"_s, u"0"_s, u"1"_s})); // empty ones last
    model.sort(ResultsModel::kFirstRule, Qt::DescendingOrder);
    QTRY_COMPARE(urlsShown(model), QStringList({u"0"_s, u"2"_s, u"1"_s}));
    model.sort(ResultsModel::kConfirmation, Qt::AscendingOrder);
    QCOMPARE(model.currentSort().field, static_cast<int>(ResultField::Attempts));
    ResultFilter filter;
    filter.text = u"zebra"_s;
    model.setFilter(filter);
    QTRY_COMPARE(urlsShown(model), QStringList({u"0"_s}));
}

void TestResultsRules::comeAndGoWithRuns()
{
    Theme theme;
    ResultsPage page(theme);
    page.resize(1000, 500);
    page.show();
    const int first = ResultsModel::kFirstRule;
    QHeaderView *header = page.table()->horizontalHeader();
    QCOMPARE(header->count(), first);
    const Run two({"price", "links"});
    page.setRun(two.urls, two.table, nullptr);
    QCOMPARE(header->count(), first + 2);
    for (const int column : {first, first + 1}) {
        QVERIFY(!header->isSectionHidden(column));
        QVERIFY(header->sectionSize(column) >= 100);
        QCOMPARE(header->visualIndex(column), column);
    }
    header->setSortIndicator(first + 1, Qt::DescendingOrder);
    QCOMPARE(page.model()->currentSort().field, kResultFieldCount + 1);
    const Run one({"price"});
    page.setRun(one.urls, one.table, nullptr);
    QCOMPARE(header->count(), first + 1);
    QCOMPARE(page.model()->currentSort().field, -1); // a sort by what is gone
    const Run none({});
    page.setRun(none.urls, none.table, nullptr);
    QCOMPARE(header->count(), first);
    QCOMPARE(urlsShown(*page.model()), QStringList({u"0"_s, u"1"_s, u"2"_s}));
    // The others are where they were.
    QVERIFY(!header->isSectionHidden(static_cast<int>(ResultField::Url)));
    QVERIFY(header->isSectionHidden(static_cast<int>(ResultField::DnsMs)));
}

void TestResultsRules::stateOfOtherColumns_data()
{
    QTest::addColumn<QByteArrayList>("saved");
    QTest::addColumn<QByteArrayList>("restored");
    QTest::newRow("fewer") << QByteArrayList {"a", "b"} << QByteArrayList();
    QTest::newRow("more") << QByteArrayList() << QByteArrayList {"a", "b"};
    QTest::newRow("as many") << QByteArrayList {"a", "b"} << QByteArrayList {"c", "d"};
}

/// The layout of the table outlives the program; the rules of a run need not be those of the next.
void TestResultsRules::stateOfOtherColumns()
{
    QFETCH(const QByteArrayList, saved);
    QFETCH(const QByteArrayList, restored);
    Theme theme;
    const int dns = static_cast<int>(ResultField::DnsMs);
    QByteArray state;
    {
        ResultsPage page(theme);
        const Run run(saved);
        page.setRun(run.urls, run.table, nullptr);
        page.table()->horizontalHeader()->setSectionHidden(dns, false);
        page.table()->horizontalHeader()->resizeSection(dns, 123);
        state = page.saveState();
    }
    ResultsPage page(theme);
    page.resize(1000, 500);
    page.show();
    QVERIFY(page.restoreState(state)); // as at the start of the program
    QHeaderView *header = page.table()->horizontalHeader();
    QCOMPARE(header->count(), ResultsModel::kFirstRule);
    const Run run(restored);
    page.setRun(run.urls, run.table, nullptr);
    QCOMPARE(header->count(), ResultsModel::kFirstRule + restored.size());
    QVERIFY(!header->isSectionHidden(dns));
    QCOMPARE(header->sectionSize(dns), 123);
    for (int column = ResultsModel::kFirstRule; column < header->count(); ++column) {
        QVERIFY(!header->isSectionHidden(column));
        QVERIFY(header->sectionSize(column) >= 100);
    }
}

void TestResultsRules::areCopied()
{
    Theme theme;
    ResultsPage page(theme);
    page.resize(1000, 500);
    page.show();
    const Run run({"price", "links"});
    page.setRun(run.urls, run.table, nullptr);
    page.table()->selectRow(0);
    for (QAction *action : page.table()->actions()) {
        if (action->text() == u"Copy as CSV"_s)
            action->trigger();
    }
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.contains(u",price,links\r\n"_s), qPrintable(text));
    QVERIFY2(text.endsWith(u",zebra,\"1\n2\"\r\n"_s), qPrintable(text));
}

QTEST_MAIN(TestResultsRules)
#include "tst_resultsrules.moc"
