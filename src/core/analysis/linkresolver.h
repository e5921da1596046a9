// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <string>

namespace crawlscope {

/// References of one page to absolute URLs: UrlNormalizer::resolve() with short cuts for what most links look like.
/// Thread: one at a time.
class LinkResolver
{
public:
    /// `url`: of the page, normalised. Where it is empty nothing resolves but absolute references.
    explicit LinkResolver(const QByteArray &url);

    /// Of <base href>. What is no http(s) URL changes nothing.
    void setBase(QByteArrayView href);
    /// Normalised; empty where it is none of http or https or no URL at all. `reference`: references resolved.
    [[nodiscard]] QByteArray resolve(QByteArrayView reference);
    /// `url`, normalised, has the origin of the page.
    [[nodiscard]] bool isInternal(QByteArrayView url) const { return !m_origin.isEmpty() && url.startsWith(m_origin); }
    [[nodiscard]] bool pageIsHttps() const { return m_origin.startsWith("https:"); }
    [[nodiscard]] bool pageIsHttp() const { return m_origin.startsWith("http:"); }

private:
    void useBase(const QByteArray &url);

    QByteArray m_origin; ///< of the page, with the slash behind it
    QByteArray m_base;
    qsizetype m_rootBytes = 0; ///< of m_base: "https://host"
    qsizetype m_folderBytes = 0; ///< "https://host/a/"
    qsizetype m_pathBytes = 0; ///< "https://host/a/b"
    std::string m_joined;
    std::string m_result;
};

} // namespace crawlscope
