// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/resulttable.h"
#include "core/url/urllist.h"

#include <QRegularExpression>
#include <QString>

#include <atomic>
#include <memory>
#include <vector>

namespace crawlscope {

/// Every column of the results table and of the exports, in the order of the exports.
enum class ResultField : quint8 {
    InputLine,
    Url,
    FinalUrl,
    Method,
    State,
    Status,
    Reason,
    Error,
    ErrorDetail,
    Attempts,
    Redirects,
    ContentType,
    WireBytes,
    BodyBytes,
    Truncated,
    QueuedMs,
    DnsMs,
    ConnectMs,
    TlsMs,
    SendMs,
    WaitMs,
    ReceiveMs,
    TotalMs,
    Connection,
    RemoteIp,
    HttpVersion,
    StartedAt,
    Title,
    DuplicateOfLine,
    Anomalies,
};
inline constexpr int kResultFieldCount = 30;
/// Contract name, e.g. "input_line".
[[nodiscard]] QByteArrayView resultFieldName(ResultField field);

/// How a URL is known, for filters.
enum class UrlOrigin : quint8 {
    Input, ///< it is on the list
    Found, ///< a run found it
    SitemapOnly, ///< a sitemap lists it, no page links to it
    LinkedOnly, ///< a page links to it, no sitemap lists it
};
inline constexpr int kUrlOriginCount = 4;

/// What to show and in which order.
struct ResultFilter
{
    QString text; ///< searched in URL, final URL, title and the values of rules; empty: everything
    bool regularExpression = false; ///< `text` is a PCRE2 pattern; plain text ignores ASCII case
    bool caseSensitive = false;
    quint32 statusClasses = 0; ///< bit per StatusClass; 0: all
    quint32 states = 0; ///< bit per RowState; 0: all
    quint64 errors = 0; ///< bit per ErrorId; 0: all
    QString host; ///< exact host name; "*.example.org" takes subdomains too; empty: all
    quint32 origins = 0; ///< bit per UrlOrigin, any of them; 0: all
    quint32 slowerThanMicros = 0; ///< keeps rows with total > this; 0: all
    [[nodiscard]] bool isEmpty() const;
};
struct ResultSort
{
    /// ResultField; kResultFieldCount and on: columns of the table; -1: order in which they ended.
    int field = -1;
    bool descending = false;
};
struct ResultQueryOutcome
{
    std::vector<quint32> rows; ///< numbers of rows of the table
    std::size_t scanned = 0; ///< rows of the table that were looked at (rowCount() at the start)
    bool cancelled = false;
    quint64 regexGaveUp = 0; ///< rows on which PCRE2's match limit ended the search (counted as not matching)
};

/// Pure; reads published rows only, and of an entry with several the current one. Thread: any, several at once.
/// `cancelled` is polled every few thousand rows. Rows do not change, but how their URLs are known does (see
/// EntryMarks) until the run has ended: what `origins` kept or left out before holds for its moment.
namespace ResultQuery {
    [[nodiscard]] ResultQueryOutcome run(const ResultTable &table, const UrlList &urls, const ResultFilter &filter,
                                         ResultSort sort, const std::atomic<bool> *cancelled = nullptr);
    /// Rows `first` … `last-1` that pass, in table order: for rows that arrive while a filter is on.
    [[nodiscard]] std::vector<quint32> matching(const ResultTable &table, const UrlList &urls,
                                                const ResultFilter &filter, std::size_t first, std::size_t last);
} // namespace ResultQuery

} // namespace crawlscope
