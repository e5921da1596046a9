// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/mailbox.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace crawlscope::gui {

/// Work that would hold up the window, in a thread of its own, one piece after the other; what it has to say comes back
/// into the GUI's thread. The destructor drops what has not begun and joins; nothing comes back afterwards.
/// Thread: GUI, but post(): any.
class Background : public QObject
{
    Q_OBJECT
public:
    explicit Background(QObject *parent = nullptr)
        : QObject(parent)
        , m_calls([this] { QMetaObject::invokeMethod(this, &Background::deliver, Qt::QueuedConnection); })
    {
        m_pool.setMaxThreadCount(1);
    }
    ~Background() override
    {
        m_pool.clear();
        m_pool.waitForDone();
    }

    void run(std::function<void()> work) { m_pool.start(std::move(work)); }
    /// `done` gets what `work` returns, in the GUI's thread.
    template<typename Work, typename Done>
    void run(Work work, Done done)
    {
        run([this, work = std::move(work), done = std::move(done)] {
            auto value = std::make_shared<decltype(work())>(work());
            post([value = std::move(value), done] { done(std::move(*value)); });
        });
    }
    void post(std::function<void()> call) { m_calls.push(std::move(call)); }

private:
    void deliver()
    {
        for (const std::function<void()> &call : m_calls.takeAll())
            call();
    }

    Mailbox<std::function<void()>> m_calls;
    QThreadPool m_pool; // last: joins before what its jobs use goes away
};

} // namespace crawlscope::gui
