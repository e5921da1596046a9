// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessionstore.h"

#include "core/store/sessionfile.h"
#include "core/store/sessionrecord.h"
#include "core/store/siterecord.h"
#include "core/util/platform.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace crawlscope {

namespace {

    using Clock = std::chrono::steady_clock;

    constexpr qint64 kRowBytes = 512; // of heap, that a ResultRow holds while it waits, about

} // namespace

/// The queue between the engine's thread and the writer's, and the loop of the latter.
class SessionStore::Private
{
public:
    Private(std::unique_ptr<SessionFile> file, Options options)
        : m_options(std::move(options))
        , m_file(std::move(file))
        , m_path(m_file->path())
    {
        m_thread = std::thread([this] { loop(); });
    }
    ~Private()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_quit = true;
        }
        m_wake.notify_one();
        m_thread.join();
    }
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    /// Adds to the queue; wakes the writer where it was empty. Thread: the engine's.
    template<typename Add>
    void record(Add add)
    {
        bool wasEmpty = false;
        {
            const std::scoped_lock lock(m_mutex);
            wasEmpty = m_inbox.empty();
            add(m_inbox);
        }
        if (wasEmpty)
            m_wake.notify_one();
    }

    void ended(ResultRow &&row, const RowDetails &details)
    {
        m_queuedRows.fetch_add(1, std::memory_order_relaxed);
        record([&](SessionBatch &inbox) {
            const qsizetype before = inbox.records.size();
            SessionRecords::append(row, details, &inbox.records); // the writer wants the lock only to swap
            m_queuedBytes.fetch_add(inbox.records.size() - before + kRowBytes, std::memory_order_relaxed);
            inbox.flights.emplace_back(row.entry, false);
            inbox.rows.push_back(std::move(row));
        });
    }

    /// Adds to what following links brings; `add` returns the bytes.
    template<typename Add>
    void recordSite(Add add)
    {
        record([&](SessionBatch &inbox) {
            const qint64 bytes = add(inbox);
            inbox.siteBytes += bytes;
            m_queuedBytes.fetch_add(bytes, std::memory_order_relaxed);
        });
    }

    /// Something to be done once all that was recorded before is written. Thread: any.
    void post(std::function<void()> command)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_commands.push_back(std::move(command));
        }
        m_wake.notify_one();
    }

    void setSink(Sink sink)
    {
        const std::scoped_lock lock(m_mutex);
        m_sink = std::move(sink);
    }

    [[nodiscard]] bool backlogged() const
    {
        return m_queuedRows.load(std::memory_order_relaxed) > m_options.maxQueuedRows
            || m_queuedBytes.load(std::memory_order_relaxed) > m_options.maxQueuedBytes;
    }
    [[nodiscard]] qint64 queued() const { return static_cast<qint64>(m_queuedRows.load(std::memory_order_relaxed)); }
    [[nodiscard]] SessionFault fault() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_fault;
    }
    [[nodiscard]] QString path() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_path;
    }

    // In the writer's thread.
    void finish(SessionState state, const std::function<void()> &done);
    [[nodiscard]] SessionFault saveAs(const QString &path, bool removeOld);

private:
    void loop();
    bool waitForWork(std::unique_lock<std::mutex> &lock);
    bool takeInbox();
    bool flush();
    bool commitPending();
    bool attempt(const std::function<void()> &work);
    void setFault(const SessionFault &fault);
    void handOn(bool stored);
    void giveUp();
    void close();

    const Options m_options;
    std::atomic<std::size_t> m_queuedRows = 0;
    std::atomic<qint64> m_queuedBytes = 0;

    // The writer's.
    std::unique_ptr<SessionFile> m_file;
    SessionBatch m_pending; // taken and not yet committed
    Clock::time_point m_due;

    mutable std::mutex m_mutex; // protects the next block
    std::condition_variable m_wake;
    SessionBatch m_inbox;
    std::deque<std::function<void()>> m_commands;
    Sink m_sink;
    SessionFault m_fault;
    QString m_path;
    bool m_quit = false;

    std::thread m_thread;
};

void SessionStore::Private::loop()
{
    platform::nameThread("session");
    std::unique_lock lock(m_mutex);
    for (;;) {
        const bool quit = waitForWork(lock);
        const std::deque<std::function<void()>> commands = std::exchange(m_commands, {});
        lock.unlock();
        for (const auto &command : commands)
            command();
        const auto start = Clock::now();
        if (quit)
            return close();
        const bool good = commitPending();
        m_due = start + std::chrono::milliseconds(good ? m_options.commitMs : m_options.retryMs);
        lock.lock();
    }
}

/// Until a command waits, or something can be written that is due. True: to end.
bool SessionStore::Private::waitForWork(std::unique_lock<std::mutex> &lock)
{
    while (!m_quit && m_commands.empty()) {
        if (m_inbox.empty() && m_pending.empty())
            m_wake.wait(lock);
        else if (Clock::now() >= m_due)
            break;
        else
            m_wake.wait_until(lock, m_due);
    }
    return m_quit;
}

/// False: nothing there.
bool SessionStore::Private::takeInbox()
{
    const std::scoped_lock lock(m_mutex);
    std::swap(m_inbox, m_pending); // which is empty, but has room
    return !m_pending.empty();
}

/// Runs something that writes; on a fault the transaction is rolled back.
bool SessionStore::Private::attempt(const std::function<void()> &work)
{
    SessionFault fault;
    try {
        fault = m_file->ensureInPlace();
        if (!fault)
            work();
    } catch (const SQLite::Exception &error) {
        fault = SessionSql::faultOf(error, m_file->writer().handle(), true);
        m_file->writer().rollback();
    }
    setFault(fault);
    return !fault;
}

/// One batch: what could not be written before, or what has come since.
bool SessionStore::Private::commitPending()
{
    if (m_pending.empty() && !takeInbox())
        return true;
    const bool good = attempt([this] {
        SessionWriter &writer = m_file->writer();
        writer.begin();
        writer.write(m_pending);
        if (m_options.beforeCommit)
            m_options.beforeCommit();
        writer.commit();
    });
    if (good)
        handOn(true);
    return good;
}

/// All that was recorded so far.
bool SessionStore::Private::flush()
{
    for (;;) {
        if (!commitPending())
            return false;
        const std::scoped_lock lock(m_mutex);
        if (m_inbox.empty())
            return true;
    }
}

void SessionStore::Private::setFault(const SessionFault &fault)
{
    const std::scoped_lock lock(m_mutex);
    m_fault = fault;
}

/// What is pending goes to the front end.
void SessionStore::Private::handOn(bool stored)
{
    RecordedBatch batch;
    const std::size_t rows = m_pending.rows.size();
    const qint64 bytes = m_pending.records.size() + static_cast<qint64>(rows) * kRowBytes + m_pending.siteBytes;
    const std::size_t capacity = m_pending.rows.capacity();
    batch.rows = std::move(m_pending.rows);
    batch.points = std::move(m_pending.points);
    batch.events = std::move(m_pending.events);
    batch.snapshot = std::move(m_pending.snapshot);
    batch.stored = stored;
    m_pending.rows = {};
    m_pending.rows.reserve(std::min<std::size_t>(capacity, m_options.maxQueuedRows));
    m_pending.points = {};
    m_pending.events = {};
    m_pending.snapshot.reset();
    m_pending.config.reset();
    m_pending.state.reset();
    m_pending.records.resize(0); // keeps its room
    m_pending.flights.clear();
    m_pending.clearSite();
    Sink sink;
    {
        const std::scoped_lock lock(m_mutex);
        sink = m_sink;
    }
    if (sink && !(batch.rows.empty() && batch.points.empty() && batch.events.empty() && !batch.snapshot))
        sink(std::move(batch));
    m_queuedRows.fetch_sub(rows, std::memory_order_relaxed);
    m_queuedBytes.fetch_sub(bytes, std::memory_order_relaxed);
}

/// The disk does not take it in the end: what is left is shown all the same.
void SessionStore::Private::giveUp()
{
    do
        handOn(false);
    while (takeInbox());
}

void SessionStore::Private::finish(SessionState state, const std::function<void()> &done)
{
    record([state](SessionBatch &inbox) { inbox.state = state; });
    const bool hadFault = static_cast<bool>(fault());
    bool good = flush();
    if (!good && !hadFault) { // a fault that came just now may pass
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, std::chrono::milliseconds(m_options.retryMs), [this] { return m_quit; });
        lock.unlock();
        good = flush();
    }
    if (good)
        m_file->tidy();
    else
        giveUp();
    if (done)
        done();
}

SessionFault SessionStore::Private::saveAs(const QString &path, bool removeOld)
{
    if (!flush())
        return fault();
    SessionFault fault = m_file->moveTo(path, removeOld);
    const std::scoped_lock lock(m_mutex);
    m_path = m_file->path();
    return fault;
}

void SessionStore::Private::close()
{
    if (!flush())
        giveUp();
    m_file.reset();
}

SessionStore::SessionStore(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

SessionStore::~SessionStore() = default;

std::unique_ptr<SessionStore> SessionStore::create(const QString &path, const SessionHead &head, SessionFault *fault)
{
    return create(path, head, fault, Options());
}

std::unique_ptr<SessionStore> SessionStore::create(const QString &path, const SessionHead &head, SessionFault *fault,
                                                   const Options &options)
{
    std::unique_ptr<SessionFile> file = SessionFile::create(path, head, fault);
    if (!file)
        return nullptr;
    return std::unique_ptr<SessionStore>(new SessionStore(std::make_unique<Private>(std::move(file), options)));
}

std::unique_ptr<SessionStore> SessionStore::open(const QString &path, bool newLane, SessionFault *fault)
{
    return open(path, newLane, fault, Options());
}

std::unique_ptr<SessionStore> SessionStore::open(const QString &path, bool newLane, SessionFault *fault,
                                                 const Options &options)
{
    std::unique_ptr<SessionFile> file = SessionFile::open(path, newLane, fault);
    if (!file)
        return nullptr;
    return std::unique_ptr<SessionStore>(new SessionStore(std::make_unique<Private>(std::move(file), options)));
}

QString SessionStore::path() const
{
    return d->path();
}

void SessionStore::saveAs(const QString &path, bool removeOld, std::function<void(SessionFault)> done)
{
    d->post([p = d.get(), path, removeOld, done = std::move(done)] {
        const SessionFault fault = p->saveAs(path, removeOld);
        if (done)
            done(fault);
    });
}

void SessionStore::setSink(Sink sink)
{
    d->setSink(std::move(sink));
}

void SessionStore::started(quint32 entry)
{
    d->record([entry](SessionBatch &inbox) { inbox.flights.emplace_back(entry, true); });
}

void SessionStore::ended(ResultRow &&row, RowDetails &&details)
{
    const RowDetails own = std::move(details); // ends here: its memory goes back to where it came from
    d->ended(std::move(row), own);
}

void SessionStore::found(const std::vector<FoundUrl> &urls)
{
    d->recordSite([&urls](SessionBatch &inbox) {
        const qsizetype before = inbox.found.size();
        for (const FoundUrl &url : urls)
            SiteRecords::append(url, &inbox.found);
        return qint64 {inbox.found.size() - before};
    });
}

void SessionStore::inSitemap(const std::vector<quint32> &entries)
{
    d->recordSite([&entries](SessionBatch &inbox) {
        inbox.sitemapUrls.insert(inbox.sitemapUrls.end(), entries.begin(), entries.end());
        return static_cast<qint64>(entries.size() * sizeof(quint32));
    });
}

void SessionStore::page(quint32 entry, PageRecord &&facts)
{
    d->recordSite([entry, &facts](SessionBatch &inbox) {
        const qint64 bytes = SiteRecords::sizeOf(facts);
        const bool isLast = !inbox.rows.empty() && inbox.rows.back().entry == entry;
        inbox.pages.push_back({entry, isLast ? static_cast<qint64>(inbox.rows.size()) - 1 : -1, std::move(facts)});
        return bytes;
    });
}

void SessionStore::links(quint32 entry, const std::vector<LinkRecord> &links)
{
    d->recordSite([entry, &links](SessionBatch &inbox) {
        const qsizetype before = inbox.links.size();
        SiteRecords::append(entry, links, &inbox.links);
        return qint64 {inbox.links.size() - before};
    });
}

void SessionStore::takenBack(quint32 entry)
{
    Q_UNUSED(entry); // stays in the file's list of what was in flight: a resumed run sends it again
}

void SessionStore::point(const TimePoint &point)
{
    d->record([&point](SessionBatch &inbox) { inbox.points.push_back(point); });
}

void SessionStore::event(const RunEvent &event)
{
    d->record([&event](SessionBatch &inbox) { inbox.events.push_back(event); });
}

void SessionStore::snapshot(StatsSnapshot &&snapshot)
{
    auto shared = std::make_shared<StatsSnapshot>(std::move(snapshot));
    d->record([&shared](SessionBatch &inbox) { inbox.snapshot = std::move(shared); });
}

void SessionStore::config(const QByteArray &json)
{
    d->record([&json](SessionBatch &inbox) { inbox.config = json; });
}

void SessionStore::finish(SessionState state, std::function<void()> done)
{
    d->post([p = d.get(), state, done = std::move(done)] { p->finish(state, done); });
}

bool SessionStore::backlogged() const
{
    return d->backlogged();
}

qint64 SessionStore::queued() const
{
    return d->queued();
}

SessionFault SessionStore::fault() const
{
    return d->fault();
}

} // namespace crawlscope
