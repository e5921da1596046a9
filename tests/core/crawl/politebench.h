// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/enginebench.h"
#include "support/memoryrecorder.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace crawlscope::test {

/// A bench that follows the clock, finds requests by URL and keeps what came out.
struct PoliteBench : Bench
{
    static constexpr qint64 kMs = 1000;
    bool addedUp = true; ///< at every step so far
    std::vector<ResultRow> rows; ///< see collect()
    std::vector<RunEvent> events;

    explicit PoliteBench(const QByteArray &list, CrawlConfig config = {})
        : Bench(startOf(list, std::move(config)))
    {
    }
    /// `asGiven`: robots.txt as the configuration says, else ignored.
    explicit PoliteBench(RunStart start, bool asGiven, int descriptorBudget = 0)
        : Bench(asGiven ? std::move(start) : withoutRobots(std::move(start)), true, descriptorBudget)
    {
    }
    [[nodiscard]] static CrawlConfig withRobots(RobotsMode mode)
    {
        CrawlConfig config;
        config.robots = mode;
        return config;
    }
    void check()
    {
        addedUp = addedUp && engine->counts().addUp();
        collect();
    }
    void collect()
    {
        for (ResultRow &row : outbox->rows.takeAll())
            rows.push_back(std::move(row));
        for (RunEvent &event : outbox->events.takeAll())
            events.push_back(std::move(event));
    }
    /// The clock goes on, with the ticks of the engine, and pages are analysed.
    void advance(qint64 ms)
    {
        const qint64 end = now + ms * kMs;
        while (now < end) {
            now = std::min(end, now + qint64 {CrawlEngine::kTickMs} * kMs);
            engine->tick();
            analyseAll();
        }
    }
    /// The same in one step: the loop comes late.
    void jump(qint64 ms)
    {
        now += ms * kMs;
        engine->tick();
        analyseAll();
    }
    void analyseAll()
    {
        while (!analysis->waiting.empty())
            analysis->finish(0);
        engine->takeReports();
        QCoreApplication::sendPostedEvents(engine.get()); // a stop that the engine asks of itself
        check();
    }
    [[nodiscard]] std::vector<QByteArray> urlsInFlight() const
    {
        std::vector<QByteArray> out;
        for (const auto &[id, request] : fetcher->inFlight)
            out.push_back(request.url);
        std::sort(out.begin(), out.end());
        return out;
    }
    [[nodiscard]] bool flies(const QByteArray &url) const { return requestFor(url) != nullptr; }
    [[nodiscard]] const FetchRequest *requestFor(const QByteArray &url) const
    {
        for (const auto &[id, request] : fetcher->inFlight) {
            if (request.url == url)
                return &request;
        }
        return nullptr;
    }
    /// Precondition: the URL is in flight.
    void answer(const QByteArray &url, FetchResult result)
    {
        fetcher->answer(requestFor(url)->id, std::move(result));
        analyseAll();
    }
    /// All that are in flight now, and what that brings about in the same moment.
    void answerAll(const FetchResult &result)
    {
        while (!fetcher->inFlight.empty())
            answerFirst(result);
        analyseAll();
    }
    [[nodiscard]] static FetchResult failure(ErrorId error)
    {
        FetchResult result;
        result.error = error;
        return result;
    }
    [[nodiscard]] static FetchResult refusal(quint16 status, const QByteArray &retryAfter = {})
    {
        FetchResult result = page(status, {});
        if (!retryAfter.isEmpty())
            result.headers.append(qMakePair(QByteArray("Retry-After"), retryAfter));
        return result;
    }
    [[nodiscard]] static FetchResult robots(const QByteArray &text)
    {
        FetchResult result = page(200, text);
        result.headers = {{"Content-Type", "text/plain"}};
        return result;
    }
    [[nodiscard]] UrlCounts counts() const { return engine->counts(); }
    [[nodiscard]] CrawlController::State state() const { return engine->state(); }
    [[nodiscard]] const ResultRow *rowOf(quint32 entry) const
    {
        const auto found =
            std::find_if(rows.begin(), rows.end(), [entry](const ResultRow &row) { return row.entry == entry; });
        return found == rows.end() ? nullptr : &*found;
    }
    [[nodiscard]] std::vector<RunEvent> eventsOf(EventId id) const
    {
        std::vector<RunEvent> out;
        std::copy_if(events.begin(), events.end(), std::back_inserter(out),
                     [id](const RunEvent &event) { return event.id == id; });
        return out;
    }
    /// So many URLs of one host.
    [[nodiscard]] static QByteArray urlsOf(const QByteArray &host, int count)
    {
        QByteArray list;
        for (int i = 0; i < count; ++i)
            list += "http://" + host + '/' + QByteArray::number(i) + '\n';
        return list;
    }
    /// One URL of so many hosts.
    [[nodiscard]] static QByteArray hosts(int count)
    {
        QByteArray list;
        for (int i = 0; i < count; ++i)
            list += "http://h" + QByteArray::number(i) + ".example/" + QByteArray::number(i) + '\n';
        return list;
    }
    [[nodiscard]] int inFlightOf(const QByteArray &host) const
    {
        const QByteArray part = "//" + host + '/';
        const auto &all = fetcher->inFlight;
        return static_cast<int>(std::count_if(all.begin(), all.end(),
                                              [&part](const auto &item) { return item.second.url.contains(part); }));
    }
    /// The next snapshot, and what it says of waiting. Takes up to a tenth of a second.
    [[nodiscard]] StatsSnapshot snapshot()
    {
        static_cast<void>(outbox->takeSnapshot());
        for (int i = 0; i < 10; ++i) {
            advance(CrawlEngine::kTickMs);
            if (auto taken = outbox->takeSnapshot())
                return *taken;
        }
        return {};
    }
    [[nodiscard]] WaitState wait() { return snapshot().wait; }
};

[[nodiscard]] inline bool has(const ResultRow &row, Anomaly anomaly)
{
    return (row.anomalies & static_cast<quint32>(anomaly)) != 0;
}

} // namespace crawlscope::test
