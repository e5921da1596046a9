// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problems/problemreport.h"

#include <vector>

namespace crawlscope {

/// Collects what a page has under a key, and groups the pages whose keys are equal. 16 bytes each. Thread: one.
class ProblemClusters
{
public:
    void add(quint64 key, quint32 entry) { m_items.push_back({key, entry}); }
    [[nodiscard]] bool empty() const { return m_items.empty(); }
    /// Groups of two and more into rows and clusters: the largest first, in each by entry. Nothing is left here.
    void moveTo(ProblemFinding *finding);

private:
    struct Item
    {
        quint64 key = 0;
        quint32 entry = 0;
    };
    std::vector<Item> m_items;
};

} // namespace crawlscope
