// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace crawlscope::cli {

/// A public contract.
enum ExitCode : int {
    AllOk = 0,
    SomeFailed = 1, ///< finished; URLs failed or lines were invalid
    UsageError = 2,
    RunTimeFault = 3, ///< a file cannot be read or written
    Interrupted = 4, ///< SIGINT or SIGTERM
    BrokenOff = 5, ///< URLs are left since a breaker gave up
};

} // namespace crawlscope::cli
