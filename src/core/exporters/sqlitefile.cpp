// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/sqlitefile.h"

#include "core/exporters/textescape.h"
#include "core/store/resultvalue.h"

#include <QFile>

#include <SQLiteCpp/SQLiteCpp.h>
#include <optional>
#include <string>

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

    std::string createStatement()
    {
        std::string sql = "CREATE TABLE results (";
        for (int i = 0; i < kResultFieldCount; ++i) {
            const auto field = static_cast<ResultField>(i);
            sql += i > 0 ? ", " : "";
            sql += resultFieldName(field).toByteArray().toStdString();
            sql += ' ';
            sql += typeOf(field);
        }
        return sql + ")";
    }

    std::string insertStatement()
    {
        std::string sql = "INSERT INTO results VALUES (?";
        for (int i = 1; i < kResultFieldCount; ++i)
            sql += ",?";
        return sql + ")";
    }

} // namespace

class SqliteFile::Private
{
public:
    explicit Private(const QString &path)
        : database(QFile::encodeName(path).toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
    {
        // Whoever writes here throws the file away when something fails, so nothing has to be rolled back, and one
        // sync at the end is enough. Pages beyond the cache go to the file at once.
        database.exec("PRAGMA journal_mode=OFF");
        database.exec("PRAGMA synchronous=OFF");
        database.exec("PRAGMA locking_mode=EXCLUSIVE");
        database.exec("PRAGMA cache_size=-8192");
        database.exec(createStatement());
        transaction.emplace(database);
        insert.emplace(database, insertStatement());
    }

    void bind(const ResultSource &source, std::size_t index, ResultField field);

    SQLite::Database database;
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

SqliteFile::SqliteFile() = default;

SqliteFile::~SqliteFile() = default;

bool SqliteFile::open(const QString &path)
try {
    d = std::make_unique<Private>(path);
    return true;
} catch (const SQLite::Exception &exception) {
    return fail(QString::fromUtf8(exception.what()));
}

bool SqliteFile::addRow(const ResultSource &source, std::size_t index)
try {
    for (int i = 0; i < kResultFieldCount; ++i)
        d->bind(source, index, static_cast<ResultField>(i));
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
