// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/runrecorder.h"
#include "core/url/urllist.h"

#include <QString>

#include <chrono>
#include <memory>

namespace crawlscope {

/// What a session file is told when it is made.
struct SessionHead
{
    std::shared_ptr<const UrlList> urls;
    QByteArray configJson; ///< secrets redacted
};

/// Writes a session file: an SQLite database (WAL, synchronous FULL) with the input lines, the configuration, one row
/// per URL and attempt, its redirects, pages and links, time series and events, and a view `results` with the fields of
/// the exports.
///
/// One write connection in a thread of its own ("session"). What is queued is written in one transaction at most every
/// Options::commitMs, then handed to the sink. A QLockFile beside the file keeps a second process from writing.
/// Faults (disk full, file gone, locked) roll back, keep everything queued and are tried again every retryMs; a file
/// that was deleted is written anew from the open connection.
class SessionStore final : public RunRecorder
{
public:
    struct Options
    {
        int commitMs = 100;
        int retryMs = 1000;
        std::size_t maxQueuedRows = 50'000; ///< beyond it backlogged()
        qint64 maxQueuedBytes = 32LL * 1024 * 1024; ///< likewise
        std::function<void()> beforeCommit; ///< for tests: a slow disk; called in the writer's thread
    };
    static constexpr int kSchemaVersion = 4; ///< PRAGMA user_version
    static constexpr quint32 kApplicationId = 0x43724C53; ///< "CrLS"

    /// Makes a new file with the whole list in it; fails where there is one. Blocks, about 2 s for a million lines;
    /// thread: any. Null with a fault.
    [[nodiscard]] static std::unique_ptr<SessionStore> create(const QString &path, const SessionHead &head,
                                                              SessionFault *fault);
    [[nodiscard]] static std::unique_ptr<SessionStore> create(const QString &path, const SessionHead &head,
                                                              SessionFault *fault, const Options &options);
    /// Goes on with a file: a resumed run (`lane` as it was) or a further lane. Migrates an older schema first.
    [[nodiscard]] static std::unique_ptr<SessionStore> open(const QString &path, bool newLane, SessionFault *fault);
    [[nodiscard]] static std::unique_ptr<SessionStore> open(const QString &path, bool newLane, SessionFault *fault,
                                                            const Options &options);
    /// Adds a sweep to a session that no run writes to; its state stays. Migrates an older schema first. Blocks as
    /// long as the disk takes; thread: any.
    [[nodiscard]] static SessionFault addSweep(const QString &path, const StoredSweep &sweep);
    /// A new session of a list of which nothing was requested but for a sweep; its state is Finished, so that nobody is
    /// asked to go on with it. Blocks as create() does.
    [[nodiscard]] static SessionFault createForSweep(const QString &path, const SessionHead &head,
                                                     const StoredSweep &sweep);
    ~SessionStore() override; ///< commits what is queued, closes, joins

    [[nodiscard]] QString path() const; ///< Thread: any; changes by saveAs()
    /// Writes all there is to another file (over what is there, unless it is a session in use) and goes on there;
    /// `done` in the writer's thread, with a fault where the old file stays. `removeOld`: the old file was only a
    /// default. Readers of the old path see nothing further.
    void saveAs(const QString &path, bool removeOld, std::function<void(SessionFault)> done);

    void setSink(Sink sink) override;
    void started(quint32 entry) override;
    void ended(ResultRow &&row, RowDetails &&details) override;
    void found(const std::vector<FoundUrl> &urls) override;
    void inSitemap(const std::vector<quint32> &entries) override;
    void page(quint32 entry, PageRecord &&facts) override;
    void links(quint32 entry, const std::vector<LinkRecord> &links) override;
    void takenBack(quint32 entry) override;
    void point(const TimePoint &point) override;
    void event(const RunEvent &event) override;
    void snapshot(StatsSnapshot &&snapshot) override;
    void config(const QByteArray &json) override;
    void finish(SessionState state, std::function<void()> done) override;
    [[nodiscard]] bool backlogged() const override;
    [[nodiscard]] qint64 queued() const override;
    [[nodiscard]] SessionFault fault() const override;

private:
    class Private;
    explicit SessionStore(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

} // namespace crawlscope
