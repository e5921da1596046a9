// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problems/problemfinder.h"

#include "core/problems/problemsearch.h"

namespace crawlscope::ProblemFinder {

std::optional<ProblemReport> run(const Source &source, const ProblemLimits &limits, const std::atomic<bool> *cancelled,
                                 std::atomic<quint64> *done)
{
    ProblemSearch search(source, limits, cancelled, done);
    const bool whole = search.readRows() && search.findShadows() && search.readPages() && search.readLinks()
        && search.judgeCanonicals() && search.groupPages() && search.judgeTitles();
    return whole ? std::optional(search.takeReport()) : std::nullopt;
}

} // namespace crawlscope::ProblemFinder
