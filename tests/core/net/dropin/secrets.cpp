// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords and cookies.
#include "core/net/dropin/bench.h"

#include <QAuthenticator>
#include <QCryptographicHash>
#include <QNetworkCookie>
#include <QNetworkCookieJar>

namespace crawlscope::test {

namespace {

    WireServer::Handler basic(const QByteArray &credentials, const QByteArray &realm = "the realm")
    {
        return [=](const Request &request) {
            if (request.header("authorization") == QByteArray("Basic " + credentials.toBase64()))
                return reply("200 OK", {}, "welcome");
            return reply("401 Unauthorized", "WWW-Authenticate: Basic realm=\"" + realm + "\"\r\n", "go away");
        };
    }

    QByteArray md5(const QByteArray &text)
    {
        return QCryptographicHash::hash(text, QCryptographicHash::Md5).toHex();
    }

    QByteArray field(QByteArrayView list, const QByteArray &name)
    {
        const QByteArray text = ", " + list.sliced(list.indexOf(' ') + 1).toByteArray();
        qsizetype from = text.indexOf(QByteArray(", " + name + '='));
        from = from < 0 ? text.indexOf(QByteArray(',' + name + '=')) + 1 : from + 2;
        QByteArray value = text.sliced(from + name.size() + 1);
        if (value.startsWith('"'))
            return value.sliced(1, value.indexOf('"', 1) - 1);
        return value.left(value.indexOf(',')).trimmed();
    }

    /// RFC 7616 with MD5 and qop=auth, as most servers have it.
    Answer digest(const Request &request)
    {
        const QByteArrayView sent = request.header("authorization");
        if (sent.startsWith("Digest ")) {
            const QByteArray a1 = md5("user:realm:secret");
            const QByteArray a2 = md5(request.method + ':' + request.target);
            const QByteArray wanted =
                md5(a1 + ":abc123:" + field(sent, "nc") + ':' + field(sent, "cnonce") + ":auth:" + a2);
            if (field(sent, "response") == wanted)
                return reply("200 OK", {}, "welcome " + request.body);
        }
        return reply("401 Unauthorized",
                     "WWW-Authenticate: Digest realm=\"realm\", qop=\"auth\", nonce=\"abc123\", algorithm=MD5\r\n",
                     "go away");
    }

    /// Answers each question with the next pair; says nothing once they are used up.
    void answerWith(Bench &bench, const QByteArrayList &pairs)
    {
        auto left = std::make_shared<QByteArrayList>(pairs);
        auto asked = std::make_shared<int>(0);
        QObject::connect(&bench.manager(), &QNetworkAccessManager::authenticationRequired, &bench,
                         [&bench, left, asked](QNetworkReply *, QAuthenticator *authenticator) {
                             bench.note("realm " + QByteArray::number(++*asked), authenticator->realm().toUtf8());
                             if (left->isEmpty())
                                 return;
                             const QByteArrayList pair = left->takeFirst().split(':');
                             authenticator->setUser(QString::fromUtf8(pair.first()));
                             authenticator->setPassword(QString::fromUtf8(pair.last()));
                         });
    }

    void right(Bench &bench)
    {
        bench.server().on("/in", basic("user:secret"));
        answerWith(bench, {"user:secret"});
        bench.get("/in");
        bench.noteRequests(bench.server());
    }

    void none(Bench &bench)
    {
        bench.server().on("/in", basic("user:secret"));
        bench.get("/in", "nobody asked");
        answerWith(bench, {});
        bench.get("/in", "no answer");
        bench.finish(bench.manager().post(bench.request("/in"), QByteArray("a=b")), "post");
        bench.noteRequests(bench.server());
    }

    void wrong(Bench &bench)
    {
        bench.server().on("/in", basic("user:secret"));
        answerWith(bench, {"user:wrong"});
        bench.get("/in");
        bench.noteRequests(bench.server());
    }

    void wrongThenRight(Bench &bench)
    {
        bench.server().on("/in", basic("user:secret"));
        answerWith(bench, {"user:wrong", "other:wrong", "user:secret"});
        bench.get("/in");
        bench.note("requests", static_cast<qint64>(bench.server().requests().size()));
    }

    void remembered(Bench &bench)
    {
        bench.server().on("/in", basic("user:secret"));
        bench.server().on("/in/deeper", basic("user:secret"));
        bench.server().on("/elsewhere", basic("user:secret", "another realm"));
        bench.other().on("/in", basic("user:secret"));
        answerWith(bench, {"user:secret", "user:secret", "user:secret"});
        bench.get("/in", "first");
        bench.get("/in", "again");
        bench.get("/in/deeper", "deeper");
        bench.get("/elsewhere", "other realm");
        bench.get(bench.other().origin() + "/in", "other server");
    }

    void inTheUrl(Bench &bench)
    {
        bench.server().on("/in", basic("user:p@ss word"));
        answerWith(bench, {});
        QByteArray origin = bench.server().origin();
        bench.get(origin.insert(7, "user:p%40ss%20word@") + "/in", "right");
        origin = bench.server().origin();
        bench.get(origin.insert(7, "user:unneeded@") + "/open", "not asked for");
        bench.noteRequests(bench.server());
    }

    void inTheUrlAndWrong(Bench &bench)
    {
        bench.server().on("/in", basic("user:secret"));
        answerWith(bench, {"user:secret"});
        QByteArray origin = bench.server().origin();
        bench.get(origin.insert(7, "user:wrong@") + "/in");
        bench.note("requests", static_cast<qint64>(bench.server().requests().size()));
    }

    void withBody(Bench &bench)
    {
        bench.server().on("/in", basic("user:secret"));
        answerWith(bench, {"user:secret"});
        QNetworkRequest request = bench.request("/in");
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("text/plain"));
        bench.finish(bench.manager().post(request, QByteArray("posted")));
        bench.noteRequests(bench.server());
    }

    void digested(Bench &bench)
    {
        bench.server().on("/in", digest);
        answerWith(bench, {"user:secret"});
        bench.get("/in", "get");
        bench.finish(bench.manager().post(bench.request("/in"), QByteArray("a=b")), "post");
        bench.note("last", bench.server().requests().back().body);
    }

    void byHeader(Bench &bench)
    {
        bench.server().on("/in", basic("user:secret"));
        QNetworkRequest request = bench.request("/in");
        request.setRawHeader("Authorization", "Basic " + QByteArray("user:secret").toBase64());
        bench.finish(bench.manager().get(request), "right");
        answerWith(bench, {"user:secret"});
        request.setRawHeader("Authorization", "Basic bm8=");
        bench.finish(bench.manager().get(request), "wrong, then asked");
        bench.noteRequests(bench.server());
    }

    void unknownScheme(Bench &bench)
    {
        bench.server().on("/in", [](const Request &) {
            return reply("401 Unauthorized", "WWW-Authenticate: Bearer realm=\"x\"\r\n", "go away");
        });
        bench.server().on("/bare", [](const Request &) { return reply("401 Unauthorized", {}, "go away"); });
        answerWith(bench, {"user:secret"});
        bench.get("/in", "bearer");
        bench.get("/bare", "bare");
        bench.note("requests", static_cast<qint64>(bench.server().requests().size()));
    }

    void keptFromOthers(Bench &bench)
    {
        const QByteArray away = bench.other().origin() + "/end";
        bench.server().on("/near", [](const Request &) { return reply("302 Found", "Location: /end\r\n"); });
        bench.server().on("/far", [=](const Request &) { return reply("302 Found", "Location: " + away + "\r\n"); });
        bench.server().on("/secret", [=](const Request &request) {
            const bool in =
                request.header("authorization") == QByteArray("Basic " + QByteArray("user:secret").toBase64());
            return in ? reply("302 Found", "Location: " + away + "\r\n")
                      : reply("401 Unauthorized", "WWW-Authenticate: Basic realm=\"r\"\r\n");
        });
        QNetworkRequest request = bench.request("/near");
        request.setRawHeader("Authorization", "Bearer token");
        request.setRawHeader("Cookie", "mine=1");
        request.setRawHeader("X-Other", "kept");
        bench.finish(bench.manager().get(request), "near");
        request.setUrl(QUrl::fromEncoded(bench.server().origin() + "/far"));
        bench.finish(bench.manager().get(request), "far");
        answerWith(bench, {"user:secret"});
        bench.get("/secret", "secret");
        bench.noteRequests(bench.server());
        bench.noteRequests(bench.other(), "other");
    }

    void cookies(Bench &bench)
    {
        bench.server().on("/set", [](const Request &) {
            return reply("200 OK",
                         "Set-Cookie: a=1; Path=/\r\nSet-Cookie: b=2; Path=/deep; HttpOnly\r\n"
                         "Set-Cookie: c=3; Domain=other.example\r\nSet-Cookie: d=4; Secure\r\n"
                         "Set-Cookie: e=5; Max-Age=0\r\n");
        });
        bench.server().on("/not-found",
                          [](const Request &) { return reply("404 Not Found", "Set-Cookie: f=6; Path=/\r\n"); });
        bench.get("/set", "set");
        bench.get("/not-found", "not found");
        bench.get("/page", "page");
        bench.get("/deep/page", "deep");
        bench.get(bench.server().origin("localhost") + "/page", "by name");
        bench.noteRequests(bench.server());
        bench.noteCookies();
    }

    void cookiesByHand(Bench &bench)
    {
        bench.server().on("/set", [](const Request &) { return reply("200 OK", "Set-Cookie: a=1; Path=/\r\n"); });
        QNetworkRequest request = bench.request("/set");
        request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        bench.finish(bench.manager().get(request), "not saved");
        bench.get("/x", "nothing to load");
        bench.get("/set", "saved");
        request.setUrl(QUrl::fromEncoded(bench.server().origin() + "/y"));
        request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        bench.finish(bench.manager().get(request), "not loaded");
        request = bench.request("/z");
        request.setRawHeader("Cookie", "mine=1");
        bench.finish(bench.manager().get(request), "both");
        request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        bench.finish(bench.manager().get(request), "mine");
        bench.noteRequests(bench.server());
        bench.noteCookies();
    }

} // namespace

void addSecretScenarios(Scenarios *out)
{
    out->push_back({"password: right", right, {}});
    out->push_back({"password: none", none, {}});
    out->push_back({"password: wrong", wrong, {}});
    out->push_back({"password: wrong, then right", wrongThenRight, {}});
    out->push_back({"password: remembered", remembered, {}});
    out->push_back({"password: in the URL",
                    inTheUrl,
                    {{"seen2.headers", "accept-language: en,*\nhost: 127.0.0.1:SERVER\nuser-agent: Mozilla/5.0",
                      "passwords_when_asked"}}});
    out->push_back({"password: in the URL and wrong", inTheUrlAndWrong, {}});
    out->push_back({"password: with a body", withBody, {}});
    out->push_back({"password: digest", digested, {}});
    out->push_back({"password: by header", byHeader, {}});
    out->push_back({"password: unknown scheme", unknownScheme, {}});
    out->push_back(
        {"secrets: kept from others",
         keptFromOthers,
         {{"other0.headers", "accept-language: en,*\nhost: 127.0.0.1:OTHER\nuser-agent: Mozilla/5.0\nx-other: kept",
           "secrets_stay"}}});
    out->push_back({"cookies: automatic", cookies, {}});
    out->push_back({"cookies: by hand", cookiesByHand, {}});
}

} // namespace crawlscope::test
