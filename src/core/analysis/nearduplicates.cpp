// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/nearduplicates.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace crawlscope {

namespace {

    constexpr std::size_t kFirstSlots = 1024;

    /// Blocks of 13, 13, 13, 13 and 12 bits.
    constexpr std::array<quint64, 5> kBlocks {0x1fffULL, 0x1fffULL << 13U, 0x1fffULL << 26U, 0x1fffULL << 39U,
                                              0xfffULL << 52U};

    constexpr std::array<quint64, 10> makeMasks()
    {
        std::array<quint64, 10> masks {};
        std::size_t at = 0;
        for (std::size_t one = 0; one < kBlocks.size(); ++one) {
            for (std::size_t other = one + 1; other < kBlocks.size(); ++other)
                masks.at(at++) = kBlocks.at(one) | kBlocks.at(other);
        }
        return masks;
    }
    constexpr std::array<quint64, 10> kMasks = makeMasks();

    /// Spreads keys over slots: multiplicative hashing, the high bits are the good ones.
    constexpr std::size_t spread(quint64 key, std::size_t slots)
    {
        constexpr quint64 golden = 0x9E3779B97F4A7C15ULL;
        key = (key ^ (key >> 29U)) * golden;
        return static_cast<std::size_t>((key ^ (key >> 32U)) & (slots - 1));
    }

} // namespace

NearDuplicates::NearDuplicates()
{
    m_tables.fill(Table(kFirstSlots, kNone));
}

std::size_t NearDuplicates::slotOf(std::size_t table, quint64 simhash) const
{
    return spread(simhash & kMasks.at(table), m_tables.at(table).size());
}

quint32 NearDuplicates::root(quint32 node)
{
    while (m_nodes[node].parent != node) {
        m_nodes[node].parent = m_nodes[m_nodes[node].parent].parent; // halves the way for the next one
        node = m_nodes[node].parent;
    }
    return node;
}

void NearDuplicates::unite(quint32 one, quint32 other)
{
    one = root(one);
    other = root(other);
    if (one == other)
        return;
    if (m_nodes[one].pages < m_nodes[other].pages)
        std::swap(one, other);
    m_nodes[other].parent = one;
    m_nodes[one].pages += m_nodes[other].pages;
    m_nodes[one].firstId = std::min(m_nodes[one].firstId, m_nodes[other].firstId);
}

void NearDuplicates::insert(quint32 node)
{
    for (std::size_t table = 0; table < kTables; ++table) {
        quint32 &first = m_tables[table][slotOf(table, m_nodes[node].simhash)];
        m_nodes[node].next[table] = first;
        first = node;
    }
}

void NearDuplicates::grow()
{
    const std::size_t slots = m_tables[0].size() * 2;
    m_tables.fill({});
    m_tables.fill(Table(slots, kNone));
    for (std::size_t node = 0; node < m_nodes.size(); ++node)
        insert(static_cast<quint32>(node));
}

bool NearDuplicates::add(quint32 id, quint64 simhash)
{
    if (simhash == 0 || id >= kMaxId)
        return false;
    m_found.clear();
    quint32 same = kNone;
    for (std::size_t table = 0; table < kTables && same == kNone; ++table) {
        int left = kMaxList;
        for (quint32 node = m_tables[table][slotOf(table, simhash)]; node != kNone && left > 0;
             node = m_nodes[node].next[table]) {
            const quint64 differing = m_nodes[node].simhash ^ simhash;
            --left;
            if (differing == 0) {
                same = node;
                break;
            }
            if (std::popcount(differing) <= kMaxDistance)
                m_found.push_back(node);
        }
    }
    m_full = m_full || m_nodes.size() >= kMaxFingerprints;
    if (same == kNone && m_full) {
        if (m_found.empty())
            return false;
        same = m_found.front();
    }
    if (same == kNone) {
        same = static_cast<quint32>(m_nodes.size());
        m_nodes.push_back({simhash, same, 0, kNone, {}});
        if (m_nodes.size() > 2 * m_tables[0].size())
            grow();
        else
            insert(same);
    }
    if (m_nodeOf.size() <= id)
        m_nodeOf.resize(std::size_t {id} + 1, kNone);
    m_nodeOf[id] = same;
    Node &group = m_nodes[root(same)];
    ++group.pages;
    group.firstId = std::min(group.firstId, id);
    for (const quint32 near : m_found)
        unite(same, near);
    return true;
}

std::optional<quint32> NearDuplicates::groupOf(quint32 id)
{
    if (id >= m_nodeOf.size() || m_nodeOf[id] == kNone)
        return std::nullopt;
    return m_nodes[root(m_nodeOf[id])].firstId;
}

quint32 NearDuplicates::groupSize(quint32 id)
{
    if (id >= m_nodeOf.size() || m_nodeOf[id] == kNone)
        return 0;
    return m_nodes[root(m_nodeOf[id])].pages;
}

std::size_t NearDuplicates::memoryBytes() const
{
    return m_nodes.capacity() * sizeof(Node) + kTables * m_tables[0].capacity() * sizeof(quint32)
        + m_nodeOf.capacity() * sizeof(quint32);
}

ExactDuplicates::ExactDuplicates()
    : m_slots(kFirstSlots)
{
}

/// The slot of this hash, or the free one where it would go.
std::size_t ExactDuplicates::slotOf(quint64 hash) const
{
    std::size_t slot = spread(hash, m_slots.size());
    while (m_slots[slot].count != 0 && m_slots[slot].hash != hash)
        slot = (slot + 1) & (m_slots.size() - 1);
    return slot;
}

void ExactDuplicates::grow()
{
    std::vector<Slot> old(m_slots.size() * 2);
    old.swap(m_slots);
    for (const Slot &slot : old) {
        if (slot.count != 0)
            m_slots[slotOf(slot.hash)] = slot;
    }
}

quint32 ExactDuplicates::add(quint32 id, quint64 contentHash)
{
    Slot *slot = &m_slots[slotOf(contentHash)];
    if (slot->count == 0) {
        if (m_used >= kMaxBodies)
            return id;
        if (2 * ++m_used > m_slots.size()) {
            grow();
            slot = &m_slots[slotOf(contentHash)];
        }
        *slot = {contentHash, id, 0};
    }
    ++slot->count;
    return slot->firstId;
}

quint32 ExactDuplicates::count(quint64 contentHash) const
{
    return m_slots[slotOf(contentHash)].count;
}

} // namespace crawlscope
