// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/entrymarks.h"

namespace crawlscope {

EntryMarks::EntryMarks()
    : m_chunks(kChunks)
{
}

EntryMarks::~EntryMarks()
{
    for (const std::atomic<Chunk *> &chunk : m_chunks)
        delete chunk.load(std::memory_order_relaxed);
}

void EntryMarks::set(quint32 entry, Mark mark)
{
    std::atomic<Chunk *> &place = m_chunks[entry / kChunk];
    Chunk *chunk = place.load(std::memory_order_relaxed);
    if (chunk == nullptr) {
        chunk = std::make_unique<Chunk>().release();
        place.store(chunk, std::memory_order_release);
    }
    (*chunk)[entry % kChunk].fetch_or(mark, std::memory_order_relaxed);
}

} // namespace crawlscope
