// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/addressguard.h"

#include "core/url/urlnormalizer.h"

#include <QHashFunctions>

#include <utility>

namespace crawlscope {

namespace {

    /// "scheme://host[:port]": one spelling per origin, since the default port is never written.
    QByteArrayView originPart(QByteArrayView url)
    {
        const qsizetype path = url.indexOf('/', 8); // behind "https://", in or behind the host of "http://"
        return path < 0 ? url : url.first(path);
    }

    /// With the seed of the process, so that no list can be made to collide; UrlIndex uses the upper half.
    quint64 hashOf(QByteArrayView origin)
    {
        return quint64 {qHash(origin, QHashSeed::globalSeed())} * 0x9e3779b97f4a7c15U;
    }

    /// The address that the host of `url` stands for without a look-up.
    std::optional<QHostAddress> plainAddress(QByteArrayView url)
    {
        const QByteArrayView host = UrlNormalizer::host(url);
        if (IpPolicy::isLocalhost(host))
            return QHostAddress(QHostAddress::LocalHost);
        return IpPolicy::literal(host);
    }

} // namespace

AddressGuard::AddressGuard(std::shared_ptr<const UrlList> urls, Settings settings, AddressPolicy isPublic)
    : m_urls(std::move(urls))
    , m_settings(settings)
    , m_isPublic(std::move(isPublic))
    , m_listed(0)
{
}

AddressGuard::Ruling AddressGuard::judge(const Hop &hop)
{
    if (m_settings.allowPrivate)
        return {};
    const std::optional<QHostAddress> address = plainAddress(hop.to);
    if (address ? m_isPublic(*address) : m_settings.proxied)
        return {};
    if (!leavesPublic(hop) || originPart(hop.to) == originPart(hop.listed) || isListed(hop.to))
        return {};
    Ruling ruling;
    if (address) {
        ruling.allowed = false;
        ruling.detail = IpPolicy::name(IpPolicy::classify(*address)).toByteArray();
    } else {
        ruling.denyPrivate = true;
    }
    return ruling;
}

bool AddressGuard::leavesPublic(const Hop &hop) const
{
    if (!hop.remoteIp.isEmpty() && !m_settings.proxied) { // else it is the proxy's
        if (const auto address = IpPolicy::literal(hop.remoteIp))
            return m_isPublic(*address);
    }
    const auto address = plainAddress(hop.from);
    return !address || m_isPublic(*address);
}

void AddressGuard::collect()
{
    QByteArrayView last;
    for (std::size_t entry = 0; entry < m_urls->inputSize(); ++entry) {
        if (!m_urls->isUnique(entry))
            continue;
        const QByteArrayView origin = originPart(m_urls->url(entry));
        if (origin == last) // lists are mostly in order of hosts
            continue;
        last = origin;
        (void)m_listed.findOrInsert(hashOf(origin), static_cast<quint32>(entry),
                                    [this, origin](quint32 other) { return originPart(m_urls->url(other)) == origin; });
    }
}

bool AddressGuard::isListed(QByteArrayView url)
{
    if (!std::exchange(m_collected, true))
        collect();
    const QByteArrayView origin = originPart(url);
    return m_listed.find(hashOf(origin), [this, origin](quint32 entry) {
        return originPart(m_urls->url(entry)) == origin;
    }) >= 0;
}

} // namespace crawlscope
