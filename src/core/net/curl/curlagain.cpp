// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What makes a reply of CurlAccessManager ask again: redirects, challenges, certificates. And its codes.
#include "core/net/curl/curlaccessmanager.h"
#include "core/net/curl/curlreply.h"
#include "core/net/curl/curltransport.h"

#include <QAuthenticator>
#include <QSslError>

namespace crawlscope {

namespace {

    bool sameOrigin(const QUrl &a, const QUrl &b)
    {
        const auto port = [](const QUrl &url) {
            return url.port(url.scheme() == QLatin1StringView("https") ? 443 : 80);
        };
        return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
    }

    QSslError::SslError sslErrorOf(ErrorId error)
    {
        switch (error) {
        case ErrorId::TlsExpired:
            return QSslError::CertificateExpired;
        case ErrorId::TlsName:
            return QSslError::HostNameMismatch;
        default:
            return QSslError::CertificateUntrusted;
        }
    }

    bool isCertificateError(ErrorId error)
    {
        return error == ErrorId::TlsExpired || error == ErrorId::TlsName || error == ErrorId::TlsUntrusted;
    }

    void removeHeader(HeaderList *headers, const char *name)
    {
        headers->removeIf([name](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
    }

} // namespace

void CurlReply::again(CurlSpec spec)
{
    // The old transfer has ended; nothing of it comes any more.
    m_transfer->reply = nullptr;
    m_outcome = std::make_unique<CurlOutcome>();
    begin(std::move(spec));
}

bool CurlReply::acceptCertificate(const CurlOutcome &outcome)
{
    if (m_insecure || !isCertificateError(outcome.error))
        return false;
    const QPointer<CurlReply> self = this;
    Q_EMIT sslErrors({QSslError(sslErrorOf(outcome.error))});
    if (!self || !m_ignoreSslErrors || isFinished())
        return !self || isFinished();
    CurlSpec spec = m_transfer->spec;
    spec.session = m_manager->sessionFor(request(), false);
    again(std::move(spec));
    return true;
}

bool CurlReply::authenticate(const CurlOutcome &outcome)
{
    constexpr int kMostChallenges = 3;
    if (outcome.status != 401 || m_transfer->spec.streamBody || m_challenges >= kMostChallenges)
        return false;
    ++m_challenges;
    QAuthenticator credentials;
    const QPointer<CurlReply> self = this;
    Q_EMIT m_manager->authenticationRequired(this, &credentials);
    if (!self || isFinished())
        return true;
    if (credentials.user().isEmpty() && credentials.password().isEmpty())
        return false;
    CurlSpec spec = m_transfer->spec;
    if (spec.user == credentials.user().toUtf8() && spec.password == credentials.password().toUtf8())
        return false; // these were refused
    spec.user = credentials.user().toUtf8();
    spec.password = credentials.password().toUtf8();
    removeHeader(&spec.headers, "authorization");
    m_buffer.clear();
    m_read = 0;
    m_received = 0;
    again(std::move(spec));
    return true;
}

bool CurlReply::followRedirect(const CurlOutcome &outcome)
{
    if (outcome.error != ErrorId::None)
        return false;
    const QUrl from = url();
    const QUrl target = from.resolved(QUrl::fromEncoded(headerValue(outcome.headers, "location")));
    const QVariant wanted = request().attribute(QNetworkRequest::RedirectPolicyAttribute);
    const int policy = wanted.isNull() ? int {m_manager->redirectPolicy()} : wanted.toInt();
    const bool http = target.scheme() == QLatin1StringView("http");
    m_discard = false;
    if (!target.isValid() || target.host().isEmpty() || (!http && target.scheme() != QLatin1StringView("https"))) {
        finish(ProtocolUnknownError, tr("The redirect leads to no http address"));
        return true;
    }
    if (m_redirects++ >= request().maximumRedirectsAllowed()) {
        finish(TooManyRedirectsError, tr("Too many redirects"));
        return true;
    }
    const bool leavesTls = from.scheme() == QLatin1StringView("https") && http;
    if ((policy == QNetworkRequest::NoLessSafeRedirectPolicy && leavesTls)
        || (policy == QNetworkRequest::SameOriginRedirectPolicy && !sameOrigin(from, target))) {
        finish(InsecureRedirectError, tr("The policy refuses the redirect"));
        return true;
    }
    CurlSpec spec = m_transfer->spec;
    const bool keepsMethod = outcome.status == 307 || outcome.status == 308;
    if (!keepsMethod && spec.method != "HEAD") {
        spec.method = "GET";
        spec.hasBody = spec.streamBody = false;
        spec.body.clear();
        removeHeader(&spec.headers, "content-type");
        removeHeader(&spec.headers, "content-length");
    } else if (spec.streamBody) {
        finish(ContentReSendError, tr("The body cannot be sent again"));
        return true;
    }
    // Never with the secrets of another origin.
    if (!sameOrigin(from, target)) {
        removeHeader(&spec.headers, "authorization");
        removeHeader(&spec.headers, "cookie");
        spec.user.clear();
        spec.password.clear();
    }
    spec.url = target.toEncoded(QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    setUrl(target);
    const QPointer<CurlReply> self = this;
    Q_EMIT redirected(target);
    if (self && !isFinished())
        again(std::move(spec));
    return true;
}

void CurlReply::ignoreSslErrors()
{
    m_ignoreSslErrors = true;
}

void CurlReply::ignoreSslErrorsImplementation(const QList<QSslError> &errors)
{
    m_ignoreSslErrors = !errors.isEmpty();
}

void CurlReply::sslConfigurationImplementation(QSslConfiguration &configuration) const
{
    configuration = m_ssl.value_or(QSslConfiguration());
}

void CurlReply::setSslConfigurationImplementation(const QSslConfiguration &configuration)
{
    m_ssl = configuration;
}

void CurlReply::setReadBufferSize(qint64 size)
{
    QNetworkReply::setReadBufferSize(size);
    if (m_quiet || isFinished())
        return;
    m_transfer->readBufferBytes.store(size, std::memory_order_release);
    m_transport->resume(m_transfer); // there may be room now
}

QNetworkReply::NetworkError networkErrorOf(ErrorId error)
{
    switch (error) {
    case ErrorId::None:
        return QNetworkReply::NoError;
    case ErrorId::ConnectRefused:
        return QNetworkReply::ConnectionRefusedError;
    case ErrorId::DnsNotFound:
    case ErrorId::DnsFailed:
        return QNetworkReply::HostNotFoundError;
    case ErrorId::DnsTimeout:
    case ErrorId::ConnectTimeout:
    case ErrorId::TlsTimeout:
    case ErrorId::FirstByteTimeout:
    case ErrorId::IdleTimeout:
    case ErrorId::TotalTimeout:
        return QNetworkReply::TimeoutError;
    case ErrorId::TlsExpired:
    case ErrorId::TlsName:
    case ErrorId::TlsUntrusted:
    case ErrorId::TlsHandshake:
        return QNetworkReply::SslHandshakeFailedError;
    case ErrorId::ProxyFailed:
        return QNetworkReply::ProxyConnectionRefusedError;
    case ErrorId::ConnectReset:
    case ErrorId::NoResponse:
    case ErrorId::ResetInBody:
    case ErrorId::TruncatedLength:
    case ErrorId::TruncatedChunked:
        return QNetworkReply::RemoteHostClosedError;
    case ErrorId::MalformedResponse:
    case ErrorId::HeadersTooLarge:
        return QNetworkReply::ProtocolFailure;
    case ErrorId::AddressDenied:
    case ErrorId::HostPaused:
    case ErrorId::RobotsDenied:
        return QNetworkReply::ContentAccessDenied;
    case ErrorId::SchemeDenied:
        return QNetworkReply::ProtocolUnknownError;
    case ErrorId::DecodeFailed:
    case ErrorId::DecodeBomb:
    case ErrorId::TruncatedEncoding:
    case ErrorId::BodyTooLarge:
        return QNetworkReply::UnknownContentError;
    case ErrorId::RedirectLoop:
    case ErrorId::RedirectLimit:
        return QNetworkReply::TooManyRedirectsError;
    case ErrorId::RedirectBadLocation:
    case ErrorId::RedirectDenied:
        return QNetworkReply::InsecureRedirectError;
    case ErrorId::Cancelled:
        return QNetworkReply::OperationCanceledError;
    case ErrorId::ConnectUnreachable:
    case ErrorId::Internal:
        break;
    }
    return QNetworkReply::UnknownNetworkError;
}

QNetworkReply::NetworkError networkErrorOfStatus(int status)
{
    switch (status) {
    case 400:
        return QNetworkReply::ProtocolInvalidOperationError;
    case 401:
        return QNetworkReply::AuthenticationRequiredError;
    case 403:
        return QNetworkReply::ContentAccessDenied;
    case 404:
        return QNetworkReply::ContentNotFoundError;
    case 405:
        return QNetworkReply::ContentOperationNotPermittedError;
    case 407:
        return QNetworkReply::ProxyAuthenticationRequiredError;
    case 409:
        return QNetworkReply::ContentConflictError;
    case 410:
        return QNetworkReply::ContentGoneError;
    case 418:
        return QNetworkReply::ProtocolInvalidOperationError;
    case 500:
        return QNetworkReply::InternalServerError;
    case 501:
        return QNetworkReply::OperationNotImplementedError;
    case 503:
        return QNetworkReply::ServiceUnavailableError;
    default:
        break;
    }
    if (status >= 500)
        return QNetworkReply::UnknownServerError;
    return status >= 400 ? QNetworkReply::UnknownContentError : QNetworkReply::NoError;
}

} // namespace crawlscope
