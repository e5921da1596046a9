// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/ippolicy.h"
#include "core/url/urlindex.h"
#include "core/url/urllist.h"

#include <QByteArray>

#include <memory>

namespace crawlscope {

/// Keeps what a server sends from leading out of the web into private networks: a redirect (or link) from a public
/// address to one that is not is refused, unless the user listed a URL of the target's origin or allows it.
///
/// Literal addresses and localhost are refused here, without a request. Of a name only the back end sees the address:
/// the ruling then says that it must look (FetchRequest::denyPrivate). Behind a proxy it is the proxy that resolves
/// names, so nothing can be said about them. Redirects that begin at an address that is not public are free to stay
/// there.
/// Owns the set of listed origins, collected when first asked for. All URLs are normalised. Thread: the engine's.
class AddressGuard
{
public:
    struct Settings
    {
        bool allowPrivate = false;
        bool proxied = false;
    };
    struct Hop
    {
        QByteArrayView listed; ///< URL of the list that the way began at; empty: at one that was found
        QByteArrayView from;
        QByteArrayView remoteIp; ///< that answered for `from`; empty: unknown
        QByteArrayView to;
    };
    struct Ruling
    {
        bool allowed = true;
        bool denyPrivate = false; ///< allowed where the back end connects to a public address
        QByteArray detail; ///< of a refusal: name of the target's AddressClass
    };

    AddressGuard(std::shared_ptr<const UrlList> urls, Settings settings, AddressPolicy isPublic = IpPolicy::standard());
    [[nodiscard]] Ruling judge(const Hop &hop);

private:
    [[nodiscard]] bool leavesPublic(const Hop &hop) const;
    [[nodiscard]] bool isListed(QByteArrayView url);
    void collect();

    std::shared_ptr<const UrlList> m_urls;
    Settings m_settings;
    AddressPolicy m_isPublic;
    bool m_collected = false;
    UrlIndex m_listed; ///< one entry of each origin
};

} // namespace crawlscope
