// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problems/problemreport.h"

#include <atomic>
#include <optional>

namespace crawlscope {

class ResultTable;
class SessionReader;

/// Looks through a run for what is wrong with its URLs and pages.
///
/// Findings of rows come from the table alone; those of pages and links from the session, where they were kept. A URL
/// that was redirected stands for the page it led to, unless another URL of the run stands for it already, so no page
/// is told of twice. Of pages that ask not to be indexed, or say that another URL stands for them, nothing is compared
/// with others.
///
/// One pass over the rows, one over the pages, one over the links. Memory while it works: at most 160 bytes a URL, and
/// 8 for each row of the report. A run that goes on may be looked through as well: then a row may be newer than what
/// the session tells of its page, or the other way round. Thread: any but that of a front end; blocks.
namespace ProblemFinder {

    /// What is looked through. `session` may be null: findings of pages and links are left out. The one reader is used
    /// by nobody else meanwhile.
    struct Source
    {
        const SessionReader *session = nullptr;
        const ResultTable *table = nullptr;
        const UrlList *urls = nullptr;
    };

    /// nullopt: cancelled. `done` receives rows, pages and links looked at, together.
    [[nodiscard]] std::optional<ProblemReport> run(const Source &source, const ProblemLimits &limits,
                                                   const std::atomic<bool> *cancelled = nullptr,
                                                   std::atomic<quint64> *done = nullptr);

} // namespace ProblemFinder

} // namespace crawlscope
