// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sessiontypes.h"
#include "gui/background.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace crawlscope::gui {

/// The session files of one folder, newest first, and what they hold in short. Watches the folder; a file is read again
/// only when it changed or may have. A file that cannot be read is listed with its fault.
/// Thread: GUI; reading happens in a thread of its own, and thousands of files come in portions.
class SessionCatalog : public QObject
{
    Q_OBJECT
public:
    using InfoReader = std::function<SessionInfo(const QString &path)>; ///< called in the other thread
    static constexpr int kDebounceMs = 250; ///< one look at the folder for all changes within
    static constexpr std::size_t kPortion = 64; ///< files read between two pieces of news

    explicit SessionCatalog(InfoReader reader, QObject *parent = nullptr);
    ~SessionCatalog() override; ///< joins

    void setFolder(const QString &folder); ///< may not exist yet; looks at once
    [[nodiscard]] QString folder() const { return m_folder; }
    void refresh(); ///< soon: calls within kDebounceMs are one

    [[nodiscard]] const std::vector<SessionInfo> &sessions() const { return m_sessions; }
    [[nodiscard]] const SessionInfo *find(const QString &path) const; ///< null: not there
    [[nodiscard]] bool reading() const { return m_reading; }
    [[nodiscard]] bool complete() const { return m_complete; } ///< the folder was read to its end at least once
    /// The newest session, where it can be gone on with: cut off or stopped, URLs left, nobody at it.
    [[nodiscard]] std::optional<SessionInfo> unfinished() const;
    /// Changes when the session does: to remember that the user said no to this one.
    [[nodiscard]] static QString key(const SessionInfo &info);

Q_SIGNALS:
    void changed(); ///< sessions() or reading()

private:
    struct Known
    {
        SessionInfo info;
        QByteArray stamp; ///< size and time of the file and of its log
    };
    using KnownFiles = QHash<QString, Known>;
    struct Control
    {
        std::atomic<bool> cancelled = false;
    };
    void read();
    void readFolder(const QString &folder, KnownFiles known, const std::shared_ptr<Control> &control,
                    quint64 generation);
    void takePortion(quint64 generation, const std::vector<Known> &files);
    void takeAll(quint64 generation, KnownFiles files, const QString &watch);
    void publish();

    InfoReader m_reader;
    QFileSystemWatcher m_watcher;
    QTimer m_timer;
    QString m_folder;
    KnownFiles m_known;
    std::vector<SessionInfo> m_sessions;
    std::shared_ptr<Control> m_control;
    quint64 m_generation = 0;
    bool m_reading = false;
    bool m_again = false; ///< something changed while reading
    bool m_complete = false;
    Background m_background; // last: joins before what its jobs use goes away
};

} // namespace crawlscope::gui
