// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/exitcode.h"

#include <QStringList>

namespace crawlscope::cli {

/// `crawlscope-cli export SESSION --export FILE…`: writes the results of a session, runs nothing. Thread: main; blocks.
[[nodiscard]] ExitCode runExport(const QStringList &arguments);

/// `crawlscope-cli info SESSION [--json] [--check]`: what a session holds, on standard output. Thread: main; blocks.
[[nodiscard]] ExitCode runInfo(const QStringList &arguments);

} // namespace crawlscope::cli
