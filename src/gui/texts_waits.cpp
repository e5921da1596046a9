// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/textfigures.h"
#include "gui/texts.h"

#include <QCoreApplication>

// Why nothing moves: of the run (status bar) and of one host (page of hosts).
namespace crawlscope::gui::texts {

namespace {

    struct Tr
    {
        Q_DECLARE_TR_FUNCTIONS(Texts)
    };

    /// Of a host: what holds its next URL back, without the time left.
    QString hostCause(const WaitState &wait, qint64 intervalMs)
    {
        switch (wait.reason) {
        case WaitReason::HostRetryAfter:
            return Tr::tr("Retry-After");
        case WaitReason::HostBackoff:
            return Tr::tr("backing off after 429 or 503");
        case WaitReason::HostInterval:
            return intervalMs > 0 ? Tr::tr("%1 between requests, as set").arg(format::span(intervalMs))
                                  : Tr::tr("time between requests, as set");
        case WaitReason::HostCrawlDelay:
            return intervalMs > 0 ? Tr::tr("its robots.txt asks for %1 between requests").arg(format::span(intervalMs))
                                  : Tr::tr("its robots.txt asks for time between requests");
        case WaitReason::HostRobots:
            return Tr::tr("its robots.txt is being fetched");
        case WaitReason::HostPaused:
            return Tr::tr("paused by you");
        case WaitReason::HostBreaker:
            return Tr::tr("too many failures");
        case WaitReason::HostLimit:
            return Tr::tr("limit of %1 per host").arg(figure(wait.a));
        case WaitReason::AdaptiveLimit:
            return Tr::tr("limit of %1, found by itself").arg(figure(wait.a));
        default:
            return {}; // of the run
        }
    }

    /// Of the run, as it reads in the line of a host.
    QString runCause(WaitReason reason)
    {
        switch (reason) {
        case WaitReason::NotStarted:
            return Tr::tr("not started");
        case WaitReason::Finished:
            return Tr::tr("all URLs ended");
        case WaitReason::InFlightLimit:
            return Tr::tr("all slots of the run are in use");
        case WaitReason::RateLimit:
            return Tr::tr("rate limit of the run");
        case WaitReason::Paused:
            return Tr::tr("the run is paused");
        case WaitReason::Draining:
            return Tr::tr("the run is ending what is in flight");
        case WaitReason::AnalysisBehind:
            return Tr::tr("the analysis is behind");
        case WaitReason::StorageBehind:
            return Tr::tr("the disk is behind");
        case WaitReason::ConsumerBehind:
            return Tr::tr("the window is behind");
        case WaitReason::NoDescriptors:
            return Tr::tr("too many files are open");
        case WaitReason::StorageFailed:
            return Tr::tr("the session file cannot be written");
        case WaitReason::RunBreaker:
            return Tr::tr("the run waits, nearly everything fails");
        case WaitReason::RetryDelay:
            return Tr::tr("failed URLs wait to be tried again");
        default:
            return Tr::tr("may start");
        }
    }

    QString hostSentence(const WaitState &wait)
    {
        return Tr::tr("%Ln URL(s) wait for %1: %2.", nullptr, plural(wait.b))
            .arg(format::untrusted(wait.host), hostWait(wait));
    }

    QString noDescriptors(qint64 carried)
    {
        return carried <= 0 ? Tr::tr("No file descriptors left: this computer allows no further connections.")
                            : Tr::tr("No file descriptors left: this computer allows %Ln request(s) in flight.",
                                     nullptr, plural(carried));
    }

    QString runBreaker(const WaitState &wait)
    {
        const QString count = Tr::tr("%Ln URL(s) wait.", nullptr, plural(wait.b));
        return wait.a < 0 ? Tr::tr("Nearly everything fails, so the run waits. %1").arg(count)
                          : Tr::tr("Nearly everything fails, so the run waits; next try in %1. %2")
                                .arg(format::countdown(wait.a), count);
    }

    QString retryDelay(const WaitState &wait)
    {
        return wait.a < 0
            ? Tr::tr("%Ln URL(s) that failed wait to be tried again.", nullptr, plural(wait.b))
            : Tr::tr("%Ln URL(s) that failed wait to be tried again, the next in %1.", nullptr, plural(wait.b))
                  .arg(format::countdown(wait.a));
    }

} // namespace

bool waitHasTime(WaitReason reason)
{
    return reason == WaitReason::HostRetryAfter || reason == WaitReason::HostBackoff
        || reason == WaitReason::HostInterval || reason == WaitReason::HostCrawlDelay
        || reason == WaitReason::HostBreaker || reason == WaitReason::RunBreaker || reason == WaitReason::RetryDelay;
}

QString waitCause(const WaitState &wait, qint64 intervalMs)
{
    const QString cause = hostCause(wait, intervalMs);
    return cause.isEmpty() ? runCause(wait.reason) : cause;
}

QString hostWait(const WaitState &wait, qint64 intervalMs)
{
    QString cause = waitCause(wait, intervalMs);
    if (!waitHasTime(wait.reason) || wait.a < 0)
        return cause;
    const QString left = format::countdown(wait.a);
    return wait.reason == WaitReason::HostBreaker || wait.reason == WaitReason::RunBreaker
            || wait.reason == WaitReason::RetryDelay
        ? Tr::tr("%1; next try in %2").arg(cause, left)
        : Tr::tr("%1, %2 left").arg(cause, left);
}

QString waitSentence(const WaitState &wait)
{
    switch (wait.reason) {
    case WaitReason::None:
        return Tr::tr("Requests start as fast as they end.");
    case WaitReason::NotStarted:
        return Tr::tr("The run has not started.");
    case WaitReason::Finished:
        return Tr::tr("All URLs have ended.");
    case WaitReason::InFlightLimit:
        return Tr::tr("All %Ln slot(s) are in use: the limit of requests in flight is reached.", nullptr,
                      plural(wait.a));
    case WaitReason::HostLimit:
    case WaitReason::AdaptiveLimit:
    case WaitReason::HostRetryAfter:
    case WaitReason::HostBackoff:
    case WaitReason::HostInterval:
    case WaitReason::HostCrawlDelay:
    case WaitReason::HostRobots:
    case WaitReason::HostPaused:
    case WaitReason::HostBreaker:
        return hostSentence(wait);
    case WaitReason::RateLimit:
        return Tr::tr("Waiting for the rate limit: %Ln request(s) per second.", nullptr, plural(wait.a));
    case WaitReason::Paused:
        return Tr::tr("Paused. Press Resume to go on.");
    case WaitReason::Draining:
        return Tr::tr("Waiting for %Ln request(s) in flight to end.", nullptr, plural(wait.a));
    case WaitReason::AnalysisBehind:
        return Tr::tr("Waiting for the analysis: %Ln page(s) queued. More analysis threads may help.", nullptr,
                      plural(wait.a));
    case WaitReason::StorageBehind:
        return Tr::tr("Waiting for the disk to take the session file.");
    case WaitReason::ConsumerBehind:
        return Tr::tr("Waiting for the window to take the results.");
    case WaitReason::StorageFailed:
        return Tr::tr("Paused: %1").arg(sessionError(static_cast<SessionError>(wait.a)));
    case WaitReason::NoDescriptors:
        return noDescriptors(wait.a);
    case WaitReason::RunBreaker:
        return runBreaker(wait);
    case WaitReason::RetryDelay:
        return retryDelay(wait);
    }
    return {};
}

} // namespace crawlscope::gui::texts
