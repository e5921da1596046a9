// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <utility>
#include <vector>

namespace crawlscope {

/// Set of entry numbers by the hash of their text: open addressing, linear probing, 8 bytes a slot, at most half full.
/// The text itself stays with the owner, who compares it. Not thread-safe.
class UrlIndex
{
public:
    explicit UrlIndex(std::size_t expected)
    {
        std::size_t slots = 1024;
        while (slots < expected * 2)
            slots *= 2;
        m_slots.resize(slots);
    }

    /// The entry that `equal(entry)` accepts among those of the same hash, or -1 after `candidate` was put in.
    template<typename Equal>
    [[nodiscard]] qint64 findOrInsert(quint64 hash, quint32 candidate, Equal equal)
    {
        if ((m_used + 1) * 2 > m_slots.size())
            grow();
        const auto mark = static_cast<quint32>(hash >> 32U);
        std::size_t at = slotOf(mark);
        for (; m_slots[at].entryPlusOne != 0; at = (at + 1) & (m_slots.size() - 1)) {
            if (m_slots[at].mark == mark && equal(m_slots[at].entryPlusOne - 1))
                return m_slots[at].entryPlusOne - 1;
        }
        m_slots[at] = {mark, candidate + 1};
        ++m_used;
        return -1;
    }

    /// The entry that `equal(entry)` accepts among those of the same hash, or -1.
    template<typename Equal>
    [[nodiscard]] qint64 find(quint64 hash, Equal equal) const
    {
        const auto mark = static_cast<quint32>(hash >> 32U);
        for (std::size_t at = slotOf(mark); m_slots[at].entryPlusOne != 0; at = (at + 1) & (m_slots.size() - 1)) {
            if (m_slots[at].mark == mark && equal(m_slots[at].entryPlusOne - 1))
                return m_slots[at].entryPlusOne - 1;
        }
        return -1;
    }

private:
    struct Slot
    {
        quint32 mark = 0; // 32 bits of the hash: their low part is the slot, all of them save most comparisons
        quint32 entryPlusOne = 0; // 0: free
    };
    [[nodiscard]] std::size_t slotOf(quint32 mark) const { return mark & (m_slots.size() - 1); }
    void grow()
    {
        std::vector<Slot> old(m_slots.size() * 2);
        old.swap(m_slots);
        for (const Slot &slot : old) {
            if (slot.entryPlusOne == 0)
                continue;
            std::size_t at = slotOf(slot.mark);
            while (m_slots[at].entryPlusOne != 0)
                at = (at + 1) & (m_slots.size() - 1);
            m_slots[at] = slot;
        }
    }

    std::vector<Slot> m_slots;
    std::size_t m_used = 0;
};

} // namespace crawlscope
