// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/setcookie.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

#include <functional>
#include <list>
#include <vector>

namespace crawlscope {

/// The run's cookies by RFC 6265, with the prefixes and the protection of secure cookies of RFC 6265bis.
///
/// Limits: those of section 6.1, and one for all hosts of a site (registrable domain), so that a site with countless
/// hosts does not push out the cookies of all others. What was sent longest ago makes room, secure cookies last.
/// Cookies are found by site, so that a look-up costs the same however many hosts there are.
/// URLs are normalised. Thread: the engine's.
class CookieJar
{
public:
    static constexpr int kMaxPerDomain = 50; ///< of the same Domain (the host where none was given)
    static constexpr int kMaxPerSite = 300;
    static constexpr int kMaxTotal = 3000;
    static constexpr int kMaxBytes = SetCookie::kMaxPairBytes;
    static constexpr int kMaxHeaderBytes = 16 * 1024;
    static constexpr qint64 kMaxAgeSeconds = 400LL * 86'400; ///< RFC 6265bis section 5.5: nothing lives longer

    using WallClock = std::function<qint64()>; ///< s since the epoch

    explicit CookieJar(WallClock now = systemClock());

    /// Value of the Cookie header for `url`, at most kMaxHeaderBytes; empty: none.
    [[nodiscard]] QByteArray headerFor(QByteArrayView url);
    /// Takes the Set-Cookie header of an answer; several in one are separated by line feeds, as Qt joins them.
    void store(const QByteArray &setCookie, QByteArrayView url);
    [[nodiscard]] int count() const { return static_cast<int>(m_cookies.size()); }
    [[nodiscard]] static WallClock systemClock();

private:
    struct Cookie
    {
        QByteArray name;
        QByteArray value;
        QByteArray domain;
        QByteArray path;
        QByteArray site; ///< key of m_sites
        qint64 expires = 0; ///< s since the epoch
        quint64 created = 0; ///< by m_serial
        quint64 used = 0;
        bool hostOnly = true;
        bool secure = false;
    };
    struct Target
    {
        QByteArray host;
        QByteArrayView path;
        bool isAddress = false;
        bool isSecure = false;
    };
    using Cookies = std::list<Cookie>;
    using Site = std::vector<Cookies::iterator>;

    [[nodiscard]] static Target targetOf(QByteArrayView url);
    [[nodiscard]] static bool domainMatches(const Target &target, const QByteArray &domain);
    [[nodiscard]] static bool matches(const Cookie &cookie, const Target &target);
    [[nodiscard]] bool accept(const SetCookie &given, const Target &target, Cookie *cookie) const;
    [[nodiscard]] static bool overlaysSecure(const Cookie &cookie, const Site &site);
    void storeOne(QByteArrayView line, const Target &target, const QByteArray &site);
    void insert(Cookie cookie);
    void makeRoom(const Cookie &cookie);
    void touch(Cookies::iterator cookie);
    void remove(Cookies::iterator cookie);
    void dropExpired();

    WallClock m_now;
    Cookies m_cookies; ///< what was used longest ago first
    QHash<QByteArray, Site> m_sites; ///< none is empty
    quint64 m_serial = 0;
    qint64 m_nextExpiry; ///< none expires earlier
};

} // namespace crawlscope
