// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sessionsql.h"

#include <QTemporaryDir>

#include <memory>

namespace crawlscope {

/// A read-only connection to a session file that leaves the file and its folder as they are, whether or not another
/// process writes to it or was killed while it did. Not thread-safe.
///
/// A database with a write-ahead log is read through SQLite's shared index beside it. Without a log nobody writes, and
/// the file is opened as immutable, for which nothing has to be made beside it. Where the index cannot be made (a
/// read-only folder), and for older versions, a copy is read.
class SessionAccess
{
public:
    [[nodiscard]] static std::unique_ptr<SessionAccess> open(const QString &path, SessionFault *fault);

    [[nodiscard]] SQLite::Database &db() { return *m_db; }
    /// Since this was opened a writer has come: what is read may not fit together. Open anew.
    [[nodiscard]] bool isStale() const;
    /// Brings a copy to the present schema where the file's is older. Throws SQLite::Exception.
    void migrate();

private:
    explicit SessionAccess(const QString &path);
    void openDatabase();
    void openCopy();

    QString m_path;
    bool m_immutable = false;
    std::unique_ptr<QTemporaryDir> m_folder; // of a copy
    std::unique_ptr<SQLite::Database> m_db;
};

} // namespace crawlscope
