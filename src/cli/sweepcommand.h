// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/crawloptions.h"
#include "core/lab/sweeprunner.h"

#include <QObject>

namespace crawlscope::cli {

/// What `crawlscope-cli sweep` was asked to do.
struct SweepOptions
{
    CrawlOptions crawl; ///< input, requests, summary
    SweepPlan plan; ///< valid
    QString csv; ///< file; empty: none
    QString session; ///< file that keeps the result; empty: none
    bool keepPerHost = false; ///< --per-host or the profile said so
};
struct SweepOptionsResult
{
    SweepOptions options;
    QString error; ///< one line; empty: usable
    ExitCode exitCode = AllOk;
    bool help = false;
};
/// Reads the arguments behind "sweep": its own, and those of `crawl` about input and requests.
[[nodiscard]] SweepOptionsResult parseSweepOptions(const QStringList &arguments);

/// `crawlscope-cli sweep`: the same URLs with several limits on requests in flight. Thread: main.
class SweepCommand : public QObject
{
    Q_OBJECT
public:
    explicit SweepCommand(SweepOptions options, QObject *parent = nullptr);

    /// Checks the targets, reads the input, begins. False: it is over already, see exitCode().
    [[nodiscard]] bool start();
    /// The first ends the sweep (what was measured is still told), the second the process.
    void interrupt();
    [[nodiscard]] ExitCode exitCode() const { return m_exitCode; }

Q_SIGNALS:
    void finished();

private:
    bool fail(const QString &message, ExitCode code);
    void tellProgress();
    void ended();
    void write(const SweepResult &result);
    [[nodiscard]] bool checkSession();
    void keep(const SweepResult &result);

    SweepOptions m_options;
    SweepRunner m_runner;
    std::shared_ptr<const UrlList> m_urls; ///< all of the list
    qint64 m_startedMs = 0; ///< wall clock
    std::size_t m_told = 0; ///< runs
    quint64 m_invalid = 0; ///< lines
    ExitCode m_exitCode = AllOk;
    bool m_interrupted = false;
};

} // namespace crawlscope::cli
