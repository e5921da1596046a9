// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/errorid.h"
#include "core/stats/latencyhistogram.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QPair>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace crawlscope {

/// input = unique + duplicate + invalid; unique = done + failed + skipped + left; left = pending + delayed + inFlight +
/// analysing. Holds in every snapshot.
struct UrlCounts
{
    quint64 input = 0; ///< lines
    quint64 unique = 0; ///< of both
    quint64 duplicate = 0;
    quint64 invalid = 0;
    quint64 done = 0;
    quint64 failed = 0;
    quint64 skipped = 0;
    quint64 left = 0;
    quint64 pending = 0;
    quint64 delayed = 0;
    quint64 inFlight = 0;
    quint64 analysing = 0;
    quint64 found = 0; ///< URLs that are not on the list: by links and sitemaps
    [[nodiscard]] bool addUp() const
    {
        return input + found == unique + duplicate + invalid && unique == done + failed + skipped + left
            && left == pending + delayed + inFlight + analysing;
    }
};

/// Why no (more) request starts, of the run or of one host, in figures; the GUI makes the sentence.
/// Where a host waits for a time, a is the ms left (-1: not known) and b the URLs that wait for it.
enum class WaitReason : quint8 {
    None,
    NotStarted,
    Finished,
    InFlightLimit, ///< a: limit
    HostLimit, ///< host; a: limit; b: URLs waiting
    RateLimit, ///< a: requests per second
    Paused, ///< by the user
    Draining, ///< pausing or stopping; a: in flight
    AnalysisBehind, ///< a: pages queued
    StorageBehind,
    ConsumerBehind, ///< rows not yet taken by the front end
    NoDescriptors, ///< a: requests in flight that the process can carry
    StorageFailed, ///< a: SessionError; nothing can be written now, tried again by itself
    HostRetryAfter, ///< host; the server named the time (Retry-After, RateLimit)
    HostBackoff, ///< host; 429 or 503 without a time
    HostInterval, ///< host; the interval or rate set for it
    HostCrawlDelay, ///< host; Crawl-delay of its robots.txt
    HostRobots, ///< host; its robots.txt is on its way
    HostPaused, ///< host; b; by the user
    HostBreaker, ///< host; too many failures
    AdaptiveLimit, ///< host; a: limit found; b: URLs waiting
    RunBreaker, ///< a: ms until the next try; b: URLs waiting
    RetryDelay, ///< a: ms until the next retry; b: URLs that wait for theirs
};
inline constexpr int kWaitReasonCount = static_cast<int>(WaitReason::RetryDelay) + 1;
/// Stable name, e.g. "host_retry_after".
[[nodiscard]] QByteArrayView waitReasonName(WaitReason reason);
struct WaitState
{
    WaitReason reason = WaitReason::NotStarted;
    QByteArray host;
    qint64 a = 0;
    qint64 b = 0;
    bool operator==(const WaitState &) const = default;
};

/// What is left and when it ends at the earliest, see EtaEstimator.
struct EtaBound
{
    double seconds = -1; ///< likely; -1: unknown
    double atLeastSeconds = 0; ///< no less, by the host that takes longest at the pace it is allowed; 0: no bound
    QByteArray host; ///< of the bound
    double allowedPerS = 0; ///< what that host is allowed
};

/// State of a run at one moment. A value, made by the engine ten times a second.
struct StatsSnapshot
{
    UrlCounts counts;
    qint64 elapsedMs = 0; ///< running time, pauses left out
    double ratePerS = 0; ///< ended URLs a second over the last 2 s
    double averageRatePerS = 0;
    double etaS = -1; ///< -1: unknown
    EtaBound eta; ///< etaS with its bound
    std::array<quint64, 6> statusClasses {}; ///< by StatusClass, of ended URLs; [0]: no status
    QList<QPair<int, quint64>> statusCodes; ///< ascending
    std::array<quint64, kErrorIdCount> errors {};
    quint64 wireBytes = 0;
    quint64 bodyBytes = 0;
    quint64 newConnections = 0;
    quint64 reusedConnections = 0;
    quint64 requests = 0; ///< hops included
    std::shared_ptr<const LatencyHistogram> latency; ///< total time of ended URLs that got an answer; never null
    int analysisThreads = 0;
    int analysisBusy = 0;
    int analysisQueued = 0;
    quint64 analysisPages = 0; ///< analysed by this run so far
    qint64 analysisCpuMicros = 0; ///< CPU time of them all
    qint64 analysisMaxMicros = 0; ///< of the one that took most
    std::vector<qint64> workerCpuMicros; ///< CPU time by analysis thread, of this run so far
    qint64 engineLagMicros = 0; ///< worst lateness of the engine's tick since the last snapshot
    qint64 engineLagP99Micros = 0; ///< of all ticks of the run so far
    qint64 engineLagMaxMicros = 0; ///< likewise
    int inFlightLimit = 0;
    int openDescriptors = -1; ///< of the process; -1: unknown
    int descriptorLimit = -1; ///< likewise
    qint64 residentBytes = -1; ///< memory of the process; -1: unknown
    qint64 bufferedBytes = 0; ///< of bodies in flight
    qint64 storageQueued = -1; ///< rows that wait for the session file; -1: there is none
    quint32 hosts = 0; ///< known by now
    WaitState wait;
};

/// One second of the run, for the charts.
struct TimePoint
{
    qint64 atMs = 0; ///< since the start of the run
    double ratePerS = 0;
    int inFlight = 0; ///< mean over the second
    int inFlightLimit = 0;
    quint32 p50Micros = 0; ///< of URLs that ended in this second; 0 with `ended` = 0
    quint32 p95Micros = 0;
    quint32 p99Micros = 0;
    quint32 ended = 0;
    std::array<quint32, 6> statusClasses {}; ///< by StatusClass; [0]: failed without status
    quint32 failures = 0;
    qint64 wireBytes = 0;
};

/// Things worth a line in the log or a mark in the charts. Texts are made by the front end from id and figures.
/// Session files hold the names (eventIdName()), so the order may change.
enum class EventId : quint8 {
    RunStarted, ///< a: unique URLs; b: duplicates; text: back end
    RunFinished, ///< a: done; b: failed
    RunPaused,
    RunResumed,
    RunStopping, ///< a: in flight
    RunStopped, ///< a: left
    InFlightChanged, ///< a: before; b: after
    PerHostChanged,
    RateChanged, ///< thousandths of a request/s, 0: no limit
    AnalysisThreadsChanged,
    FirstFailureStop, ///< text: URL; error, or a: status that is not ok
    UrlFailed, ///< text: URL; error, or a: status that is not ok; at most 1,000 per run
    MoreFailuresNotLogged,
    RedirectLeftHttps, ///< text: URL
    DescriptorsLow, ///< a: allowed; b: wanted
    AnalysisGaveUp, ///< text: URL; error
    StorageFailed, ///< a: SessionError; the run pauses
    StorageWorks, ///< after a StorageFailed; the run goes on
    RowsNotStored, ///< a: rows that the session file did not take in the end
    RunContinued, ///< in place of RunStarted; a: URLs that had ended; b: in flight when cut off, sent again
    SecretsMissing, ///< a: URLs that stay left, since the session file does not hold the secrets in them
    RetryStarted, ///< likewise; a: failed URLs that are tried again; b: lane, from 1
    HostWaits, ///< text: host; a: ms; b: WaitReason, as of HostRetryAfter; first wait of a host and each longer one
    HostPausedByUser, ///< text: host
    HostResumedByUser, ///< text: host
    HostLimitsChanged, ///< text: host; a: requests at once; b: ms between requests
    RobotsUnusable, ///< text: host; error, or a: status; b: 1: everything is denied, 0: everything is allowed
    BreakerOpened, ///< text: host, empty: the run; a: failures; b: of so many
    BreakerProbes, ///< text: host, empty: the run; one request is tried
    BreakerClosed, ///< text: host, empty: the run
    BreakerGaveUp, ///< text: host, empty: the run; b: URLs that stay left
    AdaptiveRaised, ///< text: host; a: limit before; b: after; there is room for more
    AdaptiveLowered, ///< likewise; answers take longer
    AdaptiveCut, ///< likewise; too many failures
    SecondPassStarted, ///< a: URLs that are tried once more, slowly
    DescriptorsRaised, ///< a: limit before; b: after
    TrapFound, ///< text: pattern of URLs that are not followed any more; a: TrapKind; b: URLs let through
    UrlLimitReached, ///< a: URLs that a run may know; further links are not followed
    SitemapRead, ///< text: URL; a: URLs that it lists, or sitemaps where b is 1 (an index)
    SitemapFaulty, ///< text: URL; error, or a: status that is no success, or b: SitemapFault
    SitemapsLeftOut, ///< a: sitemaps that were not read: too many, or an index in an index
    RuleRests, ///< text: name of an extraction rule that is tried no more; a: pages on which it reached a limit
};
inline constexpr int kEventIdCount = static_cast<int>(EventId::RuleRests) + 1;
/// Stable name, e.g. "run_started".
[[nodiscard]] QByteArrayView eventIdName(EventId id);
[[nodiscard]] std::optional<EventId> eventIdFromName(QByteArrayView name);
enum class EventLevel : quint8 { Info, Notice, Warning, Error };
struct RunEvent
{
    qint64 atMs = 0; ///< since the start of the run
    qint64 wallMs = 0; ///< ms since the epoch
    EventLevel level = EventLevel::Info;
    EventId id = EventId::RunStarted;
    ErrorId error = ErrorId::None;
    qint64 a = 0;
    qint64 b = 0;
    QByteArray text;
};

} // namespace crawlscope
