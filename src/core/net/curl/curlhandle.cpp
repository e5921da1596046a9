// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Options and connections; what comes back is in curlanswer.cpp.
#include "core/net/curl/curlhandle.h"

#include "core/net/curl/curltls.h"
#include "core/net/ippolicy.h"
#include "core/util/clock.h"
#include "core/util/platform.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace crawlscope {

namespace {

    constexpr long kMaxConnectMs = 24L * 3600 * 1000; ///< "no limit"; libcurl's own default is five minutes

    curl_blob blobOf(const QByteArray &bytes)
    {
        // libcurl does not write to it, and copies it.
        return {const_cast<char *>(bytes.constData()), static_cast<std::size_t>(bytes.size()), CURL_BLOB_COPY};
    }

    void append(curl_slist **list, const QByteArray &line)
    {
        if (curl_slist *longer = curl_slist_append(*list, line.constData()))
            *list = longer;
    }

    /// Digits and dots only: in a normalised URL that is an IPv4 address.
    bool isAddress(const QByteArray &url, qsizetype at)
    {
        for (; at < url.size() && url[at] != '/' && url[at] != ':'; ++at) {
            if (url[at] != '.' && (url[at] < '0' || url[at] > '9'))
                return false;
        }
        return true;
    }

    bool isPlain(const CurlSpec &spec)
    {
        return spec.method == "GET" && !spec.hasBody && !spec.streamBody && spec.user.isEmpty() && !spec.decode;
    }

} // namespace

CurlHandle::CurlHandle(Sink &sink)
    : m_sink(sink)
    , m_easy(curl_easy_init())
    , m_url(curl_url())
{
}

CurlHandle::~CurlHandle()
{
    curl_easy_cleanup(m_easy);
    curl_url_cleanup(m_url);
    curl_slist_free_all(m_headerList);
    curl_slist_free_all(m_resolveList);
}

CURLcode CurlHandle::begin(CurlTransferPtr transfer, int connectionAgeS)
{
    if (m_easy == nullptr)
        return CURLE_OUT_OF_MEMORY;
    m_transfer = std::move(transfer);
    const CurlSpec &spec = m_transfer->spec;
    m_outcome = std::make_unique<CurlOutcome>();
    m_outcome->id = m_transfer->tag;
    const qsizetype host = spec.url.indexOf("//") + 2;
    m_literal = host > 2 && host < spec.url.size() && (spec.url[host] == '[' || isAddress(spec.url, host));
    const bool plain = isPlain(spec);
    if (!m_plain || !plain || m_session != spec.session) {
        curl_easy_reset(m_easy);
        m_appliedHeaders = {};
        m_appliedConnectMs = -1;
        m_appliedTotalMs = -1;
        m_session = spec.session;
        applySession(connectionAgeS);
        applyRequest();
        m_plain = plain;
    }
    applyHeaders();
    if (m_appliedConnectMs != spec.connectMs)
        set(CURLOPT_CONNECTTIMEOUT_MS, spec.connectMs > 0 ? static_cast<long>(spec.connectMs) : kMaxConnectMs);
    if (m_appliedTotalMs != spec.totalMs)
        set(CURLOPT_TIMEOUT_MS, static_cast<long>(spec.totalMs));
    m_appliedConnectMs = spec.connectMs;
    m_appliedTotalMs = spec.totalMs;
    const CURLcode code = applyUrl();
    m_transfer->startMicros.store(steadyMicros(), std::memory_order_relaxed);
    return code;
}

/// Both the text and its parts: of the text alone libcurl makes the parts and of those the text once more, which takes
/// it a tenth of all that it does for a short page. A URL that it cannot take apart it is to refuse by itself.
CURLcode CurlHandle::applyUrl()
{
    const QByteArray &url = m_transfer->spec.url;
    const bool parsed = m_url != nullptr && curl_url_set(m_url, CURLUPART_URL, url.constData(), 0) == CURLUE_OK;
    set(CURLOPT_CURLU, parsed ? m_url : nullptr);
    return curl_easy_setopt(m_easy, CURLOPT_URL, url.constData());
}

void CurlHandle::applySession(int connectionAgeS)
{
    set(CURLOPT_PRIVATE, this);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_QUICK_EXIT, 1L); // never wait for the resolver's thread
    set(CURLOPT_ERRORBUFFER, m_errorText.data());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_HTTP09_ALLOWED, 0L);
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(CURLOPT_MAXAGE_CONN, static_cast<long>(connectionAgeS));
    set(CURLOPT_HEADERFUNCTION, &CurlHandle::onHeader);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &CurlHandle::onBody);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_PREREQFUNCTION, &CurlHandle::onReady);
    set(CURLOPT_PREREQDATA, this);
    set(CURLOPT_OPENSOCKETFUNCTION, &CurlHandle::onOpenSocket);
    set(CURLOPT_OPENSOCKETDATA, this);
    set(CURLOPT_CLOSESOCKETFUNCTION, &CurlHandle::onCloseSocket);
    set(CURLOPT_CLOSESOCKETDATA, &m_sink); // the connection outlives this handle
    set(CURLOPT_PROXY, m_session->proxyUrl.constData()); // "" also turns the environment's off
    set(CURLOPT_NOPROXY, "");
    if (!m_session->proxyUser.isEmpty()) {
        set(CURLOPT_PROXYUSERNAME, m_session->proxyUser.constData());
        set(CURLOPT_PROXYPASSWORD, m_session->proxyPassword.constData());
        set(CURLOPT_PROXYAUTH, CURLAUTH_BASIC | CURLAUTH_DIGEST);
    }
    curl_slist_free_all(std::exchange(m_resolveList, nullptr));
    for (const QByteArray &entry : m_session->resolve)
        append(&m_resolveList, entry);
    if (m_resolveList != nullptr)
        set(CURLOPT_RESOLVE, m_resolveList);
    applyTls();
}

void CurlHandle::applyTls()
{
    set(CURLOPT_SSL_VERIFYPEER, m_session->verify && !m_session->anyAuthority ? 1L : 0L);
    set(CURLOPT_SSL_VERIFYHOST, m_session->verify && !m_session->anyName ? 2L : 0L);
    if (!m_session->pinnedKey.isEmpty())
        set(CURLOPT_PINNEDPUBLICKEY, m_session->pinnedKey.constData());
    set(CURLOPT_PROXY_SSL_VERIFYPEER, m_session->verify ? 1L : 0L);
    set(CURLOPT_PROXY_SSL_VERIFYHOST, m_session->verify ? 2L : 0L);
    set(CURLOPT_SSL_CTX_FUNCTION, &CurlHandle::onTls);
    set(CURLOPT_SSL_CTX_DATA, this);
    set(CURLOPT_SSLVERSION, m_session->sslVersion);
    const auto setBlob = [this](CURLoption option, const QByteArray &bytes) {
        if (bytes.isEmpty())
            return;
        curl_blob blob = blobOf(bytes);
        set(option, &blob);
    };
    // onTls() brings the certificates to trust; libcurl would read the system's for each connection.
    for (const CURLoption option : {CURLOPT_CAINFO, CURLOPT_CAPATH, CURLOPT_PROXY_CAINFO, CURLOPT_PROXY_CAPATH})
        set(option, static_cast<const char *>(nullptr));
    // Named all the same where they are not the system's: libcurl must not lend a connection or a TLS session to one
    // that trusts others. Nor the store of the first handshake to all that follow.
    setBlob(CURLOPT_CAINFO_BLOB, m_session->caPem + m_session->extraCaPem);
    set(CURLOPT_CA_CACHE_TIMEOUT, 0L);
    setBlob(CURLOPT_SSLCERT_BLOB, m_session->certificatePem);
    setBlob(CURLOPT_SSLKEY_BLOB, m_session->keyPem);
    if (!m_session->ciphers.isEmpty())
        set(CURLOPT_SSL_CIPHER_LIST, m_session->ciphers.constData());
    // The first connection to a host tells whether it multiplexes; a burst waits for it.
    set(CURLOPT_HTTP_VERSION, static_cast<long>(m_session->http2 ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1));
    set(CURLOPT_PIPEWAIT, m_session->http2 && m_transfer->spec.url.startsWith("https:") ? 1L : 0L);
}

void CurlHandle::applyRequest()
{
    const CurlSpec &spec = m_transfer->spec;
    if (spec.decode)
        set(CURLOPT_ACCEPT_ENCODING, "");
    if (!spec.user.isEmpty()) {
        set(CURLOPT_USERNAME, spec.user.constData());
        set(CURLOPT_PASSWORD, spec.password.constData());
        set(CURLOPT_HTTPAUTH, spec.basicOnly ? CURLAUTH_BASIC : CURLAUTH_BASIC | CURLAUTH_DIGEST);
    }
    if (spec.hasBody || spec.streamBody) {
        applyBody();
        if (spec.method != "POST")
            set(CURLOPT_CUSTOMREQUEST, spec.method.constData());
    } else if (spec.method == "HEAD") {
        set(CURLOPT_NOBODY, 1L);
    } else {
        set(CURLOPT_HTTPGET, 1L);
        if (spec.method != "GET")
            set(CURLOPT_CUSTOMREQUEST, spec.method.constData());
    }
}

void CurlHandle::applyBody()
{
    const CurlSpec &spec = m_transfer->spec;
    // POST with a read function: the moment the last piece is taken is the end of `send`.
    set(CURLOPT_POST, 1L);
    const qint64 size = spec.streamBody ? spec.bodyBytes : spec.body.size();
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(size));
    set(CURLOPT_READFUNCTION, &CurlHandle::onUpload);
    set(CURLOPT_READDATA, this);
    set(CURLOPT_SEEKFUNCTION, &CurlHandle::onSeek);
    set(CURLOPT_SEEKDATA, this);
}

void CurlHandle::applyHeaders()
{
    const CurlSpec &spec = m_transfer->spec;
    if (m_headerList != nullptr && m_plain && spec.headers == m_appliedHeaders && !m_appliedHeaders.isEmpty())
        return;
    curl_slist_free_all(std::exchange(m_headerList, nullptr));
    m_appliedHeaders = spec.headers;
    bool typed = false;
    bool accepts = false;
    for (const auto &[name, value] : spec.headers) {
        typed = typed || name.compare("content-type", Qt::CaseInsensitive) == 0;
        accepts = accepts || name.compare("accept", Qt::CaseInsensitive) == 0;
        // "Name;" is libcurl's way to send a header without a value.
        append(&m_headerList, value.isEmpty() ? QByteArray(name + ';') : QByteArray(name + ": " + value));
    }
    if (!accepts)
        append(&m_headerList, "Accept:"); // nothing is sent that was not asked for
    if (!m_session->proxyUrl.isEmpty())
        append(&m_headerList, "Proxy-Connection:"); // of HTTP/1.0, and of no use with 1.1
    if (spec.hasBody || spec.streamBody) {
        append(&m_headerList, "Expect:"); // waiting for a 100 costs a second where the server does not send it
        if (!typed)
            append(&m_headerList, "Content-Type:"); // or it claims to be a form
        if (spec.streamBody && spec.bodyBytes < 0)
            append(&m_headerList, "Transfer-Encoding: chunked");
    }
    set(CURLOPT_HTTPHEADER, m_headerList);
}

curl_socket_t CurlHandle::onOpenSocket(void *self, curlsocktype /*purpose*/, curl_sockaddr *address)
{
    auto *handle = static_cast<CurlHandle *>(self);
    CurlTransfer &transfer = *handle->m_transfer;
    if (transfer.resolvedMicros.load(std::memory_order_relaxed) == 0)
        transfer.resolvedMicros.store(steadyMicros(), std::memory_order_relaxed);
    if (!transfer.spec.collect)
        handle->m_sink.post({CurlEvent::Kind::Connecting, handle->m_transfer, {}, nullptr});
    // Not even a connection to an address that is not public. Of a proxy's own address nothing is asked.
    if (transfer.spec.denyPrivate && handle->m_session->proxyUrl.isEmpty()
        && !IpPolicy::isPublic(QHostAddress(&address->addr))) {
        handle->m_denied = true;
        return CURL_SOCKET_BAD;
    }
    const int opened = platform::openSocket(address->family, address->socktype, address->protocol);
    handle->m_noSocket = opened < 0 ? errno : 0;
    if (opened >= 0)
        handle->m_sink.socketOpened(opened);
    return opened;
}

int CurlHandle::onCloseSocket(void *sink, curl_socket_t socket)
{
    static_cast<Sink *>(sink)->socketCloses(socket);
    return platform::closeSocket(socket);
}

CURLcode CurlHandle::onTls(CURL * /*easy*/, void *context, void *self)
{
    auto *handle = static_cast<CurlHandle *>(self);
    handle->m_transfer->tlsMicros.store(steadyMicros(), std::memory_order_relaxed);
    const CurlSession &session = *handle->m_session;
    if (session.verify && !session.trustStore)
        session.trustStore = curltls::makeStore(session.caPem, session.extraCaPem);
    curltls::useStore(context, session.trustStore);
    if (!handle->m_transfer->spec.collect)
        curltls::keepPeer(context, &handle->m_outcome->peerDer);
    return CURLE_OK;
}

int CurlHandle::onReady(void *self, char *peer, char * /*local*/, int peerPort, int /*localPort*/)
{
    auto *handle = static_cast<CurlHandle *>(self);
    CurlTransfer &transfer = *handle->m_transfer;
    CurlOutcome &outcome = *handle->m_outcome;
    if (handle->m_lastPeer != peer)
        handle->m_lastPeer = peer;
    outcome.remoteIp = handle->m_lastPeer;
    outcome.remotePort = static_cast<quint16>(peerPort);
    // Again here: a connection that was kept open is used without onOpenSocket(). This is the address really talked
    // to, so a name that now resolves elsewhere does not get past it.
    if (transfer.spec.denyPrivate && handle->m_session->proxyUrl.isEmpty()
        && !IpPolicy::isPublic(QHostAddress(QString::fromLatin1(peer)))) {
        handle->m_denied = true;
        return CURL_PREREQFUNC_ABORT;
    }
    if (transfer.spec.url.startsWith("https:"))
        outcome.tls = curltls::infoOf(handle->m_easy);
    ++handle->m_sends;
    outcome.sent = true;
    transfer.readyMicros.store(steadyMicros(), std::memory_order_relaxed);
    if (!transfer.spec.collect)
        handle->m_sink.post({CurlEvent::Kind::Ready, handle->m_transfer, {}, std::make_unique<CurlOutcome>(outcome)});
    return CURL_PREREQFUNC_OK;
}

std::size_t CurlHandle::onUpload(char *buffer, std::size_t size, std::size_t count, void *self)
{
    auto *handle = static_cast<CurlHandle *>(self);
    const std::size_t taken = handle->uploadPiece(buffer, size * count);
    handle->m_uploadEndMicros = steadyMicros();
    return taken;
}

std::size_t CurlHandle::uploadPiece(char *buffer, std::size_t room)
{
    const CurlSpec &spec = m_transfer->spec;
    const QByteArray &from = spec.streamBody ? m_upload : spec.body;
    const qsizetype taken = std::min<qsizetype>(static_cast<qsizetype>(room), from.size() - m_uploaded);
    if (taken > 0) {
        std::memcpy(buffer, from.constData() + m_uploaded, static_cast<std::size_t>(taken));
        m_uploaded += taken;
        m_outcome->uploadedBytes += taken;
        if (!spec.streamBody && !spec.collect) {
            m_transfer->uploadedBytes.store(m_uploaded, std::memory_order_relaxed);
            m_sink.post({CurlEvent::Kind::Uploaded, m_transfer, {}, nullptr});
        }
        return static_cast<std::size_t>(taken);
    }
    if (!spec.streamBody || m_uploadLast)
        return 0;
    m_uploadPaused = true;
    m_sink.post({CurlEvent::Kind::WantUpload, m_transfer, {}, nullptr});
    return CURL_READFUNC_PAUSE;
}

int CurlHandle::onSeek(void *self, curl_off_t offset, int origin)
{
    auto *handle = static_cast<CurlHandle *>(self);
    const CurlSpec &spec = handle->m_transfer->spec;
    if (spec.streamBody || origin != SEEK_SET || offset < 0 || offset > spec.body.size())
        return CURL_SEEKFUNC_FAIL;
    handle->m_uploaded = static_cast<qsizetype>(offset);
    return CURL_SEEKFUNC_OK;
}

void CurlHandle::upload(const QByteArray &piece, bool last)
{
    m_upload = piece;
    m_uploaded = 0;
    m_uploadLast = last;
    if (std::exchange(m_uploadPaused, false))
        curl_easy_pause(m_easy, m_paused ? CURLPAUSE_RECV : CURLPAUSE_CONT);
}

void CurlHandle::resume()
{
    if (std::exchange(m_paused, false))
        curl_easy_pause(m_easy, m_uploadPaused ? CURLPAUSE_SEND : CURLPAUSE_CONT);
}

} // namespace crawlscope
