// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/exchange.h"

#include "core/analysis/pageanalyzer.h"
#include "core/net/secrets.h"

#include <algorithm>
#include <utility>

namespace crawlscope {

namespace {

    constexpr qint64 kRedirectBodyBytes = 64LL * 1024;

    bool has(const HeaderList &headers, QByteArrayView name)
    {
        return std::any_of(headers.begin(), headers.end(),
                           [name](const auto &header) { return name.compare(header.first, Qt::CaseInsensitive) == 0; });
    }

    void addUnless(HeaderList *headers, const char *name, const QByteArray &value)
    {
        if (!value.isEmpty() && !has(*headers, name))
            headers->append({QByteArray(name), value});
    }

} // namespace

void Exchange::startAgain()
{
    again = false;
    totalMicros = 0;
    row.attempts = static_cast<quint8>(std::min(row.attempts + 1, 255));
    row.redirects = 0;
    row.finalUrl.clear();
    row.anomalies &= static_cast<quint32>(Anomaly::SentAgain);
    row.times.queued = 0;
}

void Exchange::keepFailure()
{
    failures.push_back(outcome());
    failed = std::make_unique<ResultRow>(row);
}

// Hops of an attempt that began after it have left their marks in the row.
void Exchange::endWithFailure()
{
    row = std::move(*failed);
    failures.pop_back();
}

void Exchange::absorb(const FetchResult &result, const Redactor *redactor)
{
    row.error = result.error;
    row.errorDetail = result.errorDetail;
    row.status = result.status;
    row.reason = result.reason;
    row.method = method;
    row.contentType = headerValue(result.headers, "content-type").left(200);
    row.connection = result.connection;
    row.httpVersion = result.httpVersion;
    row.truncated = result.truncated;
    row.anomalies |= result.anomalies;
    row.wireBytes = result.wireBytes;
    row.bodyBytes = result.wireBytes;
    row.remoteIp = result.remoteIp;
    if (row.startedAtMs == 0)
        row.startedAtMs = result.startedAtMs;
    const quint32 queued = row.times.queued;
    row.times = result.times;
    row.times.queued = queued;
    if (result.times.total != PhaseTimes::kNotApplicable)
        totalMicros += result.times.total;
    row.times.total = totalMicros;
    if (redactor == nullptr)
        return;
    HopDetails hop;
    hop.url = redactor->hasKeys() ? (*redactor)(url) : url;
    hop.method = method;
    hop.status = result.status;
    hop.reason = result.reason;
    hop.error = result.error;
    hop.connection = result.connection;
    hop.times = result.times;
    hop.times.queued = queued;
    hop.startedAtMs = result.startedAtMs;
    hop.httpVersion = result.httpVersion;
    hop.remoteIp = result.remoteIp;
    hop.remotePort = result.remotePort;
    hop.wireBytes = result.wireBytes;
    hop.tls = result.tls;
    hop.requestHeaders = redacted(requestHeaders, *redactor);
    hop.responseHeaders = redacted(result.headers, *redactor);
    details.hops.append(std::move(hop));
}

namespace {

    HeaderList headersOf(const Exchange &exchange, const CrawlConfig &config, const QByteArray &userInfo,
                         const QByteArray &cookie)
    {
        HeaderList headers;
        // A body that a redirect dropped takes the headers that describe it along (RFC 9110 section 15.4).
        const bool dropped = !exchange.sendBody && !config.body.isEmpty();
        for (const auto &header : config.headers) {
            const bool ofBody =
                header.first.size() >= 8 && header.first.first(8).compare("content-", Qt::CaseInsensitive) == 0;
            if ((exchange.credentials || !isSecretHeader(header.first)) && !(dropped && ofBody))
                headers.append(header);
        }
        const QByteArray agent = config.userAgent.isEmpty() ? CrawlConfig::defaultUserAgent() : config.userAgent;
        addUnless(&headers, "User-Agent", agent);
        addUnless(&headers, "Accept", "*/*");
        // Naming it ourselves keeps Qt from decoding: bombs and cut streams are then seen, not swallowed.
        addUnless(&headers, "Accept-Encoding", "gzip, deflate, br, zstd");
        addUnless(&headers, "Accept-Language", "*");
        addUnless(&headers, "Cookie", cookie);
        if (exchange.credentials && !userInfo.isEmpty())
            addUnless(&headers, "Authorization", "Basic " + userInfo.toBase64());
        if (exchange.sendBody && !config.body.isEmpty())
            addUnless(&headers, "Content-Type",
                      config.contentType.isEmpty() ? QByteArray("text/plain; charset=utf-8") : config.contentType);
        return headers;
    }

} // namespace

FetchRequest makeRequest(const Exchange &exchange, const CrawlConfig &config, const QByteArray &userInfo,
                         const QByteArray &cookie, const HeaderList &usual)
{
    FetchRequest request;
    request.url = exchange.url;
    request.hostKey = exchange.hostKey;
    request.method = exchange.method;
    const bool isUsual =
        !usual.isEmpty() && exchange.credentials && exchange.sendBody && userInfo.isEmpty() && cookie.isEmpty();
    request.headers = isUsual ? usual : headersOf(exchange, config, userInfo, cookie);
    if (exchange.sendBody)
        request.body = config.body;
    request.denyPrivate = exchange.denyPrivate;
    request.connectMs = config.timeouts.connectMs;
    request.firstByteMs = config.timeouts.firstByteMs;
    request.idleMs = config.timeouts.idleMs;
    request.totalMs = config.timeouts.totalMs;
    request.maxBodyBytes = config.maxBodyBytes;
    request.keepBytes = PageAnalyzer::kMaxBytes;
    request.redirectBodyBytes = kRedirectBodyBytes;
    return request;
}

} // namespace crawlscope
