// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <atomic>

/// Text files as they come: UTF-8 or UTF-16 of either byte order. Thread: any.
namespace crawlscope::textdecoding {

/// True when `bytes` begin with a UTF-16 byte order mark or have NULs where ASCII in UTF-16 has them.
[[nodiscard]] bool isUtf16(const QByteArray &bytes);

/// `bytes` in UTF-8 without byte order mark; text in UTF-8 is handed back as it is, invalid sequences included.
/// Null when cancelled.
[[nodiscard]] QByteArray toUtf8(const QByteArray &bytes, const std::atomic<bool> *cancelled = nullptr);

} // namespace crawlscope::textdecoding
