// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/resultrow.h"

#include <QByteArray>
#include <QList>
#include <QPair>

namespace crawlscope {

using HeaderList = QList<QPair<QByteArray, QByteArray>>;

/// The TLS connection that carried an exchange; empty strings where there was none or the back end cannot tell.
struct TlsInfo
{
    QByteArray version; ///< "TLSv1.3"
    QByteArray cipher; ///< OpenSSL's name
    QByteArray subject; ///< of the peer's certificate, RFC 4514 form
    QByteArray issuer;
    qint64 expiresAtMs = 0; ///< end of its validity, ms since the epoch; 0: unknown
    bool operator==(const TlsInfo &) const = default;
};

/// One exchange on the way to the final answer.
struct HopDetails
{
    QByteArray url;
    QByteArray method;
    quint16 status = 0;
    QByteArray reason;
    ErrorId error = ErrorId::None;
    ConnectionUse connection = ConnectionUse::Unknown;
    PhaseTimes times; ///< of this hop alone
    qint64 startedAtMs = 0;
    HttpVersion httpVersion = HttpVersion::Unknown;
    QByteArray remoteIp;
    quint16 remotePort = 0;
    qint64 wireBytes = 0; ///< of the body
    TlsInfo tls;
    HeaderList requestHeaders; ///< secrets redacted
    HeaderList responseHeaders; ///< secrets redacted
};

/// What the details pane shows beyond the row. A value.
struct RowDetails
{
    static constexpr qint64 kPreviewBytes = 8LL * 1024;

    QList<HopDetails> hops; ///< redirects first, the final exchange last
    QByteArray bodyPreview; ///< decoded body, at most kPreviewBytes
    QByteArray charset; ///< as found by the analysis
    bool previewCut = false;
    qint64 jsonErrorOffset = -1; ///< declared JSON that does not parse: where
    quint32 analysisMicros = 0; ///< CPU time in the pool

    [[nodiscard]] QByteArray serialize() const;
    /// False on damaged data.
    [[nodiscard]] static bool deserialize(const QByteArray &bytes, RowDetails *out);
};

} // namespace crawlscope
