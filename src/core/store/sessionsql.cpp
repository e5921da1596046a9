// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessionsql.h"

#include <cerrno>
#include <utility>

namespace crawlscope {

SqlStatement::SqlStatement(SQLite::Database &db, const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(db.getHandle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    m_statement.reset(statement);
    if (code != SQLITE_OK)
        throw SQLite::Exception(db.getHandle(), code);
}

bool SqlStatement::step()
{
    const int code = sqlite3_step(handle());
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        fail(code);
    reset();
    return false;
}

void SqlStatement::run()
{
    const int code = sqlite3_step(handle());
    if (code != SQLITE_DONE && code != SQLITE_ROW)
        fail(code);
    reset();
}

void SqlStatement::fail(int code) const
{
    SQLite::Exception error(sqlite3_db_handle(handle()), code);
    sqlite3_reset(handle());
    throw std::move(error);
}

namespace SessionSql {

    namespace {

        SessionError errorOf(int code, int systemError, bool writing)
        {
            switch (code & 0xff) {
            case SQLITE_FULL:
                return SessionError::DiskFull;
            case SQLITE_BUSY:
            case SQLITE_LOCKED:
                return SessionError::Locked;
            case SQLITE_CORRUPT:
            case SQLITE_FORMAT:
            case SQLITE_ERROR: // a table or column is missing
            case SQLITE_MISMATCH:
            case SQLITE_CONSTRAINT:
                return SessionError::Damaged;
            case SQLITE_NOTADB:
                return SessionError::NotASession;
            case SQLITE_READONLY:
                if (code == SQLITE_READONLY_DBMOVED)
                    return SessionError::Removed;
                break;
            case SQLITE_IOERR:
                // The write-ahead log's index and quotas end here too.
                if (systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG)
                    return SessionError::DiskFull;
                break;
            default:
                break;
            }
            return writing ? SessionError::WriteFailed : SessionError::NotReadable;
        }

        /// What the system said to the last failed write. SQLite's own answer (sqlite3_system_errno()) is often
        /// overwritten on the way up.
        int systemErrorOf(sqlite3 *db)
        {
            for (const int which : {SQLITE_FCNTL_JOURNAL_POINTER, SQLITE_FCNTL_FILE_POINTER}) {
                sqlite3_file *file = nullptr;
                int error = 0;
                if (sqlite3_file_control(db, "main", which, static_cast<void *>(&file)) == SQLITE_OK && file != nullptr
                    && file->pMethods != nullptr
                    && file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &error) == SQLITE_OK && error != 0)
                    return error;
            }
            return sqlite3_system_errno(db);
        }

    } // namespace

    SessionFault faultOf(int code, sqlite3 *db, bool writing)
    {
        const int systemError = db == nullptr ? 0 : systemErrorOf(db);
        SessionFault fault;
        fault.error = errorOf(code, systemError, writing);
        fault.systemDetail = QString::fromLatin1(sqlite3_errstr(code));
        if ((code & 0xff) == SQLITE_IOERR && systemError != 0)
            fault.systemDetail = qt_error_string(systemError);
        return fault;
    }

    SessionFault faultOf(const SQLite::Exception &error, sqlite3 *db, bool writing)
    {
        const int extended = error.getExtendedErrorCode();
        return faultOf(extended > 0 ? extended : error.getErrorCode(), db, writing);
    }

} // namespace SessionSql

} // namespace crawlscope
