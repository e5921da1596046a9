// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curl/curlaccessmanager.h"

#include "core/net/curl/curlhttp.h"
#include "core/net/curl/curltransport.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QEvent>
#include <QLocale>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslKey>
#include <QThread>

#include <curl/curl.h>
#include <mutex>
#include <utility>

namespace crawlscope {

namespace {

    QByteArray methodOf(QNetworkAccessManager::Operation operation, const QNetworkRequest &request)
    {
        switch (operation) {
        case QNetworkAccessManager::HeadOperation:
            return "HEAD";
        case QNetworkAccessManager::PutOperation:
            return "PUT";
        case QNetworkAccessManager::PostOperation:
            return "POST";
        case QNetworkAccessManager::DeleteOperation:
            return "DELETE";
        case QNetworkAccessManager::CustomOperation:
            return request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
        default:
            return "GET";
        }
    }

    QByteArray proxyUrlOf(const QNetworkProxy &proxy)
    {
        const bool socks = proxy.type() == QNetworkProxy::Socks5Proxy;
        if (!socks && proxy.type() != QNetworkProxy::HttpProxy && proxy.type() != QNetworkProxy::HttpCachingProxy)
            return {};
        QUrl url;
        url.setScheme(socks ? QStringLiteral("socks5h") : QStringLiteral("http"));
        url.setHost(proxy.hostName());
        url.setPort(proxy.port());
        return url.toEncoded();
    }

    long sslVersionOf(QSsl::SslProtocol protocol)
    {
        switch (protocol) {
        case QSsl::TlsV1_2:
            return CURL_SSLVERSION_TLSv1_2 + (CURL_SSLVERSION_TLSv1_2 << 16); // at least and at most
        case QSsl::TlsV1_2OrLater:
            return CURL_SSLVERSION_TLSv1_2;
        case QSsl::TlsV1_3:
        case QSsl::TlsV1_3OrLater:
            return CURL_SSLVERSION_TLSv1_3;
        default:
            return CURL_SSLVERSION_DEFAULT;
        }
    }

    QByteArray pemOf(const QList<QSslCertificate> &certificates)
    {
        QByteArray pem;
        for (const QSslCertificate &certificate : certificates)
            pem += certificate.toPem();
        return pem;
    }

    QEvent::Type bellType()
    {
        static const auto type = static_cast<QEvent::Type>(QEvent::registerEventType());
        return type;
    }

    /// As the stock manager words it.
    QByteArray acceptLanguage()
    {
        const QByteArray name = QLocale::system().name().replace(QLatin1Char('_'), QLatin1Char('-')).toLatin1();
        if (name == "C")
            return "en,*";
        return name.startsWith("en-") ? QByteArray(name + ",*") : QByteArray(name + ",en,*");
    }

    bool isAutomatic(const QNetworkRequest &request, QNetworkRequest::Attribute attribute)
    {
        return request.attribute(attribute, QNetworkRequest::Automatic).toInt() == QNetworkRequest::Automatic;
    }

} // namespace

/// Rung in the transport's thread, heard in the manager's. Outlives the manager where a reply does.
struct CurlAccessManager::Bell
{
    void ring()
    {
        const std::scoped_lock lock(mutex);
        if (manager != nullptr)
            QCoreApplication::postEvent(manager, new QEvent(bellType()));
    }
    void silence()
    {
        const std::scoped_lock lock(mutex);
        manager = nullptr;
    }

    std::mutex mutex;
    CurlAccessManager *manager = nullptr;
};

CurlAccessManager::CurlAccessManager(QObject *parent)
    : QNetworkAccessManager(parent)
    , m_bell(std::make_shared<Bell>())
{
    m_bell->manager = this;
    m_transport = std::make_shared<CurlTransport>([bell = m_bell] { bell->ring(); });
}

CurlAccessManager::~CurlAccessManager()
{
    m_bell->silence();
    qDeleteAll(findChildren<CurlReply *>(QString(), Qt::FindDirectChildrenOnly));
    while (!m_replies.isEmpty()) { // those that somebody else owns
        CurlReply *reply = *m_replies.begin();
        m_replies.remove(reply);
        reply->managerGone();
    }
}

bool CurlAccessManager::event(QEvent *event)
{
    if (event->type() != bellType())
        return QNetworkAccessManager::event(event);
    dispatch();
    return true;
}

void CurlAccessManager::dispatch()
{
    Q_ASSERT(QThread::currentThread() == thread());
    std::vector<CurlEvent> events = m_transport->takeEvents();
    if (m_events.empty())
        m_events = std::move(events);
    else // within a slot of one of those: they come first
        m_events.insert(m_events.end(), std::make_move_iterator(events.begin()), std::make_move_iterator(events.end()));
    const QPointer<CurlAccessManager> self = this;
    while (self && m_nextEvent < m_events.size()) {
        CurlEvent event = std::move(m_events[m_nextEvent++]);
        CurlReply *reply = event.transfer->reply;
        m_transport->hold(reply != nullptr && reply->m_quiet); // others may wait for what they start
        if (reply != nullptr)
            reply->onEvent(event);
        else if (event.outcome && event.kind == CurlEvent::Kind::Ended)
            m_transport->giveBack(event.outcome->body.size());
    }
    if (!self)
        return;
    m_events.clear();
    m_nextEvent = 0;
    Q_EMIT eventsHandled();
    if (self)
        m_transport->hold(false);
}

CurlReply *CurlAccessManager::transfer(CurlSpec spec, quint64 tag)
{
    return new CurlReply(*this, std::move(spec), tag);
}

qint64 CurlAccessManager::bufferedBytes() const
{
    return m_transport->bufferedBytes();
}

void CurlAccessManager::setExtraCaCertificates(const QByteArray &pem)
{
    m_extraCaPem = pem;
    m_session.reset();
}

void CurlAccessManager::clearAccessCache()
{
    m_credentials.clear();
    QNetworkAccessManager::clearAccessCache();
}

QByteArray CurlAccessManager::versionText()
{
    return CurlTransport::versionText();
}

QNetworkProxy CurlAccessManager::proxyFor(const QUrl &url) const
{
    if (proxyFactory() == nullptr && proxy().type() != QNetworkProxy::DefaultProxy)
        return proxy();
    const QNetworkProxyQuery query(url);
    const QList<QNetworkProxy> proxies =
        proxyFactory() != nullptr ? proxyFactory()->queryProxy(query) : QNetworkProxyFactory::proxyForQuery(query);
    return proxies.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : proxies.first();
}

std::shared_ptr<const CurlSession> CurlAccessManager::sessionFor(const QNetworkRequest &request, const QUrl &url)
{
    const QNetworkProxy wanted = proxyFor(url);
    const QSslConfiguration ssl = request.sslConfiguration();
    const bool http2 = request.attribute(QNetworkRequest::Http2AllowedAttribute, true).toBool();
    if (m_session && wanted == m_sessionProxy && ssl == m_sessionSsl && http2 == m_sessionHttp2)
        return m_session;
    auto session = std::make_shared<CurlSession>();
    session->proxyUrl = proxyUrlOf(wanted);
    session->proxyUser = wanted.user().toUtf8();
    session->proxyPassword = wanted.password().toUtf8();
    session->verify = ssl.peerVerifyMode() != QSslSocket::VerifyNone && ssl.peerVerifyMode() != QSslSocket::QueryPeer;
    session->http2 = http2;
    session->extraCaPem = m_extraCaPem;
    if (ssl.caCertificates() != QSslConfiguration::defaultConfiguration().caCertificates())
        session->caPem = pemOf(ssl.caCertificates());
    session->certificatePem = pemOf(ssl.localCertificateChain());
    session->keyPem = ssl.privateKey().toPem();
    session->sslVersion = sslVersionOf(ssl.protocol());
    m_session = session;
    m_sessionProxy = wanted;
    m_sessionSsl = ssl;
    m_sessionHttp2 = http2;
    return m_session;
}

CurlSpec CurlAccessManager::specFor(Operation operation, const QNetworkRequest &request)
{
    CurlSpec spec;
    const QUrl url = request.url();
    spec.session = sessionFor(request, url);
    spec.url = url.toEncoded(QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    spec.method = methodOf(operation, request);
    spec.decode = request.rawHeader("Accept-Encoding").isEmpty();
    spec.bombCheckBytes = request.decompressedSafetyCheckThreshold();
    constexpr const char *kNotEmpty[] = {"accept-encoding", "accept-language", "connection", "content-length", "host",
                                         "user-agent"};
    for (const QByteArray &name : request.rawHeaderList()) {
        const QByteArray value = request.rawHeader(name);
        const bool replaced = value.isEmpty()
            && std::any_of(std::begin(kNotEmpty), std::end(kNotEmpty),
                           [&name](const char *known) { return name.compare(known, Qt::CaseInsensitive) == 0; });
        if (!replaced)
            spec.headers.append({name, value});
    }
    const auto addUnless = [&](const char *name, const QByteArray &value) {
        if (!curlhttp::hasHeader(spec.headers, name))
            spec.headers.append({name, value});
    };
    addUnless("User-Agent", "Mozilla/5.0"); // what the stock manager says
    static const QByteArray language = acceptLanguage();
    addUnless("Accept-Language", language);
    const int control = request.attribute(QNetworkRequest::CacheLoadControlAttribute).toInt();
    if (control == QNetworkRequest::AlwaysNetwork
        && request.attribute(QNetworkRequest::CacheLoadControlAttribute).isValid()) {
        addUnless("Cache-Control", "no-cache");
        addUnless("Pragma", "no-cache");
    }
    setCookies(&spec, request, url, true);
    return spec;
}

void CurlAccessManager::setCookies(CurlSpec *spec, const QNetworkRequest &request, const QUrl &url, bool may) const
{
    curlhttp::removeHeader(&spec->headers, "cookie");
    QByteArrayList pairs;
    if (isAutomatic(request, QNetworkRequest::CookieLoadControlAttribute) && cookieJar() != nullptr) {
        const QList<QNetworkCookie> cookies = cookieJar()->cookiesForUrl(url);
        for (const QNetworkCookie &cookie : cookies)
            pairs += cookie.toRawForm(QNetworkCookie::NameAndValueOnly);
    }
    const QByteArray own = may ? request.rawHeader("Cookie") : QByteArray();
    const QByteArray value = pairs.isEmpty() ? own : pairs.join("; "); // the jar's come before the request's
    if (!value.isEmpty())
        spec->headers.append({"Cookie", value});
}

void CurlAccessManager::describeBody(CurlSpec *spec, Operation operation, const QNetworkRequest &request,
                                     QIODevice *body) const
{
    const QVariant declared = request.header(QNetworkRequest::ContentLengthHeader);
    spec->bodyBytes = declared.isValid() ? declared.toLongLong() : -1;
    curlhttp::removeHeader(&spec->headers, "content-length");
    if (body == nullptr && operation != PostOperation && operation != PutOperation)
        return;
    qint64 size = -1;
    const auto *memory = qobject_cast<QBuffer *>(body);
    if (body == nullptr || memory != nullptr) {
        spec->hasBody = true;
        if (memory != nullptr)
            spec->body = memory->data().sliced(memory->pos());
        size = spec->body.size();
        if (spec->bodyBytes >= 0 && spec->bodyBytes < size)
            spec->body.truncate(static_cast<qsizetype>(spec->bodyBytes));
    } else if (!body->isSequential()) {
        spec->streamBody = true;
        size = body->size() - body->pos();
        spec->bodyBytes = declared.isValid() ? std::min(spec->bodyBytes, size) : size;
    } else {
        spec->streamBody =
            declared.isValid() && request.attribute(QNetworkRequest::DoNotBufferUploadDataAttribute).toBool();
    }
    if (operation == PostOperation && size != 0 && !curlhttp::hasHeader(spec->headers, "content-type"))
        spec->headers.emplaceBack("Content-Type", "application/x-www-form-urlencoded"); // as the stock manager guesses
}

QNetworkReply *CurlAccessManager::createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body)
{
    const QString scheme = request.url().scheme();
    if (scheme != QLatin1StringView("http") && scheme != QLatin1StringView("https"))
        return QNetworkAccessManager::createRequest(operation, request, body);
    QNetworkRequest complete = request;
    if (complete.transferTimeout() == 0)
        complete.setTransferTimeout(transferTimeout());
    const auto setUnless = [&complete](QNetworkRequest::Attribute attribute, const QVariant &value) {
        if (complete.attribute(attribute).isNull())
            complete.setAttribute(attribute, value);
    };
    if (autoDeleteReplies())
        setUnless(QNetworkRequest::AutoDeleteReplyOnFinishAttribute, true);
    setUnless(QNetworkRequest::RedirectPolicyAttribute, int {redirectPolicy()});
    CurlSpec spec = specFor(operation, complete);
    describeBody(&spec, operation, complete, body);
    const bool inMemory = spec.hasBody || body == nullptr;
    auto *reply = new CurlReply(*this, operation, complete, spec);
    m_replies.insert(reply);
    if (isAutomatic(complete, QNetworkRequest::CookieSaveControlAttribute))
        connect(reply, &QNetworkReply::metaDataChanged, this, [this, reply] {
            const auto cookies = qvariant_cast<QList<QNetworkCookie>>(reply->header(QNetworkRequest::SetCookieHeader));
            if (!cookies.isEmpty() && cookieJar() != nullptr)
                cookieJar()->setCookiesFromUrl(cookies, reply->url());
        });
    if (complete.attribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::PreferNetwork).toInt()
        == QNetworkRequest::AlwaysCache)
        reply->finishLater(QNetworkReply::ContentNotFoundError, CurlReply::tr("There is no cache"));
    else if (request.url().host().isEmpty())
        reply->finishLater(QNetworkReply::HostNotFoundError, CurlReply::tr("The URL names no host"));
    else if (inMemory)
        reply->begin(std::move(spec));
    else
        reply->startUpload(body);
    return reply;
}

} // namespace crawlscope
