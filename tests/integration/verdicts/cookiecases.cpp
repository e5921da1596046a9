// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/fetchtypes.h"
#include "integration/verdicts/verdictcase.h"
#include "integration/verdicts/verdictscript.h"

namespace crawlscope::test {

using namespace script;

namespace {

    /// The cookies a redirect sets, and whether the next hop sends any back. In a folder of its own, for ports do not
    /// keep cookies apart (RFC 6265 section 8.5).
    Case setting(const char *name, const QByteArray &lines, bool sentBack)
    {
        return {.name = name,
                .script = {send(head(lines + "Location: there\r\n" + lengthLine(0), "HTTP/1.1 302 Found"))},
                .expected = done(),
                .crawl = Crawl::Cookies,
                .path = "/{port}/bad",
                .more = {{"/{port}/there", reply(kHtmlLine)}},
                .check = [sentBack](const ResultRow &, const RowDetails &details) -> QByteArray {
                    if (details.hops.size() != 2)
                        return "no second hop";
                    const bool sent = !headerValue(details.hops.last().requestHeaders, "cookie").isEmpty();
                    return sent == sentBack ? QByteArray() : sent ? "a cookie was sent" : "no cookie was sent";
                }};
    }

    QByteArray cookies(int count, int bytes)
    {
        QByteArray lines;
        for (int i = 0; i < count; ++i)
            lines += "Set-Cookie: c" + QByteArray::number(i) + '=' + QByteArray(bytes, 'c') + "\r\n";
        return lines;
    }

} // namespace

std::vector<Case> cookieCases()
{
    Case flood {.name = "1,000 cookies of 4 kB in one answer",
                .script = reply(cookies(1000, 4000)),
                .expected = fails(ErrorId::HeadersTooLarge, 200),
                .crawl = Crawl::CookieFlood};
    Case many = setting("60 cookies of 3.9 kB", cookies(60, 3900), true);
    many.crawl = Crawl::CookieFlood;
    return {
        setting("a good cookie", "Set-Cookie: a=b\r\n", true),
        setting("a cookie of 5 kB", cookies(1, 5000), false),
        many,
        flood,
        setting("cookie for all of .com", "Set-Cookie: a=b; Domain=com\r\n", false),
        setting("cookie for another host", "Set-Cookie: a=b; Domain=other.example\r\n", false),
        setting("cookie for another path", "Set-Cookie: a=b; Path=/elsewhere\r\n", false),
        setting("cookie that has expired", "Set-Cookie: a=b; Expires=Thu, 01 Jan 1970 00:00:00 GMT\r\n", false),
        setting("secure cookie from a plain server", "Set-Cookie: a=b; Secure\r\n", false),
        setting("cookie without a name", "Set-Cookie: =\r\n", false),
        setting("__Host- cookie without Secure", "Set-Cookie: __Host-a=b; Path=/\r\n", false),
        setting("control bytes in a cookie", "Set-Cookie: a=b\x01\x7F\r\n", false),
        setting("cookie line of nothing but ;", "Set-Cookie: ;;;;;;\r\n", false),
    };
}

} // namespace crawlscope::test
