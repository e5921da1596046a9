// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demosite/demohttp.h"

#include <array>
#include <utility>
#include <zlib.h>

namespace crawlscope::demosite {

namespace {

    constexpr std::array<std::pair<int, const char *>, 24> kReasons {{
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {206, "Partial Content"},
        {301, "Moved Permanently"},
        {302, "Found"},
        {303, "See Other"},
        {304, "Not Modified"},
        {307, "Temporary Redirect"},
        {308, "Permanent Redirect"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {410, "Gone"},
        {413, "Content Too Large"},
        {418, "I'm a teapot"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {502, "Bad Gateway"},
        {503, "Service Unavailable"},
        {504, "Gateway Timeout"},
    }};

    constexpr uInt kGzipWindow = 15 + 16; // 15 bits of window, gzip wrapper
    constexpr int kRawWindow = -15; // no wrapper

    /// zlib's pointers are not const and not char.
    Bytef *zlibBytes(char *bytes)
    {
        return reinterpret_cast<Bytef *>(bytes);
    }

    QByteArray deflated(const QByteArray &bytes, int windowBits, int flush)
    {
        z_stream stream {};
        if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
            return {};
        QByteArray in = bytes;
        QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(in.size()))) + 64,
                       Qt::Uninitialized);
        stream.next_in = zlibBytes(in.data());
        stream.avail_in = static_cast<uInt>(in.size());
        stream.next_out = zlibBytes(out.data());
        stream.avail_out = static_cast<uInt>(out.size());
        deflate(&stream, flush);
        out.truncate(static_cast<qsizetype>(stream.total_out));
        deflateEnd(&stream);
        return out;
    }

    void appendLittleEndian(QByteArray *out, quint32 value)
    {
        for (unsigned shift = 0; shift < 32; shift += 8)
            out->append(static_cast<char>((value >> shift) & 0xFFU));
    }

} // namespace

QByteArray statusLine(int status)
{
    for (const auto &[number, text] : kReasons) {
        if (number == status)
            return QByteArray::number(status) + ' ' + text;
    }
    return QByteArray::number(status) + " Status";
}

QByteArray httpReply(const Request &request, int status, QByteArrayView contentType, const QByteArray &body,
                     QByteArrayView extra)
{
    const bool bodyless = status == 204 || status == 304;
    QByteArray out;
    out.reserve(192 + extra.size() + body.size());
    out.append("HTTP/1.1 ").append(statusLine(status)).append("\r\nServer: crawlscope-demo\r\n");
    if (!bodyless) {
        out.append("Content-Type: ").append(contentType).append("\r\nContent-Length: ");
        out.append(QByteArray::number(body.size())).append("\r\n");
    }
    if (!request.keepAlive)
        out.append("Connection: close\r\n");
    out.append(extra).append("\r\n");
    if (!bodyless && request.method != "HEAD")
        out.append(body);
    return out;
}

Page sendPage(const QByteArray &bytes)
{
    Page page;
    page.script.push_back({Step::Kind::Send, bytes, 0});
    return page;
}

QByteArray htmlDocument(const QByteArray &title, const QByteArray &body)
{
    QByteArray out("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>");
    out.append(title).append("</title></head>\n<body><h1>").append(title).append("</h1>\n");
    return out.append(body).append("\n</body></html>\n");
}

QByteArray gzipped(const QByteArray &bytes)
{
    return deflated(bytes, static_cast<int>(kGzipWindow), Z_FINISH);
}

QByteArray gzippedZeros(int mebibytes)
{
    constexpr qsizetype kBlock = 1LL * 1024 * 1024;
    const QByteArray zeros(kBlock, '\0');
    // A full flush ends on a byte and forgets the window: the same bytes may follow themselves.
    const QByteArray block = deflated(zeros, kRawWindow, Z_FULL_FLUSH);
    const uLong blockCrc = crc32(0, reinterpret_cast<const Bytef *>(zeros.constData()), static_cast<uInt>(kBlock));
    QByteArray out("\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff", 10);
    out.reserve(32 + block.size() * mebibytes);
    uLong crc = 0;
    for (int i = 0; i < mebibytes; ++i) {
        out.append(block);
        crc = crc32_combine(crc, blockCrc, kBlock);
    }
    out.append("\x03\x00", 2); // last block: empty, fixed codes
    appendLittleEndian(&out, static_cast<quint32>(crc));
    appendLittleEndian(&out, static_cast<quint32>(kBlock) * static_cast<quint32>(mebibytes));
    return out;
}

} // namespace crawlscope::demosite
