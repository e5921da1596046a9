// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/curl/curlreply.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QSet>
#include <QSslConfiguration>

#include <memory>
#include <vector>

namespace crawlscope {

struct CurlCredentials
{
    QByteArray user;
    QByteArray password;
    [[nodiscard]] bool isEmpty() const { return user.isEmpty() && password.isEmpty(); }
    friend bool operator==(const CurlCredentials &, const CurlCredentials &) = default;
};

/// A QNetworkAccessManager whose http and https requests are made by libcurl.
///
/// To use it by itself, write CurlAccessManager where QNetworkAccessManager stood: get(), head(), post(), put(),
/// deleteResource(), sendCustomRequest(), setProxy(), setCookieJar(), redirect policies, authenticationRequired(),
/// sslErrors(), abort(), setReadBufferSize() and setTransferTimeout() work as they do there. The replies are CurlReply
/// objects, which know more. Other schemes (file, data, qrc) go to the base class.
///
/// tests/core/net/tst_curlaccessmanager does everything with both managers and compares what is seen.
/// Differences seen there:
/// - what was decoded before a decompression bomb showed can be read; the stock manager has nothing.
/// - the common name of a certificate does not count (RFC 6125).
/// - no Connection or Proxy-Connection header of its own, another order in Accept-Encoding.
/// - headers without a value are kept; the stock manager of Qt 6.4 drops them.
/// - interim answers such as 103 are skipped; the stock manager of Qt 6.4 takes them for last.
/// - sslErrors() comes after the handshake has failed; ignoring them connects once more.
/// - sslErrors() has one error; the next one follows where the first is ignored.
/// - passwords go out after a challenge only, not because of one to another request.
/// - sslConfiguration() has no certificate of the server; CurlReply::peerCertificate() does.
/// - requestSent() comes for empty bodies, too.
/// - Authorization, Cookie and Host are not sent on to another origin by a redirect.
/// - errors are told by their cause: no HTTP, bad chunks, TLS alerts, proxies.
/// - the realm of a proxy that refuses a tunnel is not known.
/// - a content coding that libcurl does not know costs a second request; GET only.
/// - no sslErrors() where the peer is not verified.
/// - the total of uploadProgress() is what is sent, not what the body would have had.
/// Not compared there:
/// - no limit of six connections a host and no queue: what is asked for is sent. Limits are the caller's business;
/// - nothing is sent again on its own, but once where a kept connection turns out to be closed;
/// - connections are shared by requests of the same TLS settings and proxy only; connectToHost() warms none of them;
/// - no disk cache, no HSTS store, no NTLM or Negotiate, no pre-shared keys; clearConnectionCache() does nothing;
/// - errorString() has other words and never the URL; outcome() has the exact cause.
/// Needs an event loop. Owns a thread for the transfers. Thread: the one it lives in.
class CurlAccessManager : public QNetworkAccessManager
{
    Q_OBJECT
public:
    explicit CurlAccessManager(QObject *parent = nullptr);
    ~CurlAccessManager() override;

    /// Like get() and its kin, but spelled out: no redirect, no cookie, no authentication, no certificate is handled,
    /// and the headers stay in the outcome. finished(reply) of the manager tells the end, and is the only signal; its
    /// slots run no event loop. The reply stays a child of the manager.
    [[nodiscard]] CurlReply *transfer(CurlSpec spec, quint64 tag);
    /// Bytes of collected bodies not yet taken by CurlReply::takeOutcome().
    [[nodiscard]] qint64 bufferedBytes() const;
    /// Further certificates to trust for requests made through QNetworkAccessManager's functions, in PEM form.
    void setExtraCaCertificates(const QByteArray &pem);
    /// Passwords that were asked for are forgotten. In place of the base class' function, which is not virtual.
    void clearAccessCache();
    /// "libcurl/7.88.1 OpenSSL/3.0.19 …"
    [[nodiscard]] static QByteArray versionText();

    bool event(QEvent *event) override;

Q_SIGNALS:
    /// After the signals of one or more replies: what they led to, such as new requests, may be done together.
    void eventsHandled();

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override;

private:
    friend class CurlReply;
    struct Bell;
    void dispatch();
    [[nodiscard]] QNetworkProxy proxyFor(const QUrl &url) const;
    /// For requests with the settings of `request`, made to `url`.
    [[nodiscard]] std::shared_ptr<const CurlSession> sessionFor(const QNetworkRequest &request, const QUrl &url);
    [[nodiscard]] CurlSpec specFor(Operation operation, const QNetworkRequest &request);
    void describeBody(CurlSpec *spec, Operation operation, const QNetworkRequest &request, QIODevice *body) const;
    /// The Cookie header: of the jar, or what the request itself says where it `may`.
    void setCookies(CurlSpec *spec, const QNetworkRequest &request, const QUrl &url, bool may) const;

    std::shared_ptr<Bell> m_bell; ///< what the transport's thread rings
    std::shared_ptr<CurlTransport> m_transport;
    std::vector<CurlEvent> m_events; ///< being handled, from m_nextEvent on; a slot's event loop goes on with them
    std::size_t m_nextEvent = 0;
    QSet<CurlReply *> m_replies; ///< of QNetworkAccessManager's functions
    QHash<QByteArray, CurlCredentials> m_credentials; ///< by origin or URL of the proxy
    QByteArray m_extraCaPem;

    // The session made last, and for what.
    std::shared_ptr<const CurlSession> m_session;
    QNetworkProxy m_sessionProxy;
    QSslConfiguration m_sessionSsl;
    bool m_sessionHttp2 = true;
};

} // namespace crawlscope
