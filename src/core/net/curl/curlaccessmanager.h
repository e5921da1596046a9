// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/curl/curlreply.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QSslConfiguration>

#include <memory>

namespace crawlscope {

/// A QNetworkAccessManager whose http and https requests are made by libcurl.
///
/// To use it by itself, write CurlAccessManager where QNetworkAccessManager stood: get(), head(), post(), put(),
/// deleteResource(), sendCustomRequest(), setProxy(), setCookieJar(), redirect policies, authenticationRequired(),
/// sslErrors(), abort(), setReadBufferSize() and setTransferTimeout() work as they do there. The replies are CurlReply
/// objects, which know more. Other schemes (file, data, qrc) go to the base class. Differences to the stock manager:
/// - no limit of six connections a host and no queue; what is asked for is sent. Limits are the caller's business;
/// - nothing is sent again on its own, but once where a kept connection turns out to be closed;
/// - UserVerifiedRedirectPolicy is as ManualRedirectPolicy;
/// - no disk cache, no HSTS store, no NTLM or Negotiate, no QNetworkReply::ignoreSslErrors() for single errors;
/// - sslErrors() comes after the handshake failed; ignoring them in its slot makes a second connection;
/// - errors are stricter: see outcome() and docs/verdicts.md.
/// Needs an event loop. Owns a thread for the transfers. Thread: the one it lives in.
class CurlAccessManager : public QNetworkAccessManager
{
    Q_OBJECT
public:
    explicit CurlAccessManager(QObject *parent = nullptr);
    ~CurlAccessManager() override;

    /// Like get() and its kin, but spelled out: no redirect, no cookie, no authentication, no certificate is handled,
    /// and the headers stay in the outcome. finished(reply) of the manager tells the end, and is the only signal.
    [[nodiscard]] CurlReply *transfer(CurlSpec spec, quint64 tag);
    /// Bytes of collected bodies not yet taken by CurlReply::takeOutcome().
    [[nodiscard]] qint64 bufferedBytes() const;
    /// Further certificates to trust for requests made through QNetworkAccessManager's functions, in PEM form.
    void setExtraCaCertificates(const QByteArray &pem);
    /// "libcurl/7.88.1 OpenSSL/3.0.19 …"
    [[nodiscard]] static QByteArray versionText();

Q_SIGNALS:
    /// After the signals of one or more replies: what they led to, such as new requests, may be done together.
    void eventsHandled();

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override;

private:
    friend class CurlReply;
    class Inbox;
    void dispatch();
    [[nodiscard]] std::shared_ptr<const CurlSession> sessionFor(const QNetworkRequest &request, bool verify);
    [[nodiscard]] CurlSpec specFor(Operation operation, const QNetworkRequest &request, bool verify);

    std::unique_ptr<Inbox> m_inbox; ///< what the transport's thread wakes
    std::shared_ptr<CurlTransport> m_transport; ///< the last reply or the manager ends it
    QByteArray m_extraCaPem;

    // The session made last, and for what.
    std::shared_ptr<const CurlSession> m_session;
    QNetworkProxy m_sessionProxy;
    QSslConfiguration m_sessionSsl;
    bool m_sessionHttp2 = true;
    bool m_sessionVerify = true;
};

} // namespace crawlscope
