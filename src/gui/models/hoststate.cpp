// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/hoststate.h"

#include "gui/texts.h"

#include <QCoreApplication>

namespace crawlscope::gui::hoststate {

namespace {

    struct Tr
    {
        Q_DECLARE_TR_FUNCTIONS(HostState)
    };

    bool isPaused(const HostRow &host)
    {
        return host.paused || host.wait.reason == WaitReason::HostPaused;
    }

    bool isOver(const HostRow &host)
    {
        return host.inFlight == 0 && host.queued == 0;
    }

    QString capitalised(QString text)
    {
        if (!text.isEmpty())
            text[0] = text[0].toUpper();
        return text;
    }

} // namespace

QString words(const HostRow &host, qint64 leftMs)
{
    if (isPaused(host))
        return Tr::tr("Paused by you");
    if (host.wait.reason != WaitReason::None) {
        WaitState wait = host.wait;
        if (texts::waitHasTime(wait.reason))
            wait.a = leftMs;
        return capitalised(texts::hostWait(wait, host.intervalMs));
    }
    if (host.inFlight > 0)
        return Tr::tr("Active");
    return host.queued > 0 ? Tr::tr("Ready") : Tr::tr("Ended");
}

resultcell::Look lookOf(const HostRow &host)
{
    if (isPaused(host))
        return {"player-pause", Token::Info};
    switch (host.wait.reason) {
    case WaitReason::None:
        if (host.inFlight > 0)
            return {"player-play", Token::Success};
        return isOver(host) ? resultcell::Look {"circle-check", Token::TextMuted}
                            : resultcell::Look {"circle-dashed", Token::TextMuted};
    case WaitReason::HostRetryAfter:
    case WaitReason::HostBackoff:
        return {"hourglass", Token::ClientError};
    case WaitReason::HostBreaker:
    case WaitReason::RunBreaker:
        return {"alert-triangle", Token::ServerError};
    case WaitReason::HostInterval:
    case WaitReason::HostCrawlDelay:
    case WaitReason::RetryDelay:
        return {"clock", Token::Info};
    case WaitReason::HostRobots:
        return {"file-text", Token::Info};
    case WaitReason::HostLimit:
    case WaitReason::AdaptiveLimit:
        return {"gauge", Token::Success}; // busy with all that it is allowed
    default:
        return {"hourglass", Token::TextMuted};
    }
}

int rank(const HostRow &host)
{
    if (isPaused(host))
        return 2 + static_cast<int>(WaitReason::HostPaused);
    if (host.wait.reason != WaitReason::None)
        return 2 + static_cast<int>(host.wait.reason);
    if (host.inFlight > 0)
        return 0;
    return host.queued > 0 ? 1 : 2 + kWaitReasonCount;
}

} // namespace crawlscope::gui::hoststate
