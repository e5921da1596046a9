// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/secrets.h"

#include "core/net/fetchtypes.h"
#include "core/util/asciicase.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace crawlscope {

namespace {

    enum class HeaderKind : quint8 { Plain, Secret, CarriesUrl };

    bool contains(QByteArrayView name, std::string_view lowerCase)
    {
        return std::search(name.begin(), name.end(), lowerCase.begin(), lowerCase.end(),
                           [](char a, char b) { return asciiLower(a) == b; })
            != name.end();
    }

    /// Bits of kLetters: letters of which each part of hasSecretPart() has one, and the "c" and "r" of "cr".
    enum Letter : quint8 { KOrW = 1, R = 2, C = 4 };
    constexpr std::array<quint8, 256> kLetters = [] {
        std::array<quint8, 256> table {};
        for (const char c : {'k', 'K', 'w', 'W'})
            table[static_cast<unsigned char>(c)] = KOrW;
        table['r'] = table['R'] = R;
        table['c'] = table['C'] = C;
        return table;
    }();

    /// Whether the name may have one of the parts of hasSecretPart(): each has a "k", a "w" or a "cr", which few other
    /// names have. Each header of each exchange is looked at, hence no search and no branch.
    bool mayHaveSecretPart(QByteArrayView name)
    {
        unsigned before = 0;
        unsigned found = 0;
        for (const char c : name) {
            const unsigned letter = kLetters[static_cast<unsigned char>(c)];
            found |= letter & (KOrW | before >> 1U); // C before becomes the bit of R
            before = letter;
        }
        return found != 0;
    }

    bool hasSecretPart(QByteArrayView name)
    {
        // X-Auth-Token, Private-Token, X-Api-Key, X-Client-Secret, …: services have a name each for what is a password.
        static constexpr std::array<std::string_view, 6> parts {"token",   "secret", "passw",
                                                                "api-key", "apikey", "credential"};
        return std::any_of(parts.begin(), parts.end(), [name](std::string_view part) { return contains(name, part); });
    }

    struct KnownName
    {
        QByteArrayView name;
        HeaderKind kind;
    };
    constexpr std::array<KnownName, 10> kKnownNames {{{"authorization", HeaderKind::Secret},
                                                      {"proxy-authorization", HeaderKind::Secret},
                                                      {"cookie", HeaderKind::Secret},
                                                      {"set-cookie", HeaderKind::Secret},
                                                      {"location", HeaderKind::CarriesUrl},
                                                      {"content-location", HeaderKind::CarriesUrl},
                                                      {"referer", HeaderKind::CarriesUrl},
                                                      {"refresh", HeaderKind::CarriesUrl},
                                                      {"link", HeaderKind::CarriesUrl},
                                                      {"sourcemap", HeaderKind::CarriesUrl}}};
    constexpr quint32 kKnownSizes = [] {
        quint32 bits = 0;
        for (const KnownName &known : kKnownNames)
            bits |= 1U << known.name.size();
        return bits;
    }();

    HeaderKind kindOf(QByteArrayView name)
    {
        if (name.size() < 32 && (kKnownSizes >> static_cast<quint32>(name.size()) & 1U) != 0) {
            for (const KnownName &known : kKnownNames) {
                if (isSameName(name, known.name))
                    return known.kind;
            }
        }
        return mayHaveSecretPart(name) && hasSecretPart(name) ? HeaderKind::Secret : HeaderKind::Plain;
    }

} // namespace

bool isSecretHeader(QByteArrayView name)
{
    return kindOf(name) == HeaderKind::Secret;
}

HeaderList redacted(HeaderList headers, const Redactor &redactor)
{
    for (qsizetype i = 0; i < headers.size(); ++i) { // a list that nothing is taken out of stays shared
        const auto &[name, value] = std::as_const(headers)[i];
        const HeaderKind kind = kindOf(name);
        if (kind == HeaderKind::Secret)
            headers[i].second = Redactor::kMark.toByteArray();
        else if (kind == HeaderKind::CarriesUrl)
            headers[i].second = redactor(value);
    }
    return headers;
}

QByteArray headerValue(const HeaderList &headers, QByteArrayView name)
{
    for (const auto &header : headers) {
        if (isSameName(header.first, name))
            return header.second;
    }
    return {};
}

} // namespace crawlscope
