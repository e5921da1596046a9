// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The columns that the user's rules make: in the table, in filters and sorting, and back from a session.
#include "core/store/fieldnames.h"
#include "core/store/resultquery.h"
#include "core/store/sessionblocks.h"
#include "core/store/sessiondata.h"

using namespace crawlscope;
using namespace sessiondata;
using namespace Qt::Literals::StringLiterals;

class TestRuleColumns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void values();
    void rowsWithoutValuesTakeNothing();
    void sorted_data();
    void sorted();
    void filtered_data();
    void filtered();
    void backFromASession();
    void namesOfFiles_data();
    void namesOfFiles();
};

namespace {

ResultRow valueRow(quint32 entry, std::vector<QByteArray> values)
{
    ResultRow row;
    row.entry = entry;
    row.state = RowState::Done;
    row.extractions = std::move(values);
    return row;
}

std::shared_ptr<const UrlList> listOf(int lines)
{
    QByteArray text;
    for (int i = 0; i < lines; ++i)
        text += "http://h.example/" + QByteArray::number(i) + '\n';
    return UrlList::parse(text);
}

} // namespace

void TestRuleColumns::values()
{
    ResultTable table({"a", "b"});
    QCOMPARE(table.columns(), QByteArrayList({"a", "b"}));
    ResultRow full = valueRow(0, {"one", QByteArray(5000, 'x')});
    full.title = "Title";
    table.append(
        {full, valueRow(1, {"", "two"}), valueRow(2, {}), valueRow(3, {"short"}), valueRow(4, {"1", "2", "too many"})});
    QCOMPARE(table.extraction(0, 0), QByteArrayView("one"));
    QCOMPARE(table.extraction(0, 1), QByteArrayView(QByteArray(5000, 'x')));
    QCOMPARE(table.title(0), QByteArrayView("Title"));
    QVERIFY(table.extraction(1, 0).isEmpty());
    QCOMPARE(table.extraction(1, 1), QByteArrayView("two"));
    QVERIFY(table.extraction(2, 0).isEmpty() && table.extraction(2, 1).isEmpty());
    QCOMPARE(table.extraction(3, 0), QByteArrayView("short"));
    QVERIFY(table.extraction(3, 1).isEmpty());
    QCOMPARE(table.extraction(4, 1), QByteArrayView("2"));
    QVERIFY(table.extraction(4, 2).isEmpty()); // no such column
    ResultTable without;
    without.append({valueRow(0, {"lost"})});
    QVERIFY(without.extraction(0, 0).isEmpty());
}

void TestRuleColumns::rowsWithoutValuesTakeNothing()
{
    ResultTable table({"a"});
    table.append({valueRow(0, {""})});
    QCOMPARE(table.record(0).texts, nullptr);
    static_assert(sizeof(ResultRecord) <= 120);
}

void TestRuleColumns::sorted_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<std::vector<quint32>>("rows");
    QTest::newRow("first") << kResultFieldCount << false << std::vector<quint32> {2, 0, 1, 3};
    QTest::newRow("first, down") << kResultFieldCount << true << std::vector<quint32> {0, 2, 1, 3};
    QTest::newRow("second") << kResultFieldCount + 1 << false << std::vector<quint32> {1, 2, 3, 0};
    QTest::newRow("no such column") << kResultFieldCount + 2 << false << std::vector<quint32> {0, 1, 2, 3};
}

void TestRuleColumns::sorted()
{
    QFETCH(const int, field);
    QFETCH(const bool, descending);
    QFETCH(const std::vector<quint32>, rows);
    ResultTable table({"a", "b"});
    table.append({valueRow(0, {"zebra"}), valueRow(1, {"", "1"}), valueRow(2, {"ape", "2"}), valueRow(3, {"", "3"})});
    QCOMPARE(ResultQuery::run(table, *listOf(4), {}, {field, descending}).rows, rows);
}

void TestRuleColumns::filtered_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("regularExpression");
    QTest::addColumn<std::vector<quint32>>("rows");
    QTest::newRow("plain") << u"ZEB"_s << false << std::vector<quint32> {0};
    QTest::newRow("second column") << u"two"_s << false << std::vector<quint32> {1};
    QTest::newRow("expression") << u"^(zebra|two)$"_s << true << std::vector<quint32> {0, 1};
    QTest::newRow("nothing") << u"three"_s << false << std::vector<quint32>();
}

void TestRuleColumns::filtered()
{
    QFETCH(const QString, text);
    QFETCH(const bool, regularExpression);
    QFETCH(const std::vector<quint32>, rows);
    ResultTable table({"a", "b"});
    table.append({valueRow(0, {"zebra"}), valueRow(1, {"", "two"}), valueRow(2, {})});
    ResultFilter filter;
    filter.text = text;
    filter.regularExpression = regularExpression;
    QCOMPARE(ResultQuery::run(table, *listOf(3), filter, {}).rows, rows);
}

void TestRuleColumns::backFromASession()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"s.crawlscope"_s);
    SessionFault fault;
    SessionHead head {listOf(5), R"({"extract":[{"name":"a"},{"name":"b"}]})"};
    auto store = SessionStore::create(path, head, &fault);
    QVERIFY(store);
    const auto end = [&store](quint32 entry, quint8 attempts, std::vector<std::pair<quint32, QByteArray>> values) {
        ResultRow row = plainRowOf(entry);
        row.attempts = attempts;
        store->ended(std::move(row), {});
        PageRecord page;
        page.extractions = std::move(values);
        store->page(entry, std::move(page));
    };
    // Not in the order of the list; one URL twice; a rule that is none of the run's.
    end(3, 1, {{0, "three"}, {1, "3"}});
    end(0, 1, {{1, "old"}});
    end(1, 1, {});
    end(4, 1, {{1, "4"}, {7, "no column"}});
    end(0, 2, {{0, "zero"}});
    QVERIFY(finish(store.get(), SessionState::Finished));
    const auto reader = SessionReader::open(path, &fault);
    QVERIFY(reader);
    QCOMPARE(reader->columns(), QByteArrayList({"a", "b"}));
    const auto all = reader->table();
    const auto block = SessionBlocks::open(path, &fault);
    QVERIFY(all && block);
    QCOMPARE(block->columns(), all->columns());
    const QHash<quint32, QByteArray> wanted {{0, "zero|"}, {1, "|"}, {3, "three|3"}, {4, "|4"}};
    for (const ResultTable *table : {static_cast<const ResultTable *>(all.get()), block->at(0).table.get()}) {
        QCOMPARE(table->columns(), QByteArrayList({"a", "b"}));
        QCOMPARE(table->rowCount(), std::size_t {4});
        for (std::size_t row = 0; row < table->rowCount(); ++row) {
            QCOMPARE(table->extraction(row, 0).toByteArray() + '|' + table->extraction(row, 1).toByteArray(),
                     wanted.value(table->record(row).entry));
        }
    }
}

void TestRuleColumns::namesOfFiles_data()
{
    QTest::addColumn<QByteArrayList>("names");
    QTest::addColumn<QByteArrayList>("columns");
    const QByteArrayList two {"rule_1", "rule_2"};
    QTest::newRow("none") << QByteArrayList() << QByteArrayList();
    QTest::newRow("good") << QByteArrayList({"a", "B_2"}) << QByteArrayList({"a", "B_2"});
    QTest::newRow("twice") << QByteArrayList({"a", "A"}) << two;
    QTest::newRow("reserved") << QByteArrayList({"a", "Url"}) << two;
    QTest::newRow("of pages") << QByteArrayList({"sha256", "b"}) << two;
    QTest::newRow("quotes") << QByteArrayList({"a\" TEXT); DROP TABLE results; --", "b"}) << two;
    QTest::newRow("empty") << QByteArrayList({"", "b"}) << two;
    QByteArrayList many;
    for (int i = 0; i < 25; ++i)
        many += "r" + QByteArray::number(i);
    QTest::newRow("many") << many << many.first(20);
}

void TestRuleColumns::namesOfFiles()
{
    QFETCH(const QByteArrayList, names);
    QFETCH(const QByteArrayList, columns);
    QCOMPARE(FieldNames::columns(names), columns);
}

QTEST_GUILESS_MAIN(TestRuleColumns)
#include "tst_rulecolumns.moc"
