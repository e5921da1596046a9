// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/sitemapreader.h"
#include "core/crawl/politebench.h"

#include <QHash>

namespace crawlscope::test {

class SitemapRecorder : public MemoryRecorder
{
public:
    std::vector<FoundUrl> urls;
    std::vector<quint32> listed;

    void found(const std::vector<FoundUrl> &found) override { urls.insert(urls.end(), found.begin(), found.end()); }
    void inSitemap(const std::vector<quint32> &entries) override
    {
        listed.insert(listed.end(), entries.begin(), entries.end());
    }
};

inline QByteArray urlset(const QByteArrayList &urls)
{
    QByteArray xml = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
    for (const QByteArray &url : urls)
        xml += "<url><loc>" + url + "</loc></url>";
    return xml + "</urlset>";
}

inline QByteArray sitemapindex(const QByteArrayList &urls)
{
    QByteArray xml = "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
    for (const QByteArray &url : urls)
        xml += "<sitemap><loc>" + url + "</loc></sitemap>";
    return xml + "</sitemapindex>";
}

/// A site in memory; what is not there is a 404, "-> URL" a redirect, "!" a status of 503.
struct SitemapSite
{
    QHash<QByteArray, QByteArray> pages;
    QHash<QByteArray, int> requests;
    std::shared_ptr<SitemapRecorder> recorder = std::make_shared<SitemapRecorder>();
    std::unique_ptr<PoliteBench> bench;

    static CrawlConfig following(RobotsMode robots = RobotsMode::Obey)
    {
        CrawlConfig config;
        config.follow.enabled = true;
        config.robots = robots;
        return config;
    }
    void start(RunStart start)
    {
        start.recorder = recorder;
        bench = std::make_unique<PoliteBench>(std::move(start), true);
        bench->engine->start();
        bench->advance(CrawlEngine::kTickMs);
    }
    void start(const QByteArray &list, const CrawlConfig &config)
    {
        RunStart run = Bench::startOf(list, config);
        run.urls = UrlList::withFound(run.urls);
        start(std::move(run));
    }
    [[nodiscard]] FetchResult answerTo(const QByteArray &url) const
    {
        const auto page = pages.constFind(url);
        if (page == pages.constEnd())
            return Bench::page(404, {});
        if (page->startsWith("-> "))
            return Bench::redirectTo(page->mid(3));
        return *page == "!" ? Bench::page(503, {}) : Bench::page(200, *page);
    }
    /// Until nothing is in flight and a tick brings nothing further, or so many answers.
    void answer(int most = 100'000)
    {
        for (int idle = 0; idle < 3 && most > 0; ++idle) {
            while (!bench->fetcher->inFlight.empty() && most-- > 0) {
                idle = 0;
                const QByteArray url = bench->fetcher->inFlight.begin()->second.url;
                ++requests[url];
                bench->answer(url, answerTo(url));
            }
            bench->advance(CrawlEngine::kTickMs);
        }
    }
    void run(const QByteArray &list, const CrawlConfig &config)
    {
        start(list, config);
        answer();
    }
    [[nodiscard]] QByteArrayList requested() const
    {
        QByteArrayList urls = requests.keys();
        std::sort(urls.begin(), urls.end());
        return urls;
    }
    [[nodiscard]] bool allOnce() const
    {
        return std::all_of(requests.begin(), requests.end(), [](int count) { return count == 1; });
    }
    /// URLs that sitemaps list, sorted.
    [[nodiscard]] QByteArrayList listed() const
    {
        QByteArrayList urls;
        for (const quint32 entry : recorder->listed)
            urls += bench->urls->url(entry).toByteArray();
        std::sort(urls.begin(), urls.end());
        return urls;
    }
};

} // namespace crawlscope::test
