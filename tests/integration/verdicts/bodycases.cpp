// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The body: how much of it comes, and how.
#include "integration/verdicts/verdictcase.h"
#include "integration/verdicts/verdictscript.h"

namespace crawlscope::test {

using namespace script;

namespace {

    std::vector<Case> paceCases()
    {
        const QByteArray endless("and so on, line after line\n");
        const Outcome tooLarge = fails(ErrorId::BodyTooLarge, 200);
        return {
            {.name = "endless, of unknown length",
             .script = {send(head(kHtmlLine)), forever(endless)},
             .expected = tooLarge,
             .wireBytes = kMaxBodyBytes},
            {.name = "endless, in chunks",
             .script = {send(head(kChunkedLine)), forever(chunk(endless))},
             .expected = tooLarge,
             .wireBytes = kMaxBodyBytes},
            {.name = "Content-Length of 8 EiB, and sends",
             .script = {send(head("Content-Length: 9223372036854775807\r\n")), forever(endless)},
             .expected = tooLarge,
             .wireBytes = kMaxBodyBytes},
            {.name = "Content-Length of 8 EiB, and stalls",
             .script = {send(head("Content-Length: 9223372036854775807\r\n") + "x"), step(Kind::Stall)},
             .expected = fails(ErrorId::IdleTimeout, 200)},
            {.name = "byte by byte, faster than the idle limit",
             .script = {send(head(lengthLine(400))), drip(page(), kIdleMs / 6)},
             .expected = fails(ErrorId::TotalTimeout, 200)},
            {.name = "byte by byte, slower than the idle limit",
             .script = {send(head(lengthLine(400)) + page(10)), drip(page(), kIdleMs * 2)},
             .expected = fails(ErrorId::IdleTimeout, 200),
             .wireBytes = 11},
            {.name = "stalls in the body",
             .script = {send(head(lengthLine(400)) + page(200)), step(Kind::Stall)},
             .expected = fails(ErrorId::IdleTimeout, 200),
             .wireBytes = 200},
            {.name = "stalls before the body",
             .script = {send(head(lengthLine(400))), step(Kind::Stall)},
             .expected = fails(ErrorId::IdleTimeout, 200),
             .wireBytes = 0},
            {.name = "stalls before the last chunk",
             .script = {send(head(kChunkedLine) + chunk(page())), step(Kind::Stall)},
             .expected = fails(ErrorId::IdleTimeout, 200),
             .wireBytes = 400},
        };
    }

    std::vector<Case> lengthCases()
    {
        const QByteArray half = head(lengthLine(400)) + page(200);
        return {
            {.name = "closes before Content-Length is reached",
             .script = closing(half),
             .expected = fails(ErrorId::TruncatedLength, 200),
             .wireBytes = 200},
            {.name = "closes before any body",
             .script = closing(head(lengthLine(400))),
             .expected = fails(ErrorId::TruncatedLength, 200),
             .wireBytes = 0},
            {.name = "RST in the body",
             .script = resetting(half),
             .expected = fails(ErrorId::ResetInBody, 200),
             .qt = fails(ErrorId::TruncatedLength, 200)},
            {.name = "RST in a body of unknown length",
             .script = resetting(head(kHtmlLine) + page(200)),
             .expected = fails(ErrorId::ResetInBody, 200),
             .qt = done(),
             .wireBytes = 200},
            {.name = "more bytes than Content-Length says",
             .script = {send(head(lengthLine(400)) + page(500))},
             .expected = done(),
             .wireBytes = 400},
            {.name = "a second answer behind the first",
             .script = {send(head(lengthLine(400)) + page() + head(lengthLine(7)) + "planted")},
             .expected = done(),
             .wireBytes = 400},
            {.name = "a second answer a little later; nobody can tell it from the one to the next request",
             .script = {send(head(lengthLine(400)) + page()), wait(40), send(head(lengthLine(7)) + "planted")},
             .expected = done(),
             .wireBytes = 400,
             .spoilsNext = true},
            {.name = "no length, ends with the connection",
             .script = closing(head(kHtmlLine) + page()),
             .expected = done(),
             .wireBytes = 400},
            {.name = "Content-Length: 0", .script = reply(kHtmlLine, {}), .expected = done(), .wireBytes = 0},
        };
    }

    std::vector<Case> badLengthCases()
    {
        const auto length = [](const QByteArray &value, const Outcome &expected) {
            return Case {.name = "Content-Length: " + value,
                         .script = closing(head("Content-Length: " + value + "\r\n") + page()),
                         .expected = expected};
        };
        return {
            length("-5", fails(ErrorId::MalformedResponse, 200)),
            length("many", fails(ErrorId::MalformedResponse, 200)),
            {.name = "Content-Length: 0x190",
             .script = closing(head("Content-Length: 0x190\r\n") + page()),
             .expected = done(),
             .qt = fails(ErrorId::MalformedResponse, 200)},
            length("99999999999999999999999999", done()),
        };
    }

} // namespace

std::vector<Case> bodyCases()
{
    std::vector<Case> all = paceCases();
    for (const auto &part : {lengthCases(), badLengthCases()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace crawlscope::test
