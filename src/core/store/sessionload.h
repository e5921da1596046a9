// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sessionreader.h"
#include "core/store/sessionsql.h"

#include <QHash>

namespace crawlscope {

/// Turns tables of a session file into values. Throws SQLite::Exception, with SQLITE_CORRUPT also where the tables can
/// be read but make no sense. Thread: the connection's.
namespace SessionLoad {

    using Meta = QHash<QByteArray, QByteArray>;
    [[nodiscard]] Meta meta(SQLite::Database &db);
    void fillInfo(const Meta &meta, SessionInfo *info);

    /// Of the columns that the rules of the run make; checked, see FieldNames::columns().
    [[nodiscard]] QByteArrayList columns(const Meta &meta);

    /// Null when cancelled. `progress` may be null.
    [[nodiscard]] std::shared_ptr<const UrlList> urls(SQLite::Database &db, SessionReader::Progress *progress);
    [[nodiscard]] std::shared_ptr<ResultTable> table(SQLite::Database &db, SessionReader::Progress *progress);
    /// Entries of the input that are in the file.
    [[nodiscard]] qint64 inputLines(SQLite::Database &db);
    /// With those that were found.
    [[nodiscard]] qint64 storedLines(SQLite::Database &db);
    /// A part of list and table as ones of their own, whose entries count from `first`. `duplicateLines`: by entry, the
    /// line of the first occurrence, 0 where it is none.
    [[nodiscard]] std::shared_ptr<const UrlList> urls(SQLite::Database &db, std::size_t first, std::size_t count,
                                                      std::vector<quint32> *duplicateLines);
    [[nodiscard]] std::shared_ptr<ResultTable> table(SQLite::Database &db, std::size_t first, std::size_t count);
    [[nodiscard]] std::vector<TimePoint> points(SQLite::Database &db);
    [[nodiscard]] std::vector<RunEvent> events(SQLite::Database &db);
    [[nodiscard]] std::vector<StoredSweep> sweeps(SQLite::Database &db); ///< without results
    [[nodiscard]] std::optional<StoredSweep> sweep(SQLite::Database &db, qint64 id);
    [[nodiscard]] std::vector<quint32> inFlight(SQLite::Database &db);
    [[nodiscard]] std::optional<RowDetails> details(SQLite::Database &db, quint32 entry, int attempt);
    [[nodiscard]] std::vector<AttemptSummary> attempts(SQLite::Database &db, quint32 entry);

} // namespace SessionLoad

} // namespace crawlscope
