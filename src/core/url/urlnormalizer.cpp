// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/url/urlnormalizer.h"

#include "core/url/urlchars.h"
#include "core/url/urlfastpath.h"
#include "core/url/urlhost.h"

#include <algorithm>
#include <array>
#include <optional>

namespace crawlscope {
namespace {

    using urlchars::is;

    /// The pieces of a URL before they are normalised; views into the cleaned text.
    struct Pieces
    {
        bool https = false;
        QByteArrayView authority;
        QByteArrayView path; ///< with its leading slash, or empty
        QByteArrayView query; ///< behind the '?'
        bool hasQuery = false;
    };

    NormalizedUrl invalid(LineReason reason)
    {
        NormalizedUrl result;
        result.reason = reason;
        return result;
    }

    bool isEndTrim(char c)
    {
        return static_cast<quint8>(c) <= 0x20;
    }

    bool isSlash(char c)
    {
        return c == '/' || c == '\\';
    }

    QByteArrayView trimmed(QByteArrayView text)
    {
        while (!text.isEmpty() && isEndTrim(text.front()))
            text = text.sliced(1);
        while (!text.isEmpty() && isEndTrim(text.back()))
            text.chop(1);
        return text;
    }

    /// Without the characters that browsers drop: C0 and space at the ends, TAB, CR, LF anywhere.
    QByteArray cleaned(QByteArrayView text)
    {
        QByteArray out = trimmed(text).toByteArray();
        out.removeIf([](char c) { return c == '\t' || c == '\r' || c == '\n'; });
        return out;
    }

    bool hasControl(const QByteArray &text)
    {
        return std::any_of(text.cbegin(), text.cend(),
                           [](char c) { return static_cast<quint8>(c) < 0x20 || c == 0x7F; });
    }

    qsizetype indexOfAny(QByteArrayView text, QByteArrayView bytes, qsizetype from = 0)
    {
        const char *found = std::find_first_of(text.begin() + from, text.end(), bytes.begin(), bytes.end());
        return found - text.begin();
    }

    /// Length of the scheme in front of a ':', or -1.
    qsizetype schemeLength(QByteArrayView text)
    {
        const auto isAlpha = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        if (text.isEmpty() || !isAlpha(text.front()))
            return -1;
        for (qsizetype i = 1; i < text.size(); ++i) {
            const char c = text[i];
            if (c == ':')
                return i;
            if (!isAlpha(c) && !is(c, urlchars::Digit) && c != '+' && c != '-' && c != '.')
                return -1;
        }
        return -1;
    }

    /// "localhost:8080/x" and "example.org:…" look like scheme and rest, but are host and port.
    bool isHostWithPort(QByteArrayView text, qsizetype colon)
    {
        const qsizetype end = indexOfAny(text, "/?#\\", colon + 1);
        if (end == colon + 1)
            return false;
        if (text.first(colon).contains('.'))
            return true; // no scheme of the web has a dot; a bad port is reported as one
        const QByteArrayView port = text.sliced(colon + 1, end - colon - 1);
        return std::all_of(port.begin(), port.end(), [](char c) { return is(c, urlchars::Digit); });
    }

    /// Cuts path, query and fragment off `rest`, which begins with the path.
    void splitPath(QByteArrayView rest, Pieces *pieces)
    {
        const qsizetype fragment = rest.indexOf('#');
        if (fragment >= 0)
            rest = rest.first(fragment);
        const qsizetype query = rest.indexOf('?');
        pieces->hasQuery = query >= 0;
        pieces->query = query >= 0 ? rest.sliced(query + 1) : QByteArrayView();
        pieces->path = query >= 0 ? rest.first(query) : rest;
    }

    /// `rest` is what follows "http:"; any number of slashes may lead (WHATWG: special authority ignore slashes).
    Pieces splitAuthority(QByteArrayView rest, bool https)
    {
        Pieces pieces;
        pieces.https = https;
        while (!rest.isEmpty() && isSlash(rest.front()))
            rest = rest.sliced(1);
        const qsizetype end = indexOfAny(rest, "/?#\\");
        pieces.authority = rest.first(end);
        splitPath(rest.sliced(end), &pieces);
        return pieces;
    }

    /// Appends path or query text: unreserved characters decoded, escapes in upper case, the rest escaped as QUrl does.
    void appendEncoded(QByteArrayView text, bool backslashIsSlash, QByteArray *out)
    {
        constexpr char kHex[] = "0123456789ABCDEF";
        const auto escape = [out, &kHex](quint8 byte) {
            *out += '%';
            *out += kHex[byte >> 4U];
            *out += kHex[byte & 0xFU];
        };
        for (const char *p = text.begin(); p != text.end(); ++p) {
            const int byte = urlchars::escapedByte(p, text.end());
            if (byte >= 0) {
                if (is(static_cast<char>(byte), urlchars::Unreserved))
                    *out += static_cast<char>(byte);
                else
                    escape(static_cast<quint8>(byte));
                p += 2;
            } else if (backslashIsSlash && *p == '\\') {
                *out += '/';
            } else if (is(*p, urlchars::Kept) || (*p == '?' && !backslashIsSlash)) {
                *out += *p;
            } else {
                escape(static_cast<quint8>(*p));
            }
        }
    }

    /// RFC 3986 section 5.2.4 on an encoded path; empty segments stay.
    QByteArray withoutDotSegments(const QByteArray &path)
    {
        QByteArray out;
        out.reserve(path.size() + 1);
        qsizetype at = path.startsWith('/') ? 1 : 0;
        for (;;) {
            const qsizetype slash = path.indexOf('/', at);
            const bool last = slash < 0;
            const QByteArrayView segment = QByteArrayView(path).sliced(at, (last ? path.size() : slash) - at);
            if (segment == "..")
                out.truncate(std::max<qsizetype>(out.lastIndexOf('/'), 0));
            else if (segment != ".")
                out.append('/').append(segment);
            if (last) {
                if (segment == "." || segment == "..")
                    out += '/';
                return out;
            }
            at = slash + 1;
        }
    }

    /// ":port" of an authority. False: no port a URL may have. Empty and default ports give 0.
    bool readPort(QByteArrayView text, bool https, int *port)
    {
        *port = 0;
        if (text.isEmpty())
            return true;
        for (const char c : text) {
            if (!is(c, urlchars::Digit))
                return false;
            *port = *port * 10 + (c - '0');
            if (*port > 65535)
                return false;
        }
        if (*port == 0)
            return false;
        if (*port == (https ? 443 : 80))
            *port = 0;
        return true;
    }

    struct Authority
    {
        QByteArray hostAndPort;
        QByteArray userInfo;
        LineReason reason = LineReason::None;
    };

    Authority readAuthority(QByteArrayView text, bool https)
    {
        Authority result;
        const qsizetype at = text.lastIndexOf('@');
        if (at >= 0) {
            result.userInfo = QByteArray::fromPercentEncoding(text.first(at).toByteArray());
            if (result.userInfo == ":")
                result.userInfo.clear();
            text = text.sliced(at + 1);
        }
        qsizetype hostEnd = text.indexOf(':');
        if (text.startsWith('[')) {
            const qsizetype bracket = text.indexOf(']');
            hostEnd = bracket < 0 || bracket == text.size() - 1 ? -1 : bracket + 1;
            if (hostEnd >= 0 && text[hostEnd] != ':')
                hostEnd = -1; // text behind the bracket: no literal
        } else if (text.count(':') > 1 && indexOfAny(text, "ghijklmnopqrstuvwxyzGHIJKLMNOPQRSTUVWXYZ") == text.size()) {
            result.reason = LineReason::BadIpLiteral; // IPv6 without its brackets
            return result;
        }
        const QByteArrayView portText = hostEnd < 0 ? QByteArrayView() : text.sliced(hostEnd + 1);
        const urlhost::Host host = urlhost::normalize(hostEnd < 0 ? text : text.first(hostEnd));
        int port = 0;
        if (host.name.isEmpty())
            result.reason = host.reason;
        else if (!readPort(portText, https, &port))
            result.reason = LineReason::BadPort;
        result.hostAndPort = host.name;
        if (port != 0)
            result.hostAndPort += ':' + QByteArray::number(port);
        return result;
    }

    NormalizedUrl compose(const Pieces &pieces, LineVerdict verdict)
    {
        const Authority authority = readAuthority(pieces.authority, pieces.https);
        if (authority.reason != LineReason::None)
            return invalid(authority.reason);
        QByteArray path;
        appendEncoded(pieces.path, true, &path);

        NormalizedUrl result;
        result.url = (pieces.https ? QByteArray("https://") : QByteArray("http://")) + authority.hostAndPort
            + withoutDotSegments(path);
        if (pieces.hasQuery) {
            result.url += '?';
            appendEncoded(pieces.query, false, &result.url);
        }
        if (result.url.size() > UrlNormalizer::kMaxUrlBytes)
            return invalid(LineReason::TooLong);
        result.verdict = verdict;
        result.userInfo = authority.userInfo;
        if (!result.userInfo.isEmpty())
            result.reason = LineReason::CredentialsRemoved;
        return result;
    }

    /// 0: neither http nor https; otherwise the scheme's length is `length`.
    enum class WebScheme : quint8 { None, Http, Https };
    WebScheme webScheme(QByteArrayView text, qsizetype length)
    {
        const QByteArray scheme = text.first(length).toByteArray().toLower();
        return scheme == "http" ? WebScheme::Http : scheme == "https" ? WebScheme::Https : WebScheme::None;
    }

    /// Bytes that mean '@' or become it: as it is, escaped, full-width, small. 0: none at `p`.
    qsizetype atSignLength(QByteArrayView text, qsizetype p)
    {
        if (text[p] == '@')
            return 1;
        for (const QByteArrayView spelling :
             {QByteArrayView("%40"), QByteArrayView("\xEF\xBC\xA0"), QByteArrayView("\xEF\xB9\xAB")}) {
            if (text.sliced(p).startsWith(spelling))
                return spelling.size();
        }
        return 0;
    }

    /// Position behind the last '@' in [from, to), or -1.
    qsizetype behindLastAt(QByteArrayView text, qsizetype from, qsizetype to)
    {
        for (qsizetype p = to - 1; p >= from; --p) {
            if (const qsizetype length = atSignLength(text, p); length > 0)
                return p + length;
        }
        return -1;
    }

    /// Where userinfo could begin in a line that is no URL.
    qsizetype userInfoStart(QByteArrayView text)
    {
        static constexpr std::array<const char *, 7> kOpaque {"mailto", "javascript", "data", "tel",
                                                              "file",   "about",      "blob"};
        const qsizetype scheme = schemeLength(text);
        qsizetype start = scheme < 0 ? 0 : scheme + 1;
        const bool slashes = start < text.size() && isSlash(text[start]);
        while (start < text.size() && isSlash(text[start]))
            ++start;
        if (scheme < 0 || slashes || webScheme(text, scheme) != WebScheme::None)
            return start;
        // "user:password@host" reads as a scheme, too: only schemes that are known to be none of that stay.
        const QByteArray name = text.first(scheme).toByteArray().toLower();
        const bool opaque = std::any_of(kOpaque.begin(), kOpaque.end(), [&name](const char *s) { return name == s; });
        return opaque ? start : 0;
    }

} // namespace

NormalizedUrl UrlNormalizer::normalize(QByteArrayView text)
{
    std::string out;
    const urlfastpath::Outcome outcome = urlfastpath::append(trimmed(text), &out);
    if (outcome == urlfastpath::Outcome::NotTaken)
        return normalizeSlow(text);
    NormalizedUrl result;
    result.url = QByteArray::fromStdString(out);
    result.verdict = outcome == urlfastpath::Outcome::Accepted ? LineVerdict::Accepted : LineVerdict::SchemeAdded;
    return result;
}

NormalizedUrl UrlNormalizer::normalizeSlow(QByteArrayView text)
{
    text = trimmed(text);
    if (text.size() > kMaxUrlBytes)
        return invalid(LineReason::TooLong);
    const QByteArray clean = cleaned(text);
    if (clean.isEmpty())
        return invalid(LineReason::NotAUrl);
    if (hasControl(clean))
        return invalid(LineReason::ControlCharacter);
    if (!clean.isValidUtf8())
        return invalid(LineReason::NotUtf8);
    const QByteArrayView view(clean);
    const qsizetype scheme = schemeLength(view);
    if (scheme >= 0) {
        const WebScheme known = webScheme(view, scheme);
        if (known != WebScheme::None)
            return compose(splitAuthority(view.sliced(scheme + 1), known == WebScheme::Https), LineVerdict::Accepted);
        if (!isHostWithPort(view, scheme))
            return invalid(LineReason::SchemeNotAllowed);
    }
    const bool twoSlashes = view.size() > 1 && isSlash(view[0]) && isSlash(view[1]);
    if (!twoSlashes && (isSlash(view[0]) || view[0] == '?' || view[0] == '#'))
        return invalid(LineReason::NotAUrl);
    return compose(splitAuthority(view, false), LineVerdict::SchemeAdded);
}

NormalizedUrl UrlNormalizer::resolve(const QByteArray &base, QByteArrayView reference)
{
    reference = trimmed(reference);
    if (reference.size() > kMaxUrlBytes)
        return invalid(LineReason::TooLong);
    const QByteArray clean = cleaned(reference);
    if (hasControl(clean))
        return invalid(LineReason::ControlCharacter);
    const QByteArrayView view(clean);
    const bool baseHttps = base.startsWith("https:");
    Pieces pieces = splitAuthority(QByteArrayView(base).sliced(baseHttps ? 6 : 5), baseHttps);
    QByteArrayView rest = view;
    if (const qsizetype scheme = schemeLength(view); scheme >= 0) {
        const WebScheme known = webScheme(view, scheme);
        if (known == WebScheme::None)
            return invalid(LineReason::SchemeNotAllowed);
        rest = view.sliced(scheme + 1);
        const bool https = known == WebScheme::Https;
        const bool absolute = rest.size() > 1 && isSlash(rest[0]) && isSlash(rest[1]);
        // "http:g" seen from http is relative (RFC 3986 section 5.4.2, WHATWG special relative or authority state).
        if (absolute || https != baseHttps)
            return compose(splitAuthority(rest, https), LineVerdict::Accepted);
    } else if (rest.size() > 1 && isSlash(rest[0]) && isSlash(rest[1])) {
        return compose(splitAuthority(rest, baseHttps), LineVerdict::Accepted);
    }
    if (rest.isEmpty() || rest.front() == '#')
        return compose(pieces, LineVerdict::Accepted);
    const QByteArrayView basePath = pieces.path;
    splitPath(rest, &pieces);
    QByteArray merged;
    if (pieces.path.isEmpty()) {
        pieces.path = basePath;
    } else if (!isSlash(pieces.path.front())) {
        merged = basePath.first(basePath.lastIndexOf('/') + 1).toByteArray() + pieces.path.toByteArray();
        pieces.path = merged;
    }
    return compose(pieces, LineVerdict::Accepted);
}

QByteArray UrlNormalizer::redacted(QByteArrayView line, qsizetype maxBytes)
{
    constexpr qsizetype kLooked = qsizetype {64} * 1024; // lines of many megabytes are not copied
    line = trimmed(line);
    const QByteArray head = cleaned(line.first(std::min(line.size(), kLooked)));
    const bool more = line.size() > kLooked;
    QByteArrayView view(head);
    const qsizetype start = userInfoStart(view);
    const qsizetype authorityEnd = indexOfAny(view, "/?#\\", start);
    qsizetype behind = behindLastAt(view, start, authorityEnd);
    // A colon that begins no port may be that of a password with a slash in it.
    if (behind < 0 && view.sliced(start, authorityEnd - start).contains(':'))
        behind = behindLastAt(view, start, view.size());
    const bool maybeCut = more && behind < 0 && (authorityEnd == view.size() || view.sliced(start).contains(':'));
    QByteArray out = view.first(start).toByteArray();
    if (!maybeCut)
        out += view.sliced(behind < 0 ? start : behind);
    if (!out.isValidUtf8())
        out = QString::fromUtf8(out).toUtf8();
    if (out.size() > maxBytes) {
        qsizetype cut = maxBytes;
        while (cut > 0 && (static_cast<quint8>(out[cut]) & 0xC0U) == 0x80U)
            --cut; // not inside a character
        out.truncate(cut);
        out.squeeze();
    }
    return out;
}

QByteArray UrlNormalizer::origin(QByteArrayView url)
{
    const bool https = url.startsWith("https:");
    return (https ? QByteArray("https://") : QByteArray("http://")) + hostKey(url);
}

QByteArrayView UrlNormalizer::host(QByteArrayView url)
{
    qsizetype start = url.startsWith("http://") ? 7 : url.startsWith("https://") ? 8 : 0;
    if (start == 0) {
        const qsizetype slashes = url.indexOf("//");
        if (slashes < 0)
            return {};
        start = slashes + 2;
    }
    const QByteArrayView rest = url.sliced(start);
    const qsizetype end = rest.startsWith('[') ? rest.indexOf(']') + 1 : indexOfAny(rest, ":/");
    return rest.first(end);
}

QByteArray UrlNormalizer::hostKey(QByteArrayView url)
{
    const QByteArrayView name = host(url);
    QByteArrayView rest = url.sliced(name.end() - url.begin());
    if (!rest.startsWith(':'))
        return name.toByteArray() + (url.startsWith("https:") ? ":443" : ":80");
    rest = rest.first(indexOfAny(rest, "/?#"));
    return name.toByteArray() + rest;
}

} // namespace crawlscope
