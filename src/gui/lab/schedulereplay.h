// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/schedulesimulator.h"
#include "core/store/sessionreader.h"
#include "gui/background.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace crawlscope::gui {

/// A session replayed with other limits, in a thread of its own. Holds the times of one session, not the session.
/// Another session or other limits cancel what is under way; newer limits begin kSettleMs after the last change.
/// Thread: GUI; the destructor cancels and joins.
class ScheduleReplay : public QObject
{
    Q_OBJECT
public:
    static constexpr int kSettleMs = 150;

    /// A session that is in memory.
    struct Source
    {
        std::shared_ptr<const UrlList> urls; ///< null: there is none
        std::shared_ptr<const ResultTable> table;
        CrawlLimits limits;
        qint64 elapsedMs = 0; ///< running time
        QString name;
    };
    /// What is replayed.
    struct Recorded
    {
        std::shared_ptr<const ScheduleInput> input; ///< null: nothing, or not read yet
        CrawlLimits limits;
        qint64 elapsedMs = 0;
        QString name;
    };
    struct Forecast
    {
        std::shared_ptr<const SchedulePrediction> prediction; ///< null: none yet
        CrawlLimits limits; ///< that it was made with
        qint64 raisedMicros = -1; ///< duration with one more per host; -1: not computed, since it cannot matter
    };

    explicit ScheduleReplay(QObject *parent = nullptr);
    ~ScheduleReplay() override;

    void load(Source source);
    void loadFile(const QString &path);
    void clear(); ///< nothing is replayed any more
    /// Replays with these, once something is loaded.
    void setLimits(const CrawlLimits &limits);

    [[nodiscard]] const Recorded &recorded() const { return m_recorded; }
    [[nodiscard]] const Forecast &forecast() const { return m_forecast; } ///< the newest; may be of earlier limits
    [[nodiscard]] bool loading() const { return m_loading; }
    [[nodiscard]] bool predicting() const { return m_settle.isActive() || m_job != nullptr; }
    [[nodiscard]] double progress() const; ///< of the replay under way, 0 … 1
    /// The hosts of the forecast as CSV; written() tells the outcome.
    void writeHosts(const QString &path);

Q_SIGNALS:
    void loaded(); ///< recorded() is new
    void failed(const crawlscope::SessionFault &fault, const QString &path);
    void predicted(); ///< forecast() is new, or has its raisedMicros
    void written(bool ok, const QString &path);

private:
    struct Job
    {
        std::atomic<bool> cancelled = false;
        std::atomic<quint64> done = 0;
        SessionReader::Progress reading; ///< of a file
        void cancel()
        {
            cancelled = true;
            reading.cancelled = true;
        }
    };
    struct Read
    {
        Recorded recorded;
        SessionFault fault;
    };
    using JobPtr = std::shared_ptr<Job>;
    [[nodiscard]] JobPtr beginLoading();
    void takeRead(const JobPtr &job, Read read, const QString &path);
    void cancel();
    void predict();
    void dispose(std::shared_ptr<const void> object); ///< big things are freed away from the GUI's thread

    Recorded m_recorded;
    Forecast m_forecast;
    CrawlLimits m_limits;
    QTimer m_settle;
    JobPtr m_reading; ///< what reads a session; null: nothing
    JobPtr m_job; ///< the replay under way
    bool m_loading = false;
    Background m_background; // last: joins before what its jobs use goes away
};

} // namespace crawlscope::gui
