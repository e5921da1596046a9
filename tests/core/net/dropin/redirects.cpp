// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/dropin/bench.h"

namespace crawlscope::test {

namespace {

    using Policy = QNetworkRequest::RedirectPolicy;

    /// An answer that sends the client on.
    WireServer::Handler moved(const QByteArray &location, const QByteArray &status = "302 Found")
    {
        return [=](const Request &) { return reply(status, "Location: " + location + "\r\n", "moved"); };
    }

    QNetworkRequest with(const Bench &bench, const QByteArray &url, Policy policy)
    {
        QNetworkRequest request = bench.request(url);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, policy);
        return request;
    }

    void policies(Bench &bench)
    {
        bench.server().on("/near", moved("/end"));
        bench.server().on("/far", moved(bench.other().origin() + "/end"));
        bench.server().on("/name", moved(bench.server().origin("localhost") + "/end"));
        const std::pair<const char *, Policy> policies[] = {
            {"manual", QNetworkRequest::ManualRedirectPolicy},
            {"no less safe", QNetworkRequest::NoLessSafeRedirectPolicy},
            {"same origin", QNetworkRequest::SameOriginRedirectPolicy},
        };
        for (const auto &[name, policy] : policies) {
            for (const QByteArray path : {"/near", "/far", "/name"})
                bench.finish(bench.manager().get(with(bench, path, policy)), name + path);
        }
        bench.get("/near", "default");
        bench.manager().setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        bench.get("/near", "manager's");
        bench.finish(bench.manager().get(with(bench, "/near", QNetworkRequest::NoLessSafeRedirectPolicy)), "request's");
        bench.noteRequests(bench.server());
        bench.noteRequests(bench.other(), "other");
    }

    void userVerified(Bench &bench)
    {
        bench.server().on("/near", moved("/middle"));
        bench.server().on("/middle", moved("/end"));
        QNetworkReply *later = bench.manager().get(with(bench, "/middle", QNetworkRequest::UserVerifiedRedirectPolicy));
        Watch *watch = bench.watch(later);
        QObject::connect(
            later, &QNetworkReply::redirected, later, [later] { Q_EMIT later->redirectAllowed(); },
            Qt::QueuedConnection);
        bench.finish(watch, "later");
        QNetworkReply *refused = bench.manager().get(with(bench, "/near", QNetworkRequest::UserVerifiedRedirectPolicy));
        watch = bench.watch(refused);
        QObject::connect(refused, &QNetworkReply::redirected, refused, [refused] { refused->abort(); });
        bench.finish(watch, "refused");
        bench.noteRequests(bench.server());
    }

    void lessSafe(Bench &bench)
    {
        WireServer &tls = bench.tls();
        tls.on("/down", moved(bench.server().origin() + "/end"));
        tls.on("/stay", moved("/end"));
        bench.server().on("/up", moved(tls.origin() + "/end"));
        for (const auto policy :
             {QNetworkRequest::NoLessSafeRedirectPolicy, QNetworkRequest::SameOriginRedirectPolicy}) {
            QNetworkRequest request = with(bench, tls.origin() + "/down", policy);
            QSslConfiguration ssl = request.sslConfiguration();
            ssl.setCaCertificates({bench.authority()});
            request.setSslConfiguration(ssl);
            const QByteArray name = QByteArray::number(int {policy});
            bench.finish(bench.manager().get(request), "down " + name);
            request.setUrl(QUrl::fromEncoded(tls.origin() + "/stay"));
            bench.finish(bench.manager().get(request), "stay " + name);
            request.setUrl(QUrl::fromEncoded(bench.server().origin() + "/up"));
            bench.finish(bench.manager().get(request), "up " + name);
        }
        bench.noteRequests(bench.server());
    }

    void loops(Bench &bench)
    {
        bench.server().on("/loop", moved("/pool"));
        bench.server().on("/pool", moved("/loop"));
        bench.server().on("/self", moved("/self"));
        for (const QByteArray path : {"/loop", "/self"}) {
            QNetworkRequest request = bench.request(path);
            request.setMaximumRedirectsAllowed(7);
            bench.finish(bench.manager().get(request), path);
        }
        bench.note("default", bench.request("/").maximumRedirectsAllowed());
        for (const int most : {0, 1, 2, 3}) {
            QNetworkRequest request = bench.request(bench.demo().baseUrl() + "/redirect/2");
            request.setMaximumRedirectsAllowed(most);
            bench.finish(bench.manager().get(request), "most " + QByteArray::number(most));
        }
        bench.note("requests", static_cast<qint64>(bench.server().requests().size()));
    }

    void methods(Bench &bench)
    {
        QNetworkAccessManager &manager = bench.manager();
        for (const QByteArray status : {"300", "301", "302", "303", "304", "305", "306", "307", "308"}) {
            const QByteArray path = "/s" + status;
            bench.server().on(path, moved("/end", status + " Moved"));
            QNetworkRequest request = bench.request(path);
            request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("text/plain"));
            request.setRawHeader("X-Mine", status);
            bench.finish(manager.get(request), status + " get");
            bench.finish(manager.head(request), status + " head");
            bench.finish(manager.post(request, QByteArray("posted")), status + " post");
            bench.finish(manager.put(request, QByteArray("put")), status + " put");
            bench.finish(manager.deleteResource(request), status + " delete");
            bench.finish(manager.sendCustomRequest(request, "PATCH", QByteArray("patched")), status + " patch");
        }
        bench.noteRequests(bench.server());
    }

    void targets(Bench &bench)
    {
        const std::pair<const char *, QByteArray> targets[] = {
            {"/relative", "end"},
            {"/query", "?q=1"},
            {"/escaped", "/%C3%A4%20b"},
            {"/raw", "/\xc3\xa4 b"},
            {"/fragment", "/end#part"},
            {"/no-scheme", bench.other().origin().sliced(5) + "/end"},
            {"/user", bench.server().origin().insert(7, "user:secret@") + "/end"},
            {"/file", "file:///etc/hostname"},
            {"/data", "data:text/plain,x"},
            {"/ftp", "ftp://127.0.0.1/"},
            {"/empty", ""},
            {"/no-host", "http://"},
            {"/bad", "http://[::1"},
        };
        for (const auto &[path, location] : targets)
            bench.server().on(path, moved(location));
        bench.server().on("/none", [](const Request &) { return reply("302 Found", {}, "nowhere"); });
        for (const auto &[path, location] : targets)
            bench.get(path, path);
        bench.get("/none", "none");
        bench.get(bench.server().origin() + "/relative#kept", "kept");
        bench.noteRequests(bench.server());
    }

    void cookiesOnTheWay(Bench &bench)
    {
        bench.server().on("/login", [](const Request &) {
            return reply("302 Found", "Set-Cookie: session=1; Path=/\r\nLocation: /home\r\n");
        });
        bench.server().on("/home", [](const Request &) {
            return reply("302 Found", "Set-Cookie: seen=2; Path=/\r\nLocation: /end\r\n");
        });
        bench.get("/login");
        bench.noteRequests(bench.server());
        bench.noteCookies();
    }

    /// The stock manager's thread may have begun to follow by the time it hears of the end: by chance.
    constexpr const char *kAbortedOrder =
        "requestSent metaDataChanged(302) redirected(http://127.0.0.1:SERVER/end) aboutToClose "
        "errorOccurred(isFinished no) readChannelFinished manager.finished finished";

    void abortedOnTheWay(Bench &bench)
    {
        bench.server().on("/near", moved("/end"));
        QNetworkReply *reply = bench.manager().get(bench.request("/near"));
        Watch *watch = bench.watch(reply);
        QObject::connect(reply, &QNetworkReply::redirected, reply, &QNetworkReply::abort);
        bench.finish(watch);
        bench.note("requests", static_cast<qint64>(bench.server().requests().size()));
    }

    void bigBody(Bench &bench)
    {
        const QByteArray body(5'000'000, 'r');
        bench.server().on("/near", [=](const Request &) { return reply("302 Found", "Location: /end\r\n", body); });
        bench.brief(bench.manager().get(bench.request("/near")), "big"); // whether the connection is kept is by chance
    }

} // namespace

void addRedirectScenarios(Scenarios *out)
{
    out->push_back({"redirect: policies", policies, {}});
    out->push_back({"redirect: verified by the user", userVerified, {}});
    out->push_back({"redirect: less safe", lessSafe, {}});
    out->push_back({"redirect: loops", loops, {}});
    out->push_back({"redirect: methods", methods, {}});
    out->push_back(
        {"redirect: targets", targets, {{"/empty.headers", "Location: \nContent-Length: 5\n", "empty_headers"}}});
    out->push_back({"redirect: cookies on the way", cookiesOnTheWay, {}});
    out->push_back({"redirect: aborted on the way",
                    abortedOnTheWay,
                    {{"headers", "", "ended_for_good"},
                     {"order", kAbortedOrder, "ended_for_good"},
                     {"order of the first", QByteArray("socketStartedConnecting ") + kAbortedOrder, "ended_for_good"},
                     {"reason", "Found", "ended_for_good"},
                     {"requests", "1", "ended_for_good"},
                     {"status", "302", "ended_for_good"}}});
    out->push_back({"redirect: big body", bigBody, {}});
}

} // namespace crawlscope::test
