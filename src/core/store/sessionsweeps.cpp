// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Sweeps, which a session keeps beside its run: written and read.
#include "core/store/sessionfile.h"
#include "core/store/sessionload.h"
#include "core/store/sessionnames.h"
#include "core/store/sessionstore.h"

#include <optional>

namespace crawlscope {

namespace {

    SessionFault write(SessionFile *file, const StoredSweep &sweep, std::optional<SessionState> state)
    {
        SessionWriter &writer = file->writer();
        try {
            writer.begin();
            writer.addSweep(sweep);
            if (state)
                writer.setMeta("state", SessionNames::ofState(*state));
            writer.commit();
            return {};
        } catch (const SQLite::Exception &error) {
            SessionFault fault = SessionSql::faultOf(error, writer.handle(), true);
            writer.rollback();
            return fault;
        }
    }

} // namespace

SessionFault SessionStore::addSweep(const QString &path, const StoredSweep &sweep)
{
    SessionFault fault;
    const std::unique_ptr<SessionFile> file = SessionFile::openBeside(path, &fault);
    return file ? write(file.get(), sweep, std::nullopt) : fault;
}

SessionFault SessionStore::createForSweep(const QString &path, const SessionHead &head, const StoredSweep &sweep)
{
    SessionFault fault;
    const std::unique_ptr<SessionFile> file = SessionFile::create(path, head, &fault);
    if (!file)
        return fault;
    fault = write(file.get(), sweep, SessionState::Finished);
    if (!fault)
        file->tidy();
    return fault;
}

std::vector<StoredSweep> SessionLoad::sweeps(SQLite::Database &db)
{
    std::vector<StoredSweep> out;
    SqlStatement s(db, "SELECT id, started_ms, plan FROM sweep ORDER BY id LIMIT ?");
    s.bind(1, SessionReader::kMostSweeps);
    while (s.step())
        out.push_back({s.integer(0), s.integer(1), s.bytes(2).toByteArray(), {}});
    return out;
}

std::optional<StoredSweep> SessionLoad::sweep(SQLite::Database &db, qint64 id)
{
    SqlStatement s(db, "SELECT started_ms, plan, result FROM sweep WHERE id = ? AND length(result) <= ?");
    s.bind(1, id);
    s.bind(2, SessionReader::kMostSweepBytes);
    if (!s.step())
        return std::nullopt;
    return StoredSweep {id, s.integer(0), s.bytes(1).toByteArray(), s.bytes(2).toByteArray()};
}

} // namespace crawlscope
