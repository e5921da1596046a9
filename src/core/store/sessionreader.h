// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/detailsource.h"
#include "core/store/pagerecord.h"
#include "core/store/resulttable.h"
#include "core/url/urllist.h"

#include <QJsonObject>

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

namespace crawlscope {

/// Reads a session file, also while another process or thread writes to it. Never changes the file; one of an older
/// version is migrated in a copy in memory or in the folder for temporary files.
///
/// Thread: details(), attempts(), entryLinks(), page(), linksFrom() and linksTo() any, several at a time (a mutex
/// inside); all else one at a time.
class SessionReader final : public DetailSource
{
public:
    struct Progress
    {
        std::atomic<bool> cancelled = false; ///< set by anyone: the call under way soon returns null or empty
        std::atomic<quint64> rows = 0;
    };

    /// Null with a fault: missing, no session, damaged, newer, locked.
    [[nodiscard]] static std::unique_ptr<SessionReader> open(const QString &path, SessionFault *fault);
    /// For lists: opens, reads the head, closes. A broken file gives an info with a fault.
    [[nodiscard]] static SessionInfo info(const QString &path);
    ~SessionReader() override;

    [[nodiscard]] SessionInfo info() const;
    [[nodiscard]] QJsonObject config() const;
    /// The input as it was: verdicts, line numbers, duplicates, and then the URLs that were found, with line 0.
    /// Credentials of URLs are not in it.
    [[nodiscard]] std::shared_ptr<const UrlList> urls(Progress *progress = nullptr);
    /// Every URL's newest row, in the order in which they ended.
    [[nodiscard]] std::shared_ptr<ResultTable> table(Progress *progress = nullptr);
    [[nodiscard]] std::vector<TimePoint> points() const;
    [[nodiscard]] std::vector<RunEvent> events() const;
    /// Sweeps of the session in the order of adding, without their results; at most kMostSweeps.
    [[nodiscard]] std::vector<StoredSweep> sweeps() const;
    /// Nothing: there is none of that id, or its result is larger than kMostSweepBytes.
    [[nodiscard]] std::optional<StoredSweep> sweep(qint64 id) const;
    static constexpr int kMostSweeps = 10'000;
    static constexpr int kMostSweepBytes = 64 * 1024 * 1024;
    /// Entries that were in flight at the last commit and have no row: to be sent again.
    [[nodiscard]] std::vector<quint32> inFlight() const;
    /// URLs that were found; the first has the entry after the last of the input.
    [[nodiscard]] std::vector<FoundUrl> found() const;
    /// Entries that a sitemap lists.
    [[nodiscard]] std::vector<quint32> sitemapUrls() const;
    /// Entry and content hash of each page whose body was read, in no order. About 0.5 s for a million.
    [[nodiscard]] std::vector<std::pair<quint32, quint64>> contentHashes(const Progress *progress = nullptr) const;
    /// Calls `take` with each link, page by page, until it returns false. About 2 s for a million.
    void eachLink(const std::function<bool(const LinkLine &)> &take) const;
    /// Likewise with links between URLs of the run, without their texts: about 0.4 s for a million.
    void eachLinkEnds(const std::function<bool(const LinkEnds &)> &take) const;
    /// Calls `take` with what the analysis found on the page of each entry, in its newest attempt and in the order of
    /// entries, until it returns false. The texts live until `take` returns.
    void eachPage(const std::function<bool(quint32 entry, const PageRecord &page)> &take) const;
    /// Why the last call gave null or nothing: damage is often found only on the way. None: there was nothing.
    [[nodiscard]] SessionFault fault() const;
    /// PRAGMA integrity_check; blocks long. Empty: sound.
    [[nodiscard]] QString integrityFault() const;

    [[nodiscard]] std::optional<RowDetails> details(quint32 entry, int attempt = 0) const override;
    [[nodiscard]] std::vector<AttemptSummary> attempts(quint32 entry) const override;
    [[nodiscard]] EntryLinks entryLinks(quint32 entry, qint64 most) const override;
    /// Names of the columns that the rules of the run make, as table() has them.
    [[nodiscard]] QByteArrayList columns() const;
    [[nodiscard]] std::optional<PageRecord> page(quint32 entry) const;
    [[nodiscard]] std::optional<PageRecord> pageOf(quint32 entry) const override { return page(entry); }
    [[nodiscard]] std::vector<StoredLink> linksFrom(quint32 entry) const;
    /// At most `most`. At once after a run has ended; before, all links are looked through.
    [[nodiscard]] std::vector<StoredLink> linksTo(quint32 entry, qint64 most = 10'000) const;

private:
    class Private;
    explicit SessionReader(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

} // namespace crawlscope
