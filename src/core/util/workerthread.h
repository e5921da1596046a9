// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/mailbox.h"

#include <QCoreApplication>
#include <QEvent>
#include <QObject>
#include <QThread>

#include <condition_variable>
#include <functional>
#include <mutex>

namespace crawlscope {

/// Runs functions in the thread it lives in, in the order posted. They cross in a Mailbox: what a functor given to
/// QMetaObject::invokeMethod() captures crosses under locks that ThreadSanitizer cannot see.
/// Thread: post() any, the commands its own.
class CommandQueue : public QObject
{
public:
    void post(std::function<void()> command) { m_commands.push(std::move(command)); }

protected:
    void customEvent(QEvent * /*event*/) override
    {
        for (const auto &command : m_commands.takeAll())
            command();
    }

private:
    Mailbox<std::function<void()>> m_commands {[this] { QCoreApplication::postEvent(this, new QEvent(QEvent::User)); }};
};

/// A QThread with an event loop that quits and joins in its destructor.
/// Thread: construct and destroy in the owner's thread.
class WorkerThread
{
public:
    explicit WorkerThread(const QString &name)
    {
        m_thread.setObjectName(name);
        m_queue.moveToThread(&m_thread);
        m_thread.start();
    }
    ~WorkerThread() { stop(); }
    WorkerThread(const WorkerThread &) = delete;
    WorkerThread &operator=(const WorkerThread &) = delete;

    /// Runs `command` in the thread, later, in the order of the calls. Dropped when the thread stops before.
    void post(std::function<void()> command) { m_queue.post(std::move(command)); }
    /// Runs `command` in the thread after what was posted before and waits until it is done. Not from within the
    /// thread, not after stop().
    void run(const std::function<void()> &command)
    {
        std::mutex mutex; // protects ended
        std::condition_variable changed;
        bool ended = false;
        post([&] {
            command();
            const std::scoped_lock lock(mutex);
            ended = true;
            changed.notify_one(); // under the lock: the waiting side destroys it next
        });
        std::unique_lock lock(mutex);
        changed.wait(lock, [&ended] { return ended; });
    }
    /// Ends the event loop after the event under way (what is still queued does not run) and joins. Idempotent.
    void stop()
    {
        m_thread.quit();
        m_thread.wait();
    }
    [[nodiscard]] QThread *thread() { return &m_thread; }

private:
    QThread m_thread;
    CommandQueue m_queue; ///< lives in m_thread; destroyed after that has ended
};

} // namespace crawlscope
