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

namespace {

    bool carriesUrl(QByteArrayView name)
    {
        static constexpr std::array<QByteArrayView, 6> names {"location", "content-location", "referer", "refresh",
                                                              "link",     "sourcemap"};
        return std::any_of(names.begin(), names.end(),
                           [name](QByteArrayView carrier) { return name.compare(carrier, Qt::CaseInsensitive) == 0; });
    }

} // namespace

HeaderList redacted(HeaderList headers, const Redactor &redactor)
{
    for (qsizetype i = 0; i < headers.size(); ++i) { // a list that nothing is taken out of stays shared
        const auto &[name, value] = std::as_const(headers)[i];
        if (isSecretHeader(name))
            headers[i].second = Redactor::kMark.toByteArray();
        else if (carriesUrl(name))
            headers[i].second = redactor(value);
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
