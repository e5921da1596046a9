// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/dropin/bench.h"

#include <QAuthenticator>
#include <QNetworkProxy>

namespace crawlscope::test {

namespace {

    QNetworkProxy to(const TunnelProxy &proxy, QNetworkProxy::ProxyType type, const QString &user = {},
                     const QString &password = {})
    {
        return QNetworkProxy(type, QStringLiteral("127.0.0.1"), proxy.port(), user, password);
    }

    QNetworkRequest trusting(Bench &bench, const QByteArray &url)
    {
        QNetworkRequest request = bench.request(url);
        QSslConfiguration ssl = request.sslConfiguration();
        ssl.setCaCertificates({bench.authority()});
        request.setSslConfiguration(ssl);
        return request;
    }

    QByteArray tunnelled(const TunnelProxy &proxy, Bench &bench)
    {
        QByteArray text = proxy.seen().join('\n');
        text.replace(QByteArray(':' + QByteArray::number(bench.server().port())), ":SERVER");
        return text;
    }

    void http(Bench &bench)
    {
        for (const auto type : {QNetworkProxy::HttpProxy, QNetworkProxy::HttpCachingProxy}) {
            TunnelProxy proxy(bench.server().port());
            bench.manager().setProxy(to(proxy, type));
            const QByteArray name = QByteArray::number(int {type});
            bench.get("http://far.example/path?q=1", name + " get");
            bench.finish(bench.manager().post(bench.request("http://far.example/post"), QByteArray("a=b")),
                         name + " post");
            bench.note(name + " proxy", tunnelled(proxy, bench));
        }
        bench.noteRequests(bench.server());
    }

    void tunnelHttps(Bench &bench)
    {
        TunnelProxy proxy(bench.tls().port());
        bench.manager().setProxy(to(proxy, QNetworkProxy::HttpProxy));
        bench.finish(bench.manager().get(trusting(bench, "https://127.0.0.1:444/path")));
        bench.note("proxy", tunnelled(proxy, bench));
        bench.noteRequests(bench.tls());
    }

    void socks(Bench &bench)
    {
        TunnelProxy proxy(bench.server().port());
        bench.manager().setProxy(to(proxy, QNetworkProxy::Socks5Proxy));
        bench.get("http://far.example/path", "get");
        bench.get("http://far.example:8080/path", "port");
        bench.note("proxy", tunnelled(proxy, bench));
        bench.noteRequests(bench.server());
    }

    void socksHttps(Bench &bench)
    {
        TunnelProxy proxy(bench.tls().port());
        bench.manager().setProxy(to(proxy, QNetworkProxy::Socks5Proxy));
        bench.finish(bench.manager().get(trusting(bench, "https://127.0.0.1/path")));
        bench.note("proxy", tunnelled(proxy, bench));
    }

    void credentials(Bench &bench)
    {
        const QString user = QStringLiteral("me");
        const QString secret = QStringLiteral("s3cret");
        for (const auto type : {QNetworkProxy::HttpProxy, QNetworkProxy::Socks5Proxy}) {
            const QByteArray name = QByteArray::number(int {type});
            TunnelProxy proxy(bench.server().port(), "me", "s3cret");
            bench.manager().setProxy(to(proxy, type, user, secret));
            bench.get("http://far.example/", name + " right");
            bench.note(name + " let in",
                       proxy.seen().isEmpty() || proxy.seen().last().startsWith("refused") ? "no" : "yes");
        }
        TunnelProxy proxy(bench.tls().port(), "me", "s3cret");
        bench.manager().setProxy(to(proxy, QNetworkProxy::HttpProxy, user, secret));
        bench.finish(bench.manager().get(trusting(bench, "https://127.0.0.1/")), "https");
        bench.noteRequests(bench.server()); // the password is the proxy's alone
        bench.noteRequests(bench.tls(), "tls");
    }

    void refused(Bench &bench)
    {
        for (const auto type : {QNetworkProxy::HttpProxy, QNetworkProxy::Socks5Proxy}) {
            const QByteArray name = QByteArray::number(int {type});
            TunnelProxy proxy(bench.server().port(), "me", "s3cret");
            bench.manager().setProxy(to(proxy, type));
            bench.get("http://far.example/", name + " without");
            bench.manager().setProxy(to(proxy, type, QStringLiteral("me"), QStringLiteral("wrong")));
            bench.get("http://far.example/", name + " wrong");
        }
        TunnelProxy proxy(bench.tls().port(), "me", "s3cret");
        bench.manager().setProxy(to(proxy, QNetworkProxy::HttpProxy));
        bench.finish(bench.manager().get(trusting(bench, "https://127.0.0.1/")), "https");
        bench.note("requests", static_cast<qint64>(bench.server().requests().size() + bench.tls().requests().size()));
    }

    void askedFor(Bench &bench)
    {
        QObject::connect(&bench.manager(), &QNetworkAccessManager::proxyAuthenticationRequired, &bench,
                         [&bench](const QNetworkProxy &proxy, QAuthenticator *authenticator) {
                             bench.note("asked by",
                                        proxy.hostName().toLatin1() + ' ' + authenticator->realm().toLatin1());
                             authenticator->setUser(QStringLiteral("me"));
                             authenticator->setPassword(QStringLiteral("s3cret"));
                         });
        TunnelProxy plain(bench.server().port(), "me", "s3cret");
        bench.manager().setProxy(to(plain, QNetworkProxy::HttpProxy));
        bench.get("http://far.example/", "http");
        TunnelProxy tunnel(bench.tls().port(), "me", "s3cret");
        bench.manager().setProxy(to(tunnel, QNetworkProxy::HttpProxy));
        bench.finish(bench.manager().get(trusting(bench, "https://127.0.0.1/")), "https");
    }

    void notThere(Bench &bench)
    {
        quint16 closed = 0;
        {
            QTcpServer server;
            if (!server.listen(QHostAddress::LocalHost))
                qFatal("no port");
            closed = server.serverPort();
        }
        for (const auto type : {QNetworkProxy::HttpProxy, QNetworkProxy::Socks5Proxy}) {
            const QByteArray name = QByteArray::number(int {type});
            bench.manager().setProxy(QNetworkProxy(type, QStringLiteral("127.0.0.1"), closed));
            bench.brief(bench.manager().get(bench.request("http://far.example/")), name + " http");
            bench.brief(bench.manager().get(bench.request("https://far.example/")), name + " https");
            bench.manager().setProxy(QNetworkProxy(type, QStringLiteral("no-such-proxy.invalid"), closed));
            bench.brief(bench.manager().get(bench.request("http://far.example/")), name + " no name");
        }
    }

    /// Sends one host through the proxy and no other.
    class Chooser : public QNetworkProxyFactory
    {
    public:
        explicit Chooser(QNetworkProxy proxy)
            : m_proxy(std::move(proxy))
        {
        }
        QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
        {
            if (query.url().host() == QLatin1StringView("far.example"))
                return {m_proxy};
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        }

    private:
        QNetworkProxy m_proxy;
    };

    void byFactory(Bench &bench)
    {
        TunnelProxy proxy(bench.other().port());
        bench.manager().setProxyFactory(new Chooser(to(proxy, QNetworkProxy::HttpProxy)));
        bench.get("http://far.example/proxied", "proxied");
        bench.get("/direct", "direct");
        bench.noteRequests(bench.server());
        bench.noteRequests(bench.other(), "other");
    }

    void byDefault(Bench &bench)
    {
        TunnelProxy proxy(bench.other().port());
        bench.manager().setProxy(QNetworkProxy::DefaultProxy);
        QNetworkProxy::setApplicationProxy(to(proxy, QNetworkProxy::HttpProxy));
        bench.get("http://far.example/proxied", "proxied");
        QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
        bench.get("/direct", "direct");
        bench.noteRequests(bench.other(), "other");
    }

} // namespace

void addProxyScenarios(Scenarios *out)
{
    out->push_back(
        {"proxy: http",
         http,
         {{"seen2.headers", "accept-language: en,*\nhost: far.example\nuser-agent: Mozilla/5.0", "default_headers"},
          {"seen3.headers",
           "accept-language: en,*\ncontent-length: 3\ncontent-type: application/x-www-form-urlencoded\n"
           "host: far.example\nuser-agent: Mozilla/5.0",
           "default_headers"}}});
    out->push_back({"proxy: https through a tunnel", tunnelHttps, {}});
    out->push_back({"proxy: socks", socks, {}});
    out->push_back({"proxy: https through socks", socksHttps, {}});
    out->push_back({"proxy: user and password", credentials, {}});
    out->push_back({"proxy: refused", refused, {}});
    out->push_back({"proxy: asked for",
                    askedFor,
                    {
                        {"asked by", "127.0.0.1 ", "tunnel_realm"},
                    }});
    out->push_back({"proxy: not there",
                    notThere,
                    {{"3 http.error", "ProxyConnectionRefusedError", "stricter_errors"},
                     {"3 https.error", "ProxyConnectionRefusedError", "stricter_errors"},
                     {"3 no name.error", "ProxyConnectionRefusedError", "stricter_errors"},
                     {"1 http.error", "ProxyConnectionRefusedError", "stricter_errors"},
                     {"1 https.error", "ProxyConnectionRefusedError", "stricter_errors"},
                     {"1 no name.error", "ProxyConnectionRefusedError", "stricter_errors"}}});
    out->push_back({"proxy: by a factory", byFactory, {}});
    out->push_back({"proxy: the application's", byDefault, {}});
}

} // namespace crawlscope::test
