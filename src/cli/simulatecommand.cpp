// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/simulatecommand.h"

#include "cli/console.h"
#include "cli/labtexts.h"
#include "cli/optionvalues.h"
#include "cli/outputfile.h"
#include "cli/progressreporter.h"
#include "cli/sessiontexts.h"
#include "core/crawl/configlimits.h"
#include "core/lab/schedulesimulator.h"
#include "core/store/sessionreader.h"

#include <QCommandLineParser>
#include <QJsonDocument>

namespace crawlscope::cli {
namespace {

    using namespace Qt::Literals::StringLiterals;

    constexpr std::size_t kNamed = 5; ///< hosts in the text

    ExitCode fail(const QString &message, ExitCode code)
    {
        console::complain(u"simulate: "_s + message);
        return code;
    }

    template<typename Target, typename Parse>
    void take(const QCommandLineParser &parser, const QString &option, const QString &wanted, Parse parse, Target *out,
              QString *error)
    {
        if (!error->isEmpty() || !parser.isSet(option))
            return;
        const auto parsed = parse(parser.value(option));
        if (parsed)
            *out = static_cast<Target>(*parsed);
        else
            *error = u"--%1 takes %2, not '%3'"_s.arg(option, wanted, parser.value(option));
    }

    /// Empty, or what is wrong.
    QString readLimits(const QCommandLineParser &parser, CrawlLimits *limits)
    {
        QString error;
        const auto count = [](const QString &text) { return values::wholeNumber(text, 1, CrawlLimits::kMaxInFlight); };
        const QString wanted = u"a whole number from 1 to %1"_s.arg(CrawlLimits::kMaxInFlight);
        take(parser, u"concurrency"_s, wanted, count, &limits->inFlight, &error);
        take(parser, u"per-host"_s, wanted, count, &limits->perHost, &error);
        take(parser, u"rate"_s, u"requests a second (0: no limit)"_s, values::rate, &limits->ratePerS, &error);
        take(parser, u"host-rate"_s, u"requests a second (0: no limit)"_s, values::rate, &limits->hostRatePerS, &error);
        take(
            parser, u"host-interval"_s, u"seconds from 0 to 3600"_s,
            [](const QString &text) { return values::decimalNumber(text, configlimits::kMaxIntervalS); },
            &limits->hostIntervalS, &error);
        if (error.isEmpty() && parser.isSet(u"host-limit"_s)) {
            limits->hosts.clear();
            for (const QString &line : parser.values(u"host-limit"_s)) {
                if (!HostOverride::parse(line, &limits->hosts.emplace_back()))
                    return u"--host-limit takes 'PATTERN:per-host=N,rate=R,interval=S' with one of them or more"_s;
            }
        }
        return error;
    }

    QByteArray duration(qint64 micros)
    {
        return durationText(static_cast<double>(micros) / 1e6);
    }

    QByteArray report(const SchedulePrediction &prediction, const ScheduleInput &input, const CrawlLimits &limits,
                      const SessionInfo &info)
    {
        QByteArray text = QByteArray::number(input.urls.size()) + " URLs of " + QByteArray::number(input.hosts.size())
            + " hosts, at most " + QByteArray::number(limits.inFlight) + " in flight and "
            + QByteArray::number(limits.perHost) + " to one host\n";
        text += "would take " + duration(prediction.durationMicros) + (prediction.endless ? " and more" : "")
            + "; the session took " + duration(info.elapsedMs * 1000) + '\n';
        if (input.assumed > 0)
            text +=
                QByteArray::number(input.assumed) + " URLs have no time of their own: that of their host is taken\n";
        if (prediction.hosts.size() > 1) {
            text += "ends last, " + duration(prediction.aloneMicros) + " of it alone: " + prediction.hosts.front().key
                + '\n';
            for (std::size_t i = 0; i < std::min(prediction.hosts.size(), kNamed); ++i) {
                const SchedulePrediction::Host &host = prediction.hosts[i];
                text += "  " + host.key + ": " + QByteArray::number(host.urls) + " URLs until "
                    + duration(host.endMicros) + ", at most " + QByteArray::number(host.mostInFlight) + " in flight\n";
            }
        }
        return text;
    }

    ExitCode simulate(const QString &path, const QCommandLineParser &parser)
    {
        const QString target = parser.value(u"json"_s);
        if (parser.isSet(u"json"_s) && target.isEmpty())
            return fail(u"--json takes a file name, or - for standard output"_s, UsageError);
        CrawlLimits given;
        if (const QString error = readLimits(parser, &given); !error.isEmpty())
            return fail(error, UsageError);
        if (!target.isEmpty() && target != "-"_L1) {
            if (const QString why = outputfile::whyNotWritable(target); !why.isEmpty())
                return fail(u"--json %1: %2"_s.arg(target, why), RunTimeFault);
        }
        SessionFault fault;
        const auto reader = SessionReader::open(path, &fault);
        const auto urls = reader ? reader->urls() : nullptr;
        const auto table = urls ? reader->table() : nullptr;
        if (!table)
            return fail(u"%1: %2"_s.arg(path, sessionErrorText(fault ? fault : reader->fault())), RunTimeFault);
        CrawlLimits limits = CrawlConfig::fromJson(reader->config(), nullptr).limits;
        (void)readLimits(parser, &limits); // was looked at above
        const ScheduleInput input = scheduleInput(*urls, *table);
        const SchedulePrediction prediction = simulateSchedule(input, limits);
        const SessionInfo info = reader->info();
        QJsonObject object = predictionJson(prediction, input, limits);
        object.insert(u"recorded_s"_s, static_cast<double>(info.elapsedMs) / 1000);
        const QByteArray json = QJsonDocument(object).toJson();
        if (!target.isEmpty() && target != "-"_L1) {
            if (const QString why = outputfile::writeWhole(target, json); !why.isEmpty())
                return fail(u"--json %1: %2"_s.arg(target, why), RunTimeFault);
        }
        const bool told = console::writeOut(target == "-"_L1 ? json : report(prediction, input, limits, info));
        return told ? AllOk : fail(u"standard output cannot be written"_s, RunTimeFault);
    }

} // namespace

ExitCode runSimulate(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.addOption(QCommandLineOption(u"help"_s));
    for (const QString &name :
         {u"concurrency"_s, u"per-host"_s, u"rate"_s, u"host-rate"_s, u"host-interval"_s, u"host-limit"_s, u"json"_s})
        parser.addOption(QCommandLineOption(name, {}, u"value"_s));
    if (!parser.parse(QStringList {u"crawlscope-cli"_s} + arguments)) {
        const QString error = parser.errorText();
        return fail(error.endsWith(u'.') ? error.chopped(1) : error, UsageError);
    }
    if (parser.isSet(u"help"_s)) {
        console::writeOut(labtexts::simulate());
        return AllOk;
    }
    if (parser.positionalArguments().size() != 1)
        return fail(u"takes one session file"_s, UsageError);
    return simulate(parser.positionalArguments().constFirst(), parser);
}

} // namespace crawlscope::cli
