// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rowdetails.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace crawlscope {

namespace {

    // Format 2: numbers as LEB128, signed ones zigzag-coded, byte strings as length and bytes. A reader never allocates
    // more than a small multiple of what it is given, whatever the bytes say.
    constexpr char kFormat = 2;
    constexpr quint64 kMaxHops = 1024;
    constexpr qsizetype kMinHeaderBytes = 2; // two empty strings

    void putNumber(QByteArray &out, quint64 value)
    {
        while (value >= 0x80) {
            out.append(static_cast<char>((value & 0x7f) | 0x80));
            value >>= 7;
        }
        out.append(static_cast<char>(value));
    }

    void putSigned(QByteArray &out, qint64 value)
    {
        putNumber(out, (static_cast<quint64>(value) << 1) ^ static_cast<quint64>(value < 0 ? -1 : 0));
    }

    void putBytes(QByteArray &out, const QByteArray &bytes)
    {
        putNumber(out, static_cast<quint64>(bytes.size()));
        out.append(bytes);
    }

    /// kNotApplicable is by far the most frequent value: the one byte 0.
    void putDuration(QByteArray &out, quint32 micros)
    {
        putNumber(out, static_cast<quint32>(micros + 1));
    }

    void putHeaders(QByteArray &out, const HeaderList &headers)
    {
        putNumber(out, static_cast<quint64>(headers.size()));
        for (const auto &[name, value] : headers) {
            putBytes(out, name);
            putBytes(out, value);
        }
    }

    /// Reads what the functions above wrote; after the first fault ok() stays false and everything reads as 0 or empty.
    class Reader
    {
    public:
        explicit Reader(const QByteArray &bytes)
            : m_bytes(bytes)
        {
        }
        [[nodiscard]] bool ok() const { return m_ok; }
        [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }
        [[nodiscard]] qsizetype remaining() const { return m_bytes.size() - m_at; }
        void fail() { m_ok = false; }

        quint64 number(quint64 most = std::numeric_limits<quint64>::max())
        {
            quint64 value = 0;
            for (int shift = 0; m_ok && shift < 64; shift += 7) {
                if (remaining() == 0)
                    break;
                const auto byte = static_cast<quint8>(m_bytes[m_at++]);
                if (shift == 63 && byte > 1)
                    break;
                value |= static_cast<quint64>(byte & 0x7fU) << shift;
                if ((byte & 0x80U) == 0) {
                    if (value <= most)
                        return value;
                    break;
                }
            }
            m_ok = false;
            return 0;
        }

        qint64 signedNumber()
        {
            const quint64 coded = number();
            return static_cast<qint64>((coded >> 1) ^ (~(coded & 1) + 1));
        }

        quint32 duration()
        {
            const auto coded = static_cast<quint32>(number(std::numeric_limits<quint32>::max()));
            return coded - 1; // 0 wraps to kNotApplicable
        }

        QByteArray bytes()
        {
            const quint64 size = number();
            if (!m_ok || size > static_cast<quint64>(remaining())) {
                m_ok = false;
                return {};
            }
            const QByteArray out = m_bytes.mid(m_at, static_cast<qsizetype>(size));
            m_at += static_cast<qsizetype>(size);
            return out;
        }

        HeaderList headers()
        {
            HeaderList out;
            const quint64 count = number();
            if (!m_ok || count > static_cast<quint64>(remaining() / kMinHeaderBytes)) {
                m_ok = false;
                return out;
            }
            for (quint64 i = 0; m_ok && i < count; ++i) {
                QByteArray name = bytes();
                QByteArray value = bytes();
                out.append({std::move(name), std::move(value)});
            }
            return out;
        }

    private:
        const QByteArray &m_bytes;
        qsizetype m_at = 0;
        bool m_ok = true;
    };

    void putHop(QByteArray &out, const HopDetails &hop)
    {
        putBytes(out, hop.url);
        putBytes(out, hop.method);
        putNumber(out, hop.status);
        putBytes(out, hop.reason);
        putNumber(out, static_cast<quint8>(hop.error));
        putNumber(out, static_cast<quint8>(hop.connection));
        for (const quint32 micros : {hop.times.queued, hop.times.dns, hop.times.connect, hop.times.tls, hop.times.send,
                                     hop.times.wait, hop.times.receive, hop.times.total})
            putDuration(out, micros);
        putSigned(out, hop.startedAtMs);
        putNumber(out, static_cast<quint8>(hop.httpVersion));
        putBytes(out, hop.remoteIp);
        putNumber(out, hop.remotePort);
        putSigned(out, hop.wireBytes);
        for (const QByteArray *text : {&hop.tls.version, &hop.tls.cipher, &hop.tls.subject, &hop.tls.issuer})
            putBytes(out, *text);
        putSigned(out, hop.tls.expiresAtMs);
        putHeaders(out, hop.requestHeaders);
        putHeaders(out, hop.responseHeaders);
    }

    HopDetails readHop(Reader &in)
    {
        HopDetails hop;
        hop.url = in.bytes();
        hop.method = in.bytes();
        hop.status = static_cast<quint16>(in.number(std::numeric_limits<quint16>::max()));
        hop.reason = in.bytes();
        hop.error = static_cast<ErrorId>(in.number(kErrorIdCount - 1));
        hop.connection = static_cast<ConnectionUse>(in.number(static_cast<quint64>(ConnectionUse::Reused)));
        for (quint32 *micros : {&hop.times.queued, &hop.times.dns, &hop.times.connect, &hop.times.tls, &hop.times.send,
                                &hop.times.wait, &hop.times.receive, &hop.times.total})
            *micros = in.duration();
        hop.startedAtMs = in.signedNumber();
        hop.httpVersion = static_cast<HttpVersion>(in.number(static_cast<quint64>(HttpVersion::Http3)));
        hop.remoteIp = in.bytes();
        hop.remotePort = static_cast<quint16>(in.number(std::numeric_limits<quint16>::max()));
        hop.wireBytes = in.signedNumber();
        for (QByteArray *text : {&hop.tls.version, &hop.tls.cipher, &hop.tls.subject, &hop.tls.issuer})
            *text = in.bytes();
        hop.tls.expiresAtMs = in.signedNumber();
        hop.requestHeaders = in.headers();
        hop.responseHeaders = in.headers();
        return hop;
    }

} // namespace

QByteArray RowDetails::serialize() const
{
    QByteArray out;
    out.reserve(1024 + bodyPreview.size());
    out.append(kFormat);
    const auto kept = std::min(static_cast<quint64>(hops.size()), kMaxHops);
    putNumber(out, kept);
    for (quint64 i = 0; i < kept; ++i)
        putHop(out, hops[static_cast<qsizetype>(i)]);
    putBytes(out, bodyPreview);
    putBytes(out, charset);
    putNumber(out, previewCut ? 1 : 0);
    putSigned(out, jsonErrorOffset);
    putNumber(out, analysisMicros);
    return out;
}

bool RowDetails::deserialize(const QByteArray &bytes, RowDetails *out)
{
    if (bytes.isEmpty() || bytes.front() != kFormat)
        return false;
    Reader in(bytes);
    in.number(); // the format
    RowDetails read;
    const quint64 count = in.number(kMaxHops);
    for (quint64 i = 0; in.ok() && i < count; ++i)
        read.hops.append(readHop(in));
    read.bodyPreview = in.bytes();
    read.charset = in.bytes();
    read.previewCut = in.number(1) == 1;
    read.jsonErrorOffset = in.signedNumber();
    read.analysisMicros = static_cast<quint32>(in.number(std::numeric_limits<quint32>::max()));
    if (!in.ok() || !in.atEnd())
        return false;
    *out = std::move(read);
    return true;
}

} // namespace crawlscope
