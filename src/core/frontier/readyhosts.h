// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <limits>
#include <vector>

namespace crawlscope {

/// The hosts that may be granted a slot, those with the fewest in use first, in turn among equals: max-min fairness
/// (Bertsekas and Gallager, Data Networks, section 6.5.2). A host that answers slowly so keeps no more slots than any
/// other while others wait. Every operation is O(1). Not thread-safe.
class ReadyHosts
{
public:
    using HostId = quint32;
    static constexpr int kLevels = 513;

    /// Puts a host at the end of those with `inFlight` slots in use; where it stands there already, it stays.
    void put(HostId id, int inFlight)
    {
        if (id >= m_links.size())
            m_links.resize(std::size_t {id} + 1);
        const auto level = static_cast<std::size_t>(std::min(inFlight, kLevels - 1));
        if (m_links[id].level == static_cast<int>(level))
            return;
        take(id);
        Link &link = m_links[id];
        link.level = static_cast<int>(level);
        link.before = m_last[level];
        link.after = kNone;
        if (link.before == kNone)
            m_first[level] = id;
        else
            m_links[link.before].after = id;
        m_last[level] = id;
        m_used[level / 64] |= quint64 {1} << (level % 64);
        ++m_size;
    }
    /// Takes a host out, if it stands anywhere.
    void take(HostId id)
    {
        if (id >= m_links.size() || m_links[id].level < 0)
            return;
        Link &link = m_links[id];
        const auto level = static_cast<std::size_t>(link.level);
        (link.before == kNone ? m_first[level] : m_links[link.before].after) = link.after;
        (link.after == kNone ? m_last[level] : m_links[link.after].before) = link.before;
        if (m_first[level] == kNone)
            m_used[level / 64] &= ~(quint64 {1} << (level % 64));
        link.level = -1;
        --m_size;
    }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    /// Precondition: not empty().
    [[nodiscard]] HostId front() const
    {
        std::size_t word = 0;
        while (m_used[word] == 0)
            ++word;
        return m_first[word * 64 + static_cast<std::size_t>(std::countr_zero(m_used[word]))];
    }

private:
    static constexpr HostId kNone = std::numeric_limits<HostId>::max();
    struct Link
    {
        HostId before = kNone;
        HostId after = kNone;
        int level = -1; ///< -1: not ready
    };
    static constexpr std::array<HostId, kLevels> none()
    {
        std::array<HostId, kLevels> all {};
        all.fill(kNone);
        return all;
    }

    std::vector<Link> m_links; ///< by host
    std::array<HostId, kLevels> m_first = none();
    std::array<HostId, kLevels> m_last = none();
    std::array<quint64, (kLevels + 63) / 64> m_used {}; ///< levels that hold a host
    std::size_t m_size = 0;
};

} // namespace crawlscope
