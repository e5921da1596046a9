// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/exitcode.h"
#include "core/crawl/crawlconfig.h"
#include "core/lab/gate.h"

#include <QByteArrayList>
#include <QString>
#include <QStringList>

#include <optional>

namespace crawlscope::cli {

enum class ProgressStyle : quint8 { None, Bar, Ndjson };

/// What `crawlscope-cli crawl` was asked to do.
struct CrawlOptions
{
    QByteArrayList urls; ///< given as arguments
    QString input; ///< file, "-" for standard input; empty: none
    QString column; ///< of a CSV: number from 1, or name; empty: the guessed one
    bool demo = false;
    CrawlConfig config; ///< valid
    QString session; ///< file, "none"; empty: one in the default folder
    bool resume = false; ///< `session` is there and goes on; neither URLs nor input
    bool retryFailed = false; ///< of a resumed session: its failed URLs once more
    QStringList exports;
    QString summary; ///< file, "-" for standard output; empty: none
    Gate gate; ///< of the profile; empty: none
    QString gateJunit; ///< file; empty: none
    QString gateMarkdown; ///< likewise
    std::optional<ProgressStyle> progress; ///< empty: a bar where standard error is a terminal
};

struct CrawlOptionsResult
{
    CrawlOptions options;
    QString error; ///< one line; empty: usable
    ExitCode exitCode = AllOk; ///< UsageError or RunTimeFault with an error
    bool help = false; ///< --help was among the arguments
};

/// Reads the arguments behind "crawl", with the profile and the body file they name.
/// Neither error nor output repeats a URL or a proxy, for they may hold passwords.
[[nodiscard]] CrawlOptionsResult parseCrawlOptions(const QStringList &arguments);

/// Reads the arguments behind "resume": the session, then options that replace what it holds.
[[nodiscard]] CrawlOptionsResult parseResumeOptions(const QStringList &arguments);

/// Every long option, for the test that keeps the help text complete.
[[nodiscard]] QStringList crawlOptionNames();

} // namespace crawlscope::cli
