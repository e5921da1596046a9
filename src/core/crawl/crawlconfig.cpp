// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/crawlconfig.h"

#include "core/net/secrets.h"

#include <QJsonArray>
#include <QSslCertificate>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace crawlscope {
namespace {

    constexpr int kMaxTimeoutMs = 24 * 60 * 60 * 1000;
    constexpr double kMaxRatePerS = 1'000'000;
    constexpr int kMaxRedirects = 100;
    constexpr qint64 kMaxBodyBytes = qint64 {1} << 40;

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

    /// Key, where the milliseconds lie.
    struct TimeoutKey
    {
        const char *key;
        int Timeouts::*field;
    };
    constexpr std::array<TimeoutKey, 4> kTimeoutKeys {{
        {"timeout", &Timeouts::totalMs},
        {"connect_timeout", &Timeouts::connectMs},
        {"first_byte_timeout", &Timeouts::firstByteMs},
        {"idle_timeout", &Timeouts::idleMs},
    }};

    bool isUsableProxy(const QNetworkProxy &proxy)
    {
        if (proxy.type() == QNetworkProxy::NoProxy)
            return true;
        return (proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::Socks5Proxy)
            && !proxy.hostName().isEmpty() && proxy.port() != 0;
    }

    /// Without the password.
    QString proxyText(const QNetworkProxy &proxy, bool tls)
    {
        if (proxy.type() == QNetworkProxy::NoProxy)
            return {};
        QUrl url;
        url.setScheme(proxy.type() == QNetworkProxy::Socks5Proxy ? QStringLiteral("socks5")
                          : tls                                  ? QStringLiteral("https")
                                                                 : QStringLiteral("http"));
        url.setHost(proxy.hostName());
        url.setPort(proxy.port());
        url.setUserName(proxy.user(), QUrl::DecodedMode);
        return url.toString(QUrl::FullyEncoded);
    }

    /// Reads one profile; each take…() leaves its target alone and notes the key when the value does not fit.
    class ProfileReader
    {
    public:
        ProfileReader(const QJsonObject &object, QStringList *problems)
            : m_object(object)
            , m_problems(problems)
        {
        }

        void takeInt(const char *key, int *out)
        {
            qint64 number = *out;
            takeWhole(key, std::numeric_limits<int>::max(), &number);
            *out = static_cast<int>(number);
        }
        void takeWhole(const char *key, qint64 max, qint64 *out)
        {
            double number = 0;
            if (!takeNumber(key, &number))
                return;
            if (number < 0 || number > static_cast<double>(max) || number != std::floor(number))
                problem(key);
            else
                *out = static_cast<qint64>(number);
        }
        bool takeNumber(const char *key, double *out)
        {
            const QJsonValue value = take(key);
            if (value.isUndefined())
                return false;
            if (!value.isDouble()) {
                problem(key);
                return false;
            }
            *out = value.toDouble();
            return true;
        }
        void takeSeconds(const char *key, int *outMs)
        {
            double seconds = 0;
            if (!takeNumber(key, &seconds))
                return;
            if (seconds < 0 || seconds * 1000 > kMaxTimeoutMs)
                problem(key);
            else
                *outMs = static_cast<int>(std::lround(seconds * 1000));
        }
        void takeBool(const char *key, bool *out)
        {
            const QJsonValue value = take(key);
            if (value.isUndefined())
                return;
            // The words of the command line, too.
            if (value.isBool())
                *out = value.toBool();
            else if (value == QJsonValue(QStringLiteral("on")) || value == QJsonValue(QStringLiteral("off")))
                *out = value == QJsonValue(QStringLiteral("on"));
            else
                problem(key);
        }
        bool takeString(const char *key, QString *out)
        {
            const QJsonValue value = take(key);
            if (value.isUndefined())
                return false;
            if (!value.isString()) {
                problem(key);
                return false;
            }
            *out = value.toString();
            return true;
        }
        void takeBytes(const char *key, QByteArray *out)
        {
            QString text;
            if (takeString(key, &text))
                *out = text.toUtf8();
        }
        QJsonValue take(const char *key)
        {
            m_known += QString::fromLatin1(key);
            return m_object.value(m_known.last());
        }
        void problem(const char *key) { problem(QString::fromLatin1(key)); }
        void problem(const QString &key)
        {
            if (m_problems != nullptr)
                m_problems->append(key);
        }
        void reportUnknown()
        {
            for (const QString &key : m_object.keys()) {
                if (!m_known.contains(key))
                    problem(key);
            }
        }

    private:
        const QJsonObject &m_object;
        QStringList *m_problems;
        QStringList m_known;
    };

    void takeHeaders(ProfileReader *reader, HeaderList *out)
    {
        const QJsonValue value = reader->take("header");
        if (value.isUndefined())
            return;
        if (!value.isArray()) {
            reader->problem("header");
            return;
        }
        out->clear();
        const QJsonArray lines = value.toArray();
        for (const auto &line : lines) {
            QPair<QByteArray, QByteArray> header;
            if (line.isString() && parseHeaderLine(line.toString().toUtf8(), &header))
                out->append(header);
            else
                reader->problem("header");
        }
    }

    void takeBody(ProfileReader *reader, CrawlConfig *config)
    {
        reader->takeBytes("body", &config->body);
        QString base64;
        if (!reader->takeString("body_base64", &base64))
            return;
        const auto decoded = QByteArray::fromBase64Encoding(base64.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (decoded)
            config->body = *decoded;
        else
            reader->problem("body_base64");
    }

} // namespace

CrawlLimits CrawlLimits::clamped() const
{
    CrawlLimits limits = *this;
    limits.inFlight = std::clamp(inFlight, 1, kMaxInFlight);
    limits.perHost = std::clamp(perHost, 1, kMaxInFlight);
    limits.ratePerS = std::isnan(ratePerS) ? 0 : std::clamp(ratePerS, 0.0, kMaxRatePerS);
    limits.analysisThreads = std::clamp(analysisThreads, 1, kMaxAnalysisThreads);
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

QJsonObject CrawlConfig::toJson() const
{
    QJsonArray headerLines;
    for (const auto &[name, value] : headers)
        headerLines += QString::fromUtf8(QByteArray(name + ": " + value));
    QJsonObject object {
        {QStringLiteral("concurrency"), limits.inFlight},
        {QStringLiteral("per_host"), limits.perHost},
        {QStringLiteral("rate"), limits.ratePerS},
        {QStringLiteral("cpu_threads"), limits.analysisThreads},
        {QStringLiteral("method"), QString::fromLatin1(method)},
        {QStringLiteral("header"), headerLines},
        {QStringLiteral("content_type"), QString::fromUtf8(contentType)},
        {QStringLiteral("user_agent"), QString::fromUtf8(userAgent)},
        {QStringLiteral("cookies"), cookies},
        {QStringLiteral("proxy"), proxyText(proxy, proxyTls)},
        {QStringLiteral("max_body"), maxBodyBytes},
        {QStringLiteral("max_redirects"), maxRedirects},
        {QStringLiteral("ok_status"), okStatus.toString()},
        {QStringLiteral("insecure"), insecure},
        {QStringLiteral("cacert"), QString::fromLatin1(extraCaPem)},
        {QStringLiteral("backend"), QString::fromLatin1(networkBackendName(backend))},
        {QStringLiteral("http2"), http2},
        {QStringLiteral("allow_private"), allowPrivate},
        {QStringLiteral("fail_fast"), stopOnFirstFailure},
        {QStringLiteral("redact_query"), QString::fromUtf8(redactQueryKeys.join(','))},
    };
    for (const TimeoutKey &timeout : kTimeoutKeys)
        object.insert(QString::fromLatin1(timeout.key), timeouts.*timeout.field / 1000.0);
    if (body.isValidUtf8())
        object.insert(QStringLiteral("body"), QString::fromUtf8(body));
    else
        object.insert(QStringLiteral("body_base64"), QString::fromLatin1(body.toBase64()));
    return object;
}

QByteArrayList CrawlConfig::queryKeys(const QString &text)
{
    QByteArrayList keys;
    const QStringList parts = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (const QByteArray key = part.trimmed().toUtf8(); !key.isEmpty())
            keys.append(key);
    }
    return keys;
}

QJsonObject CrawlConfig::sessionJson() const
{
    CrawlConfig open = *this;
    open.headers.clear();
    QJsonArray withheld = QJsonArray::fromStringList(withheldHeaders);
    for (const auto &header : headers) {
        if (isSecretHeader(header.first))
            withheld += QString::fromUtf8(header.first);
        else
            open.headers.append(header);
    }
    QJsonObject object = open.toJson();
    if (!withheld.isEmpty())
        object.insert(QStringLiteral("withheld_header"), withheld);
    return object;
}

CrawlConfig CrawlConfig::fromJson(const QJsonObject &object, QStringList *problems)
{
    CrawlConfig config;
    ProfileReader reader(object, problems);
    reader.takeInt("concurrency", &config.limits.inFlight);
    reader.takeInt("per_host", &config.limits.perHost);
    reader.takeNumber("rate", &config.limits.ratePerS);
    reader.takeInt("cpu_threads", &config.limits.analysisThreads);
    reader.takeBytes("method", &config.method);
    takeHeaders(&reader, &config.headers);
    const QJsonArray withheld = reader.take("withheld_header").toArray();
    for (const auto &name : withheld)
        config.withheldHeaders.append(name.toString());
    takeBody(&reader, &config);
    reader.takeBytes("content_type", &config.contentType);
    reader.takeBytes("user_agent", &config.userAgent);
    reader.takeBool("cookies", &config.cookies);
    for (const TimeoutKey &timeout : kTimeoutKeys)
        reader.takeSeconds(timeout.key, &(config.timeouts.*timeout.field));
    reader.takeWhole("max_body", kMaxBodyBytes, &config.maxBodyBytes);
    reader.takeInt("max_redirects", &config.maxRedirects);
    reader.takeBool("insecure", &config.insecure);
    reader.takeBytes("cacert", &config.extraCaPem);
    reader.takeBool("http2", &config.http2);
    reader.takeBool("allow_private", &config.allowPrivate);
    reader.takeBool("fail_fast", &config.stopOnFirstFailure);
    QString text;
    if (reader.takeString("redact_query", &text))
        config.redactQueryKeys = queryKeys(text);
    if (reader.takeString("proxy", &text) && !text.isEmpty() && !parseProxy(text, &config.proxy, &config.proxyTls))
        reader.problem("proxy");
    if (reader.takeString("backend", &text) && !parseNetworkBackend(text.toLatin1(), &config.backend))
        reader.problem("backend");
    if (reader.takeString("ok_status", &text) && !StatusRanges::parse(text, &config.okStatus))
        reader.problem("ok_status");
    reader.reportUnknown();
    return config;
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
