// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/cookiejar.h"

#include <QDateTime>
#include <QNetworkCookie>
#include <QUrl>

#include <algorithm>

namespace crawlscope {

namespace {

    /// draft-ietf-httpbis-rfc6265bis section 5.7: a cookie with such a byte is ignored whole.
    bool hasControl(const QByteArray &text)
    {
        return std::any_of(text.cbegin(), text.cend(), [](char c) {
            const auto byte = static_cast<quint8>(c);
            return (byte < 0x20 && byte != '\t') || byte == 0x7F;
        });
    }

} // namespace

bool CookieJar::insertCookie(const QNetworkCookie &cookie)
{
    if (cookie.name().size() + cookie.value().size() > kMaxBytes || hasControl(cookie.name())
        || hasControl(cookie.value()))
        return false;
    QList<QNetworkCookie> all = allCookies();
    const auto same = [&cookie](const QNetworkCookie &other) { return other.hasSameIdentifier(cookie); };
    const bool expired = !cookie.isSessionCookie() && cookie.expirationDate() < QDateTime::currentDateTimeUtc();
    if (expired || std::any_of(all.cbegin(), all.cend(), same)) // takes no room: it replaces one, or deletes it
        return QNetworkCookieJar::insertCookie(cookie);
    const auto sameDomain = [&cookie](const QNetworkCookie &other) { return other.domain() == cookie.domain(); };
    if (std::count_if(all.cbegin(), all.cend(), sameDomain) >= kMaxPerDomain)
        all.erase(std::find_if(all.begin(), all.end(), sameDomain));
    else if (all.size() >= kMaxTotal)
        all.removeFirst();
    setAllCookies(all);
    return QNetworkCookieJar::insertCookie(cookie);
}

QByteArray CookieJar::headerFor(const QUrl &url) const
{
    QByteArray header;
    const QList<QNetworkCookie> cookies = cookiesForUrl(url);
    for (const QNetworkCookie &cookie : cookies) {
        const QByteArray pair = cookie.toRawForm(QNetworkCookie::NameAndValueOnly);
        if (header.size() + pair.size() + 2 > kMaxHeaderBytes)
            break;
        if (!header.isEmpty())
            header += "; ";
        header += pair;
    }
    return header;
}

void CookieJar::store(const QByteArray &setCookie, const QUrl &url)
{
    setCookiesFromUrl(QNetworkCookie::parseCookies(setCookie), url);
}

} // namespace crawlscope
