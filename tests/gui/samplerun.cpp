// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/samplerun.h"

#include <array>

using namespace crawlscope;

namespace {

constexpr std::array<const char *, 6> kHosts {"www.example.org", "docs.example.org",   "shop.example.com",
                                              "cdn.example.net", "forum.example.info", "api.example.io"};
constexpr std::array<const char *, 6> kPaths {"/articles/asynchronous-programming-explained-%1",
                                              "/product/%1?ref=list",
                                              "/api/v2/items/%1",
                                              "/img/header-%1.png",
                                              "/blog/2026/11/post-%1.html",
                                              "/search?q=crawl&page=%1"};
constexpr std::array<const char *, 5> kTitles {
    "Asynchronous programming, explained – Example", "Product %1: steel bottle, 0.7 l | Example Shop", "",
    "Forum: “How many requests in flight?” (page %1)", "Übersicht · 目录 · %1"};

/// Spreads consecutive numbers (splitmix64).
quint64 mixed(quint64 x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

QByteArray numbered(const char *text, quint32 number)
{
    return QByteArray(text).replace("%1", QByteArray::number(number));
}

void fail(ResultRow *row, ErrorId error, const char *detail)
{
    row->state = RowState::Failed;
    row->error = error;
    row->errorDetail = detail;
}

void makeTimes(ResultRow *row, quint64 random)
{
    const bool reused = random % 5 != 0;
    row->connection = reused ? ConnectionUse::Reused : ConnectionUse::New;
    row->times.queued = static_cast<quint32>(random % 90'000);
    if (!reused) {
        row->times.dns = 4'000 + static_cast<quint32>(random % 21'000);
        row->times.tls = 18'000 + static_cast<quint32>(random % 30'000);
        row->times.connect = row->times.tls + 9'000;
    }
    row->times.send = 120 + static_cast<quint32>(random % 200);
    row->times.wait = 12'000 + static_cast<quint32>((random >> 8) % ((random % 17 == 0) ? 2'400'000 : 220'000));
    row->times.receive = 400 + static_cast<quint32>((random >> 16) % 30'000);
    row->times.total = row->times.send + row->times.wait + row->times.receive;
    if (!reused)
        row->times.total += row->times.dns + row->times.connect;
}

void makeFailure(ResultRow *row, quint64 kind)
{
    row->times.receive = PhaseTimes::kNotApplicable;
    switch (kind) {
    case 0:
        fail(row, ErrorId::ConnectRefused, "Connection refused");
        row->times.wait = PhaseTimes::kNotApplicable;
        row->connection = ConnectionUse::Unknown;
        break;
    case 1:
        fail(row, ErrorId::DnsNotFound, "Host not found");
        row->times.wait = PhaseTimes::kNotApplicable;
        row->connection = ConnectionUse::Unknown;
        break;
    case 2:
        fail(row, ErrorId::FirstByteTimeout, "no header block within 20000 ms");
        row->times.wait = 20'000'000;
        row->times.total = 20'000'400;
        break;
    default:
        fail(row, ErrorId::TlsExpired, "certificate has expired");
        row->times.wait = PhaseTimes::kNotApplicable;
        break;
    }
}

} // namespace

SampleRun::SampleRun(int lines)
    : table(std::make_shared<ResultTable>())
{
    QByteArray text;
    for (int i = 0; i < lines; ++i) {
        const quint64 random = mixed(static_cast<quint64>(i));
        text += "https://";
        text += kHosts[random % kHosts.size()];
        text += numbered(kPaths[(random >> 20) % kPaths.size()], static_cast<quint32>(i));
        text += '\n';
    }
    urls = UrlList::parse(text);
}

ResultRow SampleRun::makeRow(quint32 entry) const
{
    const quint64 random = mixed(entry + 77U);
    const quint64 percent = (random >> 32) % 100;
    ResultRow row;
    row.entry = entry;
    row.state = RowState::Done;
    row.method = "GET";
    row.attempts = 1;
    row.startedAtMs = 1'795'291'200'000 + static_cast<qint64>(entry) * 7;
    makeTimes(&row, random);
    if (percent >= 96) {
        makeFailure(&row, (random >> 40) % 4);
        return row;
    }
    row.httpVersion = HttpVersion::Http11;
    row.remoteIp = QByteArray("203.0.113.") + QByteArray::number(random % 200 + 1);
    row.status = percent < 80 ? 200
        : percent < 84        ? 301
        : percent < 91        ? 404
        : percent < 93        ? 429
        : percent < 95        ? 503
                              : 204;
    row.reason = row.status == 200 ? "OK" : row.status == 404 ? "Not Found" : "";
    row.state = row.status < 400 ? RowState::Done : RowState::Failed;
    const QByteArrayView url = urls->url(entry);
    const bool json = url.contains("/api/");
    row.contentType = json ? "application/json" : url.contains(".png") ? "image/png" : "text/html; charset=utf-8";
    row.bodyBytes = row.status == 204 ? 0 : static_cast<qint64>(300 + (random >> 12) % 180'000);
    row.wireBytes = json ? row.bodyBytes : row.bodyBytes / 4;
    if (!json && row.status == 200 && !url.contains(".png"))
        row.title = numbered(kTitles[(random >> 24) % kTitles.size()], entry);
    if (percent % 11 == 3) {
        row.redirects = 2;
        row.times.total += 84'000;
        row.finalUrl = urls->url(entry).toByteArray() + "/final";
    }
    return row;
}

RowDetails SampleRun::makeDetails(const UrlList &urls, const ResultRow &row)
{
    RowDetails details;
    for (int i = 0; i <= row.redirects; ++i) {
        const bool last = i == row.redirects;
        HopDetails hop;
        hop.url = last && !row.finalUrl.isEmpty() ? row.finalUrl : urls.url(row.entry).toByteArray();
        hop.method = row.method;
        hop.status = last ? row.status : 301;
        hop.connection = last ? row.connection : ConnectionUse::New;
        hop.times = row.times;
        hop.times.total = last ? row.times.total : 42'000;
        hop.httpVersion = last ? row.httpVersion : HttpVersion::Http11;
        hop.remoteIp = row.remoteIp;
        hop.remotePort = hop.url.startsWith("https") ? 443 : 80;
        hop.wireBytes = last ? row.wireBytes : 178;
        if (hop.url.startsWith("https"))
            hop.tls = {"TLSv1.3", "TLS_AES_256_GCM_SHA384", "CN=www.example.org,O=Example,C=NL",
                       "CN=Example Issuing CA 3,O=Example Trust,C=US", 1'830'297'600'000};
        if (!last) {
            hop.times.wait = 40'000;
            hop.times.receive = 1'500;
        }
        hop.requestHeaders = {{"Host", "www.example.org"},
                              {"User-Agent", "Crawlscope/0.1"},
                              {"Accept", "*/*"},
                              {"Accept-Encoding", "gzip, deflate, br, zstd"},
                              {"Authorization", "[redacted]"}};
        hop.responseHeaders = {{"Date", "Sat, 21 Nov 2026 20:12:06 GMT"},
                               {"Content-Type", row.contentType},
                               {"Content-Encoding", "gzip"},
                               {"Cache-Control", "public, max-age=300, stale-while-revalidate=60"},
                               {"Server", "nginx/1.22.1"},
                               {"Vary", "Accept-Encoding"},
                               {"ETag", "\"5f1c-61a0e\""}};
        details.hops.append(hop);
    }
    details.charset = "utf-8";
    details.bodyPreview = row.contentType.contains("json")
        ? QByteArray("{\"id\": 42, \"name\": \"steel bottle\", \"tags\": [\"new\", \"blue\"], \"price\": 12.5, "
                     "\"stock\": {\"central\": 18, \"north\": null}}")
        : QByteArray("<!doctype html>\n<html lang=\"en\">\n<head>\n\t<title>Example \xe2\x80\xae</title>\n</head>\n");
    details.previewCut = !row.contentType.contains("json");
    return details;
}

void SampleRun::appendRows(int count, test::MemoryRecorder *details)
{
    std::vector<ResultRow> rows;
    for (int i = 0; i < count && m_next < urls->size(); ++i) {
        ResultRow row = makeRow(m_next++);
        if (details != nullptr)
            details->keep(row.entry, makeDetails(*urls, row));
        rows.push_back(std::move(row));
    }
    table->append(rows);
}
