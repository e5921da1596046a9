// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/runsession.h"

#include "core/store/sessionpath.h"
#include "core/url/redactor.h"

#include <QDir>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QtConcurrent>

#include <algorithm>
#include <future>
#include <utility>

namespace crawlscope::gui {

RunSession::RunSession(CrawlController &controller, Disposer dispose, QObject *parent)
    : QObject(parent)
    , m_controller(controller)
    , m_dispose(std::move(dispose))
    , m_updater([&controller] { return controller.takeUpdate(); }, &steadyMicros)
{
    m_pool.setMaxThreadCount(1); // what is asked later happens later
    connect(&m_updater, &UiUpdater::updated, this, &RunSession::onUpdated);
    connect(&m_updater, &UiUpdater::drained, this, [this] {
        // Closes the file, before anything that is asked for later opens it.
        m_pool.start([store = std::exchange(m_store, nullptr)]() mutable { store.reset(); });
        Q_EMIT ended();
    });
    connect(&controller, &CrawlController::stateChanged, this, &RunSession::stateChanged);
    connect(&controller, &CrawlController::finished, &m_updater, &UiUpdater::finish);
}

RunSession::~RunSession() = default;

CrawlController::State RunSession::state() const
{
    if (m_preparing)
        return m_stopWanted ? CrawlController::State::Stopping : CrawlController::State::Running;
    if (!m_fromFile)
        return m_controller.state();
    return m_snapshot.counts.left == 0 ? CrawlController::State::Finished : CrawlController::State::Stopped;
}

RunSession::Prepared RunSession::makeFile(const QString &folder, const SessionHead &head)
{
    Prepared out;
    const QString temporary =
        QStandardPaths::writableLocation(QStandardPaths::TempLocation) + QStringLiteral("/crawlscope-sessions");
    for (const QString &place : {folder, temporary}) {
        const SessionFault fault = SessionPath::claim(place, *head.urls, &out.path, [&](const QString &path) {
            SessionFault why;
            out.store = SessionStore::create(path, head, &why);
            return why;
        });
        if (out.store)
            break;
        if (!out.fault)
            out.fault = fault; // of the folder that was wanted
        out.temporary = true;
    }
    SessionFault unread; // details will be missing; the fault that counts is that of the folder
    if (out.store)
        out.reader = SessionReader::open(out.path, &unread);
    else
        out.path.clear();
    return out;
}

RunSession::Prepared RunSession::openFile(const QString &path, bool newLane)
{
    Prepared out;
    out.path = path;
    out.store = SessionStore::open(path, newLane, &out.fault);
    if (out.store)
        out.reader = SessionReader::open(path, &out.fault);
    return out;
}

void RunSession::prepare(std::function<Prepared()> job, std::function<void(Prepared)> then)
{
    m_preparing = true;
    m_stopWanted = false;
    Q_EMIT stateChanged(state());
    auto *watcher = new QFutureWatcher<Prepared>(this);
    connect(watcher, &QFutureWatcher<Prepared>::finished, this, [this, watcher, then = std::move(then)] {
        watcher->deleteLater();
        m_preparing = false;
        then(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(&m_pool, std::move(job)));
}

void RunSession::start(std::shared_ptr<const UrlList> urls, const CrawlConfig &config)
{
    m_list = urls;
    urls = UrlList::withRedaction(std::move(urls), Redactor(config.redactQueryKeys));
    if (config.follow.enabled || urls->found()) // what an earlier run found is no part of the list
        urls = UrlList::withFound(urls);
    SessionHead head {urls, QJsonDocument(config.sessionJson()).toJson(QJsonDocument::Compact)};
    const QString folder = m_folder.isEmpty() ? SessionPath::defaultFolder() : m_folder;
    prepare([folder, head = std::move(head)] { return makeFile(folder, head); },
            [this, urls = std::move(urls), config](Prepared prepared) {
                if (prepared.fault)
                    Q_EMIT fileFault(prepared.fault, prepared.path);
                RunStart start;
                start.urls = urls;
                start.config = config;
                begin(std::move(prepared), std::move(start), false);
            });
}

void RunSession::resume(const CrawlConfig &config, std::optional<std::vector<quint32>> retry)
{
    if (config.follow.enabled && !m_urls->found())
        m_urls = UrlList::withFound(m_urls);
    RunStart start;
    start.urls = m_urls;
    start.config = config;
    start.config.page = m_config.page; // the columns of the table are those of its rules
    start.earlier = m_table;
    start.elapsedMs = m_elapsedMs;
    start.lane = m_lanes + 1;
    if (retry)
        start.retry = std::move(retry);
    else
        start.sentAgain = std::exchange(m_sentAgain, {});
    if (m_path.isEmpty()) {
        begin({}, std::move(start), true);
        return;
    }
    const bool newLane = start.retry.has_value();
    prepare([path = m_path, newLane] { return openFile(path, newLane); },
            [this, start = std::move(start)](Prepared prepared) {
                if (!prepared.store) {
                    m_stopWanted = false;
                    Q_EMIT fileFault(prepared.fault, prepared.path);
                    Q_EMIT stateChanged(state());
                    return;
                }
                prepared.temporary = m_temporary;
                begin(std::move(prepared), start, true);
            });
}

void RunSession::begin(Prepared prepared, RunStart start, bool goesOn)
{
    std::shared_ptr<const void> oldUrls = std::exchange(m_urls, start.urls);
    std::shared_ptr<const void> oldTable = m_table;
    std::shared_ptr<const void> oldReader = std::exchange(m_reader, std::move(prepared.reader));
    if (!goesOn) {
        m_table = std::make_shared<ResultTable>(start.config.page.columns());
        m_snapshot = {};
        m_hasSnapshot = false;
        m_elapsedMs = 0;
        m_lanes = 0;
        m_sentAgain.clear();
    }
    m_lanes += start.retry ? 1 : 0;
    m_store = std::move(prepared.store);
    m_path = prepared.path;
    m_temporary = prepared.temporary;
    m_fromFile = false;
    m_config = start.config;
    start.recorder = m_store;
    m_updater.start(m_table);
    m_controller.start(std::move(start));
    if (std::exchange(m_stopWanted, false))
        m_controller.stop();
    Q_EMIT started(goesOn);
    m_dispose(std::move(oldUrls));
    m_dispose(std::move(oldTable));
    m_dispose(std::move(oldReader));
}

void RunSession::show(const std::shared_ptr<const SessionContents> &contents)
{
    std::shared_ptr<const void> oldUrls = std::exchange(m_urls, contents->urls);
    std::shared_ptr<const void> oldTable = std::exchange(m_table, contents->table);
    std::shared_ptr<const void> oldReader = std::exchange(m_reader, contents->reader);
    m_list = contents->urls;
    m_path = contents->info.path;
    m_temporary = false;
    m_fromFile = true;
    m_config = contents->config;
    m_snapshot = contents->snapshot;
    m_hasSnapshot = true;
    const RunStart next = contents->next(nullptr);
    m_sentAgain = next.sentAgain;
    m_elapsedMs = next.elapsedMs;
    m_lanes = next.lane - 1;
    Q_EMIT shown(contents);
    m_dispose(std::move(oldUrls));
    m_dispose(std::move(oldTable));
    m_dispose(std::move(oldReader));
}

void RunSession::saveAs(const QString &path)
{
    struct Outcome
    {
        SessionFault fault;
        std::shared_ptr<SessionReader> reader;
    };
    auto *watcher = new QFutureWatcher<Outcome>(this);
    connect(watcher, &QFutureWatcher<Outcome>::finished, this, [this, watcher, path] {
        watcher->deleteLater();
        const Outcome outcome = watcher->result();
        if (!outcome.fault) {
            m_path = path;
            m_temporary = false;
            m_dispose(std::exchange(m_reader, outcome.reader));
        }
        Q_EMIT saved(outcome.fault, path);
    });
    watcher->setFuture(QtConcurrent::run(&m_pool, [store = m_store, from = m_path, path, remove = m_temporary] {
        Outcome out;
        std::shared_ptr<SessionStore> own = store;
        if (!own)
            own = SessionStore::open(from, false, &out.fault);
        if (!own)
            return out;
        std::promise<SessionFault> promise;
        own->saveAs(path, remove, [&promise](SessionFault fault) { promise.set_value(std::move(fault)); });
        out.fault = promise.get_future().get();
        if (!out.fault)
            out.reader = SessionReader::open(path, &out.fault);
        return out;
    }));
}

void RunSession::keepSweep(const std::shared_ptr<const UrlList> &urls, const CrawlConfig &config,
                           const StoredSweep &sweep)
{
    const bool shown = !active() && isOf(urls);
    const QString known = shown ? m_path : urls && m_sweepList.lock() == urls ? m_sweepPath : QString();
    struct Outcome
    {
        SessionFault fault;
        QString path;
        bool made = false;
    };
    auto *watcher = new QFutureWatcher<Outcome>(this);
    connect(watcher, &QFutureWatcher<Outcome>::finished, this, [this, watcher, urls] {
        watcher->deleteLater();
        const Outcome outcome = watcher->result();
        if (outcome.made) {
            m_sweepList = urls;
            m_sweepPath = outcome.path;
        }
        Q_EMIT sweepKept(outcome.fault, outcome.path);
    });
    const QString folder = m_folder.isEmpty() ? SessionPath::defaultFolder() : m_folder;
    watcher->setFuture(QtConcurrent::run(&m_pool, [folder, known, urls, config, sweep] {
        Outcome out;
        if (!known.isEmpty()) {
            out.fault = SessionStore::addSweep(known, sweep);
            if (!out.fault) {
                out.path = known;
                return out;
            }
        }
        const SessionHead head {UrlList::withRedaction(urls, Redactor(config.redactQueryKeys)),
                                QJsonDocument(config.sessionJson()).toJson(QJsonDocument::Compact)};
        QString path;
        out.fault = SessionPath::claim(
            folder, *urls, &path, [&](const QString &free) { return SessionStore::createForSweep(free, head, sweep); });
        out.made = !out.fault;
        if (out.made)
            out.path = path;
        return out;
    }));
}

void RunSession::pauseOrResume()
{
    const CrawlController::State now = state();
    if (now == CrawlController::State::Running)
        m_controller.pause();
    else if (now == CrawlController::State::Pausing || now == CrawlController::State::Paused)
        m_controller.resume();
}

void RunSession::stop()
{
    if (m_preparing) {
        m_stopWanted = true;
        Q_EMIT stateChanged(state());
    } else if (m_controller.active()) {
        m_controller.stop();
    }
}

void RunSession::setLimits(const CrawlLimits &limits)
{
    if (m_controller.active())
        m_controller.setLimits(limits.clamped());
}

void RunSession::pauseHosts(const QByteArrayList &keys)
{
    if (!m_controller.active())
        return;
    for (const QByteArray &key : keys)
        m_controller.pauseHost(key);
}

void RunSession::resumeHosts(const QByteArrayList &keys)
{
    if (!m_controller.active())
        return;
    for (const QByteArray &key : keys)
        m_controller.resumeHost(key);
}

std::vector<quint32> RunSession::failedEntries() const
{
    std::vector<quint32> entries;
    const std::size_t count = m_table ? m_table->rowCount() : 0;
    for (std::size_t row = 0; row < count; ++row) {
        if (m_table->isCurrent(row) && m_table->record(row).state == RowState::Failed)
            entries.push_back(m_table->record(row).entry);
    }
    return entries;
}

void RunSession::onUpdated(const CrawlUpdate &update)
{
    if (update.hasSnapshot) {
        m_snapshot = update.snapshot;
        m_hasSnapshot = true;
    }
    if (!update.points.empty())
        m_elapsedMs = std::max(m_elapsedMs, update.points.back().atMs);
    if (!update.events.empty())
        m_elapsedMs = std::max(m_elapsedMs, update.events.back().atMs);
    Q_EMIT updated(update);
}

} // namespace crawlscope::gui
