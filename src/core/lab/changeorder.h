// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/sessioncompare.h"

#include <optional>

namespace crawlscope {

/// What a list of changes tells of a URL in both sessions, and can be sorted by.
enum class ChangeField : quint8 {
    Url,
    StatusA,
    StatusB,
    ErrorA,
    ErrorB,
    TotalA,
    TotalB,
    Difference, ///< of the totals, B - A
    BodyA,
    BodyB,
    FinalUrlA,
    FinalUrlB,
};
inline constexpr int kChangeFieldCount = 12;

/// Total time of a row in µs; nullopt: there is no row, or it was not measured.
[[nodiscard]] std::optional<quint32> totalOf(const CompareSide &side, quint32 row);
/// Total of B - A in µs; nullopt: one of them is not known.
[[nodiscard]] std::optional<qint64> totalDifference(const UrlChange &change, const CompareSide &a,
                                                    const CompareSide &b);
/// Where the answer of a row came from; empty: there is no row.
[[nodiscard]] QByteArrayView endedAt(const CompareSide &side, quint32 row);

/// Puts `order`, indices of `changes`, in the order of a field, as sortRows() does with rows: what is not known comes
/// last. False when `cancelled` was seen; `order` is then in no useful order. Pure. Thread: any.
[[nodiscard]] bool sortChanges(const std::vector<UrlChange> &changes, const CompareSide &a, const CompareSide &b,
                               ChangeField field, bool descending, const std::atomic<bool> *cancelled,
                               std::vector<quint32> *order);

} // namespace crawlscope
