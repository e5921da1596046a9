// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlconfig.h"

#include <QString>

class QCommandLineParser;

/// The options that say how hosts are treated: pace, robots.txt, retries, breakers. Thread: any.
namespace crawlscope::cli::politeoptions {

/// Takes what is set into `config`. Returns what is wrong in one line; empty: nothing.
[[nodiscard]] QString read(const QCommandLineParser &parser, CrawlConfig *config);

} // namespace crawlscope::cli::politeoptions
