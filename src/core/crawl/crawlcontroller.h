// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlconfig.h"
#include "core/stats/hostsnapshot.h"
#include "core/stats/statssnapshot.h"
#include "core/store/resulttable.h"
#include "core/store/runrecorder.h"
#include "core/url/urllist.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace crawlscope {

struct WaterfallSnapshot;

/// What a run begins with: a list afresh, the rest of a session, or its failed URLs once more.
struct RunStart
{
    std::shared_ptr<const UrlList> urls;
    CrawlConfig config;
    std::shared_ptr<RunRecorder> recorder; ///< null: nothing is recorded, no details are kept
    std::shared_ptr<const ResultTable> earlier; ///< rows of earlier runs of the session; null: the first
    std::vector<quint32> sentAgain; ///< entries that were in flight when the earlier run was cut off
    std::optional<std::vector<quint32>> retry; ///< entries with a row that are tried again; nothing else is fetched
    int lane = 0; ///< number of the retry, from 1
    /// What is kept of a body that is ok; of failed ones always RowDetails::kPreviewBytes. Writing 8 KiB takes most of
    /// what a row costs, so after the first previews of a run its others are short, and in the end there are none.
    qint64 previewBytes = RowDetails::kPreviewBytes;
    static constexpr qint64 kShortPreview = 1024;
    qint64 fullPreviewsBytes = 64LL * 1024 * 1024; ///< previews of the run after which they are short
    qint64 allPreviewsBytes = 512LL * 1024 * 1024; ///< after which there are none
    qint64 elapsedMs = 0; ///< running time of the earlier runs, which time series go on from
};

/// What happened since the last call of CrawlController::takeUpdate().
struct CrawlUpdate
{
    std::vector<ResultRow> rows; ///< URLs that ended
    StatsSnapshot snapshot; ///< the newest
    std::vector<TimePoint> points; ///< seconds that ended
    std::vector<RunEvent> events;
    /// The newest, null when there is none: while wanted, and once at the end of a run.
    std::shared_ptr<const WaterfallSnapshot> waterfall;
    std::optional<HostsUpdate> hosts; ///< while wanted
    bool hasSnapshot = false;
};

/// The one face of a crawl for front ends: starts and steers the engine in its own thread.
/// Thread: the GUI's (main in the command line). All calls return at once; the destructor ends the run and joins.
class CrawlController : public QObject
{
    Q_OBJECT
public:
    enum class State : quint8 {
        Idle,
        Running,
        Pausing, ///< no new requests; those in flight go on
        Paused,
        Stopping, ///< those in flight are being cancelled
        Finished, ///< every URL has ended
        Stopped, ///< ended by stop() or the first failure; URLs are left
    };
    Q_ENUM(State)

    explicit CrawlController(QObject *parent = nullptr);
    ~CrawlController() override;

    /// Starts a run. Precondition: not active(), config.validate() is empty.
    void start(RunStart start);
    void pause(); ///< drains: requests in flight end normally
    void resume();
    void stop(); ///< cancels what is in flight; those URLs stay `left`
    /// Takes effect in the engine within its next tick (at most 100 ms), in both directions.
    void setLimits(const CrawlLimits &limits);
    /// Whether updates carry the exchanges on the wire. Off at first; stays over runs.
    void setWaterfallWanted(bool wanted);
    /// Whether updates carry the hosts, twice a second. Off at first; stays over runs.
    void setHostsWanted(bool wanted);
    /// `key` as in HostRow. What is in flight to it goes on.
    void pauseHost(const QByteArray &key);
    void resumeHost(const QByteArray &key); ///< also ends a wait of its breaker, of Retry-After and of backing off

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool active() const; ///< Running, Pausing, Paused or Stopping
    /// Everything since the last call; the front end calls it on its own timer. The last rows of a run are there, and
    /// recorded, before finished() is emitted.
    [[nodiscard]] CrawlUpdate takeUpdate();

Q_SIGNALS:
    void stateChanged(crawlscope::CrawlController::State state);
    void finished(); ///< state is Finished or Stopped

private:
    class Private;
    void setState(State state);
    State m_state = State::Idle;
    std::unique_ptr<Private> d;
};

} // namespace crawlscope
