// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/sweepcommand.h"

#include "cli/console.h"
#include "cli/crawlinput.h"
#include "cli/optionvalues.h"
#include "cli/outputfile.h"
#include "cli/sessiontexts.h"
#include "core/store/sessionreader.h"
#include "core/store/sessionstore.h"
#include "core/url/redactor.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <map>

namespace crawlscope::cli {
namespace {

    using namespace Qt::Literals::StringLiterals;

    constexpr double kMostSeconds = 86'400;

    /// Splits what is said to sweep alone off from what it shares with crawl.
    class SweepReader
    {
    public:
        SweepOptionsResult read(const QStringList &arguments)
        {
            if (!split(arguments))
                return m_result;
            const CrawlOptionsResult crawl = parseCrawlOptions(m_rest);
            m_result.help = crawl.help;
            m_result.error = crawl.error;
            m_result.exitCode = crawl.exitCode;
            m_result.options.crawl = crawl.options;
            if (crawl.help || !crawl.error.isEmpty())
                return m_result;
            m_result.options.keepPerHost = m_keepPerHost || SweepRunner::perHostIsSet(crawl.options.config);
            (void)(readPlan() && checkPlan());
            return m_result;
        }

    private:
        bool fail(const QString &error)
        {
            m_result.error = error;
            m_result.exitCode = UsageError;
            return false;
        }

        bool split(const QStringList &arguments)
        {
            static const QStringList own {u"levels"_s,  u"repeats"_s,      u"sample"_s,  u"pick"_s, u"seed"_s,
                                          u"warm-up"_s, u"max-failures"_s, u"max-p95"_s, u"csv"_s,  u"session"_s};
            // What would say something else about the limits, or would not happen.
            static const QStringList others {u"concurrency"_s,  u"adaptive"_s,  u"retries"_s,      u"second-pass"_s,
                                             u"breaker"_s,      u"fail-fast"_s, u"follow"_s,       u"export"_s,
                                             u"progress"_s,     u"demo"_s,      u"retry-unsafe"_s, u"gate-junit"_s,
                                             u"gate-markdown"_s};
            for (qsizetype i = 0; i < arguments.size(); ++i) {
                const QString &argument = arguments[i];
                if (argument == "--"_L1 || !argument.startsWith(u'-')) {
                    m_rest += argument;
                    continue;
                }
                const QString name = argument.section(u'=', 0, 0).remove(0, argument.startsWith("--"_L1) ? 2 : 1);
                if (others.contains(name))
                    return fail(u"--%1 is no option of sweep"_s.arg(name));
                m_keepPerHost = m_keepPerHost || name == "per-host"_L1;
                if (!own.contains(name)) {
                    m_rest += argument;
                } else if (argument.contains(u'=')) {
                    m_values[name] = argument.section(u'=', 1);
                } else {
                    if (++i == arguments.size())
                        return fail(u"--%1 takes a value"_s.arg(name));
                    m_values[name] = arguments[i];
                }
            }
            return true;
        }

        template<typename Target, typename Parse>
        bool take(const QString &name, const QString &wanted, Parse parse, Target *out)
        {
            const auto given = m_values.find(name);
            if (given == m_values.end())
                return true;
            const auto parsed = parse(given->second);
            if (!parsed)
                return fail(u"--%1 takes %2, not '%3'"_s.arg(name, wanted, given->second));
            *out = static_cast<Target>(*parsed);
            return true;
        }

        bool readLevels()
        {
            const auto given = m_values.find(u"levels"_s);
            if (given == m_values.end())
                return true;
            std::vector<int> levels;
            for (const QString &text : given->second.split(u',')) {
                const auto level = values::wholeNumber(text.trimmed(), 1, CrawlLimits::kMaxInFlight);
                if (!level)
                    return fail(u"--levels takes numbers from 1 to %1, as in 1,2,5,10, not '%2'"_s.arg(
                        QString::number(CrawlLimits::kMaxInFlight), given->second));
                levels.push_back(static_cast<int>(*level));
            }
            std::sort(levels.begin(), levels.end());
            levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
            m_result.options.plan.levels = levels;
            return true;
        }

        bool readPlan()
        {
            SweepPlan &plan = m_result.options.plan;
            const auto count = [](const QString &text) {
                return values::wholeNumber(text, 0, std::numeric_limits<quint32>::max());
            };
            const auto repeats = [](const QString &text) {
                return values::wholeNumber(text, 1, SweepPlan::kMostRepeats);
            };
            if (m_values.contains(u"sample"_s) && m_values[u"sample"_s] == "all"_L1) {
                plan.sample = SweepPlan::Sample::All;
                m_values.erase(u"sample"_s);
            }
            if (const auto pick = m_values.find(u"pick"_s); pick != m_values.end()) {
                if (pick->second != "first"_L1 && pick->second != "random"_L1)
                    return fail(u"--pick takes 'random' or 'first', not '%1'"_s.arg(pick->second));
                if (pick->second == "first"_L1 && plan.sample != SweepPlan::Sample::All)
                    plan.sample = SweepPlan::Sample::First;
            }
            double p95 = 0;
            const bool ok =
                readLevels()
                && take(u"repeats"_s, u"a whole number from 1 to %1"_s.arg(SweepPlan::kMostRepeats), repeats,
                        &plan.repeats)
                && take(u"sample"_s, u"a number of URLs, or 'all'"_s, count, &plan.sampleSize)
                && take(u"seed"_s, u"a whole number"_s, count, &plan.seed)
                && take(u"warm-up"_s, u"a number of URLs"_s, count, &plan.warmUp)
                && take(
                    u"max-failures"_s, u"a share from 0 to 1"_s,
                    [](const QString &text) { return values::decimalNumber(text, 1); }, &plan.maxFailureShare)
                && take(
                    u"max-p95"_s, u"seconds (0: no limit)"_s,
                    [](const QString &text) { return values::decimalNumber(text, kMostSeconds); }, &p95);
            plan.maxP95Ms = p95 * 1000;
            m_result.options.csv = m_values[u"csv"_s];
            if (m_values[u"session"_s] != "none"_L1) // as of crawl
                m_result.options.session = m_values[u"session"_s];
            return ok;
        }

        bool checkPlan()
        {
            const SweepOptions &options = m_result.options;
            if (options.crawl.summary.isEmpty())
                return fail(u"name a file for the result with --summary, or - for standard output"_s);
            if (m_values.contains(u"csv"_s) && (options.csv == "-"_L1))
                return fail(u"--csv takes a file name"_s);
            const QStringList problems = options.plan.validate();
            if (problems.contains(u"warm_up"_s))
                return fail(u"--warm-up has to be less than --sample"_s);
            return problems.isEmpty()
                || fail(u"--%1: this value cannot be used"_s.arg(QString(problems.first()).replace(u'_', u'-')));
        }

        SweepOptionsResult m_result;
        QStringList m_rest;
        std::map<QString, QString> m_values;
        bool m_keepPerHost = false;
    };

    QByteArray runText(const SweepRun &run)
    {
        QByteArray text = "level " + QByteArray::number(run.level) + ", run " + QByteArray::number(run.repeat + 1)
            + ": " + QByteArray::number(run.ratePerS, 'f', 1) + " URLs/s";
        if (run.latency.count() > 0)
            text +=
                ", p95 " + QByteArray::number(static_cast<double>(run.latency.percentile(0.95)) / 1000, 'f', 1) + " ms";
        if (run.failureShare > 0)
            text += ", " + QByteArray::number(run.failureShare * 100, 'f', 1) + " % failed";
        if (run.mostInFlight < run.level)
            text += ", only " + QByteArray::number(run.mostInFlight) + " in flight";
        return text + (run.cut ? "; cut short, higher levels are left out\n" : "\n");
    }

    QByteArray conclusion(const SweepResult &result)
    {
        if (!result.knee.valid)
            return "too few runs for a knee\n";
        const auto number = [](double value) {
            return std::isfinite(value) ? QByteArray::number(value, 'f', value < 10 ? 1 : 0) : QByteArray("unknown");
        };
        QByteArray text;
        if (result.knee.reached)
            text = "more in flight stops paying at " + number(result.knee.concurrency)
                + " (95 %: " + number(result.knee.low) + " to " + number(result.knee.high) + ")\n";
        else
            text = "more in flight still paid at " + number(result.knee.concurrency) + ", the highest level\n";
        if (result.speedup.valid)
            text += number(result.speedup.factor)
                + " times as fast as the lowest level (95 %: " + number(result.speedup.low) + " to "
                + number(result.speedup.high) + "), at " + number(result.speedup.concurrency) + " in flight\n";
        return text;
    }

} // namespace

SweepOptionsResult parseSweepOptions(const QStringList &arguments)
{
    return SweepReader().read(arguments);
}

SweepCommand::SweepCommand(SweepOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
    connect(&m_runner, &SweepRunner::progressed, this, &SweepCommand::tellProgress);
    connect(&m_runner, &SweepRunner::finished, this, &SweepCommand::ended);
}

bool SweepCommand::fail(const QString &message, ExitCode code)
{
    console::complain(u"sweep: "_s + message);
    m_exitCode = code;
    return false;
}

bool SweepCommand::start()
{
    for (const auto &[option, path] :
         {std::pair(u"--summary"_s, m_options.crawl.summary), std::pair(u"--csv"_s, m_options.csv)}) {
        const QString why = path.isEmpty() || path == "-"_L1 ? QString() : outputfile::whyNotWritable(path);
        if (!why.isEmpty())
            return fail(u"%1 %2: %3"_s.arg(option, path, why), RunTimeFault);
    }
    if (!m_options.session.isEmpty() && !checkSession())
        return false;
    const CrawlInput input = readCrawlInput(m_options.crawl);
    if (!input.urls)
        return fail(input.error, input.exitCode);
    m_urls = input.urls;
    m_startedMs = QDateTime::currentMSecsSinceEpoch();
    m_invalid = input.urls->counts().invalid;
    if (!m_runner.start(*input.urls, m_options.crawl.config, m_options.plan, m_options.keepPerHost))
        return fail(u"the list has no more URLs than --warm-up (%1) takes"_s.arg(m_options.plan.warmUp), UsageError);
    return true;
}

void SweepCommand::interrupt()
{
    if (m_interrupted)
        std::_Exit(Interrupted);
    m_interrupted = true;
    m_runner.cancel();
}

void SweepCommand::tellProgress()
{
    const std::vector<SweepRun> &runs = m_runner.runs();
    const SweepProgress progress = m_runner.progress();
    for (; m_told < runs.size(); ++m_told)
        console::writeError('[' + QByteArray::number(m_told + 1) + '/' + QByteArray::number(progress.steps) + "] "
                            + runText(runs[m_told]));
}

void SweepCommand::ended()
{
    const SweepResult result = m_runner.result();
    const bool failures = std::any_of(result.runs.begin(), result.runs.end(),
                                      [](const SweepRun &run) { return run.failureShare > 0 || run.cut; });
    m_exitCode = m_interrupted ? Interrupted : failures || m_invalid > 0 ? SomeFailed : AllOk;
    console::writeError(conclusion(result));
    write(result);
    if (!m_options.session.isEmpty() && result.worthKeeping())
        keep(result);
    Q_EMIT finished();
}

/// Before anything is fetched: that the result can be kept.
bool SweepCommand::checkSession()
{
    const QString &path = m_options.session;
    QString why = outputfile::whyNotWritable(path);
    if (why.isEmpty() && QFileInfo::exists(path)) {
        const SessionInfo info = SessionReader::info(path);
        why = info.fault ? sessionErrorText(info.fault)
            : info.inUse ? sessionErrorText(SessionError::Locked)
                         : QString();
    }
    return why.isEmpty() || fail(u"--session %1: %2"_s.arg(path, why), RunTimeFault);
}

void SweepCommand::keep(const SweepResult &result)
{
    const QString &path = m_options.session;
    const StoredSweep sweep = storedSweep(m_startedMs, m_options.plan, result);
    SessionFault fault;
    if (QFileInfo::exists(path)) {
        fault = SessionStore::addSweep(path, sweep);
    } else {
        const CrawlConfig &config = m_options.crawl.config;
        fault = SessionStore::createForSweep(path,
                                             {UrlList::withRedaction(m_urls, Redactor(config.redactQueryKeys)),
                                              QJsonDocument(config.sessionJson()).toJson(QJsonDocument::Compact)},
                                             sweep);
    }
    if (fault)
        fail(u"--session %1: %2"_s.arg(path, sessionErrorText(fault)), RunTimeFault);
}

void SweepCommand::write(const SweepResult &result)
{
    const QByteArray json = QJsonDocument(result.toJson()).toJson();
    const QString &summary = m_options.crawl.summary;
    if (summary == "-"_L1) {
        if (!console::writeOut(json))
            fail(u"--summary -: standard output cannot be written"_s, RunTimeFault);
    } else if (const QString why = outputfile::writeWhole(summary, json); !why.isEmpty()) {
        fail(u"--summary %1: %2"_s.arg(summary, why), RunTimeFault);
    }
    if (m_options.csv.isEmpty())
        return;
    if (const QString why = outputfile::writeWhole(m_options.csv, result.toCsv()); !why.isEmpty())
        fail(u"--csv %1: %2"_s.arg(m_options.csv, why), RunTimeFault);
}

} // namespace crawlscope::cli
