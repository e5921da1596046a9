// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/urlhost.h"

#include "core/url/urlchars.h"

#include <QList>
#include <QUrl>

#include <algorithm>
#include <optional>

namespace crawlscope::urlhost {
namespace {

    // Longer text cannot become a name of 253 bytes; bounds the quadratic part of punycode.
    constexpr qsizetype kMaxHostText = 1024;
    constexpr qsizetype kMaxName = 253;
    constexpr qsizetype kMaxLabel = 63;

    QByteArray percentDecoded(QByteArrayView text)
    {
        QByteArray out;
        out.reserve(text.size());
        for (const char *p = text.begin(); p != text.end(); ++p) {
            const int byte = urlchars::escapedByte(p, text.end());
            out += byte < 0 ? *p : static_cast<char>(byte);
            if (byte >= 0)
                p += 2;
        }
        return out;
    }

    /// QUrl's own form of the host (IDNA, IPv6 compressed), empty when it refuses.
    QByteArray throughQUrl(const QString &host)
    {
        QUrl url;
        url.setScheme(QStringLiteral("http"));
        url.setHost(host, QUrl::DecodedMode);
        return url.isValid() ? url.host(QUrl::FullyEncoded).toLatin1() : QByteArray();
    }

    Host ipv6(QByteArrayView text)
    {
        const bool plain = text.size() > 2 && text.endsWith(']')
            && std::all_of(text.begin() + 1, text.end() - 1,
                           [](char c) { return urlchars::hexValue(c) >= 0 || c == ':' || c == '.'; });
        const QByteArray address = plain ? throughQUrl(QString::fromLatin1(text)) : QByteArray();
        if (!address.contains(':'))
            return {{}, LineReason::BadIpLiteral};
        return {'[' + address + ']', LineReason::None};
    }

    bool isNumberLabel(QByteArrayView label)
    {
        if (label.startsWith("0x"))
            return std::all_of(label.begin() + 2, label.end(), [](char c) { return urlchars::hexValue(c) >= 0; });
        return std::all_of(label.begin(), label.end(), [](char c) { return urlchars::is(c, urlchars::Digit); });
    }

    /// One part of an IPv4 address: decimal, octal with a leading 0, hexadecimal with 0x.
    std::optional<quint64> ipv4Number(QByteArrayView text)
    {
        if (text.isEmpty())
            return std::nullopt;
        int base = 10;
        if (text.startsWith("0x")) {
            base = 16;
            text = text.sliced(2);
        } else if (text.size() > 1 && text.front() == '0') {
            base = 8;
            text = text.sliced(1);
        }
        quint64 value = 0;
        for (const char c : text) {
            const int digit = urlchars::hexValue(c);
            if (digit < 0 || digit >= base)
                return std::nullopt;
            value = value * static_cast<quint64>(base) + static_cast<quint64>(digit);
            if (value > 0xFFFFFFFFU)
                return std::nullopt;
        }
        return value;
    }

    Host ipv4(const QByteArray &text)
    {
        Host bad {{}, LineReason::BadIpLiteral};
        const QList<QByteArray> parts = text.split('.');
        if (parts.size() > 4)
            return bad;
        quint64 address = 0;
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const std::optional<quint64> number = ipv4Number(parts[i]);
            const bool last = i == parts.size() - 1;
            // The last part fills all bytes that are left.
            const quint64 limit = last ? quint64 {1} << (8 * (4 - i)) : 256;
            if (!number || *number >= limit)
                return bad;
            address += last ? *number : *number << (8 * (3 - i));
        }
        QByteArray out;
        for (int shift = 24; shift >= 0; shift -= 8) {
            out += QByteArray::number((address >> shift) & 0xFFU);
            if (shift > 0)
                out += '.';
        }
        return {out, LineReason::None};
    }

} // namespace

Host normalize(QByteArrayView text)
{
    if (text.isEmpty())
        return {{}, LineReason::EmptyHost};
    if (text.front() == '[')
        return ipv6(text);
    Host bad {{}, LineReason::BadHost};
    if (text.size() > 3 * kMaxHostText)
        return bad;
    const QByteArray decoded = percentDecoded(text);
    if (decoded.size() > kMaxHostText || !decoded.isValidUtf8()
        || decoded.contains(':')) // QUrl would read "::1" without brackets
        return bad;
    QByteArray name = throughQUrl(QString::fromUtf8(decoded));
    if (name.endsWith('.'))
        name.chop(1);
    if (name.isEmpty() || name.size() > kMaxName)
        return decoded == "." ? Host {{}, LineReason::EmptyHost} : bad;

    const bool plain = std::all_of(name.cbegin(), name.cend(), [](char c) {
        return (urlchars::is(c, urlchars::HostByte) && !(c >= 'A' && c <= 'Z')) || c == '-' || c == '.' || c == '_';
    });
    const QList<QByteArray> labels = name.split('.');
    const bool lengthsOk = std::all_of(labels.cbegin(), labels.cend(), [](const QByteArray &label) {
        return !label.isEmpty() && label.size() <= kMaxLabel;
    });
    if (!plain || !lengthsOk)
        return bad;
    return isNumberLabel(labels.last()) ? ipv4(name) : Host {name, LineReason::None};
}

} // namespace crawlscope::urlhost
