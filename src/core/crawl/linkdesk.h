// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/pagefacts.h"
#include "core/crawl/crawlconfig.h"
#include "core/frontier/pathpatterns.h"
#include "core/url/redactor.h"
#include "core/url/urlindex.h"
#include "core/url/urllist.h"
#include "core/url/urlscope.h"

#include <memory>
#include <utility>
#include <vector>

namespace crawlscope {

/// Where the links of pages lead: knows every URL of the run, asks the scope and the guard against traps about new
/// ones, and puts those that are requested into the list's FoundUrls.
///
/// Memory: 16 to 32 bytes a URL for the index, beside FoundUrls and PathPatterns. Thread: the engine's.
class LinkDesk
{
public:
    /// `list` has a FoundUrls (UrlList::withFound()); `config` is valid.
    LinkDesk(const FollowConfig &config, std::shared_ptr<const UrlList> list, Redactor redactor);

    /// A page that came with a status of success.
    struct Page
    {
        quint32 entry = 0;
        QByteArray url; ///< its own, after redirects; normalised
        bool redirected = false;
        const PageFacts &facts;
    };
    struct Link
    {
        static constexpr quint32 kNone = 0xffffffffU;
        quint32 target = kNone; ///< entry; kNone: it is not requested
        std::size_t index = 0; ///< in PageFacts::links
    };
    struct Links
    {
        std::vector<quint32> fresh; ///< entries that are new
        std::vector<Link> links; ///< of the page, in their order
        quint64 outside = 0; ///< links that are not requested
    };
    /// What becomes of a URL that a sitemap lists: one link from the list.
    struct Listed
    {
        quint32 entry = Link::kNone; ///< kNone: it is not requested
        bool fresh = false; ///< the entry is new
        bool outside = false; ///< the URL is not in the area of the list
    };
    [[nodiscard]] Listed listed(const QByteArray &url);
    /// True once: a redirect of the list made the area larger.
    [[nodiscard]] bool takeAreaGrew() { return std::exchange(m_areaGrew, false); }
    /// Whether the links of the page are wanted at all.
    [[nodiscard]] bool follows(quint32 entry, const QByteArray &url, bool redirected);
    [[nodiscard]] Links read(const Page &page);
    /// Whether the URL, which still waits, is of a pattern that turned out to be a trap. Never one of the list.
    [[nodiscard]] bool isTrapped(quint32 entry) const;
    [[nodiscard]] std::vector<TrapNotice> takeNotices() { return m_patterns.takeNotices(); }
    /// True once: as many URLs are known as the user allows, and there was another one.
    [[nodiscard]] bool takeLimitReached();

private:
    [[nodiscard]] quint32 depthOf(quint32 entry) const;
    [[nodiscard]] bool wanted(LinkKind kind) const;
    [[nodiscard]] static bool isResource(LinkKind kind);
    /// Whether a reader can get to the target by it, see EntryMarks::Linked.
    [[nodiscard]] static bool isWay(LinkKind kind);
    [[nodiscard]] static FoundSource sourceOf(LinkKind kind);
    /// Entry of a URL that is known, or of one that is requested from now on; kNone: it is not.
    quint32 target(const Page &page, const PageLink &link, PathPatterns::Id pattern, Links *out);
    Listed markListed(Listed listed);
    /// The new entry of a URL that the scope wants; kNone: a trap, or there is no more room.
    quint32 admit(FoundUrls::Item item, quint64 hash, PathPatterns::Id pattern);
    [[nodiscard]] static quint64 hashOf(QByteArrayView url);

    FollowConfig m_config;
    std::shared_ptr<const UrlList> m_list;
    Redactor m_redactor;
    UrlScope m_scope;
    PathPatterns m_patterns;
    UrlIndex m_index;
    quint64 m_known = 0;
    bool m_areaGrew = false;
    bool m_limitReached = false;
    bool m_limitTold = false;
};

} // namespace crawlscope
