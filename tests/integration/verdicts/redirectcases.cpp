// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/verdicts/verdictcase.h"
#include "integration/verdicts/verdictscript.h"

namespace crawlscope::test {

using namespace script;

namespace {

    /// The page most redirects lead to.
    std::vector<std::pair<QByteArray, Script>> target(const QByteArray &path = "/there")
    {
        return {{path, reply(kHtmlLine)}};
    }

    Case leads(const QByteArray &location, const Outcome &expected)
    {
        const QByteArray name = "Location: " + visible(location);
        return {.name =
                    name.size() > 90 ? name.first(60) + "... (" + QByteArray::number(name.size()) + " bytes)" : name,
                .script = redirect(location),
                .expected = expected,
                .more = target()};
    }

    std::vector<Case> forbiddenCases()
    {
        const Outcome denied = fails(ErrorId::RedirectDenied, 302);
        const Outcome bad = fails(ErrorId::RedirectBadLocation, 302);
        return {
            leads("file:///etc/passwd", denied),
            leads("data:text/html,hello", denied),
            leads("javascript:alert(1)", denied),
            leads("unix+http://socket/x", denied),
            leads("ftp://127.0.0.1/x", denied),
            leads("gopher://127.0.0.1:25/x", denied),
            leads("http://127.0.0.1:0/", bad),
            leads("http://127.0.0.1:99999/", bad),
            leads("http:///", bad),
            leads("http://[::1", bad),
            leads("http://a b/", bad),
            leads("", bad),
            leads("   ", bad),
            leads("/" + QByteArray(65'536, 'l'), bad),
            {.name = "302 without Location", .script = reply({}, page(), "HTTP/1.1 302 Found"), .expected = bad},
        };
    }

    std::vector<Case> relativeCases()
    {
        Case query = leads("?again", done());
        query.more = target("/bad?again");
        return {
            leads("/there", done()),
            leads("there", done()),
            leads("./x/../there", done()),
            leads("../../../../there", done()),
            leads("//127.0.0.1:{port}/there", done()),
            leads("http:/there", done()),
            leads("http:there", done()),
            leads("\\there", done()),
            leads("/there#fragment", done()),
            leads("/there?a b\xC3\xA9\xFF", done()),
            leads("HTTP://127.0.0.1:{port}/there", done()),
            query,
            leads("http://user:secret@127.0.0.1:{port}/there", done()),
            leads("{good}/page/7", done()),
            leads("{tls}/page/7", done()),
        };
    }

    std::vector<Case> chainCases()
    {
        std::vector<std::pair<QByteArray, Script>> chain;
        for (int i = 1; i <= 20; ++i)
            chain.emplace_back("/hop/" + QByteArray::number(i), redirect("/hop/" + QByteArray::number(i + 1)));
        const Outcome loop = fails(ErrorId::RedirectLoop, 302);
        return {
            {.name = "to itself", .script = redirect("/bad"), .expected = loop},
            {.name = "loop of two",
             .script = redirect("/back"),
             .expected = loop,
             .more = {{"/back", redirect("/bad")}}},
            {.name = "to itself, with a cookie",
             .script = {send(
                 head("Location: /bad\r\nSet-Cookie: seen=1; Path=/bad\r\n" + lengthLine(0), "HTTP/1.1 302 Found"))},
             .expected = loop,
             .crawl = Crawl::Cookies},
            {.name = "chain over the limit",
             .script = redirect("/hop/1"),
             .expected = fails(ErrorId::RedirectLimit, 302),
             .more = chain},
            {.name = "to a port where nobody listens",
             .script = redirect("http://127.0.0.1:1/"),
             .expected = fails(ErrorId::ConnectRefused)},
            {.name = "from https to http",
             .script = redirect("{good}/page/7"),
             .expected = done(200, Anomaly::HttpsToHttp),
             .crawl = Crawl::Tls,
             .place = Place::Tls},
        };
    }

    std::vector<Case> withBodyCases()
    {
        const QByteArray away = "Location: /there\r\n";
        const QByteArray found("HTTP/1.1 302 Found");
        return {
            {.name = "endless body",
             .script = {send(head(away, found)), forever("never mind ")},
             .expected = done(),
             .more = target()},
            {.name = "body that stalls",
             .script = {send(head(away + lengthLine(400), found)), step(Kind::Stall)},
             .expected = fails(ErrorId::IdleTimeout, 302),
             .more = target()},
            {.name = "body cut short",
             .script = closing(head(away + lengthLine(400), found) + page(100)),
             .expected = fails(ErrorId::TruncatedLength, 302),
             .more = target()},
            {.name = "308 to a page cut short",
             .script = redirect("/there", "HTTP/1.1 308 Permanent Redirect"),
             .expected = fails(ErrorId::TruncatedLength, 200),
             .more = {{"/there", closing(head(lengthLine(400)) + page(100))}}},
            {.name = "Refresh header and meta refresh, which are no redirects",
             .script =
                 reply(kHtmlLine + "Refresh: 0; url=/there\r\n", "<meta http-equiv=refresh content='0; url=/there'>"),
             .expected = done(),
             .more = target(),
             .wireBytes = 49},
        };
    }

} // namespace

std::vector<Case> redirectCases()
{
    std::vector<Case> all = forbiddenCases();
    for (const auto &part : {relativeCases(), chainCases(), withBodyCases()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace crawlscope::test
