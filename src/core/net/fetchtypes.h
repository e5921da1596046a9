// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/rowdetails.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QNetworkProxy>

namespace crawlscope {

/// One exchange to make: a single request, no redirects, no retries.
struct FetchRequest
{
    quint64 id = 0; ///< chosen by the engine, unique in a run
    QByteArray url; ///< normalised
    QByteArray hostKey; ///< UrlNormalizer::hostKey(url)
    QByteArray method = "GET";
    HeaderList headers; ///< complete but for Host, Connection and Content-Length
    QByteArray body;
    int connectMs = 0; ///< 0: no limit; clocks start with start()
    int firstByteMs = 0;
    int idleMs = 0;
    int totalMs = 0;
    qint64 maxBodyBytes = 0; ///< wire bytes read before the exchange is cut as body_too_large
    qint64 keepBytes = 0; ///< body bytes kept in the result when the content is not encoded; the rest is counted only
    qint64 redirectBodyBytes = 0; ///< body of a 3xx read before the connection is dropped instead
    bool denyPrivate = false; ///< fail with address_denied rather than talk to an address that is not public
};

/// What came of it. Times in µs.
struct FetchResult
{
    quint64 id = 0;
    ErrorId error = ErrorId::None;
    QByteArray errorDetail; ///< ASCII name of the cause, no secrets
    quint16 status = 0;
    QByteArray reason;
    HeaderList headers;
    QByteArray body; ///< as received, content coding not undone
    bool bodyComplete = false; ///< `body` is the whole body
    bool truncated = false;
    qint64 wireBytes = 0;
    PhaseTimes times; ///< `queued` is the engine's to fill
    qint64 startedAtMs = 0;
    ConnectionUse connection = ConnectionUse::Unknown;
    HttpVersion httpVersion = HttpVersion::Unknown;
    quint32 anomalies = 0;
    QByteArray remoteIp; ///< really connected to; of a proxy where one is used
    quint16 remotePort = 0;
    TlsInfo tls;
};

/// What is the same for all requests of a run.
struct FetchOptions
{
    QNetworkProxy proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    bool proxyTls = false; ///< TLS to the (http) proxy itself; curl back end only
    bool insecure = false; ///< accept any certificate
    bool http2 = true; ///< where the back end can
    QByteArray extraCaPem; ///< trusted besides the system's certificates
    /// "HOST:PORT:ADDRESS" each: connect there for this host, no name look-up (as curl --resolve). curl back end only.
    QByteArrayList resolve;
};

/// First value of a header, name compared without case; empty when absent.
[[nodiscard]] QByteArray headerValue(const HeaderList &headers, QByteArrayView name);

} // namespace crawlscope
