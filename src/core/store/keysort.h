// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <atomic>
#include <functional>
#include <optional>
#include <vector>

namespace crawlscope {

/// Puts numbers of rows in the order of a key: empty keys last in both directions, equal ones by number of the row in
/// both directions. False when `cancelled` was seen; `rows` is then in no useful order. Pure. Thread: any.
namespace KeySort {
    /// `keyOf` gives no more than 2^64 - 2.
    [[nodiscard]] bool byNumber(bool descending, const std::atomic<bool> *cancelled, std::vector<quint32> *rows,
                                const std::function<std::optional<quint64>(quint32)> &keyOf);
    /// By bytes; what `textOf` gives lives on until the end.
    [[nodiscard]] bool byText(bool descending, const std::atomic<bool> *cancelled, std::vector<quint32> *rows,
                              const std::function<QByteArrayView(quint32)> &textOf);
} // namespace KeySort

} // namespace crawlscope
