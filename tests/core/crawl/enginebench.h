// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/pageanalyzer.h"
#include "core/crawl/crawlengine.h"

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace crawlscope::test {

/// A network whose answers the test decides, one by one.
class ScriptedFetcher : public FetchBackend
{
public:
    std::map<quint64, FetchRequest> inFlight;
    std::map<quint64, FlightState> progress; ///< told by flights(); others have just begun
    std::map<QByteArray, int> perHost;
    std::set<quint32> everStarted; ///< entries
    int maxInFlight = 0;
    int maxPerHost = 0;
    qint64 buffered = 0;

    void start(FetchRequest request) override
    {
        everStarted.insert(static_cast<quint32>(request.id & 0xffffffffU));
        maxPerHost = std::max(maxPerHost, ++perHost[request.hostKey]);
        const quint64 id = request.id;
        inFlight.emplace(id, std::move(request));
        maxInFlight = std::max(maxInFlight, static_cast<int>(inFlight.size()));
    }
    void answer(quint64 id, FetchResult result)
    {
        result.id = id;
        --perHost[inFlight.at(id).hostKey];
        inFlight.erase(id);
        deliver(std::move(result));
    }
    void abortAll(ErrorId why) override
    {
        while (!inFlight.empty()) {
            FetchResult result;
            result.error = why;
            answer(inFlight.begin()->first, std::move(result));
        }
    }
    void checkDeadlines(qint64) override { }
    [[nodiscard]] int active() const override { return static_cast<int>(inFlight.size()); }
    [[nodiscard]] qint64 bufferedBytes() const override { return buffered; }
    [[nodiscard]] std::vector<FlightState> flights() const override
    {
        std::map<quint64, FlightState> all = progress;
        for (const auto &[id, request] : inFlight)
            all.emplace(id, FlightState {.id = id, .startMicros = 0, .stage = {}, .times = {}});
        std::vector<FlightState> out;
        for (const auto &[id, state] : all)
            out.push_back(state);
        return out;
    }
};

/// An analysis that ends when the test says so.
class ScriptedAnalysis : public AnalysisBackend
{
public:
    std::vector<AnalysisTask> waiting;
    std::vector<PageReport> ready;
    int threadCount = 2;
    int behind = 0; ///< pages that wait for a thread

    void submit(AnalysisTask task) override { waiting.push_back(std::move(task)); }
    void finish(std::size_t index)
    {
        ready.push_back(PageAnalyzer::analyze(waiting.at(index)));
        waiting.erase(waiting.begin() + static_cast<std::ptrdiff_t>(index));
    }
    [[nodiscard]] std::vector<PageReport> takeFinished() override { return std::exchange(ready, {}); }
    void setThreads(int threads) override { threadCount = threads; }
    [[nodiscard]] int threads() const override { return threadCount; }
    [[nodiscard]] int busy() const override { return static_cast<int>(waiting.size()); }
    [[nodiscard]] int queued() const override { return behind; }
};

/// An engine between a scripted network and a scripted analysis, with a clock that the test moves.
struct Bench
{
    ScriptedFetcher *fetcher = nullptr;
    ScriptedAnalysis *analysis = nullptr;
    std::shared_ptr<EngineOutbox> outbox = std::make_shared<EngineOutbox>();
    std::shared_ptr<const UrlList> urls;
    qint64 now = 1'000'000;
    std::unique_ptr<CrawlEngine> engine;

    explicit Bench(const QByteArray &list, CrawlConfig config = {})
        : Bench(startOf(list, std::move(config)))
    {
    }
    /// Without robots.txt, which would be one more request a host; unless asGiven.
    explicit Bench(RunStart start)
        : Bench(withoutRobots(std::move(start)), true)
    {
    }
    Bench(RunStart start, bool /*asGiven*/, int descriptorBudget = 0)
    {
        urls = start.urls;
        CrawlEngine::Parts parts;
        if (start.recorder)
            start.recorder->setSink([this](RecordedBatch &&batch) { outbox->deliver(std::move(batch)); });
        parts.start = std::move(start);
        auto fetch = std::make_unique<ScriptedFetcher>();
        auto analyse = std::make_unique<ScriptedAnalysis>();
        fetcher = fetch.get();
        analysis = analyse.get();
        parts.fetcher = std::move(fetch);
        parts.analysis = std::move(analyse);
        parts.outbox = outbox;
        parts.descriptorBudget = descriptorBudget;
        parts.clock = [this] { return now; };
        engine = std::make_unique<CrawlEngine>(std::move(parts));
    }
    [[nodiscard]] static RunStart withoutRobots(RunStart start)
    {
        start.config.robots = RobotsMode::Ignore;
        return start;
    }
    [[nodiscard]] static RunStart startOf(const QByteArray &list, CrawlConfig config = {})
    {
        RunStart start;
        start.urls = UrlList::parse(list);
        start.config = std::move(config);
        return start;
    }
    void answerFirst(FetchResult result) { fetcher->answer(fetcher->inFlight.begin()->first, std::move(result)); }
    [[nodiscard]] static FetchResult page(quint16 status = 200, const QByteArray &body = "<title>t</title>")
    {
        FetchResult result;
        result.status = status;
        result.body = body;
        result.bodyComplete = true;
        result.wireBytes = body.size();
        result.headers = {{"Content-Type", "text/html"}};
        result.times.total = 1000;
        return result;
    }
    [[nodiscard]] static FetchResult redirectTo(const QByteArray &location, quint16 status = 302)
    {
        FetchResult result;
        result.status = status;
        result.headers = {{"Location", location}};
        result.times.total = 500;
        return result;
    }
    void drain()
    {
        while (!fetcher->inFlight.empty() || !analysis->waiting.empty()) {
            if (!fetcher->inFlight.empty())
                answerFirst(page());
            while (!analysis->waiting.empty())
                analysis->finish(0);
            engine->takeReports();
        }
    }
};

} // namespace crawlscope::test
