// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/contentcodings.h"

#include <algorithm>
#include <array>
#include <brotli/decode.h>
#include <memory>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

namespace crawlscope::ContentDecoder {

namespace {

    using Chunk = std::array<char, 64 * 1024>;

    /// Counts what a decoder puts out and keeps what the caps allow.
    class Sink
    {
    public:
        Sink(qint64 inSize, Caps caps)
            : m_inSize(inSize)
            , m_caps(caps)
        {
        }

        /// False when the cap was passed: decoding ends, the rest of the stream is not looked at. `left`: not yet read.
        [[nodiscard]] bool take(const char *bytes, std::size_t size, std::size_t left)
        {
            out.size += static_cast<qint64>(size);
            const qint64 room = m_caps.keepBytes - out.bytes.size();
            if (room > 0)
                out.bytes.append(bytes, std::min(static_cast<qint64>(size), room));
            if (out.size <= m_caps.maxBytes)
                return true;
            const qint64 read = m_inSize - static_cast<qint64>(left);
            out.status = out.size > qint64 {kBombRatio} * read ? Status::Bomb : Status::TooLarge;
            return false;
        }

        Outcome out;

    private:
        qint64 m_inSize;
        Caps m_caps;
    };

    void inflateInto(z_stream *stream, int windowBits, Sink *sink)
    {
        Chunk chunk {};
        for (;;) {
            stream->next_out = reinterpret_cast<Bytef *>(chunk.data()); // NOLINT
            stream->avail_out = static_cast<uInt>(chunk.size());
            const int code = inflate(stream, Z_NO_FLUSH);
            if (!sink->take(chunk.data(), chunk.size() - stream->avail_out, stream->avail_in))
                return;
            if (code == Z_STREAM_END) {
                if (stream->avail_in == 0)
                    return;
                const bool anotherMember = windowBits > MAX_WBITS && stream->next_in[0] == 0x1f
                    && (stream->avail_in == 1 || stream->next_in[1] == 0x8b);
                if (!anotherMember || inflateReset(stream) != Z_OK) {
                    sink->out.trailingGarbage = true;
                    return;
                }
                continue;
            }
            if (code == Z_BUF_ERROR || (code == Z_OK && stream->avail_in == 0 && stream->avail_out != 0)) {
                sink->out.status = Status::Truncated;
                return;
            }
            if (code != Z_OK) {
                sink->out.status = Status::Broken;
                return;
            }
        }
    }

    Outcome undoZlib(const QByteArray &in, Caps caps, int windowBits)
    {
        Sink sink(in.size(), caps);
        z_stream stream {};
        if (inflateInit2(&stream, windowBits) != Z_OK) {
            sink.out.status = Status::Broken;
            return std::move(sink.out);
        }
        // zlib's interface is not const-correct; it does not write through next_in.
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(in.constData())); // NOLINT
        stream.avail_in = static_cast<uInt>(in.size());
        inflateInto(&stream, windowBits, &sink);
        inflateEnd(&stream);
        return std::move(sink.out);
    }

    Outcome undoDeflate(const QByteArray &in, Caps caps)
    {
        Outcome zlib = undoZlib(in, caps, MAX_WBITS);
        // "deflate" means zlib (RFC 9110 section 8.4.1.2), but many servers send the raw stream.
        if (zlib.status == Status::Broken && zlib.size == 0) {
            Outcome raw = undoZlib(in, caps, -MAX_WBITS);
            if (raw.status != Status::Broken)
                return raw;
        }
        return zlib;
    }

    /// One stream (RFC 7932); windows reach 16 MiB, "large window" Brotli is none of the web and refused.
    Outcome undoBrotli(const QByteArray &in, Caps caps)
    {
        Sink sink(in.size(), caps);
        const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state(
            BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance);
        if (!state) {
            sink.out.status = Status::Broken;
            return std::move(sink.out);
        }
        Chunk chunk {};
        auto *next = reinterpret_cast<const uint8_t *>(in.constData()); // NOLINT
        auto left = static_cast<std::size_t>(in.size());
        for (;;) {
            auto *to = reinterpret_cast<uint8_t *>(chunk.data()); // NOLINT
            std::size_t room = chunk.size();
            const BrotliDecoderResult code =
                BrotliDecoderDecompressStream(state.get(), &left, &next, &room, &to, nullptr);
            if (!sink.take(chunk.data(), chunk.size() - room, left))
                break;
            if (code == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT)
                continue;
            if (code == BROTLI_DECODER_RESULT_SUCCESS)
                sink.out.trailingGarbage = left > 0;
            else // all of the input was offered
                sink.out.status = code == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT ? Status::Truncated : Status::Broken;
            break;
        }
        return std::move(sink.out);
    }

    /// Whether `rest` begins as a frame does, or is too short to tell: RFC 8878 sections 3.1.1 and 3.1.2. Libraries
    /// may know formats of before the RFC as well; they are none of the web.
    bool beginsFrame(QByteArrayView rest)
    {
        constexpr std::array<quint8, 4> frame {0x28, 0xb5, 0x2f, 0xfd};
        constexpr std::array<quint8, 4> skippable {0x50, 0x2a, 0x4d, 0x18}; // 0x50 to 0x5f
        const auto fits = [rest](const std::array<quint8, 4> &magic, unsigned mask) {
            for (qsizetype i = 0; i < std::min<qsizetype>(rest.size(), 4); ++i) {
                const unsigned byte = static_cast<quint8>(rest[i]) & (i == 0 ? mask : 0xffU);
                if (byte != magic[static_cast<std::size_t>(i)])
                    return false;
            }
            return true;
        };
        return fits(frame, 0xffU) || fits(skippable, 0xf0U);
    }

    void decompressInto(ZSTD_DCtx *context, const QByteArray &in, Sink *sink)
    {
        Chunk chunk {};
        ZSTD_inBuffer from {in.constData(), static_cast<std::size_t>(in.size()), 0};
        bool atFrame = true; // between frames; a body may have several
        for (;;) {
            const std::size_t left = from.size - from.pos;
            if (atFrame && left == 0)
                return;
            if (atFrame && !beginsFrame(QByteArrayView(in).last(static_cast<qsizetype>(left)))) {
                if (from.pos == 0)
                    sink->out.status = Status::Broken;
                else
                    sink->out.trailingGarbage = true;
                return;
            }
            ZSTD_outBuffer to {chunk.data(), chunk.size(), 0};
            const std::size_t code = ZSTD_decompressStream(context, &to, &from);
            if (!sink->take(chunk.data(), to.pos, from.size - from.pos))
                return;
            if (ZSTD_isError(code) != 0) {
                const bool window = ZSTD_getErrorCode(code) == ZSTD_error_frameParameter_windowTooLarge;
                sink->out.status = window ? Status::WindowTooLarge : Status::Broken;
                return;
            }
            atFrame = code == 0;
            if (!atFrame && from.pos == from.size && to.pos < to.size) { // all was read, and all of it put out
                sink->out.status = Status::Truncated;
                return;
            }
        }
    }

    Outcome undoZstd(const QByteArray &in, Caps caps)
    {
        Sink sink(in.size(), caps);
        const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
        if (context && ZSTD_isError(ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, kZstdWindowLog)) == 0)
            decompressInto(context.get(), in, &sink);
        else
            sink.out.status = Status::Broken;
        return std::move(sink.out);
    }

} // namespace

std::optional<Coding> codingOf(QByteArrayView name)
{
    if (name == "gzip" || name == "x-gzip")
        return Coding::Gzip;
    if (name == "deflate")
        return Coding::Deflate;
    if (name == "br")
        return Coding::Brotli;
    if (name == "zstd")
        return Coding::Zstd;
    return std::nullopt;
}

Outcome undo(Coding coding, const QByteArray &in, Caps caps)
{
    constexpr int gzipBits = 16 + MAX_WBITS;
    switch (coding) {
    case Coding::Gzip:
        return undoZlib(in, caps, gzipBits);
    case Coding::Deflate:
        return undoDeflate(in, caps);
    case Coding::Brotli:
        return undoBrotli(in, caps);
    case Coding::Zstd:
        break;
    }
    return undoZstd(in, caps);
}

} // namespace crawlscope::ContentDecoder
