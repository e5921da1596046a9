// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/statssnapshot.h"

namespace crawlscope {

QByteArrayView eventIdName(EventId id)
{
    switch (id) {
    case EventId::RunStarted:
        return "run_started";
    case EventId::RunFinished:
        return "run_finished";
    case EventId::RunPaused:
        return "run_paused";
    case EventId::RunResumed:
        return "run_resumed";
    case EventId::RunStopping:
        return "run_stopping";
    case EventId::RunStopped:
        return "run_stopped";
    case EventId::InFlightChanged:
        return "in_flight_changed";
    case EventId::PerHostChanged:
        return "per_host_changed";
    case EventId::RateChanged:
        return "rate_changed";
    case EventId::AnalysisThreadsChanged:
        return "analysis_threads_changed";
    case EventId::FirstFailureStop:
        return "first_failure_stop";
    case EventId::UrlFailed:
        return "url_failed";
    case EventId::MoreFailuresNotLogged:
        return "more_failures_not_logged";
    case EventId::RedirectLeftHttps:
        return "redirect_left_https";
    case EventId::DescriptorsLow:
        return "descriptors_low";
    case EventId::AnalysisGaveUp:
        return "analysis_gave_up";
    case EventId::StorageFailed:
        return "storage_failed";
    case EventId::StorageWorks:
        return "storage_works";
    case EventId::RowsNotStored:
        return "rows_not_stored";
    case EventId::RunContinued:
        return "run_continued";
    case EventId::SecretsMissing:
        return "secrets_missing";
    case EventId::RetryStarted:
        return "retry_started";
    case EventId::HostWaits:
        return "host_waits";
    case EventId::HostPausedByUser:
        return "host_paused_by_user";
    case EventId::HostResumedByUser:
        return "host_resumed_by_user";
    case EventId::HostLimitsChanged:
        return "host_limits_changed";
    case EventId::RobotsUnusable:
        return "robots_unusable";
    case EventId::BreakerOpened:
        return "breaker_opened";
    case EventId::BreakerProbes:
        return "breaker_probes";
    case EventId::BreakerClosed:
        return "breaker_closed";
    case EventId::BreakerGaveUp:
        return "breaker_gave_up";
    case EventId::AdaptiveRaised:
        return "adaptive_raised";
    case EventId::AdaptiveLowered:
        return "adaptive_lowered";
    case EventId::AdaptiveCut:
        return "adaptive_cut";
    case EventId::SecondPassStarted:
        return "second_pass_started";
    case EventId::DescriptorsRaised:
        return "descriptors_raised";
    case EventId::TrapFound:
        return "trap_found";
    case EventId::UrlLimitReached:
        return "url_limit_reached";
    case EventId::SitemapRead:
        return "sitemap_read";
    case EventId::SitemapFaulty:
        return "sitemap_faulty";
    case EventId::SitemapsLeftOut:
        return "sitemaps_left_out";
    case EventId::RuleRests:
        return "rule_rests";
    }
    return {};
}

std::optional<EventId> eventIdFromName(QByteArrayView name)
{
    for (int i = 0; i < kEventIdCount; ++i) {
        const auto id = static_cast<EventId>(i);
        if (eventIdName(id) == name)
            return id;
    }
    return std::nullopt;
}

} // namespace crawlscope
