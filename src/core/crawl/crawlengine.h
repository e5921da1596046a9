// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/analysisbackend.h"
#include "core/crawl/addressguard.h"
#include "core/crawl/crawlconfig.h"
#include "core/crawl/crawlcontroller.h"
#include "core/crawl/earlierrun.h"
#include "core/crawl/engineoutbox.h"
#include "core/crawl/exchange.h"
#include "core/crawl/hostdesk.h"
#include "core/crawl/linkdesk.h"
#include "core/crawl/robotsfetch.h"
#include "core/crawl/sitemapdesk.h"
#include "core/crawl/waterfall.h"
#include "core/frontier/frontier.h"
#include "core/frontier/robotscache.h"
#include "core/net/cookiejar.h"
#include "core/net/fetchbackend.h"
#include "core/stats/statscollector.h"
#include "core/url/urllist.h"
#include "core/util/clock.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <unordered_map>

namespace crawlscope {

/// One run: grants slots, follows redirects, sends bodies to the analysis, makes rows, keeps the counts.
///
/// Every unique URL is in exactly one place: not yet fed, pending in the frontier, in flight, being analysed, put back
/// by stop() or not part of this run, or ended; counts() adds the places up independently, and UrlCounts::addUp() holds
/// after every call. With a recorder rows, points, events and snapshots leave through it, once they are on the disk;
/// stateChanged() of the end comes after the last of them. While the recorder has a fault no slot is granted and the
/// run does not end by itself. Thread: the engine's, all of it; results leave through the EngineOutbox.
class CrawlEngine : public QObject
{
    Q_OBJECT
public:
    using State = CrawlController::State;
    static constexpr int kTickMs = 20;

    struct Parts
    {
        RunStart start;
        std::unique_ptr<FetchBackend> fetcher;
        std::unique_ptr<AnalysisBackend> analysis;
        std::shared_ptr<EngineOutbox> outbox;
        MonotonicClock clock = steadyMicros;
        int descriptorBudget = 0; ///< most requests in flight the process can carry; 0: unknown
    };
    explicit CrawlEngine(Parts parts, QObject *parent = nullptr);
    ~CrawlEngine() override;

    void start();
    void pause();
    void resume();
    void stop();
    void setLimits(const CrawlLimits &limits);
    /// Whether each publish carries the exchanges in flight and those that ended last; off at first.
    void setWaterfallWanted(bool wanted);
    /// Whether each publish carries the hosts that changed; off at first.
    void setHostsWanted(bool wanted);
    void pauseHost(const QByteArray &key);
    void resumeHost(const QByteArray &key);
    /// Feeds, checks deadlines, grants, takes reports, publishes. Every kTickMs by the own timer after start().
    void tick();
    /// Takes the reports that are ready; called when the analysis says so.
    void takeReports();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] UrlCounts counts() const;

Q_SIGNALS:
    void stateChanged(crawlscope::CrawlController::State state);

private:
    void setState(State state);
    void noteLag(qint64 nowMicros);
    [[nodiscard]] bool wasLate(qint64 startMicros) const;
    void feed(std::size_t most);
    void pump();
    [[nodiscard]] WaitState blockedBy() const; ///< reason None: nothing but the frontier decides
    bool begin(Frontier::Grant grant);
    Exchange &exchangeOf(Frontier::Grant grant);
    void send(Exchange &exchange, Frontier::Grant grant);
    void onFetched(FetchResult &&result);
    void onSettled();
    bool followRedirect(Exchange &exchange, const FetchResult &result);
    void analyse(Exchange &exchange, FetchResult &&result);
    [[nodiscard]] qint64 previewBytes(const ResultRow &row) const;
    void endRow(quint32 entry);
    [[nodiscard]] RowState stateOf(const ResultRow &row) const;
    quint64 &countOf(RowState state);
    void takeBack(quint32 entry);
    void tellOfRules();
    void settle();
    void announceEnd();
    void noteStorage();
    // enginerestart.cpp
    void restore(const RunStart &start);
    void restoreRow(const ResultRecord &record);
    void prepareRow(ResultRow *row) const;
    void leaveOut(quint32 entry);
    void confirm(Exchange &exchange);
    void endRetry();
    void noteLimitChange(EventId id, qint64 before, qint64 after);
    void event(EventId id, EventLevel level, qint64 a = 0, qint64 b = 0, const QByteArray &text = {},
               ErrorId error = ErrorId::None);
    void applyLimits();
    void publish();
    void noteAnalysis(StatsSnapshot *snapshot) const;
    // enginehosts.cpp
    [[nodiscard]] QByteArray queueKey(const QByteArray &url) const;
    void addFresh(quint32 entry, const QByteArray &key);
    void noteAttempt(const Exchange &exchange, const FetchResult &result);
    void noteAddress(const QByteArray &url, const FetchResult &result);
    void noteAnswer(HostDesk::Attempt attempt, const FetchResult &result);
    void noteHostLimits(const CrawlLimits &before, const CrawlLimits &after);
    void leaveGivenUp();
    void leaveEntry(quint32 entry);
    void publishHosts();
    void noteResources(StatsSnapshot *snapshot);
    void fillEta(StatsSnapshot *snapshot);
    // enginerobots.cpp
    bool heedRobots(Frontier::Grant grant, Exchange &exchange);
    void fetchRobots(Frontier::HostId host, const QByteArray &origin, const QByteArray &url, bool denyPrivate);
    void sendRobots(quint64 id, RobotsFetch &fetch);
    void onRobotsFetched(FetchResult &&result);
    bool followRobots(RobotsFetch &fetch, const FetchResult &result);
    // enginefollow.cpp
    void askForFacts(const Exchange &exchange, const FetchResult &result, AnalysisTask *task);
    void followLinks(const Exchange &exchange, const PageReport &report, LinkDesk::Links *links);
    void takeFound(const std::vector<quint32> &fresh, const AddressGuard::Hop &from);
    void recordPage(quint32 entry, const PageReport &report, const LinkDesk::Links &links);
    void tellOfTraps();
    [[nodiscard]] qint64 readyMicros(quint32 entry) const; ///< since when the URL waits for its slot
    [[nodiscard]] AddressGuard::Ruling rulingOf(quint32 entry);
    bool refuseAddress(Frontier::Grant grant, Exchange &exchange);
    bool refuseTrap(Frontier::Grant grant, Exchange &exchange);
    [[nodiscard]] QByteArrayView listedUrl(quint32 entry) const; ///< empty: it was found
    // enginesitemaps.cpp
    void askForSitemaps(quint32 entry);
    void queueSitemap(SitemapDesk::Id id);
    bool beginSitemap(Frontier::Grant grant);
    bool awaitRobots(Frontier::Grant grant, const SitemapDesk::Task &task);
    void sendSitemap(Frontier::Grant grant, SitemapDesk::Task &task);
    void onSitemapFetched(FetchResult &&result);
    bool redirectSitemap(SitemapDesk::Id id, const FetchResult &result);
    bool trySitemapLater(SitemapDesk::Id id, const FetchResult &result);
    void readSitemap(SitemapDesk::Id id, FetchResult &&result);
    void takeSitemap(const PageReport &report);
    void takeListed();
    void moveSitemaps();
    void sitemapFaulty(const SitemapDesk::Task &task, SitemapFault fault);
    [[nodiscard]] bool sitemapsDone() const { return !m_sitemaps || (m_fed == m_feedEnd && m_sitemaps->isIdle()); }
    [[nodiscard]] quint64 sitemapsIn(SitemapDesk::State state) const
    {
        return m_sitemaps ? m_sitemaps->inState(state) : 0;
    }
    // engineretries.cpp
    [[nodiscard]] bool retryLater(Exchange &exchange, const FetchResult &result);
    void prepareAgain(Exchange &exchange);
    void beginSecondPass();
    void endWaiting();
    // enginewaterfall.cpp
    [[nodiscard]] WaterfallItem waterfallItem(const Exchange &exchange, quint64 id, const PhaseTimes &times) const;
    [[nodiscard]] WaterfallItem endedItem(const Exchange &exchange, const FetchResult &result) const;
    void noteEnded(WaterfallItem item, const Exchange &exchange, bool followed);
    void publishWaterfall(bool always);
    /// µs since the session began, pauses between its runs left out.
    [[nodiscard]] qint64 sinceStart() const { return m_earlier.elapsedMicros + m_clock() - m_startMicros; }
    /// A URL as it may be recorded.
    [[nodiscard]] QByteArray shown(const QByteArray &url) const { return m_redactor.hasKeys() ? m_redactor(url) : url; }
    [[nodiscard]] qint64 activeMicros() const;

    std::shared_ptr<const UrlList> m_urls;
    CrawlConfig m_config;
    HeaderList m_usualHeaders; ///< of a request without cookie and credentials of its own
    std::unique_ptr<FetchBackend> m_fetcher;
    std::unique_ptr<AnalysisBackend> m_analysis;
    std::shared_ptr<RunRecorder> m_recorder; ///< null: none
    std::shared_ptr<EngineOutbox> m_outbox;
    MonotonicClock m_clock;
    int m_descriptorBudget;

    State m_state = State::Idle;
    Frontier m_frontier;
    HostDesk m_desk;
    RobotsCache m_robots;
    std::unordered_map<quint64, RobotsFetch> m_robotsFetches; ///< by request id
    std::vector<quint32> m_secondPass; ///< entries that wait for it
    double m_secondPassRate = 0; ///< requests a second while it runs; 0: it does not
    bool m_runGaveUp = false;
    bool m_hostsWanted = false;
    bool m_hostsAll = true; ///< the next update carries every host
    qint64 m_lastHosts = 0;
    EtaBound m_eta;
    qint64 m_lastEta = 0;
    qint64 m_laggedUntil = -1; ///< the loop was late until then
    int m_descriptors = -1;
    StatsCollector m_stats;
    WaterfallCollector m_waterfall;
    quint64 m_waterfallPublished = 0; ///< exchanges ended by then
    bool m_waterfallWanted = false;
    CookieJar m_cookies;
    AddressGuard m_guard;
    QTimer m_timer;
    std::unordered_map<quint32, std::unique_ptr<Exchange>> m_exchanges; ///< by entry; fetching, waiting or analysing
    std::vector<AnalysisTask> m_tasks; ///< of results that came together
    std::unique_ptr<LinkDesk> m_links; ///< null: no links are followed
    std::unique_ptr<SitemapDesk> m_sitemaps; ///< null: none are read
    std::shared_ptr<const ExtractionRules> m_rules; ///< null: none
    quint32 m_restingRules = 0; ///< bit n: that rule n rests was told
    /// Of what this run found; the first is m_feedEnd.
    struct FoundNote
    {
        quint32 atMs : 30; ///< since the start of this run
        quint32 refused : 1; ///< the way there leads into a private network
        quint32 denyPrivate : 1; ///< see AddressGuard::Ruling
    };
    std::vector<FoundNote> m_foundNotes;
    std::size_t m_fed = 0; ///< entries of the list looked at
    std::size_t m_feedEnd = 0; ///< of those known when the run began; what is found goes to the frontier at once
    quint64 m_unfed = 0; ///< unique entries not yet in the frontier
    quint64 m_putBack = 0; ///< left over by stop(), or not part of this run
    quint64 m_withheld = 0; ///< URLs left out since the secret part of them is not known, not yet reported
    quint64 m_analysing = 0;
    quint64 m_done = 0;
    quint64 m_failed = 0;
    quint64 m_skipped = 0;
    quint32 m_serial = 0;
    int m_lane = 0;
    Redactor m_redactor;
    qint64 m_previewBytes;
    qint64 m_fullPreviewsBytes;
    qint64 m_allPreviewsBytes;
    qint64 m_previewsKept = 0; ///< bytes of this run
    int m_failuresLogged = 0;
    EarlierRun m_earlier;
    std::shared_ptr<std::atomic<bool>> m_recorded; ///< set by the recorder when the end of the run is on the disk
    SessionError m_storageError = SessionError::None; ///< as last reported
    bool m_pumping = false;
    bool m_stopForFailure = false;
    qint64 m_startMicros = 0;
    qint64 m_activeSince = -1; ///< -1: the clock of the running time stands
    qint64 m_activeMicros = 0;
    qint64 m_lastTick = -1;
    qint64 m_worstLag = 0;
    LatencyHistogram m_lags; ///< of all ticks
    qint64 m_lastPublish = 0;
};

} // namespace crawlscope
