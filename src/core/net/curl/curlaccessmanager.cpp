// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curl/curlaccessmanager.h"

#include "core/net/curl/curltransport.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QEvent>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslKey>
#include <QThread>

#include <curl/curl.h>
#include <functional>
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

    bool isAutomatic(const QNetworkRequest &request, QNetworkRequest::Attribute attribute)
    {
        return request.attribute(attribute, QNetworkRequest::Automatic).toInt() == QNetworkRequest::Automatic;
    }

} // namespace

/// Lives in the manager's thread; woken from the transport's.
class CurlAccessManager::Inbox : public QObject
{
public:
    explicit Inbox(CurlAccessManager &manager)
        : m_manager(manager)
    {
    }
    void wake() { QCoreApplication::postEvent(this, new QEvent(QEvent::User)); }

protected:
    void customEvent(QEvent * /*event*/) override { m_manager.dispatch(); }

private:
    CurlAccessManager &m_manager;
};

CurlAccessManager::CurlAccessManager(QObject *parent)
    : QNetworkAccessManager(parent)
    , m_inbox(std::make_unique<Inbox>(*this))
    , m_transport(std::make_shared<CurlTransport>([inbox = m_inbox.get()] { inbox->wake(); }))
{
}

CurlAccessManager::~CurlAccessManager()
{
    // The replies are children and hold on to the transport; its thread wakes the inbox, so both go before that.
    qDeleteAll(findChildren<CurlReply *>(QString(), Qt::FindDirectChildrenOnly));
    m_transport.reset();
}

void CurlAccessManager::dispatch()
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_transport->hold(true);
    for (CurlEvent &event : m_transport->takeEvents()) {
        if (CurlReply *reply = event.transfer->reply)
            reply->onEvent(event);
        else if (event.outcome && event.kind == CurlEvent::Kind::Ended)
            m_transport->giveBack(event.outcome->body.size());
    }
    Q_EMIT eventsHandled();
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

QByteArray CurlAccessManager::versionText()
{
    return CurlTransport::versionText();
}

std::shared_ptr<const CurlSession> CurlAccessManager::sessionFor(const QNetworkRequest &request, bool verify)
{
    QNetworkProxy wanted = proxy();
    if (wanted.type() == QNetworkProxy::DefaultProxy) {
        const QNetworkProxyQuery query(request.url());
        const QList<QNetworkProxy> proxies =
            proxyFactory() != nullptr ? proxyFactory()->queryProxy(query) : QNetworkProxyFactory::proxyForQuery(query);
        wanted = proxies.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : proxies.first();
    }
    const QSslConfiguration ssl = request.sslConfiguration();
    const bool http2 = request.attribute(QNetworkRequest::Http2AllowedAttribute, true).toBool();
    verify = verify && ssl.peerVerifyMode() != QSslSocket::VerifyNone && ssl.peerVerifyMode() != QSslSocket::QueryPeer;
    if (m_session && wanted == m_sessionProxy && ssl == m_sessionSsl && http2 == m_sessionHttp2
        && verify == m_sessionVerify)
        return m_session;
    auto session = std::make_shared<CurlSession>();
    session->proxyUrl = proxyUrlOf(wanted);
    session->proxyUser = wanted.user().toUtf8();
    session->proxyPassword = wanted.password().toUtf8();
    session->verify = verify;
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
    m_sessionVerify = verify;
    return m_session;
}

CurlSpec CurlAccessManager::specFor(Operation operation, const QNetworkRequest &request, bool verify)
{
    CurlSpec spec;
    const QUrl url = request.url();
    spec.session = sessionFor(request, verify);
    spec.url = url.toEncoded(QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    spec.method = methodOf(operation, request);
    spec.user = url.userName(QUrl::FullyDecoded).toUtf8();
    spec.password = url.password(QUrl::FullyDecoded).toUtf8();
    spec.decode = !request.hasRawHeader("Accept-Encoding");
    spec.bombCheckBytes = request.decompressedSafetyCheckThreshold();
    for (const QByteArray &name : request.rawHeaderList())
        spec.headers.append({name, request.rawHeader(name)});
    const auto addUnless = [&](const char *name, const QByteArray &value) {
        if (!request.hasRawHeader(name) && !value.isEmpty())
            spec.headers.append({name, value});
    };
    addUnless("User-Agent", "Mozilla/5.0"); // what the stock manager says
    addUnless("Accept-Language", "en,*");
    if (isAutomatic(request, QNetworkRequest::CookieLoadControlAttribute) && cookieJar() != nullptr) {
        QByteArrayList pairs;
        const QList<QNetworkCookie> cookies = cookieJar()->cookiesForUrl(url);
        for (const QNetworkCookie &cookie : cookies)
            pairs += cookie.toRawForm(QNetworkCookie::NameAndValueOnly);
        addUnless("Cookie", pairs.join("; "));
    }
    return spec;
}

QNetworkReply *CurlAccessManager::createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body)
{
    const QString scheme = request.url().scheme();
    if (scheme != QLatin1StringView("http") && scheme != QLatin1StringView("https"))
        return QNetworkAccessManager::createRequest(operation, request, body);
    QNetworkRequest complete = request;
    if (complete.transferTimeout() == 0)
        complete.setTransferTimeout(transferTimeout());
    CurlSpec spec = specFor(operation, complete, true);
    const bool sendsBody = operation == PostOperation || operation == PutOperation || body != nullptr;
    const auto *memory = qobject_cast<QBuffer *>(body);
    if (sendsBody && (body == nullptr || memory != nullptr)) {
        spec.hasBody = true;
        if (memory != nullptr)
            spec.body = memory->data().sliced(memory->pos());
    } else if (sendsBody) {
        spec.streamBody = true;
        const QVariant declared = complete.header(QNetworkRequest::ContentLengthHeader);
        if (declared.isValid())
            spec.bodyBytes = declared.toLongLong();
        else if (!body->isSequential())
            spec.bodyBytes = body->size() - body->pos();
    }
    spec.headers.removeIf(
        [](const auto &header) { return header.first.compare("content-length", Qt::CaseInsensitive) == 0; });
    const bool streams = spec.streamBody;
    auto *reply = new CurlReply(*this, operation, complete, std::move(spec));
    if (streams)
        reply->setUpload(body, false);
    if (isAutomatic(complete, QNetworkRequest::CookieSaveControlAttribute))
        connect(reply, &QNetworkReply::metaDataChanged, this, [this, reply] {
            const auto cookies = qvariant_cast<QList<QNetworkCookie>>(reply->header(QNetworkRequest::SetCookieHeader));
            if (!cookies.isEmpty() && cookieJar() != nullptr)
                cookieJar()->setCookiesFromUrl(cookies, reply->url());
        });
    return reply;
}

} // namespace crawlscope
