// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/crawloptions.h"
#include "core/url/urllist.h"

#include <memory>

namespace crawlscope::cli {

struct CrawlInput
{
    std::shared_ptr<const UrlList> urls; ///< null with an error
    QString error;
    ExitCode exitCode = AllOk;
};

/// URLs of the arguments, then those of the file. Blocks until standard input is read to its end.
[[nodiscard]] CrawlInput readCrawlInput(const CrawlOptions &options);

} // namespace crawlscope::cli
