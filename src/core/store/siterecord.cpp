// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/siterecord.h"

#include <type_traits>

namespace crawlscope::SiteRecords {

namespace {

    template<typename Record>
    void put(const Record &record, QByteArray *buffer)
    {
        static_assert(std::is_trivially_copyable_v<Record>);
        buffer->append(reinterpret_cast<const char *>(&record), sizeof record);
    }

} // namespace

void append(const FoundUrl &url, QByteArray *buffer)
{
    FoundRecord record;
    record.entry = url.entry;
    record.parent = url.parent;
    record.urlSize = static_cast<quint32>(url.url.size());
    record.depth = url.depth;
    record.source = url.source;
    put(record, buffer);
    buffer->append(url.url);
}

void append(quint32 source, const std::vector<LinkRecord> &links, QByteArray *buffer)
{
    put(LinkPageRecord {source, static_cast<quint32>(links.size())}, buffer);
    for (const LinkRecord &link : links) {
        const bool known = link.target != LinkRecord::kNoTarget;
        LinkFlatRecord record;
        record.target = link.target;
        record.urlSize = known ? 0 : static_cast<quint32>(link.targetUrl.size());
        record.anchorSize = static_cast<quint32>(link.anchor.size());
        record.kind = link.kind;
        record.rel = link.rel;
        put(record, buffer);
        if (!known)
            buffer->append(link.targetUrl);
        buffer->append(link.anchor);
    }
}

qint64 sizeOf(const PageRecord &page)
{
    constexpr qint64 perText = 32;
    auto size = static_cast<qint64>(sizeof page);
    for (const QByteArray *text : {&page.description, &page.canonical, &page.h1, &page.h2, &page.sha256})
        size += perText + text->size();
    for (const auto &value : page.extractions)
        size += perText + value.second.size();
    return size;
}

} // namespace crawlscope::SiteRecords
