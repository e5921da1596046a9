// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/rowdetails.h"

#include <array>
#include <cstring>
#include <type_traits>

namespace crawlscope {

/// An ended URL on its way from the engine's thread to the writer's, flat: some fifty small blocks of memory of a row
/// and its details become one piece of a buffer. Made while they are in the cache and given back to where they came
/// from, they cost a fraction of what the writer would pay for them later. Only ever in memory.
struct SessionRecord
{
    enum Text : quint8 {
        ErrorDetail,
        Reason,
        Method,
        FinalUrl,
        ContentType,
        Title,
        RemoteIp,
        Charset,
        ResponseHeaders, ///< this and the next two: of the exchange, where isHop
        RequestHeaders,
        Tls,
        Preview,
        Texts
    };

    quint32 entry = 0;
    quint32 anomalies = 0;
    qint64 wireBytes = 0;
    qint64 bodyBytes = 0;
    qint64 startedAtMs = 0;
    qint64 jsonErrorOffset = -1;
    PhaseTimes times;
    quint32 analysisMicros = 0;
    quint16 status = 0;
    quint16 hops = 0; ///< that follow the texts
    quint16 remotePort = 0; ///< where isHop
    quint8 attempts = 0;
    quint8 confirmed = 0;
    quint8 redirects = 0;
    RowState state = RowState::Left;
    ErrorId error = ErrorId::None;
    ConnectionUse connection = ConnectionUse::Unknown;
    HttpVersion httpVersion = HttpVersion::Unknown;
    bool truncated = false;
    bool previewCut = false;
    bool isHop = false; ///< the row is its only exchange, which has no record of its own
    bool requestIsText = true; ///< as SessionNames::appendHeaders()
    bool responseIsText = true;
    std::array<quint32, Texts> sizes {}; ///< of the texts, which follow, and then the hops
};

/// A hop of it.
struct SessionHopRecord
{
    enum Text : quint8 { Url, Method, Reason, RemoteIp, Tls, RequestHeaders, ResponseHeaders, Texts };

    qint64 startedAtMs = 0;
    qint64 wireBytes = 0;
    PhaseTimes times;
    quint16 status = 0;
    quint16 remotePort = 0;
    ErrorId error = ErrorId::None;
    ConnectionUse connection = ConnectionUse::Unknown;
    HttpVersion httpVersion = HttpVersion::Unknown;
    bool requestIsText = true; ///< as SessionNames::appendHeaders()
    bool responseIsText = true;
    std::array<quint32, Texts> sizes {};
};

/// The Tls text of a hop; four texts follow: version, cipher, subject, issuer.
struct SessionTlsRecord
{
    qint64 expiresAtMs = 0;
    std::array<quint32, 4> sizes {};
};

/// Reads records one after another out of the buffer they were appended to. The views live as long as the buffer.
class SessionRecordReader
{
public:
    explicit SessionRecordReader(QByteArrayView buffer)
        : m_at(buffer.data())
    {
    }
    template<typename Record>
    [[nodiscard]] Record take()
    {
        Record record;
        std::memcpy(static_cast<void *>(&record), m_at, sizeof(Record));
        m_at += sizeof(Record);
        return record;
    }
    [[nodiscard]] QByteArrayView text(quint32 size)
    {
        const QByteArrayView out(m_at, static_cast<qsizetype>(size));
        m_at += size;
        return out;
    }

    /// Whether `buffer`, which it was made with, is read.
    [[nodiscard]] bool atEnd(QByteArrayView buffer) const { return m_at == buffer.data() + buffer.size(); }

private:
    const char *m_at;
};

namespace SessionRecords {
    /// A row without redirects is of its own URL, so its only hop has that URL: see RunRecorder::ended().
    void append(const ResultRow &row, const RowDetails &details, QByteArray *buffer);
} // namespace SessionRecords

} // namespace crawlscope
