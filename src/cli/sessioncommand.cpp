// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/sessioncommand.h"

#include "cli/console.h"
#include "cli/helptexts.h"
#include "cli/outputfile.h"
#include "cli/progressreporter.h"
#include "cli/sessionexport.h"
#include "cli/sessiontexts.h"
#include "core/crawl/sessionload.h"
#include "core/exporters/exportjob.h"
#include "core/exporters/sitetable.h"
#include "core/lab/sweepresult.h"
#include "core/store/sessionblocks.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>

namespace crawlscope::cli {
namespace {

    using namespace Qt::Literals::StringLiterals;

    ExitCode fail(const QString &message, ExitCode code)
    {
        console::complain(message);
        return code;
    }

    /// False: wrong usage, said already.
    bool parse(QCommandLineParser *parser, const char *command, const QStringList &arguments)
    {
        parser->setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
        parser->addOption(QCommandLineOption(u"help"_s));
        QString error;
        if (!parser->parse(QStringList {u"crawlscope-cli"_s} + arguments)) {
            error = parser->errorText();
            if (error.endsWith(u'.'))
                error.chop(1);
        } else if (!parser->isSet(u"help"_s) && parser->positionalArguments().size() != 1) {
            error = u"takes one session file"_s;
        }
        if (!error.isEmpty())
            console::complain(u"%1: %2"_s.arg(QString::fromLatin1(command), error));
        return error.isEmpty();
    }

    QByteArrayView stateName(SessionState state)
    {
        switch (state) {
        case SessionState::Open:
            return "open";
        case SessionState::Stopped:
            return "stopped";
        case SessionState::Finished:
            return "finished";
        }
        return "open";
    }

    QJsonObject infoJson(const SessionInfo &info)
    {
        const UrlCounts &counts = info.counts;
        const auto number = [](quint64 value) { return static_cast<qint64>(value); };
        const auto moment = [](qint64 ms) {
            return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
        };
        return {
            {u"name"_s, info.name},
            {u"created_at"_s, moment(info.createdAtMs)},
            {u"changed_at"_s, moment(info.changedAtMs)},
            {u"state"_s, QString::fromLatin1(stateName(info.state))},
            {u"in_use"_s, info.inUse},
            {u"bytes"_s, info.fileBytes},
            {u"schema"_s, info.schemaVersion},
            {u"written_by"_s, info.writtenBy},
            {u"first_host"_s, QString::fromUtf8(info.firstHost)},
            {u"elapsed_s"_s, static_cast<double>(info.elapsedMs) / 1000.0},
            {u"p95_ms"_s, info.p95Micros < 0 ? QJsonValue() : QJsonValue(static_cast<double>(info.p95Micros) / 1000.0)},
            {u"urls"_s,
             QJsonObject {{u"input"_s, number(counts.input)},
                          {u"unique"_s, number(counts.unique)},
                          {u"duplicate"_s, number(counts.duplicate)},
                          {u"invalid"_s, number(counts.invalid)},
                          {u"done"_s, number(counts.done)},
                          {u"failed"_s, number(counts.failed)},
                          {u"skipped"_s, number(counts.skipped)},
                          {u"left"_s, number(counts.left)}}},
        };
    }

    QByteArray infoText(const SessionInfo &info)
    {
        const UrlCounts &counts = info.counts;
        QString text = u"%1\n"_s.arg(info.name);
        text +=
            u"Begun:   %1\n"_s.arg(QDateTime::fromMSecsSinceEpoch(info.createdAtMs).toString(u"yyyy-MM-dd HH:mm:ss"_s));
        text += u"State:   %1%2\n"_s.arg(QString::fromLatin1(stateName(info.state)),
                                         info.inUse ? u", in use"_s : QString());
        text += u"URLs:    %1 done, %2 failed, %3 left of %4; %5 duplicates, %6 invalid lines\n"_s.arg(
            QString::number(counts.done), QString::number(counts.failed), QString::number(counts.left),
            QString::number(counts.unique), QString::number(counts.duplicate), QString::number(counts.invalid));
        text += u"Running: %1\n"_s.arg(QString::fromUtf8(durationText(static_cast<double>(info.elapsedMs) / 1000.0)));
        if (info.p95Micros >= 0)
            text += u"p95:     %1 ms\n"_s.arg(static_cast<double>(info.p95Micros) / 1000.0, 0, 'f', 1);
        text += u"File:    %1 bytes, schema %2, written by Crawlscope %3\n"_s.arg(
            QString::number(info.fileBytes), QString::number(info.schemaVersion), info.writtenBy);
        return text.toUtf8();
    }

    QByteArray sweepText(const StoredSweep &stored)
    {
        const std::optional<SweepPlan> plan = sweepPlanOf(stored);
        const std::optional<SweepResult> result = sweepResultOf(stored);
        QString text =
            u"Sweep:   %1"_s.arg(QDateTime::fromMSecsSinceEpoch(stored.startedMs).toString(u"yyyy-MM-dd HH:mm:ss"_s));
        if (!plan || !result)
            return (text + u", cannot be read\n"_s).toUtf8();
        text += u", %1 levels, %2 runs of %3 URLs%4"_s.arg(
            QString::number(result->levels.size()), QString::number(result->runs.size()), QString::number(result->urls),
            result->complete ? QString() : u", cancelled"_s);
        if (result->knee.valid)
            text += (result->knee.reached ? u"; more stops paying at %1"_s : u"; more still paid at %1"_s)
                        .arg(result->knee.concurrency, 0, 'f', 0);
        return (text + u'\n').toUtf8();
    }

    QJsonObject sweepJson(const StoredSweep &stored)
    {
        const std::optional<SweepResult> result = sweepResultOf(stored);
        QJsonObject out = result ? result->toJson() : QJsonObject();
        out.insert(u"started_at"_s,
                   QDateTime::fromMSecsSinceEpoch(stored.startedMs, Qt::UTC).toString(Qt::ISODateWithMs));
        const std::optional<SweepPlan> plan = sweepPlanOf(stored);
        out.insert(u"plan"_s, plan ? QJsonValue(plan->toJson()) : QJsonValue());
        return out;
    }

    ExitCode failWith(const QString &path, const SessionFault &fault)
    {
        return fail(u"%1: %2"_s.arg(path, sessionErrorText(fault)), RunTimeFault);
    }

    ExitCode writtenOrNot(const QString &target, const ExportOutcome &outcome)
    {
        if (outcome.status == ExportStatus::Ok)
            return AllOk;
        return fail(u"--export %1: %2"_s.arg(target, exportProblem(outcome)), RunTimeFault);
    }

    ExitCode exportSession(const QString &session, const QString &target)
    {
        ExportOptions options;
        if (const std::optional<SiteTable> table = siteTableOf(target)) {
            const ExportOutcome outcome = exportSiteTable(session, *table, target, options);
            return outcome.source ? failWith(session, outcome.source) : writtenOrNot(target, outcome);
        }
        options.format = *exportFormatOf(target);
        SessionFault fault;
        std::shared_ptr<SessionBlocks> blocks;
        std::optional<ExportInput> input;
        if (takesRowsOnce(options.format)) {
            blocks = SessionReader::info(session).listComplete ? SessionBlocks::open(session, &fault) : nullptr;
            if (blocks)
                input = ExportInput(ResultSource::blocks(blocks));
        }
        if (!input && !fault) {
            if (const std::shared_ptr<SessionContents> contents = loadSession(session, &fault))
                input = exportInput(*contents);
        }
        if (!input)
            return failWith(session, fault);
        const ExportOutcome outcome = exportTo(*input, target, options);
        if (blocks && blocks->fault())
            return failWith(session, blocks->fault());
        return writtenOrNot(target, outcome);
    }

} // namespace

ExitCode runExport(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption(QCommandLineOption(u"export"_s, {}, u"FILE"_s));
    if (!parse(&parser, "export", arguments))
        return UsageError;
    if (parser.isSet(u"help"_s)) {
        console::writeOut(helptexts::exportSession());
        return AllOk;
    }
    const QStringList targets = parser.values(u"export"_s);
    if (targets.isEmpty())
        return fail(u"export: name a file with --export"_s, UsageError);
    for (const QString &target : targets) {
        if (!exportFormatOf(target))
            return fail(u"--export %1: the ending has to be %2"_s.arg(target, exportEndingsText()), UsageError);
        if (const QString why = outputfile::whyNotWritable(target); !why.isEmpty())
            return fail(u"--export %1: %2"_s.arg(target, why), RunTimeFault);
    }
    const QString path = parser.positionalArguments().constFirst();
    ExitCode code = AllOk;
    for (const QString &target : targets)
        code = std::max(code, exportSession(path, target));
    return code;
}

ExitCode runInfo(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption(QCommandLineOption(u"json"_s));
    parser.addOption(QCommandLineOption(u"check"_s));
    if (!parse(&parser, "info", arguments))
        return UsageError;
    if (parser.isSet(u"help"_s)) {
        console::writeOut(helptexts::info());
        return AllOk;
    }
    const QString path = parser.positionalArguments().constFirst();
    SessionFault fault;
    const std::unique_ptr<SessionReader> reader = SessionReader::open(path, &fault);
    if (!reader)
        return failWith(path, fault);
    if (parser.isSet(u"check"_s)) {
        if (const QString unsound = reader->integrityFault(); !unsound.isEmpty())
            return fail(u"%1: %2"_s.arg(path, unsound), RunTimeFault);
    }
    const SessionInfo info = reader->info();
    QJsonObject json = infoJson(info);
    QByteArray text = infoText(info);
    QJsonArray sweeps;
    for (const StoredSweep &listed : reader->sweeps()) {
        const StoredSweep sweep = reader->sweep(listed.id).value_or(listed);
        if (parser.isSet(u"json"_s))
            sweeps.append(sweepJson(sweep));
        else
            text += sweepText(sweep);
    }
    json.insert(u"sweeps"_s, sweeps);
    if (parser.isSet(u"json"_s))
        text = QJsonDocument(json).toJson();
    return console::writeOut(text) ? AllOk : fail(u"standard output cannot be written"_s, RunTimeFault);
}

} // namespace crawlscope::cli
