// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demosite/demofaults.h"

#include <algorithm>
#include <array>
#include <utility>

namespace crawlscope::demosite {

namespace {

    constexpr QByteArrayView kHtml = "text/html; charset=utf-8";
    constexpr qsizetype kBody = 20'000;
    /// Lets the peer read what came before a reset: an RST throws away what still lies in its buffer.
    constexpr int kBeforeResetMs = 50;
    constexpr int kBeforeAnswerMs = 20;

    QByteArray headWith(QByteArrayView lines)
    {
        QByteArray out("HTTP/1.1 200 OK\r\nServer: crawlscope-demo\r\nContent-Type: text/html; charset=utf-8\r\n");
        return out.append(lines).append("\r\n");
    }

    QByteArray lengthLine(qsizetype bytes)
    {
        return "Content-Length: " + QByteArray::number(bytes) + "\r\n";
    }

    /// The start of a document, `bytes` long.
    QByteArray partOfDocument(qsizetype bytes)
    {
        QByteArray out("<!DOCTYPE html><title>Cut short</title><p>");
        while (out.size() < bytes)
            out.append("This page never ends as it should. ");
        return out.first(bytes);
    }

    Page withStep(Page page, Step::Kind kind, const QByteArray &bytes = {}, int ms = 0)
    {
        page.script.push_back({kind, bytes, ms});
        return page;
    }

    Page redirectLoop(const Request &request)
    {
        const QByteArrayView to =
            request.query() == "back" ? "Location: /redirect-loop\r\n" : "Location: /redirect-loop?back\r\n";
        return sendPage(httpReply(request, 302, kHtml, {}, to));
    }

    Page redirectExternalScheme(const Request &request)
    {
        return sendPage(httpReply(request, 302, kHtml, {}, "Location: file:///etc/passwd\r\n"));
    }

    Page redirectNoLocation(const Request &request)
    {
        return sendPage(httpReply(request, 302, kHtml, {}));
    }

    Page reset(const Request & /*request*/)
    {
        return withStep({}, Step::Kind::Reset);
    }

    Page resetInBody(const Request & /*request*/)
    {
        Page page = sendPage(headWith(lengthLine(kBody)) + partOfDocument(kBody / 2));
        return withStep(withStep(std::move(page), Step::Kind::Sleep, {}, kBeforeResetMs), Step::Kind::Reset);
    }

    Page truncated(const Request & /*request*/)
    {
        return withStep(sendPage(headWith(lengthLine(kBody)) + partOfDocument(kBody / 2)), Step::Kind::Close);
    }

    Page truncatedChunked(const Request & /*request*/)
    {
        const QByteArray chunk = QByteArray::number(kBody, 16) + "\r\n" + partOfDocument(kBody / 2);
        // Qt 6.4 takes a cut for the end when all of an answer is there before it has looked for it.
        Page page = withStep({}, Step::Kind::Sleep, {}, kBeforeAnswerMs);
        page = withStep(std::move(page), Step::Kind::Send, headWith("Transfer-Encoding: chunked\r\n") + chunk);
        return withStep(std::move(page), Step::Kind::Close);
    }

    Page endless(const Request & /*request*/)
    {
        return withStep(sendPage(headWith("Connection: close\r\n")), Step::Kind::RepeatForever,
                        "<p>And on it goes, line after line, for as long as anyone reads.</p>\n");
    }

    Page stall(const Request &request)
    {
        const qint64 bytes = request.queryNumber("bytes", -1, kBody);
        if (bytes < 0)
            return withStep({}, Step::Kind::Stall);
        return withStep(sendPage(headWith(lengthLine(kBody)) + partOfDocument(static_cast<qsizetype>(bytes))),
                        Step::Kind::Stall);
    }

    QByteArray gzippedDocument()
    {
        return gzipped(partOfDocument(kBody));
    }

    Page gzipTruncated(const Request &request)
    {
        const QByteArray whole = gzippedDocument();
        return sendPage(httpReply(request, 200, kHtml, whole.first(whole.size() / 2), "Content-Encoding: gzip\r\n"));
    }

    Page gzipBroken(const Request &request)
    {
        QByteArray bytes = gzippedDocument();
        for (qsizetype i = 10; i < std::min<qsizetype>(bytes.size(), 40); ++i)
            bytes[i] = '\xff'; // block type 3 does not exist
        return sendPage(httpReply(request, 200, kHtml, bytes, "Content-Encoding: gzip\r\n"));
    }

    Page garbage(const Request & /*request*/)
    {
        static constexpr QByteArrayView kBytes("\x16\x03\x01 this is no HTTP\x01\xff\xfe\r\n\r\nat all\r\n");
        return withStep(sendPage(kBytes.toByteArray()), Step::Kind::Close);
    }

    Page closeAtOnce(const Request & /*request*/)
    {
        return withStep({}, Step::Kind::Close);
    }

    Page manyHeaders(const Request &request)
    {
        const qint64 count = request.queryNumber("n", 1400, 100'000);
        const QByteArray value(185, 'h');
        QByteArray lines;
        lines.reserve(static_cast<qsizetype>(count) * 210);
        for (qint64 i = 0; i < count; ++i)
            lines.append("X-Field-" + QByteArray::number(i) + ": " + value + "\r\n");
        return sendPage(httpReply(request, 200, kHtml, htmlDocument("Many headers", {}), lines));
    }

    Page extraBytes(const Request &request)
    {
        return sendPage(httpReply(request, 200, kHtml, htmlDocument("Extra bytes", {})) + "and twenty more bytes");
    }

} // namespace

std::optional<Page> faultPage(const Request &request)
{
    using Handler = Page (*)(const Request &);
    static constexpr std::array<std::pair<QByteArrayView, Handler>, 15> kHandlers {{
        {"/redirect-loop", redirectLoop},
        {"/redirect-external-scheme", redirectExternalScheme},
        {"/redirect-no-location", redirectNoLocation},
        {"/reset", reset},
        {"/reset-in-body", resetInBody},
        {"/truncated", truncated},
        {"/truncated-chunked", truncatedChunked},
        {"/endless", endless},
        {"/stall", stall},
        {"/gzip-truncated", gzipTruncated},
        {"/gzip-broken", gzipBroken},
        {"/garbage", garbage},
        {"/close", closeAtOnce},
        {"/many-headers", manyHeaders},
        {"/extra-bytes", extraBytes},
    }};
    const QByteArrayView path = request.path();
    const auto found =
        std::find_if(kHandlers.begin(), kHandlers.end(), [path](const auto &entry) { return entry.first == path; });
    if (found == kHandlers.end())
        return std::nullopt;
    return found->second(request);
}

} // namespace crawlscope::demosite
