// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace crawlscope::demosite {

/// One request as it came in. A value.
struct Request
{
    QByteArray method;
    QByteArray target; ///< origin form ("/page/1?ms=5"); an absolute form (from a proxy client) is cut to it
    QByteArray head; ///< the header lines, each with its CRLF
    QByteArray body; ///< chunks joined
    bool keepAlive = true;

    [[nodiscard]] QByteArrayView path() const;
    [[nodiscard]] QByteArrayView query() const; ///< without '?'
    /// First value of the header, trimmed; empty where absent. `name` in lower case.
    [[nodiscard]] QByteArrayView header(QByteArrayView name) const;
    /// Calls `visit(name, value)` for each header in order.
    template<typename Visit>
    void eachHeader(Visit visit) const
    {
        const QByteArrayView lines(head);
        for (qsizetype from = 0; from < lines.size();) {
            qsizetype end = lines.indexOf('\n', from);
            if (end < 0)
                end = lines.size();
            const QByteArrayView line = lines.sliced(from, end - from);
            if (const qsizetype colon = line.indexOf(':'); colon > 0)
                visit(line.first(colon), line.sliced(colon + 1).trimmed());
            from = end + 1;
        }
    }
    /// A number of the query ("ms=5"), kept within 0 … maximum; `fallback` where absent or no number.
    [[nodiscard]] qint64 queryNumber(QByteArrayView name, qint64 fallback, qint64 maximum) const;
};

/// Cuts a byte stream into requests: header blocks up to 1 MiB, bodies up to 16 MiB by Content-Length or chunked
/// (RFC 9112). Not thread-safe.
class RequestParser
{
public:
    enum class Result : quint8 { NeedMore, Complete, BadRequest, HeadTooLarge, BodyTooLarge };
    static constexpr qsizetype kMaxHead = 1LL * 1024 * 1024;
    static constexpr qsizetype kMaxBody = 16LL * 1024 * 1024;

    void append(const QByteArray &bytes);
    /// The next whole request. After an error the stream is of no more use.
    [[nodiscard]] Result next(Request *out);
    /// True once for a request that waits for "100 Continue" before it sends its body.
    [[nodiscard]] bool takeContinueWanted();

private:
    [[nodiscard]] Result parseHead(QByteArrayView block);
    [[nodiscard]] Result readBody();
    [[nodiscard]] Result readChunks();

    QByteArray m_buffer;
    Request m_request;
    qsizetype m_scanned = 0; // bytes of m_buffer known to hold no end of head
    qsizetype m_bodyLength = 0;
    bool m_headDone = false;
    bool m_chunked = false;
    bool m_lastChunkSeen = false;
    bool m_continueWanted = false;
};

} // namespace crawlscope::demosite
