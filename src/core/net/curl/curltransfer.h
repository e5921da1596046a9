// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/fetchtypes.h"

#include <atomic>
#include <memory>

namespace crawlscope {

class CurlReply;

/// How connections are made; shared by many transfers, immutable. A handle that has it applied keeps it.
struct CurlSession
{
    QByteArray proxyUrl; ///< "http://h:p", "https://h:p", "socks5h://h:p"; empty: none, whatever the environment says
    QByteArray proxyUser;
    QByteArray proxyPassword;
    bool verify = true; ///< the peer's certificate and name
    bool anyAuthority = false; ///< of it, not who signed it nor when
    bool anyName = false; ///< of it, not for whom it is
    QByteArray pinnedKey; ///< "sha256//BASE64": the server's key must be this one, verified or not; empty: any
    bool http2 = true; ///< offered through ALPN; https only
    QByteArray caPem; ///< in place of the system's; empty: the system's
    QByteArray extraCaPem; ///< besides the system's
    QByteArray certificatePem; ///< of the client
    QByteArray keyPem;
    QByteArray ciphers; ///< OpenSSL's list for TLS 1.2 and older; empty: the default
    long sslVersion = 0; ///< CURL_SSLVERSION_…
    QByteArrayList resolve; ///< "HOST:PORT:ADDRESS"
    mutable std::shared_ptr<void> trustStore; ///< of curltls; the transport's thread makes it when first needed
};

/// What a transfer is to do. Immutable once started.
struct CurlSpec
{
    static constexpr qint64 kBombRatio = 100;
    std::shared_ptr<const CurlSession> session;
    QByteArray url; ///< http or https, encoded, without user and password
    QByteArray method = "GET";
    HeaderList headers; ///< all but Host, Content-Length and Connection
    QByteArray user; ///< for an authentication challenge; empty: none
    QByteArray password;
    bool basicOnly = false; ///< name and password go out at once as Basic; else once a challenge tells how
    bool hasBody = false;
    QByteArray body; ///< when not `streamBody`
    bool streamBody = false; ///< the body comes through CurlTransport::upload()
    qint64 bodyBytes = -1; ///< of a streamed body; -1: unknown, sent in chunks
    bool collect = false; ///< the body is kept and delivered with the outcome; else in pieces as it comes
    bool decode = false; ///< libcurl names and undoes content codings
    qint64 bombCheckBytes = -1; ///< decode: above it, growth by more than kBombRatio is cut as decode_bomb; -1: never
    bool denyPrivate = false; ///< fail rather than talk to an address that is not public
    int connectMs = 0; ///< names, TCP and TLS together; 0: no limit
    int totalMs = 0;
    qint64 maxBodyBytes = -1; ///< collect: beyond it the transfer is cut; -1: none
    qint64 keepBytes = -1; ///< collect: of a body without content coding
    qint64 redirectBodyBytes = -1; ///< collect: of a 3xx with Location
};

/// What the outcome says beyond FetchResult.
struct CurlOutcome : FetchResult
{
    int curlCode = 0;
    bool sent = false; ///< a connection was there and the request went out
    qint64 uploadedBytes = 0;
    bool needsProxyAuth = false;
    long verifyResult = 0; ///< X509_V_ERR_… of OpenSSL
    QByteArray peerDer; ///< certificate of the server; unless collected
};

/// A transfer on its way, known to both threads. The owner's thread reads the atomics and writes `reply`; all else
/// belongs to the transport's thread.
struct CurlTransfer
{
    explicit CurlTransfer(CurlSpec what)
        : spec(std::move(what))
    {
    }

    const CurlSpec spec;
    quint64 tag = 0; ///< the owner's
    CurlReply *reply = nullptr; ///< the owner's; null once it has lost interest

    /// Moments by steadyMicros(), 0: not yet. Relaxed: each stands for itself.
    std::atomic<qint64> startMicros {0};
    std::atomic<qint64> resolvedMicros {0}; ///< first address tried
    std::atomic<qint64> tlsMicros {0}; ///< handshake begun
    std::atomic<qint64> readyMicros {0}; ///< connection there, request goes out
    std::atomic<qint64> headersMicros {0}; ///< final header block complete
    std::atomic<qint64> progressMicros {0}; ///< last piece of body
    std::atomic<qint64> uploadedBytes {0}; ///< of `spec.body`, taken by libcurl; unless collected
    std::atomic<qint64> unreadBytes {0}; ///< pieces delivered and not yet read
    std::atomic<qint64> readBufferBytes {0}; ///< the owner's: unread bytes at which the transfer pauses; 0: never
};
using CurlTransferPtr = std::shared_ptr<CurlTransfer>;

/// What the transport tells the owner.
struct CurlEvent
{
    enum class Kind : quint8 {
        Connecting, ///< a new connection is made; unless collected
        Ready, ///< there is a connection, the request goes out: `outcome` holds peer and TLS; unless collected
        Headers, ///< `outcome` holds status and headers
        Data, ///< `bytes`
        WantUpload, ///< more of a streamed body
        Uploaded, ///< a part of the body went out, see uploadedBytes; unless collected
        Ended, ///< `outcome`; the last one
    };
    Kind kind = Kind::Ended;
    CurlTransferPtr transfer;
    QByteArray bytes;
    std::unique_ptr<CurlOutcome> outcome;
};

} // namespace crawlscope
