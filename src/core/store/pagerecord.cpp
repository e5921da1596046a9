// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/pagerecord.h"

#include <array>

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

} // namespace crawlscope
