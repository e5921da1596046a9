// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QSslConfiguration>

#include <memory>
#include <vector>

namespace crawlscope::demosite {

/// One step of a scripted reply.
struct Step
{
    enum class Kind : quint8 {
        Send, ///< bytes as they are
        Sleep, ///< ms
        Drip, ///< bytes one by one, ms between them
        RepeatForever, ///< bytes again and again, as fast as the peer reads, until it goes away (or 10 min)
        Close, ///< FIN after all is sent; behind TLS with its goodbye
        HalfClose, ///< FIN after all is sent, behind TLS without its goodbye; what still comes is dropped
        Reset, ///< RST
        Stall, ///< nothing more until the peer goes away (or 10 min)
        Await, ///< waits until the peer sends something, and drops it; for setGreeting()
    };
    Kind kind = Kind::Send;
    QByteArray bytes;
    int ms = 0;
};
using Script = std::vector<Step>;

/// Figures of the server since listen(). A consistent copy.
struct ServerCounters
{
    quint64 connections = 0;
    int openConnections = 0;
    int maxOpenConnections = 0;
    quint64 requests = 0;
    int maxActiveRequests = 0; ///< most requests being answered at one time
};

/// HTTP/1.1 server on loopback with pages that behave and pages that misbehave: the demo site and the server of the
/// tests. Raw sockets in a thread of its own; keep-alive; one request at a time per connection.
/// Thread: the owner's; scripts may be added and counters read at any time.
///
/// Pages: / (index, HTML with links), /page/N (about 9 kB of HTML, N any number), /slow?ms=N, /redirect/N (chain of N
/// hops), /redirect-loop, /redirect-external-scheme (Location: file:), /redirect-no-location, /status/N, /not-found,
/// /busy (429 with Retry-After: 2), /error (500), /unavailable (503), /reset (RST before an answer), /reset-in-body,
/// /truncated (Content-Length too long), /truncated-chunked, /endless, /drip?ms=N, /stall, /gzip, /gzip-truncated,
/// /gzip-broken, /br, /zstd, /bomb (gzip), /bomb-br, /bomb-zstd (1 GiB of zeros each), /json, /json-broken,
/// /big?bytes=N, /empty, /chunked, /echo (request back as JSON), /auth (401 without Basic demo:demo), /cookie, /latin1,
/// /utf16, /garbage, /close, /many-headers, /early-hints, /extra-bytes, /image.png, /robots.txt, /sitemap.xml.
class DemoServer : public QObject
{
    Q_OBJECT
public:
    explicit DemoServer(QObject *parent = nullptr);
    ~DemoServer() override; ///< closes everything and joins

    /// Takes the place of a page of the same path (with or without query), from the next request on.
    void addScript(const QByteArray &path, const Script &script);
    /// Played on every new connection before its first request is read. Before listen().
    void setGreeting(const Script &script);
    /// With certificate and key: https. Before listen().
    void setTls(const QSslConfiguration &configuration);
    /// Loopback (127.0.0.1). Port 0 takes any free port. False: errorString() says why.
    [[nodiscard]] bool listen(quint16 port = 0);
    [[nodiscard]] QString errorString() const;
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QByteArray baseUrl() const; ///< "http://127.0.0.1:PORT"; "https:" with TLS
    /// The list the first launch offers: about 120 URLs, mostly good pages of different speed, every fault once or
    /// twice.
    [[nodiscard]] QByteArrayList demoUrls() const;
    [[nodiscard]] ServerCounters counters() const;
    [[nodiscard]] quint64 requestCount(const QByteArray &path) const; ///< path with query

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace crawlscope::demosite
