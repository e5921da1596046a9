// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A run that goes on where an earlier one of its session ended, or tries its failed URLs again.
#include "core/crawl/crawlengine.h"

#include <algorithm>

namespace crawlscope {

ResultRow totalsOf(const ResultRecord &record)
{
    ResultRow row;
    row.state = record.state;
    row.error = record.error;
    row.status = record.status;
    row.connection = record.connection;
    row.wireBytes = record.wireBytes;
    row.bodyBytes = record.bodyBytes;
    row.times.total = record.times.total;
    return row;
}

void CrawlEngine::restore(const RunStart &start)
{
    m_earlier.elapsedMicros = start.elapsedMs * 1000;
    m_activeMicros = m_earlier.elapsedMicros;
    m_stats.beginAt(m_earlier.elapsedMicros);
    if (!start.earlier)
        return;
    const ResultTable &table = *start.earlier;
    m_earlier.table = start.earlier;
    m_earlier.retry = start.retry.has_value();
    std::vector<bool> again(m_urls->size());
    for (const quint32 entry : start.retry.value_or(std::vector<quint32>())) {
        if (entry < again.size())
            again[entry] = true;
    }
    m_earlier.leftOut.assign(m_urls->size(), m_earlier.retry);
    const std::size_t count = table.rowCount();
    for (std::size_t row = 0; row < count; ++row) {
        const ResultRecord &record = table.record(row);
        if (!table.isCurrent(row) || record.entry >= m_urls->size())
            continue;
        m_earlier.leftOut[record.entry] = !again[record.entry];
        if (again[record.entry])
            m_earlier.retried[record.entry] = row;
        else
            restoreRow(record);
    }
    for (const quint32 entry : start.sentAgain) {
        m_earlier.sentAgain.resize(m_urls->size());
        if (entry < m_earlier.sentAgain.size())
            m_earlier.sentAgain[entry] = true;
    }
    const quint64 rest =
        m_urls->counts().unique + (m_urls->size() - m_urls->inputSize()) - m_done - m_failed - m_skipped;
    m_unfed = m_earlier.retry ? m_earlier.retried.size() : rest;
    m_putBack = rest - m_unfed;
}

void CrawlEngine::restoreRow(const ResultRecord &record)
{
    m_stats.restore(totalsOf(record), 1 + record.redirects);
    countOf(record.state) += 1;
}

void CrawlEngine::prepareRow(ResultRow *row) const
{
    row->attempts = 1;
    if (const auto before = m_earlier.retried.find(row->entry); before != m_earlier.retried.end()) {
        const int attempts = m_earlier.table->record(before->second).attempts;
        row->attempts = static_cast<quint8>(std::min(attempts + 1, 255));
    } else if (EarlierRun::at(m_earlier.sentAgain, row->entry)) {
        row->attempts = 2;
        row->anomalies |= static_cast<quint32>(Anomaly::SentAgain);
    }
}

/// A URL read back from a file or a list made of one: the part that would make it a request is not there.
void CrawlEngine::leaveOut(quint32 entry)
{
    --m_unfed;
    if (const auto row = m_earlier.retried.find(entry); row != m_earlier.retried.end()) {
        restoreRow(m_earlier.table->record(row->second));
        m_earlier.retried.erase(row);
    } else {
        ++m_putBack;
    }
    ++m_withheld;
}

/// How often its attempts have ended like this one.
void CrawlEngine::confirm(Exchange &exchange)
{
    ResultRow &row = exchange.row;
    if (row.attempts == 0) // nothing was sent
        return;
    const auto alike = std::count(exchange.failures.begin(), exchange.failures.end(), exchange.outcome());
    row.confirmed = static_cast<quint8>(std::min<std::ptrdiff_t>(alike + 1, 255));
    if (row.state == RowState::Done && !exchange.failures.empty())
        row.anomalies |= static_cast<quint32>(Anomaly::Recovered);
    const auto before = m_earlier.retried.find(row.entry);
    if (before == m_earlier.retried.end())
        return;
    const ResultRecord &record = m_earlier.table->record(before->second);
    if (record.state == row.state && record.error == row.error && record.status == row.status)
        row.confirmed = static_cast<quint8>(std::min(std::max<int>(record.confirmed, 1) + row.confirmed, 255));
    m_earlier.retried.erase(before);
}

/// The end of a retry: what it did not come to, being stopped or as a host gave up, is as it was.
void CrawlEngine::endRetry()
{
    for (const auto &[entry, row] : m_earlier.retried)
        restoreRow(m_earlier.table->record(row));
    m_earlier.retried.clear();
    m_frontier.clearPending();
    m_unfed = 0;
    m_putBack = m_urls->counts().unique + (m_urls->size() - m_urls->inputSize()) - m_done - m_failed - m_skipped;
}

} // namespace crawlscope
