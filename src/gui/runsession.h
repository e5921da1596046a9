// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/crawlcontroller.h"
#include "core/crawl/sessionload.h"
#include "core/store/sessionstore.h"
#include "gui/uiupdater.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace crawlscope::gui {

/// One run after another, each with its session file: owns list, table, file and details of what is shown and the pulse
/// that fills them. Files are made and opened in a thread of its own.
/// Thread: GUI. Invariant: table() and urls() belong to the same run; both are null before the first.
class RunSession : public QObject
{
    Q_OBJECT
public:
    using Disposer = std::function<void(std::shared_ptr<const void>)>;

    /// `dispose` lets go of what is big away from the GUI thread.
    RunSession(CrawlController &controller, Disposer dispose, QObject *parent = nullptr);
    ~RunSession() override;

    /// Where start() makes files; empty: SessionPath::defaultFolder().
    void setFolder(const QString &folder) { m_folder = folder; }
    /// Begins a session and its run. Precondition: not active(), config is valid.
    void start(std::shared_ptr<const UrlList> urls, const CrawlConfig &config);
    /// Shows a session that is not running. Precondition: not active().
    void show(const std::shared_ptr<const SessionContents> &contents);
    /// Goes on with the session shown: with what is left, or with `retry` (entries that have a row) alone. `config` may
    /// differ from the stored one. Precondition: not active(), urls() is not null.
    void resume(const CrawlConfig &config, std::optional<std::vector<quint32>> retry = std::nullopt);
    void pauseOrResume();
    void stop();
    void setLimits(const CrawlLimits &limits); ///< no effect without a run
    void setWaterfallWanted(bool wanted) { m_controller.setWaterfallWanted(wanted); } ///< stays over runs
    void setHostsWanted(bool wanted) { m_controller.setHostsWanted(wanted); } ///< likewise
    /// Hosts by their keys in HostRow; no effect without a run.
    void pauseHosts(const QByteArrayList &keys);
    void resumeHosts(const QByteArrayList &keys);
    /// Keeps a sweep of a list, made with `config`: in the session shown where that is of this list and not being
    /// written, else in a new session of the same folder, which further sweeps of the list go to as well. sweepKept()
    /// tells where.
    void keepSweep(const std::shared_ptr<const crawlscope::UrlList> &urls, const crawlscope::CrawlConfig &config,
                   const crawlscope::StoredSweep &sweep);
    /// Moves the session to another file, or copies it where it was not just a default; saved() tells the outcome.
    void saveAs(const QString &path);

    [[nodiscard]] CrawlController::State state() const;
    /// True from start() until every row of the run is in the table.
    [[nodiscard]] bool active() const { return m_preparing || m_controller.active() || m_updater.active(); }
    [[nodiscard]] std::shared_ptr<const UrlList> urls() const { return m_urls; }
    [[nodiscard]] std::shared_ptr<ResultTable> table() const { return m_table; }
    [[nodiscard]] std::shared_ptr<const DetailSource> details() const { return m_reader; }
    /// Whether this list was given to start() or came with the file; urls() is a copy that what is found is added to.
    [[nodiscard]] bool isOf(const std::shared_ptr<const UrlList> &list) const { return list && m_list.lock() == list; }
    [[nodiscard]] QString path() const { return m_path; } ///< of the session file; empty: there is none
    /// The file lies in the folder for temporary files, since the usual one cannot be written.
    [[nodiscard]] bool temporary() const { return m_temporary; }
    [[nodiscard]] const CrawlConfig &config() const { return m_config; } ///< of the run shown, as it began
    [[nodiscard]] std::vector<quint32> failedEntries() const; ///< of the rows shown
    [[nodiscard]] const StatsSnapshot &snapshot() const { return m_snapshot; }
    [[nodiscard]] bool hasSnapshot() const { return m_hasSnapshot; }
    [[nodiscard]] UiUpdater &updater() { return m_updater; }

Q_SIGNALS:
    /// urls(), table() and details() are new; those before live on until this signal has been handled. `goesOn`: the
    /// session was shown before, its rows are still there.
    void started(bool goesOn);
    void shown(const std::shared_ptr<const crawlscope::SessionContents> &contents); ///< likewise
    /// No file could be made or opened for the run: it did not start (resume) or goes on in a temporary file or none.
    void fileFault(const crawlscope::SessionFault &fault, const QString &path);
    void saved(const crawlscope::SessionFault &fault, const QString &path);
    void sweepKept(const crawlscope::SessionFault &fault, const QString &path); ///< empty: nowhere, for that fault
    void stateChanged(crawlscope::CrawlController::State state);
    void updated(const crawlscope::CrawlUpdate &update);
    void ended(); ///< every row is in the table

private:
    struct Prepared
    {
        std::shared_ptr<SessionStore> store;
        std::shared_ptr<SessionReader> reader;
        SessionFault fault;
        QString path;
        bool temporary = false;
    };
    static Prepared makeFile(const QString &folder, const SessionHead &head);
    static Prepared openFile(const QString &path, bool newLane);
    void prepare(std::function<Prepared()> job, std::function<void(Prepared)> then);
    void begin(Prepared prepared, RunStart start, bool goesOn);
    void onUpdated(const CrawlUpdate &update);

    CrawlController &m_controller;
    Disposer m_dispose;
    UiUpdater m_updater;
    QString m_folder;
    std::shared_ptr<const UrlList> m_urls;
    std::weak_ptr<const UrlList> m_list; ///< see isOf()
    std::weak_ptr<const UrlList> m_sweepList; ///< whose sweeps are kept in m_sweepPath
    QString m_sweepPath;
    std::shared_ptr<ResultTable> m_table;
    std::shared_ptr<SessionStore> m_store; ///< while a run writes
    std::shared_ptr<SessionReader> m_reader;
    QString m_path;
    CrawlConfig m_config;
    StatsSnapshot m_snapshot;
    std::vector<quint32> m_sentAgain; ///< of the session shown, for resume()
    qint64 m_elapsedMs = 0; ///< newest time of points and events
    int m_lanes = 0;
    bool m_hasSnapshot = false;
    bool m_temporary = false;
    bool m_preparing = false;
    bool m_stopWanted = false; ///< while preparing
    bool m_fromFile = false; ///< what is shown was opened, not run
    QThreadPool m_pool; // last: joins before the rest goes away
};

} // namespace crawlscope::gui
