// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <optional>
#include <vector>

namespace crawlscope {

/// Groups pages that say nearly the same, while they come in.
///
/// Their fingerprints (PageFacts::simhash) differ in at most three of 64 bits. They are found as Manku, Jain and Das
/// Sarma do it ("Detecting near-duplicates for web crawling", WWW 2007): cut into five blocks, such a pair has at least
/// two blocks the same; for each of the ten pairs of blocks there is a table whose key is these 25 or 26 bits.
/// Groups are the closure: where A is near B and B near C, all three are one group.
///
/// One search looks at kMaxList fingerprints of a list at most, the newest first. Only where more than that share two
/// blocks without being near can a pair be missed.
///
/// Memory: 85 to 110 bytes for each different fingerprint and 4 for each id up to the largest. Beyond kMaxFingerprints
/// pages join groups that are there, and found none (full()). Thread: one at a time.
class NearDuplicates
{
public:
    static constexpr int kMaxDistance = 3;
    static constexpr int kMaxList = 256;
    static constexpr std::size_t kMaxFingerprints = 5'000'000;
    static constexpr quint32 kMaxId = 100'000'000;

    NearDuplicates();

    /// Takes a page in, once each id. False: it is in no group, for it has no text (0) or the index is full.
    bool add(quint32 id, quint64 simhash);
    /// Names the page's group by the smallest id in it. Changes as groups grow together; none: not taken in.
    [[nodiscard]] std::optional<quint32> groupOf(quint32 id);
    /// Pages in the group of this page, itself included; 0: not taken in.
    [[nodiscard]] quint32 groupSize(quint32 id);
    [[nodiscard]] std::size_t fingerprints() const { return m_nodes.size(); }
    [[nodiscard]] bool full() const { return m_full; }
    /// Bytes held.
    [[nodiscard]] std::size_t memoryBytes() const;

private:
    static constexpr std::size_t kTables = 10;
    static constexpr quint32 kNone = 0xffffffffU;

    struct Node
    {
        quint64 simhash = 0;
        quint32 parent = 0; ///< itself: the root of a group
        quint32 pages = 0; ///< of a root: in the whole group
        quint32 firstId = kNone; ///< of a root: the smallest
        std::array<quint32, kTables> next {}; ///< in the lists of the tables
    };
    using Table = std::vector<quint32>; ///< first node of each list; its size is a power of two

    [[nodiscard]] std::size_t slotOf(std::size_t table, quint64 simhash) const;
    [[nodiscard]] quint32 root(quint32 node);
    void unite(quint32 one, quint32 other);
    void insert(quint32 node);
    void grow();

    std::vector<Node> m_nodes;
    std::array<Table, kTables> m_tables;
    std::vector<quint32> m_nodeOf; ///< by id
    std::vector<quint32> m_found; ///< of the search under way
    bool m_full = false;
};

/// Finds pages whose bodies are the same, by PageFacts::contentHash. Memory: 32 to 64 bytes for each different body, at
/// most kMaxBodies; later ones are only compared. Thread: one at a time.
class ExactDuplicates
{
public:
    static constexpr std::size_t kMaxBodies = 5'000'000;

    ExactDuplicates();

    /// The id that came first with this body, `id` itself where it is the first.
    quint32 add(quint32 id, quint64 contentHash);
    /// How many came with this body.
    [[nodiscard]] quint32 count(quint64 contentHash) const;
    [[nodiscard]] std::size_t bodies() const { return m_used; }

private:
    struct Slot
    {
        quint64 hash = 0;
        quint32 firstId = 0;
        quint32 count = 0; ///< 0: free
    };
    [[nodiscard]] std::size_t slotOf(quint64 hash) const;
    void grow();

    std::vector<Slot> m_slots; ///< open addressing; a power of two
    std::size_t m_used = 0;
};

} // namespace crawlscope
