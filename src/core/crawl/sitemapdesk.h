// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/sitemapwalk.h"
#include "core/crawl/crawlconfig.h"
#include "core/net/fetchtypes.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QHash>
#include <QSet>

#include <array>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace crawlscope {

/// The sitemaps of a run: which are to be read, how many at once, what their answers mean, and the URLs they list until
/// the engine has taken them over.
///
/// Each origin of the list is asked once (ask()): its robots.txt names sitemaps, else /sitemap.xml is tried. Those and
/// the user's may be indexes, which name further ones. A sitemap under way is a Task; its id stands for it in the
/// frontier, where it waits as a URL does. Bounds: kMostTasks of those that are named, kMostAtOnce under way, and at
/// most kMostKept URLs that lie outside the area of the list are kept for the case that the area grows.
/// Decides only; nothing is fetched here. Thread: the engine's.
class SitemapDesk
{
public:
    using Id = quint32;
    static constexpr Id kFirstId = 0xf0000000U; ///< no list is that long
    static constexpr std::size_t kMostTasks = 1000;
    static constexpr int kMostAtOnce = 16; ///< fetched or read
    static constexpr qint64 kMostBuffered = 64LL * 1024 * 1024; ///< with more in flight no further one starts
    static constexpr int kMostRedirects = 5; ///< as of robots.txt
    static constexpr std::size_t kMostKept = 100'000;

    enum class Origin : quint8 {
        Usual, ///< /sitemap.xml of an origin of the list: need not exist
        Robots, ///< a robots.txt names it
        Index, ///< another sitemap does
        User,
    };
    enum class State : quint8 {
        Queued, ///< in the frontier
        Parked, ///< until there is room, or its time has come
        Fetching,
        Reading,
    };
    struct Task
    {
        SitemapWalk::Step step; ///< who named it, and how
        QByteArray url; ///< of the hop
        QByteArray remoteIp; ///< that answered last
        Origin origin = Origin::Usual;
        State state = State::Parked;
        bool asked = false; ///< robots.txt is known: `url` is what is to be fetched
        bool denyPrivate = false;
        bool credentials = false; ///< it is of the list or the user's own, and no redirect led elsewhere
        bool alone = false; ///< did not fit beside others; nothing else starts meanwhile
        int redirects = 0;
        int attempts = 0;
        quint32 host = 0; ///< Fetching: holds the slot
        int inFlightAtStart = 0; ///< of the host
        qint64 startMicros = 0;
        quint16 status = 0;
        ErrorId error = ErrorId::None;
    };
    /// A URL that a sitemap lists.
    struct Listed
    {
        QByteArray url;
        QByteArray from; ///< the sitemap, after redirects
        QByteArray fromIp;
    };
    /// What an answer leads to, but for another attempt.
    enum class Next : quint8 {
        Read, ///< there is a body
        Redirect,
        Again, ///< alone: the body did not fit into the memory for bodies
        Missing, ///< /sitemap.xml that is not there
        Failed,
    };

    explicit SitemapDesk(const FollowConfig &config);

    [[nodiscard]] static bool isTask(quint32 entry) { return entry >= kFirstId; }
    /// An origin of the list is to be asked; none: it was before, or sitemaps are not looked for.
    [[nodiscard]] std::optional<Id> ask(QByteArrayView url);
    /// Its robots.txt, if there is one, names these. True: none, the task goes on with /sitemap.xml. False: it is gone,
    /// admit() has what follows.
    bool asked(Id id, const QByteArrayList &sitemaps);
    /// The address that answered for the robots.txt of an origin of the list.
    void noteRobots(const QByteArray &origin, const QByteArray &remoteIp);
    /// Tasks for what was named meanwhile, Parked, as many as there may be.
    [[nodiscard]] std::vector<Id> admit();

    [[nodiscard]] Task &at(Id id) { return m_tasks.at(id); }
    [[nodiscard]] bool has(Id id) const { return m_tasks.find(id) != m_tasks.end(); }
    void setState(Id id, State state);
    void drop(Id id);
    /// Whether the task may be fetched now. `buffered`: bytes of bodies in flight.
    [[nodiscard]] bool mayStart(const Task &task, qint64 buffered) const;
    /// Until there is room; `notBeforeMicros`: and until then.
    void park(Id id, qint64 notBeforeMicros = 0);
    /// Parked tasks that may go on, at most as many as there is room for.
    [[nodiscard]] std::vector<Id> wake(qint64 nowMicros, qint64 buffered);

    [[nodiscard]] static Next judge(const Task &task, const FetchResult &result);
    /// The task ends with the file that it was for.
    void read(Id id, std::shared_ptr<const SitemapFile> file);
    /// The next URL that a file lists, where there is one; sitemaps that an index names are taken over along the way.
    /// Each of both takes one of `*steps`; nothing when they are used up.
    [[nodiscard]] std::optional<Listed> takeListed(int *steps);
    /// One that lies outside the area of the list. False: there are too many.
    bool keep(Listed listed);
    /// The area of the list has grown: those kept come again.
    void areaGrew();

    [[nodiscard]] quint64 inState(State state) const { return m_inState[static_cast<std::size_t>(state)]; }
    /// Nothing is under way, waits or is still to be taken over.
    [[nodiscard]] bool isIdle() const { return m_tasks.empty() && m_walk.isEmpty() && !hasListed(); }
    [[nodiscard]] bool hasListed() const { return !m_files.empty() || !m_again.empty(); }
    /// Sitemaps not read, being too many or indexes in an index; once.
    [[nodiscard]] quint64 takeLeftOut();

private:
    struct File
    {
        std::shared_ptr<const SitemapFile> file;
        SitemapWalk::Step step;
        QByteArray from;
        QByteArray fromIp;
        std::size_t next = 0;
    };
    Id insert(Task task);
    [[nodiscard]] int active() const;

    bool m_wanted;
    SitemapWalk m_walk;
    QSet<QByteArray> m_origins; ///< asked
    QByteArray m_lastOrigin; ///< lists are mostly in order of hosts
    QHash<QByteArray, QByteArray> m_robotsIps;
    std::unordered_map<Id, Task> m_tasks;
    std::array<quint64, 4> m_inState {};
    std::deque<Id> m_parked;
    std::deque<Id> m_alone; ///< parked, until nothing else is under way
    std::multimap<qint64, Id> m_later; ///< parked, by the time that has to come
    Id m_single = 0; ///< under way alone; 0: none
    std::deque<File> m_files;
    std::deque<Listed> m_kept;
    std::deque<Listed> m_again; ///< kept ones that come again
    Id m_next = kFirstId;
    quint64 m_leftOutTold = 0;
};

} // namespace crawlscope
