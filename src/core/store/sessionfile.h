// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sessionstore.h"
#include "core/store/sessionwriter.h"

#include <QLockFile>

#include <functional>
#include <memory>

namespace crawlscope {

/// A session file that is being written: where it lies, the lock beside it and the connection. Makes it, opens it,
/// moves it, and writes it anew where it was deleted. Not thread-safe.
class SessionFile
{
public:
    /// A new file with the list, which gets its name once it is whole. Leaves nothing behind where it fails.
    [[nodiscard]] static std::unique_ptr<SessionFile> create(const QString &path, const SessionHead &head,
                                                             SessionFault *fault);
    /// A file that is there; migrated where it is older.
    [[nodiscard]] static std::unique_ptr<SessionFile> open(const QString &path, bool newLane, SessionFault *fault);

    /// Likewise, for what is kept beside the run: its state stays, and its rows are not looked at.
    [[nodiscard]] static std::unique_ptr<SessionFile> openBeside(const QString &path, SessionFault *fault);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] SessionWriter &writer() { return *m_writer; }
    [[nodiscard]] const SessionTally &tally() const { return m_tally; }

    /// Before each transaction, and before writer() after a fault of this: when the file was deleted or moved, writes
    /// it anew in its old place.
    [[nodiscard]] SessionFault ensureInPlace();
    /// Writes all there is to another path, over what is there unless it is in use, and goes on there.
    [[nodiscard]] SessionFault moveTo(const QString &path, bool removeOld);

    /// Folds the write-ahead log into the file, where no reader keeps it from that.
    void tidy();

private:
    explicit SessionFile(QString path);
    [[nodiscard]] static std::unique_ptr<SessionFile> open(const QString &path, SessionFault *fault,
                                                           const std::function<void(SessionFile &)> &then);
    [[nodiscard]] SessionFault takeLock();
    [[nodiscard]] SessionFault keepLock();
    void openWriter();
    void continueRun(bool newLane);
    void writeAnew();
    /// Removes a file and SQLite's own beside it.
    static void removeAll(const QString &path);
    static void removeOwn(const QString &path); ///< the latter alone

    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
    SessionTally m_tally;
    std::unique_ptr<SessionWriter> m_writer; // before the lock goes, the connection must be closed
};

} // namespace crawlscope
