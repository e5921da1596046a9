// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/resultquery.h"

#include <atomic>
#include <vector>

namespace crawlscope {

/// Puts `rows` in the order of a field: numbers by value, texts by bytes, empty cells last in both directions, equal
/// ones by row number in both directions. False when `cancelled` was seen; `rows` is then in no useful order.
/// Pure; reads published rows only. Thread: any.
[[nodiscard]] bool sortRows(const ResultTable &table, const UrlList &urls, ResultSort sort,
                            const std::atomic<bool> *cancelled, std::vector<quint32> *rows);

} // namespace crawlscope
