// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessionfile.h"

#include "core/store/sessionaccess.h"
#include "core/store/sessioncreation.h"
#include "core/store/sessionnames.h"
#include "core/store/sessionschema.h"
#include "core/util/platform.h"

#include <QFile>
#include <QFileInfo>

#include <filesystem>
#include <system_error>
#include <utility>

namespace crawlscope {

namespace {

    using namespace Qt::Literals::StringLiterals;

    constexpr int kLockMs = 200; // who only looks whether a session is in use holds the lock for a moment

    constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

    /// Looks at a file without changing it, not even by folding in the log of another program.
    SessionFault checkFile(const QString &path)
    {
        SessionFault fault;
        (void)SessionAccess::open(path, &fault);
        return fault;
    }

} // namespace

SessionFile::SessionFile(QString path)
    : m_path(std::move(path))
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
    const QString part = path + ".part"_L1;
    removeAll(part);
    QFile file(part);
    if (QFile::exists(path) || !file.open(QIODevice::WriteOnly | QIODevice::NewOnly, kOwnerOnly)) {
        *fault = {SessionError::CannotCreate, file.error() == QFile::NoError ? QString() : file.errorString()};
        return nullptr;
    }
    file.close();
    *fault = SessionCreation::make(part, head);
    removeOwn(path); // of a file of that name that is gone
    if (!*fault && !QFile::rename(part, path))
        fault->error = SessionError::CannotCreate;
    if (*fault) {
        removeAll(part);
        return nullptr;
    }
    try {
        out->m_tally.reserve(head.urls->size());
        out->openWriter();
        return out;
    } catch (const SQLite::Exception &error) {
        *fault = SessionSql::faultOf(error, out->m_writer ? out->m_writer->handle() : nullptr, true);
    }
    removeAll(path);
    return nullptr;
}

std::unique_ptr<SessionFile> SessionFile::open(const QString &path, bool newLane, SessionFault *fault)
{
    return open(path, fault, [newLane](SessionFile &file) {
        file.writer().readTally();
        file.continueRun(newLane);
    });
}

std::unique_ptr<SessionFile> SessionFile::openBeside(const QString &path, SessionFault *fault)
{
    return open(path, fault, [](SessionFile &) {});
}

std::unique_ptr<SessionFile> SessionFile::open(const QString &path, SessionFault *fault,
                                               const std::function<void(SessionFile &)> &then)
{
    *fault = checkFile(path); // before a lock is put beside what may be somebody else's
    if (*fault)
        return nullptr;
    std::unique_ptr<SessionFile> out(new SessionFile(path));
    *fault = out->takeLock();
    if (*fault)
        return nullptr;
    try {
        {
            SQLite::Database db(path.toStdString(), SQLite::OPEN_READWRITE, kLockMs);
            SessionSchema::migrate(db);
        }
        out->openWriter();
        then(*out);
        return out;
    } catch (const SQLite::Exception &error) {
        *fault = SessionSql::faultOf(error, out->m_writer ? out->m_writer->handle() : nullptr, true);
    }
    return nullptr;
}

SessionFault SessionFile::takeLock()
{
    const QString name = m_path + ".lock"_L1;
    if (!platform::isFileLocked(name))
        platform::removeDeadLock(name);
    auto lock = std::make_unique<QLockFile>(name);
    lock->setStaleLockTime(0); // a run may take days
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

void SessionFile::continueRun(bool newLane)
{
    m_writer->begin();
    m_writer->setMeta("state", SessionNames::ofState(SessionState::Open));
    if (newLane)
        m_writer->setLane(m_writer->metaNumber("lane") + 1);
    m_writer->commit();
}

void SessionFile::tidy()
{
    try {
        m_writer->index();
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
        m_writer.reset();
        if (!QFile::exists(m_path)) {
            removeOwn(m_path); // the old log, which would be taken for that of the new file
            if (!QFile::rename(m_path + ".part"_L1, m_path))
                return {SessionError::Removed, {}};
        }
        if (SessionFault fault = checkFile(m_path))
            return fault;
        openWriter();
        m_writer->sync();
    } catch (const SQLite::Exception &error) {
        return SessionSql::faultOf(error, m_writer ? m_writer->handle() : nullptr, true);
    }
    return keepLock();
}

/// Takes the lock again where its file went with the session's.
SessionFault SessionFile::keepLock()
{
    const QString name = m_path + ".lock"_L1;
    if (m_lock && QFile::exists(name))
        return {};
    if (QFile stub(name); m_lock && stub.open(QIODevice::WriteOnly))
        stub.close(); // the old lock removes the file of its name, and complains where there is none
    m_lock.reset();
    return takeLock();
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
        removeOwn(path);
        std::error_code error;
        std::filesystem::rename(part.toStdString(), path.toStdString(), error); // over what is there
        if (error) {
            removeAll(part);
            return {SessionError::CannotCreate, QString::fromStdString(error.message())};
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
    QFile::remove(path);
    removeOwn(path);
}

void SessionFile::removeOwn(const QString &path)
{
    for (const auto &ending : {"-wal"_L1, "-shm"_L1, "-journal"_L1})
        QFile::remove(path + ending);
}

} // namespace crawlscope
