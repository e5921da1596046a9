// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/contentdecoder.h"

#include <QByteArrayView>

#include <optional>

namespace crawlscope::ContentDecoder {

/// The codings that can be undone, one function of libraries behind one face. Thread: any.
enum class Coding : quint8 { Gzip, Deflate, Brotli, Zstd };

/// By its name in Content-Encoding, lower case (RFC 9110 section 8.4.1, RFC 7932, RFC 8878).
[[nodiscard]] std::optional<Coding> codingOf(QByteArrayView name);

/// zstd windows above 8 MiB are refused: no sender may use them on the web (RFC 9659), and each costs its size.
inline constexpr int kZstdWindowLog = 23;

/// Undoes one coding over the whole of `in`, which is not empty.
[[nodiscard]] Outcome undo(Coding coding, const QByteArray &in, Caps caps);

} // namespace crawlscope::ContentDecoder
