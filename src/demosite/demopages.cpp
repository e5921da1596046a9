// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demosite/demopages.h"

#include "demosite/demofaults.h"
#include "demosite/demopacked.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace crawlscope::demosite {

namespace {

    constexpr quint64 kSitePages = 2000; // next and previous go round within these
    constexpr qint64 kMaxDelayMs = 600'000;
    constexpr QByteArrayView kHtml = "text/html; charset=utf-8";
    constexpr QByteArrayView kJson = "application/json";
    constexpr int kBombMebibytes = 1024;

    constexpr QByteArrayView kParagraph =
        "<p>A crawler that asks for one page after another spends its time waiting: the network is idle, the processor "
        "is idle, and the list hardly gets shorter. Keep many requests in flight and the waits overlap. Keep too many "
        "in flight and the server answers slower, or not at all. Somewhere between lies the knee, and it is worth "
        "finding. <em>Measure, move one slider, measure again.</em></p>\n";

    /// Runs `page` after the time the query asks for ("ms=200").
    Page delayed(const Request &request, qint64 fallbackMs, Page page)
    {
        const qint64 ms = request.queryNumber("ms", fallbackMs, kMaxDelayMs);
        if (ms > 0)
            page.script.insert(page.script.begin(), Step {Step::Kind::Sleep, {}, static_cast<int>(ms)});
        return page;
    }

    /// The end of a path after its prefix; null where the prefix is another one.
    QByteArrayView after(QByteArrayView path, QByteArrayView prefix)
    {
        return path.startsWith(prefix) ? path.sliced(prefix.size()) : QByteArrayView();
    }

    QByteArray locationLine(const QByteArray &to)
    {
        return "Location: " + to + "\r\n";
    }

} // namespace

PageBook::PageBook(QByteArray baseUrl)
    : m_baseUrl(std::move(baseUrl))
    , m_handlers {
          {"/", &PageBook::index},
          {"/slow", &PageBook::slow},
          {"/not-found", &PageBook::notFound},
          {"/busy", &PageBook::busy},
          {"/error", &PageBook::serverError},
          {"/unavailable", &PageBook::unavailable},
          {"/drip", &PageBook::drip},
          {"/gzip", &PageBook::gzip},
          {"/bomb", &PageBook::bomb},
          {"/json", &PageBook::json},
          {"/json-broken", &PageBook::brokenJson},
          {"/big", &PageBook::big},
          {"/empty", &PageBook::empty},
          {"/chunked", &PageBook::chunked},
          {"/echo", &PageBook::echo},
          {"/auth", &PageBook::auth},
          {"/cookie", &PageBook::cookie},
          {"/latin1", &PageBook::latin1},
          {"/utf16", &PageBook::utf16},
          {"/early-hints", &PageBook::earlyHints},
          {"/image.png", &PageBook::image},
          {"/robots.txt", &PageBook::robots},
          {"/sitemap.xml", &PageBook::sitemap},
      }
{
    makeArticle();
    m_gzipped = gzipped(articleHtml(0));
    m_bomb = gzippedZeros(kBombMebibytes);
}

Page PageBook::answer(const Request &request) const
{
    const QByteArrayView path = request.path();
    if (const QByteArrayView number = after(path, "/page/"); !number.isNull())
        return article(request, number);
    if (const auto handler = m_handlers.constFind(path.toByteArray()); handler != m_handlers.constEnd())
        return (this->**handler)(request);
    if (const QByteArrayView hops = after(path, "/redirect/"); !hops.isNull())
        return redirect(request, hops);
    if (const QByteArrayView number = after(path, "/status/"); !number.isNull())
        return status(request, number);
    if (std::optional<Page> page = packedPage(request))
        return *std::move(page);
    if (std::optional<Page> page = faultPage(request))
        return *std::move(page);
    return notFound(request);
}

void PageBook::makeArticle()
{
    // \1 the number, \2 the page before, \3 the page after
    QByteArray text =
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
        "<title>Demo page \1</title>"
        "<meta name=\"description\" content=\"Page \1 of the demo site\">"
        "<link rel=\"canonical\" href=\"/page/\1\"></head>\n<body>\n"
        "<header><a href=\"/\">Demo site</a> <img src=\"/image.png\" alt=\"\"></header>\n"
        "<h1>Demo page \1</h1>\n"
        "<nav><a rel=\"prev\" href=\"/page/\2\">Previous</a> <a rel=\"next\" href=\"/page/\3\">Next</a></nav>\n";
    for (int section = 1; section <= 17; ++section) {
        text.append("<h2>Section " + QByteArray::number(section) + "</h2>\n");
        text.append(kParagraph);
    }
    text.append("<ul>\n");
    for (quint64 page = 0; page < kSitePages; page += kSitePages / 40) {
        const QByteArray number = QByteArray::number(page);
        text.append("<li><a href=\"/page/" + number + "\">Page " + number + "</a></li>\n");
    }
    text.append("</ul>\n<footer>The demo site of Crawlscope</footer>\n</body></html>\n");

    m_parts.emplace_back();
    for (const char c : text) {
        if (c >= '\1' && c <= '\3') {
            m_slots.push_back(c == '\1' ? Slot::Number : c == '\2' ? Slot::Previous : Slot::Next);
            m_parts.emplace_back();
        } else {
            m_parts.back().append(c);
        }
    }
}

QByteArray PageBook::articleHtml(quint64 number) const
{
    const QByteArray own = QByteArray::number(number);
    const quint64 place = number % kSitePages;
    const QByteArray previous = QByteArray::number((place + kSitePages - 1) % kSitePages);
    const QByteArray next = QByteArray::number((place + 1) % kSitePages);
    QByteArray out;
    out.reserve(12'288);
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        out.append(m_parts[i]);
        if (i < m_slots.size())
            out.append(m_slots[i] == Slot::Number ? own : m_slots[i] == Slot::Previous ? previous : next);
    }
    return out;
}

Page PageBook::index(const Request &request) const
{
    static constexpr const char *kPaths[] = {"/page/1",
                                             "/page/2",
                                             "/page/3",
                                             "/slow?ms=800",
                                             "/redirect/3",
                                             "/redirect-loop",
                                             "/redirect-external-scheme",
                                             "/redirect-no-location",
                                             "/status/418",
                                             "/not-found",
                                             "/busy",
                                             "/error",
                                             "/unavailable",
                                             "/reset",
                                             "/reset-in-body",
                                             "/truncated",
                                             "/truncated-chunked",
                                             "/endless",
                                             "/drip?ms=20",
                                             "/stall",
                                             "/gzip",
                                             "/gzip-truncated",
                                             "/gzip-broken",
                                             "/br",
                                             "/zstd",
                                             "/bomb",
                                             "/bomb-br",
                                             "/bomb-zstd",
                                             "/json",
                                             "/json-broken",
                                             "/big?bytes=1000000",
                                             "/empty",
                                             "/chunked",
                                             "/echo",
                                             "/auth",
                                             "/cookie",
                                             "/latin1",
                                             "/utf16",
                                             "/garbage",
                                             "/close",
                                             "/many-headers",
                                             "/early-hints",
                                             "/extra-bytes",
                                             "/image.png",
                                             "/robots.txt",
                                             "/sitemap.xml"};
    QByteArray list = "<p>Pages that behave and pages that misbehave.</p>\n<ul>\n";
    for (const char *path : kPaths)
        list.append("<li><a href=\"").append(path).append("\">").append(path).append("</a></li>\n");
    return sendPage(httpReply(request, 200, kHtml, htmlDocument("Crawlscope demo site", list + "</ul>")));
}

Page PageBook::article(const Request &request, QByteArrayView number) const
{
    bool ok = false;
    const quint64 value = number.toByteArray().toULongLong(&ok);
    if (!ok)
        return notFound(request);
    return delayed(request, 0, sendPage(httpReply(request, 200, kHtml, articleHtml(value))));
}

Page PageBook::slow(const Request &request) const
{
    return delayed(request, 500, sendPage(httpReply(request, 200, kHtml, articleHtml(0))));
}

Page PageBook::redirect(const Request &request, QByteArrayView hops) const
{
    bool ok = false;
    const qlonglong left = hops.toByteArray().toLongLong(&ok);
    if (!ok || left < 0)
        return notFound(request);
    if (left == 0)
        return sendPage(httpReply(request, 200, kHtml, htmlDocument("End of the redirects", "<p>Arrived.</p>")));
    return sendPage(httpReply(request, 302, kHtml, {}, locationLine("/redirect/" + QByteArray::number(left - 1))));
}

Page PageBook::status(const Request &request, QByteArrayView number) const
{
    bool ok = false;
    const int value = number.toByteArray().toInt(&ok);
    if (!ok || value < 200 || value > 599)
        return notFound(request);
    return sendPage(httpReply(request, value, kHtml, htmlDocument(statusLine(value), {})));
}

Page PageBook::busy(const Request &request) const
{
    return sendPage(httpReply(request, 429, kHtml, htmlDocument(statusLine(429), {}), "Retry-After: 2\r\n"));
}

Page PageBook::notFound(const Request &request) const
{
    return sendPage(httpReply(request, 404, kHtml, htmlDocument(statusLine(404), "<p>No such page.</p>")));
}

Page PageBook::serverError(const Request &request) const
{
    return sendPage(httpReply(request, 500, kHtml, htmlDocument(statusLine(500), "<p>On purpose.</p>")));
}

Page PageBook::unavailable(const Request &request) const
{
    return sendPage(httpReply(request, 503, kHtml, htmlDocument(statusLine(503), "<p>On purpose.</p>")));
}

Page PageBook::drip(const Request &request) const
{
    const QByteArray body = htmlDocument("Drop by drop", "<p>Byte by byte.</p>");
    const QByteArray whole = httpReply(request, 200, kHtml, body);
    const qsizetype headEnd = whole.indexOf("\r\n\r\n") + 4;
    Page page = sendPage(whole.first(headEnd));
    const auto ms = static_cast<int>(request.queryNumber("ms", 10, kMaxDelayMs));
    page.script.push_back({Step::Kind::Drip, whole.sliced(headEnd), ms});
    return page;
}

Page PageBook::gzip(const Request &request) const
{
    return sendPage(httpReply(request, 200, kHtml, m_gzipped, "Content-Encoding: gzip\r\n"));
}

Page PageBook::bomb(const Request &request) const
{
    return sendPage(httpReply(request, 200, kHtml, m_bomb, "Content-Encoding: gzip\r\n"));
}

Page PageBook::json(const Request &request) const
{
    return sendPage(httpReply(
        request, 200, kJson,
        "{\"site\": \"Crawlscope demo\", \"pages\": 2000, \"good\": true,\n"
        " \"tags\": [\"crawl\", \"measure\", \"\u6f14\u793a\"], \"speed\": {\"unit\": \"ms\", \"p50\": 1.25}}\n"));
}

Page PageBook::brokenJson(const Request &request) const
{
    return sendPage(httpReply(request, 200, kJson, R"({"site": "Crawlscope demo", "pages": [1, 2,)"));
}

Page PageBook::big(const Request &request) const
{
    constexpr qint64 kMaxBytes = 1LL << 40;
    const qint64 bytes = request.queryNumber("bytes", 1'000'000, kMaxBytes);
    QByteArray head = "HTTP/1.1 200 OK\r\nServer: crawlscope-demo\r\nContent-Type: application/octet-stream\r\n"
                      "Content-Length: "
        + QByteArray::number(bytes) + "\r\n";
    if (!request.keepAlive)
        head.append("Connection: close\r\n");
    Page page = sendPage(head + "\r\n");
    if (request.method != "HEAD") {
        page.repeatBytes = bytes;
        page.script.push_back({Step::Kind::RepeatForever, QByteArray(1024, 'x'), 0});
    }
    return page;
}

Page PageBook::empty(const Request &request) const
{
    return sendPage(httpReply(request, 200, kHtml, {}));
}

Page PageBook::chunked(const Request &request) const
{
    const QByteArray body = articleHtml(0);
    QByteArray out = "HTTP/1.1 200 OK\r\nServer: crawlscope-demo\r\nContent-Type: text/html; charset=utf-8\r\n"
                     "Transfer-Encoding: chunked\r\n";
    if (!request.keepAlive)
        out.append("Connection: close\r\n");
    out.append("\r\n");
    if (request.method == "HEAD")
        return sendPage(out);
    constexpr qsizetype kChunk = 1000;
    for (qsizetype from = 0; from < body.size(); from += kChunk) {
        const QByteArrayView piece = QByteArrayView(body).sliced(from, std::min(kChunk, body.size() - from));
        out.append(QByteArray::number(piece.size(), 16)).append(";part=1\r\n").append(piece).append("\r\n");
    }
    return sendPage(out.append("0\r\nX-Trailer: end\r\n\r\n"));
}

Page PageBook::echo(const Request &request) const
{
    QJsonObject headers;
    request.eachHeader([&headers](QByteArrayView name, QByteArrayView value) {
        const QString key = QString::fromLatin1(name).toLower();
        const QString text = QString::fromUtf8(value);
        headers.insert(key, headers.contains(key) ? headers.value(key).toString() + QStringLiteral(", ") + text : text);
    });
    const QJsonObject object {
        {QStringLiteral("method"), QString::fromLatin1(request.method)},
        {QStringLiteral("target"), QString::fromUtf8(request.target)},
        {QStringLiteral("headers"), headers},
        {QStringLiteral("body"), QString::fromUtf8(request.body)},
        {QStringLiteral("body_bytes"), request.body.size()},
    };
    return sendPage(httpReply(request, 200, kJson, QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

Page PageBook::auth(const Request &request) const
{
    const QByteArrayView sent = request.header("authorization");
    if (sent.startsWith("Basic ") && QByteArray::fromBase64(sent.sliced(6).toByteArray()) == "demo:demo")
        return sendPage(httpReply(request, 200, kHtml, htmlDocument("Welcome", "<p>Signed in.</p>")));
    return sendPage(httpReply(request, 401, kHtml, htmlDocument(statusLine(401), {}),
                              "WWW-Authenticate: Basic realm=\"demo\"\r\n"));
}

Page PageBook::cookie(const Request &request) const
{
    int visits = 0;
    const QByteArray sent = request.header("cookie").toByteArray();
    for (const QByteArray &pair : sent.split(';')) {
        if (const QByteArray trimmed = pair.trimmed(); trimmed.startsWith("visits="))
            visits = std::clamp(trimmed.sliced(7).toInt(), 0, 1'000'000);
    }
    const QByteArray number = QByteArray::number(visits + 1);
    return sendPage(httpReply(request, 200, kHtml, htmlDocument("Visit " + number, {}),
                              QByteArray("Set-Cookie: visits=" + number + "; Path=/; HttpOnly; SameSite=Lax\r\n")));
}

Page PageBook::latin1(const Request &request) const
{
    const QString text =
        QStringLiteral("<!DOCTYPE html><title>Gr\u00f6\u00dfe in Latin-1</title><p>caf\u00e9 na\u00efve</p>\n");
    return sendPage(httpReply(request, 200, "text/html; charset=iso-8859-1", text.toLatin1()));
}

Page PageBook::utf16(const Request &request) const
{
    const QString text = QStringLiteral("<!DOCTYPE html><title>UTF-16 \u6f14\u793a</title><p>\u6587\u5b57</p>\n");
    QByteArray body("\xff\xfe", 2);
    for (const QChar c : text) {
        body.append(static_cast<char>(c.unicode() & 0xFFU));
        body.append(static_cast<char>(c.unicode() >> 8U));
    }
    return sendPage(httpReply(request, 200, "text/html; charset=utf-16", body));
}

Page PageBook::earlyHints(const Request &request) const
{
    return sendPage("HTTP/1.1 103 Early Hints\r\nLink: </image.png>; rel=preload; as=image\r\n\r\n"
                    + httpReply(request, 200, kHtml, articleHtml(0)));
}

Page PageBook::image(const Request &request) const
{
    // one grey pixel
    static const QByteArray png = QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");
    return sendPage(httpReply(request, 200, "image/png", png));
}

Page PageBook::robots(const Request &request) const
{
    return sendPage(httpReply(request, 200, "text/plain; charset=utf-8",
                              "User-agent: *\nDisallow: /private/\nDisallow: /endless\n\nSitemap: " + m_baseUrl
                                  + "/sitemap.xml\n"));
}

Page PageBook::sitemap(const Request &request) const
{
    QByteArray body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    for (int page = 1; page <= 50; ++page)
        body.append("<url><loc>" + m_baseUrl + "/page/" + QByteArray::number(page) + "</loc></url>\n");
    return sendPage(httpReply(request, 200, "application/xml", body + "</urlset>\n"));
}

} // namespace crawlscope::demosite
