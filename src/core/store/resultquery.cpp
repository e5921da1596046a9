// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/resultquery.h"

#include "core/store/resultsort.h"
#include "core/store/rowfilter.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <thread>
#include <utility>

namespace crawlscope {

namespace {

    // In the order of the enumeration.
    constexpr std::array<QByteArrayView, kResultFieldCount> kFieldNames {
        "input_line",
        "url",
        "final_url",
        "method",
        "state",
        "status",
        "reason",
        "error",
        "error_detail",
        "attempts",
        "redirects",
        "content_type",
        "wire_bytes",
        "body_bytes",
        "truncated",
        "queued_ms",
        "dns_ms",
        "connect_ms",
        "tls_ms",
        "send_ms",
        "wait_ms",
        "receive_ms",
        "total_ms",
        "connection",
        "remote_ip",
        "http_version",
        "started_at",
        "title",
        "duplicate_of_line",
        "anomalies",
    };

    constexpr std::size_t kRowsWorthAThread = 50'000;
    constexpr unsigned kMaxThreads = 4;

    /// What one thread makes of its share of the rows; nothing is shared between them but the read-only table.
    struct Share
    {
        std::size_t first = 0;
        std::size_t last = 0;
        std::vector<quint32> rows;
        quint64 regexGaveUp = 0;
        bool whole = false;

        void work(const ResultTable &table, const UrlList &urls, const ResultFilter &filter,
                  const std::atomic<bool> *cancelled)
        {
            RowFilter rowFilter(table, urls, filter);
            whole = rowFilter.collect(first, last, cancelled, &rows);
            regexGaveUp = rowFilter.regexGaveUp();
        }
    };

    std::vector<Share> sharesOf(std::size_t count)
    {
        const std::size_t most = std::clamp(std::thread::hardware_concurrency(), 1U, kMaxThreads);
        const std::size_t parts = std::clamp<std::size_t>(count / kRowsWorthAThread, 1, most);
        std::vector<Share> shares(parts);
        for (std::size_t i = 0; i < parts; ++i) {
            shares[i].first = count * i / parts;
            shares[i].last = count * (i + 1) / parts;
        }
        return shares;
    }

} // namespace

QByteArrayView resultFieldName(ResultField field)
{
    const auto index = static_cast<std::size_t>(field);
    return index < kFieldNames.size() ? kFieldNames[index] : QByteArrayView();
}

StatusClass statusClassOf(quint16 status)
{
    return status >= 100 && status <= 599 ? static_cast<StatusClass>(status / 100) : StatusClass::None;
}

bool ResultFilter::isEmpty() const
{
    return text.isEmpty() && statusClasses == 0 && states == 0 && errors == 0 && host.trimmed().isEmpty()
        && origins == 0 && slowerThanMicros == 0;
}

ResultQueryOutcome ResultQuery::run(const ResultTable &table, const UrlList &urls, const ResultFilter &filter,
                                    ResultSort sort, const std::atomic<bool> *cancelled)
{
    ResultQueryOutcome outcome;
    outcome.scanned = table.rowCount();
    if (filter.isEmpty() && table.supersededCount() == 0) {
        outcome.rows.resize(outcome.scanned);
        std::iota(outcome.rows.begin(), outcome.rows.end(), 0U);
    } else {
        std::vector<Share> shares = sharesOf(outcome.scanned);
        std::vector<std::thread> threads;
        for (std::size_t i = 1; i < shares.size(); ++i)
            threads.emplace_back([&, i] { shares[i].work(table, urls, filter, cancelled); });
        shares.front().work(table, urls, filter, cancelled);
        for (std::thread &thread : threads)
            thread.join();
        for (Share &share : shares) {
            outcome.cancelled = outcome.cancelled || !share.whole;
            outcome.regexGaveUp += share.regexGaveUp;
            if (outcome.rows.empty())
                outcome.rows = std::move(share.rows);
            else
                outcome.rows.insert(outcome.rows.end(), share.rows.begin(), share.rows.end());
        }
    }
    if (!outcome.cancelled)
        outcome.cancelled = !sortRows(table, urls, sort, cancelled, &outcome.rows);
    if (outcome.cancelled)
        outcome.rows.clear();
    return outcome;
}

std::vector<quint32> ResultQuery::matching(const ResultTable &table, const UrlList &urls, const ResultFilter &filter,
                                           std::size_t first, std::size_t last)
{
    std::vector<quint32> rows;
    RowFilter(table, urls, filter).collect(first, std::min(last, table.rowCount()), nullptr, &rows);
    return rows;
}

} // namespace crawlscope
