// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sessions/sessioncatalog.h"

#include "core/store/sessionpath.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace crawlscope::gui {

namespace {

    QByteArray stampOf(const QFileInfo &file)
    {
        const QFileInfo log(file.filePath() + QStringLiteral("-wal"));
        QByteArray stamp =
            QByteArray::number(file.size()) + ' ' + QByteArray::number(file.lastModified().toMSecsSinceEpoch());
        if (log.exists())
            stamp +=
                ' ' + QByteArray::number(log.size()) + ' ' + QByteArray::number(log.lastModified().toMSecsSinceEpoch());
        return stamp;
    }

    /// Whether a file may mean something else although it is the same: its writer lives or has died.
    bool mayChange(const SessionInfo &info)
    {
        return info.inUse || info.state == SessionState::Open || info.fault.error == SessionError::Locked;
    }

    /// The folder, or the nearest one above that exists: there its making is seen.
    QString watchable(const QString &folder)
    {
        QString path = QDir::cleanPath(QDir(folder).absolutePath());
        while (!QFileInfo(path).isDir()) {
            const QString above = QFileInfo(path).path();
            if (above == path)
                return {};
            path = above;
        }
        return path;
    }

} // namespace

SessionCatalog::SessionCatalog(InfoReader reader, QObject *parent)
    : QObject(parent)
    , m_reader(std::move(reader))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDebounceMs);
    connect(&m_timer, &QTimer::timeout, this, &SessionCatalog::read);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &SessionCatalog::refresh);
}

SessionCatalog::~SessionCatalog()
{
    if (m_control)
        m_control->cancelled = true;
}

void SessionCatalog::setFolder(const QString &folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    if (m_control)
        m_control->cancelled = true;
    ++m_generation;
    m_reading = false;
    m_complete = false;
    m_known.clear();
    m_sessions.clear();
    if (!m_watcher.directories().isEmpty())
        m_watcher.removePaths(m_watcher.directories());
    read();
}

void SessionCatalog::refresh()
{
    if (!m_timer.isActive()) // not started anew: a folder that changes all the time must be read, too
        m_timer.start();
}

void SessionCatalog::read()
{
    if (m_folder.isEmpty())
        return;
    if (m_reading) {
        m_again = true;
        return;
    }
    m_timer.stop();
    m_reading = true;
    m_again = false;
    m_control = std::make_shared<Control>();
    m_background.run([this, folder = m_folder, known = m_known, control = m_control, generation = ++m_generation] {
        readFolder(folder, known, control, generation);
    });
    Q_EMIT changed();
}

/// In the other thread.
void SessionCatalog::readFolder(const QString &folder, KnownFiles known, const std::shared_ptr<Control> &control,
                                quint64 generation)
{
    const QString watch = watchable(folder);
    const QFileInfoList files = QDir(folder).entryInfoList({u'*' + QString(SessionPath::kEnding)}, QDir::Files,
                                                           QDir::Time); // newest first
    KnownFiles found;
    std::vector<Known> portion;
    for (const QFileInfo &file : files) {
        if (control->cancelled)
            return;
        const QString path = file.absoluteFilePath();
        const QByteArray stamp = stampOf(file);
        const auto old = known.constFind(path);
        if (old != known.cend() && old->stamp == stamp && !mayChange(old->info)) {
            found.insert(path, *old);
            continue;
        }
        Known now {m_reader(path), stamp};
        now.info.path = path;
        if (now.info.name.isEmpty())
            now.info.name = file.completeBaseName();
        if (now.info.fault) {
            now.info.fileBytes = file.size();
            now.info.changedAtMs = file.lastModified().toMSecsSinceEpoch();
        }
        portion.push_back(now);
        found.insert(path, std::move(now));
        if (portion.size() >= kPortion)
            m_background.post(
                [this, generation, portion = std::exchange(portion, {})] { takePortion(generation, portion); });
    }
    m_background.post([this, generation, found = std::move(found), watch] { takeAll(generation, found, watch); });
}

void SessionCatalog::takePortion(quint64 generation, const std::vector<Known> &files)
{
    if (generation != m_generation)
        return;
    for (const Known &file : files)
        m_known.insert(file.info.path, file);
    publish();
}

void SessionCatalog::takeAll(quint64 generation, KnownFiles files, const QString &watch)
{
    if (generation != m_generation)
        return;
    m_known = std::move(files);
    m_reading = false;
    m_complete = true;
    const QStringList watched = m_watcher.directories();
    if (watched != QStringList {watch}) {
        if (!watched.isEmpty())
            m_watcher.removePaths(watched);
        if (!watch.isEmpty())
            m_watcher.addPath(watch);
        m_again = true; // what happened between the look and the watch
    }
    publish();
    if (std::exchange(m_again, false))
        refresh();
}

void SessionCatalog::publish()
{
    m_sessions.clear();
    m_sessions.reserve(static_cast<std::size_t>(m_known.size()));
    for (const Known &file : std::as_const(m_known))
        m_sessions.push_back(file.info);
    std::sort(m_sessions.begin(), m_sessions.end(), [](const SessionInfo &a, const SessionInfo &b) {
        return a.changedAtMs != b.changedAtMs ? a.changedAtMs > b.changedAtMs : a.path < b.path;
    });
    Q_EMIT changed();
}

const SessionInfo *SessionCatalog::find(const QString &path) const
{
    const auto found = m_known.constFind(path);
    return found == m_known.cend() ? nullptr : &found->info;
}

std::optional<SessionInfo> SessionCatalog::unfinished() const
{
    const auto newest =
        std::find_if(m_sessions.begin(), m_sessions.end(), [](const SessionInfo &info) { return !info.fault; });
    if (newest == m_sessions.end() || newest->inUse || newest->state == SessionState::Finished
        || newest->counts.left == 0)
        return std::nullopt;
    return *newest;
}

QString SessionCatalog::key(const SessionInfo &info)
{
    return info.path + u'|' + QString::number(info.changedAtMs);
}

} // namespace crawlscope::gui
