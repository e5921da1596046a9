// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/crawloptions.h"
#include "cli/progressreporter.h"
#include "core/crawl/crawlcontroller.h"
#include "core/crawl/sessionload.h"
#include "core/exporters/exportjob.h"
#include "core/store/resulttable.h"
#include "core/store/sessionstore.h"
#include "demosite/demoserver.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace crawlscope::cli {

/// `crawlscope-cli crawl` and `resume`: one run from reading the input to the last byte of the summary.
/// Owns the controller and, if rows are to be exported or judged, the table of results. Thread: main.
class CrawlCommand : public QObject
{
    Q_OBJECT
public:
    explicit CrawlCommand(CrawlOptions options, QObject *parent = nullptr);
    ~CrawlCommand() override;

    /// Checks the targets and reads the input. False: it is over already, see exitCode().
    [[nodiscard]] bool prepare();
    /// Starts the run that was prepared; finished() tells its end.
    void start();
    /// SIGINT or SIGTERM: the first ends the run (exports and summary are still written), the second the process.
    void interrupt();
    [[nodiscard]] ExitCode exitCode() const { return m_exitCode; }

Q_SIGNALS:
    void finished();

private:
    bool fail(const QString &message, ExitCode code);
    bool checkTargets();
    bool readUrls();
    bool openSession();
    bool makeSession();
    void noteEvent(const RunEvent &event);
    void takeUpdate();
    void runEnded();
    void judge();
    void exportNext();
    [[nodiscard]] ReportFacts reportFacts() const;
    void exportEnded();
    void writeSummary();
    [[nodiscard]] QByteArray sessionLine() const;
    [[nodiscard]] ExitCode outcome() const;

    CrawlOptions m_options;
    ProgressReporter m_progress;
    std::unique_ptr<demosite::DemoServer> m_demo;
    std::shared_ptr<const UrlList> m_urls;
    std::shared_ptr<ResultTable> m_table; // null: nobody asks for rows
    std::shared_ptr<SessionContents> m_contents; // of a session that goes on
    std::shared_ptr<SessionStore> m_store; // null: no session is kept
    CrawlController m_controller;
    QTimer m_timer;
    StatsSnapshot m_snapshot;
    ReportFacts m_facts; ///< of the run, for exports that tell them
    std::shared_ptr<const DetailSource> m_details; ///< likewise, once it has ended; null: none kept
    std::unique_ptr<ExportJob> m_export;
    qsizetype m_exportsStarted = 0;
    ExitCode m_exitCode = AllOk;
    bool m_interrupted = false;
    bool m_brokenOff = false; ///< a breaker gave up
    bool m_gateFailed = false;
};

} // namespace crawlscope::cli
