// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessionfile.h"

#include "core/store/sessionnames.h"
#include "core/store/sessionschema.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace crawlscope {

namespace {

    using namespace Qt::Literals::StringLiterals;

    constexpr std::size_t kSliceLines = 20'000;
    constexpr int kLockMs = 200; // who only looks whether a session is in use holds the lock for a moment
    constexpr int kPageBytes = 8192; // 10 % less CPU a row than with 4096, larger ones bring no more

    constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

    SessionFault systemFault(SessionError error, const QFile &file)
    {
        return {error, file.errorString()};
    }

    QByteArray firstHost(const UrlList &urls)
    {
        for (std::size_t entry = 0; entry < urls.size(); ++entry) {
            if (urls.isUnique(entry))
                return QUrl::fromEncoded(urls.url(entry).toByteArray()).host().toUtf8();
        }
        return {};
    }

    void makeDatabase(const QString &path)
    {
        SQLite::Database db(path.toStdString(), SQLite::OPEN_READWRITE);
        db.exec("PRAGMA page_size = " + std::to_string(kPageBytes) + "; PRAGMA synchronous = FULL");
        SessionSchema::create(db); // before the write-ahead log is on: the file itself is whole from the start
    }

    /// Looks at a file without changing it, not even by folding in the log of another program.
    SessionFault checkWritable(const QString &path)
    {
        if (SessionFault fault = SessionSchema::checkPath(path))
            return fault;
        std::unique_ptr<SQLite::Database> db;
        try {
            db = std::make_unique<SQLite::Database>(path.toStdString(), SQLite::OPEN_READONLY, kLockMs);
            return SessionSchema::checkHead(*db);
        } catch (const SQLite::Exception &error) {
            return SessionSql::faultOf(error, db ? db->getHandle() : nullptr, false);
        }
    }

} // namespace

SessionFile::SessionFile(const QString &path)
    : m_path(path)
{
}

std::unique_ptr<SessionFile> SessionFile::create(const QString &path, const SessionHead &head, SessionFault *fault)
{
    std::unique_ptr<SessionFile> out(new SessionFile(path));
    *fault = out->takeLock();
    if (*fault) {
        if (fault->error != SessionError::Locked)
            fault->error = SessionError::CannotCreate;
        return nullptr;
    }
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, kOwnerOnly)) {
        *fault = systemFault(SessionError::CannotCreate, file);
        return nullptr;
    }
    file.close();
    for (const auto &ending : {"-wal"_L1, "-shm"_L1, "-journal"_L1})
        QFile::remove(path + ending); // of a file of that name that is gone
    try {
        makeDatabase(path);
        out->openWriter();
        out->writeHead(head);
        return out;
    } catch (const SQLite::Exception &error) {
        *fault = SessionSql::faultOf(error, out->m_writer ? out->m_writer->handle() : nullptr, true);
    }
    out->m_writer.reset();
    removeAll(path);
    return nullptr;
}

std::unique_ptr<SessionFile> SessionFile::open(const QString &path, bool newLane, SessionFault *fault)
{
    *fault = SessionSchema::checkPath(path);
    if (*fault)
        return nullptr;
    std::unique_ptr<SessionFile> out(new SessionFile(path));
    *fault = out->takeLock();
    if (!*fault)
        *fault = checkWritable(path);
    if (*fault)
        return nullptr;
    try {
        {
            SQLite::Database db(path.toStdString(), SQLite::OPEN_READWRITE, kLockMs);
            SessionSchema::migrate(db);
        }
        out->openWriter();
        out->writer().readTally();
        out->continueRun(newLane);
        return out;
    } catch (const SQLite::Exception &error) {
        *fault = SessionSql::faultOf(error, out->m_writer ? out->m_writer->handle() : nullptr, true);
    }
    return nullptr;
}

SessionFault SessionFile::takeLock()
{
    auto lock = std::make_unique<QLockFile>(m_path + ".lock"_L1);
    lock->setStaleLockTime(0); // a run may take days; that of a dead process does not count
    if (lock->tryLock(kLockMs)) {
        m_lock = std::move(lock);
        return {};
    }
    return {lock->error() == QLockFile::LockFailedError ? SessionError::Locked : SessionError::WriteFailed, {}};
}

void SessionFile::openWriter()
{
    m_writer = std::make_unique<SessionWriter>(m_path, &m_tally);
}

void SessionFile::writeHead(const SessionHead &head)
{
    const UrlListCounts &counts = head.urls->counts();
    m_urls = head.urls;
    m_tally.reserve(m_urls->size());
    m_writer->begin();
    m_writer->setMeta("written_by", "Crawlscope " CRAWLSCOPE_VERSION);
    m_writer->setMeta("created_at", QDateTime::currentMSecsSinceEpoch());
    m_writer->setMeta("changed_at", QDateTime::currentMSecsSinceEpoch());
    m_writer->setMeta("state", SessionNames::ofState(SessionState::Open));
    m_writer->setMeta("config", head.configJson);
    m_writer->setMeta("first_host", firstHost(*m_urls));
    m_writer->setMeta("input_lines", m_urls->lineCount());
    m_writer->setMeta("ignored", static_cast<qint64>(counts.ignored));
    m_writer->setMeta("input", static_cast<qint64>(counts.input));
    m_writer->setMeta("unique", static_cast<qint64>(counts.unique));
    m_writer->setMeta("duplicate", static_cast<qint64>(counts.duplicate));
    m_writer->setMeta("invalid", static_cast<qint64>(counts.invalid));
    m_writer->setMeta("list_complete", 0);
    m_writer->commit();
    writeSlice();
}

void SessionFile::continueRun(bool newLane)
{
    m_linesStored = static_cast<std::size_t>(m_writer->metaNumber("stored_lines"));
    m_writer->begin();
    m_writer->setMeta("state", SessionNames::ofState(SessionState::Open));
    m_writer->setMeta("lane", m_writer->metaNumber("lane") + (newLane ? 1 : 0));
    m_writer->commit();
}

bool SessionFile::writeSlice()
{
    if (!m_urls)
        return true;
    const std::size_t to = std::min(m_linesStored + kSliceLines, m_urls->size());
    m_writer->begin();
    m_writer->writeInput(*m_urls, m_linesStored, to);
    m_writer->commit();
    m_linesStored = to;
    if (to == m_urls->size())
        m_urls.reset();
    return !m_urls;
}

void SessionFile::tidy()
{
    try {
        m_writer->checkpoint();
    } catch (const SQLite::Exception &) { // NOLINT(bugprone-empty-catch): what is in the log is as safe
    }
}

SessionFault SessionFile::ensureInPlace()
{
    const auto place = m_writer ? m_writer->place() : SessionWriter::Place::Moved;
    if (place == SessionWriter::Place::Same)
        return {};
    if (!QFileInfo(QFileInfo(m_path).absolutePath()).isDir())
        return {SessionError::Removed, {}};
    try {
        if (place == SessionWriter::Place::LogGone)
            m_writer->checkpoint();
        else if (m_writer && QFile::exists(m_path))
            return {SessionError::Removed, {}}; // another file lies there now
        else if (m_writer)
            writeAnew();
        m_writer.reset(); // takes the names of its log along, so before a new one has them
        if (!QFile::exists(m_path) && !QFile::rename(m_path + ".part"_L1, m_path))
            return {SessionError::Removed, {}};
        if (SessionFault fault = checkWritable(m_path))
            return fault;
        openWriter();
        m_writer->sync();
    } catch (const SQLite::Exception &error) {
        return SessionSql::faultOf(error, m_writer ? m_writer->handle() : nullptr, true);
    }
    return m_lock && QFile::exists(m_path + ".lock"_L1) ? SessionFault() : takeLock();
}

/// The connection still holds the file open, although it has no name there any more.
void SessionFile::writeAnew()
{
    const QString part = m_path + ".part"_L1;
    removeAll(part);
    m_writer->vacuumInto(part);
    QFile::setPermissions(part, kOwnerOnly);
}

SessionFault SessionFile::moveTo(const QString &path, bool removeOld)
{
    if (QFileInfo(path) == QFileInfo(m_path))
        return {};
    SessionFile target(path);
    if (SessionFault fault = target.takeLock())
        return fault.error == SessionError::Locked ? fault
                                                   : SessionFault {SessionError::CannotCreate, fault.systemDetail};
    const QString part = path + ".part"_L1;
    removeAll(part);
    std::unique_ptr<SessionWriter> writer;
    try {
        m_writer->vacuumInto(part);
        QFile::setPermissions(part, kOwnerOnly);
        removeAll(path);
        if (!QFile::rename(part, path)) {
            removeAll(part);
            return {SessionError::CannotCreate, {}};
        }
        writer = std::make_unique<SessionWriter>(path, &m_tally);
        writer->sync();
    } catch (const SQLite::Exception &error) {
        const SessionFault fault = SessionSql::faultOf(error, m_writer->handle(), true);
        writer.reset();
        removeAll(part);
        return fault.error == SessionError::WriteFailed ? SessionFault {SessionError::CannotCreate, fault.systemDetail}
                                                        : fault;
    }
    m_writer = std::move(writer);
    if (removeOld)
        removeAll(m_path);
    m_lock = std::move(target.m_lock);
    m_path = path;
    return {};
}

void SessionFile::removeAll(const QString &path)
{
    for (const auto &ending : {""_L1, "-wal"_L1, "-shm"_L1, "-journal"_L1})
        QFile::remove(path + ending);
}

} // namespace crawlscope
