// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/resultsort.h"

#include "core/store/keysort.h"
#include "core/store/resultvalue.h"

#include <algorithm>
#include <unordered_map>

namespace crawlscope {

namespace {

    /// Few different texts: their rank is the key.
    bool sortBySharedText(const ResultTable &table, ResultField field, bool descending,
                          const std::atomic<bool> *cancelled, std::vector<quint32> *rows)
    {
        std::unordered_map<quint32, std::optional<quint64>> rankOfId;
        std::vector<std::pair<QByteArray, quint32>> texts;
        for (const quint32 row : *rows) {
            const quint32 id = ResultValue::sharedId(table.record(row), field);
            if (rankOfId.try_emplace(id, std::nullopt).second)
                texts.emplace_back(ResultValue::sharedText(table, row, field), id);
        }
        std::sort(texts.begin(), texts.end());
        quint64 rank = 0;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (i > 0 && texts[i].first != texts[i - 1].first)
                ++rank;
            if (!texts[i].first.isEmpty())
                rankOfId[texts[i].second] = rank;
        }
        return KeySort::byNumber(descending, cancelled, rows, [&](quint32 row) {
            return rankOfId.find(ResultValue::sharedId(table.record(row), field))->second;
        });
    }

} // namespace

bool sortRows(const ResultTable &table, const UrlList &urls, ResultSort sort, const std::atomic<bool> *cancelled,
              std::vector<quint32> *rows)
{
    if (sort.field >= kResultFieldCount && sort.field - kResultFieldCount < table.columns().size()) {
        const auto column = static_cast<std::size_t>(sort.field - kResultFieldCount);
        return KeySort::byText(sort.descending, cancelled, rows,
                               [&](quint32 row) { return table.extraction(row, column); });
    }
    if (sort.field < 0 || sort.field >= kResultFieldCount) {
        if (sort.descending)
            std::reverse(rows->begin(), rows->end());
        return true;
    }
    const auto field = static_cast<ResultField>(sort.field);
    switch (ResultValue::kindOf(field)) {
    case ResultValue::Kind::LongText:
        return KeySort::byText(sort.descending, cancelled, rows,
                               [&](quint32 row) { return ResultValue::longText(urls, table, row, field); });
    case ResultValue::Kind::SharedText:
        return sortBySharedText(table, field, sort.descending, cancelled, rows);
    default:
        return KeySort::byNumber(sort.descending, cancelled, rows,
                                 [&](quint32 row) { return ResultValue::number(urls, table.record(row), field); });
    }
}

} // namespace crawlscope
