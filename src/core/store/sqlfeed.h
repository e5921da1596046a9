// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

namespace crawlscope {

/// Rows of the program as a table that SQL can select from: `INSERT INTO t SELECT * FROM feed` takes any number of rows
/// in one statement, without what SQLite spends on beginning and ending a statement for each row (about a third of
/// the cost of a row). https://www.sqlite.org/vtab.html, an eponymous-only table. Thread: the connection's.
class SqlFeed
{
public:
    /// The value of one column, set at most once; NULL where it is not.
    class Cell
    {
    public:
        explicit Cell(sqlite3_context *context)
            : m_context(context)
        {
        }
        void set(qint64 number) { sqlite3_result_int64(m_context, number); }
        void setUnless(qint64 none, qint64 number)
        {
            if (number != none)
                set(number);
        }
        /// Not copied: must live until the next row. Empty: NULL.
        void setText(QByteArrayView text)
        {
            if (!text.isEmpty())
                sqlite3_result_text64(m_context, text.data(), static_cast<sqlite3_uint64>(text.size()), SQLITE_STATIC,
                                      SQLITE_UTF8);
        }
        void setBlob(QByteArrayView bytes)
        {
            if (!bytes.isEmpty())
                sqlite3_result_blob64(m_context, bytes.data(), static_cast<sqlite3_uint64>(bytes.size()),
                                      SQLITE_STATIC);
        }

    private:
        sqlite3_context *m_context;
    };

    /// Where the rows come from. Must not throw, nor use the connection.
    class Source
    {
    public:
        Source() = default;
        virtual ~Source() = default;
        Source(const Source &) = delete;
        Source &operator=(const Source &) = delete;
        /// To the first row, then from each to the next one; false: there is none.
        [[nodiscard]] virtual bool next() = 0;
        virtual void column(int number, Cell *cell) const = 0;
    };

    /// Adds the table `name`, with so many columns, to the connection. Must outlive the connection's statements.
    SqlFeed(SQLite::Database &db, const char *name, int columns);
    SqlFeed(const SqlFeed &) = delete;
    SqlFeed &operator=(const SqlFeed &) = delete;

    /// What the next statement reads, once. Null: nothing.
    void setSource(Source *source) { m_source = source; }
    [[nodiscard]] Source *source() const { return m_source; }
    [[nodiscard]] int columns() const { return m_columns; }

private:
    Source *m_source = nullptr;
    const int m_columns;
};

} // namespace crawlscope
