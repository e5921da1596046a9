// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/exitcode.h"

#include <QStringList>

namespace crawlscope::cli {

/// `crawlscope-cli simulate SESSION [--concurrency N] … [--json FILE|-]`: how long the run would take with other
/// limits. Thread: main; blocks.
[[nodiscard]] ExitCode runSimulate(const QStringList &arguments);

} // namespace crawlscope::cli
