// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportoutcome.h"
#include "core/stats/latencyhistogram.h"
#include "core/store/resulttable.h"
#include "core/store/sessionreader.h"
#include "core/url/urllist.h"

#include <QJsonObject>
#include <QString>

#include <array>
#include <atomic>
#include <memory>
#include <utility>
#include <vector>

namespace crawlscope {

/// One of the two sessions: the newest row of each URL counts. Nothing may be appended meanwhile.
struct CompareSide
{
    std::shared_ptr<const UrlList> urls;
    std::shared_ptr<const ResultTable> table;
    std::vector<std::pair<quint32, quint64>> contentHashes; ///< entry, ascending, and hash; empty: pages were not read
};
/// Reads what a comparison needs. Null pointers inside with a fault, or when cancelled. Thread: any; blocks.
[[nodiscard]] CompareSide loadCompareSide(const QString &path, SessionFault *fault,
                                          SessionReader::Progress *progress = nullptr);

enum class ChangeKind : quint8 {
    NewlyFailing, ///< done in A, failed in B
    Recovered, ///< the other way round
    Status, ///< another HTTP status, whatever else
    Redirect, ///< it ends at another URL
    Content, ///< the body is another one
    Slower, ///< beyond the noise between the two runs
    Faster,
    OnlyInA, ///< not in the list of B
    OnlyInB,
    NotCompared, ///< in both lists, but without a result in one
};
inline constexpr std::size_t kChangeKindCount = static_cast<std::size_t>(ChangeKind::NotCompared) + 1;
/// Stable name, e.g. "newly_failing".
[[nodiscard]] const char *changeKindName(ChangeKind kind);

/// What changed in one URL.
struct UrlChange
{
    static constexpr quint32 kNone = 0xffffffffU;
    quint32 entryA = kNone; ///< of UrlList; kNone: not in the list
    quint32 entryB = kNone;
    quint32 rowA = kNone; ///< of ResultTable; kNone: no result
    quint32 rowB = kNone;
};

/// The URL itself, as a normalised one of either list.
[[nodiscard]] QByteArrayView changedUrl(const UrlChange &change, const CompareSide &a, const CompareSide &b);

/// Response times (total, all hops) of the URLs that were done in both runs, of one host or of all.
struct TimeChange
{
    QByteArray key; ///< host:port; empty: all
    quint32 pairs = 0;
    double medianAMs = 0;
    double medianBMs = 0;
    double differenceMs = 0; ///< of the medians, B - A
    double lowMs = 0; ///< of a 95 % bootstrap interval of the difference
    double highMs = 0;
    double ratio = 1; ///< median of B / A over the URLs; 1.1: a tenth slower
    double pValue = 1; ///< see pairedtest::signedRank()
    bool tested = false; ///< enough pairs, and among the hosts with most of them
    bool changed = false; ///< beyond the noise
    std::shared_ptr<const LatencyHistogram> timesA; ///< null but for all and the kHistograms hosts with most pairs
    std::shared_ptr<const LatencyHistogram> timesB;
};

struct Comparison
{
    static constexpr std::size_t kTested = 10'000; ///< hosts
    static constexpr std::size_t kHistograms = 100; ///< hosts
    bool valid = false; ///< false: cancelled, and all below is empty
    std::array<std::vector<UrlChange>, kChangeKindCount> changes; ///< in the order of A, or of B
    TimeChange all;
    std::vector<TimeChange> hosts; ///< changed ones first, then by pairs
    quint64 inBoth = 0; ///< URLs
    [[nodiscard]] const std::vector<UrlChange> &of(ChangeKind kind) const
    {
        return changes[static_cast<std::size_t>(kind)];
    }
    /// Something fails that did not, or the run or a host has become slower, beyond the noise, by more than
    /// `thresholdPercent`.
    [[nodiscard]] bool isWorse(double thresholdPercent) const;
};

struct CompareOptions
{
    quint64 seed = 1; ///< of the bootstrap: the same seed, the same intervals
    std::atomic<bool> *cancelled = nullptr; ///< set by anyone: an invalid result comes soon
    std::atomic<quint64> *done = nullptr; ///< URLs of B that were looked up
};

/// Two sessions, matched by normalised URL. What counts as noise: hosts (and the run as a whole, as one more) are
/// tested by signed ranks of the pairs, Holm's procedure keeps the chance of any false change at 2 %, and a change
/// below 2 % is none. Single URLs are named where more of them left the spread of their host (three deviations, by the
/// median absolute one, and a quarter) to one side than to the other, by a sign test at 0.5 %: one slow answer of one
/// URL is no more than a hiccup, of which the other run has its own. About as many of those named are noise as left it
/// to the other side. So two runs of the same list on the same servers are told apart in less than 5 of 100 cases.
///
/// Pure; about 1 s and 48 bytes a URL beyond the sessions themselves, and 16 bytes a change.
[[nodiscard]] Comparison compareSessions(const CompareSide &a, const CompareSide &b,
                                         const CompareOptions &options = {});

/// At most `mostUrls` of each kind are named; the counts are of all.
[[nodiscard]] QJsonObject comparisonJson(const Comparison &comparison, const CompareSide &a, const CompareSide &b,
                                         std::size_t mostUrls = 1000);
/// One line a change, as CSV; the file takes the place of an old one when it is whole. `written` receives lines.
/// Blocks.
[[nodiscard]] ExportOutcome writeComparisonCsv(const Comparison &comparison, const CompareSide &a, const CompareSide &b,
                                               const QString &path, const std::atomic<bool> *cancelled = nullptr,
                                               std::atomic<quint64> *written = nullptr);

} // namespace crawlscope
