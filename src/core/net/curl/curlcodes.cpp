// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Our error ids, statuses and OpenSSL's numbers in Qt's words.
#include "core/net/curl/curlreply.h"

namespace crawlscope {

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

QSslError::SslError sslErrorOf(long x509)
{
    // The numbers of OpenSSL's x509_vfy.h are part of its interface; libcurl hands them on.
    switch (x509) {
    case 0: // libcurl matches the name itself: before it asks OpenSSL for the result, or after
    case 1:
    case 62:
    case 64:
        return QSslError::HostNameMismatch;
    case 2:
        return QSslError::UnableToGetIssuerCertificate;
    case 7:
        return QSslError::CertificateSignatureFailed;
    case 9:
        return QSslError::CertificateNotYetValid;
    case 10:
        return QSslError::CertificateExpired;
    case 18:
        return QSslError::SelfSignedCertificate;
    case 19:
        return QSslError::SelfSignedCertificateInChain;
    case 20:
        return QSslError::UnableToGetLocalIssuerCertificate;
    case 21:
        return QSslError::UnableToVerifyFirstCertificate;
    case 23:
        return QSslError::CertificateRevoked;
    case 24:
        return QSslError::InvalidCaCertificate;
    case 25:
        return QSslError::PathLengthExceeded;
    case 26:
        return QSslError::InvalidPurpose;
    case 28:
        return QSslError::CertificateRejected;
    default:
        return QSslError::CertificateUntrusted;
    }
}

} // namespace crawlscope
