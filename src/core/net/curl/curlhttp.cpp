// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/curl/curlhttp.h"

#include <algorithm>

namespace crawlscope::curlhttp {

namespace {

    enum class Coding : quint8 { None, Known, Strange };

    Coding codingOf(const HeaderList &headers)
    {
        Coding found = Coding::None;
        for (const auto &[name, value] : headers) {
            if (name.compare("content-encoding", Qt::CaseInsensitive) != 0)
                continue;
            for (const QByteArray &part : value.toLower().split(',')) {
                const QByteArray coding = part.trimmed();
                if (coding == "gzip" || coding == "x-gzip" || coding == "deflate" || coding == "br" || coding == "zstd")
                    found = std::max(found, Coding::Known);
                else if (!coding.isEmpty() && coding != "identity" && coding != "none")
                    found = Coding::Strange;
            }
        }
        return found;
    }

    /// The value of `realm` in a challenge: quoted or not.
    QByteArray realmOf(const QByteArray &challenge)
    {
        const qsizetype at = challenge.toLower().indexOf("realm=");
        if (at < 0)
            return {};
        const QByteArray rest = challenge.sliced(at + 6);
        if (!rest.startsWith('"'))
            return rest.left(rest.indexOf(',')).trimmed();
        QByteArray realm;
        for (qsizetype i = 1; i < rest.size() && rest[i] != '"'; ++i) {
            if (rest[i] == '\\' && i + 1 < rest.size())
                ++i;
            realm += rest[i];
        }
        return realm;
    }

} // namespace

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 305 || status == 307 || status == 308;
}

QByteArray originOf(const QUrl &url)
{
    const int port = url.port(url.scheme() == QLatin1StringView("https") ? 443 : 80);
    return url.scheme().toLatin1() + "://" + url.host(QUrl::FullyEncoded).toLatin1() + ':' + QByteArray::number(port);
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    return originOf(a) == originOf(b);
}

bool isEncoded(const HeaderList &headers)
{
    return codingOf(headers) == Coding::Known;
}

bool isEncodedStrangely(const HeaderList &headers)
{
    return codingOf(headers) == Coding::Strange;
}

Offer offerOf(const HeaderList &headers, QByteArrayView name)
{
    Offer offer;
    for (const auto &[key, value] : headers) {
        if (name.compare(key, Qt::CaseInsensitive) != 0)
            continue;
        // One field may hold several challenges: "Basic realm=x, Digest realm=y, nonce=z".
        const QByteArray lower = ", " + value.toLower();
        const bool basic = lower.contains(", basic") || lower.contains(",basic");
        const bool digest = lower.contains(", digest") || lower.contains(",digest");
        if ((basic || digest) && offer.realm.isEmpty())
            offer.realm = realmOf(value);
        offer.basic = offer.basic || basic;
        offer.digest = offer.digest || digest;
    }
    return offer;
}

bool hasHeader(const HeaderList &headers, const char *name)
{
    return std::any_of(headers.begin(), headers.end(),
                       [name](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
}

void removeHeader(HeaderList *headers, const char *name)
{
    headers->removeIf([name](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
}

} // namespace crawlscope::curlhttp
