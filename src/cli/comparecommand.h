// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/exitcode.h"

#include <QStringList>

namespace crawlscope::cli {

/// `crawlscope-cli compare A B [--threshold PERCENT] [--json FILE|-] [--csv FILE]`: what changed between two sessions.
/// SomeFailed where something newly fails or has become slower than the threshold allows. Thread: main; blocks.
[[nodiscard]] ExitCode runCompare(const QStringList &arguments);

} // namespace crawlscope::cli
