// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/attemptfeed.h"
#include "core/store/sessionbatch.h"
#include "core/store/sessionrecord.h"
#include "core/store/sessionsql.h"
#include "core/store/sessiontally.h"
#include "core/store/sitewriter.h"

#include <QHash>

#include <string>

namespace crawlscope {

/// The write connection of a session file and its statements. Knows nothing of threads and faults: throws
/// SQLite::Exception, after which rollback() brings it back to where it was. Not thread-safe.
class SessionWriter
{
public:
    /// Opens a file whose schema is the present one. `tally`: of this file, changed by every row.
    SessionWriter(const QString &path, SessionTally *tally);

    void begin();
    void commit();
    void rollback() noexcept;

    /// All of a batch.
    void write(const SessionBatch &batch);
    void setMeta(const char *key, qint64 number);
    void setMeta(const char *key, QByteArrayView text);
    [[nodiscard]] qint64 metaNumber(const char *key);
    void addSweep(const StoredSweep &sweep);
    /// Which attempts to come belong to; kept in the file.
    void setLane(qint64 lane);
    /// Fills the tally with what the file holds.
    void readTally();

    enum class Place : quint8 { Same, LogGone, Moved };
    /// Whether the file and its write-ahead log still have their names; what was deleted stays readable and writable
    /// through this connection as long as it is open.
    [[nodiscard]] Place place() const;
    /// Moves the write-ahead log into the file.
    void checkpoint() const;
    /// What makes reading a run that has ended faster.
    void index() { m_site.index(); }
    void vacuumInto(const QString &path);
    /// Waits until the file itself is on the disk.
    void sync() const;
    [[nodiscard]] sqlite3 *handle() const { return m_db.getHandle(); }

private:
    /// Texts that many rows share and their ids; forgets them all when there are too many.
    struct Interned
    {
        QHash<QByteArray, qint64> ids;
        QByteArray lastText; ///< most often the same as the one before
        qint64 lastId = 0;
        qint64 count = 0; ///< rows of the table
        void clear();
        [[nodiscard]] qint64 find(QByteArrayView text); ///< 0: not known
        void insert(QByteArrayView text, qint64 id);
    };

    void takeRow(SessionRecordReader *reader);
    void writeRows();
    void removeAttempt(quint32 entry, int attempts);
    void writeHop(qint64 id, SessionRecordReader *reader);
    void writePoint(const TimePoint &point);
    void writeEvent(const RunEvent &event);
    void writeFlights(const SessionBatch &batch);
    void writeProgress(const SessionBatch &batch);
    [[nodiscard]] qint64 headerSetId(QByteArrayView headers, bool isText);
    [[nodiscard]] qint64 tlsId(QByteArrayView tls);
    void readCounters();

    const std::string m_walPath;
    SessionTally *m_tally;
    SQLite::Database m_db;
    AttemptFeed m_rows; // taken from the batch, not yet inserted
    SqlFeed m_rowFeed; // before the statements that read from it
    SqlStatement m_begin, m_commit, m_rollback, m_meta, m_attempt, m_notNewest, m_hop, m_headerSet, m_tls;
    SiteWriter m_site;
    SqlStatement m_body, m_flightOn, m_flightOff, m_point, m_event;
    qint64 m_lane = 0;
    qint64 m_ended = 0; // the newest attempt
    Interned m_headerSets;
    Interned m_tlsSets;
};

} // namespace crawlscope
