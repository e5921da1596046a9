// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessionload.h"

#include "core/store/fieldnames.h"
#include "core/store/sessionnames.h"
#include "core/store/sessionschema.h"
#include "core/store/siteload.h"
#include "core/url/urllistrestorer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>
#include <string>

namespace crawlscope::SessionLoad {

namespace {

    constexpr quint64 kRowsBetweenPolls = 1024;

    /// Rows as readRow() takes them, of the newest attempt of each entry.
    std::string selectRows(const char *rest)
    {
        return std::string(
                   "SELECT entry, attempts, confirmed, state, error, error_detail, status, reason, method, redirects, "
                   "final_url, content_type, title, wire_bytes, body_bytes, truncated, anomalies, connection, "
                   "http_version, remote_ip, started_at, queued_us, dns_us, connect_us, tls_us, send_us, wait_us, "
                   "receive_us, total_us, ended FROM attempt WHERE newest = 1 ")
            + rest;
    }

    QByteArray copied(const SqlStatement &statement, int column)
    {
        return statement.bytes(column).toByteArray();
    }

    /// Until the next step; for what copies it before.
    QByteArray borrowed(const SqlStatement &statement, int column)
    {
        const QByteArrayView view = statement.bytes(column);
        return view.isEmpty() ? QByteArray() : QByteArray::fromRawData(view.data(), view.size());
    }

    template<typename Number>
    Number number(const SqlStatement &statement, int column)
    {
        return static_cast<Number>(statement.integer(column));
    }

    constexpr int kEndedColumn = 29; ///< of selectRows()

    quint32 duration(const SqlStatement &statement, int column)
    {
        return statement.isNull(column) ? PhaseTimes::kNotApplicable : number<quint32>(statement, column);
    }

    PhaseTimes durations(const SqlStatement &statement, int first)
    {
        PhaseTimes times;
        for (quint32 *micros : {&times.queued, &times.dns, &times.connect, &times.tls, &times.send, &times.wait,
                                &times.receive, &times.total})
            *micros = duration(statement, first++);
        return times;
    }

    /// Counts a row; false: the caller is to stop.
    bool goesOn(SessionReader::Progress *progress, quint64 *rows)
    {
        ++*rows;
        if (progress == nullptr || *rows % kRowsBetweenPolls != 0)
            return true;
        progress->rows.store(*rows, std::memory_order_relaxed);
        return !progress->cancelled.load(std::memory_order_relaxed);
    }

    bool isCancelled(const SessionReader::Progress *progress)
    {
        return progress != nullptr && progress->cancelled;
    }

    HeaderList headers(const SqlStatement &statement, int column)
    {
        return statement.type(column) == SQLITE_BLOB ? SessionNames::headersOfBlob(statement.bytes(column))
                                                     : SessionNames::headersOfText(statement.bytes(column));
    }

    [[noreturn]] void failDamaged(const char *what)
    {
        throw SQLite::Exception(what, SQLITE_CORRUPT);
    }

    /// The URLs that were found, after the input. False: the caller is to stop.
    bool addFound(SQLite::Database &db, UrlListRestorer *restorer, SessionReader::Progress *progress, quint64 *rows)
    {
        SqlStatement s(db, "SELECT entry, url, parent, depth, source FROM found ORDER BY entry");
        while (s.step()) {
            FoundUrls::Item item;
            item.url = s.bytes(1);
            item.parent = s.isNull(2) ? FoundUrls::kNoParent : number<quint32>(s, 2);
            item.depth = number<quint32>(s, 3);
            item.source = foundSourceOf(s.bytes(4));
            if (s.integer(0) != static_cast<qint64>(restorer->size()) || !restorer->addFound(item))
                failDamaged("found");
            if (!goesOn(progress, rows))
                return false;
        }
        return true;
    }

    /// How entries are known, see EntryMarks. False: the caller is to stop.
    bool addMarks(SQLite::Database &db, UrlListRestorer *restorer, SessionReader::Progress *progress, quint64 *rows)
    {
        struct Source
        {
            const char *sql;
            EntryMarks::Mark mark;
        };
        // Not by the index of targets, which would have to look up each link for its page: 14 s for a million.
        for (const Source &source :
             {Source {"SELECT entry FROM sitemap_url", EntryMarks::InSitemap},
              Source {"SELECT target FROM link NOT INDEXED WHERE target <> source AND kind NOT IN "
                      "(SELECT id FROM link_kind WHERE name IN ('canonical', 'alternate'))",
                      EntryMarks::Linked}}) {
            SqlStatement s(db, source.sql);
            while (s.step()) {
                if (!restorer->mark(s.integer(0), source.mark))
                    failDamaged("entry");
                if (!goesOn(progress, rows))
                    return false;
            }
        }
        return true;
    }

    void readRow(const SqlStatement &s, ResultRow *row)
    {
        row->entry = number<quint32>(s, 0);
        row->attempts = number<quint8>(s, 1);
        row->confirmed = number<quint8>(s, 2);
        row->state = SessionNames::rowState(s.bytes(3));
        row->error = SessionNames::error(s.bytes(4));
        row->errorDetail = borrowed(s, 5);
        row->status = number<quint16>(s, 6);
        row->reason = borrowed(s, 7);
        row->method = borrowed(s, 8);
        row->redirects = number<quint8>(s, 9);
        row->finalUrl = borrowed(s, 10);
        row->contentType = borrowed(s, 11);
        row->title = borrowed(s, 12);
        row->wireBytes = s.integer(13);
        row->bodyBytes = s.integer(14);
        row->truncated = s.integer(15) != 0;
        row->anomalies = SessionNames::anomalies(s.bytes(16));
        row->connection = SessionNames::connectionUse(s.bytes(17));
        row->httpVersion = SessionNames::httpVersion(s.bytes(18));
        row->remoteIp = borrowed(s, 19);
        row->startedAtMs = s.integer(20);
        row->times = durations(s, 21);
    }

    HopDetails readHop(const SqlStatement &s)
    {
        HopDetails hop;
        hop.url = copied(s, 0);
        hop.method = copied(s, 1);
        hop.status = number<quint16>(s, 2);
        hop.reason = copied(s, 3);
        hop.error = SessionNames::error(s.bytes(4));
        hop.connection = SessionNames::connectionUse(s.bytes(5));
        hop.httpVersion = SessionNames::httpVersion(s.bytes(6));
        hop.times = durations(s, 7);
        hop.startedAtMs = s.integer(15);
        hop.remoteIp = copied(s, 16);
        hop.remotePort = number<quint16>(s, 17);
        hop.wireBytes = s.integer(18);
        hop.tls.version = copied(s, 19);
        hop.tls.cipher = copied(s, 20);
        hop.tls.subject = copied(s, 21);
        hop.tls.issuer = copied(s, 22);
        hop.tls.expiresAtMs = s.integer(23);
        hop.requestHeaders = headers(s, 24);
        hop.responseHeaders = headers(s, 25);
        return hop;
    }

} // namespace

Meta meta(SQLite::Database &db)
{
    Meta out;
    SqlStatement statement(db, "SELECT key, value FROM meta");
    while (statement.step())
        out.insert(copied(statement, 0), copied(statement, 1));
    return out;
}

void fillInfo(const Meta &meta, SessionInfo *info)
{
    info->createdAtMs = meta.value("created_at").toLongLong();
    info->changedAtMs = meta.value("changed_at").toLongLong();
    info->state = SessionNames::state(meta.value("state"));
    info->writtenBy = QString::fromUtf8(meta.value("written_by"));
    info->elapsedMs = meta.value("elapsed_ms").toLongLong();
    info->p95Micros = meta.value("p95_us", "-1").toLongLong();
    info->firstHost = meta.value("first_host");
    info->listComplete = meta.value("list_complete").toInt() != 0;
    info->storedLines = meta.value("stored_lines").toULongLong();
    UrlCounts &counts = info->counts;
    counts.input = meta.value("input").toULongLong();
    counts.unique = meta.value("unique").toULongLong();
    counts.duplicate = meta.value("duplicate").toULongLong();
    counts.invalid = meta.value("invalid").toULongLong();
    counts.done = meta.value("done").toULongLong();
    counts.failed = meta.value("failed").toULongLong();
    counts.skipped = meta.value("skipped").toULongLong();
    info->found = meta.value("found").toULongLong();
    counts.found = info->found;
    counts.unique += info->found;
    counts.left = counts.unique - std::min(counts.unique, counts.done + counts.failed + counts.skipped);
    counts.pending = counts.left;
}

qint64 inputLines(SQLite::Database &db)
{
    SqlStatement statement(db, "SELECT max(entry) + 1 FROM input");
    return statement.step() ? statement.integer(0) : 0;
}

qint64 storedLines(SQLite::Database &db)
{
    SqlStatement statement(db, "SELECT max(entry) + 1 FROM found");
    return std::max(inputLines(db), statement.step() ? statement.integer(0) : 0);
}

std::shared_ptr<const UrlList> urls(SQLite::Database &db, SessionReader::Progress *progress)
{
    const Meta head = meta(db);
    const qint64 lines = storedLines(db);
    UrlListRestorer restorer(static_cast<std::size_t>(lines));
    SqlStatement s(db, "SELECT entry, line, verdict, reason, duplicate_of, url FROM input ORDER BY entry");
    quint64 rows = 0;
    while (s.step()) {
        const bool good = s.integer(0) == static_cast<qint64>(restorer.size())
            && restorer.add(number<quint32>(s, 1), SessionNames::verdict(s.bytes(2)),
                            SessionNames::lineReason(s.bytes(3)), number<quint32>(s, 4), s.bytes(5));
        if (!good)
            failDamaged("input");
        if (!goesOn(progress, &rows))
            return nullptr;
    }
    quint64 marked = 0; // counts for being cancelled, not as progress
    if (!addFound(db, &restorer, progress, &rows) || !addMarks(db, &restorer, progress, &marked)
        || isCancelled(progress))
        return nullptr;
    return restorer.finish(head.value("input_lines").toUInt(), head.value("ignored").toULongLong());
}

QByteArrayList columns(const Meta &meta)
{
    QByteArrayList names;
    const QJsonArray rules = QJsonDocument::fromJson(meta.value("config")).object().value(u"extract").toArray();
    for (const auto &rule : rules)
        names += rule.toObject().value(u"name").toString().toUtf8();
    return FieldNames::columns(names);
}

std::shared_ptr<ResultTable> table(SQLite::Database &db, SessionReader::Progress *progress)
{
    auto out = std::make_shared<ResultTable>(columns(meta(db)));
    SiteLoad::Extractions values(db, out->columns().size());
    SqlStatement s(db, selectRows("ORDER BY ended").c_str());
    const qint64 lines = storedLines(db);
    quint64 rows = 0;
    std::vector<ResultRow> row(1); // its texts lie in SQLite's page, the table copies them
    while (s.step()) {
        if (s.integer(0) < 0 || s.integer(0) >= lines)
            failDamaged("attempt");
        readRow(s, row.data());
        values.read(s.integer(kEndedColumn), &row[0].extractions);
        out->append(row);
        if (!goesOn(progress, &rows))
            return nullptr;
    }
    return isCancelled(progress) ? nullptr : out;
}

std::shared_ptr<const UrlList> urls(SQLite::Database &db, std::size_t first, std::size_t count,
                                    std::vector<quint32> *duplicateLines)
{
    UrlListRestorer restorer(count);
    duplicateLines->clear();
    SqlStatement s(
        db,
        "SELECT i.line, i.verdict, i.reason, i.duplicate_of, i.url, d.line FROM input i LEFT JOIN input d ON "
        "i.verdict = 'duplicate' AND d.entry = i.duplicate_of WHERE i.entry BETWEEN ?1 AND ?2 "
        "ORDER BY i.entry");
    s.bind(1, static_cast<qint64>(first));
    s.bind(2, static_cast<qint64>(first + count - 1));
    while (s.step()) {
        const LineVerdict verdict = SessionNames::verdict(s.bytes(1));
        const LineReason reason = SessionNames::lineReason(s.bytes(2));
        const bool duplicate = verdict == LineVerdict::Duplicate;
        const bool good = duplicate ? restorer.addForeignDuplicate(number<quint32>(s, 0), reason, s.bytes(4))
                                    : restorer.add(number<quint32>(s, 0), verdict, reason, 0, s.bytes(4));
        if (!good || (duplicate && s.isNull(5)))
            failDamaged("input");
        duplicateLines->push_back(duplicate ? number<quint32>(s, 5) : 0);
    }
    SqlStatement found(db, "SELECT url FROM found WHERE entry BETWEEN ?1 AND ?2 ORDER BY entry");
    found.bind(1, static_cast<qint64>(first));
    found.bind(2, static_cast<qint64>(first + count - 1));
    while (found.step()) {
        FoundUrls::Item item;
        item.url = found.bytes(0);
        if (!restorer.addFound(item))
            failDamaged("found");
        duplicateLines->push_back(0);
    }
    if (restorer.size() != count)
        failDamaged("input");
    return restorer.finish(0, 0);
}

std::shared_ptr<ResultTable> table(SQLite::Database &db, std::size_t first, std::size_t count)
{
    auto out = std::make_shared<ResultTable>(columns(meta(db)));
    SqlStatement values(db, SiteLoad::kExtractionsOfRow);
    SqlStatement s(db, selectRows("AND entry BETWEEN ?1 AND ?2 ORDER BY entry").c_str());
    s.bind(1, static_cast<qint64>(first));
    s.bind(2, static_cast<qint64>(first + count - 1));
    std::vector<ResultRow> row(1);
    while (s.step()) {
        readRow(s, row.data());
        if (!out->columns().isEmpty())
            SiteLoad::readExtractions(values, s.integer(kEndedColumn), out->columns().size(), &row[0].extractions);
        row[0].entry -= static_cast<quint32>(first);
        out->append(row);
    }
    return out;
}

std::vector<TimePoint> points(SQLite::Database &db)
{
    std::vector<TimePoint> out;
    SqlStatement s(db,
                   "SELECT at_ms, rate_per_s, in_flight, in_flight_limit, p50_us, p95_us, p99_us, ended, status_none, "
                   "status_1xx, status_2xx, status_3xx, status_4xx, status_5xx, failures, wire_bytes FROM point "
                   "ORDER BY id");
    while (s.step()) {
        TimePoint &point = out.emplace_back();
        point.atMs = s.integer(0);
        point.ratePerS = s.real(1);
        point.inFlight = number<int>(s, 2);
        point.inFlightLimit = number<int>(s, 3);
        point.p50Micros = number<quint32>(s, 4);
        point.p95Micros = number<quint32>(s, 5);
        point.p99Micros = number<quint32>(s, 6);
        point.ended = number<quint32>(s, 7);
        for (std::size_t i = 0; i < point.statusClasses.size(); ++i)
            point.statusClasses[i] = number<quint32>(s, 8 + static_cast<int>(i));
        point.failures = number<quint32>(s, 14);
        point.wireBytes = s.integer(15);
    }
    return out;
}

std::vector<RunEvent> events(SQLite::Database &db)
{
    std::vector<RunEvent> out;
    SqlStatement s(db, "SELECT at_ms, wall_ms, level, name, error, a, b, text FROM event ORDER BY id");
    while (s.step()) {
        const std::optional<EventId> id = eventIdFromName(s.bytes(3));
        if (!id)
            continue; // of another program; nothing depends on it
        RunEvent &event = out.emplace_back();
        event.atMs = s.integer(0);
        event.wallMs = s.integer(1);
        event.level = SessionNames::level(s.bytes(2));
        event.id = *id;
        event.error = SessionNames::error(s.bytes(4));
        event.a = s.integer(5);
        event.b = s.integer(6);
        event.text = copied(s, 7);
    }
    return out;
}

std::vector<quint32> inFlight(SQLite::Database &db)
{
    std::vector<quint32> out;
    SqlStatement s(db,
                   "SELECT entry FROM in_flight AS f WHERE NOT EXISTS (SELECT 1 FROM attempt AS a WHERE a.entry = "
                   "f.entry) AND (EXISTS (SELECT 1 FROM input AS i WHERE i.entry = f.entry) OR "
                   "EXISTS (SELECT 1 FROM found AS u WHERE u.entry = f.entry)) ORDER BY entry");
    while (s.step())
        out.push_back(number<quint32>(s, 0));
    return out;
}

namespace {

    /// Hops of the attempt `ended`, oldest first. `isHop`: the attempt's row is the only one.
    void readHops(SQLite::Database &db, qint64 ended, bool isHop, QList<HopDetails> *out)
    {
        static const auto select = [](const char *url, const char *from) {
            return std::string("SELECT ") + url
                + ", h.method, h.status, h.reason, h.error, h.connection, h.http_version, h.queued_us, h.dns_us, "
                  "h.connect_us, h.tls_us, h.send_us, h.wait_us, h.receive_us, h.total_us, h.started_at, h.remote_ip, "
                  "h.remote_port, h.wire_bytes, t.version, t.cipher, t.subject, t.issuer, t.expires_at, r.headers, "
                  "h.response_headers FROM "
                + from;
        };
        constexpr const char *shared = "LEFT JOIN tls t ON t.id = h.tls LEFT JOIN header_set r ON "
                                       "r.id = h.request_headers ";
        const std::string sql = isHop
            ? select("coalesce(i.url, f.url)",
                     "attempt h LEFT JOIN input i ON i.entry = h.entry LEFT JOIN found f ON f.entry = h.entry ")
                + shared + "WHERE h.ended = ?1"
            : select("h.url", "hop h ") + shared + "WHERE h.id BETWEEN ?1 * 1024 AND ?1 * 1024 + 1023 ORDER BY h.id";
        SqlStatement s(db, sql.c_str());
        s.bind(1, ended);
        while (s.step())
            out->append(readHop(s));
    }

} // namespace

std::optional<RowDetails> details(SQLite::Database &db, quint32 entry, int attempt)
{
    SqlStatement s(db,
                   "SELECT a.ended, a.charset, a.preview_cut, a.json_error_offset, a.analysis_us, b.preview, "
                   "a.is_hop "
                   "FROM attempt a LEFT JOIN body b ON b.ended = a.ended "
                   "WHERE a.entry = ?1 AND iif(?2 = 0, a.newest = 1, a.attempts = ?2)");
    s.bind(1, entry);
    s.bind(2, attempt);
    if (!s.step())
        return std::nullopt;
    const qint64 ended = s.integer(0);
    RowDetails out;
    out.charset = copied(s, 1);
    out.previewCut = s.integer(2) != 0;
    out.jsonErrorOffset = s.isNull(3) ? -1 : s.integer(3);
    out.analysisMicros = number<quint32>(s, 4);
    out.bodyPreview = copied(s, 5);
    readHops(db, ended, s.integer(6) != 0, &out.hops);
    return out;
}

std::vector<AttemptSummary> attempts(SQLite::Database &db, quint32 entry)
{
    std::vector<AttemptSummary> out;
    SqlStatement s(db,
                   "SELECT attempts, status, error, started_at, total_us, lane FROM attempt WHERE entry = ? AND "
                   "attempts > 0 ORDER BY attempts");
    s.bind(1, entry);
    while (s.step()) {
        AttemptSummary &attempt = out.emplace_back();
        attempt.number = number<quint8>(s, 0);
        attempt.status = number<quint16>(s, 1);
        attempt.error = SessionNames::error(s.bytes(2));
        attempt.startedAtMs = s.integer(3);
        attempt.totalMicros = duration(s, 4);
        attempt.lane = number<quint8>(s, 5);
    }
    return out;
}

} // namespace crawlscope::SessionLoad
