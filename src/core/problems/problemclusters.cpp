// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problems/problemclusters.h"

#include <algorithm>
#include <tuple>

namespace crawlscope {

void ProblemClusters::moveTo(ProblemFinding *finding)
{
    std::sort(m_items.begin(), m_items.end(), [](const Item &one, const Item &other) {
        return std::tie(one.key, one.entry) < std::tie(other.key, other.entry);
    });
    struct Group
    {
        std::size_t first = 0;
        std::size_t size = 0;
    };
    std::vector<Group> groups;
    for (std::size_t first = 0; first < m_items.size();) {
        std::size_t end = first + 1;
        while (end < m_items.size() && m_items[end].key == m_items[first].key)
            ++end;
        if (end - first > 1)
            groups.push_back({first, end - first});
        first = end;
    }
    std::sort(groups.begin(), groups.end(), [this](const Group &one, const Group &other) {
        return one.size != other.size ? one.size > other.size : m_items[one.first].entry < m_items[other.first].entry;
    });
    for (const Group &group : groups) {
        const auto cluster = static_cast<quint32>(finding->clusters.size());
        finding->clusters.push_back({static_cast<quint32>(finding->rows.size()), static_cast<quint32>(group.size), {}});
        for (std::size_t i = group.first; i < group.first + group.size; ++i)
            finding->rows.push_back({m_items[i].entry, cluster});
    }
    finding->count = finding->rows.size();
    m_items = {};
}

} // namespace crawlscope
