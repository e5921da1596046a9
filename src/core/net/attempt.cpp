// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/attempt.h"

#include "core/net/networkfetcher.h"

#include <QBuffer>
#include <QDateTime>
#include <QHostInfo>
#include <QMetaEnum>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QUrl>

#include <algorithm>

namespace crawlscope {

namespace {

    /// Between two pieces of body of an answer whose header block Qt dropped, see passedDeadline().
    constexpr int kDroppedHeadersMs = 1000;

    /// No connection is made in less, loopback included.
    constexpr quint32 kUnmeasuredMicros = 10;

    QByteArray codeName(QNetworkReply::NetworkError code)
    {
        const char *name = QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(code);
        return name == nullptr ? QByteArray::number(static_cast<int>(code)) : QByteArray(name);
    }

    quint32 span(qint64 from, qint64 to)
    {
        if (from < 0 || to < from)
            return PhaseTimes::kNotApplicable;
        return static_cast<quint32>(std::min<qint64>(to - from, PhaseTimes::kNotApplicable - 1));
    }

    bool over(qint64 since, int limitMs, qint64 now)
    {
        return limitMs > 0 && since >= 0 && now - since >= qint64 {limitMs} * 1000;
    }

} // namespace

Attempt::Attempt(FetchRequest request, int lane, NetworkFetcher &fetcher)
    : m_request(std::move(request))
    , m_fetcher(fetcher)
    , m_lane(lane)
{
    m_result.id = m_request.id;
}

Attempt::~Attempt() = default;

void Attempt::begin(const LanePool::Seat &seat, const QSslConfiguration &ssl)
{
    m_startMicros = m_fetcher.m_clock();
    m_result.startedAtMs = QDateTime::currentMSecsSinceEpoch();
    if (m_request.denyPrivate && m_fetcher.m_options.proxy.type() == QNetworkProxy::NoProxy)
        lookUp(seat, ssl);
    else // a proxy resolves the name by itself
        send(seat, ssl);
}

/// Qt does not tell which address it connects to, but takes what this look-up found from its cache. A name whose
/// answers change with each question can still slip through.
void Attempt::lookUp(const LanePool::Seat &seat, const QSslConfiguration &ssl)
{
    const auto proceed = [this, seat, ssl](const QList<QHostAddress> &addresses) {
        const auto denied = std::find_if_not(addresses.begin(), addresses.end(), m_fetcher.m_isPublic);
        if (denied != addresses.end())
            cut(ErrorId::AddressDenied, IpPolicy::name(IpPolicy::classify(*denied)).toByteArray());
        else
            send(seat, ssl);
    };
    const QString host = QUrl::fromEncoded(m_request.url, QUrl::StrictMode).host(QUrl::FullyEncoded);
    if (const auto literal = IpPolicy::literal(host.toLatin1())) { // QHostInfo would ask for its name
        QMetaObject::invokeMethod(
            this,
            [this, proceed, address = *literal] {
                if (!m_ended)
                    proceed({address});
            },
            Qt::QueuedConnection);
        return;
    }
    m_lookup = QHostInfo::lookupHost(host, this, [this, proceed](const QHostInfo &info) {
        if (m_ended)
            return;
        m_lookup = -1;
        if (info.error() == QHostInfo::UnknownError)
            cut(ErrorId::DnsFailed, QByteArrayLiteral("UnknownError"));
        else if (info.error() == QHostInfo::HostNotFound || info.addresses().isEmpty())
            cut(ErrorId::DnsNotFound, codeName(QNetworkReply::HostNotFoundError));
        else
            proceed(info.addresses());
    });
}

void Attempt::send(const LanePool::Seat &seat, const QSslConfiguration &ssl)
{
    QNetworkRequest out(QUrl::fromEncoded(m_request.url, QUrl::StrictMode));
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // A broad crawl at the default of 120 s would hold thousands of idle sockets.
    out.setAttribute(QNetworkRequest::ConnectionCacheExpiryTimeoutSecondsAttribute, 10);
    if (m_request.url.startsWith("https:"))
        out.setSslConfiguration(ssl);
    if (!seat.connectionName.isEmpty())
        out.setPeerVerifyName(seat.connectionName);
    for (const auto &header : m_request.headers)
        out.setRawHeader(header.first, header.second);

    m_buffered = seat.buffered;
    if (m_request.method == "GET" && m_request.body.isEmpty())
        m_reply = seat.manager->get(out);
    else if (m_request.method == "HEAD")
        m_reply = seat.manager->head(out);
    else
        m_reply = seat.manager->sendCustomRequest(out, m_request.method, m_request.body);
    m_reply->setReadBufferSize(NetworkFetcher::kReadBufferBytes);
    connectReply();
}

void Attempt::connectReply()
{
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this, [this] {
        if (m_connectingMicros < 0)
            m_connectingMicros = m_fetcher.m_clock();
    });
    connect(m_reply, &QNetworkReply::encrypted, this, [this] { m_encryptedMicros = m_fetcher.m_clock(); });
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        ++m_sends;
        m_sentMicros = m_fetcher.m_clock();
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Attempt::onHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &Attempt::onReadyRead);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) { m_sslErrors = errors; });
    // Queued for a reply that failed inside get(): the handler never runs from within start().
    connect(m_reply, &QNetworkReply::finished, this, &Attempt::onFinished,
            m_reply->isFinished() ? Qt::QueuedConnection : Qt::AutoConnection);
    if (m_reply->isFinished())
        QMetaObject::invokeMethod(this, &Attempt::onFinished, Qt::QueuedConnection);
}

void Attempt::onHeaders()
{
    if (m_headersMicros >= 0 || m_ended)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0 && m_reply->rawHeaderPairs().isEmpty())
        return;
    m_headersMicros = m_fetcher.m_clock();
    m_progressMicros = m_headersMicros;
    // Qt takes any number for a status; RFC 9112 section 4 has three digits.
    if (status >= 100 && status <= 999)
        m_result.status = static_cast<quint16>(status);
    else
        m_unreadable = "status";
    m_result.reason = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray().left(128);
    for (const auto &pair : m_reply->rawHeaderPairs())
        m_result.headers.append({pair.first, pair.second});
    m_encoded = !headerValue(m_result.headers, "content-encoding").isEmpty();
    m_redirect = status >= 300 && status < 400 && !headerValue(m_result.headers, "location").isEmpty();
    noteFraming();
    if (m_request.maxBodyBytes == 0 && expectsBody() && m_declaredLength != 0) {
        m_result.truncated = true;
        cut(ErrorId::None, {});
    }
}

void Attempt::noteFraming()
{
    const int status = m_result.status;
    const QByteArray length = headerValue(m_result.headers, "content-length");
    m_chunked = headerValue(m_result.headers, "transfer-encoding").toLower().contains("chunked");
    bool ok = false;
    // Qt joins repeated headers by ", ": differing lengths show as a list.
    const qint64 value = length.toLongLong(&ok);
    if (ok && value >= 0)
        m_declaredLength = value;
    else if (length.contains(','))
        m_result.anomalies |= static_cast<quint32>(Anomaly::DuplicateLength);
    else if (!std::all_of(length.begin(), length.end(), [](char c) { return c >= '0' && c <= '9'; }))
        m_unreadable = "content_length"; // a number beyond 64 bits is read up to the cap instead
    if (m_chunked && !length.isEmpty())
        m_result.anomalies |= static_cast<quint32>(Anomaly::LengthAndChunked);
    if (status < 100 || status > 599)
        m_result.anomalies |= static_cast<quint32>(Anomaly::BadStatus);
    else if (status >= 102 && status < 200)
        m_result.anomalies |= static_cast<quint32>(Anomaly::EarlyHintsAsFinal);
    if (m_result.headers.isEmpty())
        m_result.anomalies |= static_cast<quint32>(Anomaly::HeadersDropped);
}

bool Attempt::expectsBody() const
{
    return m_request.method != "HEAD" && m_result.status != 204 && m_result.status != 304 && m_result.status >= 200;
}

void Attempt::onReadyRead()
{
    if (m_ended)
        return;
    onHeaders(); // some replies deliver body before metaDataChanged was handled
    if (m_ended)
        return;
    m_progressMicros = m_fetcher.m_clock();
    drain();
    if (m_redirect && m_result.wireBytes > m_request.redirectBodyBytes)
        cut(ErrorId::None, {}); // nobody reads it; dropping the connection is cheaper
    else if (m_result.wireBytes > m_request.maxBodyBytes)
        cut(ErrorId::BodyTooLarge, {});
}

void Attempt::drain()
{
    // At most one byte beyond the cap: enough to know that there was more.
    const qint64 room = m_request.maxBodyBytes + 1 - m_result.wireBytes;
    if (room <= 0)
        return;
    // read() allocates what it is asked for, however little there is.
    const QByteArray piece = m_reply->read(std::min(room, m_reply->bytesAvailable()));
    m_result.wireBytes += piece.size();
    keep(piece);
}

void Attempt::keep(const QByteArray &piece)
{
    if (!m_keeping || piece.isEmpty() || m_redirect)
        return;
    const qint64 most = m_encoded ? m_request.maxBodyBytes : std::min(m_request.keepBytes, m_request.maxBodyBytes);
    const qint64 room = m_fetcher.m_buffered > NetworkFetcher::kBufferBudget ? 0 : most - m_result.body.size();
    const qsizetype taken = std::min<qsizetype>(piece.size(), std::max<qint64>(0, room));
    if (m_result.body.isEmpty() && m_declaredLength > piece.size())
        m_result.body.reserve(std::min(most, m_declaredLength)); // growing by doubling would hold up to twice as much
    m_result.body.append(piece.constData(), taken);
    m_fetcher.m_buffered += taken;
    m_keeping = taken == piece.size();
}

void Attempt::cut(ErrorId why, const QByteArray &detail)
{
    if (m_ended)
        return;
    m_ended = true; // before abort(): it emits finished() from within
    if (why != ErrorId::None)
        fail(why, detail);
    if (m_result.wireBytes > m_request.maxBodyBytes)
        m_result.wireBytes = m_request.maxBodyBytes;
    m_result.truncated = m_result.truncated || (m_headersMicros >= 0 && !m_redirect && expectsBody());
    fillTimes(m_fetcher.m_clock());
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
    if (m_reply != nullptr) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
    m_fetcher.finish(this);
}

ErrorId Attempt::passedDeadline(qint64 nowMicros) const
{
    if (over(m_startMicros, m_request.totalMs, nowMicros))
        return ErrorId::TotalTimeout;
    if (m_sentMicros < 0) {
        if (!over(m_startMicros, m_request.connectMs, nowMicros))
            return ErrorId::None;
        // Connected over TCP but not through the handshake cannot be told apart before the socket says "encrypted".
        return ErrorId::ConnectTimeout;
    }
    if (m_headersMicros < 0)
        return over(m_sentMicros, m_request.firstByteMs, nowMicros) ? ErrorId::FirstByteTimeout : ErrorId::None;
    // Qt drops a header block that is too large for it and then waits for a body of unknown length, which on a
    // connection that is kept never ends.
    const bool dropped = (m_result.anomalies & static_cast<quint32>(Anomaly::HeadersDropped)) != 0;
    if (dropped && over(m_progressMicros, kDroppedHeadersMs, nowMicros))
        return ErrorId::HeadersTooLarge;
    return over(m_progressMicros, m_request.idleMs, nowMicros) ? ErrorId::IdleTimeout : ErrorId::None;
}

void Attempt::onFinished()
{
    if (m_ended)
        return;
    onHeaders();
    if (m_ended)
        return;
    drain();
    m_ended = true;
    fillTimes(m_fetcher.m_clock());
    if (m_result.wireBytes > m_request.maxBodyBytes) {
        m_result.wireBytes = m_request.maxBodyBytes;
        m_result.truncated = true;
        fail(ErrorId::BodyTooLarge, {});
    } else {
        judge();
    }
    m_fetcher.finish(this);
}

void Attempt::fillTimes(qint64 endMicros)
{
    PhaseTimes &t = m_result.times;
    const bool fresh = m_connectingMicros >= 0;
    t.total = span(m_startMicros, endMicros);
    if (fresh)
        t.connect = span(m_connectingMicros, m_encryptedMicros >= 0 ? m_encryptedMicros : m_sentMicros);
    // Both signals in one turn of the event loop: no time was measured.
    if (t.connect < kUnmeasuredMicros)
        t.connect = PhaseTimes::kNotApplicable;
    t.wait = span(m_sentMicros, m_headersMicros);
    t.receive = span(m_headersMicros, endMicros);
    if (m_sends > 0)
        m_result.connection = fresh ? ConnectionUse::New : ConnectionUse::Reused;
    if (m_sends > 1)
        m_result.anomalies |= static_cast<quint32>(Anomaly::ResentByTransport);
    if (m_reply != nullptr && m_reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool())
        m_result.httpVersion = HttpVersion::Http2;
}

FlightState Attempt::flight() const
{
    FlightState state {.id = m_request.id, .startMicros = m_startMicros, .stage = {}, .times = {}};
    if (m_connectingMicros >= 0)
        state.times.connect = span(m_connectingMicros, m_encryptedMicros >= 0 ? m_encryptedMicros : m_sentMicros);
    state.times.wait = span(m_sentMicros, m_headersMicros);
    if (m_headersMicros >= 0)
        state.stage = FlightState::Stage::Receiving;
    else if (m_sentMicros >= 0)
        state.stage = FlightState::Stage::Waiting;
    return state;
}

void Attempt::fail(ErrorId error, const QByteArray &detail)
{
    m_result.error = error;
    m_result.errorDetail = detail;
}

void Attempt::judge()
{
    const QNetworkReply::NetworkError code = m_reply->error();
    if (m_headersMicros < 0)
        judgeWithoutStatus(code);
    else
        judgeBody(code);
    m_result.bodyComplete = m_keeping && m_result.error == ErrorId::None && !m_result.truncated;
}

void Attempt::judgeWithoutStatus(QNetworkReply::NetworkError code)
{
    const QByteArray detail = codeName(code);
    switch (code) {
    case QNetworkReply::ConnectionRefusedError:
        return fail(ErrorId::ConnectRefused, detail);
    case QNetworkReply::HostNotFoundError:
        return fail(ErrorId::DnsNotFound, detail);
    case QNetworkReply::TimeoutError:
        return fail(m_sends > 0 ? ErrorId::FirstByteTimeout : ErrorId::ConnectTimeout, detail);
    case QNetworkReply::SslHandshakeFailedError:
        return fail(tlsVerdict(), m_sslErrors.isEmpty() ? detail : QByteArray::number(m_sslErrors.first().error()));
    case QNetworkReply::RemoteHostClosedError:
        if (m_sends == 0)
            return fail(m_request.url.startsWith("https:") ? ErrorId::TlsHandshake : ErrorId::ConnectReset, detail);
        // Qt sends again after an answer it cannot read (four times in all), once after an empty one; over a
        // buffered connection four times in either case, and the silent server is the likelier one.
        if (m_buffered)
            return fail(ErrorId::NoResponse, detail);
        return fail(m_sends >= 4 ? ErrorId::MalformedResponse : ErrorId::NoResponse, detail);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return fail(ErrorId::ProxyFailed, detail);
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::NoError:
        return fail(ErrorId::MalformedResponse, detail);
    case QNetworkReply::OperationCanceledError:
        return fail(ErrorId::Cancelled, detail);
    default:
        // Qt has one code for "unreachable" and everything else the socket reports before a request was sent.
        return fail(m_sends == 0 ? ErrorId::ConnectUnreachable : ErrorId::NoResponse, detail);
    }
}

void Attempt::judgeBody(QNetworkReply::NetworkError code)
{
    if (!m_unreadable.isEmpty())
        return fail(ErrorId::MalformedResponse, m_unreadable);
    // An error status is an answer, not a fault of the exchange: Qt reports it as 2xx/4xx/5xx error codes.
    const bool statusError = code == QNetworkReply::NoError
        || (code > QNetworkReply::UnknownProxyError && code != QNetworkReply::ProtocolFailure
            && code != QNetworkReply::UnknownContentError);
    const bool aborted = !statusError && m_result.status < 400;
    const bool shortBody =
        m_declaredLength >= 0 && !m_chunked && expectsBody() && m_result.wireBytes < m_declaredLength;
    if (shortBody) {
        m_result.truncated = true;
        return fail(ErrorId::TruncatedLength, codeName(code));
    }
    const bool closed = code == QNetworkReply::RemoteHostClosedError || code == QNetworkReply::UnknownNetworkError
        || code == QNetworkReply::TemporaryNetworkFailureError;
    if (closed || aborted) {
        m_result.truncated = true;
        return fail(m_chunked ? ErrorId::TruncatedChunked : ErrorId::ResetInBody, codeName(code));
    }
}

ErrorId Attempt::tlsVerdict() const
{
    const auto has = [this](std::initializer_list<QSslError::SslError> kinds) {
        return std::any_of(m_sslErrors.begin(), m_sslErrors.end(), [&kinds](const QSslError &e) {
            return std::find(kinds.begin(), kinds.end(), e.error()) != kinds.end();
        });
    };
    if (has({QSslError::CertificateExpired, QSslError::CertificateNotYetValid}))
        return ErrorId::TlsExpired;
    if (has({QSslError::SelfSignedCertificate, QSslError::SelfSignedCertificateInChain,
             QSslError::UnableToGetLocalIssuerCertificate, QSslError::UnableToVerifyFirstCertificate,
             QSslError::CertificateUntrusted, QSslError::UnableToGetIssuerCertificate, QSslError::CertificateRevoked,
             QSslError::InvalidCaCertificate}))
        return ErrorId::TlsUntrusted;
    if (has({QSslError::HostNameMismatch}))
        return ErrorId::TlsName;
    return m_sslErrors.isEmpty() ? ErrorId::TlsHandshake : ErrorId::TlsUntrusted;
}

FetchResult Attempt::takeResult()
{
    m_fetcher.m_buffered -= m_result.body.size();
    if (m_reply != nullptr) {
        m_reply->disconnect(this);
        m_reply->deleteLater();
        m_reply = nullptr;
    }
    return std::move(m_result);
}

} // namespace crawlscope
