// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace crawlscope {

/// What a link of a page is for. The values go to session files: only ever add at the end.
enum class LinkKind : quint8 {
    Anchor, ///< <a href>
    Area, ///< <area href>
    Image, ///< <img src>, srcset, <input type=image>, <picture><source>, SVG <image>, poster, icons
    Script, ///< <script src>, preload and modulepreload of scripts
    Style, ///< <link rel=stylesheet>
    Frame, ///< <iframe>, <frame>
    Media, ///< <audio>, <video>, <source>, <track>
    Object, ///< <object data>, <embed src>
    Canonical, ///< <link rel=canonical>, header Link
    Alternate, ///< <link rel=alternate hreflang>, header Link
    Feed, ///< <link rel=alternate> with a feed's type
    Next, ///< rel=next
    Prev, ///< rel=prev
    MetaRefresh, ///< <meta http-equiv=refresh>
    Form, ///< <form action>, formaction
    Other, ///< manifest, prefetch, AMP, …
};
inline constexpr int kLinkKindCount = 16;

/// Bits of PageLink::rel.
enum class LinkRel : quint8 {
    NoFollow = 1U << 0,
    Ugc = 1U << 1,
    Sponsored = 1U << 2,
    NoOpener = 1U << 3, ///< noopener or noreferrer
};

/// A link as it was found. Links of one page may name one URL several times.
struct PageLink
{
    QByteArray url; ///< absolute, by UrlNormalizer: http or https, no fragment, no userinfo
    QByteArray
        anchor; ///< text or alternative text, UTF-8, white space folded, at most 200 bytes; language of Alternate
    LinkKind kind = LinkKind::Anchor;
    quint8 rel = 0; ///< LinkRel bits
    [[nodiscard]] bool nofollow() const { return (rel & static_cast<quint8>(LinkRel::NoFollow)) != 0; }
    friend bool operator==(const PageLink &, const PageLink &) = default;
};

/// Bits of PageFacts::robots, from <meta name=robots>, <meta name=crawlscope> and X-Robots-Tag together.
enum class RobotsDirective : quint16 {
    NoIndex = 1U << 0,
    NoFollow = 1U << 1, ///< for the links of the whole page; PageLink::rel does not repeat it
    NoArchive = 1U << 2, ///< noarchive, nocache
    NoSnippet = 1U << 3,
    NoImageIndex = 1U << 4,
    NoTranslate = 1U << 5,
    UnavailableAfter = 1U << 6, ///< a date is given; it is not judged
    FromHeader = 1U << 15, ///< at least one of them came with X-Robots-Tag
};

/// Bits of PageFacts::giveUps: why the page was not read to its end. What was found before stays.
enum class GiveUp : quint16 {
    TagTooLarge = 1U << 0, ///< one tag over PageAnalyzer's cap
    TooManyAttributes = 1U << 1,
    TooDeep = 1U << 2, ///< elements nested beyond the cap
    InputCut = 1U << 3, ///< the body is larger than PageAnalyzer::kMaxBytes
    OutOfTime = 1U << 4,
    Cancelled = 1U << 5,
    TooManyLinks = 1U << 6, ///< PageFacts::linksCut
    ParserFailed = 1U << 7, ///< out of memory, or a limit of the parser's own
};
inline constexpr int kGiveUpCount = 8;
/// "tag_too_large", …: stable names; empty for what is no single bit.
[[nodiscard]] QByteArrayView giveUpName(GiveUp bit);
/// Names joined by ';', in bit order.
[[nodiscard]] QByteArray giveUpNames(quint16 bits);
/// "anchor", "meta_refresh", …: stable names.
[[nodiscard]] QByteArrayView linkKindName(LinkKind kind);
/// "noindex, nofollow", …: as a page would write it; empty for none.
[[nodiscard]] QByteArray robotsDirectiveNames(quint16 bits);

/// A translation of the page that it names itself.
struct PageAlternate
{
    QByteArray language; ///< as given, lower case, at most 35 bytes; "x-default" too
    QByteArray url; ///< as PageLink::url
    friend bool operator==(const PageAlternate &, const PageAlternate &) = default;
};

/// What a body holds, beyond what every PageReport tells. A value; immutable and shared once it is made.
/// Texts are UTF-8 with white space folded, at most 512 bytes.
struct PageFacts
{
    // Of every body:
    quint64 contentHash = 0; ///< XXH64 (seed 0) of the decoded body, at most its first PageAnalyzer::kMaxBytes
    QByteArray sha256; ///< 32 bytes of the same; empty when not asked for
    QByteArray sniffedType; ///< what the bytes are by the WHATWG's tables, e.g. "image/png"; empty: not known
    bool typeMismatch = false; ///< the declared type says something that the bytes are not
    std::vector<QByteArray> extractions; ///< one a rule, in their order; empty: nothing found
    quint32 ruleGiveUps = 0; ///< bit n: rule n reached a limit; its value is what it had found until then
    quint16 giveUps = 0; ///< GiveUp bits

    // Of HTML and XHTML:
    bool html = false; ///< it was read as a page; else all that follows is empty
    quint16 robots = 0; ///< RobotsDirective bits
    QByteArray title;
    QByteArray description; ///< <meta name=description>, the first
    QByteArray canonical; ///< absolute; <link>, else header Link; empty also where it is no http(s) URL
    quint16 canonicalCount = 0; ///< different ones, the header's included
    QByteArray h1; ///< first that is not empty
    QByteArray h2;
    quint32 h1Count = 0;
    quint32 h2Count = 0;
    QByteArray language; ///< lang of <html>, else Content-Language; at most 35 bytes
    QByteArray charset; ///< as PageReport::charset
    QByteArray refreshUrl; ///< of a meta refresh; empty: none, or to the page itself
    qint32 refreshSeconds = -1; ///< -1: no meta refresh
    quint32 wordCount = 0; ///< of visible text; each Chinese or Japanese character is a word
    quint32 textBytes = 0; ///< visible text, folded
    quint64 simhash = 0; ///< of the visible text's shingles of three words; 0: no text
    quint32 linksInternal = 0; ///< anchors and areas to the page's own origin
    quint32 linksExternal = 0; ///< to others
    quint32 images = 0;
    quint32 imagesWithoutAlt = 0; ///< no alt at all; an empty one says "decoration"
    quint32 mixedContentCount = 0; ///< subresources by http: on a page by https:
    quint32 insecureForms = 0; ///< forms that send to http: from https:, or have a password field on http:
    std::vector<PageAlternate> alternates; ///< hreflang, at most 200
    std::vector<PageLink> links; ///< in their order; empty when not asked for
    bool linksCut = false; ///< more than PageAnalyzer's cap

    [[nodiscard]] bool has(RobotsDirective bit) const { return (robots & static_cast<quint16>(bit)) != 0; }
    [[nodiscard]] bool has(GiveUp bit) const { return (giveUps & static_cast<quint16>(bit)) != 0; }
};

} // namespace crawlscope
