// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/errorid.h"
#include "core/url/foundurls.h"

#include <QByteArray>
#include <QByteArrayView>

#include <utility>
#include <vector>

namespace crawlscope {

/// A URL that the run found. Its entry goes on after those of the input.
struct FoundUrl
{
    static constexpr quint32 kNoParent = 0xffffffffU;
    quint32 entry = 0;
    QByteArray url; ///< as UrlList::url(): normalised, secrets redacted
    quint32 parent = kNoParent; ///< entry of the page that named it first
    quint16 depth = 0; ///< steps from the input
    FoundSource source = FoundSource::Link;
    friend bool operator==(const FoundUrl &, const FoundUrl &) = default;
};

/// What the analysis found on a page, as a session keeps it. Texts are UTF-8; empty: none.
struct PageRecord
{
    QByteArray description;
    QByteArray canonical; ///< absolute
    QByteArray robots; ///< "noindex, nofollow", …
    QByteArray h1; ///< the first
    QByteArray h2;
    QByteArray language;
    QByteArray sniffedType;
    QByteArray sha256; ///< 32 bytes
    QByteArray refreshUrl;
    QByteArray giveUps; ///< names joined by ';'
    quint64 contentHash = 0;
    quint64 simhash = 0; ///< 0: no text
    qint32 refreshSeconds = -1; ///< -1: no refresh
    quint32 canonicalCount = 0;
    quint32 h1Count = 0;
    quint32 h2Count = 0;
    quint32 words = 0;
    quint32 textBytes = 0;
    quint32 linksInternal = 0;
    quint32 linksExternal = 0;
    quint32 images = 0;
    quint32 imagesWithoutAlt = 0;
    quint32 mixedContent = 0;
    quint32 insecureForms = 0;
    bool html = false; ///< it was read as a page: counts mean something
    bool typeMismatch = false;
    bool linksCut = false; ///< more links than are kept
    /// Values of the user's rules that found something: number of the rule, in rising order, and value.
    std::vector<std::pair<quint32, QByteArray>> extractions;
    friend bool operator==(const PageRecord &, const PageRecord &) = default;
};

/// A link of a page, on its way into a session; the texts must live as long as the call that takes it.
struct LinkRecord
{
    static constexpr quint32 kNoTarget = 0xffffffffU;
    quint32 target = kNoTarget; ///< entry, where the URL is one of the run
    QByteArrayView targetUrl {}; ///< else; not kept where there is a target
    QByteArrayView anchor {}; ///< UTF-8
    quint8 kind = 0; ///< analysis' LinkKind; its names are in the table link_kind
    quint8 rel = 0; ///< analysis' LinkRel bits
};

/// A link as it is read from a session.
struct StoredLink
{
    quint32 source = 0; ///< entry of the page
    quint32 target = LinkRecord::kNoTarget;
    QByteArray targetUrl; ///< only where there is no target
    QByteArray anchor;
    quint8 kind = 0;
    quint8 rel = 0;
    friend bool operator==(const StoredLink &, const StoredLink &) = default;
};

/// A link without its texts, between two URLs of the run.
struct LinkEnds
{
    quint32 source = 0; ///< entry of the page
    quint32 target = 0; ///< entry
    quint8 kind = 0;
    quint8 rel = 0;
    friend bool operator==(const LinkEnds &, const LinkEnds &) = default;
};

/// A link for a table of links; the texts live until the next one.
struct LinkLine
{
    QByteArrayView source; ///< URL of the page
    QByteArrayView target; ///< URL
    QByteArrayView anchor;
    QByteArrayView kindName;
    quint16 status = 0; ///< what became of the target; 0: no answer, or not of the run
    ErrorId error = ErrorId::None;
    quint8 kind = 0;
    quint8 rel = 0;
};

} // namespace crawlscope
