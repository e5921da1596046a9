// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/contentdecoder.h"

#include <QByteArrayList>

#include <algorithm>
#include <array>
#include <vector>
#include <zlib.h>

namespace crawlscope::ContentDecoder {

namespace {

    enum class Coding : quint8 { Gzip, Deflate };

    /// One zlib stream over a whole input, output counted and kept up to the caps.
    class Inflater
    {
    public:
        Inflater(const QByteArray &in, Caps caps)
            : m_in(in)
            , m_caps(caps)
        {
        }

        Outcome run(Coding coding)
        {
            constexpr int gzipBits = 16 + MAX_WBITS;
            if (coding == Coding::Gzip)
                return attempt(gzipBits);
            Outcome zlib = attempt(MAX_WBITS);
            // "deflate" means zlib (RFC 9110 section 8.4.1.2), but many servers send the raw stream.
            if (zlib.status == Status::Broken && zlib.size == 0) {
                Outcome raw = attempt(-MAX_WBITS);
                if (raw.status != Status::Broken)
                    return raw;
            }
            return zlib;
        }

    private:
        Outcome attempt(int windowBits)
        {
            Outcome out;
            z_stream stream {};
            if (inflateInit2(&stream, windowBits) != Z_OK) {
                out.status = Status::Broken;
                return out;
            }
            // zlib's interface is not const-correct; it does not write through next_in.
            stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(m_in.constData())); // NOLINT
            stream.avail_in = static_cast<uInt>(m_in.size());
            pump(&stream, windowBits, &out);
            inflateEnd(&stream);
            return out;
        }

        void pump(z_stream *stream, int windowBits, Outcome *out)
        {
            std::array<char, 64 * 1024> chunk {};
            for (;;) {
                stream->next_out = reinterpret_cast<Bytef *>(chunk.data()); // NOLINT
                stream->avail_out = static_cast<uInt>(chunk.size());
                const int code = inflate(stream, Z_NO_FLUSH);
                take(chunk.data(), static_cast<qint64>(chunk.size() - stream->avail_out), out);
                if (out->size > m_caps.maxBytes) {
                    // Against what was read so far: the rest of the stream is not looked at.
                    const qint64 read = m_in.size() - static_cast<qint64>(stream->avail_in);
                    const bool bomb = out->size > qint64 {kBombRatio} * read;
                    out->status = bomb ? Status::Bomb : Status::TooLarge;
                    return;
                }
                if (code == Z_STREAM_END) {
                    if (stream->avail_in == 0)
                        return;
                    const bool anotherMember = windowBits > MAX_WBITS && stream->next_in[0] == 0x1f
                        && (stream->avail_in == 1 || stream->next_in[1] == 0x8b);
                    if (!anotherMember || inflateReset(stream) != Z_OK) {
                        out->trailingGarbage = true;
                        return;
                    }
                    continue;
                }
                if (code == Z_BUF_ERROR || (code == Z_OK && stream->avail_in == 0 && stream->avail_out != 0)) {
                    out->status = Status::Truncated;
                    return;
                }
                if (code != Z_OK) {
                    out->status = Status::Broken;
                    return;
                }
            }
        }

        void take(const char *bytes, qint64 size, Outcome *out) const
        {
            out->size += size;
            const qint64 room = m_caps.keepBytes - out->bytes.size();
            if (room > 0)
                out->bytes.append(bytes, std::min(size, room));
        }

        const QByteArray &m_in;
        Caps m_caps;
    };

} // namespace

Outcome decode(const QByteArray &encoding, const QByteArray &body, Caps caps)
{
    Outcome out;
    out.bytes = body;
    out.size = body.size();
    const auto cut = [&out, &caps] {
        if (out.bytes.size() > caps.keepBytes)
            out.bytes.truncate(caps.keepBytes);
        return out;
    };
    std::vector<Coding> layers; // the last named was applied last
    const QByteArrayList names = encoding.toLower().split(',');
    for (const QByteArray &name : names) {
        const QByteArray layer = name.trimmed();
        if (layer.isEmpty() || layer == "identity")
            continue;
        const bool gzip = layer == "gzip" || layer == "x-gzip";
        if ((!gzip && layer != "deflate") || layers.size() == kMaxLayers) {
            out.status = Status::Unknown; // known before anything is undone: the bytes stay as they are
            return cut();
        }
        layers.push_back(gzip ? Coding::Gzip : Coding::Deflate);
    }
    while (!layers.empty() && !out.bytes.isEmpty()) { // an empty body has no coding to undo (HEAD, 304, …)
        const Coding layer = layers.back();
        layers.pop_back();
        // Between layers everything must be kept; the cap bounds it.
        const Caps layerCaps {.maxBytes = caps.maxBytes, .keepBytes = layers.empty() ? caps.keepBytes : caps.maxBytes};
        const QByteArray in = out.bytes;
        Outcome next = Inflater(in, layerCaps).run(layer);
        next.trailingGarbage = next.trailingGarbage || out.trailingGarbage;
        out = std::move(next);
        if (out.status != Status::Ok)
            break;
    }
    return cut();
}

} // namespace crawlscope::ContentDecoder
