// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/frontier/robotsrules.h"
#include "core/net/errorid.h"

#include <QByteArray>
#include <QHash>

#include <optional>
#include <vector>

namespace crawlscope {

/// What came of fetching a robots.txt, redirects followed by the caller: up to five of them across origins, then
/// redirect_limit (RFC 9309 section 2.3.1.2).
struct RobotsAnswer
{
    quint16 status = 0;
    ErrorId error = ErrorId::None;
    QByteArray body; ///< content coding undone; what lies behind RobotsRules::kMaxBytes may be missing
    bool bodyTruncated = false; ///< `body` is only the beginning
};

/// What the robots.txt of each origin says (RFC 9309 section 2.3.1). Pure: time is an argument (µs, monotonic), nothing
/// is fetched here. Origins as UrlNormalizer::origin() writes them. Not thread-safe; lives in the engine's thread.
///
/// An origin without a file costs some 70 bytes and its key; equal files are kept once.
class RobotsCache
{
public:
    enum class State : quint8 {
        Unknown,
        Fetching, ///< also while an expired one is fetched anew
        Known
    };
    enum class Reason : quint8 {
        Unknown, ///< nothing is known yet: wait
        AllowedByRules, ///< also: no rule fits
        DeniedByRules,
        DeniedUnreachable, ///< 5xx, no or no whole answer: "complete disallow" (section 2.3.1.4)
        AllowedMissing ///< 4xx, a redirect that leads nowhere (section 2.3.1.3)
    };
    struct Verdict
    {
        bool allowed = false;
        Reason reason = Reason::Unknown;
        bool operator==(const Verdict &) const = default;
    };

    /// Section 2.4: no longer than 24 hours.
    static constexpr qint64 kMaxAgeMicros = 24LL * 3600 * 1'000'000;
    /// Likewise of an origin that was unreachable: a day would be long for a passing fault.
    static constexpr qint64 kUnreachableAgeMicros = 3600LL * 1'000'000;
    /// No longer crawl-delay is kept; Heritrix's respectCrawlDelayUpToSeconds.
    static constexpr double kMaxCrawlDelayS = 300;

    /// `productToken` as of RobotsRules::parse().
    explicit RobotsCache(QByteArray productToken);

    [[nodiscard]] State state(const QByteArray &origin) const;
    /// Unknown, or expired, and not being fetched. What has expired counts until it is answered.
    [[nodiscard]] bool needsFetch(const QByteArray &origin, qint64 nowMicros) const;
    void fetching(const QByteArray &origin);
    /// The end of a fetch. An unreachable file leaves the rules known from before in place (section 2.4); "cancelled"
    /// and "host_paused" say nothing of the file, it is as if it had never been asked for.
    void answered(const QByteArray &origin, const RobotsAnswer &answer, qint64 nowMicros);

    /// `pathAndQuery` as of RobotsRules::allows().
    [[nodiscard]] Verdict verdict(const QByteArray &origin, QByteArrayView pathAndQuery) const;
    /// Seconds between two requests, 0 … kMaxCrawlDelayS.
    [[nodiscard]] std::optional<double> crawlDelayS(const QByteArray &origin) const;
    /// Null where nothing is known, or nothing is said; valid until the next answered().
    [[nodiscard]] const RobotsRules *rules(const QByteArray &origin) const;

    [[nodiscard]] qsizetype originCount() const { return m_entries.size(); }
    /// Different files kept.
    [[nodiscard]] qsizetype fileCount() const { return m_fileOfDigest.size(); }

private:
    static constexpr quint32 kNoFile = 0xffff'ffff;
    struct Entry
    {
        quint32 file = kNoFile; ///< of m_files; none: no rules
        quint32 expiresS = 0; ///< s, monotonic
        Reason kind = Reason::Unknown; ///< AllowedByRules: as the rules say
        bool fetching = false;
    };
    struct File
    {
        RobotsRules rules;
        QByteArray digest;
        quint32 users = 0;
    };
    static Reason kindOf(const RobotsAnswer &answer);
    quint32 takeFile(const RobotsAnswer &answer);
    void dropFile(quint32 file);

    QByteArray m_productToken;
    QHash<QByteArray, Entry> m_entries;
    std::vector<File> m_files;
    std::vector<quint32> m_freeFiles; ///< of m_files, without users
    QHash<QByteArray, quint32> m_fileOfDigest;
};

} // namespace crawlscope
