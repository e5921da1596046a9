// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sessiontypes.h"

#include <SQLiteCpp/Database.h>

namespace crawlscope {

/// Tables and views of a session file, and the way from each older version to the present one. A new file is made as
/// version 1 and then migrated, so there is one path only. Throws SQLite::Exception.
namespace SessionSchema {

    /// Hops of one attempt: hop.id = attempt.ended * kMaxHops + number of the hop.
    inline constexpr qint64 kMaxHops = 1024;

    /// Of an empty database, in the caller's transaction.
    void create(SQLite::Database &db);
    /// In one transaction; nothing where the version is the present one.
    void migrate(SQLite::Database &db);
    /// PRAGMA user_version.
    [[nodiscard]] int version(SQLite::Database &db);

    /// Before anything is read from a path: no such file, a folder, a device. The file itself is only ever opened by
    /// SQLite: closing another descriptor of it would drop the locks of this process (fcntl(2)).
    [[nodiscard]] SessionFault checkPath(const QString &path);
    /// By application_id and user_version: a database of another program, a newer version, a broken one.
    [[nodiscard]] SessionFault checkHead(SQLite::Database &db);

} // namespace SessionSchema

} // namespace crawlscope
