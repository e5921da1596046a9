// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawlconfig.h"

#include "core/crawl/configlimits.h"
#include "core/url/urlnormalizer.h"

#include <QSslCertificate>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace crawlscope {

using namespace configlimits;

namespace {

    /// RFC 9110 section 5.6.2.
    bool isToken(const QByteArray &text)
    {
        static const QByteArray kPunctuation = "!#$%&'*+-.^_`|~";
        return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                || kPunctuation.contains(c);
        });
    }

    /// RFC 9110 section 5.5: visible characters, obs-text, blanks and tabs; above all no CR, LF or NUL.
    bool isFieldValue(const QByteArray &text)
    {
        return std::all_of(text.cbegin(), text.cend(), [](char c) {
            const auto byte = static_cast<quint8>(c);
            return byte == '\t' || (byte >= 0x20 && byte != 0x7F);
        });
    }

    /// Headers that say how the message is framed or where it goes; the transport alone knows them.
    bool isReservedHeader(const QByteArray &name)
    {
        static const QByteArrayList kReserved {"host",       "content-length",  "connection", "transfer-encoding",
                                               "keep-alive", "upgrade",         "te",         "trailer",
                                               "expect",     "proxy-connection"};
        return kReserved.contains(name.toLower());
    }

    bool takesBody(const QByteArray &method)
    {
        return method != "GET" && method != "HEAD" && method != "TRACE";
    }

    bool isUsableProxy(const QNetworkProxy &proxy)
    {
        if (proxy.type() == QNetworkProxy::NoProxy)
            return true;
        return (proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::Socks5Proxy)
            && !proxy.hostName().isEmpty() && proxy.port() != 0;
    }

} // namespace

CrawlLimits CrawlLimits::clamped() const
{
    CrawlLimits limits = *this;
    limits.inFlight = std::clamp(inFlight, 1, kMaxInFlight);
    limits.perHost = std::clamp(perHost, 1, kMaxInFlight);
    limits.ratePerS = std::isnan(ratePerS) ? 0 : std::clamp(ratePerS, 0.0, kMaxRatePerS);
    limits.analysisThreads = std::clamp(analysisThreads, 1, kMaxAnalysisThreads);
    limits.hostRatePerS = std::isnan(hostRatePerS) ? 0 : std::clamp(hostRatePerS, 0.0, kMaxRatePerS);
    limits.hostIntervalS = std::isnan(hostIntervalS) ? 0 : std::clamp(hostIntervalS, 0.0, kMaxIntervalS);
    return limits;
}

StatusRanges::StatusRanges()
    : m_ranges {{200, 399}}
{
}

bool StatusRanges::parse(const QString &text, StatusRanges *out)
{
    std::vector<std::pair<int, int>> ranges;
    for (const QString &part : text.split(QLatin1Char(','))) {
        const QStringList ends = part.trimmed().split(QLatin1Char('-'));
        if (ends.size() > 2)
            return false;
        for (const QString &end : ends) {
            const bool digits =
                end.size() == 3 && std::all_of(end.begin(), end.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
            if (!digits || end.toInt() < 100 || end.toInt() > 599)
                return false;
        }
        ranges.emplace_back(ends.first().toInt(), ends.last().toInt());
        if (ranges.back().first > ranges.back().second)
            return false;
    }
    std::sort(ranges.begin(), ranges.end());
    out->m_ranges.clear();
    for (const auto &range : ranges) {
        if (!out->m_ranges.empty() && range.first <= out->m_ranges.back().second + 1)
            out->m_ranges.back().second = std::max(out->m_ranges.back().second, range.second);
        else
            out->m_ranges.push_back(range);
    }
    return true;
}

bool StatusRanges::contains(int status) const
{
    return std::any_of(m_ranges.begin(), m_ranges.end(),
                       [status](const auto &range) { return status >= range.first && status <= range.second; });
}

QString StatusRanges::toString() const
{
    QStringList parts;
    for (const auto &[first, last] : m_ranges) {
        parts += first == last ? QString::number(first)
                               : QString(QString::number(first) + QLatin1Char('-') + QString::number(last));
    }
    return parts.join(QLatin1Char(','));
}

QByteArray CrawlConfig::defaultUserAgent()
{
    return QByteArrayLiteral("Crawlscope/" CRAWLSCOPE_VERSION);
}

/// The option that a fault of the rules is in.
static const char *scopeProblem(const ScopeError &error)
{
    if (error.kind == ScopeError::Kind::DepthOutOfRange)
        return "depth";
    switch (error.list) {
    case ScopeError::List::Include:
        return "include";
    case ScopeError::List::Exclude:
        return "exclude";
    case ScopeError::List::FollowInclude:
        return "follow_include";
    case ScopeError::List::FollowExclude:
        return "follow_exclude";
    }
    return "scope";
}

qsizetype FollowConfig::wrongSitemap() const
{
    const auto isUrl = [](const QString &text) { return UrlNormalizer::normalize(text.toUtf8()).valid(); };
    const auto wrong = std::find_if_not(sitemapUrls.begin(), sitemapUrls.end(), isUrl);
    if (wrong != sitemapUrls.end())
        return wrong - sitemapUrls.begin();
    return sitemapUrls.size() > kMostSitemaps ? kMostSitemaps : -1;
}

QStringList CrawlConfig::validate() const
{
    QStringList problems;
    const auto require = [&problems](bool ok, const char *id) {
        if (!ok)
            problems += QString::fromLatin1(id);
    };
    require(limits.inFlight == limits.clamped().inFlight, "concurrency");
    require(limits.perHost == limits.clamped().perHost, "per_host");
    require(limits.ratePerS >= 0 && limits.ratePerS <= kMaxRatePerS, "rate"); // false for NaN, too
    require(limits.analysisThreads == limits.clamped().analysisThreads, "cpu_threads");
    require(limits.hostRatePerS >= 0 && limits.hostRatePerS <= kMaxRatePerS, "host_rate");
    require(limits.hostIntervalS >= 0 && limits.hostIntervalS <= kMaxIntervalS, "host_interval");
    require(limits.hosts.size() <= kMaxHostOverrides, "host_limit");
    ScopeError scopeError;
    (void)UrlScope::make(
        follow.scope, [](QByteArrayView) { return QByteArray(); }, &scopeError);
    require(scopeError.kind == ScopeError::Kind::None, scopeProblem(scopeError));
    require(follow.scope.maxUrls <= FollowConfig::kMostUrls, "max_urls");
    require(follow.wrongSitemap() < 0, "sitemap");
    require(!page.compile().error, "extract");
    require(retries >= 0 && retries <= kMaxRetries, "retries");
    require(maxRetryAfterMs >= 0 && maxRetryAfterMs <= kMaxRetryAfterMs, "max_retry_after");
    for (const TimeoutKey &timeout : kTimeoutKeys)
        require(timeouts.*timeout.field >= 0 && timeouts.*timeout.field <= kMaxTimeoutMs, timeout.key);
    // A tunnel is no page; QNetworkAccessManager makes its own ones for proxies.
    require(isToken(method) && method.toUpper() != "CONNECT", "method");
    for (const auto &[name, value] : headers) {
        if (!isToken(name) || !isFieldValue(value) || isReservedHeader(name))
            problems += QStringLiteral("header:") + QString::fromLatin1(name);
    }
    require(body.isEmpty() || takesBody(method), "body");
    require(isFieldValue(contentType), "content_type");
    require(isFieldValue(userAgent), "user_agent");
    require(maxBodyBytes >= 0 && maxBodyBytes <= kMaxBodyBytes, "max_body");
    require(maxRedirects >= 0 && maxRedirects <= kMaxRedirects, "max_redirects");
    require(isUsableProxy(proxy), "proxy");
    require(!proxyTls || (backend == NetworkBackend::Curl && proxy.type() == QNetworkProxy::HttpProxy), "proxy_tls");
    require(extraCaPem.isEmpty() || !QSslCertificate::fromData(extraCaPem, QSsl::Pem).isEmpty(), "cacert");
    return problems;
}

bool parseProxy(const QString &text, QNetworkProxy *out)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool socks = scheme == QLatin1StringView("socks5") || scheme == QLatin1StringView("socks5h");
    if (!socks && scheme != QLatin1StringView("http"))
        return false;
    const bool bare =
        (url.path().isEmpty() || url.path() == QLatin1StringView("/")) && !url.hasQuery() && !url.hasFragment();
    if (!url.isValid() || url.host().isEmpty() || url.port() <= 0 || !bare)
        return false;
    *out = QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
                         static_cast<quint16>(url.port()), url.userName(QUrl::FullyDecoded),
                         url.password(QUrl::FullyDecoded));
    return true;
}

bool parseProxy(const QString &text, QNetworkProxy *out, bool *tls)
{
    const QString trimmed = text.trimmed();
    const bool https = trimmed.startsWith(QLatin1StringView("https://"), Qt::CaseInsensitive);
    if (!parseProxy(https ? QStringLiteral("http") + trimmed.sliced(5) : trimmed, out))
        return false;
    *tls = https;
    return true;
}

bool parseHeaderLine(const QByteArray &line, QPair<QByteArray, QByteArray> *out)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 0)
        return false;
    const QByteArray name = line.first(colon);
    QByteArray value = line.sliced(colon + 1);
    // Not trimmed(): a line break at the end is an error, not white space.
    while (value.startsWith(' ') || value.startsWith('\t'))
        value.remove(0, 1);
    while (value.endsWith(' ') || value.endsWith('\t'))
        value.chop(1);
    if (!isToken(name) || !isFieldValue(value))
        return false;
    *out = {name, value};
    return true;
}

} // namespace crawlscope
