// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlconfig.h"
#include "core/store/resulttable.h"
#include "core/url/urllist.h"

#include <QJsonObject>

#include <atomic>
#include <vector>

namespace crawlscope {

/// What a run did, as far as its schedule goes: how long each URL held its slot.
struct ScheduleInput
{
    struct Url
    {
        quint32 host = 0; ///< index into `hosts`
        quint32 serviceMicros = 0;
    };
    std::vector<QByteArray> hosts; ///< host:port
    std::vector<Url> urls; ///< in the order of the list, duplicates and skipped ones left out
    quint64 assumed = 0; ///< of them, how many have no time of their own, and got the median of their host, or of all
};
/// The newest row of each URL counts; its total time holds all hops. Empty when cancelled. Thread: any; what is
/// appended meanwhile does not count.
[[nodiscard]] ScheduleInput scheduleInput(const UrlList &urls, const ResultTable &table,
                                          const std::atomic<bool> *cancelled = nullptr);

/// A run that was not made.
struct SchedulePrediction
{
    static constexpr std::size_t kTimelines = 200; ///< hosts
    static constexpr int kBuckets = 100;
    struct Host
    {
        QByteArray key;
        quint64 urls = 0;
        qint64 startMicros = 0; ///< of its first request
        qint64 endMicros = 0; ///< of its last answer
        qint64 busyMicros = 0; ///< with at least one in flight
        int mostInFlight = 0;
        std::vector<float> inFlight; ///< mean of each bucket of the run; empty but for the kTimelines that end last
    };
    bool valid = false; ///< false: cancelled, and all below is empty
    bool endless = false; ///< the rate is so small that it would take longer than a century: it stops there
    qint64 durationMicros = 0;
    int mostInFlight = 0;
    std::vector<float> inFlight; ///< mean of each bucket
    std::vector<Host> hosts; ///< the one that ends last first: the longest pole
    /// How long the longest pole was the only host left.
    qint64 aloneMicros = 0;
    [[nodiscard]] qint64 bucketMicros() const { return durationMicros / kBuckets; }
};

struct SimulationOptions
{
    const std::atomic<bool> *cancelled = nullptr;
    std::atomic<quint64> *done = nullptr; ///< URLs that ended
};

/// Replays the times of a run through the frontier of real runs (Frontier) with other limits and a clock of its own:
/// `inFlight`, `perHost`, `ratePerS`, `hostRatePerS`, `hostIntervalS` and `hosts` count; waits end with a tick of the
/// engine, as they do there. Servers are taken to answer as
/// fast as they did, however many ask: beyond the knee that is not so. Not replayed: robots.txt and its delays, waits
/// that servers ask for, breakers, adaptive limits, retries, and the redirects of a URL as requests of their own.
///
/// Pure; O(n log n), about 0.1 s and 40 MB for 100,000 URLs.
[[nodiscard]] SchedulePrediction simulateSchedule(const ScheduleInput &input, const CrawlLimits &limits,
                                                  const SimulationOptions &options = {});

/// A line a host (RFC 4180), the one that ends last first; all of them. Columns: host, urls, start_ms, end_ms,
/// busy_ms, most_in_flight.
[[nodiscard]] QByteArray hostsCsv(const SchedulePrediction &prediction);

/// At most `mostHosts` are named.
[[nodiscard]] QJsonObject predictionJson(const SchedulePrediction &prediction, const ScheduleInput &input,
                                         const CrawlLimits &limits, std::size_t mostHosts = 200);

} // namespace crawlscope
