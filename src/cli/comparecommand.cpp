// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/comparecommand.h"

#include "cli/console.h"
#include "cli/labtexts.h"
#include "cli/optionvalues.h"
#include "cli/outputfile.h"
#include "cli/sessionexport.h"
#include "cli/sessiontexts.h"
#include "core/lab/sessioncompare.h"

#include <QCommandLineParser>
#include <QJsonDocument>

#include <algorithm>
#include <future>

namespace crawlscope::cli {
namespace {

    using namespace Qt::Literals::StringLiterals;

    constexpr std::size_t kNamed = 20; ///< of each kind, in the text
    constexpr double kMostPercent = 100'000;

    ExitCode fail(const QString &message, ExitCode code)
    {
        console::complain(u"compare: "_s + message);
        return code;
    }

    struct CompareArguments
    {
        QString a;
        QString b;
        double threshold = 5;
        QString json;
        QString csv;
    };

    QString readArguments(const QCommandLineParser &parser, CompareArguments *out)
    {
        const QStringList paths = parser.positionalArguments();
        if (paths.size() != 2)
            return u"takes two session files"_s;
        out->a = paths[0];
        out->b = paths[1];
        if (parser.isSet(u"threshold"_s)) {
            const auto percent = values::decimalNumber(parser.value(u"threshold"_s), kMostPercent);
            if (!percent)
                return u"--threshold takes percent, not '%1'"_s.arg(parser.value(u"threshold"_s));
            out->threshold = *percent;
        }
        out->json = parser.value(u"json"_s);
        out->csv = parser.value(u"csv"_s);
        if (parser.isSet(u"json"_s) && out->json.isEmpty())
            return u"--json takes a file name, or - for standard output"_s;
        if (parser.isSet(u"csv"_s) && (out->csv.isEmpty() || out->csv == "-"_L1))
            return u"--csv takes a file name"_s;
        return {};
    }

    QByteArray milliseconds(double value)
    {
        return QByteArray::number(value, 'f', 1) + " ms";
    }

    QByteArray timeText(const TimeChange &change)
    {
        const double percent = (change.ratio - 1) * 100;
        QByteArray text = "median " + milliseconds(change.medianAMs) + " -> " + milliseconds(change.medianBMs);
        text += ", " + QByteArray::number(std::abs(percent), 'f', 1) + (percent < 0 ? " % faster" : " % slower");
        if (change.tested)
            text += ", difference of medians " + QByteArray::number(change.lowMs, 'f', 1) + " to "
                + milliseconds(change.highMs);
        return text + (change.changed ? "" : "; within the noise");
    }

    QByteArray report(const Comparison &comparison, const CompareSide &a, const CompareSide &b)
    {
        QByteArray text = QByteArray::number(comparison.inBoth) + " URLs in both\n";
        for (std::size_t kind = 0; kind < kChangeKindCount; ++kind) {
            const std::vector<UrlChange> &changes = comparison.changes[kind];
            if (changes.empty())
                continue;
            QByteArray name = changeKindName(static_cast<ChangeKind>(kind));
            text += name.replace('_', ' ') + ": " + QByteArray::number(changes.size()) + '\n';
            for (std::size_t i = 0; i < std::min(changes.size(), kNamed); ++i) {
                const UrlChange &change = changes[i];
                text += "  "
                    + (change.entryA == UrlChange::kNone ? b.urls->url(change.entryB) : a.urls->url(change.entryA))
                          .toByteArray()
                    + '\n';
            }
            if (changes.size() > kNamed)
                text += "  ... (--csv names all)\n";
        }
        if (comparison.all.pairs > 0)
            text += "times of " + QByteArray::number(comparison.all.pairs)
                + " URLs that were done in both: " + timeText(comparison.all) + '\n';
        for (const TimeChange &host : comparison.hosts) {
            if (!host.changed) // those that changed come first
                break;
            text += "  " + host.key + " (" + QByteArray::number(host.pairs) + "): " + timeText(host) + '\n';
        }
        return text;
    }

    ExitCode write(const CompareArguments &arguments, const Comparison &comparison, const CompareSide &a,
                   const CompareSide &b)
    {
        if (!arguments.csv.isEmpty()) {
            const ExportOutcome outcome = writeComparisonCsv(comparison, a, b, arguments.csv);
            if (outcome.status != ExportStatus::Ok)
                return fail(u"--csv %1: %2"_s.arg(arguments.csv, exportProblem(outcome)), RunTimeFault);
        }
        const bool jsonOut = arguments.json == "-"_L1;
        QByteArray json;
        if (!arguments.json.isEmpty()) {
            QJsonObject object = comparisonJson(comparison, a, b);
            object.insert(u"threshold_percent"_s, arguments.threshold);
            object.insert(u"worse"_s, comparison.isWorse(arguments.threshold));
            json = QJsonDocument(object).toJson();
            const QString why = jsonOut ? QString() : outputfile::writeWhole(arguments.json, json);
            if (!why.isEmpty())
                return fail(u"--json %1: %2"_s.arg(arguments.json, why), RunTimeFault);
        }
        if (!console::writeOut(jsonOut ? json : report(comparison, a, b)))
            return fail(u"standard output cannot be written"_s, RunTimeFault);
        return comparison.isWorse(arguments.threshold) ? SomeFailed : AllOk;
    }

    ExitCode compare(const CompareArguments &arguments)
    {
        for (const auto &[option, path] :
             {std::pair(u"--json"_s, arguments.json), std::pair(u"--csv"_s, arguments.csv)}) {
            const QString why = path.isEmpty() || path == "-"_L1 ? QString() : outputfile::whyNotWritable(path);
            if (!why.isEmpty())
                return fail(u"%1 %2: %3"_s.arg(option, path, why), RunTimeFault);
        }
        SessionFault faultA;
        SessionFault faultB;
        std::future<CompareSide> other =
            std::async(std::launch::async, [&] { return loadCompareSide(arguments.b, &faultB); });
        const CompareSide a = loadCompareSide(arguments.a, &faultA);
        const CompareSide b = other.get();
        if (!a.table)
            return fail(u"%1: %2"_s.arg(arguments.a, sessionErrorText(faultA)), RunTimeFault);
        if (!b.table)
            return fail(u"%1: %2"_s.arg(arguments.b, sessionErrorText(faultB)), RunTimeFault);
        return write(arguments, compareSessions(a, b), a, b);
    }

} // namespace

ExitCode runCompare(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.addOption(QCommandLineOption(u"help"_s));
    for (const QString &name : {u"threshold"_s, u"json"_s, u"csv"_s})
        parser.addOption(QCommandLineOption(name, {}, u"value"_s));
    if (!parser.parse(QStringList {u"crawlscope-cli"_s} + arguments)) {
        QString error = parser.errorText();
        return fail(error.endsWith(u'.') ? error.chopped(1) : error, UsageError);
    }
    if (parser.isSet(u"help"_s)) {
        console::writeOut(labtexts::compare());
        return AllOk;
    }
    CompareArguments wanted;
    if (const QString error = readArguments(parser, &wanted); !error.isEmpty())
        return fail(error, UsageError);
    return compare(wanted);
}

} // namespace crawlscope::cli
