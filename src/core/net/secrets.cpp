// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/secrets.h"

#include "core/net/fetchtypes.h"

#include <algorithm>
#include <array>

namespace crawlscope {

bool isSecretHeader(QByteArrayView name)
{
    static constexpr std::array<const char *, 9> names {"authorization", "proxy-authorization", "cookie",
                                                        "set-cookie",    "x-api-key",           "x-auth-token",
                                                        "x-csrf-token",  "x-access-token",      "api-key"};
    return std::any_of(names.begin(), names.end(), [name](const char *secret) {
        return name.compare(QByteArrayView(secret), Qt::CaseInsensitive) == 0;
    });
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
