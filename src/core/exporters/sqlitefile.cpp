// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/sqlitefile.h"

#include "core/exporters/textescape.h"
#include "core/store/resultvalue.h"

#include <QFile>

#include <SQLiteCpp/SQLiteCpp.h>
#include <optional>
#include <string>
#include <utility>

namespace crawlscope {

namespace {

    const char *typeOf(ResultField field)
    {
        switch (ResultValue::kindOf(field)) {
        case ResultValue::Kind::Number:
            return "INTEGER";
        case ResultValue::Kind::Micros:
            return "REAL";
        default:
            return field == ResultField::Truncated ? "INTEGER" : "TEXT";
        }
    }

    std::string createStatement(const QByteArrayList &columns)
    {
        std::string sql = "CREATE TABLE results (";
        for (int i = 0; i < kResultFieldCount; ++i) {
            const auto field = static_cast<ResultField>(i);
            sql += i > 0 ? ", " : "";
            sql += resultFieldName(field).toByteArray().toStdString();
            sql += ' ';
            sql += typeOf(field);
        }
        for (const QByteArray &column : columns) // quoted: "order" is a name, too
            sql += ", \"" + column.toStdString() + "\" TEXT";
        return sql + ")";
    }

    std::string insertStatement(qsizetype columns)
    {
        std::string sql = "INSERT INTO results VALUES (?";
        for (qsizetype i = 1; i < kResultFieldCount + columns; ++i)
            sql += ",?";
        return sql + ")";
    }

} // namespace

class SqliteFile::Private
{
public:
    Private(const QString &path, const QByteArrayList &extraColumns)
        : database(QFile::encodeName(path).toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        , columns(static_cast<std::size_t>(extraColumns.size()))
    {
        // Whoever writes here throws the file away when something fails, so nothing has to be rolled back, and one
        // sync at the end is enough. Pages beyond the cache go to the file at once.
        database.exec("PRAGMA journal_mode=OFF");
        database.exec("PRAGMA synchronous=OFF");
        database.exec("PRAGMA locking_mode=EXCLUSIVE");
        database.exec("PRAGMA cache_size=-8192");
        database.exec(createStatement(extraColumns));
        transaction.emplace(database);
        insert.emplace(database, insertStatement(extraColumns.size()));
    }

    void bind(const ResultSource &source, std::size_t index, ResultField field);
    void bindColumn(const ResultSource &source, std::size_t index, std::size_t column);

    SQLite::Database database;
    const std::size_t columns;
    std::optional<SQLite::Transaction> transaction;
    std::optional<SQLite::Statement> insert;
    QByteArray text;
};

void SqliteFile::Private::bind(const ResultSource &source, std::size_t index, ResultField field)
{
    const int parameter = static_cast<int>(field) + 1;
    const ResultValue::Kind kind = ResultValue::kindOf(field);
    if (kind == ResultValue::Kind::Number || kind == ResultValue::Kind::Micros) {
        const std::optional<quint64> number = source.number(index, field);
        if (!number)
            insert->bind(parameter);
        else if (kind == ResultValue::Kind::Number)
            insert->bind(parameter, static_cast<int64_t>(*number));
        else
            insert->bind(parameter, static_cast<double>(*number) / 1000.0);
        return;
    }
    text.resize(0);
    source.appendField(index, field, &text);
    if (text.isEmpty())
        return insert->bind(parameter);
    if (field == ResultField::Truncated)
        return insert->bind(parameter, text == "true" ? 1 : 0);
    TextEscape::makeVisible(&text, 0);
    insert->bind(parameter, text.toStdString()); // copied: `text` is used again before the row is written
}

void SqliteFile::Private::bindColumn(const ResultSource &source, std::size_t index, std::size_t column)
{
    const int parameter = kResultFieldCount + static_cast<int>(column) + 1;
    text.resize(0);
    source.appendColumn(index, column, &text);
    if (text.isEmpty())
        return insert->bind(parameter);
    TextEscape::makeVisible(&text, 0, TextEscape::Breaks::Kept);
    insert->bind(parameter, text.toStdString());
}

SqliteFile::SqliteFile(QByteArrayList columns)
    : m_columns(std::move(columns))
{
}

SqliteFile::~SqliteFile() = default;

bool SqliteFile::open(const QString &path)
try {
    d = std::make_unique<Private>(path, m_columns);
    return true;
} catch (const SQLite::Exception &exception) {
    return fail(QString::fromUtf8(exception.what()));
}

bool SqliteFile::addRow(const ResultSource &source, std::size_t index)
try {
    for (int i = 0; i < kResultFieldCount; ++i)
        d->bind(source, index, static_cast<ResultField>(i));
    for (std::size_t column = 0; column < d->columns; ++column)
        d->bindColumn(source, index, column);
    d->insert->exec();
    d->insert->reset();
    return true;
} catch (const SQLite::Exception &exception) {
    return fail(QString::fromUtf8(exception.what()));
}

bool SqliteFile::finish(const std::atomic<bool> * /*cancelled*/)
try {
    d->insert.reset();
    d->transaction->commit();
    d.reset();
    return true;
} catch (const SQLite::Exception &exception) {
    return fail(QString::fromUtf8(exception.what()));
}

} // namespace crawlscope
