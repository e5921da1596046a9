// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/verdicts/scene.h"

namespace crawlscope::test {

using namespace Qt::Literals::StringLiterals;
using demosite::DemoServer;
using demosite::Script;
using demosite::Step;

namespace {

    constexpr int kInFlight = 30;
    constexpr int kInFlightTls = 8;
    constexpr int kPerHost = 3;
    constexpr qint64 kLargeBodyBytes = 16LL * 1024 * 1024;

} // namespace

Scene::Scene(std::vector<Case> cases)
    : m_cases(std::move(cases))
{
}

QString Scene::open()
{
    QString error = m_certificates.make();
    if (error.isEmpty())
        error = openHost({.name = "healthy"}, &m_good);
    if (error.isEmpty())
        error = openHost({.name = "healthy, TLS", .place = Place::Tls}, &m_goodTls);
    m_hosts.resize(m_cases.size());
    for (std::size_t i = 0; i < m_cases.size() && error.isEmpty(); ++i) {
        error = openHost(m_cases[i], &m_hosts[i]);
        addScripts(m_cases[i], m_hosts[i]);
    }
    return error;
}

QString Scene::openHost(const Case &one, Host *host)
{
    switch (one.place) {
    case Place::None:
        return {};
    case Place::Closed:
        host->raw = std::make_unique<ClosedPort>();
        host->port = host->raw->port();
        break;
    case Place::Full:
        host->raw = std::make_unique<FullPort>();
        host->port = host->raw->port();
        break;
    case Place::Http:
    case Place::Tls:
        host->server = std::make_unique<DemoServer>();
        host->server->setGreeting(one.greeting);
        if (one.place == Place::Tls)
            host->server->setTls(m_certificates.server(one.certificate));
        if (!host->server->listen())
            return host->server->errorString();
        host->port = host->server->port();
        break;
    }
    host->base =
        (one.place == Place::Tls ? "https://127.0.0.1:" : "http://127.0.0.1:") + QByteArray::number(host->port);
    return host->port == 0 ? u"no port"_s : QString();
}

void Scene::addScripts(const Case &one, const Host &host)
{
    if (!host.server)
        return;
    const auto add = [this, &host](const QByteArray &path, Script script) {
        for (Step &step : script)
            step.bytes = filledIn(step.bytes, host);
        host.server->addScript(filledIn(path, host), script);
    };
    add(one.path, one.script);
    for (const auto &[path, script] : one.more)
        add(path, script);
}

QByteArray Scene::filledIn(QByteArray text, const Host &host) const
{
    if (!text.contains('{')) // some are large
        return text;
    return text.replace("{own}", host.base)
        .replace("{port}", QByteArray::number(host.port))
        .replace("{good}", m_good.base)
        .replace("{tls}", m_goodTls.base);
}

Scene::List Scene::list(Crawl crawl, NetworkBackend backend) const
{
    List list;
    for (std::size_t i = 0; i < m_cases.size(); ++i) {
        if (m_cases[i].crawl == crawl)
            addCase(i, &list);
    }
    CrawlConfig &config = list.config;
    // Each case alone: what the server does to one must not make the next one wait.
    config.robots = RobotsMode::Ignore;
    config.breaker = false;
    config.maxRetryAfterMs = 0;
    config.backend = backend;
    config.limits.inFlight = crawl == Crawl::Tls ? kInFlightTls : kInFlight;
    config.limits.perHost = kPerHost;
    config.timeouts = {.connectMs = kConnectMs,
                       .firstByteMs = crawl == Crawl::Flood ? kFloodFirstByteMs : kFirstByteMs,
                       .idleMs = kIdleMs,
                       .totalMs = kTotalMs};
    config.maxBodyBytes = crawl == Crawl::Large ? kLargeBodyBytes : kMaxBodyBytes;
    config.maxRedirects = kMaxRedirects;
    config.cookies = crawl == Crawl::Cookies || crawl == Crawl::CookieFlood;
    config.method = crawl == Crawl::Head ? "HEAD" : "GET";
    config.extraCaPem = m_certificates.caPem();
    return list;
}

void Scene::addCase(std::size_t index, List *list) const
{
    const Case &one = m_cases[index];
    const Host &host = m_hosts[index];
    const auto add = [&](const QByteArray &url, Role::Kind kind) {
        list->lines.append(url);
        list->roles.push_back({kind, index});
    };
    // Each URL once: they would be duplicates otherwise.
    int serial = 0;
    const auto addHealthy = [&](const QByteArray &base, Role::Kind kind, int count) {
        for (int i = 0; i < count; ++i)
            add(base + "/page/7?case=" + QByteArray::number(index) + "&n=" + QByteArray::number(++serial), kind);
    };
    for (int i = 0; one.crawl == Crawl::Warm && i < kWarmUp; ++i)
        add(host.base + "/empty?n=" + QByteArray::number(i), Role::Kind::WarmUp);
    addHealthy(host.base, Role::Kind::Neighbour, one.healthyPath() ? 2 : 0);
    addHealthy(m_good.base, Role::Kind::Elsewhere, 1);
    add(filledIn(one.url.isEmpty() ? "{own}" + one.path : one.url, host), Role::Kind::Bad);
    addHealthy(host.base, Role::Kind::Neighbour, one.healthyPath() ? 4 : 0);
    addHealthy(m_good.base, Role::Kind::Elsewhere, 2);
}

} // namespace crawlscope::test
