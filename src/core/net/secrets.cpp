// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/secrets.h"

#include "core/net/fetchtypes.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace crawlscope {

namespace {

    /// A header name in lower case, on the stack: each header of each exchange is looked at.
    class LowerName
    {
    public:
        explicit LowerName(QByteArrayView name)
            : m_size(static_cast<std::size_t>(std::min(name.size(), kMost)))
        {
            std::transform(name.begin(), name.begin() + static_cast<qsizetype>(m_size), m_text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
        }
        [[nodiscard]] std::string_view view() const { return {m_text.data(), m_size}; }

        static constexpr qsizetype kMost = 128;

    private:
        std::array<char, kMost> m_text; // NOLINT(cppcoreguidelines-pro-type-member-init): m_size of it are set
        std::size_t m_size;
    };

    bool isSecretName(std::string_view name)
    {
        // X-Auth-Token, Private-Token, X-Api-Key, X-Client-Secret, …: services have a name each for what is a password.
        static constexpr std::array<std::string_view, 6> parts {"token",   "secret", "passw",
                                                                "api-key", "apikey", "credential"};
        if (name == "authorization" || name == "proxy-authorization" || name == "cookie" || name == "set-cookie")
            return true;
        // Each part has a "k", a "w" or a "cr", which few other names have.
        if (name.find_first_of("kw") == std::string_view::npos && name.find("cr") == std::string_view::npos)
            return false;
        return std::any_of(parts.begin(), parts.end(),
                           [name](std::string_view part) { return name.find(part) != std::string_view::npos; });
    }

    bool carriesUrl(std::string_view name)
    {
        return name == "location" || name == "content-location" || name == "referer" || name == "refresh"
            || name == "link" || name == "sourcemap";
    }

} // namespace

bool isSecretHeader(QByteArrayView name)
{
    if (name.size() <= LowerName::kMost)
        return isSecretName(LowerName(name).view());
    return isSecretName(name.toByteArray().toLower().toStdString());
}

HeaderList redacted(HeaderList headers, const Redactor &redactor)
{
    for (qsizetype i = 0; i < headers.size(); ++i) { // a list that nothing is taken out of stays shared
        const auto &[name, value] = std::as_const(headers)[i];
        if (isSecretHeader(name))
            headers[i].second = Redactor::kMark.toByteArray();
        else if (carriesUrl(LowerName(name).view()))
            headers[i].second = redactor(value);
    }
    return headers;
}

QByteArray headerValue(const HeaderList &headers, QByteArrayView name)
{
    for (const auto &header : headers) {
        if (name.size() == header.first.size() && name.compare(header.first, Qt::CaseInsensitive) == 0)
            return header.second;
    }
    return {};
}

} // namespace crawlscope
