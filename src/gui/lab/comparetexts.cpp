// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lab/comparetexts.h"

#include "gui/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace crawlscope::gui::comparetexts {

namespace {

    struct Tr
    {
        Q_DECLARE_TR_FUNCTIONS(Compare)
    };

    constexpr std::size_t kHostsNamed = 2;
    constexpr double kWorsePercent = 5; ///< as the command line has it

    int plural(std::size_t count)
    {
        return format::pluralCount(count);
    }

    /// 0.123: "12", 0.0123: "1.2".
    QString percentFigure(double share)
    {
        const double percent = std::abs(share) * 100;
        return QLocale().toString(percent, 'f', percent < 9.95 ? 1 : 0);
    }

    /// "a.example is 12% slower (9 to 15%)". The interval is that of the medians; where the ratio, which goes by the
    /// single URLs, is not within, it would only confuse.
    QString changeOf(const QString &who, const TimeChange &change)
    {
        const bool slower = change.ratio > 1;
        const QString percent = percentFigure(change.ratio - 1);
        double low = change.medianAMs > 0 ? change.lowMs / change.medianAMs : 0;
        double high = change.medianAMs > 0 ? change.highMs / change.medianAMs : 0;
        const bool fits = low <= change.ratio - 1 && change.ratio - 1 <= high && low * high > 0;
        if (!fits)
            return slower ? Tr::tr("%1 is %2% slower").arg(who, percent) : Tr::tr("%1 is %2% faster").arg(who, percent);
        if (!slower)
            std::swap(low, high);
        return slower
            ? Tr::tr("%1 is %2% slower (%3 to %4%)").arg(who, percent, percentFigure(low), percentFigure(high))
            : Tr::tr("%1 is %2% faster (%3 to %4%)").arg(who, percent, percentFigure(low), percentFigure(high));
    }

    /// `begins`: nothing stands before.
    QStringList hostsChanged(const Comparison &comparison, bool begins)
    {
        std::vector<const TimeChange *> changed;
        for (const TimeChange &host : comparison.hosts) {
            if (!host.changed) // those that changed come first
                break;
            changed.push_back(&host);
        }
        std::stable_sort(changed.begin(), changed.end(),
                         [](const TimeChange *a, const TimeChange *b) { return a->ratio > b->ratio; });
        QStringList parts;
        for (std::size_t i = 0; i < std::min(changed.size(), kHostsNamed); ++i)
            parts << changeOf(format::untrusted(changed[i]->key), *changed[i]);
        if (changed.size() > kHostsNamed)
            parts << Tr::tr("%Ln more host(s) changed", nullptr, plural(changed.size() - kHostsNamed));
        if (changed.empty() && comparison.all.changed)
            parts << changeOf(begins ? Tr::tr("The run") : Tr::tr("the run"), comparison.all);
        return parts;
    }

} // namespace

QString kindTitle(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::NewlyFailing:
        return Tr::tr("Newly failing");
    case ChangeKind::Recovered:
        return Tr::tr("Recovered");
    case ChangeKind::Status:
        return Tr::tr("Status changed");
    case ChangeKind::Redirect:
        return Tr::tr("Ends elsewhere");
    case ChangeKind::Content:
        return Tr::tr("Content changed");
    case ChangeKind::Slower:
        return Tr::tr("Slower");
    case ChangeKind::Faster:
        return Tr::tr("Faster");
    case ChangeKind::OnlyInA:
        return Tr::tr("Only before");
    case ChangeKind::OnlyInB:
        return Tr::tr("Only after");
    case ChangeKind::NotCompared:
        return Tr::tr("Not compared");
    }
    return {};
}

QString kindHelp(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::NewlyFailing:
        return Tr::tr("Were done before and failed after.");
    case ChangeKind::Recovered:
        return Tr::tr("Failed before and were done after.");
    case ChangeKind::Status:
        return Tr::tr("Answered with another HTTP status.");
    case ChangeKind::Redirect:
        return Tr::tr("Redirects lead to another URL.");
    case ChangeKind::Content:
        return Tr::tr("The body is another one. Known where both crawls read the pages.");
    case ChangeKind::Slower:
        return Tr::tr("Took longer by more than their host usually varies, and clearly more of them than took less.");
    case ChangeKind::Faster:
        return Tr::tr("Took less by more than their host usually varies, and clearly more of them than took longer.");
    case ChangeKind::OnlyInA:
        return Tr::tr("Are not among the URLs of the later session.");
    case ChangeKind::OnlyInB:
        return Tr::tr("Are not among the URLs of the earlier session.");
    case ChangeKind::NotCompared:
        return Tr::tr("Are in both sessions, but have no result in one of them.");
    }
    return {};
}

Look lookOf(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::NewlyFailing:
        return {"circle-x", Token::ServerError};
    case ChangeKind::Recovered:
        return {"circle-check", Token::Success};
    case ChangeKind::Status:
        return {"alert-triangle", Token::ClientError};
    case ChangeKind::Redirect:
        return {"arrow-forward-up", Token::Redirect};
    case ChangeKind::Content:
        return {"file-text", Token::Info};
    case ChangeKind::Slower:
        return {"arrow-up", Token::ClientError};
    case ChangeKind::Faster:
        return {"arrow-down", Token::Success};
    case ChangeKind::OnlyInA:
        return {"minus", Token::Skipped};
    case ChangeKind::OnlyInB:
        return {"plus", Token::Info};
    case ChangeKind::NotCompared:
        return {"circle-dashed", Token::Skipped};
    }
    return {"circle-dashed", Token::Skipped};
}

QString fieldTitle(ChangeField field)
{
    switch (field) {
    case ChangeField::Url:
        return Tr::tr("URL");
    case ChangeField::StatusA:
        return Tr::tr("Status before");
    case ChangeField::StatusB:
        return Tr::tr("Status after");
    case ChangeField::ErrorA:
        return Tr::tr("Error before");
    case ChangeField::ErrorB:
        return Tr::tr("Error after");
    case ChangeField::TotalA:
        return Tr::tr("Time before");
    case ChangeField::TotalB:
        return Tr::tr("Time after");
    case ChangeField::Difference:
        return Tr::tr("Difference");
    case ChangeField::BodyA:
        return Tr::tr("Size before");
    case ChangeField::BodyB:
        return Tr::tr("Size after");
    case ChangeField::FinalUrlA:
        return Tr::tr("Ended at before");
    case ChangeField::FinalUrlB:
        return Tr::tr("Ended at after");
    }
    return {};
}

QString difference(qint64 micros)
{
    QString size = format::durationMicros(std::abs(micros));
    if (micros != 0)
        size.prepend(micros > 0 ? QChar(u'+') : QChar(0x2212));
    return size;
}

QString ratio(double ratio)
{
    const QString sign = ratio >= 1 ? QStringLiteral("+") : QString(QChar(0x2212));
    return Tr::tr("%1%", "a change, with its sign").arg(sign + percentFigure(ratio - 1));
}

QString difference(const TimeChange &change)
{
    const auto text = [](double ms) -> QString {
        const QString size = QLocale().toString(std::abs(ms), 'f', std::abs(ms) < 9.95 ? 1 : 0);
        return (ms < 0 ? QString(QChar(0x2212)) : QStringLiteral("+")) + size;
    };
    if (!change.tested)
        return Tr::tr("%1 ms").arg(text(change.differenceMs));
    return Tr::tr("%1 (%2 to %3) ms", "a difference of time and its interval")
        .arg(text(change.differenceMs), text(change.lowMs), text(change.highMs));
}

QString timeVerdict(const TimeChange &change)
{
    if (change.changed)
        return change.ratio > 1 ? Tr::tr("Slower") : Tr::tr("Faster");
    return change.tested ? Tr::tr("Within the noise") : Tr::tr("Too few URLs");
}

Look lookOf(const TimeChange &change)
{
    if (change.changed)
        return lookOf(change.ratio > 1 ? ChangeKind::Slower : ChangeKind::Faster);
    return change.tested ? Look {"check", Token::TextMuted} : Look {"circle-dashed", Token::Skipped};
}

QString verdict(const Comparison &comparison)
{
    if (comparison.inBoth == 0)
        return Tr::tr("The two sessions have no URL in common.");
    QStringList parts;
    const auto count = [&](ChangeKind kind) { return plural(comparison.of(kind).size()); };
    if (const int n = count(ChangeKind::NewlyFailing); n > 0)
        parts << Tr::tr("%Ln URL(s) fail that did not", nullptr, n);
    if (const int n = count(ChangeKind::Recovered); n > 0)
        parts << Tr::tr("%Ln URL(s) work again", nullptr, n);
    parts += hostsChanged(comparison, parts.isEmpty());
    if (const int n = count(ChangeKind::Slower); n > 0)
        parts << Tr::tr("%Ln URL(s) became slower", nullptr, n);
    if (const int n = count(ChangeKind::Faster); n > 0)
        parts << Tr::tr("%Ln URL(s) became faster", nullptr, n);
    if (const int n = count(ChangeKind::Redirect); n > 0)
        parts << Tr::tr("%Ln URL(s) end elsewhere", nullptr, n);
    if (parts.isEmpty()) {
        if (const int n = count(ChangeKind::Status); n > 0)
            parts << Tr::tr("%Ln URL(s) have another status", nullptr, n);
        if (const int n = count(ChangeKind::Content); n > 0)
            parts << Tr::tr("%Ln URL(s) have another content", nullptr, n);
    }
    if (parts.isEmpty())
        return Tr::tr("No difference beyond the noise in %Ln URL(s).", nullptr, format::pluralCount(comparison.inBoth));
    return Tr::tr("%1.", "a sentence").arg(parts.join(Tr::tr("; ", "between parts of a sentence")));
}

Look verdictLook(const Comparison &comparison)
{
    if (comparison.inBoth == 0)
        return {"info-circle", Token::Info};
    if (comparison.isWorse(kWorsePercent))
        return {"alert-triangle", Token::ClientError};
    return {"circle-check", Token::Success};
}

QString session(const SessionInfo &info)
{
    const QString when = info.createdAtMs == 0
        ? QString()
        : QLocale().toString(QDateTime::fromMSecsSinceEpoch(info.createdAtMs), QLocale::ShortFormat);
    QStringList parts {format::untrusted(info.name.toUtf8())};
    if (!when.isEmpty())
        parts << when;
    parts << Tr::tr("%Ln URL(s)", nullptr, format::pluralCount(info.counts.unique));
    if (info.inUse)
        parts << Tr::tr("being written");
    return parts.join(QStringLiteral(" · "));
}

} // namespace crawlscope::gui::comparetexts
