// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/linkresolver.h"

#include "core/url/urlfastpath.h"
#include "core/url/urlnormalizer.h"

namespace crawlscope {

namespace {

    bool isBlank(char c)
    {
        return static_cast<quint8>(c) <= 0x20;
    }

    QByteArrayView trimmed(QByteArrayView text)
    {
        while (!text.isEmpty() && isBlank(text.front()))
            text = text.sliced(1);
        while (!text.isEmpty() && isBlank(text.back()))
            text.chop(1);
        return text;
    }

    /// "scheme://host:port" of a normalised URL.
    qsizetype rootBytes(const QByteArray &url)
    {
        return url.indexOf('/', url.startsWith("https:") ? 8 : 7);
    }

    bool startsPath(char c)
    {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

} // namespace

LinkResolver::LinkResolver(const QByteArray &url)
{
    const NormalizedUrl page = UrlNormalizer::normalize(url);
    if (page.verdict != LineVerdict::Accepted)
        return;
    m_origin = page.url.first(rootBytes(page.url) + 1);
    useBase(page.url);
}

void LinkResolver::useBase(const QByteArray &url)
{
    m_base = url;
    m_rootBytes = rootBytes(url);
    const qsizetype query = url.indexOf('?');
    m_pathBytes = query < 0 ? url.size() : query;
    m_folderBytes = url.lastIndexOf('/', m_pathBytes - 1) + 1;
}

void LinkResolver::setBase(QByteArrayView href)
{
    if (const QByteArray url = resolve(href); !url.isEmpty())
        useBase(url);
}

QByteArray LinkResolver::resolve(QByteArrayView reference)
{
    reference = trimmed(reference);
    const bool absolute = reference.startsWith("http://") || reference.startsWith("https://");
    if (m_base.isEmpty() && !absolute)
        return {};
    qsizetype keep = -1; // how much of the base stands in front
    qsizetype folder = m_folderBytes;
    QByteArrayView rest = reference; // without dot segments at its front
    while (!absolute && rest.startsWith('.')) {
        if (rest.startsWith("../")) {
            folder = folder > m_rootBytes + 1 ? m_base.lastIndexOf('/', folder - 2) + 1 : folder;
            rest = rest.sliced(3);
        } else if (rest.startsWith("./")) {
            rest = rest.sliced(2);
        } else {
            break;
        }
    }
    if (absolute)
        keep = 0;
    else if (reference.startsWith('/') && reference.size() > 1 && reference[1] != '/' && reference[1] != '\\')
        keep = m_rootBytes;
    else if (!rest.isEmpty() && startsPath(rest.front()) && !rest.contains(':'))
        keep = folder;
    if (keep >= 0) {
        m_joined.assign(m_base.constData(), static_cast<std::size_t>(keep));
        m_joined.append(rest.data(), static_cast<std::size_t>(rest.size()));
        m_result.clear();
        const QByteArrayView joined(m_joined.data(), static_cast<qsizetype>(m_joined.size()));
        if (urlfastpath::append(joined, &m_result) == urlfastpath::Outcome::Accepted)
            return QByteArray::fromStdString(m_result);
    }
    return (m_base.isEmpty() ? UrlNormalizer::normalize(reference) : UrlNormalizer::resolve(m_base, reference)).url;
}

} // namespace crawlscope
