// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sessiontypes.h"

#include <QByteArrayView>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <memory>
#include <sqlite3.h>

namespace crawlscope {

/// A prepared statement, without what SQLite::Statement spends on each column and binding. Columns count from 0,
/// parameters from 1. Throws SQLite::Exception. Thread: the connection's.
class SqlStatement
{
public:
    SqlStatement() = default;
    SqlStatement(SQLite::Database &db, const char *sql);

    void bind(int parameter, qint64 number) { check(sqlite3_bind_int64(handle(), parameter, number)); }
    void bindReal(int parameter, double number) { check(sqlite3_bind_double(handle(), parameter, number)); }
    void bindNull(int parameter) { check(sqlite3_bind_null(handle(), parameter)); }
    /// Not copied: must live until the statement has run. Empty: NULL.
    void bindText(int parameter, QByteArrayView text)
    {
        if (text.isEmpty())
            return bindNull(parameter);
        check(sqlite3_bind_text64(handle(), parameter, text.data(), static_cast<sqlite3_uint64>(text.size()),
                                  SQLITE_STATIC, SQLITE_UTF8));
    }
    void bindBlob(int parameter, QByteArrayView bytes)
    {
        check(sqlite3_bind_blob64(handle(), parameter, bytes.data(), static_cast<sqlite3_uint64>(bytes.size()),
                                  SQLITE_STATIC));
    }

    /// True: there is a row; false: the end, and the statement is reset.
    bool step();
    /// Runs a statement without rows, or drops them.
    void run();
    void reset() { sqlite3_reset(handle()); }

    [[nodiscard]] bool isNull(int column) const { return type(column) == SQLITE_NULL; }
    [[nodiscard]] int type(int column) const { return sqlite3_column_type(handle(), column); }
    [[nodiscard]] qint64 integer(int column) const { return sqlite3_column_int64(handle(), column); }
    [[nodiscard]] double real(int column) const { return sqlite3_column_double(handle(), column); }
    /// Bytes of a text or blob; until the next step.
    [[nodiscard]] QByteArrayView bytes(int column) const
    {
        const void *data = sqlite3_column_blob(handle(), column);
        return {static_cast<const char *>(data), data == nullptr ? 0 : sqlite3_column_bytes(handle(), column)};
    }

private:
    struct Finalizer
    {
        void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
    };
    [[nodiscard]] sqlite3_stmt *handle() const { return m_statement.get(); }
    void check(int code) const
    {
        if (code != SQLITE_OK)
            fail(code);
    }
    [[noreturn]] void fail(int code) const;

    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
};

namespace SessionSql {
    /// What went wrong in plain terms. `writing`: the file was to be changed.
    [[nodiscard]] SessionFault faultOf(const SQLite::Exception &error, sqlite3 *db, bool writing);
    [[nodiscard]] SessionFault faultOf(int code, sqlite3 *db, bool writing);
} // namespace SessionSql

} // namespace crawlscope
