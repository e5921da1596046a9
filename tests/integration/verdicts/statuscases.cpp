// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The status line, and statuses that ask for care.
#include "integration/verdicts/verdictcase.h"
#include "integration/verdicts/verdictscript.h"

namespace crawlscope::test {

using namespace script;

namespace {

    Outcome malformed()
    {
        return fails(ErrorId::MalformedResponse);
    }

    /// Over its buffered connections Qt cannot tell what it could not read from nothing.
    Outcome nothing()
    {
        return fails(ErrorId::NoResponse);
    }

    /// A good answer but for its status line.
    Case lineCase(const QByteArray &line, const Outcome &expected, const std::optional<Outcome> &qt = std::nullopt)
    {
        return {
            .name = "\"" + visible(line) + "\"",
            .script = {send(head(lengthLine(400) + kHtmlLine, line) + page()), step(Kind::Close)},
            .expected = expected,
            .qt = qt,
        };
    }

    std::vector<Case> lineCases()
    {
        return {
            lineCase("http/1.1 200 OK", done(), nothing()),
            lineCase("HTTP/1.1 abc Letters", malformed(), nothing()),
            lineCase("HTTP/1.1 000 Zero", malformed()),
            lineCase("HTTP/1.1 -5 Below zero", malformed()),
            lineCase("HTTP/1.1 20 Two digits", malformed()),
            lineCase("HTTP/1.1 99999 Five digits", malformed()),
            lineCase("HTTP/1.1 700 Beyond the classes", done(700, Anomaly::BadStatus)),
            lineCase("HTTP/1.1 200", done()),
            lineCase("HTTP/1.1", malformed(), nothing()),
            lineCase("HTTP/1.1200 OK", malformed(), nothing()),
            lineCase("HTTP/9.9 200 OK", malformed(), done()),
            lineCase("HTTP/2.0 200 OK", done()),
            lineCase("ICY 200 OK", malformed(), nothing()),
            lineCase("HTTP/1.1 200 \xC3\xA9\xFF", done()),
            lineCase("HTTP/1.0 200 OK", done()),
            {.name = "empty line before the status line",
             .script = {send("\r\n" + head(lengthLine(400)) + page())},
             .expected = malformed(),
             .qt = done()},
            {.name = "HTTP/0.9: the page alone", .script = closing(page()), .expected = malformed(), .qt = nothing()},
            {.name = "random bytes",
             .script = closing(QByteArray("\x16\x03\x01 no HTTP\x01\xFF\xFE\r\n\r\nat all\r\n")),
             .expected = malformed(),
             .qt = nothing()},
            {.name = "status line without end",
             .script = {send("HTTP/1.1 200 "), forever("very ")},
             .expected = fails(ErrorId::HeadersTooLarge),
             .qt = fails(ErrorId::FirstByteTimeout),
             .crawl = Crawl::Flood},
            {.name = "status line cut in the middle", .script = closing("HTTP/1.1 20"), .expected = nothing()},
        };
    }

    std::vector<Case> informationalCases()
    {
        const QByteArray proceed("HTTP/1.1 100 Continue\r\n\r\n");
        const Script good = reply(kHtmlLine);
        const auto after = [&good](const QByteArray &bytes) { return Script {send(bytes + good.front().bytes)}; };
        return {
            {.name = "100 fifty times, then 200", .script = after(proceed.repeated(50)), .expected = done()},
            {.name = "100 without end",
             .script = {forever(proceed)},
             .expected = failsAnyOf({ErrorId::FirstByteTimeout, ErrorId::HeadersTooLarge}),
             .qt = fails(ErrorId::FirstByteTimeout),
             .crawl = Crawl::Flood},
            {.name = "100, then FIN", .script = closing(proceed), .expected = fails(ErrorId::NoResponse)},
            {.name = "101 nobody asked for",
             .script = {send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"), step(Kind::Close)},
             .expected = fails(ErrorId::NoResponse, 101),
             .qt = done(101)},
            {.name = "102, then 200",
             .script = after("HTTP/1.1 102 Processing\r\n\r\n"),
             .expected = done(),
             .qt = done(102, Anomaly::EarlyHintsAsFinal)},
            {.name = "103 with links, then 200",
             .script = after("HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n"),
             .expected = done(),
             .qt = done(103, Anomaly::EarlyHintsAsFinal)},
        };
    }

    Case answer(const QByteArray &status, const QByteArray &lines, int number)
    {
        return {.name = status + (lines.isEmpty() ? QByteArray() : " with " + lines.trimmed()),
                .script = reply(lines, page(), "HTTP/1.1 " + status),
                .expected = done(number)};
    }

    std::vector<Case> answerCases()
    {
        std::vector<Case> cases {
            answer("206 Partial Content", "Content-Range: bytes 0-399/9999\r\n", 206),
            answer("300 Multiple Choices", "Location: /elsewhere\r\n", 300),
            answer("416 Range Not Satisfiable", "Content-Range: bytes */9999\r\n", 416),
            answer("401 Unauthorized", "WWW-Authenticate: Negotiate\r\n", 401),
            answer("407 Proxy Authentication Required", "Proxy-Authenticate: Basic\r\n", 407),
            answer("429 Too Many Requests", "Retry-After: -1\r\n", 429),
            answer("429 Too Many Requests", "Retry-After: soon\r\n", 429),
            answer("429 Too Many Requests", "Retry-After: 99999999999999999999\r\n", 429),
            answer("503 Service Unavailable", "Retry-After: 315360000\r\n", 503),
            answer("503 Service Unavailable", "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT\r\n", 503),
        };
        cases.push_back({.name = "304 nobody asked for, with a Content-Length",
                         .script = {send(head(lengthLine(400), "HTTP/1.1 304 Not Modified"))},
                         .expected = done(304),
                         .wireBytes = 0});
        cases.push_back({.name = "304 with a body",
                         .script = reply({}, page(), "HTTP/1.1 304 Not Modified"),
                         .expected = done(304),
                         .wireBytes = 0});
        cases.push_back({.name = "204 with a body",
                         .script = reply({}, page(), "HTTP/1.1 204 No Content"),
                         .expected = done(204),
                         .wireBytes = 0});
        cases.push_back({.name = "HEAD answered with a body",
                         .script = reply(kHtmlLine),
                         .expected = done(),
                         .crawl = Crawl::Head,
                         .wireBytes = 0});
        cases.push_back(
            {.name = "HEAD answered with an endless body; nobody can tell it from the answer to the next request",
             .script = {send(head({})), forever("and so on ")},
             .expected = done(),
             .crawl = Crawl::Head,
             .wireBytes = 0,
             .spoilsNext = true});
        return cases;
    }

} // namespace

std::vector<Case> statusCases()
{
    std::vector<Case> all = lineCases();
    for (const auto &part : {informationalCases(), answerCases()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace crawlscope::test
