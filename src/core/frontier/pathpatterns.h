// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/frontier/urlpattern.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

#include <list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace crawlscope {

/// Where a crawl would never end.
enum class TrapKind : quint8 {
    None,
    Calendar, ///< dates that lead to nothing but more dates
    SessionId, ///< the same URLs again and again with another session id
    RepeatingPath, ///< /a/b/a/b/a/b
    RepeatingQuery, ///< ?a=1&a=1&a=1
    DeepPath, ///< more folders than maxSegments
    SameContent, ///< many URLs of a pattern, the same pages
    PatternLimit, ///< more than maxPerPattern
};
/// Stable name for exports and events, e.g. "same_content"; "none" for None.
[[nodiscard]] QByteArrayView trapKindName(TrapKind kind);

/// When a pattern counts as a trap. Values below 1 count as 1 (but for maxPerPattern).
///
/// How many URLs of a pattern there are is no reason by itself (a shop has 100,000 products), unless the user says so.
/// What repeats in a path: Heritrix refuses the third in a row (PathologicalPathDecideRule), Apache Nutch the third
/// with others between (crawl-urlfilter), Heritrix more than 20 segments (TooManyPathSegmentsDecideRule).
struct TrapLimits
{
    int maxSegments = 32; ///< of a path, at most UrlPattern::kMostSegments
    int sameContent = 100; ///< pages without a new one among them; a new one makes up for nine
    int sessionDuplicates = 20; ///< URLs that differ from known ones in the session id only; a new one makes up for one
    int barrenDates = 200; ///< pages in a row with a date in the URL, found on such pages, that led to such pages only
    quint64 maxPerPattern = 0; ///< URLs; 0: no limit
    bool operator==(const TrapLimits &) const = default;
};

/// One trap, told once.
struct TrapNotice
{
    QByteArray pattern;
    TrapKind kind = TrapKind::None;
    quint64 count = 0; ///< URLs let through under the pattern until then
    QByteArrayList examples; ///< up to three, each cut to PathPatterns::kExampleBytes; to be redacted before shown
};

/// The guard against crawl traps: groups URLs by UrlPattern and says which new ones would lead nowhere.
///
/// Asked once for every new URL that the scope would let through, and told of each page once. No clock, no network;
/// the same calls give the same answers. Memory: at most kMostPatterns patterns below 1 kB each and a table of 1 MiB;
/// patterns not seen for long give way, and their counts begin anew. What is forgotten can make a trap be seen
/// later, never an innocent URL be refused. Thread: one at a time (the engine's).
class PathPatterns
{
public:
    static constexpr std::size_t kMostPatterns = 16'384;
    static constexpr std::size_t kMostNotices = 1'000; ///< of a run; further traps are refused without a word
    static constexpr qsizetype kExampleBytes = 160;
    using Id = quint32; ///< of a pattern; never used again. 0: none

    explicit PathPatterns(TrapLimits limits = {});

    struct Admission
    {
        Id pattern = 0;
        TrapKind trap = TrapKind::None; ///< None: let through and counted
    };
    /// `url`: normalised and new to the crawl. `foundOn`: pattern of the page it was found on, see find(); 0 where
    /// that is none (a sitemap, the list).
    [[nodiscard]] Admission admit(QByteArrayView url, Id foundOn = 0);
    /// A page of the pattern came, whole and without redirect. `hash` of its body; 0: unknown. Before the URLs found
    /// on it are admitted.
    void noteContent(Id pattern, quint64 hash);

    /// Pattern of a URL that was admitted; 0 when it is not known (any more).
    [[nodiscard]] Id find(QByteArrayView url) const;
    /// Whether what still waits of the pattern need not be requested. What PatternLimit let through is.
    [[nodiscard]] bool isStopped(Id pattern) const;
    /// Whether isStopped() is true of any: while not, nobody need ask.
    [[nodiscard]] bool anyStopped() const { return m_anyStopped; }
    /// Of the pattern, let through; 0 when it is not known.
    [[nodiscard]] quint64 count(Id pattern) const;
    [[nodiscard]] std::vector<TrapNotice> takeNotices() { return std::exchange(m_notices, {}); }
    [[nodiscard]] std::size_t patternCount() const { return m_byText.size(); }

private:
    struct Pattern
    {
        Id id = 0;
        Id lastSegment = 0; ///< the wider pattern, where there is one
        std::string text;
        std::string first; ///< example
        std::string latest; ///< example
        quint64 count = 0;
        quint64 majorHash = 0; ///< of a wider pattern: the content most pages have (Boyer and Moore's vote)
        int sameContent = 0;
        int sessionDuplicates = 0;
        int barrenPages = 0;
        int bredDates = 0; ///< since a page led to something else
        int foundElsewhere = 0; ///< on pages without a date in the URL
        TrapKind stopped = TrapKind::None;
        bool noticed = false;
        bool hasDate = false;
        bool sheds = false; ///< URLs known under another session id are refused
    };
    using Patterns = std::list<Pattern>;

    /// What was seen lately, as tags in sets of four; forgets what was seen longest ago.
    class SeenTable
    {
    public:
        SeenTable();
        /// Whether it was there; it is now.
        bool insert(quint64 key);

    private:
        static constexpr std::size_t kWays = 4;
        static constexpr std::size_t kSets = 65'536;
        std::vector<quint32> m_tags;
    };

    [[nodiscard]] Pattern *byId(Id id);
    [[nodiscard]] const Pattern *byId(Id id) const;
    /// The pattern, made where it is new.
    Pattern *take(const std::string &text, bool *isNew);
    [[nodiscard]] Admission refuse(Pattern *pattern, TrapKind kind, QByteArrayView url);
    void stop(Pattern *pattern, TrapKind kind, QByteArrayView refused = {});
    void notice(Pattern *pattern, TrapKind kind, QByteArrayView refused);
    static void countIn(Pattern *pattern, QByteArrayView url);
    [[nodiscard]] bool isSessionDuplicate(Pattern *pattern, const UrlPattern &url);
    void noteBred(Id foundOn, Pattern *bred, bool isNew);
    void noteWider(Id wider, quint64 hash);

    TrapLimits m_limits;
    Patterns m_patterns; ///< seen latest first
    Patterns m_traps; ///< told of; keep their place
    std::unordered_map<std::string_view, Patterns::iterator> m_byText; ///< views of Pattern::text
    std::unordered_map<Id, Patterns::iterator> m_byId;
    SeenTable m_seen;
    bool m_anyStopped = false;
    std::vector<TrapNotice> m_notices;
    Id m_lastId = 0;
};

} // namespace crawlscope
