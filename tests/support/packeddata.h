// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <brotli/encode.h>
#include <memory>
#include <zstd.h>

namespace crawlscope::test {

/// One Brotli stream. `window`: base-2 logarithm, 10 to 24; more makes a stream of "large window" Brotli.
inline QByteArray brotli(const QByteArray &bytes, int window = 22)
{
    const std::unique_ptr<BrotliEncoderState, decltype(&BrotliEncoderDestroyInstance)> state(
        BrotliEncoderCreateInstance(nullptr, nullptr, nullptr), &BrotliEncoderDestroyInstance);
    BrotliEncoderSetParameter(state.get(), BROTLI_PARAM_QUALITY, 5);
    BrotliEncoderSetParameter(state.get(), BROTLI_PARAM_LARGE_WINDOW, window > BROTLI_MAX_WINDOW_BITS ? 1 : 0);
    BrotliEncoderSetParameter(state.get(), BROTLI_PARAM_LGWIN, static_cast<uint32_t>(window));
    QByteArray out(bytes.size() + 1024, Qt::Uninitialized);
    const auto *next = reinterpret_cast<const uint8_t *>(bytes.constData());
    auto left = static_cast<std::size_t>(bytes.size());
    auto *to = reinterpret_cast<uint8_t *>(out.data());
    auto room = static_cast<std::size_t>(out.size());
    if (BrotliEncoderCompressStream(state.get(), BROTLI_OPERATION_FINISH, &left, &next, &room, &to, nullptr) == 0
        || BrotliEncoderIsFinished(state.get()) == 0)
        return {};
    out.chop(static_cast<qsizetype>(room));
    return out;
}

/// One zstd frame with a checksum. `window`: base-2 logarithm, 10 to 27; the frame does not tell its size.
inline QByteArray zstd(const QByteArray &bytes, int window = 20)
{
    const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_windowLog, window);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_contentSizeFlag, 0);
    QByteArray out(static_cast<qsizetype>(ZSTD_compressBound(static_cast<std::size_t>(bytes.size()))),
                   Qt::Uninitialized);
    const std::size_t size = ZSTD_compress2(context.get(), out.data(), static_cast<std::size_t>(out.size()),
                                            bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (ZSTD_isError(size) != 0)
        return {};
    out.truncate(static_cast<qsizetype>(size));
    return out;
}

} // namespace crawlscope::test
