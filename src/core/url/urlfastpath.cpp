// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/urlfastpath.h"

#include "core/url/urlchars.h"
#include "core/url/urlnormalizer.h"
#include "core/util/asciicase.h"

#include <algorithm>

namespace crawlscope::urlfastpath {
namespace {

    using urlchars::is;

    bool isOneOf(char c, QByteArrayView bytes)
    {
        return bytes.contains(c);
    }

    constexpr std::ptrdiff_t kMaxLabel = 63;
    constexpr std::ptrdiff_t kMaxHost = 253;

    struct HostScan
    {
        const char *end = nullptr; ///< nullptr: declined
        bool upperCase = false;
        bool dotted = false;
    };

    /// Whether it is an IPv4 address in its one canonical form: four decimal numbers up to 255 without leading zeros.
    bool isPlainIpv4(const char *p, const char *end)
    {
        for (int part = 0;; ++part) {
            const char *digits = p;
            int number = 0;
            for (; p != end && is(*p, urlchars::Digit) && p - digits < 3; ++p)
                number = number * 10 + (*p - '0');
            if (p == digits || number > 255 || (*digits == '0' && p - digits > 1))
                return false;
            if (part == 3)
                return p == end;
            if (p == end || *p++ != '.')
                return false;
        }
    }

    /// Reads a name of plain labels or a plain IPv4 address. Declines all that has rules of its own: other ways to
    /// write such an address, ACE, hyphens at the ends of labels.
    HostScan scanHost(const char *begin, const char *end)
    {
        HostScan scan;
        const char *label = begin;
        const char *p = begin;
        for (;; ++p) {
            const char c = p == end ? '/' : *p;
            if (is(c, urlchars::HostByte)) {
                scan.upperCase |= c >= 'A' && c <= 'Z';
                continue;
            }
            if (c == '-') {
                if (p - label == 3 && p[-1] == '-')
                    return {};
                continue;
            }
            if (p == label || p - label > kMaxLabel || *label == '-' || p[-1] == '-')
                return {};
            if (c != '.')
                break;
            scan.dotted = true;
            label = p + 1;
        }
        if (p - begin > kMaxHost || (is(*label, urlchars::Digit) && !isPlainIpv4(begin, p)))
            return {};
        scan.end = p;
        return scan;
    }

    /// End of ":port" that begins at `p`; nullptr when it is not in its shortest form or is the default port.
    const char *scanPort(const char *p, const char *end, bool https)
    {
        const char *digits = p + 1;
        int port = 0;
        for (p = digits; p != end && is(*p, urlchars::Digit); ++p) {
            if (p - digits == 5)
                return nullptr;
            port = port * 10 + (*p - '0');
        }
        if (p == digits || *digits == '0' || port > 65535 || port == (https ? 443 : 80))
            return nullptr;
        return p;
    }

    /// True when the segment behind the slash before `p` might be "." or "..".
    bool mayBeDotSegment(const char *p, const char *end)
    {
        if (p == end || *p != '.')
            return false;
        return p + 1 == end || isOneOf(p[1], "./?#");
    }

    /// A fragment is dropped, but what makes a line invalid does so there, too.
    bool isPrintable(const char *p, const char *end)
    {
        return std::all_of(p, end, [](char c) { return c >= 0x20 && c < 0x7F; });
    }

    /// End of path and query (where the fragment begins); nullptr when a byte of them needs work.
    const char *scanPathAndQuery(const char *p, const char *end)
    {
        bool inQuery = false;
        for (; p != end; ++p) {
            const char c = *p;
            if (is(c, urlchars::Kept)) {
                if (c == '/' && !inQuery && mayBeDotSegment(p + 1, end))
                    return nullptr;
                continue;
            }
            if (c == '?') {
                inQuery = true;
                continue;
            }
            if (c == '#')
                return isPrintable(p, end) ? p : nullptr;
            const int byte = urlchars::escapedByte(p, end);
            if (byte < 0 || (p[1] >= 'a') || (p[2] >= 'a') || is(static_cast<char>(byte), urlchars::Unreserved))
                return nullptr;
            p += 2;
        }
        return p;
    }

} // namespace

Outcome append(QByteArrayView text, std::string *out)
{
    if (text.size() > UrlNormalizer::kMaxUrlBytes - 16)
        return Outcome::NotTaken;
    const char *begin = text.data();
    const char *end = begin + text.size();
    const bool https = text.startsWith("https://");
    const bool schemeGiven = https || text.startsWith("http://");
    const char *host = begin + (https ? 8 : schemeGiven ? 7 : 0);
    const HostScan scan = scanHost(host, end);
    if (scan.end == nullptr || (!schemeGiven && !scan.dotted))
        return Outcome::NotTaken;
    const char *p = scan.end;
    if (p != end && *p == ':')
        p = scanPort(p, end, https);
    if (p == nullptr || (p != end && !isOneOf(*p, "/?#")))
        return Outcome::NotTaken;
    const char *authorityEnd = p;
    const bool pathGiven = p != end && *p == '/';
    p = scanPathAndQuery(p, end);
    if (p == nullptr)
        return Outcome::NotTaken;

    if (!schemeGiven)
        out->append("http://");
    const std::size_t hostAt = out->size() + static_cast<std::size_t>(host - begin);
    out->append(begin, authorityEnd);
    if (!pathGiven)
        out->push_back('/');
    out->append(authorityEnd, p);
    if (scan.upperCase) {
        const std::size_t hostEnd = hostAt + static_cast<std::size_t>(scan.end - host);
        for (std::size_t i = hostAt; i < hostEnd; ++i) {
            char &c = (*out)[i];
            c = asciiLower(c);
        }
    }
    return schemeGiven ? Outcome::Accepted : Outcome::SchemeAdded;
}

} // namespace crawlscope::urlfastpath
