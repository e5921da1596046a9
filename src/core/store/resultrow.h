// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/errorid.h"

#include <QByteArray>

#include <limits>
#include <vector>

namespace crawlscope {

enum class StatusClass : quint8 { None, Informational, Success, Redirect, ClientError, ServerError };
[[nodiscard]] StatusClass statusClassOf(quint16 status);

enum class RowState : quint8 { Left, Done, Failed, Skipped };
enum class ConnectionUse : quint8 { Unknown, New, Reused };
enum class HttpVersion : quint8 { Unknown, Http10, Http11, Http2, Http3 };

/// Names used in exports: "left", "done", …; "new", "reused"; "1.0", "1.1", "2", "3"; empty for Unknown.
[[nodiscard]] QByteArrayView rowStateName(RowState state);
[[nodiscard]] QByteArrayView connectionUseName(ConnectionUse use);
[[nodiscard]] QByteArrayView httpVersionName(HttpVersion version);

/// Phases of one attempt in µs, as HAR 1.2 defines them. `connect` includes `tls`. kNotApplicable: not measured or did
/// not happen (a reused connection has no connect phase); never shown as 0.
struct PhaseTimes
{
    static constexpr quint32 kNotApplicable = std::numeric_limits<quint32>::max();
    quint32 queued = kNotApplicable;
    quint32 dns = kNotApplicable;
    quint32 connect = kNotApplicable;
    quint32 tls = kNotApplicable;
    quint32 send = kNotApplicable;
    quint32 wait = kNotApplicable;
    quint32 receive = kNotApplicable;
    quint32 total = kNotApplicable; ///< slot granted to end of body, all hops; without `queued`
    bool operator==(const PhaseTimes &) const = default;
};

/// Oddities that are no failure. Bit flags; names in anomalyName().
enum class Anomaly : quint32 {
    None = 0,
    HeadersDropped = 1U << 0, ///< a status but no header at all: the parser dropped the block
    BadStatus = 1U << 1, ///< status outside 100–599
    EarlyHintsAsFinal = 1U << 2, ///< 102–199 delivered as the final answer
    ResentByTransport = 1U << 3, ///< the transport sent the request more than once by itself
    LengthMismatch = 1U << 4,
    DuplicateLength = 1U << 5, ///< more than one, differing Content-Length
    LengthAndChunked = 1U << 6, ///< Content-Length and Transfer-Encoding together
    UnknownEncoding = 1U << 7, ///< Content-Encoding that was not asked for; body left as received
    TrailingGarbage = 1U << 8, ///< bytes after the end of the compressed stream
    HttpsToHttp = 1U << 9, ///< a redirect left https
    LoopLag = 1U << 10,
    BadJson = 1U << 11, ///< declared JSON does not parse
    SentAgain = 1U << 12, ///< in flight when an earlier run of the session was cut off
    RobotsDisallowed = 1U << 13, ///< robots.txt asks not to fetch it; fetched all the same
    BotChallenge = 1U << 14, ///< the answer is a test for browsers, not the page
    Recovered = 1U << 15, ///< an earlier attempt of this run had failed
    Trap = 1U << 16, ///< not requested: by its turn, URLs of its kind had turned out to lead nowhere
};
inline constexpr int kAnomalyCount = 17;
[[nodiscard]] QByteArrayView anomalyName(Anomaly bit);
/// Names joined by ';', in bit order.
[[nodiscard]] QByteArray anomalyNames(quint32 bits);

/// Everything the table and the exports show of one ended URL. A value; crosses threads by move.
struct ResultRow
{
    quint32 entry = 0; ///< index into the run's UrlList
    RowState state = RowState::Left;
    ErrorId error = ErrorId::None;
    quint16 status = 0; ///< HTTP status of the last hop; 0: none received
    quint8 attempts = 0; ///< over all lanes of the session, this one included
    quint8 confirmed = 0; ///< of `attempts`, how many ended with this row's state, error and status; 0: as 1
    quint8 redirects = 0;
    ConnectionUse connection = ConnectionUse::Unknown; ///< of the last hop
    HttpVersion httpVersion = HttpVersion::Unknown;
    bool truncated = false; ///< body cut at the cap or by the peer
    quint32 anomalies = 0;
    qint64 wireBytes = 0; ///< body bytes as received (before content decoding), last hop
    qint64 bodyBytes = 0; ///< after content decoding
    PhaseTimes times; ///< phases of the last hop; `total` over all hops
    qint64 startedAtMs = 0; ///< wall clock, ms since the epoch, UTC; 0: never started
    QByteArray method;
    QByteArray reason; ///< reason phrase as received, at most 128 bytes
    QByteArray errorDetail; ///< ASCII, no secrets
    QByteArray contentType;
    QByteArray finalUrl; ///< empty when equal to the requested URL
    QByteArray remoteIp;
    QByteArray title; ///< UTF-8, white space folded, at most 512 bytes
    std::vector<QByteArray> extractions; ///< values of the user's rules, one a rule, UTF-8; empty: none of them
};

} // namespace crawlscope
