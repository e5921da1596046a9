// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/sessionload.h"
#include "core/exporters/exportinput.h"
#include "core/exporters/exportoutcome.h"

namespace crawlscope::cli {

/// What a report tells of the run of a session.
[[nodiscard]] ReportFacts reportFacts(const SessionContents &contents);
/// Every input line of a session, with details and facts.
[[nodiscard]] ExportInput exportInput(const SessionContents &contents);

/// Why an export was not written.
[[nodiscard]] QString exportProblem(const ExportOutcome &outcome);

} // namespace crawlscope::cli
