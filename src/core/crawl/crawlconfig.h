// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/pageconfig.h"
#include "core/frontier/hostpolicy.h"
#include "core/frontier/pathpatterns.h"
#include "core/net/networkbackend.h"
#include "core/store/rowdetails.h"
#include "core/url/urlscope.h"

#include <QByteArrayList>
#include <QJsonObject>
#include <QNetworkProxy>
#include <QString>
#include <QStringList>

#include <vector>

namespace crawlscope {

/// Limits that may change while the run goes on.
struct CrawlLimits
{
    static constexpr int kMaxInFlight = HostPolicy::kMostAtOnce;
    static constexpr int kMaxAnalysisThreads = 64;
    int inFlight = 20; ///< 1 … 512
    int perHost = 6; ///< 1 … 512
    double ratePerS = 0; ///< requests a second over all hosts; 0: no limit
    int analysisThreads = 2; ///< 1 … 64
    double hostRatePerS = 0; ///< requests a second to one host; 0: no limit
    double hostIntervalS = 0; ///< seconds between the starts of two requests to one host; 0: none; at most 3,600
    bool adaptive = false; ///< per host, as many at once as pay, `perHost` at most, see AdaptiveLimit
    std::vector<HostOverride> hosts {}; ///< the first whose pattern matches counts
    bool operator==(const CrawlLimits &) const = default;
    [[nodiscard]] CrawlLimits clamped() const;
};

/// Time-outs of one attempt in ms; the clock starts when the slot is granted. 0: none.
struct Timeouts
{
    int connectMs = 10'000; ///< DNS, TCP and TLS
    int firstByteMs = 20'000; ///< request sent to header block
    int idleMs = 15'000; ///< between two pieces of body
    int totalMs = 60'000;
    bool operator==(const Timeouts &) const = default;
};

/// Which statuses count as ok, as in "200-399" or "200-299,304". Others end as `failed` without an error id.
class StatusRanges
{
public:
    StatusRanges(); ///< 200–399
    /// False (and `out` unchanged) when the text is no list of numbers and ranges within 100–599.
    [[nodiscard]] static bool parse(const QString &text, StatusRanges *out);
    [[nodiscard]] bool contains(int status) const;
    [[nodiscard]] QString toString() const;
    bool operator==(const StatusRanges &) const = default;

private:
    std::vector<std::pair<int, int>> m_ranges;
};

/// What is one host to limits and waits.
enum class HostGrouping : quint8 { Host /* name and port */, Domain /* registrable */, Address /* IP */ };
/// What a robots.txt (RFC 9309) does: its rules are kept, only noted on the rows, or it is not fetched at all.
enum class RobotsMode : quint8 { Obey, Report, Ignore };
/// "host", "domain", "address"; "obey", "report", "ignore". False (and `out` unchanged) when it is none.
[[nodiscard]] QByteArrayView hostGroupingName(HostGrouping grouping);
[[nodiscard]] bool parseHostGrouping(QByteArrayView name, HostGrouping *out);
[[nodiscard]] QByteArrayView robotsModeName(RobotsMode mode);
[[nodiscard]] bool parseRobotsMode(QByteArrayView name, RobotsMode *out);
/// "ignore", "check", "skip".
[[nodiscard]] QByteArrayView nofollowRuleName(NofollowRule rule);
[[nodiscard]] bool parseNofollowRule(QByteArrayView name, NofollowRule *out);

/// Whether and how the list becomes the seed of a crawl.
struct FollowConfig
{
    static constexpr quint64 kMostUrls = 10'000'000; ///< of a run, the list included
    static constexpr int kMostSitemaps = 1000;
    static constexpr int kAnyDepth = ScopeRules::kMostDepth;
    ScopeRules scope = usualScope(); ///< which links are requested and which are followed
    TrapLimits traps;
    bool enabled = false;
    bool resources = false; ///< images, scripts, styles and the like are requested, too
    bool sitemaps = true; ///< those that robots.txt of the list's origins names are read, else their /sitemap.xml
    QStringList sitemapUrls; ///< read in any case, at most kMostSitemaps
    bool operator==(const FollowConfig &) const = default;
    /// Of sitemapUrls the first that is no http(s) URL, or the one that is too many; -1: none.
    [[nodiscard]] qsizetype wrongSitemap() const;

private:
    [[nodiscard]] static ScopeRules usualScope()
    {
        ScopeRules rules;
        rules.maxDepth = kAnyDepth;
        rules.maxUrls = 100'000;
        return rules;
    }
};

/// Everything a run needs to know. A value; fixed for the run except `limits`.
struct CrawlConfig
{
    CrawlLimits limits;
    Timeouts timeouts;
    QByteArray method = "GET"; ///< an RFC 9110 token
    QByteArrayList redactQueryKeys; ///< query keys whose values are secrets: recorded and shown as "[redacted]"
    QStringList withheldHeaders; ///< names of headers that a session file did not keep; to be given again
    HeaderList headers; ///< sent with every request; Host, Content-Length and Connection are refused by validate()
    QByteArray body;
    QByteArray contentType; ///< of `body`; empty: text/plain; charset=utf-8 where a body is sent
    QByteArray userAgent; ///< empty: defaultUserAgent()
    QJsonObject gate; ///< thresholds that the run has to keep, see Gate; no matter to the run itself
    qint64 maxBodyBytes = 10LL * 1024 * 1024; ///< decoded and wire bytes alike; 0: no body is read past the headers
    StatusRanges okStatus;
    int maxRedirects = 10; ///< 0: a redirect is the answer
    int retries = 0; ///< attempts after the first, 0 … 10, for failures that may pass, see RetryPolicy
    int maxRetryAfterMs = 120'000; ///< longest wait that a server may ask for
    bool stopOnFirstFailure = false;
    HostGrouping grouping = HostGrouping::Host;
    RobotsMode robots = RobotsMode::Report;
    bool retryUnsafe = false; ///< also of methods that are not idempotent
    bool secondPass = false; ///< at the end, time-outs, resets and 429s once more at a quarter of the rate
    bool breaker = true; ///< hosts, and the run, pause when nearly everything fails, see Breaker
    bool cookies = false;
    bool insecure = false; ///< accept any TLS certificate
    NetworkBackend backend = defaultNetworkBackend();
    bool http2 = true; ///< curl back end only
    bool allowPrivate = false; ///< redirects from public to private, loopback and link-local addresses are followed
    bool proxyTls = false; ///< TLS to the (http) proxy itself; curl back end only
    FollowConfig follow;
    PageConfig page;
    QByteArray extraCaPem; ///< certificates (PEM) trusted besides the system's
    QNetworkProxy proxy = QNetworkProxy(QNetworkProxy::NoProxy);

    [[nodiscard]] static QByteArray defaultUserAgent();
    /// "token, sig" as a list.
    [[nodiscard]] static QByteArrayList queryKeys(const QString &text);
    /// Names (stable ids) of what is wrong, empty when usable: "method", "header:NAME", "body", "max_redirects", …
    /// "extract": see PageConfig::compile() for which rule and why.
    [[nodiscard]] QStringList validate() const;
    /// Profile format (`--profile FILE.json`): keys are the long option names with '_' for '-', times in seconds.
    /// Further `content_type`, and `body_base64` in place of `body` where that is no UTF-8. No proxy password.
    [[nodiscard]] QJsonObject toJson() const;
    /// The same for a session file: headers with credentials are missing, `withheld_header` names them.
    [[nodiscard]] QJsonObject sessionJson() const;
    /// Unknown keys and wrong types are named in `problems`; the rest is taken.
    [[nodiscard]] static CrawlConfig fromJson(const QJsonObject &object, QStringList *problems);
};

/// Parses "http://host:port", "socks5://…" or "socks5h://…" (the same: the proxy resolves names), with optional
/// user:password@. False when it is none of them; also for "https://…", as QNetworkProxy cannot speak TLS to a proxy.
[[nodiscard]] bool parseProxy(const QString &text, QNetworkProxy *out);
/// As above, and "https://…" as well: `tls` says whether the way to the proxy is encrypted.
[[nodiscard]] bool parseProxy(const QString &text, QNetworkProxy *out, bool *tls);
/// "Name: value" of a header line per RFC 9110 (token, visible characters, no CR/LF/NUL). False when it is none.
[[nodiscard]] bool parseHeaderLine(const QByteArray &line, QPair<QByteArray, QByteArray> *out);

} // namespace crawlscope
