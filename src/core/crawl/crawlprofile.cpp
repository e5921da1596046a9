// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Profiles and what a session file keeps of a configuration: JSON.
#include "core/crawl/configlimits.h"
#include "core/crawl/crawlconfig.h"
#include "core/net/secrets.h"
#include "core/url/redactor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <cmath>
#include <limits>

namespace crawlscope {

using namespace configlimits;

namespace {

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

    void takeHosts(ProfileReader *reader, std::vector<HostOverride> *out)
    {
        const QJsonValue value = reader->take("host_limit");
        if (value.isUndefined())
            return;
        if (!value.isArray()) {
            reader->problem("host_limit");
            return;
        }
        out->clear();
        const QJsonArray lines = value.toArray();
        for (const auto &line : lines) {
            HostOverride host;
            if (line.isString() && HostOverride::parse(line.toString(), &host))
                out->push_back(std::move(host));
            else
                reader->problem("host_limit");
        }
    }

    void takeTexts(ProfileReader *reader, const char *key, QStringList *out)
    {
        const QJsonValue value = reader->take(key);
        if (value.isUndefined())
            return;
        const QJsonArray lines = value.isString() ? QJsonArray {value} : value.toArray();
        out->clear();
        for (const auto &line : lines) {
            if (line.isString())
                out->append(line.toString());
            else
                reader->problem(key);
        }
        if (!value.isString() && !value.isArray())
            reader->problem(key);
    }

    void takeFollow(ProfileReader *reader, FollowConfig *follow)
    {
        ScopeRules &scope = follow->scope;
        reader->takeBool("follow", &follow->enabled);
        reader->takeBool("resources", &follow->resources);
        reader->takeBool("sitemaps", &follow->sitemaps);
        takeTexts(reader, "sitemap", &follow->sitemapUrls);
        reader->takeInt("depth", &scope.maxDepth);
        auto most = static_cast<qint64>(scope.maxUrls);
        reader->takeWhole("max_urls", FollowConfig::kMostUrls, &most);
        scope.maxUrls = static_cast<quint64>(most);
        reader->takeBool("outside", &scope.checkOutside);
        QString text;
        if (reader->takeString("scope", &text)) {
            if (const auto area = scopeAreaFromName(text.toLatin1()))
                scope.area = *area;
            else
                reader->problem("scope");
        }
        if (reader->takeString("nofollow", &text) && !parseNofollowRule(text.toLatin1(), &scope.nofollow))
            reader->problem("nofollow");
        takeTexts(reader, "include", &scope.check.include);
        takeTexts(reader, "exclude", &scope.check.exclude);
        takeTexts(reader, "follow_include", &scope.follow.include);
        takeTexts(reader, "follow_exclude", &scope.follow.exclude);
    }

    void takePage(ProfileReader *reader, PageConfig *page)
    {
        reader->takeBool("page_facts", &page->facts);
        reader->takeBool("sha256", &page->sha256);
        const QJsonValue rules = reader->take("extract");
        if (rules.isUndefined())
            return;
        const QByteArray json = QJsonDocument(rules.toArray()).toJson(QJsonDocument::Compact);
        if (!rules.isArray() || PageConfig::readRules(json, &page->rules))
            reader->problem("extract");
    }

    /// Only what is set: most runs have nothing of it.
    void insertPage(const PageConfig &page, QJsonObject *object)
    {
        if (page.facts)
            object->insert(QStringLiteral("page_facts"), true);
        if (page.sha256)
            object->insert(QStringLiteral("sha256"), true);
        if (!page.rules.empty())
            object->insert(QStringLiteral("extract"), page.rulesJson());
    }

    void insertFollow(const FollowConfig &follow, QJsonObject *object)
    {
        const ScopeRules &scope = follow.scope;
        object->insert(QStringLiteral("follow"), follow.enabled);
        object->insert(QStringLiteral("resources"), follow.resources);
        object->insert(QStringLiteral("sitemaps"), follow.sitemaps);
        object->insert(QStringLiteral("sitemap"), QJsonArray::fromStringList(follow.sitemapUrls));
        object->insert(QStringLiteral("depth"), scope.maxDepth);
        object->insert(QStringLiteral("max_urls"), static_cast<qint64>(scope.maxUrls));
        object->insert(QStringLiteral("outside"), scope.checkOutside);
        object->insert(QStringLiteral("scope"), QString::fromLatin1(scopeAreaName(scope.area)));
        object->insert(QStringLiteral("nofollow"), QString::fromLatin1(nofollowRuleName(scope.nofollow)));
        object->insert(QStringLiteral("include"), QJsonArray::fromStringList(scope.check.include));
        object->insert(QStringLiteral("exclude"), QJsonArray::fromStringList(scope.check.exclude));
        object->insert(QStringLiteral("follow_include"), QJsonArray::fromStringList(scope.follow.include));
        object->insert(QStringLiteral("follow_exclude"), QJsonArray::fromStringList(scope.follow.exclude));
    }

    void takePoliteness(ProfileReader *reader, CrawlConfig *config)
    {
        reader->takeNumber("host_rate", &config->limits.hostRatePerS);
        reader->takeNumber("host_interval", &config->limits.hostIntervalS);
        reader->takeBool("adaptive", &config->limits.adaptive);
        takeHosts(reader, &config->limits.hosts);
        QString text;
        if (reader->takeString("group_by", &text) && !parseHostGrouping(text.toLatin1(), &config->grouping))
            reader->problem("group_by");
        if (reader->takeString("robots", &text) && !parseRobotsMode(text.toLatin1(), &config->robots))
            reader->problem("robots");
        reader->takeInt("retries", &config->retries);
        reader->takeBool("retry_unsafe", &config->retryUnsafe);
        reader->takeBool("second_pass", &config->secondPass);
        reader->takeSeconds("max_retry_after", &config->maxRetryAfterMs);
        reader->takeBool("breaker", &config->breaker);
    }

    void insertPoliteness(const CrawlConfig &config, QJsonObject *object)
    {
        QJsonArray hosts;
        for (const HostOverride &host : config.limits.hosts)
            hosts += host.toString();
        object->insert(QStringLiteral("host_rate"), config.limits.hostRatePerS);
        object->insert(QStringLiteral("host_interval"), config.limits.hostIntervalS);
        object->insert(QStringLiteral("adaptive"), config.limits.adaptive);
        object->insert(QStringLiteral("host_limit"), hosts);
        object->insert(QStringLiteral("group_by"), QString::fromLatin1(hostGroupingName(config.grouping)));
        object->insert(QStringLiteral("robots"), QString::fromLatin1(robotsModeName(config.robots)));
        object->insert(QStringLiteral("retries"), config.retries);
        object->insert(QStringLiteral("retry_unsafe"), config.retryUnsafe);
        object->insert(QStringLiteral("second_pass"), config.secondPass);
        object->insert(QStringLiteral("max_retry_after"), config.maxRetryAfterMs / 1000.0);
        object->insert(QStringLiteral("breaker"), config.breaker);
    }

} // namespace

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
    insertPoliteness(*this, &object);
    insertFollow(follow, &object);
    insertPage(page, &object);
    if (!gate.isEmpty())
        object.insert(QStringLiteral("gate"), gate);
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
    const Redactor redactor(redactQueryKeys);
    for (QString &sitemap : open.follow.sitemapUrls)
        sitemap = QString::fromUtf8(redactor(sitemap.toUtf8()));
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
    takePoliteness(&reader, &config);
    takeFollow(&reader, &config.follow);
    takePage(&reader, &config.page);
    if (const QJsonValue gate = reader.take("gate"); gate.isObject())
        config.gate = gate.toObject();
    else if (!gate.isUndefined())
        reader.problem("gate");
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

} // namespace crawlscope
