// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sessionreader.h"

#include "core/store/sessionaccess.h"
#include "core/store/sessionload.h"
#include "core/store/sessionschema.h"
#include "core/store/siteload.h"
#include "core/util/platform.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <mutex>
#include <utility>

namespace crawlscope {

namespace {

    using namespace Qt::Literals::StringLiterals;

    SessionInfo infoOf(const QString &path, SQLite::Database &db)
    {
        SessionInfo info;
        const QFileInfo file(path);
        info.path = path;
        info.name = file.completeBaseName();
        info.fileBytes = file.size() + QFileInfo(path + "-wal"_L1).size();
        info.schemaVersion = SessionSchema::version(db);
        info.inUse = platform::isFileLocked(path + ".lock"_L1);
        SessionLoad::fillInfo(SessionLoad::meta(db), &info);
        return info;
    }

} // namespace

/// Two connections: one for what takes long, one for details, so that these do not wait for the former.
class SessionReader::Private
{
public:
    explicit Private(QString path)
        : m_path(std::move(path))
    {
    }

    /// False with fault(): the file cannot be read.
    bool open()
    {
        bool good = false;
        run(&m_main, [&](SQLite::Database &db) {
            const SessionInfo info = infoOf(m_path, db);
            good = info.schemaVersion > 0;
            (void)SessionLoad::inFlight(db); // fails where tables are missing
            (void)SessionLoad::details(db, 0, 0);
        });
        return good && !fault();
    }

    /// Calls `work` with a connection; with a new one when a writer has come while the file was taken for immutable.
    void run(std::unique_ptr<SessionAccess> *access, const std::function<void(SQLite::Database &)> &work)
    {
        SessionFault fault;
        for (int round = 0; round < 2; ++round) {
            fault = {};
            try {
                if (!*access || (*access)->isStale())
                    connect(access, &fault);
                if (!*access)
                    break;
                work((*access)->db());
            } catch (const SQLite::Exception &error) {
                fault = SessionSql::faultOf(error, *access ? (*access)->db().getHandle() : nullptr, false);
            }
            if (*access && !(*access)->isStale())
                break;
        }
        const std::scoped_lock lock(m_faultMutex);
        m_fault = fault;
    }

    [[nodiscard]] SessionFault fault() const
    {
        const std::scoped_lock lock(m_faultMutex);
        return m_fault;
    }

    const QString m_path;
    std::unique_ptr<SessionAccess> m_main;
    std::mutex m_detailsMutex; // protects m_details
    std::unique_ptr<SessionAccess> m_details;
    int m_fileVersion = 0; // not that of a copy

private:
    void connect(std::unique_ptr<SessionAccess> *access, SessionFault *fault)
    {
        *access = SessionAccess::open(m_path, fault);
        if (!*access)
            return;
        m_fileVersion = SessionSchema::version((*access)->db());
        (*access)->migrate();
    }

    mutable std::mutex m_faultMutex; // protects m_fault
    SessionFault m_fault;
};

SessionReader::SessionReader(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

SessionReader::~SessionReader() = default;

std::unique_ptr<SessionReader> SessionReader::open(const QString &path, SessionFault *fault)
{
    auto p = std::make_unique<Private>(path);
    const bool good = p->open();
    *fault = p->fault();
    if (!good && !*fault)
        fault->error = SessionError::Damaged;
    return good ? std::unique_ptr<SessionReader>(new SessionReader(std::move(p))) : nullptr;
}

SessionInfo SessionReader::info(const QString &path)
{
    SessionInfo info;
    SessionFault fault;
    const std::unique_ptr<SessionAccess> access = SessionAccess::open(path, &fault);
    if (access) {
        try {
            return infoOf(path, access->db());
        } catch (const SQLite::Exception &error) {
            fault = SessionSql::faultOf(error, access->db().getHandle(), false);
        }
    }
    info.path = path;
    info.name = QFileInfo(path).completeBaseName();
    info.fault = fault;
    return info;
}

SessionInfo SessionReader::info() const
{
    SessionInfo out;
    d->run(&d->m_main, [&](SQLite::Database &db) { out = infoOf(d->m_path, db); });
    out.fault = d->fault();
    out.schemaVersion = d->m_fileVersion;
    return out;
}

QJsonObject SessionReader::config() const
{
    QJsonObject out;
    d->run(&d->m_main, [&](SQLite::Database &db) {
        out = QJsonDocument::fromJson(SessionLoad::meta(db).value("config")).object();
    });
    return out;
}

QByteArrayList SessionReader::columns() const
{
    QByteArrayList out;
    d->run(&d->m_main, [&](SQLite::Database &db) { out = SessionLoad::columns(SessionLoad::meta(db)); });
    return out;
}

std::shared_ptr<const UrlList> SessionReader::urls(Progress *progress)
{
    std::shared_ptr<const UrlList> out;
    d->run(&d->m_main, [&](SQLite::Database &db) { out = SessionLoad::urls(db, progress); });
    return out;
}

std::shared_ptr<ResultTable> SessionReader::table(Progress *progress)
{
    std::shared_ptr<ResultTable> out;
    d->run(&d->m_main, [&](SQLite::Database &db) { out = SessionLoad::table(db, progress); });
    return out;
}

std::vector<TimePoint> SessionReader::points() const
{
    std::vector<TimePoint> out;
    d->run(&d->m_main, [&](SQLite::Database &db) { out = SessionLoad::points(db); });
    return out;
}

std::vector<RunEvent> SessionReader::events() const
{
    std::vector<RunEvent> out;
    d->run(&d->m_main, [&](SQLite::Database &db) { out = SessionLoad::events(db); });
    return out;
}

std::vector<StoredSweep> SessionReader::sweeps() const
{
    std::vector<StoredSweep> out;
    d->run(&d->m_main, [&](SQLite::Database &db) { out = SessionLoad::sweeps(db); });
    return out;
}

std::optional<StoredSweep> SessionReader::sweep(qint64 id) const
{
    std::optional<StoredSweep> out;
    d->run(&d->m_main, [&](SQLite::Database &db) { out = SessionLoad::sweep(db, id); });
    return out;
}

std::vector<quint32> SessionReader::inFlight() const
{
    std::vector<quint32> out;
    d->run(&d->m_main, [&](SQLite::Database &db) { out = SessionLoad::inFlight(db); });
    return out;
}

std::vector<FoundUrl> SessionReader::found() const
{
    std::vector<FoundUrl> out;
    d->run(&d->m_main, [&](SQLite::Database &db) { out = SiteLoad::found(db, SessionLoad::inputLines(db)); });
    return out;
}

std::vector<quint32> SessionReader::sitemapUrls() const
{
    std::vector<quint32> out;
    d->run(&d->m_main, [&](SQLite::Database &db) { out = SiteLoad::sitemapUrls(db); });
    return out;
}

std::vector<std::pair<quint32, quint64>> SessionReader::contentHashes(const Progress *progress) const
{
    const std::atomic<bool> *cancelled = progress == nullptr ? nullptr : &progress->cancelled;
    std::vector<std::pair<quint32, quint64>> out;
    d->run(&d->m_main, [&](SQLite::Database &db) { out = SiteLoad::contentHashes(db, cancelled); });
    return out;
}

void SessionReader::eachLink(const std::function<bool(const LinkLine &)> &take) const
{
    bool begun = false; // what was taken is not taken twice
    d->run(&d->m_main, [&](SQLite::Database &db) {
        if (!std::exchange(begun, true))
            SiteLoad::eachLink(db, take);
    });
}

void SessionReader::eachLinkEnds(const std::function<bool(const LinkEnds &)> &take) const
{
    bool begun = false;
    d->run(&d->m_main, [&](SQLite::Database &db) {
        if (!std::exchange(begun, true))
            SiteLoad::eachLinkEnds(db, take);
    });
}

void SessionReader::eachPage(const std::function<bool(quint32 entry, const PageRecord &page)> &take) const
{
    bool begun = false;
    d->run(&d->m_main, [&](SQLite::Database &db) {
        if (!std::exchange(begun, true))
            SiteLoad::eachPage(db, take);
    });
}

SessionFault SessionReader::fault() const
{
    return d->fault();
}

QString SessionReader::integrityFault() const
{
    QString out;
    d->run(&d->m_main, [&](SQLite::Database &db) {
        SqlStatement statement(db, "PRAGMA integrity_check(1)");
        if (statement.step() && statement.bytes(0) != "ok")
            out = QString::fromUtf8(statement.bytes(0));
    });
    const SessionFault fault = d->fault();
    return fault && out.isEmpty() ? fault.systemDetail : out;
}

std::optional<RowDetails> SessionReader::details(quint32 entry, int attempt) const
{
    std::optional<RowDetails> out;
    const std::scoped_lock lock(d->m_detailsMutex);
    d->run(&d->m_details, [&](SQLite::Database &db) { out = SessionLoad::details(db, entry, attempt); });
    return out;
}

std::vector<AttemptSummary> SessionReader::attempts(quint32 entry) const
{
    std::vector<AttemptSummary> out;
    const std::scoped_lock lock(d->m_detailsMutex);
    d->run(&d->m_details, [&](SQLite::Database &db) { out = SessionLoad::attempts(db, entry); });
    return out;
}

EntryLinks SessionReader::entryLinks(quint32 entry, qint64 most) const
{
    return {page(entry), linksFrom(entry), linksTo(entry, most)};
}

std::optional<PageRecord> SessionReader::page(quint32 entry) const
{
    std::optional<PageRecord> out;
    const std::scoped_lock lock(d->m_detailsMutex);
    d->run(&d->m_details, [&](SQLite::Database &db) { out = SiteLoad::page(db, entry); });
    return out;
}

std::vector<StoredLink> SessionReader::linksFrom(quint32 entry) const
{
    std::vector<StoredLink> out;
    const std::scoped_lock lock(d->m_detailsMutex);
    d->run(&d->m_details, [&](SQLite::Database &db) { out = SiteLoad::linksFrom(db, entry); });
    return out;
}

std::vector<StoredLink> SessionReader::linksTo(quint32 entry, qint64 most) const
{
    std::vector<StoredLink> out;
    const std::scoped_lock lock(d->m_detailsMutex);
    d->run(&d->m_details, [&](SQLite::Database &db) { out = SiteLoad::linksTo(db, entry, most); });
    return out;
}

} // namespace crawlscope
