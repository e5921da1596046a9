// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportformat.h"
#include "core/exporters/exportoutcome.h"

#include <atomic>

namespace crawlscope {

class UrlList;
struct ProblemReport;

/// Writes problems.csv: a line a row of a finding, in their order, as exportTo() does. Of `options`, what concerns CSV.
/// Thread: any; blocks. `progress` receives lines written.
[[nodiscard]] ExportOutcome exportProblems(const ProblemReport &report, const UrlList &urls, const QString &path,
                                           const ExportOptions &options, const std::atomic<bool> *cancelled = nullptr,
                                           std::atomic<quint64> *progress = nullptr);

} // namespace crawlscope
