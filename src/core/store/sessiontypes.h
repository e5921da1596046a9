// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/statssnapshot.h"

#include <QByteArray>
#include <QString>

namespace crawlscope {

/// What can be wrong with a session file, or with writing one.
enum class SessionError : quint8 {
    None,
    NotFound,
    NotReadable, ///< the system refuses: rights, a folder, a device
    NotASession, ///< no SQLite file, or one of another program
    Damaged, ///< a session, but its structure or contents are broken
    NewerVersion, ///< written by a newer Crawlscope
    Locked, ///< another process writes to it
    CannotCreate, ///< no such folder, no right to write there
    DiskFull,
    WriteFailed, ///< input/output error, read-only file system
    Removed, ///< the file was deleted or moved away while open
};
/// Stable name, e.g. "disk_full".
[[nodiscard]] QByteArrayView sessionErrorName(SessionError error);

struct SessionFault
{
    SessionError error = SessionError::None;
    QString systemDetail; ///< SQLite's or the system's own words; may be empty; no user data
    [[nodiscard]] explicit operator bool() const { return error != SessionError::None; }
};

/// Where the run of a session stands.
enum class SessionState : quint8 {
    Open, ///< being written, or its program ended without a word: to be resumed
    Stopped, ///< ended by the user; URLs are left
    Finished, ///< every URL has ended
};

/// What a list of sessions shows of one file; cheap to read (no scan of the rows where the run ended in order).
struct SessionInfo
{
    QString path;
    QString name; ///< file name without the ending
    SessionFault fault; ///< of the file; everything below is then empty
    qint64 fileBytes = 0;
    qint64 createdAtMs = 0; ///< ms since the epoch, UTC
    qint64 changedAtMs = 0; ///< when the last row was written
    SessionState state = SessionState::Open;
    bool inUse = false; ///< a living process writes to it
    int schemaVersion = 0;
    QString writtenBy; ///< version of Crawlscope
    UrlCounts counts; ///< as after the last commit; with the URLs that were found
    quint64 found = 0; ///< URLs that are not of the input
    qint64 elapsedMs = 0; ///< running time, pauses left out
    qint64 p95Micros = -1; ///< of the total time; -1: no URL got an answer
    QByteArray firstHost;
    bool listComplete = true; ///< false: cut off while a long list was being written; the rest of it is lost
    quint64 storedLines = 0; ///< entries of the input that are in the file
};

/// A sweep that a session keeps beside its run: the same URLs with several limits on requests in flight.
struct StoredSweep
{
    qint64 id = 0; ///< from 1 in the order of adding; 0: not in a file
    qint64 startedMs = 0; ///< ms since the epoch, UTC
    QByteArray plan; ///< JSON of SweepPlan
    QByteArray result; ///< JSON of SweepResult; empty in lists
};

/// Attempts of one URL over all lanes of a session, oldest first.
struct AttemptSummary
{
    quint8 number = 0; ///< from 1
    quint8 lane = 0; ///< 0: the run itself; 1, 2, …: retries
    quint16 status = 0;
    ErrorId error = ErrorId::None;
    qint64 startedAtMs = 0;
    quint32 totalMicros = 0xffffffffU; ///< PhaseTimes::kNotApplicable: not measured
};

} // namespace crawlscope
