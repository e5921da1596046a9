// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problems/problemid.h"
#include "core/problems/problemlimits.h"
#include "core/store/sessiontypes.h"
#include "core/url/urllist.h"

#include <QByteArray>

#include <vector>

namespace crawlscope {

/// A URL with a problem.
struct ProblemRow
{
    static constexpr quint32 kNoEntry = 0xffffffffU;
    quint32 entry = 0;
    quint32 value = 0; ///< as ProblemKind::value says
    friend bool operator==(const ProblemRow &, const ProblemRow &) = default;
};

/// Rows that belong together, one after another.
struct ProblemCluster
{
    quint32 first = 0; ///< row
    quint32 size = 0;
    QByteArray text; ///< what they share, of the kTexts largest; else empty
};

/// All of one kind. Rows are in the order in which they are best read: worst first, or by entry.
struct ProblemFinding
{
    static constexpr std::size_t kMaxLinks = 1'000'000; ///< rows of BrokenLink and RedirectLinked
    static constexpr std::size_t kTexts = 10'000; ///< clusters whose shared text is kept

    ProblemId id = ProblemId::BrokenPage;
    quint64 count = 0; ///< all; more than there are rows only with links
    std::vector<ProblemRow> rows;
    std::vector<ProblemCluster> clusters; ///< largest first; empty but for ProblemValue::Cluster
};

/// What ProblemFinder found. A value; texts for people are made in the front end.
struct ProblemReport
{
    std::vector<ProblemFinding> findings; ///< those with rows, as problemKind() lists them
    std::vector<QByteArray> texts; ///< see ProblemValue::Text
    quint64 ended = 0; ///< URLs looked at
    quint64 pages = 0; ///< of these, whose page was read
    quint64 links = 0; ///< between URLs of the run
    SessionFault fault; ///< the session could not be read to its end: findings of pages are missing

    [[nodiscard]] const ProblemFinding *finding(ProblemId id) const;
    /// Findings of one severity, all their rows together.
    [[nodiscard]] quint64 count(ProblemSeverity severity) const;
    /// What there is to tell about a row of a finding, for programs: "404", "dns_not_found", ms with three decimals,
    /// bytes, a number, a URL, the text that its cluster shares or else the URL of the cluster's first.
    [[nodiscard]] QByteArray detail(const ProblemFinding &finding, std::size_t row, const UrlList &urls) const;
};

} // namespace crawlscope
