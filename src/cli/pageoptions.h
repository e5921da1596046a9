// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlconfig.h"

#include <QString>
#include <QStringList>

#include <optional>

class QCommandLineParser;

/// The options that say what is read out of pages. Thread: any.
namespace crawlscope::cli::pageoptions {

struct Fault
{
    QString text; ///< one line
    bool ofFile = false; ///< a file cannot be read; else the options are wrong
};
/// Takes what is set into `config`; rules take the place of those that are there. nullopt: all is well.
[[nodiscard]] std::optional<Fault> read(const QCommandLineParser &parser, CrawlConfig *config);
/// Without their dashes; a session has already said them.
[[nodiscard]] const QStringList &names();
/// What is wrong with a list of rules, and where; `rules` as far as they are known.
[[nodiscard]] QString problemText(const ExtractionError &error, const std::vector<ExtractionRule> &rules);

} // namespace crawlscope::cli::pageoptions
