// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/exportfixture.h"
#include "core/exporters/exportjob.h"
#include "support/zipreader.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <sqlite3.h>

using namespace crawlscope;
using namespace crawlscope::test;
using namespace Qt::Literals::StringLiterals;

/// The columns that the user's rules make, after the fields of the contract.
class TestExportColumns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void csv();
    void jsonLines();
    void sqlite();
    void xlsx();
    void withoutRulesAsBefore_data();
    void withoutRulesAsBefore();

private:
    [[nodiscard]] QByteArray exported(const ResultSource &source, ExportFormat format, bool neutralize = true)
    {
        const QString path = m_folder.filePath(u"out"_s);
        ExportOptions options;
        options.format = format;
        options.neutralizeFormulas = neutralize;
        return exportTo(source, path, options).status == ExportStatus::Ok ? contents(path) : QByteArray("failed");
    }
    QTemporaryDir m_folder;
};

namespace {

/// A line with hostile values, a duplicate and an invalid one.
ResultSource valuesSource()
{
    const auto table = std::make_shared<ResultTable>(QByteArrayList {"order", "second"});
    ResultRow row = hostileRow(0);
    row.title.clear();
    row.extractions = {"=1,\"x\"\nnext\x1b", "plain"};
    table->append({row});
    return ResultSource::allLines(UrlList::parse("http://a.example/\nhttp://a.example/\n=cmd\n"), table);
}

} // namespace

void TestExportColumns::csv()
{
    const QByteArray text = exported(valuesSource(), ExportFormat::Csv);
    QVERIFY2(text.contains(",anomalies,order,second\r\n"), text.constData());
    QVERIFY2(text.contains(",,,,\"'=1,\"\"x\"\"\nnext\\x1B\",plain\r\n"), text.constData());
    QVERIFY2(text.contains(",1,,,\r\n"), text.constData()); // the duplicate of line 1
    QVERIFY(exported(valuesSource(), ExportFormat::Csv, false).contains(",\"=1,\"\"x\"\"\nnext\\x1B\",plain\r\n"));
}

void TestExportColumns::jsonLines()
{
    const QByteArrayList lines = exported(valuesSource(), ExportFormat::JsonLines).trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].endsWith("\"order\":\"=1,\\\"x\\\"\\u000Anext\\u001B\",\"second\":\"plain\"}"));
    QVERIFY(lines[1].endsWith("\"order\":\"\",\"second\":\"\"}"));
    const QJsonObject object = QJsonDocument::fromJson(lines[0]).object();
    QCOMPARE(object.size(), kResultFieldCount + 2);
    QCOMPARE(object[u"order"_s].toString(), u"=1,\"x\"\nnext\x1b"_s);
}

void TestExportColumns::sqlite()
{
    QVERIFY(exported(valuesSource(), ExportFormat::Sqlite).startsWith("SQLite format 3"));
    sqlite3 *db = nullptr;
    sqlite3_stmt *statement = nullptr;
    QCOMPARE(
        sqlite3_open_v2(QFile::encodeName(m_folder.filePath(u"out"_s)).constData(), &db, SQLITE_OPEN_READONLY, nullptr),
        SQLITE_OK);
    QCOMPARE(sqlite3_prepare_v2(db, "SELECT \"order\", second FROM results", -1, &statement, nullptr), SQLITE_OK);
    QCOMPARE(sqlite3_step(statement), SQLITE_ROW);
    QCOMPARE(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)), "=1,\"x\"\nnext\\x1B");
    QCOMPARE(reinterpret_cast<const char *>(sqlite3_column_text(statement, 1)), "plain");
    QCOMPARE(sqlite3_step(statement), SQLITE_ROW);
    QCOMPARE(sqlite3_column_type(statement, 0), SQLITE_NULL);
    sqlite3_finalize(statement);
    sqlite3_close(db);
}

void TestExportColumns::xlsx()
{
    QVERIFY(exported(valuesSource(), ExportFormat::Xlsx).startsWith("PK"));
    const QMap<QString, QByteArray> package = unzip(contents(m_folder.filePath(u"out"_s)));
    const QByteArray sheet = package.value(u"xl/worksheets/sheet1.xml"_s);
    QVERIFY2(sheet.contains("<autoFilter ref=\"A1:AF4\"/>"), sheet.right(400).constData());
    // AE and AF are the 31st and 32nd.
    const auto cell = [&sheet](const QByteArray &reference) {
        const qsizetype at = sheet.indexOf(QByteArray("r=\"" + reference + "\""));
        const qsizetype end = sheet.indexOf("</c>", at);
        return at < 0 ? QByteArray("(none)") : sheet.mid(at, end - at);
    };
    QVERIFY2(cell("AE1").contains(">order<"), cell("AE1").constData());
    QVERIFY2(cell("AE2").contains("'=1,"), cell("AE2").constData());
    QVERIFY2(cell("AF2").contains(">plain<"), cell("AF2").constData());
    QCOMPARE(cell("AF3"), QByteArray("(none)"));
}

void TestExportColumns::withoutRulesAsBefore_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("CSV") << static_cast<int>(ExportFormat::Csv);
    QTest::newRow("JSON lines") << static_cast<int>(ExportFormat::JsonLines);
}

/// A row that has values where the run has no rules: not a byte more.
void TestExportColumns::withoutRulesAsBefore()
{
    QFETCH(const int, format);
    ResultRow row = hostileRow(0);
    const auto urls = UrlList::parse("http://a.example/\n");
    const auto without = std::make_shared<ResultTable>();
    without->append({row});
    row.extractions = {"value"};
    const auto with = std::make_shared<ResultTable>();
    with->append({row});
    const auto kind = static_cast<ExportFormat>(format);
    QCOMPARE(exported(ResultSource::allLines(urls, with), kind), exported(ResultSource::allLines(urls, without), kind));
    QVERIFY(!exported(ResultSource::allLines(urls, with), kind).contains("value"));
}

QTEST_GUILESS_MAIN(TestExportColumns)
#include "tst_exportcolumns.moc"
