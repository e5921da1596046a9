// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sessions/sessiontexts.h"

#include "gui/format.h"
#include "gui/texts.h"

#include <QCoreApplication>

namespace crawlscope::gui::sessiontexts {

namespace {

    struct Tr
    {
        Q_DECLARE_TR_FUNCTIONS(Sessions)
    };

    int plural(quint64 count)
    {
        return format::pluralCount(count);
    }

    QString fault(SessionError error)
    {
        switch (error) {
        case SessionError::None:
            return {};
        case SessionError::NotFound:
        case SessionError::Removed:
            return Tr::tr("File is gone");
        case SessionError::NotReadable:
            return Tr::tr("No right to read");
        case SessionError::NotASession:
            return Tr::tr("Not a session");
        case SessionError::Damaged:
            return Tr::tr("Damaged file");
        case SessionError::NewerVersion:
            return Tr::tr("Newer version");
        case SessionError::Locked:
            return Tr::tr("Locked");
        case SessionError::CannotCreate:
        case SessionError::DiskFull:
        case SessionError::WriteFailed:
            return Tr::tr("Cannot be written");
        }
        return {};
    }

} // namespace

Look lookOf(const SessionInfo &info)
{
    if (info.fault)
        return {"circle-x", Token::ServerError};
    if (info.inUse)
        return {"activity", Token::Accent};
    switch (info.state) {
    case SessionState::Open:
        return {"alert-triangle", Token::ClientError};
    case SessionState::Stopped:
        return {"player-stop", Token::Skipped};
    case SessionState::Finished:
        return {"circle-check", Token::Success};
    }
    return {"circle-check", Token::Success};
}

QString state(const SessionInfo &info)
{
    if (info.fault)
        return fault(info.fault.error);
    if (info.inUse)
        return Tr::tr("Being written");
    switch (info.state) {
    case SessionState::Open:
        return Tr::tr("Cut off");
    case SessionState::Stopped:
        return Tr::tr("Stopped");
    case SessionState::Finished:
        return Tr::tr("Finished");
    }
    return {};
}

QString stateHelp(const SessionInfo &info)
{
    if (info.fault)
        return texts::sessionError(info.fault.error);
    if (info.inUse)
        return Tr::tr("A run writes to this file now.");
    switch (info.state) {
    case SessionState::Open:
        return Tr::tr(
            "The program ended in the middle of this run. Every row that was shown is in the file; Resume goes "
            "on with the rest.");
    case SessionState::Stopped:
        return Tr::tr("The run was stopped. Resume goes on with the URLs that are left.");
    case SessionState::Finished:
        return Tr::tr("Every URL of this run has ended.");
    }
    return {};
}

QString summary(const SessionInfo &info)
{
    if (info.fault)
        return Tr::tr("%1: %2").arg(format::untrusted(info.name.toUtf8()), texts::sessionError(info.fault.error));
    QStringList parts {Tr::tr("%Ln URL(s)", nullptr, plural(info.counts.unique))};
    if (!info.firstHost.isEmpty())
        parts << Tr::tr("first host %1").arg(format::untrusted(info.firstHost));
    parts << Tr::tr("ran for %1").arg(format::durationMicros(info.elapsedMs * 1000));
    parts << Tr::tr("written by %1").arg(format::untrusted(info.writtenBy.toUtf8()));
    return parts.join(QStringLiteral(" · "));
}

QString offer(const SessionInfo &info)
{
    const QString name = format::untrusted(info.name.toUtf8());
    return info.state == SessionState::Open
        ? Tr::tr("“%1” was cut off with %Ln URL(s) left. Nothing that was shown is lost.", nullptr,
                 plural(info.counts.left))
              .arg(name)
        : Tr::tr("“%1” was stopped with %Ln URL(s) left.", nullptr, plural(info.counts.left)).arg(name);
}

QString fileOutcome(const SessionFiles::Outcome &outcome, const QString &name)
{
    const QString shown = format::untrusted(name.toUtf8());
    switch (outcome.result) {
    case SessionFiles::Result::Ok:
        return {};
    case SessionFiles::Result::InUse:
        return Tr::tr("“%1” is being written by a run. Stop that run first.").arg(shown);
    case SessionFiles::Result::Missing:
        return Tr::tr("“%1” is no longer there.").arg(shown);
    case SessionFiles::Result::Exists:
        return Tr::tr("There is a session of that name already.");
    case SessionFiles::Result::BadName:
        return Tr::tr("This cannot be the name of a file.");
    case SessionFiles::Result::NoTrash:
        return Tr::tr("“%1” cannot be moved to the trash.").arg(shown);
    case SessionFiles::Result::Failed:
        return outcome.systemDetail.isEmpty()
            ? Tr::tr("The system does not allow that with “%1”.").arg(shown)
            : Tr::tr("The system does not allow that with “%1”: %2").arg(shown, outcome.systemDetail);
    }
    return {};
}

QString confirmation(const ResultRecord &record)
{
    if (record.attempts < 2)
        return {};
    const int confirmed = std::max<int>(record.confirmed, 1);
    if (record.state == RowState::Done && confirmed < record.attempts)
        return Tr::tr("Recovered");
    return Tr::tr("Confirmed %1 of %2")
        .arg(format::number(static_cast<quint64>(confirmed)), format::number(record.attempts));
}

QString outcome(const AttemptSummary &attempt)
{
    QString outcome = attempt.error == ErrorId::None ? QString() : texts::error(attempt.error);
    if (outcome.isEmpty() && attempt.status != 0) {
        const QString meaning = texts::statusMeaning(attempt.status);
        outcome = QString::number(attempt.status) + (meaning.isEmpty() ? QString() : u' ' + meaning);
    }
    return outcome;
}

QString attempt(const AttemptSummary &attempt)
{
    return Tr::tr("Attempt %1: %2, %3")
        .arg(format::number(attempt.number), outcome(attempt), format::localTime(attempt.startedAtMs));
}

} // namespace crawlscope::gui::sessiontexts
