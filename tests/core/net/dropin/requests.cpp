// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What goes out: methods, headers, addresses.
#include "core/net/dropin/bench.h"

#include <QTemporaryFile>

namespace crawlscope::test {

namespace {

    void methods(Bench &bench)
    {
        QNetworkAccessManager &manager = bench.manager();
        bench.finish(manager.get(bench.request("/get?a=b%20c&d=%C3%A4#fragment")), "get");
        bench.finish(manager.head(bench.request("/head")), "head");
        bench.finish(manager.deleteResource(bench.request("/delete")), "delete");
        bench.finish(manager.sendCustomRequest(bench.request("/purge"), "PURGE"), "purge");
        bench.finish(manager.sendCustomRequest(bench.request("/options"), "OPTIONS"), "options");
        bench.finish(manager.sendCustomRequest(bench.request("/get-by-name"), "GET"), "get by name");
        bench.noteRequests(bench.server());
    }

    void bodies(Bench &bench)
    {
        QNetworkAccessManager &manager = bench.manager();
        const auto typed = [&bench](const QByteArray &path) {
            QNetworkRequest request = bench.request(path);
            request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("text/plain"));
            return request;
        };
        bench.finish(manager.post(typed("/post"), QByteArray("hello")), "post");
        bench.finish(manager.post(typed("/post-empty"), QByteArray()), "post empty");
        bench.finish(manager.put(typed("/put"), QByteArray(100'000, 'p')), "put");
        bench.finish(manager.put(typed("/put-empty"), QByteArray()), "put empty");
        bench.finish(manager.sendCustomRequest(typed("/patch"), "PATCH", QByteArray("{}")), "patch");
        bench.finish(manager.sendCustomRequest(typed("/delete"), "DELETE", QByteArray("gone")), "delete");
        bench.finish(manager.sendCustomRequest(typed("/get"), "GET", QByteArray("odd")), "get");
        bench.finish(manager.sendCustomRequest(typed("/post-by-name"), "POST", QByteArray("post")), "post by name");
        bench.noteRequests(bench.server());
    }

    void typeOfABody(Bench &bench)
    {
        bench.finish(bench.manager().post(bench.request("/post"), QByteArray("a=b")), "post");
        bench.finish(bench.manager().put(bench.request("/put"), QByteArray("a=b")), "put");
        bench.finish(bench.manager().sendCustomRequest(bench.request("/custom"), "PATCH", QByteArray("a=b")), "custom");
        bench.noteRequests(bench.server());
    }

    void headers(Bench &bench)
    {
        QNetworkRequest request = bench.request("/headers");
        request.setRawHeader("X-Empty", "");
        request.setRawHeader("X-Mine", "one");
        request.setRawHeader("x-MINE", "two"); // in its place
        request.setRawHeader("X-List", "a, b,c");
        request.setRawHeader("X-Colon", "a:b; c=\"d\"");
        request.setRawHeader("X-Latin",
                             "gr\xf6\xdf"
                             "e");
        request.setRawHeader("X-Gone", "here");
        request.setRawHeader("X-Gone", QByteArray());
        request.setHeader(QNetworkRequest::UserAgentHeader, QByteArray("Tester/1.0"));
        request.setRawHeader("Accept", "text/html;q=0.5");
        request.setRawHeader("Accept-Language", "de");
        request.setRawHeader("Referer", "http://example.com/");
        request.setRawHeader("Connection", "close");
        request.setHeader(QNetworkRequest::IfModifiedSinceHeader, QDateTime(QDate(2020, 2, 3), QTime(4, 5), Qt::UTC));
        bench.finish(bench.manager().get(request));
        bench.noteRequests(bench.server());
    }

    void defaultHeaders(Bench &bench)
    {
        bench.get("/");
        bench.noteRequests(bench.server(), "seen", true);
    }

    void emptyDefaults(Bench &bench)
    {
        QNetworkRequest request = bench.request("/");
        for (const char *name : {"User-Agent", "Accept-Language", "Accept-Encoding", "Accept"})
            request.setRawHeader(name, "");
        bench.finish(bench.manager().get(request));
        bench.noteRequests(bench.server());
    }

    void hostHeader(Bench &bench)
    {
        QNetworkRequest request = bench.request("/");
        request.setRawHeader("Host", "virtual.example");
        bench.finish(bench.manager().get(request));
        bench.noteRequests(bench.server());
    }

    void contentLength(Bench &bench)
    {
        QNetworkRequest request = bench.request("/");
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("text/plain"));
        request.setHeader(QNetworkRequest::ContentLengthHeader, 3);
        bench.finish(bench.manager().put(request, QByteArray("hello")), "short");
        request.setHeader(QNetworkRequest::ContentLengthHeader, 5);
        bench.finish(bench.manager().put(request, QByteArray("hello")), "exact");
        bench.noteRequests(bench.server());
    }

    void cacheControl(Bench &bench)
    {
        QNetworkRequest request = bench.request("/always");
        request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
        bench.finish(bench.manager().get(request), "always");
        request = bench.request("/cache");
        request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::PreferCache);
        bench.finish(bench.manager().get(request), "prefer");
        request = bench.request("/only");
        request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysCache);
        bench.finish(bench.manager().get(request), "only");
        bench.noteRequests(bench.server());
    }

    void addresses(Bench &bench)
    {
        bench.get(bench.server().origin("localhost") + "/name", "name");
        bench.get(bench.server().origin("LOCALHOST") + "/upper", "upper");
        bench.get(bench.server().origin(), "bare");
        bench.get(bench.server().origin() + "?q", "query");
        bench.get("/a/../b/./c//d", "dots");
        bench.get("/%2E%2e/%7euser/%c3%a4/[x]|y", "escapes");
        bench.noteRequests(bench.server());
    }

    void otherSchemes(Bench &bench)
    {
        bench.finish(bench.manager().get(QNetworkRequest(QUrl(QStringLiteral("data:text/plain,hello")))), "data");
        QTemporaryFile file;
        if (!file.open() || file.write("from a file") < 0 || !file.flush())
            qFatal("no temporary file");
        bench.finish(bench.manager().get(QNetworkRequest(QUrl::fromLocalFile(file.fileName()))), "file");
        bench.finish(bench.manager().get(QNetworkRequest(QUrl::fromLocalFile(QStringLiteral("/no/such/file")))),
                     "none");
        bench.finish(bench.manager().get(QNetworkRequest(QUrl(QStringLiteral("gopher://127.0.0.1/")))), "gopher");
        bench.finish(bench.manager().get(QNetworkRequest()), "empty");
        bench.finish(bench.manager().get(QNetworkRequest(QUrl(QStringLiteral("http:///path")))), "no host");
        for (const QByteArray name : {"file", "none"}) { // the name of the file is by chance
            bench.note(name + ".url", {});
            bench.note(name + ".requestUrl", {});
            bench.note(name + ".headers", {});
        }
    }

    void manyAtOnce(Bench &bench)
    {
        constexpr int kRequests = 40;
        QList<Watch *> all;
        for (int i = 0; i < kRequests; ++i)
            all += bench.watch(bench.manager().get(bench.request("/n/" + QByteArray::number(i))));
        for (qsizetype i = 0; i < all.size(); ++i)
            bench.finish(all[i], QByteArray::number(i));
        bench.note("requests", static_cast<qint64>(bench.server().requests().size()));
    }

} // namespace

void addRequestScenarios(Scenarios *out)
{
    out->push_back({"request: methods", methods, {}});
    out->push_back(
        {"request: bodies",
         bodies,
         {{"post empty.order", kPlainOrder, "request_sent"}, {"put empty.order", kPlainOrder, "request_sent"}}});
    out->push_back({"request: type of a body", typeOfABody, {}});
    out->push_back({"request: headers", headers, {}});
    out->push_back({"request: default headers",
                    defaultHeaders,
                    {{"seen0.headers",
                      "accept-encoding: deflate, gzip, br, zstd\naccept-language: en,*\nhost: 127.0.0.1:SERVER\n"
                      "user-agent: Mozilla/5.0",
                      "default_headers"}}});
    out->push_back({"request: empty defaults", emptyDefaults, {}});
    out->push_back({"request: host header", hostHeader, {}});
    out->push_back({"request: content length", contentLength, {{"short.upload", "3/3", "upload_total"}}});
    out->push_back({"request: cache control", cacheControl, {}});
    out->push_back({"request: addresses", addresses, {}});
    out->push_back({"request: other schemes", otherSchemes, {}});
    out->push_back({"request: many at once", manyAtOnce, {}});
}

} // namespace crawlscope::test
