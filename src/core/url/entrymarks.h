// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <vector>

namespace crawlscope {

/// How the URLs of a run are known beside being on the list: bits of each entry of a UrlList, only ever set.
///
/// One thread sets (the engine's, or the one that opens a session); any may read meanwhile, without a lock and without
/// order: a mark may be seen a moment late. Memory: one byte an entry, in chunks where a mark was set.
class EntryMarks
{
public:
    enum Mark : quint8 {
        InSitemap = 1U << 0, ///< a sitemap lists it
        Linked = 1U << 1, ///< another page of the run links to it; canonical and alternate say nothing of that
    };

    EntryMarks();
    ~EntryMarks();
    EntryMarks(const EntryMarks &) = delete;
    EntryMarks &operator=(const EntryMarks &) = delete;

    void set(quint32 entry, Mark mark);
    /// All marks of the entry.
    [[nodiscard]] quint8 of(quint32 entry) const
    {
        const Chunk *chunk = m_chunks[entry / kChunk].load(std::memory_order_acquire);
        return chunk == nullptr ? quint8 {0} : (*chunk)[entry % kChunk].load(std::memory_order_relaxed);
    }

private:
    static constexpr std::size_t kChunk = std::size_t {1} << 18U;
    static constexpr std::size_t kChunks = (std::size_t {1} << 32U) / kChunk; ///< of every entry that can be
    using Chunk = std::array<std::atomic<quint8>, kChunk>;

    std::vector<std::atomic<Chunk *>> m_chunks; ///< owned; never moves
};

} // namespace crawlscope
