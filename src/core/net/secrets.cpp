// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/secrets.h"

#include "core/net/fetchtypes.h"

#include <algorithm>
#include <array>

namespace crawlscope {

bool isSecretHeader(QByteArrayView name)
{
    static constexpr std::array<QByteArrayView, 4> names {"authorization", "proxy-authorization", "cookie",
                                                          "set-cookie"};
    // X-Auth-Token, Private-Token, X-Api-Key, X-Client-Secret, …: services have a name each for what is a password.
    static constexpr std::array<QByteArrayView, 6> parts {"token",   "secret", "passw",
                                                          "api-key", "apikey", "credential"};
    const auto equal = [name](QByteArrayView secret) { return name.compare(secret, Qt::CaseInsensitive) == 0; };
    if (std::any_of(names.begin(), names.end(), equal))
        return true;
    const QByteArray lower = name.toByteArray().toLower();
    return std::any_of(parts.begin(), parts.end(), [&lower](QByteArrayView part) { return lower.contains(part); });
}

HeaderList redacted(HeaderList headers)
{
    for (auto &header : headers) {
        if (isSecretHeader(header.first))
            header.second = QByteArrayLiteral("[redacted]");
    }
    return headers;
}

QByteArray headerValue(const HeaderList &headers, QByteArrayView name)
{
    for (const auto &header : headers) {
        if (name.compare(header.first, Qt::CaseInsensitive) == 0)
            return header.second;
    }
    return {};
}

} // namespace crawlscope
