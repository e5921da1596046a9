// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessionwriter.h"

#include "core/store/sessionnames.h"
#include "core/store/sessionschema.h"

#include <QDateTime>
#include <QFile>

#include <array>

namespace crawlscope {

namespace {

    constexpr int kBusyMs = 200; // a passing reader's or checkpoint's lock is no fault
    constexpr qsizetype kMaxInterned = 4096;

    void bindDurations(SqlStatement &statement, int first, const PhaseTimes &times)
    {
        for (const quint32 micros :
             {times.queued, times.dns, times.connect, times.tls, times.send, times.wait, times.receive, times.total}) {
            if (micros == PhaseTimes::kNotApplicable)
                statement.bindNull(first++);
            else
                statement.bind(first++, micros);
        }
    }

    void bindUnlessZero(SqlStatement &statement, int parameter, qint64 number)
    {
        if (number == 0)
            statement.bindNull(parameter);
        else
            statement.bind(parameter, number);
    }

    SQLite::Database opened(const QString &path)
    {
        SQLite::Database db(path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, kBusyMs);
        db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF;"
                "PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 2048;"
                "PRAGMA journal_size_limit = 67108864; PRAGMA secure_delete = OFF");
        return db;
    }

} // namespace

SessionWriter::SessionWriter(const QString &path, SessionTally *tally)
    : m_walPath(path.toStdString() + "-wal")
    , m_tally(tally)
    , m_db(opened(path))
    , m_rowFeed(m_db, "session_rows", AttemptFeed::kColumns)
    , m_begin(m_db, "BEGIN IMMEDIATE")
    , m_commit(m_db, "COMMIT")
    , m_rollback(m_db, "ROLLBACK")
    , m_meta(m_db, "INSERT INTO meta VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value")
    , m_attempt(
          m_db,
          (std::string("INSERT OR FAIL INTO attempt(") + AttemptFeed::kColumnNames + ") SELECT * FROM session_rows")
              .c_str())
    , m_notNewest(m_db, "UPDATE attempt SET newest = 0 WHERE entry = ? AND newest = 1")
    , m_hop(m_db,
            "INSERT INTO hop(id, url, method, status, reason, error, connection, http_version, queued_us, dns_us, "
            "connect_us, tls_us, send_us, wait_us, receive_us, total_us, started_at, remote_ip, remote_port, "
            "wire_bytes, tls, request_headers, response_headers) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
    , m_headerSet(m_db, "INSERT INTO header_set VALUES(?, ?)")
    , m_tls(m_db, "INSERT INTO tls VALUES(?, ?, ?, ?, ?, ?)")
    , m_site(m_db)
    , m_body(m_db, "INSERT INTO body VALUES(?, ?)")
    , m_flightOn(m_db, "INSERT OR IGNORE INTO in_flight VALUES(?)")
    , m_flightOff(m_db, "DELETE FROM in_flight WHERE entry = ?")
    , m_point(m_db, "INSERT INTO point VALUES(NULL,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
    , m_event(m_db, "INSERT INTO event VALUES(NULL,?,?,?,?,?,?,?,?)")
{
    readCounters();
    m_lane = metaNumber("lane");
}

void SessionWriter::readCounters()
{
    const auto highest = [this](const char *sql) {
        SqlStatement statement(m_db, sql);
        return statement.step() ? statement.integer(0) : qint64 {0};
    };
    m_ended = highest("SELECT max(ended) FROM attempt");
    m_headerSets.count = highest("SELECT max(id) FROM header_set");
    m_tlsSets.count = highest("SELECT max(id) FROM tls");
    m_site.readCounters();
}

void SessionWriter::begin()
{
    m_begin.run();
}

void SessionWriter::commit()
{
    m_commit.run();
    m_tally->keep();
}

void SessionWriter::rollback() noexcept
{
    try {
        if (sqlite3_get_autocommit(handle()) == 0)
            m_rollback.run();
    } catch (const SQLite::Exception &) { // NOLINT(bugprone-empty-catch): rolled back by SQLite itself, then
    }
    m_tally->drop();
    m_rows.clear();
    m_rowFeed.setSource(nullptr);
    m_headerSets.clear(); // what was numbered in this transaction is not in the file
    m_tlsSets.clear();
    try {
        readCounters();
    } catch (const SQLite::Exception &) { // NOLINT(bugprone-empty-catch): numbers may be left out, not used twice
    }
}

void SessionWriter::setMeta(const char *key, qint64 number)
{
    m_meta.bindText(1, key);
    m_meta.bind(2, number);
    m_meta.run();
}

void SessionWriter::setMeta(const char *key, QByteArrayView text)
{
    m_meta.bindText(1, key);
    m_meta.bindText(2, text);
    m_meta.run();
}

qint64 SessionWriter::metaNumber(const char *key)
{
    SqlStatement statement(m_db, "SELECT value FROM meta WHERE key = ?");
    statement.bindText(1, key);
    return statement.step() ? statement.integer(0) : 0;
}

void SessionWriter::addSweep(const StoredSweep &sweep)
{
    SqlStatement statement(m_db, "INSERT INTO sweep(started_ms, plan, result) VALUES(?, ?, ?)");
    statement.bind(1, sweep.startedMs);
    statement.bindText(2, sweep.plan);
    statement.bindText(3, sweep.result);
    statement.run();
}

void SessionWriter::setLane(qint64 lane)
{
    setMeta("lane", lane);
    m_lane = lane;
}

void SessionWriter::write(const SessionBatch &batch)
{
    m_site.writeEarlierPages(batch);
    const qint64 firstEnded = m_ended + 1;
    SessionRecordReader reader(batch.records);
    for (std::size_t i = 0; i < batch.rows.size(); ++i)
        takeRow(&reader);
    writeRows();
    m_site.write(batch, firstEnded);
    writeFlights(batch);
    for (const TimePoint &point : batch.points)
        writePoint(point);
    for (const RunEvent &event : batch.events)
        writeEvent(event);
    writeProgress(batch);
}

/// The next row of a batch: what goes to other tables, and what waits for writeRows().
void SessionWriter::takeRow(SessionRecordReader *reader)
{
    using Text = SessionRecord::Text;
    const auto record = reader->take<SessionRecord>();
    if (m_tally->entry(record.entry).hasRow) {
        writeRows(); // the earlier one may be among them
        removeAttempt(record.entry, record.attempts);
        m_notNewest.bind(1, record.entry);
        m_notNewest.run();
    } else if (m_rows.full()) {
        writeRows();
    }
    const qint64 ended = ++m_ended;
    AttemptFeed::Row &row = m_rows.add();
    row.record = record;
    for (std::size_t text = 0; text < row.texts.size(); ++text)
        row.texts[text] = reader->text(record.sizes[text]);
    row.anomalies = record.anomalies == 0 ? QByteArray() : anomalyNames(record.anomalies);
    row.ended = ended;
    row.lane = m_lane;
    row.requestHeaders = headerSetId(row.texts[Text::RequestHeaders], record.requestIsText);
    row.tls = tlsId(row.texts[Text::Tls]);
    if (record.sizes[Text::Preview] > 0) {
        m_body.bind(1, ended);
        m_body.bindBlob(2, row.texts[Text::Preview]);
        m_body.run();
    }
    for (qint64 hop = 0; hop < record.hops; ++hop)
        writeHop(ended * SessionSchema::kMaxHops + hop, reader);
    m_tally->setRow(record.entry, record.state, record.attempts);
}

void SessionWriter::writeRows()
{
    if (m_rows.empty())
        return;
    m_rowFeed.setSource(&m_rows);
    m_attempt.run();
    m_rowFeed.setSource(nullptr);
    m_rows.clear();
}

/// The same attempt once more: its first record goes.
void SessionWriter::removeAttempt(quint32 entry, int attempts)
{
    SqlStatement find(m_db, "SELECT ended FROM attempt WHERE entry = ? AND attempts = ?");
    find.bind(1, entry);
    find.bind(2, attempts);
    if (!find.step())
        return;
    const qint64 ended = find.integer(0);
    find.reset();
    for (const char *sql : {"DELETE FROM hop WHERE id BETWEEN ?1 * 1024 AND ?1 * 1024 + 1023",
                            "DELETE FROM body WHERE ended = ?1", "DELETE FROM attempt WHERE ended = ?1"}) {
        SqlStatement remove(m_db, sql);
        remove.bind(1, ended);
        remove.run();
    }
    m_site.removeAttempt(ended);
}

void SessionWriter::writeHop(qint64 id, SessionRecordReader *reader)
{
    using Text = SessionHopRecord::Text;
    const auto hop = reader->take<SessionHopRecord>();
    SqlStatement &s = m_hop;
    s.bind(1, id);
    s.bindText(2, reader->text(hop.sizes[Text::Url]));
    s.bindText(3, reader->text(hop.sizes[Text::Method]));
    bindUnlessZero(s, 4, hop.status);
    s.bindText(5, reader->text(hop.sizes[Text::Reason]));
    s.bindText(6, errorIdName(hop.error));
    s.bindText(7, connectionUseName(hop.connection));
    s.bindText(8, httpVersionName(hop.httpVersion));
    bindDurations(s, 9, hop.times);
    bindUnlessZero(s, 17, hop.startedAtMs);
    s.bindText(18, reader->text(hop.sizes[Text::RemoteIp]));
    bindUnlessZero(s, 19, hop.remotePort);
    s.bind(20, hop.wireBytes);
    bindUnlessZero(s, 21, tlsId(reader->text(hop.sizes[Text::Tls])));
    bindUnlessZero(s, 22, headerSetId(reader->text(hop.sizes[Text::RequestHeaders]), hop.requestIsText));
    const QByteArrayView headers = reader->text(hop.sizes[Text::ResponseHeaders]);
    if (hop.responseIsText)
        s.bindText(23, headers);
    else
        s.bindBlob(23, headers);
    s.run();
}

void SessionWriter::Interned::clear()
{
    ids.clear();
    lastText.clear();
    lastId = 0;
}

qint64 SessionWriter::Interned::find(QByteArrayView text)
{
    if (text == lastText)
        return lastId;
    const auto found = ids.constFind(QByteArray::fromRawData(text.data(), text.size()));
    if (found == ids.constEnd())
        return 0;
    lastText = found.key();
    lastId = *found;
    return lastId;
}

void SessionWriter::Interned::insert(QByteArrayView text, qint64 id)
{
    if (ids.size() >= kMaxInterned)
        clear();
    ids.insert(text.toByteArray(), id);
}

/// 0: none.
qint64 SessionWriter::headerSetId(QByteArrayView headers, bool isText)
{
    if (headers.isEmpty())
        return 0;
    if (const qint64 known = m_headerSets.find(headers); known != 0)
        return known;
    const qint64 id = ++m_headerSets.count;
    m_headerSet.bind(1, id);
    if (isText)
        m_headerSet.bindText(2, headers);
    else
        m_headerSet.bindBlob(2, headers);
    m_headerSet.run();
    m_headerSets.insert(headers, id);
    return id;
}

/// 0: none.
qint64 SessionWriter::tlsId(QByteArrayView tls)
{
    if (tls.isEmpty())
        return 0;
    if (const qint64 known = m_tlsSets.find(tls); known != 0)
        return known;
    const qint64 id = ++m_tlsSets.count;
    SessionRecordReader reader(tls);
    const auto record = reader.take<SessionTlsRecord>();
    m_tls.bind(1, id);
    for (std::size_t i = 0; i < record.sizes.size(); ++i)
        m_tls.bindText(2 + static_cast<int>(i), reader.text(record.sizes[i]));
    bindUnlessZero(m_tls, 6, record.expiresAtMs);
    m_tls.run();
    m_tlsSets.insert(tls, id);
    return id;
}

void SessionWriter::writePoint(const TimePoint &point)
{
    SqlStatement &s = m_point;
    s.bind(1, point.atMs);
    s.bindReal(2, point.ratePerS);
    s.bind(3, point.inFlight);
    s.bind(4, point.inFlightLimit);
    s.bind(5, point.p50Micros);
    s.bind(6, point.p95Micros);
    s.bind(7, point.p99Micros);
    s.bind(8, point.ended);
    for (std::size_t i = 0; i < point.statusClasses.size(); ++i)
        s.bind(9 + static_cast<int>(i), point.statusClasses[i]);
    s.bind(15, point.failures);
    s.bind(16, point.wireBytes);
    s.run();
}

void SessionWriter::writeEvent(const RunEvent &event)
{
    SqlStatement &s = m_event;
    s.bind(1, event.atMs);
    s.bind(2, event.wallMs);
    s.bindText(3, SessionNames::ofLevel(event.level));
    s.bindText(4, eventIdName(event.id));
    s.bindText(5, errorIdName(event.error));
    s.bind(6, event.a);
    s.bind(7, event.b);
    s.bindText(8, event.text);
    s.run();
}

void SessionWriter::writeFlights(const SessionBatch &batch)
{
    for (const auto &[entry, sent] : batch.flights)
        m_tally->setInFlight(entry, sent);
    for (const quint32 entry : m_tally->flightChanges()) {
        const SessionTally::Entry state = m_tally->entry(entry);
        if (state.inFlight == state.inFlightStored)
            continue;
        SqlStatement &statement = state.inFlight ? m_flightOn : m_flightOff;
        statement.bind(1, entry);
        statement.run();
        m_tally->setInFlightStored(entry, state.inFlight);
    }
}

/// Figures that a list of sessions shows, so that it need not look at the rows.
void SessionWriter::writeProgress(const SessionBatch &batch)
{
    if (!batch.rows.empty()) {
        setMeta("changed_at", QDateTime::currentMSecsSinceEpoch());
        setMeta("done", static_cast<qint64>(m_tally->rows(RowState::Done)));
        setMeta("failed", static_cast<qint64>(m_tally->rows(RowState::Failed)));
        setMeta("skipped", static_cast<qint64>(m_tally->rows(RowState::Skipped)));
    }
    if (!batch.found.isEmpty())
        setMeta("found", m_site.found());
    if (batch.snapshot) {
        setMeta("elapsed_ms", batch.snapshot->elapsedMs);
        const auto &latency = batch.snapshot->latency;
        if (latency && latency->count() > 0)
            setMeta("p95_us", static_cast<qint64>(latency->percentile(0.95)));
    }
    if (batch.config)
        setMeta("config", *batch.config);
    if (batch.state)
        setMeta("state", SessionNames::ofState(*batch.state));
}

void SessionWriter::readTally()
{
    SqlStatement rows(m_db, "SELECT entry, state, attempts FROM attempt WHERE newest = 1");
    while (rows.step())
        m_tally->setRow(static_cast<quint32>(rows.integer(0)), SessionNames::rowState(rows.bytes(1)),
                        static_cast<quint8>(rows.integer(2)));
    SqlStatement flights(m_db, "SELECT entry FROM in_flight");
    while (flights.step()) {
        const auto entry = static_cast<quint32>(flights.integer(0));
        m_tally->setInFlight(entry, true);
        m_tally->setInFlightStored(entry, true);
    }
    m_tally->keep();
}

SessionWriter::Place SessionWriter::place() const
{
    int moved = 0;
    if (sqlite3_file_control(handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0)
        return Place::Moved;
    return QFile::exists(QString::fromStdString(m_walPath)) ? Place::Same : Place::LogGone;
}

void SessionWriter::checkpoint() const
{
    const int code = sqlite3_wal_checkpoint_v2(handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code != SQLITE_OK)
        throw SQLite::Exception(handle(), code);
}

void SessionWriter::vacuumInto(const QString &path)
{
    const std::string target = path.toStdString();
    SqlStatement statement(m_db, "VACUUM INTO ?");
    statement.bindText(1, QByteArrayView(target.data(), static_cast<qsizetype>(target.size())));
    statement.run();
}

void SessionWriter::sync() const
{
    sqlite3_file *file = nullptr;
    if (sqlite3_file_control(handle(), "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void *>(&file)) != SQLITE_OK
        || file->pMethods == nullptr)
        return;
    const int code = file->pMethods->xSync(file, SQLITE_SYNC_FULL);
    if (code != SQLITE_OK)
        throw SQLite::Exception(handle(), code);
}

} // namespace crawlscope
