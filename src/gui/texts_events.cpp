// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/sitemapreader.h"
#include "gui/textfigures.h"
#include "gui/texts.h"

#include <QCoreApplication>
#include <QLocale>

// What happened, for the log.
namespace crawlscope::gui::texts {

namespace {

    struct Tr
    {
        Q_DECLARE_TR_FUNCTIONS(Texts)
    };

    QString rateLimit(qint64 thousandths)
    {
        return thousandths <= 0 ? Tr::tr("no limit")
                                : QLocale().toString(static_cast<double>(thousandths) / 1000, 'g', 6);
    }

    /// Why a URL failed: the error, or the status that does not count as ok.
    QString failure(const RunEvent &event)
    {
        if (event.error != ErrorId::None || event.a == 0)
            return error(event.error);
        const QString meaning = statusMeaning(static_cast<int>(event.a));
        const QString status = QString::number(event.a);
        return meaning.isEmpty() ? Tr::tr("Status %1").arg(status) : Tr::tr("Status %1 %2").arg(status, meaning);
    }

    QString runStarted(const RunEvent &event)
    {
        NetworkBackend backend = NetworkBackend::Qt;
        if (!parseNetworkBackend(event.text, &backend)) // of a log from elsewhere
            return event.b > 0 ? Tr::tr("Run started: %Ln URL(s). Duplicates left out: %1.", nullptr, plural(event.a))
                                     .arg(figure(event.b))
                               : Tr::tr("Run started: %Ln URL(s).", nullptr, plural(event.a));
        const QString name = networkBackend(backend);
        return event.b > 0
            ? Tr::tr("Run started with %1: %Ln URL(s). Duplicates left out: %2.", nullptr, plural(event.a))
                  .arg(name, figure(event.b))
            : Tr::tr("Run started with %1: %Ln URL(s).", nullptr, plural(event.a)).arg(name);
    }

    /// Events of the run as a whole; empty for the others.
    QString runEvent(const RunEvent &event)
    {
        switch (event.id) {
        case EventId::RunStarted:
            return runStarted(event);
        case EventId::RunFinished:
            return Tr::tr("Run finished: %1 done, %2 failed.").arg(figure(event.a), figure(event.b));
        case EventId::RunPaused:
            return Tr::tr("Run paused.");
        case EventId::RunResumed:
            return Tr::tr("Run resumed.");
        case EventId::RunStopping:
            return Tr::tr("Stopping: %Ln request(s) in flight are being cancelled.", nullptr, plural(event.a));
        case EventId::RunStopped:
            return Tr::tr("Run stopped: %Ln URL(s) left.", nullptr, plural(event.a));
        case EventId::InFlightChanged:
            return Tr::tr("Requests in flight: limit changed from %1 to %2.").arg(figure(event.a), figure(event.b));
        case EventId::PerHostChanged:
            return Tr::tr("Requests per host: limit changed from %1 to %2.").arg(figure(event.a), figure(event.b));
        case EventId::RateChanged:
            return Tr::tr("Requests per second: limit changed from %1 to %2.")
                .arg(rateLimit(event.a), rateLimit(event.b));
        case EventId::AnalysisThreadsChanged:
            return Tr::tr("Analysis threads: changed from %1 to %2.").arg(figure(event.a), figure(event.b));
        default:
            return {}; // event() names them all, without a default
        }
    }

    /// What concerns the session file.
    QString sessionEvent(const RunEvent &event)
    {
        switch (event.id) {
        case EventId::StorageFailed:
            return Tr::tr("The run pauses: %1").arg(sessionError(static_cast<SessionError>(event.a)));
        case EventId::StorageWorks:
            return Tr::tr("The session file can be written again; the run goes on.");
        case EventId::RowsNotStored:
            return Tr::tr("%Ln row(s) could not be written to the session file. Export them before you close.", nullptr,
                          plural(event.a));
        case EventId::RunContinued:
            return Tr::tr("Run continued: %Ln URL(s) had ended before. In flight then and sent again: %1.", nullptr,
                          plural(event.a))
                .arg(figure(event.b));
        case EventId::SecretsMissing:
            return Tr::tr("%Ln URL(s) cannot be sent again: the secrets in them are not in the session file.", nullptr,
                          plural(event.a));
        case EventId::RetryStarted:
            return Tr::tr("Retry %1: %Ln failed URL(s) are tried again.", nullptr, plural(event.a))
                .arg(figure(event.b));
        default:
            return {};
        }
    }

    /// Why URLs of a pattern are not followed any more.
    QString trapEvent(const RunEvent &event)
    {
        const QString pattern = format::untrusted(event.text);
        switch (static_cast<TrapKind>(event.a)) {
        case TrapKind::Calendar:
            return Tr::tr("Not followed further: %1, %Ln URL(s) so far. A calendar: dates that lead to dates only.",
                          nullptr, plural(event.b))
                .arg(pattern);
        case TrapKind::SessionId:
            return Tr::tr("Not followed further: %1, %Ln URL(s) so far. The same pages under ever new session ids.",
                          nullptr, plural(event.b))
                .arg(pattern);
        case TrapKind::RepeatingPath:
        case TrapKind::RepeatingQuery:
            return Tr::tr("Not followed further: %1, %Ln URL(s) so far. Parts of the address repeat themselves.",
                          nullptr, plural(event.b))
                .arg(pattern);
        case TrapKind::DeepPath:
            return Tr::tr("Not followed further: %1, %Ln URL(s) so far. Too many folders one in the other.", nullptr,
                          plural(event.b))
                .arg(pattern);
        case TrapKind::SameContent:
            return Tr::tr("Not followed further: %1, %Ln URL(s) so far. Always the same pages.", nullptr,
                          plural(event.b))
                .arg(pattern);
        case TrapKind::PatternLimit:
        case TrapKind::None:
            break;
        }
        return Tr::tr("Not followed further: %1, %Ln URL(s) so far. As many as are allowed of one kind.", nullptr,
                      plural(event.b))
            .arg(pattern);
    }

    QString hostWaits(const RunEvent &event)
    {
        WaitState wait;
        wait.reason = event.b > 0 && event.b < kWaitReasonCount ? static_cast<WaitReason>(event.b) : WaitReason::None;
        const QString host = format::untrusted(event.text);
        return event.a < 0 ? Tr::tr("%1 waits: %2.").arg(host, waitCause(wait))
                           : Tr::tr("%1 waits for %2: %3.").arg(host, format::span(event.a), waitCause(wait));
    }

    QString hostLimits(const RunEvent &event)
    {
        const QString host = format::untrusted(event.text);
        return event.b <= 0
            ? Tr::tr("%1: %Ln request(s) at once from now on.", nullptr, plural(event.a)).arg(host)
            : Tr::tr("%1: %Ln request(s) at once from now on, %2 between their starts.", nullptr, plural(event.a))
                  .arg(host, format::span(event.b));
    }

    /// What concerns one host.
    QString hostEvent(const RunEvent &event)
    {
        const QString host = format::untrusted(event.text);
        switch (event.id) {
        case EventId::HostWaits:
            return hostWaits(event);
        case EventId::HostPausedByUser:
            return Tr::tr("%1 paused by you.").arg(host);
        case EventId::HostResumedByUser:
            return Tr::tr("%1 resumed by you.").arg(host);
        case EventId::HostLimitsChanged:
            return hostLimits(event);
        case EventId::RobotsUnusable:
            return event.b == 1
                ? Tr::tr("robots.txt of %1 cannot be had (%2): nothing may be fetched there.").arg(host, failure(event))
                : Tr::tr("robots.txt of %1 cannot be had (%2): everything may be fetched there.")
                      .arg(host, failure(event));
        case EventId::AdaptiveRaised:
            return Tr::tr("%1: limit raised from %2 to %3, there is room for more.")
                .arg(host, figure(event.a), figure(event.b));
        case EventId::AdaptiveLowered:
            return Tr::tr("%1: limit lowered from %2 to %3, answers take longer.")
                .arg(host, figure(event.a), figure(event.b));
        case EventId::AdaptiveCut:
            return Tr::tr("%1: limit cut from %2 to %3, too many failures.")
                .arg(host, figure(event.a), figure(event.b));
        default:
            return {};
        }
    }

    QString hostBreakerEvent(const RunEvent &event)
    {
        const QString host = format::untrusted(event.text);
        switch (event.id) {
        case EventId::BreakerOpened:
            return Tr::tr("%1 is left alone for a while: %2 of its last %3 requests failed.")
                .arg(host, figure(event.a), figure(event.b));
        case EventId::BreakerProbes:
            return Tr::tr("%1 is tried with one request.").arg(host);
        case EventId::BreakerClosed:
            return Tr::tr("%1 answers again and goes on.").arg(host);
        case EventId::BreakerGaveUp:
            return Tr::tr("%1 still fails: %Ln URL(s) stay left.", nullptr, plural(event.b)).arg(host);
        default:
            return {};
        }
    }

    QString runBreakerEvent(const RunEvent &event)
    {
        switch (event.id) {
        case EventId::BreakerOpened:
            return Tr::tr("The run waits: %1 of the last %2 requests failed. Is the network there?")
                .arg(figure(event.a), figure(event.b));
        case EventId::BreakerProbes:
            return Tr::tr("The run tries one request.");
        case EventId::BreakerClosed:
            return Tr::tr("Requests succeed again; the run goes on.");
        case EventId::BreakerGaveUp:
            return Tr::tr("Requests still fail: the run ends, %Ln URL(s) stay left.", nullptr, plural(event.b));
        default:
            return {};
        }
    }

    QString sitemapFault(SitemapFault fault)
    {
        switch (fault) {
        case SitemapFault::Empty:
            return Tr::tr("The sitemap is empty: %1");
        case SitemapFault::NotASitemap:
            return Tr::tr("This is no sitemap: %1");
        case SitemapFault::NotXml:
            return Tr::tr("The sitemap is not well-formed XML: %1");
        case SitemapFault::Doctype:
            return Tr::tr("The sitemap was refused, as it has a document type: %1");
        case SitemapFault::TooLarge:
            return Tr::tr("The sitemap is larger than 50 MB; the rest was not read: %1");
        case SitemapFault::TooManyUrls:
            return Tr::tr("The sitemap lists more than 50,000 URLs; the rest was not read: %1");
        case SitemapFault::BadGzip:
            return Tr::tr("The sitemap cannot be unpacked: %1");
        case SitemapFault::None:
        case SitemapFault::Truncated:
        case SitemapFault::Cancelled:
            break;
        }
        return Tr::tr("The sitemap ends in the middle: %1");
    }

    QString sitemapEvent(const RunEvent &event)
    {
        const QString url = format::untrusted(event.text);
        if (event.id == EventId::SitemapsLeftOut)
            return Tr::tr("%Ln sitemap(s) were not read: too many, or named by an index within an index.", nullptr,
                          plural(event.a));
        if (event.id == EventId::SitemapRead) {
            return (event.b == 0 ? Tr::tr("Sitemap with %Ln URL(s): %1", nullptr, plural(event.a))
                                 : Tr::tr("Index of %Ln sitemap(s): %1", nullptr, plural(event.a)))
                .arg(url);
        }
        if (event.error != ErrorId::None || event.a != 0)
            return Tr::tr("The sitemap could not be read: %1, %2").arg(failure(event), url);
        return sitemapFault(static_cast<SitemapFault>(event.b)).arg(url);
    }

} // namespace

QString event(const RunEvent &event)
{
    const QString url = format::untrusted(event.text);
    switch (event.id) {
    case EventId::RunStarted:
    case EventId::RunFinished:
    case EventId::RunPaused:
    case EventId::RunResumed:
    case EventId::RunStopping:
    case EventId::RunStopped:
    case EventId::InFlightChanged:
    case EventId::PerHostChanged:
    case EventId::RateChanged:
    case EventId::AnalysisThreadsChanged:
        return runEvent(event);
    case EventId::FirstFailureStop:
        return Tr::tr("Stopping at the first failure: %1, %2").arg(failure(event), url);
    case EventId::UrlFailed:
        return Tr::tr("%1: %2").arg(failure(event), url);
    case EventId::MoreFailuresNotLogged:
        return Tr::tr("Further failures are not logged; the results list them all.");
    case EventId::RedirectLeftHttps:
        return Tr::tr("A redirect led from https to http: %1").arg(url);
    case EventId::DescriptorsLow:
        return Tr::tr("This computer allows %1 open files; the limit of requests in flight would need %2.")
            .arg(figure(event.a), figure(event.b));
    case EventId::AnalysisGaveUp:
        return Tr::tr("The body could not be analysed: %1, %2").arg(error(event.error), url);
    case EventId::StorageFailed:
    case EventId::StorageWorks:
    case EventId::RowsNotStored:
    case EventId::RunContinued:
    case EventId::SecretsMissing:
    case EventId::RetryStarted:
        return sessionEvent(event);
    case EventId::HostWaits:
    case EventId::HostPausedByUser:
    case EventId::HostResumedByUser:
    case EventId::HostLimitsChanged:
    case EventId::RobotsUnusable:
    case EventId::AdaptiveRaised:
    case EventId::AdaptiveLowered:
    case EventId::AdaptiveCut:
        return hostEvent(event);
    case EventId::BreakerOpened:
    case EventId::BreakerProbes:
    case EventId::BreakerClosed:
    case EventId::BreakerGaveUp:
        return event.text.isEmpty() ? runBreakerEvent(event) : hostBreakerEvent(event);
    case EventId::SecondPassStarted:
        return Tr::tr("Second pass: %Ln URL(s) that failed are tried once more, slowly.", nullptr, plural(event.a));
    case EventId::DescriptorsRaised:
        return Tr::tr("Open files allowed: raised from %1 to %2.").arg(figure(event.a), figure(event.b));
    case EventId::TrapFound:
        return trapEvent(event);
    case EventId::SitemapRead:
    case EventId::SitemapFaulty:
    case EventId::SitemapsLeftOut:
        return sitemapEvent(event);
    case EventId::UrlLimitReached:
        return Tr::tr("%Ln URL(s) are known, as many as a run may have: further links are not followed.", nullptr,
                      plural(event.a));
    case EventId::RuleRests:
        return Tr::tr("The rule %1 reached a limit on %Ln page(s) and is tried no more.", nullptr, plural(event.a))
            .arg(format::untrusted(event.text));
    }
    return {};
}

} // namespace crawlscope::gui::texts
