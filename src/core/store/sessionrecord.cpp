// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessionrecord.h"

#include "core/store/sessionnames.h"
#include "core/store/sessionschema.h"

#include <algorithm>

namespace crawlscope::SessionRecords {

namespace {

    static_assert(
        std::is_trivially_copyable_v<
            SessionRecord> && std::is_trivially_copyable_v<SessionHopRecord> && std::is_trivially_copyable_v<SessionTlsRecord>);

    template<typename Record>
    void putRecord(QByteArray *buffer, qsizetype at, const Record &record)
    {
        std::memcpy(buffer->data() + at, static_cast<const void *>(&record), sizeof(Record));
    }

    quint32 putText(QByteArray *buffer, const QByteArray &text)
    {
        buffer->append(text);
        return static_cast<quint32>(text.size());
    }

    quint32 putTls(QByteArray *buffer, const TlsInfo &tls)
    {
        if (tls == TlsInfo())
            return 0;
        const qsizetype at = buffer->size();
        buffer->resize(at + static_cast<qsizetype>(sizeof(SessionTlsRecord)));
        SessionTlsRecord record;
        record.expiresAtMs = tls.expiresAtMs;
        std::size_t i = 0;
        for (const QByteArray *text : {&tls.version, &tls.cipher, &tls.subject, &tls.issuer})
            record.sizes[i++] = putText(buffer, *text);
        putRecord(buffer, at, record);
        return static_cast<quint32>(buffer->size() - at);
    }

    quint32 putHeaders(QByteArray *buffer, const HeaderList &headers, bool *isText)
    {
        const qsizetype at = buffer->size();
        *isText = SessionNames::appendHeaders(headers, buffer);
        return static_cast<quint32>(buffer->size() - at);
    }

    void putHop(QByteArray *buffer, const HopDetails &hop)
    {
        using Text = SessionHopRecord::Text;
        const qsizetype at = buffer->size();
        buffer->resize(at + static_cast<qsizetype>(sizeof(SessionHopRecord)));
        SessionHopRecord record;
        record.startedAtMs = hop.startedAtMs;
        record.wireBytes = hop.wireBytes;
        record.times = hop.times;
        record.status = hop.status;
        record.remotePort = hop.remotePort;
        record.error = hop.error;
        record.connection = hop.connection;
        record.httpVersion = hop.httpVersion;
        record.sizes[Text::Url] = putText(buffer, hop.url);
        record.sizes[Text::Method] = putText(buffer, hop.method);
        record.sizes[Text::Reason] = putText(buffer, hop.reason);
        record.sizes[Text::RemoteIp] = putText(buffer, hop.remoteIp);
        record.sizes[Text::Tls] = putTls(buffer, hop.tls);
        record.sizes[Text::RequestHeaders] = putHeaders(buffer, hop.requestHeaders, &record.requestIsText);
        record.sizes[Text::ResponseHeaders] = putHeaders(buffer, hop.responseHeaders, &record.responseIsText);
        putRecord(buffer, at, record);
    }

    /// The only exchange, where the row has all its facts.
    const HopDetails *ownHop(const ResultRow &row, const RowDetails &details)
    {
        if (details.hops.size() != 1 || row.redirects != 0 || !row.finalUrl.isEmpty())
            return nullptr;
        const HopDetails &hop = details.hops.first();
        const bool same = hop.status == row.status && hop.error == row.error && hop.connection == row.connection
            && hop.httpVersion == row.httpVersion && hop.startedAtMs == row.startedAtMs
            && hop.wireBytes == row.wireBytes && hop.times == row.times && hop.method == row.method
            && hop.reason == row.reason && hop.remoteIp == row.remoteIp;
        return same ? &hop : nullptr;
    }

} // namespace

void append(const ResultRow &row, const RowDetails &details, QByteArray *buffer)
{
    using Text = SessionRecord::Text;
    const qsizetype at = buffer->size();
    buffer->resize(at + static_cast<qsizetype>(sizeof(SessionRecord)));
    const HopDetails *const own = ownHop(row, details);
    const qsizetype hops = own != nullptr ? 0 : std::min<qsizetype>(details.hops.size(), SessionSchema::kMaxHops);
    SessionRecord record;
    record.entry = row.entry;
    record.anomalies = row.anomalies;
    record.wireBytes = row.wireBytes;
    record.bodyBytes = row.bodyBytes;
    record.startedAtMs = row.startedAtMs;
    record.jsonErrorOffset = details.jsonErrorOffset;
    record.times = row.times;
    record.analysisMicros = details.analysisMicros;
    record.status = row.status;
    record.hops = static_cast<quint16>(hops);
    record.attempts = row.attempts;
    record.confirmed = row.confirmed;
    record.redirects = row.redirects;
    record.state = row.state;
    record.error = row.error;
    record.connection = row.connection;
    record.httpVersion = row.httpVersion;
    record.truncated = row.truncated;
    record.previewCut = details.previewCut;
    record.sizes[Text::ErrorDetail] = putText(buffer, row.errorDetail);
    record.sizes[Text::Reason] = putText(buffer, row.reason);
    record.sizes[Text::Method] = putText(buffer, row.method);
    record.sizes[Text::FinalUrl] = putText(buffer, row.finalUrl);
    record.sizes[Text::ContentType] = putText(buffer, row.contentType);
    record.sizes[Text::Title] = putText(buffer, row.title);
    record.sizes[Text::RemoteIp] = putText(buffer, row.remoteIp);
    record.sizes[Text::Charset] = putText(buffer, details.charset);
    if (own != nullptr) {
        record.isHop = true;
        record.remotePort = own->remotePort;
        record.sizes[Text::ResponseHeaders] = putHeaders(buffer, own->responseHeaders, &record.responseIsText);
        record.sizes[Text::RequestHeaders] = putHeaders(buffer, own->requestHeaders, &record.requestIsText);
        record.sizes[Text::Tls] = putTls(buffer, own->tls);
    }
    record.sizes[Text::Preview] = putText(buffer, details.bodyPreview);
    putRecord(buffer, at, record);
    for (qsizetype hop = 0; hop < hops; ++hop)
        putHop(buffer, details.hops[hop]);
}

} // namespace crawlscope::SessionRecords
