// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/crawlcommand.h"

#include "cli/console.h"
#include "cli/crawlinput.h"
#include "cli/outputfile.h"
#include "cli/summary.h"
#include "core/util/platform.h"

#include <QDateTime>
#include <QJsonDocument>

#include <cstdlib>
#include <utility>

namespace crawlscope::cli {
namespace {

    using namespace Qt::Literals::StringLiterals;

    constexpr int kTickMs = 100;

    ProgressStyle styleOf(const CrawlOptions &options)
    {
        if (options.progress)
            return *options.progress;
        return platform::standardErrorIsTerminal() ? ProgressStyle::Bar : ProgressStyle::None;
    }

} // namespace

CrawlCommand::CrawlCommand(CrawlOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_progress(styleOf(m_options), platform::terminalWidth(), console::writeError)
{
    m_snapshot.latency = std::make_shared<LatencyHistogram>();
    m_timer.setInterval(kTickMs);
    connect(&m_timer, &QTimer::timeout, this, &CrawlCommand::takeUpdate);
    connect(&m_controller, &CrawlController::finished, this, &CrawlCommand::runEnded);
}

CrawlCommand::~CrawlCommand() = default;

bool CrawlCommand::fail(const QString &message, ExitCode code)
{
    console::complain(message);
    m_exitCode = code;
    return false;
}

bool CrawlCommand::prepare()
{
    return checkTargets() && readUrls();
}

void CrawlCommand::start()
{
    if (!m_options.exports.isEmpty())
        m_table = std::make_shared<ResultTable>();
    m_facts.createdAtMs = QDateTime::currentMSecsSinceEpoch();
    m_timer.start();
    m_controller.start(m_urls, m_options.config, nullptr);
}

/// Before the crawl, not after it: a night's work must not end in a folder that is not there.
bool CrawlCommand::checkTargets()
{
    for (const QString &path : m_options.exports) {
        if (const QString why = outputfile::whyNotWritable(path); !why.isEmpty())
            return fail(u"--export %1: %2"_s.arg(path, why), RunTimeFault);
    }
    if (m_options.summary.isEmpty() || m_options.summary == "-"_L1)
        return true;
    const QString why = outputfile::whyNotWritable(m_options.summary);
    return why.isEmpty() || fail(u"--summary %1: %2"_s.arg(m_options.summary, why), RunTimeFault);
}

bool CrawlCommand::readUrls()
{
    if (m_options.demo) {
        m_demo = std::make_unique<demosite::DemoServer>();
        if (!m_demo->listen())
            return fail(u"--demo: the demo site does not start: %1"_s.arg(m_demo->errorString()), RunTimeFault);
        m_options.urls = m_demo->demoUrls();
    }
    const CrawlInput input = readCrawlInput(m_options);
    if (!input.urls)
        return fail(input.error, input.exitCode);
    m_urls = input.urls;
    return true;
}

void CrawlCommand::interrupt()
{
    if (m_interrupted)
        std::_Exit(Interrupted);
    m_interrupted = true;
    m_controller.stop();
}

void CrawlCommand::takeUpdate()
{
    const CrawlUpdate update = m_controller.takeUpdate();
    for (const ResultRow &row : update.rows) {
        if (row.state == RowState::Failed)
            m_progress.urlFailed(m_urls->url(row.entry), row);
    }
    if (m_table) {
        m_table->append(update.rows);
        m_facts.points.insert(m_facts.points.end(), update.points.begin(), update.points.end());
        m_facts.events.insert(m_facts.events.end(), update.events.begin(), update.events.end());
    }
    if (update.hasSnapshot)
        m_snapshot = update.snapshot;
    if (m_timer.isActive() && update.hasSnapshot)
        m_progress.update(m_snapshot);
}

void CrawlCommand::runEnded()
{
    m_timer.stop();
    takeUpdate();
    m_progress.finish(m_snapshot);
    m_exitCode = outcome();
    exportNext();
}

ExitCode CrawlCommand::outcome() const
{
    const UrlCounts &counts = m_snapshot.counts;
    if (m_interrupted && m_controller.state() == CrawlController::State::Stopped)
        return Interrupted;
    return counts.failed > 0 || counts.invalid > 0 || counts.left > 0 ? SomeFailed : AllOk;
}

void CrawlCommand::exportNext()
{
    if (m_exportsStarted == m_options.exports.size()) {
        writeSummary();
        Q_EMIT finished();
        return;
    }
    const QString path = m_options.exports[m_exportsStarted++];
    ExportOptions options;
    options.format = exportFormatOf(path).value_or(ExportFormat::Csv);
    m_export = std::make_unique<ExportJob>(ExportInput(ResultSource::allLines(m_urls, m_table), nullptr, reportFacts()),
                                           path, options);
    // Queued: the job is deleted by the next one.
    connect(m_export.get(), &ExportJob::finished, this, &CrawlCommand::exportEnded, Qt::QueuedConnection);
    m_export->start();
}

ReportFacts CrawlCommand::reportFacts() const
{
    ReportFacts facts = m_facts;
    facts.snapshot = m_snapshot;
    facts.config = m_options.config.toJson();
    return facts;
}

void CrawlCommand::exportEnded()
{
    const ExportOutcome &result = m_export->outcome();
    if (result.status != ExportStatus::Ok)
        fail(u"--export %1: %2"_s.arg(m_options.exports[m_exportsStarted - 1],
                                      result.systemDetail.isEmpty() ? u"cannot be written"_s : result.systemDetail),
             RunTimeFault);
    exportNext();
}

void CrawlCommand::writeSummary()
{
    const SummaryFacts facts {m_options.config.limits.inFlight, platform::peakRssBytes(), m_options.config.backend};
    if (m_options.summary.isEmpty()) {
        if (m_progress.style() != ProgressStyle::Ndjson)
            console::writeError(summaryText(m_snapshot, facts));
        return;
    }
    const QByteArray json = QJsonDocument(summaryJson(m_snapshot, facts)).toJson();
    if (m_options.summary == "-"_L1) {
        if (!console::writeOut(json))
            fail(u"--summary -: standard output cannot be written"_s, RunTimeFault);
        return;
    }
    if (const QString why = outputfile::writeWhole(m_options.summary, json); !why.isEmpty())
        fail(u"--summary %1: %2"_s.arg(m_options.summary, why), RunTimeFault);
}

} // namespace crawlscope::cli
