// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_session.h"

#include "core/store/sessionreader.h"
#include "core/store/sessionstore.h"
#include "core/util/clock.h"
#include "core/util/platform.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <future>
#include <thread>

namespace {

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;

constexpr quint32 kBatch = 20; // recorded at once, as the engine does with what came in one go

QByteArray inputOf(quint32 rows)
{
    QByteArray input;
    input.reserve(static_cast<qsizetype>(rows) * 64);
    for (quint32 i = 0; i < rows; ++i)
        input.append("https://www.host")
            .append(QByteArray::number(i % 5'000))
            .append(".example/section/")
            .append(QByteArray::number(i * 2'654'435'761U))
            .append("/page-")
            .append(QByteArray::number(i))
            .append('\n');
    return input;
}

ResultRow rowOf(quint32 entry)
{
    const quint32 mixed = entry * 2'654'435'761U;
    ResultRow row;
    row.entry = entry;
    row.state = RowState::Done;
    row.status = 200;
    row.attempts = 1;
    row.confirmed = 1;
    row.connection = entry % 100 == 0 ? ConnectionUse::New : ConnectionUse::Reused;
    row.httpVersion = HttpVersion::Http11;
    row.wireBytes = mixed % 100'000;
    row.bodyBytes = row.wireBytes * 3;
    row.times.queued = mixed % 1'000;
    row.times.send = 20;
    row.times.wait = mixed % 200'000;
    row.times.receive = mixed % 30'000;
    row.times.total = row.times.wait + row.times.receive + 20;
    row.startedAtMs = 1'790'000'000'000 + entry;
    row.method = "GET";
    row.reason = "OK";
    row.contentType = "text/html; charset=utf-8";
    row.remoteIp = "192.0.2." + QByteArray::number(entry % 250);
    row.title = "A title of thirty bytes " + QByteArray::number(100'000 + entry % 900'000);
    return row;
}

RowDetails detailsOf(const ResultRow &row, QByteArrayView url, qsizetype previewBytes)
{
    const QByteArray number = QByteArray::number(row.entry);
    HopDetails hop;
    hop.url = url.toByteArray();
    hop.method = row.method;
    hop.status = row.status;
    hop.reason = row.reason;
    hop.connection = row.connection;
    hop.httpVersion = row.httpVersion;
    hop.times = row.times;
    hop.startedAtMs = row.startedAtMs;
    hop.remoteIp = row.remoteIp;
    hop.remotePort = 443;
    hop.wireBytes = row.wireBytes;
    hop.tls = {"TLSv1.3", "TLS_AES_256_GCM_SHA384", "CN=host.example", "CN=Test CA", 1'800'000'000'000};
    hop.requestHeaders = {{"User-Agent", "Crawlscope/0.1"},
                          {"Accept", "text/html,application/xhtml+xml,*/*;q=0.8"},
                          {"Accept-Encoding", "gzip, deflate, br, zstd"}};
    hop.responseHeaders = {{"Server", "nginx/1.22.1"},
                           {"Date", "Sun, 22 Nov 2026 02:00:00 GMT"},
                           {"Content-Type", "text/html; charset=utf-8"},
                           {"Content-Length", number},
                           {"Last-Modified", "Sat, 21 Nov 2026 13:37:42 GMT"},
                           {"Connection", "keep-alive"},
                           {"ETag", "\"" + number + "-deadbeef\""},
                           {"Vary", "Accept-Encoding"},
                           {"Cache-Control", "public, max-age=3600"},
                           {"X-Request-Id", "0123456789abcdef-" + number}};
    RowDetails details;
    details.hops.append(std::move(hop));
    details.charset = "utf-8";
    details.analysisMicros = 70;
    details.bodyPreview = QByteArray(previewBytes, 'x');
    return details;
}

struct Record
{
    ResultRow row;
    RowDetails details;
};

/// Records all rows; µs of this thread's CPU spent in the recorder. Making the rows is not part of it.
qint64 recordAll(SessionStore *store, const UrlList &urls, qsizetype previewBytes)
{
    qint64 micros = 0;
    std::vector<Record> batch;
    const auto rows = static_cast<quint32>(urls.size()) - 1; // the last one has gone before
    for (quint32 at = 0; at < rows; at += kBatch) {
        while (store->backlogged())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        batch.clear();
        for (quint32 i = at; i < std::min(at + kBatch, rows); ++i) {
            ResultRow row = rowOf(i);
            RowDetails details = detailsOf(row, urls.url(i), previewBytes);
            batch.push_back({std::move(row), std::move(details)});
        }
        const qint64 before = platform::threadCpuMicros();
        for (Record &record : batch)
            store->started(record.row.entry);
        for (Record &record : batch)
            store->ended(std::move(record.row), std::move(record.details));
        micros += platform::threadCpuMicros() - before;
    }
    return micros;
}

QJsonObject load(const QString &path)
{
    SessionFault fault;
    const qint64 start = steadyMicros();
    const auto reader = SessionReader::open(path, &fault);
    if (!reader)
        return {{u"fault"_s, QString::fromLatin1(sessionErrorName(fault.error))}};
    const qint64 opened = steadyMicros();
    const auto urls = reader->urls();
    const qint64 listed = steadyMicros();
    const auto table = reader->table();
    const qint64 loaded = steadyMicros();
    const std::size_t others = reader->points().size() + reader->events().size();
    const qint64 ended = steadyMicros();
    const auto ms = [](qint64 from, qint64 to) { return static_cast<double>(to - from) / 1000; };
    return {{u"open_ms"_s, ms(start, opened)},
            {u"urls_ms"_s, ms(opened, listed)},
            {u"table_ms"_s, ms(listed, loaded)},
            {u"all_ms"_s, ms(start, ended)},
            {u"loaded_rows"_s, static_cast<double>(table ? table->rowCount() : 0)},
            {u"loaded_lines"_s, static_cast<double>(urls ? urls->size() : 0)},
            {u"loaded_others"_s, static_cast<double>(others)}};
}

QJsonObject bench(quint32 rows, qsizetype previewBytes)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"bench.crawlscope"_s);
    const auto urls = UrlList::parse(inputOf(rows));
    SessionFault fault;
    const qint64 start = steadyMicros();
    auto store = SessionStore::create(path, {urls, "{}"}, &fault);
    if (!store || urls->empty())
        return {{u"fault"_s, QString::fromLatin1(sessionErrorName(fault.error))}};
    const qint64 created = steadyMicros();
    std::promise<qint64> listed;
    bool first = true;
    store->setSink([&](RecordedBatch &&batch) {
        if (std::exchange(first, false))
            listed.set_value(platform::threadCpuMicros());
        batch = {};
    });
    store->ended(rowOf(rows - 1), {}); // waits until the list is written
    const qint64 listCpu = listed.get_future().get();
    const qint64 began = steadyMicros();
    const qint64 recorderMicros = recordAll(store.get(), *urls, previewBytes);
    std::promise<qint64> finished;
    store->finish(SessionState::Finished, [&] { finished.set_value(platform::threadCpuMicros()); });
    const qint64 writerMicros = finished.get_future().get() - listCpu;
    const qint64 ended = steadyMicros();
    store.reset();
    QJsonObject out = load(path);
    const auto count = static_cast<double>(rows);
    out[u"create_ms"_s] = static_cast<double>(created - start) / 1000;
    out[u"list_ms"_s] = static_cast<double>(began - created) / 1000;
    out[u"rows_per_s"_s] = count * 1e6 / static_cast<double>(ended - began);
    out[u"writer_cpu_us_per_row"_s] = static_cast<double>(writerMicros) / count;
    out[u"recorder_cpu_us_per_row"_s] = static_cast<double>(recorderMicros) / count;
    out[u"file_bytes_per_row"_s] = static_cast<double>(QFileInfo(path).size()) / count;
    return out;
}

/// Links of pages that link to each other, so many a page.
QJsonObject bench(quint32 links, quint32 perPage, const QString &path)
{
    const quint32 pages = std::max(links / perPage, 1U);
    SessionFault fault;
    auto store = SessionStore::create(path, {UrlList::parse("http://site.example/"), "{}"}, &fault);
    if (!store)
        return {{u"fault"_s, QString::fromLatin1(sessionErrorName(fault.error))}};
    std::promise<qint64> begun;
    store->setSink([&begun](RecordedBatch &&) { begun.set_value(platform::threadCpuMicros()); });
    store->ended(rowOf(0), {});
    const qint64 cpuBefore = begun.get_future().get();
    std::vector<LinkRecord> records(perPage);
    qint64 recorder = 0;
    for (quint32 page = 0; page < pages; ++page) {
        while (store->backlogged())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        for (quint32 i = 0; i < perPage; ++i) {
            records[i].target = (page * 2'654'435'761U + i * 40'503U) % pages;
            records[i].anchor = "The anchor of a link";
        }
        const qint64 before = platform::threadCpuMicros();
        store->links(page, records);
        recorder += platform::threadCpuMicros() - before;
    }
    std::promise<qint64> finished; // with the index
    store->finish(SessionState::Finished, [&finished] { finished.set_value(platform::threadCpuMicros()); });
    const qint64 writer = finished.get_future().get() - cpuBefore;
    store.reset();
    const auto reader = SessionReader::open(path, &fault);
    const qint64 opened = steadyMicros();
    double read = 0;
    reader->eachLink([&read](const LinkLine &) { return ++read > 0; });
    const qint64 listed = steadyMicros();
    const std::size_t back = reader->linksTo(pages / 2).size();
    const double count = static_cast<double>(pages) * perPage;
    return {{u"links_per_page"_s, static_cast<double>(perPage)},
            {u"writer_cpu_us_per_link"_s, static_cast<double>(writer) / count},
            {u"recorder_cpu_us_per_link"_s, static_cast<double>(recorder) / count},
            {u"file_bytes_per_link"_s, static_cast<double>(QFileInfo(path).size()) / count},
            {u"read_us_per_link"_s, static_cast<double>(listed - opened) / std::max(read, 1.0)},
            {u"links_to_one"_s, static_cast<double>(back)},
            {u"links_to_one_us"_s, static_cast<double>(steadyMicros() - listed)}};
}

} // namespace

QJsonObject benchSessionLinks(quint32 links)
{
    const QTemporaryDir folder;
    return {{u"pages_of_10"_s, bench(links, 10, folder.filePath(u"10.crawlscope"_s))},
            {u"pages_of_40"_s, bench(links, 40, folder.filePath(u"40.crawlscope"_s))}};
}

QJsonObject benchSession(quint32 rows)
{
    return bench(rows, 0);
}

QJsonObject benchSessionBodies(quint32 rows)
{
    return bench(std::min(rows, 100'000U), qsizetype {8} * 1024); // 1 GB
}
