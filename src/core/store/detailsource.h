// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/pagerecord.h"
#include "core/store/rowdetails.h"
#include "core/store/sessiontypes.h"

#include <optional>
#include <vector>

namespace crawlscope {

/// Links of a URL, both ways.
struct EntryLinks
{
    std::optional<PageRecord> page; ///< what the analysis found on it; nullopt: nothing was kept
    std::vector<StoredLink> from; ///< of its page
    std::vector<StoredLink> to; ///< of other pages to it
};

/// Headers, hops, body preview and links of ended URLs, from where they are kept.
/// Thread: any, several at a time; blocks for a look into the file, so never call it in the GUI's.
class DetailSource
{
public:
    DetailSource() = default;
    virtual ~DetailSource() = default;
    DetailSource(const DetailSource &) = delete;
    DetailSource &operator=(const DetailSource &) = delete;

    /// Of an attempt (from 1; 0: the newest). nullopt: not kept, or damaged.
    [[nodiscard]] virtual std::optional<RowDetails> details(quint32 entry, int attempt = 0) const = 0;
    [[nodiscard]] virtual std::vector<AttemptSummary> attempts(quint32 entry) const = 0;
    /// What the analysis found on the page, in its newest attempt; nullopt: nothing was kept.
    [[nodiscard]] virtual std::optional<PageRecord> pageOf(quint32 /*entry*/) const { return std::nullopt; }
    /// Of the newest attempt; `to` holds at most `most`. Nothing where links are not kept.
    [[nodiscard]] virtual EntryLinks entryLinks(quint32 /*entry*/, qint64 /*most*/) const { return {}; }
};

} // namespace crawlscope
