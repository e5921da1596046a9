// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/foundurls.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace crawlscope {

namespace {
    constexpr std::array kSources {FoundSource::Link,      FoundSource::Sitemap, FoundSource::Redirect,
                                   FoundSource::Canonical, FoundSource::Robots,  FoundSource::Other};
}

QByteArrayView foundSourceName(FoundSource source)
{
    switch (source) {
    case FoundSource::Link:
        return "link";
    case FoundSource::Sitemap:
        return "sitemap";
    case FoundSource::Redirect:
        return "redirect";
    case FoundSource::Canonical:
        return "canonical";
    case FoundSource::Robots:
        return "robots";
    case FoundSource::Other:
        break;
    }
    return "other";
}

FoundSource foundSourceOf(QByteArrayView name)
{
    for (const FoundSource source : kSources) {
        if (foundSourceName(source) == name)
            return source;
    }
    return FoundSource::Other;
}

FoundUrls::FoundUrls()
    : m_chunks(kMost / kChunk)
{
}

FoundUrls::~FoundUrls() = default;

bool FoundUrls::append(const Item &item)
{
    const std::size_t index = m_size.load(std::memory_order_relaxed);
    if (index >= kMost)
        return false;
    std::unique_ptr<Chunk> &chunk = m_chunks[index / kChunk];
    if (!chunk) {
        chunk = std::make_unique<Chunk>();
        m_bytes.fetch_add(sizeof(Chunk), std::memory_order_relaxed);
    }
    Entry &entry = (*chunk)[index % kChunk];
    entry.text = store(item.url, item.shown);
    entry.length = static_cast<quint32>(item.url.size());
    entry.shownLength = static_cast<quint32>(item.shown.size());
    entry.parent = item.parent;
    entry.depth = std::min(item.depth, 0xfffffffU) & 0xfffffffU;
    entry.source = static_cast<quint32>(item.source) & 7U;
    entry.follow = item.follow ? 1U : 0U;
    m_size.store(index + 1, std::memory_order_release);
    return true;
}

const char *FoundUrls::store(QByteArrayView url, QByteArrayView shown)
{
    const auto need = static_cast<std::size_t>(url.size() + shown.size());
    if (need > m_textLeft) {
        const std::size_t block = std::max(need, kTextBlock);
        m_texts.push_back(std::make_unique<char[]>(block)); // NOLINT(modernize-avoid-c-arrays)
        m_textAt = m_texts.back().get();
        m_textLeft = block;
        m_bytes.fetch_add(block, std::memory_order_relaxed);
    }
    char *text = m_textAt;
    std::copy(url.begin(), url.end(), text);
    std::copy(shown.begin(), shown.end(), text + url.size());
    m_textAt += need;
    m_textLeft -= need;
    return text;
}

FoundUrls::Item FoundUrls::at(std::size_t index) const
{
    const Entry &e = entry(index);
    Item item;
    item.url = url(index);
    if (e.shownLength > 0)
        item.shown = shown(index);
    item.parent = e.parent;
    item.depth = e.depth;
    item.source = static_cast<FoundSource>(e.source);
    item.follow = e.follow != 0;
    return item;
}

QByteArrayView FoundUrls::url(std::size_t index) const
{
    const Entry &e = entry(index);
    return {e.text, static_cast<qsizetype>(e.length)};
}

QByteArrayView FoundUrls::shown(std::size_t index) const
{
    const Entry &e = entry(index);
    return e.shownLength > 0 ? QByteArrayView(e.text + e.length, static_cast<qsizetype>(e.shownLength)) : url(index);
}

} // namespace crawlscope
