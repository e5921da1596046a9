// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessionschema.h"

#include "core/store/sessionsql.h"
#include "core/store/sessionstore.h"

#include <QFileInfo>

#include <SQLiteCpp/Transaction.h>
#include <array>
#include <string>

namespace crawlscope::SessionSchema {

namespace {

    // NULL stands for empty and "does not apply" throughout. Rows of attempt and hop are only ever added at the end:
    // their keys follow the order of ending, so a page is written once, however the hosts of the list are mixed.
    constexpr const char *kVersion1 = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY NOT NULL, value) WITHOUT ROWID;
CREATE TABLE input(
  entry INTEGER PRIMARY KEY, -- from 0, in input order
  line INTEGER NOT NULL, -- from 1, blank lines and comments included
  verdict TEXT NOT NULL, -- accepted, scheme_added, duplicate, invalid
  reason TEXT,
  duplicate_of INTEGER, -- entry
  url TEXT);
CREATE TABLE attempt(
  ended INTEGER PRIMARY KEY, -- running number, in the order of ending
  entry INTEGER NOT NULL,
  attempts INTEGER NOT NULL, -- number of this attempt; 0: ended without a request
  newest INTEGER NOT NULL, -- 1: the row that counts for its URL
  confirmed INTEGER NOT NULL,
  state TEXT NOT NULL,
  error TEXT,
  error_detail TEXT,
  status INTEGER,
  reason TEXT,
  method TEXT,
  redirects INTEGER NOT NULL,
  final_url TEXT,
  content_type TEXT,
  title TEXT,
  wire_bytes INTEGER NOT NULL,
  body_bytes INTEGER NOT NULL,
  truncated INTEGER NOT NULL,
  anomalies TEXT, -- names joined by ';'
  connection TEXT,
  http_version TEXT,
  remote_ip TEXT,
  started_at INTEGER, -- ms since the epoch, UTC
  queued_us INTEGER, dns_us INTEGER, connect_us INTEGER, tls_us INTEGER,
  send_us INTEGER, wait_us INTEGER, receive_us INTEGER, total_us INTEGER,
  charset TEXT,
  preview_cut INTEGER NOT NULL,
  json_error_offset INTEGER,
  analysis_us INTEGER NOT NULL);
CREATE UNIQUE INDEX attempt_entry ON attempt(entry, attempts);
CREATE TABLE hop(
  id INTEGER PRIMARY KEY, -- attempt.ended * 1024 + number of the hop, from 0
  url TEXT, method TEXT, status INTEGER, reason TEXT, error TEXT, connection TEXT, http_version TEXT,
  queued_us INTEGER, dns_us INTEGER, connect_us INTEGER, tls_us INTEGER,
  send_us INTEGER, wait_us INTEGER, receive_us INTEGER, total_us INTEGER,
  started_at INTEGER, remote_ip TEXT, remote_port INTEGER, wire_bytes INTEGER NOT NULL,
  tls INTEGER, -- tls.id
  request_headers INTEGER, -- header_set.id
  response_headers); -- text, one "name: value" a line; a blob where that could not be read back
CREATE TABLE header_set(id INTEGER PRIMARY KEY, headers NOT NULL);
CREATE TABLE tls(id INTEGER PRIMARY KEY, version TEXT, cipher TEXT, subject TEXT, issuer TEXT, expires_at INTEGER);
CREATE TABLE body(ended INTEGER PRIMARY KEY, preview BLOB NOT NULL); -- attempt.ended
CREATE TABLE in_flight(entry INTEGER PRIMARY KEY); -- sent and not ended
CREATE TABLE point(
  id INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, rate_per_s REAL NOT NULL, in_flight INTEGER NOT NULL,
  in_flight_limit INTEGER NOT NULL, p50_us INTEGER NOT NULL, p95_us INTEGER NOT NULL, p99_us INTEGER NOT NULL,
  ended INTEGER NOT NULL, status_none INTEGER NOT NULL, status_1xx INTEGER NOT NULL, status_2xx INTEGER NOT NULL,
  status_3xx INTEGER NOT NULL, status_4xx INTEGER NOT NULL, status_5xx INTEGER NOT NULL,
  failures INTEGER NOT NULL, wire_bytes INTEGER NOT NULL);
CREATE TABLE event(
  id INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, wall_ms INTEGER NOT NULL, level TEXT NOT NULL, name TEXT NOT NULL,
  error TEXT, a INTEGER NOT NULL, b INTEGER NOT NULL, text TEXT);
CREATE VIEW hops AS
SELECT a.entry, a.attempts AS attempt, h.id & 1023 AS hop, h.url, h.method, h.status, h.reason, h.error, h.connection,
  h.http_version, h.queued_us, h.dns_us, h.connect_us, h.tls_us, h.send_us, h.wait_us, h.receive_us, h.total_us,
  h.started_at, h.remote_ip, h.remote_port, h.wire_bytes, t.version AS tls_version, t.cipher AS tls_cipher,
  t.subject AS tls_subject, t.issuer AS tls_issuer, t.expires_at AS tls_expires_at,
  s.headers AS request_headers, h.response_headers
FROM hop h JOIN attempt a ON a.ended = h.id >> 10
LEFT JOIN tls t ON t.id = h.tls LEFT JOIN header_set s ON s.id = h.request_headers;
)sql";

    // Which run of the session an attempt belongs to: 0 the first, then one for each time that failed URLs were
    // retried.
    constexpr const char *kVersion2 = "ALTER TABLE attempt ADD COLUMN lane INTEGER NOT NULL DEFAULT 0";

    // The fields of the exports, in their order and with their values (ResultSource::allLines()).
    constexpr const char *kResultsView = R"sql(
CREATE VIEW results AS
SELECT
  i.line AS input_line,
  i.url AS url,
  CASE WHEN a.final_url IS NOT NULL THEN a.final_url WHEN a.status IS NOT NULL THEN i.url END AS final_url,
  a.method AS method,
  CASE WHEN a.state IS NOT NULL THEN a.state
       WHEN i.verdict IN ('duplicate', 'invalid') THEN 'skipped' ELSE 'left' END AS state,
  a.status AS status,
  a.reason AS reason,
  CASE WHEN i.verdict = 'invalid' AND i.reason = 'scheme_not_allowed' THEN 'scheme_denied' ELSE a.error END AS error,
  CASE WHEN i.verdict = 'invalid' THEN i.reason ELSE a.error_detail END AS error_detail,
  nullif(a.attempts, 0) AS attempts,
  CASE WHEN a.attempts > 0 THEN a.redirects END AS redirects,
  a.content_type AS content_type,
  CASE WHEN a.attempts > 0 THEN max(a.wire_bytes, 0) END AS wire_bytes,
  CASE WHEN a.attempts > 0 THEN max(a.body_bytes, 0) END AS body_bytes,
  CASE WHEN a.attempts > 0 THEN iif(a.truncated, 'true', 'false') END AS truncated,
  @queued_ms, @dns_ms, @connect_ms, @tls_ms, @send_ms, @wait_ms, @receive_ms, @total_ms,
  a.connection AS connection,
  a.remote_ip AS remote_ip,
  a.http_version AS http_version,
  CASE WHEN a.started_at > 0 THEN strftime('%Y-%m-%dT%H:%M:%S', a.started_at / 1000, 'unixepoch')
    || printf('.%03dZ', a.started_at % 1000) END AS started_at,
  a.title AS title,
  d.line AS duplicate_of_line,
  a.anomalies AS anomalies
FROM input i
LEFT JOIN attempt a ON a.entry = i.entry AND a.newest = 1
LEFT JOIN input d ON i.verdict = 'duplicate' AND d.entry = i.duplicate_of
ORDER BY i.entry;
)sql";

    /// Durations as exports show them: ms with three decimals.
    std::string resultsView()
    {
        std::string sql = kResultsView;
        for (const std::string phase : {"queued", "dns", "connect", "tls", "send", "wait", "receive", "total"}) {
            const std::string mark = "@" + phase + "_ms";
            const std::string column = "a." + phase + "_us";
            std::string text = "CASE WHEN " + column;
            text += " IS NOT NULL THEN printf('%d.%03d', " + column + " / 1000, " + column + " % 1000) END AS ";
            text += phase + "_ms";
            sql.replace(sql.find(mark), mark.size(), text);
        }
        return sql;
    }

    void setVersion(SQLite::Database &db, int version)
    {
        db.exec("PRAGMA user_version = " + std::to_string(version));
    }

    /// Step by step: each knows only the version before it.
    void migrateInTransaction(SQLite::Database &db)
    {
        static constexpr std::array<const char *, SessionStore::kSchemaVersion - 1> kSteps {kVersion2};
        for (int from = version(db); from < SessionStore::kSchemaVersion; ++from)
            db.exec(kSteps[static_cast<std::size_t>(from) - 1]);
        setVersion(db, SessionStore::kSchemaVersion);
    }

} // namespace

void create(SQLite::Database &db)
{
    db.exec("PRAGMA application_id = " + std::to_string(SessionStore::kApplicationId));
    db.exec(kVersion1);
    db.exec(resultsView());
    setVersion(db, 1);
    migrateInTransaction(db);
}

void migrate(SQLite::Database &db)
{
    if (version(db) == SessionStore::kSchemaVersion)
        return;
    SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
    migrateInTransaction(db);
    transaction.commit();
}

int version(SQLite::Database &db)
{
    SqlStatement statement(db, "PRAGMA user_version");
    return statement.step() ? static_cast<int>(statement.integer(0)) : 0;
}

SessionFault checkPath(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return {SessionError::NotFound, {}};
    return {info.isFile() ? SessionError::None : SessionError::NotReadable, {}};
}

SessionFault checkHead(SQLite::Database &db)
{
    SqlStatement statement(db, "PRAGMA application_id");
    if (!statement.step() || statement.integer(0) != qint64 {SessionStore::kApplicationId})
        return {SessionError::NotASession, {}};
    statement.reset();
    const int found = version(db);
    if (found > SessionStore::kSchemaVersion)
        return {SessionError::NewerVersion, {}};
    return {found > 0 ? SessionError::None : SessionError::Damaged, {}};
}

} // namespace crawlscope::SessionSchema
