// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sessiontypes.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <atomic>
#include <functional>
#include <map>
#include <mutex>

namespace crawlscope::test {

/// Session files that are none: what a reader says of each is scripted.
class ScriptedSessions
{
public:
    explicit ScriptedSessions(QString folder)
        : m_folder(std::move(folder))
    {
        QDir().mkpath(m_folder);
    }
    [[nodiscard]] QString path(const QString &name) const
    {
        return QDir(m_folder).filePath(name + QStringLiteral(".crawlscope"));
    }
    /// Sets what is said of a session and changes its file.
    SessionInfo &put(const QString &name, const std::function<void(SessionInfo &)> &change = {})
    {
        const std::scoped_lock lock(m_mutex);
        SessionInfo &info = m_infos[path(name)];
        info.path = path(name);
        info.name = name;
        if (info.createdAtMs == 0) {
            info.createdAtMs = 1'795'291'200'000 + static_cast<qint64>(m_infos.size()) * 60'000;
            info.changedAtMs = info.createdAtMs + 30'000;
            info.state = SessionState::Finished;
            info.counts.unique = info.counts.input = 100;
            info.counts.done = 97;
            info.counts.failed = 3;
            info.elapsedMs = 12'300;
            info.p95Micros = 417'000;
            info.fileBytes = 812'000;
            info.firstHost = "www.example.org";
            info.writtenBy = QStringLiteral("0.1.0");
        }
        if (change)
            change(info);
        QFile file(info.path);
        if (!file.open(QIODevice::Append) || file.write("x") != 1)
            qFatal("no file");
        return info;
    }
    static void left(SessionInfo &info, SessionState state, quint64 count)
    {
        info.state = state;
        info.counts.left = info.counts.pending = count;
        info.counts.done = info.counts.unique - info.counts.failed - count;
    }
    [[nodiscard]] std::function<SessionInfo(const QString &)> reader()
    {
        return [this](const QString &path) {
            ++reads;
            const std::scoped_lock lock(m_mutex);
            const auto found = m_infos.find(path);
            if (found != m_infos.end())
                return found->second;
            SessionInfo broken;
            broken.fault.error = SessionError::NotASession;
            return broken;
        };
    }

    std::atomic<int> reads = 0;

private:
    QString m_folder;
    std::mutex m_mutex;
    std::map<QString, SessionInfo> m_infos;
};

} // namespace crawlscope::test
