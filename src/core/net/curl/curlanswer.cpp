// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What comes back on a handle: headers, body, verdict, times.
#include "core/net/curl/curlhandle.h"
#include "core/net/curl/curlverdict.h"
#include "core/util/asciicase.h"
#include "core/util/clock.h"

#include <QDateTime>

#include <algorithm>

namespace crawlscope {

namespace {

    constexpr int kMaxReasonBytes = 128;
    constexpr qsizetype kUsualHeaders = 16;

    quint32 phase(qint64 from, qint64 to)
    {
        if (from < 0 || to < from)
            return PhaseTimes::kNotApplicable;
        return static_cast<quint32>(std::min<qint64>(to - from, PhaseTimes::kNotApplicable - 1));
    }

    HttpVersion versionOf(long version)
    {
        switch (version) {
        case CURL_HTTP_VERSION_1_0:
            return HttpVersion::Http10;
        case CURL_HTTP_VERSION_1_1:
            return HttpVersion::Http11;
        case CURL_HTTP_VERSION_2_0:
            return HttpVersion::Http2;
        case CURL_HTTP_VERSION_3:
            return HttpVersion::Http3;
        default:
            return HttpVersion::Unknown;
        }
    }

} // namespace

std::size_t CurlHandle::onHeader(char *data, std::size_t size, std::size_t count, void *self)
{
    const std::size_t bytes = size * count;
    auto *handle = static_cast<CurlHandle *>(self);
    if (handle->m_headerBytes == 0)
        handle->m_firstByteMicros = steadyMicros();
    handle->m_headerBytes += static_cast<qint64>(bytes);
    if (handle->m_headerBytes > kMaxHeaderBytes) {
        handle->cut(ErrorId::HeadersTooLarge);
        return CURL_WRITEFUNC_ERROR;
    }
    QByteArrayView line(data, static_cast<qsizetype>(bytes));
    while (!line.isEmpty() && (line.back() == '\n' || line.back() == '\r'))
        line.chop(1);
    return handle->header(line) ? bytes : CURL_WRITEFUNC_ERROR;
}

bool CurlHandle::header(QByteArrayView line)
{
    if (line.size() >= 5 && (line.front() == 'H' || line.front() == 'h')
        && line.first(5).compare(QByteArrayView("HTTP/"), Qt::CaseInsensitive) == 0)
        return statusLine(line);
    if (m_headersEnded)
        return true; // a trailer
    if (line.isEmpty())
        return headersDone();
    HeaderList &headers = m_outcome->headers;
    if ((line.front() == ' ' || line.front() == '\t') && !headers.isEmpty()) {
        headers.last().second += ' ' + line.trimmed().toByteArray(); // folded, RFC 9112 section 5.2
        return true;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon < 0)
        return true; // libcurl ends the transfer where it minds
    headers.append({line.first(colon).trimmed().toByteArray(), line.sliced(colon + 1).trimmed().toByteArray()});
    return true;
}

bool CurlHandle::statusLine(QByteArrayView line)
{
    m_outcome->headers.clear();
    m_outcome->headers.reserve(kUsualHeaders);
    m_headersEnded = false;
    const qsizetype code = line.indexOf(' ');
    const QByteArrayView rest = code < 0 ? QByteArrayView() : line.sliced(code + 1).trimmed();
    const qsizetype space = rest.indexOf(' ');
    bool ok = false;
    const int status = rest.first(space < 0 ? rest.size() : space).toInt(&ok);
    m_outcome->status = static_cast<quint16>(ok ? std::clamp(status, 0, 65535) : 0);
    m_outcome->reason = space < 0 ? QByteArray() : rest.sliced(space + 1).trimmed().toByteArray().left(kMaxReasonBytes);
    return true;
}

bool CurlHandle::headersDone()
{
    const int status = m_outcome->status;
    if (status >= 100 && status < 200 && status != 101)
        return true; // the final answer is still to come
    m_headersEnded = true;
    const qint64 now = steadyMicros();
    m_transfer->headersMicros.store(now, std::memory_order_relaxed);
    m_transfer->progressMicros.store(now, std::memory_order_relaxed);
    noteFraming();
    const CurlSpec &spec = m_transfer->spec;
    if (!spec.collect) {
        auto outcome = std::make_unique<CurlOutcome>(*m_outcome);
        m_sink.post({CurlEvent::Kind::Headers, m_transfer, {}, std::move(outcome)});
        return true;
    }
    if (spec.maxBodyBytes == 0 && expectsBody() && m_declaredLength != 0) {
        m_outcome->truncated = true;
        cut(ErrorId::None);
        return false;
    }
    return true;
}

void CurlHandle::noteFraming()
{
    int lengths = 0;
    bool differ = false;
    QByteArray first;
    bool located = false;
    for (const auto &[name, value] : std::as_const(m_outcome->headers)) {
        if (isSameName(name, "content-length")) {
            differ = differ || (lengths > 0 && value != first);
            if (lengths++ == 0)
                first = value;
        } else if (isSameName(name, "transfer-encoding")) {
            m_chunked = m_chunked || value.toLower().contains("chunked");
        } else if (isSameName(name, "content-encoding")) {
            m_encoded = m_encoded || !value.isEmpty();
        } else if (isSameName(name, "location")) {
            located = located || !value.isEmpty();
        }
    }
    bool ok = false;
    const qint64 length = first.toLongLong(&ok);
    m_declaredLength = ok && length >= 0 ? length : -1;
    m_redirect = located && m_outcome->status >= 300 && m_outcome->status < 400;
    quint32 &anomalies = m_outcome->anomalies;
    if (differ)
        anomalies |= static_cast<quint32>(Anomaly::DuplicateLength);
    if (m_chunked && lengths > 0)
        anomalies |= static_cast<quint32>(Anomaly::LengthAndChunked);
    if (m_outcome->status < 100 || m_outcome->status > 599)
        anomalies |= static_cast<quint32>(Anomaly::BadStatus);
}

bool CurlHandle::expectsBody() const
{
    const int status = m_outcome->status;
    return m_transfer->spec.method != "HEAD" && status != 204 && status != 304 && status >= 200;
}

std::size_t CurlHandle::onBody(char *data, std::size_t size, std::size_t count, void *self)
{
    auto *handle = static_cast<CurlHandle *>(self);
    const std::size_t bytes = size * count;
    CurlTransfer &transfer = *handle->m_transfer;
    if (!transfer.spec.collect)
        return handle->deliver(data, static_cast<qsizetype>(bytes))
            ? (handle->m_cut ? std::size_t {CURL_WRITEFUNC_ERROR} : bytes)
            : CURL_WRITEFUNC_PAUSE;
    transfer.progressMicros.store(steadyMicros(), std::memory_order_relaxed);
    return handle->collect(data, static_cast<qsizetype>(bytes)) ? bytes : CURL_WRITEFUNC_ERROR;
}

bool CurlHandle::deliver(const char *data, qsizetype size)
{
    CurlTransfer &transfer = *m_transfer;
    const qint64 most = transfer.readBufferBytes.load(std::memory_order_acquire);
    if (most > 0 && transfer.unreadBytes.load(std::memory_order_acquire) >= most) {
        m_paused = true;
        // Read in the meantime, when the reader saw nothing paused yet: then nobody else would go on.
        if (transfer.unreadBytes.load(std::memory_order_acquire) >= most)
            return false;
        m_paused = false;
    }
    if (isBomb(size)) {
        cut(ErrorId::DecodeBomb);
        return true;
    }
    transfer.progressMicros.store(steadyMicros(), std::memory_order_relaxed);
    transfer.unreadBytes.fetch_add(size, std::memory_order_acq_rel);
    m_outcome->wireBytes += size;
    m_sink.post({CurlEvent::Kind::Data, m_transfer, QByteArray(data, size), nullptr});
    return true;
}

bool CurlHandle::isBomb(qsizetype more)
{
    const CurlSpec &spec = m_transfer->spec;
    if (!spec.decode || spec.bombCheckBytes < 0 || m_outcome->wireBytes + more <= spec.bombCheckBytes)
        return false;
    curl_off_t wire = 0;
    curl_easy_getinfo(m_easy, CURLINFO_SIZE_DOWNLOAD_T, &wire);
    return (m_outcome->wireBytes + more) / std::max<qint64>(1, wire) > CurlSpec::kBombRatio;
}

bool CurlHandle::collect(const char *data, qsizetype size)
{
    const CurlSpec &spec = m_transfer->spec;
    m_outcome->wireBytes += size;
    keep(data, size);
    if (m_redirect && spec.redirectBodyBytes >= 0 && m_outcome->wireBytes > spec.redirectBodyBytes) {
        cut(ErrorId::None); // nobody reads it; dropping the connection is cheaper
        return false;
    }
    if (spec.maxBodyBytes >= 0 && m_outcome->wireBytes > spec.maxBodyBytes) {
        cut(ErrorId::BodyTooLarge);
        return false;
    }
    return true;
}

void CurlHandle::keep(const char *data, qsizetype size)
{
    if (!m_keeping || m_redirect)
        return;
    const CurlSpec &spec = m_transfer->spec;
    constexpr qint64 unlimited = std::numeric_limits<qint64>::max();
    qint64 most = spec.maxBodyBytes < 0 ? unlimited : spec.maxBodyBytes;
    if (!m_encoded && spec.keepBytes >= 0)
        most = std::min(most, spec.keepBytes);
    QByteArray &body = m_outcome->body;
    const bool full = m_sink.buffered.load(std::memory_order_relaxed) > m_sink.budget;
    const qint64 room = full ? 0 : most - body.size();
    const qsizetype taken = std::min<qsizetype>(size, static_cast<qsizetype>(std::max<qint64>(0, room)));
    if (body.isEmpty() && m_declaredLength > size)
        body.reserve(static_cast<qsizetype>(std::min(most, m_declaredLength)));
    body.append(data, taken);
    m_sink.buffered.fetch_add(taken, std::memory_order_relaxed);
    m_keeping = taken == size;
}

CurlEvent CurlHandle::end(CURLcode code)
{
    CurlOutcome &outcome = *m_outcome;
    outcome.curlCode = code;
    long connections = 0;
    long version = 0;
    curl_easy_getinfo(m_easy, CURLINFO_NUM_CONNECTS, &connections);
    curl_easy_getinfo(m_easy, CURLINFO_HTTP_VERSION, &version);
    const bool reused = outcome.sent && connections == 0;
    if (outcome.sent)
        outcome.connection = reused ? ConnectionUse::Reused : ConnectionUse::New;
    if (outcome.status != 0)
        outcome.httpVersion = versionOf(version);
    if (m_sends > 1 && m_transfer->spec.user.isEmpty())
        outcome.anomalies |= static_cast<quint32>(Anomaly::ResentByTransport);
    if (!m_headersEnded && (outcome.status < 200 || code == CURLE_OK || code == CURLE_PARTIAL_FILE)) {
        // Of an answer of which only an interim part came, or a part of the headers, there is no status.
        outcome.status = 0;
        outcome.reason.clear();
        outcome.headers.clear();
    }
    judge(code);
    fillTimes(reused);
    outcome.startedAtMs = QDateTime::currentMSecsSinceEpoch() - outcome.times.total / 1000;
    CurlEvent event {CurlEvent::Kind::Ended, std::move(m_transfer), {}, std::move(m_outcome)};
    reset();
    return event;
}

void CurlHandle::judge(CURLcode code)
{
    CurlOutcome &outcome = *m_outcome;
    const CurlSpec &spec = m_transfer->spec;
    if (m_denied && (code == CURLE_COULDNT_CONNECT || code == CURLE_ABORTED_BY_CALLBACK)) {
        outcome.error = ErrorId::AddressDenied;
    } else if (m_noSocket != 0 && code == CURLE_COULDNT_CONNECT) {
        outcome.error = ErrorId::Internal; // of this machine (no descriptors left), not of the server
        outcome.errorDetail = "no_socket,errno_" + QByteArray::number(m_noSocket);
    } else if (m_cut) {
        outcome.error = m_cutError;
        outcome.truncated = outcome.truncated || (m_headersEnded && !m_redirect && expectsBody());
    } else if (code == CURLE_OK && !m_headersEnded) {
        outcome.error = ErrorId::NoResponse; // libcurl takes the end of the connection for the end of the headers
        outcome.errorDetail = "headers_cut";
    } else if (code != CURLE_OK) {
        CurlFailure failure;
        long systemError = 0;
        failure.code = code;
        curl_easy_getinfo(m_easy, CURLINFO_OS_ERRNO, &systemError);
        curl_easy_getinfo(m_easy, CURLINFO_SSL_VERIFYRESULT, &failure.verifyResult);
        curl_easy_getinfo(m_easy, CURLINFO_PROXY_SSL_VERIFYRESULT, &failure.proxyVerifyResult);
        curl_easy_getinfo(m_easy, CURLINFO_HTTP_CONNECTCODE, &failure.proxyStatus);
        failure.text = QByteArrayView(m_errorText.data());
        // libcurl keeps the number from one transfer of a handle to the next: only where it has just set it.
        if (code == CURLE_COULDNT_CONNECT || failure.text.contains("failure:") || failure.text.contains("errno"))
            failure.systemError = static_cast<int>(systemError);
        failure.proxy = !m_session->proxyUrl.isEmpty();
        failure.https = spec.url.startsWith("https:");
        failure.resolved = m_transfer->resolvedMicros.load(std::memory_order_relaxed) != 0;
        failure.tlsBegun = m_transfer->tlsMicros.load(std::memory_order_relaxed) != 0;
        failure.sent = outcome.sent;
        failure.headersEnded = m_headersEnded;
        failure.chunked = m_chunked;
        outcome.error = curlVerdict(failure);
        outcome.errorDetail = curlFailureName(failure);
        outcome.verifyResult = failure.verifyResult;
        long proxyError = 0;
        if (code == CURLE_PROXY)
            curl_easy_getinfo(m_easy, CURLINFO_PROXY_ERROR, &proxyError);
        outcome.needsProxyAuth =
            failure.proxyStatus == 407 || proxyError == CURLPX_NO_AUTH || proxyError == CURLPX_USER_REJECTED;
        outcome.truncated = m_headersEnded && expectsBody();
    }
    if (spec.collect && spec.maxBodyBytes >= 0)
        outcome.wireBytes = std::min(outcome.wireBytes, spec.maxBodyBytes);
    outcome.bodyComplete = m_keeping && outcome.error == ErrorId::None && !outcome.truncated;
}

void CurlHandle::fillTimes(bool reused)
{
    const auto moment = [this](CURLINFO what) {
        curl_off_t micros = 0;
        curl_easy_getinfo(m_easy, what, &micros);
        return static_cast<qint64>(micros);
    };
    qint64 total = moment(CURLINFO_TOTAL_TIME_T);
    if (m_cut) // libcurl has not looked at the clock for as long as nothing came
        total = std::max(total, steadyMicros() - m_transfer->startMicros.load(std::memory_order_relaxed));
    const qint64 resolved = moment(CURLINFO_NAMELOOKUP_TIME_T);
    const qint64 connected = moment(CURLINFO_CONNECT_TIME_T);
    const qint64 secured = moment(CURLINFO_APPCONNECT_TIME_T);
    const qint64 headersSent = moment(CURLINFO_PRETRANSFER_TIME_T);
    qint64 firstByte = moment(CURLINFO_STARTTRANSFER_TIME_T);
    PhaseTimes &t = m_outcome->times;
    t.total = phase(0, total);
    const bool tls = m_transfer->tlsMicros.load(std::memory_order_relaxed) != 0;
    const bool tried = m_transfer->resolvedMicros.load(std::memory_order_relaxed) != 0;
    if (!reused) {
        // Where a phase did not come to its end it lasted until the transfer's.
        if (!m_literal)
            t.dns = phase(0, tried ? resolved : total);
        if (tried)
            t.connect = phase(resolved, secured > 0 ? secured : (connected > 0 && !tls ? connected : total));
        // libcurl tells the moment of the connection only once the handshake is over.
        const qint64 begun = m_transfer->tlsMicros.load(std::memory_order_relaxed)
            - m_transfer->startMicros.load(std::memory_order_relaxed);
        if (tls)
            t.tls = phase(connected > 0 ? connected : begun, secured > 0 ? secured : total);
    }
    if (!m_outcome->sent)
        return;
    qint64 sent = headersSent > 0 ? headersSent : total;
    t.send = phase(std::max({resolved, connected, secured}), sent);
    if (m_uploadEndMicros > 0) {
        // With a body libcurl's "start of transfer" is that of the upload. Our clock against its: both are
        // CLOCK_MONOTONIC, and the transfer ended a moment ago.
        const qint64 now = steadyMicros();
        firstByte = m_firstByteMicros > 0 ? std::clamp(total - (now - m_firstByteMicros), sent, total) : 0;
        sent = std::clamp(total - (now - m_uploadEndMicros), sent, firstByte > 0 ? firstByte : total);
        t.send = phase(std::max({resolved, connected, secured}), sent);
    }
    t.wait = phase(sent, firstByte > 0 ? std::max(firstByte, sent) : total);
    if (firstByte > 0)
        t.receive = phase(firstByte, total);
}

void CurlHandle::reset()
{
    m_cut = false;
    m_cutError = ErrorId::None;
    m_denied = false;
    m_noSocket = 0;
    m_headersEnded = false;
    m_encoded = false;
    m_redirect = false;
    m_chunked = false;
    m_keeping = true;
    m_paused = false;
    m_sends = 0;
    m_declaredLength = -1;
    m_headerBytes = 0;
    m_uploadEndMicros = 0;
    m_firstByteMicros = 0;
    m_upload.clear();
    m_uploaded = 0;
    m_uploadLast = false;
    m_uploadPaused = false;
    m_errorText[0] = '\0';
}

} // namespace crawlscope
