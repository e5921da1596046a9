// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/resultsource.h"
#include "core/stats/statssnapshot.h"

#include <QByteArray>
#include <QHash>

#include <array>
#include <map>
#include <vector>

namespace crawlscope {

/// The hosts with most rows among many, in bounded memory: at most kCapacity names are kept, so every host that has
/// more than 1/kCapacity of the rows is among them (Misra and Gries, 1982). With fewer hosts than that all are. A
/// value.
class HostCandidates
{
public:
    static constexpr qsizetype kCapacity = 20'000;
    void add(QByteArrayView host);
    /// At most `count` names, most rows first (as counted here), ties by name.
    [[nodiscard]] std::vector<QByteArray> top(std::size_t count) const;
    [[nodiscard]] quint64 size() const { return static_cast<quint64>(m_counts.size()); }
    [[nodiscard]] bool complete() const { return m_complete; } ///< false: some hosts were let go

private:
    QHash<QByteArray, quint32> m_counts;
    bool m_complete = true;
};

struct HostTotals
{
    quint64 urls = 0;
    quint64 done = 0;
    quint64 failed = 0;
    quint64 wireBytes = 0;
    LatencyHistogram latency;
};

/// Rows of one kind: how many, and the first few.
struct RowGroup
{
    quint64 count = 0;
    std::vector<std::size_t> samples; ///< indices into the source
    void add(std::size_t index);
};

/// What a report counts over the rows it is made from. Memory does not grow with the rows: samples are row numbers.
/// First scan() every row, then add() every row. The same rules as StatsCollector, so that a report of all rows gives
/// the figures that the window gave.
class ReportStats
{
public:
    static constexpr std::size_t kSamples = 10;
    static constexpr std::size_t kSlowest = 50;
    static constexpr std::size_t kHosts = 100;

    void scan(const ResultSource &source, std::size_t index);
    void add(const ResultSource &source, std::size_t index);
    /// Puts hosts and slow rows in order. After the last add().
    void finish();

    UrlCounts counts; ///< of the rows seen; adds up, with what has not ended as pending
    std::array<quint64, 6> statusClasses {};
    std::map<quint16, quint64> statusCodes;
    std::array<RowGroup, kErrorIdCount> errors; ///< rows that failed with this id
    std::map<quint16, RowGroup> badStatuses; ///< rows that failed by their status alone
    quint64 wireBytes = 0;
    quint64 bodyBytes = 0;
    quint64 redirects = 0;
    qint64 firstStartMs = 0; ///< earliest start of a row, ms since the epoch; 0: none started
    LatencyHistogram latency;
    std::vector<std::size_t> slowest; ///< indices, slowest first
    std::vector<std::pair<QByteArray, HostTotals>> hosts; ///< most URLs first
    bool allHostsSeen = true; ///< false: there were so many that small ones may be missing from `hosts`
    quint64 hostCount = 0; ///< different hosts, at most HostCandidates::kCapacity

private:
    void addLine(const ResultSource &source, std::size_t entry);
    void addSlow(quint32 micros, std::size_t index);

    HostCandidates m_candidates;
    QHash<QByteArray, std::size_t> m_hostIndex; ///< into `hosts`
    std::vector<std::pair<quint32, std::size_t>> m_slow; ///< heap, the fastest in front
    bool m_scanned = false;
};

} // namespace crawlscope
