// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/resulttable.h"
#include "core/url/urllist.h"

#include <memory>
#include <vector>

namespace crawlscope {

/// Input lines with their rows, a piece at a time, for what passes over them in order and needs them but once.
/// Not thread-safe.
class RowBlocks
{
public:
    /// A piece of the list as a list and a table of its own: entries count from 0.
    struct Block
    {
        std::size_t first = 0; ///< line (entry of the whole list) of entry 0
        std::shared_ptr<const UrlList> urls;
        std::shared_ptr<const ResultTable> table;
        std::vector<quint32> duplicateLines; ///< by entry: line number of the first occurrence; 0: no duplicate
        [[nodiscard]] bool holds(std::size_t line) const
        {
            return urls && line >= first && line - first < urls->size();
        }
    };

    RowBlocks() = default;
    virtual ~RowBlocks() = default;
    RowBlocks(const RowBlocks &) = delete;
    RowBlocks &operator=(const RowBlocks &) = delete;

    [[nodiscard]] virtual std::size_t size() const = 0; ///< lines
    /// Of the tables of all blocks.
    [[nodiscard]] virtual QByteArrayList columns() const { return {}; }
    /// The block that holds a line. Precondition: line < size(). Where it cannot be read, its lines are empty ones.
    [[nodiscard]] virtual const Block &at(std::size_t line) = 0;
};

} // namespace crawlscope
