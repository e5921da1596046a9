// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/politebench.h"

#include <QHash>

namespace crawlscope::test {

/// Keeps what is said of links and pages.
class SiteRecorder : public MemoryRecorder
{
public:
    std::vector<FoundUrl> urls;
    QHash<quint32, PageRecord> pages;
    QHash<quint32, QList<quint32>> targets;
    QHash<quint32, QByteArrayList> others; ///< links that are not requested

    void found(const std::vector<FoundUrl> &found) override { urls.insert(urls.end(), found.begin(), found.end()); }
    void page(quint32 entry, PageRecord &&facts) override { pages[entry] = std::move(facts); }
    void links(quint32 entry, const std::vector<LinkRecord> &links) override
    {
        for (const LinkRecord &link : links) {
            if (link.target == LinkRecord::kNoTarget)
                others[entry] += link.targetUrl.toByteArray();
            else
                targets[entry] += link.target;
        }
    }
};

/// A crawl of pages in memory; what is not there is a 404, "-> URL" a redirect.
struct FollowSite
{
    QHash<QByteArray, QByteArray> pages;
    QHash<QByteArray, int> requests;
    std::shared_ptr<SiteRecorder> recorder = std::make_shared<SiteRecorder>();
    std::unique_ptr<PoliteBench> bench;

    static CrawlConfig following()
    {
        CrawlConfig config;
        config.follow.enabled = true;
        config.follow.sitemaps = false;
        config.robots = RobotsMode::Ignore;
        return config;
    }
    void start(const QByteArray &list, const CrawlConfig &config)
    {
        RunStart start = Bench::startOf(list, config);
        start.urls = UrlList::withFound(start.urls);
        start.recorder = recorder;
        bench = std::make_unique<PoliteBench>(std::move(start), true);
        bench->engine->start();
        bench->analyseAll();
    }
    [[nodiscard]] FetchResult answerTo(const QByteArray &url) const
    {
        const auto page = pages.constFind(url);
        if (page == pages.constEnd())
            return Bench::page(404, "<a href=/from-an-error>x</a>");
        if (page->startsWith("-> "))
            return Bench::redirectTo(page->mid(3));
        return Bench::page(200, *page);
    }
    /// Until nothing is in flight, or so many answers.
    void answer(int most = 100'000)
    {
        while (!bench->fetcher->inFlight.empty() && most-- > 0) {
            const QByteArray url = bench->fetcher->inFlight.begin()->second.url;
            ++requests[url];
            bench->answer(url, answerTo(url));
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
    /// What ended well, all at once.
    [[nodiscard]] bool allOnce() const
    {
        return std::all_of(requests.begin(), requests.end(), [](int count) { return count == 1; });
    }
};

/// The next run of the session, which tries `entries` again. Not started.
inline FollowSite retryOf(const FollowSite &before, std::vector<quint32> entries)
{
    auto table = std::make_shared<ResultTable>();
    table->append(before.bench->rows);
    FollowSite site;
    site.pages = before.pages;
    RunStart start = Bench::startOf("", FollowSite::following());
    start.urls = before.bench->urls;
    start.earlier = table;
    start.retry = std::move(entries);
    start.lane = 1;
    start.recorder = site.recorder;
    site.bench = std::make_unique<PoliteBench>(std::move(start), true);
    return site;
}

inline QByteArray link(const QByteArray &to)
{
    return "<a href=\"" + to + "\">to " + to + "</a> ";
}

} // namespace crawlscope::test
