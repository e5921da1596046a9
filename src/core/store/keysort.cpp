// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keysort.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <limits>

namespace crawlscope {

namespace {

    constexpr quint64 kEmpty = std::numeric_limits<quint64>::max(); // after every key in both directions

    bool isSet(const std::atomic<bool> *flag)
    {
        return flag != nullptr && flag->load(std::memory_order_relaxed);
    }

    struct NumberItem
    {
        quint64 key;
        quint32 row;
    };

    /// A text with the eight bytes that are being compared at hand.
    struct TextItem
    {
        quint64 key;
        const char *text;
        quint32 size;
        quint32 row;
    };

    /// Texts share long beginnings (scheme, host), so eight bytes at a time are compared: sort by them, then go on with
    /// the next eight inside every run of equal ones. Nothing is compared twice; an explicit stack bounds the
    /// recursion.
    class TextSorter
    {
    public:
        TextSorter(bool descending, const std::atomic<bool> *cancelled)
            : m_descending(descending)
            , m_cancelled(cancelled)
        {
        }

        bool sort(std::vector<TextItem> &items)
        {
            m_stack.push_back({items.data(), items.data() + items.size(), 0});
            while (!m_stack.empty()) {
                if (isSet(m_cancelled))
                    return false;
                const Part part = m_stack.back();
                m_stack.pop_back();
                if (part.end - part.begin <= kSmall)
                    sortSmall(part);
                else
                    sortLarge(part);
            }
            return true;
        }

    private:
        static constexpr std::ptrdiff_t kSmall = 24;
        static constexpr quint32 kKeyBytes = 8;

        struct Part
        {
            TextItem *begin;
            TextItem *end;
            quint32 depth; ///< bytes known to be equal
        };

        [[nodiscard]] quint64 keyAt(const TextItem &item, quint32 depth) const
        {
            char bytes[kKeyBytes] = {};
            if (item.size > depth)
                std::memcpy(bytes, item.text + depth, std::min(kKeyBytes, item.size - depth));
            const auto key = qFromBigEndian<quint64>(bytes);
            return m_descending ? ~key : key;
        }

        void sortSmall(const Part &part) const
        {
            std::sort(part.begin, part.end, [this, depth = part.depth](const TextItem &a, const TextItem &b) {
                const quint32 shorter = std::min(a.size, b.size);
                const int order = shorter <= depth ? 0 : std::memcmp(a.text + depth, b.text + depth, shorter - depth);
                if (order != 0)
                    return (order < 0) != m_descending;
                if (a.size != b.size)
                    return (a.size < b.size) != m_descending;
                return a.row < b.row;
            });
        }

        void sortLarge(const Part &part)
        {
            bool differ = false;
            for (TextItem *item = part.begin; item != part.end; ++item) {
                item->key = keyAt(*item, part.depth);
                differ = differ || item->key != part.begin->key;
            }
            if (differ)
                std::sort(part.begin, part.end, [](const TextItem &a, const TextItem &b) { return a.key < b.key; });
            for (TextItem *run = part.begin; run != part.end;) {
                TextItem *const end =
                    std::find_if(run, part.end, [run](const TextItem &i) { return i.key != run->key; });
                if (end - run > 1)
                    goOn({run, end, part.depth + kKeyBytes});
                run = end;
            }
        }

        /// Texts that end here come before those that go on (after them when descending), the shorter first.
        void goOn(const Part &run)
        {
            const auto endsHere = [&run](const TextItem &item) { return item.size <= run.depth; };
            TextItem *const split = std::partition(
                run.begin, run.end, [&](const TextItem &item) { return endsHere(item) != m_descending; });
            const Part ended = m_descending ? Part {split, run.end, run.depth} : Part {run.begin, split, run.depth};
            const Part open = m_descending ? Part {run.begin, split, run.depth} : Part {split, run.end, run.depth};
            std::sort(ended.begin, ended.end, [this](const TextItem &a, const TextItem &b) {
                return a.size != b.size ? (a.size < b.size) != m_descending : a.row < b.row;
            });
            if (open.end - open.begin > 0)
                m_stack.push_back(open);
        }

        const bool m_descending;
        const std::atomic<bool> *const m_cancelled;
        std::vector<Part> m_stack;
    };

} // namespace

bool KeySort::byNumber(bool descending, const std::atomic<bool> *cancelled, std::vector<quint32> *rows,
                       const std::function<std::optional<quint64>(quint32)> &keyOf)
{
    std::vector<NumberItem> items;
    items.reserve(rows->size());
    for (const quint32 row : *rows) {
        const std::optional<quint64> key = keyOf(row);
        items.push_back({key ? (descending ? kEmpty - 1 - *key : *key) : kEmpty, row});
    }
    if (isSet(cancelled))
        return false;
    std::sort(items.begin(), items.end(),
              [](const NumberItem &a, const NumberItem &b) { return a.key != b.key ? a.key < b.key : a.row < b.row; });
    std::transform(items.begin(), items.end(), rows->begin(), [](const NumberItem &item) { return item.row; });
    return !isSet(cancelled);
}

bool KeySort::byText(bool descending, const std::atomic<bool> *cancelled, std::vector<quint32> *rows,
                     const std::function<QByteArrayView(quint32)> &textOf)
{
    std::vector<TextItem> items;
    std::vector<quint32> empty;
    items.reserve(rows->size());
    for (const quint32 row : *rows) {
        const QByteArrayView text = textOf(row);
        if (text.isEmpty())
            empty.push_back(row);
        else
            items.push_back({0, text.data(), static_cast<quint32>(text.size()), row});
    }
    if (!TextSorter(descending, cancelled).sort(items))
        return false;
    std::sort(empty.begin(), empty.end());
    const auto tail =
        std::transform(items.begin(), items.end(), rows->begin(), [](const TextItem &item) { return item.row; });
    std::copy(empty.begin(), empty.end(), tail);
    return true;
}

} // namespace crawlscope
