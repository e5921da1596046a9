// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlfeed.h"

#include <SQLiteCpp/Exception.h>
#include <memory>
#include <string>

namespace crawlscope {

namespace {

    // SQLite's own part of each object comes first, so that a pointer to it is one to the whole.
    struct Table
    {
        sqlite3_vtab base {};
        const SqlFeed *feed = nullptr;
    };
    struct Cursor
    {
        sqlite3_vtab_cursor base {};
        SqlFeed::Source *source = nullptr;
        sqlite3_int64 row = 0;
        bool atEnd = true;
    };

    Cursor *cursorOf(sqlite3_vtab_cursor *base)
    {
        return reinterpret_cast<Cursor *>(base);
    }

    int connectTable(sqlite3 *db, void *feed, int /*argc*/, const char *const * /*argv*/, sqlite3_vtab **out,
                     char ** /*error*/)
    {
        auto table = std::make_unique<Table>();
        table->feed = static_cast<const SqlFeed *>(feed);
        std::string sql = "CREATE TABLE feed(c0";
        for (int i = 1; i < table->feed->columns(); ++i)
            sql += ",c" + std::to_string(i);
        const int code = sqlite3_declare_vtab(db, (sql + ')').c_str());
        if (code == SQLITE_OK)
            *out = &table.release()->base;
        return code;
    }

    int disconnectTable(sqlite3_vtab *base)
    {
        const std::unique_ptr<Table> table(reinterpret_cast<Table *>(base));
        return SQLITE_OK;
    }

    int planScan(sqlite3_vtab * /*base*/, sqlite3_index_info *plan)
    {
        plan->estimatedCost = 1'000;
        plan->estimatedRows = 1'000;
        return SQLITE_OK;
    }

    int openCursor(sqlite3_vtab *base, sqlite3_vtab_cursor **out)
    {
        auto cursor = std::make_unique<Cursor>();
        cursor->source = reinterpret_cast<Table *>(base)->feed->source();
        *out = &cursor.release()->base;
        return SQLITE_OK;
    }

    int closeCursor(sqlite3_vtab_cursor *base)
    {
        const std::unique_ptr<Cursor> cursor(cursorOf(base));
        return SQLITE_OK;
    }

    int nextRow(sqlite3_vtab_cursor *base)
    {
        Cursor *cursor = cursorOf(base);
        ++cursor->row;
        cursor->atEnd = cursor->source == nullptr || !cursor->source->next();
        return SQLITE_OK;
    }

    int beginScan(sqlite3_vtab_cursor *base, int /*plan*/, const char * /*text*/, int /*argc*/,
                  sqlite3_value ** /*argv*/)
    {
        return nextRow(base);
    }

    int isAtEnd(sqlite3_vtab_cursor *base)
    {
        return cursorOf(base)->atEnd ? 1 : 0;
    }

    int readColumn(sqlite3_vtab_cursor *base, sqlite3_context *context, int number)
    {
        SqlFeed::Cell cell(context);
        cursorOf(base)->source->column(number, &cell);
        return SQLITE_OK;
    }

    int readRowId(sqlite3_vtab_cursor *base, sqlite3_int64 *row)
    {
        *row = cursorOf(base)->row;
        return SQLITE_OK;
    }

    const sqlite3_module *module()
    {
        static const sqlite3_module table = [] {
            sqlite3_module m {}; // without xCreate: eponymous only
            m.xConnect = connectTable;
            m.xBestIndex = planScan;
            m.xDisconnect = disconnectTable;
            m.xOpen = openCursor;
            m.xClose = closeCursor;
            m.xFilter = beginScan;
            m.xNext = nextRow;
            m.xEof = isAtEnd;
            m.xColumn = readColumn;
            m.xRowid = readRowId;
            return m;
        }();
        return &table;
    }

} // namespace

SqlFeed::SqlFeed(SQLite::Database &db, const char *name, int columns)
    : m_columns(columns)
{
    const int code = sqlite3_create_module_v2(db.getHandle(), name, module(), this, nullptr);
    if (code != SQLITE_OK)
        throw SQLite::Exception(db.getHandle(), code);
}

} // namespace crawlscope
