// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/statssnapshot.h"

namespace crawlscope {

QByteArrayView waitReasonName(WaitReason reason)
{
    switch (reason) {
    case WaitReason::None:
        return "none";
    case WaitReason::NotStarted:
        return "not_started";
    case WaitReason::Finished:
        return "finished";
    case WaitReason::InFlightLimit:
        return "in_flight_limit";
    case WaitReason::HostLimit:
        return "host_limit";
    case WaitReason::RateLimit:
        return "rate_limit";
    case WaitReason::Paused:
        return "paused";
    case WaitReason::Draining:
        return "draining";
    case WaitReason::AnalysisBehind:
        return "analysis_behind";
    case WaitReason::StorageBehind:
        return "storage_behind";
    case WaitReason::ConsumerBehind:
        return "consumer_behind";
    case WaitReason::NoDescriptors:
        return "no_descriptors";
    case WaitReason::StorageFailed:
        return "storage_failed";
    case WaitReason::HostRetryAfter:
        return "host_retry_after";
    case WaitReason::HostBackoff:
        return "host_backoff";
    case WaitReason::HostInterval:
        return "host_interval";
    case WaitReason::HostCrawlDelay:
        return "host_crawl_delay";
    case WaitReason::HostRobots:
        return "host_robots";
    case WaitReason::HostPaused:
        return "host_paused";
    case WaitReason::HostBreaker:
        return "host_breaker";
    case WaitReason::AdaptiveLimit:
        return "adaptive_limit";
    case WaitReason::RunBreaker:
        return "run_breaker";
    case WaitReason::RetryDelay:
        return "retry_delay";
    }
    return {};
}

} // namespace crawlscope
