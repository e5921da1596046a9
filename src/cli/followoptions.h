// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlconfig.h"

#include <QString>
#include <QStringList>

class QCommandLineParser;

/// The options that make the list the seed of a crawl. Thread: any.
namespace crawlscope::cli::followoptions {

/// Takes what is set into `config`. Returns what is wrong in one line; empty: nothing.
[[nodiscard]] QString read(const QCommandLineParser &parser, CrawlConfig *config);
/// Without their dashes; a session has already said them.
[[nodiscard]] const QStringList &names();

} // namespace crawlscope::cli::followoptions
