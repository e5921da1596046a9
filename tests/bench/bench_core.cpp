// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Times what the window and the exports do with a million rows: crawlscope_bench WHAT [ROWS] prints one JSON object.
#include "bench_problems.h"
#include "bench_session.h"
#include "core/exporters/exportjob.h"
#include "core/stats/latencyhistogram.h"
#include "core/store/resultquery.h"
#include "core/store/resulttable.h"
#include "core/url/urllist.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <random>

namespace {

using namespace crawlscope;
using namespace Qt::Literals::StringLiterals;

constexpr quint32 kDefaultRows = 1'000'000;
constexpr std::size_t kBatch = 1'000;
constexpr int kRepeats = 5;

class Stopwatch
{
public:
    [[nodiscard]] double ms() const
    {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

/// Resident set size from /proc; 0 where there is none.
double residentBytes(QByteArrayView key)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(key))
            return line.sliced(key.size()).replace("kB", "").trimmed().toDouble() * 1024;
    }
    return 0;
}

QByteArray inputOf(quint32 rows)
{
    QByteArray input;
    input.reserve(static_cast<qsizetype>(rows) * 64);
    for (quint32 i = 0; i < rows; ++i) {
        input.append("https://www.host").append(QByteArray::number(i % 5'000)).append(".example/section/");
        input.append(QByteArray::number(i * 2'654'435'761U))
            .append("/page-")
            .append(QByteArray::number(i))
            .append('\n');
    }
    return input;
}

ResultRow rowOf(quint32 entry)
{
    const quint32 mixed = entry * 2'654'435'761U;
    ResultRow row;
    row.entry = entry;
    row.state = mixed % 50 == 0 ? RowState::Failed : RowState::Done;
    row.status = mixed % 50 == 0 ? 404 : 200;
    row.attempts = 1;
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

/// Mean and highest ms of appending a batch, over all rows.
QJsonObject fill(ResultTable *table, quint32 rows)
{
    double sum = 0;
    double most = 0;
    int batches = 0;
    std::vector<ResultRow> batch;
    for (quint32 i = 0; i < rows; ++i) {
        batch.push_back(rowOf(i));
        if (batch.size() < kBatch && i + 1 < rows)
            continue;
        const Stopwatch watch;
        table->append(batch);
        const double ms = watch.ms();
        sum += ms;
        most = std::max(most, ms);
        ++batches;
        batch.clear();
    }
    return {{u"append_1000_mean_ms"_s, sum / std::max(batches, 1)}, {u"append_1000_max_ms"_s, most}};
}

struct Filled
{
    std::shared_ptr<const UrlList> urls;
    std::shared_ptr<ResultTable> table = std::make_shared<ResultTable>();
};

Filled filled(quint32 rows)
{
    Filled out;
    out.urls = UrlList::parse(inputOf(rows));
    fill(out.table.get(), rows);
    return out;
}

/// Median, lowest and highest of kRepeats runs.
QJsonObject timed(const std::function<std::size_t()> &what)
{
    std::vector<double> times;
    std::size_t result = 0;
    for (int i = 0; i < kRepeats; ++i) {
        const Stopwatch watch;
        result = what();
        times.push_back(watch.ms());
    }
    std::sort(times.begin(), times.end());
    return {{u"median_ms"_s, times[times.size() / 2]},
            {u"min_ms"_s, times.front()},
            {u"max_ms"_s, times.back()},
            {u"result"_s, static_cast<double>(result)}};
}

QJsonObject benchUrlList(quint32 rows)
{
    const QByteArray input = inputOf(rows);
    QJsonObject out = timed([&] { return UrlList::parse(input)->size(); });
    out[u"bytes"_s] = static_cast<double>(input.size());
    return out;
}

QJsonObject benchTable(quint32 rows)
{
    const double before = residentBytes("VmRSS:");
    ResultTable table;
    QJsonObject out = fill(&table, rows);
    const double held = residentBytes("VmRSS:") - before;
    out[u"rss_bytes_per_row"_s] = held / std::max(rows, 1U);
    out[u"counted_bytes_per_row"_s] = static_cast<double>(table.memoryBytes()) / std::max(rows, 1U);
    return out;
}

QJsonObject benchQuery(quint32 rows)
{
    const Filled data = filled(rows);
    const auto run = [&](const ResultFilter &filter, ResultSort sort) {
        return timed([&] { return ResultQuery::run(*data.table, *data.urls, filter, sort).rows.size(); });
    };
    const auto text = [](const QString &what, bool regex) {
        ResultFilter filter;
        filter.text = what;
        filter.regularExpression = regex;
        return filter;
    };
    ResultFilter host;
    host.host = u"*.host42.example"_s;
    ResultFilter failed;
    failed.states = 1U << static_cast<unsigned>(RowState::Failed);
    const auto by = [](ResultField field, bool descending) { return ResultSort {static_cast<int>(field), descending}; };
    QJsonObject out;
    out[u"filter_text"_s] = run(text(u"page-77"_s, false), {});
    out[u"filter_text_absent"_s] = run(text(u"nowhere to be found"_s, false), {});
    out[u"filter_one_letter"_s] = run(text(u"q"_s, false), {});
    out[u"filter_three_letters"_s] = run(text(u"qqq"_s, false), {});
    out[u"filter_regex"_s] = run(text(u"/page-\\d*77$"_s, true), {});
    out[u"filter_host"_s] = run(host, {});
    out[u"filter_state"_s] = run(failed, {});
    out[u"clear"_s] = run({}, {});
    out[u"sort_number"_s] = run({}, by(ResultField::TotalMs, true));
    out[u"sort_status"_s] = run({}, by(ResultField::Status, false));
    out[u"sort_url"_s] = run({}, by(ResultField::Url, false));
    out[u"sort_title"_s] = run({}, by(ResultField::Title, true));
    out[u"sort_content_type"_s] = run({}, by(ResultField::ContentType, false));
    return out;
}

/// Forgets the peak so far; false where the system cannot.
bool resetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write("5") == 1;
}

/// Every format: rows a second, and by how much the resident set grew at its peak.
QJsonObject benchExports(quint32 rows)
{
    const Filled data = filled(rows);
    const QTemporaryDir folder;
    const ResultSource source = ResultSource::allLines(data.urls, data.table);
    QJsonObject out;
    for (int i = 0; i < kExportFormatCount; ++i) {
        ExportOptions options;
        options.format = static_cast<ExportFormat>(i);
        const QString ending = exportEndings(options.format).constFirst();
        const bool peakKnown = resetPeak();
        const double before = residentBytes("VmRSS:");
        const Stopwatch watch;
        const ExportOutcome outcome = exportTo(source, folder.filePath(u"out"_s + ending), options);
        const double ms = watch.ms();
        out[ending.sliced(1)] =
            QJsonObject {{u"ms"_s, ms},
                         {u"rows_per_s"_s, static_cast<double>(outcome.rows) / ms * 1000},
                         {u"bytes"_s, static_cast<double>(outcome.bytes)},
                         {u"peak_rss_growth_bytes"_s, peakKnown ? residentBytes("VmHWM:") - before : -1},
                         {u"ok"_s, outcome.status == ExportStatus::Ok}};
        QFile::remove(folder.filePath(u"out"_s + ending));
    }
    return out;
}

QJsonObject benchHistogram(quint32 rows)
{
    std::mt19937 random(1);
    std::vector<quint64> values(rows);
    for (quint64 &value : values)
        value = random() % 10'000'000;
    LatencyHistogram histogram;
    QJsonObject out;
    out[u"add"_s] = timed([&] {
        for (const quint64 value : values)
            histogram.add(value);
        return static_cast<std::size_t>(histogram.count());
    });
    out[u"percentile"_s] = timed([&] { return static_cast<std::size_t>(histogram.percentile(0.99)); });
    out[u"bars"_s] = timed([&] { return histogram.bars(40).size(); });
    out[u"copy"_s] = timed([&] { return static_cast<std::size_t>(LatencyHistogram(histogram).count()); });
    return out;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const std::vector<std::pair<QString, std::function<QJsonObject(quint32)>>> benches {
        {u"urllist"_s, benchUrlList},      {u"table"_s, benchTable},         {u"query"_s, benchQuery},
        {u"exports"_s, benchExports},      {u"histogram"_s, benchHistogram}, {u"session"_s, benchSession},
        {u"bodies"_s, benchSessionBodies}, {u"links"_s, benchSessionLinks},  {u"problems"_s, benchProblems},
    };
    const auto found = std::find_if(benches.begin(), benches.end(),
                                    [&](const auto &bench) { return bench.first == arguments.value(1); });
    bool ok = true;
    const quint32 rows = arguments.size() > 2 ? arguments.at(2).toUInt(&ok) : kDefaultRows;
    if (found == benches.end() || !ok || arguments.size() > 3) {
        std::fputs(
            "usage: crawlscope_bench urllist|table|query|exports|histogram|session|bodies|links|problems [ROWS]\n",
            stderr);
        return 2;
    }
    QJsonObject out = found->second(rows);
    out[u"bench"_s] = found->first;
    out[u"rows"_s] = static_cast<double>(rows);
    const QByteArray json = QJsonDocument(out).toJson(QJsonDocument::Compact);
    std::fwrite(json.constData(), 1, static_cast<std::size_t>(json.size()), stdout);
    std::fputc('\n', stdout);
    return 0;
}
