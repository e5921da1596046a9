// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_problems.h"

#include "core/exporters/sitetable.h"
#include "core/problems/problemfinder.h"
#include "core/store/sessionreader.h"
#include "core/store/sessionstore.h"
#include "core/util/clock.h"
#include "core/util/platform.h"
#include "core/util/xxhash64.h"

#include <QFile>
#include <QTemporaryDir>

#include <chrono>
#include <future>
#include <thread>

namespace {

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;

constexpr quint32 kLinksPerPage = 10;

quint32 mixed(quint32 n)
{
    return n * 2'654'435'761U;
}

ResultRow rowOf(quint32 entry)
{
    ResultRow row;
    row.entry = entry;
    row.state = entry % 50 == 0 ? RowState::Failed : RowState::Done;
    row.status = entry % 50 == 0 ? 404 : 200;
    row.attempts = 1;
    row.redirects = entry % 20 == 0 ? 1 : 0;
    row.bodyBytes = 20'000;
    row.times.total = mixed(entry) % 2'500'000;
    row.method = "GET";
    row.contentType = "text/html; charset=utf-8";
    row.title = "The title of a page " + QByteArray::number(entry % 900'000);
    return row;
}

/// Every tenth has the text of the one before, and every tenth nearly.
PageRecord pageOf(quint32 entry)
{
    const QByteArray number = QByteArray::number(entry);
    PageRecord page;
    page.html = true;
    page.description = "What the page is about, in a hundred bytes or so as most of them have " + number;
    page.canonical = "https://site.example/section/page-" + number;
    page.h1 = "A heading " + number;
    page.h1Count = 1 + (entry % 7 == 0 ? 1 : 0);
    page.language = "en";
    page.words = entry % 1'000;
    page.images = 5;
    page.imagesWithoutAlt = entry % 5;
    page.contentHash = xxHash64(QByteArray::number(entry - (entry % 10 == 1 ? 1 : 0)));
    page.simhash = xxHash64(QByteArray::number(entry - (entry % 10 == 3 ? 1 : 0))) ^ (entry % 10 == 3 ? 5U : 0U);
    page.sniffedType = "text/html";
    return page;
}

/// What a session of so many pages with ten links each holds.
bool makeSession(const QString &path, quint32 pages)
{
    QByteArray input;
    for (quint32 i = 0; i < pages; ++i)
        input.append("https://site.example/section/page-").append(QByteArray::number(i)).append('\n');
    SessionFault fault;
    auto store = SessionStore::create(path, {UrlList::parse(input), "{}"}, &fault);
    if (!store)
        return false;
    std::vector<LinkRecord> links(kLinksPerPage);
    for (quint32 i = 0; i < pages; ++i) {
        while (store->backlogged())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        const quint32 entry = pages - 1 - i; // not in the order of the list
        store->ended(rowOf(entry), {});
        store->page(entry, pageOf(entry));
        for (quint32 n = 0; n < kLinksPerPage; ++n) {
            links[n].target = (mixed(entry) + n * 40'503U) % pages;
            links[n].anchor = "The anchor of a link";
        }
        store->links(entry, links);
    }
    std::promise<void> finished;
    store->finish(SessionState::Finished, [&finished] { finished.set_value(); });
    finished.get_future().wait();
    return true;
}

double millisSince(qint64 start)
{
    return static_cast<double>(steadyMicros() - start) / 1'000;
}

} // namespace

QJsonObject benchProblems(quint32 pages)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"p.crawlscope"_s);
    if (!makeSession(path, pages))
        return {{u"fault"_s, true}};
    QJsonObject out;
    qint64 start = steadyMicros();
    const ExportOutcome table = exportSiteTable(path, SiteTable::Pages, folder.filePath(u"pages.csv"_s), {});
    out[u"pages_csv_ms"_s] = millisSince(start);
    out[u"pages_csv_rows"_s] = static_cast<double>(table.rows);

    SessionFault fault;
    const auto reader = SessionReader::open(path, &fault);
    const auto urls = reader->urls();
    const auto rows = reader->table();
    start = steadyMicros();
    double count = 0;
    reader->eachPage([&count](quint32, const PageRecord &) { return ++count > 0; });
    out[u"each_page_ms"_s] = millisSince(start);
    start = steadyMicros();
    reader->eachLinkEnds([&count](const LinkEnds &) { return ++count > 0; });
    out[u"each_link_ms"_s] = millisSince(start);
    out[u"read"_s] = count;
    QFile refs(u"/proc/self/clear_refs"_s); // the peak begins anew
    const bool peakKnown = refs.open(QIODevice::WriteOnly) && refs.write("5") == 1;
    refs.close();
    const qint64 before = platform::currentRssBytes();
    start = steadyMicros();
    const auto report = ProblemFinder::run({reader.get(), rows.get(), urls.get()}, {});
    out[u"problems_ms"_s] = millisSince(start);
    if (peakKnown)
        out[u"peak_bytes_per_page"_s] = static_cast<double>(platform::peakRssBytes() - before) / pages;
    double found = 0;
    for (const ProblemFinding &finding : report->findings)
        found += static_cast<double>(finding.count);
    out[u"problem_rows"_s] = found;
    out[u"near_duplicates"_s] = static_cast<double>(
        report->finding(ProblemId::NearDuplicate) != nullptr ? report->finding(ProblemId::NearDuplicate)->count : 0);
    return out;
}
