// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// Strict readings of option values: nothing but the whole text, no signs, no blanks. Thread: any.
namespace crawlscope::cli::values {

[[nodiscard]] std::optional<qint64> wholeNumber(const QString &text, qint64 min, qint64 max);
/// "12" or "0.5", at most six decimals.
[[nodiscard]] std::optional<double> decimalNumber(const QString &text, double max);
/// Seconds as milliseconds, at most 24 h.
[[nodiscard]] std::optional<int> seconds(const QString &text);
/// "1500", "64k", "10M", "1G" (1,024 each).
[[nodiscard]] std::optional<qint64> bytes(const QString &text);
/// "5", "0.5" or "5/s".
[[nodiscard]] std::optional<double> rate(const QString &text);
[[nodiscard]] std::optional<bool> onOff(const QString &text);

} // namespace crawlscope::cli::values
