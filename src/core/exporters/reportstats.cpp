// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporters/reportstats.h"

#include "core/url/urlnormalizer.h"

#include <algorithm>
#include <utility>

namespace crawlscope {

namespace {

    /// The slower one first; of equals the one that comes first in the list.
    bool slower(const std::pair<quint32, std::size_t> &a, const std::pair<quint32, std::size_t> &b)
    {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    }

} // namespace

void HostCandidates::add(QByteArrayView host)
{
    const QByteArray raw = QByteArray::fromRawData(host.data(), host.size());
    const auto found = m_counts.find(raw);
    if (found != m_counts.end()) {
        ++*found;
        return;
    }
    if (m_counts.size() < kCapacity) {
        m_counts.insert(host.toByteArray(), 1);
        return;
    }
    m_complete = false;
    for (auto it = m_counts.begin(); it != m_counts.end();) {
        if (--*it == 0)
            it = m_counts.erase(it);
        else
            ++it;
    }
}

std::vector<QByteArray> HostCandidates::top(std::size_t count) const
{
    std::vector<std::pair<quint32, QByteArray>> all;
    all.reserve(static_cast<std::size_t>(m_counts.size()));
    for (auto it = m_counts.cbegin(); it != m_counts.cend(); ++it)
        all.emplace_back(it.value(), it.key());
    const auto more = [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    };
    const std::size_t size = std::min(count, all.size());
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(size), all.end(), more);
    std::vector<QByteArray> names;
    for (std::size_t i = 0; i < size; ++i)
        names.push_back(all[i].second);
    return names;
}

void RowGroup::add(std::size_t index)
{
    ++count;
    if (samples.size() < ReportStats::kSamples)
        samples.push_back(index);
}

void ReportStats::scan(const ResultSource &source, std::size_t index)
{
    if (source.tableRow(index) >= 0)
        m_candidates.add(UrlNormalizer::host(source.urls().url(source.entry(index))));
}

void ReportStats::addLine(const ResultSource &source, std::size_t entry)
{
    const LineVerdict verdict = source.urls().verdict(entry);
    if (verdict == LineVerdict::Duplicate)
        ++counts.duplicate;
    else if (verdict == LineVerdict::Invalid)
        ++counts.invalid;
    else
        ++counts.left;
}

void ReportStats::addSlow(quint32 micros, std::size_t index)
{
    const std::pair<quint32, std::size_t> item {micros, index};
    if (m_slow.size() == kSlowest) {
        if (!slower(item, m_slow.front()))
            return;
        std::pop_heap(m_slow.begin(), m_slow.end(), slower);
        m_slow.pop_back();
    }
    m_slow.push_back(item);
    std::push_heap(m_slow.begin(), m_slow.end(), slower);
}

void ReportStats::add(const ResultSource &source, std::size_t index)
{
    if (!std::exchange(m_scanned, true)) {
        for (const QByteArray &name : m_candidates.top(kHosts)) {
            m_hostIndex.insert(name, hosts.size());
            hosts.emplace_back(name, HostTotals());
        }
    }
    ++counts.input;
    const qint64 row = source.tableRow(index);
    if (row < 0)
        return addLine(source, source.entry(index));
    const ResultRecord &record = source.table().record(static_cast<std::size_t>(row));
    const bool answered = record.status != 0 && record.times.total != PhaseTimes::kNotApplicable;
    const auto received = static_cast<quint64>(std::max<qint64>(record.wireBytes, 0));
    ++(record.state == RowState::Done         ? counts.done
           : record.state == RowState::Failed ? counts.failed
           : record.state == RowState::Left   ? counts.left
                                              : counts.skipped);
    ++statusClasses.at(static_cast<std::size_t>(statusClassOf(record.status)));
    if (record.status != 0)
        ++statusCodes[record.status];
    if (record.error != ErrorId::None)
        errors.at(static_cast<std::size_t>(record.error)).add(index);
    else if (record.state == RowState::Failed)
        badStatuses[record.status].add(index);
    wireBytes += received;
    bodyBytes += static_cast<quint64>(std::max<qint64>(record.bodyBytes, 0));
    redirects += record.redirects;
    if (record.startedAtMs > 0 && (firstStartMs == 0 || record.startedAtMs < firstStartMs))
        firstStartMs = record.startedAtMs;
    if (answered)
        latency.add(record.times.total);
    if (record.times.total != PhaseTimes::kNotApplicable)
        addSlow(record.times.total, index);
    const auto host = m_hostIndex.constFind(UrlNormalizer::host(source.urls().url(record.entry)).toByteArray());
    if (host == m_hostIndex.cend())
        return;
    HostTotals &stats = hosts[*host].second;
    ++stats.urls;
    stats.done += record.state == RowState::Done ? 1 : 0;
    stats.failed += record.state == RowState::Failed ? 1 : 0;
    stats.wireBytes += received;
    if (answered)
        stats.latency.add(record.times.total);
}

void ReportStats::finish()
{
    counts.pending = counts.left;
    counts.unique = counts.done + counts.failed + counts.skipped + counts.left;
    std::sort_heap(m_slow.begin(), m_slow.end(), slower);
    for (const auto &item : m_slow)
        slowest.push_back(item.second);
    std::stable_sort(hosts.begin(), hosts.end(),
                     [](const auto &a, const auto &b) { return a.second.urls > b.second.urls; });
    allHostsSeen = m_candidates.complete();
    hostCount = m_candidates.size();
}

} // namespace crawlscope
