// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/exportfixture.h"
#include "core/exporters/exportjob.h"
#include "core/exporters/sqlitefile.h"
#include "core/exporters/textescape.h"
#include "core/store/resultvalue.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sqlite3.h>

using namespace crawlscope;
using namespace crawlscope::test;
using namespace Qt::Literals::StringLiterals;

class TestSqliteFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void columnsAreTheContract();
    void cellsComeBack();
    void numbersAreNumbers();
    void isSound();

private:
    [[nodiscard]] QByteArrayList query(const QByteArray &sql, const ResultSource &source);
    QTemporaryDir m_folder;
};

/// Rows of an answer, values joined by '|', NULL as "NULL".
QByteArrayList TestSqliteFile::query(const QByteArray &sql, const ResultSource &source)
{
    const QString path = m_folder.filePath(u"a.sqlite"_s);
    if (exportTo(source, path, {.format = ExportFormat::Sqlite}).status != ExportStatus::Ok)
        return {"export failed"};
    sqlite3 *database = nullptr;
    sqlite3_stmt *statement = nullptr;
    QByteArrayList rows;
    sqlite3_open_v2(QFile::encodeName(path).constData(), &database, SQLITE_OPEN_READONLY, nullptr);
    if (sqlite3_prepare_v2(database, sql.constData(), -1, &statement, nullptr) != SQLITE_OK)
        rows.append(sqlite3_errmsg(database));
    while (statement != nullptr && sqlite3_step(statement) == SQLITE_ROW) {
        QByteArrayList values;
        for (int i = 0; i < sqlite3_column_count(statement); ++i) {
            const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, i));
            values.append(text == nullptr ? QByteArray("NULL") : QByteArray(text, sqlite3_column_bytes(statement, i)));
        }
        rows.append(values.join('|'));
    }
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return rows;
}

void TestSqliteFile::columnsAreTheContract()
{
    const QByteArrayList columns = query("SELECT name, type FROM pragma_table_info('results')", hostileSource());
    QCOMPARE(columns.size(), kResultFieldCount);
    for (int i = 0; i < kResultFieldCount; ++i) {
        const auto field = static_cast<ResultField>(i);
        QVERIFY(columns[i].startsWith(QByteArray(resultFieldName(field).toByteArray() + '|')));
    }
    QCOMPARE(columns[static_cast<int>(ResultField::Status)], "status|INTEGER");
    QCOMPARE(columns[static_cast<int>(ResultField::TotalMs)], "total_ms|REAL");
    QCOMPARE(columns[static_cast<int>(ResultField::Truncated)], "truncated|INTEGER");
    QCOMPARE(columns[static_cast<int>(ResultField::StartedAt)], "started_at|TEXT");
    QCOMPARE(query("SELECT type, name FROM sqlite_master", hostileSource()), QByteArrayList {"table|results"});
}

void TestSqliteFile::cellsComeBack()
{
    const ResultSource source = hostileSource();
    const QByteArrayList rows = query("SELECT * FROM results", source);
    QCOMPARE(rows.size(), 3);
    for (std::size_t row = 0; row < source.size(); ++row) {
        QByteArrayList expected;
        for (int i = 0; i < kResultFieldCount; ++i) {
            const auto field = static_cast<ResultField>(i);
            QByteArray text;
            source.appendField(row, field, &text);
            TextEscape::makeVisible(&text, 0);
            if (field == ResultField::Truncated && !text.isEmpty())
                text = text == "true" ? "1" : "0";
            else if (ResultValue::kindOf(field) == ResultValue::Kind::Micros && !text.isEmpty())
                text = QByteArray::number(text.toDouble());
            expected.append(text.isEmpty() ? QByteArray("NULL") : text);
        }
        QCOMPARE(rows[static_cast<qsizetype>(row)], expected.join('|'));
    }
}

void TestSqliteFile::numbersAreNumbers()
{
    QCOMPARE(query("SELECT typeof(input_line), typeof(status), typeof(total_ms), typeof(dns_ms), typeof(title), "
                   "typeof(final_url) FROM results",
                   hostileSource()),
             (QByteArrayList {"integer|integer|real|null|text|text", "integer|null|null|null|null|null",
                              "integer|null|null|null|null|null"}));
    QCOMPARE(query("SELECT count(*), sum(wire_bytes), max(input_line) FROM results", largeSource(20'000)),
             QByteArrayList {"20000|240000|20000"});
}

void TestSqliteFile::isSound()
{
    QCOMPARE(query("PRAGMA integrity_check", largeSource(20'000)), QByteArrayList {"ok"});
}

QTEST_GUILESS_MAIN(TestSqliteFile)
#include "tst_sqlitefile.moc"
