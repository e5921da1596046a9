// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies in chunks.
#include "integration/verdicts/verdictcase.h"
#include "integration/verdicts/verdictscript.h"

namespace crawlscope::test {

using namespace script;

namespace {

    /// Head and first chunk, a pause so that Qt does not take the end for a good one (see docs/architecture.md),
    /// `rest`.
    Script chunked(const QByteArray &rest)
    {
        return {send(head(kHtmlLine + kChunkedLine)), wait(kBeforeResetMs), send(chunk(page()) + rest)};
    }
    Script chunkedClosing(const QByteArray &rest)
    {
        Script script = chunked(rest);
        script.push_back(step(Kind::Close));
        return script;
    }

    /// Behind the first chunk. Qt takes what it cannot read for the end.
    Case sizeCase(const char *name, const QByteArray &rest)
    {
        return {.name = name,
                .script = chunkedClosing(rest),
                .expected = fails(ErrorId::MalformedResponse, 200),
                .qt = done()};
    }

    std::vector<Case> brokenCases()
    {
        const Outcome truncated = fails(ErrorId::TruncatedChunked, 200);
        Script reset = chunked("190\r\n" + page(100));
        reset.push_back(wait(kBeforeResetMs));
        reset.push_back(step(Kind::Reset));
        return {
            {.name = "closes within a chunk", .script = chunkedClosing("190\r\n" + page(100)), .expected = truncated},
            {.name = "closes between two chunks", .script = chunkedClosing({}), .expected = truncated},
            {.name = "closes within a chunk's size", .script = chunkedClosing("19"), .expected = truncated},
            {.name = "closes after the last chunk, before the end",
             .script = chunkedClosing("0\r\n"),
             .expected = truncated},
            {.name = "RST within a chunk",
             .script = reset,
             .expected = fails(ErrorId::ResetInBody, 200),
             .qt = truncated},
            sizeCase("chunk size ZZZ", "ZZZ\r\nhello\r\n0\r\n\r\n"),
            sizeCase("chunk size -5", "-5\r\nhello\r\n0\r\n\r\n"),
            sizeCase("chunk size empty", "\r\nhello\r\n0\r\n\r\n"),
            sizeCase("chunk size beyond 64 bits", "FFFFFFFFFFFFFFFFF\r\nhello\r\n0\r\n\r\n"),
            {.name = "chunk size of 8 EiB, and closes",
             .script = chunkedClosing("7FFFFFFFFFFFFFFF\r\nhello"),
             .expected = truncated},
            sizeCase("chunk longer than its size", "5\r\nhello, world\r\n0\r\n\r\n"),
        };
    }

    std::vector<Case> oddCases()
    {
        const QByteArray end("0\r\n\r\n");
        return {
            {.name = "chunk extensions",
             .script = chunked("5;a=b;c=\"d\"\r\nhello\r\n" + end),
             .expected = done(),
             .wireBytes = 405},
            {.name = "chunk extension of 20 kB",
             .script = chunkedClosing("5;" + QByteArray(20'000, 'x') + "\r\nhello\r\n" + end),
             .expected = done(),
             .wireBytes = 405},
            {.name = "trailers",
             .script = chunked("0\r\nX-Trailer: 1\r\nX-Other: 2\r\n\r\n"),
             .expected = done(),
             .wireBytes = 400},
            {.name = "trailers without end",
             .script = {send(head(kHtmlLine + kChunkedLine) + chunk(page()) + "0\r\n"), forever("X-T: more\r\n")},
             .expected = failsAnyOf({ErrorId::HeadersTooLarge, ErrorId::IdleTimeout, ErrorId::TotalTimeout}, 200),
             .qt = done(),
             .wireBytes = 400},
            {.name = "bytes behind the end", .script = chunked(end + "and more"), .expected = done(), .wireBytes = 400},
            {.name = "chunks of one byte",
             .script = chunked(chunk("x").repeated(5000) + end),
             .expected = done(),
             .wireBytes = 5400},
            {.name = "Transfer-Encoding: identity",
             .script = closing(head("Transfer-Encoding: identity\r\n") + page()),
             .expected = done()},
            {.name = "Transfer-Encoding: unheard-of",
             .script = closing(head("Transfer-Encoding: unheard-of\r\n") + page()),
             .expected = fails(ErrorId::DecodeFailed, 200),
             .qt = done()},
            {.name = "chunked, in HTTP/1.0",
             .script = closing(head(kChunkedLine, "HTTP/1.0 200 OK") + chunk(page()) + end),
             .expected = done()},
        };
    }

} // namespace

std::vector<Case> framingCases()
{
    std::vector<Case> all = brokenCases();
    for (Case &one : oddCases())
        all.push_back(std::move(one));
    return all;
}

} // namespace crawlscope::test
