// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What comes back, and how it is read.
#include "core/net/dropin/bench.h"
#include "demosite/demohttp.h"

namespace crawlscope::test {

namespace {

    // "Hello, Brotli and zstd!" as made by the two programs.
    const char *const kBrotli = "CwuASGVsbG8sIEJyb3RsaSBhbmQgenN0ZCED";
    const char *const kZstd = "KLUv/SAXuQAASGVsbG8sIEJyb3RsaSBhbmQgenN0ZCE=";

    Step send(const QByteArray &bytes)
    {
        return {Step::Kind::Send, bytes, 0};
    }

    void pages(Bench &bench)
    {
        for (const QByteArray path : {"/page/3", "/chunked", "/empty", "/drip?ms=1", "/json", "/latin1", "/status/204",
                                      "/status/304", "/status/206", "/big?bytes=500000", "/many-headers?n=50"})
            bench.get(bench.demo().baseUrl() + path, path);
        bench.finish(bench.manager().head(bench.request(bench.demo().baseUrl() + "/big?bytes=500000")), "head");
        bench.finish(bench.manager().head(bench.request(bench.demo().baseUrl() + "/gzip")), "head gzip");
        bench.finish(bench.manager().head(bench.request(bench.demo().baseUrl() + "/not-found")), "head 404");
    }

    void interim(Bench &bench)
    {
        bench.brief(bench.manager().get(bench.request(bench.demo().baseUrl() + "/early-hints")), "hints");
    }

    void statuses(Bench &bench)
    {
        for (const int status :
             {200, 201, 203, 226, 299, 300, 400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 411, 412, 413, 414,
              415, 416, 417, 418, 421, 425, 426, 429, 431, 451, 499, 500, 501, 502, 503, 504, 505, 511, 599})
            bench.get(bench.demo().baseUrl() + "/status/" + QByteArray::number(status), QByteArray::number(status));
    }

    void headers(Bench &bench)
    {
        const QByteArray length = "Content-Length: 2\r\n\r\nok";
        bench.script(
            "/repeated",
            {send("HTTP/1.1 200 OK\r\nX-A: 1\r\nx-a: 2\r\nSet-Cookie: a=1\r\nX-B: 3\r\nSet-Cookie: b=2; Path=/\r\n"
                  + length)});
        bench.script("/empty-value", {send("HTTP/1.1 200 OK\r\nX-Empty:\r\nX-Space:   \r\n" + length)});
        bench.script("/odd-case",
                     {send("HTTP/1.1 200 OK\r\ncONTENT-tYPE: text/plain\r\nX-Trim: \t a b \t\r\n" + length)});
        bench.script("/no-reason", {send("HTTP/1.1 200\r\n" + length)});
        bench.script("/blank-reason", {send("HTTP/1.1 200 \r\n" + length)});
        bench.script("/long-reason", {send("HTTP/1.1 200 A reason of many words\r\n" + length)});
        bench.script("/latin", {send("HTTP/1.1 200 OK\r\nX-Latin: gr\xf6\xdf\r\n" + length)});
        bench.script("/known",
                     {send("HTTP/1.1 200 OK\r\nLast-Modified: Tue, 04 Feb 2020 05:06:07 GMT\r\nETag: \"x\"\r\n"
                           "Content-Type: text/html; charset=utf-8\r\nServer: s\r\n"
                           + length)});
        for (const QByteArray path :
             {"/repeated", "/empty-value", "/odd-case", "/no-reason", "/blank-reason", "/long-reason", "/latin"})
            bench.get(bench.demo().baseUrl() + path, path);
        QNetworkReply *known = bench.manager().get(bench.request(bench.demo().baseUrl() + "/known"));
        bench.finish(known, "known");
        bench.note("cooked",
                   known->header(QNetworkRequest::LastModifiedHeader).toDateTime().toString(Qt::ISODate).toLatin1()
                       + ' ' + known->header(QNetworkRequest::ETagHeader).toByteArray() + ' '
                       + known->header(QNetworkRequest::ContentTypeHeader).toByteArray() + ' '
                       + known->header(QNetworkRequest::ContentLengthHeader).toByteArray() + ' '
                       + known->header(QNetworkRequest::ServerHeader).toByteArray());
    }

    void framing(Bench &bench)
    {
        const Step close {Step::Kind::Close, {}, 0};
        bench.script("/until-close", {send("HTTP/1.1 200 OK\r\n\r\n"), send("all there is"), close});
        bench.script("/http10", {send("HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nold"), close});
        bench.script(
            "/two-parts",
            {send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n01234"), {Step::Kind::Sleep, {}, 30}, send("56789")});
        bench.script("/slow-header", {{Step::Kind::Drip, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", 1}});
        bench.script("/continue",
                     {send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")});
        for (const QByteArray path : {"/until-close", "/http10", "/two-parts", "/slow-header", "/continue"})
            bench.get(bench.demo().baseUrl() + path, path);
    }

    void codings(Bench &bench)
    {
        const QByteArray brotli = QByteArray::fromBase64(kBrotli);
        const QByteArray zstd = QByteArray::fromBase64(kZstd);
        bench.server().on("/br", [=](const Request &) { return reply("200 OK", "Content-Encoding: br\r\n", brotli); });
        bench.server().on("/zstd",
                          [=](const Request &) { return reply("200 OK", "Content-Encoding: zstd\r\n", zstd); });
        bench.server().on("/gzip", [](const Request &) {
            return reply("200 OK", "Content-Encoding: gzip\r\n", demosite::gzipped(QByteArray(50'000, 'g')));
        });
        bench.server().on("/upper", [](const Request &) {
            return reply("200 OK", "content-encoding: GZIP\r\n", demosite::gzipped("upper"));
        });
        bench.server().on("/identity",
                          [](const Request &) { return reply("200 OK", "Content-Encoding: identity\r\n", "plain"); });
        bench.server().on("/unknown",
                          [](const Request &) { return reply("200 OK", "Content-Encoding: rot13\r\n", "cynva"); });
        bench.server().on("/error", [](const Request &) {
            return reply("404 Not Found", "Content-Encoding: gzip\r\n", demosite::gzipped("not there"));
        });
        for (const QByteArray path : {"/br", "/zstd", "/gzip", "/upper", "/identity", "/unknown", "/error"}) {
            bench.get(path, path);
            QNetworkRequest request = bench.request(path);
            request.setRawHeader("Accept-Encoding", "gzip;q=1");
            bench.finish(bench.manager().get(request), "as it is " + path);
        }
        bench.finish(bench.manager().head(bench.request("/gzip")), "head");
    }

    void bombs(Bench &bench)
    {
        bench.script(
            "/zeros",
            {send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                  + QByteArray::number(demosite::gzippedZeros(20).size()) + "\r\n\r\n" + demosite::gzippedZeros(20))});
        const auto run = [&bench](qint64 threshold, const QByteArray &name) {
            QNetworkRequest request = bench.request(bench.demo().baseUrl() + "/zeros");
            if (threshold != 0)
                request.setDecompressedSafetyCheckThreshold(threshold);
            QNetworkReply *reply = bench.manager().get(request);
            bench.wait([reply] { return reply->isFinished(); });
            const qint64 bytes = reply->bytesAvailable();
            bench.note(name, QByteArray::number(int {reply->error()}) + (bytes == 20 << 20 ? " all" : ""));
            bench.note(name + ", before", bytes > 0 ? "some" : "none");
        };
        run(0, "default");
        run(-1, "no check");
        run(1000LL * 1024 * 1024, "high");
        run(1000, "low");
    }

    void reading(Bench &bench)
    {
        bench.server().on("/lines", [](const Request &) { return reply("200 OK", {}, "one\ntwo\r\nthree\n\nlast"); });
        QNetworkReply *lines = bench.manager().get(bench.request("/lines"));
        bench.wait([lines] { return lines->isFinished(); });
        QByteArray text = lines->peek(5) + '|';
        text += lines->canReadLine() ? "line|" : "no line|";
        text += lines->readLine() + '|' + lines->readLine() + '|' + lines->read(2) + '|';
        text += QByteArray::number(lines->skip(1)) + '|' + QByteArray::number(lines->bytesAvailable()) + '|';
        lines->startTransaction();
        text += lines->readLine() + '|';
        lines->rollbackTransaction();
        text += lines->readAll() + '|' + (lines->atEnd() ? "end|" : "more|");
        text += (lines->canReadLine() ? "line|" : "no line|") + QByteArray::number(lines->read(5).size());
        bench.note("text", text);
        bench.note("sequential", lines->isSequential() ? "yes" : "no");
        bench.note("writes", lines->isWritable() ? "yes" : "no");
        bench.note("size", lines->size());
        bench.note("mode", QByteArray::number(lines->openMode().toInt()));
    }

    void streaming(Bench &bench)
    {
        QNetworkReply *reply = bench.manager().get(bench.request(bench.demo().baseUrl() + "/big?bytes=3000000"));
        Watch *watch = bench.watch(reply);
        watch->readAsItComes();
        bench.finish(watch, "all");
        // A little in each slot; what is left over stays there.
        reply = bench.manager().get(bench.request(bench.demo().baseUrl() + "/big?bytes=300000"));
        watch = bench.watch(reply);
        qint64 taken = 0;
        QObject::connect(reply, &QIODevice::readyRead, reply, [&taken, reply] { taken += reply->read(100).size(); });
        bench.wait([reply] { return reply->isFinished(); });
        bench.note("together", taken + reply->bytesAvailable());
        bench.note("some", taken > 0 ? "yes" : "no");
    }

    void readBuffer(Bench &bench)
    {
        constexpr qsizetype kBody = 24LL * 1024 * 1024;
        constexpr qint64 kBuffer = 100'000;
        bench.server().on("/huge", [](const Request &) { return reply("200 OK", {}, QByteArray(kBody, 'h')); });
        QNetworkReply *reply = bench.manager().get(bench.request("/huge"));
        reply->setReadBufferSize(kBuffer);
        bench.note("size of the buffer", reply->readBufferSize());
        Watch *watch = bench.watch(reply);
        bench.wait([reply] { return reply->bytesAvailable() >= kBuffer; });
        for (int i = 0; i < 20; ++i) { // meanwhile other exchanges go on
            QNetworkReply *other = bench.manager().get(bench.request(bench.other().origin() + "/x"));
            bench.wait([other] { return other->isFinished(); });
        }
        // All but what lies in the buffers of two sockets is still with the server.
        bench.note("held back", bench.server().unsentBytes() > kBody / 2 ? "yes" : "no");
        bench.note("bounded", reply->bytesAvailable() < kBuffer + 100'000 ? "yes" : "no");
        bench.note("unfinished", reply->isFinished() ? "no" : "yes");
        watch->readAsItComes();
        Q_EMIT reply->readyRead(); // begin with what is there
        bench.finish(watch);
    }

    void readBufferLifted(Bench &bench)
    {
        bench.server().on("/huge", [](const Request &) { return reply("200 OK", {}, QByteArray(9'000'000, 'h')); });
        QNetworkReply *reply = bench.manager().get(bench.request("/huge"));
        reply->setReadBufferSize(1000);
        Watch *watch = bench.watch(reply);
        bench.wait([reply] { return reply->bytesAvailable() >= 1000; });
        reply->setReadBufferSize(0); // without limit
        bench.finish(watch);
    }

} // namespace

void addAnswerScenarios(Scenarios *out)
{
    out->push_back({"answer: pages", pages, {}});
    out->push_back({"answer: early hints",
                    interim,
                    {{"hints.status", "200", "interim_answers"},
                     {"hints.body", "9080 bytes, SHA-1 c36958e5d7859ad68eafab36f8136569ef83b29c", "interim_answers"}}});
    out->push_back({"answer: statuses", statuses, {}});
    out->push_back({"answer: headers",
                    headers,
                    {{"/empty-value.headers", "X-Empty: \nX-Space: \nContent-Length: 2\n", "empty_headers"}}});
    out->push_back({"answer: framing", framing, {}});
    out->push_back({"answer: content codings",
                    codings,
                    {{"/unknown.order",
                      "requestSent requestSent metaDataChanged(200) readyRead readChannelFinished manager.finished "
                      "finished",
                      "unknown_codings"}}});
    out->push_back({"answer: decompression bombs",
                    bombs,
                    {{"default, before", "some", "bombs"}, {"low, before", "some", "bombs"}}});
    out->push_back({"answer: reading", reading, {}});
    out->push_back({"answer: streaming", streaming, {}});
    out->push_back({"answer: read buffer", readBuffer, {}});
    out->push_back({"answer: read buffer lifted", readBufferLifted, {}});
}

} // namespace crawlscope::test
