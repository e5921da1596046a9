// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlcontroller.h"
#include "core/crawl/waterfall.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <array>
#include <memory>
#include <vector>

namespace crawlscope {

/// A URL of one of two runs side by side, all its hops. Times in µs since the first request of its run.
struct SideUrl
{
    quint32 entry = 0; ///< index into the sample
    qint64 startMicros = 0;
    qint64 endMicros = 0; ///< of the last hop; of one in flight, the moment of looking
    RowState state = RowState::Left; ///< Left: in flight
    FlightState::Stage stage = FlightState::Stage::Connecting; ///< of one in flight
    ErrorId error = ErrorId::None;
    quint16 status = 0;
    quint8 redirects = 0;
    PhaseTimes times; ///< as of a ResultRow: phases of the last hop, `total` of all
    [[nodiscard]] bool inFlight() const { return state == RowState::Left; }
    bool operator==(const SideUrl &) const = default;
};

/// The queue of the event loop from one moment on; ready + inFlight + done are the URLs of the run.
struct SideQueue
{
    qint64 atMicros = 0;
    quint32 ready = 0;
    quint32 inFlight = 0;
    quint32 done = 0;
    bool operator==(const SideQueue &) const = default;
};

/// The analysis pool at one moment.
struct SidePool
{
    qint64 atMicros = 0;
    int threads = 0;
    int busy = 0;
    int queued = 0; ///< pages that wait for a thread
    bool operator==(const SidePool &) const = default;
};

/// One of two runs of the same URLs.
struct SideRun
{
    int level = 0; ///< allowed in flight
    std::vector<SideUrl> urls; ///< those that have begun, in the order they did
    std::vector<SideQueue> queue; ///< a point for each change, ascending
    std::vector<SidePool> pool; ///< ascending
    quint32 sample = 0; ///< URLs of the run; what robots.txt forbids is left out
    quint32 ended = 0;
    quint32 failed = 0; ///< of them
    quint32 skipped = 0; ///< not requested, and no part of `sample`
    qint64 durationMicros = 0; ///< first start to last end, or to the moment of looking
    double ratePerS = 0; ///< URLs that ended a second; 0: no time has passed
    double waitShare = 0; ///< of the time of all URLs that ended, how much was waiting for the server
    int mostInFlight = 0; ///< really; what overlaps by less than 0.1 ms does not count
    bool complete = false; ///< every URL has ended
};
/// Figures and series of a run from its URLs, in any order: starts are moved so that the first is at 0, and the pool
/// along with them. `sample`: URLs of the run, those that were skipped included. Pure.
[[nodiscard]] SideRun evaluateSide(int level, quint32 sample, quint32 skipped, std::vector<SideUrl> urls,
                                   std::vector<SidePool> pool);
/// How many times as fast the second was; 0: not both are complete.
[[nodiscard]] double sideSpeedup(const SideRun &first, const SideRun &second);

/// Makes two runs of the same sample of a list: one URL after another, then several at a time. Owns the controller that
/// makes them. Thread: the owner's; calls return at once. Nothing is recorded in a session.
class SideBySide : public QObject
{
    Q_OBJECT
public:
    static constexpr quint32 kLeastUrls = 5;
    static constexpr quint32 kMostUrls = 400;
    struct Plan
    {
        quint32 urls = 40; ///< kLeastUrls … kMostUrls, drawn at random; all of the list, if it has fewer
        int level = 20; ///< in flight in the second run, 2 … CrawlLimits::kMaxInFlight
        quint64 seed = 1; ///< of the sample
    };

    explicit SideBySide(QObject *parent = nullptr);
    ~SideBySide() override; ///< ends the run under way and joins

    /// Precondition: not active(), `config` is valid. Figures of `plan` are cut to their ranges. Retries, breakers,
    /// following and the like are off, see SweepPlan::configFor(); `keepPerHost` as there. False, and nothing begins:
    /// the list has no URL.
    [[nodiscard]] bool start(const UrlList &urls, const CrawlConfig &config, const Plan &plan, bool keepPerHost);
    void cancel(); ///< what has ended stays; finished() follows
    [[nodiscard]] bool active() const { return m_active; }
    [[nodiscard]] bool cancelled() const { return m_cancelled; }
    [[nodiscard]] int current() const { return m_current; } ///< index of the run under way, or of the last one
    [[nodiscard]] const std::shared_ptr<const UrlList> &sample() const { return m_urls; } ///< null before start()
    /// One after another, and several at a time; as far as they have come.
    [[nodiscard]] const std::array<SideRun, 2> &runs() const { return m_runs; }

Q_SIGNALS:
    void progressed(); ///< ten times a second at most, and after each run
    void finished();

private:
    void startNext();
    void takeUpdate();
    void noteStarts(const WaterfallSnapshot &picture);
    void evaluate();
    void runEnded();
    void finish();

    CrawlController m_controller;
    QTimer m_timer;
    CrawlConfig m_config;
    std::shared_ptr<const UrlList> m_urls;
    std::array<SideRun, 2> m_runs;
    std::array<int, 2> m_levels {};
    int m_current = 0;
    // Of the run under way, times in µs since its start:
    std::vector<ResultRow> m_rows;
    std::vector<SidePool> m_pool;
    QHash<quint32, qint64> m_starts; ///< of entries; exact, where rows have whole ms
    std::shared_ptr<const WaterfallSnapshot> m_picture; ///< the newest
    quint32 m_skipped = 0;
    bool m_keepPerHost = false;
    bool m_active = false;
    bool m_cancelled = false;
};

} // namespace crawlscope
