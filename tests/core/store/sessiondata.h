// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sessionreader.h"
#include "core/store/sessionstore.h"

#include <QTemporaryDir>
#include <QtTest>

#include <condition_variable>
#include <mutex>

namespace sessiondata {

using namespace crawlscope;

/// "http://hN.example/p/I", every tenth line a duplicate of the first of its ten, every 25th invalid; with blanks.
inline QByteArray inputText(int lines)
{
    QByteArray text = "# a list\n\n";
    for (int i = 0; i < lines; ++i) {
        if (i % 25 == 24)
            text += i % 2 == 0 ? "ftp://h.example/x\n" : "http://host:99999/\n";
        else if (i % 10 == 9)
            text += "http://h" + QByteArray::number((i - 9) % 7) + ".example/p/" + QByteArray::number(i - 9) + "\n";
        else if (i % 10 == 5)
            text += "user:secret@h" + QByteArray::number(i % 7) + ".example/p/" + QByteArray::number(i) + "\n\n";
        else
            text += "http://h" + QByteArray::number(i % 7) + ".example/p/" + QByteArray::number(i) + "\n";
    }
    return text;
}

inline SessionHead head(int lines)
{
    return {UrlList::parse(inputText(lines)), R"({"concurrency":20})"};
}

/// A list of so many URLs without duplicates.
inline SessionHead plainHead(int lines)
{
    QByteArray text;
    for (int i = 0; i < lines; ++i)
        text += "http://h.example/" + QByteArray::number(i) + "\n";
    return {UrlList::parse(text), "{}"};
}

/// Every field set, in a way that differs from row to row.
inline ResultRow rowOf(quint32 entry, quint8 attempts = 1)
{
    ResultRow row;
    row.entry = entry;
    row.attempts = attempts;
    row.confirmed = static_cast<quint8>(entry % 3);
    row.state = entry % 11 == 0 ? RowState::Failed : entry % 13 == 0 ? RowState::Skipped : RowState::Done;
    row.error = row.state == RowState::Failed ? static_cast<ErrorId>(1 + entry % (kErrorIdCount - 1)) : ErrorId::None;
    row.status = row.state == RowState::Done ? static_cast<quint16>(200 + entry % 300) : quint16 {0};
    row.redirects = static_cast<quint8>(entry % 4);
    row.connection = static_cast<ConnectionUse>(entry % 3);
    row.httpVersion = static_cast<HttpVersion>(entry % 5);
    row.truncated = entry % 5 == 0;
    row.anomalies = entry % 6 == 0 ? entry % (1U << kAnomalyCount) : 0;
    row.wireBytes = 1'000 + entry;
    row.bodyBytes = 5'000'000'000LL + entry;
    quint32 at = 0;
    for (quint32 *micros : {&row.times.queued, &row.times.dns, &row.times.connect, &row.times.tls, &row.times.send,
                            &row.times.wait, &row.times.receive, &row.times.total}) {
        ++at;
        *micros = (entry + at) % 3 == 0 ? PhaseTimes::kNotApplicable : (entry + at) % 7 == 0 ? 0 : entry * 1'000 + at;
    }
    row.startedAtMs = entry % 17 == 0 ? 0 : 1'790'000'000'000 + qint64 {entry} * 37;
    row.method = entry % 2 == 0 ? "GET" : "HEAD";
    row.reason = "Reason " + QByteArray::number(entry % 9);
    row.errorDetail = row.state == RowState::Failed ? "detail " + QByteArray::number(entry) : QByteArray();
    row.contentType = entry % 8 == 0 ? QByteArray() : "text/html; charset=utf-8";
    row.finalUrl = entry % 4 == 1 ? "http://other.example/" + QByteArray::number(entry) : QByteArray();
    row.remoteIp = "192.0.2." + QByteArray::number(entry % 200);
    row.title = "T\xc3\xaftle, \"quoted\" " + QByteArray::number(entry);
    return row;
}

inline RowDetails detailsOf(quint32 entry)
{
    RowDetails details;
    for (quint32 i = 0; i <= entry % 3; ++i) {
        HopDetails hop;
        hop.url = "http://h.example/hop/" + QByteArray::number(i);
        hop.method = "GET";
        hop.status = static_cast<quint16>(i < entry % 3 ? 302 : 200);
        hop.reason = "Found";
        hop.error = i == 2 ? ErrorId::ResetInBody : ErrorId::None;
        hop.connection = i == 0 ? ConnectionUse::New : ConnectionUse::Reused;
        hop.times = rowOf(entry + i).times;
        hop.startedAtMs = 1'790'000'000'000 + entry;
        hop.httpVersion = HttpVersion::Http2;
        hop.remoteIp = "2001:db8::1";
        hop.remotePort = 65535;
        hop.wireBytes = 7'000'000'000LL + i;
        if (entry >= 64 && i == 2)
            hop.tls = {"TLSv1.2", "", "CN=" + QByteArray::number(entry / 64), "", 0};
        if (i == 1)
            hop.tls = {"TLSv1.3", "TLS_AES_256_GCM_SHA384", "CN=h.example", "CN=ca", 1'800'000'000'000};
        hop.requestHeaders = {{"User-Agent", "Crawlscope"}, {"Accept", "*/*"}};
        if (entry >= 64) // a new set now and then; not in the samples
            hop.requestHeaders.append({"X-Group", QByteArray::number(entry / 64)});
        hop.responseHeaders = {{":status", "200"},
                               {"Server", "x: y"},
                               {"X-Empty", ""},
                               {"X-Latin1", "\xe4\xff"},
                               {"X-Entry", QByteArray::number(entry)}};
        if (entry % 10 == 3)
            hop.responseHeaders.append({"odd:name", QByteArray("a\nb\0c", 5)});
        details.hops.append(hop);
    }
    details.bodyPreview = entry % 2 == 0 ? QByteArray("body\0\xff ", 7) + QByteArray::number(entry) : QByteArray();
    details.charset = entry % 2 == 0 ? "utf-8" : "";
    details.previewCut = entry % 4 == 0;
    details.jsonErrorOffset = entry % 5 == 0 ? qint64 {entry} : -1;
    details.analysisMicros = entry;
    return details;
}

/// Of a URL that answered at once, as most do.
inline ResultRow plainRowOf(quint32 entry)
{
    ResultRow row = rowOf(entry);
    row.state = RowState::Done;
    row.error = ErrorId::None;
    row.errorDetail.clear();
    row.status = 200;
    row.redirects = 0;
    row.finalUrl.clear();
    return row;
}

/// Its exchange, with the facts of the row.
inline RowDetails plainDetailsOf(const ResultRow &row, const QByteArray &url)
{
    RowDetails details = detailsOf(3); // one hop
    HopDetails &hop = details.hops.first();
    hop.url = url;
    hop.method = row.method;
    hop.status = row.status;
    hop.reason = row.reason;
    hop.error = row.error;
    hop.connection = row.connection;
    hop.times = row.times;
    hop.startedAtMs = row.startedAtMs;
    hop.httpVersion = row.httpVersion;
    hop.remoteIp = row.remoteIp;
    hop.wireBytes = row.wireBytes;
    hop.remotePort = 443;
    hop.tls = {"TLSv1.3", "TLS_AES_256_GCM_SHA384", "CN=h.example", "CN=ca", 1'800'000'000'000};
    hop.responseHeaders = {{"Server", "x"}, {"X-Entry", QByteArray::number(row.entry)}};
    return details;
}

inline bool sameRow(const ResultTable &table, std::size_t at, const ResultRow &row)
{
    const ResultRecord &r = table.record(at);
    return r.entry == row.entry && r.state == row.state && r.error == row.error && r.status == row.status
        && r.attempts == row.attempts && r.confirmed == row.confirmed && r.redirects == row.redirects
        && r.connection == row.connection && r.httpVersion == row.httpVersion && r.truncated == row.truncated
        && r.anomalies == row.anomalies && r.wireBytes == row.wireBytes && r.bodyBytes == row.bodyBytes
        && r.startedAtMs == row.startedAtMs && r.times.queued == row.times.queued && r.times.dns == row.times.dns
        && r.times.connect == row.times.connect && r.times.tls == row.times.tls && r.times.send == row.times.send
        && r.times.wait == row.times.wait && r.times.receive == row.times.receive && r.times.total == row.times.total
        && table.method(at) == row.method && table.reason(at) == row.reason && table.errorDetail(at) == row.errorDetail
        && table.contentType(at) == row.contentType && table.finalUrl(at) == row.finalUrl
        && table.remoteIp(at) == row.remoteIp && table.title(at) == row.title;
}

inline bool sameDetails(const std::optional<RowDetails> &found, const RowDetails &wanted)
{
    return found && found->serialize() == wanted.serialize();
}

/// Keeps what a store hands on; the test waits for it.
class Sink
{
public:
    explicit Sink(SessionStore *store)
    {
        store->setSink([this](RecordedBatch &&batch) {
            const std::scoped_lock lock(m_mutex);
            for (const ResultRow &row : batch.rows)
                m_entries.push_back(row.entry);
            m_stored = m_stored && batch.stored;
            m_changed.notify_all();
        });
    }
    /// False after 30 s.
    bool waitForRows(std::size_t count)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(30), [&] { return m_entries.size() >= count; });
    }
    [[nodiscard]] std::vector<quint32> entries() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_entries;
    }
    [[nodiscard]] bool stored() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_stored;
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<quint32> m_entries;
    bool m_stored = true;
};

/// Ends the run and waits for it.
inline bool finish(SessionStore *store, SessionState state)
{
    std::mutex mutex;
    std::condition_variable changed;
    bool done = false;
    store->finish(state, [&] {
        const std::scoped_lock lock(mutex);
        done = true;
        changed.notify_all();
    });
    std::unique_lock lock(mutex);
    return changed.wait_for(lock, std::chrono::seconds(60), [&] { return done; });
}

} // namespace sessiondata
