// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/resultquery.h"

#include <optional>

namespace crawlscope {

/// What a field of a row holds, in one place for sorting and exports: a cell that is empty in one is empty in the
/// other. Pure; reads published rows only. Thread: any.
namespace ResultValue {

    enum class Kind : quint8 {
        Number, ///< number()
        Micros, ///< number(), a duration in µs
        TimePoint, ///< number(), ms since the epoch
        LongText, ///< longText(): differs in nearly every row
        SharedText, ///< sharedText(): few different ones, told apart by sharedId()
    };
    [[nodiscard]] Kind kindOf(ResultField field);

    /// nullopt: not measured, did not happen, or the row never started.
    [[nodiscard]] std::optional<quint64> number(const UrlList &urls, const ResultRecord &record, ResultField field);
    /// Lies in the table or the list, so it lives as long as they do.
    [[nodiscard]] QByteArrayView longText(const UrlList &urls, const ResultTable &table, std::size_t row,
                                          ResultField field);
    [[nodiscard]] QByteArray sharedText(const ResultTable &table, std::size_t row, ResultField field);
    /// Rows with the same id have the same sharedText().
    [[nodiscard]] quint32 sharedId(const ResultRecord &record, ResultField field);

} // namespace ResultValue

} // namespace crawlscope
