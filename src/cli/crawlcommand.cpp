// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/crawlcommand.h"

#include "cli/console.h"
#include "cli/crawlinput.h"
#include "cli/outputfile.h"
#include "cli/sessionexport.h"
#include "cli/sessiontexts.h"
#include "cli/summary.h"
#include "core/analysis/sitemapreader.h"
#include "core/exporters/sitetable.h"
#include "core/store/sessionpath.h"
#include "core/util/platform.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonDocument>

#include <cstdlib>
#include <tuple>
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
    return checkTargets() && (m_options.resume ? openSession() : readUrls() && makeSession());
}

void CrawlCommand::start()
{
    RunStart start;
    if (m_contents) {
        std::optional<std::vector<quint32>> retry;
        if (m_options.retryFailed)
            retry = m_contents->failed();
        start = m_contents->next(m_store, std::move(retry));
        start.urls = m_urls;
        m_table = m_contents->table;
        m_facts = cli::reportFacts(*m_contents);
    } else {
        start.urls = m_urls;
        start.recorder = m_store;
        m_facts.createdAtMs = QDateTime::currentMSecsSinceEpoch();
        if (!m_options.exports.isEmpty() || !m_options.gate.empty())
            m_table = std::make_shared<ResultTable>(m_options.config.page.columns());
    }
    start.config = m_options.config;
    start.previewBytes = 0; // nobody looks; failed ones are kept all the same
    m_timer.start();
    m_controller.start(std::move(start));
}

bool CrawlCommand::openSession()
{
    SessionFault fault;
    m_contents = loadSession(m_options.session, &fault);
    if (m_contents)
        m_store = SessionStore::open(m_options.session, m_options.retryFailed, &fault);
    if (!m_contents || !m_store)
        return fail(u"%1: %2"_s.arg(m_options.session, sessionErrorText(fault)), RunTimeFault);
    m_urls = m_contents->urls;
    if (m_options.config.follow.enabled && !m_urls->found())
        m_urls = UrlList::withFound(m_urls);
    if (const QStringList &withheld = m_options.config.withheldHeaders; !withheld.isEmpty())
        console::complain(u"the session does not keep secrets; without --header these are not sent: %1"_s.arg(
            withheld.join(u", "_s)));
    return true;
}

/// A session that was asked for must be; one in the default folder may fail.
bool CrawlCommand::makeSession()
{
    if (m_options.session == "none"_L1)
        return true;
    const bool asked = !m_options.session.isEmpty();
    const SessionHead head {m_urls, QJsonDocument(m_options.config.sessionJson()).toJson(QJsonDocument::Compact)};
    const auto create = [this, &head](const QString &path) {
        SessionFault fault;
        m_store = SessionStore::create(path, head, &fault);
        return fault;
    };
    const SessionFault fault = asked
        ? create(m_options.session)
        : SessionPath::claim(SessionPath::defaultFolder(), *m_urls, &m_options.session, create);
    if (m_store)
        return true;
    if (asked && QFileInfo::exists(m_options.session))
        return fail(u"--session %1: is there already; 'resume' goes on with a session"_s.arg(m_options.session),
                    RunTimeFault);
    const QString why = sessionErrorText(fault);
    if (asked)
        return fail(u"--session %1: %2"_s.arg(m_options.session, why), RunTimeFault);
    console::complain(u"no session is kept: %1: %2"_s.arg(m_options.session, why));
    m_options.session = u"none"_s;
    return true;
}

/// Before the crawl, not after it: a night's work must not end in a folder that is not there.
bool CrawlCommand::checkTargets()
{
    for (const QString &path : m_options.exports) {
        if (const QString why = outputfile::whyNotWritable(path); !why.isEmpty())
            return fail(u"--export %1: %2"_s.arg(path, why), RunTimeFault);
    }
    for (const auto &[option, path] :
         {std::pair(u"--summary"_s, m_options.summary), std::pair(u"--gate-junit"_s, m_options.gateJunit),
          std::pair(u"--gate-markdown"_s, m_options.gateMarkdown)}) {
        const QString why = path.isEmpty() || path == "-"_L1 ? QString() : outputfile::whyNotWritable(path);
        if (!why.isEmpty())
            return fail(u"%1 %2: %3"_s.arg(option, path, why), RunTimeFault);
    }
    return true;
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
    m_urls = UrlList::withRedaction(input.urls, Redactor(m_options.config.redactQueryKeys));
    if (m_options.config.follow.enabled)
        m_urls = UrlList::withFound(m_urls);
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
    for (const RunEvent &event : update.events)
        noteEvent(event);
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

/// ": " and why.
static QString sitemapProblem(const RunEvent &event)
{
    if (event.error != ErrorId::None)
        return u": "_s + QString::fromLatin1(errorIdName(event.error));
    if (event.a != 0)
        return u": status %1"_s.arg(event.a);
    return u" to its end: "_s + QString::fromLatin1(sitemapFaultName(static_cast<SitemapFault>(event.b)));
}

void CrawlCommand::noteEvent(const RunEvent &event)
{
    const QString why = sessionErrorText(static_cast<SessionError>(event.a));
    if (event.id == EventId::StorageFailed) {
        console::complain(u"%1: %2; the run waits"_s.arg(m_options.session, why));
    } else if (event.id == EventId::StorageWorks) {
        console::complain(u"%1: can be written again"_s.arg(m_options.session));
    } else if (event.id == EventId::SecretsMissing) {
        console::complain(u"%1 URLs are left: the secrets in them are not in the session"_s.arg(event.a));
    } else if (event.id == EventId::RowsNotStored) {
        fail(u"%1: %2 rows could not be written"_s.arg(m_options.session).arg(event.a), RunTimeFault);
    } else if (event.id == EventId::SitemapFaulty && event.level == EventLevel::Warning) {
        console::complain(u"%1: sitemap not read%2"_s.arg(QString::fromUtf8(event.text), sitemapProblem(event)));
    } else if (event.id == EventId::RuleRests) {
        console::complain(u"--extract %1: reached a limit on %2 pages and is tried no more"_s.arg(
            QString::fromUtf8(event.text), QString::number(event.a)));
    } else if (event.id == EventId::BreakerGaveUp) {
        m_brokenOff = true;
        const QString whom = event.text.isEmpty() ? u"the run"_s : QString::fromUtf8(event.text);
        console::complain(u"%1: too many failures; %2 URLs are left"_s.arg(whom).arg(event.b));
    }
}

void CrawlCommand::runEnded()
{
    m_timer.stop();
    takeUpdate();
    m_progress.finish(m_snapshot);
    m_store.reset();
    if (!m_options.exports.isEmpty() && m_options.session != "none"_L1) {
        SessionFault fault; // without details, exports have what the rows tell
        m_details = SessionReader::open(m_options.session, &fault);
    }
    judge();
    if (m_exitCode == AllOk) // a fault of the session counts more
        m_exitCode = outcome();
    exportNext();
}

ExitCode CrawlCommand::outcome() const
{
    const UrlCounts &counts = m_snapshot.counts;
    if (m_interrupted && m_controller.state() == CrawlController::State::Stopped)
        return Interrupted;
    if (m_brokenOff && counts.left > 0)
        return BrokenOff;
    // Where there is a threshold for failures, that says how many are too many.
    const bool failed = m_options.gate.judgesFailures() ? false : counts.failed > 0;
    return m_gateFailed || failed || counts.invalid > 0 || counts.left > 0 ? SomeFailed : AllOk;
}

/// The thresholds of the profile.
void CrawlCommand::judge()
{
    if (m_options.gate.empty())
        return;
    const GateReport report = evaluateGate(m_options.gate, *m_urls, *m_table, m_snapshot.elapsedMs);
    m_gateFailed = !report.passed();
    if (m_options.summary != "-"_L1 || m_gateFailed)
        console::writeError(report.toMarkdown());
    for (const auto &[option, path, bytes] :
         {std::tuple(u"--gate-junit"_s, m_options.gateJunit, report.toJunit()),
          std::tuple(u"--gate-markdown"_s, m_options.gateMarkdown, report.toMarkdown())}) {
        const QString why = path.isEmpty() ? QString() : outputfile::writeWhole(path, bytes);
        if (!why.isEmpty())
            fail(u"%1 %2: %3"_s.arg(option, path, why), RunTimeFault);
    }
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
    if (const std::optional<SiteTable> table = siteTableOf(path)) {
        if (m_options.session == "none"_L1) { // it could not be made; that was said
            fail(u"--export %1: there is no session to take it from"_s.arg(path), RunTimeFault);
            exportNext();
            return;
        }
        m_export = std::make_unique<ExportJob>(
            [session = m_options.session, table = *table, path, options](const std::atomic<bool> *cancelled,
                                                                         std::atomic<quint64> *written) {
                return exportSiteTable(session, table, path, options, cancelled, written);
            },
            0);
    } else {
        m_export = std::make_unique<ExportJob>(
            ExportInput(ResultSource::allLines(m_urls, m_table), m_details, reportFacts()), path, options);
    }
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
        fail(u"--export %1: %2"_s.arg(m_options.exports[m_exportsStarted - 1], exportProblem(result)), RunTimeFault);
    exportNext();
}

/// Where the session is, and how to go on with it.
QByteArray CrawlCommand::sessionLine() const
{
    if (m_options.session == "none"_L1)
        return {};
    QString path = m_options.session;
    path.replace(QStringLiteral("'"), QStringLiteral("'\\''")); // for a shell
    const bool left = m_snapshot.counts.left > 0;
    return u"%1'%2'\n"_s.arg(left ? u"To go on: crawlscope-cli resume "_s : u"Session: "_s, path).toUtf8();
}

void CrawlCommand::writeSummary()
{
    const SummaryFacts facts {m_options.config.limits.inFlight, platform::peakRssBytes(), m_options.config.backend};
    if (m_options.summary.isEmpty()) {
        if (m_progress.style() != ProgressStyle::Ndjson)
            console::writeError(summaryText(m_snapshot, facts) + sessionLine());
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
