// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crawl/sessionload.h"
#include "gui/background.h"

#include <QTimer>

#include <functional>
#include <memory>

namespace crawlscope::gui {

/// Reads one session at a time in a thread of its own, with progress; asking for another gives up the first.
/// Thread: GUI; the destructor cancels and joins.
class SessionOpener : public QObject
{
    Q_OBJECT
public:
    using Loader = std::function<std::shared_ptr<SessionContents>(const QString &path, SessionFault *fault,
                                                                  SessionReader::Progress *progress)>;
    using Disposer = std::function<void(std::shared_ptr<const void>)>;
    static constexpr int kProgressMs = 100;

    /// `loader` is called in the other thread; `dispose` lets go of what is big away from the GUI's.
    SessionOpener(Loader loader, Disposer dispose, QObject *parent = nullptr);
    ~SessionOpener() override;

    void open(const QString &path);
    void cancel(); ///< no answer will come
    [[nodiscard]] bool busy() const { return m_progress != nullptr; }
    [[nodiscard]] QString path() const { return m_path; } ///< of the last open()

Q_SIGNALS:
    void progress(quint64 rows); ///< read so far
    void opened(const std::shared_ptr<crawlscope::SessionContents> &contents);
    void failed(const crawlscope::SessionFault &fault, const QString &path);

private:
    void take(quint64 generation, std::shared_ptr<SessionContents> contents, const SessionFault &fault);

    Loader m_loader;
    Disposer m_dispose;
    QTimer m_timer;
    QString m_path;
    std::shared_ptr<SessionReader::Progress> m_progress; ///< of what is under way; null: nothing
    quint64 m_generation = 0;
    Background m_background; // last: joins before what its jobs use goes away
};

} // namespace crawlscope::gui
