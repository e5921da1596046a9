// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>

namespace crawlscope {

/// A QThread with an event loop that quits and joins in its destructor.
/// Thread: construct and destroy in the owner's thread.
class WorkerThread
{
public:
    explicit WorkerThread(const QString &name)
    {
        m_thread.setObjectName(name);
        m_thread.start();
    }
    ~WorkerThread() { stop(); }
    WorkerThread(const WorkerThread &) = delete;
    WorkerThread &operator=(const WorkerThread &) = delete;

    /// Ends the event loop after the event under way (what is still queued does not run) and joins. Idempotent.
    void stop()
    {
        m_thread.quit();
        m_thread.wait();
    }
    [[nodiscard]] QThread *thread() { return &m_thread; }

private:
    QThread m_thread;
};

} // namespace crawlscope
