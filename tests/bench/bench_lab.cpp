// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/knee.h"
#include "core/lab/schedulesimulator.h"
#include "core/lab/seededrandom.h"
#include "core/lab/sessioncompare.h"
#include "core/store/sessionstore.h"
#include "core/util/clock.h"
#include "core/util/platform.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <future>
#include <thread>

namespace {

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;

constexpr quint32 kHosts = 5'000;

double msSince(qint64 start)
{
    return static_cast<double>(steadyMicros() - start) / 1000;
}

std::shared_ptr<const UrlList> listOf(quint32 rows)
{
    QByteArray text;
    text.reserve(static_cast<qsizetype>(rows) * 64);
    for (quint32 i = 0; i < rows; ++i)
        text.append("https://www.host")
            .append(QByteArray::number(i % kHosts))
            .append(".example/section/")
            .append(QByteArray::number(i * 2'654'435'761U))
            .append("/page-")
            .append(QByteArray::number(i))
            .append('\n');
    return UrlList::parse(text);
}

/// A run in which each answer is a little off, one in a hundred fails, and each page has a hash.
bool write(const QString &path, const std::shared_ptr<const UrlList> &urls, quint64 seed)
{
    SessionFault fault;
    const auto store = SessionStore::create(path, {urls, "{}"}, &fault);
    if (!store)
        return false;
    SeededRandom random(seed);
    for (quint32 entry = 0; entry < urls->size(); ++entry) {
        while (store->backlogged())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        ResultRow row;
        row.entry = entry;
        row.state = random.below(100) == 0 ? RowState::Failed : RowState::Done;
        row.status = row.state == RowState::Done ? 200 : 503;
        row.attempts = row.confirmed = 1;
        row.method = "GET";
        row.contentType = "text/html; charset=utf-8";
        row.title = "A title of thirty bytes " + QByteArray::number(entry);
        row.times.total = static_cast<quint32>((20'000 + entry % 200'000) * std::exp(0.2 * random.normal()));
        PageRecord page;
        page.contentHash = random.below(50) == 0 ? random.next() : entry;
        store->ended(std::move(row), {});
        store->page(entry, std::move(page));
    }
    std::promise<void> finished;
    store->finish(SessionState::Finished, [&finished] { finished.set_value(); });
    finished.get_future().get();
    return true;
}

QJsonObject benchCompare(quint32 rows)
{
    const QTemporaryDir folder;
    const QString pathA = folder.filePath(u"a.crawlscope"_s);
    const QString pathB = folder.filePath(u"b.crawlscope"_s);
    {
        const auto urls = listOf(rows);
        if (!write(pathA, urls, 1) || !write(pathB, urls, 2))
            return {{u"fault"_s, true}};
    }
    const qint64 start = steadyMicros();
    SessionFault faultA;
    SessionFault faultB;
    auto other = std::async(std::launch::async, [&] { return loadCompareSide(pathB, &faultB); });
    const CompareSide a = loadCompareSide(pathA, &faultA);
    const CompareSide b = other.get();
    if (!a.table || !b.table)
        return {{u"fault"_s, true}};
    const double loaded = msSince(start);
    const qint64 rss = platform::peakRssBytes();
    const qint64 compared = steadyMicros();
    const Comparison comparison = compareSessions(a, b);
    const double compare = msSince(compared);
    return {{u"load_both_ms"_s, loaded},
            {u"compare_ms"_s, compare},
            {u"all_ms"_s, msSince(start)},
            {u"in_both"_s, static_cast<double>(comparison.inBoth)},
            {u"hosts"_s, static_cast<double>(comparison.hosts.size())},
            {u"newly_failing"_s, static_cast<double>(comparison.of(ChangeKind::NewlyFailing).size())},
            {u"content_changed"_s, static_cast<double>(comparison.of(ChangeKind::Content).size())},
            {u"peak_rss_loaded_bytes"_s, static_cast<double>(rss)},
            {u"peak_rss_bytes"_s, static_cast<double>(platform::peakRssBytes())}};
}

QJsonObject benchSimulate(quint32 rows)
{
    ScheduleInput input;
    for (quint32 host = 0; host < kHosts; ++host)
        input.hosts.push_back("www.host" + QByteArray::number(host) + ".example:443");
    for (quint32 i = 0; i < rows; ++i)
        input.urls.push_back({i % kHosts, 20'000 + i * 2'654'435'761U % 200'000});
    QJsonObject out;
    for (const int inFlight : {20, 500}) {
        CrawlLimits limits;
        limits.inFlight = inFlight;
        const qint64 start = steadyMicros();
        const SchedulePrediction found = simulateSchedule(input, limits);
        out.insert(u"in_flight_%1_ms"_s.arg(inFlight), msSince(start));
        out.insert(u"in_flight_%1_predicted_s"_s.arg(inFlight), static_cast<double>(found.durationMicros) / 1e6);
    }
    CrawlLimits paced;
    paced.hostIntervalS = 1;
    const qint64 start = steadyMicros();
    (void)simulateSchedule(input, paced);
    out.insert(u"interval_ms"_s, msSince(start));
    return out;
}

/// How often the interval of the knee holds the number of workers, of `runs` simulated sweeps each.
QJsonObject benchKnee(quint32 runs)
{
    QJsonObject out;
    for (const double workers : {4.0, 16.0, 64.0}) {
        for (const int repeats : {3, 5}) {
            quint32 covered = 0;
            double width = 0;
            const qint64 start = steadyMicros();
            for (quint32 run = 0; run < runs; ++run) {
                SeededRandom random(run * quint64 {7919} + 13);
                std::vector<LoadPoint> points;
                for (int repeat = 0; repeat < repeats; ++repeat) {
                    for (const double level : {1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0})
                        points.push_back({level, std::min(level, workers) * std::exp(0.1 * random.normal()), 1});
                }
                const Knee knee = findKnee(points, {run, 200, nullptr});
                covered += knee.low <= workers && workers <= knee.high ? 1 : 0;
                width += (knee.high - knee.low) / workers / runs;
            }
            out.insert(u"workers_%1_repeats_%2"_s.arg(workers).arg(repeats),
                       QJsonObject {{u"covered"_s, static_cast<double>(covered) / runs},
                                    {u"mean_width"_s, width},
                                    {u"ms_per_fit"_s, msSince(start) / runs}});
        }
    }
    return out;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QString name = QCoreApplication::arguments().value(1);
    bool ok = true;
    const QString count = QCoreApplication::arguments().value(2);
    const quint32 rows = count.isEmpty() ? 0 : count.toUInt(&ok);
    QJsonObject out;
    if (ok && name == "compare"_L1)
        out = benchCompare(rows > 0 ? rows : 1'000'000);
    else if (ok && name == "simulate"_L1)
        out = benchSimulate(rows > 0 ? rows : 100'000);
    else if (ok && name == "knee"_L1)
        out = benchKnee(rows > 0 ? rows : 1'000);
    if (out.isEmpty()) {
        std::fputs("usage: crawlscope_bench_lab compare|simulate|knee [ROWS]\n", stderr);
        return 2;
    }
    const QByteArray json = QJsonDocument(out).toJson();
    std::fwrite(json.constData(), 1, static_cast<std::size_t>(json.size()), stdout);
    return 0;
}
