// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/gzipreader.h"

#include <algorithm>
#include <array>
#include <memory>

#define ZLIB_CONST
#include <zlib.h>

namespace crawlscope {
namespace {

    constexpr qsizetype kChunk = 65'536;
    constexpr int kGzipOnly = 16; // added to the window bits of inflateInit2()

    bool isCancelled(const std::atomic<bool> *cancelled)
    {
        return cancelled != nullptr && cancelled->load(std::memory_order_relaxed);
    }

    /// Next piece of the device into `chunk`. False on a read error; an empty chunk is the end.
    bool readChunk(QIODevice *device, QByteArray *chunk)
    {
        chunk->resize(kChunk);
        const qint64 got = device->read(chunk->data(), kChunk);
        chunk->resize(static_cast<qsizetype>(std::max<qint64>(got, 0)));
        // Sequential devices say -1 at their end as well.
        return got >= 0 || device->atEnd();
    }

    /// One zlib stream; ends it in the destructor.
    class Inflater
    {
    public:
        Inflater() { m_ok = inflateInit2(&m_stream, MAX_WBITS + kGzipOnly) == Z_OK; }
        ~Inflater() { inflateEnd(&m_stream); }
        Inflater(const Inflater &) = delete;
        Inflater &operator=(const Inflater &) = delete;

        /// Inflates all of `chunk` into `out`.
        GzipReader::Status feed(const QByteArray &chunk, qint64 limit, const std::atomic<bool> *cancelled,
                                QByteArray *out)
        {
            m_stream.next_in = reinterpret_cast<const Bytef *>(chunk.constData());
            m_stream.avail_in = static_cast<uInt>(chunk.size());
            while (m_stream.avail_in > 0 || m_outputPending) {
                if (isCancelled(cancelled))
                    return GzipReader::Status::Cancelled;
                if (m_atMemberEnd && !beginMember())
                    return GzipReader::Status::Ok;
                const GzipReader::Status status = step(limit, out);
                if (status != GzipReader::Status::Ok)
                    return status;
            }
            return GzipReader::Status::Ok;
        }
        /// False: the data ended inside a member.
        [[nodiscard]] bool complete() const { return m_atMemberEnd; }

    private:
        /// Zeros and other bytes behind a member are no data (gzip(1) ignores them, too).
        bool beginMember()
        {
            if (m_trailing || m_stream.avail_in == 0 || *m_stream.next_in != 0x1F) {
                m_trailing = true;
                return false;
            }
            inflateReset(&m_stream);
            m_atMemberEnd = false;
            return true;
        }

        GzipReader::Status step(qint64 limit, QByteArray *out)
        {
            m_stream.next_out = m_buffer.data();
            m_stream.avail_out = static_cast<uInt>(m_buffer.size());
            const int code = m_ok ? inflate(&m_stream, Z_NO_FLUSH) : Z_STREAM_ERROR;
            const auto made = static_cast<qsizetype>(m_buffer.size() - m_stream.avail_out);
            const auto room = static_cast<qsizetype>(limit - out->size());
            out->append(reinterpret_cast<const char *>(m_buffer.data()), std::min(made, room));
            if (made > room)
                return GzipReader::Status::LimitReached;
            m_outputPending = m_stream.avail_out == 0;
            if (code == Z_STREAM_END) {
                m_atMemberEnd = true;
                m_outputPending = false;
            } else if (code != Z_OK && code != Z_BUF_ERROR) {
                return GzipReader::Status::BadGzip;
            }
            return GzipReader::Status::Ok;
        }

        z_stream m_stream {};
        std::array<Bytef, kChunk> m_buffer {};
        bool m_ok = false;
        bool m_atMemberEnd = false;
        bool m_outputPending = false;
        bool m_trailing = false;
    };

    GzipReader::Result readPlain(QIODevice *device, QByteArray chunk, qint64 limit, const std::atomic<bool> *cancelled)
    {
        GzipReader::Result result;
        while (!chunk.isEmpty()) {
            if (isCancelled(cancelled))
                return {{}, GzipReader::Status::Cancelled};
            const auto room = static_cast<qsizetype>(limit - result.bytes.size());
            result.bytes.append(chunk.constData(), std::min(chunk.size(), room));
            if (chunk.size() > room) {
                result.status = GzipReader::Status::LimitReached;
                return result;
            }
            if (!readChunk(device, &chunk))
                return {{}, GzipReader::Status::ReadFailed};
        }
        return result;
    }

    GzipReader::Result readGzip(QIODevice *device, QByteArray chunk, qint64 limit, const std::atomic<bool> *cancelled)
    {
        GzipReader::Result result;
        auto inflater = std::make_unique<Inflater>();
        while (!chunk.isEmpty()) {
            result.status = inflater->feed(chunk, limit, cancelled, &result.bytes);
            if (result.status != GzipReader::Status::Ok)
                return result;
            if (!readChunk(device, &chunk))
                return {{}, GzipReader::Status::ReadFailed};
        }
        if (!inflater->complete())
            result.status = GzipReader::Status::BadGzip;
        return result;
    }

} // namespace

GzipReader::Result GzipReader::readAll(QIODevice *device, qint64 limit, bool mustBeGzip,
                                       const std::atomic<bool> *cancelled)
{
    QByteArray chunk;
    if (!readChunk(device, &chunk))
        return {{}, Status::ReadFailed};
    while (chunk.size() == 1) { // a pipe may hand out single bytes; the magic number has two
        QByteArray more;
        if (!readChunk(device, &more))
            return {{}, Status::ReadFailed};
        if (more.isEmpty())
            break;
        chunk += more;
    }
    if (chunk.startsWith("\x1F\x8B"))
        return readGzip(device, chunk, limit, cancelled);
    if (mustBeGzip && !chunk.isEmpty())
        return {{}, Status::BadGzip};
    return readPlain(device, chunk, limit, cancelled);
}

} // namespace crawlscope
