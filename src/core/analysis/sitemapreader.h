// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <atomic>
#include <optional>
#include <vector>

namespace crawlscope {

/// The same page in another language: <xhtml:link rel="alternate" hreflang="…" href="…"/>.
struct SitemapAlternate
{
    QByteArray language; ///< as written, at most 64 bytes
    QByteArray url; ///< normalised
    bool operator==(const SitemapAlternate &) const = default;
};

/// A page, or in an index another sitemap.
struct SitemapEntry
{
    QByteArray url; ///< normalised
    std::optional<qint64> lastModifiedMs; ///< since the epoch; none given, or no date
    std::optional<double> priority; ///< 0 … 1
    std::vector<SitemapAlternate> alternates;
    bool operator==(const SitemapEntry &) const = default;
};

enum class SitemapKind : quint8 { None, UrlSet, Index, Text, Rss, Atom };

/// Why a file was not read to its end. What came before stays.
enum class SitemapFault : quint8 {
    None,
    Empty,
    NotASitemap, ///< XML of another kind, or a text without URLs
    NotXml, ///< not well-formed
    Doctype, ///< has a document type declaration, which no sitemap needs: refused, as are its entities
    TooLarge, ///< over kMaxBytes
    Truncated, ///< ends in the middle
    BadGzip,
    Cancelled,
    TooManyUrls, ///< over kMaxUrls; of SitemapFile::tooManyUrls, for those who tell
};
/// Stable name for exports and events, e.g. "not_xml"; "none" for None.
[[nodiscard]] QByteArrayView sitemapFaultName(SitemapFault fault);

struct SitemapFile
{
    SitemapKind kind = SitemapKind::None;
    SitemapFault fault = SitemapFault::None;
    int faultLine = 0; ///< NotXml, Doctype: from 1
    std::vector<SitemapEntry> entries; ///< at most SitemapReader::kMaxUrls
    quint64 refused = 0; ///< entries without an absolute http(s) URL of at most 8 KiB
    bool tooManyUrls = false; ///< the rest was not read
    bool alternatesCut = false; ///< there are more than SitemapReader::kMaxAlternates
};

/// Reads sitemaps as sitemaps.org defines them: XML, index files, text with a URL a line, RSS 2.0 and Atom feeds, each
/// also as gzip. The XML goes through libxml2's push parser without network and without a DTD. Elements count when they
/// are in the namespace of the root, whatever that is. Pure; costs some 10 MB of memory for 50,000 URLs. Thread: any.
namespace SitemapReader {

    inline constexpr qint64 kMaxBytes = 50LL * 1024 * 1024; ///< after decompression (sitemaps.org)
    inline constexpr std::size_t kMaxUrls = 50'000; ///< sitemaps.org
    inline constexpr std::size_t kMaxAlternates = 200'000; ///< of all entries

    /// `body` without its Content-Encoding; gzip by its magic number. `complete` false: its end is missing.
    [[nodiscard]] SitemapFile read(const QByteArray &body, bool complete = true,
                                   const std::atomic<bool> *cancelled = nullptr);
    /// A date of W3C-DTF (YYYY, YYYY-MM, YYYY-MM-DD, with a time) or RFC 2822. Without a zone: UTC.
    [[nodiscard]] std::optional<qint64> dateMs(QByteArrayView text);

} // namespace SitemapReader
} // namespace crawlscope
