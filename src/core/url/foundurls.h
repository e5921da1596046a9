// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <vector>

namespace crawlscope {

/// How a URL that is not of the input became known. The values are in no file, the names are.
enum class FoundSource : quint8 { Link, Sitemap, Redirect, Canonical, Robots, Other };
/// "link", "sitemap", …
[[nodiscard]] QByteArrayView foundSourceName(FoundSource source);
/// Other where there is no such name.
[[nodiscard]] FoundSource foundSourceOf(QByteArrayView name);

/// The URLs that a run finds beyond its list, in the order of finding. Only ever grows.
///
/// One thread appends (the engine's); any other may read what lies below size() meanwhile, without a lock: nothing
/// that was appended moves or changes. Memory: 32 bytes a URL and its text.
class FoundUrls
{
public:
    static constexpr std::size_t kMost = std::size_t {1} << 26U;
    static constexpr quint32 kNoParent = 0xffffffffU;

    /// One of them. `parent` is an entry of the list that this belongs to, found ones counted on after it.
    struct Item
    {
        QByteArrayView url; ///< normalised, as sent
        QByteArrayView shown; ///< as it may be shown and recorded; empty: the same
        quint32 parent = kNoParent; ///< entry of the page it was found on first
        quint32 depth = 1; ///< links from the list
        FoundSource source = FoundSource::Link;
        bool follow = true; ///< links of its page are followed
    };

    FoundUrls();
    ~FoundUrls();
    FoundUrls(const FoundUrls &) = delete;
    FoundUrls &operator=(const FoundUrls &) = delete;

    /// False: kMost are known.
    bool append(const Item &item);
    [[nodiscard]] std::size_t size() const { return m_size.load(std::memory_order_acquire); }
    /// `index` below size().
    [[nodiscard]] Item at(std::size_t index) const;
    [[nodiscard]] QByteArrayView url(std::size_t index) const;
    [[nodiscard]] QByteArrayView shown(std::size_t index) const;
    [[nodiscard]] std::size_t bytes() const { return m_bytes.load(std::memory_order_relaxed); }

private:
    static constexpr std::size_t kChunk = 4096;
    static constexpr std::size_t kTextBlock = std::size_t {256} * 1024;
    struct Entry
    {
        const char *text = nullptr; ///< the URL, then what is shown of it where that differs
        quint32 length = 0;
        quint32 shownLength = 0;
        quint32 parent = 0;
        quint32 depth : 28;
        quint32 source : 3;
        quint32 follow : 1;
    };
    using Chunk = std::array<Entry, kChunk>;
    [[nodiscard]] const Entry &entry(std::size_t index) const { return (*m_chunks[index / kChunk])[index % kChunk]; }
    [[nodiscard]] const char *store(QByteArrayView url, QByteArrayView shown);

    std::vector<std::unique_ptr<Chunk>> m_chunks; ///< of kMost / kChunk places: never moves
    std::vector<std::unique_ptr<char[]>> m_texts; // NOLINT(modernize-avoid-c-arrays): raw blocks of text
    char *m_textAt = nullptr;
    std::size_t m_textLeft = 0;
    std::atomic<std::size_t> m_size = 0;
    std::atomic<std::size_t> m_bytes = 0;
};

} // namespace crawlscope
