// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkCookie>
#include <QNetworkCookieJar>

namespace crawlscope {

/// The run's cookies, within the limits of RFC 6265 section 6.1: 50 a domain, 4,096 bytes each, 3,000 in all (the
/// oldest of a full domain makes room). Thread: the engine's.
class CookieJar : public QNetworkCookieJar
{
    Q_OBJECT
public:
    static constexpr int kMaxPerDomain = 50;
    static constexpr int kMaxTotal = 3000;
    static constexpr int kMaxBytes = 4096;
    static constexpr int kMaxHeaderBytes = 16 * 1024;

    using QNetworkCookieJar::QNetworkCookieJar;
    bool insertCookie(const QNetworkCookie &cookie) override;
    /// Value of the Cookie header for `url`, at most kMaxHeaderBytes; empty: none.
    [[nodiscard]] QByteArray headerFor(const QUrl &url) const;
    /// Takes the Set-Cookie headers of an answer.
    void store(const QByteArray &setCookie, const QUrl &url);
    [[nodiscard]] int count() const { return static_cast<int>(allCookies().size()); }
};

} // namespace crawlscope
