// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace crawlscope {

/// What pages and headers tell crawlers, in notations of their own. Pure. Thread: any.
namespace PageDirectives {

    /// RobotsDirective bits of <meta name=robots content="…">: names divided by commas, "none" means noindex and
    /// nofollow; unknown ones are passed over.
    [[nodiscard]] quint16 ofRobotsMeta(QByteArrayView content);
    /// RobotsDirective bits of X-Robots-Tag, one value a line. What stands behind "agent:" counts for agents named
    /// "crawlscope" and "*" alone, up to the next agent or the end of the value.
    [[nodiscard]] quint16 ofRobotsTags(QByteArrayView values);

    struct HeaderLink
    {
        QByteArrayView target; ///< as it stands between < and >
        QByteArray rel; ///< lower case; may hold several, divided by spaces
        QByteArray hreflang; ///< lower case
    };
    /// Links of the header Link (RFC 8288) that have no anchor parameter, at most 200; a broken one ends the list.
    [[nodiscard]] std::vector<HeaderLink> ofLinkHeader(QByteArrayView value);

    struct Refresh
    {
        qint32 seconds = 0;
        QByteArrayView url; ///< empty: the page itself
    };
    /// <meta http-equiv=refresh content="5; url=…"> (HTML standard 4.2.5.3); none where it begins with no number.
    [[nodiscard]] std::optional<Refresh> ofRefresh(QByteArrayView content);

    /// URLs of a srcset attribute in their order (HTML standard 4.8.4.2.1), at most 200; descriptors are not judged.
    [[nodiscard]] std::vector<QByteArrayView> ofSrcset(QByteArrayView value);

    /// Whether the list of words has `word`, in any case; `word` is in lower case.
    [[nodiscard]] bool hasWord(QByteArrayView list, QByteArrayView word);

} // namespace PageDirectives
} // namespace crawlscope
