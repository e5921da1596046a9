// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessionschema.h"

#include "core/store/sessionsql.h"
#include "core/store/sessionstore.h"

#include <QByteArray>
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

    // An attempt of one exchange, as most are, tells its exchange by itself: a second row with the same facts took a
    // third of the time that recording takes. Rows of older versions stay as they are.
    constexpr const char *kVersion3 = R"sql(
ALTER TABLE attempt ADD COLUMN is_hop INTEGER NOT NULL DEFAULT 0; -- 1: this row is its only exchange
ALTER TABLE attempt ADD COLUMN remote_port INTEGER; -- of that exchange, as in hop
ALTER TABLE attempt ADD COLUMN tls INTEGER;
ALTER TABLE attempt ADD COLUMN request_headers INTEGER;
ALTER TABLE attempt ADD COLUMN response_headers;
DROP VIEW hops;
CREATE VIEW hops AS
SELECT a.entry, a.attempts AS attempt, h.id & 1023 AS hop, h.url, h.method, h.status, h.reason, h.error, h.connection,
  h.http_version, h.queued_us, h.dns_us, h.connect_us, h.tls_us, h.send_us, h.wait_us, h.receive_us, h.total_us,
  h.started_at, h.remote_ip, h.remote_port, h.wire_bytes, t.version AS tls_version, t.cipher AS tls_cipher,
  t.subject AS tls_subject, t.issuer AS tls_issuer, t.expires_at AS tls_expires_at,
  s.headers AS request_headers, h.response_headers
FROM hop h JOIN attempt a ON a.ended = h.id >> 10
LEFT JOIN tls t ON t.id = h.tls LEFT JOIN header_set s ON s.id = h.request_headers
UNION ALL
SELECT a.entry, a.attempts, 0, coalesce(i.url, f.url), a.method, a.status, a.reason, a.error, a.connection,
  a.http_version, a.queued_us, a.dns_us, a.connect_us, a.tls_us, a.send_us, a.wait_us, a.receive_us, a.total_us,
  a.started_at, a.remote_ip, a.remote_port, a.wire_bytes, t.version, t.cipher,
  t.subject, t.issuer, t.expires_at,
  s.headers, a.response_headers
FROM attempt a LEFT JOIN input i ON i.entry = a.entry LEFT JOIN found f ON f.entry = a.entry
LEFT JOIN tls t ON t.id = a.tls LEFT JOIN header_set s ON s.id = a.request_headers
WHERE a.is_hop = 1;
CREATE TABLE found(
  entry INTEGER PRIMARY KEY, -- goes on after input.entry
  url TEXT NOT NULL,
  parent INTEGER, -- entry of the page that named it first
  depth INTEGER NOT NULL,
  source TEXT NOT NULL); -- link, sitemap, redirect, canonical, robots, other
CREATE TABLE sitemap_url(entry INTEGER PRIMARY KEY);
CREATE TABLE page(
  ended INTEGER PRIMARY KEY, -- attempt.ended
  description TEXT, canonical TEXT, robots TEXT, h1 TEXT, h2 TEXT, language TEXT, refresh_url TEXT, sniffed_type TEXT,
  give_ups TEXT, refresh_s INTEGER, content_hash INTEGER, simhash INTEGER, sha256 BLOB, type_mismatch INTEGER NOT NULL,
  html INTEGER NOT NULL, -- 0: counts do not apply
  canonical_count INTEGER, h1_count INTEGER, h2_count INTEGER, words INTEGER, text_bytes INTEGER,
  links_internal INTEGER, links_external INTEGER, images INTEGER, images_without_alt INTEGER, mixed_content INTEGER,
  insecure_forms INTEGER, links_cut INTEGER NOT NULL);
CREATE TABLE extraction(ended INTEGER, rule INTEGER, value TEXT, PRIMARY KEY(ended, rule)) WITHOUT ROWID;
CREATE TABLE link(
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL, -- entry of the page
  target INTEGER, -- entry; NULL: not of the run
  target_url TEXT, -- then
  anchor TEXT,
  kind INTEGER NOT NULL, -- link_kind.id
  rel INTEGER NOT NULL); -- 1 nofollow, 2 ugc, 4 sponsored, 8 noopener or noreferrer
CREATE TABLE link_page(source INTEGER PRIMARY KEY, first INTEGER NOT NULL, links INTEGER NOT NULL); -- link.id from first
CREATE TABLE link_kind(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO link_kind VALUES(0,'anchor'),(1,'area'),(2,'image'),(3,'script'),(4,'style'),(5,'frame'),(6,'media'),
  (7,'object'),(8,'canonical'),(9,'alternate'),(10,'feed'),(11,'next'),(12,'prev'),(13,'meta_refresh'),(14,'form'),
  (15,'other');
CREATE VIEW links AS
SELECT coalesce(si.url, sf.url) AS source, coalesce(ti.url, tf.url, l.target_url) AS target, l.anchor, k.name AS kind,
  nullif(rtrim(iif(l.rel & 1, 'nofollow ', '') || iif(l.rel & 2, 'ugc ', '') || iif(l.rel & 4, 'sponsored ', '')
    || iif(l.rel & 8, 'noopener', '')), '') AS rel,
  a.status, a.error
FROM link l LEFT JOIN input si ON si.entry = l.source LEFT JOIN found sf ON sf.entry = l.source
LEFT JOIN input ti ON ti.entry = l.target LEFT JOIN found tf ON tf.entry = l.target
LEFT JOIN attempt a ON a.entry = l.target AND a.newest = 1 LEFT JOIN link_kind k ON k.id = l.kind;
DROP VIEW IF EXISTS results;
)sql";

    // What was tried out with the list, beside its run.
    constexpr const char *kVersion4 = R"sql(
CREATE TABLE sweep(
  id INTEGER PRIMARY KEY,
  started_ms INTEGER NOT NULL, -- ms since the epoch, UTC
  plan TEXT NOT NULL, -- JSON
  result TEXT NOT NULL); -- JSON
DROP VIEW IF EXISTS results;
)sql";

    // The fields of the exports, in their order and with their values (ResultSource::allLines()).
    constexpr const char *kResultsView = R"sql(
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
FROM @lines i
LEFT JOIN attempt a ON a.entry = i.entry AND a.newest = 1
LEFT JOIN input d ON i.verdict = 'duplicate' AND d.entry = i.duplicate_of
)sql";

    // URLs found, as lines of the input would be.
    constexpr const char *kFoundLines =
        "(SELECT entry, NULL AS line, url, 'accepted' AS verdict, NULL AS reason, NULL AS "
        "duplicate_of FROM found)";

    /// Durations as exports show them: ms with three decimals.
    QByteArray resultsView()
    {
        QByteArray sql(kResultsView);
        for (const QByteArrayView phase : {"queued", "dns", "connect", "tls", "send", "wait", "receive", "total"}) {
            QByteArray text(
                "CASE WHEN a.@_us IS NOT NULL THEN printf('%d.%03d', a.@_us / 1000, a.@_us % 1000) END AS @_ms");
            text.replace("@", phase);
            sql.replace(QByteArray("@").append(phase).append("_ms"), text);
        }
        // Both halves run along the keys of their tables: in order, without sorting.
        return "CREATE VIEW results AS " + QByteArray(sql).replace("@lines", "input") + "UNION ALL "
            + QByteArray(sql).replace("@lines", kFoundLines);
    }

    void setVersion(SQLite::Database &db, int version)
    {
        db.exec("PRAGMA user_version = " + std::to_string(version));
    }

    /// Step by step: each knows only the version before it.
    void migrateInTransaction(SQLite::Database &db)
    {
        static constexpr std::array<const char *, SessionStore::kSchemaVersion - 1> kSteps {kVersion2, kVersion3,
                                                                                            kVersion4};
        for (int from = version(db); from < SessionStore::kSchemaVersion; ++from)
            db.exec(kSteps[static_cast<std::size_t>(from) - 1]);
        db.exec(resultsView().constData());
        setVersion(db, SessionStore::kSchemaVersion);
    }

} // namespace

void create(SQLite::Database &db)
{
    db.exec("PRAGMA application_id = " + std::to_string(SessionStore::kApplicationId));
    db.exec(kVersion1);
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
