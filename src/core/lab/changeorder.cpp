// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/changeorder.h"

#include "core/store/keysort.h"

namespace crawlscope {
namespace {

    constexpr quint64 kBeyondStatus = 1'000; ///< rows without a status come after those with one, by their state
    constexpr qint64 kMiddle = qint64 {1} << 62; ///< differences become keys above and below it

    std::optional<quint64> figureOf(const CompareSide &side, quint32 row, ChangeField field)
    {
        if (row == UrlChange::kNone)
            return std::nullopt;
        const ResultRecord &record = side.table->record(row);
        switch (field) {
        case ChangeField::StatusA:
        case ChangeField::StatusB:
            return record.status > 0 ? record.status : kBeyondStatus + static_cast<quint64>(record.state);
        case ChangeField::ErrorA:
        case ChangeField::ErrorB:
            return record.error == ErrorId::None ? std::nullopt : std::optional(static_cast<quint64>(record.error));
        case ChangeField::BodyA:
        case ChangeField::BodyB:
            return record.status > 0 ? std::optional(static_cast<quint64>(record.bodyBytes)) : std::nullopt;
        default:
            return totalOf(side, row);
        }
    }

    bool isOfA(ChangeField field)
    {
        return field == ChangeField::StatusA || field == ChangeField::ErrorA || field == ChangeField::TotalA
            || field == ChangeField::BodyA || field == ChangeField::FinalUrlA;
    }

} // namespace

std::optional<quint32> totalOf(const CompareSide &side, quint32 row)
{
    if (row == UrlChange::kNone || side.table->record(row).times.total == PhaseTimes::kNotApplicable)
        return std::nullopt;
    return side.table->record(row).times.total;
}

std::optional<qint64> totalDifference(const UrlChange &change, const CompareSide &a, const CompareSide &b)
{
    const std::optional<quint32> before = totalOf(a, change.rowA);
    const std::optional<quint32> after = totalOf(b, change.rowB);
    return before && after ? std::optional(qint64 {*after} - qint64 {*before}) : std::nullopt;
}

QByteArrayView endedAt(const CompareSide &side, quint32 row)
{
    if (row == UrlChange::kNone)
        return {};
    const QByteArrayView url = side.table->finalUrl(row);
    return url.isEmpty() ? side.urls->url(side.table->record(row).entry) : url;
}

bool sortChanges(const std::vector<UrlChange> &changes, const CompareSide &a, const CompareSide &b, ChangeField field,
                 bool descending, const std::atomic<bool> *cancelled, std::vector<quint32> *order)
{
    const CompareSide &side = isOfA(field) ? a : b;
    const auto rowOf = [&](quint32 index) { return isOfA(field) ? changes[index].rowA : changes[index].rowB; };
    switch (field) {
    case ChangeField::Url:
        return KeySort::byText(descending, cancelled, order,
                               [&](quint32 index) { return changedUrl(changes[index], a, b); });
    case ChangeField::FinalUrlA:
    case ChangeField::FinalUrlB:
        return KeySort::byText(descending, cancelled, order,
                               [&](quint32 index) { return endedAt(side, rowOf(index)); });
    case ChangeField::Difference:
        return KeySort::byNumber(descending, cancelled, order, [&](quint32 index) -> std::optional<quint64> {
            const std::optional<qint64> difference = totalDifference(changes[index], a, b);
            return difference ? std::optional(static_cast<quint64>(kMiddle + *difference)) : std::nullopt;
        });
    default:
        return KeySort::byNumber(descending, cancelled, order,
                                 [&](quint32 index) { return figureOf(side, rowOf(index), field); });
    }
}

} // namespace crawlscope
