// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crawl/redirects.h"

#include "core/url/urlnormalizer.h"

namespace crawlscope::Redirects {

bool isRedirect(quint16 status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

Target follow(const QByteArray &from, const QByteArray &method, quint16 status, const QByteArray &location)
{
    Target target;
    if (location.trimmed().isEmpty()) {
        target.error = ErrorId::RedirectBadLocation;
        target.errorDetail = "no_location";
        return target;
    }
    const NormalizedUrl next = UrlNormalizer::resolve(from, location);
    if (!next.valid()) {
        const bool scheme = next.reason == LineReason::SchemeNotAllowed;
        target.error = scheme ? ErrorId::RedirectDenied : ErrorId::RedirectBadLocation;
        target.errorDetail = lineReasonName(next.reason).toByteArray();
        return target;
    }
    target.url = next.url;
    target.method = method;
    target.keepBody = true;
    // A POST answered by 301 or 302 becomes a GET in every browser (RFC 9110 sections 15.4.2 and 15.4.3); 303 always.
    const bool toGet = (status == 303 && method != "HEAD") || (status <= 302 && method == "POST");
    if (toGet) {
        target.method = "GET";
        target.keepBody = false;
    }
    target.sameOrigin = UrlNormalizer::origin(from) == UrlNormalizer::origin(target.url);
    target.leavesHttps = from.startsWith("https:") && target.url.startsWith("http:");
    return target;
}

} // namespace crawlscope::Redirects
