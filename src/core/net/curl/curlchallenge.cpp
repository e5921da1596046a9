// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords that are asked for, certificates that are accepted after all.
#include "core/net/curl/curlaccessmanager.h"
#include "core/net/curl/curlhttp.h"
#include "core/net/curl/curlreply.h"
#include "core/net/curl/curlreplyguard.h"

#include <QAuthenticator>
#include <QCryptographicHash>
#include <QSslKey>

namespace crawlscope {

namespace {

    bool isCertificateError(ErrorId error)
    {
        return error == ErrorId::TlsExpired || error == ErrorId::TlsName || error == ErrorId::TlsUntrusted;
    }

    /// In libcurl's words: of the key, so that the next connection is to the same server.
    QByteArray pinOf(const QSslCertificate &certificate)
    {
        const QByteArray key = certificate.publicKey().toDer();
        return key.isEmpty() ? QByteArray()
                             : "sha256//" + QCryptographicHash::hash(key, QCryptographicHash::Sha256).toBase64();
    }

    QNetworkProxy proxyOf(const CurlSession &session)
    {
        const QUrl url = QUrl::fromEncoded(session.proxyUrl);
        const bool socks = url.scheme().startsWith(QLatin1StringView("socks"));
        return {socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
                static_cast<quint16>(url.port(0)), QString::fromUtf8(session.proxyUser)};
    }

} // namespace

struct CurlReply::Challenge
{
    bool proxy = false;
    curlhttp::Offer offer;
    QByteArray key; ///< in the manager's memory
    CurlCredentials refused; ///< what was sent and not accepted; empty: nothing
};

bool CurlReply::asksForPassword(const CurlOutcome &outcome)
{
    Challenge challenge;
    challenge.offer = curlhttp::offerOf(outcome.headers, "www-authenticate");
    if (!m_manager || (!challenge.offer.basic && !challenge.offer.digest) || !rewindUpload())
        return false;
    challenge.key = curlhttp::originOf(url());
    challenge.refused = {m_transfer->spec.user, m_transfer->spec.password};
    return answerChallenge(std::move(challenge));
}

bool CurlReply::asksForProxyPassword(const CurlOutcome &outcome)
{
    const CurlSession &session = *m_transfer->spec.session;
    Challenge challenge;
    challenge.offer = curlhttp::offerOf(outcome.headers, "proxy-authenticate");
    if (!m_manager || session.proxyUrl.isEmpty() || !rewindUpload())
        return false;
    if (!outcome.needsProxyAuth && !challenge.offer.basic && !challenge.offer.digest)
        return false;
    challenge.proxy = true;
    challenge.key = session.proxyUrl;
    challenge.refused = {session.proxyUser, session.proxyPassword};
    return answerChallenge(std::move(challenge));
}

/// True: there is something new to say (m_next), or the slot that was asked ended the reply.
bool CurlReply::answerChallenge(Challenge challenge)
{
    CurlCredentials found;
    const bool reuses =
        request().attribute(QNetworkRequest::AuthenticationReuseAttribute).toInt() == QNetworkRequest::Automatic;
    if (!challenge.proxy && !m_urlUser.isEmpty())
        found = {std::exchange(m_urlUser, {}), std::exchange(m_urlPassword, {})};
    else if (reuses)
        found = m_manager->m_credentials.value(challenge.key);
    if (found.isEmpty() || found == challenge.refused) {
        QAuthenticator authenticator;
        authenticator.setRealm(QString::fromUtf8(challenge.offer.realm));
        const Guard guard(this);
        m_busy = true; // a dialog may run an event loop
        if (challenge.proxy)
            Q_EMIT m_manager->proxyAuthenticationRequired(proxyOf(*m_transfer->spec.session), &authenticator);
        else
            Q_EMIT m_manager->authenticationRequired(this, &authenticator);
        if (!guard)
            return true;
        m_busy = false;
        found = {authenticator.user().toUtf8(), authenticator.password().toUtf8()};
        if (found.isEmpty() || found == challenge.refused)
            return false;
        if (reuses && m_manager)
            m_manager->m_credentials.insert(challenge.key, found);
    }
    auto next = std::make_unique<CurlSpec>(m_transfer->spec);
    if (challenge.proxy) {
        auto session = std::make_shared<CurlSession>(*next->session);
        session->proxyUser = found.user;
        session->proxyPassword = found.password;
        next->session = std::move(session);
    } else {
        next->user = found.user;
        next->password = found.password;
        next->basicOnly = !challenge.offer.digest;
        curlhttp::removeHeader(&next->headers, "authorization");
    }
    m_next = std::move(next);
    return true;
}

/// The stock manager asks within the handshake; here it has failed, and another one is made where the errors are
/// ignored. That one is for the same key, and with no more exceptions than asked for.
bool CurlReply::acceptCertificate(const CurlOutcome &outcome)
{
    if (!isCertificateError(outcome.error))
        return false;
    const QSslError error(sslErrorOf(outcome.verifyResult), peerCertificate());
    const Guard guard(this);
    Q_EMIT sslErrors({error});
    if (!guard)
        return true;
    if ((!m_ignoreAll && !m_ignored.contains(error)) || !rewindUpload())
        return false;
    auto session = std::make_shared<CurlSession>(*m_transfer->spec.session);
    bool &exception = error.error() == QSslError::HostNameMismatch ? session->anyName : session->anyAuthority;
    if (exception || !session->verify)
        return false; // in vain: it was not that
    exception = true;
    session->verify = !m_ignoreAll;
    session->pinnedKey = pinOf(error.certificate());
    if (session->pinnedKey.isEmpty() && !m_ignoreAll)
        return false;
    m_next = std::make_unique<CurlSpec>(m_transfer->spec);
    m_next->session = std::move(session);
    return true;
}

QSslCertificate CurlReply::peerCertificate() const
{
    return QSslCertificate(m_outcome->peerDer, QSsl::Der);
}

void CurlReply::ignoreSslErrors()
{
    m_ignoreAll = true;
}

void CurlReply::ignoreSslErrorsImplementation(const QList<QSslError> &errors)
{
    m_ignored = errors;
}

void CurlReply::sslConfigurationImplementation(QSslConfiguration &configuration) const
{
    configuration = m_ssl.value_or(QSslConfiguration());
}

void CurlReply::setSslConfigurationImplementation(const QSslConfiguration &configuration)
{
    m_ssl = configuration;
}

} // namespace crawlscope
