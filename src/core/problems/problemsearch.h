// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problems/problemclusters.h"
#include "core/problems/problemfinder.h"
#include "core/store/pagerecord.h"
#include "core/store/resulttable.h"

#include <array>
#include <utility>

namespace crawlscope {

/// The state of one ProblemFinder::run(). Thread: its caller's.
class ProblemSearch
{
public:
    ProblemSearch(const ProblemFinder::Source &source, const ProblemLimits &limits, const std::atomic<bool> *cancelled,
                  std::atomic<quint64> *done);

    // In this order; each false: cancelled.
    [[nodiscard]] bool readRows();
    [[nodiscard]] bool findShadows();
    [[nodiscard]] bool readPages();
    [[nodiscard]] bool readLinks();
    [[nodiscard]] bool judgeTitles();
    [[nodiscard]] bool groupPages();
    [[nodiscard]] bool judgeCanonicals();
    [[nodiscard]] ProblemReport takeReport();

private:
    /// What is known of an entry.
    enum Flag : quint8 {
        Broken = 1U << 0,
        Redirects = 1U << 1,
        Page = 1U << 2, ///< HTML, answered with 2xx
        Whole = 1U << 3, ///< its body was not cut
        Shadow = 1U << 4, ///< another entry stands for the same page
        Hidden = 1U << 5, ///< not for search engines
        Copy = 1U << 6, ///< the bytes of another one
    };
    using KeyedEntry = std::pair<quint64, quint32>;

    [[nodiscard]] bool goesOn();
    [[nodiscard]] bool is(quint32 entry, quint8 flags) const { return (m_flags[entry] & flags) == flags; }
    [[nodiscard]] bool isAny(quint32 entry, quint8 flags) const { return (m_flags[entry] & flags) != 0; }
    [[nodiscard]] ProblemFinding &finding(ProblemId id) { return m_findings[static_cast<std::size_t>(id)]; }
    void add(ProblemId id, quint32 entry, quint32 value = 0);
    void addLink(ProblemId id, const LinkEnds &link);
    [[nodiscard]] QByteArrayView pageUrl(quint32 entry) const;

    void judgeRow(std::size_t row, const ResultRecord &record);
    void judgeFailure(const ResultRecord &record);
    void judgePage(quint32 entry, const PageRecord &page);
    void judgeHtml(quint32 entry, const PageRecord &page);
    void judgeLink(const LinkEnds &link);
    void noteCanonical(quint32 entry, const PageRecord &page);
    [[nodiscard]] quint32 textNumber(QByteArrayView text);
    [[nodiscard]] bool nameClusters(ProblemId id);
    [[nodiscard]] bool groupNearPages();

    const ProblemFinder::Source m_source;
    const ProblemLimits m_limits;
    const std::atomic<bool> *const m_cancelled;
    std::atomic<quint64> *const m_done;
    quint64 m_steps = 0;

    ProblemReport m_report;
    std::array<ProblemFinding, kProblemCount> m_findings;
    std::vector<quint8> m_flags; ///< by entry
    std::vector<quint32> m_rowOf; ///< by entry; row + 1, 0: not ended
    std::vector<quint32> m_lastSource; ///< by target; source + 1 of its last link to something bad
    ProblemClusters m_titles;
    ProblemClusters m_descriptions;
    ProblemClusters m_bodies;
    std::vector<KeyedEntry> m_simhashes;
    std::vector<KeyedEntry> m_canonicals; ///< by the URL that stands for the entry
};

} // namespace crawlscope
