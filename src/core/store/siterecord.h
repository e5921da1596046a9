// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/pagerecord.h"

namespace crawlscope {

/// URLs found and links on their way from the engine's thread to the writer's, flat, as SessionRecord is.
struct FoundRecord
{
    quint32 entry = 0;
    quint32 parent = 0;
    quint32 urlSize = 0; ///< the URL follows
    quint16 depth = 0;
    FoundSource source = FoundSource::Link;
};

/// Before the links of a page.
struct LinkPageRecord
{
    quint32 source = 0;
    quint32 links = 0;
};
struct LinkFlatRecord
{
    quint32 target = 0;
    quint32 urlSize = 0; ///< the URL of the target follows, then the anchor
    quint32 anchorSize = 0;
    quint8 kind = 0;
    quint8 rel = 0;
};

namespace SiteRecords {
    void append(const FoundUrl &url, QByteArray *buffer);
    void append(quint32 source, const std::vector<LinkRecord> &links, QByteArray *buffer);
    /// Memory that a record holds while it waits, about.
    [[nodiscard]] qint64 sizeOf(const PageRecord &page);
} // namespace SiteRecords

} // namespace crawlscope
