// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/pagereport.h"

namespace crawlscope {

/// Looks at one body: undoes the content coding, finds charset and title, checks declared JSON, cuts a preview;
/// with AnalysisTask::wantFacts, gathers PageFacts.
/// Pure; bounded by kMaxBytes. Thread: any (runs in the analysis pool).
namespace PageAnalyzer {

    inline constexpr qint64 kMaxBytes = 5LL * 1024 * 1024; ///< decoded bytes looked at

    [[nodiscard]] PageReport analyze(const AnalysisTask &task);
    /// Text of the first <title> outside comments, scripts and styles, entities decoded, white space folded.
    [[nodiscard]] QByteArray titleOf(const QByteArray &html, const QByteArray &charset);

} // namespace PageAnalyzer
} // namespace crawlscope
