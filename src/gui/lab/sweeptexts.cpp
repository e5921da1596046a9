// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lab/sweeptexts.h"

#include "gui/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace crawlscope::gui::sweeptexts {

namespace {

    constexpr double kPoorFit = 2; ///< misfit from which the curve says less than the points

    struct Tr
    {
        Q_DECLARE_TR_FUNCTIONS(SweepTexts)
    };

    /// A number of requests in flight.
    QString inFlight(double value)
    {
        return format::number(static_cast<quint64>(std::llround(std::max(value, 0.0))));
    }

    /// A factor: two digits say enough.
    QString times(double value)
    {
        return QLocale().toString(value, 'f', value < 99.5 ? 1 : 0);
    }

    QString moment(qint64 ms)
    {
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms), QLocale::ShortFormat);
    }

    QString runs(quint64 count)
    {
        return Tr::tr("%Ln run(s)", nullptr, format::pluralCount(count));
    }

    quint64 urlsOfRun(const SweepPlan &plan, quint64 urls)
    {
        if (plan.sample == SweepPlan::Sample::All)
            return urls;
        return urls == 0 ? plan.sampleSize : std::min<quint64>(urls, plan.sampleSize);
    }

} // namespace

int advisedLevel(const SweepResult &result)
{
    if (!result.knee.valid)
        return 0;
    return static_cast<int>(std::clamp<qint64>(std::llround(result.knee.concurrency), 1, CrawlLimits::kMaxInFlight));
}

QString knee(const SweepResult &result)
{
    const Knee &knee = result.knee;
    if (!knee.valid)
        return Tr::tr("Too few runs to tell where more stops paying: that takes two levels.");
    if (!knee.reached)
        return Tr::tr("More in flight still paid at %1, the most that was tried: the knee lies beyond.")
            .arg(inFlight(knee.concurrency));
    if (!std::isfinite(knee.high))
        return Tr::tr("More than about %1 in flight does not pay here (95%: at least %2).")
            .arg(inFlight(knee.concurrency), inFlight(knee.low));
    return Tr::tr("More than about %1 in flight does not pay here (95%: %2 to %3).")
        .arg(inFlight(knee.concurrency), inFlight(knee.low), inFlight(knee.high));
}

QString speedup(const SweepResult &result)
{
    const Speedup &speedup = result.speedup;
    if (!speedup.valid || result.levels.empty())
        return {};
    const QString interval = std::isfinite(speedup.high)
        ? Tr::tr("95%: %1 to %2").arg(times(speedup.low), times(speedup.high))
        : Tr::tr("95%: at least %1").arg(times(speedup.low));
    const int lowest = result.levels.front().level;
    if (lowest == 1)
        return Tr::tr("%1 times as fast as one after another (%2), with %3 in flight.")
            .arg(times(speedup.factor), interval, inFlight(speedup.concurrency));
    return Tr::tr("%1 times as fast as with %2 in flight (%3), with %4.")
        .arg(times(speedup.factor), inFlight(lowest), interval, inFlight(speedup.concurrency));
}

QString fit(const SweepResult &result)
{
    if (!result.usl.valid)
        return {};
    const double misfit = result.usl.misfit;
    if (misfit <= 0)
        return Tr::tr("With one run a level nothing tells how good the curve is: repeat the levels.");
    if (misfit > kPoorFit)
        return Tr::tr("The curve is a poor picture of this server: it misses the points by %1 times what repeats "
                      "differ by. Trust the points.")
            .arg(std::isfinite(misfit) ? times(misfit) : QString(QChar(0x221e)));
    return Tr::tr("The curve fits: it misses the points by %1 times what repeats differ by.").arg(times(misfit));
}

QString about(const SweepResult &result, qint64 startedMs)
{
    QString text = Tr::tr("%1 of %Ln URL(s), %2.", nullptr, format::pluralCount(result.urls))
                       .arg(runs(result.runs.size()), moment(startedMs));
    if (!result.complete)
        text = joined(text, Tr::tr("Cancelled before the end."));
    const auto cut = std::find_if(result.levels.begin(), result.levels.end(),
                                  [](const SweepResult::Level &level) { return level.cut; });
    if (cut != result.levels.end())
        text = joined(text,
                      Tr::tr("Cut short at %1 in flight, by your rules; higher levels were left out from then on.")
                          .arg(inFlight(cut->level)));
    return text;
}

QString progress(const SweepProgress &progress, double secondsLeft)
{
    const auto whole = [](int value) { return format::number(static_cast<quint64>(std::max(value, 0))); };
    QString text = Tr::tr("Run %1 of %2: %3 in flight, repeat %4")
                       .arg(whole(std::min(progress.step + 1, progress.steps)), whole(progress.steps),
                            whole(progress.level), whole(progress.repeat + 1));
    if (secondsLeft >= 0)
        text += QStringLiteral(" · ") + format::remaining(secondsLeft);
    return text;
}

QString plan(const SweepPlan &plan, quint64 urls)
{
    const auto count = static_cast<quint64>(plan.levels.size()) * static_cast<quint64>(plan.repeats);
    const quint64 each = urlsOfRun(plan, urls);
    if (each == 0)
        return Tr::tr("%1 of all URLs.").arg(runs(count));
    return Tr::tr("%1 of %Ln URL(s): %2 requests.", nullptr, format::pluralCount(each))
        .arg(runs(count), format::number(count * each));
}

QString joined(const QString &first, const QString &second)
{
    return Tr::tr("%1 %2", "two sentences").arg(first, second);
}

QString listed(const StoredSweep &sweep)
{
    const std::optional<SweepPlan> plan = sweepPlanOf(sweep);
    if (!plan)
        return moment(sweep.startedMs);
    return Tr::tr("%1 · %2 to %3", "a moment; levels of a sweep")
        .arg(moment(sweep.startedMs), inFlight(plan->levels.front()), inFlight(plan->levels.back()));
}

} // namespace crawlscope::gui::sweeptexts
