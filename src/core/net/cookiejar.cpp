// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/cookiejar.h"

#include "core/net/ippolicy.h"
#include "core/net/publicsuffix.h"
#include "core/url/urlnormalizer.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>

namespace crawlscope {

namespace {

    constexpr qint64 kNever = std::numeric_limits<qint64>::max();

    /// RFC 6265 section 5.1.4.
    QByteArray defaultPath(QByteArrayView path)
    {
        const qsizetype last = path.lastIndexOf('/');
        return last <= 0 ? QByteArray("/") : path.first(last).toByteArray();
    }

    /// RFC 6265 section 5.1.4.
    bool pathMatches(QByteArrayView path, QByteArrayView cookiePath)
    {
        if (!path.startsWith(cookiePath))
            return false;
        return path.size() == cookiePath.size() || cookiePath.endsWith('/') || path[cookiePath.size()] == '/';
    }

    /// Whether `host` is below `domain`.
    bool isBelow(QByteArrayView host, QByteArrayView domain)
    {
        return host.size() > domain.size() && host.endsWith(domain) && host[host.size() - domain.size() - 1] == '.';
    }

    bool hasPrefix(QByteArrayView name, QByteArrayView prefix)
    {
        return name.size() >= prefix.size() && name.first(prefix.size()).compare(prefix, Qt::CaseInsensitive) == 0;
    }

} // namespace

CookieJar::CookieJar(WallClock now)
    : m_now(std::move(now))
    , m_nextExpiry(kNever)
{
}

CookieJar::WallClock CookieJar::systemClock()
{
    return [] {
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        return static_cast<qint64>(std::chrono::duration_cast<std::chrono::seconds>(now).count());
    };
}

CookieJar::Target CookieJar::targetOf(QByteArrayView url)
{
    Target target;
    target.host = UrlNormalizer::host(url).toByteArray();
    target.isAddress = IpPolicy::literal(target.host).has_value();
    target.isSecure = url.startsWith("https:");
    const qsizetype path = url.indexOf('/', 8); // behind "https://", in or behind the host of "http://"
    if (path >= 0)
        target.path = url.sliced(path);
    if (const qsizetype query = target.path.indexOf('?'); query >= 0)
        target.path = target.path.first(query);
    return target;
}

bool CookieJar::domainMatches(const Target &target, const QByteArray &domain)
{
    return target.host == domain || (!target.isAddress && isBelow(target.host, domain));
}

bool CookieJar::matches(const Cookie &cookie, const Target &target)
{
    const bool host = cookie.hostOnly ? cookie.domain == target.host : domainMatches(target, cookie.domain);
    return host && (target.isSecure || !cookie.secure) && pathMatches(target.path, cookie.path);
}

QByteArray CookieJar::headerFor(QByteArrayView url)
{
    dropExpired();
    if (m_cookies.empty())
        return {};
    const Target target = targetOf(url);
    const auto site = m_sites.constFind(PublicSuffix::site(target.host));
    if (site == m_sites.cend())
        return {};
    Site found;
    std::copy_if(site->begin(), site->end(), std::back_inserter(found),
                 [&target](Cookies::iterator cookie) { return matches(*cookie, target); });
    std::sort(found.begin(), found.end(), [](Cookies::iterator a, Cookies::iterator b) {
        return a->path.size() != b->path.size() ? a->path.size() > b->path.size() : a->created < b->created;
    });
    QByteArray header;
    for (const Cookies::iterator cookie : found) {
        const qsizetype size = cookie->name.size() + 1 + cookie->value.size() + (header.isEmpty() ? 0 : 2);
        if (header.size() + size > kMaxHeaderBytes)
            break;
        if (!header.isEmpty())
            header += "; ";
        header += cookie->name + '=' + cookie->value;
        touch(cookie);
    }
    return header;
}

void CookieJar::store(const QByteArray &setCookie, QByteArrayView url)
{
    dropExpired();
    const Target target = targetOf(url);
    const QByteArray site = PublicSuffix::site(target.host);
    QByteArrayView rest = setCookie;
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf('\n');
        storeOne(end < 0 ? rest : rest.first(end), target, site);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
    }
}

bool CookieJar::accept(const SetCookie &given, const Target &target, Cookie *cookie) const
{
    if (!given.domainValid)
        return false;
    cookie->domain = target.host;
    if (!given.domain.isEmpty()) {
        // A suffix that is the host itself ("localhost", "github.io") stands for that host alone.
        const bool suffix = !target.isAddress && PublicSuffix::is(given.domain);
        if (suffix ? given.domain != target.host : !domainMatches(target, given.domain))
            return false;
        cookie->hostOnly = suffix;
        cookie->domain = given.domain;
    }
    cookie->path = given.path.isEmpty() ? defaultPath(target.path) : given.path;
    cookie->secure = given.secure;
    if (given.secure && !target.isSecure)
        return false;
    if (hasPrefix(given.name, "__Secure-") && !given.secure)
        return false;
    if (hasPrefix(given.name, "__Host-") && !(given.secure && cookie->hostOnly && given.path == "/"))
        return false;
    const qint64 now = m_now();
    if (given.maxAge)
        cookie->expires = *given.maxAge <= 0 ? now : now + std::min(*given.maxAge, kMaxAgeSeconds);
    else
        cookie->expires = given.expires ? std::min(*given.expires, now + kMaxAgeSeconds) : kNever;
    return true;
}

/// Whether a cookie from plain http would hide one that came over TLS (RFC 6265bis section 5.7, step 15).
bool CookieJar::overlaysSecure(const Cookie &cookie, const Site &site)
{
    return std::any_of(site.begin(), site.end(), [&cookie](Cookies::const_iterator other) {
        const bool related = other->domain == cookie.domain || isBelow(other->domain, cookie.domain)
            || isBelow(cookie.domain, other->domain);
        return other->secure && other->name == cookie.name && related && pathMatches(cookie.path, other->path);
    });
}

void CookieJar::storeOne(QByteArrayView line, const Target &target, const QByteArray &site)
{
    std::optional<SetCookie> given = SetCookie::parse(line);
    Cookie cookie;
    if (!given || !accept(*given, target, &cookie))
        return;
    cookie.name = std::move(given->name);
    cookie.value = std::move(given->value);
    cookie.site = site;
    if (const auto known = m_sites.constFind(site); known != m_sites.cend()) {
        if (!target.isSecure && overlaysSecure(cookie, *known))
            return;
        const auto same = std::find_if(known->begin(), known->end(), [&cookie](Cookies::const_iterator other) {
            return other->name == cookie.name && other->domain == cookie.domain && other->path == cookie.path
                && other->hostOnly == cookie.hostOnly;
        });
        if (same != known->end()) {
            cookie.created = (*same)->created;
            remove(*same);
        }
    }
    if (cookie.expires > m_now())
        insert(std::move(cookie));
}

void CookieJar::insert(Cookie cookie)
{
    makeRoom(cookie);
    cookie.used = ++m_serial;
    if (cookie.created == 0)
        cookie.created = cookie.used;
    m_nextExpiry = std::min(m_nextExpiry, cookie.expires);
    m_cookies.push_back(std::move(cookie));
    m_sites[m_cookies.back().site].push_back(std::prev(m_cookies.end()));
}

void CookieJar::makeRoom(const Cookie &cookie)
{
    const auto makeRoomIn = [this, &cookie](int most, auto belongs) {
        const auto known = m_sites.constFind(cookie.site);
        if (known == m_sites.cend() || known->size() < static_cast<std::size_t>(most))
            return;
        Site group;
        std::copy_if(known->begin(), known->end(), std::back_inserter(group), belongs);
        if (group.size() < static_cast<std::size_t>(most))
            return;
        remove(*std::min_element(group.begin(), group.end(), [](Cookies::iterator a, Cookies::iterator b) {
            return std::pair(a->secure, a->used) < std::pair(b->secure, b->used);
        }));
    };
    makeRoomIn(kMaxPerDomain, [&cookie](Cookies::const_iterator other) { return other->domain == cookie.domain; });
    makeRoomIn(kMaxPerSite, [](Cookies::const_iterator) { return true; });
    if (count() >= kMaxTotal)
        remove(m_cookies.begin());
}

void CookieJar::touch(Cookies::iterator cookie)
{
    cookie->used = ++m_serial;
    m_cookies.splice(m_cookies.end(), m_cookies, cookie);
}

void CookieJar::remove(Cookies::iterator cookie)
{
    const auto site = m_sites.find(cookie->site);
    site->erase(std::find(site->begin(), site->end(), cookie));
    if (site->empty())
        m_sites.erase(site);
    m_cookies.erase(cookie);
}

/// Looks through all of them, but at most once a second: what expires then goes at once.
void CookieJar::dropExpired()
{
    const qint64 now = m_nextExpiry == kNever ? 0 : m_now();
    if (now < m_nextExpiry)
        return;
    m_nextExpiry = kNever;
    for (auto cookie = m_cookies.begin(); cookie != m_cookies.end();) {
        const auto next = std::next(cookie);
        if (cookie->expires <= now)
            remove(cookie);
        else
            m_nextExpiry = std::min(m_nextExpiry, cookie->expires);
        cookie = next;
    }
}

} // namespace crawlscope
