// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The header block.
#include "integration/verdicts/verdictcase.h"
#include "integration/verdicts/verdictscript.h"

namespace crawlscope::test {

using namespace script;

namespace {

    /// A good answer with `lines` among its headers; over a connection that is closed then.
    Case withLines(const char *name, const QByteArray &lines, const Outcome &expected,
                   const std::optional<Outcome> &qt = std::nullopt)
    {
        return {.name = name,
                .script = {send(head(kHtmlLine + lines + lengthLine(400)) + page()), step(Kind::Close)},
                .expected = expected,
                .qt = qt};
    }

    QByteArray numberedLines(int count, int valueBytes)
    {
        QByteArray lines;
        for (int i = 0; i < count; ++i)
            lines += "X-" + QByteArray::number(i) + ": " + QByteArray(valueBytes, 'v') + "\r\n";
        return lines;
    }

    std::vector<Case> syntaxCases()
    {
        const Outcome malformed = fails(ErrorId::MalformedResponse, 200);
        const Outcome dropped = done(200, Anomaly::HeadersDropped);
        return {
            withLines("folded header", "X-Folded: one\r\n two\r\n\tthree\r\n", done()),
            withLines("first line folded", " X: folded into nothing\r\n", done()),
            withLines("line without colon", "no colon here\r\n", malformed, dropped),
            withLines("blank in a header's name", "Bad Name: x\r\n", done(), dropped),
            withLines("blank before the colon", "X-Name : x\r\n", done(), done()),
            withLines("empty header name", ": x\r\n", done(), dropped),
            withLines("CR within a value", "X: a\rb\r\n", done()),
            withLines("NUL within a value", QByteArray("X: a\0b\r\n", 8), malformed, done()),
            withLines("8-bit bytes in a value", "X: \xC3\xA9\xFF\xFE\r\n", done()),
            withLines("8-bit bytes in a name", "X-\xC3\xA9: 1\r\n", done(), dropped),
            {.name = "lines end in LF alone",
             .script = {send("HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: 400\n\n" + page())},
             .expected = done()},
            {.name = "no header at all",
             .script = closing("HTTP/1.1 200 OK\r\n\r\n" + page()),
             .expected = done(),
             .qt = dropped,
             .wireBytes = 400},
            {.name = "header block cut in the middle",
             .script = closing("HTTP/1.1 200 OK\r\nContent-Type: te"),
             .expected = fails(ErrorId::NoResponse)},
        };
    }

    std::vector<Case> sizeCases()
    {
        const Outcome tooLarge = fails(ErrorId::HeadersTooLarge, 200);
        const Outcome dropped = fails(ErrorId::HeadersTooLarge, 200);
        const auto keptOpen = [](const QByteArray &lines) { return reply(lines); };
        return {
            {.name = "150 header lines", .script = keptOpen(numberedLines(150, 20)), .expected = done(), .qt = dropped},
            {.name = "line of 120 kB",
             .script = keptOpen("X: " + QByteArray(120'000, 'v') + "\r\n"),
             .expected = tooLarge,
             .qt = dropped},
            {.name = "90 lines of 5 kB",
             .script = keptOpen(numberedLines(90, 5000)),
             .expected = tooLarge,
             .qt = dropped},
            {.name = "header lines without end",
             .script = {send("HTTP/1.1 200 OK\r\n"), forever("X-More: and more\r\n")},
             .expected = tooLarge,
             .qt = fails(ErrorId::FirstByteTimeout),
             .crawl = Crawl::Flood},
            {.name = "one header line without end",
             .script = {send("HTTP/1.1 200 OK\r\nX-More: "), forever("and more ")},
             .expected = tooLarge,
             .qt = fails(ErrorId::FirstByteTimeout),
             .crawl = Crawl::Flood},
            {.name = "header block byte by byte",
             .script = {drip(head(numberedLines(40, 40)), kFirstByteMs / 40)},
             .expected = fails(ErrorId::FirstByteTimeout, 200),
             .qt = fails(ErrorId::FirstByteTimeout)},
            {.name = "stall within the header block",
             .script = {send("HTTP/1.1 200 OK\r\nX: "), step(Kind::Stall)},
             .expected = fails(ErrorId::FirstByteTimeout, 200),
             .qt = fails(ErrorId::FirstByteTimeout)},
            {.name = "RST within the header block",
             .script = resetting("HTTP/1.1 200 OK\r\nX: "),
             .expected = failsAnyOf({ErrorId::NoResponse, ErrorId::ConnectReset}, 200),
             .qt = fails(ErrorId::NoResponse)},
        };
    }

    std::vector<Case> twiceCases()
    {
        const auto twice = [](const char *name, const QByteArray &lines, const QByteArray &body, qint64 wireBytes) {
            return Case {
                .name = name, .script = closing(head(lines) + body), .expected = done(), .wireBytes = wireBytes};
        };
        Case lengths =
            twice("Content-Length twice: 2 and 5", "Content-Length: 2\r\nContent-Length: 5\r\n", "hello", -1);
        lengths.expected.anomalies = static_cast<quint32>(Anomaly::DuplicateLength);
        Case both = twice("Content-Length and chunked", lengthLine(2) + kChunkedLine, chunk("hello") + "0\r\n\r\n", 5);
        both.expected.anomalies = static_cast<quint32>(Anomaly::LengthAndChunked);
        Case location {
            .name = "Location twice, differing",
            .script = {send(head("Location: /first\r\nLocation: /second\r\n" + lengthLine(0), "HTTP/1.1 302 Found"))},
            .expected = done(),
            .more = {{"/first", reply(kHtmlLine)}, {"/second", reply(kHtmlLine)}}};
        return {
            twice("Content-Length twice, the same", lengthLine(5).repeated(2), "hello", 5),
            lengths,
            both,
            twice("Transfer-Encoding twice", kChunkedLine.repeated(2), chunk("hello") + "0\r\n\r\n", 5),
            twice("Content-Type twice", kHtmlLine + "Content-Type: image/png\r\n" + lengthLine(5), "hello", 5),
            location,
        };
    }

} // namespace

std::vector<Case> headerCases()
{
    std::vector<Case> all = syntaxCases();
    for (const auto &part : {sizeCases(), twiceCases()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace crawlscope::test
