// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/fetchtypes.h"

#include <QUrl>

/// What CurlReply has to know of HTTP. Pure. Thread: any.
namespace crawlscope::curlhttp {

/// 301, 302, 303, 305, 307, 308: what the stock manager follows.
[[nodiscard]] bool isRedirect(int status);
[[nodiscard]] bool sameOrigin(const QUrl &a, const QUrl &b);
/// "https://host:443"
[[nodiscard]] QByteArray originOf(const QUrl &url);
/// There is a content coding that libcurl undoes.
[[nodiscard]] bool isEncoded(const HeaderList &headers);
/// There is one that it does not know.
[[nodiscard]] bool isEncodedStrangely(const HeaderList &headers);

/// How a server (or proxy) wants to be told who is there.
struct Offer
{
    bool basic = false;
    bool digest = false;
    QByteArray realm;
};
[[nodiscard]] Offer offerOf(const HeaderList &headers, QByteArrayView name);

[[nodiscard]] bool hasHeader(const HeaderList &headers, const char *name);
void removeHeader(HeaderList *headers, const char *name);

} // namespace crawlscope::curlhttp
