// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Exchanges that fail.
#include "core/net/dropin/bench.h"

#include <QTimer>

namespace crawlscope::test {

namespace {

    using Kind = Step::Kind;

    void noConnection(Bench &bench)
    {
        quint16 closed = 0;
        {
            QTcpServer server;
            if (!server.listen(QHostAddress::LocalHost))
                qFatal("no port");
            closed = server.serverPort();
        }
        for (const QByteArray scheme : {"http", "https"}) {
            QNetworkReply *reply =
                bench.manager().get(bench.request(scheme + "://127.0.0.1:" + QByteArray::number(closed) + "/"));
            bench.finish(reply, scheme);
            bench.note(scheme + ".url", {}); // the port is by chance
            bench.note(scheme + ".requestUrl", {});
        }
        bench.finish(bench.manager().get(bench.request("http://no-such-host.invalid/")), "name");
        bench.finish(bench.manager().post(bench.request("http://no-such-host.invalid/"), QByteArray("x")),
                     "name, post");
    }

    void noTlsThere(Bench &bench)
    {
        QTcpServer plain;
        QObject::connect(&plain, &QTcpServer::newConnection, &bench, [&plain] {
            QTcpSocket *socket = plain.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->write(reply("400 Bad Request").bytes);
                socket->disconnectFromHost();
            });
        });
        if (!plain.listen(QHostAddress::LocalHost))
            qFatal("no port");
        bench.finish(bench.manager().get(bench.request("https://127.0.0.1:" + QByteArray::number(plain.serverPort()))));
        bench.note("url", QByteArray()); // the port is by chance
        bench.note("requestUrl", QByteArray());
    }

    /// What is sent, what comes of it. A pause first: Qt looks at an answer only once it has sent everything.
    void cut(Bench &bench)
    {
        const QByteArray length = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n";
        const QByteArray chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        const Step pause {Kind::Sleep, {}, 20};
        const Step close {Kind::Close, {}, 0};
        const Step reset {Kind::Reset, {}, 0};
        const std::pair<const char *, Script> scripts[] = {
            {"/closed", {close}},
            {"/reset", {reset}},
            {"/half-a-header", {{Kind::Send, "HTTP/1.1 200 OK\r\nX-A: b", 0}, pause, close}},
            {"/no-body", {pause, {Kind::Send, length, 0}, pause, close}},
            {"/half-a-body", {pause, {Kind::Send, length + "0123456789", 0}, pause, close}},
            {"/reset-in-body", {pause, {Kind::Send, length + "0123456789", 0}, pause, reset}},
            {"/no-last-chunk", {pause, {Kind::Send, chunked + "5\r\nhello\r\n", 0}, pause, close}},
            {"/in-a-chunk", {pause, {Kind::Send, chunked + "ff\r\nhello", 0}, pause, close}},
            {"/in-chunk-length", {pause, {Kind::Send, chunked + "5\r\nhello\r\n1", 0}, pause, close}},
        };
        for (const auto &[path, script] : scripts)
            bench.script(path, script);
        for (const auto &[path, script] : scripts)
            bench.get(bench.demo().baseUrl() + path, path);
    }

    void noHttp(Bench &bench)
    {
        const Step close {Kind::Close, {}, 0};
        bench.script("/ssh", {{Kind::Send, "SSH-2.0-OpenSSH_9.2\r\n\r\n", 0}, close});
        bench.script("/bad-status", {{Kind::Send, "HTTP/1.1 abc OK\r\nContent-Length: 0\r\n\r\n", 0}, close});
        bench.script("/http9", {{Kind::Send, "HTTP/9.9 200 OK\r\nContent-Length: 0\r\n\r\n", 0}, close});
        bench.script("/bad-chunk",
                     {{Kind::Sleep, {}, 20},
                      {Kind::Send, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nhello\r\n0\r\n\r\n", 0},
                      close});
        for (const QByteArray path : {"/ssh", "/bad-status", "/http9", "/bad-chunk"})
            bench.brief(bench.manager().get(bench.request(bench.demo().baseUrl() + path)), path);
    }

    void codings(Bench &bench)
    {
        bench.get(bench.demo().baseUrl() + "/gzip-broken", "broken");
        bench.get(bench.demo().baseUrl() + "/gzip-truncated", "truncated");
        bench.server().on("/not-gzip",
                          [](const Request &) { return reply("200 OK", "Content-Encoding: gzip\r\n", "no gzip"); });
        bench.get("/not-gzip", "not");
    }

    void timeouts(Bench &bench)
    {
        bench.script("/silent", {{Kind::Stall, {}, 0}});
        bench.script("/stops",
                     {{Kind::Send, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n0123", 0}, {Kind::Stall, {}, 0}});
        bench.script(
            "/drips",
            {{Kind::Send, "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n", 0}, {Kind::Drip, QByteArray(20, 'd'), 30}});
        QNetworkRequest request = bench.request(bench.demo().baseUrl() + "/silent");
        request.setTransferTimeout(150);
        bench.finish(bench.manager().get(request), "silent");
        request.setUrl(QUrl::fromEncoded(bench.demo().baseUrl() + "/stops"));
        bench.finish(bench.manager().get(request), "stops");
        request.setTransferTimeout(400); // less than all of it takes: the clock starts again with each piece
        request.setUrl(QUrl::fromEncoded(bench.demo().baseUrl() + "/drips"));
        bench.finish(bench.manager().get(request), "drips");
        bench.manager().setTransferTimeout(150);
        bench.get(bench.demo().baseUrl() + "/silent", "of the manager");
    }

    void closedWhileKept(Bench &bench)
    {
        // Kept by the client, closed by the server: nobody notices.
        int served = 0;
        bench.server().on("/once", [&served](const Request &) {
            Answer answer = reply("200 OK");
            answer.close = ++served == 1;
            return answer;
        });
        bench.get("/once", "first");
        bench.wait([&bench] { return bench.server().openConnections() == 0; });
        bench.get("/once", "second");
        bench.finish(bench.manager().post(bench.request("/once"), QByteArray("a=b")), "third");
        bench.noteRequests(bench.server());
    }

} // namespace

void addFaultScenarios(Scenarios *out)
{
    out->push_back({"fault: no connection", noConnection, {}});
    out->push_back({"fault: no TLS there", noTlsThere, {}});
    out->push_back({"fault: cut", cut, {}});
    out->push_back({"fault: no HTTP",
                    noHttp,
                    {{"/ssh.error", "ProtocolFailure", "stricter_errors"},
                     {"/bad-status.error", "ProtocolFailure", "stricter_errors"},
                     {"/http9.error", "ProtocolFailure", "stricter_errors"},
                     {"/http9.status", "", "stricter_errors"},
                     {"/bad-chunk.error", "ProtocolFailure", "stricter_errors"}}});
    out->push_back({"fault: content codings", codings, {}});
    out->push_back({"fault: time-outs", timeouts, {}});
    out->push_back({"fault: closed while kept", closedWhileKept, {}});
}

} // namespace crawlscope::test
