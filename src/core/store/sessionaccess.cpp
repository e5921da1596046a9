// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessionaccess.h"

#include "core/store/sessionschema.h"
#include "core/store/sessionstore.h"

#include <QFile>
#include <QUrl>

#include <SQLiteCpp/Backup.h>

namespace crawlscope {

namespace {

    using namespace Qt::Literals::StringLiterals;

    constexpr int kBusyMs = 500; // a writer that folds in its log

    QString logOf(const QString &path)
    {
        return path + "-wal"_L1;
    }

    std::string immutableUri(const QString &path)
    {
        return "file:" + QUrl::toPercentEncoding(path, "/").toStdString() + "?immutable=1";
    }

    bool isRefusal(int code)
    {
        return (code & 0xff) == SQLITE_CANTOPEN || (code & 0xff) == SQLITE_READONLY || (code & 0xff) == SQLITE_PERM;
    }

} // namespace

SessionAccess::SessionAccess(const QString &path)
    : m_path(path)
{
}

std::unique_ptr<SessionAccess> SessionAccess::open(const QString &path, SessionFault *fault)
{
    *fault = SessionSchema::checkPath(path);
    if (*fault)
        return nullptr;
    std::unique_ptr<SessionAccess> out(new SessionAccess(path));
    try {
        out->openDatabase();
        *fault = SessionSchema::checkHead(*out->m_db);
    } catch (const SQLite::Exception &error) {
        *fault = SessionSql::faultOf(error, out->m_db ? out->m_db->getHandle() : nullptr, false);
    }
    return *fault ? nullptr : std::move(out);
}

void SessionAccess::openDatabase()
{
    m_immutable = !QFile::exists(logOf(m_path));
    if (m_immutable) {
        m_db = std::make_unique<SQLite::Database>(
            immutableUri(m_path), SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX | SQLite::OPEN_URI, kBusyMs);
        return;
    }
    try {
        m_db = std::make_unique<SQLite::Database>(m_path.toStdString(), SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX,
                                                  kBusyMs);
        (void)SessionSchema::version(*m_db); // reads for the first time
    } catch (const SQLite::Exception &error) {
        if (!isRefusal(error.getErrorCode()))
            throw;
        openCopy();
    }
}

void SessionAccess::openCopy()
{
    m_db.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    const QString copy = m_folder->filePath(u"copy"_s);
    if (!QFile::copy(m_path, copy) || !QFile::copy(logOf(m_path), logOf(copy)))
        throw SQLite::Exception("cannot copy", SQLITE_CANTOPEN);
    for (const QString &file : {copy, logOf(copy)})
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    m_db =
        std::make_unique<SQLite::Database>(copy.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, kBusyMs);
}

bool SessionAccess::isStale() const
{
    return m_immutable && QFile::exists(logOf(m_path));
}

void SessionAccess::migrate()
{
    if (SessionSchema::version(*m_db) == SessionStore::kSchemaVersion)
        return;
    // An empty name: a file of SQLite's own for as long as the connection lives, in memory while it is small.
    auto copy =
        std::make_unique<SQLite::Database>("", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX);
    {
        SQLite::Backup backup(*copy, *m_db);
        backup.executeStep();
    }
    SessionSchema::migrate(*copy);
    m_db = std::move(copy);
}

} // namespace crawlscope
